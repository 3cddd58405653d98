package sdk

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/exec"
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

const limit = 10 * time.Minute // of one script; it waits for several batches

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

// network starts a development network with short batches.
func network(t *testing.T, log io.Writer) *devnet.Devnet {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	cfg := devnet.DefaultConfig()
	cfg.BatchAge = 2 * time.Second
	cfg.Log = slog.New(slog.NewTextHandler(log, &slog.HandlerOptions{Level: slog.LevelInfo}))
	cfg.Guest = func(ctx context.Context) (*rv64.Program, error) {
		g, err := image.Build(ctx, image.Options{Package: "github.com/ashlar-labs/ashlar/guest/stf"})
		if err != nil {
			return nil, err
		}
		return rv64.Load(g.Image, g.Symbols)
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
	return net
}

// install brings the packages, exactly those of package-lock.json, unless they are there.
func install(t *testing.T) {
	t.Helper()
	if _, err := os.Stat("node_modules/viem"); err == nil {
		return
	}
	npm, err := exec.LookPath("npm")
	if err != nil {
		t.Skip("npm is not installed: the SDKs are not tested")
	}
	if out, err := exec.Command(npm, "ci").CombinedOutput(); err != nil {
		t.Fatalf("npm ci: %v\n%s", err, out)
	}
}

func TestSDKs(t *testing.T) {
	if testing.Short() {
		t.Skip("bridging takes minutes: not in short mode")
	}
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed: the SDKs are not tested")
	}
	install(t)
	var log logged
	net := network(t, &log)
	accounts := l1node.Accounts()
	key := func(i int) string { return fmt.Sprintf("%#x", crypto.FromECDSA(accounts[i].Key)) }
	env := append(os.Environ(), "ASHLAR_L1_URL="+net.L1URL(), "ASHLAR_L2_URL="+net.Node.HTTPEndpoint(),
		"ASHLAR_KEY="+key(7), "ASHLAR_KEY_VIEM="+key(8), "ASHLAR_KEY_ETHERS="+key(9))
	t.Run("scripts", func(t *testing.T) {
		for _, script := range []string{"read.test.mjs", "viem.test.mjs", "zksync-ethers.test.mjs"} {
			t.Run(strings.TrimSuffix(script, ".test.mjs"), func(t *testing.T) {
				t.Parallel()
				ctx, cancel := context.WithTimeout(context.Background(), limit)
				defer cancel()
				cmd := exec.CommandContext(ctx, node, "--test", script)
				cmd.Env = env
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
