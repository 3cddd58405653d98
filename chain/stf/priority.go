package stf

import (
	"errors"

	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/rollup"
)

// Failures of an L1 operation that Ethereum's transactions cannot have, since they would not be includable.
var (
	errShortMint  = errors.New("amount taken from L1 does not cover the gas")
	errShortValue = errors.New("amount taken from L1 and balance of the sender do not cover the value")
	errNoSupply   = errors.New("base token holder is out of funds")
	errLowGas     = errors.New("gas limit below intrinsic gas")
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
	f, failure := x.takeFunds(c)
	start := x.db.Snapshot()
	o, execution := x.runOperation(m, &f.credit, failure)
	if o.failure != nil {
		x.db.RevertToSnapshot(start)
	}
	if !x.chargePubdata(o, execution, m.gasLimit, min(x.env.GasPerPubdata, c.GasPerPubdataLimit), fixedBytes) {
		x.db.RevertToSnapshot(start)
		x.settleUncovered(o, execution, m.gasLimit)
		o.pubdataBytes += fixedBytes
	}
	x.shareFunds(c, o, &f)
	return o, nil
}

// funds of an operation: what was taken from L1's deposits, and what of it the sender gets for the value. The rest of the value is the sender's own.
type funds struct{ taken, credit uint256.Int }

// takeFunds takes what L1 locked for the operation out of the base token's holder. A failure says that the operation cannot run; what was taken is still shared out.
func (x *executor) takeFunds(c *rollup.CanonicalTx) (f funds, failure error) {
	if x.db.GetBalance(rollup.L2BaseTokenAddress).Lt(&c.ToMint) {
		return f, errNoSupply
	}
	x.db.SubBalance(rollup.L2BaseTokenAddress, &c.ToMint, tracing.BalanceChangeUnspecified)
	f.taken = c.ToMint
	gas, overflow := new(uint256.Int).MulOverflow(uint256.NewInt(c.GasLimit), &c.MaxFeePerGas)
	if overflow || c.ToMint.Lt(gas) {
		return f, errShortMint
	}
	if f.credit.Sub(&c.ToMint, gas); c.Value.Lt(&f.credit) {
		f.credit = c.Value
	}
	if own := new(uint256.Int).Sub(&c.Value, &f.credit); x.db.GetBalance(c.From).Lt(own) {
		return f, errShortValue
	}
	return f, nil
}

// runOperation credits what L1 gave for the value and makes the call, unless there is already a failure.
func (x *executor) runOperation(m *message, credit *uint256.Int, failure error) (o *outcome, execution uint64) {
	if failure == nil {
		if intrinsic, floor, err := x.checkGas(m); err == nil {
			x.db.AddBalance(m.from, credit, tracing.BalanceChangeUnspecified)
			return x.execute(m, intrinsic, floor)
		}
		failure = errLowGas
	}
	return &outcome{failure: failure}, m.gasLimit
}

// shareFunds pays the fee and returns the rest. After a shortage the fee is what there is.
func (x *executor) shareFunds(c *rollup.CanonicalTx, o *outcome, f *funds) {
	fee, overflow := new(uint256.Int).MulOverflow(uint256.NewInt(o.gasUsed), &c.MaxFeePerGas)
	if overflow || f.taken.Lt(fee) {
		fee.Set(&f.taken)
	}
	rest := new(uint256.Int).Sub(&f.taken, fee)
	if o.failure == nil {
		rest.Sub(rest, &f.credit)
	}
	x.db.AddBalance(x.env.Coinbase, fee, tracing.BalanceIncreaseRewardTransactionFee)
	if !rest.IsZero() {
		x.db.AddBalance(c.RefundRecipient, rest, tracing.BalanceIncreaseGasReturn)
	}
}
