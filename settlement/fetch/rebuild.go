package fetch

import (
	"context"
	"fmt"

	"github.com/ashlar-labs/ashlar/chain/derive"
	"github.com/ashlar-labs/ashlar/chain/genesis"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup"
)

// Rebuilt is a chain's state as L1 alone gives it.
type Rebuilt struct {
	Batch       uint64                 // the last one; 0 is the genesis
	Last        rollup.StoredBatchInfo // as L1 keeps it
	PriorityOps uint64                 // operations that the batches hold: the number of the first one that waits
	State       *derive.Memory
	ChainState  rollup.ChainState
}

// Published is a batch with what it gave to L1 besides the state.
type Published struct {
	derive.Batch
	Pubdata *rollup.Pubdata
	Output  rollup.BatchOutput
}

// Observer of a rebuild; either function may be nil.
type Observer struct {
	Publishes func(*Published) error                                            // before the batch is applied
	Applied   func(batch *derive.Batch, total uint64, after *rollup.ChainState) // after its commitment was compared
}

// Rebuild derives a chain's state from its genesis and L1, without any node of the chain. The state commitment after each batch is the one that L1 holds, or Rebuild ends with
// derive.ErrMismatch.
func Rebuild(ctx context.Context, client L1, cfg Config, g *store.Genesis, o Observer) (*Rebuilt, error) {
	begin, err := genesis.ChainState(g)
	if err != nil {
		return nil, err
	}
	source, err := Open(ctx, client, cfg)
	if err != nil {
		return nil, err
	}
	if err := source.CheckGenesis(ctx, begin.Commitment()); err != nil {
		return nil, err
	}
	r := &Rebuilt{Last: rollup.GenesisBatch(begin.Commitment())}
	if r.State, _, err = derive.NewMemory(g.Diff()); err != nil {
		return nil, err
	}
	progress := func(b *derive.Batch, result *derive.Result) error {
		if o.Applied != nil {
			o.Applied(b, source.Total(), &result.After)
		}
		return nil
	}
	end, last, err := derive.Run(ctx, *begin, 0, r.State, &observed{source, r, o.Publishes}, progress)
	if err != nil {
		return nil, err
	}
	r.Batch, r.ChainState = last, *end
	return r, nil
}

// observed is a source whose batches are noted on their way. When one is asked for, the state is what the one before left.
type observed struct {
	*Source
	rebuilt *Rebuilt
	visit   func(*Published) error
}

// Next implements derive.Source.
func (o *observed) Next(ctx context.Context) (*derive.Batch, error) {
	b, err := o.Source.Next(ctx)
	if err != nil {
		return nil, err
	}
	committed := o.Last()
	o.rebuilt.Last = committed.Stored()
	o.rebuilt.PriorityOps += committed.Output.NumL1Txs
	if o.visit == nil {
		return b, nil
	}
	p, err := rollup.DecodePubdata(b.Pubdata, o.rebuilt.State)
	if err != nil {
		return nil, fmt.Errorf("pubdata: %w", err)
	}
	return b, o.visit(&Published{Batch: *b, Pubdata: p, Output: committed.Output})
}
