package settlement_test

import (
	"context"
	"crypto/ecdsa"
	"log/slog"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/derive"
	"github.com/ashlar-labs/ashlar/chain/genesis"
	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/contracts/bindings"
	"github.com/ashlar-labs/ashlar/contracts/deploy"
	devl1 "github.com/ashlar-labs/ashlar/devnet/l1"
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
	"github.com/ashlar-labs/ashlar/settlement/txmgr"
	"github.com/ashlar-labs/ashlar/settlement/watch"
)

const l2ChainID = 271

// bench is a chain whose blocks the test makes itself.
type bench struct {
	t      *testing.T
	node   *devl1.L1
	client *l1.Client
	chain  *l2
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
	var err error
	g := genesis.Default(l2ChainID)
	options := deploy.DefaultOptions()
	options.Poll = 2 * time.Millisecond
	contracts := contractsOf(b.client.ID(), g.Chain, rollup.DABlobs)
	if b.chain, err = deployAll(t.Context(), b.client, devl1.Operators()[devl1.Deployer].Key, contracts, g, options); err != nil {
		t.Fatal(err)
	}
	var root common.Hash
	if b.state, root, err = derive.NewMemory(b.chain.Genesis.Diff()); err != nil {
		t.Fatal(err)
	}
	if b.now = *b.chain.State; root != b.now.TreeRoot {
		t.Fatalf("genesis tree root %v, derived %v", b.now.TreeRoot, root)
	}
	return b
}

// deposit sends ether from L1 and waits until it is mined.
func (b *bench) deposit(from devl1.Account, to common.Address, amount *big.Int) {
	b.t.Helper()
	hub := bindings.NewBridgehub()
	price, gas, perByte := big.NewInt(1e10), big.NewInt(1_000_000), big.NewInt(800)
	id := big.NewInt(l2ChainID)
	out, err := b.client.CallContract(b.t.Context(), ethereum.CallMsg{To: &b.chain.Deployment.Bridgehub, Data: hub.PackL2TransactionBaseCost(id, price, gas, perByte)}, nil)
	if err != nil {
		b.t.Fatal(err)
	}
	mint := new(big.Int).Add(new(big.Int).SetBytes(out), amount)
	data := hub.PackRequestL2TransactionDirect(bindings.L2TransactionRequestDirect{
		ChainId: id, MintValue: mint, L2Contract: to, L2Value: amount, L2GasLimit: gas, L2GasPerPubdataByteLimit: perByte, RefundRecipient: to,
	})
	m, err := txmgr.New(b.client, &durable.Memory{}, txmgr.KeySigner(from.Key, b.client.ID()), b.senderConfig())
	if err != nil {
		b.t.Fatal(err)
	}
	if err := m.Submit(b.t.Context(), txmgr.Intent{Key: "deposit", To: b.chain.Deployment.Bridgehub, Data: data, ValueWei: mint}); err != nil {
		b.t.Fatal(operator.Explain(err))
	}
	for s := (txmgr.Status{}); s.State != txmgr.Final; {
		if err = m.Tick(b.t.Context()); err == nil {
			s, err = m.Status("deposit")
		}
		if err != nil || s.Reverted {
			b.t.Fatalf("%+v, %v", s, err)
		}
	}
}

func (b *bench) senderConfig() txmgr.Config {
	cfg := txmgr.DefaultConfig()
	cfg.ChainID, cfg.Log = b.client.ID(), slog.New(slog.DiscardHandler)
	return cfg
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
	accounts := devl1.Operators()
	cfg.Chain, cfg.Timelock, cfg.Log = b.chain.Deployment.Chain, b.chain.Deployment.Timelock, slog.New(slog.DiscardHandler)
	cfg.Committer = txmgr.KeySigner(accounts[devl1.Committer].Key, b.client.ID())
	cfg.Prover = txmgr.KeySigner(accounts[devl1.Prover].Key, b.client.ID())
	cfg.Executor = txmgr.KeySigner(accounts[devl1.Executor].Key, b.client.ID())
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
	b.deposit(alice, alice.Address, ether)
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
	id := big.NewInt(l2ChainID)
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

// l2 is a chain that exists on L1, with the genesis that it was created with.
type l2 struct {
	Deployment *deploy.Deployment
	Config     *genesis.Config
	Genesis    *store.Genesis
	State      *rollup.ChainState // after the genesis, with tree root
}

// contractsOf is the deployment of a development network with the accounts of devnet/l1.
func contractsOf(l1ChainID uint64, chain rollup.ChainConfig, scheme rollup.DAScheme) deploy.Config {
	accounts := devl1.Operators()
	deployer := accounts[devl1.Deployer].Address
	return deploy.DefaultConfig(l1ChainID, chain, scheme, deployer, deploy.Operators{
		Committer: accounts[devl1.Committer].Address, Prover: accounts[devl1.Prover].Address, Executor: accounts[devl1.Executor].Address, Reverter: deployer,
	})
}

// deployAll ties L1 and L2: addresses on L1 go into the genesis, and the commitment to the genesis into the creation of the chain.
func deployAll(ctx context.Context, l1 deploy.L1, key *ecdsa.PrivateKey, contracts deploy.Config, g genesis.Config, options deploy.Options) (*l2, error) {
	c := &l2{Config: &g}
	commitment := func(predicted *deploy.Deployment) (common.Hash, error) {
		g.L1ChainID, g.L1AssetRouter = predicted.L1ChainID, predicted.AssetRouter
		if err := g.Check(); err != nil {
			return common.Hash{}, err
		}
		var err error
		if c.Genesis, err = g.Genesis(); err != nil {
			return common.Hash{}, err
		}
		if c.State, err = genesis.ChainState(c.Genesis); err != nil {
			return common.Hash{}, err
		}
		return c.State.Commitment(), nil
	}
	var err error
	c.Deployment, err = deploy.Deploy(ctx, l1, key, contracts, commitment, options)
	return c, err
}
