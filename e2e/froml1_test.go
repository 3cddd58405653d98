package e2e

import (
	"errors"
	"io"
	"math/big"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	gethrpc "github.com/ethereum/go-ethereum/rpc"

	l1node "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/settlement/bridge"
	"github.com/ashlar-labs/ashlar/settlement/operator"
)

// A contract whose storage a call sets: slot 1 becomes the first word of the call's data. Its constructor sets slot 0 to 42.
var (
	setterCode   = common.FromHex("5f3560015500") // SSTORE(1, CALLDATALOAD(0))
	setterDeploy = append(common.FromHex("602a5f5565"), append(setterCode, common.FromHex("5f526006601af3")...)...)
)

// lost is what is asked of a chain before and after its nodes are lost.
type lost struct {
	wei, tokens, slot0, slot1 string
	nonce                     uint64
	code                      string
	batches                   map[uint64]batch
}

// look reads it at a block (nil: the last one).
func (x *exit) look(setter common.Address, at *big.Int) (l lost) {
	x.t.Helper()
	ctx, u := x.t.Context(), x.user
	token := must(u.bridge(x.l1.Client.Client()).L2Token(ctx, x.chain.Deployment.TestToken))(x.t)
	balance := append(common.FromHex("70a08231"), common.LeftPadBytes(u.address[:], 32)...)
	l.wei = must(u.BalanceAt(ctx, u.address, at))(x.t).String()
	if at == nil { // where the history begins there is no block to call in
		l.tokens = hexutil.Encode(must(u.CallContract(ctx, ethereum.CallMsg{To: &token, Data: balance}, nil))(x.t))
	}
	l.nonce = must(u.NonceAt(ctx, u.address, at))(x.t)
	l.slot0 = hexutil.Encode(must(u.StorageAt(ctx, setter, common.Hash{}, at))(x.t))
	l.slot1 = hexutil.Encode(must(u.StorageAt(ctx, setter, common.Hash{31: 1}, at))(x.t))
	l.code = hexutil.Encode(must(u.CodeAt(ctx, setter, at))(x.t))
	l.batches = map[uint64]batch{}
	for n := uint64(1); n <= uint64(call[hexutil.Uint64](x.t, u.Client.Client(), "zks_L1BatchNumber")); n++ {
		b := call[batch](x.t, u.Client.Client(), "ashlar_batch", hexutil.Uint64(n))
		b.GuestCycles = 0 // L1 does not know
		l.batches[n] = b
	}
	return l
}

func (x *exit) set(setter common.Address, value byte) {
	x.t.Helper()
	x.promised(x.user.send(types.DynamicFeeTx{To: &setter, Data: common.LeftPadBytes([]byte{value}, 32)}))
}

func (x *exit) restoreArgs(to string, more ...string) []string {
	return append([]string{"restore", "--l1", x.l1.node.HTTPURL(), "--chain-dir", x.path("chain"), "--data-dir", x.path(to)}, more...)
}

// once checks that L1 saw each batch once in each stage, and nothing else of the operators.
func (x *exit) once() {
	x.t.Helper()
	logs := must(x.l1.FilterLogs(x.t.Context(), ethereum.FilterQuery{FromBlock: new(big.Int), Addresses: []common.Address{x.chain.Deployment.Chain}, Topics: [][]common.Hash{operator.Topics()}}))(x.t)
	seen := map[operator.Kind]map[uint64]int{operator.BatchCommitted: {}, operator.BatchesProven: {}, operator.BatchExecuted: {}}
	for i := range logs {
		e := must(operator.DecodeEvent(&logs[i]))(x.t)
		for n := e.First; seen[e.Kind] != nil && n <= e.Last; n++ {
			seen[e.Kind][n]++
		}
	}
	sealed := uint64(call[hexutil.Uint64](x.t, x.user.Client.Client(), "zks_L1BatchNumber"))
	for kind, times := range seen {
		for n := uint64(1); n <= sealed; n++ {
			if times[n] != 1 {
				x.t.Errorf("%v: batch %d %d times", kind, n, times[n])
			}
		}
	}
	for _, name := range []string{l1node.Committer, l1node.Prover, l1node.Executor} {
		if sent := must(x.l1.NonceAt(x.t.Context(), l1node.Operators()[name].Address, nil))(x.t); sent != sealed {
			x.t.Errorf("the %s sent %d transactions for %d batches", name, sent, sealed)
		}
	}
}

// TestFromL1: the operator loses every directory, and a new one is made of L1 and the chain's directory alone. State and batches are the same, the node goes on, and what is older is refused as geth
// refuses it. A replica is made in the same way.
func TestFromL1(t *testing.T) {
	for _, scheme := range []string{"blobs", "calldata"} {
		t.Run(scheme, func(t *testing.T) {
			t.Parallel()
			x := startExit(t, scheme)
			ctx := t.Context()
			b := x.user.bridge(x.l1.Client.Client())
			made := x.user.receipt(x.user.send(types.DynamicFeeTx{Data: setterDeploy}))
			setter := made.ContractAddress
			x.set(setter, 7)
			x.promised(must(b.Withdraw(ctx, bridge.Ether, common.Address{0xb1}, gwei))(t).TxHash)
			x.settled()
			for i := range 3 {
				x.set(setter, byte(8+i))
				x.promised(must(b.Deposit(ctx, bridge.Ether, common.Address{0xde}, gwei))(t).L2Hash)
				x.settled()
			}
			last := x.committedOnly(setter)
			before := x.look(setter, nil)
			head := must(x.user.HeaderByNumber(ctx, nil))(t)
			gone := x.afterThat(setter)
			if err := os.RemoveAll(x.path("data")); err != nil {
				t.Fatal(err)
			}
			x.ended(x.newNode("0"), "the last one here is 0: another sequencer has gone on with the chain")
			if err := os.RemoveAll(x.path("data")); err != nil {
				t.Fatal(err)
			}
			if scheme == "blobs" {
				x.killedWhileRestoring("data")
			}
			if out := x.must(x.restoreArgs("data")...); !strings.Contains(out, "block "+head.Number.String()+" "+head.Hash().Hex()) {
				t.Error(out)
			}
			x.refused("holds a chain", x.restoreArgs("data")...)

			x.startNode("0")
			x.compare(before, x.look(setter, head.Number), last)
			x.older(made, head, gone)
			x.settled() // what was committed only, and the block with which the node began
			x.compare(before, x.look(setter, nil), 0)
			x.goOn(setter, 99)
			x.must(x.escape("key2", "claim", "--to", common.Address{0xb1}.Hex())...)
			x.once()
			x.conserved()
			x.node.kill() // and it can be killed as ever
			x.startNode("0")
			x.goOn(setter, 100)
			x.once()
			x.replicaFromL1(setter, head.Number.Uint64())
			x.conserved()
		})
	}
}

// committedOnly lets the node commit one more batch that nobody proves; it is its number.
func (x *exit) committedOnly(setter common.Address) uint64 {
	x.t.Helper()
	x.node.mark()
	x.l1.hold()
	x.set(setter, 77)
	x.node.says("batch sealed")
	x.l1.inPool(x.node, l1node.Committer)
	x.l1.seal()
	return uint64(call[hexutil.Uint64](x.t, x.user.Client.Client(), "zks_L1BatchNumber"))
}

// afterThat makes a block that no batch on L1 has, and ends the node for good. It returns the transaction.
func (x *exit) afterThat(setter common.Address) common.Hash {
	x.t.Helper()
	x.node.kill()
	x.startNode("0", "--batch-age", "1h")
	hash := x.user.transfer()
	x.promised(hash)
	x.node.kill()
	x.l1.release()
	await(x.t, "L1 to take what was sent", func() bool { return must(x.l1.PendingTransactionCount(x.t.Context()))(x.t) == 0 })
	return hash
}

// compare compares what was with what is. The nonce and the balance of the user may have moved on when he paid for something.
func (x *exit) compare(was, is lost, last uint64) {
	x.t.Helper()
	if last > 0 && uint64(len(was.batches)) != last {
		x.t.Errorf("%d batches, the last one is %d", len(was.batches), last)
	}
	for n, b := range was.batches {
		if is.batches[n] != b {
			x.t.Errorf("batch %d is %+v, was %+v", n, is.batches[n], b)
		}
	}
	if is.tokens == "" {
		is.tokens = was.tokens
	}
	if is.wei != was.wei || is.tokens != was.tokens || is.slot0 != was.slot0 || is.slot1 != was.slot1 || is.nonce != was.nonce || is.code != was.code || is.code != hexutil.Encode(setterCode) {
		x.t.Errorf("now %+v, was %+v", is, was)
	}
}

// older checks what the node says of the time before its history begins.
func (x *exit) older(made *types.Receipt, head *types.Header, gone common.Hash) {
	x.t.Helper()
	ctx, u := x.t.Context(), x.user
	pruned := func(what string, err error) {
		x.t.Helper()
		var coded gethrpc.Error
		if !errors.As(err, &coded) || coded.ErrorCode() != 4444 {
			x.t.Errorf("%s: %v", what, err)
		}
	}
	_, err := u.HeaderByNumber(ctx, made.BlockNumber)
	pruned("header by number", err)
	_, err = u.HeaderByHash(ctx, head.Hash())
	pruned("header by hash", err)
	_, err = u.BalanceAt(ctx, u.address, new(big.Int).Sub(head.Number, big.NewInt(1)))
	pruned("state", err)
	_, err = u.FilterLogs(ctx, ethereum.FilterQuery{FromBlock: new(big.Int)})
	pruned("logs", err)
	for _, hash := range []common.Hash{made.TxHash, gone} {
		if r, err := u.TransactionReceipt(ctx, hash); !errors.Is(err, ethereum.NotFound) {
			x.t.Errorf("receipt %v, %v", r, err)
		}
	}
	next := must(u.HeaderByNumber(ctx, new(big.Int).Add(head.Number, big.NewInt(1))))(x.t)
	if next.ParentHash != head.Hash() {
		x.t.Errorf("the next block follows %v, the last one was %v", next.ParentHash, head.Hash())
	}
	if g := must(u.HeaderByNumber(ctx, new(big.Int)))(x.t); g.Number.Sign() != 0 {
		x.t.Errorf("block 0 is %v", g.Number)
	}
}

// goOn does everything once more and waits for L1. What is withdrawn is paid.
func (x *exit) goOn(setter common.Address, value byte) {
	x.t.Helper()
	ctx, b := x.t.Context(), x.user.bridge(x.l1.Client.Client())
	x.set(setter, value)
	x.promised(must(b.Deposit(ctx, bridge.Ether, x.user.address, gwei))(x.t).L2Hash)
	x.mint(x.user.address, 5)
	x.promised(must(b.Deposit(ctx, x.chain.Deployment.TestToken, x.user.address, big.NewInt(5)))(x.t).L2Hash)
	withdrawal := must(b.Withdraw(ctx, bridge.Ether, common.Address{value}, gwei))(x.t)
	x.settled()
	must(b.Finalize(ctx, withdrawal.TxHash, 0))(x.t)
	if paid := must(x.l1.BalanceAt(ctx, common.Address{value}, nil))(x.t); paid.Cmp(gwei) != 0 {
		x.t.Errorf("%v wei were paid", paid)
	}
	if got := must(x.user.StorageAt(ctx, setter, common.Hash{31: 1}, nil))(x.t); got[31] != value {
		x.t.Errorf("slot 1 is %x", got)
	}
}

// replicaFromL1 makes a replica of L1 alone, which follows the operator's node from where L1 ends. The node's history begins after block first.
func (x *exit) replicaFromL1(setter common.Address, first uint64) {
	x.t.Helper()
	x.must(x.restoreArgs("replica", "--to", "executed")...)
	x.set(setter, 101)
	args := []string{"node", "--replica-of", x.node.shows("JSON-RPC"), "--data-dir", x.path("replica"), "--rpc", "127.0.0.1:0", "--ops-addr", "127.0.0.1:0", "--l1", x.l1.node.WSURL(), "--l1-finality", "0"}
	p, replica := startNode(x.t, args)
	p.says("caught up with the chain")
	x.set(setter, 102)
	x.settled()
	head := must(x.user.HeaderByNumber(x.t.Context(), nil))(x.t)
	await(x.t, "the replica's head", func() bool {
		p.mustRun()
		return must(replica.BlockNumber(x.t.Context()))(x.t) >= head.Number.Uint64()
	})
	if got := must(replica.HeaderByNumber(x.t.Context(), head.Number))(x.t); got.Hash() != head.Hash() {
		x.t.Errorf("block %v is %v there, %v here", head.Number, got.Hash(), head.Hash())
	}
	executed(x.t, replica, p)
	p.kill()

	// One from the genesis finds that the stream begins later.
	args[4] = x.path("late")
	x.ended(ashlar(x.t, args...), "make this node's data directory anew with 'ashlar restore --l1'")

	// A backup of the node is as good as any.
	x.must("backup", "--ops", x.node.shows("operators"), "--to", x.path("backup"))
	x.must("restore", "--from", x.path("backup"), "--replica-of", x.node.shows("JSON-RPC"), "--data-dir", x.path("replica2"))
	args[4] = x.path("replica2")
	p, replica = startNode(x.t, args)
	p.says("caught up with the chain")
	if got := must(replica.HeaderByNumber(x.t.Context(), new(big.Int).SetUint64(first+1)))(x.t); got.Number.Uint64() != first+1 {
		x.t.Errorf("block %v", got.Number)
	}
	p.kill()
}

// blobServer hands out L1's blobs, until it is told not to: with others' content, not at all, or without an answer.
type blobServer struct {
	*httptest.Server
	mode   atomic.Value // "", "forged", "none", "silent"
	served atomic.Int32
	asked  chan struct{} // gets a value for each request that has no answer
}

func (x *exit) blobServer() *blobServer {
	b := &blobServer{asked: make(chan struct{}, 100)}
	b.mode.Store("")
	b.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mode := b.mode.Load().(string)
		if mode == "none" {
			http.NotFound(w, r)
			return
		}
		if mode == "silent" && b.served.Load() >= 2 {
			b.asked <- struct{}{}
			<-r.Context().Done()
			return
		}
		answer, err := http.Get(x.l1.node.HTTPURL() + "/blobs" + r.URL.Path)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		defer answer.Body.Close()
		raw, err := io.ReadAll(answer.Body)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		if mode == "forged" {
			if digit := &raw[len(raw)/8]; *digit == '0' {
				*digit = '1'
			} else {
				*digit = '0'
			}
		}
		b.served.Add(1)
		_, _ = w.Write(raw)
	}))
	x.t.Cleanup(b.Server.CloseClientConnections)
	return b
}

// killedWhileRestoring kills the command when it has some batches, and looks at what it leaves; the next one goes on there.
func (x *exit) killedWhileRestoring(to string) {
	x.t.Helper()
	blobs := x.blobServer()
	blobs.mode.Store("forged")
	x.refused("other content", x.restoreArgs(to, "--blobs", blobs.URL)...)
	blobs.mode.Store("none")
	x.refused("blob is not in the archive", x.restoreArgs(to, "--blobs", blobs.URL)...)
	blobs.mode.Store("silent")
	p := ashlar(x.t, x.restoreArgs(to, "--blobs", blobs.URL)...)
	<-blobs.asked
	p.says("1 of ")
	p.kill()
	x.ended(x.newNode("0"), "is not whole: repeat the 'ashlar restore'")
}

// leads waits until the node takes a transaction as the sequencer.
func (x *exit) leads() {
	x.t.Helper()
	var hash common.Hash
	await(x.t, "the node to lead", func() bool {
		x.node.mustRun()
		tx := x.user.signTransfer(x.user.nonce())
		hash = tx.Hash()
		return x.user.SendTransaction(x.t.Context(), tx) == nil
	})
	x.promised(hash)
}

// TestFromL1BesideStream: the operator loses its directory, and the block stream on another server is still there. The directory is made of L1, and the node takes from the stream what L1 does not have, so
// nothing is lost. A stream that ends before that directory begins is of no use and is refused.
func TestFromL1BesideStream(t *testing.T) {
	t.Parallel()
	x := startExit(t, "calldata")
	url := outsideServer(t).running.ClientURL()
	setter := x.user.receipt(x.user.send(types.DynamicFeeTx{Data: setterDeploy})).ContractAddress
	x.settled()
	x.node.kill()
	x.startNode("0", "--stream", url, "--lease", "1s", "--batch-age", "1h")
	x.leads()
	var promised []*types.Receipt
	for range 3 {
		promised = append(promised, x.user.receipt(x.user.transfer()))
	}
	before := x.look(setter, nil)
	before.nonce, before.wei = 0, "" // they move on
	x.gone()
	x.must(x.restoreArgs("data")...)
	x.startNode("0", "--stream", url, "--lease", "1s")
	x.leads()
	for _, r := range promised {
		if now := x.user.receipt(r.TxHash); now.BlockHash != r.BlockHash || now.BlockNumber.Cmp(r.BlockNumber) != 0 {
			t.Errorf("transaction %v is in block %v, was in %v", r.TxHash, now.BlockHash, r.BlockHash)
		}
	}
	after := x.look(setter, nil)
	after.nonce, after.wei = 0, ""
	x.compare(before, after, 0)
	x.goOn(setter, 50)
	x.once()

	x.node.kill()
	x.startNode("0") // with a stream of its own: the other one is left behind
	x.set(setter, 51)
	x.settled()
	x.gone()
	x.must(x.restoreArgs("data")...)
	x.ended(x.newNode("0", "--stream", url, "--lease", "1s"), "begin a new stream, or use a data directory that has them")
	x.startNode("0")
	x.goOn(setter, 52)
	x.once()
	x.conserved()
}
