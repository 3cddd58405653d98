package stf

import (
	"fmt"
	"math"
	"math/rand/v2"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/vm"

	"github.com/ashlar-labs/ashlar/rollup"
)

// Simulation is a block of messages that nobody signed, each on the state that the one before it left, for eth_simulateV1. It is not for the proving path.
type Simulation struct {
	b        *Builder
	validate bool
}

// SimulationOptions say how a simulated block differs from a real one.
type SimulationOptions struct {
	Validate    bool // nonces, base fee and EIP-7825 hold; otherwise messages run as those of Call
	Precompiles MovedPrecompiles
}

// NewSimulation starts a block in env on top of chain and pre. Number and time must follow the chain; gas limit and price of pubdata are free.
func NewSimulation(cfg *rollup.ChainConfig, env rollup.BlockEnv, chain *rollup.ChainState, pre State, opts SimulationOptions) (*Simulation, error) {
	within := env
	within.GasLimit, within.GasPerPubdata = 0, 0
	if err := CheckEnv(cfg, &within, chain); err != nil {
		return nil, err
	}
	db := newStateDB(pre, rand.Uint64(), precompileAddresses[cfg.Fork])
	b, err := newBuilder(cfg, env, chain, db, vm.Config{NoBaseFee: !opts.Validate})
	if err != nil {
		return nil, err
	}
	if opts.Precompiles != nil {
		b.x.evm.SetPrecompiles(opts.Precompiles.apply(cfg.Fork))
	}
	return &Simulation{b: b, validate: opts.Validate}, nil
}

// GasLeft is what the block has room for.
func (s *Simulation) GasLeft() uint64 { return s.b.env.GasLimit - s.b.x.gasUsed }

// Account is the account as the messages so far left it.
func (s *Simulation) Account(address common.Address) (rollup.Account, error) {
	a := s.b.x.db.read(&address)
	return a.record(), s.b.x.db.err
}

// Apply executes msg as the block's next transaction, whose encoding and hash are raw and hash. That the sender is no contract is never checked. An error of errors.go leaves the
// simulation as it was. Hooks and OnStart of opts are used.
func (s *Simulation) Apply(msg *CallMsg, raw []byte, hash common.Hash, opts CallOptions) (*Receipt, error) {
	b := s.b
	if b.x.db.err != nil {
		return nil, b.x.db.err
	}
	if err := s.checkNonce(msg); err != nil {
		return nil, err
	}
	if opts.OnStart != nil {
		opts.OnStart(b.x.evm.Cancel)
	}
	b.SetTracer(opts.Tracer)
	b.x.db.beginTx()
	b.x.db.SetTxContext(hash, len(b.txs), 0)
	unchecked := *msg
	unchecked.Nonce = nil
	m := unchecked.message(&b.env, CallOptions{KeepCap: s.validate})
	m.skipRoom = false
	if t := opts.Tracer; t != nil && t.OnTxStart != nil {
		t.OnTxStart(b.x.evm.GetVMContext(), msg.geth(), msg.From)
	}
	nonce := b.x.db.GetNonce(msg.From)
	o, err := b.x.applyMessage(m)
	if b.x.db.err != nil {
		err = b.x.db.err
	}
	if err != nil {
		b.traceEnd(nil, err)
		return nil, err
	}
	b.x.keepSupply()
	r := b.receipt(&Tx{raw: raw, hash: hash, typ: typeOf(raw), nonce: nonce, feeCap: *orZero(msg.GasFeeCap), tipCap: *orZero(msg.GasTipCap), to: msg.To}, msg.From, o)
	r.ReturnData = o.ret
	b.x.db.finishTx()
	b.traceEnd(r, nil)
	return r, b.x.db.err
}

func typeOf(raw []byte) byte {
	if len(raw) > 0 && raw[0] < 0xc0 {
		return raw[0]
	}
	return 0
}

// checkNonce is the part of the nonce's rules that holds without signatures: EIP-2681 always, the order when validating.
func (s *Simulation) checkNonce(msg *CallMsg) error {
	have := s.b.x.db.GetNonce(msg.From)
	switch {
	case have == math.MaxUint64:
		return fmt.Errorf("%w: address %v, nonce: %d", ErrNonceMax, msg.From, have)
	case !s.validate || msg.Nonce == nil:
		return nil
	case have < *msg.Nonce:
		return fmt.Errorf("%w: address %v, tx: %d state: %d", ErrNonceTooHigh, msg.From, *msg.Nonce, have)
	case have > *msg.Nonce:
		return fmt.Errorf("%w: address %v, tx: %d state: %d", ErrNonceTooLow, msg.From, *msg.Nonce, have)
	}
	return nil
}

// Finish ends the block. The simulation is of no use afterwards.
func (s *Simulation) Finish() (*BlockResult, error) { return s.b.Finish() }

// Diff is what the transactions so far changed, between transactions only.
func (b *Builder) Diff() (*rollup.StateDiff, error) {
	diff := b.x.db.spanDiff(spanBlock)
	return &diff, b.x.db.err
}

// Cancel makes the running transaction and all after it end at once, from any goroutine; what the builder gives afterwards is meaningless.
func (b *Builder) Cancel() { b.x.evm.Cancel() }

// MovedPrecompiles changes where precompiles are for a call: one that stands here is no longer at its own address, but at the one that it is mapped to, unless that is nil.
type MovedPrecompiles map[common.Address]*common.Address

func (moved MovedPrecompiles) apply(fork rollup.Fork) vm.PrecompiledContracts {
	own := precompiles(fork)
	set := make(vm.PrecompiledContracts, len(own))
	for address, contract := range own {
		if _, gone := moved[address]; !gone {
			set[address] = contract
		}
	}
	for from, to := range moved {
		if contract, ok := own[from]; ok && to != nil {
			set[*to] = contract
		}
	}
	return set
}

// IsPrecompile reports whether a chain of the fork has a precompile at the address.
func IsPrecompile(fork rollup.Fork, address common.Address) bool {
	_, ok := precompiles(fork)[address]
	return ok
}
