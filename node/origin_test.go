package node

import (
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
