package derive

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/rollup"
)

func account(address byte, before, after uint64) rollup.AccountDiff {
	d := rollup.AccountDiff{Address: common.Address{address}, Before: rollup.EmptyAccount(), After: rollup.EmptyAccount()}
	d.Before.Balance, d.After.Balance = *uint256.NewInt(before), *uint256.NewInt(after)
	return d
}

// history is the account of the EIP-2935 contract, which exists from genesis on.
func history() rollup.AccountDiff {
	d := rollup.AccountDiff{Address: params.HistoryStorageAddress, Before: rollup.EmptyAccount(), After: rollup.EmptyAccount()}
	d.After.Nonce = 1
	return d
}

func blockHash(n uint64) common.Hash { return crypto.Keccak256Hash(fmt.Append(nil, n)) }

// world is a chain made by hand: every batch has some blocks, moves a balance and stores block hashes as blocks do.
type world struct {
	genesis rollup.StateDiff
	state   *Memory
	chain   rollup.ChainState
	start   rollup.ChainState
	batches []*Batch
}

func newWorld(t testing.TB) *world {
	t.Helper()
	w := &world{genesis: rollup.StateDiff{Accounts: []rollup.AccountDiff{history(), account(0x10, 0, 1000)}}}
	w.chain.Push(0, 100, blockHash(0))
	state, root, err := NewMemory(&w.genesis)
	if err != nil {
		t.Fatal(err)
	}
	w.state, w.chain.TreeRoot = state, root
	w.start = w.chain
	return w
}

// batch adds one with this many blocks.
func (w *world) batch(t testing.TB, blocks uint64) {
	t.Helper()
	first := w.chain.LastBlock + 1
	p := &rollup.Pubdata{FirstBlock: first, LastBlock: first + blocks - 1, LastTimestamp: w.chain.LastTimestamp + 1, LastBlockHash: blockHash(first + blocks - 1)}
	before, _ := w.state.Account(common.Address{0x10})
	balance := account(0x10, before.Balance.Uint64(), before.Balance.Uint64()+uint64(len(w.batches))+1)
	changes := history()
	changes.Before = changes.After
	slots := make(map[common.Hash]common.Hash)
	for n := first; n <= p.LastBlock; n++ {
		slots[historySlot(n-1)] = blockHash(n - 1)
	}
	for slot := uint64(0); slot < historySlots; slot++ {
		if hash, ok := slots[historySlot(slot)]; ok {
			old, _ := w.state.Storage(params.HistoryStorageAddress, historySlot(slot))
			changes.Slots = append(changes.Slots, rollup.SlotDiff{Slot: historySlot(slot), Before: old, After: hash})
		}
	}
	p.Diff.Accounts = []rollup.AccountDiff{changes, balance}
	root, err := w.state.Apply(0, &p.Diff)
	if err != nil {
		t.Fatal(err)
	}
	for n := first; n <= p.LastBlock; n++ {
		w.chain.Push(n, p.LastTimestamp, blockHash(n))
	}
	w.chain.TreeRoot = root
	w.batches = append(w.batches, &Batch{Number: uint64(len(w.batches)) + 1, StateCommitment: w.chain.Commitment(), Pubdata: p.Encode()})
}

type list []*Batch

func (l *list) Next(context.Context) (*Batch, error) {
	if len(*l) == 0 {
		return nil, io.EOF
	}
	b := (*l)[0]
	*l = (*l)[1:]
	return b, nil
}

func (w *world) derive(t testing.TB, batches []*Batch) (*rollup.ChainState, uint64, error) {
	t.Helper()
	state, root, err := NewMemory(&w.genesis)
	if err != nil {
		t.Fatal(err)
	}
	genesis := w.start
	genesis.TreeRoot = root
	source := list(batches)
	return Run(t.Context(), genesis, 0, state, &source, nil)
}

func TestRebuild(t *testing.T) {
	w := newWorld(t)
	for _, blocks := range []uint64{1, 3, 300, 2, 8200, 5} { // inside the window, beyond it, around the ring of the history contract
		w.batch(t, blocks)
	}
	chain, last, err := w.derive(t, w.batches)
	if err != nil || last != 6 || *chain != w.chain {
		t.Fatalf("batch %d, %v", last, err)
	}
}

func TestNothingPublished(t *testing.T) {
	w := newWorld(t)
	chain, last, err := w.derive(t, nil)
	if err != nil || last != 0 || *chain != w.start {
		t.Fatalf("batch %d, %v", last, err)
	}
}

func TestRefuses(t *testing.T) {
	w := newWorld(t)
	for range 3 {
		w.batch(t, 2)
	}
	change := func(i int, f func(b *Batch)) []*Batch {
		copied := make([]*Batch, len(w.batches))
		for k, b := range w.batches {
			c := *b
			c.Pubdata = append([]byte(nil), b.Pubdata...)
			copied[k] = &c
		}
		f(copied[i])
		return copied
	}
	for name, c := range map[string]struct {
		batches []*Batch
		want    error
		text    string
	}{
		"other commitment":    {change(1, func(b *Batch) { b.StateCommitment[0] ^= 1 }), ErrMismatch, "batch 2"},
		"other block hash":    {change(2, func(b *Batch) { b.Pubdata[30] ^= 1 }), ErrMismatch, "batch 3"},
		"other timestamp":     {change(0, func(b *Batch) { b.Pubdata[24]++ }), ErrMismatch, "batch 1"},
		"time goes back":      {change(0, func(b *Batch) { b.Pubdata[24] = 1 }), ErrMismatch, "time goes back"},
		"blocks are missing":  {change(1, func(b *Batch) { b.Pubdata = w.batches[2].Pubdata }), ErrMismatch, "begin with block 5 after block 2"},
		"truncated":           {change(1, func(b *Batch) { b.Pubdata = b.Pubdata[:len(b.Pubdata)-1] }), rollup.ErrEncoding, "batch 2"},
		"empty":               {change(1, func(b *Batch) { b.Pubdata = nil }), rollup.ErrEncoding, "batch 2"},
		"a batch is missing":  {append([]*Batch{w.batches[0]}, w.batches[2]), nil, "the source gives batch 3"},
		"starts with a later": {w.batches[1:], nil, "the source gives batch 2"},
	} {
		_, _, err := w.derive(t, c.batches)
		if err == nil || (c.want != nil && !errors.Is(err, c.want)) || !strings.Contains(err.Error(), c.text) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

func TestDeletedAccountsAndSlots(t *testing.T) {
	m, empty, err := NewMemory(&rollup.StateDiff{})
	if err != nil {
		t.Fatal(err)
	}
	d := account(1, 0, 5)
	d.Slots = []rollup.SlotDiff{{Slot: common.Hash{1}, After: common.Hash{2}}}
	if _, err := m.Apply(1, &rollup.StateDiff{Accounts: []rollup.AccountDiff{d}}); err != nil || m.Accounts() != 1 || m.Slots() != 1 {
		t.Fatal(err)
	}
	d.Before, d.After = d.After, d.Before
	d.Slots[0].Before, d.Slots[0].After = d.Slots[0].After, common.Hash{}
	root, err := m.Apply(2, &rollup.StateDiff{Accounts: []rollup.AccountDiff{d}})
	if err != nil || root != empty || m.Accounts() != 0 || m.Slots() != 0 {
		t.Fatalf("root %v, %d accounts, %d slots, %v", root, m.Accounts(), m.Slots(), err)
	}
	if _, err := m.Code(common.Hash{1}); err == nil {
		t.Error("unknown code")
	}
}

func FuzzStep(f *testing.F) {
	w := newWorld(f)
	before, err := w.state.Account(common.Address{0x10})
	if err != nil || before.IsEmpty() {
		f.Fatal("no account to change")
	}
	pre, _, err := NewMemory(&w.genesis)
	if err != nil {
		f.Fatal(err)
	}
	w.batch(f, 2)
	f.Add(w.batches[0].Pubdata)
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := Step(&w.start, pre, data)
		if err != nil {
			if !errors.Is(err, rollup.ErrEncoding) && !errors.Is(err, ErrMismatch) {
				t.Fatal(err)
			}
			return
		}
		if r.After.LastBlock < 1 || r.After.BlockHashes[rollup.BlockHashWindow-1] != r.Pubdata.LastBlockHash {
			t.Fatalf("%+v", r.After)
		}
	})
}
