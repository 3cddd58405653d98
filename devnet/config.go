package devnet

import (
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/ashlar-labs/ashlar/chain/genesis"
	"github.com/ashlar-labs/ashlar/chain/rpc"
	"github.com/ashlar-labs/ashlar/contracts/deploy"
	l1node "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/node"
	"github.com/ashlar-labs/ashlar/node/ops"
	"github.com/ashlar-labs/ashlar/rollup"
)

// LocalChainIDs are the L1 chain ids on which development keys are harmless: those of UnprovenVerifier.
var LocalChainIDs = []uint64{9, 1337, 31337}

// Config of a development network. DefaultConfig is ready to use.
type Config struct {
	DataDir   string // "" keeps everything in a temporary directory that Close removes
	L1URL     string // an external L1; "" embeds one
	L1Port    int    // of the embedded L1; 0 is a free one
	L1Period  time.Duration
	L1Final   int64 // blocks below the head of L1 that are not final yet, see l1.Config; 0: every block is
	ChainID   uint64
	Scheme    rollup.DAScheme
	BlockTime time.Duration
	OnDemand  bool
	BatchAge  time.Duration
	RPC       rpc.Config
	Ops       ops.Config        // the node's endpoint for operators
	Stream    node.StreamConfig // of the chain's blocks; zero values are the node's defaults
	Guest     node.GuestLoader  // how the batch program is had
	Progress  func(text string) // may be nil
	Log       *slog.Logger
	Tracing   *ops.Tracing // nil: none

	StopTimeout time.Duration    // see node.Config
	Clock       func() time.Time // of the node; nil: this machine's. The embedded L1 has this machine's
}

// DefaultConfig is a blob chain over an embedded L1 with a block every second, ready for Otterscan.
func DefaultConfig() Config {
	served := rpc.DefaultConfig()
	served.Otterscan = true // it costs what contracts' calls cost, once more
	return Config{
		L1Period: time.Second, ChainID: 271, Scheme: rollup.DABlobs, BlockTime: 250 * time.Millisecond, OnDemand: true, BatchAge: 10 * time.Second,
		RPC: served, Ops: ops.DefaultConfig(), StopTimeout: 30 * time.Second, Log: slog.Default(),
	}
}

// Check says what cannot work.
func (c *Config) Check() error {
	switch {
	case c.ChainID == 0:
		return errors.New("devnet: chain id is zero")
	case c.BlockTime <= 0 || c.BatchAge <= 0:
		return fmt.Errorf("devnet: block time %v, batch age %v", c.BlockTime, c.BatchAge)
	case c.Log == nil:
		return errors.New("devnet: logger is missing")
	}
	return nil
}

func (c *Config) say(format string, args ...any) {
	if c.Progress != nil {
		c.Progress(fmt.Sprintf(format, args...))
	}
}

// deployment is the configuration of the contracts for an L1.
func (c *Config) deployment(l1ChainID uint64) deploy.Config {
	accounts := l1node.Operators()
	operators := deploy.Operators{
		Committer: accounts[l1node.Committer].Address, Prover: accounts[l1node.Prover].Address, Executor: accounts[l1node.Executor].Address,
		Reverter: accounts[l1node.Committer].Address,
	}
	cfg := deploy.DefaultConfig(l1ChainID, genesis.Default(c.ChainID).Chain, c.Scheme, accounts[l1node.Deployer].Address, operators)
	cfg.BatchNotOlder, cfg.PriorityExpiration = pause, pause
	return cfg
}

// pause is how long a development network may lie on the disk and still go on: L1 takes its old blocks, and operations that waited are not overdue. In seconds, 10 years.
const pause = 10 * 365 * 24 * 60 * 60
