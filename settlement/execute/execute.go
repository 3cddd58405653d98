// Package execute is the last stage of settlement: it makes proven batches final on L1, which takes their priority operations off the queue and lets
// withdrawals be claimed. In: proven batches whose delay has passed. Out: calls of executeBatchesSharedBridge.
package execute

import (
	"context"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/operator"
	"github.com/ashlar-labs/ashlar/settlement/stage"
)

// Work executes batches of one chain.
type Work struct {
	Chain common.Address // contract of the chain
}

// Name implements stage.Work.
func (Work) Name() string { return "execute" }

// Done implements stage.Work.
func (Work) Done(t operator.Totals) uint64 { return t.Executed }

// Ready implements stage.Work.
func (Work) Ready(t operator.Totals, sealed uint64) uint64 { return min(t.Verified, sealed) }

// Committed implements stage.Work.
func (Work) Committed() bool { return true }

// Timelocked implements stage.Work.
func (Work) Timelocked() bool { return true }

// Build implements stage.Work.
func (w Work) Build(_ context.Context, _ rollup.StoredBatchInfo, batches []*stage.Batch) (*stage.Call, error) {
	stored := make([]rollup.StoredBatchInfo, len(batches))
	for i, b := range batches {
		stored[i] = b.Stored()
	}
	data, err := operator.Execute(w.Chain, stored)
	return &stage.Call{To: stored[len(stored)-1].BatchNumber, Data: data}, err
}
