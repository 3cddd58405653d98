package fetch

import (
	"context"
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

// Restored is what Into has made.
type Restored struct {
	Before    uint64 // batch with which the directory was found; 0: it was new
	Batch     uint64 // the last one
	Block     store.BlockRef
	Chain     rollup.ChainState
	L1        store.L1Progress // as of the final L1 block, of the batches that are there
	Committed uint64           // batches that L1 has at its head: those after Batch were not taken
}

// Destination of a restoration.
type Destination struct {
	Store   *store.Rebuild
	Genesis *store.Genesis
	Archive *da.Archive                                                    // keeps the blobs that were read; may be nil
	Applied func(batch *derive.Batch, total uint64, result *derive.Result) // after each batch; may be nil
}

// Into makes a node's directory from L1 alone and finishes it: the state after the last batch that L1 has by its final block, and the batches. It can be killed at any time: with the same directory it
// goes on. Errors are those of Rebuild, and ErrOtherHistory.
func Into(ctx context.Context, client L1, cfg Config, to Destination) (*Restored, error) {
	keep := &remembered{Source: cfg.Blobs, blobs: map[common.Hash][]byte{}}
	if cfg.Blobs != nil {
		cfg.Blobs = keep
	}
	source, err := Open(ctx, client, cfg)
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
	out := &Restored{}
	var chain rollup.ChainState
	if out.Before, chain, _, err = to.Store.At(); err != nil {
		return nil, err
	}
	if err := source.goOn(ctx, to.Store, out.Before); err != nil {
		return nil, err
	}
	reading, stop := context.WithCancel(ctx)
	ahead := readAhead(reading, source, keep)
	defer func() { // the reader ends before this function does
		stop()
		for range ahead.batches {
		}
	}()
	before := chain.Commitment()
	end, last, err := derive.Run(ctx, chain, out.Before, to.Store, ahead, func(b *derive.Batch, result *derive.Result) error {
		if err := ahead.now.archive(to.Archive); err != nil {
			return err
		}
		sealed, err := ahead.now.sealed(before, to.Genesis.Config.Hash(), result)
		if err != nil {
			return err
		}
		if err := to.Store.Keep(sealed, &result.After); err != nil {
			return err
		}
		if before = b.StateCommitment; to.Applied != nil {
			to.Applied(b, source.Total(), result)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	out.Batch, out.Chain = last, *end
	t := &source.totals
	out.L1 = store.L1Progress{Committed: min(t.Committed, last), Proven: min(t.Verified, last), Executed: min(t.Executed, last)}
	if _, _, out.Block, err = to.Store.At(); err != nil {
		return nil, err
	}
	now, err := source.contract.Totals(ctx, nil)
	if err != nil {
		return nil, err
	}
	out.Committed = now.Committed
	return out, to.Store.Finish(out.L1)
}

// goOn makes the batch after last the next one, if L1 still has last as it is in the store.
func (s *Source) goOn(ctx context.Context, from *store.Rebuild, last uint64) error {
	if last == 0 {
		return nil
	}
	if last > s.total {
		return fmt.Errorf("%d batches are here, L1 has %d: %w", last, s.total, ErrOtherHistory)
	}
	b, err := from.Batch(last)
	if err != nil {
		return err
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
				p.committed, p.blobs = s.Last(), keep.take()
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
