package stf

import (
	"math/rand/v2"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/rollup"
)

// CallMsg is a message that nobody signed. Nil numbers are zero.
type CallMsg struct {
	From           common.Address
	To             *common.Address // nil: creation
	Gas            uint64
	GasFeeCap      *uint256.Int // wei per gas; a gas price is fee cap and tip cap alike
	GasTipCap      *uint256.Int
	Value          *uint256.Int
	Data           []byte
	AccessList     types.AccessList
	Authorizations []types.SetCodeAuthorization // nil when the call is not of type 4
	Nonce          *uint64                      // checked when given, with the rule that the sender is no contract
}

// CallOptions say how a call differs from a transaction.
type CallOptions struct {
	Tracer    *tracing.Hooks
	NoBaseFee bool                        // a zero fee cap is allowed
	KeepCap   bool                        // EIP-7825's limit of execution gas holds, as for a transaction; estimation wants this
	Overrides map[common.Address]Override // state overrides
	OnStart   func(cancel func())         // receives what stops the execution from another goroutine; a stopped call has Failure ""

	Precompiles MovedPrecompiles
}

// Call executes msg in the block environment on top of pre without keeping anything, for eth_call, estimation and tracing. Pubdata is charged as for a transaction. The environment is not
// checked against the chain, and the gas may exceed the block's limit.
func Call(cfg *rollup.ChainConfig, env rollup.BlockEnv, chain *rollup.ChainState, pre State, msg *CallMsg, opts CallOptions) (*Receipt, error) {
	if len(opts.Overrides) > 0 {
		var err error
		if pre, err = WithOverrides(pre, opts.Overrides); err != nil {
			return nil, err
		}
	}
	db := newStateDB(pre, rand.Uint64(), precompileAddresses[cfg.Fork])
	db.beginBlock()
	x := newExecutor(cfg, &env, chain, db, vm.Config{Tracer: opts.Tracer, NoBaseFee: opts.NoBaseFee})
	if opts.Precompiles != nil {
		x.evm.SetPrecompiles(opts.Precompiles.apply(cfg.Fork))
	}
	if opts.OnStart != nil {
		opts.OnStart(x.evm.Cancel)
	}
	m := msg.message(&env, opts)
	x.evm.SetTxContext(vm.TxContext{Origin: m.from, GasPrice: m.price})
	if opts.NoBaseFee && m.price.IsZero() {
		x.evm.Context.BaseFee = bigFromUint64(0) // as go-ethereum's eth_call shows it to the BASEFEE opcode
	}
	if t := opts.Tracer; t != nil && t.OnTxStart != nil {
		t.OnTxStart(x.evm.GetVMContext(), msg.geth(), msg.From)
	}
	o, err := x.applyMessage(m)
	if db.err != nil {
		err = db.err
	}
	var r *Receipt
	if err == nil {
		r = callReceipt(db, m, o)
	}
	if t := opts.Tracer; t != nil && t.OnTxEnd != nil {
		if r == nil {
			t.OnTxEnd(nil, err)
		} else {
			t.OnTxEnd(r.Geth(), nil)
		}
	}
	return r, err
}

func callReceipt(db *stateDB, m *message, o *outcome) *Receipt {
	r := &Receipt{
		GasUsed: o.gasUsed, CumulativeGasUsed: o.gasUsed, PubdataBytes: o.pubdataBytes, PubdataGas: o.pubdataGas,
		EffectiveGasPrice: m.price, From: m.from, To: m.to, Logs: db.logs,
	}
	r.bloomBits = bloomOf(&r.Bloom, r.Logs)
	r.finish(o)
	r.ReturnData = o.ret
	if m.to == nil {
		r.ContractAddress = contractAddress(m.from, db.GetNonce(m.from)-1)
	}
	return r
}

func orZero(v *uint256.Int) *uint256.Int {
	if v == nil {
		return new(uint256.Int)
	}
	return v
}

func (msg *CallMsg) message(env *rollup.BlockEnv, opts CallOptions) *message {
	m := &message{
		from: msg.From, to: msg.To, gasLimit: msg.Gas, feeCap: orZero(msg.GasFeeCap), tipCap: orZero(msg.GasTipCap), value: orZero(msg.Value),
		data: msg.Data, accessList: msg.AccessList, auths: msg.Authorizations, skipSender: msg.Nonce == nil, skipGasCap: !opts.KeepCap,
		skipRoom: true,
	}
	if msg.Nonce != nil {
		m.nonce = *msg.Nonce
	}
	price, overflow := new(uint256.Int).AddOverflow(&env.BaseFee, m.tipCap)
	if overflow || price.Gt(m.feeCap) {
		price.Set(m.feeCap)
	}
	m.price = price
	return m
}

// geth is the call in the form in which tracers expect transactions.
func (msg *CallMsg) geth() *types.Transaction {
	return types.NewTx(&types.LegacyTx{Gas: msg.Gas, GasPrice: orZero(msg.GasFeeCap).ToBig(), To: msg.To, Value: orZero(msg.Value).ToBig(), Data: msg.Data})
}
