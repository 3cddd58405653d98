package rpc

import (
	"context"
	"errors"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	gethrpc "github.com/ethereum/go-ethereum/rpc"

	"github.com/ashlar-labs/ashlar/rollup"
)

func TestGetLogs(t *testing.T) {
	f := start(t, nil)
	ctx := context.Background()
	for name, c := range map[string]struct {
		query ethereum.FilterQuery
		want  int
	}{
		"all":             {ethereum.FilterQuery{FromBlock: new(big.Int)}, 9},
		"one block":       {ethereum.FilterQuery{FromBlock: big.NewInt(2), ToBlock: big.NewInt(2)}, 1},
		"by hash":         {ethereum.FilterQuery{BlockHash: &f.blocks[1].Hash}, 8},
		"address":         {ethereum.FilterQuery{FromBlock: new(big.Int), Addresses: []common.Address{rollup.L1MessengerAddress}}, 1},
		"either address":  {ethereum.FilterQuery{FromBlock: new(big.Int), Addresses: []common.Address{rollup.L1MessengerAddress, testToken}}, 9},
		"topic":           {ethereum.FilterQuery{FromBlock: new(big.Int), Topics: [][]common.Hash{{testTopic}}}, 8},
		"second topic":    {ethereum.FilterQuery{FromBlock: new(big.Int), Topics: [][]common.Hash{{}, {{3}, {4}}}}, 2},
		"too many topics": {ethereum.FilterQuery{FromBlock: new(big.Int), Topics: [][]common.Hash{{}, {}, {testTopic}}}, 0},
		"no range":        {ethereum.FilterQuery{}, 9},
	} {
		logs, err := f.eth.FilterLogs(ctx, c.query)
		if err != nil || len(logs) != c.want {
			t.Errorf("%s: %d logs, want %d (%v)", name, len(logs), c.want, err)
		}
	}
	logs, err := f.eth.FilterLogs(ctx, ethereum.FilterQuery{FromBlock: new(big.Int), Topics: [][]common.Hash{{}, {{5}}}})
	if err != nil || len(logs) != 1 || logs[0].Index != 5 || logs[0].TxIndex != 2 || logs[0].BlockHash != f.blocks[1].Hash || logs[0].TxHash != f.receipts[1][2].TxHash || logs[0].BlockTimestamp != 1001 {
		t.Errorf("%+v %v", logs, err)
	}
	if latest := get[[]Log](t, f, "eth_getLogs", map[string]any{}); len(latest) != 0 {
		t.Error(latest)
	}
	if one := get[[]Log](t, f, "eth_getLogs", map[string]any{"fromBlock": "earliest", "address": testToken, "topics": []any{testTopic, nil}}); len(one) != 8 || *one[0].L1BatchNumber != 1 {
		t.Error(one)
	}
}

func TestGetLogsRefuses(t *testing.T) {
	f := start(t, func(c *Config) { c.LogBlocks, c.Logs, c.LogTopics = 3, 7, 2 })
	for text, query := range map[string]map[string]any{
		"invalid block range params":                         {"fromBlock": "0x3", "toBlock": "0x2"},
		"block range extends beyond current head block":      {"fromBlock": "0x3", "toBlock": "0x63"},
		"pending logs are not supported":                     {"fromBlock": "pending"},
		"exceed max addresses or topics per search position": {"address": []common.Address{{1}, {2}, {3}}},
		"invalid argument 0: cannot specify both BlockHash and FromBlock/ToBlock, choose one or the other": {"blockHash": common.Hash{1}, "fromBlock": "0x1"},
		"invalid argument 0: exceed max topics":                                              {"topics": []any{nil, nil, nil, nil, nil}},
		"invalid argument 0: hex has invalid length 1 after decoding; expected 32 for topic": {"topics": []any{"0x01"}},
		"invalid argument 0: invalid addresses in query":                                     {"address": 5},
	} {
		refuse(t, f, codeInvalidParams, text, "eth_getLogs", query)
	}
	refuse(t, f, -32000, "unknown block", "eth_getLogs", map[string]any{"blockHash": common.Hash{1}})
	refuse(t, f, codeLimited, "exceed maximum block range 3. Try with this block range [0x0, 0x2]", "eth_getLogs", map[string]any{"fromBlock": "0x0"})
	refuse(t, f, codeLimited, "query returned more than 7 results in block 1: narrow it by addresses or topics", "eth_getLogs", map[string]any{"fromBlock": "0x1", "toBlock": "0x1"})
	refuse(t, f, codeLimited, "query returned more than 7 results. Try with this block range [0x0, 0x0]", "eth_getLogs", map[string]any{"fromBlock": "0x0", "toBlock": "0x1"})
}

func TestFilters(t *testing.T) {
	f := start(t, nil)
	logs := get[string](t, f, "eth_newFilter", map[string]any{"fromBlock": "0x0", "address": testToken})
	blocks := get[string](t, f, "eth_newBlockFilter")
	if got := get[[]Log](t, f, "eth_getFilterChanges", logs); len(got) != 0 {
		t.Error(got)
	}
	if got := get[[]Log](t, f, "eth_getFilterLogs", logs); len(got) != 8 {
		t.Error(len(got))
	}
	tx := sign(&types.LegacyTx{Nonce: 6, To: &testToken})
	b := f.extend([][]byte{raw(tx)}, []*Receipt{receiptOf(tx, transferLog(1), &types.Log{Address: testUser})})
	if got := get[[]Log](t, f, "eth_getFilterChanges", logs); len(got) != 1 || got[0].Address != testToken || got[0].BlockHash != b.Hash {
		t.Error(got)
	}
	if got := get[[]common.Hash](t, f, "eth_getFilterChanges", blocks); len(got) != 1 || got[0] != b.Hash {
		t.Error(got)
	}
	// Clients that take the identifier for a number drop its leading zeros.
	short := "0x" + strings.TrimLeft(blocks[2:], "0")
	if got := get[[]common.Hash](t, f, "eth_getFilterChanges", short); got == nil || len(got) != 0 {
		t.Error(got)
	}
	if !get[bool](t, f, "eth_uninstallFilter", logs) || get[bool](t, f, "eth_uninstallFilter", logs) {
		t.Error("uninstall")
	}
	refuse(t, f, -32000, "filter not found", "eth_getFilterChanges", logs)
	refuse(t, f, -32000, "filter not found", "eth_getFilterLogs", blocks)
	refuse(t, f, -32000, "filter not found", "eth_getFilterChanges", "0x")
	refuse(t, f, -32000, "filter not found", "eth_getFilterChanges", "0x"+strings.Repeat("z", 32))
}

func TestFilterLimits(t *testing.T) {
	f := start(t, func(c *Config) { c.Filters, c.LogBlocks = 2, 1 })
	first := get[string](t, f, "eth_newBlockFilter")
	get[string](t, f, "eth_newBlockFilter")
	refuse(t, f, -32000, "too many filters are installed", "eth_newBlockFilter")
	f.extend(nil, nil)
	second := f.extend(nil, nil)
	if got := get[[]common.Hash](t, f, "eth_getFilterChanges", first); len(got) != 1 || got[0] == second.Hash {
		t.Error(got)
	}
	if got := get[[]common.Hash](t, f, "eth_getFilterChanges", first); len(got) != 1 || got[0] != second.Hash {
		t.Error(got)
	}
	a := newFilters(f.server.api)
	clock := time.Unix(0, 0)
	a.now = func() time.Time { return clock }
	id, err := a.NewBlockFilter()
	if err != nil {
		t.Fatal(err)
	}
	clock = clock.Add(a.cfg.FilterTimeout + 1)
	if _, err := a.GetFilterChanges(context.Background(), id); !errors.Is(err, errFilterNotFound) {
		t.Error("an old filter is still there:", err)
	}
	for range 5 {
		if _, err := a.NewBlockFilter(); err != nil && !errors.Is(err, errTooManyFilters) {
			t.Error(err)
		}
		clock = clock.Add(a.cfg.FilterTimeout + 1)
	}
	if len(a.all) != 1 {
		t.Errorf("%d filters are left", len(a.all))
	}
}

func receive[T any](t *testing.T, ch <-chan T, sub ethereum.Subscription) T {
	t.Helper()
	select {
	case v := <-ch:
		return v
	case err := <-sub.Err():
		t.Fatal("subscription ended:", err)
	case <-time.After(answerTime):
		t.Fatal("nothing came")
	}
	panic("unreachable")
}

func TestSubscriptions(t *testing.T) {
	f := start(t, nil)
	ctx := context.Background()
	heads, logs, hashes, full := make(chan *types.Header), make(chan types.Log), make(chan common.Hash), make(chan *Transaction)
	headSub, err := f.eth.SubscribeNewHead(ctx, heads)
	if err != nil {
		t.Fatal(err)
	}
	logSub, err := f.eth.SubscribeFilterLogs(ctx, ethereum.FilterQuery{Addresses: []common.Address{testToken}}, logs)
	if err != nil {
		t.Fatal(err)
	}
	hashSub, err := f.ws.EthSubscribe(ctx, hashes, "newPendingTransactions")
	if err != nil {
		t.Fatal(err)
	}
	fullSub, err := f.ws.EthSubscribe(ctx, full, "newPendingTransactions", true)
	if err != nil {
		t.Fatal(err)
	}
	pending, whole := get[string](t, f, "eth_newPendingTransactionFilter", false), get[string](t, f, "eth_newPendingTransactionFilter", true)
	tx := sign(&types.LegacyTx{Nonce: 6, To: &testToken})
	f.extend(nil, nil) // not announced: whoever hears of the next block gets this one too
	b := f.extend([][]byte{raw(tx)}, []*Receipt{receiptOf(tx, transferLog(1), &types.Log{Address: testUser}, transferLog(2))})
	f.heads.Send(b.Header.Number.Uint64())
	for n := uint64(5); n <= 6; n++ {
		if h := receive(t, heads, headSub); h.Number.Uint64() != n || h.Hash() != f.blocks[n].Hash {
			t.Error(h.Number)
		}
	}
	if one, two := receive(t, logs, logSub), receive(t, logs, logSub); one.Index != 0 || two.Index != 2 || two.TxHash != tx.Hash() || two.BlockNumber != 6 {
		t.Error(one, two)
	}
	if err := f.eth.SendTransaction(ctx, tx); err != nil {
		t.Fatal(err)
	}
	if got := receive(t, hashes, hashSub); got != tx.Hash() {
		t.Error(got)
	}
	if got := receive(t, full, fullSub); got.Hash != tx.Hash() || got.From != testUser {
		t.Error(got)
	}
	if got := get[[]common.Hash](t, f, "eth_getFilterChanges", pending); len(got) != 1 || got[0] != tx.Hash() {
		t.Error(got)
	}
	if got := get[[]*Transaction](t, f, "eth_getFilterChanges", whole); len(got) != 1 || got[0].Hash != tx.Hash() || got[0].From != testUser || got[0].BlockNumber != nil {
		t.Error(got)
	}
	if got := get[[]any](t, f, "eth_getFilterChanges", whole); len(got) != 0 {
		t.Error(got)
	}
	headSub.Unsubscribe()
	hashSub.Unsubscribe()
	if _, err := f.ws.EthSubscribe(ctx, make(chan any), "nothing"); err == nil {
		t.Error("an unknown subscription was taken")
	}
	if _, err := f.http.EthSubscribe(ctx, make(chan any), "newHeads"); !errors.Is(err, gethrpc.ErrNotificationsUnsupported) {
		t.Error("subscription over HTTP:", err)
	}
}

// A reader that falls behind loses the oldest transactions, not the newest, and never more than the ring.
func TestHubRing(t *testing.T) {
	h := newHub()
	var txs []*types.Transaction
	for i := range uint64(pendingKept + 10) {
		txs = append(txs, types.NewTx(&types.LegacyTx{Nonce: i}))
	}
	h.wake(txs)
	got, next := h.pendingSince(0)
	if len(got) != pendingKept || got[0].Nonce() != 10 || next != pendingKept+10 {
		t.Error(len(got), next)
	}
	if got, _ := h.pendingSince(next); len(got) != 0 {
		t.Error(len(got))
	}
}
