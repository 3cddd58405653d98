package fault

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"
)

// Down cuts every connection.
func Down(*Call) (Answer, error) { return Answer{}, ErrCut }

// Busy is a node, or what is before it, that answers HTTP 503.
func Busy(*Call) (Answer, error) {
	return Answer{}, Reply{http.StatusServiceUnavailable, "service unavailable"}
}

// Page is a proxy that hides that there is no node, with a page and status 200.
func Page(*Call) (Answer, error) {
	return Answer{}, Reply{http.StatusOK, "<html>we are working on it</html>"}
}

// Cut is an answer that ends in the middle.
func Cut(c *Call) (Answer, error) {
	return Answer{}, Reply{http.StatusOK, `{"jsonrpc":"2.0","id":1,"res`}
}

// Slow answers after a delay.
func Slow(delay time.Duration) Fault {
	return func(c *Call) (Answer, error) {
		select {
		case <-time.After(delay):
		case <-c.ctx.Done():
		}
		return c.Truth()
	}
}

// Forget is a node that has no transaction index: it knows no receipt.
func Forget(c *Call) (Answer, error) {
	if c.Method == "eth_getTransactionReceipt" || c.Method == "eth_getTransactionByHash" {
		return Answer{}, nil
	}
	return c.Truth()
}

// Flaky lets a percentage of the requests fail, in turn in all ways that a request can fail.
func Flaky(seed uint64, percent int) Fault {
	random := source(seed)
	ways := []Fault{Down, Busy, Page, Cut}
	return func(c *Call) (Answer, error) {
		if random(100) < percent {
			return ways[random(len(ways))](c)
		}
		return c.Truth()
	}
}

// Mixed is nodes behind one address, of which one in four is late by up to n blocks.
func Mixed(seed uint64, n uint64) Fault {
	random := source(seed)
	return func(c *Call) (Answer, error) {
		if random(4) == 0 {
			return Late(uint64(random(int(n)) + 1))(c)
		}
		return c.Truth()
	}
}

// source is a random source for several goroutines.
func source(seed uint64) func(int) int {
	var mu sync.Mutex
	random := rand.New(rand.NewPCG(seed, 0))
	return func(n int) int {
		mu.Lock()
		defer mu.Unlock()
		return random.IntN(n)
	}
}

// Nonces makes all nonces differ by delta; they stop at 0.
func Nonces(delta int64) Fault {
	return func(c *Call) (Answer, error) {
		a, err := c.Truth()
		var n hexutil.Uint64
		if err != nil || c.Method != "eth_getTransactionCount" || json.Unmarshal(a.Result, &n) != nil {
			return a, err
		}
		a.Result = encode(hexutil.Uint64(max(int64(n)+delta, 0)))
		return a, nil
	}
}

// Dear multiplies tip and blob base fee.
func Dear(times int64) Fault {
	return func(c *Call) (Answer, error) {
		a, err := c.Truth()
		var price hexutil.Big
		if err != nil || (c.Method != "eth_maxPriorityFeePerGas" && c.Method != "eth_blobBaseFee") || json.Unmarshal(a.Result, &price) != nil {
			return a, err
		}
		b := price.ToInt()
		for range times - 1 {
			b.Add(b, price.ToInt())
		}
		a.Result = encode((*hexutil.Big)(b))
		return a, nil
	}
}

// Ahead is a node whose newest block has a number that is n too high.
func Ahead(n uint64) Fault {
	return func(c *Call) (Answer, error) {
		a, err := c.Truth()
		if err != nil || c.Method != "eth_getBlockByNumber" || len(c.Params) == 0 || string(c.Params[0]) != `"latest"` {
			return a, err
		}
		var block map[string]json.RawMessage
		if json.Unmarshal(a.Result, &block) != nil {
			return a, nil
		}
		var number hexutil.Uint64
		if err := json.Unmarshal(block["number"], &number); err != nil {
			return a, nil
		}
		block["number"] = encode(number + hexutil.Uint64(n))
		a.Result = encode(block)
		return a, nil
	}
}

// blockParam is where methods have their block.
var blockParam = map[string]int{
	"eth_getBlockByNumber": 0, "eth_getTransactionCount": 1, "eth_getBalance": 1, "eth_getCode": 1, "eth_call": 1, "eth_estimateGas": 1, "eth_getBlockReceipts": 0,
}

// Late is a node that is n blocks behind: later blocks, with all that is in them, do not exist for it.
func Late(n uint64) Fault {
	return func(c *Call) (Answer, error) {
		head, err := c.head()
		if err != nil {
			return Answer{}, err
		}
		head -= min(head, n)
		if at, ok := blockParam[c.Method]; ok {
			return c.upTo(at, head)
		}
		switch c.Method {
		case "eth_blockNumber":
			return Answer{Result: encode(hexutil.Uint64(head))}, nil
		case "eth_getLogs":
			return c.logsUpTo(head)
		}
		a, err := c.Truth()
		var in struct{ Number, BlockNumber *hexutil.Uint64 }
		if err != nil || json.Unmarshal(a.Result, &in) != nil {
			return a, err
		}
		for _, number := range []*hexutil.Uint64{in.Number, in.BlockNumber} {
			if number != nil && uint64(*number) > head {
				return Answer{}, nil
			}
		}
		return a, nil
	}
}

// upTo makes the block of a call one that is not above head.
func (c *Call) upTo(at int, head uint64) (Answer, error) {
	for len(c.Params) <= at {
		c.Params = append(c.Params, encode("latest"))
	}
	unknown := Answer{Error: encode(map[string]any{"code": -32000, "message": "header not found"})}
	if c.Method == "eth_getBlockByNumber" {
		unknown = Answer{}
	}
	var text string
	var named struct{ BlockHash json.RawMessage }
	var number hexutil.Uint64
	switch p := c.Params[at]; {
	case json.Unmarshal(p, &named) == nil && named.BlockHash != nil:
		a, err := c.Ask("eth_getBlockByHash", named.BlockHash, json.RawMessage("false"))
		var block struct{ Number hexutil.Uint64 }
		if err != nil || json.Unmarshal(a.Result, &block) != nil || uint64(block.Number) > head {
			return unknown, err
		}
	case json.Unmarshal(p, &number) == nil:
		if uint64(number) > head {
			return unknown, nil
		}
	case json.Unmarshal(p, &text) == nil && (text == "latest" || text == "pending"):
		c.Params[at] = encode(hexutil.Uint64(head))
	}
	return c.Truth()
}

// logsUpTo hides later logs without a word, as many nodes do with a range that ends above their head.
func (c *Call) logsUpTo(head uint64) (Answer, error) {
	a, err := c.Truth()
	var logs []map[string]json.RawMessage
	if err != nil || json.Unmarshal(a.Result, &logs) != nil {
		return a, err
	}
	kept := []map[string]json.RawMessage{}
	for _, log := range logs {
		var number hexutil.Uint64
		if json.Unmarshal(log["blockNumber"], &number) == nil && uint64(number) <= head {
			kept = append(kept, log)
		}
	}
	if len(logs) > 0 && len(kept) == 0 && strings.Contains(string(c.Params[0]), "blockHash") {
		return Answer{Error: encode(map[string]any{"code": -32000, "message": "unknown block"})}, nil
	}
	a.Result = encode(kept)
	return a, nil
}

func encode(v any) json.RawMessage {
	enc, err := json.Marshal(v)
	if err != nil {
		panic(fmt.Sprintf("fault: %v", err)) // of values of this package
	}
	return enc
}
