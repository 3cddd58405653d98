package txmgr

import (
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/settlement/durable"
	"github.com/ashlar-labs/ashlar/settlement/l1"
)

// A node that only begins to read L1 knows no nonce and no block, and later has no old receipts: what was final is final again by its block, and nothing waits for a receipt that will never be shown.
func TestNodeThatBegins(t *testing.T) {
	node, l := lying(t, 0)
	clock := start()
	m := newManager(t, l, &durable.Memory{}, clock)
	for i, key := range []string{"a", "b"} {
		submit(t, m, pay(key))
		finish(t, node, l.Client, m, clock, key, int64(7*(i+1)))
	}
	was := [2]Status{state(t, m, "a"), state(t, m, "b")}
	l.head, l.nonce, l.receipt = new(uint64), func(uint64) uint64 { return 0 }, notFound
	l.final = func(l1.Ref) l1.Ref { return l1.Ref{} }
	for range 3 {
		tick(t, m)
		clock.now = clock.now.Add(time.Minute)
	}
	if keys := must(m.UnderWay())(t); len(keys) != 2 {
		t.Errorf("under way while the node begins: %v", keys)
	}
	l.head, l.nonce, l.final = nil, nil, nil
	l.receipt = func(hash common.Hash, r *types.Receipt, err error) (*types.Receipt, error) {
		if hash == was[0].Tx || hash == was[1].Tx {
			return nil, ethereum.NotFound
		}
		return r, err
	}
	submit(t, m, pay("c"))
	finish(t, node, l.Client, m, clock, "c", 21)
	for i, key := range []string{"a", "b"} {
		s := state(t, m, key)
		if s.Attempts = was[i].Attempts; s != was[i] {
			t.Errorf("%s: %+v, was %+v", key, s, was[i])
		}
	}
	noneLeft(t, node, m)
}

// A nonce that the node's own blocks contradict opens nothing again.
func TestNonceAgainstBlocks(t *testing.T) {
	node, l := lying(t, 0)
	clock := start()
	m := newManager(t, l, &durable.Memory{}, clock)
	submit(t, m, pay("a"))
	finish(t, node, l.Client, m, clock, "a", 7)
	l.nonce = func(uint64) uint64 { return 0 }
	tick(t, m)
	if keys := must(m.UnderWay())(t); len(keys) != 0 || !strings.Contains(m.Waiting(), "with nonce 0") {
		t.Errorf("under way: %v; waits for %q", keys, m.Waiting())
	}
	l.nonce = nil
	submit(t, m, pay("b"))
	finish(t, node, l.Client, m, clock, "b", 14)
}

// A tip is paid in full: one absurd suggestion must not empty the account.
func TestAbsurdTip(t *testing.T) {
	node, l := lying(t, 0)
	l.tip = big.NewInt(1e15)
	clock := start()
	m := newManager(t, l, &durable.Memory{}, clock)
	submit(t, m, pay("a"))
	before := must(l.BalanceAt(t.Context(), m.Address(), nil))(t)
	for range 10 {
		tick(t, m)
		clock.now = clock.now.Add(time.Minute)
	}
	finish(t, node, l.Client, m, clock, "a", 7)
	r := must(m.load("a"))(t)
	for i := range r.Attempts {
		if tx := must(r.attempt(i))(t); tx.GasTipCap().Cmp(big.NewInt(30e9)) > 0 {
			t.Errorf("attempt %d offers a tip of %v wei per gas", i, tx.GasTipCap())
		}
	}
	if paid := before.Sub(before, must(l.BalanceAt(t.Context(), m.Address(), nil))(t)); paid.Cmp(big.NewInt(1e16)) > 0 {
		t.Errorf("paid %v wei", paid)
	}
}

// A node that makes up base fee and tip does not make the manager pay them: what is offered stays below what Ethereum ever asked for.
func TestAbsurdFees(t *testing.T) {
	node, l := lying(t, 0)
	clock := start()
	m := newManager(t, l, &durable.Memory{}, clock)
	submit(t, m, pay("sent before"))
	tick(t, m)
	l.tip, l.baseFee = big.NewInt(1e15), big.NewInt(1e15)
	submit(t, m, pay("a"))
	for range 10 {
		tick(t, m)
		clock.now = clock.now.Add(time.Minute)
	}
	for _, key := range []string{"sent before", "a"} {
		r := must(m.load(key))(t)
		for i := range r.Attempts {
			if tx := must(r.attempt(i))(t); tx.GasFeeCap().Cmp(HighestFeeWei) > 0 {
				t.Errorf("%s: attempt %d offers %v wei per gas", key, i, tx.GasFeeCap())
			}
		}
	}
	if !strings.Contains(m.Waiting(), "above the limit") {
		t.Errorf("waits for %q", m.Waiting())
	}
	l.tip, l.baseFee = nil, nil
	finish(t, node, l.Client, m, clock, "a", 14)
}
