package rpc

import (
	"context"
	"encoding/json"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/eth/tracers"
)

// realCall is the hash of the call in startReal's block.
func realCall(f *fixture) common.Hash { return crypto.Keccak256Hash(f.blocks[1].Txs[1]) }

// Source that never ends is stopped wherever it hangs, and nothing of it is left.
func TestJavaScriptThatNeverEnds(t *testing.T) {
	f := startReal(t)
	const rest = `fault: function() {}, result: function() { return 1 }`
	hash, before := realCall(f), runtime.NumGoroutine()
	for name, source := range map[string]string{
		"evaluation":         `(function() { while (true) {} })()`,
		"caught":             `(function() { while (true) { try { while (true) {} } catch (e) {} finally { } } })()`,
		"getter":             `{get result() { while (true) {} }, fault: function() {}}`,
		"setup":              `{setup: function() { while (true) {} }, ` + rest + `}`,
		"setup, caught":      `{setup: function() { while (true) { try { while (true) {} } catch (e) {} } }, ` + rest + `}`,
		"step":               `{step: function() { while (true) {} }, ` + rest + `}`,
		"result":             `{fault: function() {}, result: function() { while (true) {} }}`,
		"in one engine only": `(function() { if (typeof toHex === "function") while (true) {} return {` + rest + `} })()`,
		"regular expression": `{fault: function() {}, result: function() { while (true) /(?=(a+)+$)b/.test("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!") }}`,
	} {
		t.Run(name, func(t *testing.T) {
			config := map[string]any{"tracer": source, "timeout": "30ms"}
			refuse(t, f, -32000, "execution timeout", "debug_traceTransaction", hash, config)
			refuse(t, f, -32000, "execution timeout", "debug_traceCall", map[string]any{"to": realContract, "input": common.Hash{31: 1}}, "latest", config)
			refuse(t, f, -32000, "execution timeout", "debug_traceBlockByNumber", "0x1", config)
		})
	}
	if got := get[int](t, f, "debug_traceTransaction", hash, map[string]any{"tracer": "{" + rest + "}"}); got != 1 {
		t.Error(got)
	}
	for end := time.Now().Add(answerTime); runtime.NumGoroutine() > before+5; time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("%d goroutines before, %d after", before, runtime.NumGoroutine())
		}
	}
}

// Time may be over before anything was evaluated.
func TestJavaScriptWithoutTime(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for range 100 { // the engine is stopped by another goroutine
		if _, err := shapeOf(ctx, `{fault: function() {}, result: function() {}}`); err != errTraceTimeout {
			t.Fatal(err)
		}
	}
}

// What a tracer answers is what geth's own engine answers when it is given the source itself.
func TestJavaScriptTracersAreGeths(t *testing.T) {
	f := startReal(t)
	d, hash := &debugAPI{f.server.api}, realCall(f)
	const rest = `fault: function() {}`
	for name, c := range map[string]struct{ source, config string }{
		"steps":         {`{n: 0, step: function(log, db) { this.n += log.op.toNumber() + log.stack.length() }, result: function() { return this.n }, ` + rest + `}`, ""},
		"frames":        {`{f: [], enter: function(f) { this.f.push(f.getType()) }, exit: function(r) { this.f.push(r.getGasUsed()) }, result: function() { return this.f }, ` + rest + `}`, ""},
		"no step":       {`{result: function(ctx, db) { return [ctx.type, toHex(ctx.to), toHex(ctx.input), ctx.gasUsed, ctx.block, db.getNonce(ctx.from)] }, ` + rest + `}`, ""},
		"setup":         {`{setup: function(c) { this.c = JSON.parse(c) }, result: function() { return this.c.a.b }, ` + rest + `}`, `{"a":{"b":"\u2028\""}}`},
		"no config":     {`{setup: function(c) { this.c = c }, result: function() { return this.c }, ` + rest + `}`, ""},
		"result throws": {`{result: function() { throw new Error("of mine") }, ` + rest + `}`, ""},
		"step throws":   {`{step: function() { throw "text" }, result: function() { return 1 }, ` + rest + `}`, ""},
		"functions":     {`(function() { var x = bigInt(5).multiply(7).toString(); return {result: function() { return x + toHex(toAddress("0x01")) }, ` + rest + `} })()`, ""},
		"expression":    {`new (function() { this.result = function() { return slice([1, 2, 3], 1, 2) }; this.fault = function() {} })()`, ""},
		"no object":     {`{`, ""},
		"no result":     {`{` + rest + `}`, ""},
		"no fault":      {`{result: function() {}}`, ""},
		"half a frame":  {`{enter: function() {}, result: function() {}, ` + rest + `}`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			config := &tracers.TraceConfig{Tracer: &c.source}
			if c.config != "" {
				config.TracerConfig = json.RawMessage(c.config)
			}
			got, err := d.TraceTransaction(t.Context(), hash, config)
			want, wantErr := geths(d, hash, config)
			// The place of an error in the source is another one.
			if string(got) != string(want) || reason(err) != reason(wantErr) {
				t.Errorf("got %s, %v\nwant %s, %v", got, err, want, wantErr)
			}
		})
	}
}

func reason(err error) string {
	text, _, _ := strings.Cut(fmt.Sprint(err), " at ")
	return text
}

// geths traces with geth's tracer of the source itself.
func geths(d *debugAPI, hash common.Hash, config *tracers.TraceConfig) (json.RawMessage, error) {
	number, index, _, err := d.back.Chain.Transaction(hash)
	if err != nil {
		return nil, err
	}
	at, b, err := d.positionBefore(number)
	if err != nil {
		return nil, err
	}
	where := &tracers.Context{BlockHash: b.Hash, BlockNumber: b.Header.Number, TxIndex: index, TxHash: hash}
	tracer, err := tracers.DefaultDirectory.New(*config.Tracer, where, config.TracerConfig, d.back.Config.EVM())
	if err != nil {
		return nil, err
	}
	if err := d.back.Executor.Replay(context.Background(), at, b.Txs[:index+1], func(i int) *tracing.Hooks {
		if i == index {
			return tracer.Hooks
		}
		return nil
	}); err != nil {
		return nil, err
	}
	return tracer.GetResult()
}

// Traces in JavaScript never have all places.
func TestJavaScriptLeavesRoom(t *testing.T) {
	cfg := DefaultConfig()
	for executions, scripts := range map[int]int64{1: 1, 4: 1, 8: 2} {
		cfg.Executions = executions
		l := newLimits(&cfg)
		if !l.scripts.TryAcquire(scripts) || l.scripts.TryAcquire(1) {
			t.Errorf("%d executions", executions)
		}
	}
}
