package fetch

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/chain/derive"
	"github.com/ashlar-labs/ashlar/chain/genesis"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/da"
	"github.com/ashlar-labs/ashlar/settlement/operator"
)

// ErrOtherHistory says that L1 has another batch than a directory that was made of it: it was reverted meanwhile.
var ErrOtherHistory = errors.New("L1 has other batches than this directory was made of: remove it and begin anew")

// ErrUnusable says that a directory that was made of L1 does not hold what was put there.
var ErrUnusable = errors.New("this directory does not hold what was read from L1")

// ErrBehind says that L1's node has not come to where L1 was read before.
var ErrBehind = errors.New("L1's node is behind, or --l1-finality was lower before: try again when its final block is")

// Restored is what Into has made.
type Restored struct {
	Before    uint64 // batch with which the directory was found; 0: it was new
	Batch     uint64 // the last one
	Block     store.BlockRef
	Chain     rollup.ChainState
	L1        store.L1Progress // as of the final L1 block, of the batches that are there
	Committed uint64           // batches that L1 has at its head: those after Batch were not taken
}

// Destination of batches.
type Destination struct {
	Store   *store.Rebuild
	Genesis *store.Genesis
	Archive *da.Archive                                                    // keeps the blobs that were read; may be nil
	Visit   func(*Published) error                                         // each batch whose commitment is the one on L1, before it is kept; may be nil
	Applied func(batch *derive.Batch, total uint64, result *derive.Result) // after each batch; may be nil
}

// Published is a batch with what it gave to L1 besides the state.
type Published struct {
	derive.Batch
	Pubdata *rollup.Pubdata
	Output  rollup.BatchOutput
}

// Into makes a node's directory from L1 alone and finishes it: the state after the last batch that L1 has by its final block, and the batches. It can be killed at any time: with the same directory it
// goes on. Errors are those of [Derivation.Update], and ErrOtherHistory.
func Into(ctx context.Context, client L1, cfg Config, to Destination) (*Restored, error) {
	f, err := follow(ctx, client, cfg, &to)
	if err != nil {
		return nil, err
	}
	out := &Restored{Before: f.before, Batch: f.last, Chain: *f.end}
	t := &f.source.totals
	out.L1 = store.L1Progress{Committed: min(t.Committed, f.last), Proven: min(t.Verified, f.last), Executed: min(t.Executed, f.last)}
	if _, _, out.Block, err = to.Store.At(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrUnusable, err)
	}
	now, err := f.source.contract.Totals(ctx, nil)
	if err != nil {
		return nil, err
	}
	out.Committed = now.Committed
	if err := to.Store.KV(readView).Batch().Delete(readKey).Commit(); err != nil {
		return nil, err
	}
	return out, to.Store.Finish(out.L1)
}

// followed is what follow has done.
type followed struct {
	source       *Source
	before, last uint64 // batches
	end          *rollup.ChainState
}

// follow brings a store from where it is to the last batch that L1 has by its final block. What it goes on from is compared with L1: the genesis, the chain after the last batch with the commitment of that
// batch, and the batch with what L1 keeps of it.
func follow(ctx context.Context, client L1, cfg Config, to *Destination) (*followed, error) {
	keep := &remembered{Source: cfg.Blobs, blobs: map[common.Hash][]byte{}}
	if cfg.Blobs != nil {
		cfg.Blobs = keep
	}
	done, err := readUpTo(to.Store)
	if err != nil {
		return nil, err
	}
	source, err := open(ctx, client, cfg, done.commit)
	if err != nil {
		return nil, err
	}
	begin, err := genesis.ChainState(to.Genesis)
	if err != nil {
		return nil, err
	}
	if err := source.CheckGenesis(ctx, begin.Commitment()); err != nil {
		return nil, err
	}
	before, chain, _, err := to.Store.At()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrUnusable, err)
	}
	if err := source.goOn(ctx, to.Store, before, &chain, begin.Commitment(), done.final); err != nil {
		return nil, err
	}
	reading, stop := context.WithCancel(ctx)
	ahead := readAhead(reading, source, keep)
	defer func() { // the reader ends before this function does
		stop()
		for range ahead.batches {
		}
	}()
	commitment := chain.Commitment()
	end, last, err := derive.Run(ctx, chain, before, kept{to.Store}, ahead, func(b *derive.Batch, result *derive.Result) error {
		p := ahead.now
		if err := p.archive(to.Archive); err != nil {
			return err
		}
		sealed, err := p.sealed(commitment, to.Genesis.Config.Hash(), result)
		if err != nil {
			return err
		}
		if to.Visit != nil {
			if err := to.Visit(&Published{Batch: *b, Pubdata: result.Pubdata, Output: p.committed.Output}); err != nil {
				return err
			}
		}
		to.Store.Beside(readView, readKey, (&upTo{commit: p.block, final: source.at.Uint64()}).encode())
		if err := to.Store.Keep(sealed, &result.After); err != nil {
			return fmt.Errorf("%w: %w", ErrUnusable, err)
		}
		if commitment = b.StateCommitment; to.Applied != nil {
			to.Applied(b, source.Total(), result)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if err := to.Store.Damaged(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrUnusable, err)
	}
	return &followed{source: source, before: before, last: last, end: end}, to.Store.Sync()
}

// kept is a store whose errors are ErrUnusable: what it has is not what this program has put there.
type kept struct{ *store.Rebuild }

func unusable[T any](v T, err error) (T, error) {
	if err != nil {
		err = fmt.Errorf("%w: %w", ErrUnusable, err)
	}
	return v, err
}

// Account implements derive.State.
func (k kept) Account(a common.Address) (rollup.Account, error) {
	return unusable(k.Rebuild.Account(a))
}

// Storage implements derive.State.
func (k kept) Storage(a common.Address, slot common.Hash) (common.Hash, error) {
	return unusable(k.Rebuild.Storage(a, slot))
}

// Apply implements derive.State.
func (k kept) Apply(batch uint64, diff *rollup.StateDiff) (common.Hash, error) {
	return unusable(k.Rebuild.Apply(batch, diff))
}

// Where a store keeps how far L1 was read for it.
const readView = "L1 read"

var readKey = []byte("up to")

// upTo says how far L1 was read for a store.
type upTo struct {
	commit uint64 // L1 block in which the last batch, or one before it, was committed
	final  uint64 // L1 block that was final then
}

func (u *upTo) encode() []byte {
	return binary.BigEndian.AppendUint64(binary.BigEndian.AppendUint64(nil, u.commit), u.final)
}

// readUpTo is what a store knows of that; a new one knows nothing.
func readUpTo(s *store.Rebuild) (u upTo, err error) {
	value, err := s.KV(readView).Get(readKey)
	switch {
	case errors.Is(err, store.ErrNotFound):
		return u, nil
	case err == nil && len(value) != 16:
		err = fmt.Errorf("L1 blocks that were read: %d bytes", len(value))
	}
	if err != nil {
		return u, fmt.Errorf("%w: %w", ErrUnusable, err)
	}
	return upTo{binary.BigEndian.Uint64(value), binary.BigEndian.Uint64(value[8:])}, nil
}

// goOn makes the batch after last the next one, if the store's chain is that of its last batch and L1 still has that batch. final is the L1 block that was final when the store was made.
func (s *Source) goOn(ctx context.Context, from *store.Rebuild, last uint64, chain *rollup.ChainState, begin common.Hash, final uint64) error {
	if last == 0 {
		if got := chain.Commitment(); got != begin {
			return fmt.Errorf("%w: state %v, the genesis is %v", ErrUnusable, got, begin)
		}
		return nil
	}
	b, err := unusable(from.Batch(last))
	if err != nil {
		return err
	}
	if got := chain.Commitment(); got != b.StateAfter || b.Number != last {
		return fmt.Errorf("%w: state %v, batch %d ends with %v", ErrUnusable, got, last, b.StateAfter)
	}
	if last > s.total {
		if s.at.Uint64() < final {
			return fmt.Errorf("%d batches are here, L1's node has %d by its block %v: %w %d", last, s.total, s.at, ErrBehind, final)
		}
		return fmt.Errorf("%d batches are here, L1 has %d: %w", last, s.total, ErrOtherHistory)
	}
	theirs, err := s.contract.StoredBatchHash(ctx, last, s.at)
	if err != nil {
		return err
	}
	if ours := b.Stored(); ours.Hash() != theirs {
		return fmt.Errorf("batch %d: %w", last, ErrOtherHistory)
	}
	s.next = last + 1
	return nil
}

// published is a batch on its way, with how it was committed and its blobs.
type published struct {
	*derive.Batch
	committed *operator.Committed
	block     uint64 // of L1, in which it was committed
	blobs     map[common.Hash][]byte
	err       error
}

// archive keeps the blobs, which were found to be right.
func (p *published) archive(to *da.Archive) error {
	if to == nil {
		return nil
	}
	for hash, blob := range p.blobs {
		if err := to.Put(hash, blob); err != nil {
			return err
		}
	}
	return nil
}

// sealed is the batch as the node that sealed it had it, but for what L1 does not tell: the guest's cycles and the time. The guest's output is the public input, or L1 would not execute the batch.
func (p *published) sealed(before, config common.Hash, r *derive.Result) (*store.SealedBatch, error) {
	c, pub := p.committed, r.Pubdata
	if c.FirstBlock != pub.FirstBlock || c.LastBlock != pub.LastBlock || c.Output.LastBlockTimestamp != pub.LastTimestamp {
		return nil, fmt.Errorf("commit call: blocks %d to %d at %d s, pubdata have %d to %d at %d s: %w",
			c.FirstBlock, c.LastBlock, c.Output.LastBlockTimestamp, pub.FirstBlock, pub.LastBlock, pub.LastTimestamp, derive.ErrMismatch)
	}
	leaves := make([]common.Hash, len(pub.Logs))
	for i := range pub.Logs {
		leaves[i] = pub.Logs[i].Hash()
	}
	if root := rollup.L2LogsRoot(leaves); root != c.Output.L2LogsRoot {
		return nil, fmt.Errorf("root of logs %v, L1 has %v: %w", root, c.Output.L2LogsRoot, derive.ErrMismatch)
	}
	b := &store.SealedBatch{Pubdata: p.Pubdata, LogLeaves: leaves, SealedAt: pub.LastTimestamp, Reason: "taken from L1"}
	b.Batch = rollup.Batch{
		Number: p.Number, FirstBlock: pub.FirstBlock, LastBlock: pub.LastBlock, StateBefore: before, StateAfter: p.StateCommitment, TreeRoot: r.After.TreeRoot, ConfigHash: config,
		Output: c.Output, PublicInput: rollup.PublicInput(before, p.StateCommitment, config, c.Output.Hash()),
	}
	b.GuestOutput = b.PublicInput
	return b, nil
}

// batchesAhead is how many batches are read while others are applied: L1 is far away, and blobs take time to check. They are in memory.
const batchesAhead = 8

// ahead is a Source whose batches are read before they are asked for.
type ahead struct {
	batches chan *published
	now     *published // that Next gave last
}

// readAhead reads until ctx ends or an error.
func readAhead(ctx context.Context, s *Source, keep *remembered) *ahead {
	a := &ahead{batches: make(chan *published, batchesAhead)}
	go func() {
		defer close(a.batches)
		for {
			p := &published{}
			if p.Batch, p.err = s.Next(ctx); p.err == nil {
				p.committed, p.block, p.blobs = s.Last(), s.commits[p.Number].block, keep.take()
			}
			select {
			case a.batches <- p:
			case <-ctx.Done():
				return
			}
			if p.err != nil {
				return
			}
		}
	}()
	return a
}

// Next implements derive.Source.
func (a *ahead) Next(ctx context.Context) (*derive.Batch, error) {
	select {
	case p, ok := <-a.batches:
		if !ok {
			return nil, errors.Join(ctx.Err(), io.ErrUnexpectedEOF) // only after ctx has ended
		}
		a.now = p
		return p.Batch, p.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// remembered are the blobs of a source that were read since take.
type remembered struct {
	da.Source
	blobs map[common.Hash][]byte
}

// Blob implements da.Source.
func (r *remembered) Blob(ctx context.Context, hash common.Hash) ([]byte, error) {
	blob, err := r.Source.Blob(ctx, hash)
	if err == nil {
		r.blobs[hash] = blob
	}
	return blob, err
}

// Pubdata implements da.PubdataSource. It is in the batch, and not remembered.
func (r *remembered) Pubdata(ctx context.Context, hash common.Hash) ([]byte, error) {
	return da.Any{r.Source}.Pubdata(ctx, hash)
}

func (r *remembered) take() map[common.Hash][]byte {
	blobs := r.blobs
	r.blobs = map[common.Hash][]byte{}
	return blobs
}
