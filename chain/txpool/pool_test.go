package txpool

import (
	"crypto/ecdsa"
	"errors"
	"log/slog"
	"math/big"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	gethpool "github.com/ethereum/go-ethereum/core/txpool"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"
)

const gwei = 1_000_000_000

var (
	chainConfig = rollup.ChainConfig{ChainID: 271, Fork: rollup.ForkOsaka, BlockGasLimit: 100_000_000, MaxGasPerPubdata: 50_000}
	signer      = types.LatestSignerForChainID(big.NewInt(271))
	keyA, keyB  = key(1), key(2)
	addrA       = crypto.PubkeyToAddress(keyA.PublicKey)
	addrB       = crypto.PubkeyToAddress(keyB.PublicKey)
)

func key(n byte) *ecdsa.PrivateKey {
	k, err := crypto.ToECDSA(append(make([]byte, 31), n))
	if err != nil {
		panic(err)
	}
	return k
}

// fakeChain is a chain whose state the test sets.
type fakeChain struct {
	number   uint64
	perByte  uint64
	accounts map[common.Address]rollup.Account
}

func newChain() *fakeChain {
	c := &fakeChain{perByte: 10, accounts: make(map[common.Address]rollup.Account)}
	for _, addr := range []common.Address{addrA, addrB} {
		a := rollup.EmptyAccount()
		a.Balance.SetUint64(1e18)
		c.accounts[addr] = a
	}
	return c
}

func (c *fakeChain) Head() store.BlockRef { return store.BlockRef{Number: c.number} }

func (c *fakeChain) Parent(n uint64) (*types.Header, error) {
	return &types.Header{Number: new(big.Int).SetUint64(n), Difficulty: new(big.Int), GasLimit: chainConfig.BlockGasLimit,
		BaseFee: big.NewInt(gwei), Extra: rollup.HeaderExtra(c.perByte)}, nil
}

func (c *fakeChain) StateAt(uint64) (stf.State, error) { return c, nil }

func (c *fakeChain) Account(a common.Address) (rollup.Account, error) {
	if acc, ok := c.accounts[a]; ok {
		return acc, nil
	}
	return rollup.EmptyAccount(), nil
}

func (c *fakeChain) Storage(common.Address, common.Hash) (common.Hash, error) {
	return common.Hash{}, nil
}
func (c *fakeChain) Code(common.Hash) ([]byte, error) { return nil, nil }

// advance is a block after which A's nonce is n.
func (c *fakeChain) advance(p *Pool, nonce uint64) {
	a := c.accounts[addrA]
	a.Nonce = nonce
	c.accounts[addrA] = a
	c.number++
	head, _ := c.Parent(c.number)
	p.Reset(head)
}

func newPool(t *testing.T, c *fakeChain, edit func(*Config)) *Pool {
	t.Helper()
	config := DefaultConfig()
	if edit != nil {
		edit(&config)
	}
	p, err := New(config, &chainConfig, c, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	})
	return p
}

// transfer is A's transfer with edits.
func transfer(nonce uint64, edit func(*types.DynamicFeeTx)) *types.DynamicFeeTx {
	tx := &types.DynamicFeeTx{ChainID: big.NewInt(271), Nonce: nonce, GasTipCap: big.NewInt(1), GasFeeCap: big.NewInt(2 * gwei), Gas: 22_000, To: &addrB, Value: big.NewInt(1)}
	if edit != nil {
		edit(tx)
	}
	return tx
}

func sign(t *testing.T, k *ecdsa.PrivateKey, tx types.TxData) []byte {
	t.Helper()
	signed, err := types.SignNewTx(k, types.LatestSignerForChainID(types.NewTx(tx).ChainId()), tx)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := signed.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func add(t *testing.T, p *Pool, raw []byte) common.Hash {
	t.Helper()
	hash, err := p.Add(raw)
	if err != nil {
		t.Fatal(err)
	}
	return hash
}

func order(p *Pool) (nonces []uint64) {
	for q := p.Pending(uint256.NewInt(gwei)); q.Peek() != nil; q.Shift() {
		nonces = append(nonces, q.Peek().Nonce())
	}
	return nonces
}

func TestNonceGapIsQueuedThenPromoted(t *testing.T) {
	p := newPool(t, newChain(), nil)
	add(t, p, sign(t, keyA, transfer(2, nil)))
	add(t, p, sign(t, keyA, transfer(0, nil)))
	if pending, queued := p.Status(); pending != 1 || queued != 1 || p.Nonce(addrA) != 1 {
		t.Fatalf("pending %d queued %d nonce %d", pending, queued, p.Nonce(addrA))
	}
	add(t, p, sign(t, keyA, transfer(1, nil)))
	if got := order(p); len(got) != 3 || got[0] != 0 || got[1] != 1 || got[2] != 2 || p.Nonce(addrA) != 3 {
		t.Fatalf("order %v, nonce %d", got, p.Nonce(addrA))
	}
}

func TestPendingOrder(t *testing.T) {
	p := newPool(t, newChain(), nil)
	add(t, p, sign(t, keyA, transfer(0, nil)))
	add(t, p, sign(t, keyB, transfer(0, func(tx *types.DynamicFeeTx) { tx.GasTipCap, tx.GasFeeCap = big.NewInt(50), big.NewInt(3*gwei) })))
	add(t, p, sign(t, keyB, transfer(1, func(tx *types.DynamicFeeTx) { tx.GasFeeCap = big.NewInt(gwei - 1) })))
	q := p.Pending(uint256.NewInt(gwei))
	for i, want := range []common.Address{addrB, addrA} {
		if from, _ := types.Sender(signer, q.Peek()); from != want {
			t.Fatalf("place %d: %s", i, from)
		}
		q.Shift()
	}
	if q.Peek() != nil {
		t.Fatal("a transaction below the base fee is offered")
	}
	q = p.Pending(uint256.NewInt(gwei))
	q.Pop()
	if from, _ := types.Sender(signer, q.Peek()); from != addrA {
		t.Fatal("after leaving out B's transactions A's is next")
	}
}

func TestReplacementNeedsTenPercent(t *testing.T) {
	p := newPool(t, newChain(), nil)
	price := func(tip, fee int64) func(*types.DynamicFeeTx) {
		return func(tx *types.DynamicFeeTx) { tx.GasTipCap, tx.GasFeeCap = big.NewInt(tip), big.NewInt(fee) }
	}
	add(t, p, sign(t, keyA, transfer(0, price(100, 2*gwei))))
	if _, err := p.Add(sign(t, keyA, transfer(0, price(109, 2*gwei+gwei/5)))); !errors.Is(err, gethpool.ErrReplaceUnderpriced) {
		t.Fatalf("9 %% more tip: %v", err)
	}
	hash := add(t, p, sign(t, keyA, transfer(0, price(110, 2*gwei+gwei/5))))
	if p.Get(hash) == nil {
		t.Fatal("the replacement is not there")
	}
	if pending, _ := p.Status(); pending != 1 {
		t.Fatalf("%d pending", pending)
	}
	if _, err := p.Add(sign(t, keyA, transfer(0, price(110, 2*gwei+gwei/5)))); !errors.Is(err, gethpool.ErrAlreadyKnown) {
		t.Fatalf("the same again: %v", err)
	}
}

func TestAddRejects(t *testing.T) {
	c := newChain()
	poor := key(3)
	used := c.accounts[addrB]
	used.Nonce = 5
	c.accounts[addrB] = used
	p := newPool(t, c, func(c *Config) { c.MinBaseFee = gwei / 10 })
	legacy := &types.LegacyTx{Nonce: 0, GasPrice: big.NewInt(2 * gwei), Gas: 22_000, To: &addrB}
	unprotected, err := types.SignNewTx(keyA, types.HomesteadSigner{}, legacy)
	if err != nil {
		t.Fatal(err)
	}
	unprotectedRaw, _ := unprotected.MarshalBinary()
	edited := func(edit func(*types.DynamicFeeTx)) []byte { return sign(t, keyA, transfer(0, edit)) }
	for name, tc := range map[string]struct {
		raw  []byte
		want error
		text string
	}{
		"wrong chain id":   {edited(func(tx *types.DynamicFeeTx) { tx.ChainID = big.NewInt(1) }), gethpool.ErrInvalidSender, "have 1 want 271"},
		"underpriced":      {edited(func(tx *types.DynamicFeeTx) { tx.GasFeeCap = big.NewInt(gwei/10 - 1) }), gethpool.ErrUnderpriced, "minimum base fee is 100000000 wei"},
		"blob":             {[]byte{types.BlobTxType, 0xc0}, stf.ErrBlobTx, "blob transactions are not supported"},
		"L1 operation":     {(&rollup.CanonicalTx{Type: rollup.PriorityTxType}).Raw(), core.ErrTxTypeNotSupported, "from L1 only"},
		"unknown type":     {[]byte{0x55, 1}, types.ErrTxTypeNotSupported, ""},
		"no bytes":         {nil, nil, ""},
		"oversized":        {edited(func(tx *types.DynamicFeeTx) { tx.Data, tx.Gas = make([]byte, MaxTxBytes), 90_000_000 }), gethpool.ErrOversizedData, "limit 131072"},
		"above block gas":  {edited(func(tx *types.DynamicFeeTx) { tx.Gas = 100_000_001 }), gethpool.ErrGasLimit, "exceeds block gas limit"},
		"too little gas":   {edited(func(tx *types.DynamicFeeTx) { tx.Gas = 20_999 }), core.ErrIntrinsicGas, "have 20999"},
		"none for pubdata": {edited(func(tx *types.DynamicFeeTx) { tx.Gas = 21_439 }), core.ErrIntrinsicGas, "want at least 21440 (440 of it for pubdata)"},
		"below data floor": {edited(func(tx *types.DynamicFeeTx) { tx.Data, tx.Gas = make([]byte, 1000), 30_000 }), core.ErrFloorDataGas, "minimum needed 31000"},
		"tip above cap":    {edited(func(tx *types.DynamicFeeTx) { tx.GasTipCap = big.NewInt(3 * gwei) }), core.ErrTipAboveFeeCap, ""},
		"too expensive":    {edited(func(tx *types.DynamicFeeTx) { tx.Value = big.NewInt(2e18) }), core.ErrInsufficientFunds, "balance 1000000000000000000"},
		"no money at all":  {sign(t, poor, transfer(0, nil)), core.ErrInsufficientFunds, "balance 0"},
		"nonce used":       {sign(t, keyB, transfer(4, nil)), core.ErrNonceTooLow, "next nonce 5, tx nonce 4"},
		"unprotected":      {unprotectedRaw, ErrUnprotected, "EIP-155"},
		"init code": {edited(func(tx *types.DynamicFeeTx) {
			tx.To, tx.Data, tx.Gas = nil, make([]byte, params.MaxInitCodeSize+1), 90_000_000
		}), nil, "max initcode size exceeded"},
	} {
		_, err := p.Add(tc.raw)
		if err == nil || (tc.want != nil && !errors.Is(err, tc.want)) || !strings.Contains(err.Error(), tc.text) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if pending, queued := p.Status(); pending+queued != 0 {
		t.Fatalf("%d pending, %d queued", pending, queued)
	}
}

// Gas above EIP-7825's cap can only pay for pubdata, so it is accepted where pubdata has a price.
func TestGasAboveTheExecutionCap(t *testing.T) {
	c := newChain()
	p := newPool(t, c, nil)
	raw := sign(t, keyA, transfer(0, func(tx *types.DynamicFeeTx) { tx.Gas = params.MaxTxGas + 1 }))
	add(t, p, raw)
	c.perByte = 0
	free := newPool(t, c, nil)
	if _, err := free.Add(raw); !errors.Is(err, core.ErrGasLimitTooHigh) {
		t.Fatalf("pubdata is free: %v", err)
	}
}

func TestResetFollowsTheChain(t *testing.T) {
	c := newChain()
	p := newPool(t, c, nil)
	for n := range uint64(3) {
		add(t, p, sign(t, keyA, transfer(n, nil)))
	}
	c.advance(p, 2)
	if got := order(p); len(got) != 1 || got[0] != 2 {
		t.Fatalf("order %v", got)
	}
	a := c.accounts[addrA]
	a.Balance.SetUint64(1)
	c.accounts[addrA] = a
	c.advance(p, 2)
	if pending, queued := p.Status(); pending+queued != 0 {
		t.Fatalf("unpayable transactions stay: %d pending, %d queued", pending, queued)
	}
}

func TestRefuse(t *testing.T) {
	c := newChain()
	p := newPool(t, c, nil)
	add(t, p, sign(t, keyA, transfer(0, nil)))
	hash := add(t, p, sign(t, keyA, transfer(1, nil)))
	p.Refuse(hash, stf.ErrSenderNoEOA)
	if got := order(p); len(got) != 1 {
		t.Fatalf("order %v", got)
	}
	if !errors.Is(p.Refused(hash), stf.ErrSenderNoEOA) {
		t.Fatalf("reason %v", p.Refused(hash))
	}
	add(t, p, sign(t, keyA, transfer(1, func(tx *types.DynamicFeeTx) { tx.GasTipCap, tx.GasFeeCap = big.NewInt(2), big.NewInt(3*gwei) })))
	if got := order(p); len(got) != 2 {
		t.Fatalf("after the replacement: %v", got)
	}
	c.advance(p, 0)
	if p.Refused(hash) != nil {
		t.Fatal("the reason of a transaction that is gone is kept")
	}
}

func TestLimits(t *testing.T) {
	p := newPool(t, newChain(), func(c *Config) { c.AccountSlots, c.GlobalSlots, c.AccountQueue, c.GlobalQueue = 2, 4, 2, 2 })
	cheap := func(tx *types.DynamicFeeTx) { tx.GasTipCap, tx.GasFeeCap = big.NewInt(0), big.NewInt(1) }
	for n := range uint64(5) {
		add(t, p, sign(t, keyA, transfer(n, nil)))
	}
	if pending, _ := p.Status(); pending != 4 {
		t.Fatalf("%d executable transactions with room for 4", pending)
	}
	for _, n := range []uint64{5, 6} {
		add(t, p, sign(t, keyB, transfer(n, nil)))
	}
	if _, err := p.Add(sign(t, keyB, transfer(0, cheap))); !errors.Is(err, gethpool.ErrUnderpriced) {
		t.Fatalf("the cheapest in a full pool: %v", err)
	}
}

func TestSetCode(t *testing.T) {
	p := newPool(t, newChain(), nil)
	auth, err := types.SignSetCode(keyB, types.SetCodeAuthorization{ChainID: *uint256.NewInt(271), Address: addrA})
	if err != nil {
		t.Fatal(err)
	}
	tx := &types.SetCodeTx{ChainID: uint256.NewInt(271), GasTipCap: uint256.NewInt(1), GasFeeCap: uint256.NewInt(2 * gwei), Gas: 60_000, To: addrB, AuthList: []types.SetCodeAuthorization{auth}}
	add(t, p, sign(t, keyA, tx))
	add(t, p, sign(t, keyB, transfer(0, nil)))
	if _, err := p.Add(sign(t, keyB, transfer(1, nil))); !errors.Is(err, gethpool.ErrInflightTxLimitReached) {
		t.Fatalf("a second transaction of an account that is being delegated: %v", err)
	}
	tx.AuthList, tx.Nonce = nil, 1
	if _, err := p.Add(sign(t, keyA, tx)); err == nil || !strings.Contains(err.Error(), "at least one authorization") {
		t.Fatalf("no authorization: %v", err)
	}
}

func TestSubscribe(t *testing.T) {
	p := newPool(t, newChain(), nil)
	ch := make(chan core.NewTxsEvent, 1)
	sub := p.Subscribe(ch)
	defer sub.Unsubscribe()
	hash := add(t, p, sign(t, keyA, transfer(0, nil)))
	if ev := <-ch; len(ev.Txs) != 1 || ev.Txs[0].Hash() != hash {
		t.Fatalf("event %+v", ev)
	}
}
