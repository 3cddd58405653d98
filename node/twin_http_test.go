package node_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
)

// oddMessages are messages that are no requests, or barely.
func oddMessages() []string {
	out := []string{
		`{`, `5`, `null`, `true`, `"x"`, `[]`, `{}`, `[1]`, `[{}]`, `[[]]`, `[null]`, `{"id":1}`, `{"jsonrpc":"2.0"}`, `{"jsonrpc":"2.0","id":1}`, `{"jsonrpc":"2.0","id":1,"method":""}`, `{"jsonrpc":"2.0","id":1,"method":null}`, `{"jsonrpc":"2.0","id":1,"method":5}`, `{"jsonrpc":"2.0","id":1,"method":{}}`,
		`{"jsonrpc":"1.0","id":1,"method":"eth_chainId"}`, `{"jsonrpc":2.0,"id":1,"method":"eth_chainId"}`, `{"jsonrpc":null,"id":1,"method":"eth_chainId"}`, `{"id":1,"method":"eth_chainId"}`, `{"jsonrpc":"2.0","id":1,"method":"eth_chainId"}`, `{"JSONRPC":"2.0","ID":1,"METHOD":"eth_chainId"}`,
		`{"jsonrpc":"2.0","id":1,"method":"eth_chainId","extra":1}`, `{"jsonrpc":"2.0","id":1,"id":2,"method":"eth_chainId"}`, ` { "jsonrpc" : "2.0" , "id" : 1 , "method" : "eth_chainId" } `, `{"jsonrpc":"2.0","id":1,"method":"eth_chainId"}}`, `{"jsonrpc":"2.0","id":1,"method":"eth_chainId"} {}`, `{"jsonrpc":"2.0","id":1,"method":"eth_chainId"}x`,
		`{"jsonrpc":"2.0","id":1,"method":"eth_chainId","params":null}`, `{"jsonrpc":"2.0","id":1,"method":"eth_chainId","params":{}}`, `{"jsonrpc":"2.0","id":1,"method":"eth_chainId","params":""}`, `{"jsonrpc":"2.0","id":1,"method":"eth_chainId","params":5}`, `{"jsonrpc":"2.0","id":1,"method":"eth_chainId","params":[1]}`, `{"jsonrpc":"2.0","id":1,"method":"eth_chainId","params":[`, `{"jsonrpc":"2.0","id":1,"method":"eth_chainId","params":[[[[[]]]]]}`,
		`{"jsonrpc":"2.0","id":1,"result":5}`, `{"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"x"}}`, `{"jsonrpc":"2.0","id":1,"method":"eth_chainId","result":5}`, "\ufeff" + `{"jsonrpc":"2.0","id":1,"method":"eth_chainId"}`, `{'jsonrpc':'2.0'}`, "\x00", `{"jsonrpc":"2.0","id":1,"method":"eth_chain` + "\xff" + `Id"}`, `{"jsonrpc":"2.0","id":"` + "\xff" + `","method":"eth_chainId"}`,
		`[{"jsonrpc":"2.0","id":1,"method":"eth_chainId"},{"jsonrpc":"2.0","id":1,"method":"eth_chainId"}]`, `[{"jsonrpc":"2.0","method":"eth_chainId"},{"jsonrpc":"2.0","id":2,"method":"eth_chainId"}]`, `[{"jsonrpc":"2.0","id":1,"method":"eth_nothing"},{"jsonrpc":"2.0","id":2,"method":"nothing"},7,{"jsonrpc":"2.0","id":3,"method":"eth_chainId"}]`, `[{"jsonrpc":"2.0","id":1,"method":"eth_chainId"},`,
		`[{"jsonrpc":"2.0","id":1,"method":"eth_sendRawTransaction","params":["0x"]},{"jsonrpc":"2.0","id":2,"method":"eth_sendRawTransaction","params":["0x00"]}]`, `[{"jsonrpc":"2.0","id":1,"method":"eth_sendRawTransaction","params":[]},{"jsonrpc":"2.0","id":null,"method":"eth_sendRawTransaction","params":["0x00"]}]`, `[{"jsonrpc":"2.0","id":"a","method":"eth_sendRawTransaction","params":["0x02c0"],"x":1}]`,
		`[{"jsonrpc":"2.0","id":1.5,"method":"eth_sendRawTransaction","params":["0x02c0"]},{"jsonrpc":"2.0","id":true,"method":"eth_sendRawTransaction","params":["zz"]}]`, `[[{"jsonrpc":"2.0","id":1,"method":"eth_chainId"}]]`,
	}
	for _, id := range []string{`1`, `0`, `-1`, `1.5`, `1e3`, `99999999999999999999`, `"a"`, `""`, `null`, `true`, `{}`, `[]`, `[1]`, `"` + strings.Repeat("x", 300) + `"`, `"<>&"`, `"é\u00e9"`} {
		out = append(out, `{"jsonrpc":"2.0","id":`+id+`,"method":"eth_chainId"}`, `{"jsonrpc":"2.0","id":`+id+`,"method":"eth_nothing"}`, `[{"jsonrpc":"2.0","id":`+id+`,"method":"eth_chainId"},{"jsonrpc":"2.0","id":7,"method":"eth_chainId"}]`)
	}
	for _, method := range []string{"nothing", "eth_", "_chainId", "eth", "eth_ChainId", "ETH_chainId", "eth.chainId", "eth_chainId ", "eth_chain_id", "eth__chainId", "é_é", "rpc_nothing", "eth_chainId_x", "admin_peers", "personal_listAccounts", "engine_newPayloadV1", "miner_start", "eth_subscription", "eth_unsubscribe", "eth_subscribe", "<script>"} {
		out = append(out, fmt.Sprintf(`{"jsonrpc":"2.0","id":1,"method":%q}`, method), fmt.Sprintf(`{"jsonrpc":"2.0","id":1,"method":%q,"params":["x"]}`, method))
	}
	return append(out, `[`+strings.TrimSuffix(strings.Repeat(`{"jsonrpc":"2.0","id":1,"method":"eth_chainId"},`, 1001), ",")+`]`, `{"jsonrpc":"2.0","id":1,"method":"`+strings.Repeat("x", 3000)+`"}`)
}

// exchange is an answer over HTTP as far as both should agree.
func (w *twin) exchange(s *voice, method, body string, headers map[string]string) any {
	w.Helper()
	req, err := http.NewRequestWithContext(w.Context(), method, s.url, strings.NewReader(body))
	if err != nil {
		w.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	for k, v := range headers {
		if req.Header.Set(k, v); v == "" {
			req.Header.Del(k)
		}
	}
	res, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		w.Fatal(err)
	}
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	if err != nil {
		w.Fatal(err)
	}
	if res.Header.Get("Content-Encoding") == "gzip" {
		z, err := gzip.NewReader(bytes.NewReader(text))
		if err != nil {
			w.Fatal(err)
		}
		if text, err = io.ReadAll(z); err != nil {
			w.Fatal(err)
		}
	}
	v, err := decodedNumbers(text)
	if err != nil {
		v = string(bytes.TrimSpace(text))
	}
	return map[string]any{"status": res.StatusCode, "type": res.Header.Get("Content-Type"), "encoding": res.Header.Get("Content-Encoding"), "body": v}
}

// TestTwinMessages: messages that are no requests, and requests of HTTP that are unusual.
func TestTwinMessages(t *testing.T) {
	w := newTwin(t, messageDifferences)
	for _, body := range append(append(oddMessages(), oddSubscriptions()...), ``, ` `, `[`+strings.TrimSuffix(strings.Repeat(`{"jsonrpc":"2.0","method":"eth_chainId"},`, 3), ",")+`]`, `{"jsonrpc":"2.0","method":"eth_chainId"}`, strings.Repeat("[", 100_000), `{"jsonrpc":"2.0","id":1,"method":"eth_chainId","params":["`+strings.Repeat("x", 6<<20)+`"]}`) {
		w.report("over HTTP "+body[:min(len(body), 4000)], "", w.exchange(w.sides[0], http.MethodPost, body, nil), w.exchange(w.sides[1], http.MethodPost, body, nil))
	}
	good := `{"jsonrpc":"2.0","id":1,"method":"eth_chainId"}`
	for _, method := range []string{http.MethodGet, http.MethodPut, http.MethodDelete, http.MethodPatch, http.MethodHead, http.MethodOptions} {
		for _, body := range []string{"", good} {
			w.report("by "+method+" "+body, "", w.exchange(w.sides[0], method, body, nil), w.exchange(w.sides[1], method, body, nil))
		}
	}
	for name, values := range map[string][]string{
		"Content-Type": {"", "text/plain", "text/html", "application/json-rpc", "application/jsonrequest", "application/json; charset=utf-8", "application/json;charset=UTF-8", "APPLICATION/JSON", "application/jsonx", "application/x-www-form-urlencoded", ";", "application/octet-stream"},
		"Accept":       {"", "text/html", "application/json"}, "Accept-Encoding": {"gzip", "deflate", "gzip;q=0", "identity", "br, gzip", "*"}, "Origin": {"http://somewhere.example"},
		"Content-Encoding": {"gzip"},
	} {
		for _, value := range values {
			for _, body := range []string{good, `{`} {
				headers := map[string]string{name: value}
				w.report("with "+name+": "+value+" "+body, "", w.exchange(w.sides[0], http.MethodPost, body, headers), w.exchange(w.sides[1], http.MethodPost, body, headers))
			}
		}
	}
	w.unneeded()
}
