package store

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"

	"github.com/ashlar-labs/ashlar/chain/state/keyspace"
	"github.com/ashlar-labs/ashlar/chain/state/tree"
	"github.com/ashlar-labs/ashlar/stark/field"
)

type quiet struct{}

func (quiet) Infof(string, ...any)           {}
func (quiet) Errorf(string, ...any)          {}
func (quiet) Fatalf(format string, a ...any) { panic(fmt.Sprintf(format, a...)) }

func openMem(t testing.TB, fs vfs.FS, window uint64) (*Store, *pebble.DB) {
	t.Helper()
	db, err := pebble.Open("db", &pebble.Options{FS: fs, Logger: quiet{}})
	if err != nil {
		t.Fatal(err)
	}
	s, err := Open(db, Config{Window: window})
	if err != nil {
		t.Fatal(err)
	}
	return s, db
}

// randomWrites returns writes to few keys, often neighbours, a third of them deletions.
func randomWrites(rng *rand.Rand, n int) []tree.Entry {
	seen := map[tree.Key]bool{}
	var out []tree.Entry
	for range rng.IntN(n) {
		var k tree.Key
		switch rng.IntN(3) {
		case 0: // deep neighbours
			k[0], k[2] = 5<<20, uint32(rng.IntN(2))
			k[7] = uint32(rng.IntN(4))
		case 1: // around the edges of pages
			k[0] = uint32(rng.IntN(64)) << 25 & (field.Modulus - 1)
		default:
			k[0] = uint32(rng.IntN(1<<12)) << 18
		}
		if seen[k] || k[0] >= field.Modulus {
			continue
		}
		seen[k] = true
		e := tree.Entry{Key: k, Kind: tree.SlotLeaf}
		if rng.IntN(3) != 0 {
			e.Value[rng.IntN(32)] = byte(1 + rng.IntN(255))
		}
		out = append(out, e)
	}
	return out
}

// history is a store and the same versions in memory.
type history struct {
	store *Store
	db    *pebble.DB
	trees map[uint64]*tree.Tree
	last  uint64
	rng   *rand.Rand
}

func (h *history) step(t testing.TB, n int) {
	t.Helper()
	writes := randomWrites(h.rng, n)
	now := h.trees[h.last].Clone()
	if err := now.Update(writes); err != nil {
		t.Fatal(err)
	}
	root, err := h.store.Apply(h.last+1, writes)
	if err != nil {
		t.Fatal(err)
	}
	if root != now.Root() {
		t.Fatalf("version %d: the stored tree has another root", h.last+1)
	}
	h.last++
	h.trees[h.last] = now
}

func grown(t testing.TB, window uint64, seed uint64, versions int) *history {
	t.Helper()
	s, db := openMem(t, vfs.NewMem(), window)
	h := &history{store: s, db: db, trees: map[uint64]*tree.Tree{2: {}}, last: 2, rng: rand.New(rand.NewPCG(seed, 3))}
	if _, err := s.Apply(2, nil); err != nil {
		t.Fatal(err)
	}
	for range versions {
		h.step(t, 40)
	}
	return h
}

// pages returns how many pages are stored.
func pages(t testing.TB, db *pebble.DB) (n int) {
	t.Helper()
	iter, err := db.NewIter(&pebble.IterOptions{LowerBound: []byte(keyspace.Page), UpperBound: keyspace.End([]byte(keyspace.Page))})
	if err != nil {
		t.Fatal(err)
	}
	for iter.First(); iter.Valid(); iter.Next() {
		n++
	}
	if err := iter.Close(); err != nil {
		t.Fatal(err)
	}
	return n
}

// reachable adds the pages of a version to set.
func reachable(t testing.TB, s *Store, version uint64, set map[string]bool) {
	t.Helper()
	r, err := s.record(version)
	if err != nil {
		t.Fatal(err)
	}
	var path tree.Key
	var walk func(depth int, version uint64)
	walk = func(depth int, version uint64) {
		set[string(pageKey(depth, &path, version))] = true
		n, err := source{s}.Load(depth, &path, version)
		if err != nil {
			t.Fatal(err)
		}
		if err := eachEdge(n, depth, depth+pageLevels, &path, func(e *tree.Node) error {
			v, _ := e.Ref()
			walk(depth+pageLevels, v)
			return nil
		}); err != nil {
			t.Fatal(err)
		}
	}
	walk(0, r.page)
}

func (h *history) checkNoLeak(t testing.TB, oldest uint64) {
	t.Helper()
	set := map[string]bool{}
	for v := oldest; v <= h.last; v++ {
		reachable(t, h.store, v, set)
	}
	if n := pages(t, h.db); n != len(set) {
		t.Fatalf("%d pages stored, %d needed", n, len(set))
	}
}

func TestVersionsInTheWindowStayProvable(t *testing.T) {
	for _, window := range []uint64{1, 2, 7, 100} {
		h := grown(t, window, window, 30)
		oldest, last, ok, err := h.store.Versions()
		if err != nil || !ok || last != h.last || oldest != max(2, h.last+1-min(window, h.last)) {
			t.Fatalf("window %d: versions %d to %d (%v)", window, oldest, last, err)
		}
		h.checkNoLeak(t, oldest)
		for v := uint64(2); v <= h.last; v++ {
			root, err := h.store.Root(v)
			if v < oldest {
				if !errors.Is(err, ErrUnknownVersion) {
					t.Fatalf("version %d left the window: %v", v, err)
				}
				continue
			}
			if err != nil || root != h.trees[v].Root() {
				t.Fatalf("root of version %d: %v", v, err)
			}
			for _, e := range randomWrites(h.rng, 20) {
				h.checkProof(t, v, root, e.Key)
			}
		}
		if err := h.db.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func (h *history) checkProof(t testing.TB, v uint64, root tree.Digest, key tree.Key) {
	t.Helper()
	p, err := h.store.Prove(v, key)
	if err != nil {
		t.Fatal(err)
	}
	got, ok, err := tree.VerifyProof(root, key, p)
	if err != nil {
		t.Fatal(err)
	}
	want, has, err := h.trees[v].Get(key)
	if err != nil || ok != has || got != want {
		t.Fatalf("version %d proves something else", v)
	}
}

func TestWitnessDoesTheBatch(t *testing.T) {
	h := grown(t, 100, 5, 12)
	defer h.db.Close()
	for range 40 {
		v := 2 + h.rng.Uint64N(h.last-1)
		var reads []tree.Key
		for _, e := range randomWrites(h.rng, 10) {
			reads = append(reads, e.Key)
		}
		writes := randomWrites(h.rng, 20)
		part, err := h.store.Witness(v, reads, writes)
		if err != nil {
			t.Fatal(err)
		}
		if part, err = tree.Decode(part.Encode()); err != nil {
			t.Fatal(err)
		}
		if part.Root() != h.trees[v].Root() {
			t.Fatal("witness has another root")
		}
		for _, k := range reads {
			got, ok, err := part.Get(k)
			want, has, _ := h.trees[v].Get(k)
			if err != nil || ok != has || got != want {
				t.Fatalf("witness reads something else: %v", err)
			}
		}
		after := h.trees[v].Clone()
		if err := after.Update(writes); err != nil {
			t.Fatal(err)
		}
		if err := part.Update(writes); err != nil {
			t.Fatal(err)
		}
		if part.Root() != after.Root() {
			t.Fatal("witness writes something else")
		}
	}
	if _, err := h.store.Witness(h.last+1, nil, nil); !errors.Is(err, ErrUnknownVersion) {
		t.Fatalf("witness of an unknown version: %v", err)
	}
}

func TestApplyAgain(t *testing.T) {
	h := grown(t, 3, 6, 5)
	defer h.db.Close()
	writes := randomWrites(h.rng, 60)
	root, err := h.store.Apply(h.last+1, writes)
	if err != nil {
		t.Fatal(err)
	}
	before := pages(t, h.db)
	slices.Reverse(writes)
	again, err := h.store.Apply(h.last+1, writes)
	if err != nil || again != root || pages(t, h.db) != before {
		t.Fatalf("the same version again: %v", err)
	}
	if _, err := h.store.Apply(h.last+1, writes[1:]); !errors.Is(err, ErrConflict) {
		t.Fatalf("other writes: %v", err)
	}
	for _, v := range []uint64{0, h.last, h.last + 3} {
		if _, err := h.store.Apply(v, writes); !errors.Is(err, ErrOrder) {
			t.Fatalf("version %d: %v", v, err)
		}
	}
	if _, err := h.store.Apply(h.last+2, append(writes, writes[0])); !errors.Is(err, tree.ErrDuplicate) {
		t.Fatalf("duplicate write: %v", err)
	}
}

func TestRollback(t *testing.T) {
	h := grown(t, 10, 7, 20)
	defer h.db.Close()
	back := h.last - 6
	if err := h.store.Rollback(h.last - 10); !errors.Is(err, ErrUnknownVersion) {
		t.Fatalf("rollback out of the window: %v", err)
	}
	if err := h.store.Rollback(back); err != nil {
		t.Fatal(err)
	}
	if _, err := h.store.Root(back + 1); !errors.Is(err, ErrUnknownVersion) {
		t.Fatalf("a version rolled back is there: %v", err)
	}
	oldest := h.last - 9
	h.last = back
	h.checkNoLeak(t, oldest)
	for range 8 { // another future
		h.step(t, 40)
	}
	h.checkNoLeak(t, h.last-9)
}

func TestLoadIsApply(t *testing.T) {
	for _, n := range []int{0, 1, 2, 40, 3000} {
		rng := rand.New(rand.NewPCG(uint64(n), 1))
		var leaves []tree.Entry
		for _, e := range randomWrites(rng, n+1) {
			if !e.IsDeletion() {
				leaves = append(leaves, e)
			}
		}
		slices.SortFunc(leaves, func(a, b tree.Entry) int { return a.Key.Compare(&b.Key) })
		loaded, db1 := openMem(t, vfs.NewMem(), 5)
		applied, db2 := openMem(t, vfs.NewMem(), 5)
		root1, err1 := loaded.Load(0, slices.Values(leaves))
		root2, err2 := applied.Apply(0, leaves)
		if err1 != nil || err2 != nil || root1 != root2 || pages(t, db1) != pages(t, db2) {
			t.Fatalf("%d leaves: load differs from apply: %v %v", n, err1, err2)
		}
		more := randomWrites(rng, 50)
		root1, err1 = loaded.Apply(1, more)
		root2, err2 = applied.Apply(1, more)
		if err1 != nil || err2 != nil || root1 != root2 {
			t.Fatalf("%d leaves: after load, apply differs: %v %v", n, err1, err2)
		}
		if _, err := loaded.Load(2, slices.Values(leaves)); !errors.Is(err, ErrOrder) {
			t.Fatalf("load into a full store: %v", err)
		}
		if err := errors.Join(db1.Close(), db2.Close()); err != nil {
			t.Fatal(err)
		}
	}
}

func TestLoadRefuses(t *testing.T) {
	s, db := openMem(t, vfs.NewMem(), 5)
	defer db.Close()
	leaf := func(k, v byte) tree.Entry {
		return tree.Entry{Key: tree.Key{uint32(k)}, Kind: tree.SlotLeaf, Value: [32]byte{v}}
	}
	for name, leaves := range map[string][]tree.Entry{
		"unsorted": {leaf(2, 1), leaf(1, 1)},
		"twice":    {leaf(2, 1), leaf(2, 2)},
		"zero":     {leaf(2, 1), leaf(3, 0)},
		"kind":     {{Kind: 7}},
	} {
		if _, err := s.Load(0, slices.Values(leaves)); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	if _, _, ok, err := s.Versions(); ok || err != nil {
		t.Fatalf("a refused load left a version: %v", err)
	}
}

// A version that was prepared is not there before it is committed, and cannot be after another one has come.
func TestPreparedVersion(t *testing.T) {
	h := grown(t, 8, 5, 3)
	writes, others := randomWrites(h.rng, 40), randomWrites(h.rng, 40)
	next, err := h.store.Prepare(h.last+1, writes)
	if err != nil {
		t.Fatal(err)
	}
	if _, last, _, err := h.store.Versions(); err != nil || last != h.last {
		t.Fatalf("version %d before the commit of %d, %v", last, h.last+1, err)
	}
	again, err := h.store.Prepare(h.last+1, writes)
	if err != nil || again.Root != next.Root {
		t.Fatalf("prepared again: %v, %v", again, err)
	}
	other, err := h.store.Prepare(h.last+1, others)
	if err != nil || other.Root == next.Root {
		t.Fatalf("other writes: %v, %v", other, err)
	}
	if err := next.Commit(); err != nil {
		t.Fatal(err)
	}
	if root, err := h.store.Root(h.last + 1); err != nil || root != next.Root {
		t.Fatalf("root %v, %v", root, err)
	}
	for _, late := range []*Next{again, other} {
		if err := late.Commit(); !errors.Is(err, ErrOrder) {
			t.Errorf("a second version %d: %v", h.last+1, err)
		}
	}
	if root, err := h.store.Apply(h.last+1, writes); err != nil || root != next.Root {
		t.Errorf("applied again: %v, %v", root, err)
	}
	if root, err := h.store.Apply(h.last+2, others); err != nil {
		t.Errorf("the one after it: %v, %v", root, err)
	}
}
