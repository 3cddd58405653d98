package e2e

import (
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/core/types"

	l1node "github.com/ashlar-labs/ashlar/devnet/l1"
)

// killAt works on a settled chain over a held L1, goes to a point of the settlement, kills the process there, starts it again and checks that nothing is lost and nothing
// happened twice: before L1 moves on, after everything is settled, and after some more work.
func killAt(t *testing.T, point func(c *chain)) {
	t.Parallel()
	c := startChain(t)
	c.l1.hold()
	c.work()
	point(c)
	c.process.kill()

	c.start()
	c.checkKept()
	c.l1.release()
	c.goOn()
}

// goOn checks a chain that was started again: it settles, works and settles again.
func (c *chain) goOn() {
	c.t.Helper()
	c.settle()
	c.invariants()
	c.work()
	c.settle()
	c.finalize()
	c.invariants()
}

// sent goes to where an operator's transaction is in L1's pool, and L1 is held.
func (c *chain) sent(operator string) {
	c.t.Helper()
	c.l1.inPool(c.process, operator)
	c.noteBatches()
}

// mined goes to where an operator's transaction is in an L1 block; the node sees it sooner or later.
func (c *chain) mined(operator string) {
	c.t.Helper()
	c.sent(operator)
	c.sealWith(operator)
}

// minedUnseen is mined for a node that will never see it: it stands still until it is killed.
func (c *chain) minedUnseen(operator string) {
	c.t.Helper()
	c.sent(operator)
	c.process.pause()
	c.sealWith(operator)
}

// sealWith makes the block and checks that it has what the test is about. Another stage may have sent what comes next: what users did fills one batch or two.
func (c *chain) sealWith(operator string) {
	c.t.Helper()
	txs := c.l1.seal().Transactions()
	signer := types.LatestSignerForChainID(must(c.l1.ChainID(c.t.Context()))(c.t))
	if !slices.ContainsFunc(txs, func(tx *types.Transaction) bool {
		return must(types.Sender(signer, tx))(c.t) == l1node.Operators()[operator].Address
	}) {
		c.t.Fatalf("%d transactions in the block, and none of the %s", len(txs), operator)
	}
}

func TestKillAfterSealing(t *testing.T) { killAt(t, func(c *chain) { c.logged("batch sealed") }) }

func TestKillBeforeCommitIsSent(t *testing.T) {
	killAt(t, func(c *chain) { c.logged("L1 transaction intended") })
}

// logged makes one more transaction and goes to where the node logs what follows from it.
func (c *chain) logged(what string) {
	c.t.Helper()
	c.process.mark()
	c.promise(c.user.transfer())
	c.process.says(what)
}

func TestKillCommitSent(t *testing.T) { killAt(t, func(c *chain) { c.sent(l1node.Committer) }) }

func TestKillCommitMined(t *testing.T) {
	killAt(t, func(c *chain) { c.minedUnseen(l1node.Committer) })
}

func TestKillProveSent(t *testing.T) {
	killAt(t, func(c *chain) {
		c.mined(l1node.Committer)
		c.sent(l1node.Prover)
	})
}

func TestKillProveMined(t *testing.T) {
	killAt(t, func(c *chain) {
		c.mined(l1node.Committer)
		c.minedUnseen(l1node.Prover)
	})
}

func TestKillExecuteSent(t *testing.T) {
	killAt(t, func(c *chain) {
		c.mined(l1node.Committer)
		c.mined(l1node.Prover)
		c.sent(l1node.Executor)
	})
}

func TestKillExecuteMined(t *testing.T) {
	killAt(t, func(c *chain) {
		c.mined(l1node.Committer)
		c.mined(l1node.Prover)
		c.minedUnseen(l1node.Executor)
	})
}

// The deployer's transactions are in the pool at each kill, and every other time L1 makes a block before the next start.
func TestKillDuringDeployment(t *testing.T) {
	t.Parallel()
	c := prepareChain(t, "--da", "calldata")
	c.l1.hold()
	for i := range 7 {
		c.process = ashlar(t, c.args...)
		c.l1.inPool(c.process, l1node.Deployer)
		c.process.kill()
		if i%2 == 0 {
			c.l1.seal()
		}
	}
	c.l1.release()
	c.start()
	c.goOn()
}

func TestKillAnywhere(t *testing.T) {
	t.Parallel()
	startChain(t, "--da", "calldata").killAnywhere(1, (*chain).start)
}

// The process is killed together with its L1.
func TestKillAnywhereWithL1(t *testing.T) {
	t.Parallel()
	embedded(t, filepath.Join(t.TempDir(), "data"), "--da", "calldata").killAnywhere(2, (*chain).startEmbedded)
}

// killAnywhere kills the process wherever its log happens to be; the seed makes a failure repeatable, as far as two processes are.
func (c *chain) killAnywhere(seed uint64, start func(*chain)) {
	c.t.Helper()
	random := rand.New(rand.NewPCG(seed, 0))
	for range 6 {
		c.process.mark()
		for range 4 {
			c.promise(c.user.transfer())
		}
		c.process.saysLines(1 + random.IntN(12))
		c.noteBatches()
		c.process.kill()
		start(c)
		c.checkKept()
	}
	c.goOn()
}
