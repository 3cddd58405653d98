package e2e

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/settlement/rejoin"
)

// sequencerArgs are the flags of the chain's main node with this data directory.
func (c *chain) sequencerArgs(dir, chainDir string, more ...string) []string {
	c.t.Helper()
	return slices.Concat([]string{
		"node", "--data-dir", dir, "--chain-dir", chainDir, "--rpc", "127.0.0.1:0", "--ops-addr", "127.0.0.1:0", "--l1", c.l1.node.WSURL(), "--l1-finality", "0", "--batch-age", "1s",
		"--guest-image", must(guestFile())(c.t),
	}, keyArgs(c.t), more)
}

// The operator is gone: a replica of it, which has the blocks and not the last batches, is promoted and goes on with the chain, another one follows it, and the old one, started again, refuses to be a sequencer, has lost nothing, and follows. Then the promoted one is
// gone, too: a backup of a replica becomes a replica, and the operator's node.
func TestPromote(t *testing.T) {
	t.Parallel()
	c := startChain(t, "--da", "calldata", "--rpc", freeAddress(t))
	c.reverts = true // the operator may be killed between a batch and its transaction
	c.work()
	c.settle()
	at := t.TempDir()
	dir, other := filepath.Join(at, "promoted"), filepath.Join(at, "other")
	p, replica := startNode(t, c.replicaArgs(dir))
	q, follower := startNode(t, c.replicaArgs(other))
	for range 5 {
		c.promise(c.user.transfer())
	}
	c.same(replica)
	c.same(follower)
	p.kill()
	promote := c.sequencerArgs(dir, dir, "--promote")
	if said := refusal(t, promote); !strings.Contains(said, "a replica is promoted only when the node that it follows is gone") {
		t.Errorf("with an origin that answers, it says %q", said)
	}
	c.settle() // batches that the promoted one never heard of, of blocks that it has
	old := c.process
	old.kill()
	if said := refusal(t, c.sequencerArgs(dir, dir)); !strings.Contains(said, "--promote") {
		t.Errorf("without --promote it says %q", said)
	}
	c.takenOver(startNode(t, promote))

	q.kill()
	q, follower = startNode(t, c.replicaArgs(other))
	c.promise(c.user.transfer())
	c.same(follower)
	c.settle()
	executed(t, follower, q)
	c.as(follower, c.checkKept)

	if said := refusal(t, c.args); !strings.Contains(said, rejoin.ErrForeign.Error()) && !strings.Contains(said, rejoin.ErrOvertaken.Error()) {
		t.Errorf("the old one says %q", said)
	}
	back, backUser := startNode(t, c.replicaArgs(c.dataDir()))
	c.same(backUser)
	c.as(backUser, func() {
		c.checkKept()
		c.promise(c.user.transfer())
	})
	back.mustRun()
	back.kill()

	saved, third := filepath.Join(at, "saved"), filepath.Join(at, "third")
	busy := func() { c.promise(c.user.transfer()) }
	runs(t, busy, "backup", "--ops", q.shows("operators"), "--to", saved)
	runs(t, busy, "restore", "--from", saved, "--replica-of", c.endpoint(), "--data-dir", third)
	r, third1 := startNode(t, c.replicaArgs(third))
	c.same(third1)
	c.settle()
	executed(t, third1, r)
	c.as(third1, c.checkKept)

	c.same(follower)
	runs(t, func() {}, "backup", "--data-dir", other, "--to", saved+"2") // of a replica that runs
	q.kill()
	chainDir := c.dataDir()
	c.process.kill()
	fourth := filepath.Join(at, "fourth")
	runs(t, func() {}, "restore", "--from", saved+"2", "--chain-dir", chainDir, "--data-dir", fourth)
	c.takenOver(startNode(t, c.sequencerArgs(fourth, chainDir)))
	r.mustRun()
}
