package rpc

import (
	"context"
	"net"
	"net/http"
	"reflect"
	"strings"
	"sync"
	"sync/atomic"
	"time"
	"unicode"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"
	"go.opentelemetry.io/otel/trace/embedded"
	"go.opentelemetry.io/otel/trace/noop"
)

// Observer is told of what clients do. It is called by those who wait for the answer and must be quick.
type Observer interface {
	Call(method string, failed bool, took time.Duration) // method is one that the server has, or "unknown"
	Refused(limit string)                                // a request or connection, by one of the Limit constants
	Connections(kind string, change int)                 // of kind "http" (idle ones too) or "websocket"
}

// Limits by which requests are refused, as an Observer hears of them.
const (
	LimitBusy    = "busy"    // requests, bodies or executions at the same time
	LimitRate    = "rate"    // of one client
	LimitBody    = "body"    // bytes of one request
	LimitSockets = "sockets" // WebSocket connections
	LimitAddress = "address" // connections and WebSocket connections of one address
)

// nobody is the observer when there is none.
type nobody struct{}

func (nobody) Call(string, bool, time.Duration) {}
func (nobody) Refused(string)                   {}
func (nobody) Connections(string, int)          {}

// methodNames are the names that clients can call, by geth's rule.
func methodNames(all []service) map[string]bool {
	names := map[string]bool{"rpc_modules": true, "eth_subscribe": true, "eth_unsubscribe": true}
	for _, s := range all {
		t := reflect.TypeOf(s.service)
		for i := range t.NumMethod() {
			name := []rune(t.Method(i).Name)
			name[0] = unicode.ToLower(name[0])
			names[s.namespace+"_"+string(name)] = true
		}
	}
	return names
}

// called reports a call under a name of a bounded set.
func (s *Server) called(method string, failed bool, took time.Duration) {
	if !s.methods[method] {
		method = "unknown"
	}
	s.observer.Call(method, failed, took)
}

// connState counts HTTP connections for the observer. A WebSocket's connection leaves them.
func (s *Server) connState(_ net.Conn, state http.ConnState) {
	switch state {
	case http.StateNew:
		s.observer.Connections("http", 1)
	case http.StateClosed, http.StateHijacked:
		s.observer.Connections("http", -1)
	}
}

// geth's server makes an OpenTelemetry span of every call, from the process's tracer provider. That provider is spans, which times the calls of servers of this package and passes
// their spans on when [TraceTo] says to whom. Calls of other servers in the process, such as an embedded L1, are left alone.
var (
	spans   = &spanProvider{}
	install sync.Once
)

type serverKey struct{}

// TraceTo makes spans of all calls with provider; nil ends that.
func TraceTo(provider trace.TracerProvider) {
	install.Do(func() { otel.SetTracerProvider(spans) })
	spans.next.Store(&provider)
}

type spanProvider struct {
	embedded.TracerProvider
	next atomic.Pointer[trace.TracerProvider]
}

// Tracer implements trace.TracerProvider.
func (p *spanProvider) Tracer(name string, options ...trace.TracerOption) trace.Tracer {
	next := trace.Tracer(noop.Tracer{})
	if to := p.next.Load(); to != nil && *to != nil {
		next = (*to).Tracer(name, options...)
	}
	return spanTracer{next: next}
}

type spanTracer struct {
	embedded.Tracer
	next trace.Tracer
}

const callPrefix = "jsonrpc."

// Start implements trace.Tracer.
func (t spanTracer) Start(ctx context.Context, name string, options ...trace.SpanStartOption) (context.Context, trace.Span) {
	server := serverOf(ctx)
	if server == nil {
		return ctx, noop.Span{}
	}
	ctx, span := t.next.Start(ctx, name, options...)
	method, isCall := strings.CutPrefix(name, callPrefix)
	if !isCall || method == "batch" {
		return ctx, span
	}
	return ctx, &callSpan{Span: span, server: server, method: strings.Replace(method, "/", "_", 1), began: time.Now()}
}

func serverOf(ctx context.Context) *Server {
	if s, ok := ctx.Value(serverKey{}).(*Server); ok {
		return s
	}
	if s := socketOf(ctx); s != nil {
		return s.server
	}
	return nil
}

// callSpan is the span of one call.
type callSpan struct {
	trace.Span
	server *Server
	method string
	failed bool
	began  time.Time
}

// SetStatus implements trace.Span.
func (s *callSpan) SetStatus(code codes.Code, description string) {
	s.failed = s.failed || code == codes.Error
	s.Span.SetStatus(code, description)
}

// End implements trace.Span.
func (s *callSpan) End(options ...trace.SpanEndOption) {
	s.server.called(s.method, s.failed, time.Since(s.began))
	s.Span.End(options...)
}
