// Package rollback takes L2 blocks back: what users were shown of them disappears, and their transactions wait again.
//
//	Look   what would be taken back, what L1 has of it, and whether it may be           (changes nothing)
//	Lost   the first priority operation that the chain has included and L1 has not      (changes nothing)
//	To     blocks after a number -> files, transactions of users -> the pool's journal; store, state tree and the watcher's memory go back
//	Says   does L1 say that the chain goes back to a block, as a block stream claims?    (changes nothing)
//	Taken  what was taken back and what the block stream may still have
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

	"github.com/ethereum/go-ethereum/common"

	treestore "github.com/ashlar-labs/ashlar/chain/state/store"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/chain/txpool"
	"github.com/ashlar-labs/ashlar/internal/file"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/durable"
	"github.com/ashlar-labs/ashlar/settlement/local"
	"github.com/ashlar-labs/ashlar/settlement/watch"
)

// Node is what a node has of its chain. Nothing else may use it meanwhile.
type Node struct {
	Store   *store.Store
	Tree    *treestore.Store
	Removed string                         // folder for the blocks that are taken back
	Journal string                         // file of the pool, which is not open; "": transactions of users are in the files only
	Say     func(text string, args ...any) // as slog.Logger.Info
}

// In view are key, what shall be done: the last block that stays, 8 bytes big-endian; and under takenPrefix and the number of the first block that was taken back its hash, until nobody needs it.
const (
	view        = "rollback"
	key         = "to"
	takenPrefix = "taken"
)

// To makes block number the last one again. A number that is not below the head changes nothing.
func (n *Node) To(number uint64) error {
	if err := n.Begin(number); err != nil {
		return err
	}
	return n.Resume()
}

// Begin is To without doing it: Resume does, when the node does not run.
func (n *Node) Begin(number uint64) error {
	if number >= n.Store.Head().Number {
		return nil
	}
	if err := n.can(number); err != nil {
		return err
	}
	first, err := n.Store.Ref(number + 1)
	if err == nil {
		err = n.kv().Write(durable.Change{Key: durable.Uint64Key(takenPrefix, first.Number), Value: first.Hash[:]}, durable.Change{Key: []byte(key), Value: binary.BigEndian.AppendUint64(nil, number)})
	}
	if err != nil {
		return fmt.Errorf("rollback: %w", err)
	}
	return nil
}

func (n *Node) kv() local.KV { return local.KV{View: n.Store.KV(view)} }

// Taken is a block that was taken back with all after it.
type Taken struct {
	Number uint64
	Hash   common.Hash
}

// Taken are the first blocks of what was taken back, lowest first, as far as they were not dropped.
func (n *Node) Taken() (out []Taken, err error) {
	prefix := []byte(takenPrefix)
	err = n.kv().Scan(prefix, durable.After(prefix), func(k, v []byte) bool {
		if len(k) == len(prefix)+8 && len(v) == common.HashLength {
			out = append(out, Taken{binary.BigEndian.Uint64(k[len(prefix):]), common.Hash(v)})
		}
		return true
	})
	return out, err
}

// Drop forgets what was taken back: the block stream does not have it, or has gone back, too.
func (n *Node) Drop(taken ...Taken) error {
	changes := make([]durable.Change, len(taken))
	for i, t := range taken {
		changes[i].Key = durable.Uint64Key(takenPrefix, t.Number)
	}
	return n.kv().Write(changes...)
}

// can refuses what would fail half way: the state of the block and of the batch before it have to be there.
func (n *Node) can(number uint64) error {
	last, err := n.BatchBefore(number)
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

// BatchBefore is the last batch whose blocks all stay when block number is the last one.
func (n *Node) BatchBefore(number uint64) (uint64, error) {
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
	last, err := n.BatchBefore(number)
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
	return watch.Forget(local.KV{View: n.Store.KV("watch")}, n.Store.Head().PriorityOps)
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
