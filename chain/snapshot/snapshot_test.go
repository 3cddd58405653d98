package snapshot

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"math/big"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/chain/batch"
	"github.com/ashlar-labs/ashlar/chain/state/keyspace"
	treestore "github.com/ashlar-labs/ashlar/chain/state/store"
	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/witness/witnesstest"
)

var counter = common.HexToAddress("0xc0de")

// chain is a store and where it is.
type chain struct {
	*store.Store
	fs vfs.FS
}

// testChain is a chain with two batches of one block each, and a block that is in none. Each block adds 1 to a slot of a contract.
func testChain(t *testing.T) *chain {
	t.Helper()
	key, err := crypto.ToECDSA(common.LeftPadBytes([]byte{7}, 32))
	if err != nil {
		t.Fatal(err)
	}
	user, supply, gift := crypto.PubkeyToAddress(key.PublicKey), rollup.BaseTokenSupply().ToBig(), big.NewInt(1e18)
	genesis := &store.Genesis{
		Config:    rollup.ChainConfig{ChainID: 271, Fork: rollup.ForkOsaka, BlockGasLimit: 100_000_000, MaxGasPerPubdata: 50_000},
		Timestamp: 1000, BaseFee: 100, GasPerPubdata: 7,
		Alloc: types.GenesisAlloc{
			user: {Balance: gift}, rollup.L2BaseTokenAddress: {Balance: supply.Sub(supply, gift), Nonce: 1}, counter: {Code: common.FromHex("600054600101600055"), Nonce: 1},
		},
	}
	s := open(t, vfs.NewMem(), genesis)
	tree, err := treestore.Open(s.DB(), treestore.DefaultConfig())
	if err != nil {
		t.Fatal(err)
	}
	sealer, err := batch.NewSealer(batch.Config{
		Limits: batch.DefaultLimits(rollup.DACalldata), Scheme: rollup.DACalldata, SettlementChainID: 9, Now: func() time.Time { return time.Unix(2000, 0) }, Logger: slog.New(slog.DiscardHandler),
	}, s.Store, tree, witnesstest.NoBlobs{}, witnesstest.Native{})
	if err != nil {
		t.Fatal(err)
	}
	if err := sealer.Recover(); err != nil {
		t.Fatal(err)
	}
	for nonce := range uint64(3) {
		raw, err := types.MustSignNewTx(key, types.LatestSignerForChainID(big.NewInt(271)), &types.DynamicFeeTx{
			ChainID: big.NewInt(271), Nonce: nonce, GasFeeCap: big.NewInt(1000), GasTipCap: big.NewInt(1), Gas: 200_000, To: &counter, Value: big.NewInt(1),
		}).MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		appendBlock(t, s.Store, raw)
		if nonce == 2 {
			break
		}
		if sealed, err := sealer.Seal(t.Context(), true); err != nil || !sealed {
			t.Fatal(sealed, err)
		}
	}
	return s
}

func open(t *testing.T, fs vfs.FS, genesis *store.Genesis) *chain {
	t.Helper()
	c := &chain{fs: fs}
	var err error
	if c.Store, err = store.Open(store.Config{Dir: "chain", FS: fs}, genesis); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

// reopen forgets what is in memory.
func (c *chain) reopen() (err error) {
	if err := c.Close(); err != nil {
		return err
	}
	c.Store, err = store.Open(store.Config{Dir: "chain", FS: c.fs}, c.Genesis())
	return err
}

func appendBlock(t *testing.T, s *store.Store, txs ...[]byte) {
	t.Helper()
	head := s.Head()
	state, err1 := s.ChainStateAt(head.Number)
	pre, err2 := s.StateAt(head.Number)
	if err := errors.Join(err1, err2); err != nil {
		t.Fatal(err)
	}
	env := rollup.BlockEnv{Number: head.Number + 1, Timestamp: head.Timestamp + 1, GasLimit: 100_000_000, GasPerPubdata: 7}
	env.BaseFee.SetUint64(100)
	cfg := s.Genesis().Config
	result, err := stf.ExecuteBlock(&cfg, state, pre, &rollup.Block{Env: env, Txs: txs})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.AppendBlock(result); err != nil {
		t.Fatal(err)
	}
}

func accept(s *chain) (store.BlockRef, error) {
	return Accept(context.Background(), s.Store, slog.New(slog.DiscardHandler))
}

func TestAcceptEndsWithTheLastBatch(t *testing.T) {
	s := testChain(t)
	want, err := s.Ref(2)
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // what was accepted is accepted
		if end, err := accept(s); err != nil || end != want || s.Head() != want {
			t.Fatalf("%+v, %v; want %+v", end, err, want)
		}
	}
	if _, err := s.Block(3); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("block 3, which is in no batch, is there: %v", err)
	}
}

func TestAcceptGenesis(t *testing.T) {
	s := testChain(t)
	s = open(t, vfs.NewMem(), s.Genesis())
	if end, err := accept(s); err != nil || end.Number != 0 {
		t.Fatal(end, err)
	}
}

// A byte of any part that is checked is another.
func TestAcceptRefuses(t *testing.T) {
	numbered := func(table string) []byte { return keyspace.Numbered(table, 2) }
	for name, c := range map[string]struct {
		key []byte // or a prefix of it
		at  int    // index of the byte, from the end when negative
	}{
		"balance":      {[]byte(keyspace.Account), 39},
		"slot":         {append([]byte(keyspace.Slot), counter[:]...), 31},
		"code":         {[]byte(keyspace.Code), 0},
		"header":       {numbered("cb"), -1},
		"transactions": {numbered("cB"), -1},
		"receipts":     {numbered("cr"), 1 + 4 + 32 + 1 + 1 + 8 + 7}, // cumulative gas of the first
	} {
		s := testChain(t)
		if _, err := accept(s); err != nil { // without the block that would be undone, and damage with it
			t.Fatal(err)
		}
		it, err := s.DB().NewIter(&pebble.IterOptions{LowerBound: c.key, UpperBound: keyspace.End(c.key)})
		if err != nil {
			t.Fatal(err)
		}
		found := it.First()
		for found && len(it.Value()) == 0 {
			found = it.Next()
		}
		if !found {
			t.Fatalf("%s: nothing to change", name)
		}
		key, value := bytes.Clone(it.Key()), bytes.Clone(it.Value())
		value[(c.at+len(value))%len(value)] ^= 1
		if err := errors.Join(it.Close(), s.DB().Set(key, value, pebble.Sync), s.reopen()); err != nil {
			t.Fatal(err)
		}
		if _, err := accept(s); !errors.Is(err, ErrContradiction) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAcceptStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	s := testChain(t)
	if _, err := Accept(ctx, s.Store, slog.New(slog.DiscardHandler)); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
