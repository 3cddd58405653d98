package e2e

import (
	"bytes"
	"io"
	"math/big"
	"net"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"

	l1node "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/node"
	"github.com/ashlar-labs/ashlar/node/ops"
	"github.com/ashlar-labs/ashlar/settlement/local"
)

// wire is a network between a TCP server and its clients that can break.
type wire struct {
	listener net.Listener
	to       string

	mu     sync.Mutex
	broken bool // nobody gets through
	conns  map[*wired]bool
}

// wired is one connection through a wire. A dead one takes what is sent, delivers nothing and stays open: the two ends cannot know.
type wired struct {
	wire     *wire
	up, down net.Conn
	dead     bool
}

func newWire(t *testing.T, to string) *wire {
	t.Helper()
	w := &wire{listener: must(net.Listen("tcp", "127.0.0.1:0"))(t), to: to, conns: map[*wired]bool{}}
	go w.run()
	t.Cleanup(func() { _ = w.listener.Close(); w.cut() })
	return w
}

func (w *wire) run() {
	for {
		down, err := w.listener.Accept()
		if err != nil {
			return
		}
		up, err := net.Dial("tcp", w.to)
		w.mu.Lock()
		if err != nil || w.broken {
			_ = down.Close()
			if err == nil {
				_ = up.Close()
			}
		} else {
			c := &wired{wire: w, up: up, down: down}
			w.conns[c] = true
			go c.copy(up, down)
			go c.copy(down, up)
		}
		w.mu.Unlock()
	}
}

// copy delivers until an end closes the connection.
func (c *wired) copy(to, from net.Conn) {
	buf := make([]byte, 64<<10)
	for {
		n, err := from.Read(buf)
		c.wire.mu.Lock()
		dead := c.dead
		c.wire.mu.Unlock()
		if err == nil && !dead {
			_, err = to.Write(buf[:n])
		}
		if err == io.EOF && dead {
			return // the other end does not hear of it
		}
		if err != nil {
			c.close()
			return
		}
	}
}

func (c *wired) close() { _, _ = c.up.Close(), c.down.Close() }

// freeze lets connections die without telling anybody, for good, and lets no new ones through.
func (w *wire) freeze() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.broken = true
	for c := range w.conns {
		c.dead = true
	}
}

// cut closes all connections and lets no new ones through.
func (w *wire) cut() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.broken = true
	for c := range w.conns {
		c.close()
		delete(w.conns, c)
	}
}

// mend lets new connections through.
func (w *wire) mend() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.broken = false
}

// A replica loses the stream, with connections that are closed and with ones that are dead and open, while blocks and batches go on. It answers with what it has, says that it is behind, and catches up
// without disagreeing.
func TestReplicaPartition(t *testing.T) {
	t.Parallel()
	c := startChain(t)
	at := must(url.Parse(call[node.Origin](t, c.user.Client.Client(), "ashlar_chain").Stream))(t)
	w := newWire(t, at.Host)
	p, replica := startNode(t, c.replicaArgs(filepath.Join(t.TempDir(), "replica"), "--stream", "nats://"+w.listener.Addr().String(), "--origin-lag", "8s"))
	p.says("caught up with the chain")
	c.same(replica)
	for _, part := range []struct {
		name string
		by   func()
		long bool
	}{{"closed", w.cut, false}, {"dead", w.freeze, true}} {
		part.by()
		hash := c.user.transfer()
		c.promise(hash)
		c.work()
		c.settle() // L1 has batches that the replica has not
		if _, err := replica.TransactionReceipt(t.Context(), hash); err == nil {
			t.Fatalf("%s: the wire is not broken", part.name)
		}
		if part.long {
			await(t, "the replica to say that it is behind", func() bool {
				p.mustRun()
				s := statusOf(t, p)
				return !ready(s, "origin") && slices.ContainsFunc(s.Problems, func(p ops.Problem) bool { return p.Name == "ReplicaBehind" })
			})
		}
		w.mend()
		c.same(replica)
		await(t, "the replica to be ready", func() bool {
			p.mustRun()
			return ready(statusOf(t, p), "origin")
		})
		executed(t, replica, p)
		c.as(replica, c.checkKept)
	}
	if log := p.log.String(); strings.Contains(log, "not what it was") {
		t.Error("the replica took the stream for another one")
	}
}

// L1 gets another batch than the sequencer has published: the replica halts, and halts again.
func TestReplicaHaltsAtL1(t *testing.T) {
	t.Parallel()
	c := startChain(t, "--da", "calldata", "--rpc", freeAddress(t))
	args := c.replicaArgs(filepath.Join(t.TempDir(), "replica"))
	p, replica := startNode(t, args)
	p.says("caught up with the chain")
	executed(t, replica, p)
	c.l1.hold()
	c.promise(c.user.transfer())
	c.sent(l1node.Committer)
	await(t, "the batch at the replica", func() bool {
		p.mustRun()
		return uint64(call[hexutil.Uint64](t, replica.Client.Client(), "zks_L1BatchNumber")) == c.sealed()
	})
	state := c.batch(c.sealed()).StateAfter
	c.l1.replace(l1node.Committer, func(data []byte) []byte {
		if !bytes.Contains(data, state[:]) {
			t.Fatal("the transaction does not commit the batch")
		}
		return bytes.ReplaceAll(data, state[:], bytes.Repeat([]byte{0x11}, len(state)))
	})
	c.l1.seal()
	if status := p.wait(); status != 1 || !strings.Contains(p.log.String(), local.ErrDisagrees.Error()) {
		t.Errorf("exit status %d; it does not say %q", status, local.ErrDisagrees)
	}
	if said := refusal(t, args); !strings.Contains(said, local.ErrDisagrees.Error()) || !strings.Contains(said, "A replica halts") {
		t.Errorf("the second time it says %q", said)
	}
}

// replace puts another transaction into the place of an operator's first one in L1's pool.
func (l *l1Chain) replace(operator string, change func(data []byte) []byte) {
	l.t.Helper()
	o := l1node.Operators()[operator]
	pool := call[map[string]map[string]*types.Transaction](l.t, l.Client.Client(), "txpool_contentFrom", o.Address)
	nonce := must(l.NonceAt(l.t.Context(), o.Address, nil))(l.t)
	old := pool["pending"][new(big.Int).SetUint64(nonce).String()]
	if old == nil {
		l.t.Fatalf("the %s has no transaction in the pool", operator)
	}
	ten := func(n *big.Int) *big.Int { return new(big.Int).Mul(n, big.NewInt(10)) }
	tx := types.MustSignNewTx(o.Key, types.LatestSignerForChainID(must(l.ChainID(l.t.Context()))(l.t)), &types.DynamicFeeTx{
		ChainID: old.ChainId(), Nonce: nonce, GasTipCap: ten(old.GasTipCap()), GasFeeCap: ten(old.GasFeeCap()), Gas: old.Gas() * 2, To: old.To(), Value: new(big.Int), Data: change(old.Data()),
	})
	if err := l.SendTransaction(l.t.Context(), tx); err != nil {
		l.t.Fatal(err)
	}
	await(l.t, "the other transaction in the pool", func() bool {
		_, pending, err := l.TransactionByHash(l.t.Context(), tx.Hash())
		return err == nil && pending
	})
}
