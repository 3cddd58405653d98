package flat

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/cockroachdb/pebble/v2"

	"github.com/ashlar-labs/ashlar/chain/state"
	"github.com/ashlar-labs/ashlar/chain/state/keyspace"
)

// Commit adds the changes of a block to batch, which the caller commits; one batch may
// hold one block. The first block of an empty mirror may have any number, later ones
// follow one by one: a number that is there already is [ErrCommitted], a gap [ErrOrder].
// The diff must be normalized.
func (m *Mirror) Commit(number uint64, d *state.Diff, batch *pebble.Batch) error {
	head, ok, err := m.Head()
	switch {
	case err != nil:
		return err
	case ok && number <= head:
		return fmt.Errorf("%w: block %d, last is %d", ErrCommitted, number, head)
	case ok && number != head+1:
		return fmt.Errorf("%w: block %d, last is %d", ErrOrder, number, head)
	}
	c := committer{mirror: m, number: number, batch: batch}
	for i := range d.Accounts {
		if err := c.account(&d.Accounts[i]); err != nil {
			return fmt.Errorf("account change %d: %w", i, err)
		}
	}
	for i := range d.Slots {
		if err := c.slot(&d.Slots[i]); err != nil {
			return fmt.Errorf("slot change %d: %w", i, err)
		}
	}
	if err := setCodes(d, batch); err != nil {
		return err
	}
	if err := batch.Set(keyspace.Numbered(keyspace.Changes, number), c.changes, nil); err != nil {
		return err
	}
	if !ok {
		if err := batch.Set([]byte(keyspace.Floor), binary.BigEndian.AppendUint64(nil, number), nil); err != nil {
			return err
		}
	}
	m.cache.begin(d) // up to here the batch cannot be visible, and what was there is the old value
	return batch.Set([]byte(keyspace.Head), binary.BigEndian.AppendUint64(nil, number), nil)
}

// Build adds changes to batch for a mirror that is being made: the values, and no block and no history. Until [Mirror.Begin] the mirror
// has no block; readers see what was built.
func (m *Mirror) Build(d *state.Diff, batch *pebble.Batch) error {
	if head, ok, err := m.Head(); err != nil || ok {
		return errors.Join(err, fmt.Errorf("%w: the mirror has block %d", ErrOrder, head))
	}
	put := func(id, value []byte) error {
		key := append([]byte(latestTable(id)), id...)
		if len(value) == 0 {
			return batch.Delete(key, nil)
		}
		return batch.Set(key, value, nil)
	}
	for i := range d.Accounts {
		a := &d.Accounts[i]
		if !a.Account.IsEmpty() {
			normal := a.Account.Normal()
			if err := normal.Check(); err != nil {
				return fmt.Errorf("account change %d: %w", i, err)
			}
		}
		if err := put(a.Addr[:], accountValue(&a.Account)); err != nil {
			return err
		}
	}
	for i := range d.Slots {
		s := &d.Slots[i]
		if err := put(append(s.Addr[:len(s.Addr):len(s.Addr)], s.Slot[:]...), slotValue(&s.Value)); err != nil {
			return err
		}
	}
	return setCodes(d, batch)
}

// Begin adds to batch that what was built is the state after block number, the first one that can be read.
func (m *Mirror) Begin(number uint64, batch *pebble.Batch) error {
	if head, ok, err := m.Head(); err != nil || ok {
		return errors.Join(err, fmt.Errorf("%w: the mirror has block %d", ErrOrder, head))
	}
	at := binary.BigEndian.AppendUint64(nil, number)
	if err := batch.Set([]byte(keyspace.Floor), at, nil); err != nil {
		return err
	}
	return batch.Set([]byte(keyspace.Head), at, nil)
}

func setCodes(d *state.Diff, batch *pebble.Batch) error {
	for i := range d.Codes {
		if err := batch.Set(append([]byte(keyspace.Code), d.Codes[i].Hash[:]...), d.Codes[i].Code, nil); err != nil {
			return err
		}
	}
	return nil
}

// Committed says that the batch of the last Commit, of block number, or of a Rollback to
// block number was applied: values may be kept in memory again. The diff that Commit got
// must not have been changed in between.
func (m *Mirror) Committed(number uint64) { m.cache.end(number) }

type committer struct {
	mirror  *Mirror
	number  uint64
	batch   *pebble.Batch
	changes []byte // see appendChange
	last    []byte // the key before, to refuse a diff that is not normalized
}

func (c *committer) account(a *state.AccountChange) error {
	if !a.Account.IsEmpty() {
		normal := a.Account.Normal()
		if err := normal.Check(); err != nil {
			return err
		}
	}
	old, err := c.mirror.Account(a.Addr)
	if err != nil {
		return err
	}
	return c.change(a.Addr[:], accountValue(&old), accountValue(&a.Account))
}

// accountValue is what decodeAccount reads.
func accountValue(a *state.Account) []byte {
	if a.IsEmpty() {
		return nil
	}
	normal := a.Normal()
	return state.AppendAccount(nil, &normal)
}

func (c *committer) slot(s *state.SlotChange) error {
	old, err := c.mirror.Storage(s.Addr, s.Slot)
	if err != nil {
		return err
	}
	return c.change(append(s.Addr[:len(s.Addr):len(s.Addr)], s.Slot[:]...), slotValue(&old), slotValue(&s.Value))
}

// slotValue is what decodeSlot reads.
func slotValue[V ~[32]byte](v *V) []byte {
	if *v == (V{}) {
		return nil
	}
	return (*v)[:]
}

// change records the value before and writes the new one; id is an address, or an
// address and a slot; no value deletes.
func (c *committer) change(id, old, value []byte) error {
	if len(c.last) == len(id) && bytes.Compare(c.last, id) >= 0 {
		return fmt.Errorf("diff is not normalized at %x", id)
	}
	c.last = id
	if bytes.Equal(old, value) {
		return nil
	}
	if err := c.batch.Set(historyKey(id, c.number), old, nil); err != nil {
		return err
	}
	c.changes = appendChange(c.changes, id)
	key := append([]byte(latestTable(id)), id...)
	if len(value) == 0 {
		return c.batch.Delete(key, nil)
	}
	return c.batch.Set(key, value, nil)
}

const (
	accountID = 20      // address
	slotID    = 20 + 32 // address and slot
)

func latestTable(id []byte) string {
	if len(id) == accountID {
		return keyspace.Account
	}
	return keyspace.Slot
}

// historyKey returns the key of the value that the block replaced.
func historyKey(id []byte, number uint64) []byte {
	table := keyspace.AccountHistory
	if len(id) == slotID {
		table = keyspace.SlotHistory
	}
	return binary.BigEndian.AppendUint64(append([]byte(table), id...), number)
}

// appendChange adds an id to the list of what a block changed: one byte of length, then
// the id.
func appendChange(b, id []byte) []byte { return append(append(b, byte(len(id))), id...) }

// changedIDs reads a list made by appendChange.
func changedIDs(b []byte) ([][]byte, error) {
	var ids [][]byte
	for len(b) > 0 {
		n := int(b[0])
		if (n != accountID && n != slotID) || len(b) < 1+n {
			return nil, fmt.Errorf("%w: list of changes", ErrCorrupt)
		}
		ids = append(ids, b[1:1+n])
		b = b[1+n:]
	}
	return ids, nil
}
