// Package settlement takes sealed batches to L1 and back.
//
//	sealed batch -> commit -> prove -> execute        (stage: decide, record an intent, let txmgr send it)
//	L1 events    -> watch  -> priority operations, what became of batches, prices
//	L1 data      -> fetch  -> chain/derive
//
// This package assembles the parts for one chain: [New] from a client, addresses, keys, a store; [Settlement.Run] for a node, [Settlement.Step] for tests and tools that
// want to go one round at a time. Packages below it: l1 (client), durable (store), txmgr (transactions), da (data availability), operator (contracts), watch, stage, commit,
// prove, execute, fetch, local (the node's store).
//
// Everything that has been done is read from L1 and the store: the process may be killed at any instruction.
package settlement

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/settlement/commit"
	"github.com/ashlar-labs/ashlar/settlement/da"
	"github.com/ashlar-labs/ashlar/settlement/durable"
	"github.com/ashlar-labs/ashlar/settlement/execute"
	"github.com/ashlar-labs/ashlar/settlement/operator"
	"github.com/ashlar-labs/ashlar/settlement/prove"
	"github.com/ashlar-labs/ashlar/settlement/stage"
	"github.com/ashlar-labs/ashlar/settlement/txmgr"
)

// Config of a chain's settlement.
type Config struct {
	Chain    common.Address // contract of the chain on L1
	Timelock common.Address // ValidatorTimelock

	// Keys of the operators. The committer has to be another account than the others when data go into blobs, or they wait for each other.
	Committer, Prover, Executor txmgr.Signer

	MaxBatches    uint64                          // in one L1 transaction
	Poll          time.Duration                   // between looks at L1
	ResendAfter   time.Duration                   // a transaction that is not mined by then gets higher fees
	MaxFeeWei     *big.Int                        // per gas; nil is no limit
	MaxBlobFeeWei *big.Int                        // per blob gas; nil is no limit
	Patience      time.Duration                   // for which L1 has to have another batch than this node until settlement stops
	OnWait        func(part string, reason error) // a stage or the transactions of an account have to wait (nil: not any more); nil ignores
	Log           *slog.Logger
	Observer      txmgr.Observer // of the transactions; nil: nobody
}

// DefaultConfig lacks addresses and keys.
func DefaultConfig() Config {
	return Config{
		MaxBatches: 1, Poll: time.Second, ResendAfter: 45 * time.Second, MaxFeeWei: txmgr.HighestFeeWei, MaxBlobFeeWei: txmgr.HighestFeeWei, Patience: 2 * time.Minute, Log: slog.Default(),
	}
}

// Check refuses what cannot work; the parts check the rest.
func (c *Config) Check() error {
	switch {
	case c.Chain == (common.Address{}) || c.Timelock == (common.Address{}):
		return errors.New("settlement: address of the chain contract or of the timelock is missing")
	case c.Committer == nil || c.Prover == nil || c.Executor == nil:
		return errors.New("settlement: an operator key is missing")
	case c.Log == nil:
		return errors.New("settlement: logger is missing")
	}
	return nil
}

// Chain is L1 as settlement needs it; l1.Client is one.
type Chain interface {
	txmgr.Chain
	operator.HeadCaller
	ID() uint64
}

// Settlement settles the batches of one chain.
type Settlement struct {
	managers []*txmgr.Manager
	stages   []*stage.Stage
}

// New assembles settlement. kv belongs to it alone; archive keeps the blobs that it sends.
func New(chain Chain, kv durable.KV, batches stage.Batches, archive *da.Archive, prover prove.Prover, cfg Config) (*Settlement, error) {
	if err := cfg.Check(); err != nil {
		return nil, err
	}
	s := &Settlement{}
	byAddress := make(map[common.Address]*txmgr.Manager)
	contract := looker{chain, cfg.Chain, cfg.Timelock}
	for _, part := range []struct {
		work   stage.Work
		signer txmgr.Signer
	}{
		{commit.Work{Chain: cfg.Chain, Archive: archive}, cfg.Committer},
		{prove.Work{Chain: cfg.Chain, Prover: prover}, cfg.Prover},
		{execute.Work{Chain: cfg.Chain}, cfg.Executor},
	} {
		manager, ok := byAddress[part.signer.Address()] // one account, one manager: it counts the nonces
		if !ok {
			var err error
			if manager, err = newManager(chain, kv, part.signer, archive, &cfg); err != nil {
				return nil, err
			}
			byAddress[part.signer.Address()] = manager
			s.managers = append(s.managers, manager)
		}
		settings := stage.DefaultConfig(cfg.Timelock)
		settings.MaxBatches, settings.Poll, settings.Patience, settings.Log = cfg.MaxBatches, cfg.Poll, cfg.Patience, cfg.Log
		settings.OnWait = cfg.waits(part.work.Name())
		st, err := stage.New(part.work, contract, batches, manager, settings)
		if err != nil {
			return nil, err
		}
		s.stages = append(s.stages, st)
	}
	return s, nil
}

// waits is OnWait for one part.
func (c *Config) waits(part string) func(error) {
	if c.OnWait == nil {
		return nil
	}
	return func(reason error) { c.OnWait(part, reason) }
}

// looker implements stage.Chain.
type looker struct {
	l1              operator.HeadCaller
	chain, timelock common.Address
}

func (l looker) Look(ctx context.Context) (stage.View, error) {
	return operator.Look(ctx, l.l1, l.chain, l.timelock)
}

func newManager(chain Chain, kv durable.KV, signer txmgr.Signer, archive *da.Archive, cfg *Config) (*txmgr.Manager, error) {
	settings := txmgr.DefaultConfig()
	settings.ChainID, settings.Poll, settings.ResendAfter, settings.Log = chain.ID(), cfg.Poll, cfg.ResendAfter, cfg.Log
	settings.MaxFeeWei, settings.MaxBlobFeeWei, settings.OnWait = cfg.MaxFeeWei, cfg.MaxBlobFeeWei, cfg.waits(signer.Address().Hex())
	settings.Observer, settings.Sidecar = cfg.Observer, archive.Sidecar
	return txmgr.New(chain, durable.Prefix(kv, signer.Address().Hex()+"/"), signer, settings)
}

// Wake makes the stages look at once: a batch has been sealed.
func (s *Settlement) Wake() {
	for _, st := range s.stages {
		st.Wake()
	}
}

// Step lets every stage decide and every transaction move on, once.
func (s *Settlement) Step(ctx context.Context) error {
	for _, st := range s.stages {
		if _, err := st.Step(ctx); err != nil {
			return err
		}
	}
	for _, m := range s.managers {
		if err := m.Tick(ctx); err != nil {
			return err
		}
	}
	return nil
}

// Run settles until ctx ends (nil) or something needs a person (an error, which stops all parts).
func (s *Settlement) Run(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var group sync.WaitGroup
	errs := make(chan error, len(s.managers)+len(s.stages))
	start := func(run func(context.Context) error) {
		group.Add(1)
		go func() {
			defer group.Done()
			if err := run(ctx); err != nil {
				errs <- err
				cancel()
			}
		}()
	}
	for _, m := range s.managers {
		start(m.Run)
	}
	for _, st := range s.stages {
		start(st.Run)
	}
	group.Wait()
	close(errs)
	var all []error
	for err := range errs {
		all = append(all, err)
	}
	if err := errors.Join(all...); err != nil {
		return fmt.Errorf("settlement: %w", err)
	}
	return nil
}
