package rpc

import (
	"bytes"
	"context"
	"encoding/json"
	"mime"
	"net/http"
	"runtime"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	gethrpc "github.com/ethereum/go-ethereum/rpc"
	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"
)

// A batch of nothing but eth_sendRawTransaction is answered here: geth's server would run its calls one after the other, and the pool would be sorted after each. What is answered, and with which errors, is
// what the server would answer; whatever is not plainly such a batch is left to it.

// sendCall is one call of the batch.
type sendCall struct {
	Version string          `json:"jsonrpc"`
	ID      json.RawMessage `json:"id"`
	Method  string          `json:"method"`
	Params  []hexutil.Bytes `json:"params"`
}

const (
	sendMethod      = "eth_sendRawTransaction"
	sendAnswerBytes = 256 // more than an answer without an error takes
)

// sendBatch reads a body as such a batch; nil when it is none.
func (s *Server) sendBatch(r *http.Request, body []byte) []sendCall {
	if r.Method != http.MethodPost || len(body) == 0 || !bytes.HasPrefix(bytes.TrimLeft(body, " \t\r\n"), []byte("[")) || !bytes.Contains(body, []byte(sendMethod)) {
		return nil
	}
	if media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || media != "application/json" {
		return nil
	}
	var calls []sendCall
	if json.Unmarshal(body, &calls) != nil || len(calls) > s.api.cfg.BatchItems || len(calls)*sendAnswerBytes > s.api.cfg.BatchResponse {
		return nil
	}
	for i := range calls {
		c := &calls[i]
		if c.Version != "2.0" || c.Method != sendMethod || len(c.Params) != 1 || c.Params[0] == nil || len(c.ID) == 0 || bytes.ContainsAny(c.ID[:1], "{[n") {
			return nil
		}
	}
	return calls
}

// answerSendBatch admits the transactions together.
func (s *Server) answerSendBatch(ctx context.Context, w http.ResponseWriter, calls []sendCall) {
	ctx, span := otel.Tracer("").Start(ctx, "jsonrpc.batch", trace.WithAttributes(attribute.Int("rpc.batch.size", len(calls))))
	defer span.End()
	began := time.Now()
	results := s.api.sendAll(ctx, calls)
	for i := range results {
		s.called(sendMethod, results[i].err != nil, time.Since(began))
	}
	w.Header().Set("Content-Type", "application/json")
	out := append(make([]byte, 0, len(calls)*sendAnswerBytes), '[')
	for i := range calls {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(append(out, `{"jsonrpc":"2.0","id":`...), calls[i].ID...)
		out = results[i].append(out)
	}
	_, _ = w.Write(append(out, "]\n"...)) // a client that is gone needs no answer
}

// sendResult is the outcome of one call.
type sendResult struct {
	tx  *types.Transaction
	err error
}

func (r *sendResult) append(out []byte) []byte {
	if r.err == nil {
		hash := r.tx.Hash()
		return append(append(append(out, `,"result":"`...), hexutil.Encode(hash[:])...), `"}`...)
	}
	e := struct {
		Code    int    `json:"code"`
		Message string `json:"message"`
		Data    any    `json:"data,omitempty"`
	}{Code: -32000, Message: r.err.Error()}
	if coded, ok := r.err.(gethrpc.Error); ok { // as the server asks: the error itself, not what it wraps
		e.Code = coded.ErrorCode()
	}
	if with, ok := r.err.(gethrpc.DataError); ok {
		e.Data = with.ErrorData()
	}
	text, err := json.Marshal(e)
	if err != nil {
		text = []byte(`{"code":-32603,"message":"json: the error does not encode"}`)
	}
	return append(append(append(out, `,"error":`...), text...), '}')
}

// sendAll decodes in parallel, which recovers the senders, and gives what is left to the pool in order.
func (a *api) sendAll(ctx context.Context, calls []sendCall) []sendResult {
	results := make([]sendResult, len(calls))
	e := &ethTransactions{a}
	var wg sync.WaitGroup
	workers := min(runtime.GOMAXPROCS(0), 1+len(calls)/16)
	for w := range workers {
		wg.Go(func() {
			for i := len(calls) * w / workers; i < len(calls)*(w+1)/workers; i++ {
				results[i].tx, results[i].err = e.decodeSent(calls[i].Params[0])
			}
		})
	}
	wg.Wait()
	var txs []*types.Transaction
	var places []int
	for i := range results {
		if results[i].err == nil {
			txs, places = append(txs, results[i].tx), append(places, i)
		}
	}
	for i, err := range a.back.Pool.AddBatch(ctx, txs) {
		results[places[i]].err = err
	}
	return results
}
