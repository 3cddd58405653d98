package txpool

import (
	"crypto/ecdsa"
	"errors"
	"log/slog"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/rollup"
)

// fuzzedPool is a pool with what must hold beside it.
type fuzzedPool struct {
	t        *testing.T
	chain    *fakeChain
	pool     *Pool
	tight    bool // limits are small: transactions may be dropped for want of room
	keys     []*ecdsa.PrivateKey
	accepted map[common.Hash]*fuzzedTx
	refused  map[common.Hash]bool
}

// fuzzedTx is an accepted transaction.
type fuzzedTx struct {
	tx       *types.Transaction
	from     common.Address
	replaced bool
	unpaid   bool // its sender's balance did not reach for it at some block since
}

func newFuzzedPool(t *testing.T, tight bool) *fuzzedPool {
	f := &fuzzedPool{
		t: t, chain: newChain(), tight: tight, keys: []*ecdsa.PrivateKey{keyA, keyB, key(3)}, accepted: map[common.Hash]*fuzzedTx{}, refused: map[common.Hash]bool{},
	}
	for _, k := range f.keys {
		f.setBalance(crypto.PubkeyToAddress(k.PublicKey), 200)
	}
	config := DefaultConfig()
	if tight {
		config.AccountSlots, config.GlobalSlots, config.AccountQueue, config.GlobalQueue = 3, 8, 3, 6
	}
	p, err := New(config, &chainConfig, f.chain, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	f.pool = p
	return f
}

// unit is about what the gas of a transfer at the lowest price of the test costs.
const unit = 2 * gwei * 22_000

func (f *fuzzedPool) setBalance(a common.Address, units uint64) {
	account, ok := f.chain.accounts[a]
	if !ok {
		account = rollup.EmptyAccount()
	}
	account.Balance = *new(uint256.Int).Mul(uint256.NewInt(units), uint256.NewInt(unit))
	f.chain.accounts[a] = account
}

// make is a transfer chosen by two bytes: sender and nonce by the first, price by the second.
func (f *fuzzedPool) make(a, b byte) *types.Transaction {
	k := f.keys[int(a)%len(f.keys)]
	from := crypto.PubkeyToAddress(k.PublicKey)
	nonce := f.chain.accounts[from].Nonce + uint64(a/16)
	if b&0x80 != 0 && nonce > 0 {
		nonce-- // may be used up
	}
	tip := big.NewInt(int64(1+b%8) * gwei)
	return types.MustSignNewTx(k, signer, transfer(nonce, func(tx *types.DynamicFeeTx) {
		tx.GasTipCap, tx.GasFeeCap, tx.Value = tip, new(big.Int).Add(tip, big.NewInt(2*gwei)), big.NewInt(int64(b))
	}))
}

func (f *fuzzedPool) add(txs []*types.Transaction) {
	errs := f.pool.AddAll(txs)
	if len(errs) != len(txs) {
		f.t.Fatalf("%d errors for %d transactions", len(errs), len(txs))
	}
	for i, tx := range txs {
		if errs[i] != nil {
			continue
		}
		from, err := types.Sender(signer, tx)
		if err != nil {
			f.t.Fatal(err)
		}
		for _, other := range f.accepted {
			if other.from == from && other.tx.Nonce() == tx.Nonce() {
				other.replaced = true
			}
		}
		f.accepted[tx.Hash()] = &fuzzedTx{tx: tx, from: from}
	}
}

// block includes at most n transactions and moves the pool to it.
func (f *fuzzedPool) block(n int) {
	pending := f.pool.Pending(uint256.NewInt(gwei))
	for tx := pending.Peek(); tx != nil && n > 0; tx = pending.Peek() {
		n--
		from, err := pending.Sender(tx)
		if err != nil {
			f.t.Fatal(err)
		}
		account := f.chain.accounts[from]
		if account.Nonce != tx.Nonce() || f.refused[tx.Hash()] {
			f.t.Fatalf("nonce %d of %v is offered, the account has %d (refused: %v)", tx.Nonce(), from, account.Nonce, f.refused[tx.Hash()])
		}
		account.Nonce++
		f.chain.accounts[from] = account
		pending.Shift()
	}
	f.reset()
}

func (f *fuzzedPool) reset() {
	f.chain.number++
	head, _ := f.chain.Parent(f.chain.number)
	f.pool.Reset(head)
	for _, a := range f.accepted {
		account := f.chain.accounts[a.from]
		a.unpaid = a.unpaid || a.tx.Cost().Cmp(account.Balance.ToBig()) > 0
	}
}

func (f *fuzzedPool) refuse() {
	if tx := f.pool.Pending(uint256.NewInt(gwei)).Peek(); tx != nil {
		f.pool.Refuse(tx.Hash(), errors.New("too much"))
		f.refused[tx.Hash()] = true
	}
}

func (f *fuzzedPool) check() {
	pending, queued := f.pool.Content()
	for from, txs := range pending {
		next := f.chain.accounts[from].Nonce
		for i, tx := range txs {
			if tx.Nonce() != next+uint64(i) {
				f.t.Fatalf("executable transaction %d of %v has nonce %d, the account's is %d", i, from, tx.Nonce(), next)
			}
		}
		if got := f.pool.Nonce(from); got != next+uint64(len(txs)) {
			f.t.Fatalf("next nonce %d after %d from %d", got, len(txs), next)
		}
		if len(queued[from]) > 0 && queued[from][0].Nonce() == next+uint64(len(txs)) && !f.tight {
			f.t.Fatalf("nonce %d of %v waits and could be executed", queued[from][0].Nonce(), from)
		}
	}
	numPending, numQueued := f.pool.Status()
	if slots, c := uint64(numPending+numQueued), &f.pool.config; slots > c.GlobalSlots+c.GlobalQueue {
		f.t.Fatalf("%d executable and %d waiting transactions", numPending, numQueued)
	}
	for hash, a := range f.accepted {
		in := f.pool.Get(hash) != nil
		switch used := a.tx.Nonce() < f.chain.accounts[a.from].Nonce; {
		case used && in:
			f.t.Fatalf("nonce %d of %v is used and still in the pool", a.tx.Nonce(), a.from)
		case used, a.replaced, a.unpaid, in, f.tight:
		default:
			f.t.Fatalf("nonce %d of %v was accepted and is lost", a.tx.Nonce(), a.from)
		}
		if in && f.refused[hash] && f.pool.Refused(hash) == nil {
			f.t.Fatalf("the reason for refusing %v is forgotten", hash)
		}
	}
}

// FuzzPool does what the bytes say: three to a step. Whatever it is, executable nonces have no gap and begin with the account's, nothing that was accepted disappears without a reason, and the size
// is bounded.
func FuzzPool(f *testing.F) {
	f.Add([]byte{0, 0, 0, 1, 0, 0, 0, 16, 1, 0, 32, 2, 2, 1, 0, 3, 0, 0, 0, 0, 7, 4, 5, 6, 2, 9, 0})
	f.Add([]byte{1, 0, 0, 1, 0, 0, 0, 16, 1, 0, 32, 2, 0, 48, 2, 0, 64, 2, 0, 1, 7, 0, 17, 7, 0, 33, 7, 0, 2, 9, 0, 18, 3, 2, 2, 0})
	f.Add([]byte{0, 0, 0, 1, 5, 0, 0, 2, 0, 0, 0, 16, 1, 5, 0, 200, 2, 1, 0})
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) == 0 {
			return
		}
		p := newFuzzedPool(t, data[0]%2 == 1)
		defer func() {
			if err := p.pool.Close(); err != nil {
				t.Error(err)
			}
		}()
		for data = data[1:]; len(data) >= 3 && p.chain.number < 60; data = data[3:] {
			a, b := data[1], data[2]
			switch data[0] % 6 {
			case 0, 1:
				p.add([]*types.Transaction{p.make(a, b)})
			case 2:
				p.block(int(a % 6))
			case 3:
				p.refuse()
			case 4: // a batch with neighbouring nonces, and one of them twice
				first := p.make(a, b)
				p.add([]*types.Transaction{first, p.make(a+16, b), p.make(a+32, b^3), first})
			case 5:
				p.setBalance(crypto.PubkeyToAddress(p.keys[int(a)%len(p.keys)].PublicKey), uint64(b))
				p.reset()
			}
			p.check()
		}
	})
}
