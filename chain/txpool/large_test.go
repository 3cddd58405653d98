package txpool

import (
	"crypto/ecdsa"
	"errors"
	"math/big"
	"path/filepath"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	gethpool "github.com/ethereum/go-ethereum/core/txpool"
	"github.com/ethereum/go-ethereum/core/txpool/legacypool"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/rollup"
)

// bigTx has some 100 kB.
func bigTx(t *testing.T, k *ecdsa.PrivateKey, nonce uint64, edit func(*types.DynamicFeeTx)) []byte {
	t.Helper()
	return sign(t, k, transfer(nonce, func(tx *types.DynamicFeeTx) {
		tx.Data, tx.Gas = make([]byte, 100_000), 1_100_000
		if edit != nil {
			edit(tx)
		}
	}))
}

func rich(c *fakeChain) {
	for _, addr := range []common.Address{addrA, addrB} {
		a := c.accounts[addr]
		a.Balance = *new(uint256.Int).Lsh(uint256.NewInt(1), 100)
		c.accounts[addr] = a
	}
}

// Large transactions have a bounded part of the pool, which they give back when they leave it; small ones do not need it.
func TestLargeTransactionsAreBounded(t *testing.T) {
	c := newChain()
	rich(c)
	p := newPool(t, c, func(c *Config) { c.LargeBytes = 1_000_000 })
	refused := func(raw []byte) {
		t.Helper()
		if _, err := p.Add(raw); !errors.Is(err, legacypool.ErrTxPoolOverflow) {
			t.Fatalf("taken, or refused for another reason: %v", err)
		}
	}
	for n := range uint64(9) {
		add(t, p, bigTx(t, keyA, n, nil))
	}
	refused(bigTx(t, keyA, 9, nil))
	add(t, p, sign(t, keyA, transfer(9, nil)))
	for range 3 { // what is refused for another reason, or is there, takes no room
		if _, err := p.Add(bigTx(t, keyA, 0, nil)); !errors.Is(err, gethpool.ErrAlreadyKnown) {
			t.Fatal(err)
		}
	}
	c.advance(p, 5)
	for n := range uint64(5) {
		add(t, p, bigTx(t, keyB, n, nil))
	}
	refused(bigTx(t, keyB, 5, nil))
}

// Half of the room is kept for transactions that the next block can take.
func TestRoomForIncludableTransactions(t *testing.T) {
	c := newChain()
	rich(c)
	p := newPool(t, c, func(c *Config) { c.LargeBytes = 1_000_000 })
	for n := range uint64(4) {
		add(t, p, bigTx(t, keyA, 10+n, nil)) // after a gap
	}
	for what, raw := range map[string][]byte{
		"a nonce after a gap":          bigTx(t, keyA, 14, nil),
		"a fee cap below the base fee": bigTx(t, keyB, 0, func(tx *types.DynamicFeeTx) { tx.GasFeeCap, tx.GasTipCap = big.NewInt(gwei-1), big.NewInt(1) }),
	} {
		if _, err := p.Add(raw); !errors.Is(err, legacypool.ErrTxPoolOverflow) {
			t.Fatalf("%s: %v", what, err)
		}
	}
	for n := range uint64(5) {
		add(t, p, bigTx(t, keyB, n, nil))
	}
}

// After a restart everything is there again, in whatever order.
func TestLargeTransactionsSurviveRestart(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal")
	c := newChain()
	rich(c)
	limited := func(c *Config) { c.JournalPath, c.LargeBytes = path, 1_000_000 }
	p := newPool(t, c, limited)
	for n := range uint64(9) {
		add(t, p, bigTx(t, keyA, n, nil))
	}
	if again := newPool(t, c, limited); again.Nonce(addrA) != 9 {
		t.Fatalf("nonce %d after a restart, want 9", again.Nonce(addrA))
	}
}

// However many add at once, and while blocks come, the room is not exceeded, and all of it is given back.
func TestLargeTransactionsAtOnce(t *testing.T) {
	c := newChain()
	rich(c)
	p := newPool(t, c, func(c *Config) { c.LargeBytes = 1_000_000 })
	var group sync.WaitGroup
	for _, k := range []*ecdsa.PrivateKey{keyA, keyB} {
		for n := range uint64(8) {
			raw := bigTx(t, k, n, nil)
			group.Go(func() { _, _ = p.Add(raw) })
		}
	}
	head := p.Head()
	for range 5 {
		p.Reset(head)
	}
	group.Wait()
	count := func() (bytes uint64) {
		pending, queued := p.Content()
		for _, list := range []map[common.Address][]*types.Transaction{pending, queued} {
			for _, txs := range list {
				for _, tx := range txs {
					bytes += tx.Size()
				}
			}
		}
		return bytes
	}
	if bytes := count(); bytes > 1_000_000 || bytes != p.room.taken {
		t.Fatalf("%d bytes in the pool, %d counted", bytes, p.room.taken)
	}
	for _, addr := range []common.Address{addrA, addrB} {
		c.accounts[addr] = rollup.Account{Nonce: 100, CodeHash: rollup.EmptyAccount().CodeHash}
	}
	c.number++
	next, _ := c.Parent(c.number)
	p.Reset(next)
	if bytes := count(); bytes != 0 || p.room.taken != 0 || len(p.room.large) != 0 {
		t.Fatalf("%d bytes in the pool, %d counted of %d", bytes, p.room.taken, len(p.room.large))
	}
}
