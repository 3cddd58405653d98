package node

import (
	"crypto/ecdsa"
	"errors"
	"fmt"

	"github.com/ashlar-labs/ashlar/chain/genesis"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/commit"
	"github.com/ashlar-labs/ashlar/settlement/durable"
	"github.com/ashlar-labs/ashlar/settlement/execute"
	"github.com/ashlar-labs/ashlar/settlement/operator"
	"github.com/ashlar-labs/ashlar/settlement/prove"
	"github.com/ashlar-labs/ashlar/settlement/stage"
	"github.com/ashlar-labs/ashlar/settlement/txmgr"
	"github.com/ashlar-labs/ashlar/settlement/watch"
)

// durablePart is the part of the chain's database that belongs to a settlement component. It uses the store's key-value range ('k' ‖ length ‖ name, see chain/store/schema.go).
func durablePart(s *store.Store, name string) durable.KV {
	return durable.Prefix(durable.Pebble{DB: s.DB()}, string(rune('k'))+string([]byte{byte(len(name))})+name)
}

// sealedBatches gives settlement the batches of the store.
type sealedBatches struct {
	store   *store.Store
	genesis rollup.StoredBatchInfo
}

func newSealedBatches(s *store.Store) (*sealedBatches, error) {
	commitment, err := genesis.StateCommitment(s.Genesis())
	if err != nil {
		return nil, err
	}
	return &sealedBatches{s, rollup.GenesisBatch(commitment)}, nil
}

// LastSealed implements stage.Batches.
func (b *sealedBatches) LastSealed() (uint64, error) {
	last, err := b.store.LastBatch()
	if errors.Is(err, store.ErrNotFound) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	return last.Number, nil
}

// Sealed implements stage.Batches.
func (b *sealedBatches) Sealed(number uint64) (*stage.Batch, error) {
	s, err := b.store.Batch(number)
	if err != nil {
		return nil, err
	}
	return &stage.Batch{Batch: s.Batch, Pubdata: s.Pubdata}, nil
}

// Genesis implements stage.Batches.
func (b *sealedBatches) Genesis() rollup.StoredBatchInfo { return b.genesis }

// settlement is the part of the pipeline that writes to L1.
type settlement struct {
	senders []*txmgr.Manager
	stages  []*stage.Stage
}

func newSettlement(cfg *Config, s *store.Store) (*settlement, error) {
	batches, err := newSealedBatches(s)
	if err != nil {
		return nil, err
	}
	chain := operator.AtHead(cfg.L1, cfg.Contracts.Chain, cfg.Contracts.Timelock)
	out := &settlement{}
	for _, part := range []struct {
		work stage.Work
		key  *ecdsa.PrivateKey
	}{
		{commit.Work{Chain: cfg.Contracts.Chain, Archive: cfg.Blobs}, cfg.Keys.Commit},
		{prove.Work{Chain: cfg.Contracts.Chain, Prover: prove.PublicInputs{}}, cfg.Keys.Prove},
		{execute.Work{Chain: cfg.Contracts.Chain}, cfg.Keys.Execute},
	} {
		sending := txmgr.DefaultConfig()
		sending.ChainID, sending.Poll, sending.Log = cfg.L1.ID(), cfg.L1Poll, cfg.Log
		sender, err := txmgr.New(cfg.L1, durablePart(s, "tx-"+part.work.Name()), txmgr.KeySigner(part.key, cfg.L1.ID()), sending)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", part.work.Name(), err)
		}
		staging := stage.DefaultConfig(cfg.Contracts.Timelock)
		staging.Poll, staging.Log = cfg.L1Poll, cfg.Log
		st, err := stage.New(part.work, &chain, batches, sender, staging)
		if err != nil {
			return nil, err
		}
		out.senders, out.stages = append(out.senders, sender), append(out.stages, st)
	}
	return out, nil
}

func (s *settlement) wake() {
	for _, st := range s.stages {
		st.Wake()
	}
}

// recordBatchEvent makes what L1 did with batches durable. The same event may come again.
func recordBatchEvent(s *store.Store, e watch.BatchEvent) error {
	progress, err := s.L1Progress()
	if err != nil {
		return err
	}
	step := store.L1Step{Tx: e.Tx, Block: e.L1Block, Time: e.L1Time}
	if e.Kind == operator.BatchesReverted {
		return s.UpdateL1(store.L1Progress{
			Committed: min(progress.Committed, e.Last), Proven: min(progress.Proven, e.Last), Executed: min(progress.Executed, e.Last),
		}, nil)
	}
	statuses := map[uint64]store.BatchL1Status{}
	for n := e.First; n <= e.Last; n++ {
		status, err := s.BatchL1Status(n)
		if err != nil {
			return err
		}
		switch e.Kind {
		case operator.BatchCommitted:
			status.Commit, progress.Committed = step, max(progress.Committed, n)
		case operator.BatchesProven:
			status.Prove, progress.Proven = step, max(progress.Proven, n)
		case operator.BatchExecuted:
			status.Execute, progress.Executed = step, max(progress.Executed, n)
		}
		statuses[n] = status
	}
	return s.UpdateL1(progress, statuses)
}

// operations gives the sequencer the mirror of the priority queue.
type operations struct{ watcher *watch.Watcher }

// Next implements sequencer.Operations.
func (o operations) Next(from uint64, limit int) ([]rollup.CanonicalTx, error) {
	ops, err := o.watcher.Next(from, limit)
	if err != nil {
		return nil, err
	}
	out := make([]rollup.CanonicalTx, len(ops))
	for i, op := range ops {
		out[i] = *op.Tx
	}
	return out, nil
}
