package escape

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/l1"
	"github.com/ashlar-labs/ashlar/settlement/watch"
)

// errQueue says that the queue that is kept here is not the one that L1 has.
var errQueue = errors.New("the kept queue of operations is not L1's")

// waiting are the operations that come next, at most max of them. The queue is kept, and only the L1 blocks since the last call are read; a kept queue that is damaged, or has another length than the contract
// says, is read anew from the chain's start, once.
func (e *Escape) waiting(ctx context.Context, from uint64, max int) ([]rollup.CanonicalTx, error) {
	list, err := e.queued(ctx, from, max)
	if errors.Is(err, errQueue) {
		e.say("%v: L1 is read from the beginning", err)
		if err := watch.Forget(e.queue, 0); err != nil {
			return nil, err
		}
		if list, err = e.queued(ctx, from, max); errors.Is(err, errQueue) {
			err = fmt.Errorf("%w: its logs and its contract: %w", ErrOtherL1, err)
		}
	}
	return list, err
}

func (e *Escape) queued(ctx context.Context, from uint64, max int) ([]rollup.CanonicalTx, error) {
	if err := e.watcher.Poll(ctx); err != nil {
		return nil, damagedQueue(err)
	}
	if err := e.checkQueue(ctx); err != nil {
		return nil, err
	}
	ops, err := e.watcher.Next(from, max)
	if err != nil {
		return nil, damagedQueue(err)
	}
	out := make([]rollup.CanonicalTx, len(ops))
	for i, op := range ops {
		out[i] = *op.Tx
	}
	return out, nil
}

// checkQueue compares the length of the queue with what the contract says as of the block up to which L1 was read. A node that hides logs, or did so when they were read, cannot make an operation disappear.
func (e *Escape) checkQueue(ctx context.Context) error {
	cursor, err := e.watcher.Cursor()
	if err != nil || cursor == (l1.Ref{}) {
		return err
	}
	if final, err := e.l1.Final(ctx); err != nil || cursor.Number > final.Number { // the node that is asked is behind
		return err
	}
	have, err := e.watcher.Count()
	if err != nil {
		return err
	}
	theirs, err := e.contract.Queue(ctx, new(big.Int).SetUint64(cursor.Number))
	if err != nil {
		return err
	}
	if have == theirs.Count {
		return nil
	}
	if now, err := e.l1.Block(ctx, cursor.Number); err != nil || now.Hash != cursor.Hash { // undone meanwhile: the next call sees it
		return err
	}
	return fmt.Errorf("%w: %d operations up to L1 block %d, the contract has %d", errQueue, have, cursor.Number, theirs.Count)
}

func damagedQueue(err error) error {
	if watch.Damaged(err) {
		err = fmt.Errorf("%w: %w", errQueue, err)
	}
	return err
}
