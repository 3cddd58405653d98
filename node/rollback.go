package node

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"log/slog"
	"path/filepath"
	"time"

	treestore "github.com/ashlar-labs/ashlar/chain/state/store"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/node/ops"
	"github.com/ashlar-labs/ashlar/settlement"
	"github.com/ashlar-labs/ashlar/settlement/da"
	"github.com/ashlar-labs/ashlar/settlement/l1"
	"github.com/ashlar-labs/ashlar/settlement/local"
	"github.com/ashlar-labs/ashlar/settlement/rollback"
	"github.com/ashlar-labs/ashlar/settlement/txmgr"
)

// Parts of a data directory.
const (
	journalFile = "pool.journal"
	removedDir  = "removed" // blocks that were taken back
)

// rollbackOf takes blocks of a store back.
func rollbackOf(s *store.Store, dataDir string, log *slog.Logger) (rollback.Node, error) {
	tree, err := treestore.Open(s.DB(), treestore.DefaultConfig())
	return rollback.Node{
		Store: s, Tree: tree, Removed: filepath.Join(dataDir, removedDir), Journal: filepath.Join(dataDir, journalFile), Say: log.Info,
	}, err
}

// RollbackConfig says of which node blocks are taken back, and who signs on L1.
type RollbackConfig struct {
	DataDir string
	Process string // what holds the directory meanwhile
	Chain   *Chain
	L1      *l1.Client
	Keys    []*ecdsa.PrivateKey // of the operators, for L1 transactions under way that need higher fees
	Revert  *ecdsa.PrivateKey   // of who may revert batches on L1; nil: nobody
	Log     *slog.Logger
}

// Rollback takes blocks of a node that does not run back, and batches on L1. Close it when done.
type Rollback struct {
	cfg   RollbackConfig
	node  rollback.Node
	blobs *da.Archive
	chain rollback.Chain
	costs *ops.Ledger
}

// OpenRollback opens the data directory. What was begun before is completed first.
func OpenRollback(cfg RollbackConfig) (*Rollback, error) {
	if err := hasData(cfg.DataDir); err != nil {
		return nil, err
	}
	g, err := cfg.Chain.Genesis.Genesis()
	if err != nil {
		return nil, err
	}
	s, err := store.Open(store.Config{Dir: filepath.Join(cfg.DataDir, "chain"), Process: cfg.Process, Logger: cfg.Log}, g)
	if err != nil {
		return nil, err
	}
	r := &Rollback{cfg: cfg}
	if r.blobs, err = da.OpenArchive(filepath.Join(cfg.DataDir, "blobs")); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	if r.node, err = rollbackOf(s, cfg.DataDir, cfg.Log); err == nil {
		err = r.node.Resume()
	}
	if err == nil {
		r.chain = rollback.Chain{L1: cfg.L1, Contract: cfg.Chain.Deployment.Chain, StartBlock: cfg.Chain.Deployment.StartBlock}
		r.chain.Batches, err = sealedBatches(s)
	}
	if err == nil {
		r.costs, err = ops.OpenLedger(local.Costs(s), time.Now)
	}
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return r, nil
}

// Close releases the data directory.
func (r *Rollback) Close() error { return r.node.Store.Close() }

// Lost is the first priority operation of the chain that L1 does not have; nil when it has all.
func (r *Rollback) Lost(ctx context.Context) (*rollback.Lost, error) {
	return r.node.Lost(ctx, r.chain)
}

// Look is what To would do. The plan comes with rollback.ErrExecuted and rollback.ErrCommitted, too.
func (r *Rollback) Look(ctx context.Context, number uint64) (*rollback.Plan, error) {
	return r.node.Look(ctx, r.chain, number)
}

// To makes block number the last one: L1 transactions that are under way come to their end first, batches with later blocks are reverted on L1 if there is a key for it, and nothing is taken back that L1 has.
func (r *Rollback) To(ctx context.Context, number uint64) error {
	plan, err := r.Look(ctx, number)
	if plan != nil && plan.Sealed > plan.Batch {
		if err := r.settlement().Finish(ctx); err != nil {
			return err
		}
		plan, err = r.Look(ctx, number)
	}
	if errors.Is(err, rollback.ErrCommitted) && r.cfg.Revert != nil {
		if err := r.Revert(ctx, plan.Batch); err != nil {
			return err
		}
		_, err = r.Look(ctx, number)
	}
	if err != nil {
		return err
	}
	return r.node.To(number)
}

// Revert makes batch last the last one that L1 has.
func (r *Rollback) Revert(ctx context.Context, last uint64) error {
	if r.cfg.Revert == nil {
		return errors.New("the key of who may revert batches is missing")
	}
	if err := r.settlement().Finish(ctx); err != nil {
		return err
	}
	return r.settlement().Revert(ctx, txmgr.KeySigner(r.cfg.Revert, r.cfg.L1.ID()), last)
}

func (r *Rollback) settlement() *settlement.Operator {
	o := &settlement.Operator{Chain: r.cfg.L1, KV: local.KV{View: r.node.Store.KV("settlement")}, Archive: r.blobs, Config: settlement.DefaultConfig()}
	o.Config.Observer = ops.Sending{Ledger: r.costs}
	o.Config.Chain, o.Config.Timelock, o.Config.Log = r.cfg.Chain.Deployment.Chain, r.cfg.Chain.Deployment.Timelock, r.cfg.Log
	for _, key := range append(r.cfg.Keys, r.cfg.Revert) {
		if key != nil {
			o.Signers = append(o.Signers, txmgr.KeySigner(key, r.cfg.L1.ID()))
		}
	}
	return o
}
