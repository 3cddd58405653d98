package node_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/ashlar-labs/ashlar/chain/genesis"
	"github.com/ashlar-labs/ashlar/contracts/deploy"
	l1node "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/devnet/l1/l1test"
	"github.com/ashlar-labs/ashlar/node"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/l1"
)

const l2ChainID = 271

// bench is an embedded L1 and a deployment on it.
type bench struct {
	*testing.T
	l1  *l1.Client
	cfg deploy.Config
}

func newBench(t *testing.T) *bench {
	t.Helper()
	client := l1test.Dial(t, l1test.Start(t, 0))
	deployer := l1node.Operators()[l1node.Deployer].Address
	operators := deploy.Operators{Committer: deployer, Prover: deployer, Executor: deployer, Reverter: deployer}
	return &bench{t, client, deploy.DefaultConfig(client.ID(), genesis.Default(l2ChainID).Chain, rollup.DACalldata, deployer, operators)}
}

// launch runs node.Launch and ends its context after a number of steps; 0 never does.
func (b *bench) launch(dir string, chainID uint64, stopAfter int) (*node.Chain, int, error) {
	ctx, cancel := context.WithCancel(b.Context())
	defer cancel()
	options := deploy.DefaultOptions()
	options.Poll = 10 * time.Millisecond
	fresh := 0
	options.Progress = func(_ string, _, _ int, skipped bool) {
		if !skipped {
			fresh++
		}
		if stopAfter > 0 && fresh == stopAfter {
			cancel()
		}
	}
	cfg, base := b.cfg, genesis.Default(chainID)
	cfg.Chain = base.Chain
	chain, err := node.Launch(ctx, b.l1, l1node.Operators()[l1node.Deployer].Key, dir, cfg, base, options)
	return chain, fresh, err
}

// TestLaunchGoesOn stops a launch again and again, a few steps later each time. In the end every step was done once and the chain is the one that its directory says.
func TestLaunchGoesOn(t *testing.T) {
	b, dir := newBench(t), t.TempDir()
	stops := 0
	for {
		chain, _, err := b.launch(dir, l2ChainID, 2)
		if err == nil {
			read, err := node.ReadChain(dir)
			if err != nil || !reflect.DeepEqual(read, chain) {
				t.Fatalf("the directory holds %+v (%v), launched %+v", read, err, chain)
			}
			break
		}
		if !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
		if stops++; stops > 40 {
			t.Fatal("launching makes no progress")
		}
		if _, err := node.ReadChain(dir); err == nil {
			t.Fatal("a launch that was stopped looks complete")
		}
	}
	if stops < 2 {
		t.Errorf("stopped %d times, want several", stops)
	}
	if _, fresh, err := b.launch(dir, l2ChainID, 0); err != nil || fresh != 0 {
		t.Errorf("launching what is there: %d steps, %v", fresh, err)
	}
	if _, _, err := b.launch(dir, l2ChainID+1, 0); err == nil || !strings.Contains(err.Error(), "directory") {
		t.Errorf("another chain in the same directory: %v", err)
	}
	rebuilt(t, b, dir)
}

// rebuilt: a chain without batches derives to its genesis, and a changed genesis is refused.
func rebuilt(t *testing.T, b *bench, dir string) {
	t.Helper()
	chain, err := node.ReadChain(dir)
	if err != nil {
		t.Fatal(err)
	}
	r, err := node.Rebuild(t.Context(), node.Rebuilding{L1: b.l1, Chain: chain})
	if err != nil || r.Batch != 0 {
		t.Fatalf("%+v, %v", r, err)
	}
	if accounts, _, err := r.State.Count(); err != nil || accounts == 0 {
		t.Errorf("%d accounts, %v", accounts, err)
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
	other := *chain
	other.Genesis.Timestamp++
	if _, err := node.Rebuild(t.Context(), node.Rebuilding{L1: b.l1, Chain: &other}); err == nil || !strings.Contains(err.Error(), "batch 0: L1 has") {
		t.Errorf("another genesis: %v", err)
	}
	other = *chain
	other.Deployment.L1ChainID = 1
	if _, err := node.Rebuild(t.Context(), node.Rebuilding{L1: b.l1, Chain: &other}); !errors.Is(err, l1.ErrWrongChain) {
		t.Errorf("another L1: %v", err)
	}
}

func TestReadChainRefuses(t *testing.T) {
	base := genesis.Default(l2ChainID)
	base.L1ChainID = 31337
	base.L1AssetRouter[0] = 1
	good, err := base.Encode()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, genesis, deployment, want string }{
		{"no JSON", "genesis", "{}", "genesis.json"},
		{"empty", "", "{}", "genesis.json"},
		{"deployment is no JSON", string(good), "[", "deployment.json"},
		{"deployment of another chain", string(good), `{"chainId": 5, "l1ChainId": 31337}`, "genesis is of chain 271"},
		{"deployment on another L1", string(good), `{"chainId": 271, "l1ChainId": 1}`, "genesis is of chain 271"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			for name, text := range map[string]string{"genesis.json": c.genesis, "deployment.json": c.deployment} {
				if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if _, err := node.ReadChain(dir); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, want %s", err, c.want)
			}
		})
	}
	if _, err := node.ReadChain(filepath.Join(t.TempDir(), "none")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no directory: %v", err)
	}
}
