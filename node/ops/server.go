package ops

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// States of a node.
const (
	StateStarting = "starting"
	StateRunning  = "running"
	StateStopping = "stopping"
	StateHalted   = "halted" // a part failed for good; a person has to look
)

// Unproven is the proof state of a chain whose batches L1 takes without a validity proof.
const Unproven = "UNPROVEN"

// Check says what keeps the node from being used; nil when nothing does. It must answer within its context's time, which is short.
type Check func(ctx context.Context) error

// Config of a Server.
type Config struct {
	Addr         string // host:port; "" serves nothing
	Version      string
	Limits       Limits
	CheckTimeout time.Duration // of each check
	Log          *slog.Logger
}

// DefaultConfig listens on a free port of the loopback interface.
func DefaultConfig() Config {
	return Config{Addr: "127.0.0.1:0", Version: "unknown", Limits: DefaultLimits(), CheckTimeout: 2 * time.Second, Log: slog.Default()}
}

// Server answers on the endpoint for operators.
type Server struct {
	cfg      Config
	metrics  *Metrics
	fill     func(*Status)
	began    time.Time
	listener net.Listener // nil: nothing is served
	http     *http.Server
	mux      *http.ServeMux

	mu     sync.Mutex
	state  string
	reason string
	checks []namedCheck
}

type namedCheck struct {
	name  string
	check Check
}

// New listens; fill writes into a Status what the node knows.
func New(cfg Config, metrics *Metrics, fill func(*Status)) (*Server, error) {
	s := &Server{cfg: cfg, metrics: metrics, fill: fill, began: time.Now(), state: StateStarting}
	metrics.Registry.MustRegister(newCollector(s.Status))
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.HandlerFor(metrics.Registry, promhttp.HandlerOpts{ErrorLog: slog.NewLogLogger(cfg.Log.Handler(), slog.LevelWarn)}))
	mux.HandleFunc("GET /healthz", s.healthz)
	mux.HandleFunc("GET /readyz", s.readyz)
	mux.HandleFunc("GET /status", s.status)
	s.mux = mux
	s.http = &http.Server{Handler: mux, ReadHeaderTimeout: 5 * time.Second, WriteTimeout: time.Minute, ErrorLog: slog.NewLogLogger(cfg.Log.Handler(), slog.LevelDebug)}
	if cfg.Addr == "" {
		return s, nil
	}
	var err error
	if s.listener, err = net.Listen("tcp", cfg.Addr); err != nil {
		return nil, fmt.Errorf("endpoint for operators: listen on %s: %w", cfg.Addr, err)
	}
	return s, nil
}

// Endpoint is the URL of the endpoint, "" without one.
func (s *Server) Endpoint() string {
	if s.listener == nil {
		return ""
	}
	return "http://" + s.listener.Addr().String()
}

// AddCheck makes readiness depend on one more thing. Names are short and of one word: they are labels of metrics.
func (s *Server) AddCheck(name string, check Check) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.checks = append(s.checks, namedCheck{name, check})
}

// Handle adds a path, before Run.
func (s *Server) Handle(pattern string, handler http.HandlerFunc) { s.mux.HandleFunc(pattern, handler) }

// SetState says how the node is, and why when it is halted. A halted node stays halted.
func (s *Server) SetState(state, reason string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.state != StateHalted {
		s.state, s.reason = state, reason
	}
}

func (s *Server) stateNow() (state, reason string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.state, s.reason
}

// Run serves until ctx ends.
func (s *Server) Run(ctx context.Context) error {
	if s.listener == nil {
		<-ctx.Done()
		return nil
	}
	served := make(chan error, 1)
	go func() { served <- s.http.Serve(s.listener) }()
	select {
	case err := <-served:
		return fmt.Errorf("endpoint for operators: %w", err)
	case <-ctx.Done():
	}
	err := s.http.Close()
	<-served
	return err
}

// Close gives the address back when Run was never called.
func (s *Server) Close() error {
	if s.listener == nil {
		return nil
	}
	if err := s.listener.Close(); !errors.Is(err, net.ErrClosed) {
		return err
	}
	return nil
}

// Ready runs the checks, at the same time.
func (s *Server) Ready() []CheckResult {
	s.mu.Lock()
	checks := s.checks
	s.mu.Unlock()
	out := make([]CheckResult, 1, len(checks)+1)
	out[0].Name = "running"
	if state, reason := s.stateNow(); state != StateRunning {
		out[0].Error = state
		if reason != "" {
			out[0].Error += ": " + reason
		}
	}
	results := make([]CheckResult, len(checks))
	var wg sync.WaitGroup
	for i, c := range checks {
		wg.Go(func() {
			ctx, cancel := context.WithTimeout(context.Background(), s.cfg.CheckTimeout)
			defer cancel()
			results[i].Name = c.name
			if err := c.check(ctx); err != nil {
				results[i].Error = err.Error()
			}
		})
	}
	wg.Wait()
	return append(out, results...)
}

// Status asks everybody.
func (s *Server) Status() *Status {
	st := &Status{Version: s.cfg.Version, Time: time.Now().UTC(), Uptime: time.Since(s.began).Seconds(), Proofs: Unproven}
	st.State, st.Reason = s.stateNow()
	s.fill(st)
	st.Checks = s.Ready()
	st.Problems = Problems(st, s.cfg.Limits)
	return st
}

func (s *Server) healthz(w http.ResponseWriter, _ *http.Request) {
	state, reason := s.stateNow()
	if state == StateStopping || state == StateHalted {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
	fmt.Fprintln(w, state, reason)
}

func (s *Server) readyz(w http.ResponseWriter, _ *http.Request) {
	results := s.Ready()
	for _, r := range results {
		if r.Error != "" {
			w.WriteHeader(http.StatusServiceUnavailable)
			break
		}
	}
	for _, r := range results {
		if r.Error == "" {
			fmt.Fprintf(w, "ok   %s\n", r.Name)
		} else {
			fmt.Fprintf(w, "FAIL %s: %s\n", r.Name, r.Error)
		}
	}
}

func (s *Server) status(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	_ = enc.Encode(s.Status()) // a client that is gone needs no answer
}
