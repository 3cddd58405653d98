package record

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/internal/wire"
	"github.com/ashlar-labs/ashlar/rollup"
)

// ErrMalformed says that bytes are no record.
var ErrMalformed = errors.New("malformed record")

// Limits of a record.
const (
	MaxBytes  = 64 << 20 // encoded
	MaxURL    = 2048     // bytes of a leader's URL
	MaxReason = 1024     // bytes of the reason for which a batch ended, or the chain goes back
)

const version = 1

// Kind says what a record is about.
type Kind uint8

// Kinds of records. The zero value is invalid.
const (
	KindTerm Kind = iota + 1
	KindBlock
	KindBatch
	KindRollback
)

// String names the kind.
func (k Kind) String() string {
	if k < KindTerm || k > KindRollback {
		return fmt.Sprintf("kind %d", uint8(k))
	}
	return [...]string{"term", "block", "batch", "rollback"}[k-1]
}

// LeaderID tells the sequencers of a chain apart.
type LeaderID [16]byte

// Record is one entry of the stream; the one field of Term, Block, Batch and Rollback that is not nil says which kind.
type Record struct {
	Chain    common.Hash // the genesis, chain/store.Genesis.Hash
	Number   uint64      // of the term, from 1
	Term     *Term
	Block    *Block
	Batch    *Batch
	Rollback *Rollback
}

// Term begins the time in which one sequencer leads: records after it are that sequencer's until the next term begins.
type Term struct {
	Leader    LeaderID
	LastBlock uint64 // number of the last block before the term, 0: the genesis
	LastBatch uint64
	URL       string // of the leader's JSON-RPC, for transactions
}

// Block is a block and what its execution gives.
type Block struct {
	Hash  common.Hash // of the header, which binds parent, transactions and receipts
	State common.Hash // StateHash of what the block changes
	Block *rollup.Block
}

// Batch is a sealed batch. The public input binds the states before and after, the configuration and the batch's output.
type Batch struct {
	Number, FirstBlock, LastBlock uint64
	StateAfter, PublicInput       common.Hash
	GuestOutput                   common.Hash
	GuestCycles                   uint64
	SealedAt                      uint64 // seconds
	Reason                        string
}

// Rollback says that the chain goes back: blocks after LastBlock and batches after LastBatch are not the chain's any more, because of what L1 says.
type Rollback struct {
	LastBlock uint64      // the last one that stays
	Hash      common.Hash // of its header
	LastBatch uint64      // the last one whose blocks all stay
	Reason    string      // for people
}

// StateHash is keccak of the pubdata encoding of a state diff alone, which is injective for a given state before it.
func StateHash(diff *rollup.StateDiff) common.Hash {
	p := rollup.Pubdata{Diff: *diff}
	return crypto.Keccak256Hash(p.Encode())
}

// Kind is what the record is about; 0 when it is nothing.
func (r *Record) Kind() Kind {
	kind, kinds := Kind(0), 0
	for k, is := range [...]bool{KindTerm: r.Term != nil, KindBlock: r.Block != nil, KindBatch: r.Batch != nil, KindRollback: r.Rollback != nil} {
		if is {
			kind, kinds = Kind(k), kinds+1
		}
	}
	if kinds != 1 {
		return 0
	}
	return kind
}

// LastBlock is the number of the last block of the chain after the record, as the record says: the block itself, the last block of a batch at least, the last before a term, or the last that stays.
func (r *Record) LastBlock() uint64 {
	switch r.Kind() {
	case KindTerm:
		return r.Term.LastBlock
	case KindBlock:
		return r.Block.Block.Env.Number
	case KindBatch:
		return r.Batch.LastBlock
	case KindRollback:
		return r.Rollback.LastBlock
	}
	return 0
}

// Encode is the wire form; an error says that a record is none or exceeds a limit.
func (r *Record) Encode() ([]byte, error) {
	kind := r.Kind()
	b := append(make([]byte, 0, 128), version, byte(kind))
	b = append(b, r.Chain[:]...)
	b = binary.BigEndian.AppendUint64(b, r.Number)
	switch kind {
	case KindTerm:
		if len(r.Term.URL) > MaxURL {
			return nil, fmt.Errorf("URL of %d bytes, at most %d: %w", len(r.Term.URL), MaxURL, ErrMalformed)
		}
		b = append(b, r.Term.Leader[:]...)
		b = wire.AppendUint64s(b, r.Term.LastBlock, r.Term.LastBatch)
		b = wire.AppendText(b, r.Term.URL)
	case KindBlock:
		b = append(b, r.Block.Hash[:]...)
		b = append(b, r.Block.State[:]...)
		b = rollup.AppendBlock(b, r.Block.Block)
	case KindBatch:
		x := r.Batch
		if len(x.Reason) > MaxReason {
			return nil, fmt.Errorf("reason of %d bytes, at most %d: %w", len(x.Reason), MaxReason, ErrMalformed)
		}
		b = wire.AppendUint64s(b, x.Number, x.FirstBlock, x.LastBlock)
		for _, h := range []common.Hash{x.StateAfter, x.PublicInput, x.GuestOutput} {
			b = append(b, h[:]...)
		}
		b = wire.AppendUint64s(b, x.GuestCycles, x.SealedAt)
		b = wire.AppendText(b, x.Reason)
	case KindRollback:
		x := r.Rollback
		if len(x.Reason) > MaxReason {
			return nil, fmt.Errorf("reason of %d bytes, at most %d: %w", len(x.Reason), MaxReason, ErrMalformed)
		}
		b = wire.AppendUint64s(b, x.LastBlock)
		b = append(b, x.Hash[:]...)
		b = wire.AppendUint64s(b, x.LastBatch)
		b = wire.AppendText(b, x.Reason)
	default:
		return nil, fmt.Errorf("a record is of one kind: %w", ErrMalformed)
	}
	if len(b) > MaxBytes {
		return nil, fmt.Errorf("%d bytes, at most %d: %w", len(b), MaxBytes, ErrMalformed)
	}
	return b, nil
}

// Decode reads a record that is the whole of data. A block's transactions alias data.
func Decode(data []byte) (*Record, error) {
	if len(data) > MaxBytes {
		return nil, fmt.Errorf("%d bytes, at most %d: %w", len(data), MaxBytes, ErrMalformed)
	}
	d := newReader(data)
	d.Version(version)
	kind := Kind(d.Uint8())
	r := &Record{Chain: d.Hash(), Number: d.Uint64()}
	if d.Err == nil && r.Number == 0 {
		d.Fail("term 0")
	}
	switch kind {
	case KindTerm:
		r.Term = d.term()
	case KindBlock:
		r.Block = d.block()
	case KindBatch:
		r.Batch = d.batch()
	case KindRollback:
		r.Rollback = d.rollback()
	default:
		d.Fail("%v", kind)
	}
	if err := d.End(); err != nil {
		return nil, err
	}
	return r, nil
}

// Head is what the beginning of a record says.
type Head struct {
	Kind      Kind
	Number    uint64 // of the term
	LastBlock uint64 // as Record.LastBlock
}

// Peek reads the head of a record from the beginning of its wire form; what follows is not looked at.
func Peek(data []byte) (Head, error) {
	d := newReader(data)
	d.Version(version)
	h := Head{Kind: Kind(d.Uint8())}
	d.Take(len(common.Hash{}))
	h.Number = d.Uint64()
	switch h.Kind {
	case KindTerm:
		d.Take(len(LeaderID{}))
	case KindBlock:
		d.Take(32 + 32)
	case KindBatch:
		d.Take(8 + 8)
	case KindRollback: // begins with it
	default:
		d.Fail("%v", h.Kind)
	}
	h.LastBlock = d.Uint64()
	return h, d.Err
}
