package node

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/ashlar-labs/ashlar/chain/fees"
	"github.com/ashlar-labs/ashlar/chain/genesis"
	"github.com/ashlar-labs/ashlar/chain/rpc"
	"github.com/ashlar-labs/ashlar/chain/sequencer"
	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/chain/stream"
	"github.com/ashlar-labs/ashlar/chain/txpool"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/rollup/record"
)

// Sequencing is the part of a node from JSON-RPC to durable blocks in its block stream, without L1 and without batches: for measuring it alone.
type Sequencing struct {
	store     *store.Store
	pool      *txpool.Pool
	sequencer *sequencer.Sequencer
	server    *rpc.Server
	stopFeed  context.CancelFunc

	streamServer *stream.Server // nil without a stream
	stream       *stream.Stream
	writer       *stream.Writer
	lease        time.Duration
	running      context.Context // ends with Run
	stop         context.CancelFunc
}

// SequencingConfig says what to sequence. Pool and blocks are configured as in a [Node] whose blocks are made on demand.
type SequencingConfig struct {
	DataDir string
	Genesis genesis.Config // that the store has
	Scheme  rollup.DAScheme
	RPC     rpc.Config
	Log     *slog.Logger

	WithoutStream bool         // no block stream, which every node has: to see what it costs
	Fees          *fees.Config // nil: the default
}

// NewSequencing connects the parts over a store, which it closes.
func NewSequencing(sc SequencingConfig, s *store.Store) (*Sequencing, error) {
	cfg := DefaultConfig(sc.Scheme)
	cfg.DataDir, cfg.Genesis, cfg.RPC, cfg.Log, cfg.OnDemand = sc.DataDir, sc.Genesis, sc.RPC, sc.Log, true
	if sc.Fees != nil {
		cfg.Fees = *sc.Fees
	}
	n := &Sequencing{store: s, lease: cfg.Stream.Lease}
	n.running, n.stop = context.WithCancel(context.Background())
	err := n.connect(&cfg, !sc.WithoutStream)
	if err != nil {
		return nil, errors.Join(err, n.Close())
	}
	return n, nil
}

func (n *Sequencing) connect(cfg *Config, streaming bool) error {
	oracle, err := fees.NewOracle(cfg.Fees)
	if err != nil {
		return err
	}
	pooling := txpool.DefaultConfig()
	pooling.JournalPath, pooling.MinBaseFee = filepath.Join(cfg.DataDir, journalFile), cfg.Fees.MinBaseFee
	if n.pool, err = txpool.New(pooling, &cfg.Genesis.Chain, n.store, cfg.Log); err != nil {
		return err
	}
	making := sequencer.DefaultConfig(&cfg.Genesis.Chain, cfg.Scheme)
	making.BlockTime, making.OnDemand, making.Coinbase = cfg.BlockTime, cfg.OnDemand, cfg.Coinbase
	parts := sequencer.Parts{Chain: n.store, Pool: n.pool, Pricer: oracle, Now: time.Now, Random: randomHash, Logger: cfg.Log}
	if streaming {
		if err := n.connectStream(cfg); err != nil {
			return err
		}
		parts.Publish = func(res *stf.BlockResult) error { return n.writer.Append(n.running, blockRecord(res)) }
	}
	if n.sequencer, err = sequencer.New(making, parts); err != nil {
		return err
	}
	batches, err := sealedBatches(n.store)
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(context.Background())
	n.stopFeed = stop
	n.server, err = rpc.New(cfg.RPC, rpcBackend(cfg, n.store, batches, n.pool, sequencer.NewFeed(ctx, n.store), oracle, time.Now), cfg.Log)
	return err
}

// connectStream embeds a server as a node does by default, and begins a term after the store's last block.
func (n *Sequencing) connectStream(cfg *Config) (err error) {
	if n.streamServer, err = stream.StartServer(stream.ServerConfig{Dir: filepath.Join(cfg.DataDir, streamDir), Listen: cfg.Stream.Listen}); err != nil {
		return err
	}
	if n.stream, err = stream.Open(n.running, stream.Config{Chain: n.store.Genesis().Hash(), Server: n.streamServer, Create: true, Log: cfg.Log}); err != nil {
		return err
	}
	last, err := n.stream.Last(n.running)
	if err != nil {
		return err
	}
	if last != 0 {
		return fmt.Errorf("node: %s has a block stream already", cfg.DataDir)
	}
	n.writer, err = n.stream.Lead(n.running, 0, 1, &record.Term{Leader: leaderID(), LastBlock: n.store.Tip().Number})
	return err
}

// Run works until ctx ends or a part fails.
func (n *Sequencing) Run(ctx context.Context) error {
	group, ctx := errgroup.WithContext(ctx)
	defer context.AfterFunc(ctx, n.stop)()
	if n.writer != nil {
		group.Go(func() error { return n.writer.Keep(ctx, n.lease/5) })
	}
	group.Go(func() error {
		if err := n.sequencer.Run(ctx); err != nil && ctx.Err() == nil {
			return err
		}
		return nil
	})
	group.Go(func() error { return n.server.Run(ctx) })
	return group.Wait()
}

// Close releases the store. Run has to have returned.
func (n *Sequencing) Close() error {
	var err error
	n.stop()
	if n.stopFeed != nil {
		n.stopFeed()
	}
	if n.stream != nil {
		n.stream.Close()
	}
	if n.streamServer != nil {
		n.streamServer.Close()
	}
	if n.pool != nil {
		err = n.pool.Close()
	}
	return errors.Join(err, n.store.Close())
}

// HTTPEndpoint is the URL of JSON-RPC over HTTP.
func (n *Sequencing) HTTPEndpoint() string { return n.server.HTTPEndpoint() }
