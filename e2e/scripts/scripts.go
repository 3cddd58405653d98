// Package scripts runs test scripts of Node.js against a development network: for the tests with published SDKs and tools.
//
// In: a folder with a package-lock.json and scripts named NAME.test.mjs. Out: a failed test for every script that fails, with what it printed and what the network logged.
package scripts

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/ashlar-labs/ashlar/chain/rpc"
	"github.com/ashlar-labs/ashlar/devnet"
	l1node "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/guest/image"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

const limit = 20 * time.Minute // of one script, which may wait for several batches on a busy machine

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

// Network is a development network whose log is kept.
type Network struct {
	*devnet.Devnet
	log *logged
}

// Start runs a network that closes batches after age, until the test ends. The development accounts have ETH on L2.
func Start(t *testing.T, age time.Duration) *Network {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	log := &logged{}
	cfg := devnet.DefaultConfig()
	cfg.BatchAge, cfg.RPC = age, patient(cfg.RPC)
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
	if err := net.FundAccounts(t.Context()); err != nil {
		t.Fatal(err)
	}
	return &Network{net, log}
}

// patient is cfg with limits of time that are reached by a fault only, however slow the machine is.
func patient(cfg rpc.Config) rpc.Config {
	for _, d := range []*time.Duration{
		&cfg.CallTimeout, &cfg.LogTimeout, &cfg.TraceTimeout, &cfg.TraceMax, &cfg.RequestTimeout, &cfg.HeaderTimeout, &cfg.BodyTimeout, &cfg.QueueTimeout, &cfg.IdleTimeout, &cfg.WriteTimeout,
		&cfg.SyncTimeout, &cfg.SyncMax, &cfg.FilterTimeout,
	} {
		*d = limit
	}
	return cfg
}

// beat sends a transaction every second until ctx ends, so that blocks go on: the libraries look for receipts when they see a new block, some look past one that comes while they do so, and without
// transactions there would be no further one. Its account is none of those that the scripts have.
func (n *Network) beat(ctx context.Context) error {
	account := l1node.Accounts()[6]
	client, err := ethclient.DialContext(ctx, n.Node.HTTPEndpoint())
	if err != nil {
		return err
	}
	defer client.Close()
	id, err := client.ChainID(ctx)
	if err != nil {
		return err
	}
	gwei := big.NewInt(1e9)
	for ctx.Err() == nil {
		nonce, err := client.PendingNonceAt(ctx, account.Address)
		if err != nil {
			return err
		}
		tx, err := types.SignNewTx(account.Key, types.LatestSignerForChainID(id), &types.DynamicFeeTx{
			ChainID: id, Nonce: nonce, GasTipCap: big.NewInt(1), GasFeeCap: gwei, Gas: 200_000, To: &account.Address,
		})
		if err != nil {
			return err
		}
		if err := client.SendTransaction(ctx, tx); err != nil {
			return err
		}
		select {
		case <-time.After(time.Second):
		case <-ctx.Done():
		}
	}
	return nil
}

// Run runs the scripts NAME.test.mjs of the test's folder at the same time, with env beside this process's environment. Blocks go on meanwhile.
func (n *Network) Run(t *testing.T, node string, env []string, names ...string) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	beating := make(chan error, 1)
	go func() { beating <- n.beat(ctx) }()
	t.Run("scripts", func(t *testing.T) {
		for _, name := range names {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				ctx, cancel := context.WithTimeout(context.Background(), limit)
				defer cancel()
				cmd := exec.CommandContext(ctx, node, "--test", name+".test.mjs")
				cmd.Env, cmd.WaitDelay = append(os.Environ(), env...), time.Second
				out, err := cmd.CombinedOutput()
				t.Logf("%s", out)
				if err != nil {
					t.Error(err)
				}
			})
		}
	})
	cancel()
	if err := <-beating; err != nil && !errors.Is(err, context.Canceled) {
		t.Error("transactions that keep blocks coming:", err)
	}
	if t.Failed() {
		t.Logf("the network's log:\n%s", n.log.String())
	}
}

// Node is the path of Node.js; without it, and in short mode, the test is skipped.
func Node(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("the scripts work for minutes: not in short mode")
	}
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed: the scripts do not run")
	}
	return node
}

// Install brings the packages of a folder, exactly those of its package-lock.json, unless the package sign is there. With bin, npm runs on the Node.js of that folder.
func Install(t *testing.T, folder, sign, bin string) {
	t.Helper()
	if _, err := os.Stat(filepath.Join(folder, "node_modules", sign)); err == nil {
		return
	}
	npm, err := exec.LookPath("npm")
	if err != nil {
		t.Skip("npm is not installed: the scripts do not run")
	}
	cmd := exec.Command(npm, "ci", "--no-audit", "--no-fund")
	cmd.Dir, cmd.Env = folder, append(os.Environ(), "PATH="+strings.TrimPrefix(bin+string(os.PathListSeparator), string(os.PathListSeparator))+os.Getenv("PATH"))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("npm ci in %s: %v\n%s", folder, err, out)
	}
}
