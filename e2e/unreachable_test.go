package e2e

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/chain/stream"
	"github.com/ashlar-labs/ashlar/node"
	"github.com/ashlar-labs/ashlar/node/ops"
	"github.com/ashlar-labs/ashlar/rollup/record"
)

// notReady waits until a node says that it is not, for a reason with these words.
func notReady(t *testing.T, p *process, words string) {
	t.Helper()
	await(t, "the node to say: "+words, func() bool {
		p.mustRun()
		return slices.ContainsFunc(statusOf(t, p).Checks, func(c ops.CheckResult) bool { return c.Name == "origin" && strings.Contains(c.Error, words) })
	})
}

// A replica whose origin is not there when it starts serves what it has, says that it is not ready and why, and goes on when the origin comes back, even with its stream at another port. Only the first start
// needs the origin.
func TestReplicaWithoutOrigin(t *testing.T) {
	t.Parallel()
	c := startChain(t, "--rpc", freeAddress(t))
	c.work()
	c.settle()
	args := c.replicaArgs(filepath.Join(t.TempDir(), "replica"))
	p, replica := startNode(t, args)
	p.says("caught up with the chain")
	c.same(replica)
	executed(t, replica, p)
	stream := call[node.Origin](t, c.user.Client.Client(), "ashlar_chain").Stream
	p.kill()
	c.process.kill()
	// Somebody has the stream's port before the sequencer is back, so that the stream has to be elsewhere.
	if taken, err := net.Listen("tcp", strings.TrimPrefix(stream, "nats://")); err == nil {
		defer taken.Close()
	} else if !errors.Is(err, syscall.EADDRINUSE) { // by another process: as good
		t.Fatal(err)
	}

	if said := refusal(t, c.replicaArgs(filepath.Join(t.TempDir(), "new"))); !strings.Contains(said, "for the first time") {
		t.Errorf("the first start without an origin says %q", said)
	}
	p, replica = startNode(t, args)
	p.says("the origin does not answer")
	c.as(replica, c.checkKept)
	notReady(t, p, "cannot be reached")
	if err := replica.SendTransaction(t.Context(), replica.signTransfer(replica.nonce())); err == nil {
		t.Error("a transaction was accepted, and nobody is there to include it")
	}
	c.start()
	if now := call[node.Origin](t, c.user.Client.Client(), "ashlar_chain").Stream; now == stream {
		t.Fatalf("the stream is at %s again", now)
	}
	p.says("the block stream is elsewhere now")
	await(t, "the replica to be ready", func() bool {
		p.mustRun()
		return ready(statusOf(t, p), "origin")
	})
	c.as(replica, func() { c.promise(c.user.transfer()) })
	c.same(replica)
	if log := p.log.String(); strings.Count(log, "waiting for it") > 6 { // at the start, when the other listener cut the connection, and when a server was too busy to answer
		t.Error("the log says again and again that the stream does not answer")
	}
}

// Sequencers whose NATS server is not there when they start serve reads, say why they are not ready, make no block, and go on by themselves when it is there.
func TestSequencersWithoutStream(t *testing.T) {
	t.Parallel()
	nats := outsideServer(t)
	c, p, standby, args := overNATS(t, nats)
	for range 5 {
		c.promise(c.user.transfer())
	}
	c.same(standby)
	head := must(c.user.BlockNumber(t.Context()))(t)
	p.kill()
	c.process.kill()
	nats.stop()

	var nodes []*process
	var users []*user
	for _, dir := range []string{c.dataDir(), c.others[0]} {
		args := slices.Clone(args)
		args[slices.Index(args, "--data-dir")+1] = dir
		if dir == c.dataDir() {
			args = slices.DeleteFunc(args, func(a string) bool { return a == "--standby" })
		}
		p, u := startNode(t, args)
		nodes, users = append(nodes, p), append(users, u)
	}
	for i, p := range nodes {
		p.says("the block stream does not answer; waiting for it")
		c.as(users[i], c.checkKept)
		notReady(t, p, "cannot be reached")
		if err := users[i].SendTransaction(t.Context(), users[i].signTransfer(users[i].nonce())); err == nil || !strings.Contains(err.Error(), "no sequencer leads") {
			t.Errorf("a transaction is answered with %v", err)
		}
		if now := must(users[i].BlockNumber(t.Context()))(t); now != head {
			t.Errorf("block %d is the head, was %d", now, head)
		}
		if strings.Contains(p.log.String(), "this node leads") {
			t.Error("a node leads without a stream")
		}
	}
	nats.start()
	await(t, "one of the two to lead", func() bool {
		for i, p := range nodes {
			p.mustRun()
			if strings.Contains(p.log.String(), "this node leads") {
				c.process, c.user = p, users[i]
				return true
			}
		}
		return false
	})
	c.checkKept()
	c.goOn()
	for i, p := range nodes {
		c.same(users[i])
		await(t, "both to be ready", func() bool {
			p.mustRun()
			return ready(statusOf(t, p), "origin")
		})
	}
}

// NATS restarts again and again while users send: nobody loses a receipt, and nobody extends the chain beside the leader.
func TestNATSRestarts(t *testing.T) {
	t.Parallel()
	nats := outsideServer(t)
	c, p, standby, _ := overNATS(t, nats)
	r, replica := startNode(t, c.replicaArgs(filepath.Join(t.TempDir(), "replica")))
	r.says("caught up with the chain")
	rounds := 5
	if testing.Short() {
		rounds = 2
	}
	ctx, stop := context.WithCancel(t.Context())
	promised := make(chan promises, 1)
	go func() { promised <- keepSending(ctx, newUser(t, c.process.shows("L2 JSON-RPC"), 4)) }()
	sequencers := []*process{c.process, p} // any of the two may lead after a restart
	for range rounds {
		c.insist(c.user.signTransfer(c.user.nonce()))
		for _, s := range sequencers {
			s.mark()
		}
		nats.stop()
		tx := c.user.signTransfer(c.user.nonce())
		_ = c.user.SendTransaction(t.Context(), tx) // into the leader's pool: its block waits
		await(t, "the leader to wait", func() bool {
			return slices.ContainsFunc(sequencers, func(s *process) bool {
				s.mustRun()
				return strings.Contains(s.log.String()[s.marked:], "blocks wait")
			})
		})
		c.checkKept()
		nats.start()
		c.insist(tx)
	}
	stop()
	sent := <-promised
	if len(sent.blocks) == 0 {
		t.Error("nothing was sent meanwhile")
	}
	for tx, block := range sent.blocks {
		c.blocks[tx] = block
	}
	c.checkKept()
	c.work()
	c.same(standby)
	c.same(replica)
	for _, u := range []*user{standby, replica} {
		c.as(u, c.checkKept)
	}
	c.goOn()
	c.oneChain(nats.URL())
	p.mustRun()
	r.mustRun()
}

// keepSending sends transfers one after the other until ctx ends, and returns those that had a receipt. What is refused is sent again.
func keepSending(ctx context.Context, u *user) promises {
	out := promises{blocks: map[common.Hash]common.Hash{}}
	for nonce := u.nonce(); ctx.Err() == nil; {
		tx := u.signTransfer(nonce)
		for look := 0; ctx.Err() == nil; look++ {
			if look%100 == 0 {
				_ = u.SendTransaction(ctx, tx)
			}
			if r, err := u.TransactionReceipt(ctx, tx.Hash()); err == nil && r.Status == types.ReceiptStatusSuccessful {
				out.blocks[tx.Hash()] = r.BlockHash
				nonce++
				break
			}
			select {
			case <-time.After(5 * time.Millisecond):
			case <-ctx.Done():
			}
		}
	}
	return out
}

// insist sends a transaction again and again until it has a receipt: who led when it was accepted may lead no more.
func (c *chain) insist(tx *types.Transaction) {
	c.t.Helper()
	look := 0
	await(c.t, "the receipt of "+tx.Hash().Hex(), func() bool {
		if look%100 == 0 {
			_ = c.user.SendTransaction(c.t.Context(), tx)
		}
		look++
		_, err := c.user.TransactionReceipt(c.t.Context(), tx.Hash())
		return err == nil
	})
	c.promise(tx.Hash())
}

// oneChain reads the whole stream: its records have to follow one another, and its blocks have to be those of the chain.
func (c *chain) oneChain(url string) {
	c.t.Helper()
	ctx, cancel := context.WithTimeout(c.t.Context(), patience)
	defer cancel()
	origin := call[node.Origin](c.t, c.user.Client.Client(), "ashlar_chain")
	g := must(origin.Genesis.Genesis())(c.t)
	s := must(stream.Open(ctx, stream.Config{Chain: g.Hash(), URL: url, Log: slog.New(slog.DiscardHandler)}))(c.t)
	defer s.Close()
	r := must(s.Read(1))(c.t)
	defer r.Close()
	for head := must(c.user.BlockNumber(ctx))(c.t); r.LastBlock() < head; {
		e := must(r.Next(ctx))(c.t)
		if e.Record.Kind() != record.KindBlock {
			continue
		}
		if h := must(c.user.HeaderByNumber(ctx, bigNumber(e.Record.LastBlock())))(c.t); h.Hash() != e.Record.Block.Hash {
			c.t.Errorf("block %d is %v in the stream, %v at the leader", e.Record.LastBlock(), e.Record.Block.Hash, h.Hash())
		}
	}
}
