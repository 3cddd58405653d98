package load

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/eth"
	"github.com/ethereum/go-ethereum/eth/catalyst"
	"github.com/ethereum/go-ethereum/eth/ethconfig"
	"github.com/ethereum/go-ethereum/eth/filters"
	"github.com/ethereum/go-ethereum/log"
	"github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/ashlar-labs/ashlar/chain/txpool"
)

// Geth is a running go-ethereum development chain.
type Geth struct {
	stack   *node.Node
	eth     *eth.Ethereum
	beacon  *catalyst.SimulatedBeacon
	holders int
	cancel  context.CancelFunc
	done    chan error
}

// maxGethHolders bounds the genesis allocation, which go-ethereum holds in memory and turns into a trie.
const maxGethHolders = 250_000

// gethGas is a block gas limit that the load does not reach half of: below half, the base fee falls.
const gethGas = 10_000_000_000

// StartGeth makes a development chain in dir with the senders' balances and cfg.Accounts accounts, at most maxGethHolders, and serves it.
func StartGeth(cfg *Config, senders *Senders, dir string, logger *slog.Logger) (*Geth, error) {
	log.SetDefault(log.NewLogger(logger.Handler()))
	nc := node.DefaultConfig
	nc.Name, nc.DataDir, nc.IPCPath, nc.UseLightweightKDF = "geth", dir, "", true
	nc.P2P.MaxPeers, nc.P2P.ListenAddr, nc.P2P.NoDial, nc.P2P.NoDiscovery, nc.P2P.DiscoveryV5 = 0, "", true, true, false
	nc.HTTPHost, nc.HTTPPort, nc.HTTPModules, nc.AuthPort = "127.0.0.1", 0, []string{"eth"}, 0
	stack, err := node.New(&nc)
	if err != nil {
		return nil, fmt.Errorf("geth: %w", err)
	}
	g := &Geth{stack: stack, holders: min(cfg.Accounts, maxGethHolders), done: make(chan error, 1)}
	if err := g.boot(senders); err != nil {
		return nil, errors.Join(fmt.Errorf("geth: %w", err), stack.Close())
	}
	ctx, cancel := context.WithCancel(context.Background())
	g.cancel = cancel
	go func() { g.done <- g.seal(ctx) }()
	return g, nil
}

func (g *Geth) boot(senders *Senders) error {
	gen := core.DeveloperGenesisBlock(gethGas, nil)
	gen.Config.ChainID = big.NewInt(gethChainID)
	gen.Config.BogotaTime = nil // without Amsterdam it reprices the EVM, which no public network does
	for _, s := range senders.list {
		gen.Alloc[s.address] = types.Account{Balance: richWei}
	}
	one := big.NewInt(1e18)
	for i := range g.holders {
		gen.Alloc[holder(uint64(i))] = types.Account{Balance: one}
	}
	var err error
	if gen.Alloc[token], err = tokenAccount(senders.list); err != nil {
		return err
	}
	ec := ethconfig.Defaults
	ec.Genesis, ec.NetworkId, ec.SyncMode = gen, gethChainID, ethconfig.FullSync
	ec.Miner.GasCeil, ec.Miner.GasPrice = gethGas, common.Big1
	ec.RPCTxFeeCap = 0
	pool := txpool.DefaultConfig()
	ec.TxPool.Journal, ec.TxPool.PriceLimit = "", 1
	ec.TxPool.AccountSlots, ec.TxPool.GlobalSlots, ec.TxPool.AccountQueue, ec.TxPool.GlobalQueue = pool.AccountSlots, pool.GlobalSlots, pool.AccountQueue, pool.GlobalQueue
	if g.eth, err = eth.New(g.stack, &ec); err != nil {
		return err
	}
	system := filters.NewFilterSystem(g.eth.APIBackend, filters.Config{})
	g.stack.RegisterAPIs([]rpc.API{{Namespace: "eth", Service: filters.NewFilterAPI(system)}})
	if g.beacon, err = catalyst.NewSimulatedBeacon(0, common.Address{}, g.eth); err != nil {
		return err
	}
	if err := g.stack.Start(); err != nil {
		return err
	}
	g.eth.SetSynced()
	return nil
}

// seal makes one block after the other while there are transactions.
func (g *Geth) seal(ctx context.Context) error {
	for ctx.Err() == nil {
		if pending, _ := g.eth.TxPool().Stats(); pending == 0 {
			time.Sleep(time.Millisecond)
			continue
		}
		g.beacon.Commit()
		if err := g.eth.ChainDb().SyncKeyValue(); err != nil {
			return fmt.Errorf("geth: sync: %w", err)
		}
	}
	return nil
}

// Endpoint implements System.
func (g *Geth) Endpoint() string { return g.stack.HTTPEndpoint() }

// ChainID implements System.
func (g *Geth) ChainID() uint64 { return gethChainID }

// Holders implements System.
func (g *Geth) Holders() int { return g.holders }

// Close ends the chain.
func (g *Geth) Close() error {
	g.cancel()
	return errors.Join(<-g.done, g.stack.Close())
}
