package txmgr

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	devl1 "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/devnet/l1/l1test"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/da"
	"github.com/ashlar-labs/ashlar/settlement/durable"
	"github.com/ashlar-labs/ashlar/settlement/l1"
)

var recipient = common.HexToAddress("0x00000000000000000000000000000000000000000000000000000000000e0e0e")

// startL1 runs an L1 that seals when told to and a client to it.
func startL1(t *testing.T, finality int64) (*devl1.L1, *l1.Client) {
	t.Helper()
	node := l1test.Start(t, l1test.Never)
	if _, err := node.Seal(); err != nil {
		t.Fatal(err)
	}
	return node, l1test.Attach(t, node, finality)
}

type testClock struct{ now time.Time }

func (c *testClock) Now() time.Time { return c.now }

func testConfig(clock *testClock) Config {
	cfg := DefaultConfig()
	cfg.ChainID, cfg.Now, cfg.Log = devl1.DefaultConfig().ChainID, clock.Now, slog.New(slog.DiscardHandler)
	return cfg
}

func newManager(t *testing.T, chain Chain, kv durable.KV, clock *testClock) *Manager {
	t.Helper()
	cfg := testConfig(clock)
	m, err := New(chain, kv, KeySigner(devl1.Accounts()[0].Key, cfg.ChainID), cfg)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func start() *testClock { return &testClock{now: time.Unix(1_700_000_000, 0)} }

func pay(key string) Intent { return Intent{Key: key, To: recipient, ValueWei: big.NewInt(7)} }

func received(t *testing.T, client *l1.Client) int64 {
	t.Helper()
	balance, err := client.BalanceAt(t.Context(), recipient, nil)
	if err != nil {
		t.Fatal(err)
	}
	return balance.Int64()
}

// seal makes a block and returns how many transactions it has.
func seal(t *testing.T, node *devl1.L1) int {
	t.Helper()
	block, err := node.Seal()
	if err != nil {
		t.Fatal(err)
	}
	return len(block.Transactions())
}

func tick(t *testing.T, m *Manager) {
	t.Helper()
	if err := m.Tick(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func state(t *testing.T, m *Manager, key string) Status {
	t.Helper()
	s, err := m.Status(key)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestLifeOfAnIntent(t *testing.T) {
	node, client := startL1(t, 1)
	m := newManager(t, client, &durable.Memory{}, start())
	if s := state(t, m, "a"); s.State != Unknown {
		t.Fatalf("state %v", s.State)
	}
	for range 2 { // the second time does nothing
		if err := m.Submit(t.Context(), pay("a")); err != nil {
			t.Fatal(err)
		}
	}
	if s := state(t, m, "a"); s.State != Intended || s.Nonce != 0 {
		t.Fatalf("%+v", s)
	}
	tick(t, m)
	if s := state(t, m, "a"); s.State != Sent {
		t.Fatalf("%+v", s)
	}
	if n := seal(t, node); n != 1 {
		t.Fatalf("%d transactions", n)
	}
	tick(t, m)
	if s := state(t, m, "a"); s.State != Mined || s.Reverted {
		t.Fatalf("%+v", s)
	}
	seal(t, node)
	tick(t, m)
	if s := state(t, m, "a"); s.State != Final || received(t, client) != 7 {
		t.Fatalf("%+v", s)
	}
	if err := m.Submit(t.Context(), pay("a")); err != nil || received(t, client) != 7 {
		t.Fatal("submitted again after the end")
	}
}

func TestSubmitRefuses(t *testing.T) {
	_, client := startL1(t, 0)
	kv := &durable.Memory{}
	m := newManager(t, client, kv, start())
	if err := m.Submit(t.Context(), pay("a")); err != nil {
		t.Fatal(err)
	}
	other := pay("a")
	other.ValueWei = big.NewInt(8)
	if err := m.Submit(t.Context(), other); !errors.Is(err, ErrConflict) {
		t.Errorf("same key, other intent: %v", err)
	}
	// The CREATE2 deployer reverts on init code that reverts.
	reverting := Intent{Key: "b", To: common.HexToAddress("0x4e59b44847b379578588920cA78FbF26c0B4956C"), Data: append(make([]byte, 32), 0xfe)}
	if err := m.Submit(t.Context(), reverting); !errors.Is(err, ErrRefused) {
		t.Errorf("reverting call: %v", err)
	}
	if s := state(t, m, "b"); s.State != Unknown {
		t.Errorf("a refused call is %v", s.State)
	}
	if err := m.Submit(t.Context(), Intent{To: recipient}); err == nil {
		t.Error("no key")
	}
	if _, err := New(client, kv, KeySigner(devl1.Accounts()[1].Key, 31337), testConfig(start())); err == nil || !strings.Contains(err.Error(), "holds intents of") {
		t.Errorf("store of another account: %v", err)
	}
}

func TestFeesRiseUntilMined(t *testing.T) {
	node, client := startL1(t, 0)
	clock := start()
	m := newManager(t, client, &durable.Memory{}, clock)
	if err := m.Submit(t.Context(), pay("a")); err != nil {
		t.Fatal(err)
	}
	tick(t, m)
	first := state(t, m, "a")
	tick(t, m)
	if s := state(t, m, "a"); s.Attempts != 1 {
		t.Fatalf("%d attempts before it is time", s.Attempts)
	}
	clock.now = clock.now.Add(time.Minute)
	tick(t, m)
	second := state(t, m, "a")
	if second.Attempts != 2 || second.Tx == first.Tx || second.Nonce != first.Nonce {
		t.Fatalf("%+v after %+v", second, first)
	}
	if n := seal(t, node); n != 1 {
		t.Fatalf("%d transactions", n)
	}
	tick(t, m)
	if s := state(t, m, "a"); s.Tx != second.Tx || s.State != Final || received(t, client) != 7 {
		t.Fatalf("%+v", s)
	}
}

func TestReorganisation(t *testing.T) {
	node, client := startL1(t, 10)
	m := newManager(t, client, &durable.Memory{}, start())
	for _, key := range []string{"a", "b"} {
		if err := m.Submit(t.Context(), pay(key)); err != nil {
			t.Fatal(err)
		}
		tick(t, m)
		seal(t, node)
		tick(t, m)
	}
	before := [2]Status{state(t, m, "a"), state(t, m, "b")}
	if err := node.Rewind(1); err != nil {
		t.Fatal(err)
	}
	tick(t, m) // notices
	tick(t, m) // sends again
	if n := seal(t, node); n != 2 {
		t.Fatalf("%d transactions after the reorganisation", n)
	}
	tick(t, m)
	for i, key := range []string{"a", "b"} {
		if s := state(t, m, key); s.State != Mined || s.Tx != before[i].Tx {
			t.Errorf("%s: %+v, was %+v", key, s, before[i])
		}
	}
	if received(t, client) != 14 {
		t.Errorf("received %d", received(t, client))
	}
}

func TestFinalIsLostNevertheless(t *testing.T) {
	node, client := startL1(t, 0)
	m := newManager(t, client, &durable.Memory{}, start())
	for _, key := range []string{"a", "b"} {
		if err := m.Submit(t.Context(), pay(key)); err != nil {
			t.Fatal(err)
		}
		tick(t, m)
		seal(t, node)
		tick(t, m)
	}
	if s := state(t, m, "b"); s.State != Final {
		t.Fatalf("%+v", s)
	}
	if err := node.Rewind(1); err != nil {
		t.Fatal(err)
	}
	if err := m.Submit(t.Context(), pay("c")); err != nil {
		t.Fatal(err)
	}
	tick(t, m)
	if n := seal(t, node); n != 3 || received(t, client) != 21 {
		t.Fatalf("%d transactions, received %d", n, received(t, client))
	}
}

func TestNonceUsedByAnotherProgram(t *testing.T) {
	node, client := startL1(t, 0)
	m := newManager(t, client, &durable.Memory{}, start())
	if err := m.Submit(t.Context(), pay("a")); err != nil {
		t.Fatal(err)
	}
	id := new(big.Int).SetUint64(client.ID())
	foreign := types.MustSignNewTx(devl1.Accounts()[0].Key, types.LatestSignerForChainID(id), &types.DynamicFeeTx{
		ChainID: id, GasTipCap: big.NewInt(1e9), GasFeeCap: big.NewInt(1e11), Gas: 21000, To: &common.Address{1},
	})
	if err := client.SendTransaction(t.Context(), foreign); err != nil {
		t.Fatal(err)
	}
	seal(t, node)
	tick(t, m)
	tick(t, m)
	if s := state(t, m, "a"); s.Nonce != 1 {
		t.Fatalf("%+v", s)
	}
	seal(t, node)
	tick(t, m)
	if s := state(t, m, "a"); s.State != Final || received(t, client) != 7 {
		t.Fatalf("%+v, received %d", s, received(t, client))
	}
}

func TestBlobs(t *testing.T) {
	node, client := startL1(t, 0)
	clock := start()
	kv := &durable.Memory{}
	m := newManager(t, client, kv, clock)
	data, err := da.Prepare(rollup.DABlobs, []byte("pubdata"))
	if err != nil {
		t.Fatal(err)
	}
	sidecar, err := da.Sidecar(data)
	if err != nil {
		t.Fatal(err)
	}
	if err := m.Submit(t.Context(), Intent{Key: "blob", To: recipient, Sidecar: sidecar}); err != nil {
		t.Fatal(err)
	}
	tick(t, m)
	clock.now = clock.now.Add(time.Minute)
	m = newManager(t, client, kv, clock)
	tick(t, m) // replaces in the blob pool, which asks for twice the fees
	if s := state(t, m, "blob"); s.State != Sent || s.Attempts != 2 {
		t.Fatalf("%+v", s)
	}
	if n := seal(t, node); n != 1 {
		t.Fatalf("%d transactions", n)
	}
	tick(t, m)
	if s := state(t, m, "blob"); s.State != Final {
		t.Fatalf("%+v", s)
	}
	tx, _, err := client.TransactionByHash(t.Context(), state(t, m, "blob").Tx)
	if err != nil || tx.BlobHashes()[0] != data.Blobs[0].VersionedHash {
		t.Fatalf("blob hashes %v, %v", tx.BlobHashes(), err)
	}
}

func TestTooDear(t *testing.T) {
	_, client := startL1(t, 0)
	cfg := testConfig(start())
	cfg.MaxFeeWei = big.NewInt(1)
	m, err := New(client, &durable.Memory{}, KeySigner(devl1.Accounts()[0].Key, cfg.ChainID), cfg)
	if err != nil {
		t.Fatal(err)
	}
	if err := m.Submit(t.Context(), pay("a")); err != nil {
		t.Fatal(err)
	}
	tick(t, m)
	if s := state(t, m, "a"); s.State != Intended {
		t.Errorf("%+v", s)
	}
	if why := m.Waiting(); !strings.Contains(why, ErrTooDear.Error()) {
		t.Errorf("waits for %q", why)
	}
}

func TestRunAndWait(t *testing.T) {
	client := l1test.Dial(t, l1test.Start(t, 0))
	settings := testConfig(start())
	settings.Poll = 5 * time.Millisecond
	m, err := New(client, &durable.Memory{}, KeySigner(devl1.Accounts()[0].Key, settings.ChainID), settings)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	done := make(chan error, 1)
	run, stop := context.WithCancel(ctx)
	go func() { done <- m.Run(run) }()
	for i := range 5 {
		if err := m.Submit(ctx, pay(fmt.Sprint(i))); err != nil {
			t.Fatal(err)
		}
	}
	if s, err := m.Wait(ctx, "4", Final); err != nil || s.State != Final {
		t.Errorf("%+v, %v", s, err)
	}
	stop()
	if err := <-done; err != nil {
		t.Error(err)
	}
	cancel()
	if _, err := m.Wait(ctx, "unknown", Final); !errors.Is(err, context.Canceled) {
		t.Errorf("wait for an unknown key: %v", err)
	}
}

func TestJudge(t *testing.T) {
	for text, want := range map[string]verdict{
		"already known": accepted, "nonce too low: next nonce 5, tx nonce 4": usedNonce, "replacement transaction underpriced": tooCheap,
		"transaction underpriced: gas tip cap 1, minimum needed 2": tooCheap, "address already reserved": notNow,
		"insufficient funds for gas * price + value": notNow, "exceeds block gas limit": refused, "invalid sender": refused,
	} {
		if got := judge(errors.New(text)); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

func TestRaiseReplacesAndIsFair(t *testing.T) {
	m := market{baseFee: big.NewInt(100), tip: big.NewInt(3), blobBaseFee: big.NewInt(1)}
	old := fairFees(m, true)
	f := raise(old, m)
	for name, pair := range map[string][2]*big.Int{"tip": {old.tip, f.tip}, "fee": {old.feeCap, f.feeCap}, "blob": {old.blobCap, f.blobCap}} {
		if pair[1].Cmp(new(big.Int).Lsh(pair[0], 1)) < 0 {
			t.Errorf("%s: %v after %v", name, pair[1], pair[0])
		}
	}
	dear := market{baseFee: big.NewInt(1000), tip: big.NewInt(3), blobBaseFee: big.NewInt(500)}
	if !old.tooLow(dear) || raise(old, dear).tooLow(dear) {
		t.Error("raise does not follow the market")
	}
	if more(big.NewInt(0), 10).Cmp(big.NewInt(1)) != 0 || more(big.NewInt(1), 10).Cmp(big.NewInt(2)) != 0 {
		t.Error("small fees do not rise")
	}
}
