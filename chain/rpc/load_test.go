//go:build unix

package rpc

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"os"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	gethrpc "github.com/ethereum/go-ethereum/rpc"
	"github.com/gorilla/websocket"
)

const (
	loadPatience = 4 * time.Minute
	loadBody     = 256 << 10
	// loadMemory bounds the heap of server and clients together while all clients are there.
	loadMemory = 1 << 30
	// loadGoroutines bounds the goroutines of server and clients together for each client: three of net/http on each side and one of the test, or those of a WebSocket.
	loadGoroutines = 10
)

// foreverAt is a contract that runs until it is stopped.
var foreverAt = common.HexToAddress("0xf0e")

// load is a server under clients of many kinds. Each client runs until it has seen what it came for; those that behave go on until all others are done.
type load struct {
	*testing.T
	f        *fixture
	addr     string
	answered atomic.Int64 // ordinary requests
	dropped  atomic.Int64 // clients that the server closed
	refused  atomic.Int64 // requests that were refused as they should be
	stop     chan struct{}
}

// kind is what n clients do. It gives an error for what they should not see.
type kind struct {
	name string
	n    int
	ends bool // by itself
	run  func(l *load) error
}

var loadKinds = []kind{
	{"ordinary over HTTP", 200, false, (*load).ordinaryHTTP},
	{"ordinary over WebSocket", 100, false, (*load).ordinaryWS},
	{"calls that never end", 100, true, (*load).longCall},
	{"bodies that are too large", 100, true, (*load).largeBody},
	{"batches that are too large", 100, true, (*load).largeBatch},
	{"log ranges that are too wide", 100, true, (*load).wideLogs},
	{"messages that are too large", 50, true, (*load).largeMessage},
	{"subscribers that never read", 50, true, (*load).deafSubscriber},
	{"headers byte by byte", 50, true, (*load).slowHeader},
	{"bodies byte by byte", 50, true, (*load).slowBody},
	{"connections without a word", 100, true, (*load).silent},
}

// Under 1,000 clients, most of which mean no good, ordinary ones are answered, the others get errors or lose their connections, and nothing is left when they are gone.
func TestThousandClients(t *testing.T) {
	clients := 0
	for _, k := range loadKinds {
		clients += k.n
	}
	if clients != 1000 {
		t.Fatalf("%d clients", clients)
	}
	needFiles(t, 3*clients)
	f := start(t, func(c *Config) {
		c.BodyLimit, c.BatchItems, c.LogBlocks = loadBody, 100, 3
		c.Executions, c.BodyTimeout, c.HeaderTimeout = 64, 20*time.Second, 20*time.Second
		c.AddressConnections, c.AddressSockets, c.AddressRequests, c.AddressExecutions = c.Connections, c.Sockets, c.Requests, c.Executions // all clients have one address
		c.QueueTimeout, c.RequestTimeout = loadPatience, loadPatience                                                                       // a busy machine is slow, which is no reason to refuse anybody here
	})
	f.mu.Lock()
	f.call = func(ctx context.Context, _ *Position, msg *CallMsg, _ *tracing.Hooks) (*Receipt, error) {
		if msg.To != nil && *msg.To == foreverAt {
			<-ctx.Done()
			return nil, ctx.Err()
		}
		return &Receipt{Status: 1, GasUsed: 21000}, nil
	}
	f.mu.Unlock()
	// Both clients of the fixture are connected before goroutines are counted.
	get[string](t, f, "eth_chainId")
	if err := f.ws.Call(new(string), "eth_chainId"); err != nil {
		t.Fatal(err)
	}
	before := runtime.NumGoroutine()
	l := &load{T: t, f: f, addr: strings.TrimPrefix(f.server.HTTPEndpoint(), "http://"), stop: make(chan struct{})}
	ctx, cancel := context.WithTimeout(t.Context(), loadPatience)
	defer cancel()
	peak := l.watch(ctx)
	began := time.Now()
	finish := l.clients(ctx)
	took := time.Since(began)
	finish()
	cancel()
	heap, goroutines := peak()
	after := before
	for end := time.Now().Add(time.Minute); ; time.Sleep(10 * time.Millisecond) {
		if after = runtime.NumGoroutine(); after <= before+10 || time.Now().After(end) {
			break
		}
	}
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	t.Logf("%d clients, %v: %d ordinary requests answered, %d refused as they should be, %d clients dropped", clients, took.Round(time.Millisecond), l.answered.Load(), l.refused.Load(), l.dropped.Load())
	t.Logf("goroutines %d before, at most %d, %d after; heap at most %d MiB, %d MiB after", before, goroutines, after, heap>>20, m.HeapInuse>>20)
	if after > before+10 {
		t.Errorf("%d goroutines before, %d after", before, after)
	}
	if goroutines > before+loadGoroutines*clients {
		t.Errorf("%d goroutines for %d clients", goroutines, clients)
	}
	if heap > loadMemory {
		t.Errorf("heap of %d MiB", heap>>20)
	}
	if want := int64(50 + 50 + 50 + 100 + 50); l.dropped.Load() != want && !t.Failed() {
		t.Errorf("%d clients were dropped, want %d", l.dropped.Load(), want)
	}
	get[string](t, f, "eth_chainId") // and the server still answers
}

// clients starts all of them and waits for those that end by themselves. The function that it gives ends the others.
func (l *load) clients(ctx context.Context) func() {
	failed := make(chan error, 1000)
	var misbehaving, all sync.WaitGroup
	all.Go(l.grow)
	for _, k := range loadKinds {
		for range k.n {
			if k.ends {
				misbehaving.Add(1)
			}
			all.Go(func() {
				if k.ends {
					defer misbehaving.Done()
				}
				if err := k.run(l); err != nil {
					failed <- fmt.Errorf("%s: %w", k.name, err)
				}
			})
		}
	}
	done := make(chan struct{})
	go func() { misbehaving.Wait(); close(done) }()
	select {
	case <-done:
	case err := <-failed:
		l.Error(err)
	case <-ctx.Done():
		l.Error("the clients are not done in time")
	}
	return func() {
		close(l.stop)
		all.Wait()
		close(failed)
		for err := range failed {
			l.Error(err)
		}
	}
}

// needFiles wants n open files to be allowed.
func needFiles(t *testing.T, n int) {
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit); err == nil && limit.Cur < uint64(n) {
		t.Skipf("%d open files are allowed, %d are needed: ulimit -n %d", limit.Cur, n, n)
	}
}

// watch measures until ctx is done and then gives the largest heap in bytes and the most goroutines.
func (l *load) watch(ctx context.Context) func() (heap uint64, goroutines int) {
	var largest uint64
	var most int
	done := make(chan struct{})
	go func() {
		defer close(done)
		ticker := time.NewTicker(50 * time.Millisecond)
		defer ticker.Stop()
		for {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			largest, most = max(largest, m.HeapInuse), max(most, runtime.NumGoroutine())
			select {
			case <-ctx.Done():
				return
			case <-ticker.C:
			}
		}
	}()
	return func() (uint64, int) { <-done; return largest, most }
}

func (l *load) stopped() bool {
	select {
	case <-l.stop:
		return true
	default:
		return false
	}
}

// pause lets others work; ordinary clients are not in a hurry.
func (l *load) pause() {
	select {
	case <-l.stop:
	case <-time.After(20 * time.Millisecond):
	}
}

// ordinary makes the calls of a wallet until the end.
func (l *load) ordinary(c *gethrpc.Client) error {
	for first := true; first || !l.stopped(); first = false {
		var text string
		var block map[string]any
		if err := errors.Join(c.Call(&text, "eth_chainId"), c.Call(&block, "eth_getBlockByNumber", "latest", true), c.Call(&text, "eth_getBalance", testUser, "latest"),
			c.Call(&text, "eth_call", map[string]any{"to": testToken}, "latest"), c.Call(new([]any), "eth_getLogs", map[string]any{"fromBlock": "0x1", "toBlock": "0x1"})); err != nil {
			return err
		}
		l.answered.Add(5)
		l.pause()
	}
	return nil
}

func (l *load) ordinaryHTTP() error {
	transport := &http.Transport{}
	defer transport.CloseIdleConnections()
	c, err := gethrpc.DialOptions(context.Background(), l.f.server.HTTPEndpoint(), gethrpc.WithHTTPClient(&http.Client{Transport: transport}))
	if err != nil {
		return err
	}
	defer c.Close()
	return l.ordinary(c)
}

func (l *load) ordinaryWS() error {
	c, err := gethrpc.Dial(l.f.server.WSEndpoint())
	if err != nil {
		return err
	}
	defer c.Close()
	heads := make(chan json.RawMessage, 1024)
	sub, err := c.EthSubscribe(context.Background(), heads, "newHeads")
	if err != nil {
		return err
	}
	defer sub.Unsubscribe()
	if err := l.ordinary(c); err != nil {
		return err
	}
	select {
	case err := <-sub.Err():
		return fmt.Errorf("the subscription ended: %w", err)
	default:
		return nil
	}
}

// post sends a body and wants this status, and this code where the answer is JSON.
func (l *load) post(body string, status, code int, text string) error {
	res, err := (&http.Client{Transport: &http.Transport{DisableKeepAlives: true}}).Post(l.f.server.HTTPEndpoint(), "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	defer res.Body.Close()
	out, err := io.ReadAll(res.Body)
	if err != nil {
		return err
	}
	if res.StatusCode != status || !strings.Contains(string(out), text) || (code != 0 && !strings.Contains(string(out), fmt.Sprintf(`"code":%d,`, code))) {
		return fmt.Errorf("%s: %.300s", res.Status, out)
	}
	l.refused.Add(1)
	return nil
}

func (l *load) longCall() error {
	body := fmt.Sprintf(`{"jsonrpc":"2.0","id":1,"method":"eth_call","params":[{"to":"%s"},"latest"]}`, foreverAt)
	return l.post(body, http.StatusOK, -32000, "execution aborted (timeout = 5s)")
}

func (l *load) largeBatch() error {
	const call = `{"jsonrpc":"2.0","id":1,"method":"eth_chainId"}`
	return l.post("["+strings.Repeat(call+",", 100)+call+"]", http.StatusOK, -32600, "batch too large")
}

func (l *load) wideLogs() error {
	return l.post(`{"jsonrpc":"2.0","id":1,"method":"eth_getLogs","params":[{"fromBlock":"0x0","toBlock":"latest"}]}`, http.StatusOK, codeLimited, "exceed maximum block range 3")
}

// largeBody announces more than is allowed, then sends more than is allowed without announcing it.
func (l *load) largeBody() error {
	conn, err := l.dial(0)
	if err != nil {
		return err
	}
	defer conn.Close()
	if _, err := fmt.Fprintf(conn, "POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n{", loadBody+1); err != nil {
		return err
	}
	if err := l.wantStatus(conn, http.StatusRequestEntityTooLarge); err != nil {
		return err
	}
	if conn, err = l.dial(0); err != nil {
		return err
	}
	defer conn.Close()
	if _, err := fmt.Fprint(conn, "POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"); err != nil {
		return err
	}
	piece := fmt.Sprintf("%x\r\n%s\r\n", 32<<10, strings.Repeat(" ", 32<<10))
	for range loadBody/(32<<10) + 1 {
		if _, err := io.WriteString(conn, piece); err != nil {
			break // the server has said no already
		}
	}
	return l.wantStatus(conn, http.StatusRequestEntityTooLarge)
}

// wantStatus wants this status, or that a client is told that it is slow, which it is on a busy machine.
func (l *load) wantStatus(conn net.Conn, status int) error {
	res, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode != status && res.StatusCode != http.StatusRequestTimeout {
		return errors.New(res.Status)
	}
	l.refused.Add(1)
	return nil
}

// dial opens a connection; window bounds its receive buffer in bytes, 0 leaves it.
func (l *load) dial(window int) (net.Conn, error) {
	d := net.Dialer{Timeout: loadPatience}
	if window > 0 {
		d.Control = func(_, _ string, c syscall.RawConn) (err error) {
			if e := c.Control(func(fd uintptr) { err = syscall.SetsockoptInt(int(fd), syscall.SOL_SOCKET, syscall.SO_RCVBUF, window) }); e != nil {
				return e
			}
			return err
		}
	}
	conn, err := d.Dial("tcp", l.addr)
	if err != nil {
		return nil, err
	}
	return conn, conn.SetDeadline(time.Now().Add(loadPatience))
}

// waitDrop wants the server to close the connection.
func (l *load) waitDrop(conn net.Conn) error {
	if _, err := io.Copy(io.Discard, conn); errors.Is(err, os.ErrDeadlineExceeded) {
		return errors.New("the server keeps the connection")
	}
	l.dropped.Add(1)
	return nil
}

func (l *load) silent() error {
	conn, err := l.dial(0)
	if err != nil {
		return err
	}
	defer conn.Close()
	return l.waitDrop(conn)
}

// trickle writes one byte after the other until the server has had enough.
func (l *load) trickle(start, rest string) error {
	conn, err := l.dial(0)
	if err != nil {
		return err
	}
	defer conn.Close()
	if _, err := io.WriteString(conn, start); err != nil {
		return err
	}
	go func() {
		for i := 0; ; i++ {
			if _, err := conn.Write([]byte{rest[i%len(rest)]}); err != nil {
				return
			}
			time.Sleep(20 * time.Millisecond)
		}
	}()
	return l.waitDrop(conn)
}

func (l *load) slowHeader() error { return l.trickle("POST / HTTP/1.1\r\n", "X-A: b\r\n") }

func (l *load) slowBody() error {
	return l.trickle(fmt.Sprintf("POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n", loadBody), " ")
}

func (l *load) socket(window int) (*websocket.Conn, error) {
	d := websocket.Dialer{NetDial: func(string, string) (net.Conn, error) { return l.dial(window) }}
	conn, _, err := d.Dial(l.f.server.WSEndpoint(), nil)
	return conn, err
}

func (l *load) largeMessage() error {
	conn, err := l.socket(0)
	if err != nil {
		return err
	}
	defer conn.Close()
	_ = conn.WriteMessage(websocket.TextMessage, []byte(strings.Repeat(" ", loadBody+1))) // the server may close before all is sent
	for err == nil {
		_, _, err = conn.ReadMessage()
	}
	if errors.Is(err, os.ErrDeadlineExceeded) {
		return errors.New("the server keeps the connection")
	}
	l.dropped.Add(1)
	return nil
}

// deafSubscriber subscribes to large logs and reads nothing, while the chain goes on: its connection is closed.
func (l *load) deafSubscriber() error {
	conn, err := l.socket(4096)
	if err != nil {
		return err
	}
	defer conn.Close()
	if err := conn.WriteMessage(websocket.TextMessage, []byte(`{"jsonrpc":"2.0","id":1,"method":"eth_subscribe","params":["logs",{}]}`)); err != nil {
		return err
	}
	for end := time.Now().Add(loadPatience); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		// A write fails once the server has closed the connection; nothing is read.
		if err := conn.WriteControl(websocket.PongMessage, nil, time.Now().Add(time.Second)); err != nil {
			l.dropped.Add(1)
			return nil
		}
	}
	return errors.New("the server keeps the connection")
}

// grow adds blocks with one large log each until the end.
func (l *load) grow() {
	tx := sign(&types.LegacyTx{Nonce: 9, GasPrice: big.NewInt(3 * testBaseFee), Gas: 50_000})
	log := &types.Log{Address: common.HexToAddress("0x1096"), Topics: []common.Hash{{9}}, Data: make([]byte, 512<<10)}
	for !l.stopped() {
		block := l.f.extend([][]byte{raw(tx)}, []*Receipt{receiptOf(tx, log)})
		l.f.heads.Send(block.Header.Number.Uint64())
		select {
		case <-l.stop:
		case <-time.After(200 * time.Millisecond):
		}
	}
}
