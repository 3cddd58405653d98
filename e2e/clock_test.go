package e2e

import (
	"log/slog"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/devnet"
	"github.com/ashlar-labs/ashlar/rollup"
)

// The node's clock jumps ahead and back, and L1's clock jumps ahead, while users work: transactions get their receipts, block times never go back, and L1 takes every batch.
func TestClockJumps(t *testing.T) {
	t.Parallel()
	var log text
	var offset atomic.Int64
	d := startDevnet(t, func(cfg *devnet.Config) {
		cfg.Scheme = rollup.DACalldata
		cfg.Clock = func() time.Time { return time.Now().Add(time.Duration(offset.Load())) }
		cfg.Log = slog.New(slog.NewTextHandler(&log, nil))
	})
	t.Cleanup(func() {
		if t.Failed() {
			t.Log(log.String())
		}
	})
	u := newUser(t, d.Node.HTTPEndpoint(), 1)
	last := uint64(0)
	work := func(what string) {
		t.Helper()
		for range 3 {
			r := u.receipt(u.transfer())
			if r.Status != types.ReceiptStatusSuccessful {
				t.Fatalf("%s: a transfer failed", what)
			}
			if at := must(u.HeaderByNumber(t.Context(), r.BlockNumber))(t).Time; at < last {
				t.Errorf("%s: block time %d after %d", what, at, last)
			} else {
				last = at
			}
		}
		await(t, what+": the settlement of everything", func() bool {
			s := call[struct {
				Head   hexutil.Uint64
				Stages map[string]struct{ Block hexutil.Uint64 }
			}](t, u.Client.Client(), "ashlar_status")
			return s.Stages["executed"].Block == s.Head
		})
	}
	jump := func(by time.Duration) { offset.Store(int64(by)) }
	work("before") // L1 moves on, which tells the node what time it is there

	jump(3 * time.Hour)
	await(t, "the node to notice", func() bool {
		_ = call[map[string]any](t, u.Client.Client(), "eth_getBlockByNumber", "pending", false) // has the time that the next block would get
		return strings.Contains(log.String(), "clock is ahead of L1")
	})
	work("three hours ahead")
	if now := uint64(time.Now().Unix()); last < now+20*60 || last > now+60*60 {
		t.Errorf("block time %d, it is %d", last, now) // between: L1's time and half an hour
	}
	jump(-3 * time.Hour)
	before := last
	work("three hours behind")
	if last != before {
		t.Errorf("block time %d, has to stand still at %d", last, before)
	}
	jump(0)
	work("right again")
	if err := d.EmbeddedL1().AdvanceTime(2 * time.Hour); err != nil {
		t.Fatal(err)
	}
	work("L1 is two hours ahead")
	jump(90 * time.Minute) // L1's time, but for half an hour
	work("and the node follows")
	if !strings.Contains(log.String(), "agrees with L1's again") {
		t.Error("the node does not say that its clock is right")
	}
}
