package escape

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/batch"
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

// gasPerPubdata is the price of pubdata in blocks of priority mode: below what anybody allows, above what would let one operation fill the blobs of everybody.
const gasPerPubdata = 100

// dataScheme is how the data of a batch of priority mode go to L1: those of a validium, too.
func dataScheme(scheme rollup.DAScheme) rollup.DAScheme {
	if scheme == rollup.DAValidium {
		return rollup.DACalldata
	}
	return scheme
}

// Block is the block that a batch of priority mode consists of: as many of these operations as fit, after a state. It is a function of what L1 shows (the state, the queue, time and coinbase, which is
// the account that settles), so that anybody can have the block again, docs/spec.md section 6.
func Block(g *store.Genesis, scheme rollup.DAScheme, before *rollup.ChainState, pre stf.State, timestamp uint64, coinbase common.Address, ops []rollup.CanonicalTx) (*stf.BlockResult, error) {
	chain, parent := &g.Config, before.BlockHash(before.LastBlock)
	env := rollup.BlockEnv{
		Number: before.LastBlock + 1, Timestamp: timestamp, GasLimit: chain.BlockGasLimit, GasPerPubdata: min(gasPerPubdata, chain.MaxGasPerPubdata), Coinbase: coinbase,
		PrevRandao: crypto.Keccak256Hash(parent[:]), BaseFee: *uint256.NewInt(g.BaseFee),
	}
	out, err := sequencer.Build(&sequencer.Input{
		Chain: chain, Limits: sequencer.DefaultConfig(chain, dataScheme(scheme)).Limits, Env: env, Before: before, Pre: pre, Operations: ops, Ordinary: noUsers{},
	})
	if err != nil {
		return nil, err
	}
	return out.Block, nil
}

// build makes the next block at L1's time, since nobody here has another clock that L1 would believe.
func (e *Escape) build(ctx context.Context, at *fetch.Rebuilt, coinbase common.Address, ops []rollup.CanonicalTx) (*rollup.Block, error) {
	head, err := e.l1.Head(ctx)
	if err != nil {
		return nil, err
	}
	made, err := Block(e.cfg.Genesis, e.cfg.Scheme, &at.ChainState, at.State, max(at.ChainState.LastTimestamp, head.Time), coinbase, ops)
	if err != nil {
		return nil, err
	}
	return made.Block, nil
}

// seal makes the batch that comes next. What the guest cannot do or the data availability cannot hold is tried again with half of the operations.
func (e *Escape) seal(ctx context.Context, at *fetch.Rebuilt, ops []rollup.CanonicalTx) (*store.SealedBatch, error) {
	cfg := batch.Config{Scheme: e.cfg.Scheme, SettlementChainID: e.l1.ID(), Now: time.Now}
	for {
		block, err := e.build(ctx, at, e.sender.Address(), ops)
		if err != nil {
			return nil, err
		}
		outside := batch.Outside{Chain: &e.cfg.Genesis.Config, Before: &at.ChainState, Pre: at.State, Tree: at.State}
		sealed, _, err := batch.SealOutside(ctx, cfg, outside, blobNames{e.cfg.Scheme}, e.cfg.Machine, at.Batch+1, []*rollup.Block{block})
		if err == nil && uint64(len(sealed.Pubdata)) > dataScheme(e.cfg.Scheme).Capacity() {
			err = fmt.Errorf("batch %d: %d bytes: %w", sealed.Number, len(sealed.Pubdata), batch.ErrTooLarge)
		}
		if n := len(block.Txs); n > 1 && (errors.Is(err, batch.ErrTooLong) || errors.Is(err, batch.ErrTooLarge)) {
			ops = ops[:n/2]
			continue
		}
		return sealed, err
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
	var blocks []*rollup.Block
	for next, state := at.PriorityOps, *at; ; {
		ops, err := e.waiting(ctx, next, e.cfg.MaxOps)
		if err != nil {
			return nil, err
		}
		// Only how many operations fit is asked here; all blocks are executed one after the other below.
		block, err := e.build(ctx, &state, op.From, ops)
		if err != nil {
			return nil, err
		}
		if len(ops) == 0 {
			block.Env.GasPerPubdata, block.Txs = e.cfg.Genesis.Config.MaxGasPerPubdata, [][]byte{op.Raw()}
			blocks = append(blocks, block)
			break
		}
		blocks, next = append(blocks, block), next+uint64(len(block.Txs))
		state.ChainState.Push(block.Env.Number, block.Env.Timestamp, common.Hash{1})
	}
	result, err := stf.ExecuteBatch(&e.cfg.Genesis.Config, &at.ChainState, at.State, blocks)
	if err != nil {
		return nil, fmt.Errorf("execute what waits: %w", err)
	}
	return result.Blocks[len(blocks)-1].Receipts[0], nil
}
