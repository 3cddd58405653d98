package e2e

import (
	"context"
	"log/slog"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/ashlar-labs/ashlar/chain/stream"
	l1node "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/node"
	"github.com/ashlar-labs/ashlar/rollup/record"
)

// settledByOthers lets the operator's time run out after a transaction that L1 does not get to know of: everybody of the operator is stopped, somebody else settles a withdrawal in priority mode, and the mode is
// ended. It returns the transaction.
func (x *exit) settledByOthers(stop func()) (forgotten common.Hash) {
	x.t.Helper()
	x.l1.hold()
	forgotten = x.user.transfer()
	x.promised(forgotten)
	x.inBatch(x.user)
	stop()
	x.l1.release()
	x.must(x.escape("key0", "withdraw", "--amount", "0.25")...)
	x.later()
	x.must(x.escape("key2", "activate")...)
	x.must(x.settleArgs("key2")...)
	x.must(x.escape(l1node.Deployer, "deactivate")...)
	return forgotten
}

// inBatch waits until a node has all of its blocks in batches.
func (x *exit) inBatch(u *user) {
	x.t.Helper()
	await(x.t, "a batch with the last block", func() bool {
		s := call[struct {
			Head   hexutil.Uint64
			Stages map[string]struct{ Block hexutil.Uint64 }
		}](x.t, u.Client.Client(), "ashlar_status")
		return s.Stages["sealed"].Block == s.Head
	})
}

// startsAgain waits until a node has gone back and caught up.
func (p *process) startsAgain() {
	p.t.Helper()
	p.says("starting again")
	at := strings.Index(p.log.String(), "starting again")
	await(p.t, "the node to go back and on", func() bool {
		p.mustRun()
		said := p.log.String()[at:]
		return strings.Contains(said, "blocks are taken back and kept in files") && strings.Contains(said, "caught up with the chain")
	})
}

// sameBlocks waits until another node has the blocks of the operator's node, and compares.
func (x *exit) sameBlocks(other *user) { (&chain{t: x.t, user: x.user}).same(other) }

// replica starts a replica of the operator's node.
func (x *exit) replica(dir string, more ...string) (*process, *user) {
	return startNode(x.t, append([]string{"node", "--replica-of", x.node.shows("JSON-RPC"), "--data-dir", dir, "--rpc", "127.0.0.1:0", "--ops-addr", "127.0.0.1:0"}, more...))
}

// Others settle while the operator is away: when it comes back, its blocks that L1 has forgotten are taken back, and replicas follow, without being made anew: one that asks L1 itself, one that does not, and one that
// begins afterwards.
func TestReplicasFollowBack(t *testing.T) {
	t.Parallel()
	x := startExit(t, "calldata")
	withL1 := []string{"--l1", x.l1.node.WSURL(), "--l1-finality", "0"}
	checking, checkingUser := x.replica(filepath.Join(t.TempDir(), "checking"), withL1...)
	believing, believingUser := x.replica(filepath.Join(t.TempDir(), "believing"))
	forgotten := x.settledByOthers(func() {
		x.sameBlocks(checkingUser)
		x.sameBlocks(believingUser)
		x.inBatch(checkingUser)
		x.inBatch(believingUser)
		x.node.kill()
	})
	before := must(checkingUser.TransactionReceipt(t.Context(), forgotten))(t).BlockHash
	checking.says("waiting for the block stream to go back")
	notReady(t, checking, "waiting for the chain to go back")
	x.startNode("0")
	x.node.says("published that the chain goes back")
	believing.says("without --l1 that is believed")
	checking.startsAgain()
	believing.startsAgain()
	x.promised(forgotten) // again, in another block
	x.promised(x.user.transfer())
	x.settled()
	late, lateUser := x.replica(filepath.Join(t.TempDir(), "late"), withL1...)
	late.startsAgain()
	for p, u := range map[*process]*user{checking: checkingUser, believing: believingUser, late: lateUser} {
		x.sameBlocks(u)
		if r := must(u.TransactionReceipt(t.Context(), forgotten))(t); r.BlockHash == before {
			t.Error("a transaction is in the block that was taken back")
		}
		p.mustRun()
	}
	executed(t, checkingUser, checking)
	executed(t, lateUser, late)
	x.node.kill() // and everything can be killed as ever
	x.startNode("0")
	if strings.Contains(x.node.log.String(), "published that the chain goes back") {
		t.Error("the chain goes back again")
	}
	x.promised(x.user.transfer())
	x.sameBlocks(checkingUser)
}

// The same with two sequencers over a NATS server outside, whose stream nobody may delete: whoever leads first takes the blocks back, the other one and a replica follow, and the other one can take over.
func TestSequencersReturn(t *testing.T) {
	t.Parallel()
	nats := outsideServer(t)
	x := startExit(t, "calldata")
	x.node.kill() // its stream is its own: the chain moves to the one outside
	outside := []string{"--l1-finality", "0", "--stream", nats.URL(), "--lease", leaseOfTests.String()}
	first := x.nodeArgs("data", outside...)
	second := x.nodeArgs("second", append(outside, "--standby")...)
	x.node, x.user = startNode(t, first)
	x.node.says("this node leads")
	standby, standbyUser := startNode(t, second)
	replica, replicaUser := x.replica(filepath.Join(t.TempDir(), "replica"), "--l1", x.l1.node.WSURL(), "--l1-finality", "0")
	forgotten := x.settledByOthers(func() {
		for _, u := range []*user{standbyUser, replicaUser} {
			x.sameBlocks(u)
			x.inBatch(u)
		}
		standby.kill()
		x.node.kill()
	})
	before := must(replicaUser.TransactionReceipt(t.Context(), forgotten))(t).BlockHash
	x.node, x.user = startNode(t, first)
	x.node.says("L1 has executed batches of others, which are taken now")
	x.node.says("published that the chain goes back")
	standby, standbyUser = startNode(t, second)
	for _, p := range []*process{replica, standby} {
		p.startsAgain()
	}
	x.promised(forgotten)
	x.promised(x.user.transfer())
	x.settled()
	for _, u := range []*user{standbyUser, replicaUser} {
		x.sameBlocks(u)
		if r := must(u.TransactionReceipt(t.Context(), forgotten))(t); r.BlockHash == before {
			t.Error("a transaction is in the block that was taken back")
		}
	}
	x.node.kill()
	standby.says("this node leads")
	x.node, x.user = standby, standbyUser
	x.promised(x.user.transfer())
	x.settled()
	x.sameBlocks(replicaUser)
	replica.mustRun()
}

// forgedStream is the URL of a NATS server with a stream of these records, in one term.
func forgedStream(t *testing.T, records []*record.Record) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	url := outsideServer(t).URL()
	s := must(stream.Open(ctx, stream.Config{Chain: records[0].Chain, URL: url, Create: true, Log: slog.New(slog.DiscardHandler)}))(t)
	defer s.Close()
	w := must(s.Lead(ctx, 0, 1, &record.Term{}))(t)
	for _, r := range records {
		if r.Term == nil {
			if err := w.Append(ctx, *r); err != nil {
				t.Fatal(err)
			}
		}
	}
	return url
}

// A rollback that nobody on L1 has caused: one below what L1 has executed, or one that is not of this chain, halts a replica; one that L1 may still cause is waited with. Nothing is taken back. Without L1, it is
// believed.
func TestForgedRollbacks(t *testing.T) {
	t.Parallel()
	c := startChain(t)
	c.work()
	c.settle()
	executed := c.batch(c.sealed())
	c.l1.hold()
	for range 3 {
		c.promise(c.user.transfer())
	}
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	records := c.records(ctx)
	head := must(c.user.BlockNumber(ctx))(t)
	if head < uint64(executed.LastBlock)+2 {
		t.Fatal("too few blocks that L1 has not executed")
	}
	// to is a rollback to a block with the hash and the batch that belong to it.
	to := func(number uint64) *record.Rollback {
		r := &record.Rollback{LastBlock: number, Hash: must(c.user.HeaderByNumber(ctx, bigNumber(number)))(t).Hash(), Reason: "forged"}
		for _, other := range records {
			if b := other.Batch; b != nil && b.LastBlock <= number {
				r.LastBatch = max(r.LastBatch, b.Number)
			}
		}
		return r
	}
	other := to(head - 1)
	other.Hash[0]++
	less := to(head - 1)
	less.LastBatch--
	for what, forged := range map[string]struct {
		to       *record.Rollback
		halts    string
		believed bool
	}{
		"below what L1 has executed": {to(uint64(executed.LastBlock) - 1), "L1 has executed a batch with these blocks", false},
		"to another block":           {other, node.ErrDisagree.Error(), false},
		"to another batch":           {less, node.ErrDisagree.Error(), false},
		"without a reason on L1":     {to(head - 1), "", false},
		"without a node of L1":       {to(head - 1), "", true},
	} {
		t.Run(strings.ReplaceAll(what, " ", "-"), func(t *testing.T) {
			url := forgedStream(t, append(slices.Clone(records), &record.Record{Rollback: forged.to}))
			dir := filepath.Join(t.TempDir(), "replica")
			args := c.replicaArgs(dir, "--stream", url)
			if forged.halts != "" {
				for range 2 { // it halts again
					if said := refusal(t, args); !strings.Contains(said, forged.halts) {
						t.Errorf("it does not say %q: %s", forged.halts, said)
					}
				}
				args = c.replicaArgs(dir) // with the true stream it goes on: it has lost nothing
			}
			if forged.believed {
				at := slices.Index(args, "--l1")
				args = slices.Delete(args, at, at+2)
			}
			p, u := startNode(t, args)
			switch {
			case forged.halts != "":
				(&chain{t: t, user: c.user}).same(u)
				if strings.Contains(p.log.String(), "taken back") {
					t.Error("blocks are taken back")
				}
			case forged.believed:
				p.says("without --l1 that is believed")
				p.says("blocks are taken back and kept in files")
			default:
				p.says("L1 does not (yet): waiting")
				notReady(t, p, "nothing is taken back before L1 says so")
				(&chain{t: t, user: c.user}).same(u)
			}
		})
	}
}
