package flat

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"slices"

	"github.com/cockroachdb/pebble/v2"
	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/chain/state"
	"github.com/ashlar-labs/ashlar/chain/state/keyspace"
)

// Accounts iterates over the accounts of the state after a block, by address, from start on. A commit during the iteration does not disturb it: what is seen is looked up as of the block.
func (m *Mirror) Accounts(number uint64, start common.Address) iter.Seq2[common.Address, error] {
	return func(yield func(common.Address, error) bool) {
		m.walk(number, nil, start[:], func(id, _ []byte, err error) bool {
			if err != nil {
				return yield(common.Address{}, err)
			}
			return yield(common.Address(id), nil)
		})
	}
}

// Slots iterates over the slots of an account that are not zero after a block, in order, from start on.
func (m *Mirror) Slots(number uint64, addr common.Address, start common.Hash) iter.Seq2[common.Hash, error] {
	return func(yield func(common.Hash, error) bool) {
		m.walk(number, addr[:], start[:], func(id, _ []byte, err error) bool {
			if err != nil {
				return yield(common.Hash{}, err)
			}
			return yield(common.Hash(id[accountID:]), nil)
		})
	}
}

// Count is how many accounts and slots the last state has, which may be one that is being made ([Mirror.Build]). It reads all of them.
func (m *Mirror) Count() (accounts, slots uint64, err error) {
	for table, n := range map[string]*uint64{keyspace.Account: &accounts, keyspace.Slot: &slots} {
		it, err := m.db.NewIter(&pebble.IterOptions{LowerBound: []byte(table), UpperBound: keyspace.End([]byte(table))})
		if err != nil {
			return 0, 0, fmt.Errorf("count the flat state: %w", err)
		}
		for ok := it.First(); ok; ok = it.Next() {
			*n++
		}
		if err := it.Close(); err != nil { // what ended the iteration, too
			return 0, 0, fmt.Errorf("count the flat state: %w", err)
		}
	}
	return accounts, slots, nil
}

// AccountRecord is an account and whose it is.
type AccountRecord struct {
	Address common.Address
	Account state.Account
}

// AccountRecords is [Mirror.Accounts] from the first on, with what each holds. It does not use what is kept in memory, and keeps nothing there.
func (m *Mirror) AccountRecords(number uint64) iter.Seq2[AccountRecord, error] {
	return func(yield func(AccountRecord, error) bool) {
		m.walk(number, nil, nil, func(id, value []byte, err error) bool {
			r := AccountRecord{}
			if err == nil {
				r.Address = common.Address(id)
				r.Account, err = decodeAccount(value)
			}
			return yield(r, err)
		})
	}
}

// SlotRecord is a slot and what it holds.
type SlotRecord struct{ Slot, Value common.Hash }

// SlotRecords is [Mirror.Slots] from the first on, with what each holds, as [Mirror.AccountRecords].
func (m *Mirror) SlotRecords(number uint64, addr common.Address) iter.Seq2[SlotRecord, error] {
	return func(yield func(SlotRecord, error) bool) {
		m.walk(number, addr[:], nil, func(id, value []byte, err error) bool {
			r := SlotRecord{}
			if err == nil {
				r.Slot = common.Hash(id[accountID:])
				r.Value, err = decodeSlot(value)
			}
			return yield(r, err)
		})
	}
}

// walk visits the ids and values under a prefix that have a value after the block: those of the latest table and, for what was deleted since, those of the history.
func (m *Mirror) walk(number uint64, prefix, start []byte, visit func(id, value []byte, err error) bool) {
	at, err := m.At(number)
	if err != nil {
		visit(nil, nil, err)
		return
	}
	latest, history, length := keyspace.Account, keyspace.AccountHistory, accountID
	if len(prefix) > 0 {
		latest, history, length = keyspace.Slot, keyspace.SlotHistory, slotID
	}
	w := &walker{length: length}
	for _, table := range []string{latest, history} {
		under := append([]byte(table), prefix...)
		it, err := m.db.NewIter(&pebble.IterOptions{LowerBound: append(slices.Clone(under), start...), UpperBound: keyspace.End(under)})
		if err != nil {
			visit(nil, nil, errorOf(err, w.close()))
			return
		}
		it.First()
		w.tables = append(w.tables, it)
	}
	for id := w.next(); id != nil; id = w.next() {
		value, err := at.(*past).value(id)
		if err != nil {
			visit(nil, nil, err)
			break
		}
		if len(value) > 0 && !visit(id, value, nil) {
			break
		}
	}
	if err := w.close(); err != nil {
		visit(nil, nil, fmt.Errorf("walk the flat state: %w", err))
	}
}

// walker merges the ids of tables whose keys are two bytes, an id and perhaps a block number.
type walker struct {
	tables []*pebble.Iterator
	length int
}

// next is the least id that was not given yet; it moves every table past it.
func (w *walker) next() (id []byte) {
	for _, it := range w.tables {
		if it.Valid() {
			if k := it.Key()[2 : 2+w.length]; id == nil || bytes.Compare(k, id) < 0 {
				id = slices.Clone(k)
			}
		}
	}
	for _, it := range w.tables {
		if it.Valid() && bytes.Equal(it.Key()[2:2+w.length], id) {
			after := append(slices.Clone(it.Key()[:2+w.length]), bytes.Repeat([]byte{0xff}, 9)...)
			it.SeekGE(after)
		}
	}
	return id
}

func (w *walker) close() (first error) {
	for _, it := range w.tables {
		first = errorOf(first, it.Close())
	}
	w.tables = nil
	return first
}

func errorOf(first, then error) error {
	if first != nil {
		return first
	}
	return then
}

// ChangedAccounts are the accounts whose record or storage a block changed, by address.
func (m *Mirror) ChangedAccounts(number uint64) ([]common.Address, error) {
	list, ok, err := m.get(keyspace.Numbered(keyspace.Changes, number))
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, fmt.Errorf("%w: changes of %d", ErrUnknownBlock, number)
	}
	ids, err := changedIDs(list)
	if err != nil {
		return nil, err
	}
	out := make([]common.Address, 0, len(ids))
	for _, id := range ids {
		out = append(out, common.Address(id[:accountID]))
	}
	slices.SortFunc(out, common.Address.Cmp)
	return slices.Compact(out), nil
}

// Changed is what the blocks after one block, up to another, changed: each key once, with the value after the last of them, sorted. Changes that are not kept are
// [ErrUnknownBlock]; more than limit of them, a key counted once a block, are [ErrTooManyChanges].
func (m *Mirror) Changed(ctx context.Context, after, to uint64, limit int) (*state.Diff, error) {
	seen, out := map[string]struct{}{}, new(state.Diff)
	for n := after + 1; n <= to; n++ {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		list, ok, err := m.get(keyspace.Numbered(keyspace.Changes, n))
		if err != nil {
			return nil, err
		}
		if !ok {
			return nil, fmt.Errorf("%w: changes of %d", ErrUnknownBlock, n)
		}
		ids, err := changedIDs(list)
		if err != nil {
			return nil, err
		}
		if limit -= len(ids); limit < 0 {
			return nil, fmt.Errorf("%w: blocks %d to %d", ErrTooManyChanges, after+1, to)
		}
		for _, id := range ids {
			seen[string(id)] = struct{}{}
		}
	}
	at := &past{mirror: m, number: to}
	for id := range seen {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		value, err := at.value([]byte(id))
		if err != nil {
			return nil, err
		}
		if err := appendChanged(out, id, value); err != nil {
			return nil, err
		}
	}
	out.Normalize()
	return out, nil
}

// appendChanged adds the value of an account or a slot to a diff; no value is the empty account, or zero.
func appendChanged(d *state.Diff, id string, value []byte) error {
	addr := [20]byte([]byte(id[:accountID]))
	if len(id) == accountID {
		account, err := decodeAccount(value)
		d.Accounts = append(d.Accounts, state.AccountChange{Addr: addr, Account: account})
		return err
	}
	slot, err := decodeSlot(value)
	d.Slots = append(d.Slots, state.SlotChange{Addr: addr, Slot: [32]byte([]byte(id[accountID:])), Value: slot})
	return err
}
