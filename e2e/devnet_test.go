package e2e

import (
	"context"
	"log/slog"
	"testing"
	"time"

	"github.com/ashlar-labs/ashlar/devnet"
)

// startDevnet runs a network in the test's process, with an L1 block per transaction and funded accounts.
func startDevnet(t *testing.T, change func(*devnet.Config)) *devnet.Devnet {
	t.Helper()
	var log text
	cfg := devnet.DefaultConfig()
	cfg.L1Period, cfg.BatchAge, cfg.Guest = 0, time.Second, loadGuest
	cfg.Log = slog.New(slog.NewTextHandler(&log, nil))
	if change != nil {
		change(&cfg)
	}
	ctx, cancel := context.WithCancel(context.Background())
	d, err := devnet.Start(ctx, cfg)
	if err != nil {
		cancel()
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- d.Run(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Error("the network stopped:", err)
		}
		if err := d.Close(); err != nil {
			t.Error("close:", err)
		}
		if t.Failed() {
			t.Log(log.String())
		}
	})
	if err := d.FundAccounts(ctx); err != nil {
		t.Fatal(err)
	}
	return d
}
