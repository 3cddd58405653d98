package node_test

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"math/big"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
)

// page is a page of another origin in a browser, with a wallet that asks one of the two systems.
type page struct {
	*testing.T
	*side
	origin string
}

// fetch sends a request as a browser does, and returns the headers that the browser looks at.
func (p *page) fetch(method, body string, header http.Header) (status int, seen http.Header, answer []byte) {
	p.Helper()
	request, err := http.NewRequestWithContext(p.Context(), method, p.url, strings.NewReader(body))
	if err != nil {
		p.Fatal(err)
	}
	request.Header = header.Clone()
	request.Header.Set("Origin", p.origin)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		p.Fatal(err)
	}
	defer response.Body.Close()
	if answer, err = io.ReadAll(response.Body); err != nil {
		p.Fatal(err)
	}
	seen = http.Header{}
	for name, values := range response.Header {
		if strings.HasPrefix(name, "Access-Control-") || name == "Content-Type" || name == "Vary" {
			seen[name] = slices.Sorted(slices.Values(values))
		}
	}
	return response.StatusCode, seen, answer
}

// TestPagesOfOtherOrigins: what a browser asks before it lets a page of another origin call is answered with status and headers as by go-ethereum, and so are the calls; only that a page of the internet may
// ask a node of a private network is said by this chain alone.
func TestPagesOfOtherOrigins(t *testing.T) {
	c := newAPIChain(t)
	defer c.serve(nil)()
	geth, ashlar := gethSide(t), &side{url: c.url}
	const call = `{"jsonrpc":"2.0","id":1,"method":"eth_blockNumber","params":[]}`
	asks := func(more ...string) http.Header {
		h := http.Header{"Access-Control-Request-Method": {"POST"}, "Access-Control-Request-Headers": {"content-type"}}
		for i := 0; i < len(more); i += 2 {
			h.Set(more[i], more[i+1])
		}
		return h
	}
	for _, r := range []struct {
		name, method, body string
		header             http.Header
	}{
		{"preflight", http.MethodOptions, "", asks()},
		{"preflight with other headers", http.MethodOptions, "", asks("Access-Control-Request-Headers", "content-type,x-client,authorization")},
		{"preflight of GET", http.MethodOptions, "", asks("Access-Control-Request-Method", "GET")},
		{"preflight of DELETE", http.MethodOptions, "", asks("Access-Control-Request-Method", "DELETE")},
		{"call", http.MethodPost, call, http.Header{"Content-Type": {"application/json"}}},
		{"batch", http.MethodPost, "[" + call + "]", http.Header{"Content-Type": {"application/json; charset=utf-8"}}},
		{"a form's type", http.MethodPost, call, http.Header{"Content-Type": {"text/plain"}}},
		{"GET", http.MethodGet, "", http.Header{}},
	} {
		for _, origin := range []string{"https://app.example", "http://localhost:5173", "null"} {
			wantStatus, want, _ := (&page{t, geth, origin}).fetch(r.method, r.body, r.header)
			status, got, answer := (&page{t, ashlar, origin}).fetch(r.method, r.body, r.header)
			if status != wantStatus || !reflect.DeepEqual(got, want) {
				t.Errorf("%s from %s: status %d, %v, %.200s; geth's is %d, %v", r.name, origin, status, got, answer, wantStatus, want)
			}
			if r.name == "call" && (got.Get("Access-Control-Allow-Origin") == "" || !strings.Contains(string(answer), `"result":"0x`)) {
				t.Errorf("from %s: %v %s", origin, got, answer)
			}
		}
	}
	private := asks("Access-Control-Request-Private-Network", "true")
	status, got, _ := (&page{t, ashlar, "https://app.example"}).fetch(http.MethodOptions, "", private)
	if status >= 300 || got.Get("Access-Control-Allow-Private-Network") != "true" || got.Get("Access-Control-Allow-Methods") != "POST" {
		t.Errorf("private network: status %d, %v", status, got)
	}
}

// shape is a JSON value without its numbers and names: what a client that decodes it depends on.
func shape(v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := map[string]any{}
		for k, inner := range v {
			out[k] = shape(inner)
		}
		return out
	case []any:
		if len(v) == 0 {
			return "[]"
		}
		return []any{shape(v[0])}
	case string:
		switch {
		case v == "0x":
			return "no bytes"
		case strings.HasPrefix(v, "0x") && len(v)%2 == 0 && len(v) > 34:
			return fmt.Sprintf("%d bytes", len(v)/2-1)
		case strings.HasPrefix(v, "0x"):
			return "quantity"
		}
		return "text"
	}
	return fmt.Sprintf("%T", v)
}

// asked is a wallet's call, without what geth does not have (additions says why this chain has it) and what is of another length in every block.
func asked(t *testing.T, s *side, method string, params ...any) (result any, err error) {
	t.Helper()
	var raw json.RawMessage
	if err = s.client.Call(&raw, method, params...); err == nil {
		err = json.Unmarshal(raw, &result)
	}
	if m, ok := result.(map[string]any); ok {
		maps.DeleteFunc(m, func(name string, v any) bool {
			_, list := v.([]any)
			return additions[name] != "" || name == "l1BatchTimestamp" || name == "extraData" || (name == "transactions" && list)
		})
	}
	return result, err
}

// TestWalletsFirstCalls asks what a wallet such as MetaMask asks when a person adds the chain, looks at it and sends money: the answers have geth's shape, and errors geth's codes.
func TestWalletsFirstCalls(t *testing.T) {
	c := newAPIChain(t)
	defer c.serve(nil)()
	geth := gethSide(t)
	ashlar := &side{client: c.client, url: c.url, chainID: big.NewInt(l2ChainID), key: apiKey, contract: apiContract}
	nobody, ens := common.HexToAddress("0x00000000000000000000000000000000000c0ffee0"), common.HexToAddress("0x00000000000C2E074eC69A0dFb2997BA6C7d2e1e")
	balanceOf := "0x70a08231" + strings.Repeat("0", 24) + nobody.Hex()[2:]
	resolver := "0x0178b8bf" + common.Hash{1}.Hex()[2:]
	multicall := common.HexToAddress("0xcA11bde05977b3631167028862bE2a173976CA11")
	type params = func(s *side) []any
	plain := func(p ...any) params { return func(*side) []any { return p } }
	for _, ask := range []struct {
		method string
		params params
	}{
		{"eth_chainId", plain()}, {"net_version", plain()}, {"net_listening", plain()}, {"eth_syncing", plain()}, {"eth_accounts", plain()}, {"web3_clientVersion", plain()}, {"eth_blockNumber", plain()},
		{"eth_getBlockByNumber", plain("latest", false)}, {"eth_getBlockByNumber", plain("0x0", false)}, {"eth_getBlockByNumber", plain("0xffffff", false)}, {"eth_gasPrice", plain()}, {"eth_maxPriorityFeePerGas", plain()},
		{"eth_feeHistory", plain("0x5", "latest", []int{10, 50, 95})}, {"eth_feeHistory", plain(5, "latest", []float64{10, 20, 30})}, {"eth_feeHistory", plain("0x1", "pending", []int{})},
		{"eth_getBalance", func(s *side) []any { return []any{s.user(), "latest"} }}, {"eth_getBalance", plain(nobody, "latest")},
		{"eth_getTransactionCount", func(s *side) []any { return []any{s.user(), "pending"} }}, {"eth_getTransactionCount", plain(nobody, "latest")},
		{"eth_getCode", plain(nobody, "latest")}, {"eth_getCode", plain(ens, "latest")},
		{"eth_estimateGas", func(s *side) []any { return []any{map[string]any{"from": s.user(), "to": nobody, "value": "0x1"}} }},
		{"eth_estimateGas", func(s *side) []any {
			return []any{map[string]any{"from": s.user(), "to": nobody, "value": "0x1", "gas": "0x5b8d80"}, "latest"}
		}},
		{"eth_call", plain(map[string]any{"to": nobody, "data": balanceOf}, "latest")}, {"eth_call", plain(map[string]any{"to": nobody, "data": "0x313ce567"}, "latest")}, {"eth_call", plain(map[string]any{"to": ens, "data": resolver}, "latest")},
		{"eth_call", plain(map[string]any{"to": common.Address{0x77}, "data": "0x82ad56cb"}, "latest")},
		{"eth_getTransactionReceipt", plain(common.Hash{1})}, {"eth_getTransactionByHash", plain(common.Hash{1})}, {"eth_getLogs", plain(map[string]any{"address": nobody, "fromBlock": "0x0", "toBlock": "latest"})},
		{"eth_requestAccounts", plain()}, {"wallet_addEthereumChain", plain(map[string]any{})}, {"personal_listAccounts", plain()}, {"eth_sendTransaction", func(s *side) []any { return []any{map[string]any{"from": s.user(), "to": nobody, "value": "0x1"}} }},
	} {
		want, wantErr := asked(t, geth, ask.method, ask.params(geth)...)
		got, err := asked(t, ashlar, ask.method, ask.params(ashlar)...)
		if (err == nil) != (wantErr == nil) || (err != nil && geth.ask(ask.method, ask.params(geth)) != ashlar.ask(ask.method, ask.params(ashlar))) {
			t.Errorf("%s: %v, geth's is %v", ask.method, err, wantErr)
		}
		if !reflect.DeepEqual(shape(got), shape(want)) {
			t.Errorf("%s%v:\n  %v\n  geth's\n  %v", ask.method, ask.params(ashlar), shape(got), shape(want))
		}
	}
	if id, err := asked(t, ashlar, "eth_chainId"); err != nil || id != hexutil.EncodeUint64(l2ChainID) {
		t.Errorf("chain id %v, %v", id, err)
	}
	if version, err := asked(t, ashlar, "net_version"); err != nil || version != fmt.Sprint(l2ChainID) {
		t.Errorf("network %v, %v", version, err)
	}
	if code, err := asked(t, ashlar, "eth_getCode", multicall, "latest"); err != nil || code == "0x" {
		t.Errorf("Multicall3 has the code %v, %v", code, err)
	}
	sendAsWallet(t, ashlar, nobody)
}

// sendAsWallet sends money with the fees and the gas that the calls before have given, and nothing added.
func sendAsWallet(t *testing.T, s *side, to common.Address) {
	t.Helper()
	var estimate, nonce hexutil.Uint64
	var tip hexutil.Big
	var head types.Header
	for _, call := range []struct {
		out    any
		method string
		params []any
	}{
		{&estimate, "eth_estimateGas", []any{map[string]any{"from": s.user(), "to": to, "value": "0x1"}}}, {&nonce, "eth_getTransactionCount", []any{s.user(), "pending"}},
		{&tip, "eth_maxPriorityFeePerGas", nil}, {&head, "eth_getBlockByNumber", []any{"latest", false}},
	} {
		if err := s.client.Call(call.out, call.method, call.params...); err != nil {
			t.Fatalf("%s: %v", call.method, err)
		}
	}
	fee := new(big.Int).Add(new(big.Int).Mul(head.BaseFee, big.NewInt(2)), tip.ToInt())
	raw := s.raw(s.key, &types.DynamicFeeTx{ChainID: s.chainID, Nonce: uint64(nonce), GasFeeCap: fee, GasTipCap: tip.ToInt(), Gas: uint64(estimate), To: &to, Value: big.NewInt(1)})
	var receipt struct {
		Status hexutil.Uint64 `json:"status"`
	}
	if err := s.client.Call(&receipt, "eth_sendRawTransactionSync", raw); err != nil || receipt.Status != 1 {
		t.Errorf("sent with %d gas: %+v, %v", estimate, receipt, err)
	}
}
