package escape

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/batch"
	"github.com/ashlar-labs/ashlar/chain/fees"
	"github.com/ashlar-labs/ashlar/chain/sequencer"
	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/da"
	"github.com/ashlar-labs/ashlar/settlement/fetch"
)

// noUsers stands for the pool of a block without ordinary transactions.
type noUsers struct{}

func (noUsers) Next() (*stf.Tx, error) { return nil, nil }
func (noUsers) Shift()                 {}
func (noUsers) Pop()                   {}

// env is the environment of the block after a state: L1's time, since nobody here has another clock that L1 would believe, and the prices that an operator of ordinary policy would take.
// Whoever settles gets the fees.
func (e *Escape) env(ctx context.Context, at *fetch.Rebuilt, coinbase common.Address) (env rollup.BlockEnv, err error) {
	head, err := e.l1.HeaderByNumber(ctx, nil)
	if err != nil {
		return env, err
	}
	blobFee, err := e.l1.BlobBaseFee(ctx)
	if err != nil {
		return env, err
	}
	chain := &e.cfg.Genesis.Config
	policy := fees.DefaultConfig()
	policy.DAScheme, policy.MaxGasPerPubdata = e.cfg.Scheme, chain.MaxGasPerPubdata
	prices := fees.Target(&policy, &fees.L1Prices{BaseFee: *uint256.MustFromBig(head.BaseFee), BlobBaseFee: *uint256.MustFromBig(blobFee)})
	env = rollup.BlockEnv{
		Number: at.ChainState.LastBlock + 1, Timestamp: max(at.ChainState.LastTimestamp, head.Time), GasLimit: chain.BlockGasLimit,
		GasPerPubdata: prices.GasPerPubdata, Coinbase: coinbase, BaseFee: prices.BaseFee,
	}
	_, err = rand.Read(env.PrevRandao[:])
	return env, err
}

// build makes the block of the first of these operations: as many as fit.
func (e *Escape) build(env rollup.BlockEnv, at *fetch.Rebuilt, ops []rollup.CanonicalTx) (*rollup.Block, error) {
	chain := &e.cfg.Genesis.Config
	out, err := sequencer.Build(&sequencer.Input{
		Chain: chain, Limits: sequencer.DefaultConfig(chain, e.cfg.Scheme).Limits, Env: env, Before: &at.ChainState, Pre: at.State, Operations: ops, Ordinary: noUsers{},
	})
	if err != nil {
		return nil, err
	}
	return out.Block.Block, nil
}

// waiting are the operations that come next, at most max of them.
func (e *Escape) waiting(ctx context.Context, from uint64, max int) ([]rollup.CanonicalTx, error) {
	if err := e.watcher.Poll(ctx); err != nil {
		return nil, err
	}
	ops, err := e.watcher.Next(from, max)
	if err != nil {
		return nil, err
	}
	out := make([]rollup.CanonicalTx, len(ops))
	for i, op := range ops {
		out[i] = *op.Tx
	}
	return out, nil
}

// seal makes the batch that comes next. What the guest cannot do or the data availability cannot hold is tried again with half of the operations.
func (e *Escape) seal(ctx context.Context, at *fetch.Rebuilt, ops []rollup.CanonicalTx) (*store.SealedBatch, *stf.BatchResult, error) {
	env, err := e.env(ctx, at, e.sender.Address())
	if err != nil {
		return nil, nil, err
	}
	cfg := batch.Config{Scheme: e.cfg.Scheme, SettlementChainID: e.l1.ID(), Now: time.Now}
	for {
		block, err := e.build(env, at, ops)
		if err != nil {
			return nil, nil, err
		}
		outside := batch.Outside{Chain: &e.cfg.Genesis.Config, Before: &at.ChainState, Pre: at.State, Tree: at.State}
		sealed, result, err := batch.SealOutside(ctx, cfg, outside, blobNames{e.cfg.Scheme}, e.cfg.Machine, at.Batch+1, []*rollup.Block{block})
		if n := len(block.Txs); n > 1 && (errors.Is(err, batch.ErrTooLong) || errors.Is(err, batch.ErrTooLarge)) {
			ops = ops[:n/2]
			continue
		}
		return sealed, result, err
	}
}

// blobNames are the hashes of the blobs that pubdata become.
type blobNames struct{ scheme rollup.DAScheme }

// VersionedHashes implements batch.DataAvailability.
func (b blobNames) VersionedHashes(pubdata []byte) ([]common.Hash, error) {
	data, err := da.Prepare(b.scheme, pubdata)
	if err != nil {
		return nil, err
	}
	var hashes []common.Hash
	for i := range data.Blobs {
		hashes = append(hashes, data.Blobs[i].VersionedHash)
	}
	return hashes, nil
}

// simulate says what an operation that is requested now would do: after everything that waits, at the highest price of pubdata that it allows.
func (e *Escape) simulate(ctx context.Context, at *fetch.Rebuilt, op *rollup.CanonicalTx) (*stf.Receipt, error) {
	env, err := e.env(ctx, at, op.From)
	if err != nil {
		return nil, err
	}
	var blocks []*rollup.Block
	for next, state := at.PriorityOps, *at; ; {
		ops, err := e.waiting(ctx, next, e.cfg.MaxOps)
		if err != nil {
			return nil, err
		}
		if len(ops) == 0 {
			break
		}
		// Only how many operations fit is asked here; all blocks are executed one after the other below.
		block, err := e.build(env, &state, ops)
		if err != nil {
			return nil, err
		}
		blocks, next = append(blocks, block), next+uint64(len(block.Txs))
		state.ChainState.Push(env.Number, env.Timestamp, common.Hash{})
		env.Number++
	}
	last := env
	last.GasPerPubdata = e.cfg.Genesis.Config.MaxGasPerPubdata
	blocks = append(blocks, &rollup.Block{Env: last, Txs: [][]byte{op.Raw()}})
	result, err := stf.ExecuteBatch(&e.cfg.Genesis.Config, &at.ChainState, at.State, blocks)
	if err != nil {
		return nil, fmt.Errorf("execute what waits: %w", err)
	}
	return result.Blocks[len(blocks)-1].Receipts[0], nil
}
