// Package prove is the second stage of settlement: it shows L1 that committed batches are valid.
//
// In: committed batches and a [Prover]. Out: calls of proveBatchesSharedBridge. While there are no proofs, [PublicInputs] hands over the public input that the guest gave, which
// UnprovenVerifier compares with the one that L1 computed: node, guest and contracts have to agree, or settlement stops.
package prove

import (
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/operator"
	"github.com/ashlar-labs/ashlar/settlement/stage"
)

// Prover makes the proof of consecutive batches, in the words that the verifier on L1 takes.
type Prover interface {
	Proof(ctx context.Context, batches []*rollup.Batch) ([]*big.Int, error)
}

// PublicInputs is the Prover of a chain without proofs.
type PublicInputs struct{}

// Proof implements Prover.
func (PublicInputs) Proof(_ context.Context, batches []*rollup.Batch) ([]*big.Int, error) {
	inputs := make([]common.Hash, len(batches))
	for i, b := range batches {
		inputs[i] = b.PublicInput
	}
	return []*big.Int{rollup.RollPublicInputs(inputs).Big()}, nil
}

// Work proves batches of one chain.
type Work struct {
	Chain  common.Address // contract of the chain
	Prover Prover
}

// Name implements stage.Work.
func (Work) Name() string { return "prove" }

// Done implements stage.Work.
func (Work) Done(t operator.Totals) uint64 { return t.Verified }

// Ready implements stage.Work.
func (Work) Ready(t operator.Totals, sealed uint64) uint64 { return min(t.Committed, sealed) }

// Committed implements stage.Work.
func (Work) Committed() bool { return true }

// Timelocked implements stage.Work.
func (Work) Timelocked() bool { return false }

// Build implements stage.Work.
func (w Work) Build(ctx context.Context, previous rollup.StoredBatchInfo, batches []*stage.Batch) (*stage.Call, error) {
	statements := make([]*rollup.Batch, len(batches))
	stored := make([]rollup.StoredBatchInfo, len(batches))
	for i, b := range batches {
		statements[i], stored[i] = &b.Batch, b.Stored()
	}
	last := stored[len(stored)-1].BatchNumber
	proof, err := w.Prover.Proof(ctx, statements)
	if err != nil {
		return nil, fmt.Errorf("proof of batches %d to %d: %w", stored[0].BatchNumber, last, err)
	}
	data, err := operator.Prove(w.Chain, &previous, stored, proof)
	return &stage.Call{To: last, Data: data}, err
}
