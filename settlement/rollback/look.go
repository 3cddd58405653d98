package rollback

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/l1"
	"github.com/ashlar-labs/ashlar/settlement/local"
	"github.com/ashlar-labs/ashlar/settlement/operator"
	"github.com/ashlar-labs/ashlar/settlement/watch"
)

// Errors that say why blocks cannot be taken back (now).
var (
	ErrExecuted  = errors.New("L1 has executed a batch with these blocks: that cannot be undone")
	ErrCommitted = errors.New("L1 has a batch with these blocks, which has to be reverted there first")
	ErrOtherL1   = errors.New("L1 has another batch than this data directory: it is old, or another node settles the chain")
	ErrBeyond    = errors.New("there is no such block")
)

// L1 is what is asked of Ethereum; l1.Client is one. What it calls final is not asked for here: what counts is its head.
type L1 interface {
	watch.L1
	operator.HeadCaller
}

// Chain says where the chain is on L1.
type Chain struct {
	L1         L1
	Contract   common.Address
	StartBlock uint64
	Batches    local.Batches
}

// Plan is what taking blocks back means.
type Plan struct {
	To, Head   store.BlockRef
	UserTxs    uint64          // in the blocks after To
	Operations uint64          // priority operations in them
	Batch      uint64          // the last one that stays
	Sealed     uint64          // the last one that there is
	L1         operator.Totals // at the head of L1
}

// Nothing reports whether there is nothing to take back.
func (p *Plan) Nothing() bool { return p.To.Number == p.Head.Number }

// Reverts reports whether L1 has batches that have to be reverted before.
func (p *Plan) Reverts() bool { return p.L1.Committed > p.Batch }

// Look is what To(number) would take back. The plan comes with ErrExecuted and ErrCommitted, too.
func (n *Node) Look(ctx context.Context, c Chain, number uint64) (*Plan, error) {
	p := &Plan{Head: n.Store.Head()}
	if number > p.Head.Number {
		return nil, fmt.Errorf("block %d, the last one is %d: %w", number, p.Head.Number, ErrBeyond)
	}
	var err error
	if p.To, err = n.Store.Ref(number); err != nil {
		return nil, err
	}
	if err := n.can(number); err != nil {
		return nil, err
	}
	for at := number + 1; at <= p.Head.Number; at++ {
		block, err := n.Store.Block(at)
		if err != nil {
			return nil, err
		}
		for _, raw := range block.Txs {
			if ofUser(raw) {
				p.UserTxs++
			}
		}
	}
	p.Operations = p.Head.PriorityOps - p.To.PriorityOps
	if p.Batch, err = n.BatchBefore(number); err != nil {
		return nil, err
	}
	if p.Sealed, err = c.Batches.LastSealed(); err != nil {
		return nil, err
	}
	return p, c.judge(ctx, p)
}

// judge adds what L1 has.
func (c Chain) judge(ctx context.Context, p *Plan) error {
	view, err := operator.Look(ctx, c.L1, c.Contract, common.Address{})
	if err != nil {
		return err
	}
	if p.L1, err = view.Totals(ctx); err != nil {
		return err
	}
	if p.L1.Executed > p.Batch {
		return fmt.Errorf("batch %d of %d: %w", p.Batch+1, p.L1.Executed, ErrExecuted)
	}
	if err := c.compare(ctx, view, min(p.Batch, p.L1.Committed)); err != nil {
		return err
	}
	if p.Reverts() {
		return fmt.Errorf("batch %d of %d: %w", p.Batch+1, p.L1.Committed, ErrCommitted)
	}
	return nil
}

// compare refuses a batch that is another one on L1.
func (c Chain) compare(ctx context.Context, view operator.View, batch uint64) error {
	ours := c.Batches.Genesis()
	if batch > 0 {
		b, err := c.Batches.Sealed(batch)
		if err != nil {
			return err
		}
		ours = b.Stored()
	}
	theirs, err := view.StoredBatchHash(ctx, batch)
	if err == nil && theirs != ours.Hash() {
		err = fmt.Errorf("batch %d: L1 has %v, the data directory %v: %w", batch, theirs, ours.Hash(), ErrOtherL1)
	}
	return err
}

// Lost is a priority operation that the chain has included and L1 has not.
type Lost struct {
	ID     uint64
	Block  uint64      // of L2, with the operation
	Ours   common.Hash // of its transaction on L2
	Theirs common.Hash // of the one that L1 has in its place; zero: none
}

// Lost is the first operation of the chain that the head of L1 does not have, nil when it has all. Only blocks after the last batch that L1 has executed are looked at: that batch had to have L1's operations.
func (n *Node) Lost(ctx context.Context, c Chain) (*Lost, error) {
	view, err := operator.Look(ctx, c.L1, c.Contract, common.Address{})
	if err != nil {
		return nil, err
	}
	totals, err := view.Totals(ctx)
	if err != nil {
		return nil, err
	}
	sealed, err := c.Batches.LastSealed()
	if err != nil {
		return nil, err
	}
	executed := min(totals.Executed, sealed)
	if err := c.compare(ctx, view, executed); err != nil {
		return nil, err
	}
	after := uint64(0)
	if executed > 0 {
		b, err := n.Store.BatchInfo(executed)
		if err != nil {
			return nil, err
		}
		after = b.LastBlock
	}
	return n.lostAfter(ctx, c, after)
}

// lostAfter is the first operation in blocks after a number that the head of L1 does not have.
func (n *Node) lostAfter(ctx context.Context, c Chain, after uint64) (*Lost, error) {
	queue, err := watch.ReadQueue(ctx, head{c.L1}, c.Contract, c.StartBlock)
	if err != nil {
		return nil, err
	}
	for at := after + 1; at <= n.Store.Head().Number; at++ {
		block, err := n.Store.Block(at)
		if err != nil {
			return nil, err
		}
		for _, raw := range block.Txs {
			if raw[0] != rollup.PriorityTxType {
				continue
			}
			tx, err := rollup.DecodeCanonicalTx(raw)
			if err != nil {
				return nil, fmt.Errorf("block %d: %w", at, err)
			}
			lost := &Lost{ID: tx.Nonce, Block: at, Ours: tx.Hash()}
			there, err := queue.Next(tx.Nonce, 1)
			if err != nil {
				return nil, err
			}
			if len(there) > 0 {
				lost.Theirs = there[0].Hash
			}
			if lost.Theirs != lost.Ours {
				return lost, nil
			}
		}
	}
	return nil, nil
}

// head is an L1 of which every block counts as final.
type head struct{ L1 }

// Final implements watch.L1.
func (h head) Final(ctx context.Context) (l1.Ref, error) { return h.Head(ctx) }
