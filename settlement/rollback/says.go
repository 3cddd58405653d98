package rollback

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/settlement/operator"
)

// ErrUnsaid says that L1 gives no reason (yet) for the chain to go back to a block.
var ErrUnsaid = errors.New("L1 does not say that the chain goes back to this block")

// Says reports whether L1, by its head, is the reason for which the chain goes back to block number: nil if it is. There are two. L1 has executed another batch after the last one that this node has, too, and the
// block is the end of that one: others have settled in priority mode. Or L1 does not have an operation of a later block: it was reorganised.
//
// [ErrExecuted] says that the claim is false, whatever comes: L1 has executed a batch of this node's with a later block. [ErrUnsaid] may change with L1.
func (n *Node) Says(ctx context.Context, c Chain, number uint64) error {
	view, err := operator.Look(ctx, c.L1, c.Contract, common.Address{})
	if err != nil {
		return err
	}
	totals, err := view.Totals(ctx)
	if err != nil {
		return err
	}
	both, end, err := c.both(ctx, view, totals.Executed)
	if err != nil {
		return err
	}
	switch {
	case number < end:
		return fmt.Errorf("block %d, and batch %d with blocks up to %d is executed: %w", number, both, end, ErrExecuted)
	case number == end && totals.Executed > both:
		return nil
	}
	lost, err := n.lostAfter(ctx, c, number)
	if err != nil {
		return err
	}
	if lost == nil {
		return fmt.Errorf("block %d; it has executed batch %d, this node has what it has up to batch %d, and it has all operations: %w", number, totals.Executed, both, ErrUnsaid)
	}
	with, err := n.Store.Ref(lost.Block)
	if err == nil && lost.Theirs == (common.Hash{}) && view.Block().Time < with.Timestamp {
		err = fmt.Errorf("block %d; it does not have operation %d, but its node is behind: %w", number, lost.ID, ErrUnsaid)
	}
	return err
}

// both is the last batch up to executed that is the same here and there, and its last block.
func (c Chain) both(ctx context.Context, view operator.View, executed uint64) (batch, end uint64, err error) {
	sealed, err := c.Batches.LastSealed()
	if err != nil {
		return 0, 0, err
	}
	for batch = min(executed, sealed); ; batch-- {
		err := c.compare(ctx, view, batch)
		if err == nil {
			break
		}
		if batch == 0 || !errors.Is(err, ErrOtherL1) {
			return 0, 0, err
		}
	}
	if batch == 0 {
		return 0, 0, nil
	}
	b, err := c.Batches.Sealed(batch)
	if err != nil {
		return 0, 0, err
	}
	return batch, b.LastBlock, nil
}
