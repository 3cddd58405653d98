package ops

import (
	"compress/gzip"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/big"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	collectorpb "go.opentelemetry.io/proto/otlp/collector/trace/v1"
	commonpb "go.opentelemetry.io/proto/otlp/common/v1"
	tracepb "go.opentelemetry.io/proto/otlp/trace/v1"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"

	"github.com/ashlar-labs/ashlar/chain/batch"
	"github.com/ashlar-labs/ashlar/chain/sequencer"
	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/operator"
)

// receiver is a collector, OTLP over HTTP, that takes exactly what the specification of OTLP 1 says, by the published protobuf types.
type receiver struct {
	path    string
	refuses int // answers with this status instead

	mu     sync.Mutex
	wrong  []error
	spans  map[string]*tracepb.Span // by name; blocks by name and number
	labels map[string]string        // of the resource
}

func (c *receiver) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.refuses != 0 {
		w.WriteHeader(c.refuses)
		return
	}
	if err := c.take(r); err != nil {
		c.wrong = append(c.wrong, err)
	}
	w.Header().Set("Content-Type", "application/x-protobuf")
	b, err := proto.Marshal(new(collectorpb.ExportTraceServiceResponse))
	if err == nil {
		_, err = w.Write(b)
	}
	if err != nil {
		c.wrong = append(c.wrong, err)
	}
}

func (c *receiver) take(r *http.Request) error {
	if r.Method != http.MethodPost || r.URL.Path != c.path || r.Header.Get("Content-Type") != "application/x-protobuf" {
		return fmt.Errorf("%s %s, content type %q", r.Method, r.URL, r.Header.Get("Content-Type"))
	}
	body := io.Reader(r.Body)
	switch encoding := r.Header.Get("Content-Encoding"); encoding {
	case "":
	case "gzip":
		unpacked, err := gzip.NewReader(r.Body)
		if err != nil {
			return err
		}
		body = unpacked
	default:
		return fmt.Errorf("content encoding %q", encoding)
	}
	raw, err := io.ReadAll(body)
	if err != nil {
		return err
	}
	request := new(collectorpb.ExportTraceServiceRequest)
	if err := proto.Unmarshal(raw, request); err != nil {
		return err
	}
	if err := known(request.ProtoReflect()); err != nil {
		return err
	}
	for _, resource := range request.ResourceSpans {
		if c.labels, err = values(resource.GetResource().GetAttributes()); err != nil {
			return err
		}
		for _, scope := range resource.ScopeSpans {
			for _, span := range scope.Spans {
				name := span.Name
				if name == "block" {
					name += attr(span, "block.number")
				}
				if err := errors.Join(checkSpan(span), c.once(name)); err != nil {
					return fmt.Errorf("span %s: %w", name, err)
				}
				c.spans[name] = span
			}
		}
	}
	return nil
}

func (c *receiver) once(name string) error {
	if c.spans[name] != nil {
		return errors.New("sent twice")
	}
	return nil
}

// known refuses fields that the published types do not have, anywhere in a message.
func known(m protoreflect.Message) (err error) {
	if len(m.GetUnknown()) > 0 {
		return fmt.Errorf("%s has unknown fields: %x", m.Descriptor().FullName(), m.GetUnknown())
	}
	m.Range(func(f protoreflect.FieldDescriptor, v protoreflect.Value) bool {
		switch {
		case f.Message() == nil || f.IsMap():
		case f.IsList():
			for i := range v.List().Len() {
				err = errors.Join(err, known(v.List().Get(i).Message()))
			}
		default:
			err = errors.Join(err, known(v.Message()))
		}
		return err == nil
	})
	return err
}

// checkSpan holds a span against the specification: identities of the right length that are not zero, a name, times in order, attributes with a value, each key once.
func checkSpan(s *tracepb.Span) error {
	zero := func(id []byte) bool { return strings.Trim(string(id), "\x00") == "" }
	_, err := values(s.Attributes)
	switch {
	case err != nil:
		return err
	case len(s.TraceId) != 16 || zero(s.TraceId) || len(s.SpanId) != 8 || zero(s.SpanId):
		return fmt.Errorf("trace %x, span %x", s.TraceId, s.SpanId)
	case len(s.ParentSpanId) != 0 && (len(s.ParentSpanId) != 8 || zero(s.ParentSpanId)):
		return fmt.Errorf("parent %x", s.ParentSpanId)
	case s.Name == "" || s.StartTimeUnixNano == 0 || s.EndTimeUnixNano < s.StartTimeUnixNano:
		return fmt.Errorf("%q from %d to %d", s.Name, s.StartTimeUnixNano, s.EndTimeUnixNano)
	case s.Kind == tracepb.Span_SPAN_KIND_UNSPECIFIED:
		return errors.New("no kind")
	}
	return nil
}

func values(list []*commonpb.KeyValue) (map[string]string, error) {
	out := make(map[string]string)
	for _, kv := range list {
		_, twice := out[kv.Key]
		if kv.Key == "" || twice || kv.GetValue().GetValue() == nil {
			return nil, fmt.Errorf("attribute %v", kv)
		}
		switch v := kv.Value.Value.(type) {
		case *commonpb.AnyValue_StringValue:
			out[kv.Key] = v.StringValue
		case *commonpb.AnyValue_IntValue:
			out[kv.Key] = fmt.Sprint(v.IntValue)
		default:
			return nil, fmt.Errorf("attribute %v", kv)
		}
	}
	return out, nil
}

func attr(s *tracepb.Span, key string) string {
	list, err := values(s.Attributes)
	if err != nil {
		return err.Error()
	}
	return list[key]
}

// TestOTLP: what goes over the wire is a trace by the published types of OTLP, with the times, parents and attributes of the batch.
func TestOTLP(t *testing.T) {
	for _, path := range []string{"", "/", "/collector/of/mine"} {
		c := &receiver{path: path, spans: make(map[string]*tracepb.Span)}
		if len(path) < 2 {
			c.path = "/v1/traces"
		}
		server := httptest.NewServer(c)
		tracing := open(t, server.URL+path)
		began := time.Unix(1_700_000_000, 123_456_789)
		settleOne(tracing, began)
		if err := tracing.Close(t.Context()); err != nil {
			t.Fatal(err)
		}
		server.Close()
		if err := errors.Join(c.wrong...); err != nil {
			t.Fatal(err)
		}
		names := slices.Sorted(maps.Keys(c.spans))
		if want := []string{"batch", "block5", "block6", "commit", "execute", "guest", "prove", "seal", "store", "witness"}; !slices.Equal(names, want) {
			t.Fatalf("spans %v, want %v", names, want)
		}
		if c.labels["service.name"] != "ashlar" || c.labels["service.version"] != "v1.2.3" {
			t.Errorf("resource %v", c.labels)
		}
		checkTrace(t, c.spans, began)
	}
}

func checkTrace(t *testing.T, spans map[string]*tracepb.Span, began time.Time) {
	t.Helper()
	root := spans["batch"]
	if len(root.ParentSpanId) != 0 || root.StartTimeUnixNano != uint64(began.UnixNano()) || attr(root, "batch.proof") != Unproven {
		t.Errorf("batch: %v", root)
	}
	for name, parent := range map[string]string{"block5": "batch", "block6": "batch", "seal": "batch", "commit": "batch", "prove": "batch", "execute": "batch", "witness": "seal", "guest": "seal", "store": "seal"} {
		if s := spans[name]; string(s.ParentSpanId) != string(spans[parent].SpanId) || string(s.TraceId) != string(root.TraceId) {
			t.Errorf("%s is below %x, want %s", name, s.ParentSpanId, parent)
		}
	}
	if g := spans["guest"]; g.StartTimeUnixNano != spans["witness"].EndTimeUnixNano || g.EndTimeUnixNano-g.StartTimeUnixNano != uint64(3*time.Second) || attr(g, "guest.cycles") != "77" {
		t.Errorf("guest: %v", g)
	}
	if s := spans["seal"]; attr(s, "batch.number") != "4" || attr(s, "batch.first_block") != "5" || attr(s, "batch.reason") != "age" || attr(s, "batch.pubdata_bytes") != "3" {
		t.Errorf("seal: %v", s)
	}
	if tx := attr(spans["commit"], "l1.transaction"); tx != "0x"+strings.Repeat("00", 31)+"01" {
		t.Errorf("commit in %s", tx)
	}
	if again := new(Tracing).root(4); hex.EncodeToString(root.TraceId) == again.TraceID().String() {
		t.Error("the trace of a batch of another chain has the same identity")
	}
}

func open(t *testing.T, endpoint string) *Tracing {
	t.Helper()
	exporter, err := OTLP(t.Context(), endpoint)
	if err != nil {
		t.Fatal(err)
	}
	tracing := NewTracing(sdktrace.NewBatchSpanProcessor(exporter), "v1.2.3", 1)
	tracing.For(common.Hash{1})
	return tracing
}

// settleOne takes batch 4, of blocks 5 and 6, from its blocks to its execution.
func settleOne(tracing *Tracing, began time.Time) {
	for n := uint64(5); n <= 6; n++ {
		block := &rollup.Block{Env: rollup.BlockEnv{Number: n}, Txs: [][]byte{{1}}}
		tracing.Block(&stf.BlockResult{Block: block, Header: &types.Header{Number: new(big.Int).SetUint64(n), GasUsed: 21_000}}, sequencer.Phases{Began: began, Execute: time.Millisecond})
	}
	sealed := &store.SealedBatch{Batch: rollup.Batch{Number: 4, FirstBlock: 5, LastBlock: 6}, Pubdata: []byte{1, 2, 3}, Reason: "age", GuestCycles: 77}
	tracing.Sealed(sealed, batch.Phases{Began: began, Witness: time.Second, Guest: 3 * time.Second, Store: time.Second, Bytes: 1000})
	for i, kind := range []operator.Kind{operator.BatchCommitted, operator.BatchesProven, operator.BatchExecuted} {
		tx := common.BigToHash(big.NewInt(int64(i + 1)))
		tracing.Sent(tx, began.Add(time.Minute))
		tracing.OnL1(kind, 4, 4, tx, began.Add(2*time.Minute), func(uint64) time.Time { return began })
	}
}

// TestOTLPRefused: what a collector refuses is an error that names its answer; what is no endpoint is refused at once.
func TestOTLPRefused(t *testing.T) {
	server := httptest.NewServer(&receiver{refuses: http.StatusBadRequest})
	defer server.Close()
	exporter, err := OTLP(t.Context(), server.URL)
	if err != nil {
		t.Fatal(err)
	}
	said := make(chan error, 1)
	tracing := NewTracing(sdktrace.NewSimpleSpanProcessor(telling{exporter, said}), "v1.2.3", 1)
	tracing.span(t.Context(), "seal", time.Now(), time.Now())
	if err := <-said; err == nil || !strings.Contains(err.Error(), "400") {
		t.Errorf("a collector that refuses: %v", err)
	}
	for _, endpoint := range []string{"", "collector", "ftp://127.0.0.1", "http://", "127.0.0.1:4318"} {
		if _, err := OTLP(t.Context(), endpoint); err == nil {
			t.Errorf("%q is taken for an endpoint", endpoint)
		}
	}
}

// telling passes on what an exporter says.
type telling struct {
	sdktrace.SpanExporter
	said chan error
}

func (e telling) ExportSpans(ctx context.Context, spans []sdktrace.ReadOnlySpan) error {
	err := e.SpanExporter.ExportSpans(ctx, spans)
	e.said <- err
	return err
}
