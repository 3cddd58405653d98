package settlement_test

import (
	"context"
	"log/slog"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/derive"
	"github.com/ashlar-labs/ashlar/chain/stf"
	devl1 "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/devnet/l1/chaintest"
	"github.com/ashlar-labs/ashlar/devnet/l1/l1test"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement"
	"github.com/ashlar-labs/ashlar/settlement/da"
	"github.com/ashlar-labs/ashlar/settlement/durable"
	"github.com/ashlar-labs/ashlar/settlement/fetch"
	"github.com/ashlar-labs/ashlar/settlement/l1"
	"github.com/ashlar-labs/ashlar/settlement/operator"
	"github.com/ashlar-labs/ashlar/settlement/prove"
	"github.com/ashlar-labs/ashlar/settlement/stage"
	"github.com/ashlar-labs/ashlar/settlement/watch"
)

// bench is a chain whose blocks the test makes itself.
type bench struct {
	t      *testing.T
	node   *devl1.L1
	client *l1.Client
	chain  *chaintest.Chain
	state  *derive.Memory
	now    rollup.ChainState
	sealed []*stage.Batch
}

func (b *bench) LastSealed() (uint64, error)           { return uint64(len(b.sealed)), nil }
func (b *bench) Sealed(n uint64) (*stage.Batch, error) { return b.sealed[n-1], nil }
func (b *bench) Genesis() rollup.StoredBatchInfo {
	return rollup.GenesisBatch(b.chain.State.Commitment())
}

func newBench(t *testing.T) *bench {
	t.Helper()
	b := &bench{t: t}
	b.node = l1test.Start(t, 0)
	b.client = l1test.Dial(t, b.node)
	b.chain = chaintest.New(t, b.client, rollup.DABlobs)
	var err error
	var root common.Hash
	if b.state, root, err = derive.NewMemory(b.chain.Genesis.Diff()); err != nil {
		t.Fatal(err)
	}
	if b.now = *b.chain.State; root != b.now.TreeRoot {
		t.Fatalf("genesis tree root %v, derived %v", b.now.TreeRoot, root)
	}
	return b
}

// seal executes blocks with these transactions (one block each) and seals them as a batch.
func (b *bench) seal(txs ...[]byte) *stf.BatchResult {
	b.t.Helper()
	head, err := b.client.Head(b.t.Context())
	if err != nil {
		b.t.Fatal(err)
	}
	var blocks []*rollup.Block
	for i, tx := range txs {
		block := &rollup.Block{Txs: [][]byte{tx}}
		block.Env = rollup.BlockEnv{Number: b.now.LastBlock + 1 + uint64(i), Timestamp: head.Time, GasLimit: b.chain.Config.Chain.BlockGasLimit, GasPerPubdata: 10, Coinbase: common.Address{0xfe}}
		block.Env.BaseFee = *uint256.NewInt(b.chain.Config.BaseFee)
		blocks = append(blocks, block)
	}
	res, err := stf.ExecuteBatch(&b.chain.Config.Chain, &b.now, b.state, blocks)
	if err != nil {
		b.t.Fatal(err)
	}
	pubdata := res.Pubdata.Encode()
	data, err := da.Prepare(rollup.DABlobs, pubdata)
	if err != nil {
		b.t.Fatal(err)
	}
	after := res.After
	if after.TreeRoot, err = b.state.Apply(0, &res.Diff); err != nil {
		b.t.Fatal(err)
	}
	out := res.Output
	out.DAScheme, out.DACommitment, out.SettlementChainID = rollup.DABlobs, data.Commitment, b.client.ID()
	batch := &stage.Batch{Pubdata: pubdata, Batch: rollup.Batch{
		Number: uint64(len(b.sealed)) + 1, FirstBlock: b.now.LastBlock + 1, LastBlock: after.LastBlock, StateBefore: b.now.Commitment(), StateAfter: after.Commitment(),
		TreeRoot: after.TreeRoot, ConfigHash: b.chain.Config.Chain.Hash(), Output: out,
	}}
	batch.PublicInput = rollup.PublicInput(batch.StateBefore, batch.StateAfter, batch.ConfigHash, out.Hash())
	b.sealed, b.now = append(b.sealed, batch), after
	return res
}

// settle takes all sealed batches to L1 until they are executed.
func (b *bench) settle(archive *da.Archive) {
	b.t.Helper()
	cfg := settlement.DefaultConfig()
	cfg.Chain, cfg.Timelock, cfg.Log = b.chain.Deployment.Chain, b.chain.Deployment.Timelock, slog.New(slog.DiscardHandler)
	cfg.Committer, cfg.Prover, cfg.Executor = chaintest.Signers(b.client.ID())
	s, err := settlement.New(b.client, &durable.Memory{}, b, archive, prove.PublicInputs{}, cfg)
	if err != nil {
		b.t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(b.t.Context(), 5*time.Minute)
	defer cancel()
	contract := operator.Contract{L1: b.client, Chain: cfg.Chain, Timelock: cfg.Timelock}
	for totals := (operator.Totals{}); totals.Executed < uint64(len(b.sealed)); {
		if err = s.Step(ctx); err == nil {
			totals, err = contract.Totals(ctx, nil)
		}
		if err != nil {
			b.t.Fatal(err)
		}
	}
}

// TestFromDepositToDerivation: ether deposited on L1 arrives, is sent on, the batches are settled, and the state is rebuilt from L1 alone.
func TestFromDepositToDerivation(t *testing.T) {
	b := newBench(t)
	alice, bob := devl1.Accounts()[0], common.Address{0xb0}
	ether := big.NewInt(1e18)
	b.chain.Deposit(t, alice.Key, alice.Address, ether)
	w, err := watch.New(b.client, &durable.Memory{}, watch.DefaultConfig(b.chain.Deployment.Chain))
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Poll(t.Context()); err != nil {
		t.Fatal(err)
	}
	ops, err := w.Next(0, 10)
	if err != nil || len(ops) != 1 {
		t.Fatalf("%d operations, %v", len(ops), err)
	}
	first := b.seal(ops[0].Tx.Raw())
	if r := first.Blocks[0].Receipts[0]; r.Status != types.ReceiptStatusSuccessful || first.Output.NumL1Txs != 1 {
		t.Fatalf("deposit: %+v", r)
	}
	sender, err := b.state.Account(alice.Address)
	if err != nil {
		t.Fatal(err)
	}
	b.seal(b.sign(alice, sender.Nonce, &bob, 5, nil), b.sign(alice, sender.Nonce+1, nil, 0, common.FromHex("0x6001600c60003960016000f300")))
	archive, err := da.OpenArchive("")
	if err != nil {
		t.Fatal(err)
	}
	b.settle(archive)
	b.rebuild(bob, crypto.CreateAddress(alice.Address, sender.Nonce+1))
}

// sign makes a transaction on L2.
func (b *bench) sign(from devl1.Account, nonce uint64, to *common.Address, valueWei int64, data []byte) []byte {
	b.t.Helper()
	id := big.NewInt(chaintest.ChainID)
	raw, err := types.MustSignNewTx(from.Key, types.LatestSignerForChainID(id), &types.DynamicFeeTx{
		ChainID: id, Nonce: nonce, GasTipCap: new(big.Int), GasFeeCap: big.NewInt(1e10), Gas: 200_000, To: to, Value: big.NewInt(valueWei), Data: data,
	}).MarshalBinary()
	if err != nil {
		b.t.Fatal(err)
	}
	return raw
}

// rebuild derives the state from L1 and compares it.
func (b *bench) rebuild(bob, created common.Address) {
	b.t.Helper()
	d := b.chain.Deployment
	source, err := fetch.Open(b.t.Context(), b.client, fetch.Config{Chain: d.Chain, StartBlock: d.StartBlock, Blobs: da.Remote{URL: b.node.HTTPURL() + "/blobs"}})
	if err != nil {
		b.t.Fatal(err)
	}
	if err := source.CheckGenesis(b.t.Context(), b.chain.State.Commitment()); err != nil {
		b.t.Fatal(err)
	}
	state, _, err := derive.NewMemory(b.chain.Genesis.Diff())
	if err != nil {
		b.t.Fatal(err)
	}
	after, last, err := derive.Run(b.t.Context(), *b.chain.State, 0, state, source, nil)
	if err != nil || last != 2 || *after != b.now {
		b.t.Fatalf("batch %d, %v", last, err)
	}
	if a, _ := state.Account(bob); a.Balance.Uint64() != 5 {
		b.t.Errorf("bob has %v", &a.Balance)
	}
	if a, _ := state.Account(created); a.CodeLen != 1 {
		b.t.Errorf("created contract has %d bytes", a.CodeLen)
	}
}
