package devnet

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/gofrs/flock"

	"github.com/ashlar-labs/ashlar/chain/genesis"
	"github.com/ashlar-labs/ashlar/contracts/deploy"
	l1node "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/node"
	"github.com/ashlar-labs/ashlar/settlement/da"
	"github.com/ashlar-labs/ashlar/settlement/l1"
)

// Devnet is a network in this process.
type Devnet struct {
	cfg       Config
	dir       string
	temporary bool
	lock      *flock.Flock
	l1        *l1node.L1 // nil when external
	client    *l1.Client
	blobs     *da.Archive

	Deployment *deploy.Deployment
	Genesis    *genesis.Config
	Node       *node.Node
}

// Start brings the network up to where Run can begin. Close it when done.
func Start(ctx context.Context, cfg Config) (*Devnet, error) {
	if err := cfg.Check(); err != nil {
		return nil, err
	}
	d := &Devnet{cfg: cfg, dir: cfg.DataDir}
	if err := d.start(ctx); err != nil {
		return nil, errors.Join(err, d.Close())
	}
	return d, nil
}

func (d *Devnet) start(ctx context.Context) (err error) {
	if d.dir == "" {
		d.temporary = true
		if d.dir, err = os.MkdirTemp("", "ashlar-devnet-"); err != nil {
			return err
		}
	}
	if err := d.claim(); err != nil {
		return err
	}
	if err := d.startL1(ctx); err != nil {
		return err
	}
	if err := d.deploy(ctx); err != nil {
		return err
	}
	d.cfg.say("opening the chain")
	d.Node, err = node.New(ctx, d.nodeConfig())
	return err
}

// startL1 boots or dials L1 and refuses one that is not local.
func (d *Devnet) startL1(ctx context.Context) (err error) {
	dial := l1.DefaultConfig()
	dial.FinalityBlocks = d.cfg.L1Final
	if dial.URL = d.cfg.L1URL; dial.URL == "" {
		d.cfg.say("starting an Ethereum")
		cfg := l1node.DefaultConfig()
		cfg.Period, cfg.Port, cfg.Log = d.cfg.L1Period, d.cfg.L1Port, d.cfg.Log
		if !d.temporary {
			cfg.DataDir = filepath.Join(d.dir, "l1")
		}
		if d.l1, err = l1node.Start(cfg); err != nil {
			return err
		}
		dial.URL, d.blobs = d.l1.WSURL(), d.l1.Blobs()
	} else if d.blobs, err = da.OpenArchive(filepath.Join(d.dir, "blobs")); err != nil {
		return err
	}
	if d.client, err = l1.Dial(ctx, dial); err != nil {
		return err
	}
	if !slices.Contains(LocalChainIDs, d.client.ID()) {
		return fmt.Errorf("devnet: L1 has chain id %d, and development keys are known to everybody: only local chain ids %v are accepted", d.client.ID(), LocalChainIDs)
	}
	return nil
}

// deploy puts the contracts on L1, as far as they are not there.
func (d *Devnet) deploy(ctx context.Context) error {
	cfg := d.cfg.deployment(d.client.ID())
	options := deploy.DefaultOptions()
	options.Poll = 20 * time.Millisecond
	if d.l1 != nil { // do not wait for the period while setting up
		d.l1.Eager(true)
		defer d.l1.Eager(false)
	}
	last := time.Now()
	options.Progress = func(step string, done, total int, skipped bool) {
		if !skipped && (done == total || time.Since(last) > time.Second) {
			last = time.Now()
			d.cfg.say("deploying contracts: %d of %d, %s", done, total, step)
		}
	}
	chain, err := node.Launch(ctx, d.client, l1node.Operators()[l1node.Deployer].Key, d.dir, cfg, genesis.Default(d.cfg.ChainID), options)
	if err != nil {
		return err
	}
	d.Genesis, d.Deployment = &chain.Genesis, &chain.Deployment
	return nil
}

func (d *Devnet) nodeConfig() node.Config {
	accounts := l1node.Operators()
	cfg := node.DefaultConfig(d.cfg.Scheme)
	cfg.DataDir, cfg.Process, cfg.Genesis, cfg.L1, cfg.Blobs, cfg.Log = d.dir, "ashlar devnet", *d.Genesis, d.client, d.blobs, d.cfg.Log
	cfg.Contracts, cfg.Deployment = node.ContractsOf(d.Deployment), *d.Deployment
	cfg.Keys = node.Keys{Commit: accounts[l1node.Committer].Key, Prove: accounts[l1node.Prover].Key, Execute: accounts[l1node.Executor].Key}
	cfg.Coinbase = accounts[l1node.Faucet].Address
	cfg.BlockTime, cfg.OnDemand, cfg.Limits.Age, cfg.RPC, cfg.Ops = d.cfg.BlockTime, d.cfg.OnDemand, d.cfg.BatchAge, d.cfg.RPC, d.cfg.Ops
	cfg.StopTimeout, cfg.Tracing = d.cfg.StopTimeout, d.cfg.Tracing
	if d.cfg.Stream.URL != "" {
		cfg.Stream.URL = d.cfg.Stream.URL
	}
	if d.cfg.Stream.Lease != 0 {
		cfg.Stream.Lease = d.cfg.Stream.Lease
	}
	if d.cfg.Clock != nil {
		cfg.Clock = d.cfg.Clock
	}
	cfg.L1Poll = 200 * time.Millisecond
	cfg.Guest = d.cfg.Guest
	return cfg
}

// Run works until ctx ends or a part fails for good.
func (d *Devnet) Run(ctx context.Context) error { return d.Node.Run(ctx) }

// L1URL is the JSON-RPC endpoint of L1 over HTTP, or whatever URL an external one was given by.
func (d *Devnet) L1URL() string {
	if d.l1 == nil {
		return d.cfg.L1URL
	}
	return d.l1.HTTPURL()
}

// L1 is a client of L1.
func (d *Devnet) L1() *l1.Client { return d.client }

// EmbeddedL1 is the L1 in this process; nil when it is external.
func (d *Devnet) EmbeddedL1() *l1node.L1 { return d.l1 }

// Blobs is the archive of what the chain posted.
func (d *Devnet) Blobs() *da.Archive { return d.blobs }

// Close stops L1 and closes the databases. Run has to have returned.
func (d *Devnet) Close() error {
	var errs []error
	if d.Node != nil {
		errs = append(errs, d.Node.Close())
	}
	if d.client != nil {
		d.client.Close()
	}
	if d.l1 != nil {
		errs = append(errs, d.l1.Close())
	}
	if d.lock != nil {
		errs = append(errs, d.lock.Close())
	}
	if d.temporary {
		errs = append(errs, os.RemoveAll(d.dir))
	}
	return errors.Join(errs...)
}
