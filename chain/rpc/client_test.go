package rpc

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/gorilla/websocket"
)

// Addresses of the loopback interface are different clients.
func dialFrom(t *testing.T, f *fixture, from string) (net.Conn, error) {
	t.Helper()
	d := net.Dialer{LocalAddr: &net.TCPAddr{IP: net.ParseIP(from)}}
	conn, err := d.DialContext(t.Context(), "tcp", strings.TrimPrefix(f.server.HTTPEndpoint(), "http://"))
	var op *net.OpError
	if errors.As(err, &op) && op.Op == "dial" && strings.Contains(err.Error(), "assign requested address") {
		t.Skipf("this system has no loopback address %s: %v", from, err)
	}
	return conn, err
}

// connect gives a connection over which a request was answered, so that the server has counted it; nil when it was refused.
func connect(t *testing.T, f *fixture, from string) net.Conn {
	t.Helper()
	conn, err := dialFrom(t, f, from)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	if err := conn.SetDeadline(time.Now().Add(time.Minute)); err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(conn, "POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n"+chainIDCall+strings.Repeat(" ", 50-len(chainIDCall))); err != nil {
		return nil // closed already
	}
	res, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		return nil // closed before the request was read
	}
	defer res.Body.Close()
	if res.StatusCode == http.StatusTooManyRequests {
		return nil
	}
	if text, err := io.ReadAll(res.Body); err != nil || !strings.Contains(string(text), `"0x10f"`) {
		t.Fatal(res.Status, string(text), err)
	}
	return conn
}

func TestOneAddressLeavesConnections(t *testing.T) {
	f := start(t, func(c *Config) { c.Connections, c.AddressConnections = 6, 3 })
	var held []net.Conn
	for range 3 {
		held = append(held, connect(t, f, "127.0.0.2"))
	}
	for range 5 {
		if conn := connect(t, f, "127.0.0.2"); conn != nil {
			t.Fatal("one address has a fourth connection")
		}
	}
	silent, err := dialFrom(t, f, "127.0.0.2")
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	if res, err := http.ReadResponse(bufio.NewReader(silent), nil); err != nil || res.StatusCode != http.StatusTooManyRequests {
		t.Error("a connection too many is told:", res, err)
	}
	if connect(t, f, "127.0.0.3") == nil {
		t.Fatal("another address has no connection")
	}
	held[0].Close()
	for end := time.Now().Add(time.Minute); connect(t, f, "127.0.0.2") == nil; time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("a closed connection still counts")
		}
	}
}

// upgrade opens a WebSocket from an address.
func upgrade(t *testing.T, f *fixture, from string, header http.Header) (*websocket.Conn, *http.Response) {
	t.Helper()
	d := websocket.Dialer{NetDialContext: func(context.Context, string, string) (net.Conn, error) { return dialFrom(t, f, from) }}
	conn, res, err := d.DialContext(t.Context(), f.server.WSEndpoint(), header)
	if err != nil && !errors.Is(err, websocket.ErrBadHandshake) {
		t.Fatal(err)
	}
	if conn != nil {
		t.Cleanup(func() { conn.Close() })
	}
	return conn, res
}

func TestOneAddressLeavesSockets(t *testing.T) {
	f := start(t, func(c *Config) { c.Sockets, c.AddressSockets = 4, 2 })
	if err := f.ws.Call(new(string), "eth_chainId"); err != nil { // the fixture's socket is there
		t.Fatal(err)
	}
	first, _ := upgrade(t, f, "127.0.0.2", nil)
	if second, _ := upgrade(t, f, "127.0.0.2", nil); first == nil || second == nil {
		t.Fatal("an address cannot have two sockets")
	}
	third, res := upgrade(t, f, "127.0.0.2", nil)
	if text, _ := io.ReadAll(res.Body); third != nil || res.StatusCode != http.StatusTooManyRequests || !strings.Contains(string(text), `"code":-32005,"message":"too many WebSocket connections from one address: `) {
		t.Errorf("a third socket: %s %s", res.Status, text)
	}
	if other, res := upgrade(t, f, "127.0.0.3", nil); other == nil {
		t.Error("another address has none:", res.Status)
	}
	first.Close()
	for end := time.Now().Add(time.Minute); ; time.Sleep(time.Millisecond) {
		if again, _ := upgrade(t, f, "127.0.0.2", nil); again != nil {
			return
		}
		if time.Now().After(end) {
			t.Fatal("a closed socket still counts")
		}
	}
}

// One address that calls what never ends leaves room for the calls of others, over HTTP and over WebSocket.
func TestOneAddressLeavesExecutions(t *testing.T) {
	for _, ws := range []bool{false, true} {
		f := start(t, func(c *Config) {
			c.Executions, c.AddressExecutions, c.QueueTimeout, c.CallTimeout = 4, 3, time.Minute, time.Hour
		})
		running := make(chan struct{}, 100)
		f.mu.Lock()
		f.call = func(ctx context.Context, _ *Position, msg *CallMsg, _ *tracing.Hooks) (*Receipt, error) {
			if msg.To != nil && *msg.To == foreverAt {
				running <- struct{}{}
				<-ctx.Done()
				return nil, ctx.Err()
			}
			return &Receipt{Status: 1}, nil
		}
		f.mu.Unlock()
		const forever = `{"jsonrpc":"2.0","id":1,"method":"eth_call","params":[{"to":"0x0000000000000000000000000000000000000f0e"},"latest"]}`
		if ws {
			conn, _ := upgrade(t, f, "127.0.0.2", nil)
			for range 10 {
				if err := conn.WriteMessage(websocket.TextMessage, []byte(forever)); err != nil {
					t.Fatal(err)
				}
			}
		} else {
			for range 10 {
				conn, err := dialFrom(t, f, "127.0.0.2")
				if err != nil {
					t.Fatal(err)
				}
				defer conn.Close()
				if _, err := io.WriteString(conn, "POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 120\r\n\r\n"+forever+strings.Repeat(" ", 120-len(forever))); err != nil {
					t.Fatal(err)
				}
			}
		}
		for range 3 {
			<-running
		}
		for range 5 {
			get[string](t, f, "eth_call", map[string]any{"to": testToken}, "latest") // from 127.0.0.1
		}
		select {
		case <-running:
			t.Error("one address has a fourth execution")
		default:
		}
	}
}

func TestForwarded(t *testing.T) {
	trusted, err := parseProxies([]string{"10.0.0.0/8", "192.0.2.7", "2001:db8:1::/48"})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		peer string
		said []string
		want string
	}{
		{"198.51.100.1:5", nil, "198.51.100.1/32"},
		{"198.51.100.1:5", []string{"203.0.113.9"}, "198.51.100.1/32"}, // anybody can say anything
		{"10.1.2.3:5", []string{"203.0.113.9"}, "203.0.113.9/32"},
		{"10.1.2.3:5", []string{"1.1.1.1, 203.0.113.9, 192.0.2.7"}, "203.0.113.9/32"},
		{"10.1.2.3:5", []string{"1.1.1.1", "203.0.113.9:1234"}, "203.0.113.9/32"},
		{"10.1.2.3:5", []string{"203.0.113.9, unknown, 192.0.2.7"}, "192.0.2.7/32"},
		{"10.1.2.3:5", nil, "10.1.2.3/32"},
		{"10.1.2.3:5", []string{""}, "10.1.2.3/32"},
		{"192.0.2.8:5", []string{"203.0.113.9"}, "192.0.2.8/32"},
		{"[::ffff:10.0.0.1]:5", []string{"2001:db8:2:3:4:5:6:7"}, "2001:db8:2:3::/64"},
		{"[2001:db8:1::9]:5", []string{"[2001:db8:2:3::1]:80"}, "2001:db8:2:3::/64"},
		{"[fe80::1%lo]:5", nil, "fe80::/64"},
		{"pipe", []string{"203.0.113.9"}, "invalid Prefix"},
	} {
		r := &http.Request{RemoteAddr: c.peer, Header: http.Header{"X-Forwarded-For": c.said}}
		if got := trusted.client(r); got.String() != c.want {
			t.Errorf("%s says %q: %s, want %s", c.peer, c.said, got, c.want)
		}
	}
	for _, text := range []string{"", "proxy.example", "10.0.0.0/33", "10.0.0.1:80"} {
		if _, err := parseProxies([]string{text}); err == nil || !strings.Contains(err.Error(), "is neither an address nor a prefix") {
			t.Errorf("%q: %v", text, err)
		}
	}
	if clientAt(netip.Addr{}) != (client{}) {
		t.Error("no address is somebody")
	}
}

// Behind a trusted proxy each of its clients has limits of its own, and the proxy has as many connections as it likes. Others cannot make themselves somebody else.
func TestForwardedClientsHaveTheirOwnLimits(t *testing.T) {
	f := start(t, func(c *Config) {
		c.AddressSockets, c.AddressConnections, c.TrustedProxies, c.RateLimit, c.RateBurst = 1, 1, []string{"127.0.0.2"}, 1e-9, 1
	})
	from := func(client string) http.Header { return http.Header{"X-Forwarded-For": {client}} }
	for _, client := range []string{"203.0.113.1", "203.0.113.2", "2001:db8::1"} {
		if conn, res := upgrade(t, f, "127.0.0.2", from(client)); conn == nil {
			t.Errorf("%s has no socket: %s", client, res.Status)
		}
		if conn, res := upgrade(t, f, "127.0.0.2", from(client)); conn != nil || res.StatusCode != http.StatusTooManyRequests {
			t.Errorf("%s has two sockets", client)
		}
	}
	if conn, _ := upgrade(t, f, "127.0.0.2", from("2001:db8::2")); conn != nil {
		t.Error("two addresses of a /64 have two sockets")
	}
	if conn, res := upgrade(t, f, "127.0.0.3", from("203.0.113.77")); conn == nil {
		t.Error("an address that is no proxy has no socket:", res.Status)
	}
	if conn := connect(t, f, "127.0.0.3"); conn != nil {
		t.Error("an address that is no proxy has two connections")
	}
	tr := &http.Transport{DialContext: func(context.Context, string, string) (net.Conn, error) { return dialFrom(t, f, "127.0.0.2") }}
	defer tr.CloseIdleConnections()
	for _, c := range []struct {
		client string
		status int
	}{{"203.0.113.1", 200}, {"203.0.113.1", 429}, {"203.0.113.2", 200}, {"1.2.3.4, 203.0.113.1", 429}} {
		req, err := http.NewRequest(http.MethodPost, f.server.HTTPEndpoint(), strings.NewReader(chainIDCall))
		if err != nil {
			t.Fatal(err)
		}
		req.Header = from(c.client)
		req.Header.Set("Content-Type", "application/json")
		res, err := tr.RoundTrip(req)
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		if res.StatusCode != c.status {
			t.Errorf("%s: %s, want %d", c.client, res.Status, c.status)
		}
	}
}

// What a client holds is forgotten when it holds nothing.
func TestClientsAreForgotten(t *testing.T) {
	p, q, c := newPlaces(2, 1), newQuota(1), clientAt(netip.MustParseAddr("203.0.113.1"))
	leave, err := p.take(t.Context(), c, 1, time.Minute)
	if err != nil || !q.take(c) || q.take(c) {
		t.Fatal(err)
	}
	if _, err := p.take(t.Context(), c, 1, time.Millisecond); err != errBusy {
		t.Error(err)
	}
	other, err := p.take(t.Context(), client{}, 1, time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := p.take(gone, clientAt(netip.MustParseAddr("203.0.113.2")), 1, time.Minute); err != errBusy {
		t.Error(err)
	}
	leave()
	other()
	q.release(c)
	if len(p.of) != 0 || len(q.held) != 0 {
		t.Error(p.of, q.held)
	}
}
