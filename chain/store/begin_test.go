package store

import (
	"context"
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
