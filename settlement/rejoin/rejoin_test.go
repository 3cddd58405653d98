package rejoin

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"math/big"
	"os"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/chain/batch"
	"github.com/ashlar-labs/ashlar/chain/derive"
	"github.com/ashlar-labs/ashlar/chain/genesis"
	treestore "github.com/ashlar-labs/ashlar/chain/state/store"
	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/escape"
	"github.com/ashlar-labs/ashlar/settlement/l1"
	"github.com/ashlar-labs/ashlar/settlement/local"
	"github.com/ashlar-labs/ashlar/settlement/operator"
	"github.com/ashlar-labs/ashlar/settlement/rollback"
	"github.com/ashlar-labs/ashlar/witness/witnesstest"
)

var (
	contract = common.Address{0xc0}
	key, _   = crypto.ToECDSA(common.LeftPadBytes([]byte{7}, 32))
	rescuer  = crypto.PubkeyToAddress(key.PublicKey)
)

func testGenesis() *store.Genesis {
	return &store.Genesis{
		Config:    rollup.ChainConfig{ChainID: 271, Fork: rollup.ForkOsaka, BlockGasLimit: 100_000_000, MaxGasPerPubdata: 50_000},
		Timestamp: 1000, BaseFee: 100, GasPerPubdata: 7,
		Alloc: types.GenesisAlloc{rollup.L2BaseTokenAddress: {Balance: rollup.BaseTokenSupply().ToBig(), Nonce: 1}},
	}
}

func operation(id uint64) *rollup.CanonicalTx {
	op := &rollup.CanonicalTx{Type: rollup.PriorityTxType, From: common.Address{0xde}, To: common.Address{0xdd}, GasLimit: 300_000, GasPerPubdataLimit: 800, Nonce: id, RefundRecipient: common.Address{0xde}}
	op.MaxFeePerGas.SetUint64(100)
	op.Value.SetUint64(5)
	op.ToMint.SetUint64(1_000_000_000)
	return op
}

// ethereum1 is an L1 on which two operations were requested and a rescuer has settled both as batch 1.
type ethereum1 struct {
	L1
	genesis  rollup.StoredBatchInfo
	made     *stf.BlockResult // the batch's block
	batch    *store.SealedBatch
	tx       *types.Transaction
	mode     bool
	executed uint64 // batches; one is committed
	stored   map[uint64]common.Hash
}

// settledL1 makes the batch with a block that change may spoil.
func settledL1(t *testing.T, to common.Address, change func(*rollup.Block)) *ethereum1 {
	t.Helper()
	g := testGenesis()
	before, err := genesis.ChainState(g)
	if err != nil {
		t.Fatal(err)
	}
	state, _, err := derive.NewMemory(g.Diff())
	if err != nil {
		t.Fatal(err)
	}
	made, err := escape.Block(g, rollup.DACalldata, before, state, 5000, rescuer, []rollup.CanonicalTx{*operation(0), *operation(1)})
	if err != nil {
		t.Fatal(err)
	}
	block := *made.Block
	if change != nil {
		change(&block)
	}
	e := &ethereum1{genesis: rollup.GenesisBatch(before.Commitment()), made: made, executed: 1}
	at := batch.Outside{Chain: &g.Config, Before: before, Pre: state, Tree: state}
	e.batch, _, err = batch.SealOutside(t.Context(), batch.Config{Scheme: rollup.DACalldata, SettlementChainID: 9, Now: time.Now}, at, witnesstest.NoBlobs{}, witnesstest.Native{}, 1, []*rollup.Block{&block})
	if err != nil {
		t.Fatal(err)
	}
	data, err := operator.Settle(&e.genesis, []operator.Committed{operator.Describe(&e.batch.Batch, e.batch.Pubdata)}, []*big.Int{new(big.Int)})
	if err == nil && to != contract {
		data, err = operator.Commit(contract, &e.genesis, []operator.Committed{operator.Describe(&e.batch.Batch, e.batch.Pubdata)})
	}
	if err != nil {
		t.Fatal(err)
	}
	e.tx = types.MustSignNewTx(key, types.LatestSignerForChainID(big.NewInt(9)), &types.DynamicFeeTx{ChainID: big.NewInt(9), To: &to, Data: data})
	stored := e.batch.Stored()
	e.stored = map[uint64]common.Hash{0: e.genesis.Hash(), 1: stored.Hash()}
	return e
}

func (e *ethereum1) HeaderByNumber(context.Context, *big.Int) (*types.Header, error) {
	return &types.Header{Number: big.NewInt(10), BaseFee: big.NewInt(7)}, nil
}
func (e *ethereum1) Final(context.Context) (l1.Ref, error) { return ref(10), nil }
func (e *ethereum1) Block(_ context.Context, n uint64) (l1.Ref, error) {
	return ref(n), nil
}
func (e *ethereum1) BlobBaseFee(context.Context) (*big.Int, error)      { return big.NewInt(1), nil }
func (e *ethereum1) SuggestGasTipCap(context.Context) (*big.Int, error) { return big.NewInt(1), nil }
func (e *ethereum1) TransactionByHash(context.Context, common.Hash) (*types.Transaction, bool, error) {
	return e.tx, false, nil
}
func (e *ethereum1) TransactionReceipt(context.Context, common.Hash) (*types.Receipt, error) {
	return &types.Receipt{BlockNumber: big.NewInt(5)}, nil
}

// ref is a block whose hash is its number.
func ref(n uint64) l1.Ref {
	hash := func(n uint64) common.Hash { return common.BigToHash(new(big.Int).SetUint64(n + 1)) }
	return l1.Ref{Number: n, Hash: hash(n), Parent: hash(n - 1), Time: n}
}

// BlockLogs puts everything into block 5.
func (e *ethereum1) BlockLogs(ctx context.Context, q ethereum.FilterQuery, block l1.Ref) (logs []types.Log, err error) {
	if block.Number == 5 {
		err = e.Logs(ctx, q, 5, 5, func(_ uint64, l []types.Log) error { logs = l; return nil })
	}
	return logs, err
}

func (e *ethereum1) Logs(_ context.Context, _ ethereum.FilterQuery, _, to uint64, visit func(uint64, []types.Log) error) error {
	logs := []types.Log{operator.PriorityRequestLog(operation(0), 100), operator.PriorityRequestLog(operation(1), 100)}
	output := e.batch.Output.Hash()
	logs = append(logs, types.Log{
		Topics: []common.Hash{crypto.Keccak256Hash([]byte("BlockCommit(uint256,bytes32,bytes32)")), common.BigToHash(common.Big1), e.batch.StateAfter, output}, TxHash: e.tx.Hash(),
	})
	return visit(to, logs)
}

func (e *ethereum1) CallContract(_ context.Context, call ethereum.CallMsg, _ *big.Int) ([]byte, error) {
	number := func(n uint64) []byte { return common.LeftPadBytes(new(big.Int).SetUint64(n).Bytes(), 32) }
	answers := map[string]func([]byte) []byte{
		"isPriorityMode()": func([]byte) []byte {
			if e.mode {
				return number(1)
			}
			return number(0)
		},
		"getFirstUnprocessedPriorityTx()": func([]byte) []byte { return number(2) }, "getTotalPriorityTxs()": func([]byte) []byte { return number(2) },
		"getTotalBatchesCommitted()": func([]byte) []byte { return number(1) }, "getTotalBatchesVerified()": func([]byte) []byte { return number(e.executed) },
		"getTotalBatchesExecuted()": func([]byte) []byte { return number(e.executed) },
		"storedBatchHash(uint256)": func(in []byte) []byte {
			h := e.stored[new(big.Int).SetBytes(in).Uint64()]
			return h[:]
		},
	}
	for signature, answer := range answers {
		if [4]byte(crypto.Keccak256([]byte(signature))) == [4]byte(call.Data[:4]) {
			return answer(call.Data[4:]), nil
		}
	}
	return nil, errors.New("unknown call")
}

// node is a node's directory with a batch of its own, which holds the first operation only and which L1 does not have.
func node(t *testing.T, e *ethereum1) *Config {
	t.Helper()
	c := empty(t, e)
	before, err := c.Store.ChainStateAt(0)
	if err != nil {
		t.Fatal(err)
	}
	made, err := escape.Block(c.Store.Genesis(), rollup.DACalldata, before, c.Store.HeadState(), 2000, common.Address{0xfe}, []rollup.CanonicalTx{*operation(0)})
	if err == nil {
		err = c.Store.AppendBlock(made)
	}
	if err == nil {
		err = c.Sealer.Recover()
	}
	if err == nil {
		_, err = c.Sealer.Seal(t.Context(), true)
	}
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// empty is a node's directory that has the genesis.
func empty(t *testing.T, e *ethereum1) *Config {
	t.Helper()
	g := testGenesis()
	s, err := store.Open(store.Config{Dir: "chain", FS: vfs.NewMem()}, g)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	c := &Config{L1: e, Poll: time.Millisecond, Contract: contract, Scheme: rollup.DACalldata, Batches: local.Batches{Store: s, First: e.genesis}}
	c.Node = rollback.Node{Store: s, Removed: t.TempDir() + "/removed", Say: slog.New(slog.DiscardHandler).Info}
	if c.Tree, err = treestore.Open(s.DB(), treestore.DefaultConfig()); err != nil {
		t.Fatal(err)
	}
	cfg := batch.Config{Limits: batch.DefaultLimits(rollup.DACalldata), Scheme: rollup.DACalldata, SettlementChainID: 9, Now: time.Now, Logger: slog.New(slog.DiscardHandler)}
	if c.Sealer, err = batch.NewSealer(cfg, s, c.Tree, witnesstest.NoBlobs{}, witnesstest.Native{}); err != nil {
		t.Fatal(err)
	}
	return c
}

func TestRejoin(t *testing.T) {
	e := settledL1(t, contract, nil)
	c := node(t, e)
	for range 2 { // the second time there is nothing to do
		if err := Rejoin(t.Context(), c); err != nil {
			t.Fatal(err)
		}
		b, err := c.Store.LastBatch()
		if err != nil || b.Number != 1 || b.StateAfter != e.batch.StateAfter || c.Store.Head().PriorityOps != 2 {
			t.Fatalf("%+v, %v", b, err)
		}
		p, err := c.Store.L1Progress()
		if err != nil || p != (store.L1Progress{Committed: 1, Proven: 1, Executed: 1}) {
			t.Fatalf("%+v, %v", p, err)
		}
	}
	if files, err := os.ReadDir(c.Removed); err != nil || len(files) != 1 {
		t.Errorf("%d blocks are kept, %v", len(files), err)
	}
}

// TestRefuses: what cannot be taken changes nothing, except that the block of another program's batch has to be made before it is seen to differ; then the node's own block is in a file.
func TestRefuses(t *testing.T) {
	for name, test := range map[string]struct {
		to     common.Address
		block  func(*rollup.Block)
		change func(*ethereum1)
		want   error
		keeps  bool
	}{
		"priority mode":           {contract, nil, func(e *ethereum1) { e.mode = true }, ErrPriorityMode, true},
		"an operator's batch":     {common.Address{0x77}, nil, nil, ErrForeign, true},
		"another program's batch": {contract, func(b *rollup.Block) { b.Env.PrevRandao = common.Hash{1} }, nil, ErrForeign, false},
		"a late L1 node":          {contract, nil, func(e *ethereum1) { e.stored[1] = common.Hash{} }, nil, true},
		"another chain":           {contract, nil, func(e *ethereum1) { e.stored[0] = common.Hash{1}; e.stored[1] = common.Hash{2} }, nil, true},
	} {
		t.Run(name, func(t *testing.T) {
			e := settledL1(t, test.to, test.block)
			c := node(t, e)
			if test.change != nil {
				test.change(e)
			}
			before := c.Store.Head()
			if err := Rejoin(t.Context(), c); err == nil || (test.want != nil && !errors.Is(err, test.want)) {
				t.Errorf("error %v", err)
			}
			files, _ := os.ReadDir(c.Removed)
			if test.keeps && (c.Store.Head() != before || len(files) != 0) {
				t.Errorf("head %+v, was %+v; %d files", c.Store.Head(), before, len(files))
			}
			if !test.keeps && len(files) != 1 {
				t.Errorf("%d blocks are kept", len(files))
			}
		})
	}
}

// silent is an L1 that does not answer one of the questions, counted from 1.
type silent struct {
	*ethereum1
	asked, not int
}

func (s *silent) answers() error {
	if s.asked++; s.asked == s.not {
		return io.ErrUnexpectedEOF
	}
	return nil
}

func (s *silent) HeaderByNumber(ctx context.Context, n *big.Int) (*types.Header, error) {
	if err := s.answers(); err != nil {
		return nil, err
	}
	return s.ethereum1.HeaderByNumber(ctx, n)
}

func (s *silent) CallContract(ctx context.Context, call ethereum.CallMsg, n *big.Int) ([]byte, error) {
	if err := s.answers(); err != nil {
		return nil, err
	}
	return s.ethereum1.CallContract(ctx, call, n)
}

func (s *silent) Logs(ctx context.Context, q ethereum.FilterQuery, from, to uint64, visit func(uint64, []types.Log) error) error {
	if err := s.answers(); err != nil {
		return err
	}
	return s.ethereum1.Logs(ctx, q, from, to, visit)
}

func (s *silent) BlockLogs(ctx context.Context, q ethereum.FilterQuery, block l1.Ref) ([]types.Log, error) {
	if err := s.answers(); err != nil {
		return nil, err
	}
	return s.ethereum1.BlockLogs(ctx, q, block)
}

func (s *silent) TransactionByHash(ctx context.Context, hash common.Hash) (*types.Transaction, bool, error) {
	if err := s.answers(); err != nil {
		return nil, false, err
	}
	return s.ethereum1.TransactionByHash(ctx, hash)
}

func (s *silent) TransactionReceipt(ctx context.Context, hash common.Hash) (*types.Receipt, error) {
	if err := s.answers(); err != nil {
		return nil, err
	}
	return s.ethereum1.TransactionReceipt(ctx, hash)
}

// TestL1FallsSilent: whichever question L1 does not answer, either the node is as it was and knows that it could not ask, or it has everything.
func TestL1FallsSilent(t *testing.T) {
	e := settledL1(t, contract, nil)
	for n, unasked := 1, true; ; n++ {
		c := node(t, e)
		l := &silent{ethereum1: e, not: n}
		c.L1 = l
		before := c.Store.Head()
		err := Rejoin(t.Context(), c)
		if l.asked < n {
			if n < 10 || err != nil {
				t.Fatalf("after %d questions: %v", l.asked, err)
			}
			return
		}
		if errors.Is(err, ErrUnasked) && unasked && c.Store.Head() == before {
			continue
		}
		unasked = false
		b, batchErr := c.Store.LastBatch()
		p, progressErr := c.Store.L1Progress()
		if err := errors.Join(err, batchErr, progressErr); err != nil {
			t.Fatalf("question %d: %v", n, err)
		}
		if b.StateAfter != e.batch.StateAfter || c.Store.Head().PriorityOps != 2 || p != (store.L1Progress{Committed: 1, Proven: 1, Executed: 1}) {
			t.Fatalf("question %d: batch %+v, L1 %+v", n, b, p)
		}
	}
}

// TestL1StaysSilent: the wait ends with the context.
func TestL1StaysSilent(t *testing.T) {
	e := settledL1(t, contract, nil)
	c := node(t, e)
	ctx, cancel := context.WithCancel(t.Context())
	c.L1 = &gone{ethereum1: e}
	c.Say = func(string, ...any) { cancel() }
	if err := Rejoin(ctx, c); !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
}

// gone answers whether there is something to take, and nothing else.
type gone struct{ *ethereum1 }

func (gone) TransactionByHash(context.Context, common.Hash) (*types.Transaction, bool, error) {
	return nil, false, io.EOF
}
