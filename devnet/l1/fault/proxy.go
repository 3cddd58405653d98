package fault

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"sync"

	"github.com/ethereum/go-ethereum/common/hexutil"
)

// Call is one JSON-RPC request on its way.
type Call struct {
	Method string
	Params []json.RawMessage
	proxy  *Proxy
	ctx    context.Context
}

// Answer is what comes back: a result or an error, as JSON.
type Answer struct {
	Result json.RawMessage
	Error  json.RawMessage
}

// Fault answers a call instead of the L1. It may ask the L1 with Call.Truth. An error is a failure of the transport: [ErrCut], or a [Reply].
type Fault func(c *Call) (Answer, error)

// ErrCut cuts the connection.
var ErrCut = errors.New("connection is cut")

// Reply is an HTTP answer that is no JSON-RPC.
type Reply struct {
	Status int
	Body   string
}

// Error implements error.
func (r Reply) Error() string { return fmt.Sprintf("HTTP status %d", r.Status) }

// Proxy is an L1 that can fail.
type Proxy struct {
	target string
	server *httptest.Server

	mu    sync.Mutex
	fault Fault
	calls int
}

// Start serves a proxy before the L1 at an HTTP URL; Close it when done.
func Start(target string) *Proxy {
	p := &Proxy{target: target}
	p.server = httptest.NewServer(p)
	return p
}

// URL is where the proxy answers.
func (p *Proxy) URL() string { return p.server.URL }

// Close ends it.
func (p *Proxy) Close() {
	p.server.CloseClientConnections()
	p.server.Close()
}

// Set makes a fault begin; nil ends it.
func (p *Proxy) Set(f Fault) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.fault = f
}

// Calls is how many calls have come: a test waits for some to know that a fault was met.
func (p *Proxy) Calls() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.calls
}

func (p *Proxy) current() Fault {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.calls++
	return p.fault
}

type message struct {
	Version string            `json:"jsonrpc"`
	ID      json.RawMessage   `json:"id,omitempty"`
	Method  string            `json:"method,omitempty"`
	Params  []json.RawMessage `json:"params,omitempty"`
	Result  json.RawMessage   `json:"result,omitempty"`
	Error   json.RawMessage   `json:"error,omitempty"`
}

// ServeHTTP implements http.Handler.
func (p *Proxy) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	var list []message
	var single message
	batch := len(bytes.TrimSpace(body)) > 0 && bytes.TrimSpace(body)[0] == '['
	if batch {
		err = json.Unmarshal(body, &list)
	} else if err = json.Unmarshal(body, &single); err == nil {
		list = []message{single}
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	out := make([]message, len(list))
	for i, in := range list {
		answer, err := p.answer(&Call{Method: in.Method, Params: in.Params, proxy: p, ctx: r.Context()})
		if err != nil {
			fail(w, err)
			return
		}
		out[i] = message{Version: "2.0", ID: in.ID, Result: answer.Result, Error: answer.Error}
		if out[i].Result == nil && out[i].Error == nil {
			out[i].Result = json.RawMessage("null")
		}
	}
	w.Header().Set("Content-Type", "application/json")
	if batch {
		_ = json.NewEncoder(w).Encode(out)
	} else {
		_ = json.NewEncoder(w).Encode(out[0])
	}
}

func (p *Proxy) answer(c *Call) (Answer, error) {
	if f := p.current(); f != nil {
		return f(c)
	}
	return c.Truth()
}

func fail(w http.ResponseWriter, err error) {
	var reply Reply
	if errors.As(err, &reply) {
		w.WriteHeader(reply.Status)
		_, _ = io.WriteString(w, reply.Body)
		return
	}
	panic(http.ErrAbortHandler) // cuts the connection
}

// Truth is what the L1 says to the call as it is now.
func (c *Call) Truth() (Answer, error) { return c.Ask(c.Method, c.Params...) }

// Ask is what the L1 says to any call.
func (c *Call) Ask(method string, params ...json.RawMessage) (a Answer, err error) {
	if params == nil {
		params = []json.RawMessage{}
	}
	body, err := json.Marshal(struct {
		Version string            `json:"jsonrpc"`
		ID      int               `json:"id"`
		Method  string            `json:"method"`
		Params  []json.RawMessage `json:"params"`
	}{"2.0", 1, method, params})
	if err != nil {
		return a, err
	}
	request, err := http.NewRequestWithContext(c.ctx, http.MethodPost, c.proxy.target, bytes.NewReader(body))
	if err != nil {
		return a, err
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return a, err
	}
	defer response.Body.Close()
	var m message
	if err := json.NewDecoder(response.Body).Decode(&m); err != nil {
		return a, err
	}
	return Answer{Result: m.Result, Error: m.Error}, nil
}

// head is the number of the L1's newest block.
func (c *Call) head() (uint64, error) {
	a, err := c.Ask("eth_blockNumber")
	if err != nil {
		return 0, err
	}
	var n hexutil.Uint64
	err = json.Unmarshal(a.Result, &n)
	return uint64(n), err
}
