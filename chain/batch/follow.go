package batch

import (
	"context"
	"errors"
	"fmt"

	"github.com/ashlar-labs/ashlar/chain/state"
	treestore "github.com/ashlar-labs/ashlar/chain/state/store"
	"github.com/ashlar-labs/ashlar/chain/state/tree"
	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/rollup/record"
	"github.com/ashlar-labs/ashlar/witness"
)

// Follow seals a batch that another node has cut, from blocks that are here and durable, and compares what it comes to with what the other node says: [ErrDisagreement], and nothing is kept. The guest is not
// run; what it said is taken from the record, and it is the public input that is computed here. A batch that is sealed already is compared only. results are what execution gave for the batch's blocks; without
// them (nil), the blocks are executed again. Recover must have come first.
func (s *Sealer) Follow(r *record.Batch, results []*stf.BlockResult) error {
	last, err := s.lastBatch()
	if err != nil {
		return err
	}
	if r.Number <= last.Number {
		have, err := s.store.BatchInfo(r.Number)
		if err != nil {
			return err
		}
		return agree(have, r)
	}
	if err := inOrder(last, r); err != nil {
		return err
	}
	sealed, next, err := s.compute(r, results)
	if err != nil {
		return fmt.Errorf("follow batch %d: %w", r.Number, err)
	}
	if err := agree(sealed, r); err != nil {
		return err
	}
	if err := s.store.PutBatch(sealed); err != nil {
		return err
	}
	if err := next.Commit(); err != nil {
		return fmt.Errorf("update the state tree: %w", err)
	}
	return nil
}

// lastBatch is the last sealed batch; number 0 is none.
func (s *Sealer) lastBatch() (*store.SealedBatch, error) {
	last, err := s.store.LastBatch()
	if errors.Is(err, store.ErrNotFound) {
		return &store.SealedBatch{}, nil
	}
	return last, err
}

func inOrder(last *store.SealedBatch, r *record.Batch) error {
	if r.Number != last.Number+1 || r.FirstBlock != last.LastBlock+1 || r.LastBlock < r.FirstBlock {
		return fmt.Errorf("follow batch %d of blocks %d to %d: the last batch is %d, up to block %d: %w", r.Number, r.FirstBlock, r.LastBlock, last.Number, last.LastBlock, store.ErrOrder)
	}
	return nil
}

// SealAs seals the batch after the last one as another node has cut it, from blocks that are here, in the way of [Sealer.Seal]: node and guest have to agree, with each other and with the record, whose cycles and time are not looked at; else
// it is [ErrDisagreement], and nothing is kept. Recover must have come first, and comes again before the next Seal.
func (s *Sealer) SealAs(ctx context.Context, r *record.Batch) error {
	last, err := s.lastBatch()
	if err != nil {
		return err
	}
	if err := inOrder(last, r); err != nil {
		return err
	}
	work, err := s.prepare(r.Number, r.FirstBlock, r.LastBlock)
	if err != nil {
		return err
	}
	sealed, err := s.execute(ctx, r.Number, work)
	if err != nil {
		return fmt.Errorf("batch %d: %w", r.Number, err)
	}
	sealed.FirstBlock, sealed.LastBlock, sealed.Reason = r.FirstBlock, r.LastBlock, r.Reason
	if err := agree(sealed, r); err != nil {
		return err
	}
	if err := s.store.PutBatch(sealed); err != nil {
		return err
	}
	return s.apply(r.Number, sealed.TreeRoot, work)
}

// compute is the batch of the record's blocks and the state tree after it. There is no witness: nobody asks for one here.
func (s *Sealer) compute(r *record.Batch, results []*stf.BlockResult) (*store.SealedBatch, *treestore.Next, error) {
	w := &witness.Witness{Config: s.store.Genesis().Config, SettlementChainID: s.cfg.SettlementChainID, DA: witness.DA{Scheme: s.cfg.Scheme}}
	before, err := s.store.ChainStateAt(r.FirstBlock - 1)
	if err != nil {
		return nil, nil, err
	}
	root, err := s.tree.Root(r.Number - 1)
	if err != nil {
		return nil, nil, err
	}
	before.TreeRoot = root.Bytes()
	w.Before = *before
	batch, err := s.sum(r, before, results)
	if err != nil {
		return nil, nil, err
	}
	pubdata := batch.Pubdata.Encode()
	if uint64(len(pubdata)) > s.cfg.Scheme.Capacity() {
		return nil, nil, fmt.Errorf("%d bytes: %w", len(pubdata), ErrTooLarge)
	}
	if w.DA.VersionedHashes, err = s.da.VersionedHashes(pubdata); err != nil {
		return nil, nil, err
	}
	next, err := s.tree.Prepare(r.Number, tree.Entries(state.DiffOf(&batch.Diff)))
	if err != nil {
		return nil, nil, err
	}
	result, err := witness.Conclude(w, batch, next.Root.Bytes())
	if err != nil {
		return nil, nil, err
	}
	sealed := sealedBatch(r.Number, w, batch, result)
	sealed.FirstBlock, sealed.LastBlock, sealed.Reason = r.FirstBlock, r.LastBlock, r.Reason
	sealed.GuestOutput, sealed.GuestCycles, sealed.SealedAt = result.PublicInput, r.GuestCycles, r.SealedAt
	return sealed, next, nil
}

// sum is what the batch's blocks come to.
func (s *Sealer) sum(r *record.Batch, before *rollup.ChainState, results []*stf.BlockResult) (*stf.BatchResult, error) {
	config := &s.store.Genesis().Config
	if results != nil {
		if n := uint64(len(results)); n != r.LastBlock-r.FirstBlock+1 || results[0].Block.Env.Number != r.FirstBlock || results[n-1].Block.Env.Number != r.LastBlock {
			return nil, fmt.Errorf("results of %d blocks from %d on are not those of blocks %d to %d: %w", n, results[0].Block.Env.Number, r.FirstBlock, r.LastBlock, store.ErrOrder)
		}
		diffs := make([]*rollup.StateDiff, len(results))
		for i, result := range results {
			diffs[i] = &result.Diff
		}
		return stf.Summarize(config, before, results, stf.Merge(diffs...))
	}
	pre, err := s.store.StateAt(r.FirstBlock - 1)
	if err != nil {
		return nil, err
	}
	blocks, err := s.blocks(r.FirstBlock, r.LastBlock)
	if err != nil {
		return nil, err
	}
	return stf.ExecuteBatch(config, before, pre, blocks)
}

// agree compares a batch with the record of it. The public input binds the states before and after, so what the guest said has to be the same.
func agree(have *store.SealedBatch, r *record.Batch) error {
	switch {
	case have.FirstBlock != r.FirstBlock || have.LastBlock != r.LastBlock:
		return fmt.Errorf("batch %d has blocks %d to %d here, the sequencer says %d to %d: %w", r.Number, have.FirstBlock, have.LastBlock, r.FirstBlock, r.LastBlock, ErrDisagreement)
	case have.StateAfter != r.StateAfter:
		return fmt.Errorf("batch %d ends in state %v here, the sequencer says %v: %w", r.Number, have.StateAfter, r.StateAfter, ErrDisagreement)
	case have.PublicInput != r.PublicInput || r.GuestOutput != r.PublicInput:
		return fmt.Errorf("batch %d has public input %v here, the sequencer says %v and its guest %v: %w", r.Number, have.PublicInput, r.PublicInput, r.GuestOutput, ErrDisagreement)
	}
	return nil
}

// Record is what others are told about a batch.
func Record(b *store.SealedBatch) *record.Batch {
	return &record.Batch{
		Number: b.Number, FirstBlock: b.FirstBlock, LastBlock: b.LastBlock, StateAfter: b.StateAfter, PublicInput: b.PublicInput, GuestOutput: b.GuestOutput,
		GuestCycles: b.GuestCycles, SealedAt: b.SealedAt, Reason: b.Reason[:min(len(b.Reason), record.MaxReason)],
	}
}
