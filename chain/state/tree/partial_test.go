package tree

import (
	"bytes"
	"encoding/binary"
	"errors"
	"testing"

	"github.com/ashlar-labs/ashlar/chain/state"
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
	leaf := func(first uint32) []byte {
		b := make([]byte, slotBytes)
		binary.LittleEndian.PutUint32(b, first)
		b[slotBytes-1] = 1
		return b
	}
	account := func(change func(b []byte)) []byte {
		b := make([]byte, accountBytes)
		b[32] = 1 // nonce
		copy(b[72:], state.EmptyCodeHash[:])
		change(b)
		return b
	}
	l, r := leaf(0), leaf(1<<30)
	digest := func(first, second byte) []byte {
		b := make([]byte, DigestBytes)
		b[3], b[7] = first, second
		return b
	}
	wire := func(tags []byte, opaque uint32, rest ...[]byte) []byte {
		b := binary.LittleEndian.AppendUint32(nil, uint32(len(tags)))
		b = append(binary.LittleEndian.AppendUint32(b, opaque), tags...)
		return append(append(b, make([]byte, -len(tags)&7)...), bytes.Join(rest, nil)...)
	}
	change := func(b []byte, at int, v byte) []byte {
		b = bytes.Clone(b)
		b[at] = v
		return b
	}
	good := wire([]byte{tagBranch, 2, tagBranch, 4, 2}, 1, digest(1, 0), l, leaf(3<<29))
	for name, b := range map[string][]byte{
		"branch": good, "account": wire([]byte{1}, 0, account(func([]byte) {})), "empty": wire([]byte{0}, 0),
	} {
		if _, err := Decode(b); err != nil {
			t.Fatalf("good tree, %s: %v", name, err)
		}
	}
	for name, b := range map[string][]byte{
		"nothing":                nil,
		"cut head":               good[:7],
		"no tags":                wire(nil, 0),
		"unknown tag":            wire([]byte{5}, 0),
		"padding":                change(good, headBytes+5, 1),
		"more tags than bytes":   change(good, 2, 1),
		"huge number of tags":    change(good, 3, 255),
		"huge number of digests": change(good, 7, 255),
		"cut branch":             wire([]byte{tagBranch, 2}, 0, l),
		"trailing tag":           wire([]byte{2, 0}, 0, l),
		"trailing byte":          append(bytes.Clone(good), 0),
		"trailing digest":        wire([]byte{2}, 1, digest(1, 0), l),
		"missing digest":         wire([]byte{4}, 0, digest(1, 0)),
		"cut leaf":               wire([]byte{2}, 0, l[:40]),
		"cut account":            wire([]byte{1}, 0, account(func([]byte) {})[:100]),
		"leaf off its path":      wire([]byte{tagBranch, 2, 2}, 0, r, l),
		"leaf off in the middle": wire([]byte{tagBranch, 2, tagBranch, 4, 2}, 1, digest(1, 0), l, r),
		"branch of nothing":      wire([]byte{tagBranch, 0, 0}, 0),
		"branch of one leaf":     wire([]byte{tagBranch, 2, 0}, 0, l),
		"branch of a right leaf": wire([]byte{tagBranch, 0, 2}, 0, r),
		"opaque nothing":         wire([]byte{4}, 1, digest(0, 0)),
		"element not below p":    wire([]byte{4}, 1, digest(0x80, 0)),
		"later element":          wire([]byte{4}, 1, digest(1, 0x80)),
		"zero value":             wire([]byte{2}, 0, make([]byte, slotBytes)),
		"key not canonical":      wire([]byte{2}, 0, change(l, 31, 0x80)),
		"empty account":          wire([]byte{1}, 0, account(func(b []byte) { b[32] = 0 })),
		"code without hash":      wire([]byte{1}, 0, account(func(b []byte) { b[104] = 1 })),
		"hash without code":      wire([]byte{1}, 0, account(func(b []byte) { b[72] ^= 1 })),
		"code length above u32":  wire([]byte{1}, 0, account(func(b []byte) { b[72], b[104], b[108] = 1, 1, 1 })),
		"too deep":               wire(bytes.Repeat([]byte{tagBranch}, KeyBits+1), 0),
	} {
		if _, err := Decode(b); !errors.Is(err, ErrNotCanonical) {
			t.Errorf("%s: got %v, want ErrNotCanonical", name, err)
		}
	}
}

// TestAlignment: what the guest reads as words stands at multiples of 8.
func TestAlignment(t *testing.T) {
	for _, n := range []int{headBytes, DigestBytes, accountBytes, slotBytes} {
		if n%8 != 0 {
			t.Errorf("a part has %d bytes", n)
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
