package store

import (
	"errors"
	"math/rand/v2"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"

	"github.com/ashlar-labs/ashlar/chain/state/tree"
)

// TestCrashLeavesEitherVersion takes the disk before, during and after Apply by
// cloning what a crash then leaves, with a random part of the unsynced data.
func TestCrashLeavesEitherVersion(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 4))
	fs := vfs.NewCrashableMem()
	s, db := openMem(t, fs, 3)
	var now tree.Tree
	roots := map[uint64]tree.Digest{}
	seen := [2]int{}
	for v := uint64(0); v < 25; v++ {
		writes := randomWrites(rng, 40)
		if err := now.Update(writes); err != nil {
			t.Fatal(err)
		}
		roots[v] = now.Root()
		// Any clone
		// must open to version v-1 or v.
		started, stop, clones := make(chan struct{}), make(chan struct{}), make(chan *vfs.MemFS, 64)
		go func() {
			defer close(clones)
			r := rand.New(rand.NewPCG(v, 5))
			clones <- fs.CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: 50, RNG: r})
			close(started)
			for range 3 {
				select {
				case <-stop:
					return
				case clones <- fs.CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: r.IntN(101), RNG: r}):
				}
			}
		}()
		<-started
		root, err := s.Apply(v, writes)
		if err != nil || root != roots[v] {
			t.Fatalf("apply version %d: %v", v, err)
		}
		close(stop)
		for clone := range clones {
			seen[checkCrashed(t, clone, v, roots, writes)]++
		}
		if got := checkCrashed(t, fs.CrashClone(vfs.CrashCloneCfg{}), v, roots, writes); got != 1 {
			t.Fatalf("version %d was lost after Apply returned", v)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if seen[0] == 0 {
		t.Fatal("no clone was taken before a commit")
	}
}

// checkCrashed opens a disk after a crash, finds version v-1 (0) or v (1), and replays.
func checkCrashed(t *testing.T, fs *vfs.MemFS, v uint64, roots map[uint64]tree.Digest, writes []tree.Entry) int {
	t.Helper()
	s, db := openMem(t, fs, 3)
	defer db.Close()
	_, last, ok, err := s.Versions()
	if err != nil {
		t.Fatal(err)
	}
	found := 1
	switch {
	case !ok && v == 0, ok && last+1 == v:
		found = 0
	case !ok || last != v:
		t.Fatalf("after a crash around version %d the last one is %d %v", v, last, ok)
	}
	if ok {
		if root, err := s.Root(last); err != nil || root != roots[last] {
			t.Fatalf("root of version %d after a crash: %v", last, err)
		}
	}
	if root, err := s.Apply(v, writes); err != nil || root != roots[v] {
		t.Fatalf("replay of version %d after a crash: %v", v, err)
	}
	h := &history{store: s, db: db, last: v}
	h.checkNoLeak(t, max(v, 2)-2)
	return found
}

func TestFailedCommitLeavesTheOldVersion(t *testing.T) {
	s, db := openMem(t, vfs.NewMem(), 3)
	if _, err := s.Apply(0, []tree.Entry{{Kind: tree.SlotLeaf, Value: [32]byte{1}}}); err != nil {
		t.Fatal(err)
	}
	bad := []tree.Entry{{Kind: tree.SlotLeaf}, {Kind: 9, Key: tree.Key{1}}}
	if _, err := s.Apply(1, bad); !errors.Is(err, tree.ErrKind) {
		t.Fatalf("got %v, want ErrKind", err)
	}
	if _, last, ok, err := s.Versions(); !ok || last != 0 || err != nil {
		t.Fatalf("last version %d %v %v", last, ok, err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}
