package devnet_test

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/ashlar-labs/ashlar/devnet"
	"github.com/ashlar-labs/ashlar/node"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// TestStuck: a part that does not end does not hold up a node that is stopped for ever, and the data directory is not closed under it.
func TestStuck(t *testing.T) {
	release := make(chan struct{})
	cfg := devnet.DefaultConfig()
	cfg.DataDir, cfg.L1Period, cfg.StopTimeout, cfg.Log = t.TempDir(), 0, 200*time.Millisecond, slog.New(slog.DiscardHandler)
	cfg.Guest = func(context.Context) (*rv64.Program, error) { <-release; return nil, errors.New("stopped") }
	d, err := devnet.Start(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- d.Run(ctx) }()
	file := filepath.Join(cfg.DataDir, node.OpsFile)
	waitFor(t, "the node runs", func() bool { _, err := os.Stat(file); return err == nil })
	cancel()
	if err := <-done; !errors.Is(err, node.ErrStuck) {
		t.Errorf("stopped with %v, want ErrStuck", err)
	}
	if _, err := os.Stat(file); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a node that has stopped is still announced: %v", err)
	}
	close(release)
	if err := d.Close(); err != nil {
		t.Error(err)
	}
}
