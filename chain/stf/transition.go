package stf

import (
	"errors"
	"math/bits"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/rollup"
)

// outcome is what applying a message came to.
type outcome struct {
	gasUsed      uint64 // all of it
	pubdataBytes uint64
	pubdataGas   uint64 // part of gasUsed
	ret          []byte
	failure      error
	messages     [][]byte
	messageLogs  []rollup.L2ToL1Log
}

var errPubdata = errors.New(FailurePubdata)

// applyMessage applies an ordinary transaction or a call; the database has begun a transaction. On an error nothing has changed.
func (x *executor) applyMessage(m *message) (*outcome, error) {
	if err := x.check(m); err != nil {
		return nil, err
	}
	intrinsic, floor, err := x.checkGas(m)
	if err != nil {
		return nil, err
	}
	start := x.db.Snapshot()
	x.buyGas(m)
	if !m.value.IsZero() && !canTransfer(x.db, m.from, m.value) { // only where a call pays less than its fee cap says
		x.db.RevertToSnapshot(start)
		return nil, ErrInsufficientTransfer
	}
	o, execution := x.execute(m, intrinsic, floor)
	if !x.chargePubdata(o, execution, m.gasLimit, x.env.GasPerPubdata, 0) {
		x.db.RevertToSnapshot(start)
		x.buyGas(m)
		x.bumpNonce(m.from)
		x.settleUncovered(o, execution, m.gasLimit)
	}
	x.payFees(m, o)
	return o, nil
}

func (x *executor) buyGas(m *message) {
	x.db.SubBalance(m.from, new(uint256.Int).Mul(uint256.NewInt(m.gasLimit), m.price), tracing.BalanceDecreaseGasBuy)
}

// bumpNonce raises a nonce; it stays at its maximum (only a call that is not a transaction can come from there).
func (x *executor) bumpNonce(address common.Address) {
	if next := x.db.GetNonce(address) + 1; next != 0 {
		x.db.SetNonce(address, next, tracing.NonceChangeEoACall)
	}
}

// execute runs the message and returns the gas of execution: after refunds (EIP-3529) and floor (EIP-7623).
func (x *executor) execute(m *message, intrinsic, floor uint64) (o *outcome, gas uint64) {
	o = new(outcome)
	limit := x.executionLimit(m)
	budget := vm.NewGasBudget(limit-intrinsic, 0)
	x.evm.SetTxContext(vm.TxContext{Origin: m.from, GasPrice: m.price})
	x.db.prepare(&m.from, &x.env.Coinbase, m.to, m.accessList)
	if m.to == nil {
		o.ret, _, budget, o.failure = x.evm.Create(m.from, m.data, budget, m.value)
	} else {
		if !m.keepNonce {
			x.bumpNonce(m.from)
		}
		x.authorize(m.auths)
		if target, ok := types.ParseDelegation(x.db.GetCode(*m.to)); ok {
			x.db.AddAddressToAccessList(target)
		}
		o.ret, budget, o.failure = x.evm.Call(m.from, *m.to, m.data, budget, m.value)
	}
	gas = limit - budget.ExecutionGas
	gas -= min(gas/params.RefundQuotientEIP3529, x.db.GetRefund())
	if o.failure == nil {
		o.messages, o.messageLogs = messagesOf(x.db.logs)
	}
	return o, max(gas, floor)
}

// chargePubdata measures the transaction and reports whether the gas limit covers execution and pubdata.
func (x *executor) chargePubdata(o *outcome, execution, limit, gasPerPubdata, fixedBytes uint64) bool {
	o.pubdataBytes = x.measure(o) + fixedBytes
	high, gas := bits.Mul64(o.pubdataBytes, gasPerPubdata)
	if high != 0 || gas > limit-execution {
		return false
	}
	o.pubdataGas, o.gasUsed = gas, execution+gas
	return true
}

// measure is B of docs/spec.md section 2 for the state changes and messages so far.
func (x *executor) measure(o *outcome) uint64 {
	size := x.db.txSize(x.env.Coinbase)
	for _, m := range o.messages {
		size += rollup.MessageSize(len(m))
	}
	return size
}

// settleUncovered is the end of a transaction whose gas did not cover its pubdata: after its changes were reverted it has used its whole gas limit. One that failed and used all gas for
// execution alone keeps its own reason: pubdata was not what it lacked.
func (x *executor) settleUncovered(o *outcome, execution, limit uint64) {
	if o.failure == nil || execution < limit {
		o.failure, o.ret = errPubdata, nil
	}
	o.messages, o.messageLogs = nil, nil
	o.pubdataBytes = x.measure(o)
	o.gasUsed, o.pubdataGas = limit, limit-execution
}

// payFees returns what is left to the sender and pays the fee recipient.
func (x *executor) payFees(m *message, o *outcome) {
	if left := m.gasLimit - o.gasUsed; left > 0 {
		x.db.AddBalance(m.from, new(uint256.Int).Mul(uint256.NewInt(left), m.price), tracing.BalanceIncreaseGasReturn)
	}
	fee := new(uint256.Int).Set(m.price)
	if x.burnBaseFee {
		if _, below := fee.SubOverflow(fee, &x.env.BaseFee); below { // a call without a gas price
			fee.Clear()
		}
	}
	x.db.AddBalance(x.env.Coinbase, fee.Mul(fee, uint256.NewInt(o.gasUsed)), tracing.BalanceIncreaseRewardTransactionFee)
}

// keepSupply gives wei that the transaction would destroy back to the base token's holder, so that the sum of balances never changes. It comes last in a transaction.
func (x *executor) keepSupply() {
	if x.burnBaseFee {
		return
	}
	if lost := x.db.vanishing(); !lost.IsZero() {
		x.db.AddBalance(rollup.L2BaseTokenAddress, &lost, tracing.BalanceChangeUnspecified)
	}
}

// authorize applies EIP-7702 authorizations; one that is invalid is passed over.
func (x *executor) authorize(auths []types.SetCodeAuthorization) {
	for i := range auths {
		a := &auths[i]
		if !(a.ChainID.IsZero() || (a.ChainID.IsUint64() && a.ChainID.Uint64() == x.cfg.ChainID)) || a.Nonce+1 == 0 {
			continue
		}
		account, err := authority(a)
		if err != nil {
			continue
		}
		x.db.AddAddressToAccessList(account)
		code := x.db.GetCode(account)
		current, delegated := types.ParseDelegation(code)
		if (len(code) != 0 && !delegated) || x.db.GetNonce(account) != a.Nonce {
			continue
		}
		if x.db.Exist(account) {
			x.db.AddRefund(params.CallNewAccountGas - params.TxAuthTupleGas)
		}
		x.db.SetNonce(account, a.Nonce+1, tracing.NonceChangeAuthorization)
		switch {
		case a.Address == (common.Address{}) && delegated:
			x.db.SetCode(account, nil, tracing.CodeChangeAuthorizationClear)
		case a.Address != (common.Address{}) && (!delegated || a.Address != current):
			x.db.SetCode(account, types.AddressToDelegation(a.Address), tracing.CodeChangeAuthorization)
		}
	}
}

// contractAddress is where a creation puts its contract.
func contractAddress(from common.Address, nonce uint64) common.Address {
	return crypto.CreateAddress(from, nonce)
}
