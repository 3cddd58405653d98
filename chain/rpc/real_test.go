package rpc

import (
	"bytes"
	"context"
	"encoding/json"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/rollup"
)

// The contract stores its first word of input in slot 0, reads slot 1 and returns nothing; without input it reverts.
var (
	realContract = common.HexToAddress("0xc0de")
	realCode     = []byte{
		byte(vm.CALLDATASIZE), byte(vm.PUSH1), 8, byte(vm.JUMPI), byte(vm.PUSH0), byte(vm.PUSH0), byte(vm.REVERT), byte(vm.STOP),
		byte(vm.JUMPDEST), byte(vm.PUSH0), byte(vm.CALLDATALOAD), byte(vm.PUSH0), byte(vm.SSTORE), byte(vm.PUSH1), 1, byte(vm.SLOAD), byte(vm.POP), byte(vm.STOP),
	}
)

// startReal is a chain whose block 1 was made by the state transition: a priority operation, a stored word and a plain transfer, on the executor of chain/stf.
func startReal(t testing.TB) *fixture { return startRealWith(t, nil) }

func startRealWith(t testing.TB, change func(*Config)) *fixture {
	f := start(t, change)
	cfg := f.server.api.back.Config
	hash := crypto.Keccak256Hash(realCode)
	supply := rollup.BaseTokenSupply()
	genesis := &fakeState{
		accounts: map[common.Address]rollup.Account{
			testUser:                  {Nonce: 0, CodeHash: rollup.EmptyCodeHash},
			realContract:              {Nonce: 1, CodeHash: hash, CodeLen: uint32(len(realCode))},
			rollup.L2BaseTokenAddress: {Balance: *supply, CodeHash: rollup.EmptyCodeHash},
		},
		slots: map[common.Address]map[common.Hash]common.Hash{}, codes: map[common.Hash][]byte{hash: realCode},
	}
	user := genesis.accounts[testUser]
	user.Balance.SetUint64(5e18)
	genesis.accounts[testUser] = user
	c := f.fakeChain
	c.mu.Lock()
	c.blocks, c.receipts, c.batches, c.progress, c.states = c.blocks[:1], c.receipts[:1], nil, Progress{}, []*fakeState{genesis}
	c.mu.Unlock()
	chain := &rollup.ChainState{}
	chain.Push(0, c.blocks[0].Header.Time, c.blocks[0].Hash)
	env := rollup.BlockEnv{Number: 1, Timestamp: 1001, GasLimit: 50_000_000, GasPerPubdata: testPubdata}
	env.BaseFee.SetUint64(testBaseFee)
	builder, err := stf.NewBuilder(&cfg, env, chain, genesis)
	if err != nil {
		t.Fatal(err)
	}
	price, to := big.NewInt(2*testBaseFee), common.HexToAddress("0x70")
	for _, raws := range [][]byte{
		testOp().Raw(),
		raw(sign(&types.DynamicFeeTx{ChainID: big.NewInt(testChainID), Nonce: 0, GasFeeCap: price, Gas: 100_000, To: &realContract, Data: common.LeftPadBytes([]byte{77}, 32)})),
		raw(sign(&types.LegacyTx{Nonce: 1, GasPrice: price, Gas: 50_000, To: &to, Value: big.NewInt(1)})),
	} {
		tx, err := stf.DecodeTx(raws, &cfg)
		if err != nil {
			t.Fatal(err)
		}
		if r, err := builder.Apply(tx); err != nil || r.Status != 1 {
			t.Fatal(r, err)
		}
	}
	res, err := builder.Finish()
	if err != nil {
		t.Fatal(err)
	}
	after := &fakeState{accounts: map[common.Address]rollup.Account{}, slots: map[common.Address]map[common.Hash]common.Hash{}, codes: genesis.codes}
	for a, acc := range genesis.accounts {
		after.accounts[a] = acc
	}
	for _, d := range res.Diff.Accounts {
		after.accounts[d.Address] = d.After
		for _, s := range d.Slots {
			after.slots[d.Address] = map[common.Hash]common.Hash{s.Slot: s.After}
		}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.blocks = append(c.blocks, &Block{Header: res.Header, Hash: res.Hash, Txs: res.Block.Txs})
	c.receipts, c.states = append(c.receipts, res.Receipts), append(c.states, after)
	real := NewExecutor(cfg)
	c.call, c.replay = real.Call, real.Replay
	c.batches = []*Batch{{Batch: rollup.Batch{Number: 1, FirstBlock: 1, LastBlock: 1}}}
	c.progress = Progress{Sealed: 1}
	f.server.api.back.Changes, f.server.api.back.Prover = changes{c}, newProver(t, c)
	return f
}

func TestRealCalls(t *testing.T) {
	f := startReal(t)
	ctx := context.Background()
	refuse(t, f, 3, "execution reverted", "eth_call", map[string]any{"to": realContract})
	refuse(t, f, 3, "execution reverted", "eth_estimateGas", map[string]any{"to": realContract})
	refuse(t, f, -32000, "err: insufficient funds for gas * price + value: address 0x000000000000000000000000000000000000dEaD have 0 want 1 (supplied gas 50000000)",
		"eth_call", map[string]any{"from": common.HexToAddress("0xdead"), "to": realContract, "value": "0x1"})
	code := hexutil.Bytes{byte(vm.NUMBER), byte(vm.PUSH0), byte(vm.MSTORE), byte(vm.PUSH1), 32, byte(vm.PUSH0), byte(vm.RETURN)}
	other := common.HexToAddress("0x0123")
	got := get[hexutil.Bytes](t, f, "eth_call", map[string]any{"to": other}, "latest", map[string]any{other.Hex(): map[string]any{"code": code}}, map[string]any{"number": "0x64"})
	if len(got) != 32 || got[31] != 100 {
		t.Error(got)
	}
	list, err := f.eth.EstimateGas(ctx, ethereum.CallMsg{From: testUser, To: &realContract, Data: common.LeftPadBytes([]byte{9}, 32)})
	if err != nil {
		t.Fatal(err)
	}
	// What was estimated is enough, and not much more than needed.
	r := f.receipts[1][1]
	if list < r.GasUsed-25_000 || list > r.GasUsed*2 {
		t.Errorf("estimate %d, the first one used %d", list, r.GasUsed)
	}
	acl := get[accessListResult](t, f, "eth_createAccessList", map[string]any{"from": testUser, "to": realContract, "data": hexutil.Bytes(common.LeftPadBytes([]byte{9}, 32))})
	if len(*acl.Accesslist) != 1 || (*acl.Accesslist)[0].Address != realContract || len((*acl.Accesslist)[0].StorageKeys) != 2 || acl.GasUsed == 0 || acl.Error != "" {
		t.Errorf("%+v", acl)
	}
	if failing := get[accessListResult](t, f, "eth_createAccessList", map[string]any{"to": realContract}); failing.Error != "execution reverted" {
		t.Errorf("%+v", failing)
	}
}

func TestRealPriorityEstimate(t *testing.T) {
	f := startReal(t)
	plain := get[hexutil.Uint64](t, f, "zks_estimateGasL1ToL2", map[string]any{"from": testUser, "to": testUser, "value": "0xde0b6b3a7640000", "eip712Meta": map[string]any{"gasPerPubdata": "0x320"}})
	store := get[hexutil.Uint64](t, f, "zks_estimateGasL1ToL2", map[string]any{"from": testUser, "to": realContract, "data": hexutil.Bytes(bytes.Repeat([]byte{9}, 32)), "eip712Meta": map[string]any{"gasPerPubdata": "0x320"}})
	t.Logf("L2 gas of an ETH deposit %d, of a stored word %d", plain, store)
	if plain < 21_000 || plain > 500_000 || store <= plain {
		t.Error("implausible")
	}
	refuse(t, f, 3, "execution reverted", "zks_estimateGasL1ToL2", map[string]any{"from": testUser, "to": realContract})
}

func TestTracers(t *testing.T) {
	f := startReal(t)
	hash := f.receipts[1][1].TxHash
	call := get[map[string]any](t, f, "debug_traceTransaction", hash, map[string]any{"tracer": "callTracer"})
	if call["type"] != "CALL" || !strings.EqualFold(call["to"].(string), realContract.Hex()) || !strings.EqualFold(call["from"].(string), testUser.Hex()) {
		t.Error(call)
	}
	if call["gasUsed"] != hexutil.EncodeUint64(f.receipts[1][1].GasUsed) {
		t.Errorf("callTracer says %v gas, receipt %d", call["gasUsed"], f.receipts[1][1].GasUsed)
	}
	diff := get[map[string]map[string]map[string]any](t, f, "debug_traceTransaction", hash, map[string]any{"tracer": "prestateTracer", "tracerConfig": map[string]any{"diffMode": true}})
	stored := diff["post"][strings.ToLower(realContract.Hex())]["storage"]
	if m, _ := stored.(map[string]any); m[common.Hash{}.Hex()] != common.BytesToHash([]byte{77}).Hex() {
		t.Error(diff)
	}
	logs := get[struct {
		Gas        uint64
		Failed     bool
		StructLogs []struct{ Op string }
	}](t, f, "debug_traceTransaction", hash)
	if logs.Failed || len(logs.StructLogs) != 12 || logs.StructLogs[7].Op != "SSTORE" {
		t.Errorf("%+v", logs)
	}
	block := get[[]txTrace](t, f, "debug_traceBlockByNumber", "0x1", map[string]any{"tracer": "callTracer"})
	if len(block) != 3 || block[0].TxHash != testOp().Hash() || block[1].TxHash != hash {
		t.Fatal(block)
	}
	var op map[string]any
	if err := json.Unmarshal(block[0].Result, &op); err != nil || !strings.EqualFold(op["to"].(string), testUser.Hex()) || op["value"] != "0xde0b6b3a7640000" {
		t.Error(op, err)
	}
	if byHash := get[[]txTrace](t, f, "debug_traceBlockByHash", f.blocks[1].Hash); len(byHash) != 3 {
		t.Error(byHash)
	}
	traced := get[map[string]any](t, f, "debug_traceCall", map[string]any{"to": realContract}, "latest", map[string]any{"tracer": "callTracer"})
	if traced["error"] != "execution reverted" {
		t.Error(traced)
	}
	refuse(t, f, -32000, "transaction not found", "debug_traceTransaction", common.Hash{1})
	refuse(t, f, -32000, "genesis is not traceable", "debug_traceBlockByNumber", "0x0")
	refuse(t, f, -32000, "block #99 not found", "debug_traceBlockByNumber", "0x63")
	refuse(t, f, -32000, "trace object must expose a function result()", "debug_traceTransaction", hash, map[string]any{"tracer": "{}"})
	refuse(t, f, -32000, `time: invalid duration "soon"`, "debug_traceTransaction", hash, map[string]any{"timeout": "soon"})
	refuse(t, f, codeInvalidParams, `invalid timeout "-1s"`, "debug_traceTransaction", hash, map[string]any{"timeout": "-1s"})
	for _, r := range get[[]txTrace](t, f, "debug_traceBlockByNumber", "0x1", map[string]any{"tracer": "{}"}) {
		if r.Error != "trace object must expose a function result()" || r.Result != nil {
			t.Error(r)
		}
	}
}
