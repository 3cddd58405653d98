package tree

import (
	"errors"
	"slices"
	"testing"
)

func TestRootIsTheReferenceRoot(t *testing.T) {
	for seed := range uint64(30) {
		w := newWorld(seed)
		var tr Tree
		for range 12 {
			writes := w.writes(12)
			w.apply(writes)
			mustUpdate(t, &tr, writes)
			if tr.Root() != referenceRoot(w.set) {
				t.Fatalf("seed %d: root differs from the reference with %d leaves", seed, len(w.set))
			}
			for _, k := range w.keys {
				got, ok, err := tr.Get(k)
				want, has := w.set[k]
				if err != nil || ok != has || got != want {
					t.Fatalf("seed %d: get %v: %v %v", seed, k, ok, err)
				}
			}
		}
	}
}

func TestRootDoesNotDependOnHistory(t *testing.T) {
	w := newWorld(99)
	var grown Tree
	for range 30 {
		writes := w.writes(10)
		w.apply(writes)
		mustUpdate(t, &grown, writes)
	}
	leaves := w.sorted()
	var once, single Tree
	mustUpdate(t, &once, leaves)
	slices.Reverse(leaves)
	for _, e := range leaves {
		mustUpdate(t, &single, []Entry{e})
	}
	if grown.Root() != once.Root() || grown.Root() != single.Root() {
		t.Fatal("the root depends on the order of writes")
	}
	for i := range leaves {
		leaves[i] = deletion(leaves[i])
	}
	mustUpdate(t, &grown, leaves)
	if !grown.Root().IsZero() || grown.root != nil {
		t.Fatal("deleting everything does not leave the empty tree")
	}
}

func deletion(e Entry) Entry {
	d := Entry{Key: e.Key, Kind: e.Kind}
	d.Account = d.Account.Normal()
	return d
}

func TestUpdateRefuses(t *testing.T) {
	w := newWorld(5)
	var tr Tree
	mustUpdate(t, &tr, []Entry{{Key: w.key(), Kind: SlotLeaf, Value: [32]byte{1}}})
	root := tr.Root()
	k := Key{1}
	cases := map[string]struct {
		writes []Entry
		want   error
	}{
		"duplicate": {[]Entry{{Key: k, Kind: SlotLeaf, Value: [32]byte{1}}, {Key: k, Kind: SlotLeaf}}, ErrDuplicate},
		"kind":      {[]Entry{{Key: k, Kind: 9}}, ErrKind},
	}
	for name, c := range cases {
		if err := tr.Update(c.writes); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", name, err, c.want)
		}
	}
	bad := Entry{Key: k, Kind: AccountLeaf}
	bad.Account.Nonce, bad.Account.CodeHash[0] = 1, 7
	if err := tr.Update([]Entry{bad}); err == nil {
		t.Error("an account with a code hash but no code was accepted")
	}
	if tr.Root() != root {
		t.Error("a refused update changed the tree")
	}
}

func TestUpdateHashesEachNodeOnce(t *testing.T) {
	w := newWorld(11)
	var tr Tree
	mustUpdate(t, &tr, w.writes(40))
	tr.Root()
	before := tr.root
	clone := tr.Clone()
	mustUpdate(t, clone, w.writes(5))
	if tr.root != before || clone.root.hashed {
		t.Fatal("update hashed eagerly or changed the old tree")
	}
	clone.Root()
	if !clone.root.hashed {
		t.Fatal("root is not remembered")
	}
}
