// Package ops shows people and machines what a node does, on an endpoint of its own.
//
//	in   what the stages tell their observers (Metrics, Tracer), and what is durable (Source: the node, asked when somebody looks)
//	out  GET /metrics   Prometheus
//	     GET /healthz   200 while the process works, 503 when it is stopping or halted
//	     GET /readyz    200 when it can be used, 503 with the failing checks by name
//	     GET /status    Status as JSON: what `ashlar status` prints
//	     what the node adds with Handle
//
// [Tracing] makes OpenTelemetry spans of the same: one trace is one batch.
//
// Units are in names: seconds, bytes, gas, wei. What a label can be is bounded. The stages know nothing of this package; it knows them.
//
// L1 costs are durable ([Ledger]): they are those of the chain since its data directory was made, whatever restarted meanwhile.
//
// Not here: what to do about a problem ([Problems] names it in one sentence; docs/operations.md has the runbook).
package ops
