package load

import (
	"bytes"
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// client is one connection. It writes requests by hand, so that the generator costs little.
type client struct {
	url  string
	http *http.Client
	body []byte
}

func newClient(url string) *client {
	return &client{url: url, http: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 1, DisableCompression: true}}}
}

func (c *client) close() { c.http.CloseIdleConnections() }

func (c *client) post(ctx context.Context, body []byte) ([]byte, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, c.url, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := c.http.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	out, err := io.ReadAll(response.Body)
	if err == nil && response.StatusCode != http.StatusOK {
		err = fmt.Errorf("status %d: %.200s", response.StatusCode, out)
	}
	return out, err
}

// send sends transactions in one request: a batch, or a single call. Every one must be accepted.
func (c *client) send(ctx context.Context, raws [][]byte) error {
	b := c.body[:0]
	if len(raws) > 1 {
		b = append(b, '[')
	}
	for i, raw := range raws {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, `{"jsonrpc":"2.0","id":`...)
		b = strconv.AppendInt(b, int64(i), 10)
		b = append(b, `,"method":"eth_sendRawTransaction","params":["0x`...)
		b = hex.AppendEncode(b, raw)
		b = append(b, `"]}`...)
	}
	if len(raws) > 1 {
		b = append(b, ']')
	}
	c.body = b
	answer, err := c.post(ctx, b)
	if err != nil {
		return err
	}
	if n := bytes.Count(answer, []byte(`"result":"0x`)); n != len(raws) || bytes.Contains(answer, []byte(`"error":`)) {
		return fmt.Errorf("of %d transactions %d were accepted: %w", len(raws), n, refusal(answer))
	}
	return nil
}

type answer struct {
	Result json.RawMessage `json:"result"`
	Error  *struct {
		Code    int    `json:"code"`
		Message string `json:"message"`
	} `json:"error"`
}

// refusal is the first error in an answer.
func refusal(raw []byte) error {
	var many []answer
	if json.Unmarshal(raw, &many) != nil {
		many = make([]answer, 1)
		if err := json.Unmarshal(raw, &many[0]); err != nil {
			return fmt.Errorf("%w in %.200s", err, raw)
		}
	}
	for _, a := range many {
		if a.Error != nil {
			return fmt.Errorf("%s (%d)", a.Error.Message, a.Error.Code)
		}
	}
	return errors.New("no reason given")
}

// call is any other request.
func (c *client) call(ctx context.Context, out any, method string, args ...any) error {
	if args == nil {
		args = []any{}
	}
	body, err := json.Marshal(map[string]any{"jsonrpc": "2.0", "id": 1, "method": method, "params": args})
	if err != nil {
		return err
	}
	raw, err := c.post(ctx, body)
	if err != nil {
		return fmt.Errorf("%s: %w", method, err)
	}
	var a answer
	if err := json.Unmarshal(raw, &a); err != nil {
		return fmt.Errorf("%s: %w", method, err)
	}
	if a.Error != nil {
		return fmt.Errorf("%s: %s (%d)", method, a.Error.Message, a.Error.Code)
	}
	if string(a.Result) == "null" {
		return fmt.Errorf("%s: no result", method)
	}
	return json.Unmarshal(a.Result, out)
}

func (c *client) head(ctx context.Context) (uint64, error) {
	var n hexutil.Uint64
	err := c.call(ctx, &n, "eth_blockNumber")
	return uint64(n), err
}

func (c *client) transactions(ctx context.Context, block uint64) (int, error) {
	var n hexutil.Uint64
	err := c.call(ctx, &n, "eth_getBlockTransactionCountByNumber", hexutil.Uint64(block))
	return int(n), err
}

// receipt is what is checked of a receipt.
type receipt struct {
	Hash   common.Hash    `json:"transactionHash"`
	From   common.Address `json:"from"`
	Status hexutil.Uint64 `json:"status"`
}

func (c *client) receipts(ctx context.Context, block uint64) ([]receipt, error) {
	var out []receipt
	err := c.call(ctx, &out, "eth_getBlockReceipts", hexutil.Uint64(block))
	return out, err
}
