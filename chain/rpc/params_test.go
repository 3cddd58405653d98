package rpc

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/big"
	"net/http"
	"net/http/httptest"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
)

// Limits of the server that is fuzzed: small, so that an answer that takes long or much is one that no limit holds for.
func fuzzLimits(c *Config) {
	c.CallGas, c.CallTimeout, c.TraceTimeout, c.TraceMax, c.TraceBytes = 1_000_000, time.Second, time.Second, 2*time.Second, 1<<20
	c.SyncTimeout, c.SyncMax, c.QueueTimeout, c.RequestTimeout = time.Millisecond, 2*time.Millisecond, time.Second, 20*time.Second
	c.BodyLimit, c.LogBlocks, c.Logs, c.Filters, c.RateLimit = 64<<10, 100, 100, 16, 0
	c.JSTracers = false // code of clients has its own tests
}

const (
	answerBytes = 256 << 20 // what one answer may allocate
	answerTime  = 3 * time.Minute
)

// samples are JSON values of a parameter's type that a client could send, the first one of them meaningful.
func samples(f *fixture, t reflect.Type) []string {
	hash, tx := f.blocks[1].Hash.Hex(), f.receipts[1][1].TxHash.Hex()
	switch t {
	case reflect.TypeFor[common.Hash](), reflect.TypeFor[*common.Hash]():
		return []string{`"` + tx + `"`, `"` + hash + `"`, `"0x01"`}
	case reflect.TypeFor[common.Address]():
		return []string{`"` + realContract.Hex() + `"`, `"` + testUser.Hex() + `"`, `"0x1"`}
	case reflect.TypeFor[BlockID](), reflect.TypeFor[*BlockID](), reflect.TypeFor[BlockNumber]():
		return []string{`"latest"`, `"0x1"`, `"0x0"`, `"pending"`, `"safe"`, `{"blockHash":"` + hash + `"}`, `"0xffffffffffffffff"`, `"-1"`}
	case reflect.TypeFor[CallArgs]():
		return []string{
			`{"from":"` + testUser.Hex() + `","to":"` + realContract.Hex() + `","data":"` + hexutil.Encode(make([]byte, 32)) + `"}`,
			`{"from":"` + testUser.Hex() + `","data":"0x5b600056","gas":"0xffffffffffffffff","type":"0x71","eip712Meta":{"gasPerPubdata":"0x0320"}}`,
			`{"to":null,"value":"0x1","maxFeePerGas":"0x1","accessList":[{"address":"` + testUser.Hex() + `","storageKeys":[]}],"authorizationList":[]}`,
		}
	case reflect.TypeFor[hexutil.Bytes]():
		transfer := sign(&types.LegacyTx{Nonce: 7, GasPrice: big.NewInt(testBaseFee), Gas: 21000, To: &testToken})
		return []string{`"0x"`, `"` + hexutil.Encode(raw(transfer)) + `"`, `"0x02c0"`, `"0xc0"`}
	case reflect.TypeFor[*StateOverride]():
		return []string{`{}`, `{"` + testUser.Hex() + `":{"balance":"0x1","code":"0x5b5f56","stateDiff":{}}}`, `null`}
	case reflect.TypeFor[Criteria]():
		return []string{`{"fromBlock":"0x0"}`, `{"blockHash":"` + hash + `","topics":[null,[]]}`, `{"address":[],"toBlock":"0x99"}`}
	case reflect.TypeFor[[]string](), reflect.TypeFor[[]common.Hash]():
		return []string{`["0x0"]`, `[]`, `["` + hash + `"]`}
	}
	switch t.Kind() {
	case reflect.Bool:
		return []string{`true`, `false`}
	case reflect.String:
		return []string{`"0x1"`, `""`}
	case reflect.Slice:
		return []string{`[]`, `[0,1]`}
	case reflect.Pointer:
		if t.Elem().Kind() != reflect.Struct {
			return append(samples(f, t.Elem()), `null`)
		}
		return []string{`null`, `{}`, `{"tracer":"callTracer","timeout":"1s"}`, `{"tracer":"prestateTracer","tracerConfig":{"diffMode":true}}`, `{"enableMemory":true,"limit":3}`}
	case reflect.Struct, reflect.Map:
		return []string{`{}`, `{"blockStateCalls":[{"calls":[{}]}]}`, `{"blockStateCalls":[{"blockOverrides":{"number":"0xffff"}}],"validation":true}`}
	}
	return []string{`1`, `0`, `"0x1"`, `-1`}
}

// shapes are parameters of a method: all meaningful, each other value in each place, too few and too many.
func shapes(f *fixture, m *method) []string {
	var first []string
	for _, p := range m.params {
		first = append(first, samples(f, p)[0])
	}
	list := func(values []string) string { return "[" + strings.Join(values, ",") + "]" }
	out := []string{list(first), `[]`, `{}`, `null`, `[[[[[[]]]]]]`, list(append(first[:len(first):len(first)], "1"))}
	for i, p := range m.params {
		for _, other := range append(samples(f, p)[1:], `{"a":1e999}`, `"0x`+strings.Repeat("f", 70)+`"`, `1e30`) {
			with := append([]string(nil), first...)
			with[i] = other
			out = append(out, list(with))
		}
	}
	return out
}

// answer sends one request and wants a JSON-RPC answer within bounds; a panic inside is what geth's server answers as a crash.
func answer(t *testing.T, h http.Handler, name, params string) {
	t.Helper()
	body := fmt.Sprintf(`{"jsonrpc":"2.0","id":7,"method":%q,"params":%s}`, name, params)
	request := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	out := httptest.NewRecorder()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	done := make(chan struct{})
	go func() { defer close(done); h.ServeHTTP(out, request) }()
	select {
	case <-done:
	case <-time.After(answerTime):
		t.Fatalf("%s takes more than %v", body, answerTime)
	}
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; used > answerBytes {
		t.Errorf("%s allocates %d MB", body, used>>20)
	}
	if out.Code == http.StatusRequestEntityTooLarge && len(body) > 64<<10 {
		return
	}
	var got struct {
		Version string           `json:"jsonrpc"`
		ID      int              `json:"id"`
		Result  *json.RawMessage `json:"result"`
		Error   *struct {
			Code    *int    `json:"code"`
			Message *string `json:"message"`
			Data    any     `json:"data"`
		} `json:"error"`
	}
	dec := json.NewDecoder(bytes.NewReader(out.Body.Bytes()))
	if err := dec.Decode(&got); err != nil || dec.More() || got.Version != "2.0" {
		t.Fatalf("%s: %v %q", body, err, out.Body)
	}
	if got.Error == nil {
		if got.ID != 7 || !bytes.Contains(out.Body.Bytes(), []byte(`"result":`)) {
			t.Fatalf("%s: %q", body, out.Body)
		}
		return
	}
	if got.Result != nil || got.Error.Code == nil || got.Error.Message == nil || *got.Error.Message == "" {
		t.Fatalf("%s: %q", body, out.Body)
	}
	if strings.Contains(*got.Error.Message, "crashed") || *got.Error.Code == -32603 {
		t.Fatalf("%s: %q", body, out.Body)
	}
}

// FuzzParams throws JSON at every method. No answer may be without bounds, no request may end in a panic, and whatever comes back is JSON-RPC.
func FuzzParams(f *testing.F) {
	testsAnswered()
	fix := startRealWith(f, fuzzLimits)
	methods := registered()
	for i := range methods {
		for _, params := range shapes(fix, &methods[i]) {
			f.Add(uint16(i), params)
		}
	}
	h := fix.server.handler()
	f.Fuzz(func(t *testing.T, index uint16, params string) {
		if !json.Valid([]byte(params)) || len(params) > 60<<10 {
			return
		}
		m := methods[int(index)%len(methods)]
		name := m.name
		if m.kind != "" {
			name = "eth_subscribe"
		}
		answer(t, h, name, params)
	})
}
