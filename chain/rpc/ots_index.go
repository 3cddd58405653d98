package rpc

import (
	"context"
	"encoding/binary"
	"fmt"
	"iter"
	"log/slog"
	"math"
	"math/big"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ashlar-labs/ashlar/chain/stf"
)

// Index keeps keys in order. It can always be made again.
type Index interface {
	// Get is the value of key and whether it is there.
	Get(key []byte) ([]byte, bool, error)
	// Put writes all entries, key and value each, at once and durably.
	Put(entries [][2][]byte) error
	// Scan iterates over the keys in [start, end), from the last one when reverse.
	Scan(start, end []byte, reverse bool) iter.Seq2[[]byte, error]
}

// appearances says in which transactions an address takes part: as sender, recipient or created contract, in an internal call (also a reverted one) or self-destruction, or as sender or
// recipient of a token in a Transfer event. It is made beside the chain, block after block, and goes on where it was after a restart.
//
//	'a' address 20 ‖ block 8 ‖ index 4 ‖ first 8 bytes of the transaction's hash    nothing
//	'b' block 8                                                                     hash of the indexed block
//	'n'                                                                             next block 8
//
// Entries of a block and the number of the next one are written together, so a crash loses nothing and repeats nothing that matters. Entries of blocks that were rolled back stay; who reads them
// compares the hash.
type appearances struct {
	back  *Backend
	index Index
	log   *slog.Logger
	last  common.Hash // of the last block that this process put into the index

	mu    sync.Mutex
	next  uint64        // first block that is not in the index
	moved chan struct{} // closed and replaced when next changes
}

const (
	indexEntries = 20_000 // written at once
	indexBlocks  = 256    // likewise
	indexRetry   = 5 * time.Second
	appearTable  = 'a'
	blockTable   = 'b'
)

var (
	nextKey       = []byte{'n'}
	transferEvent = crypto.Keccak256Hash([]byte("Transfer(address,address,uint256)"))
)

// appearance is one transaction of an address.
type appearance struct {
	block uint64
	index int
	name  [8]byte
}

const appearanceLen = 1 + common.AddressLength + 8 + 4 + 8

func appearanceKey(a common.Address, block uint64, index int, tx common.Hash) []byte {
	key := append([]byte{appearTable}, a[:]...)
	key = binary.BigEndian.AppendUint64(key, block)
	key = binary.BigEndian.AppendUint32(key, uint32(index))
	return append(key, tx[:8]...)
}

func blockKey(n uint64) []byte { return binary.BigEndian.AppendUint64([]byte{blockTable}, n) }

func openAppearances(back *Backend, index Index, log *slog.Logger) (*appearances, error) {
	x := &appearances{back: back, index: index, log: log, moved: make(chan struct{})}
	value, ok, err := index.Get(nextKey)
	if err != nil {
		return nil, fmt.Errorf("index of addresses: %w", err)
	}
	if ok {
		if len(value) != 8 {
			return nil, fmt.Errorf("index of addresses: %d bytes where the next block's number should be", len(value))
		}
		x.next = binary.BigEndian.Uint64(value)
	}
	return x, nil
}

// of iterates over the appearances of an address in blocks before block (0: all of them) from the newest on, or after block from the oldest on.
func (x *appearances) of(a common.Address, block uint64, before bool) iter.Seq2[appearance, error] {
	from := func(n uint64) []byte {
		return binary.BigEndian.AppendUint64(append([]byte{appearTable}, a[:]...), n)
	}
	start, end := from(0), from(math.MaxUint64) // no block has that number
	switch {
	case before && block > 0:
		end = from(block)
	case !before && block < math.MaxUint64:
		start = from(block + 1)
		if block == 0 {
			start = from(0)
		}
	case !before:
		start = end
	}
	return func(yield func(appearance, error) bool) {
		for key, err := range x.index.Scan(start, end, before) {
			var p appearance
			if err == nil && len(key) != appearanceLen {
				err = fmt.Errorf("index of addresses: key of %d bytes", len(key))
			}
			if err == nil {
				rest := key[1+common.AddressLength:]
				p.block, p.index = binary.BigEndian.Uint64(rest), int(binary.BigEndian.Uint32(rest[8:]))
				copy(p.name[:], rest[12:])
			}
			if !yield(p, err) || err != nil {
				return
			}
		}
	}
}

// run indexes until ctx ends, whenever wake says that there may be something new. What goes wrong is tried again: no block waits for the index.
func (x *appearances) run(ctx context.Context, wake <-chan struct{}) {
	for {
		wait := indexRetry
		if err := x.follow(ctx); err != nil && ctx.Err() == nil {
			x.log.Error("index of addresses stands still", "next", x.next, "err", err)
			select { // not woken by each new block
			case <-time.After(indexRetry):
			case <-ctx.Done():
			}
			wait = 0
		}
		select {
		case <-wake:
		case <-time.After(wait):
		case <-ctx.Done():
			return
		}
	}
}

// upToDate says whether the last indexed block is the head.
func (x *appearances) upToDate() (bool, error) {
	head, err := x.back.Chain.Head()
	if err != nil || x.next != head+1 || x.last == (common.Hash{}) {
		return false, err
	}
	h, err := x.back.Chain.Header(head)
	return h != nil && h.Hash() == x.last, err
}

// follow indexes up to the head.
func (x *appearances) follow(ctx context.Context) error {
	if done, err := x.upToDate(); err != nil || done {
		return err
	}
	if err := x.rewind(); err != nil {
		return err
	}
	started, told := x.next, time.Now()
	for ctx.Err() == nil {
		head, err := x.back.Chain.Head()
		if err != nil || x.next > head {
			return err
		}
		next, entries := x.next, [][2][]byte(nil)
		for ; next <= head && next-x.next < indexBlocks && len(entries) < indexEntries && ctx.Err() == nil; next++ {
			if entries, err = x.entries(ctx, next, entries); err != nil {
				return fmt.Errorf("block %d: %w", next, err)
			}
		}
		if ctx.Err() != nil {
			return nil
		}
		last := common.BytesToHash(entries[len(entries)-1][1])
		entries = append(entries, [2][]byte{nextKey, binary.BigEndian.AppendUint64(nil, next)})
		if err := x.index.Put(entries); err != nil {
			return err
		}
		x.last = last
		x.set(next)
		if head-started > indexBlocks && time.Since(told) > 10*time.Second {
			told = time.Now()
			x.log.Info("index of addresses is being made", "block", next-1, "of", head)
		}
	}
	return nil
}

func (x *appearances) set(next uint64) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.next = next
	close(x.moved)
	x.moved = make(chan struct{})
}

// rewind goes back to the last indexed block that the chain still has.
func (x *appearances) rewind() error {
	oldest := x.back.Chain.Oldest() // nothing before it can be indexed
	next := max(x.next, oldest)
	for ; next > oldest; next-- {
		want, ok, err := x.index.Get(blockKey(next - 1))
		if err != nil {
			return err
		}
		b, err := x.back.Chain.Block(next - 1)
		if err != nil {
			return err
		}
		if ok && b != nil && common.BytesToHash(want) == b.Hash {
			break
		}
	}
	if next != x.next {
		x.log.Info("index of addresses goes back", "from", x.next, "to", next)
		x.set(next)
	}
	return nil
}

// entries appends those of one block.
func (x *appearances) entries(ctx context.Context, number uint64, to [][2][]byte) ([][2][]byte, error) {
	b, err := x.back.Chain.Block(number)
	if err != nil || b == nil {
		return nil, orNotFound(err)
	}
	receipts, err := x.back.Chain.Receipts(number)
	if err != nil {
		return nil, err
	}
	if len(receipts) != len(b.Txs) {
		return nil, fmt.Errorf("%d transactions and %d receipts", len(b.Txs), len(receipts))
	}
	called, err := x.called(ctx, b, receipts)
	if err != nil {
		return nil, err
	}
	for i, r := range receipts {
		seen := called[i]
		if seen == nil {
			seen = map[common.Address]struct{}{}
		}
		seen[r.From] = struct{}{}
		if r.To != nil {
			seen[*r.To] = struct{}{}
		}
		if r.ContractAddress != (common.Address{}) {
			seen[r.ContractAddress] = struct{}{}
		}
		for _, l := range r.Logs {
			if len(l.Topics) >= 3 && l.Topics[0] == transferEvent {
				for _, topic := range l.Topics[1:3] {
					if party := common.BytesToAddress(topic[:]); common.BytesToHash(party[:]) == topic && party != (common.Address{}) {
						seen[party] = struct{}{}
					}
				}
			}
		}
		for a := range seen {
			to = append(to, [2][]byte{appearanceKey(a, number, i, r.TxHash), nil})
		}
	}
	return append(to, [2][]byte{blockKey(number), b.Hash[:]}), nil // the last one, see follow
}

// called are the addresses in the calls of each transaction, nil for one that ran no code. The block is executed again, up to the last transaction that ran code, which most blocks of
// plain transfers do not have.
func (x *appearances) called(ctx context.Context, b *Block, receipts []*Receipt) ([]map[common.Address]struct{}, error) {
	out := make([]map[common.Address]struct{}, len(receipts))
	last := -1
	for i, r := range receipts {
		if r.GasUsed-min(r.GasUsed, r.PubdataGas) != params.TxGas || r.To == nil {
			last = i
		}
	}
	number := b.Header.Number.Uint64()
	if last < 0 || number == 0 {
		return out, nil
	}
	a := &api{back: x.back}
	at, err := a.positionAfter(b.Header, number-1)
	if err != nil {
		return nil, err
	}
	err = x.back.Executor.Replay(ctx, at, b.Txs[:last+1], func(i int) *tracing.Hooks {
		return &tracing.Hooks{OnEnter: func(depth int, _ byte, from, to common.Address, _ []byte, _ uint64, _ *big.Int) {
			if depth == 0 {
				return // in the receipt
			}
			if out[i] == nil {
				out[i] = map[common.Address]struct{}{}
			}
			out[i][from] = struct{}{}
			if !stf.IsPrecompile(x.back.Config.Fork, to) {
				out[i][to] = struct{}{}
			}
		}}
	})
	return out, err
}
