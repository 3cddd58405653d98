package load

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"github.com/ashlar-labs/ashlar/node"
	"github.com/ashlar-labs/ashlar/rollup"
)

// A replica of a chain that was made for it ends with its last block and batch.
func TestOrigin(t *testing.T) {
	for _, bad := range []func(*History){func(h *History) { h.Transfers = 0 }, func(h *History) { h.BlockTxs = 0 }, func(h *History) { h.BlockTxs = 1000 }, func(h *History) { h.Recipients = 0 }} {
		h := DefaultHistory()
		if bad(&h); h.Check() == nil {
			t.Errorf("%+v is accepted", h)
		}
	}
	h := History{Transfers: 300, ERC20: 100, BlockTxs: 7, Senders: 10, Recipients: 50, Scheme: rollup.DACalldata}
	told := 0
	o, err := MakeOrigin(t.Context(), h, t.TempDir(), quiet, func(n int) { told = n })
	if err != nil {
		t.Fatal(err)
	}
	defer o.Close()
	if o.Transactions != 411 || told != 411 || o.Blocks < 411/7 || o.Batches == 0 || o.Gas < 411*21_000 {
		t.Fatalf("%+v, told %d", o.Made, told)
	}
	dir := filepath.Join(t.TempDir(), "replica")
	chain, at, err := node.Learn(t.Context(), o.URL(), dir, quiet)
	if err != nil {
		t.Fatal(err)
	}
	cfg := node.DefaultConfig(h.Scheme)
	cfg.DataDir, cfg.Origin, cfg.Stream.URL, cfg.Log, cfg.RPC.Addr, cfg.Ops.Addr = dir, o.URL(), at, quiet, "127.0.0.1:0", ""
	cfg.UseChain(chain)
	n, err := node.New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	defer n.Close()
	ctx, stop := context.WithTimeout(t.Context(), 2*time.Minute)
	defer stop()
	ended := make(chan error, 1)
	go func() { ended <- n.Run(ctx) }()
	if head, err := n.Store().Wait(ctx, o.Blocks-1); err != nil || head.Number != o.Blocks || head.Txs != o.Transactions {
		t.Fatalf("the replica ends with %+v: %v", head, err)
	}
	for {
		if b, err := n.Store().LastBatch(); err == nil && b.Number == o.Batches && b.LastBlock == o.Blocks {
			break
		}
		select {
		case <-time.After(10 * time.Millisecond):
		case <-ctx.Done():
			t.Fatal("the last batch does not come")
		}
	}
	stop()
	if err := <-ended; err != nil {
		t.Fatal(err)
	}
}
