// Package l1test starts an Ethereum, and clients of it, for a test.
package l1test

import (
	"log/slog"
	"testing"
	"time"

	devl1 "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/settlement/l1"
)

// Never is a period that does not end while a test runs: blocks are made by Seal alone.
const Never = 24 * time.Hour

// Start starts an Ethereum that says nothing and ends with the test. It makes a block every period; 0: whenever there is a transaction.
func Start(t testing.TB, period time.Duration) *devl1.L1 {
	t.Helper()
	cfg := devl1.DefaultConfig()
	cfg.Period, cfg.Log = period, slog.New(slog.DiscardHandler)
	node, err := devl1.Start(cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := node.Close(); err != nil {
			t.Error("close L1:", err)
		}
	})
	return node
}

// Attach is a client in the same process that takes a block for final when finality blocks follow it; it ends with the test.
func Attach(t testing.TB, node *devl1.L1, finality int64) *l1.Client {
	t.Helper()
	cfg := l1.DefaultConfig()
	cfg.URL, cfg.FinalityBlocks = "in process", finality
	client, err := l1.New(t.Context(), node.Attach(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	return client
}

// Dial is a client over WebSocket, which notices new blocks by itself; it ends with the test.
func Dial(t testing.TB, node *devl1.L1) *l1.Client {
	t.Helper()
	cfg := l1.DefaultConfig()
	cfg.URL = node.WSURL()
	client, err := l1.Dial(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	return client
}
