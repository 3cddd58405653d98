package rpc

import (
	"context"
	"encoding/json"
	"errors"
	"math/big"
	"reflect"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	gethrpc "github.com/ethereum/go-ethereum/rpc"

	"github.com/ashlar-labs/ashlar/rollup"
)

// What geth's client reads must be what the chain holds.
func TestBlocksThroughGethClient(t *testing.T) {
	f := start(t, nil)
	ctx := context.Background()
	for n, want := range f.blocks {
		h, err := f.eth.HeaderByNumber(ctx, big.NewInt(int64(n)))
		if err != nil || h.Hash() != want.Hash || !reflect.DeepEqual(h.Extra, want.Header.Extra) {
			t.Fatalf("header %d: %v %v", n, h, err)
		}
		h, err = f.eth.HeaderByHash(ctx, want.Hash)
		if err != nil || h.Hash() != want.Hash {
			t.Fatalf("header %d by hash: %v", n, err)
		}
		count, err := f.eth.TransactionCount(ctx, want.Hash)
		if err != nil || int(count) != len(want.Txs) {
			t.Fatalf("block %d: %d transactions, %v", n, count, err)
		}
		if n == 2 {
			continue // has a priority operation, which geth's client does not know
		}
		b, err := f.eth.BlockByNumber(ctx, big.NewInt(int64(n)))
		if err != nil || b.Hash() != want.Hash || len(b.Transactions()) != len(want.Txs) {
			t.Fatalf("block %d: %v", n, err)
		}
		size := get[map[string]any](t, f, "eth_getBlockByNumber", hexutil.EncodeUint64(uint64(n)), false)["size"]
		if n != 1 && size != hexutil.EncodeUint64(b.Size()) || n == 1 && size != hexutil.EncodeUint64(b.WithBody(types.Body{Transactions: b.Transactions(), Withdrawals: types.Withdrawals{}}).Size()) {
			t.Errorf("block %d: size %v, geth counts %d", n, size, b.Size())
		}
		for i, tx := range b.Transactions() {
			if got, err := tx.MarshalBinary(); err != nil || !reflect.DeepEqual(got, want.Txs[i]) {
				t.Errorf("block %d: transaction %d differs", n, i)
			}
		}
	}
	_, err := f.eth.BlockByNumber(ctx, big.NewInt(99))
	if !errors.Is(err, ethereum.NotFound) {
		t.Error("unknown block:", err)
	}
	if _, err := f.eth.BlockByHash(ctx, common.Hash{1}); !errors.Is(err, ethereum.NotFound) {
		t.Error("unknown hash:", err)
	}
}

func TestTransactionsThroughGethClient(t *testing.T) {
	f := start(t, nil)
	ctx := context.Background()
	for i, r := range f.receipts[1] {
		tx, pending, err := f.eth.TransactionByHash(ctx, r.TxHash)
		if err != nil || pending || tx.Hash() != r.TxHash {
			t.Fatal(err)
		}
		from, err := f.eth.TransactionSender(ctx, tx, f.blocks[1].Hash, uint(i))
		if err != nil || from != testUser {
			t.Fatal(from, err)
		}
		inBlock, err := f.eth.TransactionInBlock(ctx, f.blocks[1].Hash, uint(i))
		if err != nil || inBlock.Hash() != r.TxHash {
			t.Fatal(err)
		}
		got, err := f.eth.TransactionReceipt(ctx, r.TxHash)
		if err != nil {
			t.Fatal(err)
		}
		price := r.EffectiveGasPrice.ToBig()
		if got.GasUsed != r.GasUsed || got.CumulativeGasUsed != r.CumulativeGasUsed || got.Status != r.Status || got.Type != r.Type || got.Bloom != r.Bloom ||
			got.EffectiveGasPrice.Cmp(price) != 0 || got.ContractAddress != r.ContractAddress || got.TransactionIndex != uint(i) || got.BlockHash != f.blocks[1].Hash || len(got.Logs) != 2 {
			t.Errorf("receipt %d: %+v", i, got)
		}
		for j, l := range got.Logs {
			want := types.Log{Address: testToken, Topics: r.Logs[j].Topics, Data: r.Logs[j].Data, BlockNumber: 1, TxHash: r.TxHash, TxIndex: uint(i), BlockHash: f.blocks[1].Hash,
				BlockTimestamp: 1001, Index: uint(2*i + j)}
			if !reflect.DeepEqual(*l, want) {
				t.Errorf("log %d of %d: %+v", j, i, l)
			}
		}
	}
	all, err := f.eth.BlockReceipts(ctx, gethrpc.BlockNumberOrHashWithNumber(2))
	if err != nil || len(all) != 2 || all[0].Type != rollup.PriorityTxType {
		t.Fatal(all, err)
	}
	if _, _, err := f.eth.TransactionByHash(ctx, common.Hash{1}); !errors.Is(err, ethereum.NotFound) {
		t.Error("unknown transaction:", err)
	}
	if _, err := f.eth.TransactionReceipt(ctx, common.Hash{1}); !errors.Is(err, ethereum.NotFound) {
		t.Error("unknown receipt:", err)
	}
}

func TestEveryFieldOfAPriorityOperation(t *testing.T) {
	f := start(t, nil)
	op := testOp()
	got := get[map[string]any](t, f, "eth_getTransactionByHash", op.Hash())
	want := map[string]any{
		"type": "0x7f", "hash": op.Hash().Hex(), "from": strings.ToLower(op.From.Hex()), "to": strings.ToLower(testUser.Hex()), "gas": "0xf4240", "gasPrice": "0x5f5e100",
		"maxFeePerGas": "0x5f5e100", "maxPriorityFeePerGas": "0x0", "nonce": "0x3", "value": "0xde0b6b3a7640000", "input": "0x010203", "chainId": "0x10f",
		"blockHash": f.blocks[2].Hash.Hex(), "blockNumber": "0x2", "blockTimestamp": "0x3ea", "transactionIndex": "0x0", "l1BatchNumber": "0x1", "l1BatchTxIndex": "0x4",
		"gasPerPubdataLimit": "0x320", "toMint": "0x1bc16d674ec80000", "refundRecipient": strings.ToLower(testUser.Hex()), "v": "0x0", "r": "0x0", "s": "0x0",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	rawTx := get[hexutil.Bytes](t, f, "eth_getRawTransactionByHash", op.Hash())
	if back, err := rollup.DecodeCanonicalTx(rawTx); err != nil || back.Hash() != op.Hash() {
		t.Error(err)
	}
}

func TestReceiptFieldsOfTheSDKs(t *testing.T) {
	f := start(t, nil)
	withdrawal := f.receipts[2][1]
	got := get[ReceiptJSON](t, f, "eth_getTransactionReceipt", withdrawal.TxHash)
	if *got.L1BatchNumber != 1 || *got.L1BatchTxIndex != 5 || got.PubdataBytes != 40 || got.PubdataGas != 2000 || len(got.L2ToL1Logs) != 2 {
		t.Fatalf("%+v", got)
	}
	l := got.L2ToL1Logs[1]
	if l.Sender != rollup.L1MessengerAddress || l.Key != common.BytesToHash(rollup.L2BaseTokenAddress[:]) || l.LogIndex != 2 || l.TransactionLogIndex != 1 ||
		*l.L1BatchNumber != 1 || *l.TxIndexInL1Batch != 5 || l.BlockHash != f.blocks[2].Hash || l.TransactionHash != withdrawal.TxHash || !l.IsService || l.TransactionIndex != 1 {
		t.Errorf("%+v", l)
	}
	if *got.Logs[0].L1BatchNumber != 1 || got.Logs[0].TransactionLogIndex != 0 {
		t.Errorf("%+v", got.Logs[0])
	}
	unsealed := get[map[string]any](t, f, "eth_getTransactionReceipt", f.receipts[4][0].TxHash)
	for _, null := range []string{"l1BatchNumber", "l1BatchTxIndex", "contractAddress"} {
		if v, ok := unsealed[null]; !ok || v != nil {
			t.Errorf("%s is %v", null, v)
		}
	}
	if unsealed["status"] != "0x0" || unsealed["failureReason"] != "out of gas: pubdata" {
		t.Error(unsealed)
	}
	if _, ok := unsealed["root"]; ok {
		t.Error("receipt has a root")
	}
	for _, list := range []string{"logs", "l2ToL1Logs"} {
		if _, ok := unsealed[list].([]any); !ok {
			t.Errorf("%s is not a list", list)
		}
	}
}

func TestTags(t *testing.T) {
	f := start(t, nil)
	for tag, want := range map[string]string{"latest": "0x4", "pending": "0x5", "safe": "0x3", "finalized": "0x2", "earliest": "0x0", "committed": "0x4", "l1_committed": "0x3", "0x1": "0x1"} {
		if got := get[map[string]any](t, f, "eth_getBlockByNumber", tag, true)["number"]; got != want {
			t.Errorf("%s is block %v, want %s", tag, got, want)
		}
	}
	next := get[map[string]any](t, f, "eth_getBlockByNumber", "pending", true)
	if txs, ok := next["transactions"].([]any); !ok || len(txs) > 0 || next["parentHash"] != f.blocks[4].Header.Hash().Hex() || next["gasUsed"] != "0x0" || next["l1BatchNumber"] != nil || next["timestamp"] != "0x7d0" {
		t.Error(next)
	}
	for method, want := range map[string]string{"eth_getBlockReceipts": "[]", "debug_getRawReceipts": "[]", "eth_getBlockTransactionCountByNumber": `"0x0"`, "eth_getHeaderByNumber": "null"} {
		if got := get[json.RawMessage](t, f, method, "pending"); string(got) != want {
			t.Errorf("%s of the pending block: %s", method, got)
		}
	}
	for method, want := range map[string]string{"eth_getTransactionByBlockNumberAndIndex": "null", "eth_getRawTransactionByBlockNumberAndIndex": `"0x"`} {
		if got := get[json.RawMessage](t, f, method, "pending", "0x0"); string(got) != want {
			t.Errorf("%s of the pending block: %s", method, got)
		}
	}
	block := get[map[string]any](t, f, "eth_getBlockByNumber", "0x2", false)
	if block["l1BatchNumber"] != "0x1" || block["l1BatchTimestamp"] != "0x3ea" || block["gasPerPubdata"] != "0x32" {
		t.Error(block)
	}
	if got := get[map[string]any](t, f, "eth_getBlockByNumber", "0x4", false); got["l1BatchNumber"] != nil || got["l1BatchTimestamp"] != nil {
		t.Error(got)
	}
	refuse(t, f, -32602, `invalid argument 0: hex string without 0x prefix`, "eth_getBlockByNumber", "newest", false)
	refuse(t, f, -32602, `missing value for required argument 0`, "eth_getBlockByNumber")
	f.broken = errors.New("disk is gone")
	refuse(t, f, -32000, "disk is gone", "eth_getBlockByNumber", "latest", false)
}

func TestNullWhereGethSaysNull(t *testing.T) {
	f := start(t, nil)
	for _, c := range [][]any{
		{"eth_getBlockByNumber", "0x63", false}, {"eth_getBlockByHash", common.Hash{1}, false}, {"eth_getHeaderByNumber", "0x63"}, {"eth_getHeaderByHash", common.Hash{1}},
		{"eth_getBlockTransactionCountByNumber", "0x63"}, {"eth_getBlockTransactionCountByHash", common.Hash{1}}, {"eth_getUncleCountByBlockNumber", "0x63"},
		{"eth_getTransactionByHash", common.Hash{1}}, {"eth_getTransactionReceipt", common.Hash{1}}, {"eth_getTransactionByBlockNumberAndIndex", "0x1", "0x9"},
		{"eth_getTransactionByBlockNumberAndIndex", "0x63", "0x0"}, {"eth_getTransactionByBlockHashAndIndex", common.Hash{1}, "0x0"}, {"eth_getBlockReceipts", "0x63"},
		{"zks_getL2ToL1LogProof", common.Hash{1}, 0}, {"zks_getL1BatchDetails", 9}, {"zks_getBlockDetails", 99}, {"zks_getTransactionDetails", common.Hash{1}},
		{"zks_getL1BatchBlockRange", 9}, {"zks_getTestnetPaymaster"}, {"zks_getBytecodeByHash", common.Hash{1}}, {"zks_getProtocolVersion", 77}, {"ashlar_batch", 9}, {"ashlar_batchPubdata", 9},
	} {
		if got := string(get[json.RawMessage](t, f, c[0].(string), c[1:]...)); got != "null" {
			t.Errorf("%v: %s", c, got)
		}
	}
}

func TestState(t *testing.T) {
	f := start(t, nil)
	ctx := context.Background()
	balance, err := f.eth.BalanceAt(ctx, testUser, nil)
	if err != nil || balance.Cmp(big.NewInt(1e18)) != 0 {
		t.Error(balance, err)
	}
	if n, err := f.eth.NonceAt(ctx, testUser, big.NewInt(1)); err != nil || n != 5 {
		t.Error(n, err)
	}
	if n, err := f.eth.PendingNonceAt(ctx, testUser); err != nil || n != 42 {
		t.Error(n, err)
	}
	if code, err := f.eth.CodeAtHash(ctx, testToken, f.blocks[1].Hash); err != nil || len(code) != 2 {
		t.Error(code, err)
	}
	if code, err := f.eth.CodeAt(ctx, testUser, nil); err != nil || len(code) != 0 {
		t.Error(code, err)
	}
	if v, err := f.eth.StorageAt(ctx, testToken, common.Hash{31: 1}, nil); err != nil || v[31] != 9 {
		t.Error(v, err)
	}
	if v := get[hexutil.Bytes](t, f, "eth_getStorageAt", testToken, "0x1", "latest"); v[31] != 9 {
		t.Error(v)
	}
	refuse(t, f, -32602, `invalid hex in storage key: "0xzz"`, "eth_getStorageAt", testToken, "0xzz", "latest")
	refuse(t, f, -32602, `storage key too long (want at most 32 bytes): "0x`+strings.Repeat("0", 66)+`"`, "eth_getStorageAt", testToken, "0x"+strings.Repeat("0", 66), "latest")
	refuse(t, f, -32000, "header not found", "eth_getBalance", testUser, "0x63")
	refuse(t, f, -32000, "header for hash not found", "eth_getBalance", testUser, map[string]any{"blockHash": common.Hash{1}})
	f.states[1] = nil
	refuse(t, f, -32000, errState.Error(), "eth_getCode", testToken, "0x1")
}

func TestSmallAnswers(t *testing.T) {
	f := start(t, func(c *Config) { c.ClientVersion = "ashlar/test" })
	if modules := get[map[string]string](t, f, "rpc_modules"); modules["eth"] != "1.0" || modules["debug"] != "1.0" || modules["admin"] != "" {
		t.Error(modules)
	}
	for method, want := range map[string]string{
		"eth_chainId": `"0x10f"`, "eth_blockNumber": `"0x4"`, "eth_syncing": "false", "eth_accounts": "[]", "eth_gasPrice": `"0x5f5e107"`,
		"eth_maxPriorityFeePerGas": `"0x7"`, "net_version": `"271"`, "net_listening": "true", "net_peerCount": `"0x0"`, "web3_clientVersion": `"ashlar/test"`,
		"zks_L1ChainId": `"0x9"`, "zks_L1BatchNumber": `"0x2"`, "zks_gasPerPubdata": `"0x32"`, "zks_getBridgehubContract": `"0x0100000000000000000000000000000000000000"`,
		"zks_getMainContract": `"0x0200000000000000000000000000000000000000"`, "zks_getBaseTokenL1Address": `"0x0000000000000000000000000000000000000001"`,
		"zks_getL1GasPrice": `"0xb2d05e00"`, "eth_blobBaseFee": `"0x1"`,
	} {
		for _, client := range []*gethrpc.Client{f.http, f.ws} {
			var got json.RawMessage
			if err := client.Call(&got, method); err != nil || string(got) != want {
				t.Errorf("%s: %s %v, want %s", method, got, err, want)
			}
		}
	}
	if got := get[string](t, f, "web3_sha3", "0x"); got != "0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470" {
		t.Error(got)
	}
	refuse(t, f, -32601, "the method eth_mine does not exist/is not available", "eth_mine")
}
