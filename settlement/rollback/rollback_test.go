package rollback

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"math/big"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"
	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/batch"
	"github.com/ashlar-labs/ashlar/chain/genesis"
	treestore "github.com/ashlar-labs/ashlar/chain/state/store"
	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/durable"
	"github.com/ashlar-labs/ashlar/settlement/l1"
	"github.com/ashlar-labs/ashlar/settlement/local"
	"github.com/ashlar-labs/ashlar/settlement/operator"
	"github.com/ashlar-labs/ashlar/settlement/watch"
	"github.com/ashlar-labs/ashlar/witness/witnesstest"
)

var userKey, _ = crypto.ToECDSA(common.LeftPadBytes([]byte{7}, 32))

func testGenesis() *store.Genesis {
	return &store.Genesis{
		Config:    rollup.ChainConfig{ChainID: 271, Fork: rollup.ForkOsaka, BlockGasLimit: 100_000_000, MaxGasPerPubdata: 50_000},
		Timestamp: 1000, BaseFee: 100, GasPerPubdata: 7,
		Alloc: types.GenesisAlloc{
			rollup.L2BaseTokenAddress: {Balance: rollup.BaseTokenSupply().ToBig(), Nonce: 1}, crypto.PubkeyToAddress(userKey.PublicKey): {Balance: big.NewInt(1e18)},
		},
	}
}

func operation(id uint64, value byte) *rollup.CanonicalTx {
	op := &rollup.CanonicalTx{Type: rollup.PriorityTxType, From: common.Address{0xde}, To: common.Address{value}, GasLimit: 300_000, GasPerPubdataLimit: 800, Nonce: id, RefundRecipient: common.Address{0xde}}
	op.MaxFeePerGas.SetUint64(100)
	op.Value.SetUint64(5)
	op.ToMint.SetUint64(1_000_000_000)
	return op
}

func transfer(nonce uint64) []byte {
	raw, err := types.MustSignNewTx(userKey, types.LatestSignerForChainID(big.NewInt(271)), &types.DynamicFeeTx{
		ChainID: big.NewInt(271), Nonce: nonce, Gas: 300_000, GasFeeCap: big.NewInt(1000), To: &common.Address{0xaa}, Value: big.NewInt(1),
	}).MarshalBinary()
	if err != nil {
		panic(err)
	}
	return raw
}

// open opens a store on a disk; files lie in dir.
func open(t *testing.T, fs vfs.FS, dir string) *Node {
	t.Helper()
	s, err := store.Open(store.Config{Dir: "chain", FS: fs}, testGenesis())
	if err != nil {
		t.Fatal(err)
	}
	tree, err := treestore.Open(s.DB(), treestore.DefaultConfig())
	if err != nil {
		t.Fatal(err)
	}
	return &Node{
		Store: s, Tree: tree, Removed: filepath.Join(dir, "removed"), Journal: filepath.Join(dir, "pool.journal"), Say: slog.New(slog.DiscardHandler).Info,
	}
}

// add makes the next block.
func (n *Node) add(t *testing.T, txs ...[]byte) {
	t.Helper()
	head := n.Store.Head()
	before, err := n.Store.ChainStateAt(head.Number)
	if err != nil {
		t.Fatal(err)
	}
	block := &rollup.Block{Env: rollup.BlockEnv{Number: head.Number + 1, Timestamp: head.Timestamp + 1, GasLimit: 100_000_000, GasPerPubdata: 7, BaseFee: *uint256.NewInt(100)}, Txs: txs}
	made, err := stf.ExecuteBlock(&n.Store.Genesis().Config, before, n.Store.HeadState(), block)
	if err == nil {
		err = n.Store.AppendBlock(made)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// seal makes a batch of what waits.
func (n *Node) seal(t *testing.T) {
	t.Helper()
	cfg := batch.Config{Limits: batch.DefaultLimits(rollup.DACalldata), Scheme: rollup.DACalldata, SettlementChainID: 9, Now: time.Now, Logger: slog.New(slog.DiscardHandler)}
	s, err := batch.NewSealer(cfg, n.Store, n.Tree, witnesstest.NoBlobs{}, witnesstest.Native{})
	if err == nil {
		err = s.Recover()
	}
	if err == nil {
		_, err = s.Seal(t.Context(), true)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// prepare makes a disk with four blocks and three batches, of which L1 has executed one and committed two; the second operation, in block 3, is the one that is lost. The watcher has read three operations.
func prepare(t *testing.T) *vfs.MemFS {
	t.Helper()
	disk := vfs.NewCrashableMem()
	n := open(t, disk, t.TempDir())
	n.add(t, operation(0, 1).Raw(), transfer(0))
	n.seal(t)
	n.add(t, transfer(1))
	n.add(t, operation(1, 2).Raw(), transfer(2))
	n.seal(t)
	n.add(t, transfer(3), transfer(4))
	n.seal(t)
	if err := n.Store.UpdateL1(store.L1Progress{Committed: 2, Proven: 1, Executed: 1}, map[uint64]store.BatchL1Status{2: {Commit: store.L1Step{Block: 9}}}); err != nil {
		t.Fatal(err)
	}
	l := &layer1{ops: []*rollup.CanonicalTx{operation(0, 1), operation(1, 2), operation(2, 3)}}
	cfg := watch.DefaultConfig(common.Address{0xc0})
	cfg.Log = slog.New(slog.DiscardHandler)
	w, err := watch.New(l, local.KV{View: n.Store.KV("watch")}, cfg)
	if err == nil {
		err = w.Poll(t.Context())
	}
	if err = errors.Join(err, local.KV{View: n.Store.KV("watch")}.Write(durable.Change{Key: durable.Uint64Key("lost/", 1), Value: []byte{1}}), n.Store.Close()); err != nil {
		t.Fatal(err)
	}
	return disk.CrashClone(vfs.CrashCloneCfg{})
}

// check looks at a node after block 2 became the last one again, and lets it go on with another operation: it has to come to the same batch, however it got here.
func (n *Node) check(t *testing.T) common.Hash {
	t.Helper()
	if _, ok, err := (local.KV{View: n.Store.KV(view)}).Get([]byte(key)); ok || err != nil {
		t.Fatalf("something is still to be done: %v", err)
	}
	last, err := n.Store.LastBatch()
	if err != nil || n.Store.Head().Number != 2 || last.Number != 1 {
		t.Fatalf("block %d, batch %v, %v", n.Store.Head().Number, last, err)
	}
	if p, err := n.Store.L1Progress(); err != nil || p != (store.L1Progress{Committed: 1, Proven: 1, Executed: 1}) {
		t.Fatalf("%+v, %v", p, err)
	}
	if _, version, _, err := n.Tree.Versions(); err != nil || version != 1 {
		t.Fatalf("the tree is at batch %d, %v", version, err)
	}
	w, err := watch.New(&layer1{}, local.KV{View: n.Store.KV("watch")}, watch.DefaultConfig(common.Address{0xc0}))
	if err != nil {
		t.Fatal(err)
	}
	count, err1 := w.Count()
	cursor, err2 := w.Cursor()
	_, lost, err3 := w.Lost()
	if err := errors.Join(err1, err2, err3); err != nil || count != 1 || cursor != (l1.Ref{}) || lost {
		t.Fatalf("the watcher has %d operations up to %+v, lost: %v, %v", count, cursor, lost, err)
	}
	files, err := os.ReadDir(n.Removed)
	if err != nil || len(files) != 2 {
		t.Fatalf("%d blocks are kept, %v", len(files), err)
	}
	journal, err := os.ReadFile(n.Journal)
	for nonce := uint64(2); nonce <= 4; nonce++ {
		if bytes.Count(journal, transfer(nonce)) != 1 || err != nil {
			t.Fatalf("transfer %d does not wait once, %v", nonce, err)
		}
	}
	if taken, err := n.Taken(); err != nil || len(taken) != 1 || taken[0].Number != 3 {
		t.Fatalf("taken back: %+v, %v", taken, err)
	}
	n.add(t, operation(1, 9).Raw(), transfer(2))
	n.seal(t)
	if last, err = n.Store.LastBatch(); err != nil || last.Number != 2 || last.FirstBlock != 2 {
		t.Fatalf("batch %+v, %v", last, err)
	}
	return last.StateAfter
}

// The machine stops at any operation on the disk: what is found either has all blocks, or goes on to where it was going.
func TestToIsCompletedAfterACrashAnywhere(t *testing.T) {
	disk := prepare(t)
	clone := func(fs *vfs.MemFS) *vfs.MemFS { return fs.CrashClone(vfs.CrashCloneCfg{}) }
	n := open(t, clone(disk), t.TempDir())
	if err := n.To(2); err != nil {
		t.Fatal(err)
	}
	want := n.check(t)
	if err := n.Store.Close(); err != nil {
		t.Fatal(err)
	}
	resumed := 0
	for stop := 0; ; stop++ {
		dir := t.TempDir()
		found := crashAt(t, clone(disk), dir, stop)
		if found == nil {
			if stop < 5 || resumed == 0 {
				t.Fatalf("%d operations on the disk, %d times something was left to do", stop, resumed)
			}
			t.Logf("%d operations on the disk, %d times something was left to do", stop, resumed)
			return
		}
		n := open(t, found, dir)
		before := n.Store.Head().Number
		if err := n.Resume(); err != nil {
			t.Fatal(err)
		}
		if now := n.Store.Head().Number; before == 4 && now == 2 {
			resumed++
		}
		if err := n.To(2); err != nil {
			t.Fatal(err)
		}
		if got := n.check(t); got != want {
			t.Fatalf("stop at %d: state %v, without a crash %v", stop, got, want)
		}
		if err := n.Store.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// crashAt takes blocks back and returns the disk as it was before disk operation number stop; nil when there are fewer.
func crashAt(t *testing.T, base *vfs.MemFS, dir string, stop int) (found *vfs.MemFS) {
	t.Helper()
	var mu sync.Mutex
	at, counting := 0, false
	fs := errorfs.Wrap(base, errorfs.InjectorFunc(func(op errorfs.Op) error {
		mu.Lock()
		defer mu.Unlock()
		if op.Kind.ReadOrWrite() == errorfs.OpIsWrite && counting {
			if at == stop {
				found = base.CrashClone(vfs.CrashCloneCfg{})
			}
			at++
		}
		return nil
	}))
	n := open(t, fs, dir)
	mu.Lock()
	counting = true
	mu.Unlock()
	if err := n.To(2); err != nil {
		t.Fatal(err)
	}
	mu.Lock()
	counting = false
	mu.Unlock()
	if err := n.Store.Close(); err != nil {
		t.Fatal(err)
	}
	mu.Lock()
	defer mu.Unlock()
	return found
}

// layer1 is an L1 with operations in block 5 and a chain that has come some way.
type layer1 struct {
	ops    []*rollup.CanonicalTx
	totals operator.Totals
	stored map[uint64]common.Hash
	time   uint64 // of the head
}

func ref(n uint64) l1.Ref {
	hash := func(n uint64) common.Hash { return common.BigToHash(new(big.Int).SetUint64(n + 1)) }
	return l1.Ref{Number: n, Hash: hash(n), Parent: hash(n - 1), Time: n}
}

func (l *layer1) Head(context.Context) (l1.Ref, error) {
	r := ref(10)
	r.Time = l.time
	return r, nil
}
func (l *layer1) Final(context.Context) (l1.Ref, error)              { return ref(10), nil }
func (l *layer1) Block(_ context.Context, n uint64) (l1.Ref, error)  { return ref(n), nil }
func (l *layer1) BlobBaseFee(context.Context) (*big.Int, error)      { return big.NewInt(1), nil }
func (l *layer1) SuggestGasTipCap(context.Context) (*big.Int, error) { return big.NewInt(1), nil }
func (l *layer1) HeaderByNumber(context.Context, *big.Int) (*types.Header, error) {
	return &types.Header{Number: big.NewInt(10), BaseFee: big.NewInt(7)}, nil
}

func (l *layer1) Logs(_ context.Context, _ ethereum.FilterQuery, _, to uint64, visit func(uint64, []types.Log) error) error {
	return visit(to, nil)
}

func (l *layer1) BlockLogs(_ context.Context, _ ethereum.FilterQuery, block l1.Ref) (logs []types.Log, err error) {
	if block.Number == 5 {
		for _, op := range l.ops {
			logs = append(logs, operator.PriorityRequestLog(op, 100))
		}
	}
	return logs, nil
}

func (l *layer1) CallContract(context.Context, ethereum.CallMsg, *big.Int) ([]byte, error) {
	return nil, errors.New("calls are made at a block's hash")
}

func (l *layer1) CallContractAtHash(_ context.Context, call ethereum.CallMsg, _ common.Hash) ([]byte, error) {
	number := func(n uint64) []byte { return common.LeftPadBytes(new(big.Int).SetUint64(n).Bytes(), 32) }
	switch selector := [4]byte(call.Data[:4]); selector {
	case [4]byte(crypto.Keccak256([]byte("getTotalBatchesCommitted()"))):
		return number(l.totals.Committed), nil
	case [4]byte(crypto.Keccak256([]byte("getTotalBatchesVerified()"))):
		return number(l.totals.Verified), nil
	case [4]byte(crypto.Keccak256([]byte("getTotalBatchesExecuted()"))):
		return number(l.totals.Executed), nil
	case [4]byte(crypto.Keccak256([]byte("getTotalPriorityTxs()"))):
		return number(uint64(len(l.ops))), nil
	case [4]byte(crypto.Keccak256([]byte("storedBatchHash(uint256)"))):
		h := l.stored[new(big.Int).SetBytes(call.Data[4:]).Uint64()]
		return h[:], nil
	}
	return nil, errors.New("unknown call")
}

// ready is a node and an L1 that has executed its first batch.
func ready(t *testing.T) (*Node, *layer1, Chain) {
	t.Helper()
	n := open(t, prepare(t), t.TempDir())
	t.Cleanup(func() { n.Store.Close() })
	state, err := genesis.ChainState(testGenesis())
	if err != nil {
		t.Fatal(err)
	}
	b := local.Batches{Store: n.Store, First: rollup.GenesisBatch(state.Commitment())}
	l := &layer1{totals: operator.Totals{Committed: 1, Verified: 1, Executed: 1}, stored: map[uint64]common.Hash{0: b.First.Hash()}}
	for i := uint64(1); i <= 3; i++ {
		sealed, err := b.Sealed(i)
		if err != nil {
			t.Fatal(err)
		}
		s := sealed.Stored()
		l.stored[i] = s.Hash()
	}
	return n, l, Chain{L1: l, Contract: common.Address{0xc0}, Batches: b}
}

func TestLost(t *testing.T) {
	n, l, c := ready(t)
	for name, test := range map[string]struct {
		ops  []*rollup.CanonicalTx
		want *Lost
	}{
		"none":     {[]*rollup.CanonicalTx{operation(0, 1), operation(1, 2)}, nil},
		"more":     {[]*rollup.CanonicalTx{operation(0, 1), operation(1, 2), operation(2, 3)}, nil},
		"missing":  {[]*rollup.CanonicalTx{operation(0, 1)}, &Lost{ID: 1, Block: 3, Ours: operation(1, 2).Hash()}},
		"replaced": {[]*rollup.CanonicalTx{operation(0, 1), operation(1, 7)}, &Lost{ID: 1, Block: 3, Ours: operation(1, 2).Hash(), Theirs: operation(1, 7).Hash()}},
	} {
		l.ops = test.ops
		got, err := n.Lost(t.Context(), c)
		if err != nil || (got == nil) != (test.want == nil) || (got != nil && *got != *test.want) {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
	l.stored[1] = common.Hash{1}
	if _, err := n.Lost(t.Context(), c); !errors.Is(err, ErrOtherL1) {
		t.Errorf("another chain: %v", err)
	}
}

func TestLook(t *testing.T) {
	n, l, c := ready(t)
	p, err := n.Look(t.Context(), c, 2)
	if err != nil || p.To.Number != 2 || p.Head.Number != 4 || p.UserTxs != 3 || p.Operations != 1 || p.Batch != 1 || p.Sealed != 3 || p.Reverts() || p.Nothing() {
		t.Errorf("%+v, %v", p, err)
	}
	if p, err := n.Look(t.Context(), c, 4); err != nil || !p.Nothing() {
		t.Errorf("the head: %+v, %v", p, err)
	}
	if _, err := n.Look(t.Context(), c, 5); !errors.Is(err, ErrBeyond) {
		t.Errorf("beyond the head: %v", err)
	}
	if _, err := n.Look(t.Context(), c, 0); !errors.Is(err, ErrExecuted) {
		t.Errorf("an executed batch: %v", err)
	}
	l.totals.Committed = 2
	if p, err := n.Look(t.Context(), c, 2); !errors.Is(err, ErrCommitted) || p == nil || !p.Reverts() {
		t.Errorf("a committed batch: %+v, %v", p, err)
	}
	l.stored[1] = common.Hash{1}
	if _, err := n.Look(t.Context(), c, 2); !errors.Is(err, ErrOtherL1) {
		t.Errorf("another chain: %v", err)
	}
}
