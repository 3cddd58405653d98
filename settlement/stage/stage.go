package stage

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/l1"
	"github.com/ashlar-labs/ashlar/settlement/operator"
	"github.com/ashlar-labs/ashlar/settlement/txmgr"
)

// Errors that end a stage.
var (
	ErrDiverged = errors.New("L1 has another batch than this node")
	ErrRefused  = errors.New("L1 would refuse the batch")
	ErrFailed   = errors.New("L1 transaction failed")
)

// Batch is a sealed batch as settlement needs it.
type Batch struct {
	rollup.Batch
	Pubdata []byte
}

// Batches are the sealed batches of this node; batch 0 is the genesis.
type Batches interface {
	LastSealed() (uint64, error)
	Sealed(number uint64) (*Batch, error)
	Genesis() rollup.StoredBatchInfo
}

// Sender carries intents out; txmgr.Manager is one.
type Sender interface {
	Submit(ctx context.Context, in txmgr.Intent) error
	Status(key string) (txmgr.Status, error)
}

// Chain is L1 and the contract of the chain on it.
type Chain interface {
	Totals(ctx context.Context) (operator.Totals, error)
	StoredBatchHash(ctx context.Context, batch uint64) (common.Hash, error)
	// ExecutableAt is the L1 time, in seconds, from which the batch may be executed.
	ExecutableAt(ctx context.Context, batch uint64) (uint64, error)
	Head(ctx context.Context) (l1.Ref, error)
}

// Call is a transaction to ValidatorTimelock that covers the batches up to To, which may be fewer than asked for.
type Call struct {
	To      uint64
	Data    []byte
	Sidecar *types.BlobTxSidecar
}

// Work is what distinguishes the stages.
type Work interface {
	Name() string
	// Done counts the batches that the stage has done, Ready those that the stage before it has done; sealed is the last batch here.
	Done(t operator.Totals) uint64
	Ready(t operator.Totals, sealed uint64) uint64
	// Build makes the call for a range; previous is the batch before it, as L1 keeps it.
	Build(ctx context.Context, previous rollup.StoredBatchInfo, batches []*Batch) (*Call, error)
	// Committed reports whether L1 knows the batches of a range already, so that they can be compared with ours.
	Committed() bool
	// Timelocked reports whether L1 makes the batches wait.
	Timelocked() bool
}

// Config of a stage.
type Config struct {
	Timelock    common.Address
	MaxBatches  uint64        // in one transaction
	MaxFailures int           // mined without effect, per range
	Poll        time.Duration // between looks at L1
	Log         *slog.Logger
}

// DefaultConfig settles one batch per transaction.
func DefaultConfig(timelock common.Address) Config {
	return Config{Timelock: timelock, MaxBatches: 1, MaxFailures: 2, Poll: time.Second, Log: slog.Default()}
}

// Check refuses what cannot work.
func (c *Config) Check() error {
	switch {
	case c.Timelock == (common.Address{}):
		return errors.New("stage: address of the ValidatorTimelock is missing")
	case c.MaxBatches == 0 || c.MaxFailures < 0:
		return fmt.Errorf("stage: %d batches per transaction, %d failures", c.MaxBatches, c.MaxFailures)
	case c.Poll <= 0 || c.Log == nil:
		return errors.New("stage: poll interval or logger is missing")
	}
	return nil
}

// Stage settles one aspect of a chain's batches.
type Stage struct {
	cfg     Config
	work    Work
	chain   Chain
	batches Batches
	sender  Sender
	wake    chan struct{}
}

// New makes a stage.
func New(work Work, chain Chain, batches Batches, sender Sender, cfg Config) (*Stage, error) {
	if err := cfg.Check(); err != nil {
		return nil, err
	}
	cfg.Log = cfg.Log.With("stage", work.Name())
	return &Stage{cfg: cfg, work: work, chain: chain, batches: batches, sender: sender, wake: make(chan struct{}, 1)}, nil
}

// Wake makes Run look at once instead of at the next poll.
func (s *Stage) Wake() {
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

// Run settles until ctx ends or a person is needed.
func (s *Stage) Run(ctx context.Context) error {
	ticker := time.NewTicker(s.cfg.Poll)
	defer ticker.Stop()
	for {
		if _, err := s.Step(ctx); err != nil && ctx.Err() == nil {
			if final(err) {
				return err
			}
			s.cfg.Log.Warn("settlement waits", "err", err)
		}
		select {
		case <-ctx.Done():
			return nil
		case <-ticker.C:
		case <-s.wake:
		}
	}
}

func final(err error) bool {
	return errors.Is(err, ErrDiverged) || errors.Is(err, ErrRefused) || errors.Is(err, ErrFailed) || l1.KindOf(err) == l1.Critical
}

// Step decides once and, if something is to be submitted, records its intent.
func (s *Stage) Step(ctx context.Context) (Decision, error) {
	in, err := s.look(ctx)
	if err != nil {
		return Decision{}, fmt.Errorf("%s: %w", s.work.Name(), err)
	}
	d := Decide(in)
	switch d.Kind {
	case Stop:
		err = fmt.Errorf("%w: %s", ErrFailed, d.Reason)
	case Submit:
		err = s.submit(ctx, &d)
	}
	if err != nil {
		return d, fmt.Errorf("%s: %w", s.work.Name(), err)
	}
	return d, nil
}

func (s *Stage) key(from uint64, attempt int) string {
	return fmt.Sprintf("%s/%d/%d", s.work.Name(), from, attempt)
}

func (s *Stage) look(ctx context.Context) (*Input, error) {
	before, err := s.chain.Totals(ctx)
	if err != nil {
		return nil, err
	}
	attempts, err := s.attempts(s.work.Done(before) + 1)
	if err != nil {
		return nil, err
	}
	totals, err := s.chain.Totals(ctx) // after the attempts: see Input
	if err != nil {
		return nil, err
	}
	if s.work.Done(totals) != s.work.Done(before) {
		return &Input{}, nil // it moved: the next look sees it standing still
	}
	sealed, err := s.batches.LastSealed()
	if err != nil {
		return nil, err
	}
	in := &Input{Done: s.work.Done(totals), Limit: s.work.Ready(totals, sealed), MaxBatch: s.cfg.MaxBatches, Attempts: attempts, Failures: s.cfg.MaxFailures}
	if !s.work.Timelocked() || in.Limit <= in.Done {
		return in, nil
	}
	if in.NotUntil, err = s.chain.ExecutableAt(ctx, min(in.Limit, in.Done+in.MaxBatch)); err != nil {
		return nil, err
	}
	head, err := s.chain.Head(ctx)
	in.L1Time = head.Time
	return in, err
}

// attempts are the intents that were recorded for the range that begins with a batch.
func (s *Stage) attempts(from uint64) ([]txmgr.Status, error) {
	var list []txmgr.Status
	for {
		status, err := s.sender.Status(s.key(from, len(list)))
		if err != nil || status.State == txmgr.Unknown {
			return list, err
		}
		list = append(list, status)
	}
}

func (s *Stage) submit(ctx context.Context, d *Decision) error {
	previous, batches, err := s.load(ctx, d.From, d.To)
	if err != nil {
		return err
	}
	call, err := s.work.Build(ctx, previous, batches)
	if err != nil {
		return err
	}
	d.To = call.To
	err = s.sender.Submit(ctx, txmgr.Intent{Key: s.key(d.From, d.Attempt), To: s.cfg.Timelock, Data: call.Data, Sidecar: call.Sidecar})
	if errors.Is(err, txmgr.ErrRefused) {
		return fmt.Errorf("batches %d to %d: %w: %s", d.From, d.To, ErrRefused, operator.Explain(err))
	}
	if err == nil {
		s.cfg.Log.Info("batches go to L1", "from", d.From, "to", d.To, "attempt", d.Attempt)
	}
	return err
}

// load reads a range and the batch before it, and compares with L1 what L1 has of them.
func (s *Stage) load(ctx context.Context, from, to uint64) (previous rollup.StoredBatchInfo, batches []*Batch, err error) {
	if previous, err = s.stored(from - 1); err != nil {
		return previous, nil, err
	}
	if err := s.compare(ctx, &previous); err != nil {
		return previous, nil, err
	}
	for n := from; n <= to; n++ {
		b, err := s.batches.Sealed(n)
		if err != nil {
			return previous, nil, err
		}
		if stored := b.Stored(); s.work.Committed() {
			if err := s.compare(ctx, &stored); err != nil {
				return previous, nil, err
			}
		}
		batches = append(batches, b)
	}
	return previous, batches, nil
}

func (s *Stage) stored(n uint64) (rollup.StoredBatchInfo, error) {
	if n == 0 {
		return s.batches.Genesis(), nil
	}
	b, err := s.batches.Sealed(n)
	if err != nil {
		return rollup.StoredBatchInfo{}, err
	}
	return b.Stored(), nil
}

func (s *Stage) compare(ctx context.Context, ours *rollup.StoredBatchInfo) error {
	theirs, err := s.chain.StoredBatchHash(ctx, ours.BatchNumber)
	if err != nil {
		return err
	}
	if theirs != ours.Hash() {
		return fmt.Errorf("batch %d: L1 has %v, this node %v: %w", ours.BatchNumber, theirs, ours.Hash(), ErrDiverged)
	}
	return nil
}
