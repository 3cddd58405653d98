package store

import (
	"context"
	"errors"
	"math/big"
	"slices"
	"strconv"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/chain/state"
	treestore "github.com/ashlar-labs/ashlar/chain/state/store"
	"github.com/ashlar-labs/ashlar/chain/state/tree"
	"github.com/ashlar-labs/ashlar/rollup"
)

func TestProveState(t *testing.T) {
	s := newStore(t)
	trees, err := treestore.Open(s.DB(), treestore.DefaultConfig())
	if err != nil {
		t.Fatal(err)
	}
	account, slot, value := rollup.Account{Nonce: 3, CodeHash: rollup.EmptyCodeHash}, common.Hash{31: 1}, common.Hash{31: 9}
	want, err := trees.Apply(0, []tree.Entry{tree.AccountEntry(alice, account), tree.SlotEntry(alice, slot, value)})
	if err != nil {
		t.Fatal(err)
	}
	root, raw, storage, ok, err := s.ProveState(t.Context(), 0, alice, []common.Hash{slot, {31: 2}})
	if err != nil || !ok || root != common.Hash(want.Bytes()) || len(storage) != 2 {
		t.Fatal(root, ok, err)
	}
	check := func(raw []byte, key tree.Key) (tree.Entry, bool) {
		t.Helper()
		p, err := tree.DecodeProof(raw)
		if err != nil {
			t.Fatal(err)
		}
		e, found, err := tree.VerifyProof(want, key, p)
		if err != nil {
			t.Fatal(err)
		}
		return e, found
	}
	if e, found := check(raw, tree.AccountKey(alice)); !found || e.Account != account {
		t.Error(e, found)
	}
	if e, found := check(storage[0], tree.SlotKey(alice, slot)); !found || e.Value != value {
		t.Error(e, found)
	}
	if _, found := check(storage[1], tree.SlotKey(alice, common.Hash{31: 2})); found {
		t.Error("a slot that is zero was found")
	}
	if _, _, _, ok, err := s.ProveState(t.Context(), 1, alice, nil); ok || err != nil {
		t.Error("block 1 is not there:", ok, err)
	}
}

// Blocks that no sealed batch covers change keys faster than a proof may cost.
func TestProveStateRefusesTooMuch(t *testing.T) {
	s := newStore(t)
	trees, err := treestore.Open(s.DB(), treestore.DefaultConfig())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := trees.Apply(0, tree.Entries(state.DiffOf(s.Genesis().Diff()))); err != nil {
		t.Fatal(err)
	}
	appendWide(t, s, 100)
	if _, _, storage, ok, err := s.proveState(t.Context(), 1, contract, []common.Hash{{31: 7}}, 100); err != nil || !ok || len(storage) != 1 {
		t.Fatal(ok, err)
	}
	appendWide(t, s, 1)
	_, _, _, ok, err := s.proveState(t.Context(), 2, contract, nil, 100)
	if want := "no state proof for block 2, because too much changed since the batch before it; ask for block 0 (batch 0)"; ok || err == nil || err.Error() != want {
		t.Error(ok, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, _, ok, err := s.ProveState(ctx, 1, contract, nil); ok || !errors.Is(err, context.Canceled) {
		t.Error(ok, err)
	}
}

// appendWide appends a block that changes so many slots of the contract.
func appendWide(t testing.TB, s *Store, slots int) {
	t.Helper()
	b := makeBlock(t, s, s.Head(), 0)
	account, err := s.HeadState().Account(contract)
	if err != nil {
		t.Fatal(err)
	}
	d := rollup.AccountDiff{Address: contract, Before: account, After: account}
	for i := range slots {
		slot := common.BigToHash(big.NewInt(int64(i)))
		old, err := s.HeadState().Storage(contract, slot)
		if err != nil {
			t.Fatal(err)
		}
		d.Slots = append(d.Slots, rollup.SlotDiff{Slot: slot, Before: old, After: common.BigToHash(new(big.Int).SetUint64(b.Block.Env.Number + 1000))})
	}
	b.Diff = rollup.StateDiff{Accounts: []rollup.AccountDiff{d}}
	if err := s.AppendBlock(b); err != nil {
		t.Fatal(err)
	}
}

// BenchmarkProveState proves an account in a state of 250,000 accounts, after blocks that changed so many slots since the last batch.
func BenchmarkProveState(b *testing.B) {
	for _, changes := range []int{0, 1000, 10_000, maxProofChanges} {
		b.Run(strconv.Itoa(changes), func(b *testing.B) {
			s := newStore(b)
			trees, err := treestore.Open(s.DB(), treestore.DefaultConfig())
			if err != nil {
				b.Fatal(err)
			}
			entries := tree.Entries(state.DiffOf(s.Genesis().Diff()))
			for i := range 250_000 {
				entries = append(entries, tree.AccountEntry(common.BigToAddress(big.NewInt(1<<40+int64(i))), rollup.Account{Nonce: 1, CodeHash: rollup.EmptyCodeHash}))
			}
			if _, err := trees.Apply(0, entries); err != nil {
				b.Fatal(err)
			}
			if changes > 0 {
				appendWide(b, s, changes)
			}
			b.ReportAllocs()
			for b.Loop() {
				if _, _, _, ok, err := s.ProveState(b.Context(), s.Head().Number, alice, nil); err != nil || !ok {
					b.Fatal(ok, err)
				}
			}
		})
	}
}

func TestInspect(t *testing.T) {
	s := newStore(t)
	if err := s.AppendBlock(makeBlock(t, s, s.Head(), 0)); err != nil {
		t.Fatal(err)
	}
	changed, err := s.ChangedAccounts(1)
	if err != nil || !slices.Contains(changed, alice) || !slices.Contains(changed, contract) {
		t.Error(changed, err)
	}
	if _, err := s.ChangedAccounts(2); !errors.Is(err, ErrNotFound) {
		t.Error(err)
	}
	var accounts []common.Address
	for a, err := range s.Accounts(1, common.Address{}) {
		if err != nil {
			t.Fatal(err)
		}
		accounts = append(accounts, a)
	}
	if !slices.Contains(accounts, alice) || !slices.IsSortedFunc(accounts, common.Address.Cmp) {
		t.Error(accounts)
	}
	for slot, err := range s.Slots(1, contract, common.Hash{}) {
		if err != nil {
			t.Fatal(err)
		}
		if slot != (common.Hash{1}) && slot != (common.Hash{31: 1}) {
			t.Error(slot)
		}
	}
}

func TestIndexView(t *testing.T) {
	v := newStore(t).Index("explorer")
	if _, ok, err := v.Get([]byte("a")); ok || err != nil {
		t.Error(ok, err)
	}
	if err := v.Put([][2][]byte{{[]byte("a"), []byte("1")}, {[]byte("b"), nil}, {[]byte("c"), nil}}); err != nil {
		t.Fatal(err)
	}
	if value, ok, err := v.Get([]byte("a")); !ok || err != nil || string(value) != "1" {
		t.Error(string(value), ok, err)
	}
	var got string
	for key, err := range v.Scan([]byte("a"), []byte("c"), true) {
		if err != nil {
			t.Fatal(err)
		}
		got += string(key)
	}
	if got != "ba" {
		t.Error(got)
	}
}
