package witness_test

import (
	"crypto/ecdsa"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/stf/statetest"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/witness"
	"github.com/ashlar-labs/ashlar/witness/witnesstest"
)

var (
	storer   = common.Address{0xc0, 19: 1}
	deleter  = common.Address{0xc0, 19: 2}
	nobody   = common.Address{0x99, 19: 9}
	coinbase = common.Address{0xfe, 19: 1}
)

var (
	storeCode = common.FromHex("60203560003555")   // SSTORE(calldata[0], calldata[32])
	clearCode = common.FromHex("5f5f555f60015500") // clears slots 0 and 1
)

// testChain is a small chain at block 5: some accounts, a contract that stores and one that deletes.
type testChain struct {
	config rollup.ChainConfig
	before rollup.ChainState
	alloc  statetest.Alloc
	key    *ecdsa.PrivateKey
}

func newTestChain(t testing.TB) *testChain {
	t.Helper()
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte("alice")))
	if err != nil {
		t.Fatal(err)
	}
	c := &testChain{
		config: rollup.ChainConfig{ChainID: 777, Fork: rollup.ForkOsaka, BlockGasLimit: 5_000_000, MaxGasPerPubdata: 1000},
		before: rollup.ChainState{LastBlock: 5, LastTimestamp: 1010},
		key:    key,
	}
	for i := range 6 {
		c.before.BlockHashes[255-i] = common.Hash{0xb0, byte(5 - i)}
	}
	c.alloc = statetest.Alloc{
		crypto.PubkeyToAddress(key.PublicKey): {Balance: *uint256.NewInt(1 << 60)},
		rollup.L2BaseTokenAddress:             {Nonce: 1, Balance: *uint256.NewInt(1 << 62), Code: []byte{0}},
		storer:                                {Nonce: 1, Code: storeCode},
		deleter:                               {Nonce: 1, Code: clearCode, Storage: map[common.Hash]common.Hash{{}: {1}, {31: 1}: {2}, {31: 2}: {3}}},
	}
	for i := range 30 {
		c.alloc[common.Address{byte(i), 1}] = &statetest.AllocAccount{Balance: *uint256.NewInt(7)}
	}
	return c
}

func (c *testChain) env() rollup.BlockEnv {
	return rollup.BlockEnv{
		Number: 6, Timestamp: 1011, GasLimit: 5_000_000, GasPerPubdata: 100, Coinbase: coinbase, PrevRandao: common.Hash{1}, BaseFee: *uint256.NewInt(1000),
	}
}

func (c *testChain) sign(t testing.TB, nonce uint64, to common.Address, value int64, data []byte) []byte {
	t.Helper()
	tx := types.MustSignNewTx(c.key, types.NewPragueSigner(big.NewInt(777)), &types.DynamicFeeTx{
		ChainID: big.NewInt(777), Nonce: nonce, To: &to, Value: big.NewInt(value), Data: data, Gas: 200_000, GasFeeCap: big.NewInt(5000), GasTipCap: big.NewInt(7),
	})
	raw, err := tx.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// blocks are two: a priority operation and a transfer, then a store and two deletions.
func (c *testChain) blocks(t testing.TB) []*rollup.Block {
	op := rollup.CanonicalTx{Type: rollup.PriorityTxType, From: nobody, To: nobody, GasLimit: 200_000, GasPerPubdataLimit: 800, RefundRecipient: nobody}
	op.MaxFeePerGas.SetUint64(2000)
	op.Value.SetUint64(5)
	op.ToMint.SetUint64(200_000*2000 + 5)
	store := append(common.Hash{31: 3}.Bytes(), common.Hash{31: 4}.Bytes()...)
	first, second := c.env(), c.env()
	second.Number, second.Timestamp = 7, 1012
	return []*rollup.Block{
		{Env: first, Txs: [][]byte{op.Raw(), c.sign(t, 0, common.Address{3, 1}, 5, nil)}},
		{Env: second, Txs: [][]byte{c.sign(t, 1, storer, 0, store), c.sign(t, 2, deleter, 0, nil)}},
	}
}

var schemes = map[string]witness.DA{
	"validium": {Scheme: rollup.DAValidium},
	"calldata": {Scheme: rollup.DACalldata},
	"blobs":    {Scheme: rollup.DABlobs, VersionedHashes: []common.Hash{{1, 0xb1}}},
}

// collect is the honest witness and what it comes to on the node's side.
func collect(t testing.TB, da witness.DA) (*witness.Witness, *witness.Result) {
	t.Helper()
	c := newTestChain(t)
	whole, err := witnesstest.Tree(c.alloc)
	if err != nil {
		t.Fatal(err)
	}
	w := &witness.Witness{Config: c.config, Before: c.before, SettlementChainID: 9, DA: da}
	batch, err := witness.Collect(w, c.alloc, witnesstest.Prover{Tree: whole}, c.blocks(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range batch.Blocks {
		for i, r := range b.Receipts {
			if r.Status != 1 {
				t.Fatalf("transaction %d: %s", i, r.Failure)
			}
		}
	}
	return w, conclude(t, c, w, batch)
}

// conclude computes the statement from whole trees, without the witness.
func conclude(t testing.TB, c *testChain, w *witness.Witness, batch *stf.BatchResult) *witness.Result {
	t.Helper()
	before, err := witnesstest.Tree(c.alloc)
	if err != nil {
		t.Fatal(err)
	}
	post, err := c.alloc.After(&batch.Diff)
	if err != nil {
		t.Fatal(err)
	}
	after, err := witnesstest.Tree(post)
	if err != nil {
		t.Fatal(err)
	}
	own := *w
	own.Before.TreeRoot = before.Root().Bytes()
	r, err := witness.Conclude(&own, batch, after.Root().Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// execute is the guest: decoding, then execution.
func execute(data []byte) (*witness.Result, error) {
	w, err := witness.Decode(data)
	if err != nil {
		return nil, err
	}
	return witness.Execute(w)
}
