package store

import (
	"context"
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

// maxProofChanges bounds how many changes of blocks that no sealed batch covers are applied for one proof: about a second of work and 170 MB (BenchmarkProveState).
const maxProofChanges = 1 << 16

// ProveState gives the root of the state tree after a block and the proofs of an account and of slots of it, in the tree's wire form. The tree is kept for the last blocks of
// batches; for any other block, what the blocks since the batch before it changed is applied to a copy in memory. ok is false when the tree of that batch, or the changes of the
// blocks since, are not kept. Pages may be pruned while they are read; whoever uses the proofs verifies them.
func (s *Store) ProveState(ctx context.Context, block uint64, address common.Address, slots []common.Hash) (root common.Hash, account []byte, storage [][]byte, ok bool, err error) {
	return s.proveState(ctx, block, address, slots, maxProofChanges)
}

func (s *Store) proveState(ctx context.Context, block uint64, address common.Address, slots []common.Hash, limit int) (root common.Hash, account []byte, storage [][]byte, ok bool, err error) {
	t, err := s.treeAt(ctx, block, limit)
	if err != nil || t == nil {
		return root, nil, nil, false, err
	}
	proof, err := t.Prove(tree.AccountKey(address))
	if err != nil {
		return root, nil, nil, false, fmt.Errorf("prove account %s: %w", address, err)
	}
	account, root = proof.Encode(), common.Hash(t.Root().Bytes())
	for _, slot := range slots {
		if err := ctx.Err(); err != nil {
			return root, nil, nil, false, err
		}
		if proof, err = t.Prove(tree.SlotKey(address, slot)); err != nil {
			return root, nil, nil, false, fmt.Errorf("prove slot %s of %s: %w", slot, address, err)
		}
		storage = append(storage, proof.Encode())
	}
	return root, account, storage, true, nil
}

// treeAt is the state tree after a block, made with at most limit changes; nil when it cannot be made from what is kept.
func (s *Store) treeAt(ctx context.Context, block uint64, limit int) (*tree.Tree, error) {
	if block < s.First() || block > s.Head().Number {
		return nil, nil
	}
	trees, err := treestore.Open(s.db, treestore.DefaultConfig())
	if err != nil {
		return nil, err
	}
	batch, base, err := s.batchBefore(trees, block)
	if err != nil {
		return nil, err
	}
	t, err := trees.Tree(batch)
	if errors.Is(err, treestore.ErrUnknownVersion) {
		return nil, nil
	}
	if err != nil || base == block {
		return t, err
	}
	diff, err := s.flat.Changed(ctx, base, block, limit)
	switch {
	case errors.Is(err, flat.ErrUnknownBlock):
		return nil, nil
	case errors.Is(err, flat.ErrTooManyChanges):
		return nil, fmt.Errorf("no state proof for block %d, because too much changed since the batch before it; ask for block %d (batch %d)", block, base, batch)
	case err != nil:
		return nil, err
	}
	if err := t.Update(tree.Writes(diff)); err != nil {
		return nil, fmt.Errorf("state tree of block %d: %w", block, err)
	}
	return t, nil
}

// batchBefore is the last batch with a state tree that ends with the block or before it, and its last block.
func (s *Store) batchBefore(trees *treestore.Store, block uint64) (batch, last uint64, err error) {
	if batch, err = s.BatchOfBlock(block); errors.Is(err, ErrNotFound) {
		batch, _, err = s.lastBatch()
	}
	if err != nil {
		return 0, 0, err
	}
	// A batch is sealed before its tree is written.
	if _, newest, ok, err := trees.Versions(); err != nil {
		return 0, 0, err
	} else if ok {
		batch = min(batch, newest)
	}
	for ; batch > s.FirstBatch(); batch-- {
		b, err := s.BatchInfo(batch)
		if err != nil {
			return 0, 0, err
		}
		if b.LastBlock <= block {
			return batch, b.LastBlock, nil
		}
	}
	return s.FirstBatch(), s.First(), nil
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
