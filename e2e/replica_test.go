package e2e

import (
	"context"
	"encoding/json"
	"log/slog"
	"net"
	"net/http"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/nats-io/nats-server/v2/server"

	"github.com/ashlar-labs/ashlar/chain/stream"
	"github.com/ashlar-labs/ashlar/node"
	"github.com/ashlar-labs/ashlar/node/ops"
	"github.com/ashlar-labs/ashlar/rollup/record"
)

// replicaArgs are the flags of a replica of the chain.
func (c *chain) replicaArgs(dir string, more ...string) []string {
	return append([]string{"node", "--replica-of", c.endpoint(), "--data-dir", dir, "--rpc", "127.0.0.1:0", "--ops-addr", "127.0.0.1:0", "--l1", c.l1.node.WSURL(), "--l1-finality", "0"}, more...)
}

// endpoint is the URL of the JSON-RPC of the chain's node, which is a devnet's or one by itself.
func (c *chain) endpoint() string {
	if strings.Contains(c.process.out.String(), "L2 JSON-RPC") {
		return c.process.shows("L2 JSON-RPC")
	}
	return c.process.shows("JSON-RPC")
}

// startNode starts `ashlar node` and connects a user to it.
func startNode(t *testing.T, args []string) (*process, *user) {
	t.Helper()
	p := ashlar(t, args...)
	await(t, "the node", func() bool {
		p.mustRun()
		return strings.Contains(p.out.String(), "chain id")
	})
	return p, newUser(t, p.shows("JSON-RPC"), 0)
}

// same waits until the other node has everything that the chain's node has, and compares.
func (c *chain) same(other *user) {
	c.t.Helper()
	ctx := c.t.Context()
	head := must(c.user.HeaderByNumber(ctx, nil))(c.t)
	await(c.t, "the other node's head", func() bool { return must(other.BlockNumber(ctx))(c.t) >= head.Number.Uint64() })
	for n := uint64(0); n <= head.Number.Uint64(); n++ {
		a, b := must(c.user.HeaderByNumber(ctx, bigNumber(n)))(c.t), must(other.HeaderByNumber(ctx, bigNumber(n)))(c.t)
		if a.Hash() != b.Hash() {
			c.t.Fatalf("block %d is %v there, %v here", n, b.Hash(), a.Hash())
		}
	}
	for n := range c.batches { // these come after their blocks
		await(c.t, "the other node's batches", func() bool {
			return uint64(call[hexutil.Uint64](c.t, other.Client.Client(), "zks_L1BatchNumber")) >= n
		})
	}
	here, there := must(c.user.BalanceAt(ctx, c.user.address, head.Number))(c.t), must(other.BalanceAt(ctx, c.user.address, head.Number))(c.t)
	if here.Cmp(there) != 0 {
		c.t.Fatalf("balance %v there, %v here", there, here)
	}
}

// statusOf is what a node tells operators.
func statusOf(t *testing.T, p *process) *ops.Status {
	t.Helper()
	answer := must(http.Get(p.shows("operators") + "/status"))(t)
	defer answer.Body.Close()
	s := new(ops.Status)
	if err := json.NewDecoder(answer.Body).Decode(s); err != nil {
		t.Fatal(err)
	}
	return s
}

// ready reports whether a check of readiness is there and holds.
func ready(s *ops.Status, check string) bool {
	return slices.Contains(s.Checks, ops.CheckResult{Name: check})
}

// executed waits until a node knows that everything is executed on L1.
func executed(t *testing.T, u *user, p *process) {
	t.Helper()
	await(t, "the settlement, seen by the other node", func() bool {
		p.mustRun()
		s := call[struct {
			Head   hexutil.Uint64
			Stages map[string]struct{ Block hexutil.Uint64 }
		}](t, u.Client.Client(), "ashlar_status")
		return s.Stages["executed"].Block == s.Head
	})
}

// as looks at the chain through another node.
func (c *chain) as(u *user, look func()) {
	before := c.user
	c.user = u
	defer func() { c.user = before }()
	look()
}

// A replica follows from zero, checks, serves, sends transactions on, and goes on after kill -9 of either.
func TestReplica(t *testing.T) {
	t.Parallel()
	c := startChain(t, "--rpc", freeAddress(t))
	c.work()
	c.settle()
	dir := filepath.Join(t.TempDir(), "replica")
	args := c.replicaArgs(dir)
	p, replica := startNode(t, args)
	p.says("caught up with the chain")
	c.same(replica)
	if s := statusOf(t, p); s.Origin == nil || s.Origin.LagBlocks != 0 || s.Origin.Block < s.Chain.Block || !ready(s, "origin") {
		t.Errorf("the replica has caught up, and its status is %+v, %+v", s.Origin, s.Checks)
	}
	if call[any](t, replica.Client.Client(), "eth_syncing") != false {
		t.Error("the replica has caught up, and is syncing")
	}
	executed(t, replica, p)
	c.as(replica, func() {
		c.checkKept()
		for range 3 {
			c.promise(c.user.transfer())
		}
		c.work()
	})
	c.same(replica)
	if tx := replica.signTransfer(0); replica.SendTransaction(t.Context(), tx) == nil || !strings.Contains(replica.SendTransaction(t.Context(), tx).Error(), "nonce too low") {
		t.Error("the origin's refusal does not reach the user of the replica")
	}

	p.kill()
	c.promise(c.user.transfer())
	p, replica = startNode(t, args)
	c.same(replica)
	c.process.kill()
	c.as(replica, c.checkKept) // reads go on without the origin
	if err := replica.SendTransaction(t.Context(), replica.signTransfer(replica.nonce())); err == nil {
		t.Error("a transaction was accepted, and nobody is there to include it")
	}
	c.start()
	c.promise(c.user.transfer())
	c.same(replica)
	c.settle()
	executed(t, replica, p)
	c.as(replica, c.checkKept)
	p.mustRun()

	said := refusal(t, append([]string{"node", "--data-dir", dir, "--chain-dir", dir, "--l1", c.l1.node.WSURL(), "--rpc", "127.0.0.1:0", "--ops-addr", "127.0.0.1:0"}, keyArgs(t)...))
	if !strings.Contains(said, "--promote") {
		t.Errorf("a replica's directory becomes a sequencer's: %q", said)
	}
}

// outside is a NATS server of the test, at one address and with one directory however often it is started.
type outside struct {
	t       *testing.T
	options server.Options
	running *server.Server
}

func outsideServer(t *testing.T) *outside {
	t.Helper()
	host, port, err := net.SplitHostPort(freeAddress(t))
	if err != nil {
		t.Fatal(err)
	}
	s := &outside{t: t, options: server.Options{Host: host, Port: must(strconv.Atoi(port))(t), JetStream: true, StoreDir: t.TempDir(), NoLog: true, NoSigs: true, SyncAlways: true}}
	s.start()
	t.Cleanup(s.stop)
	return s
}

func (s *outside) start() {
	s.t.Helper()
	options := s.options
	s.running = must(server.NewServer(&options))(s.t)
	s.running.Start()
	if !s.running.ReadyForConnections(patience) {
		s.t.Fatal("NATS does not start")
	}
}

func (s *outside) stop() {
	s.running.Shutdown()
	s.running.WaitForShutdown()
}

// URL is where clients connect.
func (s *outside) URL() string { return "nats://127.0.0.1:" + strconv.Itoa(s.options.Port) }

// A replica halts, and says so, on a block or a batch that it computes otherwise. Nothing of it is kept.
func TestReplicaDisagrees(t *testing.T) {
	t.Parallel()
	c := startChain(t)
	c.work()
	c.settle()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	records := c.records(ctx)
	for what, forge := range map[string]func(r *record.Record) bool{
		"block hash": func(r *record.Record) bool {
			if r.Block != nil && len(r.Block.Block.Txs) > 0 {
				r.Block.Hash[0]++
				return true
			}
			return false
		},
		"state changes": func(r *record.Record) bool {
			if r.Block != nil {
				r.Block.State[0]++
				return true
			}
			return false
		},
		"invalid block": func(r *record.Record) bool {
			if r.Block != nil && len(r.Block.Block.Txs) > 0 {
				r.Block.Block.Txs = append(r.Block.Block.Txs, r.Block.Block.Txs[0])
				return true
			}
			return false
		},
		"ends in state": func(r *record.Record) bool {
			if r.Batch != nil {
				r.Batch.StateAfter[0]++
				return true
			}
			return false
		},
	} {
		t.Run(strings.ReplaceAll(what, " ", "-"), func(t *testing.T) {
			url := outsideServer(t).URL()
			forged := false
			s := must(stream.Open(ctx, stream.Config{Chain: records[0].Chain, URL: url, Create: true, Log: slog.New(slog.DiscardHandler)}))(t)
			defer s.Close()
			w := must(s.Lead(ctx, 0, 1, &record.Term{}))(t)
			for _, data := range encodings(t, records) {
				r := must(record.Decode(data))(t)
				if r.Term != nil {
					continue
				}
				forged = forged || forge(r)
				if err := w.Append(ctx, *r); err != nil {
					t.Fatal(err)
				}
			}
			if !forged {
				t.Fatal("nothing to forge")
			}
			dir := filepath.Join(t.TempDir(), "replica")
			said := refusal(t, c.replicaArgs(dir, "--stream", url))
			for _, word := range []string{node.ErrDisagree.Error(), what, "report it"} {
				if !strings.Contains(said, word) {
					t.Errorf("it does not say %q: %s", word, said)
				}
			}
			_, u := startNode(t, c.replicaArgs(dir)) // with the true stream it goes on where it halted
			(&chain{t: t, user: c.user}).same(u)
		})
	}
}

func encodings(t *testing.T, records []*record.Record) (out [][]byte) {
	t.Helper()
	for _, r := range records {
		out = append(out, must(r.Encode())(t))
	}
	return out
}

// records is what the chain's stream has.
func (c *chain) records(ctx context.Context) (out []*record.Record) {
	c.t.Helper()
	origin := call[node.Origin](c.t, c.user.Client.Client(), "ashlar_chain")
	g := must(origin.Genesis.Genesis())(c.t)
	s := must(stream.Open(ctx, stream.Config{Chain: g.Hash(), URL: origin.Stream, Log: slog.New(slog.DiscardHandler)}))(c.t)
	defer s.Close()
	r := must(s.Read(1))(c.t)
	defer r.Close()
	for {
		if end, err := r.AtEnd(ctx); err != nil {
			c.t.Fatal(err)
		} else if end {
			return out
		}
		out = append(out, must(r.Next(ctx))(c.t).Record)
	}
}

const leaseOfTests = 5 * time.Second // longer than a busy machine leaves a process waiting, as far as that can be said
