package store

import (
	"math/rand/v2"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"
)

// The machine may stop between any two operations on the disk. For every one of them, with none, some or all of what was not synced, the store that is
// found afterwards opens, holds every acknowledged block and at most one more (two when blocks are begun one on the other), whole, and continues to the same chain. While the database is being made,
// Pebble expects directory entries to appear in the order in which they were made, so random losses begin after that.
func TestCrashAtEveryDiskOperation(t *testing.T) {
	const blocks = 6
	want := runBlocks(t, openMem(t, vfs.NewMem()), blocks)
	for _, more := range []uint64{1, 2} {
		for _, unsynced := range []int{0, 50, 100} {
			crashEverywhere(t, unsynced, blocks, more, want)
		}
	}
}

// crashEverywhere stops at each operation. With more than one block beyond the acknowledged one, blocks are begun without waiting for the disk.
func crashEverywhere(t *testing.T, unsynced int, blocks, more uint64, want BlockRef) {
	t.Helper()
	for stop := 0; ; stop++ {
		disk, acknowledged, finished := runUntil(t, stop, unsynced, blocks, more > 1)
		if finished {
			t.Logf("%d disk operations with %d %% of unsynced data kept", stop, unsynced)
			return
		}
		s := openMem(t, disk)
		if n := s.Head().Number; n < acknowledged || n > acknowledged+more {
			t.Fatalf("stop at %d: head %d, acknowledged %d", stop, n, acknowledged)
		}
		checkWhole(t, s)
		if got := runBlocks(t, s, blocks); got != want {
			t.Fatalf("stop at %d: the chain ends in %+v, without a crash in %+v", stop, got, want)
		}
	}
}

// runBlocks appends until the chain has n blocks and closes the store.
func runBlocks(t *testing.T, s *Store, n uint64) BlockRef {
	t.Helper()
	for s.Head().Number < n {
		appendBlocks(t, s, 1, 1)
	}
	head := s.Head()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return head
}

// runUntil appends n blocks and returns the disk as it is found when the machine stops before disk operation number stop, with the number of the last
// block that was the head by then; ahead begins each block while the one before it goes to disk.
func runUntil(t *testing.T, stop, unsynced int, n uint64, ahead bool) (disk *vfs.MemFS, acknowledged uint64, finished bool) {
	t.Helper()
	base := vfs.NewCrashableMem()
	var last uint64
	at, made := 0, unsynced%100 == 0
	count := errorfs.InjectorFunc(func(op errorfs.Op) error {
		if op.Kind.ReadOrWrite() != errorfs.OpIsWrite || !made {
			return nil
		}
		if at == stop {
			rng := rand.New(rand.NewPCG(uint64(stop), uint64(unsynced)))
			disk, acknowledged = base.CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: unsynced, RNG: rng}), last
		}
		at++
		return nil
	})
	var lock serial
	s := openMem(t, errorfs.Wrap(base, lock.guard(count)))
	lock.do(func() { made = true })
	for s.Tip().Number < n {
		err := s.BeginBlock(makeBlock(t, s, s.Tip(), 1))
		if err == nil && !ahead {
			err = s.Flush()
		}
		if err != nil {
			t.Fatal(err)
		}
		head := s.Head().Number
		lock.do(func() { last = head })
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return disk, acknowledged, disk == nil
}

// checkWhole reads everything of the last block.
func checkWhole(t *testing.T, s *Store) {
	t.Helper()
	head := s.Head()
	state, err := s.StateAt(head.Number)
	if err != nil {
		t.Fatal(err)
	}
	if a, err := state.Account(alice); err != nil || (head.Number > 0 && a.Nonce != head.Number) {
		t.Fatalf("block %d: state has nonce %d, %v", head.Number, a.Nonce, err)
	}
	block, err := s.Block(head.Number)
	if err != nil {
		t.Fatal(err)
	}
	receipts, err := s.Receipts(head.Number)
	if err != nil || len(receipts) != len(block.Txs) {
		t.Fatalf("block %d: %d receipts, %v", head.Number, len(receipts), err)
	}
	for i, r := range receipts {
		if at, err := s.TxByHash(r.TxHash); err != nil || at != (TxPlace{head.Number, i}) {
			t.Fatalf("block %d: transaction %d is at %+v, %v", head.Number, i, at, err)
		}
	}
}
