package flat

import (
	"encoding/binary"
	"fmt"

	"github.com/cockroachdb/pebble/v2"
	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/chain/state"
	"github.com/ashlar-labs/ashlar/chain/state/keyspace"
	"github.com/ashlar-labs/ashlar/rollup"
)

// past is the state after one block.
type past struct {
	mirror *Mirror
	number uint64
}

// At returns the state after a block, from the floor to the last block.
func (m *Mirror) At(number uint64) (state.Reader, error) {
	head, ok, err := m.Head()
	if err != nil {
		return nil, err
	}
	floor, _, err := m.Floor()
	if err != nil {
		return nil, err
	}
	if !ok || number > head || number < floor {
		return nil, fmt.Errorf("%w: %d, have %d to %d", ErrUnknownBlock, number, floor, head)
	}
	return &past{mirror: m, number: number}, nil
}

func (p *past) Account(addr common.Address) (state.Account, error) {
	return p.mirror.readAccount(addr, p.number, func() (state.Account, error) {
		v, err := p.value(addr[:])
		if err != nil {
			return rollup.EmptyAccount(), err
		}
		return decodeAccount(v)
	})
}

func (p *past) Storage(addr common.Address, slot common.Hash) (common.Hash, error) {
	return p.mirror.readSlot(addr, slot, p.number, func() ([32]byte, error) {
		v, err := p.value(append(addr[:], slot[:]...))
		if err != nil {
			return [32]byte{}, err
		}
		return decodeSlot(v)
	})
}

func (p *past) Code(hash common.Hash) ([]byte, error) { return p.mirror.Code(hash) }

// value returns what the first change after the block replaced, or the latest value.
// The latest value is read first: if a commit comes between the two reads, its history
// is seen and the value discarded.
func (p *past) value(id []byte) ([]byte, error) {
	value, _, err := p.mirror.get(append([]byte(latestTable(id)), id...))
	if err != nil {
		return nil, err
	}
	if p.number == latest {
		return value, nil
	}
	from := historyKey(id, p.number+1)
	iter, err := p.mirror.db.NewIter(&pebble.IterOptions{
		LowerBound: from,
		UpperBound: keyspace.End(from[:len(from)-8]),
	})
	if err != nil {
		return nil, fmt.Errorf("read flat history: %w", err)
	}
	if iter.First() {
		value = append([]byte{}, iter.Value()...)
	}
	if err := iter.Close(); err != nil {
		return nil, fmt.Errorf("read flat history: %w", err)
	}
	return value, nil
}

// Rollback adds to batch what makes number the last block again; the caller commits it,
// with the same for its blocks. Rolling back to the last block or above does nothing.
func (m *Mirror) Rollback(number uint64, batch *pebble.Batch) error {
	head, ok, err := m.Head()
	if err != nil || !ok || number >= head {
		return err
	}
	if floor, _, err := m.Floor(); err != nil {
		return err
	} else if number < floor {
		return fmt.Errorf("%w: rollback to %d, floor is %d", ErrUnknownBlock, number, floor)
	}
	m.cache.clear()
	// From the last block down, so that the oldest value is written last and stays.
	for n := head; n > number; n-- {
		if err := m.undo(n, batch); err != nil {
			return fmt.Errorf("undo block %d: %w", n, err)
		}
	}
	return batch.Set([]byte(keyspace.Head), binary.BigEndian.AppendUint64(nil, number), nil)
}

func (m *Mirror) undo(number uint64, batch *pebble.Batch) error {
	return m.eachChange(number, batch, func(id, history []byte) error {
		old, ok, err := m.get(history)
		if err != nil {
			return err
		}
		if !ok {
			return fmt.Errorf("%w: no history of %x", ErrCorrupt, id)
		}
		key := append([]byte(latestTable(id)), id...)
		if len(old) == 0 {
			return batch.Delete(key, nil)
		}
		return batch.Set(key, old, nil)
	})
}

// Prune adds to batch the removal of the history that only blocks below floor need.
// At most limit blocks are pruned in one call, so that batches stay small; it reports
// whether that was all.
func (m *Mirror) Prune(floor uint64, limit int, batch *pebble.Batch) (done bool, err error) {
	head, ok, err := m.Head()
	if err != nil || !ok {
		return true, err
	}
	from, _, err := m.Floor()
	if err != nil {
		return false, err
	}
	if floor = min(floor, head); floor <= from {
		return true, nil
	}
	to := min(floor, from+uint64(max(limit, 1)))
	// The record of block n serves the states before n, so a floor of n drops it.
	for n := from; n <= to; n++ {
		if err := m.eachChange(n, batch, nil); err != nil {
			return false, fmt.Errorf("prune block %d: %w", n, err)
		}
	}
	err = batch.Set([]byte(keyspace.Floor), binary.BigEndian.AppendUint64(nil, to), nil)
	return to == floor, err
}

// eachChange calls visit for all that a block changed and deletes the records of it.
func (m *Mirror) eachChange(number uint64, batch *pebble.Batch, visit func(id, history []byte) error) error {
	list := keyspace.Numbered(keyspace.Changes, number)
	b, _, err := m.get(list)
	if err != nil {
		return err
	}
	ids, err := changedIDs(b)
	if err != nil {
		return err
	}
	for _, id := range ids {
		history := historyKey(id, number)
		if visit != nil {
			if err := visit(id, history); err != nil {
				return err
			}
		}
		if err := batch.Delete(history, nil); err != nil {
			return err
		}
	}
	return batch.Delete(list, nil)
}
