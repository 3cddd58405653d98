package node

import (
	"context"
	"errors"
	"path/filepath"
	"time"

	"github.com/ashlar-labs/ashlar/chain/batch"
	treestore "github.com/ashlar-labs/ashlar/chain/state/store"
	"github.com/ashlar-labs/ashlar/settlement/l1"
	"github.com/ashlar-labs/ashlar/settlement/rejoin"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// rejoin takes from L1 what others have settled while the chain was in priority mode, and refuses to start in that mode. It returns transactions of users for the pool. When L1 does not
// answer, the node starts as it is: its batches wait, and nothing is lost.
func (n *Node) rejoin(ctx context.Context) ([][]byte, error) {
	cfg := &n.cfg
	if n.replica() || cfg.Stream.URL != "" { // what the chain is, others say
		return nil, nil
	}
	tree, err := treestore.Open(n.store.DB(), treestore.DefaultConfig())
	if err != nil {
		return nil, err
	}
	sealing := batch.Config{Limits: cfg.Limits, Scheme: cfg.Scheme, SettlementChainID: cfg.L1.ID(), Now: time.Now, Logger: cfg.Log}
	sealer, err := batch.NewSealer(sealing, n.store, tree, blobNames{cfg}, lazyMachine{newGuestMachine(cfg.Guest, rv64.DefaultMaxCycles)})
	if err != nil {
		return nil, err
	}
	batches, err := sealedBatches(n.store)
	if err != nil {
		return nil, err
	}
	returned, err := rejoin.Rejoin(ctx, &rejoin.Config{
		L1: cfg.L1, Contract: cfg.Contracts.Chain, StartBlock: cfg.Contracts.StartBlock, Scheme: cfg.Scheme, Store: n.store, Tree: tree, Batches: batches, Sealer: sealer,
		Dir: filepath.Join(cfg.DataDir, "removed"), Say: cfg.Log.Info,
	})
	if err != nil && l1.KindOf(err) == l1.Temporary {
		cfg.Log.Warn("L1 cannot be asked whether the chain is in priority mode", "err", err)
		return nil, nil
	}
	return returned, err
}

// giveBack puts transactions of blocks that were removed into the pool again. One that the pool refuses is still in the files.
func (n *Node) giveBack(txs [][]byte) {
	for _, raw := range txs {
		if hash, err := n.pool.Add(raw); err != nil {
			n.cfg.Log.Warn("transaction of a removed block is not taken by the pool", "reason", err)
		} else {
			n.cfg.Log.Info("transaction of a removed block goes back to the pool", "tx", hash)
		}
	}
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
