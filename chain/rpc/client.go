package rpc

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"sync"
	"time"

	gethrpc "github.com/ethereum/go-ethereum/rpc"
	"golang.org/x/sync/semaphore"
)

// client is who asks: an IPv4 address, or the /64 of an IPv6 address, which is the least that one subscriber has. The zero value is everybody whose address is not known.
type client = netip.Prefix

func clientAt(a netip.Addr) client {
	a = a.Unmap().WithZone("")
	bits := a.BitLen()
	if a.Is6() {
		bits = 64
	}
	c, _ := a.Prefix(bits) // fails for the zero address only, and gives the zero client
	return c
}

// parseAddr reads an address with or without a port.
func parseAddr(text string) (netip.Addr, error) {
	text = strings.TrimSpace(text)
	if p, err := netip.ParseAddrPort(text); err == nil {
		return p.Addr(), nil
	}
	return netip.ParseAddr(strings.Trim(text, "[]"))
}

// proxies are who is believed when it says in X-Forwarded-For for whom it asks.
type proxies []netip.Prefix

// parseProxies reads addresses and prefixes.
func parseProxies(list []string) (out proxies, err error) {
	for _, text := range list {
		p, err := netip.ParsePrefix(text)
		if err != nil {
			a, addrErr := netip.ParseAddr(text)
			if addrErr != nil {
				return nil, fmt.Errorf("rpc config: trusted proxy %q is neither an address nor a prefix", text)
			}
			p = netip.PrefixFrom(a, a.BitLen())
		}
		out = append(out, p.Masked())
	}
	return out, nil
}

func (p proxies) has(a netip.Addr) bool {
	a = a.Unmap().WithZone("")
	for _, prefix := range p {
		if prefix.Contains(a) {
			return true
		}
	}
	return false
}

// client is who sent r: the connection's other end, or when that is a trusted proxy the last address of X-Forwarded-For that is none. What stands before it can be made up.
func (p proxies) client(r *http.Request) client {
	peer, err := parseAddr(r.RemoteAddr)
	if err != nil {
		return client{}
	}
	if !p.has(peer) {
		return clientAt(peer)
	}
	said := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for i := len(said) - 1; i >= 0; i-- {
		a, err := parseAddr(said[i])
		if err != nil {
			break
		}
		if peer = a; !p.has(a) {
			break
		}
	}
	return clientAt(peer)
}

type clientKey struct{}

// whoAsks is the client of a call.
func whoAsks(ctx context.Context) client {
	if c, ok := ctx.Value(clientKey{}).(client); ok {
		return c
	}
	if s := socketOf(ctx); s != nil {
		return s.client
	}
	return client{}
}

// socket is a WebSocket connection; geth gives its calls a context of its own.
type socket struct {
	server *Server
	client client
}

// sockets are by remote address.
var sockets sync.Map

func socketOf(ctx context.Context) *socket {
	if peer := gethrpc.PeerInfoFromContext(ctx); peer.Transport == "ipc" { // what geth takes wsConn for
		if s, ok := sockets.Load(peer.RemoteAddr); ok {
			return s.(*socket)
		}
	}
	return nil
}

// quota bounds how many of something one client has.
type quota struct {
	limit int
	mu    sync.Mutex
	held  map[client]int
}

func newQuota(limit int) *quota { return &quota{limit: limit, held: map[client]int{}} }

func (q *quota) take(c client) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.held[c] >= q.limit {
		return false
	}
	q.held[c]++
	return true
}

func (q *quota) release(c client) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.held[c]--; q.held[c] <= 0 {
		delete(q.held, c)
	}
}

// places are for work that is done at the same time, of which no client has more than its share: its further work waits behind its own.
type places struct {
	all   *semaphore.Weighted
	share int64
	mu    sync.Mutex
	of    map[client]*clientPlaces
}

type clientPlaces struct {
	*semaphore.Weighted
	users int // who have a place or wait for one
}

func newPlaces(all, share int) *places {
	return &places{all: semaphore.NewWeighted(int64(all)), share: int64(share), of: map[client]*clientPlaces{}}
}

// take waits for n places at most for timeout, and gives a function that leaves them.
func (p *places) take(ctx context.Context, c client, n int64, timeout time.Duration) (leave func(), err error) {
	p.mu.Lock()
	own := p.of[c]
	if own == nil {
		own = &clientPlaces{Weighted: semaphore.NewWeighted(p.share)}
		p.of[c] = own
	}
	own.users++
	p.mu.Unlock()
	forget := func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		if own.users--; own.users == 0 {
			delete(p.of, c)
		}
	}
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	if own.Acquire(ctx, n) != nil {
		forget()
		return nil, errBusy
	}
	if p.all.Acquire(ctx, n) != nil {
		own.Release(n)
		forget()
		return nil, errBusy
	}
	return func() { p.all.Release(n); own.Release(n); forget() }, nil
}

// addressListener closes connections of a client that has too many of them.
type addressListener struct {
	net.Listener
	connections *quota
	exempt      proxies
	refused     func()
}

const tooManyConnections = "HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"

// Accept implements net.Listener.
func (l *addressListener) Accept() (net.Conn, error) {
	for {
		conn, err := l.Listener.Accept()
		if err != nil {
			return nil, err
		}
		a, err := parseAddr(conn.RemoteAddr().String())
		if err != nil || l.exempt.has(a) {
			return conn, nil
		}
		c := clientAt(a)
		if l.connections.take(c) {
			return &countedConn{Conn: conn, release: sync.OnceFunc(func() { l.connections.release(c) })}, nil
		}
		l.refused()
		_ = conn.SetWriteDeadline(time.Now().Add(time.Second)) // a new connection has room for it
		_, _ = conn.Write([]byte(tooManyConnections))
		_ = conn.Close()
	}
}

// countedConn counts until it is closed.
type countedConn struct {
	net.Conn
	release func()
}

// Close implements net.Conn.
func (c *countedConn) Close() error {
	defer c.release()
	return c.Conn.Close()
}
