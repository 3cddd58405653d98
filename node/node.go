package node

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"
	"golang.org/x/sync/errgroup"

	"github.com/ashlar-labs/ashlar/chain/batch"
	"github.com/ashlar-labs/ashlar/chain/fees"
	"github.com/ashlar-labs/ashlar/chain/rpc"
	"github.com/ashlar-labs/ashlar/chain/sequencer"
	treestore "github.com/ashlar-labs/ashlar/chain/state/store"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/chain/stream"
	"github.com/ashlar-labs/ashlar/chain/txpool"
	"github.com/ashlar-labs/ashlar/node/backup"
	"github.com/ashlar-labs/ashlar/node/ops"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/rollup/record"
	"github.com/ashlar-labs/ashlar/settlement"
	"github.com/ashlar-labs/ashlar/settlement/da"
	"github.com/ashlar-labs/ashlar/settlement/local"
	"github.com/ashlar-labs/ashlar/settlement/watch"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// BlocksOnTheWay is how many blocks may be executed and not be durable yet: the disk then writes several small ones at once.
const BlocksOnTheWay = 16

// Node is a chain's main node.
type Node struct {
	cfg        Config
	clock      *sequencer.Clock
	store      *store.Store
	pool       *txpool.Pool
	oracle     *fees.Oracle
	feed       *sequencer.Feed
	stopFeed   context.CancelFunc
	watcher    *watch.Watcher
	sequencer  *sequencer.Sequencer
	machine    *guestMachine
	sealer     *batch.Sealer
	batches    local.Batches
	settlement *settlement.Settlement
	server     *rpc.Server
	view       *view
	ops        *ops.Server
	stuck      bool // see ErrStuck

	streamServer *stream.Server // nil: an external one
	stream       *stream.Stream
	leader       record.LeaderID
	term         atomic.Pointer[term]
	gate         *gate
	progress     progress
	caughtUp     atomic.Bool
	waits        atomic.Pointer[error] // why this node cannot follow the chain before it goes back
	lag          lag
	started      uint64          // the head when the node was started
	stopping     context.Context // ends with Run
	stop         context.CancelFunc
}

// New opens the data directory and connects the parts, as long as ctx lets it. Close the node when done.
func New(ctx context.Context, cfg Config) (*Node, error) {
	if err := cfg.Check(); err != nil {
		return nil, err
	}
	g, err := cfg.Genesis.Genesis()
	if err != nil {
		return nil, err
	}
	cfg.Ops.Log, cfg.metrics = cfg.Log, ops.NewMetrics(cfg.Ops.Version)
	if cfg.Tracing != nil {
		cfg.Tracing.For(g.Hash())
		rpc.TraceTo(cfg.Tracing.Calls())
	}
	s, err := store.Open(store.Config{Dir: filepath.Join(cfg.DataDir, "chain"), Process: cfg.Process, Logger: cfg.Log, OnDurable: cfg.metrics.Blocks.Durable, OnTheWay: BlocksOnTheWay}, g)
	if err != nil {
		return nil, err
	}
	if err := backup.Clean(cfg.DataDir); err != nil {
		cfg.Log.Warn("a backup that was killed has left files", "err", err)
	}
	n := &Node{cfg: cfg, store: s, clock: sequencer.NewClock(cfg.Clock, cfg.Log), leader: leaderID(), started: s.Head().Number}
	n.progress.n, n.lag.began = n, time.Now()
	n.stopping, n.stop = context.WithCancel(context.Background())
	if err := errors.Join(n.checkDisk(), n.connect(ctx)); err != nil {
		return nil, errors.Join(err, n.Close())
	}
	return n, nil
}

// connect makes the parts in the order of the pipeline.
func (n *Node) connect(opening context.Context) (err error) {
	cfg := &n.cfg
	if err := n.rejoin(opening); err != nil {
		return err
	}
	if n.oracle, err = fees.NewOracle(cfg.Fees); err != nil {
		return err
	}
	pooling := txpool.DefaultConfig()
	pooling.JournalPath, pooling.MinBaseFee, pooling.Observer = filepath.Join(cfg.DataDir, journalFile), cfg.Fees.MinBaseFee, cfg.metrics.Pool
	if n.pool, err = txpool.New(pooling, &cfg.Genesis.Chain, n.store, cfg.Log); err != nil {
		return err
	}
	n.gate = &gate{pool: n.pool, url: cfg.Origin, fixed: n.replica(), leading: cfg.Stream.URL == ""} // nobody else can lead a stream of its own
	ctx, stop := context.WithCancel(context.Background())
	n.feed, n.stopFeed = sequencer.NewFeed(ctx, n.store), stop
	if n.view, err = newView(cfg, n); err != nil {
		return err
	}
	if err := n.connectStream(ctx); err != nil {
		return err
	}
	if err := n.connectL1(); err != nil {
		return err
	}
	if err := n.connectChain(); err != nil {
		return err
	}
	backend := rpcBackend(cfg, n.store, n.batches, n.pool, n.feed, n.oracle, n.clock.Now)
	backend.Pool, backend.Sync, backend.Origin = pool{n.pool, n.gate}, syncing{n}, func() any { return n.origin() }
	backend.Observer = cfg.metrics.RPC
	if n.server, err = rpc.New(cfg.RPC, backend, cfg.Log); err != nil {
		return err
	}
	if n.ops, err = n.view.serve(); err == nil {
		n.ops.Handle("POST /backup", n.serveBackup)
	}
	return err
}

func (n *Node) connectL1() (err error) {
	cfg := &n.cfg
	if n.batches, err = sealedBatches(n.store); err != nil || cfg.L1 == nil {
		return err
	}
	watching := watch.DefaultConfig(cfg.Contracts.Chain)
	watching.StartBlock, watching.Poll, watching.Log, watching.Observer = cfg.Contracts.StartBlock, cfg.L1Poll, cfg.Log, n.view
	watching.OnBatch = n.onBatch
	watching.OnPriority = func(uint64) {
		if n.sequencer != nil {
			n.sequencer.Wake()
		}
	}
	watching.Included = func() uint64 { return n.store.Head().PriorityOps }
	if n.watcher, err = watch.New(cfg.L1, local.Watched(n.store), watching); err != nil {
		return err
	}
	if n.replica() {
		return nil
	}
	n.settlement, err = newSettlement(cfg, n.store, n.batches, n.watcher, n.view)
	return err
}

func (n *Node) connectChain() (err error) {
	cfg := &n.cfg
	tree, err := treestore.Open(n.store.DB(), treestore.DefaultConfig())
	if err != nil {
		return err
	}
	sealing := batch.Config{
		Limits: cfg.Limits, Scheme: cfg.Scheme, SettlementChainID: cfg.Genesis.L1ChainID, Now: time.Now, Logger: cfg.Log, Publish: n.publishBatch, Observer: n.view.batches(),
	}
	if n.replica() {
		n.sealer, err = batch.NewSealer(sealing, n.store, tree, blobNames{cfg}, nil)
		return err
	}
	n.machine = newGuestMachine(cfg.Guest, rv64.DefaultMaxCycles) // far above what a batch aims at: the heaviest block that the gas limit allows must pass
	if n.sealer, err = batch.NewSealer(sealing, n.store, tree, blobNames{cfg}, n.machine); err != nil {
		return err
	}
	making := sequencer.DefaultConfig(&cfg.Genesis.Chain, cfg.Scheme)
	making.BlockTime, making.OnDemand, making.Coinbase = cfg.BlockTime, cfg.OnDemand, cfg.Coinbase
	n.sequencer, err = sequencer.New(making, sequencer.Parts{
		Chain: n.store, Pool: n.pool, Operations: operations{n.watcher}, Hold: n.hold, Pricer: n.oracle, Now: n.clock.Now, Random: randomHash, Logger: cfg.Log,
		Observer: n.view.blocks(), Publish: n.publishBlock,
	})
	return err
}

// hold keeps the chain from growing on a deposit that L1 has undone.
func (n *Node) hold() (string, error) {
	first, lost, err := n.watcher.Lost()
	if err != nil || !lost {
		return "", err
	}
	return fmt.Sprintf("priority operation %d, which the chain has included, is not on L1 any more", first), nil
}

func randomHash() (h common.Hash) {
	_, _ = rand.Read(h[:]) // never fails, see crypto/rand
	return h
}

// ErrStuck says that a part of a node that was stopped did not end in time. The process has to end: the data directory is as a kill leaves it, which is harmless.
var ErrStuck = errors.New("a part of the node does not stop")

// Run works until ctx ends or a part fails for good. A node that is stopped takes no more requests, answers those that it has, finishes its block and writes what there is, at most
// within Config.StopTimeout.
func (n *Node) Run(ctx context.Context) error {
	if n.cfg.Scheme == rollup.DABlobs {
		go da.Warm()
	}
	group, ctx := errgroup.WithContext(ctx)
	working, rest := context.WithCancel(context.WithoutCancel(ctx)) // the parts behind JSON-RPC go on until it has answered
	defer rest()
	context.AfterFunc(working, n.stop)
	run := func(ctx context.Context, name string, f func(context.Context) error) {
		group.Go(func() error {
			if err := f(ctx); err != nil && ctx.Err() == nil {
				rest() // nothing goes on after a failure
				return fmt.Errorf("%s: %w", name, err)
			}
			return nil
		})
	}
	run(ctx, "rpc", func(ctx context.Context) error {
		defer rest()
		n.awaitBlock(ctx)
		return n.server.Run(ctx)
	})
	run(working, "disk", n.watchDisk)
	if n.watcher != nil {
		run(working, "watch L1", n.watchL1)
		run(working, "price", n.price)
	}
	if n.machine != nil {
		run(working, "guest", n.machine.prepare)
		run(working, "priority mode", n.watchMode)
		run(working, "balances", n.view.watchBalances)
	}
	if n.follows() {
		run(working, "origin", n.watchOrigin)
	}
	run(working, "chain", n.work)
	return n.watched(ctx, group.Wait)
}

// awaitBlock waits in a directory that was made from L1 for the first block that is whole: before it there is no last block that could be shown. Requests wait meanwhile.
func (n *Node) awaitBlock(ctx context.Context) {
	if first := n.store.First(); first > 0 && n.store.Head().Number == first {
		n.cfg.Log.Info("the history of this node begins with a state taken from L1; JSON-RPC answers from the next block on", "after block", first)
		_, _ = n.store.Wait(ctx, first) // an error is that ctx has ended, which the server sees, too
	}
}

// OpsFile in the data directory of a running node holds the URL of its endpoint for operators.
const OpsFile = "ops.url"

// watched shows on the endpoint for operators how the parts do, until they have ended.
func (n *Node) watched(ctx context.Context, wait func() error) error {
	serving, stop := context.WithCancel(context.WithoutCancel(ctx))
	served := make(chan error, 1)
	go func() { served <- n.ops.Run(serving) }()
	where := filepath.Join(n.cfg.DataDir, OpsFile)
	if err := os.WriteFile(where, []byte(n.ops.Endpoint()+"\n"), 0o644); err != nil {
		n.cfg.Log.Warn("ashlar status will not find this node by its data directory", "err", err)
	}
	defer os.Remove(where)
	n.ops.SetState(ops.StateRunning, "")
	stopping := context.AfterFunc(ctx, func() { n.ops.SetState(ops.StateStopping, "") })
	defer stopping()
	ended := make(chan error, 1)
	go func() { ended <- wait() }()
	err := n.await(ctx, ended)
	stop()
	return errors.Join(err, <-served)
}

// await is what the parts end with, or ErrStuck.
func (n *Node) await(ctx context.Context, ended <-chan error) error {
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	n.cfg.Log.Info("stopping", "limit", n.cfg.StopTimeout)
	timer := time.NewTimer(n.cfg.StopTimeout)
	defer timer.Stop()
	select {
	case err := <-ended:
		return err
	case <-timer.C:
		n.stuck = true
		return fmt.Errorf("%w within %v; everything that was shown is on disk", ErrStuck, n.cfg.StopTimeout)
	}
}

// price hands L1's prices to the fee oracle.
func (n *Node) price(ctx context.Context) error {
	ticker := time.NewTicker(n.cfg.L1Poll)
	defer ticker.Stop()
	for {
		if p, ok := n.watcher.Prices(); ok {
			var sample fees.L1Prices
			sample.BaseFee = *uint256.MustFromBig(p.BaseFeeWei)
			sample.BlobBaseFee = *uint256.MustFromBig(p.BlobBaseFeeWei)
			n.oracle.Sample(sample)
			n.clock.Sample(p.L1Block, p.L1Time)
		}
		select {
		case <-ticker.C:
		case <-ctx.Done():
			return nil
		}
	}
}

// Close releases the data directory. Run has to have returned. A node that is stuck keeps it until its process ends.
func (n *Node) Close() error {
	if n.stuck {
		return nil
	}
	var err error
	if n.stopFeed != nil {
		n.stopFeed()
	}
	n.stop()
	n.closeStream()
	if n.pool != nil {
		err = n.pool.Close()
	}
	if n.ops != nil {
		err = errors.Join(err, n.ops.Close())
	}
	return errors.Join(err, n.store.Close())
}

// HTTPEndpoint is the URL of JSON-RPC over HTTP.
func (n *Node) HTTPEndpoint() string { return n.server.HTTPEndpoint() }

// WSEndpoint is the URL of JSON-RPC over WebSocket.
func (n *Node) WSEndpoint() string { return n.server.WSEndpoint() }

// OpsEndpoint is the URL of the endpoint for operators, "" without one.
func (n *Node) OpsEndpoint() string { return n.ops.Endpoint() }

// Ops is the endpoint for operators, to add checks of readiness to.
func (n *Node) Ops() *ops.Server { return n.ops }

// Store is the chain's database, to read from.
func (n *Node) Store() *store.Store { return n.store }

// SealNow makes a batch of the blocks that wait, however young they are.
func (n *Node) SealNow() { n.sealer.Flush() }
