package load

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"
)

// ErrLost says that a transaction was accepted and is in no block, or failed there.
var ErrLost = errors.New("transaction lost")

// System is a chain under load.
type System interface {
	Endpoint() string // of JSON-RPC over HTTP
	ChainID() uint64
	Holders() int // accounts in the state, beside the senders
	Close() error
}

// Progress hears how a measurement goes; it is called about once a second.
type Progress func(elapsed time.Duration, sent, included uint64)

// Load sends to one system. The senders' nonces live in it: use one for everything that is measured there.
type Load struct {
	cfg     Config
	system  System
	senders []*sender
	checked uint64 // blocks up to here were checked
}

// New prepares senders for a system that was made with the same ones.
func New(ctx context.Context, cfg Config, system System, senders *Senders) (*Load, error) {
	c := newClient(system.Endpoint())
	defer c.close()
	head, err := c.head(ctx)
	return &Load{cfg: cfg, system: system, senders: senders.list, checked: head}, err
}

// Senders are the accounts that send.
type Senders struct{ list []*sender }

// MakeSenders makes those of the configuration.
func MakeSenders(cfg *Config) *Senders { return &Senders{makeSenders(cfg.Senders)} }

// Kind of a transfer.
type Kind int

// The kinds.
const (
	ETH Kind = iota
	ERC20
)

// Throughput is what a system took.
type Throughput struct {
	Transactions uint64
	Blocks       uint64
	Elapsed      time.Duration // from the first request to the last transaction's block
}

// PerSecond is the rate.
func (t *Throughput) PerSecond() float64 { return float64(t.Transactions) / t.Elapsed.Seconds() }

// traffic is a running measurement.
type traffic struct {
	load     *Load
	kind     Kind
	sent     atomic.Uint64 // accepted, or on the way
	included atomic.Uint64
	mu       sync.Mutex
	more     *sync.Cond // included has grown, or it is over
	over     bool
}

// Saturate sends as fast as transactions are taken for the configured duration, waits until all are in blocks, and checks every one.
func (l *Load) Saturate(parent context.Context, kind Kind, tell Progress) (*Throughput, error) {
	t := &traffic{load: l, kind: kind}
	t.more = sync.NewCond(&t.mu)
	first := l.checked
	began := time.Now()
	sending, stop := context.WithTimeout(parent, l.cfg.Duration)
	defer stop()
	group, ctx := errgroup.WithContext(parent)
	defer context.AfterFunc(ctx, t.end)()
	defer context.AfterFunc(sending, t.end)()
	var workers sync.WaitGroup
	for w := range l.cfg.Connections {
		workers.Add(1)
		group.Go(func() error {
			defer workers.Done()
			return t.work(ctx, w)
		})
	}
	done := make(chan struct{})
	go func() { workers.Wait(); close(done) }()
	var last uint64
	group.Go(func() (err error) {
		last, err = t.count(ctx, done, began, tell)
		return err
	})
	if err := group.Wait(); err != nil {
		return nil, err
	}
	out := &Throughput{Transactions: t.sent.Load(), Blocks: last - first, Elapsed: time.Since(began)}
	return out, l.check(parent, last)
}

func (t *traffic) end() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.over = true
	t.more.Broadcast()
}

// room waits until n transactions may be sent, and counts them; false when it is over, except for the first ones.
func (t *traffic) room(n int, first bool) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	for !t.over && t.sent.Load()+uint64(n) > t.included.Load()+uint64(t.load.cfg.InFlight) {
		t.more.Wait()
	}
	if t.over && !first {
		return false
	}
	t.sent.Add(uint64(n))
	return true
}

// work is one connection with the senders that are its own. It sends once at least, and what is on its way when sending ends is sent to the end.
func (t *traffic) work(ctx context.Context, w int) error {
	l := t.load
	c, g, rnd := newClient(l.system.Endpoint()), newSigner(), random(w)<<40+random(time.Now().UnixNano())
	defer c.close()
	raws := make([][]byte, l.cfg.Batch)
	for at, first := w, true; t.room(len(raws), first); first = false {
		for i := range raws {
			from := l.senders[at]
			if at += l.cfg.Connections; at >= len(l.senders) {
				at = w
			}
			raws[i] = l.next(g, from, t.kind, &rnd)
		}
		if err := c.send(ctx, raws); err != nil {
			return fmt.Errorf("load: %w", err)
		}
	}
	return nil
}

// next is the sender's next transaction.
func (l *Load) next(g *signer, from *sender, kind Kind, rnd *random) []byte {
	to := holder(rnd.next() % uint64(l.system.Holders()))
	c := call{chainID: l.system.ChainID(), gas: ethGas, to: to, value: 1}
	if kind == ERC20 {
		c.gas, c.to, c.value, c.data = erc20Gas, token, 0, tokenTransfer(to)
	}
	raw, hash := g.transaction(from, &c)
	from.nonce++
	from.sent = append(from.sent, hash)
	return raw
}

const lookEvery = 20 * time.Millisecond

// count follows the chain until everything sent is in blocks.
func (t *traffic) count(ctx context.Context, done <-chan struct{}, began time.Time, tell Progress) (uint64, error) {
	c := newClient(t.load.system.Endpoint())
	defer c.close()
	counted, told, moved := t.load.checked, began, time.Now()
	for ctx.Err() == nil {
		head, err := c.head(ctx)
		if err != nil {
			return 0, err
		}
		for ; counted < head; counted++ {
			n, err := c.transactions(ctx, counted+1)
			if err != nil {
				return 0, err
			}
			t.included.Add(uint64(n))
			moved = time.Now()
		}
		t.mu.Lock()
		t.more.Broadcast()
		t.mu.Unlock()
		if now := time.Now(); tell != nil && now.Sub(told) >= time.Second {
			told = now
			tell(now.Sub(began), t.sent.Load(), t.included.Load())
		}
		select {
		case <-done:
			if t.included.Load() >= t.sent.Load() {
				return counted, nil
			}
			if time.Since(moved) > stuck {
				return 0, fmt.Errorf("%w: %d of %d transactions in no block, and none was added for %v", ErrLost, t.sent.Load()-t.included.Load(), t.sent.Load(), stuck)
			}
		default:
		}
		time.Sleep(lookEvery)
	}
	return 0, ctx.Err()
}

// stuck is how long a chain may make no block with transactions while some wait.
const stuck = 3 * time.Minute

// check demands a receipt with status 1 for every accepted transaction, in the blocks up to last that were not looked at yet.
func (l *Load) check(ctx context.Context, last uint64) error {
	c := newClient(l.system.Endpoint())
	defer c.close()
	byAddress := make(map[[20]byte]*sender, len(l.senders))
	for _, s := range l.senders {
		byAddress[s.address] = s
	}
	for ; l.checked < last; l.checked++ {
		receipts, err := c.receipts(ctx, l.checked+1)
		if err != nil {
			return fmt.Errorf("load: receipts of block %d: %w", l.checked+1, err)
		}
		for _, r := range receipts {
			s := byAddress[r.From]
			switch {
			case s == nil || len(s.sent) == 0 || s.sent[0] != r.Hash:
				return fmt.Errorf("%w: block %d has %v of %v, which is not what comes next", ErrLost, l.checked+1, r.Hash, r.From)
			case r.Status != 1:
				return fmt.Errorf("%w: %v failed in block %d", ErrLost, r.Hash, l.checked+1)
			}
			s.sent = s.sent[1:]
		}
	}
	for _, s := range l.senders {
		if len(s.sent) > 0 {
			return fmt.Errorf("%w: %v of %v is in no block", ErrLost, s.sent[0], s.address)
		}
		s.sent = nil
	}
	return nil
}
