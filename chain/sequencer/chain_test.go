package sequencer

import (
	"crypto/ecdsa"
	"io"
	"log/slog"
	"math/big"
	"sync"
	"testing"
	"time"

	"github.com/ashlar-labs/ashlar/chain/fees"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/chain/txpool"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"
)

const minBaseFee = 100_000_000

var (
	signer   = types.LatestSignerForChainID(big.NewInt(271))
	operator = common.HexToAddress("0x0b")
	sink     = common.HexToAddress("0x51")
	// writer writes as many slots as its call data has bytes.
	writer = common.HexToAddress("0x33")
	logger = slog.New(slog.NewTextHandler(io.Discard, nil))
)

// writerCode: for i from CALLDATASIZE down to 1, slot i = keccak(i, CALLER).
var writerCode = common.FromHex("33602052365b8015601b57805f5260405f208155600190036005565b00")

func testKey(n int) *ecdsa.PrivateKey {
	k, err := crypto.ToECDSA(common.BigToHash(big.NewInt(int64(n + 1))).Bytes())
	if err != nil {
		panic(err)
	}
	return k
}

func addressOf(k *ecdsa.PrivateKey) common.Address { return crypto.PubkeyToAddress(k.PublicKey) }

func testGenesis(accounts int) *store.Genesis {
	g := &store.Genesis{
		Config:    rollup.ChainConfig{ChainID: 271, Fork: rollup.ForkOsaka, BlockGasLimit: 100_000_000, MaxGasPerPubdata: 50_000},
		Timestamp: 1_700_000_000, BaseFee: minBaseFee, GasPerPubdata: 5,
		Alloc: types.GenesisAlloc{
			rollup.L2BaseTokenAddress:    {Balance: rollup.BaseTokenSupply().ToBig()},
			params.HistoryStorageAddress: {Nonce: 1, Code: params.HistoryStorageCode},
			writer:                       {Nonce: 1, Code: writerCode},
		},
	}
	for i := range accounts {
		g.Alloc[addressOf(testKey(i))] = types.Account{Balance: new(big.Int).Mul(big.NewInt(1000), big.NewInt(params.Ether))}
	}
	return g
}

// queue is an L1 queue of priority operations.
type queue struct {
	mu  sync.Mutex // of deposit and Next, for tests with Run
	ops []rollup.CanonicalTx
	err error
}

func (q *queue) Next(from uint64, max int) ([]rollup.CanonicalTx, error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.err != nil || from >= uint64(len(q.ops)) {
		return nil, q.err
	}
	rest := q.ops[from:]
	return rest[:min(max, len(rest))], nil
}

// deposit adds an operation that gives 1000 wei to the sink.
func (q *queue) deposit(edit func(*rollup.CanonicalTx)) {
	q.mu.Lock()
	defer q.mu.Unlock()
	op := rollup.CanonicalTx{
		Type: rollup.PriorityTxType, From: sink, To: sink, GasLimit: 200_000, GasPerPubdataLimit: 800, MaxFeePerGas: *uint256.NewInt(minBaseFee),
		Nonce: uint64(len(q.ops)), Value: *uint256.NewInt(1000), RefundRecipient: sink,
	}
	if edit != nil {
		edit(&op)
	}
	op.ToMint.Mul(uint256.NewInt(op.GasLimit), &op.MaxFeePerGas)
	op.ToMint.Add(&op.ToMint, &op.Value)
	q.ops = append(q.ops, op)
}

// node is a sequencer with everything around it.
type node struct {
	*Sequencer
	store *store.Store
	pool  *txpool.Pool
	queue *queue
	fees  *fees.Oracle
	clock time.Time
}

// newNode starts a node on the disk; edit may change its configuration.
func newNode(t testing.TB, disk vfs.FS, genesis *store.Genesis, edit func(*Config)) *node {
	t.Helper()
	s, err := store.Open(store.Config{Dir: "chain", FS: disk}, genesis)
	if err != nil {
		t.Fatal(err)
	}
	n := &node{store: s, queue: &queue{}, clock: time.Unix(1_700_000_000, 0)}
	if n.pool, err = txpool.New(txpool.DefaultConfig(), &genesis.Config, s, logger); err != nil {
		t.Fatal(err)
	}
	policy := fees.DefaultConfig()
	policy.MinBaseFee = minBaseFee
	if n.fees, err = fees.NewOracle(policy); err != nil {
		t.Fatal(err)
	}
	config := DefaultConfig(&genesis.Config, rollup.DABlobs)
	config.Coinbase = operator
	if edit != nil {
		edit(&config)
	}
	n.Sequencer, err = New(config, Parts{
		Chain: s, Pool: n.pool, Operations: n.queue, Pricer: n.fees, Now: func() time.Time { return n.clock },
		Random: func() common.Hash { return common.Hash{7} }, Logger: logger,
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func (n *node) close(t testing.TB) {
	t.Helper()
	if err := n.pool.Close(); err != nil {
		t.Error(err)
	}
	if err := n.store.Close(); err != nil {
		t.Error(err)
	}
}

func startNode(t *testing.T, accounts int, edit func(*Config)) *node {
	n := newNode(t, vfs.NewMem(), testGenesis(accounts), edit)
	t.Cleanup(func() { n.close(t) })
	return n
}

// send signs and adds a transaction of account i.
func (n *node) send(t testing.TB, i int, nonce uint64, edit func(*types.DynamicFeeTx)) common.Hash {
	t.Helper()
	hash, err := n.pool.Add(signed(t, i, nonce, edit))
	if err != nil {
		t.Fatal(err)
	}
	return hash
}

func signed(t testing.TB, i int, nonce uint64, edit func(*types.DynamicFeeTx)) []byte {
	t.Helper()
	tx := &types.DynamicFeeTx{ChainID: big.NewInt(271), Nonce: nonce, GasTipCap: new(big.Int), GasFeeCap: big.NewInt(2 * minBaseFee), Gas: 100_000, To: &sink, Value: big.NewInt(1)}
	if edit != nil {
		edit(tx)
	}
	out, err := types.SignNewTx(testKey(i), signer, tx)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := out.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// writes is a call that writes n slots.
func writes(n int) func(*types.DynamicFeeTx) {
	return func(tx *types.DynamicFeeTx) {
		tx.To, tx.Value, tx.Data, tx.Gas = &writer, new(big.Int), make([]byte, n), 100_000+uint64(n)*23_000
	}
}
