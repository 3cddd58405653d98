package derive

import (
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/chain/state"
	"github.com/ashlar-labs/ashlar/chain/state/tree"
	"github.com/ashlar-labs/ashlar/rollup"
)

// The part of the tree that a witness carries answers the reads, takes the writes to the root that the whole tree gets, and knows nothing else.
func TestMemoryWitness(t *testing.T) {
	var genesis rollup.StateDiff
	for i := range byte(200) {
		genesis.Accounts = append(genesis.Accounts, account(i, 0, uint64(i)+1))
	}
	m, before, err := NewMemory(&genesis)
	if err != nil {
		t.Fatal(err)
	}
	change := rollup.StateDiff{Accounts: []rollup.AccountDiff{account(7, 8, 80), account(9, 10, 0), account(250, 0, 3)}}
	change.Accounts[2].Slots = []rollup.SlotDiff{{Slot: common.Hash{1}, After: common.Hash{2}}}
	writes := tree.Entries(state.DiffOf(&change))
	reads := []tree.Key{tree.AccountKey(common.Address{7}), tree.AccountKey(common.Address{40}), tree.AccountKey(common.Address{0xff})}
	part, err := m.Witness(reads, writes)
	if err != nil {
		t.Fatal(err)
	}
	if got := common.Hash(part.Root().Bytes()); got != before {
		t.Fatalf("root of the part %v, of the whole %v", got, before)
	}
	for i, there := range []bool{true, true, false} {
		if _, ok, err := part.Get(reads[i]); err != nil || ok != there {
			t.Errorf("read %d: there %v, %v", i, ok, err)
		}
	}
	unknown := 0
	for i := range byte(200) {
		if _, _, err := part.Get(tree.AccountKey(common.Address{i})); err != nil {
			unknown++
		}
	}
	if unknown < 100 {
		t.Errorf("only %d of 200 accounts are left out", unknown)
	}
	if err := part.Update(writes); err != nil {
		t.Fatal(err)
	}
	if root, err := m.Apply(1, &change); err != nil || root != common.Hash(part.Root().Bytes()) {
		t.Fatalf("the part comes to %x, the whole to %v, %v", part.Root().Bytes(), root, err)
	}
	// A second witness is of the new state, whatever the first one looked at.
	if part, err = m.Witness(reads[:1], nil); err != nil || common.Hash(part.Root().Bytes()) == before {
		t.Fatalf("second witness: %v", err)
	}
	e, ok, err := part.Get(reads[0])
	if err != nil || !ok || e == (tree.Entry{}) {
		t.Errorf("%+v, %v, %v", e, ok, err)
	}
}
