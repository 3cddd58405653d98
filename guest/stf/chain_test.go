package main

import (
	"crypto/ecdsa"
	"encoding/binary"
	"fmt"
	"math/big"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/genesis"
	"github.com/ashlar-labs/ashlar/chain/state/tree"
	"github.com/ashlar-labs/ashlar/chain/stf/statetest"
	"github.com/ashlar-labs/ashlar/contracts/artifacts"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/witness"
	"github.com/ashlar-labs/ashlar/witness/witnesstest"
)

const (
	chainAccounts = 100_000 // accounts with a balance, besides senders and genesis
	chainSenders  = 100
	ether         = 1_000_000_000_000_000_000
)

var (
	tokenAddress = common.Address{0x70, 19: 1}
	feeRecipient = common.Address{0xfe, 19: 1}
	l1Receiver   = common.Address{0x11, 19: 1}
)

// testChain is a chain with many accounts and a token, at block 1000.
type testChain struct {
	config rollup.ChainConfig
	before rollup.ChainState
	alloc  statetest.Alloc
	tree   *tree.Tree
	keys   []*ecdsa.PrivateKey
}

var buildChain = sync.OnceValues(newChain)

func chain(t testing.TB) *testChain {
	t.Helper()
	c, err := buildChain()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func newChain() (*testChain, error) {
	g := genesis.Default(777)
	g.L1ChainID, g.L1AssetRouter = 1, common.Address{0xa5}
	start, err := g.Alloc()
	if err != nil {
		return nil, err
	}
	c := &testChain{config: g.Chain, before: rollup.ChainState{LastBlock: 1000, LastTimestamp: 1_700_000_000}, alloc: statetest.Alloc{}}
	for i := range c.before.BlockHashes {
		c.before.BlockHashes[i] = crypto.Keccak256Hash([]byte("block"), []byte{byte(i)})
	}
	for address, a := range start {
		c.alloc[address] = &statetest.AllocAccount{Nonce: a.Nonce, Balance: *uint256.MustFromBig(a.Balance), Code: a.Code, Storage: a.Storage}
	}
	if err := c.addToken(); err != nil {
		return nil, err
	}
	for i := range chainSenders {
		key, err := crypto.ToECDSA(crypto.Keccak256([]byte("sender"), []byte{byte(i)}))
		if err != nil {
			return nil, err
		}
		c.keys = append(c.keys, key)
		c.fund(crypto.PubkeyToAddress(key.PublicKey))
	}
	for i := range chainAccounts {
		c.fund(account(i))
	}
	c.tree, err = witnesstest.Tree(c.alloc)
	return c, err
}

// addToken places an OpenZeppelin token; its one immutable is the number of decimals.
func (c *testChain) addToken() error {
	token, err := artifacts.Get("TestERC20")
	if err != nil {
		return err
	}
	code := append([]byte(nil), token.DeployedBytecode...)
	for _, r := range token.ImmutableReferences {
		code[r.Start+r.Length-1] = 18
	}
	c.alloc[tokenAddress] = &statetest.AllocAccount{Nonce: 1, Code: code, Storage: map[common.Hash]common.Hash{}}
	return nil
}

// fund moves an ether from the base token's reserve to an account and gives it tokens.
func (c *testChain) fund(address common.Address) {
	reserve := &c.alloc[rollup.L2BaseTokenAddress].Balance
	reserve.SubUint64(reserve, ether)
	c.alloc[address] = &statetest.AllocAccount{Balance: *uint256.NewInt(ether)}
	balance := crypto.Keccak256Hash(common.LeftPadBytes(address[:], 32), make([]byte, 32)) // of mapping 0
	c.alloc[tokenAddress].Storage[balance] = common.BigToHash(big.NewInt(ether))
}

// account is the i-th account that only receives.
func account(i int) common.Address {
	return common.Address(crypto.Keccak256(binary.BigEndian.AppendUint64(nil, uint64(i)))[:20])
}

// call is what one transaction does.
type call struct {
	to    common.Address
	value uint64 // wei
	data  []byte
	gas   uint64
}

func transfer(i int) call { return call{to: account(1009 * i), value: 1_000_000_007, gas: 60_000} }

func tokenTransfer(i int) call {
	to := account(1013 * i)
	data := append(crypto.Keccak256([]byte("transfer(address,uint256)"))[:4], common.LeftPadBytes(to[:], 32)...)
	return call{to: tokenAddress, data: append(data, common.BigToHash(big.NewInt(12_345_678)).Bytes()...), gas: 200_000}
}

func withdrawal(int) call {
	data := append(crypto.Keccak256([]byte("withdraw(address)"))[:4], common.LeftPadBytes(l1Receiver[:], 32)...)
	return call{to: rollup.L2BaseTokenAddress, value: 1_000_003, data: data, gas: 400_000}
}

// deposit is the i-th priority operation.
func deposit(i int) []byte {
	op := rollup.CanonicalTx{
		Type: rollup.PriorityTxType, From: common.Address{0xde, 19: byte(i)}, To: account(i), GasLimit: 300_000, GasPerPubdataLimit: 800,
		Nonce: uint64(i), RefundRecipient: common.Address{0x4e, 19: byte(i)},
	}
	op.MaxFeePerGas.SetUint64(200_000_000)
	op.Value.SetUint64(5_000_000)
	op.ToMint.SetUint64(300_000*200_000_000 + 5_000_000)
	return op.Raw()
}

// blocks cuts raw transactions into blocks of at most perBlock.
func (c *testChain) blocks(raws [][]byte, perBlock int) (out []*rollup.Block) {
	number := c.before.LastBlock
	for len(raws) > 0 || len(out) == 0 {
		number++
		n := min(perBlock, len(raws))
		out = append(out, &rollup.Block{Txs: raws[:n], Env: rollup.BlockEnv{
			Number: number, Timestamp: c.before.LastTimestamp + number, GasLimit: c.config.BlockGasLimit, GasPerPubdata: 100,
			Coinbase: feeRecipient, PrevRandao: crypto.Keccak256Hash([]byte("randao"), []byte{byte(number)}), BaseFee: *uint256.NewInt(100_000_000),
		}})
		raws = raws[n:]
	}
	return out
}

// sign makes the raw transaction of sender i, who has sent nonce before.
func (c *testChain) sign(i int, nonce uint64, x call) []byte {
	id := new(big.Int).SetUint64(c.config.ChainID)
	tx := types.MustSignNewTx(c.keys[i], types.NewPragueSigner(id), &types.DynamicFeeTx{
		ChainID: id, Nonce: nonce, To: &x.to, Value: new(big.Int).SetUint64(x.value), Data: x.data, Gas: x.gas,
		GasFeeCap: big.NewInt(1_000_000_000), GasTipCap: big.NewInt(1_000_000),
	})
	raw, err := tx.MarshalBinary()
	if err != nil {
		panic(err)
	}
	return raw
}

// each is one transaction of every one of n senders.
func (c *testChain) each(n int, nonce uint64, make func(int) call) (raws [][]byte) {
	for i := range n {
		raws = append(raws, c.sign(i, nonce, make(i)))
	}
	return raws
}

// collect is the witness of a batch in which every transaction succeeds.
func (c *testChain) collect(da witness.DA, blocks []*rollup.Block) (*witness.Witness, error) {
	w := &witness.Witness{Config: c.config, Before: c.before, SettlementChainID: 1, DA: da}
	res, err := witness.Collect(w, c.alloc, witnesstest.Prover{Tree: c.tree}, blocks)
	if err != nil {
		return nil, err
	}
	for _, b := range res.Blocks {
		for i, r := range b.Receipts {
			if r.Status != 1 {
				return nil, fmt.Errorf("block %d: transaction %d failed: %s", b.Block.Env.Number, i, r.Failure)
			}
		}
	}
	return w, nil
}
