package main

import (
	"context"
	"log/slog"
	"time"

	"github.com/spf13/pflag"
	"go.opentelemetry.io/otel"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"

	"github.com/ashlar-labs/ashlar/node/ops"
)

// tracingFlags say where OpenTelemetry spans go.
type tracingFlags struct {
	endpoint string
	calls    float64
}

func (t *tracingFlags) add(f *pflag.FlagSet) {
	f.StringVar(&t.endpoint, "otlp-endpoint", "", "send OpenTelemetry traces of batches and JSON-RPC calls to this collector, OTLP over HTTP: http://127.0.0.1:4318")
	f.Float64Var(&t.calls, "otlp-calls", 0.01, "part of the JSON-RPC calls that are traced, 0 to 1")
}

// open is nil without an endpoint. close sends what waits, for a few seconds at most.
func (t *tracingFlags) open(ctx context.Context, log *slog.Logger) (tracing *ops.Tracing, close func(), err error) {
	if t.calls < 0 || t.calls > 1 {
		return nil, nil, usage("--otlp-calls %g: a number from 0 to 1", t.calls)
	}
	if t.endpoint == "" {
		return nil, func() {}, nil
	}
	exporter, err := ops.OTLP(ctx, t.endpoint)
	if err != nil {
		return nil, nil, usage("--otlp-endpoint: %w", err)
	}
	otel.SetErrorHandler(otel.ErrorHandlerFunc(func(err error) { log.Warn("traces are not sent", "err", err) }))
	version, _ := buildInfo()
	tracing = ops.NewTracing(sdktrace.NewBatchSpanProcessor(exporter), version, t.calls)
	return tracing, func() {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		if err := tracing.Close(ctx); err != nil {
			log.Warn("the last traces are not sent", "err", err)
		}
	}, nil
}
