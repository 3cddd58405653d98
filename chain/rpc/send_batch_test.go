package rpc

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
)

func rawTransfer(t *testing.T, nonce, chain uint64) (string, common.Hash) {
	t.Helper()
	id := new(big.Int).SetUint64(chain)
	tx := types.MustSignNewTx(testKey, types.LatestSignerForChainID(id), &types.DynamicFeeTx{ChainID: id, Nonce: nonce, GasFeeCap: big.NewInt(1e10), Gas: 21000, To: &testToken})
	raw, err := tx.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	return hexutil.Encode(raw), tx.Hash()
}

func postAs(t *testing.T, url, media, body string) (int, string) {
	t.Helper()
	response, err := http.Post(url, media, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	out, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(out)
}

// The batches that are answered together have the answers that the server gives to the same calls when it runs them itself, which it does when another call is among them.
func TestSendBatchAnswersLikeTheServer(t *testing.T) {
	good, goodHash := rawTransfer(t, 1, testChainID)
	next, nextHash := rawTransfer(t, 2, testChainID)
	foreign, _ := rawTransfer(t, 1, testChainID+1)
	call := func(id, raw string) string {
		return fmt.Sprintf(`{"jsonrpc":"2.0","id":%s,"method":"eth_sendRawTransaction","params":["%s"]}`, id, raw)
	}
	calls := []string{call("1", good), call(`"two"`, next), call("3", foreign), call("4", "0x"), call("5", "0x0301"), call("6", "0x71"), call("7", "0x02c0"), call("8", good[:len(good)-2])}
	other := `{"jsonrpc":"2.0","id":"other","method":"eth_chainId","params":[]}`

	together := start(t, nil)
	status, got := postAs(t, together.server.HTTPEndpoint(), "application/json", "["+strings.Join(calls, ",")+"]")
	apart := start(t, nil)
	_, want := postAs(t, apart.server.HTTPEndpoint(), "application/json", "["+strings.Join(append(calls, other), ",")+"]")
	var a, b []json.RawMessage
	if json.Unmarshal([]byte(got), &a) != nil || json.Unmarshal([]byte(want), &b) != nil || status != 200 || len(a) != len(calls) || len(b) != len(calls)+1 {
		t.Fatalf("status %d\n%s\n%s", status, got, want)
	}
	for i := range a {
		if !bytes.Equal(a[i], b[i]) {
			t.Errorf("answered together: %s\nby the server:     %s", a[i], b[i])
		}
	}
	if !strings.Contains(string(a[0]), goodHash.Hex()) || !strings.Contains(string(a[1]), nextHash.Hex()) {
		t.Errorf("%s %s", a[0], a[1])
	}
	if n := len(together.pool.txs); n != 2 || together.pool.txs[0].Hash() != goodHash {
		t.Errorf("%d transactions in the pool", n)
	}
}

func TestSendBatchGivesThePoolsErrors(t *testing.T) {
	f := start(t, nil)
	f.pool.err = errors.New(`no "room"`)
	raw, _ := rawTransfer(t, 1, testChainID)
	_, got := postAs(t, f.server.HTTPEndpoint(), "application/json", `[{"jsonrpc":"2.0","id":1,"method":"eth_sendRawTransaction","params":["`+raw+`"]}]`)
	if want := `[{"jsonrpc":"2.0","id":1,"error":{"code":-32000,"message":"no \"room\""}}]`; strings.TrimSpace(got) != want {
		t.Fatalf("got %s, want %s", got, want)
	}
}

// What is not plainly a batch of transactions goes to the server.
func TestSendBatchLeavesOthersAlone(t *testing.T) {
	f := start(t, func(c *Config) { c.BatchItems = 3 })
	raw, _ := rawTransfer(t, 1, testChainID)
	one := `{"jsonrpc":"2.0","id":1,"method":"eth_sendRawTransaction","params":["` + raw + `"]}`
	request := func(media string) *http.Request {
		return &http.Request{Method: http.MethodPost, Header: http.Header{"Content-Type": {media}}}
	}
	if got := f.server.sendBatch(request("application/json; charset=utf-8"), []byte(" ["+one+"]")); len(got) != 1 {
		t.Fatalf("a batch of one: %v", got)
	}
	for name, body := range map[string]string{
		"single": one, "cut off": "[" + one, "too many": "[" + strings.Repeat(one+",", 3) + one + "]", "notification": "[" + strings.Replace(one, `"id":1,`, "", 1) + "]",
		"null id": "[" + strings.Replace(one, `"id":1`, `"id":null`, 1) + "]", "object id": "[" + strings.Replace(one, `"id":1`, `"id":{}`, 1) + "]",
		"another method": "[" + one + "," + strings.Replace(one, "sendRaw", "getRaw", 1) + "]", "no hex": "[" + strings.Replace(one, "0x", "", 1) + "]",
		"version": "[" + strings.Replace(one, "2.0", "1.0", 1) + "]", "two parameters": "[" + strings.Replace(one, `"]`, `","0x"]`, 1) + "]",
		"null": "[" + strings.Replace(one, `"`+raw+`"`, "null", 1) + "]",
	} {
		if got := f.server.sendBatch(request("application/json"), []byte(body)); got != nil {
			t.Errorf("%s is answered as a batch of transactions", name)
		}
	}
	if got := f.server.sendBatch(request("text/plain"), []byte("["+one+"]")); got != nil {
		t.Error("another media type is answered")
	}
}
