package tree

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/ashlar-labs/ashlar/chain/state"
	"github.com/ashlar-labs/ashlar/stark/field"
)

// referenceRoot computes the root from the definition in the package doc.
func referenceRoot(set map[Key]Entry) Digest {
	all := make([]Entry, 0, len(set))
	for _, e := range set {
		all = append(all, e)
	}
	return referenceNode(all, 0)
}

func referenceNode(all []Entry, depth int) Digest {
	if len(all) == 0 {
		return Digest{}
	}
	if len(all) == 1 {
		return all[0].Hash()
	}
	var side [2][]Entry
	for _, e := range all {
		b := e.Key.Bit(depth)
		side[b] = append(side[b], e)
	}
	l, r := referenceNode(side[0], depth+1), referenceNode(side[1], depth+1)
	var out Digest
	nodeHash(&out, &l, &r)
	return out
}

// world makes random writes whose keys often share long prefixes and often repeat.
type world struct {
	rng  *rand.Rand
	keys []Key
	set  map[Key]Entry
}

func newWorld(seed uint64) *world {
	return &world{rng: rand.New(rand.NewPCG(seed, 7)), set: map[Key]Entry{}}
}

func (w *world) key() Key {
	switch n := len(w.keys); {
	case n > 0 && w.rng.IntN(3) == 0: // a key already used
		return w.keys[w.rng.IntN(n)]
	case n > 0 && w.rng.IntN(2) == 0: // a neighbour: one bit differs
		k := w.keys[w.rng.IntN(n)]
		bit := w.rng.IntN(KeyBits)
		if w.rng.IntN(4) == 0 {
			bit = KeyBits - 1
		}
		k.flip(bit)
		if k[bit/field.Bits] >= field.Modulus {
			k.flip(bit)
		}
		w.keys = append(w.keys, k)
		return k
	}
	var k Key
	for i := range k {
		k[i] = w.rng.Uint32N(field.Modulus)
	}
	w.keys = append(w.keys, k)
	return k
}

func (w *world) entry(k Key) Entry {
	e := Entry{Key: k, Kind: SlotLeaf}
	if k[7]&2 == 0 {
		e.Kind = AccountLeaf
		e.Account.CodeHash = state.EmptyCodeHash
	}
	if w.rng.IntN(3) == 0 {
		return e // a deletion
	}
	if e.Kind == AccountLeaf {
		e.Account.Nonce = w.rng.Uint64N(3)
		e.Account.Balance.SetUint64(1 + w.rng.Uint64N(3))
		if w.rng.IntN(2) == 0 {
			e.Account.CodeHash, e.Account.CodeLen = [32]byte{byte(w.rng.IntN(256)), 1}, 5
		}
	} else {
		e.Value[w.rng.IntN(32)] = byte(1 + w.rng.IntN(255))
	}
	return e
}

// writes returns up to n writes to distinct keys, in random order.
func (w *world) writes(n int) []Entry {
	seen := map[Key]bool{}
	var out []Entry
	for range 1 + w.rng.IntN(n) {
		k := w.key()
		if !seen[k] {
			seen[k] = true
			out = append(out, w.entry(k))
		}
	}
	return out
}

func (w *world) apply(writes []Entry) {
	for _, e := range writes {
		if e.IsDeletion() {
			delete(w.set, e.Key)
		} else {
			w.set[e.Key] = e
		}
	}
}

func (w *world) sorted() []Entry {
	var out []Entry
	for _, e := range w.set {
		out = append(out, e)
	}
	slices.SortFunc(out, func(a, b Entry) int { return a.Key.Compare(&b.Key) })
	return out
}

func mustUpdate(t testing.TB, tr *Tree, writes []Entry) {
	t.Helper()
	if err := tr.Update(writes); err != nil {
		t.Fatal(err)
	}
}
