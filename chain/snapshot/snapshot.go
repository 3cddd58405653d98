// Package snapshot checks a store that somebody else has made, as a replica that starts from a backup has to.
//
//	in   a chain/store.Store of a known genesis, with blocks, states and sealed batches from anywhere
//	out  the same store, ending with its last batch; or an error that wraps [ErrContradiction]
//
// Computed and compared are: hashes and links of all headers (in a store that was made from L1: of those after its first block), the transactions and receipts in them, the code of all accounts, and the state tree of all accounts and slots, which with the last block hashes has to
// give the state commitment of the last batch. The tree is in memory meanwhile: some 100 bytes for every account and slot.
//
// Not checked here: whether the last batch is the chain's (compare it with L1), whether blocks are valid (their execution is not repeated), and histories of states before the last.
package snapshot

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/trie"

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

// entriesAtOnce is how many leaves are put into the tree at the same time.
const entriesAtOnce = 1 << 16

// state computes the root of the state tree from all accounts and slots after a block. The tree is in memory meanwhile.
func (c *check) state(last uint64) (root common.Hash, err error) {
	at, err := c.StateAt(last)
	if err != nil {
		return root, err
	}
	var entries []tree.Entry
	t, codes := new(tree.Tree), make(map[common.Hash]bool)
	add := func(e tree.Entry) error {
		if entries = append(entries, e); len(entries) < entriesAtOnce {
			return nil
		}
		err := t.Update(entries)
		t.Root() // hashes what was added
		entries = entries[:0]
		return errors.Join(err, c.say("accounts", c.accounts, "slots", c.slots))
	}
	for address, err := range c.Accounts(last, common.Address{}) {
		if err != nil {
			return root, err
		}
		account, err := at.Account(address)
		if err != nil {
			return root, err
		}
		if err := c.code(at, &account, codes); err != nil {
			return root, fmt.Errorf("account %v: %w", address, err)
		}
		c.accounts++
		if err := add(tree.AccountEntry(address, account)); err != nil {
			return root, err
		}
		for slot, err := range c.Slots(last, address, common.Hash{}) {
			if err != nil {
				return root, err
			}
			value, err := at.Storage(address, slot)
			if err != nil {
				return root, err
			}
			c.slots++
			if err := add(tree.SlotEntry(address, slot, value)); err != nil {
				return root, err
			}
		}
	}
	if err := t.Update(entries); err != nil {
		return root, err
	}
	return t.Root().Bytes(), nil
}

// code checks the code of an account, each code once.
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
