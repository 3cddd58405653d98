package devnet_test

import (
	"context"
	"log/slog"
	"testing"
	"time"

	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/devnet"
	"github.com/ashlar-labs/ashlar/guest/image"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// A network that lay on the disk for a month has blocks that no batch holds yet. L1 has to take them all the same, or everything behind them is stuck.
func TestOldBlocksAreSettled(t *testing.T) {
	cfg := devnet.DefaultConfig()
	cfg.BatchAge = time.Hour // only SealNow seals
	cfg.Log = slog.New(slog.DiscardHandler)
	cfg.Guest = func(ctx context.Context) (*rv64.Program, error) {
		g, err := image.Build(ctx, image.Options{Package: "github.com/ashlar-labs/ashlar/guest/stf"})
		if err != nil {
			return nil, err
		}
		return g.Load()
	}
	d, err := devnet.Start(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	done := make(chan error, 1)
	go func() { done <- d.Run(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	if err := d.FundAccounts(ctx); err != nil {
		t.Fatal(err)
	}
	if err := d.EmbeddedL1().AdvanceTime(30 * 24 * time.Hour); err != nil {
		t.Fatal(err)
	}
	for executed := uint64(0); executed == 0; {
		d.Node.SealNow()
		var progress store.L1Progress
		if progress, err = d.Node.Store().L1Progress(); err != nil {
			t.Fatal(err)
		}
		executed = progress.Executed
		select {
		case <-time.After(50 * time.Millisecond):
		case <-ctx.Done():
			t.Fatalf("no batch was executed on L1: %+v", progress)
		}
	}
}
