package node_test

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"encoding/json"
	"errors"
	"log/slog"
	"math/big"
	"strings"
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
	"github.com/santhosh-tekuri/jsonschema/v6"

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
	*testing.T
	client  *gethrpc.Client
	fs      *vfs.MemFS
	store   *store.Store
	genesis *store.Genesis
	config  genesis.Config
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

func newAPIChain(t *testing.T) *apiChain {
	t.Helper()
	c := &apiChain{T: t, config: genesis.Default(l2ChainID)}
	c.config.Timestamp, c.config.GasPerPubdata, c.config.L1ChainID, c.config.L1AssetRouter = 1_700_000_000, 5, 31337, common.HexToAddress("0x1111")
	rich := (*hexutil.Big)(new(big.Int).Mul(big.NewInt(1e18), big.NewInt(1000)))
	c.config.Prefund = map[common.Address]*hexutil.Big{apiUser: rich, crypto.PubkeyToAddress(otherKey.PublicKey): rich}
	g, err := c.config.Genesis()
	if err != nil {
		t.Fatal(err)
	}
	g.Alloc[apiContract] = types.Account{Nonce: 1, Code: apiCode(), Balance: new(big.Int)}
	c.genesis = g
	c.open(vfs.NewCrashableMem())
	c.history()
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

func (c *apiChain) signed(tx types.TxData) []byte { return signedBy(c.T, apiKey, tx) }

func signedBy(t *testing.T, key *ecdsa.PrivateKey, tx types.TxData) []byte {
	t.Helper()
	raw, err := types.MustSignNewTx(key, types.LatestSignerForChainID(big.NewInt(l2ChainID)), tx).MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func (c *apiChain) block(txs ...[]byte) {
	c.Helper()
	head := c.store.Head()
	at, err := c.store.ChainStateAt(head.Number)
	if err != nil {
		c.Fatal(err)
	}
	pre, err := c.store.StateAt(head.Number)
	if err != nil {
		c.Fatal(err)
	}
	env := rollup.BlockEnv{Number: head.Number + 1, Timestamp: head.Timestamp + 1, GasLimit: 100_000_000, GasPerPubdata: 5, Coinbase: common.HexToAddress("0xfee")}
	env.BaseFee.SetUint64(1e8)
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
	if change != nil {
		change(&cfg)
	}
	n, err := node.NewSequencing(node.SequencingConfig{
		DataDir: c.TempDir(), Genesis: c.config, Scheme: rollup.DACalldata, RPC: cfg, Log: slog.New(slog.DiscardHandler),
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
	for deadline := time.Now().Add(time.Minute); ; {
		out, err := c.call(method, params...)
		if err == nil && good(out) {
			return out
		}
		if time.Now().After(deadline) {
			c.Fatalf("%s: %s, %v after a minute", method, out, err)
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// conformity checks results against the schemas of the specification.
type conformity struct {
	*apiChain
	schemas map[string]*jsonschema.Schema
	used    map[string]bool
	found   map[string]int
}

// additions are members of results that the specification does not have, where it wants no others.
var additions = map[string]string{
	"l1BatchNumber":       "logs and receipts: zksync-ethers and viem/zksync read the batch",
	"l1BatchTxIndex":      "receipts: as above",
	"transactionLogIndex": "logs: the SDKs' index in the transaction",
	"logType":             "logs: the SDKs read it, always null",
	"l2ToL1Logs":          "receipts: what a withdrawal is proven with",
	"pubdataBytes":        "receipts: what the transaction publishes on L1",
	"pubdataGas":          "receipts: the part of gasUsed that pays for it",
	"failureReason":       "receipts: why a transaction failed, where geth makes one trace it",
	"stateTree":           "eth_getProof: the state is a Poseidon2 tree, and proofs are verified against its root",
	"gasPerPubdata":       "eth_feeHistory, blocks: the price of a pubdata byte, as base fees are given",
}

// absent are methods of the specification that the chain does not have.
var absent = map[string]string{
	"eth_getBlockAccessList":      "block access lists come with Amsterdam (EIP-7928), the chain is at Osaka",
	"debug_getRawBlockAccessList": "as above",
}

func (c *conformity) result(method string, params ...any) any {
	c.Helper()
	out, err := c.call(method, params...)
	if err != nil {
		c.Errorf("%s: %v", method, err)
		return nil
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(out))
	if err != nil {
		c.Fatal(err)
	}
	return value
}

func (c *conformity) validate(method string, value any) error {
	c.Helper()
	schema := c.schemas[method]
	if schema == nil {
		c.Fatalf("the specification has no %s", method)
	}
	c.used[method] = true
	return schema.Validate(without(value, additions, c.found))
}

// ok wants a result as the specification describes it.
func (c *conformity) ok(method string, params ...any) any {
	c.Helper()
	value := c.result(method, params...)
	if err := c.validate(method, value); err != nil && value != nil {
		text, _ := json.Marshal(value)
		c.Errorf("%s%v: %v\n%.2000s", method, params, err, text)
	}
	return value
}

// null wants null, which the specification allows for what is not there.
func (c *conformity) null(method string, params ...any) {
	c.Helper()
	if value := c.result(method, params...); value != nil {
		c.Errorf("%s%v: %v, want null", method, params, value)
	} else if err := c.validate(method, nil); err != nil {
		c.Errorf("%s%v: %v", method, params, err)
	}
}

// differs wants a result that is not as the specification describes it, for the given reason.
func (c *conformity) differs(reason, method string, params ...any) {
	c.Helper()
	if err := c.validate(method, c.result(method, params...)); err == nil {
		c.Errorf("%s%v is as specified, although: %s", method, params, reason)
	}
}

// refused wants an error, and an error is not described by the schema of the result.
func (c *conformity) refused(code int, text, method string, params ...any) {
	c.Helper()
	_, err := c.call(method, params...)
	var coded gethrpc.Error
	if !errors.As(err, &coded) || coded.ErrorCode() != code || !strings.Contains(err.Error(), text) {
		c.Errorf("%s%v: %v, want %d %s", method, params, err, code, text)
	}
	c.used[method] = true
}

func TestOpenRPC(t *testing.T) {
	chain := newAPIChain(t)
	defer chain.serve(nil)()
	c := &conformity{chain, schemas(t), map[string]bool{}, map[string]int{}}
	t.Run("blocks", func(t *testing.T) { c.T = t; c.blocksAndTransactions() })
	t.Run("state", func(t *testing.T) { c.T = t; c.stateAndCalls() })
	t.Run("debug", func(t *testing.T) { c.T = t; c.debug() })
	t.Run("sending", func(t *testing.T) { c.T = t; c.sending() })
	for method := range c.schemas {
		if c.used[method] == (absent[method] != "") {
			t.Errorf("%s is checked: %t, absent: %q", method, c.used[method], absent[method])
		}
	}
	for method := range absent {
		c.T = t
		c.refused(-32601, "does not exist", method)
	}
	for name := range additions {
		if c.found[name] == 0 {
			t.Errorf("addition %s is in no result", name)
		}
	}
}

const operations = "an operation from L1 has type 0x7f and no signature"

func (c *conformity) blocksAndTransactions() {
	first, second := c.blocks[0], c.blocks[1]
	for _, none := range []string{"eth_accounts", "eth_blockNumber", "eth_chainId", "eth_gasPrice", "eth_maxPriorityFeePerGas", "eth_blobBaseFee", "eth_baseFee", "eth_syncing", "net_version",
		"eth_coinbase", "eth_config", "eth_capabilities", "txpool_status"} {
		c.ok(none)
	}
	for _, number := range []string{"0x0", "0x2", "earliest", "latest", "safe", "finalized", "pending"} {
		c.ok("eth_getBlockByNumber", number, true)
		c.ok("eth_getBlockByNumber", number, false)
		c.ok("eth_getBlockTransactionCountByNumber", number)
	}
	c.ok("eth_getBlockByNumber", "0x1", false)
	c.differs(operations, "eth_getBlockByNumber", "0x1", true)
	c.ok("eth_getBlockByHash", second.Hash, true)
	c.ok("eth_getBlockByHash", first.Hash, false)
	c.differs(operations, "eth_getBlockByHash", first.Hash, true)
	c.ok("eth_getBlockTransactionCountByHash", second.Hash)
	for i, r := range second.Receipts {
		tx := c.ok("eth_getTransactionByHash", r.TxHash)
		if got := tx.(map[string]any)["hash"]; got != r.TxHash.Hex() {
			c.Error(got)
		}
		c.ok("eth_getTransactionByBlockHashAndIndex", second.Hash, hexutil.Uint(i))
		c.ok("eth_getTransactionByBlockNumberAndIndex", "0x2", hexutil.Uint(i))
		c.ok("eth_getTransactionReceipt", r.TxHash)
	}
	c.differs(operations, "eth_getTransactionByHash", first.Receipts[0].TxHash)
	c.ok("eth_getTransactionReceipt", first.Receipts[0].TxHash)
	for _, block := range []any{"0x0", "0x1", "0x2", "latest", second.Hash} {
		c.ok("eth_getBlockReceipts", block)
	}
	unknown := common.Hash{1}
	c.null("eth_getBlockByNumber", "0x99", false)
	c.null("eth_getBlockByHash", unknown, false)
	c.null("eth_getBlockReceipts", "0x99")
	c.null("eth_getBlockTransactionCountByNumber", "0x99")
	c.null("eth_getBlockTransactionCountByHash", unknown)
	c.null("eth_getTransactionByHash", unknown)
	c.null("eth_getTransactionByBlockHashAndIndex", second.Hash, "0x63")
	c.null("eth_getTransactionByBlockNumberAndIndex", "0x99", "0x0")
	c.null("eth_getTransactionReceipt", unknown)
	for _, count := range []string{"0x1", "0x3"} {
		c.ok("eth_feeHistory", count, "latest", []float64{0, 50, 100})
		c.ok("eth_feeHistory", count, "0x2", []float64{})
	}
	c.ok("eth_getLogs", map[string]any{"fromBlock": "0x0"})
	c.differs("the specification's schema of logs is two kinds of array, and an empty one is of both", "eth_getLogs", map[string]any{"fromBlock": "0x0", "address": apiUser})
}

func (c *conformity) stateAndCalls() {
	for _, block := range []any{"0x0", "0x2", "latest", "pending", "safe", map[string]any{"blockHash": c.blocks[1].Hash}} {
		c.ok("eth_getBalance", apiUser, block)
		c.ok("eth_getCode", apiContract, block)
		c.ok("eth_getCode", apiUser, block)
		c.ok("eth_getStorageAt", apiContract, "0x0", block)
		c.ok("eth_getTransactionCount", apiUser, block)
		c.ok("eth_getStorageValues", map[common.Address][]common.Hash{apiContract: {{}, {31: 1}}}, block)
		c.ok("eth_call", map[string]any{"from": apiUser, "to": apiContract, "data": common.Hash{31: 9}}, block)
		c.ok("eth_estimateGas", map[string]any{"from": apiUser, "to": apiContract, "data": common.Hash{31: 9}}, block)
		c.ok("eth_createAccessList", map[string]any{"from": apiUser, "to": apiContract, "data": common.Hash{31: 9}}, block)
		c.ok("eth_createAccessList", map[string]any{"from": apiUser, "to": apiContract}, block)
	}
	c.ok("eth_getProof", apiContract, []string{"0x0", "0x1"}, "0x2")
	c.ok("eth_getProof", common.Address{1}, []string{}, "safe")
	c.refused(3, "execution reverted: no", "eth_call", map[string]any{"to": apiContract}, "latest")
	calls := []any{map[string]any{"from": apiUser, "to": apiContract, "input": common.Hash{31: 9}}, map[string]any{"from": apiUser, "to": apiContract},
		map[string]any{"from": apiUser, "to": apiPlain, "value": "0x1"}}
	for _, full := range []bool{true, false} {
		c.ok("eth_simulateV1", map[string]any{"blockStateCalls": []any{map[string]any{"calls": calls}, map[string]any{"calls": calls}}, "traceTransfers": full, "returnFullTransactions": full}, "latest")
	}
	fill := map[string]any{"from": apiUser, "to": apiPlain, "value": "0x1"}
	c.differs("gasPrice is null in a transaction of type 2, as in geth", "eth_fillTransaction", fill)
	fill["gasPrice"] = "0x2540be400"
	c.ok("eth_fillTransaction", fill)
	const noKeys = "unknown account" // the node holds no keys of users
	c.refused(-32000, noKeys, "eth_sign", apiUser, "0x01")
	c.refused(-32000, noKeys, "eth_signTransaction", map[string]any{"from": apiUser, "to": apiPlain, "gas": "0x5208", "gasPrice": "0x1", "nonce": "0x0"})
	c.refused(-32000, noKeys, "eth_sendTransaction", map[string]any{"from": apiUser, "to": apiPlain})
}

func (c *conformity) debug() {
	second := c.blocks[1]
	for _, block := range []any{"0x1", "0x2", "latest", second.Hash} {
		c.ok("debug_getRawHeader", block)
		c.ok("debug_getRawBlock", block)
		c.ok("debug_getRawReceipts", block)
	}
	c.ok("debug_getBadBlocks")
	for _, r := range append(second.Receipts, c.blocks[0].Receipts...) {
		c.ok("debug_getRawTransaction", r.TxHash)
		for _, config := range []any{nil, map[string]any{"enableMemory": true, "enableReturnData": true}, map[string]any{"disableStack": true, "disableStorage": true}, map[string]any{"tracer": "callTracer"}} {
			c.ok("debug_traceTransaction", r.TxHash, config)
		}
	}
	for _, config := range []any{nil, map[string]any{"enableMemory": true}, map[string]any{"tracer": "prestateTracer"}} {
		c.ok("debug_traceBlockByNumber", "0x2", config)
		c.ok("debug_traceBlockByHash", c.blocks[0].Hash, config)
	}
}

func (c *conformity) sending() {
	next := func() []byte {
		c.nonce++
		return c.signed(&types.DynamicFeeTx{ChainID: big.NewInt(l2ChainID), Nonce: c.nonce - 1, GasFeeCap: big.NewInt(1e10), GasTipCap: big.NewInt(1), Gas: 100_000, To: &apiContract, Data: common.LeftPadBytes([]byte{8}, 32)})
	}
	logs, blocks, pending := c.ok("eth_newFilter", map[string]any{"address": apiContract}), c.ok("eth_newBlockFilter"), c.ok("eth_newPendingTransactionFilter")
	hash := c.ok("eth_sendRawTransaction", hexutil.Bytes(next()))
	some := func(out json.RawMessage) bool { return string(out) != "null" && string(out) != "[]" }
	c.until(some, "eth_getTransactionReceipt", hash)
	c.ok("eth_getFilterChanges", logs)
	c.ok("eth_getFilterChanges", blocks)
	for _, id := range []any{logs, pending} {
		out := c.until(some, map[bool]string{true: "eth_getFilterLogs", false: "eth_getFilterChanges"}[id == logs], id)
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(out))
		if err := errors.Join(err, c.validate("eth_getFilterChanges", value)); err != nil {
			c.Error(err)
		}
	}
	c.ok("eth_getFilterLogs", logs)
	for _, id := range []any{logs, blocks, pending} {
		c.ok("eth_uninstallFilter", id)
		c.ok("eth_uninstallFilter", id) // false: it is gone
	}
	c.nonce++ // so that the next one waits for another
	c.ok("eth_sendRawTransaction", hexutil.Bytes(next()))
	for _, method := range []string{"txpool_status", "txpool_content"} {
		c.ok(method)
	}
	c.ok("txpool_contentFrom", apiUser)
	c.ok("txpool_contentFrom", common.Address{1})
	c.refused(-32000, "transaction is empty", "eth_sendRawTransaction", "0x")
}
