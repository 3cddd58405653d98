package stf_test

import (
	"crypto/ecdsa"
	"fmt"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/stf/statetest"
	"github.com/ashlar-labs/ashlar/rollup"
)

// Accounts of the test chain.
var (
	alice, aliceAddress = testKey("alice")
	bob, bobAddress     = testKey("bob")
	feeRecipient        = common.Address{0xfe, 0xe0, 19: 1}
	nobody              = common.Address{0x99, 19: 9}
	storer              = common.Address{0xc0, 19: 1} // stores calldata word 1 at slot calldata word 0
	reverter            = common.Address{0xc0, 19: 2} // stores, then reverts
	burner              = common.Address{0xc0, 19: 3} // creates a contract with the value it got, which destroys itself in favour of itself
	looper              = common.Address{0xc0, 19: 4} // never ends
)

func testKey(name string) (*ecdsa.PrivateKey, common.Address) {
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte(name)))
	if err != nil {
		panic(err)
	}
	return key, crypto.PubkeyToAddress(key.PublicKey)
}

var (
	storeCode  = common.FromHex("60203560003555")               // SSTORE(calldata[0], calldata[32])
	revertCode = common.FromHex("602035600035555f5ffd")         // the same, then revert
	burnCode   = common.FromHex("6130ff5f526002601e34f05f5500") // CREATE(value, "ADDRESS SELFDESTRUCT")
	loopCode   = common.FromHex("5b5f56")
)

// messengerCode emits L1MessageSent(caller, keccak(calldata), calldata).
var messengerCode = append(append(common.FromHex("60205f5236602052365f6040373660402033"), append([]byte{0x7f}, rollup.L1MessageSentTopic[:]...)...), common.FromHex("36605f01601f19165fa300")...)

type allocAccount = statetest.AllocAccount

const eth = 1_000_000_000_000_000_000

// testChain is a chain at block 5 with the accounts above.
type testChain struct {
	cfg   rollup.ChainConfig
	env   rollup.BlockEnv
	chain rollup.ChainState
	alloc statetest.Alloc
}

func newTestChain() *testChain {
	c := &testChain{
		cfg: rollup.ChainConfig{ChainID: 777, Fork: rollup.ForkOsaka, BlockGasLimit: 60_000_000, MaxGasPerPubdata: 1000},
		env: rollup.BlockEnv{Number: 6, Timestamp: 1010, GasLimit: 60_000_000, GasPerPubdata: 100, Coinbase: feeRecipient, BaseFee: *uint256.NewInt(1000)},
	}
	c.chain = rollup.ChainState{LastBlock: 5, LastTimestamp: 1010}
	for i := range 6 {
		c.chain.BlockHashes[255-i] = common.Hash{0xb0, byte(5 - i)}
	}
	held := rollup.BaseTokenSupply()
	held.Sub(held, uint256.NewInt(2*eth))
	c.alloc = statetest.Alloc{
		aliceAddress:              {Balance: *uint256.NewInt(eth)},
		bobAddress:                {Balance: *uint256.NewInt(eth)},
		rollup.L2BaseTokenAddress: {Nonce: 1, Balance: *held, Code: []byte{0}},
		rollup.L1MessengerAddress: {Nonce: 1, Code: messengerCode},
		storer:                    {Nonce: 1, Code: storeCode},
		reverter:                  {Nonce: 1, Code: revertCode},
		burner:                    {Nonce: 1, Code: burnCode},
		looper:                    {Nonce: 1, Code: loopCode},
	}
	return c
}

func (c *testChain) builder(t testing.TB) *stf.Builder {
	t.Helper()
	b, err := stf.NewBuilder(&c.cfg, c.env, &c.chain, c.alloc)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// sign makes a transaction of type 2 with a fee cap of 5000 and a tip of 7 wei unless set otherwise.
func (c *testChain) sign(key *ecdsa.PrivateKey, tx types.DynamicFeeTx) *stf.Tx {
	tx.ChainID = new(big.Int).SetUint64(c.cfg.ChainID)
	if tx.GasFeeCap == nil {
		tx.GasFeeCap, tx.GasTipCap = big.NewInt(5000), big.NewInt(7)
	}
	raw, err := types.MustSignNewTx(key, types.NewPragueSigner(tx.ChainID), &tx).MarshalBinary()
	if err != nil {
		panic(err)
	}
	out, err := stf.DecodeTx(raw, &c.cfg)
	if err != nil {
		panic(err)
	}
	return out
}

func mustApply(t testing.TB, b *stf.Builder, tx *stf.Tx) *stf.Receipt {
	t.Helper()
	r, err := b.Apply(tx)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// finish ends the block, applies it and checks the sum of balances.
func (c *testChain) finish(t testing.TB, b *stf.Builder) (*stf.BlockResult, statetest.Alloc) {
	t.Helper()
	res, err := b.Finish()
	if err != nil {
		t.Fatal(err)
	}
	post, err := c.alloc.After(&res.Diff)
	if err != nil {
		t.Fatal(err)
	}
	if sum := supply(post); c.cfg.MaxGasPerPubdata > 0 && !sum.Eq(rollup.BaseTokenSupply()) {
		t.Fatalf("sum of balances is %s, want %s", sum, rollup.BaseTokenSupply())
	}
	return res, post
}

func supply(a statetest.Alloc) *uint256.Int {
	sum := new(uint256.Int)
	for _, x := range a {
		sum.Add(sum, &x.Balance)
	}
	return sum
}

func balance(a statetest.Alloc, address common.Address) uint64 {
	x, _ := a.Account(address)
	return x.Balance.Uint64()
}

// words is the calldata of storer: slot, value.
func storeData(slot, value uint64) []byte {
	return append(common.BigToHash(new(big.Int).SetUint64(slot)).Bytes(), common.BigToHash(new(big.Int).SetUint64(value)).Bytes()...)
}

// snapshot is everything of a builder that a refused transaction must leave as it was.
func snapshot(b *stf.Builder) string {
	return fmt.Sprint(b.GasUsed(), b.PubdataBytes(), b.Len())
}

// tokenSlot is where the benchmark's token keeps a balance.
func tokenSlot(owner common.Address) common.Hash {
	return crypto.Keccak256Hash(common.LeftPadBytes(owner[:], 32), make([]byte, 32))
}
