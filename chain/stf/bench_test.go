package stf_test

import (
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/chain/stf"
)

// tokenCode moves calldata[32] of balance from the caller to calldata[0], balances at keccak(address ‖ 0) as a Solidity mapping has them, checks the caller's balance, emits Transfer.
var tokenCode = common.FromHex("" +
	"335f525f60205260405f20" + // slot of the caller
	"8054" + // [slot, balance]
	"60203580821060" + "3d" + "57" + // amount; revert when balance < amount
	"9003" + "9055" + // balance - amount
	"5f355f525f60205260405f20" + // slot of the recipient
	"805460203501" + "9055" + // balance + amount
	"6020355f52" + "5f3533" + "60aa" + "60205fa3" + "00" + // LOG3(amount; topic, caller, recipient)
	"5b5f5ffd")

const benchTxs = 1000

// benchApply measures decoding, sender recovery and execution of blocks of 1000 transactions to many recipients.
func benchApply(b *testing.B, recover bool, call func(i int) (common.Address, *big.Int, []byte)) {
	c := newTestChain()
	c.cfg.BlockGasLimit, c.env.GasLimit = 1<<40, 1<<40
	token := c.token()
	raws := make([][]byte, benchTxs)
	for i := range raws {
		to, value, data := call(i)
		if data != nil {
			to = token
		}
		raws[i] = c.sign(alice, types.DynamicFeeTx{Nonce: uint64(i), To: &to, Gas: 200_000, Value: value, Data: data}).Raw()
	}
	txs := make([]*stf.Tx, benchTxs)
	for b.Loop() {
		for i, raw := range raws {
			if recover || txs[i] == nil {
				txs[i], _ = stf.DecodeTx(raw, &c.cfg)
				if _, err := txs[i].Sender(); err != nil {
					b.Fatal(err)
				}
			}
		}
		bl := c.builder(b)
		for _, tx := range txs {
			if r := mustApply(b, bl, tx); r.Status != 1 {
				b.Fatalf("%+v", r)
			}
		}
		if _, err := bl.Finish(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)*benchTxs/b.Elapsed().Seconds(), "tx/s")
}

// token deploys the token, all of it alice's.
func (c *testChain) token() common.Address {
	address := common.Address{0x70, 19: 1}
	slot := tokenSlot(aliceAddress)
	c.alloc[address] = &allocAccount{Nonce: 1, Code: tokenCode, Storage: map[common.Hash]common.Hash{slot: {24: 1}}}
	return address
}

func BenchmarkApply(b *testing.B) {
	transfer := func(i int) (common.Address, *big.Int, []byte) {
		return common.Address{0x11, 18: byte(i >> 8), 19: byte(i)}, big.NewInt(1), nil
	}
	erc20 := func(i int) (common.Address, *big.Int, []byte) {
		return common.Address{}, new(big.Int), append(common.Hash{12: 0x22, 30: byte(i >> 8), 31: byte(i)}.Bytes(), common.Hash{31: 1}.Bytes()...)
	}
	b.Run("transfer", func(b *testing.B) { benchApply(b, false, transfer) })
	b.Run("erc20", func(b *testing.B) { benchApply(b, false, erc20) })
	b.Run("transfer with recovery", func(b *testing.B) { benchApply(b, true, transfer) })
	b.Run("erc20 with recovery", func(b *testing.B) { benchApply(b, true, erc20) })
}

func TestToken(t *testing.T) {
	c := newTestChain()
	token := c.token()
	b := c.builder(t)
	send := func(nonce, amount uint64) *stf.Receipt {
		data := append(common.LeftPadBytes(bobAddress[:], 32), common.BigToHash(new(big.Int).SetUint64(amount)).Bytes()...)
		return mustApply(t, b, c.sign(alice, types.DynamicFeeTx{Nonce: nonce, To: &token, Gas: 200_000, Data: data}))
	}
	if r := send(0, 5); r.Status != 1 || len(r.Logs) != 1 {
		t.Fatalf("%+v", r)
	}
	if r := send(1, 1<<60); r.Status != 0 {
		t.Fatalf("%+v", r)
	}
	_, post := c.finish(t, b)
	if post[token].Storage[tokenSlot(bobAddress)] != (common.Hash{31: 5}) || post[token].Storage[tokenSlot(aliceAddress)] != (common.Hash{24: 0, 25: 255, 26: 255, 27: 255, 28: 255, 29: 255, 30: 255, 31: 251}) {
		t.Errorf("%x", post[token].Storage)
	}
}
