package batch

import (
	"context"
	"errors"
	"fmt"

	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup/record"
)

// Follow seals a batch that another node has cut, from blocks that are here and durable, and compares what it comes to with what the other node says: [ErrDisagreement], and nothing is kept. The guest is not
// run; what it said is taken from the record, and it is the public input that is computed here. A batch that is sealed already is compared only. Recover must have come first.
func (s *Sealer) Follow(ctx context.Context, r *record.Batch) error {
	last, err := s.store.LastBatch()
	if errors.Is(err, store.ErrNotFound) {
		last, err = &store.SealedBatch{}, nil
	}
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
	if r.Number != last.Number+1 || r.FirstBlock != last.LastBlock+1 {
		return fmt.Errorf("follow batch %d from block %d: the last batch is %d, up to block %d: %w", r.Number, r.FirstBlock, last.Number, last.LastBlock, store.ErrOrder)
	}
	work, err := s.collect(r.FirstBlock, r.LastBlock, last.Number)
	if err != nil {
		return fmt.Errorf("follow batch %d: %w", r.Number, err)
	}
	if uint64(len(work.pubdata)) > s.cfg.Scheme.Capacity() {
		return fmt.Errorf("follow batch %d: %d bytes: %w", r.Number, len(work.pubdata), ErrTooLarge)
	}
	if work.witness.DA.VersionedHashes, err = s.da.VersionedHashes(work.pubdata); err != nil {
		return fmt.Errorf("follow batch %d: %w", r.Number, err)
	}
	without := &Sealer{cfg: s.cfg}
	sealed, err := without.execute(ctx, r.Number, work)
	if err != nil {
		return fmt.Errorf("follow batch %d: %w", r.Number, err)
	}
	sealed.FirstBlock, sealed.LastBlock, sealed.Reason = r.FirstBlock, r.LastBlock, r.Reason
	sealed.GuestCycles, sealed.SealedAt = r.GuestCycles, r.SealedAt
	if err := agree(sealed, r); err != nil {
		return err
	}
	if err := s.store.PutBatch(sealed); err != nil {
		return err
	}
	return s.apply(r.Number, sealed.TreeRoot, work)
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
