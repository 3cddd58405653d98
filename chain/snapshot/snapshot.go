// Package snapshot checks a store that somebody else has made, as a replica that starts from a backup has to.
//
//	in   a chain/store.Store of a known genesis, with blocks, states and sealed batches from anywhere
//	out  the same store, ending with its last batch; or an error that wraps [ErrContradiction]
//
// Computed and compared are: hashes and links of all headers (in a store that was made from L1: of those after its first block), the transactions and receipts in them, the code of all accounts, and the state tree of all accounts and slots, which with the last block hashes has to
// give the state commitment of the last batch. Memory does not grow with the state: leaves are sorted in files beside the store's, 64 bytes for every account and slot, which are removed.
//
// Not checked here: whether the last batch is the chain's (compare it with L1), whether blocks are valid (their execution is not repeated), and histories of states before the last.
package snapshot

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/trie"
	"golang.org/x/sync/errgroup"

	"github.com/ashlar-labs/ashlar/chain/genesis"
	"github.com/ashlar-labs/ashlar/chain/state/tree"
	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup"
)

// ErrContradiction says that a store does not hold the chain that its batches commit to.
var ErrContradiction = errors.New("the backup contradicts itself: make no replica of it")

// Accept takes a store back to its last batch, to the genesis when it has none, checks it, and returns the block with which it ends. log gets progress.
func Accept(ctx context.Context, s *store.Store, log *slog.Logger) (end store.BlockRef, err error) {
	commitment, root, last := common.Hash{}, common.Hash{}, uint64(0)
	switch b, err := s.LastBatch(); {
	case errors.Is(err, store.ErrNotFound):
		begin, err := genesis.ChainState(s.Genesis())
		if err != nil {
			return end, err
		}
		commitment, root = begin.Commitment(), begin.TreeRoot
	case err != nil:
		return end, err
	default:
		commitment, root, last = b.StateAfter, b.TreeRoot, b.LastBlock
	}
	if err := s.Rollback(last); err != nil {
		return end, err
	}
	c := &check{Store: s, ctx: ctx, log: log, said: time.Now()}
	if err := c.blocks(last); err != nil {
		return end, err
	}
	state, err := s.ChainStateAt(last)
	if err != nil {
		return end, err
	}
	if state.TreeRoot, err = c.state(last); err != nil {
		return end, err
	}
	if state.TreeRoot != root || state.Commitment() != commitment {
		return end, fmt.Errorf("state after block %d has root %v and commitment %v, the batch says %v and %v: %w", last, state.TreeRoot, state.Commitment(), root, commitment, ErrContradiction)
	}
	log.Info("the snapshot holds what its last batch commits to", "number", last, "commitment", commitment, "accounts", c.accounts, "slots", c.slots)
	return s.Head(), nil
}

// check computes what is in a store.
type check struct {
	*store.Store
	ctx             context.Context
	log             *slog.Logger
	said            time.Time
	accounts, slots int
}

func (c *check) say(args ...any) error {
	if time.Since(c.said) > 2*time.Second {
		c.said = time.Now()
		c.log.Info("checking the snapshot", args...)
	}
	return c.ctx.Err()
}

// blocks checks headers from the first to last: hashes, links, and what they say of transactions and receipts.
func (c *check) blocks(last uint64) error {
	parent := c.Genesis().Header().Hash()
	if first := c.First(); first > 0 { // nobody has the header; the hash is one of those that a state commitment holds
		ref, err := c.Ref(first)
		if err != nil {
			return err
		}
		parent = ref.Hash
	}
	for n := c.First() + 1; n <= last; n++ {
		ref, err1 := c.Ref(n)
		header, err2 := c.Header(n)
		block, err3 := c.Block(n)
		receipts, err4 := c.Receipts(n)
		if err := errors.Join(err1, err2, err3, err4); err != nil {
			return fmt.Errorf("block %d: %w", n, err)
		}
		switch {
		case header.Hash() != ref.Hash || header.ParentHash != parent || header.Number.Uint64() != n || header.Time != ref.Timestamp || block.Env.Number != n:
			return fmt.Errorf("block %d is not the one after %v: %w", n, parent, ErrContradiction)
		case types.DeriveSha(rawList(block.Txs), trie.NewListHasher()) != header.TxHash:
			return fmt.Errorf("block %d has other transactions than its header says: %w", n, ErrContradiction)
		case types.DeriveSha(receiptList(receipts), trie.NewListHasher()) != header.ReceiptHash:
			return fmt.Errorf("block %d has other receipts than its header says: %w", n, ErrContradiction)
		}
		parent = ref.Hash
		if err := c.say("block", n, "of", last); err != nil {
			return err
		}
	}
	return nil
}

// entriesAtOnce is how many accounts and slots are hashed by one task.
const entriesAtOnce = 1 << 9

// entry is an account or a slot on its way to the tree.
type entry struct {
	address common.Address
	account *rollup.Account // nil: a slot
	slot    common.Hash
	value   common.Hash
}

func (e *entry) leaf() leaf {
	t := tree.SlotEntry(e.address, e.slot, e.value)
	if e.account != nil {
		t = tree.AccountEntry(e.address, *e.account)
	}
	return leaf{t.Key, t.Hash()}
}

// state computes the root of the state tree from all accounts and slots after a block. Hashing is done beside the reading.
func (c *check) state(last uint64) (root common.Hash, err error) {
	r := newRooter(c.Scratch())
	defer func() { err = errors.Join(err, r.close()) }()
	tasks, ctx := errgroup.WithContext(c.ctx)
	tasks.SetLimit(min(runtime.GOMAXPROCS(0), maxWorkers))
	hash := func(entries []entry) {
		tasks.Go(func() error {
			leaves := make([]leaf, len(entries))
			for i := range entries {
				leaves[i] = entries[i].leaf()
			}
			return r.add(leaves)
		})
	}
	entries := make([]entry, 0, entriesAtOnce)
	err = c.entries(last, func(e entry) error {
		if entries = append(entries, e); len(entries) < entriesAtOnce {
			return nil
		}
		hash(entries)
		entries = make([]entry, 0, entriesAtOnce)
		return errors.Join(ctx.Err(), c.say("accounts", c.accounts, "slots", c.slots))
	})
	if err == nil {
		hash(entries)
	}
	if failed := tasks.Wait(); failed != nil || err != nil {
		return root, errors.Join(failed, err)
	}
	digest, err := r.root()
	return digest.Bytes(), err
}

// entries visits all accounts, after their codes were checked, and slots after a block.
func (c *check) entries(last uint64, visit func(entry) error) error {
	at, err := c.StateAt(last)
	if err != nil {
		return err
	}
	codes := make(map[common.Hash]bool)
	for a, err := range c.AccountRecords(last) {
		if err != nil {
			return err
		}
		if err := c.code(at, &a.Account, codes); err != nil {
			return fmt.Errorf("account %v: %w", a.Address, err)
		}
		c.accounts++
		if err := visit(entry{address: a.Address, account: &a.Account}); err != nil {
			return err
		}
		for s, err := range c.SlotRecords(last, a.Address) {
			if err != nil {
				return err
			}
			c.slots++
			if err := visit(entry{address: a.Address, slot: s.Slot, value: s.Value}); err != nil {
				return err
			}
		}
	}
	return nil
}

// codesInMind is how many codes are not checked again when another account has them.
const codesInMind = 1 << 16

// code checks the code of an account, unless it was seen lately.
func (c *check) code(at stf.State, a *rollup.Account, seen map[common.Hash]bool) error {
	hash := a.CodeHash
	if a.CodeLen == 0 || seen[hash] {
		return nil
	}
	code, err := at.Code(hash)
	if err != nil {
		return err
	}
	if crypto.Keccak256Hash(code) != hash || uint32(len(code)) != a.CodeLen {
		return fmt.Errorf("%d bytes of code are not those of hash %v: %w", len(code), hash, ErrContradiction)
	}
	if len(seen) == codesInMind {
		clear(seen)
	}
	seen[hash] = true
	return nil
}

// rawList and receiptList are types.DerivableList.
type (
	rawList     [][]byte
	receiptList []*stf.Receipt
)

// Len implements types.DerivableList.
func (l rawList) Len() int { return len(l) }

// EncodeIndex implements types.DerivableList.
func (l rawList) EncodeIndex(i int, w *bytes.Buffer) { w.Write(l[i]) }

// Len implements types.DerivableList.
func (l receiptList) Len() int { return len(l) }

// EncodeIndex implements types.DerivableList.
func (l receiptList) EncodeIndex(i int, w *bytes.Buffer) { w.Write(l[i].Consensus()) }
