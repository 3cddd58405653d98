package rpc

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	gethrpc "github.com/ethereum/go-ethereum/rpc"
	"github.com/gorilla/websocket"
	"golang.org/x/time/rate"
)

const (
	pingInterval = 30 * time.Second
	pongTimeout  = 30 * time.Second
)

var errNotJSON = errors.New("message is not JSON")

// serveWebSocket runs one connection. geth's own handler is not used because messages have to be rewritten, see renameMethods, and counted.
func (s *Server) serveWebSocket(w http.ResponseWriter, r *http.Request) {
	limits := s.api.limits
	who := limits.proxies.client(r)
	if !limits.own.take(who) {
		s.observer.Refused(LimitAddress)
		refuseHTTP(w, http.StatusTooManyRequests, errTooManySockets)
		return
	}
	defer limits.own.release(who)
	if !limits.sockets.TryAcquire(1) {
		s.observer.Refused(LimitSockets)
		refuseHTTP(w, http.StatusServiceUnavailable, errBusy)
		return
	}
	defer limits.sockets.Release(1)
	upgrader := websocket.Upgrader{CheckOrigin: s.originAllowed}
	conn, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		s.log.Debug("websocket upgrade", "err", err)
		return
	}
	conn.SetReadLimit(int64(s.api.cfg.BodyLimit))
	s.observer.Connections("websocket", 1)
	defer s.observer.Connections("websocket", -1)
	sockets.Store(r.RemoteAddr, &socket{s, who})
	defer sockets.Delete(r.RemoteAddr)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	c := &wsConn{
		Conn: conn, ctx: ctx, cancel: cancel, writeTimeout: s.api.cfg.WriteTimeout, room: make(chan struct{}, s.api.cfg.SocketRequests),
		limiter: limits.rate(who), burst: s.api.cfg.RateBurst,
	}
	_ = conn.SetReadDeadline(time.Now().Add(pingInterval + pongTimeout))
	conn.SetPongHandler(func(string) error { return conn.SetReadDeadline(time.Now().Add(pingInterval + pongTimeout)) })
	var ping sync.WaitGroup
	ping.Add(1)
	go func() { defer ping.Done(); c.pings() }()
	s.rpc.ServeCodec(gethrpc.NewCodec(c), 0) // until the connection or the server is closed
	_ = c.Close()
	ping.Wait()
}

func (s *Server) originAllowed(r *http.Request) bool {
	origin := r.Header.Get("Origin")
	return origin == "" || slices.ContainsFunc(s.api.cfg.CORSOrigins, func(o string) bool { return o == "*" || strings.EqualFold(o, origin) })
}

// wsConn makes a stream of a WebSocket connection: what is read is one JSON message after the other, each write is one message. It reads no further while the client's rate is
// too high or as many requests as it may have at once wait for their answers, and closes when the client does not take what is written to it.
type wsConn struct {
	*websocket.Conn
	rest         []byte
	ctx          context.Context // until Close
	cancel       context.CancelFunc
	once         sync.Once
	writing      sync.Mutex // held to write a message, and to say until when
	writeTimeout time.Duration
	room         chan struct{} // holds a value for each request that is being answered
	limiter      *rate.Limiter // nil: none
	burst        int
}

func (c *wsConn) Read(p []byte) (int, error) {
	if len(c.rest) == 0 {
		_, message, err := c.ReadMessage()
		if err != nil {
			return 0, io.EOF
		}
		// A message that is not JSON would run into the next one.
		if !json.Valid(message) {
			c.refuse(json.Unmarshal(message, new(json.RawMessage)))
			return 0, errNotJSON
		}
		if err := c.admit(message); err != nil {
			return 0, err
		}
		c.rest = append(renameMethods(message), '\n')
	}
	n := copy(p, c.rest)
	c.rest = c.rest[n:]
	return n, nil
}

// refuse says what is wrong with a message that is not JSON, as geth does, and closes.
func (c *wsConn) refuse(syntax error) {
	text, _ := json.Marshal(syntax.Error())
	c.writing.Lock()
	_ = c.Conn.SetWriteDeadline(time.Now().Add(c.writeTimeout))
	_ = c.WriteMessage(websocket.TextMessage, fmt.Appendf(nil, `{"jsonrpc":"2.0","id":null,"error":{"code":%d,"message":%s}}`, codeParse, text))
	c.writing.Unlock()
	_ = c.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(websocket.CloseUnsupportedData, errNotJSON.Error()), time.Now().Add(c.writeTimeout))
}

func (c *wsConn) admit(message []byte) error {
	if c.limiter != nil {
		if err := c.limiter.WaitN(c.ctx, min(requestsIn(message), c.burst)); err != nil {
			return err
		}
	}
	if !isAnswered(message) {
		return nil
	}
	select {
	case c.room <- struct{}{}:
		return nil
	case <-c.ctx.Done():
		return io.EOF
	}
}

// isAnswered reports whether geth's server will write an answer to the message. Notifications and responses get none.
func isAnswered(message []byte) bool {
	type envelope struct {
		ID     json.RawMessage `json:"id"`
		Method string          `json:"method"`
		Result json.RawMessage `json:"result"`
		Error  json.RawMessage `json:"error"`
	}
	all := make([]envelope, 1)
	if text := bytes.TrimLeft(message, " \t\r\n"); len(text) > 0 && text[0] == '[' {
		if json.Unmarshal(message, &all) != nil || len(all) == 0 {
			return true
		}
	} else if json.Unmarshal(message, &all[0]) != nil {
		return true
	}
	for _, e := range all {
		notification := len(e.ID) == 0 && e.Method != ""
		response := len(e.ID) > 0 && e.Method == "" && (len(e.Result) > 0 || len(e.Error) > 0)
		if !notification && !response {
			return true
		}
	}
	return false
}

// Write sends one message. A notification of a subscription is no answer.
func (c *wsConn) Write(p []byte) (int, error) {
	if !bytes.HasPrefix(p, []byte(`{"jsonrpc":"2.0","method":`)) {
		select {
		case <-c.room:
		default:
		}
	}
	c.writing.Lock()
	err := c.WriteMessage(websocket.TextMessage, bytes.TrimRight(p, "\n"))
	c.writing.Unlock()
	if err != nil {
		_ = c.Close()
		return 0, err
	}
	return len(p), nil
}

// SetWriteDeadline keeps geth's deadline below ours.
func (c *wsConn) SetWriteDeadline(t time.Time) error {
	if own := time.Now().Add(c.writeTimeout); t.IsZero() || own.Before(t) {
		t = own
	}
	c.writing.Lock()
	defer c.writing.Unlock()
	return c.Conn.SetWriteDeadline(t)
}

// RemoteAddr is what geth logs.
func (c *wsConn) RemoteAddr() string { return c.Conn.RemoteAddr().String() }

// Close can be called more than once.
func (c *wsConn) Close() error {
	c.once.Do(func() {
		c.cancel()
		_ = c.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(websocket.CloseNormalClosure, ""), time.Now().Add(time.Second))
	})
	return c.Conn.Close()
}

func (c *wsConn) pings() {
	ticker := time.NewTicker(pingInterval)
	defer ticker.Stop()
	for {
		select {
		case <-c.ctx.Done():
			return
		case <-ticker.C:
			if c.WriteControl(websocket.PingMessage, nil, time.Now().Add(c.writeTimeout)) != nil {
				return
			}
		}
	}
}
