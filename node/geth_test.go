package node_test

import (
	"bytes"
	"crypto/ecdsa"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	gethrpc "github.com/ethereum/go-ethereum/rpc"

	l1node "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/devnet/l1/l1test"
)

// side is one of the two systems that are asked the same: this chain or go-ethereum, each with an account that has money and apiContract's code somewhere.
type side struct {
	client   *gethrpc.Client
	url      string
	chainID  *big.Int
	key      *ecdsa.PrivateKey
	contract common.Address
	block    common.Hash // of block 1
}

func (s *side) user() common.Address { return crypto.PubkeyToAddress(s.key.PublicKey) }

// raw signs a transaction of a side.
func (s *side) raw(key *ecdsa.PrivateKey, tx types.TxData) string {
	raw, err := types.MustSignNewTx(key, types.LatestSignerForChainID(s.chainID), tx).MarshalBinary()
	if err != nil {
		panic(err)
	}
	return hexutil.Encode(raw)
}

// failure is an error as a client sees it; names of a side are replaced.
type failure struct {
	code    int
	message string
	data    any
}

func (s *side) ask(method string, params []any) failure {
	var out json.RawMessage
	err := s.client.Call(&out, method, params...)
	f := failure{message: "no error, but " + string(out)}
	if err != nil {
		f = failure{code: -1, message: err.Error()}
	}
	if coded := (gethrpc.Error)(nil); errors.As(err, &coded) {
		f.code = coded.ErrorCode()
	}
	if with := (gethrpc.DataError)(nil); errors.As(err, &with) {
		f.data = with.ErrorData()
	}
	for _, o := range ownWords {
		f.message = o.pattern.ReplaceAllString(f.message, o.name)
	}
	for name, text := range map[string]string{"CONTRACT": s.contract.Hex(), "USER": s.user().Hex(), "CHAIN": s.chainID.String(), "BLOCK": s.block.Hex()} {
		f.message = strings.NewReplacer(text, name, strings.ToLower(text), name).Replace(f.message)
	}
	return f
}

// ownWords are parts of messages in which two systems differ: their numbers, hashes, and names of Go types.
var ownWords = []struct {
	pattern *regexp.Regexp
	name    string
}{
	{regexp.MustCompile(`supplied gas \d{7,}`), "supplied gas CAP"}, {regexp.MustCompile(`failed with \d{7,} gas`), "failed with CAP gas"}, {regexp.MustCompile(`baseFee: \d+`), "baseFee: N"},
	{regexp.MustCompile(`next nonce \d+`), "next nonce N"}, {regexp.MustCompile(`(transaction: |"txHash":")0x[0-9a-f]{64}`), "${1}HASH"}, {regexp.MustCompile(`must be in order: (\d+) <= \d+`), "must be in order: $1 <= N"}, {regexp.MustCompile(`head \d+`), "head N"},
	{regexp.MustCompile(`\b(ethapi|override|types|rpc)\.\w+`), "TYPE"}, {regexp.MustCompile(`struct field \w+\.`), "struct field TYPE."},
}

func gethSide(t *testing.T) *side {
	t.Helper()
	l := l1test.Start(t, l1test.Never)
	var err error
	s := &side{url: l.HTTPURL(), chainID: new(big.Int).SetUint64(l.ChainID()), key: l1node.Accounts()[0].Key}
	if s.client, err = gethrpc.Dial(s.url); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.client.Close)
	code := apiCode()
	// PUSH2 size, DUP1, PUSH1 12, PUSH0, CODECOPY, PUSH0, RETURN
	init := append([]byte{0x61, byte(len(code) >> 8), byte(len(code)), 0x80, 0x60, 10, 0x5f, 0x39, 0x5f, 0xf3}, code...)
	var receipt struct {
		ContractAddress common.Address
		BlockHash       common.Hash
		Status          hexutil.Uint
	}
	raw := s.raw(s.key, &types.DynamicFeeTx{ChainID: s.chainID, GasFeeCap: big.NewInt(1e11), GasTipCap: big.NewInt(1e9), Gas: 1_000_000, Data: init})
	var hash common.Hash
	if err := s.client.Call(&hash, "eth_sendRawTransaction", raw); err != nil {
		t.Fatal(err)
	}
	for range 2 { // the messages of errors have the number of the head, which is 2 in Ashlar's chain
		if _, err := l.Seal(); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.client.Call(&receipt, "eth_getTransactionReceipt", hash); err != nil || receipt.Status != 1 {
		t.Fatal(receipt, err)
	}
	s.contract, s.block = receipt.ContractAddress, receipt.BlockHash
	return s
}

// wrong is a request that both refuse.
type wrong struct {
	name string
	ask  func(s *side) (method string, params []any)
}

func plain(method string, params ...any) wrong {
	text, _ := json.Marshal(params)
	return wrong{method + string(text), func(*side) (string, []any) { return method, params }}
}

func wrongParams() []wrong {
	user, unknown := common.Address{9}, common.Hash{1}
	return []wrong{
		plain("eth_nothing"), plain("nothing"), plain("engine_getClientVersionV1"),
		plain("eth_getBalance"), plain("eth_getBalance", user, "latest", 1), plain("eth_getBalance", "0x01", "latest"), plain("eth_getBalance", 5, "latest"), plain("eth_getBalance", user, "0x"),
		plain("eth_getBalance", user, "0x01"), plain("eth_getBalance", user, "soon"), plain("eth_getBalance", user, "0xffffffffffffffff"), plain("eth_getBalance", user, "0x99"),
		plain("eth_getBalance", user, map[string]any{"blockHash": unknown}), plain("eth_getBalance", user, map[string]any{}), plain("eth_getCode", user, "0x99"), plain("eth_getTransactionCount", user, unknown),
		plain("eth_getStorageAt", user, "0xzz", "latest"), plain("eth_getStorageAt", user, "0x"+strings.Repeat("11", 33), "latest"), plain("eth_getStorageAt", user, "0x0", "0x99"),
		plain("eth_getBlockByNumber", "0x1", "yes"), plain("eth_getBlockByHash", "0x12", true), plain("eth_getBlockByNumber"), plain("eth_getTransactionByHash", "0xzz"), plain("eth_getTransactionReceipt", "0x1"),
		plain("eth_getTransactionByBlockNumberAndIndex", "0x1", "0x00"), plain("eth_getBlockReceipts"),
		plain("eth_getLogs", map[string]any{"fromBlock": "0x1", "toBlock": "0x0"}), plain("eth_getLogs", map[string]any{"blockHash": unknown}), plain("eth_getLogs", map[string]any{"blockHash": unknown, "fromBlock": "0x1"}),
		plain("eth_getLogs", map[string]any{"topics": []any{nil, nil, nil, nil, nil}}), plain("eth_getLogs", map[string]any{"address": 5}), plain("eth_getLogs", map[string]any{"address": "0x12"}),
		plain("eth_getLogs", map[string]any{"topics": []any{"0x12"}}), plain("eth_getLogs", map[string]any{"fromBlock": "0x99", "toBlock": "0x9a"}), plain("eth_getLogs", map[string]any{"fromBlock": "pending"}),
		plain("eth_getFilterChanges", "0x1"), plain("eth_getFilterLogs", "0x1"), plain("eth_getFilterChanges", "no"), plain("eth_newFilter", map[string]any{"fromBlock": "x"}), plain("eth_subscribe", "newHeads"),
		plain("eth_feeHistory", "0x1", "latest", []int{50, 50}), plain("eth_feeHistory", "0x1", "latest", []int{101}), plain("eth_feeHistory", "0x1", "0x99", nil), plain("eth_feeHistory", "0x1", "0x99", []int{}), plain("eth_feeHistory", "x", "latest", nil),
		plain("eth_sign", user, "0x01"), plain("eth_sendTransaction", map[string]any{"from": user, "to": user}), plain("web3_sha3", "zz"), plain("web3_sha3"), plain("txpool_contentFrom", "0x12"),
		plain("eth_getProof", user, []string{"0xzz"}, "latest"), plain("eth_getProof", user, make([]string, 1025), "latest"), plain("eth_getProof", user, []string{}, "0x99"),
		plain("eth_getStorageValues", map[string]any{}, "latest"),
	}
}

func wrongCalls() []wrong {
	call := func(name, method string, args func(s *side) map[string]any, more ...any) wrong {
		return wrong{name, func(s *side) (string, []any) { return method, append([]any{args(s)}, more...) }}
	}
	to := func(more map[string]any) func(s *side) map[string]any {
		return func(s *side) map[string]any {
			out := map[string]any{"from": s.user(), "to": s.contract}
			for k, v := range more {
				out[k] = v
			}
			return out
		}
	}
	poor := func(more map[string]any) func(s *side) map[string]any {
		return func(s *side) map[string]any {
			out := to(more)(s)
			out["from"] = common.Address{0xee}
			return out
		}
	}
	var out []wrong
	for _, method := range []string{"eth_call", "eth_estimateGas", "eth_createAccessList"} {
		for name, args := range map[string]func(s *side) map[string]any{
			"revert": to(nil), "revert without a sender": func(s *side) map[string]any { return map[string]any{"to": s.contract} }, "gas 1": to(map[string]any{"gas": "0x1"}), "out of gas": to(map[string]any{"gas": "0x5600", "data": common.Hash{31: 1}}),
			"invalid opcode":    func(s *side) map[string]any { return map[string]any{"from": s.user(), "data": "0xfe"} },
			"value of the poor": poor(map[string]any{"value": "0x1", "data": common.Hash{31: 1}}), "fee of the poor": poor(map[string]any{"gasPrice": "0x174876e800", "gas": "0x186a0", "data": common.Hash{31: 1}}),
			"two prices": to(map[string]any{"gasPrice": "0x1", "maxFeePerGas": "0x1"}), "tip above fee": to(map[string]any{"maxFeePerGas": "0x1", "maxPriorityFeePerGas": "0x2"}), "chain id": to(map[string]any{"chainId": "0x7"}),
			"fee below the base fee": to(map[string]any{"maxFeePerGas": "0x1", "maxPriorityFeePerGas": "0x0", "data": common.Hash{31: 1}}), "two data": to(map[string]any{"data": "0x01", "input": "0x02", "value": "x"}),
			"code too long": func(s *side) map[string]any {
				return map[string]any{"from": s.user(), "data": hexutil.Bytes(make([]byte, 49153))}
			},
			"authorizations of a creation": func(s *side) map[string]any { return map[string]any{"data": "0x00", "authorizationList": []any{}} },
		} {
			out = append(out, call(method+" "+name, method, args, "latest"))
		}
		out = append(out, call(method+" at an unknown block", method, to(nil), "0x99"), call(method+" at an unknown hash", method, to(nil), common.Hash{1}), plain(method), plain(method, "0x"), plain(method, map[string]any{"to": 5}))
	}
	override := func(name string, o any) wrong {
		return call("eth_call with "+name, "eth_call", to(nil), "latest", o)
	}
	a := common.Address{5}.Hex()
	moves := map[string]any{common.Address{19: 4}.Hex(): map[string]any{"movePrecompileToAddress": common.Address{6}}}
	out = append(out, call("eth_estimateGas with a precompile that moves", "eth_estimateGas", to(nil), "latest", moves), call("eth_createAccessList with a precompile that moves", "eth_createAccessList", to(nil), "latest", moves))
	return append(out,
		override("state and stateDiff", map[string]any{a: map[string]any{"state": map[string]any{}, "stateDiff": map[string]any{}}}), override("a precompile that is none", map[string]any{a: map[string]any{"movePrecompileToAddress": common.Address{6}}}),
		override("no object", "x"), override("a bad code", map[string]any{a: map[string]any{"code": "0xzz"}}),
		call("eth_call with a beacon root", "eth_call", to(nil), "latest", nil, map[string]any{"beaconRoot": common.Hash{1}}),
	)
}

func wrongTransactions() []wrong {
	send := func(name string, raw func(s *side) string) wrong {
		return wrong{"send " + name, func(s *side) (string, []any) { return "eth_sendRawTransaction", []any{raw(s)} }}
	}
	poor, _ := crypto.ToECDSA(common.LeftPadBytes([]byte{0xee}, 32))
	price, to := big.NewInt(1e11), common.Address{7}
	return []wrong{
		plain("eth_sendRawTransaction", "0x"), plain("eth_sendRawTransaction", "0x00"), plain("eth_sendRawTransaction", "0x02c0"), plain("eth_sendRawTransaction", "0xc0"), plain("eth_sendRawTransaction", "0x02f8"), plain("eth_sendRawTransaction", "0x09c0"),
		plain("eth_sendRawTransaction", "zz"), plain("eth_sendRawTransaction"),
		send("to another chain", func(s *side) string {
			return (&side{chainID: big.NewInt(5)}).raw(s.key, &types.DynamicFeeTx{ChainID: big.NewInt(5), GasFeeCap: price, Gas: 50_000, To: &to})
		}),
		send("without a chain", func(s *side) string {
			raw, _ := types.MustSignNewTx(s.key, types.HomesteadSigner{}, &types.LegacyTx{Nonce: 100, GasPrice: price, Gas: 50_000, To: &to}).MarshalBinary()
			return hexutil.Encode(raw)
		}),
		send("an old nonce", func(s *side) string { return s.raw(s.key, &types.LegacyTx{GasPrice: price, Gas: 50_000, To: &to}) }),
		send("with too little gas", func(s *side) string {
			return s.raw(s.key, &types.LegacyTx{Nonce: 100, GasPrice: price, Gas: 20_999, To: &to})
		}),
		send("with too much gas", func(s *side) string {
			return s.raw(s.key, &types.LegacyTx{Nonce: 100, GasPrice: price, Gas: 1 << 62, To: &to})
		}),
		send("with 20 million gas", func(s *side) string {
			return s.raw(s.key, &types.LegacyTx{Nonce: 100, GasPrice: price, Gas: 20_000_000, To: &to})
		}),
		send("of the poor", func(s *side) string {
			return s.raw(poor, &types.LegacyTx{GasPrice: price, Gas: 50_000, To: &to, Value: big.NewInt(1)})
		}),
		send("with a tip above the fee", func(s *side) string {
			return s.raw(s.key, &types.DynamicFeeTx{ChainID: s.chainID, Nonce: 100, GasFeeCap: big.NewInt(1e9), GasTipCap: big.NewInt(2e9), Gas: 50_000, To: &to})
		}),
		send("with long code", func(s *side) string {
			return s.raw(s.key, &types.LegacyTx{Nonce: 100, GasPrice: price, Gas: 10_000_000, Data: make([]byte, 49_153)})
		}),
		send("of 200 kB", func(s *side) string {
			return s.raw(s.key, &types.LegacyTx{Nonce: 100, GasPrice: price, Gas: 10_000_000, To: &to, Data: make([]byte, 200_000)})
		}),
		send("with a fee that is nothing", func(s *side) string {
			return s.raw(s.key, &types.LegacyTx{Nonce: 100, GasPrice: new(big.Int), Gas: 50_000, To: &to})
		}),
		send("without authorizations", func(s *side) string {
			return "0x04" + s.raw(s.key, &types.LegacyTx{Nonce: 100, GasPrice: price, Gas: 50_000, To: &to})[2:]
		}),
	}
}

func wrongDebug() []wrong {
	unknown := common.Hash{1}
	traced := func(name, method string, config any) wrong {
		return wrong{name, func(s *side) (string, []any) {
			if method == "debug_traceCall" {
				return method, []any{map[string]any{"to": s.contract}, "latest", config}
			}
			return method, []any{s.block, config}
		}}
	}
	blocks := func(b ...any) map[string]any { return map[string]any{"blockStateCalls": b} }
	calls := func(more map[string]any) map[string]any { return map[string]any{"calls": []any{more}} }
	number := func(n string) map[string]any { return map[string]any{"blockOverrides": map[string]any{"number": n}} }
	stamp := func(n string) map[string]any { return map[string]any{"blockOverrides": map[string]any{"time": n}} }
	many := make([]any, 257)
	for i := range many {
		many[i] = map[string]any{}
	}
	validated := blocks(calls(map[string]any{"from": common.Address{0xee}, "to": common.Address{1}, "nonce": "0x5"}))
	validated["validation"] = true
	return []wrong{
		plain("debug_traceTransaction", unknown), plain("debug_traceBlockByNumber", "0x0"), plain("debug_traceBlockByNumber", "0x99"), plain("debug_traceBlockByHash", unknown), plain("debug_traceBlock", "0xc0"), plain("debug_traceBlock", "0x01"),
		traced("an unknown tracer", "debug_traceCall", map[string]any{"tracer": "noTracer"}), traced("a JS tracer without a result", "debug_traceCall", map[string]any{"tracer": "{}"}), traced("a JS tracer that is none", "debug_traceCall", map[string]any{"tracer": "{a"}),
		traced("an unknown tracer of a block", "debug_traceBlockByHash", map[string]any{"tracer": "noTracer"}),
		traced("a bad timeout", "debug_traceCall", map[string]any{"tracer": "callTracer", "timeout": "soon"}), plain("debug_traceCall", map[string]any{}, "0x99"), plain("debug_traceCall", map[string]any{}, "pending"),
		plain("debug_getRawBlock", unknown), plain("debug_getRawHeader", unknown), plain("debug_getRawReceipts", unknown), plain("debug_getRawBlock", "x"), plain("debug_storageRangeAt", "0x0", 0, common.Address{1}, "0x", 1), plain("debug_storageRangeAt", unknown, 0, common.Address{1}, "0x", 1),
		wrong{"debug_storageRangeAt beyond the block", func(s *side) (string, []any) { return "debug_storageRangeAt", []any{s.block, 99, s.contract, "0x", 1} }},
		plain("debug_accountRange", "0x99", "0x", 1, true, true, true), plain("debug_dumpBlock", "0x99"), plain("debug_getModifiedAccountsByNumber", 99), plain("debug_getModifiedAccountsByNumber", 1, 0), plain("debug_getModifiedAccountsByHash", unknown),
		plain("debug_getAccessibleState", "0x1", "0x1"),
		plain("eth_simulateV1", blocks(), "latest"), plain("eth_simulateV1", blocks(many...), "latest"), plain("eth_simulateV1", blocks(number("0x10"), number("0x10")), "latest"), plain("eth_simulateV1", blocks(number("0x0")), "latest"),
		plain("eth_simulateV1", blocks(stamp("0x1")), "latest"), plain("eth_simulateV1", validated, "latest"), plain("eth_simulateV1", blocks(calls(map[string]any{"from": common.Address{0xee}, "to": common.Address{1}, "value": "0x1"})), "latest"),
		plain("eth_simulateV1", blocks(), "0x99"), plain("eth_simulateV1", blocks(calls(map[string]any{"gas": "0x1", "to": common.Address{1}})), "latest"), plain("eth_simulateV1", 5), plain("eth_simulateV1", blocks(number("0xffff")), "latest"),
	}
}

// TestErrorsAreGeths sends the same wrong requests to go-ethereum and to this chain: codes, messages and data are the same, but for what is listed with its reason.
func TestErrorsAreGeths(t *testing.T) {
	c := newAPIChain(t)
	defer c.serve(nil)()
	geth := gethSide(t)
	ashlar := &side{client: c.client, url: c.url, chainID: big.NewInt(l2ChainID), key: apiKey, contract: apiContract, block: c.blocks[0].Hash}
	seen := map[string]bool{}
	for _, list := range [][]wrong{wrongParams(), wrongCalls(), wrongTransactions(), wrongDebug()} {
		for _, w := range list {
			if seen[w.name] {
				t.Errorf("%s is there twice", w.name)
			}
			seen[w.name] = true
			want, got := geth.ask(w.ask(geth)), ashlar.ask(w.ask(ashlar))
			reason := otherwise[w.name]
			switch same := reflect.DeepEqual(want, got); {
			case !same && reason == "":
				t.Errorf("%.120s\n  geth   %d %.200s %.100v\n  ashlar %d %.200s %.100v", w.name, want.code, want.message, want.data, got.code, got.message, got.data)
			case same && reason != "":
				t.Errorf("%s is answered as by geth, although: %s", w.name, reason)
			}
		}
	}
	for name := range otherwise {
		if !seen[name] {
			t.Errorf("%s is not asked", name)
		}
	}
}

// otherwise are the requests that this chain answers differently, and why.
var otherwise = map[string]string{
	`eth_feeHistory["0x1","0x99",null]`:            "no percentiles may be null too",
	"eth_createAccessList revert":                  "gas of pubdata is in what was used",
	"eth_createAccessList revert without a sender": "gas of pubdata is in what was used",
	"eth_createAccessList invalid opcode":          "the embedded go-ethereum has no cap of gas",
	"send without a chain":                         "a transaction without a chain id could come from any chain; the embedded go-ethereum is configured to take it",
	"send with too little gas":                     "gas of pubdata is named",
	"send with too much gas":                       "gas above the cap of EIP-7825 pays for pubdata",
	"send with 20 million gas":                     "gas above the cap of EIP-7825 pays for pubdata",
	"send with a fee that is nothing":              "the chain has a minimum base fee, which is named",
}

// TestMessagesThatAreNoRequests: what is wrong before a method is looked for.
func TestMessagesThatAreNoRequests(t *testing.T) {
	c := newAPIChain(t)
	defer c.serve(nil)()
	geth := gethSide(t)
	post := func(url, body, kind string) string {
		res, err := http.Post(url, kind, strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		defer res.Body.Close()
		text, err := io.ReadAll(res.Body)
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Sprintf("%d %s", res.StatusCode, bytes.TrimSpace(text))
	}
	for _, body := range []string{
		``, `{`, `5`, `null`, `[]`, `{}`, `[1]`, `[{}]`, `{"id":1}`, `{"jsonrpc":"1.0","id":1,"method":"eth_chainId"}`, `{"jsonrpc":"2.0","method":"eth_chainId"}`, `{"jsonrpc":"2.0","id":{},"method":"eth_chainId"}`,
		`{"jsonrpc":"2.0","id":1,"method":5}`, `{"jsonrpc":"2.0","id":1,"method":"eth_nothing"}`, `{"jsonrpc":"2.0","id":1,"method":"eth_getBalance","params":{}}`, `{"jsonrpc":"2.0","id":1,"method":"eth_getBalance","params":5}`,
		`[{"jsonrpc":"2.0","id":1,"method":"eth_nothing"},{"jsonrpc":"2.0","id":2,"method":"nothing"},7]`, `{"jsonrpc":"2.0","id":"a","method":"eth_getBalance","params":null}`,
	} {
		if want, got := post(geth.url, body, "application/json"), post(c.url, body, "application/json"); want != got {
			t.Errorf("%s\n  geth   %s\n  ashlar %s", body, want, got)
		}
	}
	if want, got := post(geth.url, `{}`, "text/html"), post(c.url, `{}`, "text/html"); want != got {
		t.Errorf("text/html: geth %s, ashlar %s", want, got)
	}
}
