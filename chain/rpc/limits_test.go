package rpc

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/tracing"
	gethrpc "github.com/ethereum/go-ethereum/rpc"
	"github.com/gorilla/websocket"
)

const busy = "server is busy: too many requests are being worked on, try again later"

// A log search takes a place among the executions, for eth_getLogs and for filters.
func TestLogSearchesWaitForAPlace(t *testing.T) {
	f := start(t, func(c *Config) {
		c.Executions, c.QueueTimeout, c.CallTimeout = 1, 30*time.Millisecond, time.Hour
	})
	running, end := make(chan struct{}), make(chan struct{})
	f.call = func(context.Context, *Position, *CallMsg, *tracing.Hooks) (*Receipt, error) {
		close(running)
		<-end
		return &Receipt{Status: 1}, nil
	}
	filter := get[string](t, f, "eth_newFilter", map[string]any{})
	done := make(chan error, 1)
	go func() { done <- f.http.Call(new(string), "eth_call", map[string]any{"to": testToken}, "latest") }()
	<-running
	query := map[string]any{"fromBlock": "0x1", "toBlock": "0x1"}
	refuse(t, f, codeLimited, busy, "eth_getLogs", query)
	refuse(t, f, codeLimited, busy, "eth_getFilterLogs", filter)
	refuse(t, f, codeLimited, busy, "eth_getFilterChanges", filter)
	refuse(t, f, codeLimited, busy, "eth_getStorageValues", map[common.Address][]common.Hash{testToken: {{}}}, "latest")
	f.server.api.back.Prover = noTree{}
	refuse(t, f, codeLimited, busy, "eth_getProof", testToken, []string{"0x0"}, "0x3")
	refuse(t, f, codeLimited, busy, "zks_getProof", testToken, []string{"0x0"}, 0)
	get[string](t, f, "eth_getBalance", testUser, "latest") // what executes nothing does not wait
	close(end)
	if err := <-done; err != nil {
		t.Error(err)
	}
	if logs := get[[]any](t, f, "eth_getLogs", query); len(logs) == 0 {
		t.Error("no logs when there is room")
	}
}

func TestLogSearchesEnd(t *testing.T) {
	f := start(t, func(c *Config) { c.LogTimeout = time.Nanosecond })
	refuse(t, f, codeLimited, "query timed out after 1ns: narrow the range", "eth_getLogs", map[string]any{"fromBlock": "0x1", "toBlock": "0x1"})
}

// half sends the headers of a request and so many bytes of its body of size bytes; the connection stays open.
func half(t *testing.T, f *fixture, bytes, size int) net.Conn {
	t.Helper()
	conn, err := net.Dial("tcp", strings.TrimPrefix(f.server.HTTPEndpoint(), "http://"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	if _, err := fmt.Fprintf(conn, "POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s", size, strings.Repeat(" ", bytes)); err != nil {
		t.Fatal(err)
	}
	return conn
}

const chainIDCall = `{"jsonrpc":"2.0","id":1,"method":"eth_chainId"}`

// held waits until bodies hold at least n bytes.
func held(t *testing.T, f *fixture, n int64) {
	t.Helper()
	l := f.server.api.limits
	all := max(int64(l.cfg.BodyBytes), int64(l.cfg.BodyLimit)+1)
	for end := time.Now().Add(answerTime); l.bodies.all.TryAcquire(all - n + 1); time.Sleep(time.Millisecond) {
		l.bodies.all.Release(all - n + 1)
		if time.Now().After(end) {
			t.Fatalf("bodies hold less than %d bytes", n)
		}
	}
}

// A client that sends its body slowly holds no place among the requests, and bytes as they come, not as they are announced.
func TestSlowBodies(t *testing.T) {
	f := start(t, func(c *Config) {
		c.Requests, c.BodyLimit, c.BodyBytes, c.QueueTimeout, c.BodyTimeout = 1, 1<<20, 1<<20, 30*time.Millisecond, time.Hour
	})
	half(t, f, 10, 1<<20)
	held(t, f, bodyPiece)
	if res, body := post(t, f, chainIDCall); res.StatusCode != http.StatusOK || !strings.Contains(body, `"0x10f"`) {
		t.Error("behind a slow body:", res.Status, body)
	}
	var conns []net.Conn
	for range 1<<20/bodyPiece - 1 {
		conns = append(conns, half(t, f, 10, 1<<20))
	}
	held(t, f, 1<<20)
	res, body := post(t, f, chainIDCall)
	if want := fmt.Sprintf(`{"error":{"code":%d,"message":"%s"},"id":null,"jsonrpc":"2.0"}`, codeLimited, busy); res.StatusCode != http.StatusServiceUnavailable || body != want {
		t.Error("without room for a body:", res.Status, body)
	}
	conns[0].Close()
	for end := time.Now().Add(answerTime); ; time.Sleep(time.Millisecond) {
		if res, _ := post(t, f, chainIDCall); res.StatusCode == http.StatusOK {
			break
		}
		if time.Now().After(end) {
			t.Fatal("a client that is gone still holds its body")
		}
	}
}

func TestBodiesArriveInTime(t *testing.T) {
	f := start(t, func(c *Config) { c.HeaderTimeout, c.BodyTimeout = 20*time.Millisecond, 20*time.Millisecond })
	conn := half(t, f, 1, 100)
	if err := conn.SetReadDeadline(time.Now().Add(answerTime)); err != nil {
		t.Fatal(err)
	}
	if text, err := io.ReadAll(conn); err != nil || (len(text) > 0 && !strings.HasPrefix(string(text), "HTTP/1.1 408 ")) {
		t.Errorf("%.100s, %v", text, err)
	}
}

// A body without an announced length may be as long as the limit and no longer.
func TestChunkedBodies(t *testing.T) {
	f := start(t, func(c *Config) { c.BodyLimit = 100_000 })
	for _, c := range []struct{ length, status int }{{100_000, http.StatusOK}, {100_001, http.StatusRequestEntityTooLarge}} {
		body := chainIDCall + strings.Repeat(" ", c.length-len(chainIDCall))
		req, err := http.NewRequest(http.MethodPost, f.server.HTTPEndpoint(), io.MultiReader(strings.NewReader(body))) // a reader whose length is not known
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Content-Type", "application/json")
		res, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(res.Body)
		res.Body.Close()
		if err != nil || res.StatusCode != c.status {
			t.Errorf("%d bytes: %s %.100s %v", c.length, res.Status, text, err)
		}
	}
}

func TestSocketsAndSubscriptions(t *testing.T) {
	f := start(t, func(c *Config) { c.Sockets, c.Subscriptions = 1, 2 })
	if err := f.ws.Call(new(string), "eth_chainId"); err != nil { // the fixture's socket is there
		t.Fatal(err)
	}
	_, res, err := websocket.DefaultDialer.Dial(f.server.WSEndpoint(), nil)
	if !errors.Is(err, websocket.ErrBadHandshake) || res.StatusCode != http.StatusServiceUnavailable {
		t.Fatal("a second socket:", err)
	}
	text, err := io.ReadAll(res.Body)
	if err != nil || !strings.Contains(string(text), fmt.Sprintf(`"code":%d,"message":"%s"`, codeLimited, busy)) {
		t.Errorf("%s, %v", text, err)
	}
	heads := make(chan any, 16)
	var last *gethrpc.ClientSubscription
	for range 2 {
		if last, err = f.ws.EthSubscribe(t.Context(), heads, "newHeads"); err != nil {
			t.Fatal(err)
		}
	}
	var coded gethrpc.Error
	if _, err := f.ws.EthSubscribe(t.Context(), heads, "newHeads"); !errors.As(err, &coded) || coded.ErrorCode() != codeLimited || err.Error() != "too many subscriptions: at most 2 on a connection" {
		t.Error("a third subscription:", err)
	}
	last.Unsubscribe()
	for end := time.Now().Add(answerTime); ; time.Sleep(time.Millisecond) { // the server forgets it in its own time
		if _, err = f.ws.EthSubscribe(t.Context(), heads, "newHeads"); err == nil {
			return
		}
		if time.Now().After(end) {
			t.Fatal("an ended subscription still counts:", err)
		}
	}
}

// noTree is a Prover that has nothing.
type noTree struct{}

func (noTree) ProveState(context.Context, uint64, common.Address, []common.Hash) (common.Hash, []byte, [][]byte, bool, error) {
	return common.Hash{}, nil, nil, false, nil
}
