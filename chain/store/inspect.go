package store

import (
	"errors"
	"fmt"
	"iter"

	"github.com/cockroachdb/pebble/v2"
	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/chain/state/flat"
	treestore "github.com/ashlar-labs/ashlar/chain/state/store"
	"github.com/ashlar-labs/ashlar/chain/state/tree"
)

// Reads for explorers: none of them is on the way of a block.

// ProveState gives the root of the state tree after a sealed batch and the proofs of an account and of slots of it, in the tree's wire form. ok is false when the tree of the
// batch is not kept, or not made yet. The tree may be pruned while it is read; whoever uses the proofs verifies them.
func (s *Store) ProveState(batch uint64, address common.Address, slots []common.Hash) (root common.Hash, account []byte, storage [][]byte, ok bool, err error) {
	trees, err := treestore.Open(s.db, treestore.DefaultConfig())
	if err != nil {
		return root, nil, nil, false, err
	}
	t, err := trees.Tree(batch)
	if errors.Is(err, treestore.ErrUnknownVersion) {
		return root, nil, nil, false, nil
	}
	if err != nil {
		return root, nil, nil, false, err
	}
	proof, err := t.Prove(tree.AccountKey(address))
	if err != nil {
		return root, nil, nil, false, fmt.Errorf("prove account %s: %w", address, err)
	}
	account, root = proof.Encode(), common.Hash(t.Root().Bytes())
	for _, slot := range slots {
		if proof, err = t.Prove(tree.SlotKey(address, slot)); err != nil {
			return root, nil, nil, false, fmt.Errorf("prove slot %s of %s: %w", slot, address, err)
		}
		storage = append(storage, proof.Encode())
	}
	return root, account, storage, true, nil
}

// Accounts iterates over the accounts of the state after a block, by address, from start on.
func (s *Store) Accounts(block uint64, start common.Address) iter.Seq2[common.Address, error] {
	return s.flat.Accounts(block, start)
}

// Slots iterates over the slots of an account that are not zero after a block, from start on.
func (s *Store) Slots(block uint64, address common.Address, start common.Hash) iter.Seq2[common.Hash, error] {
	return s.flat.Slots(block, address, start)
}

// AccountRecords iterates over the accounts of the state after a block with what they hold, without using the values that are kept in memory.
func (s *Store) AccountRecords(block uint64) iter.Seq2[flat.AccountRecord, error] {
	return s.flat.AccountRecords(block)
}

// SlotRecords iterates over the slots of an account that are not zero after a block with what they hold, as AccountRecords.
func (s *Store) SlotRecords(block uint64, address common.Address) iter.Seq2[flat.SlotRecord, error] {
	return s.flat.SlotRecords(block, address)
}

// ChangedAccounts are the accounts whose record or storage a block changed. A block whose changes are not kept is [ErrNotFound].
func (s *Store) ChangedAccounts(block uint64) ([]common.Address, error) {
	out, err := s.flat.ChangedAccounts(block)
	if errors.Is(err, flat.ErrUnknownBlock) {
		return nil, fmt.Errorf("%w: %w", err, ErrNotFound)
	}
	return out, err
}

// IndexView is a view for an index that can always be made again: absent keys are no error.
type IndexView struct{ view *View }

// Index is the view with the name.
func (s *Store) Index(name string) IndexView { return IndexView{s.KV(name)} }

// Get is the value of key and whether it is there.
func (v IndexView) Get(key []byte) ([]byte, bool, error) {
	value, err := v.view.Get(key)
	if errors.Is(err, ErrNotFound) {
		return nil, false, nil
	}
	return value, err == nil, err
}

// Put writes all entries, key and value each, at once.
func (v IndexView) Put(entries [][2][]byte) error {
	b := v.view.Batch()
	for _, e := range entries {
		b.Put(e[0], e[1])
	}
	return b.Commit()
}

// Scan iterates over the keys in [start, end), from the last one when reverse.
func (v IndexView) Scan(start, end []byte, reverse bool) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		for e, err := range v.view.scan(start, end, reverse) {
			if !yield(e.Key, err) {
				return
			}
		}
	}
}

// Checkpoint copies the database, as it is at one moment and with everything that is durable, into a new directory of the same file system; files are linked where that is possible.
func (s *Store) Checkpoint(dir string) error {
	if err := s.Flush(); err != nil {
		return err
	}
	return s.db.Checkpoint(dir, pebble.WithFlushedWAL())
}
