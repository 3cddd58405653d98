package rpc

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/eth/tracers"
	_ "github.com/ethereum/go-ethereum/eth/tracers/js" // registers the JavaScript engine
	"github.com/ethereum/go-ethereum/eth/tracers/logger"
	_ "github.com/ethereum/go-ethereum/eth/tracers/native" // registers the tracers
	gethrpc "github.com/ethereum/go-ethereum/rpc"

	"github.com/ashlar-labs/ashlar/chain/stf"
)

// debugAPI traces: past transactions are executed again on the state before them.
type debugAPI struct{ *api }

// traceCallConfig is geth's, with our overrides.
type traceCallConfig struct {
	tracers.TraceConfig
	StateOverrides *StateOverride
	BlockOverrides *BlockOverride
	TxIndex        *hexutil.Uint // on the state before this transaction of the block
}

type txTrace struct {
	TxHash common.Hash     `json:"txHash"`
	Result json.RawMessage `json:"result,omitempty"`
	Error  string          `json:"error,omitempty"`
}

// newTracer makes the tracer that the client asks for: one of geth's by name, a JavaScript object, without a name the struct logger.
func (d *debugAPI) newTracer(ctx context.Context, config *tracers.TraceConfig, where *tracers.Context) (*tracers.Tracer, error) {
	if config == nil || config.Tracer == nil {
		c := logger.Config{}
		if config != nil && config.Config != nil {
			c = *config.Config
		}
		if c.Limit == 0 || c.Limit > d.cfg.TraceBytes {
			c.Limit = d.cfg.TraceBytes
		}
		l := logger.NewStructLogger(&c)
		return &tracers.Tracer{Hooks: l.Hooks(), GetResult: l.GetResult, Stop: l.Stop}, nil
	}
	if tracers.DefaultDirectory.IsJS(*config.Tracer) {
		return d.newJSTracer(ctx, config, where)
	}
	t, err := tracers.DefaultDirectory.New(*config.Tracer, where, config.TracerConfig, d.back.Config.EVM())
	if err != nil {
		return nil, err
	}
	// It is called in a goroutine of its own, and some of geth's tracers have none (keccak256PreimageTracer), also within muxTracer. The execution ends with its context anyway.
	stop := t.Stop
	t.Stop = func(err error) {
		defer func() { _ = recover() }()
		if stop != nil {
			stop(err)
		}
	}
	return t, nil
}

// limited waits for room for a trace and gives it the time that the client asks for, at most Config.TraceMax.
func (d *debugAPI) limited(ctx context.Context, config *tracers.TraceConfig) (context.Context, func(), error) {
	timeout := d.cfg.TraceTimeout
	if config != nil && config.Timeout != nil {
		t, err := time.ParseDuration(*config.Timeout)
		if err != nil {
			return nil, nil, err
		}
		if t <= 0 {
			return nil, nil, invalidParams("invalid timeout %q", *config.Timeout)
		}
		timeout = min(t, d.cfg.TraceMax)
	}
	if config == nil || config.Tracer == nil || !tracers.DefaultDirectory.IsJS(*config.Tracer) {
		return d.admit(ctx, timeout)
	}
	// JavaScript never has all places.
	if err := d.limits.wait(ctx, d.limits.scripts, 1); err != nil {
		return nil, nil, err
	}
	limited, done, err := d.admit(ctx, timeout)
	if err != nil {
		d.limits.scripts.Release(1)
		return nil, nil, err
	}
	return limited, func() { done(); d.limits.scripts.Release(1) }, nil
}

var errTraceTimeout = errors.New("execution timeout")

// TraceTransaction is debug_traceTransaction.
func (d *debugAPI) TraceTransaction(ctx context.Context, hash common.Hash, config *tracers.TraceConfig) (json.RawMessage, error) {
	number, index, ok, err := d.back.Chain.Transaction(hash)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, errTxNotFound
	}
	at, b, err := d.positionBefore(number)
	if err != nil {
		return nil, err
	}
	ctx, cancel, err := d.limited(ctx, config)
	if err != nil {
		return nil, err
	}
	defer cancel()
	tracer, err := d.newTracer(ctx, config, &tracers.Context{BlockHash: b.Hash, BlockNumber: b.Header.Number, TxIndex: index, TxHash: hash})
	if err != nil {
		return nil, err
	}
	stop := context.AfterFunc(ctx, func() { tracer.Stop(errTraceTimeout) })
	defer stop()
	err = d.back.Executor.Replay(ctx, at, b.Txs[:index+1], func(i int) *tracing.Hooks {
		if i == index {
			return tracer.Hooks
		}
		return nil
	})
	return d.result(ctx, tracer, err)
}

func (d *debugAPI) result(ctx context.Context, tracer *tracers.Tracer, err error) (json.RawMessage, error) {
	if ctx.Err() != nil {
		return nil, errTraceTimeout
	}
	if err != nil {
		return nil, fmt.Errorf("tracing failed: %w", err)
	}
	out, err := tracer.GetResult()
	if ctx.Err() != nil {
		return nil, errTraceTimeout // a tracer in JavaScript was stopped while it made its result
	}
	return out, err
}

// TraceCall is debug_traceCall.
func (d *debugAPI) TraceCall(ctx context.Context, args CallArgs, id *BlockID, config *traceCallConfig) (json.RawMessage, error) {
	if config == nil {
		config = &traceCallConfig{}
	}
	msg, err := args.message(d.back.Config.ChainID, d.cfg.CallGas)
	if err != nil {
		return nil, err
	}
	ctx, cancel, err := d.limited(ctx, &config.TraceConfig)
	if err != nil {
		return nil, err
	}
	defer cancel()
	at, err := d.callPosition(ctx, orLatest(id), config)
	if err != nil {
		return nil, err
	}
	tracer, err := d.newTracer(ctx, &config.TraceConfig, new(tracers.Context)) // a call is in no block
	if err != nil {
		return nil, err
	}
	stop := context.AfterFunc(ctx, func() { tracer.Stop(errTraceTimeout) })
	defer stop()
	_, err = d.back.Executor.Call(ctx, at, msg, tracer.Hooks)
	return d.result(ctx, tracer, err)
}

// callPosition is where a traced call runs: on the state after the block, or within it before transaction TxIndex.
func (d *debugAPI) callPosition(ctx context.Context, id BlockID, config *traceCallConfig) (*Position, error) {
	if n, ok := id.Number(); ok && n == gethrpc.PendingBlockNumber {
		return nil, errors.New("tracing on top of pending is not supported")
	}
	number, ok, err := d.find(id)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, notFound(id, number)
	}
	at, err := d.position(id)
	if err != nil {
		return nil, err
	}
	if config.TxIndex != nil {
		before, b, err := d.positionBefore(number)
		if err != nil {
			return nil, err
		}
		if i := uint64(*config.TxIndex); i >= uint64(len(b.Txs)) && (i > 0 || len(b.Txs) > 0) {
			return nil, fmt.Errorf("transaction index %d out of range for block %#x", int(*config.TxIndex), b.Hash)
		}
		diff, err := d.back.Executor.Diff(ctx, before, b.Txs[:*config.TxIndex])
		if err != nil {
			return nil, err
		}
		at.State = stf.Overlay(before.State, diff)
	}
	o := config.BlockOverrides
	if o != nil && o.Number != nil && o.Number.ToInt().IsUint64() && o.Number.ToInt().Uint64() == number+1 {
		// A contract must not learn from the hash of block number that it is traced.
		if at.Chain, err = d.back.State.ChainStateAt(number); err != nil {
			return nil, err
		}
	}
	if at.Env, err = o.apply(at.Env); err != nil {
		return nil, err
	}
	return at, config.StateOverrides.apply(at, d.back.Config.Fork)
}

func notFound(id BlockID, number uint64) error {
	if hash, byHash := id.Hash(); byHash {
		return fmt.Errorf("block %s not found", hash.Hex())
	}
	return fmt.Errorf("block #%d not found", number)
}

// TraceBlockByNumber is debug_traceBlockByNumber.
func (d *debugAPI) TraceBlockByNumber(ctx context.Context, n BlockNumber, config *tracers.TraceConfig) ([]*txTrace, error) {
	return d.traceBlock(ctx, byNumber(n), config)
}

// TraceBlockByHash is debug_traceBlockByHash.
func (d *debugAPI) TraceBlockByHash(ctx context.Context, hash common.Hash, config *tracers.TraceConfig) ([]*txTrace, error) {
	return d.traceBlock(ctx, byHash(hash), config)
}

func (d *debugAPI) traceBlock(ctx context.Context, id BlockID, config *tracers.TraceConfig) ([]*txTrace, error) {
	if isPending(id) {
		at, err := d.nextPosition()
		if err != nil {
			return nil, err
		}
		return d.traceAll(ctx, at, new(Block), config)
	}
	number, ok, err := d.find(id)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, notFound(id, number)
	}
	at, b, err := d.positionBefore(number)
	if err != nil {
		return nil, err
	}
	return d.traceAll(ctx, at, b, config)
}

// traceAll traces every transaction of b, which runs at at.
func (d *debugAPI) traceAll(ctx context.Context, at *Position, b *Block, config *tracers.TraceConfig) ([]*txTrace, error) {
	ctx, cancel, err := d.limited(ctx, config)
	if err != nil {
		return nil, err
	}
	defer cancel()
	out := make([]*txTrace, len(b.Txs))
	for i, raw := range b.Txs {
		tx, err := decodeTransaction(raw, d.back.Config.ChainID)
		if err != nil {
			return nil, err
		}
		out[i] = &txTrace{TxHash: tx.hash}
	}
	// A tracer is made when its transaction comes and read when the next one does, so that no two hold their steps at the same time.
	// As in geth, an error of a tracer in JavaScript is one of the transaction, and one of another tracer ends all.
	native := config == nil || config.Tracer == nil || *config.Tracer == "" || !tracers.DefaultDirectory.IsJS(*config.Tracer)
	var running *tracers.Tracer
	var failed error
	finish := func(i int) {
		if running == nil {
			return
		}
		var err error
		if out[i].Result, err = d.result(ctx, running, nil); err != nil {
			out[i].Result, out[i].Error = nil, err.Error()
			if native {
				failed = cmp.Or(failed, err)
			}
		}
		running = nil
	}
	err = d.back.Executor.Replay(ctx, at, b.Txs, func(i int) *tracing.Hooks {
		if i > 0 {
			finish(i - 1)
		}
		t, err := d.newTracer(ctx, config, &tracers.Context{BlockHash: b.Hash, BlockNumber: b.Header.Number, TxIndex: i, TxHash: out[i].TxHash})
		if coded := (*apiError)(nil); err != nil && (native || errors.As(err, &coded)) {
			failed = cmp.Or(failed, err) // of this node or of the configuration, not of the transaction
			return nil
		}
		if err != nil {
			out[i].Error = err.Error()
			return nil
		}
		running = t
		context.AfterFunc(ctx, func() { t.Stop(errTraceTimeout) })
		return t.Hooks
	})
	switch {
	case failed != nil:
		return nil, failed
	case ctx.Err() != nil:
		return nil, errTraceTimeout
	case err != nil:
		return nil, fmt.Errorf("tracing failed: %w", err)
	}
	finish(len(b.Txs) - 1)
	if failed != nil {
		return nil, failed
	}
	return out, nil
}
