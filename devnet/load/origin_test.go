package load

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/chain/stream"
	"github.com/ashlar-labs/ashlar/node"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/rollup/record"
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
	r := startReplica(t, o, filepath.Join(t.TempDir(), "replica"), "")
	r.reach(t, o)
}

// replica is a node that follows an origin.
type replica struct {
	*node.Node
	ended  chan error
	cancel func()
	stop   func() // after it has ended
}

// startReplica starts one that follows the stream at url, "": the origin's own.
func startReplica(t *testing.T, o *Origin, dir, url string) *replica {
	t.Helper()
	chain, at, err := node.Learn(t.Context(), o.URL(), dir, quiet)
	if err != nil {
		t.Fatal(err)
	}
	cfg := node.DefaultConfig(chain.Deployment.DAScheme)
	cfg.DataDir, cfg.Origin, cfg.Stream.URL, cfg.Log, cfg.RPC.Addr, cfg.Ops.Addr = dir, o.URL(), at, quiet, "127.0.0.1:0", ""
	if url != "" {
		cfg.Stream.URL = url
	}
	cfg.UseChain(chain)
	n, err := node.New(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Minute)
	r := &replica{Node: n, ended: make(chan error, 1)}
	go func() { r.ended <- n.Run(ctx) }()
	r.cancel = cancel
	r.stop = sync.OnceFunc(func() {
		cancel()
		if err := n.Close(); err != nil {
			t.Error(err)
		}
	})
	t.Cleanup(r.stop)
	return r
}

// reach waits until the replica has the last block and the last batch, and ends it.
func (r *replica) reach(t *testing.T, o *Origin) {
	t.Helper()
	for {
		head := r.Store().Head()
		if b, err := r.Store().LastBatch(); err == nil && b.Number == o.Batches && b.LastBlock == o.Blocks && head.Number == o.Blocks && head.Txs == o.Transactions {
			break
		}
		select {
		case err := <-r.ended:
			t.Fatalf("it ended at %+v: %v", head, err)
		case <-time.After(10 * time.Millisecond):
		}
	}
	r.stopRunning(t)
}

func (r *replica) stopRunning(t *testing.T) {
	t.Helper()
	r.cancel()
	if err := <-r.ended; err != nil {
		t.Fatal(err)
	}
	r.stop()
}

// forged is the origin's stream on another server, with one record that was changed.
func forged(t *testing.T, o *Origin, change func(*record.Record) bool) (url string) {
	t.Helper()
	server, err := stream.StartServer(stream.ServerConfig{Dir: t.TempDir(), Listen: "127.0.0.1:0"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(server.Close)
	from, err := o.stream.Read(1)
	if err != nil {
		t.Fatal(err)
	}
	defer from.Close()
	g, err := o.chain.Genesis.Genesis()
	if err != nil {
		t.Fatal(err)
	}
	to, err := stream.Open(t.Context(), stream.Config{Chain: g.Hash(), Server: server, Create: true, Log: quiet})
	if err != nil {
		t.Fatal(err)
	}
	defer to.Close()
	w, err := to.Lead(t.Context(), 0, 1, &record.Term{})
	if err != nil {
		t.Fatal(err)
	}
	changed := false
	for {
		if end, err := from.AtEnd(t.Context()); err != nil {
			t.Fatal(err)
		} else if end {
			break
		}
		e, err := from.Next(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if e.Record.Term != nil {
			continue
		}
		changed = change(e.Record) || changed
		if err := w.Append(t.Context(), *e.Record); err != nil {
			t.Fatal(err)
		}
	}
	if !changed {
		t.Fatal("nothing was changed")
	}
	return server.URL()
}

// A replica that finds something else in the middle of what comes in names the block or the batch, keeps nothing of it, and goes on from there with the true stream.
func TestForgedInTheMiddle(t *testing.T) {
	h := History{Transfers: 200, ERC20: 50, BlockTxs: 3, Senders: 10, Recipients: 50, Scheme: rollup.DACalldata}
	o, err := MakeOrigin(t.Context(), h, t.TempDir(), quiet, func(int) {})
	if err != nil {
		t.Fatal(err)
	}
	defer o.Close()
	middle := o.Blocks / 2
	block := func(change func(*record.Block)) func(*record.Record) bool {
		return func(r *record.Record) bool {
			if r.Block == nil || r.Block.Block.Env.Number != middle {
				return false
			}
			change(r.Block)
			return true
		}
	}
	for name, c := range map[string]struct {
		change func(*record.Record) bool
		says   string
		batch  bool
	}{
		"hash":      {block(func(b *record.Block) { b.Hash[0]++ }), "block hash", false},
		"state":     {block(func(b *record.Block) { b.State[0]++ }), "state changes", false},
		"signature": {block(func(b *record.Block) { tx := b.Block.Txs[1]; tx[len(tx)-1] ^= 1 }), "transaction", false},
		"encoding":  {block(func(b *record.Block) { b.Block.Txs[2] = b.Block.Txs[2][:20] }), "transaction 2", false},
		"batch": {func(r *record.Record) bool {
			if r.Batch == nil || r.Batch.Number != 1 {
				return false
			}
			r.Batch.StateAfter[0]++
			return true
		}, "batch 1", true},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "replica")
			r := startReplica(t, o, dir, forged(t, o, c.change))
			err := <-r.ended
			if !errors.Is(err, node.ErrDisagree) || !strings.Contains(err.Error(), c.says) || (!c.batch && !strings.Contains(err.Error(), fmt.Sprintf("block %d", middle))) {
				t.Errorf("it says %v", err)
			}
			b, lastErr := r.Store().LastBatch()
			switch {
			case c.batch && !errors.Is(lastErr, store.ErrNotFound):
				t.Errorf("batch %+v is kept, %v", b, lastErr)
			case !c.batch && r.Store().Tip().Number != middle-1:
				t.Errorf("it ends with block %d, the one that was changed is %d", r.Store().Tip().Number, middle)
			}
			r.stop()
			startReplica(t, o, dir, "").reach(t, o)
		})
	}
}
