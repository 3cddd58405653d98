package snapshot

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"
	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/chain/state"
	"github.com/ashlar-labs/ashlar/chain/state/tree"
)

// randomEntries are n accounts and slots.
func randomEntries(n int) []tree.Entry {
	rng := rand.New(rand.NewPCG(1, uint64(n)))
	list := make([]tree.Entry, n)
	for i := range list {
		var address common.Address
		for at := range address {
			address[at] = byte(rng.Uint32())
		}
		if i%3 == 0 {
			list[i] = tree.AccountEntry(address, state.Account{Nonce: uint64(i) + 1, CodeHash: state.EmptyCodeHash})
		} else {
			list[i] = tree.SlotEntry(address, common.Hash{31: byte(i)}, common.Hash{1})
		}
	}
	return list
}

func leavesOf(entries []tree.Entry) []leaf {
	list := make([]leaf, len(entries))
	for i := range entries {
		list[i] = leaf{entries[i].Key, entries[i].Hash()}
	}
	return list
}

// rootOf computes a root with so many leaves in memory, of leaves that several goroutines give; it says how many files there were at most.
func rootOf(t *testing.T, fs vfs.FS, leaves []leaf, max int) (tree.Digest, error) {
	t.Helper()
	r := newRooter(fs, "scratch")
	r.max = max
	var adding sync.WaitGroup
	failed := make(chan error, len(leaves)/100+1)
	for from := 0; from < len(leaves); from += 100 {
		adding.Go(func() {
			if err := r.add(leaves[from:min(from+100, len(leaves))]); err != nil {
				failed <- err
			}
		})
	}
	adding.Wait()
	close(failed)
	if err := <-failed; err != nil {
		return tree.Digest{}, errors.Join(err, r.close())
	}
	root, err := r.root()
	if err := r.close(); err != nil {
		t.Fatal(err)
	}
	return root, err
}

// The root is that of the tree in memory, however little memory there is and however often leaves are divided, and nothing is left on the disk.
func TestRoot(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 64, 1000, 40_000} {
		entries := randomEntries(n)
		whole := new(tree.Tree)
		if err := whole.Update(entries); err != nil {
			t.Fatal(err)
		}
		leaves := leavesOf(entries)
		for _, max := range []int{1, 7, 300, leavesInMemory} {
			fs := vfs.NewMem()
			got, err := rootOf(t, fs, leaves, max)
			if err != nil || got != whole.Root() {
				t.Errorf("%d leaves, %d in memory: %x, want %x, %v", n, max, got.Bytes(), whole.Root().Bytes(), err)
			}
			if left, err := fs.List(""); err != nil || len(left) != 0 {
				t.Errorf("%d leaves, %d in memory: %v is left, %v", n, max, left, err)
			}
		}
	}
}

// A leaf that is missing, twice, another one or under another key is noticed by the root, or refused.
func TestRootDiffers(t *testing.T) {
	const n = 3000
	right := leavesOf(randomEntries(n))
	for _, max := range []int{100, leavesInMemory} {
		want, err := rootOf(t, vfs.NewMem(), right, max)
		if err != nil {
			t.Fatal(err)
		}
		for name, change := range map[string]func(l []leaf) []leaf{
			"the last is missing":  func(l []leaf) []leaf { return l[:n-1] },
			"one is missing":       func(l []leaf) []leaf { return append(l[:7], l[8:]...) },
			"a foreign one":        func(l []leaf) []leaf { return append(l, leavesOf(randomEntries(1))...) },
			"one has another hash": func(l []leaf) []leaf { l[9].digest = l[10].digest; return l },
			"two are exchanged":    func(l []leaf) []leaf { l[9].digest, l[10].digest = l[10].digest, l[9].digest; return l },
			"one is twice":         func(l []leaf) []leaf { return append(l, l[11]) },
			"two under one key":    func(l []leaf) []leaf { l[12].key = l[13].key; return l },
		} {
			got, err := rootOf(t, vfs.NewMem(), change(append([]leaf(nil), right...)), max)
			if twice := strings.Contains(name, "twice") || strings.Contains(name, "one key"); twice != errors.Is(err, tree.ErrDuplicate) || (!twice && (err != nil || got == want)) {
				t.Errorf("%s, %d in memory: %x, %v", name, max, got.Bytes(), err)
			}
		}
		other := append([]leaf(nil), right...)
		rand.New(rand.NewPCG(5, 6)).Shuffle(n, func(i, j int) { other[i], other[j] = other[j], other[i] })
		if got, err := rootOf(t, vfs.NewMem(), other, max); err != nil || got != want {
			t.Errorf("in another order, %d in memory: %x, want %x, %v", max, got.Bytes(), want.Bytes(), err)
		}
	}
}

// A disk that fails at any operation ends with its error, and nothing is left.
func TestRootDiskFails(t *testing.T) {
	leaves := leavesOf(randomEntries(3000))
	full := errors.New("disk full")
	for stop := 0; ; stop += 41 {
		var lock sync.Mutex
		at, base := 0, vfs.NewMem()
		fs := errorfs.Wrap(base, errorfs.InjectorFunc(func(op errorfs.Op) error {
			lock.Lock()
			defer lock.Unlock()
			if op.Kind == errorfs.OpRemove || op.Kind == errorfs.OpRemoveAll || op.Kind == errorfs.OpFileClose {
				return nil
			}
			if at++; at-1 == stop {
				return full
			}
			return nil
		}))
		_, err := rootOf(t, fs, leaves, 10)
		if err == nil && stop >= at {
			if stop == 0 {
				t.Error("no operation")
			}
			return
		}
		if !errors.Is(err, full) {
			t.Fatalf("operation %d: %v", stop, err)
		}
		if left, err := base.List(""); err != nil || len(left) != 0 {
			t.Fatal(fmt.Errorf("operation %d: %v is left, %w", stop, left, err))
		}
	}
}
