package devnet_test

import (
	"slices"
	"testing"

	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"

	"github.com/ashlar-labs/ashlar/devnet"
	"github.com/ashlar-labs/ashlar/node/ops"
)

// TestTracing: one trace follows a batch from its blocks to its execution on L1, and calls of JSON-RPC are spans.
func TestTracing(t *testing.T) {
	memory := tracetest.NewInMemoryExporter()
	running(t, func(cfg *devnet.Config) {
		cfg.Tracing = ops.NewTracing(sdktrace.NewSimpleSpanProcessor(memory), "test", 1)
	})
	var root tracetest.SpanStub
	waitFor(t, "a batch is executed", func() bool {
		spans := memory.GetSpans()
		i := slices.IndexFunc(spans, func(s tracetest.SpanStub) bool { return s.Name == "batch" })
		if i >= 0 {
			root = spans[i]
		}
		return i >= 0
	})
	parents := map[string]string{"block": "batch", "seal": "batch", "commit": "batch", "prove": "batch", "execute": "batch", "witness": "seal", "guest": "seal", "store": "seal"}
	byName, calls := make(map[string][]tracetest.SpanStub), make(map[string]int)
	for _, s := range memory.GetSpans() {
		if s.SpanContext.TraceID() == root.SpanContext.TraceID() {
			byName[s.Name] = append(byName[s.Name], s)
		} else {
			calls[s.Name]++
		}
	}
	if len(byName["batch"]) != 1 || root.Parent.SpanID().IsValid() {
		t.Errorf("%d spans of the batch, parent %v", len(byName["batch"]), root.Parent)
	}
	for name, parent := range parents {
		if len(byName[name]) == 0 {
			t.Errorf("the trace has no %s", name)
			continue
		}
		for _, s := range byName[name] {
			if up := byName[parent]; len(up) != 1 || s.Parent.SpanID() != up[0].SpanContext.SpanID() {
				t.Errorf("%s is below %v, want %s", name, s.Parent.SpanID(), parent)
			}
			if s.EndTime.Before(s.StartTime) || (parent == "seal" && (s.StartTime.Before(byName["seal"][0].StartTime) || s.EndTime.After(byName["seal"][0].EndTime))) {
				t.Errorf("%s lasts from %v to %v", name, s.StartTime, s.EndTime)
			}
		}
	}
	if calls["jsonrpc.eth/getBalance"] == 0 || calls["jsonrpc.eth/sendRawTransaction"] != 0 {
		t.Errorf("calls of JSON-RPC: %v; those of L1 in the same process do not belong here", calls)
	}
}
