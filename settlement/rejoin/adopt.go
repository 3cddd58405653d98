package rejoin

import (
	"context"
	"errors"
	"fmt"

	"github.com/ashlar-labs/ashlar/chain/batch"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/rollup/record"
	"github.com/ashlar-labs/ashlar/settlement/fetch"
	"github.com/ashlar-labs/ashlar/settlement/l1"
	"github.com/ashlar-labs/ashlar/settlement/operator"
	"github.com/ashlar-labs/ashlar/settlement/stage"
)

// adopt seals the batches that L1 has and this node has not, as long as their blocks are here: the sequencer that cut them was gone before it could say so. A batch of other blocks ends it, without an error and without a trace. What L1
// undoes later is not wrong because of that: it is what the blocks give.
func (c *Config) adopt(ctx context.Context) error {
	head, err := c.L1.HeaderByNumber(ctx, nil)
	if err != nil {
		return err
	}
	totals, err := c.contract().Totals(ctx, head.Number)
	if err != nil {
		return err
	}
	sealed, err := c.Batches.LastSealed()
	if err != nil || totals.Committed <= sealed {
		return err
	}
	at, err := c.L1.Block(ctx, head.Number.Uint64())
	if err != nil {
		return err
	}
	source, err := fetch.Open(ctx, asOf{c.L1, at}, fetch.Config{Chain: c.Contract, StartBlock: c.StartBlock, Until: fetch.Committed})
	if err != nil {
		return err
	}
	if err := c.Sealer.Recover(); err != nil {
		return err
	}
	for n := sealed + 1; n <= source.Total(); n++ {
		b, tx, err := source.Commitment(ctx, n)
		if errors.Is(err, fetch.ErrOtherCall) {
			c.Say("how L1 was told of a batch that is not here cannot be read", "batch", n, "err", err)
			return nil
		}
		if err != nil {
			return err
		}
		if b.LastBlock > c.Store.Head().Number {
			return nil
		}
		r, err := c.recordOf(b)
		if err != nil {
			return err
		}
		err = c.Sealer.SealAs(ctx, r)
		if errors.Is(err, batch.ErrDisagreement) || errors.Is(err, batch.ErrTooLarge) || errors.Is(err, store.ErrOrder) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("seal batch %d as L1 has it: %w", n, err)
		}
		c.Say("batch sealed as L1 has it", "batch", n, "first", b.FirstBlock, "last", b.LastBlock, "l1tx", tx.Hash())
	}
	return nil
}

// recordOf is what the batch's sequencer would have told of it. The public input binds the state before, which is the node's.
func (c *Config) recordOf(b *operator.Committed) (*record.Batch, error) {
	before, err := stage.Stored(c.Batches, b.Number-1)
	if err != nil {
		return nil, err
	}
	input := rollup.PublicInput(before.StateCommitment, b.StateAfter, c.Store.Genesis().Config.Hash(), b.Output.Hash())
	return &record.Batch{
		Number: b.Number, FirstBlock: b.FirstBlock, LastBlock: b.LastBlock, StateAfter: b.StateAfter, PublicInput: input, GuestOutput: input,
		Reason: "taken from L1",
	}, nil
}

// asOf is an L1 whose final block is another one.
type asOf struct {
	L1
	block l1.Ref
}

func (a asOf) Final(context.Context) (l1.Ref, error) { return a.block, nil }
