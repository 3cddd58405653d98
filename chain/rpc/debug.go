package rpc

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/eth/tracers"
	"github.com/ethereum/go-ethereum/eth/tracers/logger"
	_ "github.com/ethereum/go-ethereum/eth/tracers/native" // registers the tracers
)

// debugAPI traces: past transactions are executed again on the state before them.
type debugAPI struct{ *api }

// traceCallConfig is geth's, with our overrides.
type traceCallConfig struct {
	tracers.TraceConfig
	StateOverrides *StateOverride
	BlockOverrides *BlockOverride
}

type txTrace struct {
	TxHash common.Hash     `json:"txHash"`
	Result json.RawMessage `json:"result,omitempty"`
	Error  string          `json:"error,omitempty"`
}

// newTracer makes the tracer that the client asks for; without a name the struct logger.
func (d *debugAPI) newTracer(config *tracers.TraceConfig, where *tracers.Context) (*tracers.Tracer, error) {
	if config == nil || config.Tracer == nil {
		var c *logger.Config
		if config != nil {
			c = config.Config
		}
		l := logger.NewStructLogger(c)
		return &tracers.Tracer{Hooks: l.Hooks(), GetResult: l.GetResult, Stop: l.Stop}, nil
	}
	// What the directory does not know it would hand to the JavaScript engine, which is not linked.
	if tracers.DefaultDirectory.IsJS(*config.Tracer) {
		return nil, unsupported("tracer not found: %s (JavaScript tracers are not supported)", *config.Tracer)
	}
	return tracers.DefaultDirectory.New(*config.Tracer, where, config.TracerConfig, d.back.Config.EVM())
}

// limited gives a context with the time that the client asks for, at most Config.TraceMax.
func (d *debugAPI) limited(ctx context.Context, config *tracers.TraceConfig) (context.Context, context.CancelFunc, error) {
	timeout := d.cfg.TraceTimeout
	if config != nil && config.Timeout != nil {
		t, err := time.ParseDuration(*config.Timeout)
		if err != nil || t <= 0 {
			return nil, nil, invalidParams("invalid timeout %q", *config.Timeout)
		}
		timeout = min(t, d.cfg.TraceMax)
	}
	ctx, cancel := context.WithTimeout(ctx, timeout)
	return ctx, cancel, nil
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
	tracer, err := d.newTracer(config, &tracers.Context{BlockHash: b.Hash, BlockNumber: b.Header.Number, TxIndex: index, TxHash: hash})
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
	return tracer.GetResult()
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
	at, err := d.prepare(orLatest(id), config.StateOverrides, config.BlockOverrides)
	if err != nil {
		return nil, err
	}
	ctx, cancel, err := d.limited(ctx, &config.TraceConfig)
	if err != nil {
		return nil, err
	}
	defer cancel()
	tracer, err := d.newTracer(&config.TraceConfig, &tracers.Context{BlockNumber: new(big.Int).SetUint64(at.Env.Number)})
	if err != nil {
		return nil, err
	}
	stop := context.AfterFunc(ctx, func() { tracer.Stop(errTraceTimeout) })
	defer stop()
	_, err = d.back.Executor.Call(ctx, at, msg, tracer.Hooks)
	return d.result(ctx, tracer, err)
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
	number, ok, err := d.find(id)
	if err != nil {
		return nil, err
	}
	if !ok {
		if hash, byHash := id.Hash(); byHash {
			return nil, fmt.Errorf("block %s not found", hash.Hex())
		}
		return nil, fmt.Errorf("block #%d not found", number)
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
	out, all := make([]*txTrace, len(b.Txs)), make([]*tracers.Tracer, len(b.Txs))
	for i, raw := range b.Txs {
		tx, err := decodeTransaction(raw, d.back.Config.ChainID)
		if err != nil {
			return nil, err
		}
		out[i] = &txTrace{TxHash: tx.hash}
		if all[i], err = d.newTracer(config, &tracers.Context{BlockHash: b.Hash, BlockNumber: b.Header.Number, TxIndex: i, TxHash: tx.hash}); err != nil {
			return nil, err
		}
		stop := context.AfterFunc(ctx, func() { all[i].Stop(errTraceTimeout) })
		defer stop()
	}
	if err := d.back.Executor.Replay(ctx, at, b.Txs, func(i int) *tracing.Hooks { return all[i].Hooks }); err != nil {
		return nil, fmt.Errorf("tracing failed: %w", err)
	}
	for i, t := range all {
		if out[i].Result, err = d.result(ctx, t, nil); err != nil {
			out[i].Result, out[i].Error = nil, err.Error()
		}
	}
	return out, nil
}

// GetRawTransaction is debug_getRawTransaction.
func (d *debugAPI) GetRawTransaction(hash common.Hash) (hexutil.Bytes, error) {
	return (&ethTransactions{d.api}).GetRawTransactionByHash(hash)
}
