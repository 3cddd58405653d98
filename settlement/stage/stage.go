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

// Chain gives views of the chain's contract at the head of L1.
type Chain interface {
	Look(ctx context.Context) (View, error)
}

// View is the contract of the chain in one block of L1; operator.View is one.
type View interface {
	Block() l1.Ref
	Totals(ctx context.Context) (operator.Totals, error)
	StoredBatchHash(ctx context.Context, batch uint64) (common.Hash, error)
	// ExecutableAt is the L1 time, in seconds, from which the batch may be executed.
	ExecutableAt(ctx context.Context, batch uint64) (uint64, error)
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
	MaxFailures int           // mined without effect one after the other, per range
	Poll        time.Duration // between looks at L1
	Patience    time.Duration // for which L1 has to have another batch than this node until that is believed
	OnWait      func(error)   // called when a reason to wait comes up or changes, and with nil when there is none any more; nil ignores
	Log         *slog.Logger
}

// DefaultConfig settles one batch per transaction.
func DefaultConfig(timelock common.Address) Config {
	return Config{Timelock: timelock, MaxBatches: 1, MaxFailures: 2, Poll: time.Second, Patience: 2 * time.Minute, Log: slog.Default()}
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
	trouble trouble
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

// Run settles until ctx ends or going on would be wrong. What L1 refuses now it may take later: its clock is behind, an operator has reverted batches, a role or a fee is missing,
// or an L1 node was late. So the stage waits, says why, and looks again, the less often the longer it lasts.
func (s *Stage) Run(ctx context.Context) error {
	timer := time.NewTimer(0)
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-timer.C:
		case <-s.wake:
		}
		_, err := s.Step(ctx)
		if ctx.Err() != nil {
			return nil
		}
		if s.meet(err, time.Now()) {
			return err
		}
		timer.Reset(s.pace())
	}
}

// Step decides once and, if something is to be submitted, records its intent.
func (s *Stage) Step(ctx context.Context) (Decision, error) {
	view, err := s.chain.Look(ctx)
	if err != nil {
		return Decision{}, fmt.Errorf("%s: %w", s.work.Name(), err)
	}
	in, err := s.look(ctx, view)
	if err != nil {
		return Decision{}, fmt.Errorf("%s: %w", s.work.Name(), err)
	}
	d := Decide(in)
	switch d.Kind {
	case Stop:
		err = fmt.Errorf("%w: %s", ErrFailed, d.Reason)
	case Submit:
		err = s.submit(ctx, view, &d)
	}
	if err != nil {
		return d, fmt.Errorf("%s: %w", s.work.Name(), err)
	}
	return d, nil
}

func (s *Stage) key(from uint64, attempt int) string {
	return fmt.Sprintf("%s/%d/%d", s.work.Name(), from, attempt)
}

func (s *Stage) look(ctx context.Context, view View) (*Input, error) {
	totals, err := view.Totals(ctx)
	if err != nil {
		return nil, err
	}
	attempts, err := s.attempts(s.work.Done(totals) + 1)
	if err != nil {
		return nil, err
	}
	sealed, err := s.batches.LastSealed()
	if err != nil {
		return nil, err
	}
	in := &Input{
		Done: s.work.Done(totals), Limit: s.work.Ready(totals, sealed), MaxBatch: s.cfg.MaxBatches, Attempts: attempts, Failures: s.cfg.MaxFailures,
		L1Block: view.Block().Number, L1Time: view.Block().Time,
	}
	if !s.work.Timelocked() || in.Limit <= in.Done {
		return in, nil
	}
	in.NotUntil, err = view.ExecutableAt(ctx, min(in.Limit, in.Done+in.MaxBatch))
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

func (s *Stage) submit(ctx context.Context, view View, d *Decision) error {
	previous, batches, err := s.load(ctx, view, d.From, d.To)
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
func (s *Stage) load(ctx context.Context, view View, from, to uint64) (previous rollup.StoredBatchInfo, batches []*Batch, err error) {
	if previous, err = Stored(s.batches, from-1); err != nil {
		return previous, nil, err
	}
	if err := compare(ctx, view, &previous); err != nil {
		return previous, nil, err
	}
	for n := from; n <= to; n++ {
		b, err := s.batches.Sealed(n)
		if err != nil {
			return previous, nil, err
		}
		if stored := b.Stored(); s.work.Committed() {
			if err := compare(ctx, view, &stored); err != nil {
				return previous, nil, err
			}
		}
		batches = append(batches, b)
	}
	return previous, batches, nil
}

// Stored is a batch as L1 would keep it; 0 is the genesis.
func Stored(batches Batches, n uint64) (rollup.StoredBatchInfo, error) {
	if n == 0 {
		return batches.Genesis(), nil
	}
	b, err := batches.Sealed(n)
	if err != nil {
		return rollup.StoredBatchInfo{}, err
	}
	return b.Stored(), nil
}

func compare(ctx context.Context, view View, ours *rollup.StoredBatchInfo) error {
	theirs, err := view.StoredBatchHash(ctx, ours.BatchNumber)
	if err != nil {
		return err
	}
	if theirs != ours.Hash() {
		return fmt.Errorf("batch %d: L1 has %v, this node %v: %w", ours.BatchNumber, theirs, ours.Hash(), ErrDiverged)
	}
	return nil
}
