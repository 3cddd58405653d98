package txmgr

import (
	"errors"
	"fmt"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"

	devl1 "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/crash"
	"github.com/ashlar-labs/ashlar/settlement/da"
	"github.com/ashlar-labs/ashlar/settlement/durable"
	"github.com/ashlar-labs/ashlar/settlement/l1"
)

var elsewhere = common.HexToAddress("0xe15e")

// foreign is another program's payment of 1 wei with the account's nonce.
func foreign(client *l1.Client, nonce uint64) *types.Transaction {
	id := new(big.Int).SetUint64(client.ID())
	return types.MustSignNewTx(devl1.Accounts()[0].Key, types.LatestSignerForChainID(id), &types.DynamicFeeTx{
		ChainID: id, Nonce: nonce, GasTipCap: big.NewInt(1e9), GasFeeCap: big.NewInt(1e11), Gas: 21000, To: &elsewhere, Value: big.NewInt(1),
	})
}

// blobOf is a sidecar with one blob; the proofs take long to make.
func blobOf(t *testing.T, text string) *types.BlobTxSidecar {
	t.Helper()
	if sidecars[text] == nil {
		sidecars[text] = must(da.Sidecar(must(da.Prepare(rollup.DABlobs, []byte(text)))(t)))(t)
	}
	return sidecars[text].Copy()
}

var sidecars = make(map[string]*types.BlobTxSidecar)

func foreignBlob(t *testing.T, client *l1.Client, nonce uint64) *types.Transaction {
	t.Helper()
	sidecar := blobOf(t, "foreign")
	id := new(big.Int).SetUint64(client.ID())
	return types.MustSignNewTx(devl1.Accounts()[0].Key, types.LatestSignerForChainID(id), &types.BlobTx{
		ChainID: uint256.MustFromBig(id), Nonce: nonce, GasTipCap: uint256.NewInt(1e9), GasFeeCap: uint256.NewInt(1e11), BlobFeeCap: uint256.NewInt(1e9), Gas: 21000,
		To: elsewhere, Value: uint256.NewInt(1), BlobHashes: sidecar.BlobHashes(), Sidecar: sidecar,
	})
}

// include seals until L1 has used the first n nonces of the account: a pool that is busy may offer a transaction to the next block only.
func include(t *testing.T, node *devl1.L1, l *liar, n uint64) {
	t.Helper()
	for range 50 {
		seal(t, node)
		if must(l.Client.NonceAt(t.Context(), devl1.Accounts()[0].Address, nil))(t) >= n {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("L1 has not used %d nonces", n)
}

func paidElsewhere(t *testing.T, client *l1.Client) int64 {
	t.Helper()
	return must(client.BalanceAt(t.Context(), elsewhere, nil))(t).Int64()
}

// giveWay makes an intent whose nonce a transaction of another program takes, so that it gets another one, and then lets L1 undo that transaction. It returns the
// transactions that the intent had with the first nonce. With mined, L1 has the intent by then.
func giveWay(t *testing.T, node *devl1.L1, l *liar, m *Manager, in Intent, taker func(nonce uint64) *types.Transaction, mined bool) []*types.Transaction {
	t.Helper()
	seal(t, node)
	before := must(l.Head(t.Context()))(t).Number
	submit(t, m, in)
	was := state(t, m, in.Key).Nonce
	if err := l.SendTransaction(t.Context(), taker(was)); err != nil {
		t.Fatal(err)
	}
	include(t, node, l, was+1)
	tick(t, m)
	for range 2 {
		tick(t, m)
	}
	if mined {
		include(t, node, l, was+2)
		tick(t, m)
	}
	if s := state(t, m, in.Key); s.Nonce == was || mined != (s.State == Final) {
		t.Fatalf("before the reorganisation: %+v; waits for %q", s, m.Waiting())
	}
	y := must(m.yielded(was))(t)
	attempts, _, err := y.transactions()
	if err != nil || len(attempts) == 0 || y.Key != in.Key {
		t.Fatalf("given up: %+v, %v", y, err)
	}
	if err := node.Rewind(before); err != nil {
		t.Fatal(err)
	}
	return attempts
}

// noneLeft checks that nothing is under way, so that no nonce waits for anything.
func noneLeft(t *testing.T, node *devl1.L1, m *Manager) {
	t.Helper()
	for range 10 {
		if keys := must(m.UnderWay())(t); len(keys) == 0 {
			return
		}
		seal(t, node)
		tick(t, m)
	}
	t.Errorf("%v are under way still; waits for %q", must(m.UnderWay())(t), m.Waiting())
}

func gapManager(t *testing.T) (*devl1.L1, *liar, *Manager, *testClock) {
	node, l := lying(t, 0)
	clock := start()
	return node, l, newManager(t, l, &durable.Memory{}, clock), clock
}

// L1 undoes the transaction that an intent gave way to: the nonce is filled with that very transaction, and everything goes on.
func TestGapIsFilled(t *testing.T) {
	for _, mined := range []bool{false, true} {
		t.Run(fmt.Sprintf("mined %v", mined), func(t *testing.T) {
			node, l, m, clock := gapManager(t)
			giveWay(t, node, l, m, pay("a"), func(n uint64) *types.Transaction { return foreign(l.Client, n) }, mined)
			submit(t, m, pay("b"))
			finish(t, node, l.Client, m, clock, "b", 14)
			if s := state(t, m, "a"); s.State != Final || s.Nonce != 1 || paidElsewhere(t, l.Client) != 1 {
				t.Errorf("%+v, the other program paid %d", s, paidElsewhere(t, l.Client))
			}
			noneLeft(t, node, m)
		})
	}
}

// The other program's transaction comes back before the manager looks, or takes its time, or never comes and is not taken again: everything happens once.
func TestGapAndTheOtherProgram(t *testing.T) {
	for name, c := range map[string]struct {
		after   func(t *testing.T, node *devl1.L1, l *liar)
		foreign int64
	}{
		"comes back at once": {func(t *testing.T, node *devl1.L1, l *liar) {
			if err := l.SendTransaction(t.Context(), foreign(l.Client, 0)); err != nil {
				t.Fatal(err)
			}
			include(t, node, l, 1)
		}, 1},
		"is in the pool": {func(t *testing.T, _ *devl1.L1, l *liar) {
			if err := l.SendTransaction(t.Context(), foreign(l.Client, 0)); err != nil {
				t.Fatal(err)
			}
		}, 1},
		"pays too little now": {func(_ *testing.T, _ *devl1.L1, l *liar) { l.baseFee = big.NewInt(101e9) }, 0},
		"is refused":          {func(_ *testing.T, _ *devl1.L1, l *liar) { l.refuse = foreign(l.Client, 0).Hash() }, 0},
	} {
		t.Run(name, func(t *testing.T) {
			node, l, m, clock := gapManager(t)
			giveWay(t, node, l, m, pay("a"), func(n uint64) *types.Transaction { return foreign(l.Client, n) }, false)
			c.after(t, node, l)
			submit(t, m, pay("b"))
			finish(t, node, l.Client, m, clock, "b", 14)
			if got := paidElsewhere(t, l.Client); got != c.foreign || state(t, m, "a").State != Final {
				t.Errorf("the other program paid %d, want %d; %+v", got, c.foreign, state(t, m, "a"))
			}
			noneLeft(t, node, m)
		})
	}
}

// A third program's transaction fills the gap.
func TestGapFilledByAThird(t *testing.T) {
	node, l, m, clock := gapManager(t)
	giveWay(t, node, l, m, pay("a"), func(n uint64) *types.Transaction { return foreign(l.Client, n) }, false)
	tick(t, m)                                                                   // fills
	if err := node.Rewind(must(l.Head(t.Context()))(t).Number - 1); err != nil { // forgets what the pool has
		t.Fatal(err)
	}
	id := new(big.Int).SetUint64(l.ID())
	third := types.MustSignNewTx(devl1.Accounts()[0].Key, types.LatestSignerForChainID(id), &types.DynamicFeeTx{
		ChainID: id, GasTipCap: big.NewInt(2e9), GasFeeCap: big.NewInt(1e11), Gas: 21000, To: &elsewhere, Value: big.NewInt(3),
	})
	if err := l.SendTransaction(t.Context(), third); err != nil {
		t.Fatal(err)
	}
	include(t, node, l, 1)
	finish(t, node, l.Client, m, clock, "a", 7)
	if got := paidElsewhere(t, l.Client); got != 3 {
		t.Errorf("the other programs paid %d", got)
	}
	if y := must(m.yielded(0))(t); y == nil || y.Key != "a" {
		t.Errorf("given up: %+v", y)
	}
	noneLeft(t, node, m)
}

// What the intent had sent with its first nonce comes back in place of the other program's transaction: the intent has happened, and its later nonce pays nothing.
func TestFormerTransactionComesBack(t *testing.T) {
	for _, mined := range []bool{false, true} {
		t.Run(fmt.Sprintf("mined %v", mined), func(t *testing.T) {
			node, l, m, clock := gapManager(t)
			former := giveWay(t, node, l, m, pay("a"), func(n uint64) *types.Transaction { return foreign(l.Client, n) }, mined)
			if err := l.SendTransaction(t.Context(), former[0]); err != nil {
				t.Fatal(err)
			}
			include(t, node, l, 1)
			submit(t, m, pay("b"))
			finish(t, node, l.Client, m, clock, "b", 14)
			if s := state(t, m, "a"); s.State != Final || s.Nonce != 0 || s.Tx != former[0].Hash() || s.Reverted {
				t.Errorf("%+v", s)
			}
			noneLeft(t, node, m)
			if y := must(m.yielded(0))(t); y != nil {
				t.Errorf("the intent has the nonce again, and has given it up: %+v", y)
			}
		})
	}
}

// As long as it is open who has the former nonce, nothing is sent with the later one: the node that hides receipts has included the first one.
func TestIntentIsHeldWhileItsFormerNonceIsOpen(t *testing.T) {
	node, l, m, clock := gapManager(t)
	former := giveWay(t, node, l, m, pay("a"), func(n uint64) *types.Transaction { return foreign(l.Client, n) }, false)
	if err := l.SendTransaction(t.Context(), former[0]); err != nil {
		t.Fatal(err)
	}
	include(t, node, l, 1)
	l.receipt = notFound
	for range 4 {
		tick(t, m)
		seal(t, node)
		clock.now = clock.now.Add(time.Minute)
	}
	if got := received(t, l.Client); got != 7 || !strings.Contains(m.Waiting(), "shows no receipt") {
		t.Fatalf("received %d, waits for %q", got, m.Waiting())
	}
	l.receipt = nil
	finish(t, node, l.Client, m, clock, "a", 7)
	noneLeft(t, node, m)
}

// L1 includes both transactions before the manager looks, and no contract refuses the second: nothing is sent a third time, and later intents go on.
func TestBothAreIncluded(t *testing.T) {
	node, l, m, clock := gapManager(t)
	former := giveWay(t, node, l, m, pay("a"), func(n uint64) *types.Transaction { return foreign(l.Client, n) }, false)
	later := must(must(m.load("a"))(t).attempt(0))(t)
	for _, tx := range []*types.Transaction{former[0], later} {
		if err := l.SendTransaction(t.Context(), tx); err != nil {
			t.Fatal(err)
		}
	}
	include(t, node, l, 2)
	submit(t, m, pay("b"))
	finish(t, node, l.Client, m, clock, "b", 21)
	if s := state(t, m, "a"); s.State != Final {
		t.Errorf("%+v", s)
	}
	noneLeft(t, node, m)
}

// Intents with blobs and a gap that only a blob transaction, or only one without, can fill in the pool.
func TestGapsAndBlobs(t *testing.T) {
	blob := func(t *testing.T, key string) Intent {
		return Intent{Key: key, To: recipient, ValueWei: big.NewInt(7), Sidecar: blobOf(t, key)}
	}
	plain := func(_ *testing.T, key string) Intent { return pay(key) }
	for name, c := range map[string]struct {
		intent func(t *testing.T, key string) Intent
		taker  func(t *testing.T, l *liar, nonce uint64) *types.Transaction
		pool   bool // has the taker again
		former bool // or the intent's
		paid   int64
	}{
		"blobs gave way to a payment":          {blob, func(_ *testing.T, l *liar, n uint64) *types.Transaction { return foreign(l.Client, n) }, false, false, 1},
		"blobs gave way to blobs":              {blob, func(t *testing.T, l *liar, n uint64) *types.Transaction { return foreignBlob(t, l.Client, n) }, false, false, 0},
		"to blobs, and the pool has a payment": {plain, func(t *testing.T, l *liar, n uint64) *types.Transaction { return foreignBlob(t, l.Client, n) }, false, true, 0},
		"to a payment, and the pool has blobs": {blob, func(_ *testing.T, l *liar, n uint64) *types.Transaction { return foreign(l.Client, n) }, false, true, 0},
		"to blobs that are in the pool":        {blob, func(t *testing.T, l *liar, n uint64) *types.Transaction { return foreignBlob(t, l.Client, n) }, true, false, 0},
	} {
		t.Run(name, func(t *testing.T) {
			node, l, m, clock := gapManager(t)
			in := c.intent(t, "a")
			former := giveWay(t, node, l, m, in, func(n uint64) *types.Transaction { return c.taker(t, l, n) }, false)
			if c.pool {
				if err := l.SendTransaction(t.Context(), c.taker(t, l, 0)); err != nil {
					t.Fatal(err)
				}
			}
			if c.former {
				if err := l.SendTransaction(t.Context(), former[0].WithBlobTxSidecar(in.Sidecar)); err != nil {
					t.Fatal(err)
				}
			}
			submit(t, m, c.intent(t, "b"))
			finish(t, node, l.Client, m, clock, "b", 14)
			if s := state(t, m, "a"); s.State != Final || paidElsewhere(t, l.Client) != c.paid {
				t.Errorf("%+v, the other program paid %d", s, paidElsewhere(t, l.Client))
			}
			noneLeft(t, node, m)
		})
	}
}

// A first answer that is too high leaves a gap that is filled; one that is absurd is told.
func TestFirstNonceTooHigh(t *testing.T) {
	for _, lie := range []uint64{3, 1 << 40} {
		node, l, m, clock := gapManager(t)
		l.nonce = func(truth uint64) uint64 { return truth + lie }
		submit(t, m, pay("a"))
		l.nonce = nil
		if lie > maxGaps {
			tick(t, m)
			if !strings.Contains(m.Waiting(), "are of no intent") {
				t.Errorf("waits for %q", m.Waiting())
			}
			continue
		}
		finish(t, node, l.Client, m, clock, "a", 7)
		noneLeft(t, node, m)
	}
}

// A node that is behind says that nonces are free which another program used before the first intent: that costs nothing and leaves nothing.
func TestGapsThatAreNone(t *testing.T) {
	node, l, m, clock := gapManager(t)
	for n := range uint64(3) {
		if err := l.SendTransaction(t.Context(), foreign(l.Client, n)); err != nil {
			t.Fatal(err)
		}
	}
	include(t, node, l, 3)
	submit(t, m, pay("a"))
	l.nonce = func(truth uint64) uint64 { return truth - 2 }
	tick(t, m)
	if keys := must(m.UnderWay())(t); len(keys) != 3 {
		t.Fatalf("under way: %v", keys)
	}
	l.nonce = nil
	finish(t, node, l.Client, m, clock, "a", 7)
	noneLeft(t, node, m)
	if got := must(l.Client.NonceAt(t.Context(), m.Address(), nil))(t); got != 4 || paidElsewhere(t, l.Client) != 3 {
		t.Errorf("L1 has used %d nonces", got)
	}
}

// An intent cannot have the key of what fills a gap.
func TestKeysOfGaps(t *testing.T) {
	_, _, m, _ := gapManager(t)
	if err := m.Submit(t.Context(), pay("fill/0")); err == nil || !strings.Contains(err.Error(), "the manager's own") {
		t.Error(err)
	}
	if err := m.kv.Write(durable.Change{Key: durable.Uint64Key(yieldedPrefix, 4), Value: []byte("x")}); err != nil {
		t.Fatal(err)
	}
	if _, err := m.yielded(4); !errors.Is(err, errRecord) {
		t.Errorf("damaged: %v", err)
	}
	if err := m.kv.Write((&yielded{Key: "a", Attempts: [][]byte{{1}}}).change(5)); err != nil {
		t.Fatal(err)
	}
	if _, err := must(m.yielded(5))(t).rival(); !errors.Is(err, errRecord) {
		t.Errorf("damaged attempt: %v", err)
	}
}

// TestCrashInAGap kills the manager before and after every write and every send: from the reorganisation on, and when the intent's former transaction has come back.
func TestCrashInAGap(t *testing.T) {
	for _, comesBack := range []bool{false, true} {
		crashes := 0
		for _, before := range []bool{true, false} {
			for n, blown := 0, true; blown; n++ {
				node, l := lying(t, 0)
				kv, clock := &durable.Memory{}, start()
				m := newManager(t, l, kv, clock)
				former := giveWay(t, node, l, m, pay("a"), func(n uint64) *types.Transaction { return foreign(l.Client, n) }, n%2 == 0)
				if comesBack {
					if err := l.SendTransaction(t.Context(), former[0]); err != nil {
						t.Fatal(err)
					}
					include(t, node, l, 1)
				}
				f := &crash.Fuse{Left: n, Happens: !before}
				mortal := newManager(t, f.Client(l.Client), f.KV(kv), clock)
				err := mortal.Submit(t.Context(), pay("b"))
				for range 8 {
					if err != nil {
						break
					}
					err = mortal.Tick(t.Context())
					seal(t, node)
				}
				if err != nil && !errors.Is(err, crash.Err) {
					t.Fatalf("effect %d: %v", n, err)
				}
				m = newManager(t, l, kv, clock)
				submit(t, m, pay("b"))
				finish(t, node, l.Client, m, clock, "b", 14)
				finish(t, node, l.Client, m, clock, "a", 14)
				noneLeft(t, node, m)
				if blown = f.Blown(); blown {
					crashes++
				}
				if err := node.Close(); err != nil {
					t.Fatal(err)
				}
			}
		}
		if crashes < 10 {
			t.Errorf("only %d crashes", crashes)
		}
		t.Logf("comes back %v: %d crashes survived", comesBack, crashes)
	}
}
