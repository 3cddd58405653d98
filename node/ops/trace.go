package ops

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"net/url"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/resource"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"

	"github.com/ashlar-labs/ashlar/chain/batch"
	"github.com/ashlar-labs/ashlar/chain/sequencer"
	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/settlement/operator"
)

// Tracing sends OpenTelemetry spans. One trace is one batch, from its blocks to its execution on L1:
//
//	batch
//	├ block …      one for each that this process made, up to tracedBlocks
//	├ seal         with witness, guest and store
//	├ commit       from the time when the transaction was sent until it was seen final on L1
//	├ prove
//	└ execute      then the batch itself is sent
//
// The identity of a batch's trace follows from chain and number, so a node that was restarted, or another node, adds to the same one. Calls of JSON-RPC are traces of their own.
type Tracing struct {
	batches, calls *sdktrace.TracerProvider
	chain          [32]byte

	mu     sync.Mutex
	blocks map[uint64]tracedBlock // that are in no batch yet
	sent   map[common.Hash]time.Time
}

type tracedBlock struct {
	began time.Time
	took  time.Duration
	txs   int
	gas   uint64
}

const (
	tracedBlocks = 256  // of one batch
	keptBlocks   = 4096 // in memory until they are in a batch
	keptSent     = 256
)

// OTLP exports to a collector: OTLP over HTTP, http://host:4318 or a URL with the full path.
func OTLP(ctx context.Context, endpoint string) (sdktrace.SpanExporter, error) {
	u, err := url.Parse(endpoint)
	if err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https") {
		return nil, fmt.Errorf("%q is no http or https URL", endpoint)
	}
	if u.Path == "" || u.Path == "/" {
		u.Path = "/v1/traces"
	}
	return otlptracehttp.New(ctx, otlptracehttp.WithEndpointURL(u.String()))
}

// NewTracing sends spans through the processor: all of batches, and those of a part of the calls of JSON-RPC, 0 to 1.
func NewTracing(processor sdktrace.SpanProcessor, version string, calls float64) *Tracing {
	about := resource.NewSchemaless(attribute.String("service.name", "ashlar"), attribute.String("service.version", version))
	provider := func(sampler sdktrace.Sampler, more ...sdktrace.TracerProviderOption) *sdktrace.TracerProvider {
		return sdktrace.NewTracerProvider(append(more, sdktrace.WithResource(about), sdktrace.WithSampler(sampler), sdktrace.WithSpanProcessor(processor))...)
	}
	return &Tracing{
		batches: provider(sdktrace.AlwaysSample(), sdktrace.WithIDGenerator(givenIDs{})), calls: provider(sdktrace.ParentBased(sdktrace.TraceIDRatioBased(calls))),
		blocks: make(map[uint64]tracedBlock), sent: make(map[common.Hash]time.Time),
	}
}

// Calls is the provider for spans of JSON-RPC.
func (t *Tracing) Calls() trace.TracerProvider { return t.calls }

// For says which chain the batches belong to. It comes before everything else.
func (t *Tracing) For(genesis common.Hash) { t.chain = genesis }

// Close sends what has not been sent, until ctx ends.
func (t *Tracing) Close(ctx context.Context) error {
	return errors.Join(t.batches.Shutdown(ctx), t.calls.Shutdown(ctx))
}

// root is the identity of a batch's trace and of its first span.
func (t *Tracing) root(number uint64) trace.SpanContext {
	h := sha256.Sum256(binary.BigEndian.AppendUint64(append([]byte("ashlar batch "), t.chain[:]...), number))
	return trace.NewSpanContext(trace.SpanContextConfig{TraceID: trace.TraceID(h[:16]), SpanID: trace.SpanID(h[16:24]), TraceFlags: trace.FlagsSampled})
}

// span sends one that is over, and gives the context for those below it.
func (t *Tracing) span(ctx context.Context, name string, from, to time.Time, attributes ...attribute.KeyValue) context.Context {
	ctx, span := t.batches.Tracer("ashlar").Start(ctx, name, trace.WithTimestamp(from), trace.WithAttributes(attributes...))
	span.End(trace.WithTimestamp(to))
	return ctx
}

func (t *Tracing) below(number uint64) context.Context {
	return trace.ContextWithRemoteSpanContext(context.Background(), t.root(number))
}

// Block implements sequencer.Observer.
func (t *Tracing) Block(b *stf.BlockResult, p sequencer.Phases) {
	t.mu.Lock()
	defer t.mu.Unlock()
	n := b.Block.Env.Number
	t.blocks[n] = tracedBlock{p.Began, p.Gather + p.Execute + p.Append + p.Reset, len(b.Block.Txs), b.Header.GasUsed}
	delete(t.blocks, n-min(n, keptBlocks))
}

// Sealed implements batch.Observer.
func (t *Tracing) Sealed(b *store.SealedBatch, p batch.Phases) {
	ctx := t.below(b.Number)
	t.mu.Lock()
	for n := b.FirstBlock; n <= b.LastBlock; n++ {
		block, known := t.blocks[n]
		delete(t.blocks, n)
		if known && n-b.FirstBlock < tracedBlocks {
			t.span(ctx, "block", block.began, block.began.Add(block.took), number("block.number", n), attribute.Int("block.transactions", block.txs), number("block.gas", block.gas))
		}
	}
	t.mu.Unlock()
	witness := p.Began.Add(p.Witness)
	guest := witness.Add(p.Guest)
	end := guest.Add(p.Store)
	ctx = t.span(ctx, "seal", p.Began, end, number("batch.number", b.Number), number("batch.first_block", b.FirstBlock), number("batch.last_block", b.LastBlock),
		attribute.String("batch.reason", b.Reason), attribute.Int("batch.pubdata_bytes", len(b.Pubdata)))
	t.span(ctx, "witness", p.Began, witness, attribute.Int("witness.bytes", p.Bytes))
	t.span(ctx, "guest", witness, guest, number("guest.cycles", b.GuestCycles))
	t.span(ctx, "store", guest, end)
}

func number(key string, n uint64) attribute.KeyValue { return attribute.Int64(key, int64(n)) }

// Sent remembers when a transaction was first sent.
func (t *Tracing) Sent(tx common.Hash, at time.Time) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if _, there := t.sent[tx]; !there && len(t.sent) < keptSent {
		t.sent[tx] = at
	}
}

// settledAs names the spans of what happens to batches on L1.
var settledAs = map[operator.Kind]string{operator.BatchCommitted: "commit", operator.BatchesProven: "prove", operator.BatchExecuted: "execute"}

// OnL1 makes the spans of what L1 has done with batches first to last, in a transaction. began is when a batch's first block was made; the zero time when that is unknown.
func (t *Tracing) OnL1(kind operator.Kind, first, last uint64, tx common.Hash, at time.Time, began func(batch uint64) time.Time) {
	name, now := settledAs[kind], time.Now()
	if name == "" {
		return
	}
	t.mu.Lock()
	from, known := t.sent[tx]
	delete(t.sent, tx)
	t.mu.Unlock()
	if !known {
		from = at // another process sent it
	}
	for n := first; n <= last; n++ {
		t.span(t.below(n), name, from, now, number("batch.number", n), attribute.String("l1.transaction", tx.Hex()))
		if start := began(n); kind == operator.BatchExecuted && !start.IsZero() {
			t.span(context.WithValue(context.Background(), givenKey{}, t.root(n)), "batch", start, now, number("batch.number", n), attribute.String("batch.proof", Unproven))
		}
	}
}

type givenKey struct{}

// givenIDs takes the identity of a trace's first span from the context; all others are random.
type givenIDs struct{}

// NewIDs implements sdktrace.IDGenerator.
func (g givenIDs) NewIDs(ctx context.Context) (id trace.TraceID, span trace.SpanID) {
	if given, ok := ctx.Value(givenKey{}).(trace.SpanContext); ok {
		return given.TraceID(), given.SpanID()
	}
	_, _ = rand.Read(id[:]) // never fails, see crypto/rand
	return id, g.NewSpanID(ctx, id)
}

// NewSpanID implements sdktrace.IDGenerator.
func (givenIDs) NewSpanID(context.Context, trace.TraceID) (span trace.SpanID) {
	_, _ = rand.Read(span[:])
	return span
}
