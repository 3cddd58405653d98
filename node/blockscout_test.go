package node_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	gethrpc "github.com/ethereum/go-ethereum/rpc"

	"github.com/ashlar-labs/ashlar/rollup"
)

// TestBlockscout makes the calls of Blockscout's indexer (variant geth, read in its source at 86092e0cd8), with its batches and parameters, and wants the members without which it takes no block, transaction, receipt, log or trace.
func TestBlockscout(t *testing.T) {
	c := indexedChain(t)
	defer c.serve(nil)()
	x := &indexer{apiChain: c}
	head := decoded[hexutil.Uint64](x, x.one("eth_blockNumber"))
	for _, tag := range []string{"latest", "earliest", "pending", "safe", "finalized"} {
		x.fields(tag, x.one("eth_getBlockByNumber", tag, false), "number hash")
	}
	// The fetchers of blocks: a batch of blocks with transactions, then one of receipts.
	var blocks, receipts, traces []request
	for n := range head + 1 {
		blocks, receipts = append(blocks, request{"eth_getBlockByNumber", []any{n, true}}), append(receipts, request{"eth_getBlockReceipts", []any{n}})
		if n > 0 {
			traces = append(traces, request{"debug_traceBlockByNumber", []any{n, map[string]any{"timeout": "5s", "tracer": "callTracer"}}})
		}
	}
	var hashes []common.Hash
	addresses := map[common.Address]bool{}
	for _, text := range x.answers(blocks...) {
		x.fields("a block", text, "difficulty extraData gasLimit gasUsed hash logsBloom miner number parentHash receiptsRoot size stateRoot timestamp transactionsRoot baseFeePerGas transactions uncles nonce mixHash sha3Uncles")
		for _, tx := range decoded[*indexedBlock](x, text).Transactions {
			x.fields("a transaction", tx, "blockHash blockNumber from gas gasPrice hash input nonce transactionIndex value type v r s")
			got := decoded[*indexedTx](x, tx)
			hashes, addresses[got.From] = append(hashes, got.Hash), true
		}
	}
	for _, text := range x.answers(receipts...) {
		for _, r := range decoded[[]json.RawMessage](x, text) {
			x.fields("a receipt", r, "transactionHash transactionIndex blockHash blockNumber cumulativeGasUsed gasUsed status type from effectiveGasPrice logs")
			for _, l := range decoded[*indexedReceipt](x, r).Logs {
				x.fields("a log", l, "address blockNumber blockHash data logIndex topics transactionHash transactionIndex")
			}
		}
	}
	var created int
	for _, text := range x.answers(traces...) {
		for _, tr := range decoded[[]json.RawMessage](x, text) {
			x.fields("a trace", tr, "txHash result")
			created += x.calls(decoded[struct{ Result json.RawMessage }](x, tr).Result)
		}
	}
	if created != 4 {
		t.Errorf("%d contracts are created in traces, want 4", created)
	}
	for i, text := range x.answers(repeated(hashes, func(h common.Hash) request {
		return request{"debug_traceTransaction", []any{h, map[string]any{"timeout": "5s", "tracer": "callTracer", "tracerConfig": map[string]any{"onlyTopCall": true}}}}
	})...) {
		if top := decoded[*callFrame](x, text); len(top.Calls) != 0 || top.Type == "" {
			t.Errorf("transaction %d: %+v", i, top)
		}
	}
	x.blockscoutErrors()
	x.blockscoutState(head, addresses)
	x.blockscoutTokens()
	x.blockscoutPool()
	x.blockscoutHeads()
}

func repeated[T any](list []T, make func(T) request) (out []request) {
	for _, v := range list {
		out = append(out, make(v))
	}
	return out
}

// calls checks the members of every frame of a trace and counts creations.
func (x *indexer) calls(text json.RawMessage) (created int) {
	x.Helper()
	f := decoded[*callFrame](x, text)
	names := map[string]string{
		"CALL": "from to gas gasUsed input value", "STATICCALL": "from to gas gasUsed input", "DELEGATECALL": "from to gas gasUsed input value", "CREATE": "from gas gasUsed input value", "SELFDESTRUCT": "from to value",
	}[f.Type]
	if names == "" {
		x.Errorf("a call of type %q", f.Type)
	}
	x.fields("a call", text, names)
	if f.Type == "CREATE" {
		if created++; f.Error == "" && f.To == nil {
			x.Errorf("a contract without an address: %s", text)
		}
	}
	for _, inner := range decoded[struct{ Calls []json.RawMessage }](x, text).Calls {
		created += x.calls(inner)
	}
	return created
}

// blockscoutErrors are the errors that it tells apart by their text, and that one bad request does not spoil a batch.
func (x *indexer) blockscoutErrors() {
	x.Helper()
	unknown := common.Hash{1}
	got := x.post(request{"debug_traceTransaction", []any{unknown, map[string]any{"tracer": "callTracer"}}}, request{"debug_traceBlockByNumber", []any{"0x2", map[string]any{"timeout": "1ns", "tracer": "callTracer"}}},
		request{"eth_getBlockByNumber", []any{"0x99", true}}, request{"debug_traceBlockByNumber", []any{"0x99", map[string]any{"tracer": "callTracer"}}}, request{"eth_blockNumber", []any{}})
	for i, want := range []string{"transaction not found", "execution timeout"} {
		if e := got[i].Error; e == nil || e.Code != -32000 || e.Message != want {
			x.Errorf("%+v, want -32000 %s", e, want)
		}
	}
	if got[2].Error != nil || string(got[2].Result) != "null" || got[3].Error == nil || got[4].Error != nil {
		x.Errorf("%+v", got)
	}
}

// blockscoutState reads balances, nonces and code at each block, in one batch.
func (x *indexer) blockscoutState(head hexutil.Uint64, addresses map[common.Address]bool) {
	x.Helper()
	var requests []request
	for a := range addresses {
		for n := range head + 1 {
			requests = append(requests, request{"eth_getBalance", []any{a, n}}, request{"eth_getTransactionCount", []any{a, n}})
		}
	}
	for i, text := range x.answers(requests...) {
		if decoded[*hexutil.Big](x, text) == nil {
			x.Errorf("%s%v: %s", requests[i].method, requests[i].params, text)
		}
	}
	created := crypto.CreateAddress(apiUser, 2)
	for n, want := range map[string]string{"0x1": "0x", "0x2": "0x00", "latest": "0x00"} {
		if got := decoded[string](x, x.one("eth_getCode", created, n)); got != want {
			x.Errorf("code at %s: %s, want %s", n, got, want)
		}
	}
	if slot := decoded[common.Hash](x, x.one("eth_getStorageAt", apiContract, "0x0", "latest")); slot != (common.Hash{31: 9}) {
		x.Error(slot)
	}
}

// blockscoutTokens asks a contract that is a token and one that is none for what tokens have. A call that fails says why.
func (x *indexer) blockscoutTokens() {
	x.Helper()
	call := func(to common.Address, signature string, more ...any) request {
		data := hexutil.Bytes(crypto.Keccak256([]byte(signature))[:4])
		return request{"eth_call", append([]any{map[string]any{"data": data, "to": to}}, append(more, "latest")[0])}
	}
	for i, text := range x.answers(call(rollup.L2BaseTokenAddress, "name()"), call(rollup.L2BaseTokenAddress, "symbol()"), call(rollup.L2BaseTokenAddress, "decimals()"), call(rollup.L2BaseTokenAddress, "totalSupply()", "0x2")) {
		if out := decoded[hexutil.Bytes](x, text); len(out) == 0 || len(out)%32 != 0 {
			x.Errorf("call %d: %s", i, text)
		}
	}
	got := x.post(request{"eth_call", []any{map[string]any{"to": apiContract}, "latest"}}, call(apiPlain, "name()"), call(apiContract, "name()", "0x99"))
	if e := got[0].Error; e == nil || e.Code != 3 || e.Message != "execution reverted: no" {
		x.Errorf("a call that reverts: %+v", e)
	}
	if got[1].Error != nil || string(got[1].Result) != `"0x"` {
		x.Errorf("a call of what is no contract: %+v", got[1])
	}
	if e := got[2].Error; e == nil || e.Code != -32000 || e.Message != "header not found" {
		x.Errorf("a call at a block that is not there: %+v", e)
	}
}

// blockscoutPool reads the pool, in which one transaction waits for another.
func (x *indexer) blockscoutPool() {
	x.Helper()
	raw := x.signed(&types.LegacyTx{Nonce: x.nonce + 1, GasPrice: big.NewInt(1e10), Gas: 100_000, To: &apiPlain})
	x.one("eth_sendRawTransaction", hexutil.Bytes(raw))
	content := decoded[map[string]map[common.Address]map[string]json.RawMessage](x, x.one("txpool_content"))
	waiting := content["queued"][apiUser]
	if content["pending"] == nil || len(waiting) != 1 {
		x.Fatalf("%v", content)
	}
	for nonce, tx := range waiting {
		if nonce != fmt.Sprint(x.nonce+1) {
			x.Error(nonce)
		}
		x.fields("a waiting transaction", tx, "from gas gasPrice hash input nonce value type v r s")
		for _, name := range []string{"blockHash", "blockNumber", "transactionIndex"} {
			if v, there := decoded[map[string]json.RawMessage](x, tx)[name]; !there || string(v) != "null" {
				x.Errorf("%s of a waiting transaction: %s", name, v)
			}
		}
	}
	if got := x.one("eth_getTransactionReceipt", crypto.Keccak256Hash(raw)); string(got) != "null" {
		x.Errorf("a waiting transaction has the receipt %s", got)
	}
}

// blockscoutHeads is told of new blocks over WebSocket.
func (x *indexer) blockscoutHeads() {
	x.Helper()
	client, err := gethrpc.Dial("ws" + strings.TrimPrefix(x.url, "http"))
	if err != nil {
		x.Fatal(err)
	}
	defer client.Close()
	heads := make(chan json.RawMessage, 16)
	sub, err := client.EthSubscribe(x.Context(), heads, "newHeads")
	if err != nil {
		x.Fatal(err)
	}
	defer sub.Unsubscribe()
	x.one("eth_sendRawTransaction", hexutil.Bytes(x.next(types.LegacyTx{To: &apiPlain}))) // which lets the waiting one go as well
	select {
	case head := <-heads:
		x.fields("a head", head, "number hash parentHash timestamp miner difficulty gasLimit gasUsed logsBloom")
	case <-time.After(5 * time.Minute):
		x.Error("no head after five minutes")
	}
}
