package node

import (
	"context"
	"fmt"

	"github.com/ashlar-labs/ashlar/chain/derive"
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
type Rebuilt = fetch.Rebuilt

// Rebuild derives the chain's state from its genesis and L1, as fetch.Rebuild does.
func Rebuild(ctx context.Context, r Rebuilding) (*Rebuilt, error) {
	at := &r.Chain.Deployment
	if got := r.L1.ID(); got != at.L1ChainID {
		return nil, fmt.Errorf("L1 is chain %d, the chain settles on %d: %w", got, at.L1ChainID, l1.ErrWrongChain)
	}
	g, err := r.Chain.Genesis.Genesis()
	if err != nil {
		return nil, err
	}
	cfg := fetch.Config{Chain: at.Chain, StartBlock: at.StartBlock, Until: r.Until, Blobs: r.Blobs}
	return fetch.Rebuild(ctx, r.L1, cfg, g, fetch.Observer{Applied: r.Progress})
}
