package devnet_test

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"math/big"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	dto "github.com/prometheus/client_model/go"
	"github.com/prometheus/common/expfmt"
	"gopkg.in/yaml.v2"

	"github.com/ashlar-labs/ashlar/devnet"
	"github.com/ashlar-labs/ashlar/guest/image"
	"github.com/ashlar-labs/ashlar/node/ops"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

var update = flag.Bool("update", false, "write docs/metrics.md")

// guestProgram is the batch program of these sources.
func guestProgram(ctx context.Context) (*rv64.Program, error) {
	g, err := image.Build(ctx, image.Options{Package: "github.com/ashlar-labs/ashlar/guest/stf"})
	if err != nil {
		return nil, err
	}
	return g.Load()
}

// running starts a network, with all development accounts funded, that ends with the test.
func running(t *testing.T, change func(*devnet.Config)) *devnet.Devnet {
	t.Helper()
	cfg := devnet.DefaultConfig()
	cfg.BatchAge, cfg.L1Period, cfg.Log = 300*time.Millisecond, 0, slog.New(slog.DiscardHandler)
	cfg.Guest, cfg.Ops.CheckTimeout = guestProgram, time.Minute // of a disk that is busy
	if change != nil {
		change(&cfg)
	}
	d, _ := run(t, cfg)
	if err := d.FundAccounts(t.Context()); err != nil {
		t.Fatal(err)
	}
	return d
}

// run starts a network that runs until stop, or the end of the test.
func run(t *testing.T, cfg devnet.Config) (d *devnet.Devnet, stop func()) {
	t.Helper()
	d, err := devnet.Start(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- d.Run(ctx) }()
	stop = sync.OnceFunc(func() {
		cancel()
		if err := errors.Join(<-done, d.Close()); err != nil {
			t.Error(err)
		}
	})
	t.Cleanup(stop)
	return d, stop
}

func get(t *testing.T, url string) (int, string) {
	t.Helper()
	r, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return r.StatusCode, string(body)
}

// status asks until it is as wanted.
func status(t *testing.T, d *devnet.Devnet, what string, wanted func(*ops.Status) bool) *ops.Status {
	t.Helper()
	for deadline := time.Now().Add(3 * time.Minute); ; time.Sleep(50 * time.Millisecond) {
		code, body := get(t, d.Node.OpsEndpoint()+"/status")
		s := new(ops.Status)
		if err := json.Unmarshal([]byte(body), s); err != nil || code != http.StatusOK {
			t.Fatalf("%d, %v: %s", code, err, body)
		}
		if wanted(s) {
			return s
		}
		if time.Now().After(deadline) {
			t.Fatalf("%s: %s", what, body)
		}
	}
}

// TestOperators: what a running node shows to operators is what dashboard, alerts and documentation speak of.
func TestOperators(t *testing.T) {
	d := running(t, nil)
	rates := status(t, d, "rates, of the last minute", func(s *ops.Status) bool { return s.Chain.TxsPerSecond > 0 }) // it was funded just now; until a batch is executed may take longer
	if rates.Chain.GasPerSecond <= 0 {
		t.Errorf("chain: %+v", rates.Chain)
	}
	s := status(t, d, "a batch is executed and balances are known", func(s *ops.Status) bool {
		for _, o := range s.Costs.Operators {
			if o.BalanceWei == nil {
				return false
			}
		}
		return s.Batches.Executed.Last > 0 && len(s.Costs.Operators) == 3 && s.Costs.Stages[2].Transactions > 0
	})
	checkStatus(t, s)
	for path, want := range map[string]string{"/healthz": "running", "/readyz": "ok   l1"} {
		if code, body := get(t, d.Node.OpsEndpoint()+path); code != http.StatusOK || !strings.Contains(body, want) {
			t.Errorf("%s: %d %q, want %q", path, code, body, want)
		}
	}
	d.Node.Ops().AddCheck("origin", func(context.Context) error { return fmt.Errorf("12 blocks behind") })
	if code, body := get(t, d.Node.OpsEndpoint()+"/readyz"); code != http.StatusServiceUnavailable || !strings.Contains(body, "FAIL origin: 12 blocks behind") || !strings.Contains(body, "ok   disk") {
		t.Errorf("readyz with a check that fails: %d %q", code, body)
	}
	if s := status(t, d, "the check is in the status", func(s *ops.Status) bool { return len(s.Problems) > 0 }); s.Problems[0].Name != "NotReady" || !strings.Contains(s.Problems[0].Text, "origin") {
		t.Errorf("problems: %+v", s.Problems)
	}
	families := scrape(t, d)
	t.Run("names", func(t *testing.T) { checkNames(t, families) })
	t.Run("dashboard and alerts", func(t *testing.T) { checkUses(t, families) })
	t.Run("runbook", checkRunbook)
	t.Run("docs", func(t *testing.T) { checkList(t, families) })
}

func checkStatus(t *testing.T, s *ops.Status) {
	t.Helper()
	b := &s.Batches
	if s.State != ops.StateRunning || s.Proofs != "UNPROVEN" || len(s.Problems) != 0 {
		t.Errorf("state %s, proofs %s, problems %+v", s.State, s.Proofs, s.Problems)
	}
	if s.Chain.ID != 271 || s.Chain.Block == 0 || s.Chain.Txs == 0 || s.Chain.PriorityOps == 0 {
		t.Errorf("chain: %+v", s.Chain)
	}
	if b.Executed.Last > b.Proven.Last || b.Proven.Last > b.Committed.Last || b.Committed.Last > b.Sealed.Last || b.Executed.AgeSeconds < 0 {
		t.Errorf("batches: %+v", b)
	}
	sum := new(big.Int)
	for _, st := range s.Costs.Stages {
		if st.Stage == ops.Revert && st.Transactions == 0 && st.Wei().Sign() == 0 {
			continue // nobody has reverted anything
		}
		if st.Transactions == 0 || st.Gas < 21_000 || st.FeeWei.Sign() <= 0 || (st.Stage == "commit") != (st.BlobGas > 0) || st.Reverted != 0 {
			t.Errorf("costs of %s: %+v", st.Stage, st)
		}
		sum.Add(sum, st.Wei())
	}
	if sum.Cmp(s.Costs.TotalWei) != 0 || s.Costs.PerBatchWei.Sign() <= 0 || s.Costs.PerTransaction.Sign() <= 0 {
		t.Errorf("costs: %+v", s.Costs)
	}
	if s.Disk.FreeBytes == 0 || s.Disk.UsedBytes == 0 || s.L1.Head == 0 || s.L1.BaseFeeWei == 0 {
		t.Errorf("disk %+v, L1 %+v", s.Disk, s.L1)
	}
}

func scrape(t *testing.T, d *devnet.Devnet) map[string]*dto.MetricFamily {
	t.Helper()
	_, body := get(t, d.Node.OpsEndpoint()+"/metrics")
	families, err := new(expfmt.TextParser).TextToMetricFamilies(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	var calls float64
	for _, m := range families["ashlar_rpc_calls_total"].GetMetric() {
		if strings.Contains(m.String(), "eth_getBalance") {
			calls += m.GetCounter().GetValue()
		}
	}
	if calls == 0 {
		t.Error("calls over WebSocket are not counted")
	}
	return families
}

// checkNames: what is measured has its unit in the name, and a text.
func checkNames(t *testing.T, families map[string]*dto.MetricFamily) {
	counts := regexp.MustCompile(`_(blocks?|transactions|operations_waiting|waiting|last|unsealed|connections|running|halted|verified|made|cycles|failed|info)$`)
	units := regexp.MustCompile(`_(seconds|bytes|wei|gas)$`)
	for name, f := range families {
		if !strings.HasPrefix(name, "ashlar_") {
			continue
		}
		if len(f.GetHelp()) < 10 {
			t.Errorf("%s has no help", name)
		}
		counter := f.GetType() == dto.MetricType_COUNTER
		if total := strings.HasSuffix(name, "_total"); counter != total || (!counter && !units.MatchString(name) && !counts.MatchString(name)) {
			t.Errorf("%s of type %v: a counter ends in _total, another metric in its unit", name, f.GetType())
		}
	}
}

type alert struct {
	Alert       string
	Expr        string
	For         string
	Labels      map[string]string
	Annotations map[string]string
}

func alerts(t *testing.T) []alert {
	t.Helper()
	raw, err := os.ReadFile("../deploy/prometheus/alerts.yml")
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Groups []struct{ Rules []alert } }
	if err := yaml.Unmarshal(raw, &file); err != nil || len(file.Groups) != 1 || len(file.Groups[0].Rules) < 10 {
		t.Fatalf("alerts: %v", err)
	}
	return file.Groups[0].Rules
}

// checkUses: dashboard and alerts speak of metrics that exist, and every metric of the node is in one of them.
func checkUses(t *testing.T, families map[string]*dto.MetricFamily) {
	raw, err := os.ReadFile("../deploy/grafana/ashlar.json")
	if err != nil {
		t.Fatal(err)
	}
	var board struct {
		Title, UID    string
		SchemaVersion int
		Panels        []struct {
			ID          int
			Type, Title string
			GridPos     struct{ H, W, X, Y int }
			Targets     []struct{ Expr string }
		}
	}
	if err := json.Unmarshal(raw, &board); err != nil || board.Title == "" || board.UID == "" || board.SchemaVersion == 0 || len(board.Panels) < 20 {
		t.Fatalf("this is no dashboard: %v, %d panels", err, len(board.Panels))
	}
	used, ids := map[string]bool{}, map[int]bool{}
	use := func(who, expr string) {
		names := regexp.MustCompile(`\b(ashlar|go|process)_[a-z0-9_]+`).FindAllString(expr, -1)
		if len(names) == 0 && expr != `up{job="ashlar"} == 0` {
			t.Errorf("%s names no metric: %s", who, expr)
		}
		for _, name := range names {
			if base := strings.TrimSuffix(name, "_bucket"); families[base].GetType() == dto.MetricType_HISTOGRAM {
				name = base
			}
			if used[name] = true; families[name] == nil {
				t.Errorf("%s: a running node has no %s", who, name)
			}
		}
	}
	for _, p := range board.Panels {
		if ids[p.ID] || p.Title == "" || p.GridPos.W <= 0 || p.GridPos.X+p.GridPos.W > 24 || (p.Type != "row" && len(p.Targets) == 0) {
			t.Errorf("panel %d %q: %+v", p.ID, p.Title, p)
		}
		ids[p.ID] = true
		for _, target := range p.Targets {
			use("panel "+p.Title, target.Expr)
		}
	}
	for _, a := range alerts(t) {
		use("alert "+a.Alert, a.Expr)
	}
	for name := range families {
		if strings.HasPrefix(name, "ashlar_") && !used[name] {
			t.Errorf("%s is on no panel and in no alert", name)
		}
	}
}

// checkRunbook: every alert has a section, every section an alert; what `ashlar status` names is an alert.
func checkRunbook(t *testing.T) {
	raw, err := os.ReadFile("../docs/operations.md")
	if err != nil {
		t.Fatal(err)
	}
	_, text, found := strings.Cut(string(raw), "\n## Runbook\n")
	if !found {
		t.Fatal("docs/operations.md has no runbook")
	}
	text, _, _ = strings.Cut(text, "\n## ")
	var sections, names []string
	for _, m := range regexp.MustCompile(`(?m)^### (\w+)$`).FindAllStringSubmatch(text, -1) {
		sections = append(sections, m[1])
	}
	for _, a := range alerts(t) {
		names = append(names, a.Alert)
		if a.Labels["severity"] == "" || a.Annotations["summary"] == "" {
			t.Errorf("alert %s has no severity or summary", a.Alert)
		}
		if !slices.Contains(sections, a.Alert) {
			t.Errorf("alert %s has no section in the runbook", a.Alert)
		}
	}
	for _, s := range sections {
		if !slices.Contains(names, s) {
			t.Errorf("the runbook's section %s belongs to no alert", s)
		}
	}
	for _, p := range ops.Problems(&ops.Status{
		State: ops.StateHalted, Pool: ops.Pool{Pending: 1}, Chain: ops.Chain{AgeSeconds: 1e6}, L1: ops.L1{LookedAge: -1}, Origin: &ops.Origin{LagSeconds: 1e6},
		Batches: ops.Batches{
			Unsealed: ops.Waiting{Count: 1, AgeSeconds: 1e6}, Committed: waiting, Proven: waiting, Executed: waiting,
		},
		Costs: ops.Costs{Operators: []ops.Operator{{BalanceWei: new(big.Int)}}}, Waits: []ops.Wait{{AgeSeconds: 1e6}},
	}, ops.DefaultLimits()) {
		if !slices.Contains(names, p.Name) {
			t.Errorf("problem %s is no alert", p.Name)
		}
	}
}

var waiting = ops.Stage{Waiting: ops.Waiting{Count: 1, AgeSeconds: 1e6}}

// checkList: docs/metrics.md is the list of the node's metrics.
func checkList(t *testing.T, families map[string]*dto.MetricFamily) {
	var b strings.Builder
	b.WriteString("# Metrics\n\nEvery metric of a node's `/metrics`, besides those of the Go runtime and the process. Made by `go test ./devnet -run Operators -update`.\n\n| metric | type | labels | what |\n| --- | --- | --- | --- |\n")
	var names []string
	for name := range families {
		if strings.HasPrefix(name, "ashlar_") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		f := families[name]
		var labels []string
		for _, l := range f.GetMetric()[0].GetLabel() {
			labels = append(labels, l.GetName())
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", name, strings.ToLower(f.GetType().String()), strings.Join(labels, ", "), f.GetHelp())
	}
	path := filepath.Join("..", "docs", "metrics.md")
	if *update {
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if raw, err := os.ReadFile(path); err != nil || string(raw) != b.String() {
		t.Errorf("docs/metrics.md is not the list of a running node (%v); go test ./devnet -run Operators -update writes it:\n%s", err, b.String())
	}
}
