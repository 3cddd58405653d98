package node_test

import (
	"context"
	"crypto/ecdsa"
	"encoding/json"
	"errors"
	"log/slog"
	"maps"
	"math/big"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/crypto"
	gethrpc "github.com/ethereum/go-ethereum/rpc"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/fees"
	"github.com/ashlar-labs/ashlar/chain/genesis"
	"github.com/ashlar-labs/ashlar/chain/rpc"
	"github.com/ashlar-labs/ashlar/chain/state"
	treestore "github.com/ashlar-labs/ashlar/chain/state/store"
	"github.com/ashlar-labs/ashlar/chain/state/tree"
	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/node"
	"github.com/ashlar-labs/ashlar/rollup"
)

// apiChain is a chain with every kind of transaction, served by the parts of a node.
type apiChain struct {
	testing.TB
	client  *gethrpc.Client
	fs      *vfs.MemFS
	store   *store.Store
	genesis *store.Genesis
	config  genesis.Config
	fees    *fees.Config // of the sequencer; nil: the default
	url     string
	blocks  []*stf.BlockResult // from 1 on
	nonce   uint64
}

var (
	apiKey, _   = crypto.ToECDSA(common.LeftPadBytes([]byte{0xa1}, 32))
	apiUser     = crypto.PubkeyToAddress(apiKey.PublicKey)
	otherKey, _ = crypto.ToECDSA(common.LeftPadBytes([]byte{0xb2}, 32))
	apiPlain    = common.HexToAddress("0x7070707070707070707070707070707070707070")

	// apiContract stores the word that it is given and logs it; without one it reverts with Error("no").
	apiContract = common.HexToAddress("0xc0dec0dec0dec0dec0dec0dec0dec0dec0dec0de")
)

// revertNo is the data of revert("no").
func revertNo() []byte {
	data := append(crypto.Keccak256([]byte("Error(string)"))[:4], common.LeftPadBytes([]byte{32}, 32)...)
	return append(append(data, common.LeftPadBytes([]byte{2}, 32)...), common.RightPadBytes([]byte("no"), 32)...)
}

func apiCode() []byte {
	revert := revertNo()
	size := byte(len(revert))
	const ok, data = 12, 24
	code := []byte{
		byte(vm.CALLDATASIZE), byte(vm.PUSH1), ok, byte(vm.JUMPI), // 0
		byte(vm.PUSH1), size, byte(vm.PUSH1), data, byte(vm.PUSH0), byte(vm.JUMPDEST), byte(vm.PUSH0), byte(vm.POP), // 4, never falls into ok
	}
	code = append(code[:4], byte(vm.PUSH1), 26, byte(vm.JUMP), 0, 0, 0, 0, 0) // to 26: copy and revert
	code = append(code,
		byte(vm.JUMPDEST), byte(vm.PUSH0), byte(vm.CALLDATALOAD), byte(vm.DUP1), byte(vm.PUSH0), byte(vm.SSTORE), // 12
		byte(vm.DUP1), byte(vm.PUSH0), byte(vm.MSTORE), byte(vm.PUSH1), 32, byte(vm.PUSH0), byte(vm.LOG1), byte(vm.STOP), // 18
		byte(vm.JUMPDEST), byte(vm.PUSH1), size, byte(vm.PUSH1), 38, byte(vm.PUSH0), byte(vm.CODECOPY), // 26
		byte(vm.PUSH1), size, byte(vm.PUSH0), byte(vm.REVERT), 0) // 33
	return append(code, revert...) // 38
}

func newAPIChain(t testing.TB) *apiChain {
	t.Helper()
	c := bareChain(t, func(cfg *genesis.Config) { cfg.GasPerPubdata = 5 }, nil)
	c.history()
	return c
}

// bareChain has nothing but its genesis, which has more accounts.
func bareChain(t testing.TB, change func(*genesis.Config), more types.GenesisAlloc) *apiChain {
	t.Helper()
	c := &apiChain{TB: t, config: genesis.Default(l2ChainID)}
	c.config.Timestamp, c.config.L1ChainID, c.config.L1AssetRouter = 1_700_000_000, 31337, common.HexToAddress("0x1111")
	change(&c.config)
	rich := (*hexutil.Big)(new(big.Int).Mul(big.NewInt(1e18), big.NewInt(1000)))
	c.config.Prefund = map[common.Address]*hexutil.Big{apiUser: rich, crypto.PubkeyToAddress(otherKey.PublicKey): rich}
	g, err := c.config.Genesis()
	if err != nil {
		t.Fatal(err)
	}
	g.Alloc[apiContract] = types.Account{Nonce: 1, Code: apiCode(), Balance: new(big.Int)}
	maps.Copy(g.Alloc, more)
	c.genesis = g
	c.open(vfs.NewCrashableMem())
	return c
}

// open opens the chain's database in fs.
func (c *apiChain) open(fs *vfs.MemFS) {
	c.Helper()
	var err error
	c.fs = fs
	if c.store, err = store.Open(store.Config{Dir: "chain", FS: fs}, c.genesis); err != nil {
		c.Fatal(err)
	}
}

// history makes a block with an operation from L1, one with every kind of transaction of Ethereum, and a batch of both.
func (c *apiChain) history() {
	op := rollup.CanonicalTx{Type: rollup.PriorityTxType, From: common.HexToAddress("0xde"), To: apiUser, GasLimit: 300_000, GasPerPubdataLimit: 800, RefundRecipient: apiUser}
	op.MaxFeePerGas.SetUint64(1e8)
	op.Value.SetUint64(5)
	op.ToMint.SetUint64(1e18)
	c.block(op.Raw())
	id, to, price, tip := big.NewInt(l2ChainID), apiContract, big.NewInt(1e10), big.NewInt(1)
	word := common.LeftPadBytes([]byte{7}, 32)
	auth, err := types.SignSetCode(otherKey, types.SetCodeAuthorization{ChainID: *uint256.NewInt(l2ChainID), Address: apiContract})
	if err != nil {
		c.Fatal(err)
	}
	c.block(
		c.signed(&types.LegacyTx{Nonce: 0, GasPrice: price, Gas: 100_000, To: &apiPlain, Value: big.NewInt(3)}),
		c.signed(&types.AccessListTx{ChainID: id, Nonce: 1, GasPrice: price, Gas: 100_000, To: &to, Data: word, AccessList: types.AccessList{{Address: to, StorageKeys: []common.Hash{{}}}}}),
		c.signed(&types.DynamicFeeTx{ChainID: id, Nonce: 2, GasFeeCap: price, GasTipCap: tip, Gas: 200_000, Data: []byte{byte(vm.PUSH1), 1, byte(vm.PUSH0), byte(vm.RETURN)}}),
		c.signed(&types.DynamicFeeTx{ChainID: id, Nonce: 3, GasFeeCap: price, GasTipCap: tip, Gas: 100_000, To: &to}), // reverts
		c.signed(&types.SetCodeTx{ChainID: uint256.NewInt(l2ChainID), Nonce: 4, GasFeeCap: uint256.MustFromBig(price), GasTipCap: uint256.NewInt(1), Gas: 200_000, To: to, Data: word,
			AuthList: []types.SetCodeAuthorization{auth}}),
	)
	c.nonce = 5
	for i, want := range []uint64{1, 1, 1, 0, 1} {
		if r := c.blocks[1].Receipts[i]; r.Status != want {
			c.Fatalf("transaction %d: status %d, %s", i, r.Status, r.Failure)
		}
	}
	c.seal()
}

func (c *apiChain) signed(tx types.TxData) []byte { return signedBy(c.TB, apiKey, tx) }

func signedBy(t testing.TB, key *ecdsa.PrivateKey, tx types.TxData) []byte {
	t.Helper()
	raw, err := types.MustSignNewTx(key, types.LatestSignerForChainID(big.NewInt(l2ChainID)), tx).MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func (c *apiChain) block(txs ...[]byte) {
	c.Helper()
	c.blockAt(5, txs...)
}

// blockAt makes a block in which a byte of pubdata costs this much gas.
func (c *apiChain) blockAt(gasPerPubdata uint64, txs ...[]byte) {
	c.Helper()
	head := c.store.Head()
	env := rollup.BlockEnv{Number: head.Number + 1, Timestamp: head.Timestamp + 1, GasLimit: 100_000_000, GasPerPubdata: gasPerPubdata, Coinbase: common.HexToAddress("0xfee")}
	env.BaseFee.SetUint64(1e8)
	c.blockIn(env, txs...)
}

// blockIn makes a block in this environment.
func (c *apiChain) blockIn(env rollup.BlockEnv, txs ...[]byte) {
	c.Helper()
	at, err := c.store.ChainStateAt(env.Number - 1)
	if err != nil {
		c.Fatal(err)
	}
	pre, err := c.store.StateAt(env.Number - 1)
	if err != nil {
		c.Fatal(err)
	}
	result, err := stf.ExecuteBlock(&c.config.Chain, at, pre, &rollup.Block{Env: env, Txs: txs})
	if err != nil {
		c.Fatal(err)
	}
	if err := c.store.AppendBlock(result); err != nil {
		c.Fatal(err)
	}
	c.blocks = append(c.blocks, result)
}

// seal makes batch 1 of all blocks, as far as JSON-RPC looks at it.
func (c *apiChain) seal() {
	c.Helper()
	trees, err := treestore.Open(c.store.DB(), treestore.DefaultConfig())
	if err != nil {
		c.Fatal(err)
	}
	if _, err := trees.Apply(0, tree.Entries(state.DiffOf(c.store.Genesis().Diff()))); err != nil {
		c.Fatal(err)
	}
	merged := map[tree.Key]tree.Entry{}
	for _, b := range c.blocks {
		for _, e := range tree.Entries(state.DiffOf(&b.Diff)) {
			merged[e.Key] = e
		}
	}
	entries := make([]tree.Entry, 0, len(merged))
	for _, e := range merged {
		entries = append(entries, e)
	}
	root, err := trees.Apply(1, entries)
	if err != nil {
		c.Fatal(err)
	}
	sealed := &store.SealedBatch{Batch: rollup.Batch{Number: 1, FirstBlock: 1, LastBlock: uint64(len(c.blocks)), TreeRoot: common.Hash(root.Bytes())}, Reason: "test"}
	sealed.Output.NumL1Txs, sealed.Output.NumL2Txs, sealed.Output.LastBlockTimestamp = 1, 5, c.store.Head().Timestamp
	for _, l := range c.blocks[0].Receipts[0].L2ToL1Logs {
		sealed.LogLeaves = append(sealed.LogLeaves, l.Hash())
	}
	if err := c.store.PutBatch(sealed); err != nil {
		c.Fatal(err)
	}
	if err := c.store.UpdateL1(store.L1Progress{Committed: 1}, nil); err != nil {
		c.Fatal(err)
	}
}

// serve starts the sequencing part of a node on the chain. What it gives ends that, and closes the database.
func (c *apiChain) serve(change func(*rpc.Config)) (end func()) {
	c.Helper()
	cfg := rpc.DefaultConfig()
	cfg.CallTimeout, cfg.TraceTimeout, cfg.TraceMax, cfg.LogTimeout, cfg.QueueTimeout = unhurried, unhurried, unhurried, unhurried, unhurried
	if change != nil {
		change(&cfg)
	}
	n, err := node.NewSequencing(node.SequencingConfig{
		DataDir: c.TempDir(), Genesis: c.config, Scheme: rollup.DACalldata, RPC: cfg, Log: slog.New(slog.DiscardHandler), Fees: c.fees,
	}, c.store)
	if err != nil {
		c.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- n.Run(ctx) }()
	c.url = n.HTTPEndpoint()
	if c.client, err = gethrpc.Dial(c.url); err != nil {
		c.Fatal(err)
	}
	return func() {
		c.client.Close()
		cancel()
		if err := errors.Join(<-done, n.Close()); err != nil {
			c.Error(err)
		}
	}
}

func (c *apiChain) call(method string, params ...any) (json.RawMessage, error) {
	var out json.RawMessage
	err := c.client.Call(&out, method, params...)
	return out, err
}

// until repeats a call until its result is good.
func (c *apiChain) until(good func(json.RawMessage) bool, method string, params ...any) json.RawMessage {
	c.Helper()
	for deadline := time.Now().Add(5 * time.Minute); ; {
		out, err := c.call(method, params...)
		if err == nil && good(out) {
			return out
		}
		if time.Now().After(deadline) {
			c.Fatalf("%s: %s, %v after five minutes", method, out, err)
		}
		time.Sleep(10 * time.Millisecond)
	}
}
