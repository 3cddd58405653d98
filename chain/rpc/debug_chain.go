package rpc

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/eth/tracers"
	gethrpc "github.com/ethereum/go-ethereum/rpc"
)

// blockTrace is one notification of debug_subscribe("traceChain").
type blockTrace struct {
	Block  hexutil.Uint64 `json:"block"`
	Hash   common.Hash    `json:"hash"`
	Traces []*txTrace     `json:"traces"`
	Error  string         `json:"error,omitempty"` // why the block, and none after it, is traced
}

// TraceChain is debug_subscribe("traceChain", start, end, config): traces of the blocks after start up to end, one notification for each that has transactions and for the last. Each block has the time of one debug_traceBlockByNumber.
func (d *debugAPI) TraceChain(ctx context.Context, start, end BlockNumber, config *tracers.TraceConfig) (*gethrpc.Subscription, error) {
	var bounds [2]uint64
	for i, n := range []BlockNumber{start, end} {
		number, ok, err := d.find(byNumber(n))
		if err != nil {
			return nil, err
		}
		if !ok {
			return nil, notFound(byNumber(n), number)
		}
		bounds[i] = number
	}
	from, to := bounds[0], bounds[1]
	if from >= to {
		return nil, fmt.Errorf("end block (#%d) needs to come after start block (#%d)", to, from)
	}
	notifier, ok := gethrpc.NotifierFromContext(ctx)
	if !ok {
		return nil, gethrpc.ErrNotificationsUnsupported
	}
	client, _ := gethrpc.ClientFromContext(ctx)
	if !d.hub.enter(client, d.cfg.Subscriptions) {
		return nil, coded(codeLimited, "too many subscriptions: at most %d on a connection", d.cfg.Subscriptions)
	}
	sub := notifier.CreateSubscription()
	tracing, cancel := context.WithCancel(context.WithoutCancel(ctx)) // ctx ends with this call
	go func() {
		select {
		case <-sub.Err():
			cancel()
		case <-tracing.Done():
		}
	}()
	go func() {
		defer d.hub.leave(client)
		defer cancel()
		for n := from + 1; n <= to; n++ {
			t := d.traceOf(tracing, n, config)
			if tracing.Err() != nil {
				return
			}
			if len(t.Traces) == 0 && t.Error == "" && n < to {
				continue
			}
			if notifier.Notify(sub.ID, t) != nil || t.Error != "" {
				return
			}
		}
	}()
	return sub, nil
}

// traceOf traces a block, and waits for a place as long as ctx lasts.
func (d *debugAPI) traceOf(ctx context.Context, number uint64, config *tracers.TraceConfig) (t *blockTrace) {
	t = &blockTrace{Block: hexutil.Uint64(number), Traces: []*txTrace{}}
	defer func() {
		if crash := recover(); crash != nil { // as geth's server does in calls: a tracer that panics must not end the process
			t.Error = "method handler crashed"
		}
	}()
	b, err := d.back.Chain.Block(number)
	if err != nil || b == nil {
		t.Error = orNotFound(err).Error()
		return t
	}
	t.Hash = b.Hash
	for {
		traces, err := d.traceBlock(ctx, byHash(b.Hash), config)
		switch {
		case err == nil:
			t.Traces = traces
		case errors.Is(err, errBusy) && ctx.Err() == nil:
			continue
		default:
			t.Error = err.Error()
		}
		return t
	}
}
