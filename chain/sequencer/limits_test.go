package sequencer

import (
	"math/big"
	"testing"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"
)

// A transaction that spends its sender's last wei on gas counts a balance of zero, and gets most of it back afterwards: what it publishes is more than what it counts.
func TestBlockOfUncountedBytesFitsItsBatch(t *testing.T) {
	const users, gas, price = 90, 20_000_000, 100_000_000_000
	n := startNode(t, users, nil)
	left := new(big.Int).Mul(big.NewInt(1000), big.NewInt(params.Ether))
	left.Sub(left, big.NewInt(gas*price))
	var raws [][]byte
	for i := range users {
		to := common.Address{0x99, 19: byte(i)}
		raws = append(raws, signed(t, i, 0, func(tx *types.DynamicFeeTx) {
			tx.To, tx.Value, tx.Gas, tx.GasFeeCap, tx.GasTipCap = &to, left, gas, big.NewInt(price), big.NewInt(price)
		}))
	}
	in, _ := input(t, n, raws...)
	in.Env.GasLimit, in.Limits.PubdataBytes = 100_000_000, 5000
	out, err := Build(in)
	if err != nil {
		t.Fatal(err)
	}
	batch, err := stf.Summarize(in.Chain, in.Before, []*stf.BlockResult{out.Block}, out.Block.Diff)
	if err != nil {
		t.Fatal(err)
	}
	const head = 350 // of a batch, and what a block publishes besides its transactions
	if size := uint64(len(batch.Pubdata.Encode())); len(out.Block.Receipts) < 50 || size > in.Limits.PubdataBytes+head {
		t.Fatalf("%d transactions publish %d bytes, %d were allowed", len(out.Block.Receipts), size, in.Limits.PubdataBytes)
	}
}

// A batch whose operations L1 cannot take off the queue in one transaction could never be executed.
func TestBlockTakesOnlySoManyPriorityOperations(t *testing.T) {
	n := startNode(t, 1, func(c *Config) { c.Limits.PriorityOps = 5 })
	for range 12 {
		n.queue.deposit(nil)
	}
	n.send(t, 0, 0, nil)
	n.step(t, 6)
	n.step(t, 5)
	n.step(t, 2)
}

// A block gas limit below what L1 lets operations have must not stop the queue.
func TestPriorityOperationAboveTheBlockGasLimit(t *testing.T) {
	n := startNode(t, 1, func(c *Config) { c.Limits.Gas = 250_000 })
	n.queue.deposit(nil)
	n.queue.deposit(func(op *rollup.CanonicalTx) { op.GasLimit = 8_000_000 })
	n.queue.deposit(nil)
	for _, want := range []uint64{250_000, 100_000_000, 250_000} {
		if b := n.step(t, 1); b.Block.Env.GasLimit != want || b.Receipts[0].Status != 1 {
			t.Errorf("gas limit %d, want %d: %s", b.Block.Env.GasLimit, want, b.Receipts[0].Failure)
		}
	}
}

// An operation with more messages than a block may hold gets a price at which it cannot send them.
func TestPriorityOperationWithTooManyLogs(t *testing.T) {
	code := common.FromHex("60205f52")
	for range 5 {
		code = append(append(append(code, 0x5f, 0x5f, 0x7f), rollup.L1MessageSentTopic[:]...), 0x60, 0x40, 0x5f, 0xa3)
	}
	n := startNode(t, 1, nil)
	in, _ := input(t, n)
	in.Limits.L2ToL1Logs = 3
	var err error
	if in.Pre, err = stf.WithOverrides(in.Pre, map[common.Address]stf.Override{rollup.L1MessengerAddress: {Code: &code}}); err != nil {
		t.Fatal(err)
	}
	in.Operations = []rollup.CanonicalTx{{
		Type: rollup.PriorityTxType, To: rollup.L1MessengerAddress, GasLimit: 200_000, GasPerPubdataLimit: 800, RefundRecipient: sink,
		MaxFeePerGas: *uint256.NewInt(1), ToMint: *uint256.NewInt(200_000),
	}}
	out, err := Build(in)
	if err != nil {
		t.Fatal(err)
	}
	if r := out.Block.Receipts[0]; r.Failure != stf.FailurePubdata || len(r.L2ToL1Logs) != 1 {
		t.Fatalf("%d logs, failure %q", len(r.L2ToL1Logs), r.Failure)
	}
}

// Transactions that no block can hold cost their senders nothing, so there is an end to the work on them.
func TestWorkOnRefusedTransactionsIsBounded(t *testing.T) {
	n := startNode(t, 20, nil)
	var raws [][]byte
	for i := range 20 {
		raws = append(raws, signed(t, i, 0, writes(300)))
	}
	in, l := input(t, n, raws...)
	in.Env.GasLimit, in.Limits.PubdataBytes = 8_000_000, 10_000
	out, err := Build(in)
	if err != nil {
		t.Fatal(err)
	}
	if len(out.Refused) == 0 || len(l.did) > 6 {
		t.Errorf("%d transactions were tried, %d refused", len(l.did), len(out.Refused))
	}
}

// A transaction fails when its gas does not reach for its pubdata, but its nonce and its fee are published all the same. Gas for nothing but execution must not buy that.
func TestGasLimitHasToReachForTheSendersOwnPubdata(t *testing.T) {
	n := startNode(t, 2, nil)
	const least = 21_000 + stf.LeastPubdataBytes*1000
	in, l := input(t, n,
		signed(t, 0, 0, func(tx *types.DynamicFeeTx) { tx.Gas = least - 1 }),
		signed(t, 1, 0, func(tx *types.DynamicFeeTx) { tx.Gas = least }),
	)
	in.Env.GasPerPubdata = 1000
	out, err := Build(in)
	if err != nil {
		t.Fatal(err)
	}
	if l.did != "ps" || len(out.Refused) != 0 {
		t.Errorf("the builder did %q, refused %v", l.did, out.Refused)
	}
}
