package node

import (
	"context"
	"errors"
	"iter"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/event"

	"github.com/ashlar-labs/ashlar/chain/fees"
	"github.com/ashlar-labs/ashlar/chain/rpc"
	"github.com/ashlar-labs/ashlar/chain/sequencer"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/chain/txpool"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/local"
)

// missing turns the store's "not there" into the server's nil.
func missing[T any](v T, err error) (T, error) {
	var zero T
	if errors.Is(err, store.ErrNotFound) {
		return zero, nil
	}
	return v, pruned(err)
}

// pruned is how the server says that something is from before this node's history.
func pruned(err error) error {
	if errors.Is(err, store.ErrBeforeFirst) {
		return rpc.ErrPruned
	}
	return err
}

// chainReader is rpc.ChainReader and rpc.StateReader over the store. A block is on disk a moment before it is the head; until then it is not shown, so that what a client reads
// at "latest" after it has seen a receipt holds that transaction.
type chainReader struct{ store *store.Store }

func (c chainReader) hidden(number uint64) bool { return number > c.store.Head().Number }

func (c chainReader) Head() (uint64, error) { return c.store.Head().Number, nil }

func (c chainReader) Oldest() uint64 {
	if first := c.store.First(); first > 0 {
		return first + 1
	}
	return 0
}

func (c chainReader) Header(n uint64) (*types.Header, error) {
	if c.hidden(n) {
		return nil, nil
	}
	return missing(c.store.Header(n))
}

func (c chainReader) Block(n uint64) (*rpc.Block, error) {
	header, err := c.Header(n)
	if err != nil || header == nil {
		return nil, err
	}
	body, err := c.store.Block(n)
	if err != nil {
		return missing[*rpc.Block](nil, err)
	}
	return &rpc.Block{Header: header, Hash: header.Hash(), Txs: body.Txs}, nil
}

func (c chainReader) Receipts(n uint64) ([]*rpc.Receipt, error) {
	if c.hidden(n) {
		return nil, nil
	}
	return missing(c.store.Receipts(n))
}

func (c chainReader) BlockNumber(hash common.Hash) (uint64, bool, error) {
	n, err := c.store.NumberOf(hash)
	if errors.Is(err, store.ErrNotFound) {
		return 0, false, nil
	}
	if err == nil && c.hidden(n) {
		return 0, false, nil
	}
	return n, err == nil, err
}

func (c chainReader) BlocksWithLogs(from, to uint64, addresses []common.Address, topics [][]common.Hash) iter.Seq2[uint64, error] {
	return c.store.BlocksWithLogs(from, min(to, c.store.Head().Number), addresses, topics)
}

func (c chainReader) Transaction(hash common.Hash) (uint64, int, bool, error) {
	at, err := c.store.TxByHash(hash)
	if errors.Is(err, store.ErrNotFound) {
		return 0, 0, false, nil
	}
	if err == nil && c.hidden(at.Block) {
		return 0, 0, false, nil
	}
	return at.Block, at.Index, err == nil, err
}

func (c chainReader) StateAt(n uint64) (rpc.State, error) {
	state, err := c.store.StateAt(n)
	return state, pruned(err)
}

func (c chainReader) ChainStateAt(n uint64) (*rollup.ChainState, error) {
	state, err := c.store.ChainStateAt(n)
	return state, pruned(err)
}

// heads is rpc.HeadFeed over the sequencer's feed.
type heads struct{ feed *sequencer.Feed }

func (h heads) SubscribeHead(ch chan<- uint64) event.Subscription {
	return event.NewSubscription(func(quit <-chan struct{}) error {
		blocks := make(chan *sequencer.NewBlock, 16)
		sub := h.feed.Subscribe(blocks)
		defer sub.Unsubscribe()
		for {
			select {
			case b := <-blocks:
				select {
				case ch <- b.Ref.Number:
				case <-quit:
					return nil
				}
			case err := <-sub.Err():
				return err
			case <-quit:
				return nil
			}
		}
	})
}

// pool is rpc.Pool over the transaction pool.
type pool struct {
	*txpool.Pool
	gate *gate // nil: every transaction is for this pool
}

func (p pool) Add(ctx context.Context, tx *types.Transaction) error {
	return p.AddBatch(ctx, []*types.Transaction{tx})[0]
}

func (p pool) AddBatch(ctx context.Context, txs []*types.Transaction) []error {
	if p.gate != nil {
		return p.gate.AddBatch(ctx, txs)
	}
	return p.Pool.AddAll(txs)
}

func (p pool) Stats() (pending, queued int) { return p.Pool.Status() }

func (p pool) SubscribeTransactions(ch chan<- []*types.Transaction) event.Subscription {
	return event.NewSubscription(func(quit <-chan struct{}) error {
		events := make(chan core.NewTxsEvent, 64)
		sub := p.Pool.Subscribe(events)
		defer sub.Unsubscribe()
		for {
			select {
			case e := <-events:
				select {
				case ch <- e.Txs:
				case <-quit:
					return nil
				}
			case err := <-sub.Err():
				return err
			case <-quit:
				return nil
			}
		}
	})
}

// feeReader is rpc.Fees.
type feeReader struct {
	cfg    *Config
	store  *store.Store
	oracle *fees.Oracle
	now    func() time.Time
}

func (f feeReader) NextBlock() (env rollup.BlockEnv, err error) {
	head := f.store.Head()
	parent, err := f.store.Parent(head.Number)
	if err != nil {
		return env, err
	}
	prices, err := f.oracle.Next(parent)
	if err != nil {
		return env, err
	}
	return rollup.BlockEnv{
		Number: head.Number + 1, Timestamp: max(head.Timestamp, uint64(f.now().Unix())), GasLimit: f.cfg.Genesis.Chain.BlockGasLimit,
		GasPerPubdata: prices.GasPerPubdata, Coinbase: f.cfg.Coinbase, BaseFee: prices.BaseFee,
	}, nil
}

// SuggestTip is zero: blocks have room, and the sequencer takes any tip.
func (f feeReader) SuggestTip() *big.Int { return new(big.Int) }

func (f feeReader) L1GasPrice() *big.Int {
	prices, _ := f.oracle.L1()
	return prices.BaseFee.ToBig()
}

// batchReader is rpc.BatchReader over the store.
type batchReader struct {
	store   *store.Store
	batches local.Batches
	scheme  rollup.DAScheme
}

func (b batchReader) Progress() (rpc.Progress, error) {
	sealed, err := b.batches.LastSealed()
	if err != nil {
		return rpc.Progress{}, err
	}
	p, err := b.store.L1Progress()
	return rpc.Progress{Sealed: sealed, Committed: p.Committed, Proven: p.Proven, Executed: p.Executed}, err
}

func (b batchReader) Batch(number uint64) (*rpc.Batch, error) {
	if number == 0 {
		g := b.batches.Genesis()
		return &rpc.Batch{Batch: rollup.Batch{StateAfter: g.StateCommitment, ConfigHash: b.store.Genesis().Config.Hash()}, ProofDescription: "GENESIS", DAName: daName(b.scheme)}, nil
	}
	s, err := b.store.BatchInfo(number)
	if err != nil {
		return missing[*rpc.Batch](nil, err)
	}
	pubdata, err := b.store.PubdataBytes(number)
	if err != nil {
		return nil, err
	}
	status, err := b.store.BatchL1Status(number)
	if err != nil {
		return nil, err
	}
	step := func(l store.L1Step) rpc.L1Step {
		if !l.Done() {
			return rpc.L1Step{}
		}
		return rpc.L1Step{TxHash: l.Tx, Time: time.Unix(int64(l.Time), 0)}
	}
	return &rpc.Batch{
		Batch: s.Batch, LogLeaves: s.LogLeaves, Commit: step(status.Commit), Prove: step(status.Prove), Execute: step(status.Execute),
		GuestCycles: s.GuestCycles, PubdataBytes: pubdata, ProofDescription: "UNPROVEN", DAName: daName(s.Output.DAScheme),
	}, nil
}

func (b batchReader) Pubdata(batch, offset, limit uint64) ([]byte, uint64, error) {
	part, total, err := b.store.PubdataPart(batch, offset, limit)
	if errors.Is(err, store.ErrNotFound) {
		return nil, 0, nil
	}
	return part, total, err
}

func (b batchReader) BatchOfBlock(block uint64) (uint64, bool, error) {
	n, err := b.store.BatchOfBlock(block)
	if errors.Is(err, store.ErrNotFound) {
		return 0, false, nil
	}
	return n, err == nil, err
}

func daName(s rollup.DAScheme) string {
	return map[rollup.DAScheme]string{rollup.DAValidium: "validium", rollup.DACalldata: "calldata", rollup.DABlobs: "blobs"}[s]
}

// rpcBackend is everything that the server reads.
func rpcBackend(cfg *Config, s *store.Store, batches local.Batches, p *txpool.Pool, feed *sequencer.Feed, oracle *fees.Oracle, now func() time.Time) *rpc.Backend {
	chain := chainReader{s}
	return &rpc.Backend{
		Config: cfg.Genesis.Chain,
		L1: rpc.L1Info{
			ChainID: cfg.Genesis.L1ChainID, Bridgehub: cfg.Contracts.Bridgehub, ChainContract: cfg.Contracts.Chain, AssetRouter: cfg.Contracts.AssetRouter,
			Nullifier: cfg.Contracts.Nullifier, NativeTokenVault: cfg.Contracts.NativeTokenVault, BaseToken: cfg.Contracts.BaseToken,
		},
		Chain: chain, Heads: heads{feed}, State: chain, Executor: rpc.NewExecutor(cfg.Genesis.Chain), Pool: pool{Pool: p},
		Fees: feeReader{cfg, s, oracle, now}, Batches: batchReader{s, batches, cfg.Scheme},
		Tokens: &rpc.BridgedTokens{Chain: chain, L1ChainID: cfg.Genesis.L1ChainID}, Prover: s, Changes: s, Index: s.Index("appearances"),
	}
}
