package txpool

import (
	"errors"
	"math/big"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

var errTest = errors.New("no block can hold it")

// clocked is a pool whose memory of refusals has the test's clock.
func clocked(t *testing.T, c *fakeChain) (p *Pool, pass func(time.Duration)) {
	t.Helper()
	var mu sync.Mutex
	now := time.Unix(1_700_000_000, 0)
	p = newPool(t, c, nil)
	p.memory.now = func() time.Time {
		mu.Lock()
		defer mu.Unlock()
		return now
	}
	return p, func(d time.Duration) {
		mu.Lock()
		defer mu.Unlock()
		now = now.Add(d)
	}
}

func dearer(price int64) func(*types.DynamicFeeTx) {
	return func(tx *types.DynamicFeeTx) {
		tx.GasTipCap, tx.GasFeeCap = big.NewInt(price*gwei), big.NewInt(price*gwei)
	}
}

// A transaction that was refused and has left the pool is not executed for nothing again: it is refused at once, until the refusal is old.
func TestRefusedTransactionDoesNotComeBack(t *testing.T) {
	c := newChain()
	p, pass := clocked(t, c)
	raw := sign(t, keyA, transfer(0, dearer(3)))
	hash := add(t, p, raw)
	p.Refuse(hash, errTest)
	add(t, p, sign(t, keyA, transfer(0, dearer(4)))) // its sender corrects it
	c.advance(p, 0)
	if p.Get(hash) != nil || p.Refused(hash) != nil || len(order(p)) != 1 {
		t.Fatal("it is still there")
	}
	pass(time.Minute)
	if _, err := p.Add(raw); !errors.Is(err, errTest) || !strings.HasSuffix(err.Error(), "it was executed and refused, send it again in 9m0s") {
		t.Fatal(err)
	}
	for i, err := range p.AddAll([]*types.Transaction{mustDecode(t, sign(t, keyB, transfer(0, nil))), mustDecode(t, raw), mustDecode(t, sign(t, keyA, transfer(1, nil)))}) {
		if (err != nil) != (i == 1) {
			t.Errorf("transaction %d of several: %v", i, err)
		}
	}
	pass(refusalTime)
	if _, err := p.Add(raw); errors.Is(err, errTest) {
		t.Errorf("an old refusal still holds: %v", err)
	}
}

// Whoever changes what was refused again and again does not have it executed more often for that; others do not suffer.
func TestSenderOfManyRefusedTransactionsWaits(t *testing.T) {
	p, pass := clocked(t, newChain())
	for i := range int64(refusalsOfSender) {
		p.Refuse(add(t, p, sign(t, keyA, transfer(0, dearer(10<<i)))), errTest)
		pass(time.Minute)
	}
	next := sign(t, keyA, transfer(0, dearer(1000)))
	if _, err := p.Add(next); !errors.Is(err, errTest) || !strings.Contains(err.Error(), "4 transactions of "+addrA.Hex()+" were executed and refused for it, send the next one in 9m0s") {
		t.Fatal(err)
	}
	if got := order(p); len(got) != 0 {
		t.Fatal("what was refused is pending:", got)
	}
	for i, err := range p.AddAll([]*types.Transaction{mustDecode(t, next), mustDecode(t, sign(t, keyB, transfer(0, nil))), mustDecode(t, sign(t, keyA, transfer(1, nil)))}) {
		if (err == nil) != (i == 1) {
			t.Errorf("transaction %d of several: %v", i, err)
		}
	}
	pass(refusalTime)
	add(t, p, next)
	p.Refuse(common.Hash(mustDecode(t, next).Hash()), errTest)
	add(t, p, sign(t, keyA, transfer(0, dearer(2000)))) // the count began anew
}

// However many are refused, the memory of it has an end; the newest are remembered.
func TestMemoryOfRefusalsIsBounded(t *testing.T) {
	r := newRefusals()
	for i := range 3 * refusalsKept {
		r.remember(common.BigToHash(big.NewInt(int64(i))), common.BigToAddress(big.NewInt(int64(i))), errTest)
	}
	if r.txs.Len() > refusalsKept || r.senders.Len() > refusalsKept {
		t.Errorf("%d transactions and %d senders, want at most %d", r.txs.Len(), r.senders.Len(), refusalsKept)
	}
	if r.ofTx(common.Hash{}) != nil || !errors.Is(r.ofTx(common.BigToHash(big.NewInt(3*refusalsKept-1))), errTest) {
		t.Error("the oldest is remembered, or the newest is not")
	}
}

func mustDecode(t *testing.T, raw []byte) *types.Transaction {
	t.Helper()
	tx, err := decode(raw)
	if err != nil {
		t.Fatal(err)
	}
	return tx
}
