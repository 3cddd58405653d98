package rpc

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common/lru"
	gethrpc "github.com/ethereum/go-ethereum/rpc"
	"github.com/rs/cors"
	"go.opentelemetry.io/otel"
	"golang.org/x/net/netutil"
)

// api is what all namespaces share.
type api struct {
	cfg     Config
	back    *Backend
	hub     *hub
	layouts *layouts
	limits  *limits

	appearances *appearances // nil: off
}

// Server answers JSON-RPC over HTTP and WebSocket on one port.
type Server struct {
	api      *api
	rpc      *gethrpc.Server
	http     *http.Server
	listener net.Listener
	log      *slog.Logger
	observer Observer        // never nil
	methods  map[string]bool // that it has
}

// New listens; requests are answered while Run runs.
func New(cfg Config, back *Backend, log *slog.Logger) (*Server, error) {
	if err := cfg.Check(); err != nil {
		return nil, err
	}
	a := &api{cfg: cfg, back: back, hub: newHub(), layouts: lru.NewCache[uint64, *batchLayout](layoutsKept), limits: newLimits(&cfg)}
	s := &Server{api: a, rpc: gethrpc.NewServer(), log: log, observer: back.Observer, methods: methodNames(services(a))}
	if s.observer == nil {
		s.observer = nobody{}
	}
	install.Do(func() { otel.SetTracerProvider(spans) })
	if cfg.Otterscan {
		if back.Index == nil {
			return nil, errors.New("rpc config: Otterscan needs an index, and the backend has none")
		}
		var err error
		if a.appearances, err = openAppearances(back, back.Index, log); err != nil {
			return nil, err
		}
	}
	s.rpc.SetBatchLimits(cfg.BatchItems, cfg.BatchResponse)
	s.rpc.SetHTTPBodyLimit(cfg.BodyLimit)
	for _, r := range services(a) {
		if err := s.rpc.RegisterName(r.namespace, r.service); err != nil {
			return nil, fmt.Errorf("register %s: %w", r.namespace, err)
		}
	}
	listener, err := net.Listen("tcp", cfg.Addr)
	if err != nil {
		return nil, fmt.Errorf("listen on %s: %w", cfg.Addr, err)
	}
	counted := &addressListener{Listener: listener, connections: newQuota(cfg.AddressConnections), exempt: a.limits.proxies, refused: func() { s.observer.Refused(LimitAddress) }}
	s.listener = netutil.LimitListener(counted, cfg.Connections)
	s.http = &http.Server{
		Handler: s.handler(), ReadHeaderTimeout: cfg.HeaderTimeout, ReadTimeout: cfg.HeaderTimeout + cfg.BodyTimeout, IdleTimeout: cfg.IdleTimeout,
		// Who does not read an answer does not keep it in memory for ever.
		WriteTimeout: cfg.RequestTimeout + cfg.QueueTimeout + cfg.WriteTimeout,
		ErrorLog:     slog.NewLogLogger(log.Handler(), slog.LevelDebug), ConnState: s.connState,
	}
	return s, nil
}

type service struct {
	namespace string
	service   any
}

// services are everything that clients can call; docs/rpc.md is made from them.
func services(a *api) []service {
	return []service{
		{"eth", &ethBlocks{a}}, {"eth", &ethState{a}}, {"eth", &ethCalls{a}}, {"eth", &ethFees{a}}, {"eth", &ethTransactions{a}}, {"eth", &ethNode{a}},
		{"eth", newFilters(a)}, {"eth", &subscriptions{a}}, {"net", &netAPI{a}}, {"web3", &web3API{a}}, {"txpool", &txpoolAPI{a}},
		{"debug", &debugAPI{a}}, {"debug", &debugRaw{a}}, {"debug", &debugState{a}},
		{"zks", &zksBridge{a}}, {"zks", &zksFees{a}}, {"zks", &zksDetails{a}}, {"zks", &zksTokens{a}}, {"zks", &zksProofs{a}}, {"ashlar", &ashlarAPI{a}},
		{"ots", &otsAPI{a}}, {"erigon", &erigonAPI{a}},
	}
}

// HTTPEndpoint is the URL for HTTP clients.
func (s *Server) HTTPEndpoint() string { return "http://" + s.listener.Addr().String() }

// WSEndpoint is the URL for WebSocket clients; it is the same port.
func (s *Server) WSEndpoint() string { return "ws://" + s.listener.Addr().String() }

// Run answers requests until ctx is done. Then it takes no more, gives those that it has Config.StopTimeout, and closes every connection. It can be called once.
func (s *Server) Run(ctx context.Context) error {
	feeding, cancel := context.WithCancel(context.WithoutCancel(ctx)) // who waits for a receipt is told of blocks until the end
	defer cancel()
	fed, feed := make(chan error, 1), s.api.hub.feed(s.api.back) // before anybody is served, who may wait for what comes
	go func() { fed <- feed(feeding) }()
	indexed := make(chan struct{})
	if x := s.api.appearances; x != nil {
		go func() {
			defer close(indexed)
			wake, done := s.api.hub.wait()
			defer done()
			x.run(feeding, wake)
		}()
	} else {
		close(indexed)
	}
	served := make(chan error, 1)
	go func() { served <- s.http.Serve(s.listener) }()
	var err error
	select {
	case <-ctx.Done():
		s.finish()
	case err = <-served:
	case err = <-fed:
	}
	cancel()
	subscriptions := s.api.hub.stop()
	s.rpc.Stop()
	select {
	case <-subscriptions:
	case <-time.After(s.api.cfg.StopTimeout):
		s.log.Info("subscriptions are left behind: they took too long for a server that stops", "limit", s.api.cfg.StopTimeout)
	}
	if closeErr := s.http.Close(); err == nil && !errors.Is(closeErr, net.ErrClosed) {
		err = closeErr
	}
	if errors.Is(err, http.ErrServerClosed) {
		err = nil
	}
	<-indexed // it is not written after this
	return err
}

// finish lets the requests that are being answered come to their end.
func (s *Server) finish() {
	ctx, cancel := context.WithTimeout(context.Background(), s.api.cfg.StopTimeout)
	defer cancel()
	if err := s.http.Shutdown(ctx); err != nil {
		s.log.Info("requests are cut off: they took too long for a server that stops", "limit", s.api.cfg.StopTimeout)
	}
}

func (s *Server) handler() http.Handler {
	limited := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if isWebSocket(r) {
			s.serveWebSocket(w, r)
			return
		}
		s.serveHTTP(w, r)
	})
	crossOrigin := cors.New(cors.Options{
		AllowedOrigins: s.api.cfg.CORSOrigins, AllowedMethods: []string{http.MethodPost, http.MethodGet}, AllowedHeaders: []string{"*"}, MaxAge: 600,
	}).Handler(limited)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		// A browser asks beside CORS whether a page of the internet may reach a private network (Private Network Access, W3C WICG). Who may ask at all may do so.
		if r.Method == http.MethodOptions && r.Header.Get("Access-Control-Request-Private-Network") == "true" && s.originAllowed(r) {
			w.Header().Set("Access-Control-Allow-Private-Network", "true")
		}
		crossOrigin.ServeHTTP(w, r)
	})
}

// serveHTTP answers one request or batch when there is room for it and the client has not asked too much.
func (s *Server) serveHTTP(w http.ResponseWriter, r *http.Request) {
	limits, cfg := s.api.limits, &s.api.cfg
	// The body first: a client that sends it slowly holds what it has sent, and no place among the requests.
	who := limits.proxies.client(r)
	body, done, status, err := limits.readBody(r, who)
	defer done()
	if err != nil {
		w.Header().Set("Connection", "close") // the rest of the body is not read
		if status == http.StatusServiceUnavailable {
			s.observer.Refused(LimitBusy)
			refuseHTTP(w, status, err)
		} else {
			s.observer.Refused(LimitBody)
			http.Error(w, err.Error(), status)
		}
		return
	}
	leave, err := limits.requests.take(r.Context(), who, 1, cfg.QueueTimeout)
	if err != nil {
		s.observer.Refused(LimitBusy)
		refuseHTTP(w, http.StatusServiceUnavailable, err)
		return
	}
	defer leave()
	if limiter := limits.rate(who); limiter != nil && !limiter.AllowN(time.Now(), min(requestsIn(body), cfg.RateBurst)) {
		s.observer.Refused(LimitRate)
		w.Header().Set("Retry-After", "1")
		refuseHTTP(w, http.StatusTooManyRequests, errRateLimited)
		return
	}
	ctx := context.WithValue(context.WithValue(r.Context(), serverKey{}, s), clientKey{}, who)
	ctx, cancel := context.WithTimeout(ctx, cfg.RequestTimeout)
	defer cancel()
	if calls := s.sendBatch(r, body); calls != nil {
		s.answerSendBatch(ctx, w, calls)
		return
	}
	r.Body = io.NopCloser(bytes.NewReader(renameMethods(body)))
	s.rpc.ServeHTTP(w, r.WithContext(ctx))
}

// refuseHTTP answers before the request was looked at: its id is not known.
func refuseHTTP(w http.ResponseWriter, status int, err error) {
	e := err.(*apiError)
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]any{"jsonrpc": "2.0", "id": nil, "error": map[string]any{"code": e.code, "message": e.message}})
}

// requestsIn is the number of requests in a message, 1 for what is no batch.
func requestsIn(message []byte) int {
	if text := bytes.TrimLeft(message, " \t\r\n"); len(text) == 0 || text[0] != '[' {
		return 1
	}
	var batch []json.RawMessage
	_ = json.Unmarshal(message, &batch) // what is wrong is said later
	return max(1, len(batch))
}

// renameMethods makes zks_L1ChainId and zks_L1BatchNumber callable: geth's server knows methods by the Go name with a small first letter. The length stays.
func renameMethods(message []byte) []byte {
	return bytes.ReplaceAll(message, []byte(`"zks_L1`), []byte(`"zks_l1`))
}

func isWebSocket(r *http.Request) bool {
	return strings.EqualFold(r.Header.Get("Upgrade"), "websocket") && strings.Contains(strings.ToLower(r.Header.Get("Connection")), "upgrade")
}
