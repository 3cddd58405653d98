package node

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ashlar-labs/ashlar/chain/stream"
	"github.com/ashlar-labs/ashlar/rollup/record"
	"github.com/ashlar-labs/ashlar/settlement/l1"
	l1operator "github.com/ashlar-labs/ashlar/settlement/operator"
	"github.com/ashlar-labs/ashlar/settlement/rejoin"
	"github.com/ashlar-labs/ashlar/settlement/rollback"
	"github.com/ashlar-labs/ashlar/settlement/watch"
)

// ErrHistory says that blocks of this node are not the chain's any more. What has to be done is durable, and done when the node is opened again.
var ErrHistory = errors.New("the chain goes back, by L1: start the node again, it follows")

// errLookAgain says that the stream is not what it was when the reader was opened.
var errLookAgain = errors.New("the stream goes back")

// In historyView, rejoinKey is there when a sequencer whose stream is outside has to take from L1 what others have settled. It does so when it has followed the whole stream and would lead, never before.
const (
	historyView = "history"
	rejoinKey   = "rejoin"
)

// taken is what was taken back here and is in the stream yet.
type taken struct {
	to     uint64 // the last block that stays
	blocks []rollback.Taken
}

// takenBack compares what was taken back with the stream; nil when the stream has nothing of it (any more).
func (n *Node) takenBack(ctx context.Context) (*taken, error) {
	back, err := rollbackOf(n.store, n.cfg.DataDir, n.cfg.Log)
	if err != nil {
		return nil, err
	}
	all, err := back.Taken()
	if err != nil {
		return nil, err
	}
	for i, t := range all {
		var there *record.Block
		if err := n.askStream(ctx, func() (err error) { there, err = n.stream.Block(ctx, t.Number); return err }); err != nil {
			return nil, err
		}
		if there != nil && there.Hash == t.Hash {
			return &taken{to: t.Number - 1, blocks: all[i:]}, nil
		}
		if err := back.Drop(t); err != nil {
			return nil, err
		}
	}
	return nil, nil
}

// publishTaken says in the stream that the chain goes back, and appends what the chain has since.
func (n *Node) publishTaken(ctx context.Context, w *stream.Writer, t *taken) error {
	back, err := rollbackOf(n.store, n.cfg.DataDir, n.cfg.Log)
	if err != nil {
		return err
	}
	ref, err := n.store.Ref(t.to)
	if err != nil {
		return err
	}
	last, err := back.BatchBefore(t.to)
	if err != nil {
		return err
	}
	r := &record.Rollback{LastBlock: t.to, Hash: ref.Hash, LastBatch: last, Reason: "blocks that L1 does not have were taken back"}
	if err := w.Append(ctx, record.Record{Rollback: r}); err != nil {
		return err
	}
	n.cfg.Log.Warn("published that the chain goes back", "last block", t.to, "last batch", last)
	if err := back.Drop(t.blocks...); err != nil {
		return err
	}
	return n.republish(ctx, w, t.to, last)
}

// applyRollback follows the chain back. With L1, L1 has to say so; a claim that it does not support (yet) is waited with, and nothing of the chain is given up.
func (n *Node) applyRollback(ctx context.Context, r *record.Rollback) error {
	if err := n.store.Flush(); err != nil {
		return err
	}
	back, err := rollbackOf(n.store, n.cfg.DataDir, n.cfg.Log)
	if err != nil {
		return err
	}
	if r.LastBlock > n.store.Head().Number {
		return disagreement(fmt.Errorf("the chain goes back to block %d, the last one here is %d", r.LastBlock, n.store.Head().Number))
	}
	ref, err := n.store.Ref(r.LastBlock)
	if err != nil {
		return err
	}
	last, err := back.BatchBefore(r.LastBlock)
	if err != nil {
		return err
	}
	if ref.Hash != r.Hash || last != r.LastBatch {
		return disagreement(fmt.Errorf("the chain goes back to block %d, hash %v, batch %d; here that is hash %v, batch %d", r.LastBlock, r.Hash, r.LastBatch, ref.Hash, last))
	}
	if r.LastBlock == n.store.Head().Number {
		return nil
	}
	if n.cfg.L1 == nil {
		n.cfg.Log.Warn("the chain goes back; without --l1 that is believed", "last block", r.LastBlock, "reason", r.Reason)
	} else if err := n.awaitL1Says(ctx, &back, r); err != nil {
		return err
	}
	if err := back.Begin(r.LastBlock); err != nil {
		return err
	}
	return ErrHistory
}

// awaitL1Says waits until L1 gives the reason for a rollback; what L1 will never say is a disagreement.
func (n *Node) awaitL1Says(ctx context.Context, back *rollback.Node, r *record.Rollback) error {
	chain := rollback.Chain{L1: n.cfg.L1, Contract: n.cfg.Contracts.Chain, StartBlock: n.cfg.Contracts.StartBlock, Batches: n.batches}
	for said := (time.Time{}); ; {
		err := back.Says(ctx, chain, r.LastBlock)
		switch {
		case err == nil:
			return nil
		case ctx.Err() != nil:
			return ctx.Err()
		case errors.Is(err, rollback.ErrExecuted):
			return disagreement(fmt.Errorf("the chain goes back: %w", err))
		}
		err = fmt.Errorf("the block stream says that the chain goes back to block %d; nothing is taken back before L1 says so, too: %w", r.LastBlock, err)
		n.waits.Store(&err)
		if time.Since(said) > time.Minute {
			n.cfg.Log.Warn("the block stream says that the chain goes back, L1 does not (yet): waiting", "last block", r.LastBlock, "reason", r.Reason, "err", err)
			said = time.Now()
		}
		select {
		case <-time.After(n.cfg.L1Poll):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// askL1 is asked before this node leads a chain that others may have led meanwhile: batches that others have settled in priority mode are taken first. When L1 does not answer, the node leads as it is.
func (n *Node) askL1(ctx context.Context) error {
	if n.cfg.Stream.URL == "" { // it was asked when the node was opened
		return nil
	}
	needed, err := rejoin.Needed(ctx, &rejoin.Config{L1: n.cfg.L1, Contract: n.cfg.Contracts.Chain, Batches: n.batches})
	switch {
	case errors.Is(err, rejoin.ErrPriorityMode):
		return err
	case err != nil && l1.KindOf(err) == l1.Temporary:
		n.cfg.Log.Warn("L1 cannot be asked whether others have settled", "err", err)
		return nil
	case err != nil || !needed:
		return err
	}
	if err := n.store.KV(historyView).Set([]byte(rejoinKey), []byte{1}); err != nil {
		return err
	}
	n.cfg.Log.Warn("L1 has executed batches of others, which are taken now")
	return ErrHistory
}

// watchL1 watches L1. A follower whose operations are not on L1 any more waits for the chain to go back.
func (n *Node) watchL1(ctx context.Context) error {
	err := n.watcher.Run(ctx)
	if errors.Is(err, watch.ErrQueueChanged) && n.follows() && !n.gate.isOpen() {
		return n.awaitRollback(err)
	}
	return err
}

// awaitRollback waits for the end of this node, which comes when the chain goes back.
func (n *Node) awaitRollback(why error) error {
	why = fmt.Errorf("waiting for the chain to go back: %w", why)
	n.waits.Store(&why)
	n.cfg.Log.Warn("L1 has another history; waiting for the block stream to go back", "err", why)
	<-n.stopping.Done()
	return n.stopping.Err()
}

// settledByOthers reports whether a batch was settled in priority mode.
func (n *Node) settledByOthers(e watch.BatchEvent) bool {
	tx, _, err := n.cfg.L1.TransactionByHash(n.stopping, e.Tx)
	if err != nil || tx.To() == nil || *tx.To() != n.cfg.Contracts.Chain {
		return false
	}
	_, err = l1operator.DecodeSettle(n.cfg.Contracts.Chain, tx.Data())
	return err == nil
}
