// Package commit is the first stage of settlement: it tells L1 about sealed batches and publishes their data.
//
// In: sealed batches with pubdata. Out: calls of commitBatchesSharedBridge, with blobs when the chain's scheme asks for them; the blobs are in the archive before the
// intent is recorded. A batch whose pubdata does not give its own DA commitment is stage.ErrDiverged. As many batches go into one transaction as are asked
// for and as fit the transaction's blobs or size.
package commit

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/da"
	"github.com/ashlar-labs/ashlar/settlement/operator"
	"github.com/ashlar-labs/ashlar/settlement/stage"
)

// Work commits batches of one chain.
type Work struct {
	Chain   common.Address // contract of the chain
	Archive *da.Archive    // keeps the blobs
}

// Name implements stage.Work.
func (Work) Name() string { return "commit" }

// Done implements stage.Work.
func (Work) Done(t operator.Totals) uint64 { return t.Committed }

// Ready implements stage.Work.
func (Work) Ready(_ operator.Totals, sealed uint64) uint64 { return sealed }

// Committed implements stage.Work.
func (Work) Committed() bool { return false }

// Timelocked implements stage.Work.
func (Work) Timelocked() bool { return false }

// Build implements stage.Work.
func (w Work) Build(_ context.Context, previous rollup.StoredBatchInfo, batches []*stage.Batch) (*stage.Call, error) {
	data, err := w.prepare(batches)
	if err != nil {
		return nil, err
	}
	described := make([]operator.Committed, len(data))
	for i, d := range data {
		described[i] = operator.Describe(&batches[i].Batch, d.Input)
	}
	call := &stage.Call{To: batches[len(data)-1].Number}
	if call.Data, err = operator.Commit(w.Chain, &previous, described); err != nil {
		return nil, err
	}
	if call.Sidecar, err = da.Sidecar(data...); err != nil || call.Sidecar == nil {
		return call, err
	}
	return call, w.Archive.PutSidecar(call.Sidecar)
}

// prepare makes the data of the batches that fit into one transaction: the first one always does.
func (w Work) prepare(batches []*stage.Batch) ([]*da.Data, error) {
	var list []*da.Data
	blobs, callBytes := 0, 0
	for _, b := range batches {
		d, err := da.Prepare(b.Output.DAScheme, b.Pubdata)
		if err != nil {
			return nil, fmt.Errorf("batch %d: %w", b.Number, err)
		}
		if d.Commitment != b.Output.DACommitment {
			return nil, fmt.Errorf("batch %d: pubdata give DA commitment %v, the batch says %v: %w", b.Number, d.Commitment, b.Output.DACommitment, stage.ErrDiverged)
		}
		blobs, callBytes = blobs+len(d.Blobs), callBytes+len(d.Input)
		if len(list) > 0 && (blobs > rollup.MaxBlobs || callBytes > rollup.MaxCallPubdata) {
			break
		}
		list = append(list, d)
	}
	return list, nil
}
