package store

import (
	"context"
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

func TestGenesisState(t *testing.T) {
	s := newStore(t)
	g := testGenesis()
	if head := s.Head(); head.Number != 0 || head.Hash != g.Header().Hash() || head.Timestamp != 1000 {
		t.Fatalf("head %+v", head)
	}
	state, err := s.StateAt(0)
	if err != nil {
		t.Fatal(err)
	}
	if a, err := state.Account(alice); err != nil || a.Nonce != 3 || a.Balance.Uint64() != 1_000_000 {
		t.Fatalf("alice %+v %v", a, err)
	}
	if a, err := state.Account(bob); err != nil || a != rollup.EmptyAccount() {
		t.Fatalf("an account that is not there: %+v %v", a, err)
	}
	a, err := state.Account(contract)
	if err != nil || a.CodeLen != 1 {
		t.Fatalf("contract %+v %v", a, err)
	}
	if code, err := state.Code(a.CodeHash); err != nil || len(code) != 1 {
		t.Fatalf("code %x %v", code, err)
	}
	if v, err := state.Storage(contract, common.Hash{1}); err != nil || v != (common.Hash{2}) {
		t.Fatalf("slot %s %v", v, err)
	}
	chain, err := s.ChainStateAt(0)
	if err != nil || *chain != *g.ChainState() {
		t.Fatalf("chain state %+v %v", chain, err)
	}
}

func TestAppendAndReadBack(t *testing.T) {
	s := newStore(t)
	appendBlocks(t, s, 2, 2)
	res := makeBlock(t, s, s.Head(), 1)
	if err := s.AppendBlock(res); err != nil {
		t.Fatal(err)
	}
	if err := s.AppendBlock(res); err != nil {
		t.Fatalf("the same block again: %v", err)
	}
	head := s.Head()
	if want := (BlockRef{Number: 3, Hash: res.Hash, Timestamp: 1003, PriorityOps: 5, Txs: 8, L2ToL1Logs: 8}); head != want {
		t.Fatalf("head %+v, want %+v", head, want)
	}
	if n, err := s.NumberOf(res.Hash); err != nil || n != 3 {
		t.Fatalf("number of hash %d %v", n, err)
	}
	if h, err := s.Header(3); err != nil || h.Hash() != res.Hash {
		t.Fatalf("header %v %v", h, err)
	}
	if b, err := s.Block(3); err != nil || !reflect.DeepEqual(b, res.Block) {
		t.Fatalf("block %+v %v", b, err)
	}
	if at, err := s.TxByHash(res.Receipts[1].TxHash); err != nil || at != (TxPlace{3, 1}) {
		t.Fatalf("place %+v %v", at, err)
	}
	receipts, err := s.Receipts(3)
	if err != nil {
		t.Fatal(err)
	}
	for i, l := range receipts[1].Logs {
		if l.BlockHash != res.Hash || l.BlockNumber != 3 || l.TxIndex != 1 || l.Index != uint(i) || l.BlockTimestamp != 1003 {
			t.Errorf("log %d: %+v", i, l)
		}
		*l = types.Log{Address: l.Address, Topics: l.Topics, Data: l.Data}
	}
	if !reflect.DeepEqual(receipts, res.Receipts) {
		t.Fatalf("receipts\n%+v\n%+v", receipts[1], res.Receipts[1])
	}
}

func TestHistoryOfState(t *testing.T) {
	s := newStore(t)
	appendBlocks(t, s, 5, 0)
	for n := uint64(1); n <= 5; n++ {
		state, err := s.StateAt(n)
		if err != nil {
			t.Fatal(err)
		}
		a, err := state.Account(alice)
		v, err2 := state.Storage(contract, common.Hash{1})
		if err != nil || err2 != nil || a.Nonce != n || v.Big().Uint64() != n {
			t.Fatalf("block %d: nonce %d, slot %s, %v %v", n, a.Nonce, v, err, err2)
		}
	}
	if _, err := s.StateAt(6); !errors.Is(err, ErrNotFound) {
		t.Fatalf("state above the head: %v", err)
	}
}

func TestAppendRejects(t *testing.T) {
	s := newStore(t)
	appendBlocks(t, s, 1, 1)
	head := s.Head()
	gap, orphan, early, op := makeBlock(t, s, head, 0), makeBlock(t, s, head, 0), makeBlock(t, s, head, 0), makeBlock(t, s, head, 1)
	gap.Block.Env.Number = 3
	orphan.Header.ParentHash = common.Hash{1}
	early.Block.Env.Timestamp = 1
	op.Block.Txs[0] = (&rollup.CanonicalTx{Type: rollup.PriorityTxType, Nonce: 2}).Raw()
	broken := makeBlock(t, s, head, 1)
	broken.Block.Txs[0] = []byte{rollup.PriorityTxType, 0}
	short := makeBlock(t, s, head, 1)
	short.Receipts = short.Receipts[1:]
	other := makeBlock(t, s, BlockRef{Timestamp: 5000}, 0)
	for name, tc := range map[string]struct {
		err  error
		want error
	}{
		"gap":                  {s.AppendBlock(gap), ErrOrder},
		"other parent":         {s.AppendBlock(orphan), ErrOrder},
		"time goes back":       {s.AppendBlock(early), ErrOrder},
		"priority gap":         {s.AppendBlock(op), ErrOrder},
		"broken operation":     {s.AppendBlock(broken), rollup.ErrEncoding},
		"a receipt is missing": {s.AppendBlock(short), ErrOrder},
		"another block 1":      {s.AppendBlock(other), ErrConflict},
	} {
		if !errors.Is(tc.err, tc.want) {
			t.Errorf("%s: %v, want %v", name, tc.err, tc.want)
		}
	}
	if s.Head() != head {
		t.Fatal("a refused block moved the head")
	}
}

func TestChainStateWindow(t *testing.T) {
	s := newStore(t)
	want := testGenesis().ChainState()
	for range 300 {
		res := makeBlock(t, s, s.Head(), 0)
		if err := s.AppendBlock(res); err != nil {
			t.Fatal(err)
		}
		want.Push(res.Block.Env.Number, res.Block.Env.Timestamp, res.Hash)
		if got, err := s.ChainStateAt(s.Head().Number); err != nil || *got != *want {
			t.Fatalf("block %d: %v", s.Head().Number, err)
		}
	}
	if _, err := s.ChainStateAt(301); !errors.Is(err, ErrNotFound) {
		t.Fatalf("above the head: %v", err)
	}
}

func TestLogBlocks(t *testing.T) {
	s := newStore(t)
	appendBlocks(t, s, 4, 0)
	var got []uint64
	for n, err := range s.LogBlocks(2, 3, func(b types.Bloom) bool { return b.Test(bob[:]) }) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, n)
	}
	if !reflect.DeepEqual(got, []uint64{2, 3}) {
		t.Fatalf("blocks %v", got)
	}
	for n := range s.LogBlocks(0, 9, func(b types.Bloom) bool { return b.Test(alice[:]) }) {
		t.Fatalf("block %d has no log of alice", n)
	}
}

func TestRollback(t *testing.T) {
	s := newStore(t)
	appendBlocks(t, s, 5, 1)
	removed, err := s.Receipts(5)
	if err != nil {
		t.Fatal(err)
	}
	ref3, _ := s.Ref(3)
	if err := s.Rollback(3); err != nil {
		t.Fatal(err)
	}
	if s.Head() != ref3 {
		t.Fatalf("head %+v", s.Head())
	}
	if _, err := s.TxByHash(removed[0].TxHash); !errors.Is(err, ErrNotFound) {
		t.Fatalf("a transaction of a removed block: %v", err)
	}
	state, err := s.StateAt(3)
	if err != nil {
		t.Fatal(err)
	}
	if a, _ := state.Account(alice); a.Nonce != 3 {
		t.Fatalf("nonce %d", a.Nonce)
	}
	appendBlocks(t, s, 2, 1)
	if s.Head().PriorityOps != 5 {
		t.Fatalf("priority operations %d", s.Head().PriorityOps)
	}
}

func TestIdentity(t *testing.T) {
	fs := vfs.NewMem()
	s := openMem(t, fs)
	appendBlocks(t, s, 1, 0)
	if _, err := Open(Config{Dir: "chain", FS: fs}, testGenesis()); !errors.Is(err, ErrLocked) {
		t.Fatalf("open twice: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		want string
		edit func(*Genesis)
	}{
		{"holds chain 271, not chain 272", func(g *Genesis) { g.Config.ChainID = 272 }},
		{"another chain configuration", func(g *Genesis) { g.Config.Fork = rollup.ForkPrague }},
		{"another genesis", func(g *Genesis) { g.Alloc[alice] = types.Account{Nonce: 4} }},
		{"another genesis", func(g *Genesis) { g.Timestamp++ }},
	} {
		g := testGenesis()
		tc.edit(g)
		_, err := Open(Config{Dir: "chain", FS: fs}, g)
		if !errors.Is(err, ErrWrongChain) || !strings.Contains(err.Error(), tc.want) || !strings.Contains(err.Error(), "--data-dir") {
			t.Errorf("want %q, got %v", tc.want, err)
		}
	}
	s = openMem(t, fs)
	if s.Head().Number != 1 {
		t.Fatalf("head %+v after reopening", s.Head())
	}
	if err := s.db.Set([]byte(keyIdentity), []byte{0, 0, 0, 9, 1, 2, 3}, pebble.Sync); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(Config{Dir: "chain", FS: fs}, testGenesis()); !errors.Is(err, ErrSchema) || !strings.Contains(err.Error(), "schema 9") {
		t.Fatalf("another schema: %v", err)
	}
}

func TestOpenOnDiskNamesTheHolder(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(Config{Dir: dir, Process: "ashlar devnet"}, testGenesis())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	_, err = Open(Config{Dir: dir, Process: "ashlar node"}, testGenesis())
	if !errors.Is(err, ErrLocked) || !strings.Contains(err.Error(), "ashlar devnet (process ") {
		t.Fatalf("error %v", err)
	}
}

func TestGenesisCheckRejects(t *testing.T) {
	g := testGenesis()
	g.GasPerPubdata = g.Config.MaxGasPerPubdata + 1
	if err := g.Check(); err == nil || !strings.Contains(err.Error(), "gas per pubdata") {
		t.Errorf("price above the maximum: %v", err)
	}
	g = testGenesis()
	g.Alloc[bob] = types.Account{Storage: map[common.Hash]common.Hash{{1}: {1}}}
	if err := g.Check(); err == nil || !strings.Contains(err.Error(), "storage but is empty") {
		t.Errorf("storage of an empty account: %v", err)
	}
	g = testGenesis()
	g.Config.ChainID = 0
	if err := g.Check(); err == nil || !strings.Contains(err.Error(), "chain id") {
		t.Errorf("chain id 0: %v", err)
	}
}

func TestWait(t *testing.T) {
	s := newStore(t)
	got := make(chan BlockRef)
	go func() {
		ref, _ := s.Wait(t.Context(), 1)
		got <- ref
	}()
	appendBlocks(t, s, 2, 0)
	if ref := <-got; ref.Number != 2 {
		t.Fatalf("woken at %+v", ref)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Wait(ctx, 99); !errors.Is(err, context.Canceled) {
		t.Fatalf("cancelled wait: %v", err)
	}
}
