package rpc

import (
	"bytes"
	"net/http"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rlp"
)

type simulated struct {
	Number       hexutil.Uint64  `json:"number"`
	Timestamp    hexutil.Uint64  `json:"timestamp"`
	Transactions []common.Hash   `json:"transactions"`
	ParentHash   common.Hash     `json:"parentHash"`
	Hash         common.Hash     `json:"hash"`
	Calls        []simCallResult `json:"calls"`
}

func payload(blocks ...map[string]any) map[string]any {
	return map[string]any{"blockStateCalls": blocks}
}

func TestSimulate(t *testing.T) {
	f := startReal(t)
	to := common.HexToAddress("0x71")
	with := payload(
		map[string]any{"calls": []any{
			map[string]any{"from": testUser, "to": to, "value": "0x64"},
			map[string]any{"from": testUser, "to": realContract}, // reverts
		}},
		map[string]any{"blockOverrides": map[string]any{"number": "0x4"}, "calls": []any{map[string]any{"from": to, "to": testUser, "value": "0x64"}}},
	)
	with["traceTransfers"] = true
	got := get[[]simulated](t, f, "eth_simulateV1", with)
	// The gap of one block is filled, and the second call can spend what the first one sent.
	if len(got) != 3 || got[0].Number != 2 || got[1].Number != 3 || got[2].Number != 4 || got[1].ParentHash != got[0].Hash || got[2].ParentHash != got[1].Hash {
		t.Fatalf("%+v", got)
	}
	if got[1].Timestamp != got[0].Timestamp+simSeconds || len(got[0].Transactions) != 2 {
		t.Errorf("%+v", got)
	}
	first, second, last := got[0].Calls[0], got[0].Calls[1], got[2].Calls[0]
	if first.Status != 1 || len(first.Logs) != 1 || first.Logs[0].Address != transferEmitter || first.Logs[0].Topics[0] != transferTopic || first.Logs[0].BlockHash != got[0].Hash {
		t.Errorf("%+v", first)
	}
	if second.Status != 0 || second.Error == nil || second.Error.Code != 3 || len(second.Logs) != 0 {
		t.Errorf("%+v", second)
	}
	if last.Status != 1 || last.MaxUsedGas < last.GasUsed {
		t.Errorf("%+v", last)
	}
}

func TestSimulateRefuses(t *testing.T) {
	f := startReal(t)
	block := func(overrides map[string]any) map[string]any { return map[string]any{"blockOverrides": overrides} }
	refuse(t, f, codeInvalidParams, "empty input", "eth_simulateV1", payload())
	refuse(t, f, codeBlockNumber, "block numbers must be in order: 1 <= 1", "eth_simulateV1", payload(block(map[string]any{"number": "0x1"})))
	refuse(t, f, codeBlockTimestamp, "block timestamps must be in order: 1 <= 1001", "eth_simulateV1", payload(block(map[string]any{"time": "0x1"})))
	refuse(t, f, codeClientLimit, "too many blocks", "eth_simulateV1", payload(block(map[string]any{"number": "0xffff"})))
	refuse(t, f, codeInvalidParams, `invalid argument 0: unknown field "colour" in block override`, "eth_simulateV1", payload(block(map[string]any{"colour": "0x1"})))
	validated := payload(map[string]any{"calls": []any{map[string]any{"from": testUser, "to": testUser, "nonce": "0x0", "gas": "0x5208", "maxFeePerGas": "0x3b9aca00"}}})
	validated["validation"] = true
	var out any
	err := f.http.Call(&out, "eth_simulateV1", validated)
	if coded, ok := err.(interface{ ErrorCode() int }); !ok || coded.ErrorCode() != codeNonceTooLow {
		t.Error(out, err)
	}
}

func TestRawAndTraceBlock(t *testing.T) {
	f := startReal(t)
	b := f.blocks[1]
	var h types.Header
	if err := rlp.DecodeBytes(get[hexutil.Bytes](t, f, "debug_getRawHeader", "0x1"), &h); err != nil || h.Hash() != b.Hash {
		t.Error(err)
	}
	enc := get[hexutil.Bytes](t, f, "debug_getRawBlock", b.Hash)
	back, err := decodeBlock(enc)
	if err != nil || back.Hash != b.Hash || len(back.Txs) != 3 || !bytes.Equal(back.Txs[0], b.Txs[0]) {
		t.Fatal(back, err)
	}
	if raws := get[[]hexutil.Bytes](t, f, "debug_getRawReceipts", "0x1"); len(raws) != 3 || !bytes.Equal(raws[1], f.receipts[1][1].Consensus()) {
		t.Error(raws)
	}
	counter := map[string]any{"tracer": "{n: 0, step: function() { this.n++ }, fault: function() {}, result: function() { return this.n }}"}
	if traces := get[[]txTrace](t, f, "debug_traceBlock", enc, counter); len(traces) != 3 || string(traces[1].Result) != "12" {
		t.Errorf("%+v", traces)
	}
	for _, name := range []string{"4byteTracer", "flatCallTracer", "noopTracer", "prestateTracer"} {
		if traces := get[[]txTrace](t, f, "debug_traceBlockByNumber", "0x1", map[string]any{"tracer": name}); len(traces) != 3 || traces[1].Error != "" {
			t.Errorf("%s: %+v", name, traces)
		}
	}
	refuse(t, f, -32000, "header #[1"+strings.Repeat(" 0", 31)+"] not found", "debug_getRawHeader", common.Hash{1})
	if _, err := decodeBlock([]byte{0xc0}); err == nil {
		t.Error("an empty list was taken for a block")
	}
}

func TestProofNeedsTree(t *testing.T) {
	f := start(t, nil)
	refuse(t, f, codeUnsupported, "state proofs are not available: the node keeps no state tree", "eth_getProof", testUser, []string{}, "latest")
	refuse(t, f, codeInvalidParams, `invalid hex in storage key: "0xzz"`, "eth_getProof", testUser, []string{"0xzz"}, "latest")
	refuse(t, f, codeUnsupported, "state proofs are not available: the node keeps no state tree", "zks_getProof", testUser, []string{}, 1)
}

func TestRateLimit(t *testing.T) {
	f := start(t, func(c *Config) { c.RateLimit, c.RateBurst = 1e-9, 3 })
	const call = `{"jsonrpc":"2.0","id":1,"method":"eth_chainId"}`
	if res, body := post(t, f, "["+call+","+call+","+call+"]"); res.StatusCode != http.StatusOK {
		t.Error(res.Status, body)
	}
	res, body := post(t, f, call)
	if res.StatusCode != http.StatusTooManyRequests || body != `{"error":{"code":-32005,"message":"rate limit exceeded: send fewer requests per second"},"id":null,"jsonrpc":"2.0"}` {
		t.Error(res.Status, body)
	}
}

func TestConfigRefuses(t *testing.T) {
	for name, change := range map[string]func(*Config){
		"rate":   func(c *Config) { c.RateLimit = -1 },
		"bodies": func(c *Config) { c.BodyBytes = c.BodyLimit - 1 },
		"socket": func(c *Config) { c.Sockets = 0 },
		"lag":    func(c *Config) { c.SubscriberLag = 0 },
		"trace":  func(c *Config) { c.TraceTimeout = c.TraceMax + 1 },
	} {
		c := DefaultConfig()
		if change(&c); c.Check() == nil {
			t.Errorf("%s: taken", name)
		}
	}
}
