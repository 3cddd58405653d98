package node

import (
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/chain/batch"
	"github.com/ashlar-labs/ashlar/chain/sequencer"
	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/settlement/watch"
)

// blockObservers and batchObservers tell several.
type (
	blockObservers []sequencer.Observer
	batchObservers []batch.Observer
)

// Block implements sequencer.Observer.
func (all blockObservers) Block(b *stf.BlockResult, p sequencer.Phases) {
	for _, o := range all {
		o.Block(b, p)
	}
}

// Sealed implements batch.Observer.
func (all batchObservers) Sealed(b *store.SealedBatch, p batch.Phases) {
	for _, o := range all {
		o.Sealed(b, p)
	}
}

func (v *view) blocks() sequencer.Observer {
	if v.cfg.Tracing == nil {
		return v.metrics.Blocks
	}
	return blockObservers{v.metrics.Blocks, v.cfg.Tracing}
}

func (v *view) batches() batch.Observer {
	if v.cfg.Tracing == nil {
		return v.metrics.Batches
	}
	return batchObservers{v.metrics.Batches, v.cfg.Tracing}
}

// Sent implements txmgr.Observer.
func (s sending) Sent(key string, tx common.Hash, attempt int) {
	if s.cfg.Tracing != nil {
		s.cfg.Tracing.Sent(tx, time.Now())
	}
	s.Observer.Sent(key, tx, attempt)
}

// settled traces what L1 has done with batches.
func (v *view) settled(e watch.BatchEvent) {
	if v.cfg.Tracing == nil {
		return
	}
	began := func(number uint64) time.Time {
		b, err := v.node.store.BatchInfo(number)
		if err != nil {
			return time.Time{}
		}
		ref, err := v.node.store.Ref(b.FirstBlock)
		if err != nil {
			return time.Time{}
		}
		return time.Unix(int64(ref.Timestamp), 0)
	}
	v.cfg.Tracing.OnL1(e.Kind, e.First, e.Last, e.Tx, time.Unix(int64(e.L1Time), 0), began)
}
