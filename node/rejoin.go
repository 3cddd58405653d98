package node

import (
	"context"
	"errors"
	"time"

	"github.com/ashlar-labs/ashlar/chain/batch"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/settlement/rejoin"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// rejoin takes from L1 what others have settled while the chain was in priority mode, and refuses to start in that mode. What 'ashlar rollback' has begun is completed before. When L1 cannot be asked
// whether others have, the node starts as it is: its batches wait, and nothing is lost.
func (n *Node) rejoin(ctx context.Context) error {
	cfg := &n.cfg
	back, err := rollbackOf(n.store, cfg.DataDir, cfg.Log)
	if err != nil {
		return err
	}
	if err := back.Resume(); err != nil {
		return err
	}
	wanted, err := n.store.KV(historyView).Get([]byte(rejoinKey))
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return err
	}
	if n.replica() || (cfg.Stream.URL != "" && len(wanted) == 0) { // what the chain is, others say
		return nil
	}
	sealing := batch.Config{Limits: cfg.Limits, Scheme: cfg.Scheme, SettlementChainID: cfg.L1.ID(), Now: time.Now, Logger: cfg.Log}
	sealer, err := batch.NewSealer(sealing, n.store, back.Tree, blobNames{cfg}, lazyMachine{newGuestMachine(cfg.Guest, rv64.DefaultMaxCycles)})
	if err != nil {
		return err
	}
	batches, err := sealedBatches(n.store)
	if err != nil {
		return err
	}
	err = rejoin.Rejoin(ctx, &rejoin.Config{
		L1: cfg.L1, Contract: cfg.Contracts.Chain, StartBlock: cfg.Contracts.StartBlock, Scheme: cfg.Scheme, Node: back, Batches: batches, Sealer: sealer, Poll: cfg.L1Poll,
	})
	if errors.Is(err, rejoin.ErrUnasked) {
		cfg.Log.Warn("the chain may be in priority mode, or others may have settled", "err", err)
		return nil
	}
	if err != nil || len(wanted) == 0 {
		return err
	}
	return n.store.KV(historyView).Batch().Delete([]byte(rejoinKey)).Commit()
}

// watchMode ends the node when priority mode comes on: nothing that it makes would be settled.
func (n *Node) watchMode(ctx context.Context) error {
	ticker := time.NewTicker(n.cfg.L1Poll)
	defer ticker.Stop()
	for {
		if err := rejoin.CheckMode(ctx, n.cfg.L1, n.cfg.Contracts.Chain); errors.Is(err, rejoin.ErrPriorityMode) {
			return err
		}
		select {
		case <-ticker.C:
		case <-ctx.Done():
			return nil
		}
	}
}
