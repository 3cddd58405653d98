package sequencer

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/ashlar-labs/ashlar/chain/fees"
	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/chain/txpool"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/event"
	"github.com/holiman/uint256"
)

// Chain is the chain that grows; *store.Store is one.
type Chain interface {
	Genesis() *store.Genesis
	Tip() store.BlockRef                         // the last block, durable or not
	Parent(number uint64) (*types.Header, error) // the header that the block after number is priced by
	First() uint64                               // the block with whose state the history begins
	ChainStateAt(number uint64) (*rollup.ChainState, error)
	HeadState() stf.State
	BeginBlock(*stf.BlockResult) error // appends; durable after Flush, or when the next one has begun
	Flush() error
	LastBatch() (*store.SealedBatch, error)
}

// Pool is where users' transactions come from; *txpool.Pool is one.
type Pool interface {
	Pending(baseFee *uint256.Int) *txpool.Pending
	Reset(head *types.Header)
	Refuse(hash common.Hash, reason error)
	Subscribe(chan<- core.NewTxsEvent) event.Subscription
}

// Operations is the queue of priority operations, as far as it is known to be final on L1.
type Operations interface {
	// Next is at most max operations from number fromID on, in order and without a gap; none when the queue ends there.
	Next(fromID uint64, max int) ([]rollup.CanonicalTx, error)
}

// Pricer sets the prices of the block after parent; *fees.Oracle is one.
type Pricer interface {
	Next(parent *types.Header) (fees.Prices, error)
}

// Parts are what a sequencer works with.
type Parts struct {
	Chain      Chain
	Pool       Pool
	Operations Operations                        // nil: no L1
	Hold       func() (reason string, err error) // while there is a reason no block is made; nil: never
	Pricer     Pricer
	Now        func() time.Time
	Random     func() common.Hash // prevRandao of a block
	Logger     *slog.Logger
	Observer   Observer // nil: nobody
	// Publish gives a block to those who follow the chain, before it is kept here and before the next one is begun; nil: nobody follows. After an error the block is as if it had never been made.
	Publish func(*stf.BlockResult) error
}

// Observer is told of every block. It is called between two blocks and must be quick.
type Observer interface {
	Block(*stf.BlockResult, Phases)
}

// Phases are the times of making a block. It may not be durable yet when Observer hears of it.
type Phases struct {
	Began   time.Time
	Gather  time.Duration // reading prices, priority operations and the pool's order
	Execute time.Duration
	Append  time.Duration // encoding and applying the block, and waiting until the one before it is durable
	Reset   time.Duration // moving the pool to the new head
}

// Sequencer makes blocks. Run or Step is called by one goroutine.
type Sequencer struct {
	config Config
	Parts
	wake   chan struct{}
	paused bool   // said so
	held   string // said so
}

// New checks the configuration.
func New(config Config, parts Parts) (*Sequencer, error) {
	if err := config.Check(&parts.Chain.Genesis().Config); err != nil {
		return nil, err
	}
	return &Sequencer{config: config, Parts: parts, wake: make(chan struct{}, 1)}, nil
}

// Wake tells an on-demand sequencer that there may be something to include, for example new priority operations.
func (s *Sequencer) Wake() {
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

// Run makes blocks until ctx ends or something fails; the former is not an error.
func (s *Sequencer) Run(ctx context.Context) error {
	if s.config.OnDemand {
		defer s.watchPool()()
	}
	ticker := time.NewTicker(s.config.BlockTime)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-ticker.C:
			if _, err := s.Step(); err != nil {
				return err
			}
		case <-s.wake:
			if err := s.drain(ctx); err != nil {
				return err
			}
		}
	}
}

// watchPool wakes the sequencer for new transactions until stop. Admission waits for its subscribers, so they must not wait for a block.
func (s *Sequencer) watchPool() (stop func()) {
	events := make(chan core.NewTxsEvent)
	sub := s.Pool.Subscribe(events)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for {
			select {
			case <-events:
				s.Wake()
			case <-sub.Err():
				return
			}
		}
	}()
	s.Wake() // for what came before
	return func() {
		sub.Unsubscribe()
		<-done
	}
}

// drain makes blocks until there is nothing to include, each while the one before it goes to disk. Without on-demand blocks it leaves that to the next block time.
func (s *Sequencer) drain(ctx context.Context) error {
	for s.config.OnDemand && ctx.Err() == nil {
		made, err := s.step(false)
		if err != nil || made == nil {
			return errors.Join(err, s.Chain.Flush())
		}
	}
	return s.Chain.Flush()
}

// Step makes one block, if there is something to include, and appends it. It returns nil without a block; one that it returns is durable.
func (s *Sequencer) Step() (*stf.BlockResult, error) {
	made, err := s.step(s.config.EmptyBlocks)
	if err = errors.Join(err, s.Chain.Flush()); err != nil {
		return nil, err
	}
	return made, nil
}

func (s *Sequencer) step(empty bool) (*stf.BlockResult, error) {
	head := s.Chain.Tip()
	if behind, err := s.behind(head.Number); err != nil || behind {
		return nil, err
	}
	if held, err := s.hold(); err != nil || held {
		return nil, err
	}
	phases, last := Phases{Began: time.Now()}, time.Now()
	lap := func(into *time.Duration) { now := time.Now(); *into, last = now.Sub(last), now }
	in, err := s.input(&head)
	if err != nil {
		return nil, fmt.Errorf("sequencer: %w", err)
	}
	lap(&phases.Gather)
	out, err := Build(in)
	if err != nil {
		return nil, fmt.Errorf("sequencer: %w", err)
	}
	lap(&phases.Execute)
	for _, r := range out.Refused {
		s.Logger.Warn("transaction refused", "tx", r.Hash, "reason", r.Reason)
		s.Pool.Refuse(r.Hash, r.Reason)
	}
	if len(out.Block.Block.Txs) == 0 && !empty && !s.headless(&head) {
		return nil, nil
	}
	if s.Publish != nil {
		if err := s.Publish(out.Block); err != nil {
			return nil, fmt.Errorf("sequencer: publish block %d: %w", in.Env.Number, err)
		}
	}
	if err := s.Chain.BeginBlock(out.Block); err != nil {
		return nil, fmt.Errorf("sequencer: %w", err)
	}
	lap(&phases.Append)
	s.Pool.Reset(out.Block.Header)
	lap(&phases.Reset)
	s.Logger.Debug("block", "number", in.Env.Number, "hash", out.Block.Hash, "txs", len(out.Block.Block.Txs), "gas", out.Block.Header.GasUsed,
		"pubdata", out.Block.PubdataBytes, "took", time.Since(phases.Began))
	if s.Observer != nil {
		s.Observer.Block(out.Block, phases)
	}
	return out.Block, nil
}

// headless reports whether head has no header, because the history begins with the state after it: users cannot work with such a head, so the next block is made at once, empty or not.
func (s *Sequencer) headless(head *store.BlockRef) bool {
	return head.Number > 0 && head.Number == s.Chain.First()
}

// behind reports whether sealing is so far behind that no block should be made.
func (s *Sequencer) behind(head uint64) (bool, error) {
	if s.config.MaxUnsealedBlocks == 0 || head < s.config.MaxUnsealedBlocks {
		return false, nil
	}
	sealed, err := lastSealed(s.Chain)
	if err != nil {
		return false, err
	}
	behind := head-sealed >= s.config.MaxUnsealedBlocks
	if behind && !s.paused {
		s.Logger.Warn("blocks wait for batches to be sealed", "head", head, "sealed", sealed)
	}
	s.paused = behind
	return behind, nil
}

// hold reports whether no block may be made for a reason from outside.
func (s *Sequencer) hold() (bool, error) {
	if s.Hold == nil {
		return false, nil
	}
	reason, err := s.Hold()
	if err != nil {
		return false, err
	}
	if reason != s.held {
		if reason != "" {
			s.Logger.Warn("no blocks are made", "reason", reason)
		} else {
			s.Logger.Info("blocks are made again")
		}
	}
	s.held = reason
	return reason != "", nil
}

// input gathers what the block after head is made of.
func (s *Sequencer) input(head *store.BlockRef) (*Input, error) {
	parent, err := s.Chain.Parent(head.Number)
	if err != nil {
		return nil, err
	}
	prices, err := s.Pricer.Next(parent)
	if err != nil {
		return nil, err
	}
	in := &Input{Chain: &s.Chain.Genesis().Config, Limits: s.config.Limits, Pre: s.Chain.HeadState()}
	if in.Before, err = s.Chain.ChainStateAt(head.Number); err != nil {
		return nil, err
	}
	if s.Operations != nil {
		if in.Operations, err = s.Operations.Next(head.PriorityOps, min(s.config.Limits.Txs, s.config.Limits.PriorityOps)); err != nil {
			return nil, fmt.Errorf("priority operations from %d: %w", head.PriorityOps, err)
		}
	}
	for i := range in.Operations {
		if id := in.Operations[i].Nonce; id != head.PriorityOps+uint64(i) {
			return nil, fmt.Errorf("priority operation %d where %d is next", id, head.PriorityOps+uint64(i))
		}
	}
	in.Env = rollup.BlockEnv{
		Number: head.Number + 1, Timestamp: max(head.Timestamp, uint64(s.Now().Unix())), GasLimit: s.config.Limits.Gas,
		GasPerPubdata: prices.GasPerPubdata, Coinbase: s.config.Coinbase, PrevRandao: s.Random(), BaseFee: prices.BaseFee,
	}
	in.Ordinary = &poolCandidates{pending: s.Pool.Pending(&prices.BaseFee), chain: in.Chain}
	return in, nil
}
