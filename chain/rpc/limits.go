package rpc

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"runtime"
	"time"

	"github.com/ethereum/go-ethereum/common/lru"
	"golang.org/x/sync/semaphore"
	"golang.org/x/time/rate"
)

// codeLimited is what Ethereum's providers answer to a client that asks too much (EIP-1474).
const codeLimited = -32005

var (
	errBusy           = coded(codeLimited, "server is busy: too many requests are being worked on, try again later")
	errTooManySockets = coded(codeLimited, "too many WebSocket connections from one address: use one for many requests and subscriptions")
	errRateLimited    = coded(codeLimited, "rate limit exceeded: send fewer requests per second")
)

// limits bound what all clients together, and each of them, can make the server hold and do.
type limits struct {
	cfg        *Config
	proxies    proxies
	requests   *places // HTTP requests that are being answered
	bodies     *places // bytes of their bodies, of which no client has more than half
	executions *places // calls, traces and log searches
	sockets    *semaphore.Weighted
	scripts    *semaphore.Weighted // traces in JavaScript, a quarter of the executions
	own        *quota              // sockets of each client
	rates      *lru.Cache[client, *rate.Limiter]
}

const clientsKept = 100_000 // limiters; a client that is forgotten starts with a full burst

func newLimits(cfg *Config) *limits {
	trusted, _ := parseProxies(cfg.TrustedProxies) // which Config.Check has done before
	return &limits{
		cfg: cfg, proxies: trusted, requests: newPlaces(cfg.Requests, cfg.AddressRequests), bodies: newPlaces(max(cfg.BodyBytes, cfg.BodyLimit+1), max(cfg.BodyBytes/2, cfg.BodyLimit+1)),
		executions: newPlaces(cfg.Executions, cfg.addressExecutions()), sockets: semaphore.NewWeighted(int64(cfg.Sockets)), scripts: semaphore.NewWeighted(max(1, int64(cfg.Executions)/4)),
		own: newQuota(cfg.AddressSockets), rates: lru.NewCache[client, *rate.Limiter](clientsKept),
	}
}

func defaultExecutions() int { return 4 * runtime.GOMAXPROCS(0) }

// wait takes n of a semaphore, at most Config.QueueTimeout later.
func (l *limits) wait(ctx context.Context, of *semaphore.Weighted, n int64) error {
	if of.TryAcquire(n) {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, l.cfg.QueueTimeout)
	defer cancel()
	if of.Acquire(ctx, n) != nil {
		return errBusy
	}
	return nil
}

// admit waits until there is room for one more execution, gives it timeout, and a function that ends both.
func (a *api) admit(ctx context.Context, timeout time.Duration) (context.Context, func(), error) {
	leave, err := a.limits.executions.take(ctx, whoAsks(ctx), 1, a.cfg.QueueTimeout)
	if err != nil {
		return nil, nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, timeout)
	return ctx, func() { cancel(); leave() }, nil
}

const bodyPiece = 64 << 10 // bytes

// readBody reads the body of r and gives a function that ends the hold on its bytes, also after an error. Each piece counts against Config.BodyBytes before it is read, so that
// announcing a large body costs others nothing. The status belongs to the error.
func (l *limits) readBody(r *http.Request, who client) (body []byte, done func(), status int, err error) {
	var held []func()
	done = func() {
		for _, leave := range held {
			leave()
		}
	}
	limit := l.cfg.BodyLimit
	tooLarge := fmt.Errorf("content length too large (>%d)", limit)
	if r.ContentLength > int64(limit) {
		return nil, done, http.StatusRequestEntityTooLarge, fmt.Errorf("content length too large (%d>%d)", r.ContentLength, limit)
	}
	room := limit + 1 // one more byte than is allowed shows that there are too many
	if r.ContentLength >= 0 {
		room = int(r.ContentLength)
	}
	for len(body) < room {
		if len(body) == cap(body) {
			more := min(max(bodyPiece, len(body)), room-len(body))
			leave, err := l.bodies.take(r.Context(), who, int64(more), l.cfg.QueueTimeout)
			if err != nil {
				return nil, done, http.StatusServiceUnavailable, err
			}
			held = append(held, leave)
			body = append(make([]byte, 0, len(body)+more), body...)
		}
		n, err := r.Body.Read(body[len(body):cap(body)])
		body = body[:len(body)+n]
		if len(body) > limit {
			return nil, done, http.StatusRequestEntityTooLarge, tooLarge
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, done, http.StatusRequestTimeout, fmt.Errorf("the body did not arrive: %w", err)
		}
	}
	return body, done, 0, nil
}

// rate is the limiter of a client; nil without a rate limit.
func (l *limits) rate(c client) *rate.Limiter {
	if l.cfg.RateLimit == 0 {
		return nil
	}
	if limiter, ok := l.rates.Get(c); ok {
		return limiter
	}
	limiter := rate.NewLimiter(rate.Limit(l.cfg.RateLimit), l.cfg.RateBurst)
	l.rates.Add(c, limiter) // when two requests meet here one limiter is lost, and with it at most a burst
	return limiter
}
