package stf

import (
	"errors"

	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/rollup"
)

// Failures of an L1 operation that Ethereum's transactions cannot have, since they would not be includable.
var (
	errShortMint = errors.New("amount taken from L1 does not cover value and gas")
	errNoSupply  = errors.New("base token holder is out of funds")
	errLowGas    = errors.New("gas limit below intrinsic gas")
)

// applyOperation applies a priority operation or an upgrade (docs/spec.md section 2). Whatever it is, it can be included; the only error is that the block has too little gas left.
//
// Its gas limit counts up to the chain's block gas limit: a block that offers this much takes any operation.
func (x *executor) applyOperation(c *rollup.CanonicalTx) (*outcome, error) {
	m := &message{
		from: c.From, to: &c.To, gasLimit: min(c.GasLimit, x.cfg.BlockGasLimit), price: &c.MaxFeePerGas, value: &c.Value, data: c.Data, keepNonce: true,
	}
	if err := x.checkRoom(m.gasLimit); err != nil {
		return nil, err
	}
	fixedBytes := uint64(0)
	if c.Type == rollup.PriorityTxType {
		fixedBytes = rollup.L2ToL1LogSize
	}
	funds, failure := x.takeFunds(c)
	start := x.db.Snapshot()
	o, execution := x.runOperation(m, failure)
	if o.failure != nil {
		x.db.RevertToSnapshot(start)
	}
	if !x.chargePubdata(o, execution, m.gasLimit, min(x.env.GasPerPubdata, c.GasPerPubdataLimit), fixedBytes) {
		x.db.RevertToSnapshot(start)
		x.settleUncovered(o, execution, m.gasLimit)
		o.pubdataBytes += fixedBytes
	}
	x.shareFunds(c, o, funds)
	return o, nil
}

// takeFunds takes what L1 locked for the operation out of the base token's holder. A failure says that the operation cannot run; what was taken is still shared out.
func (x *executor) takeFunds(c *rollup.CanonicalTx) (funds uint256.Int, failure error) {
	if x.db.GetBalance(rollup.L2BaseTokenAddress).Lt(&c.ToMint) {
		return funds, errNoSupply
	}
	x.db.SubBalance(rollup.L2BaseTokenAddress, &c.ToMint, tracing.BalanceChangeUnspecified)
	need, overflow := new(uint256.Int).MulOverflow(uint256.NewInt(c.GasLimit), &c.MaxFeePerGas)
	if !overflow {
		_, overflow = need.AddOverflow(need, &c.Value)
	}
	if overflow || c.ToMint.Lt(need) {
		return c.ToMint, errShortMint
	}
	return c.ToMint, nil
}

// runOperation credits the value and makes the call, unless there is already a failure.
func (x *executor) runOperation(m *message, failure error) (o *outcome, execution uint64) {
	if failure == nil {
		if intrinsic, floor, err := x.checkGas(m); err == nil {
			x.db.AddBalance(m.from, m.value, tracing.BalanceChangeUnspecified)
			return x.execute(m, intrinsic, floor)
		}
		failure = errLowGas
	}
	return &outcome{failure: failure}, m.gasLimit
}

// shareFunds pays the fee and returns the rest. After a shortage the fee is what there is.
func (x *executor) shareFunds(c *rollup.CanonicalTx, o *outcome, funds uint256.Int) {
	fee, overflow := new(uint256.Int).MulOverflow(uint256.NewInt(o.gasUsed), &c.MaxFeePerGas)
	if overflow || funds.Lt(fee) {
		fee.Set(&funds)
	}
	funds.Sub(&funds, fee)
	if o.failure == nil {
		funds.Sub(&funds, &c.Value)
	}
	x.db.AddBalance(x.env.Coinbase, fee, tracing.BalanceIncreaseRewardTransactionFee)
	if !funds.IsZero() {
		x.db.AddBalance(c.RefundRecipient, &funds, tracing.BalanceIncreaseGasReturn)
	}
}
