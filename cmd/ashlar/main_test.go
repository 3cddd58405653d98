package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"reflect"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/rogpeppe/go-internal/testscript"

	"github.com/ashlar-labs/ashlar/chain/genesis"
	"github.com/ashlar-labs/ashlar/contracts/deploy"
	"github.com/ashlar-labs/ashlar/devnet"
	l1node "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/devnet/l1/l1test"
	"github.com/ashlar-labs/ashlar/guest/image"
	"github.com/ashlar-labs/ashlar/node"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// TestMain makes the test binary the program itself when a script calls it.
func TestMain(m *testing.M) { testscript.Main(m, map[string]func(){"ashlar": main}) }

// TestWords runs the scripts that need no network: each checks standard output, standard error and exit status of a command.
func TestWords(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: filepath.Join("testdata", "script"), Setup: keys, Cmds: statuses})
}

// TestChains runs the scripts that work on a development network of the test.
func TestChains(t *testing.T) {
	bench := startBench(t)
	testscript.Run(t, testscript.Params{Dir: filepath.Join("testdata", "chain"), Cmds: statuses, Setup: func(env *testscript.Env) error {
		env.Setenv("L1", bench.net.L1URL())
		env.Setenv("L2", bench.net.Node.HTTPEndpoint())
		env.Setenv("OPS", bench.net.Node.OpsEndpoint())
		env.Setenv("EMPTYL1", bench.empty.HTTPURL())
		env.Setenv("CHAINDIR", bench.dir)
		env.Setenv("GUEST", bench.guest)
		env.Setenv("TOKEN", bench.net.Deployment.TestToken.Hex())
		return keys(env)
	}})
}

// statuses adds "status N COMMAND...": the command has to end with this exit status.
var statuses = map[string]func(ts *testscript.TestScript, neg bool, args []string){
	"digests": digests,
	"status": func(ts *testscript.TestScript, neg bool, args []string) {
		if neg || len(args) < 2 {
			ts.Fatalf("usage: status N command args...")
		}
		got := "0"
		if err := ts.Exec(args[1], args[2:]...); err != nil {
			got = err.Error()[len("exit status "):]
		}
		if got != args[0] {
			ts.Fatalf("exit status %s, want %s", got, args[0])
		}
	},
}

// keys writes the keys of development accounts and small programs into a script's folder.
func keys(env *testscript.Env) error {
	for i, a := range l1node.Accounts()[:4] {
		name := fmt.Sprintf("key%d", i)
		if err := os.WriteFile(filepath.Join(env.WorkDir, name), []byte(hexutil.Encode(crypto.FromECDSA(a.Key))+"\n"), 0o600); err != nil {
			return err
		}
		env.Setenv("ADDRESS"+fmt.Sprint(i), a.Address.Hex())
	}
	return images(env)
}

// bench is a running network, an L1 without contracts, and the batch program as a file.
type bench struct {
	net        *devnet.Devnet
	empty      *l1node.L1
	dir, guest string
}

// builtGuest builds the batch program, once.
var builtGuest = sync.OnceValues(func() (*image.Guest, error) {
	return image.Build(context.Background(), image.Options{Package: batchGuest})
})

func startBench(t *testing.T) *bench {
	t.Helper()
	g, err := builtGuest()
	if err != nil {
		t.Fatal(err)
	}
	b := &bench{dir: t.TempDir(), guest: filepath.Join(t.TempDir(), "guest.img")}
	if err := image.WriteFile(b.guest, g.Image); err != nil {
		t.Fatal(err)
	}
	b.empty = l1test.Start(t, 0)
	ctx, cancel := context.WithCancel(t.Context())
	cfg := devnet.DefaultConfig()
	cfg.DataDir, cfg.BatchAge, cfg.L1Period, cfg.Log = b.dir, 500*time.Millisecond, 0, slog.New(slog.DiscardHandler)
	cfg.Guest = func(context.Context) (*rv64.Program, error) { return g.Load() }
	if b.net, err = devnet.Start(ctx, cfg); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- b.net.Run(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err := errors.Join(<-done, b.net.Close()); err != nil {
			t.Error(err)
		}
	})
	ready := func() bool {
		r, err := http.Get(b.net.Node.OpsEndpoint() + "/readyz")
		if err != nil {
			t.Fatal(err)
		}
		return r.Body.Close() == nil && r.StatusCode == http.StatusOK
	}
	for deadline := time.Now().Add(3 * time.Minute); !ready(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("the node does not get ready")
		}
	}
	return b
}

// stopAfter ends a context when a number of lines has been written.
type stopAfter struct {
	lines int
	stop  context.CancelFunc
}

func (w *stopAfter) Write(p []byte) (int, error) {
	if w.lines--; w.lines == 0 {
		w.stop()
	}
	return len(p), nil
}

// TestDeployGoesOn interrupts deployments at several places; the same command, run again, ends with the addresses of one that was left alone.
func TestDeployGoesOn(t *testing.T) {
	l := l1test.Start(t, 0)
	dir := t.TempDir()
	keyFile := filepath.Join(dir, "key")
	deployer := l1node.Operators()[l1node.Deployer]
	if err := os.WriteFile(keyFile, []byte(hexutil.Encode(crypto.FromECDSA(deployer.Key))), 0o600); err != nil {
		t.Fatal(err)
	}
	args := []string{"deploy", "--l1", l.HTTPURL(), "--key-file", keyFile, "--chain-dir", filepath.Join(dir, "chain"), "--da", "calldata"}
	attempt := func(stopAt int) int {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		root := newRoot()
		root.SetOut(io.Discard)
		root.SetErr(&stopAfter{stopAt, cancel})
		return run(ctx, root, args)
	}
	if got := attempt(1); got != 1 {
		t.Errorf("stopped at the first step: exit status %d, want 1", got)
	}
	if _, err := node.ReadChain(filepath.Join(dir, "chain")); err == nil {
		t.Error("a deployment that was stopped looks complete")
	}
	if got := attempt(-1); got != 0 {
		t.Fatalf("run again: exit status %d", got)
	}
	first, err := node.ReadChain(filepath.Join(dir, "chain"))
	if err != nil {
		t.Fatal(err)
	}
	cfg := deploy.DefaultConfig(l.ChainID(), genesis.Default(271).Chain, rollup.DACalldata, deployer.Address, deploy.Operators{
		Committer: deployer.Address, Prover: deployer.Address, Executor: deployer.Address, Reverter: deployer.Address,
	})
	predicted, err := deploy.Predict(&cfg)
	if err != nil || predicted.Bridgehub != first.Deployment.Bridgehub || predicted.AssetRouter != first.Deployment.AssetRouter {
		t.Errorf("predicted %+v (%v), deployed %+v", predicted, err, first.Deployment)
	}
	if got := attempt(-1); got != 0 {
		t.Errorf("a third time: exit status %d", got)
	}
	again, err := node.ReadChain(filepath.Join(dir, "chain"))
	if err != nil || again.Deployment != first.Deployment || !reflect.DeepEqual(again.Genesis, first.Genesis) {
		t.Errorf("changed from %+v to %+v, %v", first, again, err)
	}
}
