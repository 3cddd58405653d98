package rpc

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	gethrpc "github.com/ethereum/go-ethereum/rpc"
	"github.com/gorilla/websocket"
)

func post(t *testing.T, f *fixture, body string, header ...string) (*http.Response, string) {
	t.Helper()
	req, err := http.NewRequest(http.MethodPost, f.server.HTTPEndpoint(), strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	for i := 0; i+1 < len(header); i += 2 {
		req.Header.Set(header[i], header[i+1])
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	out, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res, strings.TrimSpace(string(out))
}

func TestBodyLimit(t *testing.T) {
	f := start(t, func(c *Config) { c.BodyLimit = 1000 })
	long := fmt.Sprintf(`{"jsonrpc":"2.0","id":1,"method":"web3_sha3","params":["0x%s"]}`, strings.Repeat("00", 1000))
	if res, body := post(t, f, long); res.StatusCode != http.StatusRequestEntityTooLarge || !strings.HasPrefix(body, fmt.Sprintf("content length too large (%d>1000)", len(long))) {
		t.Error(res.Status, body)
	}
	res, err := http.Post(f.server.HTTPEndpoint(), "application/json", io.MultiReader(strings.NewReader(long))) // of no length that could be announced
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(res.Body)
	if _ = res.Body.Close(); err != nil || res.StatusCode != http.StatusRequestEntityTooLarge || !strings.HasPrefix(string(text), "content length too large (>1000)") {
		t.Errorf("%s %s %v", res.Status, text, err)
	}
	if _, body := post(t, f, `{"jsonrpc":"2.0","id":1,"method":"eth_chainId"}`); body != `{"jsonrpc":"2.0","id":1,"result":"0x10f"}` {
		t.Error(body)
	}
	conn, _, err := websocket.DefaultDialer.Dial(f.server.WSEndpoint(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if err := conn.WriteMessage(websocket.TextMessage, []byte(long)); err != nil {
		t.Fatal(err)
	}
	if _, _, err := conn.ReadMessage(); !websocket.IsCloseError(err, websocket.CloseMessageTooBig, websocket.CloseNormalClosure) {
		t.Error("too long a message on a socket:", err)
	}
}

func TestBatches(t *testing.T) {
	f := start(t, func(c *Config) { c.BatchItems, c.BatchResponse = 3, 2000 })
	batch := func(n int, method string, args ...any) []gethrpc.BatchElem {
		out := make([]gethrpc.BatchElem, n)
		for i := range out {
			out[i] = gethrpc.BatchElem{Method: method, Args: args, Result: new(json.RawMessage)}
		}
		return out
	}
	for _, client := range []*gethrpc.Client{f.http, f.ws} {
		ok := batch(3, "zks_L1ChainId")
		if err := client.BatchCall(ok); err != nil || ok[2].Error != nil || string(*ok[2].Result.(*json.RawMessage)) != `"0x9"` {
			t.Error(err, ok[2].Error)
		}
		many := batch(4, "eth_chainId")
		if err := client.BatchCall(many); err == nil && (many[0].Error == nil || many[0].Error.Error() != "batch too large") {
			t.Error("a batch of 4 was answered:", many[0].Error)
		}
		long := batch(3, "eth_getBlockByNumber", "0x1", true)
		err := client.BatchCall(long)
		if last := long[2].Error; err != nil || last == nil || last.Error() != "response too large" {
			t.Error("a long answer was given:", err, last)
		}
	}
}

func TestOrigins(t *testing.T) {
	f := start(t, func(c *Config) { c.CORSOrigins = []string{"https://wallet.example"} })
	const call = `{"jsonrpc":"2.0","id":1,"method":"eth_chainId"}`
	if res, _ := post(t, f, call, "Origin", "https://wallet.example"); res.Header.Get("Access-Control-Allow-Origin") != "https://wallet.example" {
		t.Error(res.Header)
	}
	if res, _ := post(t, f, call, "Origin", "https://evil.example"); res.Header.Get("Access-Control-Allow-Origin") != "" {
		t.Error(res.Header)
	}
	if _, _, err := websocket.DefaultDialer.Dial(f.server.WSEndpoint(), http.Header{"Origin": {"https://evil.example"}}); !errors.Is(err, websocket.ErrBadHandshake) {
		t.Error(err)
	}
	conn, _, err := websocket.DefaultDialer.Dial(f.server.WSEndpoint(), http.Header{"Origin": {"https://wallet.example"}})
	if err != nil {
		t.Fatal(err)
	}
	conn.Close()
	preflight := func(origin string) http.Header {
		req, _ := http.NewRequest(http.MethodOptions, f.server.HTTPEndpoint(), nil)
		req.Header.Set("Origin", origin)
		req.Header.Set("Access-Control-Request-Method", "POST")
		req.Header.Set("Access-Control-Request-Headers", "content-type")
		req.Header.Set("Access-Control-Request-Private-Network", "true")
		res, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		return res.Header
	}
	if h := preflight("https://wallet.example"); h.Get("Access-Control-Allow-Methods") != "POST" || h.Get("Access-Control-Allow-Private-Network") != "true" {
		t.Error("preflight:", h)
	}
	if h := preflight("https://evil.example"); h.Get("Access-Control-Allow-Methods") != "" || h.Get("Access-Control-Allow-Private-Network") != "" {
		t.Error("preflight of an origin that may not ask:", h)
	}
}

func TestWebSocketRefusesWhatIsNotJSON(t *testing.T) {
	f := start(t, nil)
	conn, _, err := websocket.DefaultDialer.Dial(f.server.WSEndpoint(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	send := func(message string) {
		t.Helper()
		if err := conn.WriteMessage(websocket.TextMessage, []byte(message)); err != nil {
			t.Fatal(err)
		}
	}
	send(`{"jsonrpc":"2.0","id":1,"method":"zks_L1ChainId"}`)
	_, answer, err := conn.ReadMessage()
	if err != nil || string(answer) != `{"jsonrpc":"2.0","id":1,"result":"0x9"}` {
		t.Fatal(string(answer), err)
	}
	send(`{"jsonrpc":"2.0","id":2,"method"`)
	if _, answer, err := conn.ReadMessage(); err != nil || string(answer) != `{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"unexpected end of JSON input"}}` {
		t.Error(string(answer), err)
	}
	if _, _, err := conn.ReadMessage(); !websocket.IsCloseError(err, websocket.CloseUnsupportedData) {
		t.Error(err)
	}
}

func TestStopClosesConnections(t *testing.T) {
	chain := newFakeChain()
	server, err := New(DefaultConfig(), chain.backend(), discard())
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- server.Run(ctx) }()
	client, err := gethrpc.Dial(server.WSEndpoint())
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	if err := client.Call(new(any), "eth_chainId"); err != nil {
		t.Fatal(err)
	}
	cancel()
	if err := <-done; err != nil {
		t.Error(err)
	}
	if err := client.Call(new(any), "eth_chainId"); err == nil {
		t.Error("a stopped server answers")
	}
	other := DefaultConfig()
	other.Addr = "127.0.0.1:notaport"
	if _, err := New(other, chain.backend(), discard()); err == nil || !strings.HasPrefix(err.Error(), "listen on ") {
		t.Error(err)
	}
}

// Nothing that a client sends may end the process, and every answer must be JSON.
func FuzzRequest(f *testing.F) {
	testsAnswered()
	for _, method := range []string{"eth_call", "eth_estimateGas", "eth_getLogs", "eth_newFilter", "eth_getBlockByNumber", "eth_sendRawTransaction", "eth_feeHistory", "eth_getStorageAt",
		"eth_createAccessList", "debug_traceCall", "zks_getL2ToL1LogProof", "zks_estimateGasL1ToL2", "zks_getL1BatchDetails", "eth_getFilterChanges", "eth_getBlockReceipts"} {
		for _, params := range []string{`[]`, `[{}]`, `[null]`, `["0x1"]`, `["latest",true]`, `[1,2,3]`, `[{"to":"0x0000000000000000000000000000000000007011","value":"0x1"},"latest"]`,
			`[{"fromBlock":"earliest","topics":[null,["0x01"]]}]`, `["0x4","latest",[1,2]]`, `["0x7f00"]`, `[{"blockHash":"0x00"}]`, `[{},"latest",{"tracer":"callTracer"}]`} {
			f.Add(method, params)
		}
	}
	chain := newFakeChain()
	chain.answer(&Receipt{Status: 1, GasUsed: 21000}, nil)
	cfg := DefaultConfig()
	server, err := New(cfg, chain.backend(), discard())
	if err != nil {
		f.Fatal(err)
	}
	defer server.listener.Close()
	client := gethrpc.DialInProc(server.rpc)
	defer client.Close()
	f.Fuzz(func(t *testing.T, method, params string) {
		var list []json.RawMessage
		if json.Unmarshal([]byte(params), &list) != nil {
			return
		}
		args := make([]any, len(list))
		for i := range list {
			args[i] = list[i]
		}
		var out json.RawMessage
		if err := client.Call(&out, method, args...); err == nil && !json.Valid(out) {
			t.Errorf("%s%s: %s", method, params, out)
		}
	})
}

func FuzzNumber(f *testing.F) {
	for _, s := range []string{`5`, `"0x5"`, `"5"`, `-1`, `"`, `""`, `1e3`, `"0x"`, `0x5`, `"1_0"`, `18446744073709551616`, `null`, `05`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var n Number
		if n.UnmarshalJSON(data) != nil {
			return
		}
		enc := fmt.Appendf(nil, "%d", uint64(n))
		var back Number
		if err := back.UnmarshalJSON(enc); err != nil || back != n {
			t.Errorf("%s: %d became %d (%v)", data, n, back, err)
		}
	})
}

func FuzzCriteria(f *testing.F) {
	for _, s := range []string{`{}`, `{"address":["0x0000000000000000000000000000000000007011"],"topics":[[null],null,"0x00"]}`, `{"fromBlock":"l1_committed","toBlock":"committed"}`, `{"topics":[[]]}`, `[]`, `{"address":[null]}`} {
		f.Add([]byte(s))
	}
	log := transferLog(1)
	f.Fuzz(func(t *testing.T, data []byte) {
		var c Criteria
		if json.Unmarshal(data, &c) == nil && len(c.Topics) > maxTopics {
			t.Error("too many topics were taken")
		}
		// A log that matches must not be hidden by the bloom filter of its own block.
		if c.matches(log) && !c.mayMatch(newFakeChain().blocks[1].Header.Bloom) && !bytes.Contains(data, []byte("0x")) {
			t.Errorf("%s", data)
		}
	})
}
