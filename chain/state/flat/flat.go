// Package flat is the flat mirror of the state: accounts, slots and code under their
// own keys in Pebble, and the values that each block changed. Blocks are executed from
// it, and the state after any block since the floor can be read back.
//
// In: one [state.Diff] per block, in order, through [Mirror.Commit]. It adds to a batch of
// the caller, who commits it together with the block: either both are durable or none.
// Out: [state.Reader] at the last block ([Mirror] itself) and at an earlier one
// ([Mirror.At]). Keys are listed in package keyspace.
//
// History is kept as values before a change: the value of a key after block n is what
// the first change after n replaced, or else the latest value. [Mirror.Rollback] undoes blocks
// with the same records, [Mirror.Prune] drops them. Code is never deleted.
//
// Recently used values are kept in memory. A caller who says [Mirror.Committed] after the
// batch was applied gets the benefit; one who does not reads from the database.
//
// There is one writer at a time; readers may run beside it. A reader of the last block
// sees a commit as soon as it is durable; a reader from At does not move, except when a
// rollback goes below its block. Nothing here checks values against the state tree.
package flat

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/cockroachdb/pebble/v2"
	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/chain/state"
	"github.com/ashlar-labs/ashlar/chain/state/keyspace"
	"github.com/ashlar-labs/ashlar/rollup"
)

var (
	// ErrOrder says that a block is not the one after the last.
	ErrOrder = errors.New("block out of order")
	// ErrCommitted says that a block number is already there; a replay may go on.
	ErrCommitted = errors.New("block already committed")
	// ErrUnknownBlock says that a block is above the last one, or below the floor.
	ErrUnknownBlock = errors.New("no state of that block")
	// ErrTooManyChanges says that blocks changed more than the caller wants to know.
	ErrTooManyChanges = errors.New("too many changes")
	// ErrCorrupt says that the database holds what this package never writes.
	ErrCorrupt = errors.New("flat state is corrupt")
)

// Mirror is the flat state in a database, with its recently used values in memory.
type Mirror struct {
	db    *pebble.DB
	cache cache
}

// latest stands for the last block, whichever it is.
const latest = ^uint64(0)

var _ state.Reader = (*Mirror)(nil)

// New returns the mirror kept in db, which may be empty.
func New(db *pebble.DB) *Mirror { return &Mirror{db: db} }

// Head returns the number of the last block, and false before the first.
func (m *Mirror) Head() (uint64, bool, error) { return m.number(keyspace.Head) }

// Floor returns the first block whose state can be read, and false before the first.
func (m *Mirror) Floor() (uint64, bool, error) { return m.number(keyspace.Floor) }

func (m *Mirror) number(key string) (uint64, bool, error) {
	v, ok, err := m.get([]byte(key))
	if err != nil || !ok {
		return 0, false, err
	}
	if len(v) != 8 {
		return 0, false, fmt.Errorf("%w: %s", ErrCorrupt, key)
	}
	return binary.BigEndian.Uint64(v), true, nil
}

// get returns a copy of a value and whether it is there.
func (m *Mirror) get(key []byte) ([]byte, bool, error) {
	v, closer, err := m.db.Get(key)
	if errors.Is(err, pebble.ErrNotFound) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, fmt.Errorf("read flat state: %w", err)
	}
	out := append([]byte{}, v...)
	return out, true, closer.Close()
}

// Account implements [state.Reader] at the last block.
func (m *Mirror) Account(addr common.Address) (state.Account, error) {
	return m.readAccount(addr, latest, func() (state.Account, error) {
		v, _, err := m.get(accountKey(keyspace.Account, addr))
		if err != nil {
			return rollup.EmptyAccount(), err
		}
		return decodeAccount(v)
	})
}

// Storage implements [state.Reader] at the last block.
func (m *Mirror) Storage(addr common.Address, slot common.Hash) (common.Hash, error) {
	return m.readSlot(addr, slot, latest, func() ([32]byte, error) {
		v, _, err := m.get(slotKey(keyspace.Slot, addr, slot))
		if err != nil {
			return [32]byte{}, err
		}
		return decodeSlot(v)
	})
}

// Code implements [state.Reader].
func (m *Mirror) Code(hash common.Hash) ([]byte, error) {
	if hash == state.EmptyCodeHash {
		return nil, nil
	}
	v, ok, err := m.get(append([]byte(keyspace.Code), hash[:]...))
	if err == nil && !ok {
		err = fmt.Errorf("%w: %x", state.ErrUnknownCode, hash)
	}
	return v, err
}

func accountKey(table string, addr [20]byte) []byte { return append([]byte(table), addr[:]...) }

func slotKey(table string, addr [20]byte, slot [32]byte) []byte {
	return append(accountKey(table, addr), slot[:]...)
}

// decodeAccount reads a value of the account tables; no bytes mean no account.
func decodeAccount(v []byte) (state.Account, error) {
	if len(v) == 0 {
		return rollup.EmptyAccount(), nil
	}
	if len(v) != state.AccountBytes {
		return rollup.EmptyAccount(), fmt.Errorf("%w: account of %d bytes", ErrCorrupt, len(v))
	}
	a, err := state.DecodeAccount([state.AccountBytes]byte(v))
	if err != nil {
		return rollup.EmptyAccount(), fmt.Errorf("%w: %w", ErrCorrupt, err)
	}
	return a, nil
}

// decodeSlot reads a value of the slot tables; no bytes mean zero.
func decodeSlot(v []byte) ([32]byte, error) {
	switch len(v) {
	case 0:
		return [32]byte{}, nil
	case 32:
		return [32]byte(v), nil
	}
	return [32]byte{}, fmt.Errorf("%w: slot value of %d bytes", ErrCorrupt, len(v))
}
