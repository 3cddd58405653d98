package derive

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/rollup"
)

// State is a state that batches are applied to.
type State interface {
	rollup.PreState
	// Apply makes the change of a batch part of the state and gives the root of the tree after it.
	Apply(batch uint64, diff *rollup.StateDiff) (treeRoot common.Hash, err error)
}

// Batch is a batch as L1 shows it.
type Batch struct {
	Number          uint64
	StateCommitment common.Hash // after it
	Pubdata         []byte
}

// Source gives the batches of a chain in order, from 1 on, and io.EOF after the last.
type Source interface {
	Next(ctx context.Context) (*Batch, error)
}

// Progress is told after each batch whose commitment is the one on L1, when the state has it. Its error ends the run.
type Progress func(batch *Batch, result *Result) error

// Run applies all batches of the source to the state after batch last, whose chain state (with tree root) is given, and returns the chain state at the end and the number of the last batch. Batch 0 is the
// genesis.
func Run(ctx context.Context, before rollup.ChainState, last uint64, state State, source Source, progress Progress) (*rollup.ChainState, uint64, error) {
	chain := before
	for {
		batch, err := source.Next(ctx)
		if errors.Is(err, io.EOF) {
			return &chain, last, nil
		}
		if err != nil {
			return nil, last, fmt.Errorf("derive batch %d: %w", last+1, err)
		}
		if batch.Number != last+1 {
			return nil, last, fmt.Errorf("derive batch %d: the source gives batch %d", last+1, batch.Number)
		}
		result, err := apply(&chain, state, batch)
		if err == nil && progress != nil {
			err = progress(batch, result)
		}
		if err != nil {
			return nil, last, fmt.Errorf("derive batch %d: %w", batch.Number, err)
		}
		chain, last = result.After, batch.Number
	}
}

func apply(before *rollup.ChainState, state State, batch *Batch) (*Result, error) {
	result, err := Step(before, state, batch.Pubdata)
	if err != nil {
		return nil, err
	}
	if result.After.TreeRoot, err = state.Apply(batch.Number, &result.Pubdata.Diff); err != nil {
		return nil, fmt.Errorf("apply: %w", err)
	}
	if got := result.After.Commitment(); got != batch.StateCommitment {
		return nil, fmt.Errorf("state commitment %v, L1 has %v: %w", got, batch.StateCommitment, ErrMismatch)
	}
	return result, nil
}
