package e2e

import (
	"context"
	"log/slog"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"

	l1node "github.com/ashlar-labs/ashlar/devnet/l1"
)

// l1Chain is an Ethereum in the test's process that makes blocks when the test wants: at once while it is released, by seal while it is held.
type l1Chain struct {
	*ethclient.Client
	t    *testing.T
	node *l1node.L1

	mu   sync.Mutex
	held bool
}

func startL1(t *testing.T) *l1Chain {
	t.Helper()
	cfg := l1node.DefaultConfig()
	cfg.Period, cfg.Log = 24*time.Hour, slog.New(slog.DiscardHandler)
	node := must(l1node.Start(cfg))(t)
	l := &l1Chain{Client: must(ethclient.Dial(node.WSURL()))(t), t: t, node: node}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go l.run(ctx, done)
	t.Cleanup(func() {
		cancel()
		<-done
		l.Client.Close()
		if err := node.Close(); err != nil {
			t.Error("close L1:", err)
		}
	})
	return l
}

// run seals whatever comes while L1 is released.
func (l *l1Chain) run(ctx context.Context, done chan<- struct{}) {
	defer close(done)
	ticker := time.NewTicker(10 * time.Millisecond)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
		l.mu.Lock()
		var pool map[string]hexutil.Uint
		if err := l.Client.Client().CallContext(ctx, &pool, "txpool_status"); err == nil && !l.held && pool["pending"] > 0 {
			_, _ = l.node.Seal() // when it fails, a wait for the transaction does
		}
		l.mu.Unlock()
	}
}

// hold ends the making of blocks.
func (l *l1Chain) hold() { l.set(true) }

// release resumes it.
func (l *l1Chain) release() { l.set(false) }

func (l *l1Chain) set(held bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.held = held
}

func (l *l1Chain) isHeld() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.held
}

// seal makes a block of what is in the pool.
func (l *l1Chain) seal() *types.Block {
	l.t.Helper()
	return must(l.node.Seal())(l.t)
}

// inPool waits until an operator has a transaction in the pool.
func (l *l1Chain) inPool(p *process, operator string) {
	l.t.Helper()
	address := l1node.Operators()[operator].Address
	await(l.t, "a transaction of the "+operator, func() bool {
		p.mustRun()
		mined := must(l.NonceAt(l.t.Context(), address, nil))(l.t)
		return must(l.PendingNonceAt(l.t.Context(), address))(l.t) > mined
	})
}
