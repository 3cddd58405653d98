package tree

import (
	"github.com/ashlar-labs/ashlar/chain/state"
)

// Kind says what a leaf holds.
type Kind uint8

// The kinds of leaves.
const (
	AccountLeaf Kind = iota + 1
	SlotLeaf
)

// Entry is the content of a leaf, or a write to one. Only the field that the kind
// names is used. As a write, an empty account or a zero value deletes the leaf.
type Entry struct {
	Key     Key
	Kind    Kind
	Account state.Account // in normal form
	Value   [32]byte
}

// AccountEntry returns the leaf of an account.
func AccountEntry(addr [20]byte, a state.Account) Entry {
	return Entry{Key: AccountKey(addr), Kind: AccountLeaf, Account: a.Normal()}
}

// SlotEntry returns the leaf of a storage slot.
func SlotEntry(addr [20]byte, slot, value [32]byte) Entry {
	return Entry{Key: SlotKey(addr, slot), Kind: SlotLeaf, Value: value}
}

// Entries returns the writes of a normalized diff, in the order of the tree.
func Entries(d *state.Diff) []Entry {
	all := Writes(d)
	sorted := make([]Entry, len(all))
	for i, e := range inOrder(all) {
		sorted[i] = *e
	}
	return sorted
}

// Writes returns the writes of a normalized diff in no particular order, as [Tree.Update] takes them.
func Writes(d *state.Diff) []Entry {
	out := make([]Entry, len(d.Accounts)+len(d.Slots))
	for i := range d.Accounts {
		a, e := &d.Accounts[i], &out[i]
		e.Key.setAccount(&a.Addr)
		e.Kind, e.Account = AccountLeaf, a.Account
		if e.Account.CodeLen == 0 && e.Account.CodeHash == ([32]byte{}) {
			e.Account.CodeHash = state.EmptyCodeHash
		}
	}
	for i := range d.Slots {
		s, e := &d.Slots[i], &out[len(d.Accounts)+i]
		e.Key.setSlot(&s.Addr, &s.Slot)
		e.Kind, e.Value = SlotLeaf, s.Value
	}
	return out
}

// IsDeletion reports whether the entry, as a write, removes its leaf.
func (e *Entry) IsDeletion() bool {
	if e.Kind == AccountLeaf {
		return e.Account.IsEmpty()
	}
	return e.Value == [32]byte{}
}

// Check refuses an entry that no leaf can hold and no write can mean.
func (e *Entry) Check() error {
	switch e.Kind {
	case AccountLeaf:
		return e.Account.Check()
	case SlotLeaf:
		return nil
	default:
		return ErrKind
	}
}
