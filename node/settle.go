package node

import (
	"math/big"

	"github.com/ashlar-labs/ashlar/chain/genesis"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement"
	"github.com/ashlar-labs/ashlar/settlement/local"
	"github.com/ashlar-labs/ashlar/settlement/prove"
	"github.com/ashlar-labs/ashlar/settlement/txmgr"
	"github.com/ashlar-labs/ashlar/settlement/watch"
)

// sealedBatches are the store's batches, with the genesis as batch 0.
func sealedBatches(s *store.Store) (local.Batches, error) {
	commitment, err := genesis.StateCommitment(s.Genesis())
	return local.Batches{Store: s, First: rollup.GenesisBatch(commitment)}, err
}

// defaultL1MaxFee is txmgr's limit.
var defaultL1MaxFee = new(big.Int).Div(txmgr.HighestFeeWei, gwei).Uint64()

var gwei = big.NewInt(1e9)

func (c *Config) l1MaxFeeWei() *big.Int {
	return new(big.Int).Mul(new(big.Int).SetUint64(c.L1MaxFee), gwei)
}

func newSettlement(cfg *Config, s *store.Store, batches local.Batches, watcher *watch.Watcher, view *view) (*settlement.Settlement, error) {
	settle := settlement.DefaultConfig()
	settle.Chain, settle.Timelock, settle.Poll, settle.Log = cfg.Contracts.Chain, cfg.Contracts.Timelock, cfg.L1Poll, cfg.Log
	settle.Observer, settle.OnWait = sending{view, cfg.metrics.L1Sender}, view.settlementWaits
	settle.MaxFeeWei, settle.MaxBlobFeeWei = cfg.l1MaxFeeWei(), cfg.l1MaxFeeWei()
	id := cfg.L1.ID()
	settle.Committer, settle.Prover, settle.Executor = txmgr.KeySigner(cfg.Keys.Commit, id), txmgr.KeySigner(cfg.Keys.Prove, id), txmgr.KeySigner(cfg.Keys.Execute, id)
	return settlement.New(cfg.L1, local.Intents(s), local.Settleable{Batches: batches, Lost: watcher.Lost}, cfg.Blobs, prove.PublicInputs{}, settle)
}

// operations gives the sequencer the mirror of the priority queue.
type operations struct{ watcher *watch.Watcher }

// Next implements sequencer.Operations.
func (o operations) Next(from uint64, limit int) ([]rollup.CanonicalTx, error) {
	ops, err := o.watcher.Next(from, limit)
	if err != nil {
		return nil, err
	}
	out := make([]rollup.CanonicalTx, len(ops))
	for i, op := range ops {
		out[i] = *op.Tx
	}
	return out, nil
}
