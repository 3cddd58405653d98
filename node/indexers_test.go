package node_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/chain/rpc"
	"github.com/ashlar-labs/ashlar/rollup"
)

// indexedChain is a chain with what indexers stumble over: blocks of operations from L1 alone, of no transaction, of logs with no and with four topics, of failures that had logged, of withdrawals.
func indexedChain(t *testing.T) *apiChain {
	t.Helper()
	c := newAPIChain(t)
	op := func(nonce uint64, data []byte) []byte {
		op := rollup.CanonicalTx{Type: rollup.PriorityTxType, Nonce: nonce, From: common.HexToAddress("0xde"), To: apiContract, GasLimit: 300_000, GasPerPubdataLimit: 800, RefundRecipient: apiUser, Data: data}
		op.MaxFeePerGas.SetUint64(1e8)
		op.ToMint.SetUint64(1e18)
		return op.Raw()
	}
	word := common.LeftPadBytes([]byte{9}, 32)
	c.block(op(1, word), op(2, nil), op(3, word)) // the second one reverts
	c.block()
	withdraw := append(crypto.Keccak256([]byte("withdraw(address)"))[:4], common.LeftPadBytes(apiUser[:], 32)...)
	baseToken := rollup.L2BaseTokenAddress
	c.block(
		op(4, word), // operations come first
		c.next(types.LegacyTx{To: &baseToken, Value: big.NewInt(7), Data: withdraw}),
		c.next(types.LegacyTx{Data: logsOfEveryLength()}),
		c.next(types.LegacyTx{Data: append(logsOfEveryLength(), byte(vm.INVALID))}),
		c.next(types.LegacyTx{Data: innerCalls()}),
		c.next(types.LegacyTx{To: &apiPlain, Value: big.NewInt(1)}),
	)
	for i, want := range []uint64{1, 1, 1, 0, 1, 1} {
		if r := c.blocks[4].Receipts[i]; r.Status != want {
			t.Fatalf("transaction %d: status %d, %s", i, r.Status, r.Failure)
		}
	}
	c.block(c.next(types.LegacyTx{To: &apiContract, Data: word}))
	return c
}

// next is the user's next transaction.
func (c *apiChain) next(tx types.LegacyTx) []byte {
	tx.Nonce, tx.GasPrice, tx.Gas = c.nonce, big.NewInt(1e10), 1_000_000
	c.nonce++
	return c.signed(&tx)
}

// logsOfEveryLength is code that emits logs with 0 to 4 topics.
func logsOfEveryLength() (code []byte) {
	for topics := range byte(5) {
		code = append(code, bytes.Repeat([]byte{byte(vm.PUSH0)}, int(topics)+2)...)
		code = append(code, byte(vm.LOG0)+topics)
	}
	return code
}

// innerCalls is the code of a contract that calls apiContract, which reverts, then again with a word, which logs, and destroys itself.
func innerCalls() (code []byte) {
	for _, size := range []byte{0, 32} {
		code = append(code, byte(vm.PUSH0), byte(vm.PUSH0), byte(vm.PUSH1), size, byte(vm.PUSH0), byte(vm.PUSH0), byte(vm.PUSH20))
		code = append(append(code, apiContract[:]...), byte(vm.GAS), byte(vm.CALL), byte(vm.POP))
	}
	return append(code, byte(vm.CALLER), byte(vm.SELFDESTRUCT))
}

// indexer reads a chain over HTTP with hand-made requests, as programs that are not written in Go do.
type indexer struct {
	*apiChain
	id int
}

type request struct {
	method string
	params []any
}

// answers are the results of a batch in the order of the requests; every one has to be there and none may be an error.
func (x *indexer) answers(requests ...request) []json.RawMessage {
	x.Helper()
	out := make([]json.RawMessage, len(requests))
	for i, a := range x.post(requests...) {
		if a.Error != nil {
			x.Fatalf("%s%v: %d %s", requests[i].method, requests[i].params, a.Error.Code, a.Error.Message)
		}
		out[i] = a.Result
	}
	return out
}

type answer struct {
	ID     *int            `json:"id"`
	Result json.RawMessage `json:"result"`
	Error  *struct {
		Code    int    `json:"code"`
		Message string `json:"message"`
	} `json:"error"`
}

// post sends a batch and sorts the answers by their ids.
func (x *indexer) post(requests ...request) []answer {
	x.Helper()
	first := x.id
	var batch []map[string]any
	for _, r := range requests {
		batch = append(batch, map[string]any{"jsonrpc": "2.0", "id": x.id, "method": r.method, "params": r.params})
		x.id++
	}
	body, err := json.Marshal(batch)
	if err != nil {
		x.Fatal(err)
	}
	res, err := http.Post(x.url, "application/json", bytes.NewReader(body))
	if err != nil {
		x.Fatal(err)
	}
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	var list []answer
	if err == nil {
		err = json.Unmarshal(text, &list)
	}
	if err != nil || res.StatusCode != http.StatusOK || len(list) != len(requests) {
		x.Fatalf("%s, %v: %.500s", res.Status, err, text)
	}
	out := make([]answer, len(list))
	for _, a := range list {
		if a.ID == nil || *a.ID < first || *a.ID >= x.id {
			x.Fatalf("an answer without its id: %.500s", text)
		}
		out[*a.ID-first] = a
	}
	return out
}

func (x *indexer) one(method string, params ...any) json.RawMessage {
	x.Helper()
	return x.answers(request{method, params})[0]
}

func decoded[T any](x *indexer, text json.RawMessage) (out T) {
	x.Helper()
	if err := json.Unmarshal(text, &out); err != nil {
		x.Fatalf("%v: %.500s", err, text)
	}
	return out
}

type indexedBlock struct {
	Number       hexutil.Uint64
	Hash         common.Hash
	ParentHash   common.Hash
	LogsBloom    types.Bloom
	GasUsed      hexutil.Uint64
	Timestamp    hexutil.Uint64
	TxRoot       common.Hash `json:"transactionsRoot"`
	ReceiptRoot  common.Hash `json:"receiptsRoot"`
	Transactions []json.RawMessage
}

type indexedTx struct {
	Hash             common.Hash
	BlockHash        common.Hash
	BlockNumber      hexutil.Uint64
	TransactionIndex hexutil.Uint
	From             common.Address
	To               *common.Address
	Type             hexutil.Uint64
}

type indexedReceipt struct {
	TransactionHash            common.Hash
	BlockHash                  common.Hash
	BlockNumber                hexutil.Uint64
	TransactionIndex           hexutil.Uint
	From                       common.Address
	To                         *common.Address
	Type, Status               hexutil.Uint64
	GasUsed, CumulativeGasUsed hexutil.Uint64
	ContractAddress            *common.Address
	LogsBloom                  types.Bloom
	Logs                       []json.RawMessage
	PubdataGas                 *hexutil.Uint64
}

type indexedLog struct {
	Address          common.Address
	Topics           []common.Hash
	Data             hexutil.Bytes
	BlockHash        common.Hash
	BlockNumber      hexutil.Uint64
	BlockTimestamp   hexutil.Uint64
	TransactionHash  common.Hash
	TransactionIndex hexutil.Uint
	LogIndex         hexutil.Uint
	Removed          *bool
}

// encodings are the items of a list of which a header has the root.
type encodings []hexutil.Bytes

func (e encodings) Len() int                           { return len(e) }
func (e encodings) EncodeIndex(i int, w *bytes.Buffer) { w.Write(e[i]) }

// fields wants members of an object that are there and not null.
func (x *indexer) fields(what string, text json.RawMessage, names string) {
	x.Helper()
	object := decoded[map[string]json.RawMessage](x, text)
	for _, name := range strings.Fields(names) {
		if v := object[name]; len(v) == 0 || string(v) == "null" {
			x.Errorf("%s has no %s: %.300s", what, name, text)
		}
	}
}

// TestTheGraph makes the calls of a Graph node: wide ranges of logs that it halves when it is told that they are too wide, receipts one by one, calls at a block that is named by its hash (EIP-1898).
func TestTheGraph(t *testing.T) {
	c := indexedChain(t)
	defer c.serve(func(cfg *rpc.Config) { cfg.LogBlocks, cfg.Logs = 4, 5 })()
	x := &indexer{apiChain: c}
	x.fields("the genesis", x.one("eth_getBlockByNumber", "0x0", false), "hash")
	if got := decoded[string](x, x.one("net_version")); got != fmt.Sprint(l2ChainID) {
		t.Error(got)
	}
	head := decoded[hexutil.Uint64](x, x.one("eth_blockNumber"))
	var all, halved int
	var fetch func(from, to hexutil.Uint64)
	fetch = func(from, to hexutil.Uint64) {
		got := x.post(request{"eth_getLogs", []any{map[string]any{"fromBlock": from, "toBlock": to, "address": []common.Address{apiContract}, "topics": []any{[]common.Hash{{31: 9}, {31: 7}}}}}})[0]
		if e := got.Error; e != nil && e.Code == -32005 && from < to { // ServerError(-32005), by which it halves
			halved++
			middle := (from + to) / 2
			fetch(from, middle)
			fetch(middle+1, to)
			return
		} else if e != nil {
			t.Fatalf("%d to %d: %+v", from, to, e)
		}
		for _, text := range decoded[[]json.RawMessage](x, got.Result) {
			l := decoded[*indexedLog](x, text)
			all++
			x.fields("a receipt", x.one("eth_getTransactionReceipt", l.TransactionHash), "blockHash transactionHash status logs")
			at := map[string]any{"blockHash": l.BlockHash, "requireCanonical": true}
			word := decoded[hexutil.Bytes](x, x.one("eth_call", map[string]any{"to": apiContract, "data": common.Hash{31: 1}}, at))
			if len(word) != 0 { // the contract returns nothing
				t.Error(word)
			}
			if slot := decoded[common.Hash](x, x.one("eth_getStorageAt", apiContract, "0x0", at)); l.BlockNumber == 2 && slot != (common.Hash{31: 7}) {
				t.Error("the state at block 2:", slot)
			}
		}
	}
	fetch(0, head)
	if all != 6 || halved == 0 {
		t.Errorf("%d logs, %d ranges were halved", all, halved)
	}
	got := x.post(request{"eth_call", []any{map[string]any{"to": apiContract}, map[string]any{"blockHash": common.Hash{1}}}}, request{"eth_getLogs", []any{map[string]any{"fromBlock": "0x5", "toBlock": "0x5"}}})
	if e := got[0].Error; e == nil || e.Code != -32000 || e.Message != "header for hash not found" {
		t.Errorf("a call at an unknown block: %+v", e)
	}
	if e := got[1].Error; e == nil || e.Code != -32005 || e.Message != "query returned more than 5 results in block 5: narrow it by addresses or topics" {
		t.Errorf("a block with too many logs: %+v", e)
	}
}

// TestPonder reads logs as Ponder does, which asks again for the range that the error names.
func TestPonder(t *testing.T) {
	c := indexedChain(t)
	defer c.serve(func(cfg *rpc.Config) { cfg.LogBlocks, cfg.Logs = 4, 9 })()
	x := &indexer{apiChain: c}
	head := decoded[hexutil.Uint64](x, x.one("eth_blockNumber"))
	var found, again int
	for from := hexutil.Uint64(0); from <= head; {
		to := head
		for {
			got := x.post(request{"eth_getLogs", []any{map[string]any{"fromBlock": from, "toBlock": to}}})[0]
			if got.Error == nil {
				found += len(decoded[[]json.RawMessage](x, got.Result))
				break
			}
			_, suggested, ok := strings.Cut(got.Error.Message, "Try with this block range [")
			var first, last uint64
			if _, err := fmt.Sscanf(suggested, "0x%x, 0x%x]", &first, &last); !ok || err != nil || hexutil.Uint64(first) != from || hexutil.Uint64(last) >= to {
				t.Fatalf("%d to %d: %+v", from, to, got.Error)
			}
			again++
			to = hexutil.Uint64(last)
		}
		from = to + 1
	}
	want := 0
	for n := range head + 1 {
		for _, text := range decoded[[]json.RawMessage](x, x.one("eth_getBlockReceipts", n)) {
			want += len(decoded[*indexedReceipt](x, text).Logs)
		}
	}
	if found != want || again < 2 {
		t.Errorf("%d logs of %d, %d ranges were named", found, want, again)
	}
}
