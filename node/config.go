package node

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/chain/batch"
	"github.com/ashlar-labs/ashlar/chain/fees"
	"github.com/ashlar-labs/ashlar/chain/genesis"
	"github.com/ashlar-labs/ashlar/chain/rpc"
	"github.com/ashlar-labs/ashlar/contracts/deploy"
	"github.com/ashlar-labs/ashlar/node/ops"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/da"
	"github.com/ashlar-labs/ashlar/settlement/l1"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// Contracts says where a chain settles.
type Contracts struct {
	Bridgehub        common.Address
	Chain            common.Address
	Timelock         common.Address
	AssetRouter      common.Address
	Nullifier        common.Address
	NativeTokenVault common.Address
	BaseToken        common.Address
	StartBlock       uint64 // of L1; nothing of the chain is before it
}

// ContractsOf are the addresses of a deployment. The base token is ETH.
func ContractsOf(d *deploy.Deployment) Contracts {
	return Contracts{
		Bridgehub: d.Bridgehub, Chain: d.Chain, Timelock: d.Timelock, AssetRouter: d.AssetRouter, Nullifier: d.Nullifier, NativeTokenVault: d.Vault,
		BaseToken: genesis.EtherAddress, StartBlock: d.StartBlock,
	}
}

// GuestLoader builds or loads the batch program.
type GuestLoader func(context.Context) (*rv64.Program, error)

// Keys are the operator's keys, one per settlement step: L1 nodes do not let one account have blob and other transactions pending at once.
type Keys struct {
	Commit, Prove, Execute *ecdsa.PrivateKey
}

// Config of a node. DefaultConfig gives the policies; data directory, genesis, contracts, L1, keys and guest are the caller's.
type Config struct {
	DataDir string
	Process string // what holds the directory, for the message that another process gets
	Genesis genesis.Config

	// Origin makes this node a replica: it follows the stream of the node with this JSON-RPC URL, sends transactions there, and needs no keys, no guest, no blobs and, if batches are not to be compared with
	// L1, no L1.
	Origin     string
	Stream     StreamConfig
	Deployment deploy.Deployment

	Contracts Contracts
	L1        *l1.Client
	Blobs     *da.Archive // keeps what is posted
	Keys      Keys
	Guest     GuestLoader // called once, in the background

	Scheme    rollup.DAScheme
	Coinbase  common.Address
	BlockTime time.Duration
	OnDemand  bool
	Limits    batch.Limits
	Fees      fees.Config
	RPC       rpc.Config
	L1Poll    time.Duration // between looks at L1
	L1MaxFee  uint64        // gwei per gas, and per blob gas, that is offered to L1 at most
	Ops       ops.Config    // the endpoint for operators; its logger is Log
	MinFree   uint64        // bytes of room on the disk below which the node stops, in order, while it still can; 0: never
	Tracing   *ops.Tracing  // nil: no spans are made
	Log       *slog.Logger
	Clock     func() time.Time // this machine's, from which blocks get their time

	StopTimeout time.Duration // until a node that was stopped gives up on parts that do not end

	metrics *ops.Metrics
}

// DefaultConfig is a development chain that posts under scheme.
func DefaultConfig(scheme rollup.DAScheme) Config {
	c := Config{
		Process: "ashlar node", Scheme: scheme, BlockTime: 250 * time.Millisecond, Limits: batch.DefaultLimits(scheme),
		Fees: fees.DefaultConfig(), RPC: rpc.DefaultConfig(), L1Poll: time.Second, L1MaxFee: defaultL1MaxFee, MinFree: 128 << 20, Ops: ops.DefaultConfig(), Log: slog.Default(), Clock: time.Now, StopTimeout: 30 * time.Second,
	}
	c.Fees.DAScheme, c.Stream = scheme, defaultStream()
	return c
}

// Check says what is missing or cannot work.
func (c *Config) Check() error {
	switch {
	case c.DataDir == "":
		return errors.New("node: data directory is missing")
	case c.Log == nil || c.Clock == nil:
		return errors.New("node: logger or clock is missing")
	case c.L1MaxFee == 0:
		return errors.New("node: at most 0 gwei per gas on L1: nothing could be settled")
	case c.Origin != "" && c.Stream.URL == "":
		return errors.New("node: a replica needs the URL of the block stream")
	case c.Origin == "" && (c.L1 == nil || c.Blobs == nil || c.Guest == nil):
		return errors.New("node: L1 client, blob archive or guest is missing")
	case c.Origin == "" && (c.Keys.Commit == nil || c.Keys.Prove == nil || c.Keys.Execute == nil):
		return errors.New("node: an operator key is missing")
	case c.Contracts.Chain == (common.Address{}) || c.Contracts.Timelock == (common.Address{}):
		return errors.New("node: addresses of the chain's contracts are missing")
	case c.StopTimeout <= 0:
		return fmt.Errorf("node: stop timeout of %v", c.StopTimeout)
	case c.L1Poll <= 0:
		return fmt.Errorf("node: L1 poll interval of %v", c.L1Poll)
	case c.Fees.DAScheme != c.Scheme:
		return fmt.Errorf("node: fees are for data availability scheme %d, the chain uses %d", c.Fees.DAScheme, c.Scheme)
	}
	if err := c.Genesis.Check(); err != nil {
		return err
	}
	if err := c.Stream.check(); err != nil {
		return err
	}
	if c.L1 != nil && c.L1.ID() != c.Genesis.L1ChainID {
		return fmt.Errorf("node: L1 is chain %d, the genesis settles on chain %d", c.L1.ID(), c.Genesis.L1ChainID)
	}
	return c.Limits.Check()
}

// UseChain sets what a chain is and where it settles.
func (c *Config) UseChain(chain *Chain) {
	c.UseScheme(chain.Deployment.DAScheme)
	c.Genesis, c.Deployment, c.Contracts = chain.Genesis, chain.Deployment, ContractsOf(&chain.Deployment)
}

// UseScheme sets everything that depends on where pubdata goes; other limits stay.
func (c *Config) UseScheme(s rollup.DAScheme) {
	c.Scheme, c.Fees.DAScheme, c.Limits.PubdataBytes = s, s, s.Capacity()
}
