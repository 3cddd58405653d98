package rpc

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/rollup"
)

const (
	estimateError   = 0.015 // of an estimate by which it may lie above the least gas limit, as in geth
	priorityPubdata = 800   // gas per pubdata byte that the SDKs and L1 use for priority operations
	viemPriority    = 0xff
)

func (a *CallArgs) isPriority() bool {
	return a.Type.Uint64 != nil && (uint64(*a.Type.Uint64) == uint64(rollup.PriorityTxType) || *a.Type.Uint64 == viemPriority)
}

// gasEstimate is a gas limit and what it is made of.
type gasEstimate struct {
	limit     uint64 // execution + pubdata + margin
	execution uint64 // the least with which it succeeds when pubdata costs nothing (up to estimateError)
	pubdata   uint64 // gas for the bytes at the price of the block
	margin    uint64 // against a price that rises until the transaction is in a block
	bytes     uint64 // of pubdata
}

// covers is the price of a pubdata byte up to which the limit suffices; ok is false when there are no bytes.
func (e *gasEstimate) covers() (price uint64, ok bool) {
	if e.bytes == 0 {
		return 0, false
	}
	return (e.pubdata + e.margin) / e.bytes, true
}

// estimateOrdinary is the least gas limit with which the transaction succeeds (up to estimateError), plus what its pubdata may cost more until it is in a block. Where pubdata costs nothing it
// is what geth's estimator answers.
func (a *api) estimateOrdinary(ctx context.Context, args *CallArgs, at *Position) (*gasEstimate, error) {
	msg, err := args.message(a.back.Config.ChainID, a.cfg.CallGas)
	if err != nil {
		return nil, err
	}
	msg.Gas = at.Env.GasLimit
	if args.Gas != nil && uint64(*args.Gas) >= params.TxGas { // below is no limit that could be meant, as in geth
		msg.Gas = uint64(*args.Gas)
	}
	if err := a.capGas(at, msg); err != nil {
		return nil, err
	}
	msg.Gas = min(msg.Gas, a.cfg.CallGas)
	most := msg.Gas
	gas, r, err := a.leastGas(ctx, at, msg)
	if err != nil {
		return nil, err
	}
	e := &gasEstimate{execution: gas - min(gas, r.PubdataGas), pubdata: min(gas, r.PubdataGas), bytes: r.PubdataBytes}
	// Pool and sequencer want a limit that pays for what any transaction can publish, also where this one publishes less.
	if least := params.TxGas + stf.LeastPubdataBytes*at.Env.GasPerPubdata; r.PubdataBytes > 0 && gas < least && least <= most {
		e.execution, e.pubdata, e.bytes, gas = params.TxGas, least-params.TxGas, stf.LeastPubdataBytes, least
	}
	e.margin = min(e.bytes*a.rise(at.Env.GasPerPubdata), most-min(gas, most))
	e.limit = gas + e.margin
	return e, nil
}

// pubdataSteps is how many steps of the price an estimate bears at least, if it bears any: a step is one unit at least, however low the price is.
const pubdataSteps = 3

// rise is by how much the price of a pubdata byte may rise after an estimate: by PubdataMargin percent, and by so many units as it moves in a few steps. Bytes that cost nothing
// (a validium's) stay free.
func (a *api) rise(price uint64) uint64 {
	if price == 0 || a.cfg.PubdataMargin == 0 {
		return 0
	}
	return max((price*a.cfg.PubdataMargin+99)/100, pubdataSteps)
}

// estimatePriority is the gas limit for a priority operation with this sender, target, value and data. The block's price of pubdata is taken as the highest that the
// operation allows, hence nothing that moves later can make it more expensive; PriorityMargin percent are added for call data that L1 builds differently.
func (a *api) estimatePriority(ctx context.Context, args *CallArgs, at *Position) (hexutil.Uint64, error) {
	msg, err := args.message(a.back.Config.ChainID, min(a.cfg.CallGas, at.Env.GasLimit))
	if err != nil {
		return 0, err
	}
	if msg.To == nil {
		msg.To = new(common.Address)
	}
	msg.Priority, msg.GasPerPubdataLimit, msg.AccessList, msg.AuthList = true, priorityPubdata, nil, nil
	if m := args.EIP712Meta; m != nil && m.GasPerPubdata != nil && *m.GasPerPubdata > 0 {
		msg.GasPerPubdataLimit = uint64(*m.GasPerPubdata)
	}
	msg.GasFeeCap, msg.TipCap = new(uint256.Int), new(uint256.Int)
	at.Env.GasPerPubdata = min(msg.GasPerPubdataLimit, a.back.Config.MaxGasPerPubdata)
	gas, _, err := a.leastGas(ctx, at, msg)
	if err != nil {
		return 0, err
	}
	return hexutil.Uint64(gas + gas*a.cfg.PriorityMargin/100), nil
}

// capGas lowers the gas to what EIP-7825 and the sender's balance allow.
func (a *api) capGas(at *Position, msg *CallMsg) error {
	// Above the cap of EIP-7825 gas can only pay for pubdata.
	if at.Env.GasPerPubdata == 0 && a.back.Config.Fork >= rollup.ForkOsaka {
		msg.Gas = min(msg.Gas, params.MaxTxGas)
	}
	if msg.GasFeeCap.IsZero() {
		return nil
	}
	account, err := at.State.Account(msg.From)
	if err != nil {
		return err
	}
	if !msg.Value.Lt(&account.Balance) {
		return stf.ErrInsufficientTransfer
	}
	available := new(uint256.Int).Sub(&account.Balance, msg.Value)
	if affordable := available.Div(available, msg.GasFeeCap); affordable.IsUint64() {
		msg.Gas = min(msg.Gas, affordable.Uint64())
	}
	return nil
}

// leastGas searches the least gas limit up to msg.Gas with which msg succeeds and gives the receipt of that run. The steps are those of geth's estimator, so that without pubdata the
// answers are the same; pubdata adds that a limit has to pay for it, too.
func (a *api) leastGas(ctx context.Context, at *Position, msg *CallMsg) (uint64, *Receipt, error) {
	transfer, err := isTransfer(at, msg)
	if err != nil {
		return 0, nil, err
	}
	if transfer && at.Env.GasPerPubdata == 0 { // where the gas of a transfer is enough for one, it is what is needed
		if r, err := a.try(ctx, at, msg, params.TxGas, nil); err == nil && succeeded(r) {
			return r.GasUsed, r, nil
		}
		transfer = false
	}
	var peak peakGas
	high := msg.Gas
	best, err := a.try(ctx, at, msg, high, &peak)
	switch {
	case err != nil:
		return 0, nil, err
	case best == nil, !succeeded(best) && isOutOfGas(best):
		return 0, nil, fmt.Errorf("gas required exceeds allowance (%d)", high)
	case !succeeded(best):
		return 0, nil, failureError(best)
	}
	low := best.GasUsed - min(best.GasUsed, 1)
	next := best.GasUsed // all that a transfer needs
	if !transfer {
		// Most transactions succeed with what they used before refunds, the stipend of an inner call and EIP-150's 64th.
		before := peak.of(a.executionLimit(high), best)
		next = max((before+params.CallStipend)*64/63, best.GasUsed)
	}
	for first := next < high; low+1 < high; first = false {
		if !first {
			if float64(high-low)/float64(high) < estimateError {
				break
			}
			next = min(low+(high-low)/2, max(2*low, 1)) // most need little more than they use
		}
		r, err := a.try(ctx, at, msg, next, nil)
		if err != nil {
			return 0, nil, err
		}
		if succeeded(r) {
			high, best = next, r
		} else {
			low = next
		}
	}
	return high, best, nil
}

// isTransfer says whether msg moves value and runs no code.
func isTransfer(at *Position, msg *CallMsg) (bool, error) {
	if len(msg.Data) > 0 || msg.To == nil {
		return false, nil
	}
	to, err := at.State.Account(*msg.To)
	return err == nil && to.CodeLen == 0, err
}

func succeeded(r *Receipt) bool { return r != nil && r.Status == types.ReceiptStatusSuccessful }

// executionLimit is how much of a transaction's gas limit execution can use (EIP-7825).
func (a *api) executionLimit(gas uint64) uint64 {
	if a.back.Config.Fork >= rollup.ForkOsaka {
		return min(gas, params.MaxTxGas)
	}
	return gas
}

// peakGas sees how much gas the outermost frame of a transaction begins with, and how much it uses before refunds.
type peakGas struct {
	entered, used uint64
	seen          bool
}

func (p *peakGas) enter(depth int, gas uint64) {
	if depth == 0 {
		p.entered, p.seen = gas, true
	}
}

func (p *peakGas) exit(depth int, used uint64) {
	if depth == 0 {
		p.used = used
	}
}

func (p *peakGas) hooks() *tracing.Hooks {
	return &tracing.Hooks{
		OnEnter: func(depth int, _ byte, _, _ common.Address, _ []byte, gas uint64, _ *big.Int) { p.enter(depth, gas) },
		OnExit:  func(depth int, _ []byte, used uint64, _ error, _ bool) { p.exit(depth, used) },
	}
}

// of is the execution gas of a transaction before refunds, or EIP-7623's floor where that is more; limit is what execution could use.
func (p *peakGas) of(limit uint64, r *Receipt) uint64 {
	charged := r.GasUsed - min(r.GasUsed, r.PubdataGas)
	if !p.seen {
		return charged
	}
	return max(charged, limit-p.entered+p.used)
}

// try runs msg with this gas limit; nil means that the limit is too low to run at all (or, for EIP-7825, too high). peak may be nil.
func (a *api) try(ctx context.Context, at *Position, msg *CallMsg, gas uint64, peak *peakGas) (*Receipt, error) {
	with := *msg
	with.Gas, with.KeepCap = gas, true
	var hooks *tracing.Hooks
	if peak != nil {
		hooks = peak.hooks()
	}
	r, err := a.run(ctx, at, &with, hooks)
	switch {
	case errors.Is(err, stf.ErrIntrinsicGas) || errors.Is(err, stf.ErrGasLimitTooHigh):
		return nil, nil
	case errors.As(err, new(notRun)):
		return nil, fmt.Errorf("failed with %d gas: %w", gas, err)
	}
	return r, err
}

func isOutOfGas(r *Receipt) bool {
	return strings.HasPrefix(r.Failure, vm.ErrOutOfGas.Error()) || r.Failure == stf.FailurePubdata
}
