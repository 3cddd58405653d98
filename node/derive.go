package node

import (
	"context"
	"fmt"

	"github.com/ashlar-labs/ashlar/chain/derive"
	"github.com/ashlar-labs/ashlar/chain/genesis"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/da"
	"github.com/ashlar-labs/ashlar/settlement/fetch"
	"github.com/ashlar-labs/ashlar/settlement/l1"
)

// Rebuilding says how a chain is rebuilt from L1.
type Rebuilding struct {
	L1       *l1.Client
	Chain    *Chain
	Until    fetch.Until
	Blobs    da.Source                                                         // not asked when the chain posts none
	Progress func(batch *derive.Batch, total uint64, after *rollup.ChainState) // may be nil
}

// Rebuilt is a chain's state as L1 alone gives it.
type Rebuilt struct {
	Batch      uint64 // the last one; 0 is the genesis
	State      *derive.Memory
	ChainState rollup.ChainState
}

// Rebuild derives the chain's state from its genesis and L1, without any node of the chain. The state commitment after each batch is the one that L1 holds, or Rebuild ends with
// derive.ErrMismatch.
func Rebuild(ctx context.Context, r Rebuilding) (*Rebuilt, error) {
	at := &r.Chain.Deployment
	if got := r.L1.ID(); got != at.L1ChainID {
		return nil, fmt.Errorf("L1 is chain %d, the chain settles on %d: %w", got, at.L1ChainID, l1.ErrWrongChain)
	}
	g, err := r.Chain.Genesis.Genesis()
	if err != nil {
		return nil, err
	}
	begin, err := genesis.ChainState(g)
	if err != nil {
		return nil, err
	}
	source, err := fetch.Open(ctx, r.L1, fetch.Config{Chain: at.Chain, StartBlock: at.StartBlock, Until: r.Until, Blobs: r.Blobs})
	if err != nil {
		return nil, err
	}
	if err := source.CheckGenesis(ctx, begin.Commitment()); err != nil {
		return nil, err
	}
	state, _, err := derive.NewMemory(g.Diff())
	if err != nil {
		return nil, err
	}
	progress := func(b *derive.Batch, after *rollup.ChainState, _ int) {
		if r.Progress != nil {
			r.Progress(b, source.Total(), after)
		}
	}
	end, last, err := derive.Run(ctx, *begin, state, source, progress)
	if err != nil {
		return nil, err
	}
	return &Rebuilt{Batch: last, State: state, ChainState: *end}, nil
}
