// Package rejoin brings an operator's node back to a chain that others have settled in priority mode.
//
//	CheckMode  may an operator's node work for the chain now?
//	Rejoin     batches that L1 has and the node does not have -> blocks, sealed batches, state tree
//
// In: the node's store and tree, L1. While priority mode is on, the answer is [ErrPriorityMode]. Afterwards the blocks of the batches that others have settled are made again from L1: their operations are in the
// queue, and everything else in them follows from the state, the time and the account that settled (escape.Block). The state commitment of each batch has to be the one on L1.
//
// A batch of blocks that the node has is only sealed as L1 has it: a replica that becomes the sequencer may not have heard of the last ones of the sequencer that is gone.
//
// What the node had after the last batch that L1 has executed is gone for the chain: it is taken back, see package rollback.
//
// It can be killed at any instruction and goes on at the next start. An L1 that cannot be asked whether there is anything to take is [ErrUnasked]; one that stops to answer later is waited for, since a node
// without these batches would go on with a chain that is not there any more. [ErrForeign] says that a batch cannot be had from L1 in this way: it holds transactions of L2, or another program made it.
package rejoin

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/chain/batch"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/escape"
	"github.com/ashlar-labs/ashlar/settlement/fetch"
	"github.com/ashlar-labs/ashlar/settlement/l1"
	"github.com/ashlar-labs/ashlar/settlement/local"
	"github.com/ashlar-labs/ashlar/settlement/operator"
	"github.com/ashlar-labs/ashlar/settlement/rollback"
	"github.com/ashlar-labs/ashlar/settlement/stage"
	"github.com/ashlar-labs/ashlar/settlement/watch"
)

// Errors that end the work of a node.
var (
	ErrPriorityMode = errors.New("the chain is in priority mode: an operation waited past its expiration, and anybody but the operator settles now; the data directory is kept as it is. " +
		"'ashlar escape status' says how far it is; when the owner of the ChainTypeManager has ended the mode ('ashlar escape deactivate'), start the node again and it goes on from what L1 has")
	ErrOvertaken = errors.New("another sequencer has gone on with the chain, or this data directory is an old one; nothing was thrown away. Follow that one with --replica-of, or use a data directory that has the batch; when there is none, 'ashlar restore --l1' makes one")
	ErrUnasked   = errors.New("L1 cannot be asked what it has executed")
	ErrForeign   = errors.New("the batch cannot be made again from L1 alone; nothing was thrown away. Use a data directory that has it, or make one with 'ashlar restore --l1'")
)

// L1 is what is asked of Ethereum; l1.Client is one.
type L1 interface {
	fetch.L1
	watch.L1
	TransactionReceipt(ctx context.Context, hash common.Hash) (*types.Receipt, error)
}

// Config names the chain and the node's parts.
type Config struct {
	L1         L1
	Contract   common.Address // of the chain
	StartBlock uint64
	Scheme     rollup.DAScheme
	rollback.Node
	Batches local.Batches
	Sealer  *batch.Sealer
	Poll    time.Duration // between attempts while L1 does not answer
}

func (c *Config) contract() operator.Contract { return operator.Contract{L1: c.L1, Chain: c.Contract} }

// CheckMode reports ErrPriorityMode; other errors are L1's.
func CheckMode(ctx context.Context, client operator.Caller, chain common.Address) error {
	q, err := operator.Contract{L1: client, Chain: chain}.Queue(ctx, nil)
	if err == nil && q.PriorityMode {
		err = ErrPriorityMode
	}
	return err
}

// common is the last batch that L1 has executed and this node has, and the last one that L1 has executed.
func (c *Config) common(ctx context.Context) (last, executed uint64, err error) {
	head, err := c.L1.HeaderByNumber(ctx, nil)
	if err != nil {
		return 0, 0, err
	}
	if err := CheckMode(ctx, c.L1, c.Contract); err != nil {
		return 0, 0, err
	}
	totals, err := c.contract().Totals(ctx, head.Number)
	if err != nil {
		return 0, 0, err
	}
	sealed, err := c.Batches.LastSealed()
	if err != nil {
		return 0, 0, err
	}
	if totals.Committed > max(sealed, totals.Executed) {
		return 0, 0, fmt.Errorf("L1 has committed batch %d, the last one here is %d: %w", totals.Committed, sealed, ErrOvertaken)
	}
	for n := min(totals.Executed, sealed); ; n-- {
		ours, err := stage.Stored(c.Batches, n)
		if err != nil {
			return 0, 0, err
		}
		theirs, err := c.contract().StoredBatchHash(ctx, n, head.Number)
		if err == nil && theirs == (common.Hash{}) {
			err = fmt.Errorf("L1 has executed batch %d and does not know batch %d: its node contradicts itself", totals.Executed, n)
		}
		if err != nil {
			return 0, 0, err
		}
		if theirs == ours.Hash() {
			return n, totals.Executed, nil
		}
		if n == 0 {
			return 0, 0, fmt.Errorf("batch 0: L1 has %v, this node %v: another chain", theirs, ours.Hash())
		}
	}
}

// Needed reports whether L1 has executed another batch than the node has. Of the configuration it needs L1, contract and batches.
func Needed(ctx context.Context, c *Config) (bool, error) {
	last, executed, err := c.common(ctx)
	return err == nil && last != executed, err
}

// Rejoin takes what L1 has and the node does not have: batches whose blocks are here, and those that others have settled in priority mode.
func Rejoin(ctx context.Context, c *Config) error {
	needed, err := Needed(ctx, c)
	switch {
	case needed || errors.Is(err, ErrOvertaken):
		return c.insist(ctx, func(ctx context.Context) error {
			if err := c.adopt(ctx); err != nil {
				return err
			}
			return c.takeAll(ctx)
		})
	case err != nil && l1.KindOf(err) == l1.Temporary:
		return fmt.Errorf("%w: %w", ErrUnasked, err)
	}
	return err
}

// insist does what the node needs before it may start, however long L1 does not answer.
func (c *Config) insist(ctx context.Context, do func(context.Context) error) error {
	for {
		err := do(ctx)
		if err == nil || ctx.Err() != nil {
			return err
		}
		if kind := l1.KindOf(err); kind != l1.Temporary && kind != l1.Rewind {
			return err
		}
		c.Say("L1 has batches that are not here, and does not answer now: waiting for it", "err", err)
		select {
		case <-time.After(c.Poll):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// takeAll takes every batch, from where the node is.
func (c *Config) takeAll(ctx context.Context) error {
	last, executed, err := c.common(ctx)
	if err != nil || last == executed {
		return err
	}
	source, err := fetch.Open(ctx, c.L1, fetch.Config{Chain: c.Contract, StartBlock: c.StartBlock})
	if err != nil {
		return err
	}
	if source.Total() < executed {
		return fmt.Errorf("L1 has executed batch %d, and by its final block batch %d: wait until it is final there, and start again", executed, source.Total())
	}
	taken, err := c.read(ctx, source, last+1, executed)
	if err != nil {
		return err
	}
	if err := c.forget(last); err != nil {
		return err
	}
	for i := range taken {
		if err = c.take(ctx, &taken[i]); err == nil {
			err = c.record(&taken[i])
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// settled is a batch that somebody has settled in priority mode.
type settled struct {
	*operator.Committed
	by common.Address
	tx common.Hash
	in l1.Ref // block of the transaction
}

// read gets the batches first to last from L1, all of them before anything is changed.
func (c *Config) read(ctx context.Context, source *fetch.Source, first, last uint64) (list []settled, err error) {
	for n := first; n <= last; n++ {
		b, tx, err := source.Commitment(ctx, n)
		if err != nil {
			return nil, err
		}
		if to := tx.To(); to == nil || *to != c.Contract || b.Output.NumL2Txs != 0 || b.FirstBlock != b.LastBlock {
			return nil, fmt.Errorf("batch %d: %w", n, ErrForeign)
		}
		by, err := types.Sender(types.LatestSignerForChainID(tx.ChainId()), tx)
		if err != nil {
			return nil, fmt.Errorf("batch %d: %w", n, err)
		}
		receipt, err := c.L1.TransactionReceipt(ctx, tx.Hash())
		if err != nil {
			return nil, fmt.Errorf("batch %d: %w", n, err)
		}
		in, err := c.L1.Block(ctx, receipt.BlockNumber.Uint64())
		if err != nil {
			return nil, fmt.Errorf("batch %d: %w", n, err)
		}
		list = append(list, settled{b, by, tx.Hash(), in})
	}
	return list, nil
}

// forget makes batch last the node's last one.
func (c *Config) forget(last uint64) error {
	end := uint64(0)
	if last > 0 {
		b, err := c.Batches.Sealed(last)
		if err != nil {
			return err
		}
		end = b.LastBlock
	}
	return c.To(end)
}

// take makes a batch's block again, and the batch, and compares with L1.
func (c *Config) take(ctx context.Context, b *settled) error {
	head := c.Store.Head()
	ops, err := c.operations(ctx, head.PriorityOps, int(b.Output.NumL1Txs))
	if err != nil {
		return err
	}
	before, err := c.Store.ChainStateAt(head.Number)
	if err != nil {
		return err
	}
	made, err := escape.Block(c.Store.Genesis(), c.Scheme, before, c.Store.HeadState(), b.Output.LastBlockTimestamp, b.by, ops)
	if err != nil {
		return fmt.Errorf("batch %d: %w", b.Number, err)
	}
	if len(made.Block.Txs) != len(ops) || made.Block.Env.Number != b.FirstBlock {
		return fmt.Errorf("batch %d: block %d with %d of %d operations: %w", b.Number, made.Block.Env.Number, len(made.Block.Txs), len(ops), ErrForeign)
	}
	if err := c.Store.AppendBlock(made); err != nil {
		return err
	}
	if err := c.Sealer.Recover(); err != nil {
		return err
	}
	if _, err := c.Sealer.Seal(ctx, true); err != nil {
		return err
	}
	sealed, err := c.Batches.Sealed(b.Number)
	if err != nil {
		return err
	}
	if ours, theirs := sealed.Stored(), b.Stored(); ours.Hash() != theirs.Hash() {
		return fmt.Errorf("batch %d: L1 has state %v, made again it is %v: %w", b.Number, b.StateAfter, sealed.StateAfter, ErrForeign)
	}
	c.Say("batch taken from L1", "batch", b.Number, "operations", len(ops), "settledBy", b.by)
	return nil
}

// operations reads the queue. L1 is asked anew, whatever the node has read of it.
func (c *Config) operations(ctx context.Context, from uint64, count int) ([]rollup.CanonicalTx, error) {
	queue, err := watch.ReadQueue(ctx, c.L1, c.Contract, c.StartBlock)
	if err != nil {
		return nil, err
	}
	ops, err := queue.Next(from, count)
	if err != nil {
		return nil, err
	}
	if len(ops) != count {
		return nil, fmt.Errorf("L1 shows %d operations from %d, a batch has %d", len(ops), from, count)
	}
	out := make([]rollup.CanonicalTx, len(ops))
	for i, op := range ops {
		out[i] = *op.Tx
	}
	return out, nil
}

// record notes what L1 has done with a batch: it was committed, proven and executed in one transaction.
func (c *Config) record(b *settled) error {
	for _, kind := range []operator.Kind{operator.BatchCommitted, operator.BatchesProven, operator.BatchExecuted} {
		event := watch.BatchEvent{Event: operator.Event{Kind: kind, First: b.Number, Last: b.Number}, Tx: b.tx, L1Block: b.in.Number, L1Time: b.in.Time}
		if err := (local.Recorder{Store: c.Store}).OnBatch(event); err != nil {
			return err
		}
	}
	return nil
}
