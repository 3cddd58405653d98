package rpc

import (
	"bytes"
	"context"
	"errors"
	"io"
	"iter"
	"log/slog"
	"math/big"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/event"
	gethrpc "github.com/ethereum/go-ethereum/rpc"
	"github.com/ethereum/go-ethereum/trie"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/rollup"
)

const (
	testChainID   = 271
	testL1ChainID = 9
	testBaseFee   = 100_000_000
	testPubdata   = 50 // gas per pubdata byte
)

var (
	testKey, _ = crypto.HexToECDSA("ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80")
	testUser   = crypto.PubkeyToAddress(testKey.PublicKey)
	testToken  = common.HexToAddress("0x7011")
	testTopic  = crypto.Keccak256Hash([]byte("Transfer(address,address,uint256)"))
	errState   = errors.New("state is gone")
)

// fakeChain is a chain in memory: what the interfaces of backend.go read.
type fakeChain struct {
	mu       sync.Mutex
	blocks   []*Block
	receipts [][]*Receipt
	states   []*fakeState
	batches  []*Batch
	progress Progress
	pool     fakePool
	heads    event.Feed
	call     func(context.Context, *Position, *CallMsg, *tracing.Hooks) (*Receipt, error)
	replay   func(context.Context, *Position, [][]byte, func(int) *tracing.Hooks) error
	tokens   []Token
	broken   error // of every read when set
	oldest   uint64
}

type fakeState struct {
	accounts map[common.Address]rollup.Account
	slots    map[common.Address]map[common.Hash]common.Hash
	codes    map[common.Hash][]byte
}

func (s *fakeState) Account(a common.Address) (rollup.Account, error) {
	if got, ok := s.accounts[a]; ok {
		return got, nil
	}
	return rollup.EmptyAccount(), nil
}

func (s *fakeState) Storage(a common.Address, k common.Hash) (common.Hash, error) {
	return s.slots[a][k], nil
}

func (s *fakeState) Code(h common.Hash) ([]byte, error) {
	if code, ok := s.codes[h]; ok {
		return code, nil
	}
	return nil, errState
}

func (c *fakeChain) Head() (uint64, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return uint64(len(c.blocks) - 1), c.broken
}

func (c *fakeChain) Oldest() uint64 { return c.oldest }

func (c *fakeChain) Block(n uint64) (*Block, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if n >= uint64(len(c.blocks)) {
		return nil, c.broken
	}
	if n > 0 && n < c.oldest {
		return nil, ErrPruned
	}
	return c.blocks[n], c.broken
}

func (c *fakeChain) Header(n uint64) (*types.Header, error) {
	b, err := c.Block(n)
	if b == nil || err != nil {
		return nil, err
	}
	return b.Header, nil
}

func (c *fakeChain) Receipts(n uint64) ([]*Receipt, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if n > 0 && n < c.oldest {
		return nil, ErrPruned
	}
	if n >= uint64(len(c.receipts)) {
		return nil, c.broken
	}
	return c.receipts[n], c.broken
}

func (c *fakeChain) BlocksWithLogs(from, to uint64, addresses []common.Address, topics [][]common.Hash) iter.Seq2[uint64, error] {
	match := (&Criteria{Addresses: addresses, Topics: topics}).mayMatch
	return func(yield func(uint64, error) bool) {
		for n := from; n <= to; n++ {
			h, err := c.Header(n)
			if err != nil || (h != nil && h.Bloom != (types.Bloom{}) && match(h.Bloom)) {
				if !yield(n, err) || err != nil {
					return
				}
			}
		}
	}
}

func (c *fakeChain) BlockNumber(hash common.Hash) (uint64, bool, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for i, b := range c.blocks {
		if b.Hash == hash {
			return uint64(i), true, nil
		}
	}
	return 0, false, c.broken
}

func (c *fakeChain) Transaction(hash common.Hash) (uint64, int, bool, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for n, receipts := range c.receipts {
		for i, r := range receipts {
			if r.TxHash == hash {
				return uint64(n), i, true, nil
			}
		}
	}
	return 0, 0, false, c.broken
}

func (c *fakeChain) SubscribeHead(ch chan<- uint64) event.Subscription { return c.heads.Subscribe(ch) }

func (c *fakeChain) StateAt(n uint64) (State, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if n+1 < c.oldest {
		return nil, ErrPruned
	}
	if n >= uint64(len(c.states)) || c.states[n] == nil {
		return nil, errState
	}
	return c.states[n], nil
}

func (c *fakeChain) ChainStateAt(n uint64) (*rollup.ChainState, error) {
	return &rollup.ChainState{LastBlock: n}, nil
}

func (c *fakeChain) Call(ctx context.Context, at *Position, msg *CallMsg, hooks *tracing.Hooks) (*Receipt, error) {
	return c.call(ctx, at, msg, hooks)
}

func (c *fakeChain) Replay(ctx context.Context, at *Position, txs [][]byte, hooks func(int) *tracing.Hooks) error {
	return c.replay(ctx, at, txs, hooks)
}

func (c *fakeChain) Diff(ctx context.Context, at *Position, txs [][]byte) (*rollup.StateDiff, error) {
	return NewExecutor(c.backend().Config).Diff(ctx, at, txs)
}

func (c *fakeChain) Simulate(at *Position, validate bool) (*stf.Simulation, error) {
	return NewExecutor(c.backend().Config).Simulate(at, validate)
}

func (c *fakeChain) NextBlock() (rollup.BlockEnv, error) {
	head, err := c.Head()
	return rollup.BlockEnv{Number: head + 1, Timestamp: 2000, GasLimit: 100_000_000, GasPerPubdata: testPubdata, BaseFee: *uint256.NewInt(testBaseFee)}, err
}
func (c *fakeChain) SuggestTip() *big.Int        { return big.NewInt(7) }
func (c *fakeChain) L1GasPrice() *big.Int        { return big.NewInt(3_000_000_000) }
func (c *fakeChain) Progress() (Progress, error) { return c.progress, c.broken }
func (c *fakeChain) Tokens() ([]Token, error)    { return c.tokens, nil }

func (c *fakeChain) Batch(n uint64) (*Batch, error) {
	if n == 0 || n > uint64(len(c.batches)) {
		return nil, nil
	}
	return c.batches[n-1], nil
}

// Pubdata of batch n is its number, 1.5 million times.
func (c *fakeChain) Pubdata(n, offset, limit uint64) ([]byte, uint64, error) {
	const total = 1_500_000
	if n == 0 || n > uint64(len(c.batches)) {
		return nil, 0, nil
	}
	return bytes.Repeat([]byte{byte(n)}, int(min(limit, total-min(offset, total)))), total, nil
}

func (c *fakeChain) BatchOfBlock(block uint64) (uint64, bool, error) {
	for _, b := range c.batches {
		if block >= b.FirstBlock && block <= b.LastBlock {
			return b.Number, true, nil
		}
	}
	return 0, block == 0, nil
}

type fakePool struct {
	mu    sync.Mutex
	txs   []*types.Transaction
	added event.Feed
	err   error

	refused map[common.Hash]error
}

func (p *fakePool) Add(_ context.Context, tx *types.Transaction) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.err != nil {
		return p.err
	}
	p.txs = append(p.txs, tx)
	go p.added.Send([]*types.Transaction{tx})
	return nil
}

func (p *fakePool) AddBatch(ctx context.Context, txs []*types.Transaction) []error {
	errs := make([]error, len(txs))
	for i, tx := range txs {
		errs[i] = p.Add(ctx, tx)
	}
	return errs
}

func (p *fakePool) Get(hash common.Hash) *types.Transaction {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, tx := range p.txs {
		if tx.Hash() == hash {
			return tx
		}
	}
	return nil
}

func (p *fakePool) Refused(hash common.Hash) error { return p.refused[hash] }

func (p *fakePool) Nonce(common.Address) uint64 { return 42 }

func (p *fakePool) Content() (pending, queued map[common.Address][]*types.Transaction) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return accountTxs{testUser: p.txs}, accountTxs{}
}

func (p *fakePool) Stats() (int, int) { p.mu.Lock(); defer p.mu.Unlock(); return len(p.txs), 0 }

func (p *fakePool) SubscribeTransactions(ch chan<- []*types.Transaction) event.Subscription {
	return p.added.Subscribe(ch)
}

func sign(data types.TxData) *types.Transaction {
	return types.MustSignNewTx(testKey, types.LatestSignerForChainID(big.NewInt(testChainID)), data)
}

func raw(tx *types.Transaction) []byte {
	b, err := tx.MarshalBinary()
	if err != nil {
		panic(err)
	}
	return b
}

func testOp() *rollup.CanonicalTx {
	op := &rollup.CanonicalTx{
		Type: rollup.PriorityTxType, From: common.HexToAddress("0xf40"), To: testUser, GasLimit: 1_000_000, GasPerPubdataLimit: 800, Nonce: 3,
		RefundRecipient: testUser, Data: []byte{1, 2, 3},
	}
	op.MaxFeePerGas.SetUint64(testBaseFee)
	op.Value.SetUint64(1e18)
	op.ToMint.SetUint64(2e18)
	return op
}

// extend appends a block; nothing but its form is checked.
func (c *fakeChain) extend(txs [][]byte, receipts []*Receipt) *Block {
	c.mu.Lock()
	defer c.mu.Unlock()
	n := len(c.blocks)
	zero := uint64(0)
	h := &types.Header{
		Number: big.NewInt(int64(n)), Time: 1000 + uint64(n), GasLimit: 100_000_000, BaseFee: big.NewInt(testBaseFee), Difficulty: new(big.Int),
		Extra: rollup.HeaderExtra(testPubdata), UncleHash: types.EmptyUncleHash, WithdrawalsHash: &types.EmptyWithdrawalsHash, BlobGasUsed: &zero,
		ExcessBlobGas: &zero, ParentBeaconRoot: &common.Hash{}, RequestsHash: &types.EmptyRequestsHash, TxHash: types.EmptyTxsHash,
		ReceiptHash: types.EmptyReceiptsHash, MixDigest: common.Hash{byte(n)}, Coinbase: common.HexToAddress("0xc0"),
	}
	if n > 0 {
		h.ParentHash = c.blocks[n-1].Hash
	}
	var eth types.Transactions
	for i, r := range receipts {
		h.GasUsed += r.GasUsed
		r.CumulativeGasUsed = h.GasUsed
		r.Bloom = types.CreateBloom(&types.Receipt{Logs: r.Logs})
		for j := range h.Bloom {
			h.Bloom[j] |= r.Bloom[j]
		}
		tx := new(types.Transaction)
		if tx.UnmarshalBinary(txs[i]) == nil {
			eth = append(eth, tx)
		}
	}
	if len(txs) > 0 {
		h.TxHash = types.DeriveSha(eth, trie.NewListHasher()) // right for blocks without priority operations
	}
	b := &Block{Header: h, Hash: h.Hash(), Txs: txs}
	c.blocks, c.receipts = append(c.blocks, b), append(c.receipts, receipts)
	c.states = append(c.states, c.states[len(c.states)-1])
	return b
}

func receiptOf(tx *types.Transaction, logs ...*types.Log) *Receipt {
	return &Receipt{
		TxHash: tx.Hash(), Type: tx.Type(), Status: 1, GasUsed: 30_000, PubdataBytes: 40, PubdataGas: 2000, From: testUser, To: tx.To(),
		EffectiveGasPrice: uint256.MustFromBig(effectivePrice(tx, big.NewInt(testBaseFee))), Logs: logs,
	}
}

func transferLog(n byte) *types.Log {
	return &types.Log{Address: testToken, Topics: []common.Hash{testTopic, {n}}, Data: []byte{n}}
}

// newFakeChain has blocks 1 (four Ethereum types), 2 (a priority operation and a withdrawal), 3 (empty), 4 (a failure; not in a batch); batch 1 is blocks 1 and 2, executed;
// batch 2 is block 3, committed.
func newFakeChain() *fakeChain {
	code := []byte{0x60, 0x00}
	state := &fakeState{
		accounts: map[common.Address]rollup.Account{
			testUser:  {Nonce: 5, Balance: *uint256.NewInt(1e18), CodeHash: rollup.EmptyCodeHash},
			testToken: {Nonce: 1, CodeHash: crypto.Keccak256Hash(code), CodeLen: 2},
		},
		slots: map[common.Address]map[common.Hash]common.Hash{testToken: {{31: 1}: {31: 9}}},
		codes: map[common.Hash][]byte{crypto.Keccak256Hash(code): code},
	}
	c := &fakeChain{states: []*fakeState{state}}
	c.extend(nil, nil)
	c.states = c.states[:1]
	to := common.HexToAddress("0x70")
	price, tip := big.NewInt(3*testBaseFee), big.NewInt(11)
	txs := []*types.Transaction{
		sign(&types.LegacyTx{Nonce: 0, GasPrice: price, Gas: 50_000, To: &to, Value: big.NewInt(1)}),
		sign(&types.AccessListTx{ChainID: big.NewInt(testChainID), Nonce: 1, GasPrice: price, Gas: 50_000, To: &to, AccessList: types.AccessList{{Address: to, StorageKeys: []common.Hash{{1}}}}}),
		sign(&types.DynamicFeeTx{ChainID: big.NewInt(testChainID), Nonce: 2, GasFeeCap: price, GasTipCap: tip, Gas: 50_000, Data: []byte{0xfe}}),
		sign(&types.SetCodeTx{ChainID: uint256.NewInt(testChainID), Nonce: 3, GasFeeCap: uint256.MustFromBig(price), GasTipCap: uint256.MustFromBig(tip), Gas: 90_000, To: to,
			AuthList: []types.SetCodeAuthorization{{ChainID: *uint256.NewInt(testChainID), Address: to, Nonce: 9}}}),
	}
	var raws [][]byte
	var receipts []*Receipt
	for i, tx := range txs {
		raws, receipts = append(raws, raw(tx)), append(receipts, receiptOf(tx, transferLog(byte(2*i)), transferLog(byte(2*i+1))))
	}
	receipts[2].ContractAddress = crypto.CreateAddress(testUser, 2)
	c.extend(raws, receipts)

	op := testOp()
	withdrawal := sign(&types.DynamicFeeTx{ChainID: big.NewInt(testChainID), Nonce: 4, GasFeeCap: price, GasTipCap: tip, Gas: 50_000, To: &rollup.L2BaseTokenAddress})
	first := &Receipt{TxHash: op.Hash(), Type: op.Type, Status: 1, GasUsed: 50_000, From: op.From, To: &op.To, EffectiveGasPrice: &op.MaxFeePerGas,
		L2ToL1Logs: []rollup.L2ToL1Log{rollup.PriorityResultLog(0, op.Hash(), true)}}
	message := []byte("withdraw")
	second := receiptOf(withdrawal, &types.Log{Address: rollup.L1MessengerAddress, Topics: []common.Hash{rollup.L1MessageSentTopic}})
	second.L2ToL1Logs = []rollup.L2ToL1Log{
		rollup.MessageLog(0, testUser, crypto.Keccak256Hash([]byte("another"))), rollup.MessageLog(0, rollup.L2BaseTokenAddress, crypto.Keccak256Hash(message)),
	}
	second.Messages = [][]byte{[]byte("another"), message}
	c.extend([][]byte{op.Raw(), raw(withdrawal)}, []*Receipt{first, second})
	c.extend(nil, nil)
	failing := sign(&types.DynamicFeeTx{ChainID: big.NewInt(testChainID), Nonce: 5, GasFeeCap: price, GasTipCap: tip, Gas: 30_000, To: &testToken})
	failed := receiptOf(failing)
	failed.Status, failed.Failure = 0, "out of gas: pubdata"
	c.extend([][]byte{raw(failing)}, []*Receipt{failed})
	c.batches = []*Batch{
		{Batch: rollup.Batch{Number: 1, FirstBlock: 1, LastBlock: 2, TreeRoot: common.Hash{7}, Output: rollup.BatchOutput{NumL1Txs: 1, NumL2Txs: 5, LastBlockTimestamp: 1002}},
			Commit: L1Step{common.Hash{0xc1}, time.Unix(5000, 0)}, Prove: L1Step{common.Hash{0xb1}, time.Unix(5001, 0)}, Execute: L1Step{common.Hash{0xe1}, time.Unix(5002, 0)},
			LogLeaves: leavesOf(4, first, second), ProofDescription: unproven, DAName: "blobs", PubdataBytes: 500, GuestCycles: 12345},
		{Batch: rollup.Batch{Number: 2, FirstBlock: 3, LastBlock: 3, TreeRoot: common.Hash{8}, Output: rollup.BatchOutput{LastBlockTimestamp: 1003}},
			Commit: L1Step{common.Hash{0xc2}, time.Unix(5003, 0)}, DAName: "blobs"},
	}
	c.progress = Progress{Sealed: 2, Committed: 2, Proven: 1, Executed: 1}
	return c
}

// leavesOf are the leaves of the logs when the first receipt is transaction first of its batch.
func leavesOf(first uint16, receipts ...*Receipt) (leaves []common.Hash) {
	for i, r := range receipts {
		for _, l := range r.L2ToL1Logs {
			l.TxNumberInBatch = first + uint16(i)
			leaves = append(leaves, l.Hash())
		}
	}
	return leaves
}

func (c *fakeChain) backend() *Backend {
	return &Backend{
		Config: rollup.ChainConfig{ChainID: testChainID, Fork: rollup.ForkOsaka, BlockGasLimit: 100_000_000, MaxGasPerPubdata: 1000},
		L1: L1Info{ChainID: testL1ChainID, Bridgehub: common.Address{1}, ChainContract: common.Address{2}, AssetRouter: common.Address{3}, Nullifier: common.Address{4},
			NativeTokenVault: common.Address{5}, BaseToken: common.HexToAddress("0x1")},
		Chain: c, Heads: c, State: c, Executor: c, Pool: &c.pool, Fees: c, Batches: c, Tokens: c, Index: newMemIndex(),
	}
}

type fixture struct {
	*fakeChain
	server *Server
	http   *gethrpc.Client
	ws     *gethrpc.Client
	eth    *ethclient.Client // over WebSocket
}

func start(t testing.TB, change func(*Config)) *fixture {
	t.Helper()
	chain := newFakeChain()
	cfg := DefaultConfig()
	if change != nil {
		change(&cfg)
	}
	server, err := New(cfg, chain.backend(), discard())
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- server.Run(ctx) }()
	f := &fixture{fakeChain: chain, server: server}
	if f.http, err = gethrpc.Dial(server.HTTPEndpoint()); err != nil {
		t.Fatal(err)
	}
	if f.ws, err = gethrpc.Dial(server.WSEndpoint()); err != nil {
		t.Fatal(err)
	}
	f.eth = ethclient.NewClient(f.ws)
	t.Cleanup(func() {
		f.http.Close()
		f.ws.Close()
		cancel()
		if err := <-done; err != nil {
			t.Error("server:", err)
		}
	})
	return f
}

// get calls over HTTP and decodes into a T.
func get[T any](t testing.TB, f *fixture, method string, args ...any) T {
	t.Helper()
	var out T
	if err := f.http.Call(&out, method, args...); err != nil {
		t.Fatalf("%s: %v", method, err)
	}
	return out
}

// refuse wants an error with this code and text.
func refuse(t testing.TB, f *fixture, code int, text, method string, args ...any) {
	t.Helper()
	var out any
	err := f.http.Call(&out, method, args...)
	var coded gethrpc.Error
	if !errors.As(err, &coded) || coded.ErrorCode() != code || err.Error() != text {
		t.Errorf("%s: got %v (%v), want %d %q", method, err, out, code, text)
	}
}

func discard() *slog.Logger { return slog.New(slog.NewTextHandler(io.Discard, nil)) }
