package e2e

import (
	"cmp"
	"context"
	"log/slog"
	"math/big"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
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

	mu     sync.Mutex
	held   bool
	steady int // seals at every so many looks, also when nothing waits; 0: only what comes
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
	for look := 1; ; look++ {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
		l.mu.Lock()
		var pool map[string]hexutil.Uint
		due := l.steady > 0 && look%l.steady == 0
		if err := l.Client.Client().CallContext(ctx, &pool, "txpool_status"); err == nil && !l.held && (due || (l.steady == 0 && pool["pending"] > 0)) {
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

// beat makes blocks steadily, as L1 does, so that finality moves on.
func (l *l1Chain) beat() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.steady = 5
}

// reorganise undoes the newest blocks and makes others. Their transactions go back into the pool, as far as back says so.
func (l *l1Chain) reorganise(depth uint64, back func(*types.Transaction) bool) {
	l.t.Helper()
	l.mu.Lock()
	defer l.mu.Unlock()
	head := must(l.BlockNumber(l.t.Context()))(l.t)
	var undone []*types.Transaction
	for n := head - depth + 1; n <= head; n++ {
		undone = append(undone, must(l.BlockByNumber(l.t.Context(), new(big.Int).SetUint64(n)))(l.t).Transactions()...)
	}
	undone = append(undone, l.waiting()...) // real pools keep them
	if err := l.node.Rewind(head - depth); err != nil {
		l.t.Fatal(err)
	}
	l.seal() // another block, before the transactions are in
	for _, tx := range undone {
		if tx.Type() != types.BlobTxType && back(tx) { // the blobs are with who sent them
			_ = l.SendTransaction(l.t.Context(), tx) // it may be refused, as after every reorganisation
		}
	}
	for n := must(l.BlockNumber(l.t.Context()))(l.t); n < head; n++ {
		l.seal()
	}
}

// waiting are the transactions in the pool, in the order in which an account's can be sent.
func (l *l1Chain) waiting() (txs []*types.Transaction) {
	l.t.Helper()
	var pool map[string]map[string]map[string]struct{ Hash common.Hash }
	if err := l.Client.Client().CallContext(l.t.Context(), &pool, "txpool_content"); err != nil {
		l.t.Fatal(err)
	}
	for _, byNonce := range pool["pending"] {
		for _, tx := range byNonce {
			full, _, err := l.TransactionByHash(l.t.Context(), tx.Hash)
			if err != nil {
				l.t.Fatal(err)
			}
			txs = append(txs, full)
		}
	}
	slices.SortFunc(txs, func(a, b *types.Transaction) int { return cmp.Compare(a.Nonce(), b.Nonce()) })
	return txs
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
