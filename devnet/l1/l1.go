package l1

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/eth"
	"github.com/ethereum/go-ethereum/eth/catalyst"
	"github.com/ethereum/go-ethereum/eth/ethconfig"
	"github.com/ethereum/go-ethereum/eth/filters"
	"github.com/ethereum/go-ethereum/eth/tracers"
	_ "github.com/ethereum/go-ethereum/eth/tracers/native" // registers callTracer and its kin
	"github.com/ethereum/go-ethereum/log"
	"github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/ashlar-labs/ashlar/settlement/da"
)

// L1 is a running embedded Ethereum.
type L1 struct {
	cfg    Config
	stack  *node.Node
	eth    *eth.Ethereum
	beacon *catalyst.SimulatedBeacon
	blobs  *da.Archive

	sealing sync.RWMutex  // held to seal; held for reading while a blob transaction is accepted and archived
	ready   chan struct{} // closed when the sealer listens
	eager   bool          // guarded by sealing
	cancel  context.CancelFunc
	done    chan struct{}
	closing sync.Once
	closed  error
}

// Start boots an L1 and returns when it serves requests.
func Start(cfg Config) (*L1, error) {
	if err := cfg.Check(); err != nil {
		return nil, err
	}
	if err := cfg.claimDir(); err != nil {
		return nil, fmt.Errorf("l1: %w", err)
	}
	log.SetDefault(log.NewLogger(gethLevel{cfg.Log.Handler()}))
	stack, err := node.New(nodeConfig(&cfg))
	if err != nil {
		return nil, fmt.Errorf("l1: %w", err)
	}
	l := &L1{cfg: cfg, stack: stack, done: make(chan struct{}), ready: make(chan struct{})}
	if err := l.boot(); err != nil {
		return nil, errors.Join(fmt.Errorf("l1: %w", err), stack.Close())
	}
	ctx, cancel := context.WithCancel(context.Background())
	l.cancel = cancel
	go l.seal(ctx)
	<-l.ready
	return l, nil
}

func (l *L1) boot() (err error) {
	if l.blobs, err = da.OpenArchive(blobDir(l.cfg.DataDir)); err != nil {
		return err
	}
	if l.eth, err = eth.New(l.stack, ethConfig(&l.cfg)); err != nil {
		return err
	}
	system := filters.NewFilterSystem(l.eth.APIBackend, filters.Config{})
	l.stack.RegisterAPIs(tracers.APIs(l.eth.APIBackend))
	l.stack.RegisterAPIs([]rpc.API{{Namespace: "eth", Service: filters.NewFilterAPI(system)}, {Namespace: "eth", Service: sender{l}}})
	l.stack.RegisterHandler("blobs", "/blobs/", l.blobs)
	// The beacon gets period 0 and no API: this package decides when a block is sealed, after having archived the blobs that go into it.
	if l.beacon, err = catalyst.NewSimulatedBeacon(0, common.Address{}, l.eth); err != nil {
		return err
	}
	if err := l.stack.Start(); err != nil {
		return err
	}
	l.eth.SetSynced()
	if l.eth.BlockChain().CurrentBlock().Number.Sign() > 0 { // at the genesis there is nothing to index, and go-ethereum says until the first block that it is not ready
		l.awaitIndex()
	}
	return l.archivePending()
}

// Close stops sealing, flushes and closes the databases. It may be called more than once.
func (l *L1) Close() error {
	l.closing.Do(func() {
		l.cancel()
		<-l.done
		l.closed = l.stack.Close()
	})
	return l.closed
}

// HTTPURL is the JSON-RPC endpoint over HTTP.
func (l *L1) HTTPURL() string { return l.stack.HTTPEndpoint() }

// WSURL is the JSON-RPC endpoint over WebSocket.
func (l *L1) WSURL() string { return l.stack.WSEndpoint() }

// Attach is an in-process JSON-RPC client.
func (l *L1) Attach() *rpc.Client { return l.stack.Attach() }

// ChainID is the chain id.
func (l *L1) ChainID() uint64 { return l.cfg.ChainID }

// Blobs is the archive of all blobs that went into blocks.
func (l *L1) Blobs() *da.Archive { return l.blobs }

func blobDir(dataDir string) string {
	if dataDir == "" {
		return ""
	}
	return filepath.Join(dataDir, "blobs")
}

func nodeConfig(cfg *Config) *node.Config {
	nc := node.DefaultConfig
	nc.Name, nc.DataDir, nc.IPCPath, nc.UseLightweightKDF = "l1", cfg.DataDir, "", true
	nc.P2P.MaxPeers, nc.P2P.ListenAddr, nc.P2P.NoDial, nc.P2P.NoDiscovery, nc.P2P.DiscoveryV5 = 0, "", true, true, false
	modules := []string{"eth", "net", "web3", "debug", "txpool"}
	nc.HTTPHost, nc.HTTPPort, nc.HTTPModules = cfg.Host, cfg.Port, modules
	nc.HTTPVirtualHosts, nc.HTTPCors = []string{"*"}, []string{"*"}
	nc.WSHost, nc.WSPort, nc.WSModules, nc.WSOrigins = cfg.Host, cfg.Port, modules, []string{"*"}
	nc.AuthPort = 0
	return &nc
}

func ethConfig(cfg *Config) *ethconfig.Config {
	ec := ethconfig.Defaults
	ec.Genesis = cfg.genesis()
	ec.NetworkId = cfg.ChainID
	ec.SyncMode = ethconfig.FullSync
	ec.StateScheme, ec.NoPruning = rawdb.HashScheme, true
	ec.Miner.GasCeil, ec.Miner.GasPrice, ec.Miner.Recommit = cfg.GasLimit, common.Big1, 2*time.Second
	ec.TxPool.PriceLimit = 1
	ec.RPCTxFeeCap, ec.RPCGasCap = 0, 0
	ec.LogNoHistory = true                           // the index of logs is made behind the blocks, and a search while it is written fails now and then; headers' blooms do for a chain of this size
	ec.TxPool.Journal, ec.TxPool.NoLocals = "", true // go-ethereum would send what Rewind has undone again by itself, ten seconds after the start and then every minute
	return &ec
}
