package store

import (
	"errors"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"
	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/rollup"
)

// original is a chain with all its blocks; batch i has the blocks from ends[i-1]+1 to ends[i].
type original struct {
	*Store
	ends  []uint64
	diffs []rollup.StateDiff
}

func makeOriginal(t *testing.T, blocks ...uint64) *original {
	t.Helper()
	o := &original{Store: newStore(t), ends: []uint64{0}, diffs: []rollup.StateDiff{{}}}
	for i, n := range blocks {
		before := o.Head().Number
		for range n {
			appendBlocks(t, o.Store, 1, i%2)
		}
		o.ends = append(o.ends, o.Head().Number)
		o.diffs = append(o.diffs, netDiff(t, o.Store, before, o.Head().Number))
	}
	return o
}

// netDiff is what blocks changed of what makeDiff changes.
func netDiff(t *testing.T, s *Store, from, to uint64) (diff rollup.StateDiff) {
	t.Helper()
	pre, err1 := s.StateAt(from)
	post, err2 := s.StateAt(to)
	if err := errors.Join(err1, err2); err != nil {
		t.Fatal(err)
	}
	for _, addr := range []common.Address{alice, contract} {
		before, err1 := pre.Account(addr)
		after, err2 := post.Account(addr)
		old, err3 := pre.Storage(addr, common.Hash{1})
		now, err4 := post.Storage(addr, common.Hash{1})
		if err := errors.Join(err1, err2, err3, err4); err != nil {
			t.Fatal(err)
		}
		d := rollup.AccountDiff{Address: addr, Before: before, After: after}
		if old != now {
			d.Slots = []rollup.SlotDiff{{Slot: common.Hash{1}, Before: old, After: now}}
		}
		diff.Accounts = append(diff.Accounts, d)
	}
	return diff
}

func (o *original) ref(t *testing.T, n uint64) BlockRef {
	t.Helper()
	r, err := o.Ref(n)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// batch is batch number as L1 tells of it, and the chain after it.
func (o *original) batch(t *testing.T, number uint64) (*SealedBatch, *rollup.ChainState) {
	t.Helper()
	b := makeBatch(number, o.ends[number-1]+1, o.ends[number])
	before, end := o.ref(t, o.ends[number-1]), o.ref(t, o.ends[number])
	b.Output.NumL1Txs = end.PriorityOps - before.PriorityOps
	b.Output.NumL2Txs = end.Txs - before.Txs - b.Output.NumL1Txs
	b.Output.LastBlockTimestamp = end.Timestamp
	b.LogLeaves = make([]common.Hash, end.L2ToL1Logs-before.L2ToL1Logs)
	after, err := o.ChainStateAt(o.ends[number])
	if err != nil {
		t.Fatal(err)
	}
	return b, after
}

// rebuildOn goes on with a rebuild up to its end.
func (o *original) rebuildOn(t *testing.T, fs vfs.FS) {
	t.Helper()
	r, err := StartRebuild(Config{Dir: "chain", FS: fs}, testGenesis())
	if err != nil {
		t.Fatal(err)
	}
	o.keepAll(t, r)
	last := uint64(len(o.ends) - 1)
	if err := errors.Join(r.Finish(L1Progress{Committed: last}), r.Close()); err != nil {
		t.Fatal(err)
	}
}

func (o *original) keepAll(t *testing.T, r *Rebuild) {
	t.Helper()
	done, _, _, err := r.At()
	if err != nil {
		t.Fatal(err)
	}
	for n := done + 1; n < uint64(len(o.ends)); n++ {
		b, after := o.batch(t, n)
		if after.TreeRoot, err = r.Apply(n, &o.diffs[n]); err != nil {
			t.Fatal(err)
		}
		b.TreeRoot = after.TreeRoot
		if err := r.Keep(b, after); err != nil {
			t.Fatal(err)
		}
	}
}

// sameFromNow compares a store that was rebuilt with the original and lets both grow.
func (o *original) sameFromNow(t *testing.T, s *Store) {
	t.Helper()
	end := o.ends[len(o.ends)-1]
	if s.First() != end || s.FirstBatch() != uint64(len(o.ends)-1) || s.Head() != o.ref(t, end) || s.Tip() != s.Head() {
		t.Fatalf("history from block %d and batch %d, head %+v, want %+v", s.First(), s.FirstBatch(), s.Head(), o.ref(t, end))
	}
	for range 3 {
		at := s.Head()
		ours, err1 := s.ChainStateAt(at.Number)
		theirs, err2 := o.ChainStateAt(at.Number)
		if err := errors.Join(err1, err2); err != nil || *ours != *theirs {
			t.Fatalf("chain state after block %d differs, %v", at.Number, err)
		}
		res := makeBlock(t, s, at, 1)
		if err := errors.Join(s.AppendBlock(res), o.AppendBlock(res)); err != nil {
			t.Fatal(err)
		}
		checkWhole(t, s)
	}
	if s.Head() != o.Head() {
		t.Fatalf("head %+v, want %+v", s.Head(), o.Head())
	}
}

func TestRebuild(t *testing.T) {
	for name, blocks := range map[string][]uint64{"short": {1, 2}, "longer than the window of hashes": {3, 300, 5}, "one batch": {4}} {
		t.Run(name, func(t *testing.T) {
			o, fs := makeOriginal(t, blocks...), vfs.NewMem()
			o.rebuildOn(t, fs)
			s := openMem(t, fs)
			end := s.First()
			if p, err := s.Parent(end); err != nil || p.Number.Uint64() != end || p.Time != s.Head().Timestamp || p.BaseFee.Cmp(big.NewInt(100)) != 0 {
				t.Errorf("parent %+v, %v", p, err)
			}
			o.sameFromNow(t, s)
			o.checkOld(t, s)
			if err := s.Rollback(end); err != nil || s.Head() != o.ref(t, end) {
				t.Errorf("back to the first block: %v", err)
			}
			if err := s.Rollback(end - 1); !errors.Is(err, ErrBeforeFirst) {
				t.Errorf("behind the first block: %v", err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			s = openMem(t, fs) // and it opens as any other
			if got, err := s.LastBatch(); err != nil || got.Number != uint64(len(blocks)) {
				t.Errorf("last batch %+v, %v", got, err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// checkOld checks what is known of the time before the history begins, and how the rest is refused.
func (o *original) checkOld(t *testing.T, s *Store) {
	t.Helper()
	if h, err := s.Header(0); err != nil || h.Hash() != testGenesis().Header().Hash() {
		t.Errorf("genesis: %v", err)
	}
	for number := uint64(1); number < uint64(len(o.ends)); number++ {
		b, _ := o.batch(t, number)
		got, err := s.Batch(number)
		if err != nil || got.Stored() != b.Stored() || string(got.Pubdata) != string(b.Pubdata) {
			t.Errorf("batch %d: %v", number, err)
		}
		if ref, err := s.Ref(b.LastBlock); err != nil || ref != o.ref(t, b.LastBlock) {
			t.Errorf("end of batch %d: %+v, %v", number, ref, err)
		}
		if n, err := s.BatchOfBlock(b.LastBlock); err != nil || n != number {
			t.Errorf("batch of block %d is %d, %v", b.LastBlock, n, err)
		}
	}
	if last, err := s.L1Progress(); err != nil || last.Committed != s.FirstBatch() {
		t.Errorf("L1 progress %+v, %v", last, err)
	}
	if safe, finalized, err := s.L1Heads(); err != nil || safe.Number != s.First() || finalized.Number != 0 {
		t.Errorf("L1 heads %+v, %+v, %v", safe, finalized, err)
	}
	for n := s.First(); n > 0 && n+3 > s.First(); n-- {
		_, err1 := s.Header(n)
		_, err2 := s.Block(n)
		_, err3 := s.Receipts(n)
		for _, err := range []error{err1, err2, err3} {
			if !errors.Is(err, ErrBeforeFirst) || errors.Is(err, ErrNotFound) {
				t.Errorf("block %d: %v", n, err)
			}
		}
		if number, err := s.NumberOf(o.ref(t, n).Hash); err != nil || number != n {
			t.Errorf("number of block %d by hash: %d, %v", n, number, err)
		}
		_, err4 := s.StateAt(n - 1)
		_, err5 := s.ChainStateAt(n - 1)
		if !errors.Is(err4, ErrBeforeFirst) || !errors.Is(err5, ErrBeforeFirst) {
			t.Errorf("before block %d: state %v, chain %v", n, err4, err5)
		}
	}
	if _, err := s.Header(s.Head().Number + 1); !errors.Is(err, ErrNotFound) {
		t.Errorf("block after the head: %v", err)
	}
	if state, err := s.StateAt(s.First()); err != nil {
		t.Errorf("state of the first block: %v", err)
	} else if a, err := state.Account(alice); err != nil || a.Nonce != s.First() {
		t.Errorf("nonce after block %d: %d, %v", s.First(), a.Nonce, err)
	}
}

// Without a batch the directory is one that begins with the genesis.
func TestRebuildOfNothing(t *testing.T) {
	o, fs := makeOriginal(t), vfs.NewMem()
	o.rebuildOn(t, fs)
	s := openMem(t, fs)
	if s.First() != 0 || s.Head() != newStore(t).Head() {
		t.Errorf("history from block %d, head %+v", s.First(), s.Head())
	}
	if runBlocks(t, s, 3) != runBlocks(t, openMem(t, vfs.NewMem()), 3) {
		t.Error("another chain")
	}
}

func TestRebuildRefuses(t *testing.T) {
	o, fs := makeOriginal(t, 2, 2), vfs.NewMem()
	r, err := StartRebuild(Config{Dir: "chain", FS: fs}, testGenesis())
	if err != nil {
		t.Fatal(err)
	}
	b, after := o.batch(t, 1)
	if err := r.Keep(b, after); !errors.Is(err, ErrOrder) {
		t.Errorf("a batch that was not applied: %v", err)
	}
	if _, err := r.Apply(2, &o.diffs[2]); !errors.Is(err, ErrOrder) {
		t.Errorf("batch 2 first: %v", err)
	}
	if _, err := r.Apply(1, &o.diffs[1]); err != nil {
		t.Fatal(err)
	}
	gap := *b
	gap.FirstBlock++
	if err := r.Keep(&gap, after); !errors.Is(err, ErrOrder) {
		t.Errorf("a gap: %v", err)
	}
	if err := r.Finish(L1Progress{Committed: 1}); !errors.Is(err, ErrOrder) {
		t.Errorf("L1 has more: %v", err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(Config{Dir: "chain", FS: fs}, testGenesis()); !errors.Is(err, ErrUnfinished) {
		t.Errorf("not whole: %v", err)
	}
	other := testGenesis()
	other.Timestamp++
	if _, err := StartRebuild(Config{Dir: "chain", FS: fs}, other); !errors.Is(err, ErrWrongChain) {
		t.Errorf("another chain: %v", err)
	}
	o.rebuildOn(t, fs)
	if _, err := StartRebuild(Config{Dir: "chain", FS: fs}, testGenesis()); !errors.Is(err, ErrConflict) {
		t.Errorf("a directory that is whole: %v", err)
	}
	whole := vfs.NewMem()
	runBlocks(t, openMem(t, whole), 1)
	if _, err := StartRebuild(Config{Dir: "chain", FS: whole}, testGenesis()); !errors.Is(err, ErrConflict) {
		t.Errorf("a chain with all its blocks: %v", err)
	}
}

// The machine may stop between any two operations on the disk: what is found goes on to the same directory, which nobody can open before.
func TestRebuildCrash(t *testing.T) {
	o := makeOriginal(t, 1, 3, 2)
	for _, unsynced := range []int{0, 100} {
		for stop := 0; ; stop++ {
			disk := o.rebuildUntil(t, stop, unsynced)
			if disk == nil {
				t.Logf("%d disk operations with %d %% of unsynced data kept", stop, unsynced)
				break
			}
			if s, err := Open(Config{Dir: "chain", FS: disk}, testGenesis()); err == nil {
				if s.First() == 0 && s.Head().Number == 0 { // the machine stopped before anything was written
					disk = vfs.NewMem()
				} else if s.First() != o.Head().Number {
					t.Fatalf("stop at %d: opened with a history from block %d", stop, s.First())
				}
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
			} else if !errors.Is(err, ErrUnfinished) {
				t.Fatalf("stop at %d: %v", stop, err)
			}
			if r, err := StartRebuild(Config{Dir: "chain", FS: disk}, testGenesis()); err == nil {
				o.keepAll(t, r)
				if err := errors.Join(r.Finish(L1Progress{}), r.Close()); err != nil {
					t.Fatalf("stop at %d: %v", stop, err)
				}
			} else if !errors.Is(err, ErrConflict) {
				t.Fatalf("stop at %d: %v", stop, err)
			}
			s := openMem(t, disk)
			if s.First() != o.ends[3] || s.Head() != o.ref(t, o.ends[3]) {
				t.Fatalf("stop at %d: history from block %d, head %+v", stop, s.First(), s.Head())
			}
			checkState(t, s)
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// checkState checks the state of the last block.
func checkState(t *testing.T, s *Store) {
	t.Helper()
	state, err := s.StateAt(s.Head().Number)
	if err != nil {
		t.Fatal(err)
	}
	if a, err := state.Account(alice); err != nil || a.Nonce != s.Head().Number {
		t.Fatalf("nonce %d after block %d, %v", a.Nonce, s.Head().Number, err)
	}
	root, _, _, ok, err := s.ProveState(t.Context(), s.First(), alice, nil)
	b, err2 := s.LastBatch()
	if err := errors.Join(err, err2); err != nil || !ok || root != b.TreeRoot {
		t.Fatalf("tree %v, %v: %v", root, ok, err)
	}
}

// rebuildUntil is the disk as it is found when the machine stops before a disk operation; nil when there are not so many.
func (o *original) rebuildUntil(t *testing.T, stop, unsynced int) (disk *vfs.MemFS) {
	t.Helper()
	base := vfs.NewCrashableMem()
	at := 0
	count := errorfs.InjectorFunc(func(op errorfs.Op) error {
		if op.Kind.ReadOrWrite() == errorfs.OpIsWrite {
			if at == stop {
				disk = base.CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: unsynced, RNG: rand.New(rand.NewPCG(uint64(stop), uint64(unsynced)))})
			}
			at++
		}
		return nil
	})
	var lock serial
	o.rebuildOn(t, errorfs.Wrap(base, lock.guard(count)))
	return disk
}
