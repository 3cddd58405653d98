package stf

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/rollup"
)

// message is one call or creation with the terms on which it runs.
type message struct {
	from       common.Address
	to         *common.Address // nil: creation
	nonce      uint64
	gasLimit   uint64
	price      *uint256.Int // wei per gas that is paid
	feeCap     *uint256.Int
	tipCap     *uint256.Int
	value      *uint256.Int
	data       []byte
	accessList types.AccessList
	auths      []types.SetCodeAuthorization
	keepNonce  bool // the sender's nonce stays: L1 orders its operations

	// What eth_call leaves out.
	skipSender bool // nonce and EIP-3607
	skipGasCap bool // EIP-7825
	skipRoom   bool // the block's gas limit
}

// executor applies messages in one block's environment.
type executor struct {
	cfg   *rollup.ChainConfig
	env   *rollup.BlockEnv
	rules params.Rules
	evm   *vm.EVM
	db    *stateDB
	// burnBaseFee is Ethereum's rule for the base fee and for wei that SELFDESTRUCT destroys. It holds on chains that never price pubdata; on others no wei is ever burnt (docs/spec.md section 2).
	burnBaseFee bool
	noBaseFee   bool   // eth_call without a gas price
	gasUsed     uint64 // in the block so far
}

// newExecutor prepares the EVM for a block. The database must be between transactions.
func newExecutor(cfg *rollup.ChainConfig, env *rollup.BlockEnv, chain *rollup.ChainState, db *stateDB, vmConfig vm.Config) *executor {
	context := vm.BlockContext{
		CanTransfer: canTransfer, Transfer: transfer, GetHash: chain.BlockHash,
		Coinbase: env.Coinbase, GasLimit: env.GasLimit, BlockNumber: bigFromUint64(env.Number), Time: env.Timestamp,
		Difficulty: bigFromUint64(0), BaseFee: env.BaseFee.ToBig(), BlobBaseFee: bigFromUint64(params.BlobTxMinBlobGasprice), Random: &env.PrevRandao,
	}
	evm := vm.NewEVM(context, db, cfg.EVM(), vmConfig)
	evm.SetPrecompiles(precompiles(cfg.Fork))
	db.hooks = vmConfig.Tracer
	return &executor{
		cfg: cfg, env: env, rules: evm.GetRules(), evm: evm, db: db, burnBaseFee: cfg.MaxGasPerPubdata == 0, noBaseFee: vmConfig.NoBaseFee,
	}
}

func canTransfer(db vm.StateDB, from common.Address, amount *uint256.Int) bool {
	return !db.GetBalance(from).Lt(amount)
}

func transfer(db vm.StateDB, from, to common.Address, amount *uint256.Int, _ *params.Rules) {
	db.SubBalance(from, amount, tracing.BalanceChangeTransfer)
	db.AddBalance(to, amount, tracing.BalanceChangeTransfer)
}

// storeParentHash is EIP-2935's system call at the start of a block. It does nothing where the history contract is missing, and its gas counts nowhere.
func (x *executor) storeParentHash(parent common.Hash) {
	if !x.rules.IsPrague {
		return
	}
	x.db.beginTx()
	x.evm.SetTxContext(vm.TxContext{Origin: params.SystemAddress, GasPrice: new(uint256.Int)})
	x.db.AddAddressToAccessList(params.HistoryStorageAddress)
	const systemGas = 30_000_000
	x.evm.Call(params.SystemAddress, params.HistoryStorageAddress, parent[:], vm.NewGasBudget(systemGas, 0), new(uint256.Int))
	x.db.finishTx()
}

// check is Ethereum's list of reasons to refuse a transaction, in go-ethereum's order. It changes nothing.
func (x *executor) check(m *message) error {
	if !m.skipSender {
		switch have := x.db.GetNonce(m.from); {
		case have < m.nonce:
			return fmt.Errorf("%w: address %v, tx: %d state: %d", ErrNonceTooHigh, m.from, m.nonce, have)
		case have > m.nonce:
			return fmt.Errorf("%w: address %v, tx: %d state: %d", ErrNonceTooLow, m.from, m.nonce, have)
		case have+1 == 0: // EIP-2681
			return fmt.Errorf("%w: address %v, nonce: %d", ErrNonceMax, m.from, have)
		}
	}
	if x.rules.IsOsaka && !m.skipGasCap && m.gasLimit > maxTxGas && x.env.GasPerPubdata == 0 {
		return fmt.Errorf("%w (cap: %d, tx: %d)", ErrGasLimitTooHigh, uint64(maxTxGas), m.gasLimit)
	}
	if !m.skipSender { // EIP-3607 with the exception of EIP-7702
		code := x.db.GetCode(m.from)
		if _, delegated := types.ParseDelegation(code); len(code) > 0 && !delegated {
			return fmt.Errorf("%w: address %v, len(code): %d", ErrSenderNoEOA, m.from, len(code))
		}
	}
	if !(x.noBaseFee && m.feeCap.IsZero() && m.tipCap.IsZero()) { // EIP-1559
		if m.feeCap.Lt(m.tipCap) {
			return fmt.Errorf("%w: address %v, maxPriorityFeePerGas: %s, maxFeePerGas: %s", ErrTipAboveFeeCap, m.from, m.tipCap, m.feeCap)
		}
		if m.feeCap.Lt(&x.env.BaseFee) {
			return fmt.Errorf("%w: address %v, maxFeePerGas: %s, baseFee: %s", ErrFeeCapTooLow, m.from, m.feeCap, &x.env.BaseFee)
		}
	}
	if m.auths != nil {
		if m.to == nil {
			return fmt.Errorf("%w (sender %v)", ErrSetCodeTxCreate, m.from)
		}
		if len(m.auths) == 0 {
			return fmt.Errorf("%w (sender %v)", ErrEmptyAuthList, m.from)
		}
	}
	if m.to == nil && len(m.data) > params.MaxInitCodeSize { // EIP-3860
		return fmt.Errorf("%w: code size %d limit %d", ErrMaxInitCodeSize, len(m.data), params.MaxInitCodeSize)
	}
	if !m.skipRoom {
		if err := x.checkRoom(m.gasLimit); err != nil {
			return err
		}
	}
	return x.checkFunds(m)
}

// checkRoom checks that the block has gas left.
func (x *executor) checkRoom(gas uint64) error {
	if left := x.env.GasLimit - x.gasUsed; left < gas {
		return fmt.Errorf("%w: have %d, want %d", ErrGasLimitReached, left, gas)
	}
	return nil
}

// checkFunds checks that the sender owns gasLimit·feeCap + value.
func (x *executor) checkFunds(m *message) error {
	cap := m.feeCap
	if cap.Lt(m.price) {
		cap = m.price
	}
	need, overflow := new(uint256.Int).MulOverflow(uint256.NewInt(m.gasLimit), cap)
	if overflow {
		return fmt.Errorf("%w: address %v required balance exceeds 256 bits", ErrInsufficientFunds, m.from)
	}
	if _, overflow = need.AddOverflow(need, m.value); overflow {
		return fmt.Errorf("%w: address %v required balance exceeds 256 bits", ErrInsufficientFunds, m.from)
	}
	if have := x.db.GetBalance(m.from); have.Lt(need) {
		return fmt.Errorf("%w: address %v have %s want %s", ErrInsufficientFunds, m.from, have.Dec(), need.Dec())
	}
	return nil
}
