package batch

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/chain/state"
	treestore "github.com/ashlar-labs/ashlar/chain/state/store"
	"github.com/ashlar-labs/ashlar/chain/state/tree"
	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/witness"
)

// ErrDisagreement says that guest and node came to different public inputs. It is never retried: one of the two is wrong.
var ErrDisagreement = errors.New("guest and node disagree about the batch")

// ErrTooLong is returned by a Machine whose program did not end within its cycles or its memory, which is never freed: fewer blocks may fit.
var ErrTooLong = errors.New("the batch exceeds what the guest can do")

// Machine runs the guest on an encoded witness.
type Machine interface {
	Run(ctx context.Context, input []byte) (output common.Hash, cycles uint64, err error)
}

// DataAvailability names the blobs that pubdata becomes; none under other schemes.
type DataAvailability interface {
	VersionedHashes(pubdata []byte) ([]common.Hash, error)
}

// Config is what a Sealer depends on besides its parts.
type Config struct {
	Limits            Limits
	Scheme            rollup.DAScheme
	SettlementChainID uint64
	Now               func() time.Time
	Logger            *slog.Logger
	Observer          Observer // nil: nobody
	// Publish gives a batch to those who follow the chain, before it is kept here; nil: nobody follows. After an error the batch is as if it had never been sealed.
	Publish func(context.Context, *store.SealedBatch) error
}

// Observer is told of every batch that is sealed.
type Observer interface {
	Sealed(*store.SealedBatch, Phases)
}

// Phases are the times of sealing a batch.
type Phases struct {
	Began   time.Time
	Witness time.Duration // executing the blocks again and cutting the witness, data availability included
	Guest   time.Duration // running the guest, and the node's own conclusion
	Store   time.Duration // the sealed batch and its state tree, on disk
	Bytes   int           // of the encoded witness
}

// Sealer makes batches of a chain's blocks. One goroutine at a time may use it.
type Sealer struct {
	cfg     Config
	store   *store.Store
	tree    *treestore.Store
	da      DataAvailability
	machine Machine
	model   CycleModel
	flush   chan struct{}

	next  uint64    // first block that is in no batch
	loads []Load    // of blocks next, next+1, …
	since time.Time // when the first of them was seen; zero while there is none
}

// NewSealer returns a sealer; Run or Recover must come first.
func NewSealer(cfg Config, s *store.Store, t *treestore.Store, da DataAvailability, m Machine) (*Sealer, error) {
	if err := cfg.Limits.Check(); err != nil {
		return nil, err
	}
	return &Sealer{cfg: cfg, store: s, tree: t, da: da, machine: m, model: NewCycleModel(), flush: make(chan struct{}, 1)}, nil
}

// Flush asks a running sealer to seal what waits, however young it is.
func (s *Sealer) Flush() {
	select {
	case s.flush <- struct{}{}:
	default:
	}
}

// Run seals batches until ctx ends.
func (s *Sealer) Run(ctx context.Context) error {
	if err := s.Recover(); err != nil {
		return fmt.Errorf("bring the state tree to the last batch: %w", err)
	}
	timer := time.NewTimer(0)
	defer timer.Stop()
	now := false
	for {
		sealed, err := s.Seal(ctx, now)
		if err != nil {
			return err
		}
		if now = false; sealed {
			continue
		}
		timer.Reset(s.untilOld())
		blocks, cancel := context.WithCancel(ctx)
		moved := make(chan error, 1)
		go func() { _, err := s.store.Wait(blocks, s.next+uint64(len(s.loads))-1); moved <- err }()
		select {
		case <-timer.C:
		case <-moved:
		case <-s.flush:
			now = true
		case <-ctx.Done():
		}
		cancel()
		if ctx.Err() != nil {
			return nil
		}
	}
}

// untilOld is how long the first waiting block has until it is old enough to be sealed.
func (s *Sealer) untilOld() time.Duration {
	if len(s.loads) == 0 {
		return time.Hour
	}
	return max(s.cfg.Limits.Age-s.age(), 10*time.Millisecond)
}

// age of the first waiting block: by its timestamp, which may be ahead of this machine's clock (one that was set back, or blocks that follow L1's time), or since it was seen.
func (s *Sealer) age() time.Duration {
	ref, err := s.store.Ref(s.next)
	if err != nil {
		return 0
	}
	now := s.cfg.Now()
	age := now.Sub(time.Unix(int64(ref.Timestamp), 0))
	if !s.since.IsZero() {
		age = max(age, now.Sub(s.since))
	}
	return age
}

// Recover brings the tree to the last sealed batch: at genesis by the allocation, after a crash by executing the batch's blocks again.
func (s *Sealer) Recover() error {
	_, version, ok, err := s.tree.Versions()
	if err != nil {
		return err
	}
	if !ok {
		if _, err := s.tree.Apply(0, tree.Entries(state.DiffOf(s.store.Genesis().Diff()))); err != nil {
			return err
		}
	}
	last, err := s.store.LastBatch()
	if errors.Is(err, store.ErrNotFound) {
		s.forget(1)
		return nil
	}
	if err != nil {
		return err
	}
	s.forget(last.LastBlock + 1)
	switch {
	case version == last.Number:
		return nil
	case version+1 != last.Number:
		return fmt.Errorf("the tree is at batch %d, the last batch is %d", version, last.Number)
	}
	work, err := s.collect(last.FirstBlock, last.LastBlock, version)
	if err != nil {
		return err
	}
	return s.apply(last.Number, last.TreeRoot, work)
}

// forget drops what is known of the waiting blocks; next is the first of them.
func (s *Sealer) forget(next uint64) { s.next, s.loads, s.since = next, nil, time.Time{} }

// Seal makes the next batch when one is due, or when anything waits and now is set.
func (s *Sealer) Seal(ctx context.Context, now bool) (bool, error) {
	if err := s.look(); err != nil {
		return false, err
	}
	n, reason := Cut(s.loads, s.age(), &s.cfg.Limits)
	if n == 0 && now && len(s.loads) > 0 {
		n, reason = len(s.loads), "asked"
	}
	if n == 0 {
		return false, nil
	}
	for {
		err := s.seal(ctx, n, reason)
		if n == 1 || !(errors.Is(err, ErrTooLong) || errors.Is(err, ErrTooLarge)) {
			return err == nil, err
		}
		n, reason = n/2, "split: "+err.Error()
	}
}

// look reads the loads of blocks that came since the last time.
func (s *Sealer) look() error {
	for n := s.next + uint64(len(s.loads)); n <= s.store.Head().Number && len(s.loads) < s.cfg.Limits.Blocks; n++ {
		receipts, err := s.store.Receipts(n)
		if err != nil {
			return err
		}
		s.loads = append(s.loads, s.load(receipts))
	}
	if len(s.loads) > 0 && s.since.IsZero() {
		s.since = s.cfg.Now()
	}
	return nil
}

// blockPubdata bounds what a block publishes besides its transactions: the EIP-2935 slot, the fee recipient's balance, and that of the base token's holder, which gets what would be destroyed.
const blockPubdata = 25 + 3 + 33 + 25 + 33 + 25 + 33

func (s *Sealer) load(receipts []*stf.Receipt) Load {
	l := Load{PubdataBytes: blockPubdata, Txs: len(receipts)}
	for _, r := range receipts {
		l.PubdataBytes += r.PublishedBound()
		l.Logs += len(r.L2ToL1Logs)
		if r.Type == rollup.PriorityTxType {
			l.PriorityOps++
		}
		l.Upgrade = l.Upgrade || r.Type == rollup.UpgradeTxType
		l.Gas += r.GasUsed - r.PubdataGas
	}
	l.Cycles = s.model.Estimate(l.Txs, l.Gas)
	return l
}

// ErrTooLarge says that a batch does not fit its data availability.
var ErrTooLarge = errors.New("the pubdata exceeds the data availability's capacity")

// work is a batch on its way.
type work struct {
	witness *witness.Witness
	batch   *stf.BatchResult
	pubdata []byte
	writes  []tree.Entry

	inputBytes int // of the encoded witness, once it was made
}

// collect executes blocks first to last on the state of tree version and cuts the witness.
func (s *Sealer) collect(first, last, version uint64) (*work, error) {
	before, err := s.store.ChainStateAt(first - 1)
	if err != nil {
		return nil, err
	}
	pre, err := s.store.StateAt(first - 1)
	if err != nil {
		return nil, err
	}
	root, err := s.tree.Root(version)
	if err != nil {
		return nil, err
	}
	before.TreeRoot = root.Bytes()
	blocks, err := s.blocks(first, last)
	if err != nil {
		return nil, err
	}
	w := &witness.Witness{
		Config: s.store.Genesis().Config, Before: *before, SettlementChainID: s.cfg.SettlementChainID, DA: witness.DA{Scheme: s.cfg.Scheme},
	}
	batch, err := witness.Collect(w, pre, atVersion{s.tree, version}, blocks)
	if err != nil {
		return nil, err
	}
	return &work{witness: w, batch: batch, pubdata: batch.Pubdata.Encode(), writes: tree.Entries(state.DiffOf(&batch.Diff))}, nil
}

// blocks are the blocks first to last.
func (s *Sealer) blocks(first, last uint64) (out []*rollup.Block, err error) {
	for n := first; n <= last; n++ {
		b, err := s.store.Block(n)
		if err != nil {
			return nil, err
		}
		out = append(out, b)
	}
	return out, nil
}

type atVersion struct {
	store   *treestore.Store
	version uint64
}

func (a atVersion) Witness(reads []tree.Key, writes []tree.Entry) (*tree.Tree, error) {
	return a.store.Witness(a.version, reads, writes)
}

// prepare makes what the guest is given for a batch of blocks first to last.
func (s *Sealer) prepare(number, first, last uint64) (*work, error) {
	work, err := s.collect(first, last, number-1)
	if err != nil {
		return nil, fmt.Errorf("batch %d: %w", number, err)
	}
	if uint64(len(work.pubdata)) > s.cfg.Scheme.Capacity() {
		return nil, fmt.Errorf("batch %d: %d bytes: %w", number, len(work.pubdata), ErrTooLarge)
	}
	if work.witness.DA.VersionedHashes, err = s.da.VersionedHashes(work.pubdata); err != nil {
		return nil, fmt.Errorf("batch %d: %w", number, err)
	}
	return work, nil
}

// seal makes the batch of the next n blocks.
func (s *Sealer) seal(ctx context.Context, n int, reason string) error {
	number := uint64(1)
	if last, err := s.store.LastBatch(); err == nil {
		number = last.Number + 1
	} else if !errors.Is(err, store.ErrNotFound) {
		return err
	}
	first, last := s.next, s.next+uint64(n)-1
	phases, lapped := Phases{Began: time.Now()}, time.Now()
	lap := func(into *time.Duration) { now := time.Now(); *into, lapped = now.Sub(lapped), now }
	work, err := s.prepare(number, first, last)
	if err != nil {
		return err
	}
	lap(&phases.Witness)
	sealed, err := s.execute(ctx, number, work)
	if err != nil {
		return fmt.Errorf("batch %d: %w", number, err)
	}
	lap(&phases.Guest)
	sealed.FirstBlock, sealed.LastBlock, sealed.Reason = first, last, reason
	if s.cfg.Publish != nil {
		if err := s.cfg.Publish(ctx, sealed); err != nil {
			return fmt.Errorf("publish batch %d: %w", number, err)
		}
	}
	if err := s.store.PutBatch(sealed); err != nil {
		return err
	}
	if err := s.apply(number, sealed.TreeRoot, work); err != nil {
		return fmt.Errorf("batch %d: %w", number, err)
	}
	lap(&phases.Store)
	s.observe(n, sealed)
	if phases.Bytes = work.inputBytes; s.cfg.Observer != nil {
		s.cfg.Observer.Sealed(sealed, phases)
	}
	return nil
}

// execute runs the batch in the node's way and in the guest, and compares.
func (s *Sealer) execute(ctx context.Context, number uint64, w *work) (*store.SealedBatch, error) {
	input := w.witness.Encode()
	w.inputBytes = len(input)
	if err := w.witness.Tree.Update(w.writes); err != nil {
		return nil, fmt.Errorf("update the partial tree: %w", err)
	}
	result, err := witness.Conclude(w.witness, w.batch, w.witness.Tree.Root().Bytes())
	if err != nil {
		return nil, err
	}
	output, cycles := result.PublicInput, uint64(0)
	if s.machine != nil { // only SealOutside goes without
		if output, cycles, err = s.machine.Run(ctx, input); err != nil {
			return nil, fmt.Errorf("guest: %w", err)
		}
	}
	if output != result.PublicInput {
		return nil, fmt.Errorf("guest says %v, node says %v: %w", output, result.PublicInput, ErrDisagreement)
	}
	sealed := sealedBatch(number, w.witness, w.batch, result)
	sealed.GuestCycles, sealed.GuestOutput, sealed.SealedAt = cycles, output, uint64(s.cfg.Now().Unix())
	return sealed, nil
}

// sealedBatch is what follows from execution alone.
func sealedBatch(number uint64, w *witness.Witness, b *stf.BatchResult, r *witness.Result) *store.SealedBatch {
	return &store.SealedBatch{
		Batch: rollup.Batch{
			Number: number, StateBefore: r.Before, StateAfter: r.After.Commitment(), TreeRoot: r.After.TreeRoot,
			ConfigHash: w.Config.Hash(), Output: r.Output, PublicInput: r.PublicInput,
		},
		Pubdata: r.Pubdata, LogLeaves: b.LogLeaves,
	}
}

// apply brings the stored tree to the batch and checks that it arrives at the root that the guest saw.
func (s *Sealer) apply(number uint64, want common.Hash, w *work) error {
	root, err := s.tree.Apply(number, w.writes)
	if err != nil {
		return fmt.Errorf("update the state tree: %w", err)
	}
	if common.Hash(root.Bytes()) != want {
		return fmt.Errorf("state tree at %x, the batch says %v: %w", root.Bytes(), want, ErrDisagreement)
	}
	return nil
}

// observe moves on to the blocks after the batch and lets the cycle model learn.
func (s *Sealer) observe(n int, b *store.SealedBatch) {
	var estimated uint64
	txs := 0
	for i := range n {
		estimated += s.loads[i].Cycles
		txs += s.loads[i].Txs
	}
	s.model.Observe(estimated, b.GuestCycles)
	s.next, s.loads, s.since = s.next+uint64(n), s.loads[n:], time.Time{}
	for i := range s.loads {
		s.loads[i].Cycles = s.model.Estimate(s.loads[i].Txs, s.loads[i].Gas)
	}
	s.cfg.Logger.Info("batch sealed", "batch", b.Number, "blocks", n, "txs", txs, "pubdata", len(b.Pubdata), "cycles", b.GuestCycles, "reason", b.Reason)
}
