package e2e

import (
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"

	l1node "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/internal/freeport"
)

func bigNumber(n uint64) *big.Int { return new(big.Int).SetUint64(n) }

// freeAddress is an address that nobody listens on now, for a process that is started again at the same place.
func freeAddress(t *testing.T) string {
	t.Helper()
	return must(freeport.Address())(t)
}

// keyArgs are the operator's keys as flags.
func keyArgs(t *testing.T) (args []string) {
	t.Helper()
	dir := t.TempDir()
	for flag, name := range map[string]string{"--commit-key-file": l1node.Committer, "--prove-key-file": l1node.Prover, "--execute-key-file": l1node.Executor} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(hexutil.Encode(crypto.FromECDSA(l1node.Operators()[name].Key))), 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, flag, path)
	}
	return append(args, "--fee-recipient", l1node.Operators()[l1node.Faucet].Address.Hex())
}

// withStandby is a chain over a NATS server of the test, and a standby that follows it.
func withStandby(t *testing.T) (c *chain, p *process, standby *user) {
	t.Helper()
	c, p, standby, _ = overNATS(t, outsideServer(t))
	return c, p, standby
}

// overNATS is withStandby over this server. It returns the standby's flags, too.
func overNATS(t *testing.T, nats *outside) (c *chain, p *process, standby *user, args []string) {
	t.Helper()
	url := nats.URL()
	c = startChain(t, "--stream", url, "--lease", leaseOfTests.String(), "--rpc", freeAddress(t))
	c.work()
	dir := filepath.Join(t.TempDir(), "standby")
	c.others = []string{dir}
	args = slices.Concat([]string{
		"node", "--standby", "--stream", url, "--lease", leaseOfTests.String(), "--chain-dir", c.args[slices.Index(c.args, "--data-dir")+1], "--data-dir", dir, "--rpc", "127.0.0.1:0", "--ops-addr", "127.0.0.1:0",
		"--l1", c.l1.node.WSURL(), "--l1-finality", "0", "--batch-age", "1s", "--guest-image", must(guestFile())(t),
	}, keyArgs(t))
	p, standby = startNode(t, args)
	p.says("caught up with the chain")
	c.same(standby)
	c.as(standby, func() { c.promise(c.user.transfer()) }) // sent on to the leader
	return c, p, standby, args
}

// takenOver looks at the chain through the node that leads now, and checks that nothing is lost and everything goes on.
func (c *chain) takenOver(p *process, u *user) {
	c.t.Helper()
	p.says("this node leads")
	c.process, c.user = p, u
	// It may have led before, when the leader was silent for too long, and not lead yet now.
	var hash common.Hash
	await(c.t, "a leader that takes a transaction", func() bool {
		p.mustRun()
		tx := u.signTransfer(u.nonce())
		hash = tx.Hash()
		return u.SendTransaction(c.t.Context(), tx) == nil
	})
	c.promise(hash)
	c.checkKept()
	c.goOn()
}

// The leader is killed: the standby takes over, with every transaction that had a receipt; the one that was killed comes back as a standby.
func TestStandbyTakesOver(t *testing.T) {
	t.Parallel()
	c, p, standby := withStandby(t)
	old, args := c.process, c.args
	for range 20 { // no time for batches
		c.promise(c.user.transfer())
	}
	old.kill()
	c.takenOver(p, standby)

	back := ashlar(t, args...)
	back.says("caught up with the chain")
	c.same(newUser(t, "http://"+args[slices.Index(args, "--rpc")+1], 0))
	c.promise(c.user.transfer())
	back.mustRun()
	p.mustRun()
}

// The leader is stopped for longer than the lease and wakes up: it is deposed, extends nothing, and follows.
func TestSleeperIsDeposed(t *testing.T) {
	t.Parallel()
	c, p, standby := withStandby(t)
	sleeper, through := c.process, c.user
	for range 5 {
		c.promise(c.user.transfer())
	}
	sleeper.signal(syscall.SIGSTOP)
	c.takenOver(p, standby)
	sleeper.signal(syscall.SIGCONT)
	sleeper.says("deposed")
	c.same(through)
	hash := through.transfer() // through the one that slept
	c.promise(hash)
	c.same(through)
	sleeper.mustRun()
}
