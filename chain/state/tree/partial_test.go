package tree

import (
	"bytes"
	"errors"
	"testing"
)

// partial returns a world, its full tree, reads, writes, and the partial tree for them.
func partial(t testing.TB, seed uint64) (w *world, full *Tree, reads []Key, writes []Entry, wire []byte) {
	w, full = newWorld(seed), &Tree{}
	for range 8 {
		writes = w.writes(20)
		w.apply(writes)
		mustUpdate(t, full, writes)
	}
	full = rebuilt(t, full) // forget which nodes were looked at
	for range 4 {
		reads = append(reads, w.key())
	}
	for _, k := range reads {
		if _, _, err := full.Get(k); err != nil {
			t.Fatal(err)
		}
	}
	writes = w.writes(12)
	after := full.Clone()
	mustUpdate(t, after, writes)
	part, err := full.Visited()
	if err != nil {
		t.Fatal(err)
	}
	if part.Root() != full.Root() {
		t.Fatal("cutting changed the root")
	}
	return w, full, reads, writes, part.Encode()
}

func rebuilt(t testing.TB, tr *Tree) *Tree {
	t.Helper()
	out, err := Decode(tr.Encode())
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestPartialTreeDoesWhatTheFullTreeDoes(t *testing.T) {
	for seed := range uint64(80) {
		w, full, reads, writes, wire := partial(t, seed)
		part, err := Decode(wire)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if part.Root() != full.Root() {
			t.Fatalf("seed %d: root of the partial tree differs", seed)
		}
		for _, k := range reads {
			got, ok, err := part.Get(k)
			want, has := w.set[k]
			if err != nil || ok != has || got != want {
				t.Fatalf("seed %d: read: %v", seed, err)
			}
		}
		if err := part.Update(writes); err != nil {
			t.Fatalf("seed %d: update of the partial tree: %v", seed, err)
		}
		w.apply(writes)
		if part.Root() != referenceRoot(w.set) {
			t.Fatalf("seed %d: root after the writes differs", seed)
		}
		if !bytes.Equal(rebuiltBytes(t, wire), wire) {
			t.Fatalf("seed %d: the encoding is not unique", seed)
		}
	}
}

func rebuiltBytes(t testing.TB, wire []byte) []byte {
	t.Helper()
	tr, err := Decode(wire)
	if err != nil {
		t.Fatal(err)
	}
	return tr.Encode()
}

// TestPartialTreeRefusesWhatItCannotKnow drops one opaque digest's worth of knowledge
// at a time: no read or write may go through.
func TestPartialTreeRefusesWhatItCannotKnow(t *testing.T) {
	opaqueReads, opaqueWrites := 0, 0
	for seed := range uint64(40) {
		w, full, _, _, wire := partial(t, seed)
		part, err := Decode(wire)
		if err != nil {
			t.Fatal(err)
		}
		for _, k := range w.keys {
			got, ok, err := part.Get(k)
			if errors.Is(err, ErrOpaque) {
				opaqueReads++
			} else if want, has := w.set[k]; err != nil || ok != has || got != want {
				t.Fatalf("seed %d: a read of the partial tree is wrong: %v", seed, err)
			}
			write := []Entry{w.entry(k)}
			p, f := part.Clone(), full.Clone()
			if err := p.Update(write); errors.Is(err, ErrOpaque) {
				opaqueWrites++
				if p.Root() != full.Root() {
					t.Fatal("a refused write changed the tree")
				}
				continue
			} else if err != nil {
				t.Fatal(err)
			}
			mustUpdate(t, f, write)
			if p.Root() != f.Root() {
				t.Fatalf("seed %d: a write to the partial tree is wrong", seed)
			}
		}
	}
	if opaqueReads == 0 || opaqueWrites == 0 {
		t.Fatal("the test never met an opaque subtree")
	}
}

func TestDeletionBesideOpaqueIsRefused(t *testing.T) {
	a := Entry{Key: Key{0}, Kind: SlotLeaf, Value: [32]byte{1}}
	b := Entry{Key: Key{1 << 30}, Kind: SlotLeaf, Value: [32]byte{2}}
	tr := FromNode(&Node{kind: nodeBranch, left: newLeaf(&a), right: opaque(b.Hash())}, nil)
	if err := tr.Update([]Entry{deletion(a)}); !errors.Is(err, ErrOpaque) {
		t.Fatalf("got %v, want ErrOpaque", err)
	}
	tr.root.right = newLeaf(&b)
	mustUpdate(t, tr, []Entry{deletion(a)})
	if tr.Root() != b.Hash() {
		t.Fatal("the sibling did not take the place of the branch")
	}
}

func TestDecodeRefuses(t *testing.T) {
	leafAt := func(first uint32) []byte {
		return AppendEntry(nil, &Entry{Key: Key{first}, Kind: SlotLeaf, Value: [32]byte{1}})
	}
	l, r := leafAt(0), leafAt(1<<30)
	join := func(parts ...[]byte) []byte { return bytes.Join(parts, nil) }
	one := func(b byte) []byte { return []byte{b} }
	digest := func(first byte) []byte { return append([]byte{tagOpaque, first}, make([]byte, 31)...) }
	account := AppendEntry(nil, &Entry{Kind: AccountLeaf})
	long := bytes.Repeat(one(tagBranch), KeyBits+1)
	if _, err := Decode(join(one(tagBranch), l, r)); err != nil {
		t.Fatalf("the good tree: %v", err)
	}
	for name, b := range map[string][]byte{
		"nothing":                nil,
		"unknown tag":            one(5),
		"cut branch":             join(one(tagBranch), l),
		"trailing byte":          join(l, one(0)),
		"cut leaf":               l[:40],
		"leaf off its path":      join(one(tagBranch), r, l),
		"branch of nothing":      {tagBranch, 0, 0},
		"branch of one leaf":     join(one(tagBranch), l, one(0)),
		"branch of a right leaf": join(one(tagBranch), one(0), r),
		"opaque nothing":         digest(0),
		"element not below p":    digest(0x80),
		"cut digest":             digest(1)[:20],
		"zero value":             append(l[:33:33], make([]byte, 32)...),
		"key not canonical":      append([]byte{2, 0x7f, 0, 0, 1}, l[5:]...),
		"empty account":          account,
		"too deep":               long,
	} {
		if _, err := Decode(b); !errors.Is(err, ErrNotCanonical) {
			t.Errorf("%s: got %v, want ErrNotCanonical", name, err)
		}
	}
}

func TestEveryFlippedByteIsRefusedOrChangesTheRoot(t *testing.T) {
	_, full, _, _, wire := partial(t, 3)
	for i := range wire {
		bad := bytes.Clone(wire)
		bad[i] ^= 1 << (i % 8)
		tr, err := Decode(bad)
		if err == nil && tr.Root() == full.Root() {
			t.Fatalf("byte %d can be changed without changing the root", i)
		}
	}
	for i := range wire {
		if _, err := Decode(wire[:i]); !errors.Is(err, ErrNotCanonical) {
			t.Fatalf("cut at %d: got %v", i, err)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for seed := range uint64(4) {
		_, _, _, _, wire := partial(f, seed)
		f.Add(wire)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		tr, err := Decode(b)
		if err != nil {
			if !errors.Is(err, ErrNotCanonical) {
				t.Fatalf("unexpected error: %v", err)
			}
			return
		}
		if !bytes.Equal(tr.Encode(), b) {
			t.Fatal("decoded tree encodes differently")
		}
		w := newWorld(1)
		if err := tr.Update(w.writes(3)); err != nil && !errors.Is(err, ErrOpaque) {
			t.Fatalf("update: %v", err)
		}
		tr.Root()
	})
}
