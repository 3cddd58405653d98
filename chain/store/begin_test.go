package store

import (
	"context"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"
)

// gate holds up syncs of files while it is closed.
type gate struct{ open chan struct{} }

func (g *gate) MaybeError(op errorfs.Op) error {
	switch op.Kind {
	case errorfs.OpFileSync, errorfs.OpFileSyncData, errorfs.OpFileSyncTo:
		if g.open != nil {
			<-g.open
		}
	}
	return nil
}

func (g *gate) String() string { return "gate" }

// A block that is not durable can be built upon, but it is not the head and wakes nobody.
func TestBegunBlockIsNotTheHeadBeforeItIsDurable(t *testing.T) {
	g := &gate{}
	s := openMem(t, errorfs.Wrap(vfs.NewMem(), g))
	appendBlocks(t, s, 1, 0)
	first := s.Head()

	g.open = make(chan struct{})
	second := makeBlock(t, s, first, 1)
	if err := s.BeginBlock(second); err != nil {
		t.Fatal(err)
	}
	if s.Tip().Hash != second.Hash || s.Head() != first {
		t.Fatalf("tip %d, head %d before the sync", s.Tip().Number, s.Head().Number)
	}
	brief, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	if head, err := s.Wait(brief, 1); err == nil {
		t.Fatalf("told of block %d before it is durable", head.Number)
	}
	state, err := s.StateAt(2)
	if err != nil {
		t.Fatal(err)
	}
	if a, err := state.Account(alice); err != nil || a.Nonce != 2 {
		t.Fatalf("state to build upon has nonce %d, %v", a.Nonce, err)
	}
	third := makeBlock(t, s, s.Tip(), 1)
	begun := make(chan error, 1)
	go func() { begun <- s.BeginBlock(third) }() // waits for the second

	close(g.open)
	if err := <-begun; err != nil {
		t.Fatal(err)
	}
	if n := s.Head().Number; n < 2 {
		t.Fatalf("the third block has begun and the head is %d", n)
	}
	if err := s.Flush(); err != nil || s.Head().Hash != third.Hash {
		t.Fatalf("head %d after the flush, %v", s.Head().Number, err)
	}
	if err := s.BeginBlock(third); err != nil || s.Head().Hash != third.Hash {
		t.Fatalf("again: head %d, %v", s.Head().Number, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// Several blocks may be on their way. They become the head in order, and a machine that stops keeps the first of them without a gap.
func TestSeveralBlocksOnTheWay(t *testing.T) {
	g := &gate{}
	disk := vfs.NewCrashableMem()
	s, err := Open(Config{Dir: "chain", FS: errorfs.Wrap(disk, g), OnTheWay: 3}, testGenesis())
	if err != nil {
		t.Fatal(err)
	}
	appendBlocks(t, s, 1, 0)
	first := s.Head()
	g.open = make(chan struct{})
	var refs []BlockRef
	for range 3 {
		if err := s.BeginBlock(makeBlock(t, s, s.Tip(), 1)); err != nil {
			t.Fatal(err)
		}
		refs = append(refs, s.Tip())
	}
	if s.Tip().Number != 4 || s.Head() != first {
		t.Fatalf("tip %d, head %d before the sync", s.Tip().Number, s.Head().Number)
	}
	for unsynced := 0; unsynced <= 100; unsynced += 25 {
		again := openMem(t, disk.CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: unsynced, RNG: rand.New(rand.NewPCG(1, uint64(unsynced)))}))
		if n := again.Head().Number; n < 1 || n > 4 || (n > 1 && again.Head() != refs[n-2]) {
			t.Errorf("%d%% of what was not synced: head %+v", unsynced, again.Head())
		}
		checkWhole(t, again)
	}
	begun := make(chan error, 1)
	go func() { begun <- s.BeginBlock(makeBlock(t, s, s.Tip(), 1)) }() // waits for the first of the three
	close(g.open)
	if err := <-begun; err != nil || s.Head().Number < 2 {
		t.Fatalf("a fourth block has begun and the head is %d: %v", s.Head().Number, err)
	}
	if err := s.Flush(); err != nil || s.Head().Number != 5 {
		t.Fatalf("head %d after the flush, %v", s.Head().Number, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}
