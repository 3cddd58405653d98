package stf_test

import (
	"errors"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/rollup"
)

var refundee = common.Address{0x4e, 19: 7}

// deposit is a priority operation that brings value to bob with enough gas, all funds of which come from L1.
func deposit(value uint64) rollup.CanonicalTx {
	op := rollup.CanonicalTx{Type: rollup.PriorityTxType, From: aliceAddress, To: nobody, GasLimit: 200_000, GasPerPubdataLimit: 800, RefundRecipient: refundee}
	op.MaxFeePerGas.SetUint64(50)
	op.Value.SetUint64(value)
	op.ToMint.SetUint64(200_000*50 + value + 1)
	return op
}

func (c *testChain) operation(t testing.TB, op rollup.CanonicalTx) *stf.Tx {
	t.Helper()
	tx, err := stf.DecodeTx(op.Raw(), &c.cfg)
	if err != nil {
		t.Fatal(err)
	}
	return tx
}

func TestPriorityOperation(t *testing.T) {
	c := newTestChain()
	b := c.builder(t)
	op := deposit(1000)
	tx := c.operation(t, op)
	r := mustApply(t, b, tx)
	// 0x800a: 25 and a subtraction of 3 + 1 bytes; the sender is as before: its balance came and went, its nonce stays; recipient: 25, 1000: 3; the log: 88.
	const bytes = 25 + 4 + 25 + 3 + 88
	if r.Status != 1 || r.PubdataBytes != bytes || r.GasUsed != 21_000+100*bytes || r.EffectiveGasPrice.Uint64() != 50 || r.From != aliceAddress {
		t.Fatalf("%+v", r)
	}
	if want := rollup.PriorityResultLog(0, tx.Hash(), true); len(r.L2ToL1Logs) != 1 || r.L2ToL1Logs[0] != want {
		t.Errorf("logs %+v", r.L2ToL1Logs)
	}
	_, post := c.finish(t, b)
	fee := r.GasUsed * 50
	if post[aliceAddress].Nonce != 0 || balance(post, nobody) != 1000 || balance(post, aliceAddress) != eth || balance(post, feeRecipient) != fee || balance(post, refundee) != 200_000*50+1-fee {
		t.Errorf("%+v", post)
	}
}

// Value that L1 did not bring comes out of the sender's balance: an account whose transactions nobody takes can still move what it has.
func TestPriorityOperationWithOwnValue(t *testing.T) {
	for name, c := range map[string]struct{ value, mint, own uint64 }{
		"all of it":                {eth, 200_000 * 50, eth},
		"all, and what was minted": {eth + 77, 200_000*50 + 77, eth},
		"a part":                   {1000, 200_000*50 + 400, 600},
		"nothing":                  {1000, 200_000*50 + 1000, 0},
	} {
		chain := newTestChain()
		b := chain.builder(t)
		op := deposit(c.value)
		op.ToMint.SetUint64(c.mint)
		r := mustApply(t, b, chain.operation(t, op))
		_, post := chain.finish(t, b)
		fee := r.GasUsed * 50
		if r.Status != 1 || balance(post, nobody) != c.value || balance(post, aliceAddress) != eth-c.own || balance(post, feeRecipient) != fee || balance(post, refundee) != 200_000*50-fee {
			t.Errorf("%s: %+v, sender has %d, refund %d", name, r, balance(post, aliceAddress), balance(post, refundee))
		}
	}
}

const (
	shortMint  = "amount taken from L1 does not cover the gas"
	shortValue = "amount taken from L1 and balance of the sender do not cover the value"
)

func TestPriorityOperationFails(t *testing.T) {
	for name, f := range map[string]struct {
		change  func(*testChain, *rollup.CanonicalTx)
		failure string
		all     bool // all gas is used
		nothing bool // nothing is taken
	}{
		"call reverts":         {func(_ *testChain, op *rollup.CanonicalTx) { op.To, op.Data = reverter, storeData(1, 1) }, "execution reverted", false, false},
		"call runs out of gas": {func(_ *testChain, op *rollup.CanonicalTx) { op.To = looper }, "out of gas", true, false},
		"mint below gas":       {func(_ *testChain, op *rollup.CanonicalTx) { op.ToMint.SetUint64(200_000*50 - 1) }, shortMint, true, false},
		"mint zero":            {func(_ *testChain, op *rollup.CanonicalTx) { op.ToMint.Clear() }, shortMint, true, true},
		"value above balance":  {func(_ *testChain, op *rollup.CanonicalTx) { op.Value.SetUint64(eth + 1000 + 2) }, shortValue, true, false},
		"value overflows":      {func(_ *testChain, op *rollup.CanonicalTx) { op.Value.SetAllOne() }, shortValue, true, false},
		"fee overflows":        {func(_ *testChain, op *rollup.CanonicalTx) { op.MaxFeePerGas.SetAllOne() }, shortMint, true, false},
		"own value, reverts": {func(_ *testChain, op *rollup.CanonicalTx) {
			op.To, op.Data = reverter, storeData(1, 1)
			op.Value.SetUint64(eth)
		}, "execution reverted", false, false},
		"own value, pubdata": {func(_ *testChain, op *rollup.CanonicalTx) {
			op.GasLimit = 30_000
			op.Value.SetUint64(eth)
		}, stf.FailurePubdata, true, false},
		"holder has too little": {func(_ *testChain, op *rollup.CanonicalTx) { op.ToMint.SetAllOne() }, "base token holder is out of funds", true, true},
		"gas below intrinsic":   {func(_ *testChain, op *rollup.CanonicalTx) { op.GasLimit = 20_999 }, "gas limit below intrinsic gas", true, false},
		"gas below floor":       {func(_ *testChain, op *rollup.CanonicalTx) { op.GasLimit, op.Data = 60_000, make([]byte, 4000) }, "gas limit below intrinsic gas", true, false},
		"no gas":                {func(_ *testChain, op *rollup.CanonicalTx) { op.GasLimit = 0 }, "gas limit below intrinsic gas", true, false},
		"pubdata":               {func(_ *testChain, op *rollup.CanonicalTx) { op.GasLimit = 30_000 }, stf.FailurePubdata, true, false},
		"everything huge": {func(_ *testChain, op *rollup.CanonicalTx) {
			op.GasLimit, op.GasPerPubdataLimit = ^uint64(0), ^uint64(0)
			op.MaxFeePerGas.SetAllOne()
			op.Value.SetAllOne()
			op.ToMint.SetUint64(5)
		}, shortMint, true, false},
	} {
		c := newTestChain()
		b := c.builder(t)
		op := deposit(1000)
		f.change(c, &op)
		tx := c.operation(t, op)
		r := mustApply(t, b, tx)
		limit := min(op.GasLimit, c.cfg.BlockGasLimit)
		if r.Status != 0 || r.Failure != f.failure || (r.GasUsed == limit) != f.all || r.GasUsed > limit {
			t.Errorf("%s: %+v", name, r)
		}
		if want := rollup.PriorityResultLog(0, tx.Hash(), false); len(r.L2ToL1Logs) != 1 || r.L2ToL1Logs[0] != want || len(r.Logs) != 0 || len(r.Messages) != 0 {
			t.Errorf("%s: logs %+v", name, r.L2ToL1Logs)
		}
		_, post := c.finish(t, b)
		taken := op.ToMint.Uint64()
		if f.nothing {
			taken = 0
		}
		if got := balance(post, feeRecipient) + balance(post, refundee); got != taken || post[aliceAddress].Nonce != 0 || balance(post, aliceAddress) != eth || balance(post, nobody) != 0 {
			t.Errorf("%s: fee %d, refund %d, want together %d", name, balance(post, feeRecipient), balance(post, refundee), taken)
		}
		if fee := new(uint256.Int).Mul(uint256.NewInt(r.GasUsed), &op.MaxFeePerGas); fee.IsUint64() && fee.Uint64() < taken && balance(post, feeRecipient) != fee.Uint64() {
			t.Errorf("%s: fee %d, want %d", name, balance(post, feeRecipient), fee)
		}
	}
}

// The operation's own pubdata price limit protects it from a dear block.
func TestPriorityPubdataLimit(t *testing.T) {
	c := newTestChain()
	op := deposit(1)
	op.GasPerPubdataLimit = 3
	if r := mustApply(t, c.builder(t), c.operation(t, op)); r.PubdataGas != 3*r.PubdataBytes {
		t.Errorf("%+v", r)
	}
	op.GasPerPubdataLimit = 0
	if r := mustApply(t, c.builder(t), c.operation(t, op)); r.PubdataGas != 0 || r.PubdataBytes == 0 {
		t.Errorf("%+v", r)
	}
}

// To zero is a call, a sender with code is no obstacle, and a nonce at its maximum stays.
func TestPriorityOddSenders(t *testing.T) {
	c := newTestChain()
	op := deposit(5)
	op.From, op.To = storer, common.Address{}
	c.alloc[storer].Nonce = ^uint64(0)
	b := c.builder(t)
	if r := mustApply(t, b, c.operation(t, op)); r.Status != 1 || r.ContractAddress != (common.Address{}) {
		t.Errorf("%+v", r)
	}
	if _, post := c.finish(t, b); balance(post, common.Address{}) != 5 || post[storer].Nonce != ^uint64(0) {
		t.Error("wrong state")
	}
}

func TestOperationOrder(t *testing.T) {
	c := newTestChain()
	op := func(nonce uint64) *stf.Tx {
		o := deposit(1)
		o.Nonce = nonce
		return c.operation(t, o)
	}
	ordinary := c.sign(bob, types.DynamicFeeTx{To: &nobody, Gas: 100_000})
	upgrade := c.operation(t, rollup.CanonicalTx{Type: rollup.UpgradeTxType, From: rollup.ForceDeployerAddress, To: storer, GasLimit: 1_000_000, Data: storeData(9, 9)})
	for name, txs := range map[string][]*stf.Tx{
		"operation after transaction": {ordinary, op(3)},
		"gap":                         {op(3), op(5)},
		"repetition":                  {op(3), op(3)},
		"backwards":                   {op(3), op(2)},
		"upgrade after operation":     {op(3), upgrade},
		"upgrade after transaction":   {ordinary, upgrade},
		"two upgrades":                {upgrade, upgrade},
	} {
		b := c.builder(t)
		mustApply(t, b, txs[0])
		if _, err := b.Apply(txs[1]); !errors.Is(err, stf.ErrOrder) {
			t.Errorf("%s: %v", name, err)
		}
	}
	b := c.builder(t)
	for _, tx := range []*stf.Tx{upgrade, op(3), op(4), ordinary} {
		mustApply(t, b, tx)
	}
	c.env.GasLimit = 150_000
	if _, err := c.builder(t).Apply(op(1)); !errors.Is(err, stf.ErrGasLimitReached) {
		t.Errorf("no room: %v", err)
	}
}

func TestUpgrade(t *testing.T) {
	c := newTestChain()
	b := c.builder(t)
	r := mustApply(t, b, c.operation(t, rollup.CanonicalTx{Type: rollup.UpgradeTxType, From: rollup.ForceDeployerAddress, To: storer, GasLimit: 1_000_000, GasPerPubdataLimit: 10, Data: storeData(9, 9)}))
	if r.Status != 1 || len(r.L2ToL1Logs) != 0 || !r.EffectiveGasPrice.IsZero() || r.PubdataGas != 10*r.PubdataBytes {
		t.Errorf("%+v", r)
	}
	_, post := c.finish(t, b)
	if post[storer].Storage[common.Hash{31: 9}] != (common.Hash{31: 9}) || balance(post, feeRecipient) != 0 {
		t.Error("wrong state")
	}
}

// A huge gas limit counts up to the chain's, so a full block always takes the operation.
func TestPriorityGasLimitAboveBlock(t *testing.T) {
	c := newTestChain()
	op := deposit(0)
	op.GasLimit, op.MaxFeePerGas = ^uint64(0), *uint256.NewInt(0)
	if r := mustApply(t, c.builder(t), c.operation(t, op)); r.Status != 1 || r.GasUsed > 100_000 {
		t.Errorf("%+v", r)
	}
	op.To = looper
	if r := mustApply(t, c.builder(t), c.operation(t, op)); r.Status != 0 || executionOf(r) != 1<<24 {
		t.Errorf("%+v", r)
	}
}
