package rpc

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/rollup"
)

const (
	estimateError   = 15  // per thousand that an estimate may lie above the least gas limit, as in geth
	priorityPubdata = 800 // gas per pubdata byte that the SDKs and L1 use for priority operations
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

// estimateOrdinary is the least gas limit with which the transaction succeeds (up to estimateError), plus PubdataMargin percent of its pubdata gas.
func (a *api) estimateOrdinary(ctx context.Context, args *CallArgs, at *Position) (*gasEstimate, error) {
	msg, err := args.message(a.back.Config.ChainID, min(a.cfg.CallGas, at.Env.GasLimit))
	if err != nil {
		return nil, err
	}
	if args.Gas != nil && uint64(*args.Gas) < params.TxGas {
		msg.Gas = min(a.cfg.CallGas, at.Env.GasLimit) // no limit that could be meant, as in geth
	}
	if err := a.capGas(at, msg); err != nil {
		return nil, err
	}
	most := msg.Gas
	gas, r, err := a.leastGas(ctx, at, msg)
	if err != nil {
		return nil, err
	}
	e := &gasEstimate{execution: gas - min(gas, r.PubdataGas), pubdata: min(gas, r.PubdataGas), bytes: r.PubdataBytes}
	e.margin = min(r.PubdataGas*a.cfg.PubdataMargin/100, most-gas)
	e.limit = gas + e.margin
	return e, nil
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

// leastGas searches the least gas limit up to msg.Gas with which msg succeeds and gives the receipt of that run.
func (a *api) leastGas(ctx context.Context, at *Position, msg *CallMsg) (uint64, *Receipt, error) {
	high := msg.Gas
	best, err := a.try(ctx, at, msg, high)
	if err != nil {
		return 0, nil, err
	}
	if best == nil || (best.Status != types.ReceiptStatusSuccessful && isOutOfGas(best)) {
		return 0, nil, fmt.Errorf("gas required exceeds allowance (%d)", high)
	}
	if best.Status != types.ReceiptStatusSuccessful {
		return 0, nil, failureError(best)
	}
	low := best.GasUsed - min(best.GasUsed, 1)
	// Most transactions succeed with what they used, the stipend of an inner call and EIP-150's 64th.
	next := (best.GasUsed + params.CallStipend) * 64 / 63
	if best.GasUsed <= params.TxGas {
		next = best.GasUsed // a plain transfer needs nothing more
	}
	for low+1 < high && (high-low)*1000/high >= estimateError {
		if next <= low || next >= high {
			next = min(low+(high-low)/2, 2*low+1)
		}
		r, err := a.try(ctx, at, msg, next)
		if err != nil {
			return 0, nil, err
		}
		if r != nil && r.Status == types.ReceiptStatusSuccessful {
			high, best = next, r
		} else {
			low = next
		}
		next = 0
	}
	return high, best, nil
}

// try runs msg with this gas limit; nil means that the limit is too low to run at all (or, for EIP-7825, too high).
func (a *api) try(ctx context.Context, at *Position, msg *CallMsg, gas uint64) (*Receipt, error) {
	with := *msg
	with.Gas, with.KeepCap = gas, true
	r, err := a.run(ctx, at, &with, nil)
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
