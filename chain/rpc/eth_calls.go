package rpc

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/eth/tracers/logger"
	gethrpc "github.com/ethereum/go-ethereum/rpc"

	"github.com/ashlar-labs/ashlar/rollup"
)

// ethCalls runs transactions without keeping what they do.
type ethCalls struct{ *api }

// prepare gives where a call runs, overrides applied: those of the state by one of StateOverride's methods.
func (a *api) prepare(id BlockID, state func(*Position, rollup.Fork) error, block *BlockOverride) (*Position, error) {
	at, err := a.position(id)
	if err != nil {
		return nil, err
	}
	return at, a.override(at, state, block)
}

func (a *api) override(at *Position, state func(*Position, rollup.Fork) error, block *BlockOverride) (err error) {
	if at.Env, err = block.apply(at.Env); err != nil {
		return err
	}
	return state(at, a.back.Config.Fork)
}

// notRun is the error of a call that could not be run at all.
type notRun struct{ error }

func (e notRun) Unwrap() error { return e.error }

// execute is run with errors that are worded as geth words them.
func (a *api) execute(ctx context.Context, at *Position, msg *CallMsg, hooks *tracing.Hooks) (*Receipt, error) {
	r, err := a.run(ctx, at, msg, hooks)
	if errors.As(err, new(notRun)) {
		return nil, fmt.Errorf("err: %w (supplied gas %d)", err, msg.Gas)
	}
	return r, err
}

// run runs a call within the time limit.
func (a *api) run(ctx context.Context, at *Position, msg *CallMsg, hooks *tracing.Hooks) (*Receipt, error) {
	limited, done, err := a.admit(ctx, a.cfg.CallTimeout)
	if err != nil {
		return nil, err
	}
	defer done()
	r, err := a.back.Executor.Call(limited, at, msg, hooks)
	if limited.Err() != nil && ctx.Err() == nil {
		return nil, a.aborted()
	}
	if err != nil {
		return nil, notRun{err}
	}
	return r, nil
}

// aborted is the error of what took longer than Config.CallTimeout.
func (a *api) aborted() error {
	return fmt.Errorf("execution aborted (timeout = %v)", a.cfg.CallTimeout)
}

// Call is eth_call.
func (e *ethCalls) Call(ctx context.Context, args CallArgs, id *BlockID, state *StateOverride, block *BlockOverride) (hexutil.Bytes, error) {
	if err := args.checkBlobFee(); err != nil {
		return nil, err
	}
	at, err := e.prepare(orLatest(id), state.apply, block)
	if err != nil {
		return nil, err
	}
	msg, err := args.message(e.back.Config.ChainID, e.cfg.CallGas)
	if err != nil {
		return nil, err
	}
	r, err := e.execute(ctx, at, msg, nil)
	if err != nil {
		return nil, err
	}
	if r.Status != types.ReceiptStatusSuccessful {
		return nil, failureError(r)
	}
	return r.ReturnData, nil
}

// EstimateGas is eth_estimateGas: geth's estimate, and gas for pubdata. Without a block the next one is meant: that is where the transaction will run, at its price of pubdata, and the
// head may be old.
func (e *ethCalls) EstimateGas(ctx context.Context, args CallArgs, id *BlockID, state *StateOverride, block *BlockOverride) (hexutil.Uint64, error) {
	if err := args.checkBlobFee(); err != nil {
		return 0, err
	}
	return e.estimate(ctx, args, id, state, block)
}

func (e *ethCalls) estimate(ctx context.Context, args CallArgs, id *BlockID, state *StateOverride, block *BlockOverride) (hexutil.Uint64, error) {
	at, where := e.next, orLatest(id)
	if n, ok := where.Number(); !ok || n != gethrpc.LatestBlockNumber {
		at = func() (*Position, error) { return e.position(where) }
	}
	position, err := at()
	if err == nil {
		err = e.override(position, state.apply, block)
	}
	if err != nil {
		return 0, err
	}
	if args.isPriority() {
		return e.estimatePriority(ctx, &args, position)
	}
	estimate, err := e.estimateOrdinary(ctx, &args, position)
	if err != nil {
		return 0, err
	}
	return hexutil.Uint64(estimate.limit), nil
}

type accessListResult struct {
	Accesslist *types.AccessList `json:"accessList"`
	Error      string            `json:"error,omitempty"`
	GasUsed    hexutil.Uint64    `json:"gasUsed"`
}

// CreateAccessList is eth_createAccessList.
func (e *ethCalls) CreateAccessList(ctx context.Context, args CallArgs, id *BlockID, state *StateOverride) (*accessListResult, error) {
	if err := args.checkBlobFee(); err != nil {
		return nil, err
	}
	at, err := e.prepare(orLatest(id), state.applyFixed, nil)
	if err != nil {
		return nil, err
	}
	if args.GasPrice != nil || args.MaxFeePerGas != nil || args.MaxPriorityFeePerGas != nil || args.BlobFeeCap != nil { // none: the gas is free
		if err := e.fillFees(&args, at.Env.BaseFee.ToBig()); err != nil {
			return nil, err
		}
	}
	msg, err := args.message(e.back.Config.ChainID, e.cfg.CallGas)
	if err != nil {
		return nil, err
	}
	sender, err := at.State.Account(msg.From)
	if err != nil {
		return nil, err
	}
	nonce := sender.Nonce
	if args.Nonce != nil {
		nonce = uint64(*args.Nonce)
	}
	exclude, err := e.notListed(at, msg, nonce)
	if err != nil {
		return nil, err
	}
	// The list changes what is warm and hence the path that is taken: repeat until it is stable.
	previous := logger.NewAccessListTracer(msg.AccessList, exclude)
	for range maxListRounds {
		msg.AccessList = previous.AccessList()
		tracer := logger.NewAccessListTracer(msg.AccessList, exclude)
		r, err := e.run(ctx, at, msg, tracer.Hooks())
		if errors.As(err, new(notRun)) {
			args.AccessList = &msg.AccessList
			err = fmt.Errorf("failed to apply transaction: %v err: %w", args.transaction(e.back.Config.ChainID, nonce, msg).Hash(), err)
		}
		if err != nil {
			return nil, err
		}
		if tracer.Equal(previous) {
			list := msg.AccessList
			return &accessListResult{Accesslist: &list, Error: r.Failure, GasUsed: hexutil.Uint64(r.GasUsed)}, nil
		}
		previous = tracer
	}
	return nil, errors.New("access list does not become stable")
}

const maxListRounds = 64

// notListed are the addresses that are warm anyway.
func (e *ethCalls) notListed(at *Position, msg *CallMsg, nonce uint64) (map[common.Address]struct{}, error) {
	to := msg.To
	if to == nil {
		created := crypto.CreateAddress(msg.From, nonce)
		to = &created
	}
	exclude := map[common.Address]struct{}{msg.From: {}, *to: {}}
	rules := e.back.Config.EVM().Rules(new(big.Int).SetUint64(at.Env.Number), true, at.Env.Timestamp)
	for _, precompile := range vm.ActivePrecompiles(rules) {
		exclude[precompile] = struct{}{}
	}
	for _, auth := range msg.AuthList {
		if (!auth.ChainID.IsZero() && auth.ChainID.CmpUint64(e.back.Config.ChainID) != 0) || auth.Nonce == math.MaxUint64 {
			continue
		}
		if authority, err := auth.Authority(); err == nil {
			exclude[authority] = struct{}{}
		}
	}
	return exclude, nil
}
