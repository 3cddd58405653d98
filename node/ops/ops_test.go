package ops

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/big"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/settlement/durable"
)

// healthy is a status without a problem.
func healthy() *Status {
	return &Status{
		State: StateRunning, Disk: Disk{FreeBytes: 100 << 30}, Chain: Chain{AgeSeconds: 1e6}, L1: L1{LookedAge: 1},
		Batches: Batches{Committed: Stage{AgeSeconds: 1e6}},
		Costs:   Costs{Operators: []Operator{{Roles: []string{"committer"}, BalanceWei: big.NewInt(1), LastsForSec: -1}}},
		Checks:  []CheckResult{{Name: "l1"}},
	}
}

// TestProblems: each thing that goes wrong is named, alone, and what is not wrong is not.
func TestProblems(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*Status)
		text   string
	}{
		{"", func(*Status) {}, ""},
		{"", func(s *Status) { s.Batches.Executed.Waiting = Waiting{3, 3600} }, ""},
		{"", func(s *Status) { s.Costs.Operators[0].BalanceWei = nil }, ""},
		{"", func(s *Status) { s.Costs.Operators[0].LastsForSec = 3 * 24 * 3600 }, ""},
		{"NodeHalted", func(s *Status) { s.State, s.Reason = StateHalted, "batches: guest and node disagree" }, "guest and node disagree"},
		{"DiskAlmostFull", func(s *Status) { s.Disk.FreeBytes = 1 << 20 }, "1.0 MiB are free"},
		{"L1Unreachable", func(s *Status) { s.L1.LookedAge = 121 }, "for 2m1s"},
		{"", func(s *Status) { s.L1.LookedAge, s.Uptime = -1, 100 }, ""},
		{"L1Unreachable", func(s *Status) { s.L1.LookedAge, s.Uptime = -1, 121 }, "since the node started"},
		{"", func(s *Status) { s.Origin = &Origin{LagBlocks: 1000, LagSeconds: 30} }, ""},
		{"ReplicaBehind", func(s *Status) { s.Origin = &Origin{LagBlocks: 1, LagSeconds: 31, AnsweredAge: 0.5} }, "1 block behind the origin, since 31s; the block stream answered 500ms ago"},
		{"BlocksStopped", func(s *Status) { s.Pool.Pending = 7 }, "7 transactions wait"},
		{"SealingBehind", func(s *Status) { s.Batches.Unsealed = Waiting{5, 1801} }, "5 blocks are in no batch"},
		{"CommitBehind", func(s *Status) { s.Batches.Committed.Waiting = Waiting{2, 3601} }, "2 batches wait to be committed on L1, the first for 1h0m1s"},
		{"ProveBehind", func(s *Status) { s.Batches.Proven.Waiting = Waiting{2, 1e6} }, "12 days"},
		{"ExecuteBehind", func(s *Status) { s.Batches.Executed.Waiting = Waiting{2, 1e6} }, "to be executed"},
		{"OperatorBalanceLow", func(s *Status) { s.Costs.Operators[0].BalanceWei = new(big.Int) }, "there is nothing left"},
		{"OperatorBalanceLow", func(s *Status) { s.Costs.Operators[0].LastsForSec = 7200 }, "lasts for 2h"},
		{"", func(s *Status) { s.Waits = []Wait{{"commit", "fees", 600}} }, ""},
		{"SettlementWaits", func(s *Status) { s.Waits = []Wait{{"commit", "fees above the limit", 601}} }, "commit has waited for 10m1s: fees above the limit"},
		{"NotReady", func(s *Status) { s.Checks[0].Error = "silent" }, "check l1 fails: silent"},
	} {
		s := healthy()
		c.change(s)
		got := Problems(s, DefaultLimits())
		if c.name == "" && len(got) == 0 {
			continue
		}
		if len(got) != 1 || got[0].Name != c.name || !strings.Contains(got[0].Text, c.text) || got[0].Do == "" {
			t.Errorf("want %s (%s), got %+v", c.name, c.text, got)
		}
	}
}

// broken is a store that cannot be written.
type broken struct{ durable.Memory }

func (*broken) Write(...durable.Change) error { return errors.New("disk full") }

// TestLedger: costs survive a restart, the same transaction counts once, and what was not written is not counted.
func TestLedger(t *testing.T) {
	kv, now := new(durable.Memory), time.Unix(1_000_000, 0)
	l, err := OpenLedger(kv, func() time.Time { return now })
	if err != nil {
		t.Fatal(err)
	}
	r := &types.Receipt{GasUsed: 100, EffectiveGasPrice: big.NewInt(7), BlobGasUsed: 131072, BlobGasPrice: big.NewInt(2), Status: 1}
	for range 3 {
		if err := l.Mined("commit/1/0", r); err != nil {
			t.Fatal(err)
		}
	}
	now = now.Add(100 * time.Second)
	if err := l.Mined("prove/1/0", &types.Receipt{GasUsed: 50, EffectiveGasPrice: big.NewInt(10)}); err != nil {
		t.Fatal(err)
	}
	if l, err = OpenLedger(kv, func() time.Time { return now }); err != nil {
		t.Fatal(err)
	}
	st := l.Stages()
	if c := st[0]; c.Stage != "commit" || c.Transactions != 1 || c.Gas != 100 || c.FeeWei.Int64() != 700 || c.BlobFeeWei.Int64() != 262144 || c.Reverted != 0 {
		t.Errorf("commit: %+v", c)
	}
	if p := st[1]; p.Transactions != 1 || p.Reverted != 1 || p.FeeWei.Int64() != 500 || p.BlobFeeWei.Sign() != 0 {
		t.Errorf("prove: %+v", p)
	}
	if total, rate := l.Spent([]string{"commit"}); total.Int64() != 262844 || rate != 2628.44 {
		t.Errorf("spent %v, %v per second", total, rate)
	}
	if total, rate := l.Spent([]string{"execute"}); total.Sign() != 0 || rate != 0 {
		t.Errorf("execute spent %v, %v per second", total, rate)
	}
	if err := (Sending{l}).Mined("revert/3/0", &types.Receipt{GasUsed: 9, EffectiveGasPrice: big.NewInt(3), Status: 1}); err != nil {
		t.Fatal(err)
	}
	if all := l.Stages(); len(all) != 4 || all[3].Stage != "revert" || all[3].Transactions != 1 || all[3].FeeWei.Int64() != 27 || all[0].FeeWei.Int64() != 700 {
		t.Errorf("with a revert: %+v", all)
	}
	now = now.Add(48 * time.Hour)
	if total, rate := l.Spent([]string{"commit"}); total.Int64() != 262844 || rate != 0 {
		t.Errorf("two days later: %v, %v per second", total, rate)
	}
	bad := &broken{}
	if l, err = OpenLedger(bad, time.Now); err != nil {
		t.Fatal(err)
	}
	if err := l.Mined("commit/1/0", r); err == nil || l.Stages()[0].Transactions != 0 {
		t.Errorf("a store that cannot be written: %v, %+v", err, l.Stages()[0])
	}
	for _, value := range []string{"{", "{}", `{"feeWei": 1}`} {
		kv := new(durable.Memory)
		if err := kv.Write(durable.Change{Key: []byte("commit/1/0"), Value: []byte(value)}); err != nil {
			t.Fatal(err)
		}
		if _, err := OpenLedger(kv, time.Now); err == nil {
			t.Errorf("a damaged entry %s is accepted", value)
		}
	}
}

// TestRefusals: reasons have few names, wrapped errors too.
func TestRefusals(t *testing.T) {
	for err, want := range map[error]string{
		fmt.Errorf("%w: next nonce 3", core.ErrNonceTooLow): "nonce", core.ErrInsufficientFunds: "funds", errors.New("never heard of"): otherRefusal,
	} {
		if got := refusal(err); got != want {
			t.Errorf("%v is %s, want %s", err, got, want)
		}
	}
}

// TestServer: the endpoint says how the node is from its start to its halt.
func TestServer(t *testing.T) {
	cfg := DefaultConfig()
	cfg.Log, cfg.CheckTimeout = slog.New(slog.DiscardHandler), 50*time.Millisecond
	s, err := New(cfg, NewMetrics("v1"), func(s *Status) { s.Chain.Block = 42 })
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- s.Run(ctx) }()
	expect := func(path string, code int, text string) {
		t.Helper()
		r, err := http.Get(s.Endpoint() + path)
		if err != nil {
			t.Fatal(err)
		}
		defer r.Body.Close()
		if body, err := io.ReadAll(r.Body); err != nil || r.StatusCode != code || !strings.Contains(string(body), text) {
			t.Errorf("%s: %d %s (%v), want %d with %q", path, r.StatusCode, body, err, code, text)
		}
	}
	expect("/healthz", 200, "starting")
	expect("/readyz", 503, "FAIL running: starting")
	s.SetState(StateRunning, "")
	expect("/readyz", 200, "ok   running")
	expect("/metrics", 200, "ashlar_chain_block 42")
	expect("/status", 200, `"block": 42`)
	s.AddCheck("stuck", func(ctx context.Context) error { <-ctx.Done(); return ctx.Err() })
	expect("/readyz", 503, "FAIL stuck: context deadline exceeded")
	expect("/metrics", 200, `ashlar_check_failed{check="stuck"} 1`)
	s.SetState(StateHalted, "guest and node disagree")
	s.SetState(StateStopping, "")
	expect("/healthz", 503, "halted guest and node disagree")
	expect("/nothing", 404, "")
	cfg.Addr = strings.TrimPrefix(s.Endpoint(), "http://")
	if _, err := New(cfg, NewMetrics("v1"), func(*Status) {}); err == nil || !strings.Contains(err.Error(), cfg.Addr) {
		t.Errorf("an address that is taken: %v", err)
	}
	cancel()
	if err := <-done; err != nil {
		t.Error(err)
	}
}
