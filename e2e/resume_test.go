package e2e

import (
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/ethereum/go-ethereum/common"
)

// tableNames are the rows of a devnet's table that must not change from one start to the next.
var tableNames = []string{"L2 chain id", "L1 chain id", "Bridgehub", "Chain", "L1AssetRouter", "L1NativeTokenVault", "L1Nullifier", "ValidatorTimelock", "Verifier", "test ERC-20 (L1)"}

// embedded starts a network with its own L1, and a chain of promises over it.
func embedded(t *testing.T, dir string, flags ...string) *chain {
	t.Helper()
	c := &chain{t: t, promises: promises{blocks: map[common.Hash]common.Hash{}, batches: map[uint64]batch{}}}
	c.args = devnetArgs(t, dir, append(flags, "--l1-block-time", "0")...)
	c.startEmbedded()
	return c
}

func (c *chain) startEmbedded() {
	c.t.Helper()
	c.start()
	c.l1 = &l1Chain{Client: newUser(c.t, c.process.shows("L1 JSON-RPC"), 0).Client, t: c.t}
}

// stop ends the process as Ctrl-C does.
func (c *chain) stop() {
	c.t.Helper()
	c.process.signal(syscall.SIGINT)
	if status := c.process.wait(); status != 0 {
		c.t.Fatalf("exit status %d after an interrupt", status)
	}
}

// Both layers are kept and go on: after an interrupt, and after a kill.
func TestResume(t *testing.T) {
	t.Parallel()
	c := embedded(t, filepath.Join(t.TempDir(), "data"))
	c.work()
	c.settle()
	before := c.process.out.String()
	for _, end := range []func(){c.stop, func() { c.process.kill() }} {
		head, balance := must(c.user.BlockNumber(t.Context()))(t), must(c.user.BalanceAt(t.Context(), c.user.address, nil))(t)
		end()
		c.startEmbedded()
		for _, name := range tableNames {
			if now := c.process.shows(name); !strings.Contains(before, now+"\n") {
				t.Errorf("%s is %s now, was something else:\n%s", name, now, before)
			}
		}
		if now := must(c.user.BlockNumber(t.Context()))(t); now != head {
			t.Errorf("head %d after a restart, was %d", now, head)
		}
		if now := must(c.user.BalanceAt(t.Context(), c.user.address, nil))(t); now.Cmp(balance) != 0 {
			t.Errorf("balance %v after a restart, was %v", now, balance)
		}
		c.checkKept()
		c.goOn()
	}
}

// A transaction that waits for its nonce waits across a restart.
func TestResumeKeepsQueuedTransactions(t *testing.T) {
	t.Parallel()
	c := embedded(t, filepath.Join(t.TempDir(), "data"))
	nonce := c.user.nonce()
	later := c.user.signTransfer(nonce + 1)
	if err := c.user.SendTransaction(t.Context(), later); err != nil {
		t.Fatal(err)
	}
	c.process.kill()
	c.startEmbedded()
	c.promise(c.user.transfer())
	c.promise(later.Hash())
}

// refusal starts a process that has to end by itself and returns what it says.
func refusal(t *testing.T, args []string) string {
	t.Helper()
	p := ashlar(t, args...)
	if status := p.wait(); status != 1 {
		t.Errorf("exit status %d, want 1", status)
	}
	_, said, _ := strings.Cut(p.log.String(), "ashlar: ")
	return said
}

func TestDataDirectoryIsRefused(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "data")
	c := embedded(t, dir)
	expect := func(what, said string, words ...string) {
		for _, w := range words {
			if !strings.Contains(said, w) {
				t.Errorf("%s: %q does not say %q", what, said, w)
			}
		}
		if strings.Count(said, "\n") != 1 {
			t.Errorf("%s: more than a line: %q", what, said)
		}
	}
	expect("a second process", refusal(t, c.args), dir, "process", "has it open", "--data-dir")
	c.stop()
	expect("another chain id", refusal(t, slices.Concat(c.args, []string{"--chain-id", "272"})), dir, "chain 271", "272", "use another")
	expect("another scheme", refusal(t, slices.Concat(c.args, []string{"--da", "calldata"})), dir, "with blobs, not", "with calldata", "use another")
	expect("another L1", refusal(t, slices.Concat(c.args, []string{"--l1", startL1(t).node.WSURL()})), dir, "another L1", "use that L1, or another directory")
	c.startEmbedded() // nothing of this has done harm
	c.promise(c.user.transfer())
}
