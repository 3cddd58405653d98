package load

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"golang.org/x/sync/errgroup"
)

// Latency is from just before a request with one transaction is sent until its receipt has arrived, over all transactions of a measurement.
type Latency struct {
	Transactions int
	P50, P99     time.Duration
}

// timing is the paced measurement while it runs.
type timing struct {
	mu   sync.Mutex
	sent map[common.Hash]time.Time
	took []time.Duration
	left int
}

// Paced sends ETH transfers one by one at the configured rate, from every connection in turn, and times each. A request that waits for an earlier one on its connection counts from
// when it was due.
func (l *Load) Paced(parent context.Context, tell Progress) (*Latency, error) {
	n := int(l.cfg.Paced.Seconds() * float64(l.cfg.Rate))
	t := &timing{sent: make(map[common.Hash]time.Time, n), left: n}
	group, ctx := errgroup.WithContext(parent)
	began := time.Now()
	connections := min(pacedConnections, len(l.senders))
	for w := range connections {
		group.Go(func() error { return l.pace(ctx, t, w, connections, n, began) })
	}
	var last uint64
	group.Go(func() (err error) {
		last, err = l.time(ctx, t, n, began, tell)
		return err
	})
	if err := group.Wait(); err != nil {
		return nil, err
	}
	if err := l.check(parent, last); err != nil {
		return nil, err
	}
	slices.Sort(t.took)
	return &Latency{Transactions: n, P50: t.took[n/2], P99: t.took[n*99/100]}, nil
}

// pacedConnections is enough that a request rarely waits for the one before it.
const pacedConnections = 16

func (l *Load) pace(ctx context.Context, t *timing, w, connections, n int, began time.Time) error {
	c, g, rnd := newClient(l.system.Endpoint()), newSigner(), random(w)<<40+random(began.UnixNano())
	defer c.close()
	at := w
	for i := w; i < n; i += connections {
		from := l.senders[at]
		if at += connections; at >= len(l.senders) {
			at = w
		}
		raw := l.next(g, from, ETH, &rnd)
		due := began.Add(time.Duration(i) * time.Second / time.Duration(l.cfg.Rate))
		select {
		case <-time.After(time.Until(due)):
		case <-ctx.Done():
			return ctx.Err()
		}
		t.mu.Lock()
		t.sent[from.sent[len(from.sent)-1]] = due
		t.mu.Unlock()
		if err := c.send(ctx, [][]byte{raw}); err != nil {
			return fmt.Errorf("load: %w", err)
		}
	}
	return nil
}

// time looks for new blocks and notes when their receipts have arrived.
func (l *Load) time(ctx context.Context, t *timing, n int, began time.Time, tell Progress) (uint64, error) {
	c := newClient(l.system.Endpoint())
	defer c.close()
	seen, told, moved := l.checked, began, time.Now()
	for ctx.Err() == nil {
		head, err := c.head(ctx)
		if err != nil {
			return 0, err
		}
		for ; seen < head; seen++ {
			receipts, err := c.receipts(ctx, seen+1)
			if err != nil {
				return 0, err
			}
			moved = time.Now()
			t.note(receipts, moved)
		}
		if t.left == 0 {
			return seen, nil
		}
		if time.Since(moved) > stuck {
			return 0, fmt.Errorf("%w: %d transactions have no receipt", ErrLost, t.left)
		}
		if now := time.Now(); tell != nil && now.Sub(told) >= time.Second {
			told = now
			tell(now.Sub(began), uint64(min(n, int(now.Sub(began).Seconds()*float64(l.cfg.Rate)))), uint64(n-t.left))
		}
		time.Sleep(2 * time.Millisecond)
	}
	return 0, ctx.Err()
}

func (t *timing) note(receipts []receipt, now time.Time) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, r := range receipts {
		if sent, ok := t.sent[r.Hash]; ok {
			t.took = append(t.took, now.Sub(sent))
			t.left--
		}
	}
}
