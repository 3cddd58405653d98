// Package local connects settlement with the node's store: sealed batches for the stages, key-value views for the durable parts, and the store's record of
// what L1 has done with batches, which the watcher keeps.
//
// In: a chain/store.Store. Out: [Batches] (stage.Batches), [KV] (durable.KV), [Recorder] (watch.Config.OnBatch). All of them may be used at the same time as the store. [Forget] empties what they have kept.
package local

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/durable"
	"github.com/ashlar-labs/ashlar/settlement/operator"
	"github.com/ashlar-labs/ashlar/settlement/stage"
	"github.com/ashlar-labs/ashlar/settlement/watch"
)

// Batches are the sealed batches of a store.
type Batches struct {
	Store *store.Store
	First rollup.StoredBatchInfo // batch 0
}

// LastSealed implements stage.Batches.
func (b Batches) LastSealed() (uint64, error) {
	last, err := b.Store.LastBatch()
	if errors.Is(err, store.ErrNotFound) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	return last.Number, nil
}

// Sealed implements stage.Batches.
func (b Batches) Sealed(number uint64) (*stage.Batch, error) {
	sealed, err := b.Store.Batch(number)
	if err != nil {
		return nil, fmt.Errorf("sealed batch %d: %w", number, err)
	}
	return &stage.Batch{Batch: sealed.Batch, Pubdata: sealed.Pubdata}, nil
}

// Genesis implements stage.Batches.
func (b Batches) Genesis() rollup.StoredBatchInfo { return b.First }

// Settleable are the sealed batches that may go to L1: those before the first one with a priority operation that L1 has undone.
type Settleable struct {
	Batches
	Lost func() (first uint64, ok bool, err error) // watch.Watcher.Lost
}

// LastSealed implements stage.Batches.
func (b Settleable) LastSealed() (uint64, error) {
	last, err := b.Batches.LastSealed()
	if err != nil {
		return 0, err
	}
	first, lost, err := b.Lost()
	if err != nil || !lost {
		return last, err
	}
	for ; last > 0; last-- {
		info, err := b.Store.BatchInfo(last)
		if err != nil {
			return 0, fmt.Errorf("sealed batch %d: %w", last, err)
		}
		end, err := b.Store.Ref(info.LastBlock)
		if err != nil {
			return 0, fmt.Errorf("end of batch %d: %w", last, err)
		}
		if end.PriorityOps <= first {
			break
		}
	}
	return last, nil
}

// KV is a view of a store as a durable.KV.
type KV struct{ View *store.View }

// Watched is where the watcher keeps what it has read on L1, Intents where transactions to L1 are kept before they are sent, Costs where it is kept what they cost.
func Watched(s *store.Store) KV { return KV{s.KV("watch")} }
func Intents(s *store.Store) KV { return KV{s.KV("settlement")} } // see Watched
func Costs(s *store.Store) KV   { return KV{s.KV("costs")} }      // see Watched

// Get implements durable.KV.
func (k KV) Get(key []byte) ([]byte, bool, error) {
	value, err := k.View.Get(key)
	if errors.Is(err, store.ErrNotFound) {
		return nil, false, nil
	}
	return value, err == nil, err
}

// Scan implements durable.KV.
func (k KV) Scan(from, to []byte, visit func(key, value []byte) bool) error {
	for e, err := range k.View.Range(from, to) {
		if err != nil {
			return err
		}
		if !visit(e.Key, e.Value) {
			return nil
		}
	}
	return nil
}

// Write implements durable.KV.
func (k KV) Write(changes ...durable.Change) error {
	batch := k.View.Batch()
	for _, c := range changes {
		if c.Value == nil {
			batch.Delete(c.Key)
		} else {
			batch.Put(c.Key, c.Value)
		}
	}
	return batch.Commit()
}

// Recorder writes into the store what L1 has done with batches. Batches that this node does not have (yet) are left out: a node that is being rebuilt
// sees them on L1 before it has them.
type Recorder struct{ Store *store.Store }

// OnBatch is a watch.Config.OnBatch. The same event again changes nothing.
func (r Recorder) OnBatch(e watch.BatchEvent) error {
	progress, err := r.Store.L1Progress()
	if err != nil {
		return err
	}
	if e.Kind == operator.BatchesReverted {
		return r.reverted(e, progress)
	}
	sealed, err := Batches{Store: r.Store}.LastSealed()
	if err != nil {
		return err
	}
	statuses := make(map[uint64]store.BatchL1Status)
	last := min(e.Last, sealed)
	for n := e.First; n <= last; n++ {
		status, err := r.Store.BatchL1Status(n)
		if err != nil {
			return err
		}
		statuses[n] = with(status, e)
	}
	return r.Store.UpdateL1(advanced(progress, e.Kind, last), statuses)
}

// ErrDisagrees says that a batch on L1 is not the one that the chain's blocks give.
var ErrDisagrees = errors.New("L1 has another batch than this node")

// Compare compares the last batch of an event with the one that is here. Events that do not say what the batch is, batches that are not here (yet), and batch 0 are passed over.
func (r Recorder) Compare(e watch.BatchEvent) error {
	if e.Kind != operator.BatchCommitted && e.Kind != operator.BatchExecuted {
		return nil
	}
	sealed, err := Batches{Store: r.Store}.LastSealed()
	if err != nil || e.Last > sealed || e.Last == 0 {
		return err
	}
	have, err := r.Store.BatchInfo(e.Last)
	if err != nil {
		return err
	}
	if have.StateAfter != e.StateCommitment || have.Output.Hash() != e.OutputHash {
		return fmt.Errorf("batch %d, L1 transaction %v: state %v and output %v here, %v and %v there; the sequencer settles something else than it published (docs/operations.md, \"A replica halts\"): %w",
			e.Last, e.Tx, have.StateAfter, have.Output.Hash(), e.StateCommitment, e.OutputHash, ErrDisagrees)
	}
	return nil
}

// Superseded reports whether L1 does not have what an event says of its last batch any more: it has reverted the batch since, and has none under its number now, or the one that is here.
func (r Recorder) Superseded(ctx context.Context, client operator.HeadCaller, chain common.Address, e watch.BatchEvent) (bool, error) {
	have, err := r.Store.BatchInfo(e.Last)
	if err != nil {
		return false, err
	}
	view, err := operator.Look(ctx, client, chain, common.Address{})
	if err != nil {
		return false, err
	}
	totals, err := view.Totals(ctx)
	if err != nil || e.Last > totals.Committed {
		return err == nil, err
	}
	theirs, err := view.StoredBatchHash(ctx, e.Last)
	ours := have.Stored()
	return err == nil && theirs == ours.Hash(), err
}

func with(s store.BatchL1Status, e watch.BatchEvent) store.BatchL1Status {
	step := store.L1Step{Tx: e.Tx, Block: e.L1Block, Time: e.L1Time}
	switch e.Kind {
	case operator.BatchCommitted:
		s.Commit = step
	case operator.BatchesProven:
		s.Prove = step
	case operator.BatchExecuted:
		s.Execute = step
	}
	return s
}

// advanced is the progress after an event; events of one chain come in an order that keeps it ordered.
func advanced(p store.L1Progress, kind operator.Kind, last uint64) store.L1Progress {
	switch kind {
	case operator.BatchCommitted:
		p.Committed = max(p.Committed, last)
	case operator.BatchesProven:
		p.Proven = max(p.Proven, min(last, p.Committed))
	case operator.BatchExecuted:
		p.Executed = max(p.Executed, min(last, p.Proven))
	}
	return p
}

// reverted is what L1's own revert does. Executed batches cannot be reverted: then it is an old event, read again.
func (r Recorder) reverted(e watch.BatchEvent, p store.L1Progress) error {
	return r.Forget(max(e.Last, p.Executed))
}

// Forget drops what L1 has done with the batches after last: L1 or the node does not have them any more.
func (r Recorder) Forget(last uint64) error {
	p, err := r.Store.L1Progress()
	if err != nil {
		return err
	}
	sealed, err := Batches{Store: r.Store}.LastSealed()
	if err != nil {
		return err
	}
	statuses := make(map[uint64]store.BatchL1Status)
	for n := last + 1; n <= min(p.Committed, sealed); n++ {
		statuses[n] = store.BatchL1Status{}
	}
	p.Committed, p.Proven, p.Executed = min(p.Committed, last), min(p.Proven, last), min(p.Executed, last)
	return r.Store.UpdateL1(p, statuses)
}

// Forget removes all that a store has from and for L1, for a node that takes the store over from one that it does not trust: it reads L1 from the beginning, believes only that, and sends no transaction that it has
// not thought of itself.
func Forget(s *store.Store) error {
	for _, kv := range []KV{Watched(s), Intents(s), Costs(s)} {
		var changes []durable.Change
		if err := kv.Scan(nil, nil, func(k, _ []byte) bool { changes = append(changes, durable.Change{Key: bytes.Clone(k)}); return true }); err != nil {
			return err
		}
		if err := kv.Write(changes...); err != nil {
			return err
		}
	}
	last, err := Batches{Store: s}.LastSealed()
	if err != nil || last == 0 {
		return err
	}
	statuses := make(map[uint64]store.BatchL1Status, last)
	for n := uint64(1); n <= last; n++ {
		statuses[n] = store.BatchL1Status{}
	}
	return s.UpdateL1(store.L1Progress{}, statuses)
}
