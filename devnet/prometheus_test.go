package devnet_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/ashlar-labs/ashlar/internal/freeport"
)

const prometheusDir = "../deploy/prometheus"

// tool finds a program of Prometheus, in PATH or where `make setup` puts it.
func tool(t *testing.T, name string) string {
	t.Helper()
	if path, err := exec.LookPath(name); err == nil {
		return path
	}
	path, err := filepath.Abs(filepath.Join("..", "bin", name))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Skipf("%s is not here: `make setup` fetches it where apt has a package", name)
	}
	return path
}

// TestPrometheusRules: promtool takes configuration and alerts, and the unit tests of the alerts hold. Each alert is tested: one that never fires fails them.
func TestPrometheusRules(t *testing.T) {
	promtool := tool(t, "promtool")
	says := func(dir string, args ...string) (string, error) {
		cmd := exec.CommandContext(t.Context(), promtool, args...)
		cmd.Dir = dir
		out, err := cmd.CombinedOutput()
		return string(out), err
	}
	for _, args := range [][]string{{"check", "config", "prometheus.yml"}, {"check", "rules", "alerts.yml"}, {"test", "rules", "alerts_test.yml"}} {
		if out, err := says(prometheusDir, args...); err != nil {
			t.Errorf("promtool %s: %v\n%s", strings.Join(args, " "), err, out)
		}
	}
	dir, rules := t.TempDir(), read(t, prometheusDir, "alerts.yml")
	for _, a := range alerts(t) {
		line := "expr: " + a.Expr + "\n"
		if strings.Count(rules, line) != 1 {
			t.Fatalf("alert %s: its expression is not a line of its own", a.Alert)
		}
		rules = strings.Replace(rules, line, "expr: vector(0) > 1\n", 1)
	}
	write(t, dir, "alerts.yml", rules)
	write(t, dir, "alerts_test.yml", read(t, prometheusDir, "alerts_test.yml"))
	out, err := says(dir, "test", "rules", "alerts_test.yml")
	if exit := (*exec.ExitError)(nil); !errors.As(err, &exit) {
		t.Fatalf("no alert ever fires, and promtool says %v\n%s", err, out)
	}
	for _, a := range alerts(t) {
		if !strings.Contains(out, "alertname: "+a.Alert+",") {
			t.Errorf("alert %s never fires, and no test says so:\n%s", a.Alert, out)
		}
	}
}

func read(t *testing.T, dir, name string) string {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

func write(t *testing.T, dir, name, content string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// monitor is a running Prometheus.
type monitor struct {
	t   *testing.T
	url string
	log *bytes.Buffer
	end chan struct{} // closed when the process has ended
}

// startPrometheus watches an endpoint for operators with the configuration of this repository, except that it looks every second.
func startPrometheus(t *testing.T, target string) *monitor {
	t.Helper()
	program, dir := tool(t, "prometheus"), t.TempDir()
	config := read(t, prometheusDir, "prometheus.yml")
	for old, now := range map[string]string{"127.0.0.1:3051": target, ": 15s": ": 1s"} {
		if !strings.Contains(config, old) {
			t.Fatalf("prometheus.yml has no %q", old)
		}
		config = strings.ReplaceAll(config, old, now)
	}
	write(t, dir, "prometheus.yml", config)
	write(t, dir, "alerts.yml", read(t, prometheusDir, "alerts.yml"))
	for range 5 { // somebody else may take the port that was free
		address, err := freeport.Address()
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithCancel(context.Background())
		m := &monitor{t: t, url: "http://" + address, log: new(bytes.Buffer), end: make(chan struct{})}
		cmd := exec.CommandContext(ctx, program, "--config.file", filepath.Join(dir, "prometheus.yml"), "--storage.tsdb.path", filepath.Join(dir, "data"), "--web.listen-address", address)
		cmd.Stdout, cmd.Stderr = m.log, m.log
		if err := cmd.Start(); err != nil {
			cancel()
			t.Fatal(err)
		}
		go func() { _ = cmd.Wait(); close(m.end) }()
		t.Cleanup(func() { cancel(); <-m.end })
		ready := make(chan struct{})
		go func() {
			defer close(ready)
			for ctx.Err() == nil {
				if c, err := net.Dial("tcp", address); err == nil {
					c.Close()
					return
				}
				time.Sleep(20 * time.Millisecond)
			}
		}()
		select {
		case <-ready:
			return m
		case <-m.end:
			cancel()
		}
		if !strings.Contains(m.log.String(), "address already in use") {
			t.Fatalf("prometheus has ended:\n%s", m.log)
		}
	}
	t.Fatal("no port is free for prometheus")
	return nil
}

// ask gives the data of an answer, or what is wrong with the question.
func (m *monitor) ask(path string, data any) string {
	m.t.Helper()
	_, body := get(m.t, m.url+path)
	answer := struct {
		Status, Error string
		Data          any
	}{Data: data}
	if err := json.Unmarshal([]byte(body), &answer); err != nil {
		return err.Error() + ": " + body
	}
	return answer.Error
}

// query gives the number of series that an expression has now.
func (m *monitor) query(expr string) (series int, failure string) {
	m.t.Helper()
	var data struct{ Result []any }
	failure = m.ask("/api/v1/query?query="+url.QueryEscape(expr), &data)
	return len(data.Result), failure
}

// TestPrometheus: a real Prometheus reads a node, every panel of the dashboard is a question that it understands and every alert one that it evaluates, and a node with a problem raises one.
func TestPrometheus(t *testing.T) {
	tool(t, "prometheus")
	d := running(t, nil)
	m := startPrometheus(t, strings.TrimPrefix(d.Node.OpsEndpoint(), "http://"))
	waitFor(t, "a scrape", func() bool {
		var data struct {
			ActiveTargets []struct{ Health, LastError string }
		}
		m.ask("/api/v1/targets", &data)
		if len(data.ActiveTargets) == 1 && data.ActiveTargets[0].LastError != "" {
			t.Fatalf("the node's metrics are refused: %s", data.ActiveTargets[0].LastError)
		}
		return len(data.ActiveTargets) == 1 && data.ActiveTargets[0].Health == "up"
	})
	waitFor(t, "the node's blocks", func() bool { n, _ := m.query("ashlar_chain_block > 0"); return n == 1 })
	panels := 0
	for _, match := range regexp.MustCompile(`"expr": ("(?:[^"\\]|\\.)*")`).FindAllStringSubmatch(read(t, "../deploy/grafana", "ashlar.json"), -1) {
		var expr string
		if err := json.Unmarshal([]byte(match[1]), &expr); err != nil {
			t.Fatal(err)
		}
		panels++
		asked := strings.NewReplacer("$instance", ".*", "$__rate_interval", "1m").Replace(expr)
		n, failure := m.query(asked)
		if failure != "" || (n == 0 && !strings.Contains(expr, "rate(") && !strings.Contains(expr, "increase(")) {
			t.Errorf("panel %s: %d series, %s", expr, n, failure)
		}
	}
	if panels < 30 {
		t.Errorf("only %d panels were looked at", panels)
	}
	waitFor(t, "the alerts", func() bool {
		var data struct {
			Groups []struct {
				Rules []struct{ Name, Health, LastError string }
			}
		}
		if failure := m.ask("/api/v1/rules", &data); failure != "" || len(data.Groups) != 1 {
			t.Fatalf("rules: %s, %+v", failure, data)
		}
		evaluated := 0
		for _, r := range data.Groups[0].Rules {
			if r.LastError != "" {
				t.Fatalf("alert %s: %s", r.Name, r.LastError)
			}
			if r.Health == "ok" {
				evaluated++
			}
		}
		return evaluated == len(alerts(t))
	})
	d.Node.Ops().AddCheck("origin", func(context.Context) error { return errors.New("12 blocks behind") })
	waitFor(t, "an alert", func() bool {
		var data struct {
			Alerts []struct {
				State  string
				Labels map[string]string
			}
		}
		m.ask("/api/v1/alerts", &data)
		for _, a := range data.Alerts {
			if a.Labels["alertname"] == "NotReady" && a.Labels["check"] == "origin" && a.Labels["severity"] == "warning" {
				return true
			}
		}
		return false
	})
}
