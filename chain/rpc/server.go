package rpc

import (
	"bytes"
	"context"
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
)

// api is what all namespaces share.
type api struct {
	cfg     Config
	back    *Backend
	hub     *hub
	layouts *layouts
}

// Server answers JSON-RPC over HTTP and WebSocket on one port.
type Server struct {
	api      *api
	rpc      *gethrpc.Server
	http     *http.Server
	listener net.Listener
	log      *slog.Logger
}

// New listens; requests are answered while Run runs.
func New(cfg Config, back *Backend, log *slog.Logger) (*Server, error) {
	if err := cfg.Check(); err != nil {
		return nil, err
	}
	a := &api{cfg: cfg, back: back, hub: newHub(), layouts: lru.NewCache[uint64, *batchLayout](layoutsKept)}
	s := &Server{api: a, rpc: gethrpc.NewServer(), log: log}
	s.rpc.SetBatchLimits(cfg.BatchItems, cfg.BatchResponse)
	s.rpc.SetHTTPBodyLimit(cfg.BodyLimit)
	filters := newFilters(a)
	for _, r := range []struct {
		namespace string
		service   any
	}{
		{"eth", &ethBlocks{a}}, {"eth", &ethState{a}}, {"eth", &ethCalls{a}}, {"eth", &ethFees{a}}, {"eth", &ethTransactions{a}},
		{"eth", filters}, {"eth", &subscriptions{a}}, {"net", &netAPI{a}}, {"web3", &web3API{a}}, {"txpool", &txpoolAPI{a}},
		{"debug", &debugAPI{a}}, {"zks", &zksBridge{a}}, {"zks", &zksFees{a}}, {"zks", &zksDetails{a}}, {"zks", &zksTokens{a}}, {"ashlar", &ashlarAPI{a}},
	} {
		if err := s.rpc.RegisterName(r.namespace, r.service); err != nil {
			return nil, fmt.Errorf("register %s: %w", r.namespace, err)
		}
	}
	listener, err := net.Listen("tcp", cfg.Addr)
	if err != nil {
		return nil, fmt.Errorf("listen on %s: %w", cfg.Addr, err)
	}
	s.listener = listener
	s.http = &http.Server{
		Handler: s.handler(), ReadHeaderTimeout: 10 * time.Second, ReadTimeout: cfg.RequestTimeout, IdleTimeout: 2 * cfg.RequestTimeout,
		ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelDebug),
	}
	return s, nil
}

// HTTPEndpoint is the URL for HTTP clients.
func (s *Server) HTTPEndpoint() string { return "http://" + s.listener.Addr().String() }

// WSEndpoint is the URL for WebSocket clients; it is the same port.
func (s *Server) WSEndpoint() string { return "ws://" + s.listener.Addr().String() }

// Run answers requests until ctx is done, then closes every connection. It can be called once.
func (s *Server) Run(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	fed := make(chan error, 1)
	go func() { fed <- s.api.hub.run(ctx, s.api.back) }()
	served := make(chan error, 1)
	go func() { served <- s.http.Serve(s.listener) }()
	var err error
	select {
	case <-ctx.Done():
	case err = <-served:
	case err = <-fed:
	}
	cancel()
	s.rpc.Stop()
	if closeErr := s.http.Close(); err == nil && !errors.Is(closeErr, net.ErrClosed) {
		err = closeErr
	}
	if errors.Is(err, http.ErrServerClosed) {
		err = nil
	}
	return err
}

func (s *Server) handler() http.Handler {
	limits := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if isWebSocket(r) {
			s.serveWebSocket(w, r)
			return
		}
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, int64(s.api.cfg.BodyLimit)))
		if err != nil {
			http.Error(w, fmt.Sprintf("content length too large (>%d)", s.api.cfg.BodyLimit), http.StatusRequestEntityTooLarge)
			return
		}
		ctx, cancel := context.WithTimeout(r.Context(), s.api.cfg.RequestTimeout)
		defer cancel()
		if calls := s.sendBatch(r, body); calls != nil {
			s.answerSendBatch(ctx, w, calls)
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(renameMethods(body)))
		s.rpc.ServeHTTP(w, r.WithContext(ctx))
	})
	return cors.New(cors.Options{
		AllowedOrigins: s.api.cfg.CORSOrigins, AllowedMethods: []string{http.MethodPost, http.MethodGet}, AllowedHeaders: []string{"*"}, MaxAge: 600,
	}).Handler(limits)
}

// renameMethods makes zks_L1ChainId and zks_L1BatchNumber callable: geth's server knows methods by the Go name with a small first letter. The length stays.
func renameMethods(message []byte) []byte {
	return bytes.ReplaceAll(message, []byte(`"zks_L1`), []byte(`"zks_l1`))
}

func isWebSocket(r *http.Request) bool {
	return strings.EqualFold(r.Header.Get("Upgrade"), "websocket") && strings.Contains(strings.ToLower(r.Header.Get("Connection")), "upgrade")
}
