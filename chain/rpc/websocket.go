package rpc

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	gethrpc "github.com/ethereum/go-ethereum/rpc"
	"github.com/gorilla/websocket"
)

const (
	pingInterval = 30 * time.Second
	pongTimeout  = 30 * time.Second
	writeTimeout = 10 * time.Second
)

var errNotJSON = errors.New("message is not JSON")

// serveWebSocket runs one connection. geth's own handler is not used because messages have to be rewritten, see renameMethods.
func (s *Server) serveWebSocket(w http.ResponseWriter, r *http.Request) {
	upgrader := websocket.Upgrader{CheckOrigin: s.originAllowed}
	conn, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		s.log.Debug("websocket upgrade", "err", err)
		return
	}
	conn.SetReadLimit(int64(s.api.cfg.BodyLimit))
	c := &wsConn{Conn: conn, done: make(chan struct{})}
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

// wsConn makes a stream of a WebSocket connection: what is read is one JSON message after the other, each write is one message.
type wsConn struct {
	*websocket.Conn
	rest []byte
	done chan struct{}
	once sync.Once
}

func (c *wsConn) Read(p []byte) (int, error) {
	if len(c.rest) == 0 {
		_, message, err := c.ReadMessage()
		if err != nil {
			return 0, io.EOF
		}
		// A message that is not JSON would run into the next one.
		if !json.Valid(message) {
			_ = c.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(websocket.CloseUnsupportedData, errNotJSON.Error()), time.Now().Add(writeTimeout))
			return 0, errNotJSON
		}
		c.rest = append(renameMethods(message), '\n')
	}
	n := copy(p, c.rest)
	c.rest = c.rest[n:]
	return n, nil
}

func (c *wsConn) Write(p []byte) (int, error) {
	if err := c.WriteMessage(websocket.TextMessage, bytes.TrimRight(p, "\n")); err != nil {
		return 0, err
	}
	return len(p), nil
}

// RemoteAddr is what geth logs.
func (c *wsConn) RemoteAddr() string { return c.Conn.RemoteAddr().String() }

// Close can be called more than once.
func (c *wsConn) Close() error {
	c.once.Do(func() {
		close(c.done)
		_ = c.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(websocket.CloseNormalClosure, ""), time.Now().Add(time.Second))
	})
	return c.Conn.Close()
}

func (c *wsConn) pings() {
	ticker := time.NewTicker(pingInterval)
	defer ticker.Stop()
	for {
		select {
		case <-c.done:
			return
		case <-ticker.C:
			if c.WriteControl(websocket.PingMessage, nil, time.Now().Add(writeTimeout)) != nil {
				return
			}
		}
	}
}
