package escape

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/chain/derive"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/da"
	"github.com/ashlar-labs/ashlar/settlement/fetch"
	"github.com/ashlar-labs/ashlar/settlement/operator"
	"github.com/ashlar-labs/ashlar/settlement/prove"
	"github.com/ashlar-labs/ashlar/settlement/txmgr"
)

// Settled is a batch of priority operations that this call has settled.
type Settled struct {
	Batch      uint64
	Operations uint64
}

// Settle settles what waits, batch after batch, until nothing does. Priority mode has to be on.
func (e *Escape) Settle(ctx context.Context) (list []Settled, err error) {
	for {
		s, err := e.Look(ctx)
		if err != nil {
			return list, err
		}
		if done, err := e.finished(ctx, s); done || err != nil {
			return list, err
		}
		at, err := e.rebuild(ctx)
		if err != nil {
			return list, err
		}
		if at.Batch != s.Executed { // L1 went on, or has not made the last batch final yet
			if err := e.wait(ctx); err != nil {
				return list, err
			}
			continue
		}
		settled, err := e.next(ctx, at, s)
		if err != nil {
			return list, err
		}
		if settled != nil {
			list = append(list, *settled)
		}
	}
}

// finished reports whether there is nothing to settle, and refuses what cannot go on.
func (e *Escape) finished(ctx context.Context, s *Status) (bool, error) {
	// An attempt of an earlier run comes first: what it did is part of the state.
	done, open, _, err := e.resume(ctx, settleName(s.Executed+1), "batch settled")
	switch {
	case err != nil:
		return false, err
	case open:
		if !done {
			e.say("batch %d: that transaction failed: somebody else was first, or L1 has changed", s.Executed+1)
		}
		return false, nil
	case s.Frozen:
		return false, errors.New("the chain is frozen by the owner of its ChainTypeManager: nothing can be settled until it is not")
	case !s.PriorityMode:
		return false, ErrNotActive
	}
	return s.Waiting() == 0, nil
}

func settleName(batch uint64) string { return fmt.Sprintf("settle/%d", batch) }

// next settles one batch on the state at. nil says that somebody else was first, or that there is nothing final to settle.
func (e *Escape) next(ctx context.Context, at *fetch.Rebuilt, s *Status) (*Settled, error) {
	number := at.Batch + 1
	if at.PriorityOps != s.First {
		now, err := e.Look(ctx)
		if err == nil && now.Executed == at.Batch {
			err = fmt.Errorf("%w: its batches hold %d operations, its queue begins with %d", ErrOtherL1, at.PriorityOps, now.First)
		}
		return nil, err
	}
	ops, err := e.waiting(ctx, at.PriorityOps, e.cfg.MaxOps)
	if err != nil {
		return nil, err
	}
	if len(ops) == 0 { // not final on L1 yet
		return nil, e.wait(ctx)
	}
	e.say("batch %d: executing %d operations", number, len(ops))
	sealed, err := e.seal(ctx, at, ops)
	if err != nil {
		return nil, err
	}
	if e.cfg.sealed != nil {
		e.cfg.sealed(sealed)
	}
	c, err := e.settlement(ctx, &at.Last, sealed)
	if err != nil {
		return nil, err
	}
	done, err := e.try(ctx, settleName(number), fmt.Sprintf("batch %d settled", number), *c)
	if done {
		return e.settled(ctx, sealed)
	}
	return nil, e.overtaken(ctx, number, err)
}

// overtaken sorts the failure of a settlement: when L1 has the batch, or what waits has changed, the next round sees the new state; otherwise the failure is told.
func (e *Escape) overtaken(ctx context.Context, number uint64, failure error) error {
	if failure != nil && !errors.Is(failure, txmgr.ErrRefused) {
		return failure
	}
	now, err := e.Look(ctx)
	switch {
	case err != nil:
		return err
	case now.Executed >= number:
		e.say("batch %d: somebody else has settled it; going on from the new state", number)
		return nil
	case !now.PriorityMode:
		return fmt.Errorf("batch %d: %w any more: its owner has ended it", number, ErrNotActive)
	case failure == nil:
		return fmt.Errorf("batch %d: %w, although nobody else has settled it", number, errFailed)
	}
	return fmt.Errorf("batch %d: %w", number, failure)
}

// settlement is the call that settles a batch after last.
func (e *Escape) settlement(ctx context.Context, last *rollup.StoredBatchInfo, sealed *store.SealedBatch) (*call, error) {
	data, err := da.Prepare(sealed.Output.DAScheme, sealed.Pubdata)
	if err != nil {
		return nil, err
	}
	proof, err := prove.PublicInputs{}.Proof(ctx, []*rollup.Batch{&sealed.Batch})
	if err != nil {
		return nil, err
	}
	c := &call{to: e.cfg.Chain}
	if data.Scheme == rollup.DAValidium { // here L1 wants them, so that anybody can go on
		data.Input = sealed.Pubdata
	}
	if c.data, err = operator.Settle(last, []operator.Committed{operator.Describe(&sealed.Batch, data.Input)}, proof); err != nil {
		return nil, err
	}
	if c.sidecar, err = da.Sidecar(data); err != nil || c.sidecar == nil {
		return c, err
	}
	return c, e.cfg.Archive.PutSidecar(c.sidecar)
}

// settled is the batch, which L1 has taken; nil when an earlier attempt of this process or of one before it had other contents, and that one counts.
func (e *Escape) settled(ctx context.Context, sealed *store.SealedBatch) (*Settled, error) {
	stored := sealed.Stored()
	hash, err := e.contract.StoredBatchHash(ctx, sealed.Number, nil)
	if err != nil || hash != stored.Hash() {
		return nil, err
	}
	return &Settled{Batch: sealed.Number, Operations: sealed.Output.NumL1Txs}, nil
}

// derivation is where the state is kept.
func (e *Escape) derivation() *fetch.Derivation {
	d := &fetch.Derivation{Dir: e.cfg.State, Genesis: e.cfg.Genesis, Archive: e.cfg.Archive, Say: e.cfg.Say, Visit: e.keepMessages}
	if e.cfg.Derived != nil {
		d.Applied = func(b *derive.Batch, total uint64, _ *derive.Result) { e.cfg.Derived(b.Number, total) }
	}
	return d
}

// rebuild derives the state from L1, as of its last executed batch, from where it was the last time.
func (e *Escape) rebuild(ctx context.Context) (*fetch.Rebuilt, error) {
	ours := e.cfg.Genesis.Config.Hash()
	theirs, err := e.contract.ConfigHash(ctx)
	if err != nil {
		return nil, err
	}
	if theirs != ours {
		return nil, fmt.Errorf("L1 has the chain under configuration %v, its genesis here says %v: this program or this chain directory is of another version", theirs, ours)
	}
	cfg := fetch.Config{Chain: e.cfg.Chain, StartBlock: e.cfg.StartBlock, Blobs: keeping{da.Any{e.cfg.Archive, e.cfg.Blobs}, e.cfg.Archive}}
	return e.derived.Update(ctx, e.l1, cfg)
}

// keeping is a source that keeps the pubdata of a validium that it has read, so that they are there next time. They are checked by who reads, and again when they are read from the archive.
type keeping struct {
	da.Any
	archive *da.Archive
}

// Pubdata implements da.PubdataSource.
func (k keeping) Pubdata(ctx context.Context, hash common.Hash) ([]byte, error) {
	pubdata, err := k.Any.Pubdata(ctx, hash)
	if err != nil || rollup.PubdataHash(pubdata) != hash {
		return pubdata, err
	}
	return pubdata, k.archive.PutPubdata(pubdata)
}
