package tour_test

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/ashlar-labs/ashlar/devnet"
	l1node "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/devnet/tour"
	"github.com/ashlar-labs/ashlar/guest/image"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// network runs a development network with the real batch program.
func network(t *testing.T, scheme rollup.DAScheme) *devnet.Devnet {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	cfg := devnet.DefaultConfig()
	cfg.Scheme, cfg.BatchAge, cfg.Log = scheme, 2*time.Second, slog.New(slog.DiscardHandler)
	cfg.Guest = func(ctx context.Context) (*rv64.Program, error) {
		g, err := image.Build(ctx, image.Options{Package: "github.com/ashlar-labs/ashlar/guest/stf"})
		if err != nil {
			return nil, err
		}
		return g.Load()
	}
	d, err := devnet.Start(ctx, cfg)
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- d.Run(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err := errors.Join(<-done, d.Close()); err != nil {
			t.Error(err)
		}
	})
	return d
}

// run makes the tour of a network.
func run(t *testing.T, d *devnet.Devnet, change func(*tour.Config)) (*tour.Report, error) {
	t.Helper()
	l2, err := rpc.DialContext(t.Context(), d.Node.WSEndpoint())
	if err != nil {
		t.Fatal(err)
	}
	defer l2.Close()
	cfg := tour.Config{
		L1: d.L1().Client.Client(), L2: l2, Key: l1node.Accounts()[0].Key, Token: d.Deployment.TestToken,
		Progress: func(text string) { t.Log(text) }, Derive: d.Derive, Commitment: d.Commitment,
	}
	if change != nil {
		change(&cfg)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 15*time.Minute)
	defer cancel()
	return tour.Run(ctx, cfg)
}

// TestTourOnBlobs: everything a user does, with the real guest program on the executor, and the state rebuilt from L1 at the end.
func TestTourOnBlobs(t *testing.T) {
	d := network(t, rollup.DABlobs)
	var derived uint64
	report, err := run(t, d, func(c *tour.Config) {
		c.Derive = func(ctx context.Context) (uint64, common.Hash, error) {
			batch, state, err := d.Derive(ctx)
			derived = batch
			return batch, state, err
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	checkRows(t, d, report.Rows)
	if last, err := d.Node.Store().LastBatch(); err != nil || derived == 0 || derived > last.Number {
		t.Errorf("derived up to batch %d (last %+v, %v)", derived, last, err)
	}
	checkBatches(t, d, report.Batches)
	t.Run("again, with a node that holds another state", func(t *testing.T) {
		_, err := run(t, d, func(c *tour.Config) {
			c.Commitment = func(uint64) (common.Hash, error) { return common.Hash{1}, nil }
		})
		if err == nil || !strings.Contains(err.Error(), "L1 gives the state") {
			t.Errorf("a node with another state: %v", err)
		}
	})
}

// checkRows compares every row with the receipt on its layer.
func checkRows(t *testing.T, d *devnet.Devnet, rows []tour.Row) {
	t.Helper()
	want := []string{
		"deposit 10 ETH L1", "  arrives L2", "mint 1000 TEST L1", "approve 1000 TEST L1", "deposit 1000 TEST L1", "  arrives L2",
		"transfer 0.001 ETH L2", "transfer 0.002 ETH L2", "transfer 0.003 ETH L2", "deploy ERC-20 L2", "mint 1 token L2", "transfer 0.4 token L2",
		"withdraw 1 ETH L2", "withdraw 100 TEST L2", "finalise 1 ETH L1", "finalise 100 TEST L1",
	}
	settling := slices.DeleteFunc(slices.Clone(rows), func(r tour.Row) bool { return r.Took != 0 })
	if len(rows)-len(settling) != len(want) || len(settling) == 0 || len(settling)%3 != 0 {
		t.Fatalf("%d rows, %d of them of settlement, want %d others", len(rows), len(settling), len(want))
	}
	l2, err := ethclient.DialContext(t.Context(), d.Node.HTTPEndpoint())
	if err != nil {
		t.Fatal(err)
	}
	defer l2.Close()
	on := map[string]*ethclient.Client{"L1": d.L1().Client, "L2": l2}
	for i, row := range rows {
		if row.Took != 0 {
			if got := row.Step + " " + row.Layer; got != want[0] {
				t.Errorf("row %d is %q, want %q", i, got, want[0])
			}
			want = want[1:]
		}
		receipt, err := on[row.Layer].TransactionReceipt(t.Context(), row.Hash)
		if err != nil {
			t.Errorf("row %d: %v", i, err)
			continue
		}
		if receipt.Status != types.ReceiptStatusSuccessful || receipt.GasUsed != row.Gas || row.Gas < 21_000 || row.Fee.Sign() <= 0 {
			t.Errorf("row %d: %+v, receipt status %d gas %d", i, row, receipt.Status, receipt.GasUsed)
		}
	}
}

// checkBatches: every batch was executed by the guest, with the node's output, and settled without a proof, which it says.
func checkBatches(t *testing.T, d *devnet.Devnet, batches []tour.Batch) {
	t.Helper()
	if len(batches) == 0 {
		t.Error("no batches in the report")
	}
	for _, told := range batches {
		n := uint64(told.Number)
		b, err := d.Node.Store().Batch(n)
		if err != nil {
			t.Fatal(err)
		}
		if b.GuestCycles == 0 || b.GuestCycles != uint64(told.GuestCycles) || b.GuestOutput != b.PublicInput {
			t.Errorf("batch %d: %d cycles, guest output %v, public input %v", n, b.GuestCycles, b.GuestOutput, b.PublicInput)
		}
		if told.Proof != "UNPROVEN" {
			t.Errorf("batch %d: proof is %q", n, told.Proof)
		}
		status, err := d.Node.Store().BatchL1Status(n)
		if err != nil || !status.Commit.Done() || !status.Prove.Done() || !status.Execute.Done() {
			t.Errorf("batch %d: %+v, %v", n, status, err)
		}
	}
}
