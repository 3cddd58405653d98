package node_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	gethrpc "github.com/ethereum/go-ethereum/rpc"

	"github.com/ashlar-labs/ashlar/chain/rpc"
)

// tracesOfChain subscribes to traces of a chain and gives the notifications up to the one of the last block.
func tracesOfChain(t *testing.T, client *gethrpc.Client, last string, params ...any) (out []map[string]any) {
	t.Helper()
	got := make(chan json.RawMessage, 64)
	sub, err := client.Subscribe(t.Context(), "debug", got, append([]any{"traceChain"}, params...)...)
	if err != nil {
		t.Fatal(err)
	}
	defer sub.Unsubscribe()
	for {
		select {
		case text := <-got:
			var v map[string]any
			if err := json.Unmarshal(text, &v); err != nil {
				t.Fatal(err)
			}
			if out = append(out, v); v["block"] == last {
				return out
			}
		case err := <-sub.Err():
			t.Fatal(err)
		case <-time.After(unhurried):
			t.Fatalf("after %v: %v", unhurried, out)
		}
	}
}

func websocketTo(t *testing.T, url string) *gethrpc.Client {
	t.Helper()
	client, err := gethrpc.Dial("ws" + strings.TrimPrefix(url, "http"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	return client
}

// TestTraceChain: what comes for each block is what debug_traceBlockByNumber answers; blocks without transactions come only when they are the last; notifications have the members of geth's, and wrong ranges its errors.
func TestTraceChain(t *testing.T) {
	c := indexedChain(t)
	defer c.serve(func(cfg *rpc.Config) { cfg.Subscriptions = 1 })()
	ours := websocketTo(t, c.url)
	config := map[string]any{"tracer": "callTracer"}
	var blocks []any
	for _, n := range tracesOfChain(t, ours, "0x6", "0x0", "latest", config) {
		blocks = append(blocks, n["block"])
		want, err := c.call("debug_traceBlockByNumber", n["block"], config)
		if err != nil {
			t.Fatal(err)
		}
		var value any
		if err := json.Unmarshal(want, &value); err != nil || !reflect.DeepEqual(n["traces"], value) {
			t.Errorf("block %v: %v, want %v (%v)", n["block"], n["traces"], value, err)
		}
	}
	if want := []any{"0x1", "0x2", "0x3", "0x5", "0x6"}; !reflect.DeepEqual(blocks, want) {
		t.Errorf("blocks %v, want %v", blocks, want)
	}
	for end := time.Now().Add(time.Minute); ; time.Sleep(10 * time.Millisecond) { // the subscription before may still be there
		got := make(chan any, 1)
		if sub, err := ours.Subscribe(t.Context(), "debug", got, "traceChain", "0x3", "0x4", config); err == nil {
			select {
			case v := <-got:
				if n, ok := v.(map[string]any); !ok || n["block"] != "0x4" || !reflect.DeepEqual(n["traces"], []any{}) {
					t.Errorf("an empty last block: %v", v)
				}
			case <-time.After(unhurried):
				t.Error("nothing of an empty last block")
			}
			sub.Unsubscribe()
			break
		} else if time.Now().After(end) {
			t.Fatal(err)
		}
	}
	geth := gethSide(t)
	theirs := websocketTo(t, geth.url)
	names := func(v map[string]any) (out []string) {
		text, _ := json.Marshal(v)
		for _, name := range []string{"block", "hash", "traces", "txHash", "result", "error"} {
			if bytes.Contains(text, []byte(`"`+name+`":`)) {
				out = append(out, name)
			}
		}
		return out
	}
	short := map[string]any{"tracer": "noopTracer"}
	want := names(tracesOfChain(t, theirs, "0x1", "0x0", "0x1", short)[0])
	again := websocketTo(t, c.url)
	if got := names(tracesOfChain(t, again, "0x1", "0x0", "0x1", short)[0]); !reflect.DeepEqual(got, want) {
		t.Errorf("notifications have %v, geth's %v", got, want)
	}
	for _, bounds := range [][2]string{{"0x1", "0x1"}, {"0x1", "0x0"}, {"0x0", "0x99"}, {"0x99", "0x0"}} {
		_, wantErr := theirs.Subscribe(t.Context(), "debug", make(chan any), "traceChain", bounds[0], bounds[1], config)
		_, err := websocketTo(t, c.url).Subscribe(t.Context(), "debug", make(chan any), "traceChain", bounds[0], bounds[1], config)
		if err == nil || wantErr == nil || err.Error() != wantErr.Error() {
			t.Errorf("%v: %v, geth says %v", bounds, err, wantErr)
		}
	}
	if _, err := c.call("debug_subscribe", "traceChain", "0x0", "0x1"); err == nil || err.Error() != "notifications not supported" {
		t.Error("over HTTP:", err)
	}
}

// A subscription that is ended in the middle ends its work, and an error in a block ends the subscription and says why.
func TestTraceChainEnds(t *testing.T) {
	c := indexedChain(t)
	defer c.serve(nil)()
	n := tracesOfChain(t, websocketTo(t, c.url), "0x1", "0x0", "0x6", map[string]any{"tracer": "callTracer", "timeout": "1ns"})
	if len(n) != 1 || n[0]["error"] != "execution timeout" || !reflect.DeepEqual(n[0]["traces"], []any{}) {
		t.Errorf("without time: %v", n)
	}
	client := websocketTo(t, c.url)
	if _, err := client.Subscribe(t.Context(), "debug", make(chan any), "traceChain", "0x0", "0x6"); err != nil {
		t.Fatal(err)
	}
	client.Close() // serve's end waits for everything
}
