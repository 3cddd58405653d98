package l1

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"
)

type request struct {
	ID     json.RawMessage   `json:"id"`
	Method string            `json:"method"`
	Params []json.RawMessage `json:"params"`
}

// node serves canned answers; its log queries refuse ranges above maxRange.
func node(t *testing.T, maxRange uint64) string {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var req request
		if err := json.NewDecoder(r.Body).Decode(&req); err != nil {
			t.Error(err)
		}
		w.Header().Set("Content-Type", "application/json")
		switch req.Method {
		case "eth_chainId":
			fmt.Fprintf(w, `{"jsonrpc":"2.0","id":%s,"result":"0x7"}`, req.ID)
		case "eth_getLogs":
			var q struct{ FromBlock, ToBlock hexutil.Uint64 }
			if err := json.Unmarshal(req.Params[0], &q); err != nil {
				t.Error(err)
			}
			if uint64(q.ToBlock-q.FromBlock) >= maxRange {
				fmt.Fprintf(w, `{"jsonrpc":"2.0","id":%s,"error":{"code":-32005,"message":"query returned more than 10000 results"}}`, req.ID)
				return
			}
			fmt.Fprintf(w, `{"jsonrpc":"2.0","id":%s,"result":[]}`, req.ID)
		}
	}))
	t.Cleanup(server.Close)
	return server.URL
}

func TestChainIDIsChecked(t *testing.T) {
	cfg := DefaultConfig()
	cfg.URL, cfg.ChainID = node(t, 1), 8
	if _, err := Dial(t.Context(), cfg); !errors.Is(err, ErrWrongChain) || KindOf(err) != Critical {
		t.Fatalf("error %v", err)
	}
	cfg.ChainID = 7
	c, err := Dial(t.Context(), cfg)
	if err != nil || c.ID() != 7 {
		t.Fatal(err)
	}
	c.Close()
}

func TestLogsInRanges(t *testing.T) {
	cfg := DefaultConfig()
	cfg.URL, cfg.LogRangeBlocks = node(t, 10), 64
	c, err := Dial(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	var seen []uint64
	visit := func(upTo uint64, _ []types.Log) error { seen = append(seen, upTo); return nil }
	if err := c.Logs(t.Context(), ethereum.FilterQuery{}, 5, 25, visit); err != nil {
		t.Fatal(err)
	}
	if fmt.Sprint(seen) != "[12 20 25]" { // 64 halved to 8
		t.Errorf("ranges end at %v", seen)
	}
	stop := errors.New("stop")
	if err := c.Logs(t.Context(), ethereum.FilterQuery{}, 0, 99, func(uint64, []types.Log) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("error of visit: %v", err)
	}
}

type answer struct {
	code int
	text string
}

func (a answer) Error() string  { return a.text }
func (a answer) ErrorCode() int { return a.code }

func TestKindOf(t *testing.T) {
	for _, c := range []struct {
		err  error
		want Kind
	}{
		{fmt.Errorf("block 7: %w", ErrReorg), Rewind},
		{context.DeadlineExceeded, Temporary},
		{io.EOF, Temporary},
		{&net.OpError{Op: "dial", Err: errors.New("connection refused")}, Temporary},
		{ethereum.NotFound, Temporary},
		{answer{-32000, "header not found"}, Temporary},
		{answer{-32000, "failed to retrieve log value pointer after last block 7: not found"}, Temporary}, // go-ethereum while it writes its index of logs
		{answer{-32005, "slow down"}, Temporary},
		{answer{3, "execution reverted"}, Refused},
		{answer{3, "execution reverted: timeout"}, Refused},
		{answer{-32000, "insufficient funds"}, Refused},
		{answer{-32000, "hash is not currently canonical"}, Temporary},
		{fmt.Errorf("read: %w", ErrWrongChain), Critical},
		{rpc.HTTPError{StatusCode: 403}, Temporary},
		{rpc.HTTPError{StatusCode: 503}, Temporary},
		{json.Unmarshal([]byte("<html>"), new(any)), Temporary},
		{json.Unmarshal([]byte(`"x"`), new(int)), Temporary},
		{rpc.ErrNoResult, Temporary},
		{errors.New("connection lost"), Temporary},
		{errors.New("client reconnected"), Temporary},
		{errors.New("websocket: close 1006 (abnormal closure): unexpected EOF"), Temporary},
		{errors.New("missing required field 'parentHash' for Header"), Temporary},
		{errors.New("something else"), Critical},
	} {
		if got := KindOf(c.err); got != c.want {
			t.Errorf("%v: %v, want %v", c.err, got, c.want)
		}
	}
}

func TestCheck(t *testing.T) {
	good := DefaultConfig()
	good.URL = "http://x"
	if err := good.Check(); err != nil {
		t.Error(err)
	}
	for _, change := range []func(*Config){func(c *Config) { c.URL = "" }, func(c *Config) { c.LogRangeBlocks = 0 }, func(c *Config) { c.FinalityBlocks = -2 }} {
		c := good
		change(&c)
		if c.Check() == nil {
			t.Errorf("accepted %+v", c)
		}
	}
}
