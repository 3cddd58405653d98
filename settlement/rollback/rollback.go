// Package rollback takes L2 blocks back: what users were shown of them disappears, and their transactions wait again.
//
//	Look   what would be taken back, what L1 has of it, and whether it may be           (changes nothing)
//	Lost   the first priority operation that the chain has included and L1 has not      (changes nothing)
//	To     blocks after a number -> files, transactions of users -> the pool's journal; store, state tree, the watcher's memory and the embedded block stream go back
//
// In: the parts of a node that does not run. What shall be done is durable before it is begun, and each step may be done twice: a process that dies at any instruction leaves what [Node.Resume] completes, which every
// node calls when it starts.
//
// Batches that L1 has executed cannot be taken back ([ErrExecuted]); those that it has committed have to be reverted there first ([ErrCommitted], settlement.Revert).
package rollback

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	treestore "github.com/ashlar-labs/ashlar/chain/state/store"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/chain/txpool"
	"github.com/ashlar-labs/ashlar/internal/file"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/local"
	"github.com/ashlar-labs/ashlar/settlement/watch"
)

// Node is what a node has of its chain. Nothing else may use it meanwhile.
type Node struct {
	Store   *store.Store
	Tree    *treestore.Store
	Removed string                         // folder for the blocks that are taken back
	Journal string                         // file of the pool, which is not open; "": transactions of users are in the files only
	Stream  string                         // folder of the embedded block stream, which begins anew; "": there is none
	Say     func(text string, args ...any) // as slog.Logger.Info
}

// view and key of what shall be done: the last block that stays, 8 bytes big-endian.
const (
	view = "rollback"
	key  = "to"
)

// To makes block number the last one again. A number that is not below the head changes nothing.
func (n *Node) To(number uint64) error {
	if number >= n.Store.Head().Number {
		return n.Resume()
	}
	if err := n.can(number); err != nil {
		return err
	}
	if err := n.Store.KV(view).Set([]byte(key), binary.BigEndian.AppendUint64(nil, number)); err != nil {
		return fmt.Errorf("rollback: %w", err)
	}
	return n.Resume()
}

// can refuses what would fail half way: the state of the block and of the batch before it have to be there.
func (n *Node) can(number uint64) error {
	last, err := n.batchBefore(number)
	if err == nil {
		_, err = n.Store.StateAt(number)
	}
	_, version, ok, treeErr := n.Tree.Versions()
	if err = errors.Join(err, treeErr); err == nil && ok && version > last {
		_, err = n.Tree.Root(last)
	}
	if err != nil {
		return fmt.Errorf("block %d and batch %d lie too far back, their state is not kept: %w", number, last, err)
	}
	return nil
}

// batchBefore is the last batch whose blocks all stay.
func (n *Node) batchBefore(number uint64) (uint64, error) {
	last, err := local.Batches{Store: n.Store}.LastSealed()
	for ; err == nil && last > 0; last-- {
		var b *store.SealedBatch
		if b, err = n.Store.BatchInfo(last); err == nil && b.LastBlock <= number {
			break
		}
	}
	return last, err
}

// Resume completes what was begun; without that it does nothing.
func (n *Node) Resume() error {
	enc, ok, err := local.KV{View: n.Store.KV(view)}.Get([]byte(key))
	if err != nil || !ok {
		return err
	}
	if len(enc) != 8 {
		return fmt.Errorf("rollback: damaged record %x", enc)
	}
	if err := n.back(binary.BigEndian.Uint64(enc)); err != nil {
		return fmt.Errorf("rollback: %w", err)
	}
	return n.Store.KV(view).Batch().Delete([]byte(key)).Commit()
}

func (n *Node) back(number uint64) error {
	if err := n.keep(number); err != nil {
		return err
	}
	last, err := n.batchBefore(number)
	if err != nil {
		return err
	}
	if err := (local.Recorder{Store: n.Store}).Forget(last); err != nil {
		return err
	}
	if err := n.Store.Rollback(number); err != nil {
		return err
	}
	if _, version, ok, err := n.Tree.Versions(); err != nil {
		return err
	} else if ok && version > last {
		if err := n.Tree.Rollback(last); err != nil {
			return err
		}
	}
	if err := watch.Forget(local.KV{View: n.Store.KV("watch")}, n.Store.Head().PriorityOps); err != nil {
		return err
	}
	if n.Stream == "" {
		return nil
	}
	return os.RemoveAll(n.Stream)
}

// keep writes the blocks after a number into files, and the transactions of users in them into the pool's journal.
func (n *Node) keep(number uint64) error {
	head := n.Store.Head().Number
	if head <= number {
		return nil
	}
	if err := os.MkdirAll(n.Removed, 0o755); err != nil {
		return err
	}
	var txs [][]byte
	for at := number + 1; at <= head; at++ {
		block, err := n.Store.Block(at)
		if err != nil {
			return err
		}
		ref, err := n.Store.Ref(at)
		if err != nil {
			return err
		}
		if err := writeNew(filepath.Join(n.Removed, fmt.Sprintf("%d-%x.block", at, ref.Hash[:8])), rollup.AppendBlock(nil, block)); err != nil {
			return err
		}
		for _, raw := range block.Txs {
			if ofUser(raw) {
				txs = append(txs, raw)
			}
		}
	}
	n.Say("blocks are taken back and kept in files", "first", number+1, "last", head, "folder", n.Removed, "transactions", len(txs))
	if n.Journal == "" {
		return nil
	}
	return txpool.AddToJournal(n.Journal, txs)
}

func ofUser(raw []byte) bool {
	return raw[0] != rollup.PriorityTxType && raw[0] != rollup.UpgradeTxType
}

// writeNew writes a file whole, unless it is there.
func writeNew(path string, data []byte) error {
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return file.Write(path, data)
}
