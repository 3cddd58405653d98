package node

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/chain/genesis"
	"github.com/ashlar-labs/ashlar/contracts/deploy"
)

func TestReachable(t *testing.T) {
	for _, c := range []struct{ stream, origin, want string }{
		{"nats://127.0.0.1:5", "http://127.0.0.1:3050", "nats://127.0.0.1:5"},
		{"nats://127.0.0.1:5", "http://example.org:3050", "nats://example.org:5"},
		{"nats://0.0.0.0:5", "http://10.0.0.9:3050", "nats://10.0.0.9:5"},
		{"nats://[::]:5", "http://[fd00::1]:3050", "nats://[fd00::1]:5"},
		{"nats://nats.example.org:5", "http://10.0.0.9:3050", "nats://nats.example.org:5"},
		{"nats://a:1,nats://b:2", "http://10.0.0.9:3050", "nats://a:1,nats://b:2"},
	} {
		if got := reachable(c.stream, c.origin); got != c.want {
			t.Errorf("%s of %s: %s, want %s", c.stream, c.origin, got, c.want)
		}
	}
}

// What was learned is kept, and another chain is refused.
func TestKeepChain(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	g := genesis.Default(271)
	g.L1ChainID, g.L1AssetRouter, g.Timestamp = 31337, common.Address{1}, 5
	c := &Chain{Genesis: g, Deployment: deploy.Deployment{ChainID: 271, L1ChainID: 31337}}
	for range 2 {
		if err := c.keep(dir); err != nil {
			t.Fatal(err)
		}
	}
	other := *c
	other.Deployment.Chain = common.Address{9}
	if err := other.keep(dir); err == nil || !strings.Contains(err.Error(), "another --data-dir") {
		t.Errorf("another chain: %v", err)
	}
	if there, err := ReadChain(dir); err != nil || there.Deployment != c.Deployment {
		t.Errorf("%+v, %v", there, err)
	}
}

// A replica's directory becomes a sequencer's only when that is asked for.
func TestPromote(t *testing.T) {
	dir := t.TempDir()
	if err := Promote(t.Context(), dir, false); err != nil {
		t.Error("a sequencer's own directory:", err)
	}
	if err := MarkReplica(dir, "http://127.0.0.1:1", "nats://127.0.0.1:2"); err != nil { // nobody answers there
		t.Fatal(err)
	}
	if err := Promote(t.Context(), dir, false); err == nil || !strings.Contains(err.Error(), "--promote") {
		t.Error(err)
	}
	if err := Promote(t.Context(), dir, true); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(filepath.Join(dir, originFile)); !os.IsNotExist(err) {
		t.Error("it is a replica's still:", err)
	}
	if err := Promote(t.Context(), dir, false); err != nil {
		t.Error(err)
	}
}

// An origin that takes connections is not gone, whatever it answers, unless a proxy says that nobody is behind it.
func TestPromoteRefuses(t *testing.T) {
	reply := func(status int, body string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			w.WriteHeader(status)
			_, _ = io.WriteString(w, body)
		}
	}
	silent := make(chan struct{})
	for what, origin := range map[string]struct {
		answers http.HandlerFunc
		gone    bool
	}{
		"a block number":      {reply(200, `{"jsonrpc":"2.0","id":1,"result":"0x5"}`), false},
		"a refusal":           {reply(200, `{"jsonrpc":"2.0","id":1,"error":{"code":-32005,"message":"limit exceeded"}}`), false},
		"too many requests":   {reply(429, "slow down"), false},
		"nonsense":            {reply(200, "hello"), false},
		"silence":             {func(http.ResponseWriter, *http.Request) { <-silent }, false},
		"a proxy of nobody":   {reply(502, "bad gateway"), true},
		"a proxy that waited": {reply(504, "gateway timeout"), true},
	} {
		t.Run(what, func(t *testing.T) {
			s := httptest.NewServer(origin.answers)
			if what == "silence" {
				t.Cleanup(func() { close(silent); s.Close() })
			} else {
				t.Cleanup(s.Close)
			}
			dir := t.TempDir()
			if err := MarkReplica(dir, s.URL, "nats://127.0.0.1:2"); err != nil {
				t.Fatal(err)
			}
			err := Promote(t.Context(), dir, true)
			if _, statErr := os.Stat(filepath.Join(dir, originFile)); (err == nil) != origin.gone || os.IsNotExist(statErr) != origin.gone {
				t.Fatalf("promoted: %v, the mark: %v", err, statErr)
			}
		})
	}
}
