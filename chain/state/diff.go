package state

import (
	"bytes"
	"cmp"
	"slices"

	"github.com/ashlar-labs/ashlar/rollup"
)

// AccountChange is the new content of an account; an empty account deletes it.
type AccountChange struct {
	Addr    [20]byte
	Account Account
}

// SlotChange is the new content of a storage slot; zero deletes it.
type SlotChange struct {
	Addr  [20]byte
	Slot  [32]byte
	Value [32]byte
}

// CodeChange is code that the change refers to. Code is never deleted.
type CodeChange struct {
	Hash [32]byte
	Code []byte
}

// Diff is what a transaction, block or batch did to the state: the values after
// it. A key occurs at most once; [Diff.Normalize] makes it so.
type Diff struct {
	Accounts []AccountChange
	Slots    []SlotChange
	Codes    []CodeChange
}

// DiffOf is the values after a change of rollup's form, which is sorted and has each key once already.
func DiffOf(d *rollup.StateDiff) *Diff {
	out := &Diff{Accounts: make([]AccountChange, 0, len(d.Accounts)), Codes: make([]CodeChange, 0, len(d.Codes))}
	for i := range d.Accounts {
		a := &d.Accounts[i]
		if a.Before != a.After {
			out.Accounts = append(out.Accounts, AccountChange{Addr: a.Address, Account: a.After})
		}
		for k := range a.Slots {
			out.Slots = append(out.Slots, SlotChange{Addr: a.Address, Slot: a.Slots[k].Slot, Value: a.Slots[k].After})
		}
	}
	for i := range d.Codes {
		out.Codes = append(out.Codes, CodeChange{Hash: d.Codes[i].Hash, Code: d.Codes[i].Bytes})
	}
	return out
}

// Append adds the changes of a later diff; call [Diff.Normalize] before using the result.
func (d *Diff) Append(later *Diff) {
	d.Accounts = append(d.Accounts, later.Accounts...)
	d.Slots = append(d.Slots, later.Slots...)
	d.Codes = append(d.Codes, later.Codes...)
}

// Normalize sorts the changes by key and keeps the last one of each.
func (d *Diff) Normalize() {
	d.Accounts = lastOfEach(d.Accounts, func(a, b AccountChange) int { return bytes.Compare(a.Addr[:], b.Addr[:]) })
	d.Slots = lastOfEach(d.Slots, func(a, b SlotChange) int {
		return cmp.Or(bytes.Compare(a.Addr[:], b.Addr[:]), bytes.Compare(a.Slot[:], b.Slot[:]))
	})
	d.Codes = lastOfEach(d.Codes, func(a, b CodeChange) int { return bytes.Compare(a.Hash[:], b.Hash[:]) })
}

func lastOfEach[T any](in []T, compare func(a, b T) int) []T {
	slices.SortStableFunc(in, compare)
	out := in[:0]
	for i := range in {
		if i+1 == len(in) || compare(in[i], in[i+1]) != 0 {
			out = append(out, in[i])
		}
	}
	return out
}
