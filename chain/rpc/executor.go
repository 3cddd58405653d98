package rpc

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/rollup"
)

// executor is the chain's own state transition as an Executor.
type executor struct{ cfg rollup.ChainConfig }

// NewExecutor runs calls with chain/stf.
func NewExecutor(cfg rollup.ChainConfig) Executor { return &executor{cfg} }

// Call implements Executor.
func (e *executor) Call(ctx context.Context, at *Position, msg *CallMsg, hooks *tracing.Hooks) (*Receipt, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if msg.Priority {
		return e.operation(at, msg, hooks)
	}
	call := &stf.CallMsg{
		From: msg.From, To: msg.To, Gas: msg.Gas, GasFeeCap: msg.GasFeeCap, GasTipCap: msg.TipCap, Value: msg.Value, Data: msg.Data,
		AccessList: msg.AccessList, Authorizations: msg.AuthList,
	}
	var stop func() bool
	opts := stf.CallOptions{Tracer: hooks, NoBaseFee: true, KeepCap: msg.KeepCap, Precompiles: at.Precompiles, OnStart: func(cancel func()) { stop = context.AfterFunc(ctx, cancel) }}
	env := at.Env
	env.GasLimit = max(env.GasLimit, msg.Gas) // a call may have more gas than a block, as in geth
	r, err := stf.Call(&e.cfg, env, at.Chain, at.State, call, opts)
	if stop != nil {
		stop()
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	return r, err
}

// operation runs msg as the only transaction of a block, with a fee and a refund so that both leave their traces in the pubdata. The refund goes to an address that has
// nothing yet, the most expensive case.
func (e *executor) operation(at *Position, msg *CallMsg, hooks *tracing.Hooks) (*Receipt, error) {
	op := &rollup.CanonicalTx{
		Type: rollup.PriorityTxType, From: msg.From, To: *msg.To, GasLimit: msg.Gas, GasPerPubdataLimit: msg.GasPerPubdataLimit, Value: *msg.Value, Data: msg.Data,
		RefundRecipient: common.BytesToAddress(crypto.Keccak256(msg.From[:], msg.To[:])),
	}
	op.MaxFeePerGas = *uint256.NewInt(max(1, clampUint64(at.Env.BaseFee.ToBig())))
	fee, overflow := new(uint256.Int).MulOverflow(&op.MaxFeePerGas, uint256.NewInt(msg.Gas))
	if _, more := op.ToMint.AddOverflow(fee, msg.Value); overflow || more {
		return nil, fmt.Errorf("%w: value and fee exceed 256 bits", stf.ErrInsufficientFunds)
	}
	op.ToMint.AddUint64(&op.ToMint, 1)
	tx, err := stf.DecodeTx(op.Raw(), &e.cfg)
	if err != nil {
		return nil, err
	}
	builder, err := stf.NewBuilder(&e.cfg, at.Env, at.Chain, at.State)
	if err != nil {
		return nil, err
	}
	builder.SetTracer(hooks)
	return builder.Apply(tx)
}

// Simulate implements Executor.
func (e *executor) Simulate(at *Position, validate bool) (*stf.Simulation, error) {
	return stf.NewSimulation(&e.cfg, at.Env, at.Chain, at.State, stf.SimulationOptions{Validate: validate, Precompiles: at.Precompiles})
}

// Diff implements Executor.
func (e *executor) Diff(ctx context.Context, at *Position, txs [][]byte) (*rollup.StateDiff, error) {
	builder, err := stf.NewBuilder(&e.cfg, at.Env, at.Chain, at.State)
	if err != nil {
		return nil, err
	}
	if err := e.replay(ctx, builder, txs, func(int) *tracing.Hooks { return nil }); err != nil {
		return nil, err
	}
	return builder.Diff()
}

// Replay implements Executor.
func (e *executor) Replay(ctx context.Context, at *Position, txs [][]byte, hooks func(i int) *tracing.Hooks) error {
	builder, err := stf.NewBuilder(&e.cfg, at.Env, at.Chain, at.State)
	if err != nil {
		return err
	}
	return e.replay(ctx, builder, txs, hooks)
}

func (e *executor) replay(ctx context.Context, builder *stf.Builder, txs [][]byte, hooks func(i int) *tracing.Hooks) error {
	stop := context.AfterFunc(ctx, builder.Cancel)
	defer stop()
	for i, raw := range txs {
		if err := ctx.Err(); err != nil {
			return err
		}
		tx, err := stf.DecodeTx(raw, &e.cfg)
		if err != nil {
			return fmt.Errorf("transaction %d: %w", i, err)
		}
		builder.SetTracer(hooks(i))
		if _, err := builder.Apply(tx); err != nil {
			return fmt.Errorf("transaction %d: %w", i, err)
		}
	}
	return ctx.Err()
}
