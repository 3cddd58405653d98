package batch

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"log/slog"
	"math/big"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	treestore "github.com/ashlar-labs/ashlar/chain/state/store"
	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/witness"
)

// chain is a store with a user who can send transactions.
type chain struct {
	t     *testing.T
	fs    *vfs.MemFS
	store *store.Store
	tree  *treestore.Store
	key   *ecdsa.PrivateKey
	user  common.Address
	nonce uint64
}

// counter adds 1 to its slot 0 and sends the word 1 as a log that nobody reads.
var (
	counterAddress = common.HexToAddress("0xc0de")
	counterCode    = common.FromHex("60005460010160005560016000526020600060a060ff5100")
)

func newChain(t *testing.T) *chain {
	key, err := crypto.ToECDSA(common.LeftPadBytes([]byte{7}, 32))
	if err != nil {
		t.Fatal(err)
	}
	c := &chain{t: t, fs: vfs.NewMem(), key: key, user: crypto.PubkeyToAddress(key.PublicKey)}
	c.open()
	return c
}

func (c *chain) genesis() *store.Genesis {
	supply := rollup.BaseTokenSupply().ToBig()
	gift := big.NewInt(1e18)
	return &store.Genesis{
		Config:    rollup.ChainConfig{ChainID: 271, Fork: rollup.ForkOsaka, BlockGasLimit: 100_000_000, MaxGasPerPubdata: 50_000},
		Timestamp: 1000, BaseFee: 100, GasPerPubdata: 7,
		Alloc: types.GenesisAlloc{
			c.user:                    {Balance: gift},
			rollup.L2BaseTokenAddress: {Balance: supply.Sub(supply, gift), Nonce: 1},
			counterAddress:            {Code: counterCode, Nonce: 1},
		},
	}
}

// open opens the database; what was there before is still there.
func (c *chain) open() {
	c.t.Helper()
	s, err := store.Open(store.Config{Dir: "chain", FS: c.fs}, c.genesis())
	if err != nil {
		c.t.Fatal(err)
	}
	if c.tree, err = treestore.Open(s.DB(), treestore.DefaultConfig()); err != nil {
		c.t.Fatal(err)
	}
	c.store = s
}

func (c *chain) reopen() {
	c.t.Helper()
	if err := c.store.Close(); err != nil {
		c.t.Fatal(err)
	}
	c.open()
}

func (c *chain) tx(to common.Address, value int64) []byte {
	cfg := c.genesis().Config
	tx := types.MustSignNewTx(c.key, types.LatestSignerForChainID(cfg.EVM().ChainID), &types.DynamicFeeTx{
		ChainID: cfg.EVM().ChainID, Nonce: c.nonce, GasFeeCap: big.NewInt(1000), GasTipCap: big.NewInt(1), Gas: 200_000, To: &to, Value: big.NewInt(value),
	})
	c.nonce++
	raw, err := tx.MarshalBinary()
	if err != nil {
		c.t.Fatal(err)
	}
	return raw
}

func (c *chain) deposit(id uint64) []byte {
	op := rollup.CanonicalTx{Type: rollup.PriorityTxType, From: common.HexToAddress("0xde"), To: common.HexToAddress("0xdd"), GasLimit: 300_000, GasPerPubdataLimit: 800, Nonce: id, RefundRecipient: c.user}
	op.MaxFeePerGas.SetUint64(100)
	op.Value.SetUint64(5)
	op.ToMint.SetUint64(1_000_000_000)
	return op.Raw()
}

func (c *chain) block(txs ...[]byte) *stf.BlockResult {
	c.t.Helper()
	head := c.store.Head()
	state, err := c.store.ChainStateAt(head.Number)
	if err != nil {
		c.t.Fatal(err)
	}
	pre, err := c.store.StateAt(head.Number)
	if err != nil {
		c.t.Fatal(err)
	}
	env := rollup.BlockEnv{Number: head.Number + 1, Timestamp: head.Timestamp + 1, GasLimit: 100_000_000, GasPerPubdata: 7, Coinbase: common.HexToAddress("0xfee")}
	env.BaseFee.SetUint64(100)
	cfg := c.genesis().Config
	result, err := stf.ExecuteBlock(&cfg, state, pre, &rollup.Block{Env: env, Txs: txs})
	if err != nil {
		c.t.Fatal(err)
	}
	for i, r := range result.Receipts {
		if r.Status != 1 {
			c.t.Fatalf("transaction %d: %s", i, r.Failure)
		}
	}
	if err := c.store.AppendBlock(result); err != nil {
		c.t.Fatal(err)
	}
	return result
}

// native is the guest's program outside the machine. fault, when set, may spoil what it gives.
type native struct {
	runs  int
	fault func(run int, output common.Hash) (common.Hash, error)
}

func (n *native) Run(_ context.Context, input []byte) (common.Hash, uint64, error) {
	w, err := witness.Decode(input)
	if err != nil {
		return common.Hash{}, 0, err
	}
	r, err := witness.Execute(w)
	if err != nil {
		return common.Hash{}, 0, err
	}
	out := r.PublicInput
	if n.runs++; n.fault != nil {
		out, err = n.fault(n.runs, out)
	}
	return out, uint64(len(input)), err
}

// noBlobs stands for calldata.
type noBlobs struct{}

func (noBlobs) VersionedHashes([]byte) ([]common.Hash, error) { return nil, nil }

func (c *chain) sealer(m Machine) *Sealer {
	c.t.Helper()
	s, err := NewSealer(Config{
		Limits: DefaultLimits(rollup.DACalldata), Scheme: rollup.DACalldata, SettlementChainID: 9,
		Now: func() time.Time { return time.Unix(int64(c.store.Head().Timestamp), 0) }, Logger: slog.New(slog.DiscardHandler),
	}, c.store, c.tree, noBlobs{}, m)
	if err != nil {
		c.t.Fatal(err)
	}
	if err := s.Recover(); err != nil {
		c.t.Fatal(err)
	}
	return s
}

func mustSeal(t *testing.T, s *Sealer) *store.SealedBatch {
	t.Helper()
	if sealed, err := s.Seal(context.Background(), true); err != nil || !sealed {
		t.Fatalf("sealed %v, error %v", sealed, err)
	}
	b, err := s.store.LastBatch()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestSealBatches(t *testing.T) {
	c := newChain(t)
	s := c.sealer(&native{})
	c.block(c.deposit(0), c.tx(common.HexToAddress("0xaa"), 1))
	c.block(c.tx(counterAddress, 0), c.tx(counterAddress, 0))
	first := mustSeal(t, s)
	if first.Number != 1 || first.FirstBlock != 1 || first.LastBlock != 2 || first.Output.NumL1Txs != 1 || first.Output.NumL2Txs != 3 || len(first.LogLeaves) != 1 {
		t.Fatalf("first batch: %+v", first.Batch)
	}
	if first.Output.SettlementChainID != 9 || first.Output.DACommitment == (common.Hash{}) || first.GuestOutput != first.PublicInput {
		t.Fatalf("first batch's output: %+v", first.Output)
	}
	c.block(c.deposit(1), c.tx(counterAddress, 0))
	second := mustSeal(t, s)
	if second.Number != 2 || second.StateBefore != first.StateAfter || second.StateAfter == second.StateBefore || second.FirstBlock != 3 {
		t.Fatalf("second batch: %+v", second.Batch)
	}
	if sealed, err := s.Seal(context.Background(), true); sealed || err != nil {
		t.Fatalf("nothing waits, but sealed %v, error %v", sealed, err)
	}
}

// What is proven of a block does not depend on which batches there are: before anything is sealed, and after every block went into some batch, its root is the same, and the
// roots of the blocks that end batches are those that L1 is told.
func TestProofsOfBlocksMatchBatches(t *testing.T) {
	c := newChain(t)
	s := c.sealer(&native{})
	c.block(c.deposit(0), c.tx(common.HexToAddress("0xaa"), 1))
	c.block(c.tx(counterAddress, 0))
	c.block(c.tx(counterAddress, 0), c.tx(common.HexToAddress("0xaa"), 7))
	prove := func(block uint64) common.Hash {
		t.Helper()
		root, account, storage, ok, err := c.store.ProveState(t.Context(), block, c.user, []common.Hash{{}})
		if err != nil || !ok || len(account) == 0 || len(storage) != 1 {
			t.Fatalf("block %d: %v, error %v", block, ok, err)
		}
		return root
	}
	roots, want := map[uint64]common.Hash{}, map[uint64]common.Hash{}
	for n := range c.store.Head().Number + 1 {
		roots[n] = prove(n)
	}
	first := mustSeal(t, s)
	want[first.LastBlock] = first.TreeRoot
	c.block(c.tx(counterAddress, 0))
	roots[4] = prove(4)
	c.block(c.deposit(1), c.tx(counterAddress, 0))
	roots[5] = prove(5)
	second := mustSeal(t, s)
	want[second.LastBlock] = second.TreeRoot
	if first.LastBlock != 3 || second.LastBlock != 5 || roots[3] == roots[2] || roots[4] == roots[3] {
		t.Fatal(first.LastBlock, second.LastBlock, roots)
	}
	for n, root := range want {
		if roots[n] != root {
			t.Errorf("block %d: proven against %v before its batch was sealed, which says %v", n, roots[n], root)
		}
	}
	for n, root := range roots {
		if got := prove(n); got != root {
			t.Errorf("block %d: proven against %v, before its batch was sealed against %v", n, got, root)
		}
	}
	// Between the record of a batch and its tree, the tree before serves.
	if err := c.tree.Rollback(first.Number); err != nil {
		t.Fatal(err)
	}
	for n, root := range roots {
		if got := prove(n); got != root {
			t.Errorf("block %d without the last tree: %v, want %v", n, got, root)
		}
	}
}

// A batch record without its tree version is what a crash between the two writes leaves.
func TestRecoverAfterCrashBetweenRecordAndTree(t *testing.T) {
	c := newChain(t)
	s := c.sealer(&native{})
	c.block(c.tx(counterAddress, 0))
	first := mustSeal(t, s)
	c.block(c.tx(counterAddress, 0), c.deposit2(0))
	second := mustSeal(t, s)
	if err := c.tree.Rollback(first.Number); err != nil {
		t.Fatal(err)
	}
	c.reopen()
	s = c.sealer(&native{})
	root, err := c.tree.Root(second.Number)
	if err != nil || common.Hash(root.Bytes()) != second.TreeRoot {
		t.Fatalf("tree after recovery: %x, error %v, want %v", root.Bytes(), err, second.TreeRoot)
	}
	c.block(c.tx(counterAddress, 0))
	if third := mustSeal(t, s); third.StateBefore != second.StateAfter {
		t.Fatalf("third batch starts at %v, second ends at %v", third.StateBefore, second.StateAfter)
	}
}

// deposit2 is a plain transfer: priority operations would have to come first.
func (c *chain) deposit2(value int64) []byte { return c.tx(common.HexToAddress("0xbb"), value) }

func TestDisagreementStopsSealing(t *testing.T) {
	c := newChain(t)
	s := c.sealer(&native{fault: func(_ int, o common.Hash) (common.Hash, error) { o[31] ^= 1; return o, nil }})
	c.block(c.tx(counterAddress, 0))
	if _, err := s.Seal(context.Background(), true); !errors.Is(err, ErrDisagreement) {
		t.Fatalf("error %v", err)
	}
	if _, err := c.store.LastBatch(); !errors.Is(err, store.ErrNotFound) {
		t.Fatalf("a batch was recorded: %v", err)
	}
	if _, last, _, err := c.tree.Versions(); err != nil || last != 0 {
		t.Fatalf("the tree moved to version %d, error %v", last, err)
	}
}

func TestBatchThatIsTooLongIsSplit(t *testing.T) {
	c := newChain(t)
	m := &native{fault: func(run int, o common.Hash) (common.Hash, error) {
		if run == 1 {
			return o, ErrTooLong
		}
		return o, nil
	}}
	s := c.sealer(m)
	for range 4 {
		c.block(c.tx(counterAddress, 0))
	}
	if b := mustSeal(t, s); b.LastBlock != 2 {
		t.Fatalf("the split batch ends with block %d, want 2", b.LastBlock)
	}
	if b := mustSeal(t, s); b.FirstBlock != 3 || b.LastBlock != 4 {
		t.Fatalf("the rest is blocks %d to %d", b.FirstBlock, b.LastBlock)
	}
}

// A block of the future is as old as it is known: a clock that was set back does not keep it from being sealed.
func TestBlockOfTheFutureIsSealed(t *testing.T) {
	c := newChain(t)
	s := c.sealer(&native{})
	c.block(c.tx(counterAddress, 0))
	clock := time.Unix(int64(c.store.Head().Timestamp), 0).Add(-time.Hour)
	s.cfg.Now = func() time.Time { return clock }
	for _, step := range []struct {
		passes time.Duration
		want   bool
	}{{0, false}, {s.cfg.Limits.Age - 1, false}, {1, true}, {time.Hour, false}} {
		clock = clock.Add(step.passes)
		if sealed, err := s.Seal(context.Background(), false); sealed != step.want || err != nil {
			t.Fatalf("after %v more: sealed %v, %v", step.passes, sealed, err)
		}
	}
}

func TestRunSealsOldBlocks(t *testing.T) {
	c := newChain(t)
	s := c.sealer(&native{})
	s.cfg.Now = func() time.Time { return time.Unix(int64(c.store.Head().Timestamp), 0).Add(time.Hour) }
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- s.Run(ctx) }()
	c.block(c.tx(counterAddress, 0))
	for {
		if b, err := c.store.LastBatch(); err == nil && b.LastBlock == 1 {
			break
		} else if err != nil && !errors.Is(err, store.ErrNotFound) {
			t.Fatal(err)
		}
		time.Sleep(time.Millisecond)
	}
	cancel()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
}
