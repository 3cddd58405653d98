package stf

import (
	"bytes"
	"cmp"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/rollup"
)

// vanishing is the wei that the running transaction destroys, if it ends here: given up by SELFDESTRUCT to oneself, or held by accounts that are deleted.
func (db *stateDB) vanishing() uint256.Int {
	total := db.burnt
	for _, a := range db.dirty[spanTx] {
		if a.destructed {
			total.Add(&total, a.balance)
		}
	}
	return total
}

// finishTx ends the transaction: accounts that were destructed or are empty vanish (EIP-6780, EIP-161), storage included.
func (db *stateDB) finishTx() {
	for _, a := range db.dirty[spanTx] {
		if a.destructed {
			a.fields = emptyFields()
			for i := range a.slots.slots {
				if s := a.slots.slots[i].value; s != nil && s.loaded && s.value != (common.Hash{}) {
					db.noteSlot(a, s)
					s.value = common.Hash{}
				}
			}
		}
		a.created, a.destructed = false, false
		a.exists = !a.isEmpty()
	}
	db.logIndex += uint(len(db.logs))
	db.journal = db.journal[:0]
}

// txSize is the number of pubdata bytes of what the running transaction changed so far, as if it ended here, without the balance of exempt.
func (db *stateDB) txSize(exempt common.Address) uint64 {
	n := 0
	var codes []common.Hash // counted, for each counts once
	for _, a := range db.dirty[spanTx] {
		before, after := &a.start[spanTx], &a.fields
		if a.destructed {
			gone := emptyFields()
			after = &gone
		}
		d := rollup.RecordDiff{NonceBefore: before.nonce, NonceAfter: after.nonce, BalanceBefore: before.balance, BalanceAfter: after.balance}
		if a.address == exempt {
			d.BalanceAfter = before.balance
		}
		d.NewCode = before.codeHash != after.codeHash
		slots := 0
		for _, s := range a.dirtySlots[spanTx] {
			value := &s.value
			if a.destructed {
				value = new(common.Hash)
			}
			if *value != s.start[spanTx] {
				slots += rollup.SlotSize(s.key.byteLen(), &s.start[spanTx], value)
			}
		}
		if slots == 0 && d.NonceBefore == d.NonceAfter && !d.NewCode && d.BalanceBefore.Eq(d.BalanceAfter) {
			continue
		}
		d.Deleted = d.NonceAfter == 0 && d.BalanceAfter.IsZero() && after.codeHash == rollupEmptyCode && !before.isEmpty()
		n += rollup.RecordSize(&d) + slots
		if d.NewCode && after.codeHash != rollupEmptyCode && !slices.Contains(codes, after.codeHash) {
			codes = append(codes, after.codeHash)
			n += rollup.CodeSize(len(after.code))
		}
	}
	return uint64(n)
}

// spanDiff is the net change since the block's or the batch's start, in the order of rollup.StateDiff; between transactions only.
func (db *stateDB) spanDiff(n span) (d rollup.StateDiff) {
	slices.SortFunc(db.dirty[n], func(x, y *account) int {
		if x.order != y.order {
			return cmp.Compare(x.order, y.order)
		}
		return x.key.compare(&y.key)
	})
	for _, a := range db.dirty[n] {
		before, after := a.start[n], a.fields
		entry := rollup.AccountDiff{Address: a.address, Before: before.record(), After: after.record()}
		slices.SortFunc(a.dirtySlots[n], func(x, y *slot) int { return x.key.compare(&y.key) })
		for _, s := range a.dirtySlots[n] {
			if s.value != s.start[n] {
				entry.Slots = append(entry.Slots, rollup.SlotDiff{Slot: s.key.hash(), Before: s.start[n], After: s.value})
			}
		}
		if len(entry.Slots) == 0 && before.same(&after) {
			continue
		}
		d.Accounts = append(d.Accounts, entry)
		if after.codeHash != before.codeHash && after.codeHash != rollupEmptyCode {
			d.Codes = append(d.Codes, rollup.Code{Hash: after.codeHash, Bytes: db.readCode(a)})
		}
	}
	slices.SortFunc(d.Codes, func(x, y rollup.Code) int { return bytes.Compare(x.Hash[:], y.Hash[:]) })
	d.Codes = slices.CompactFunc(d.Codes, func(x, y rollup.Code) bool { return x.Hash == y.Hash })
	return d
}
