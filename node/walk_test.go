package node_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/trie"

	"github.com/ashlar-labs/ashlar/rollup"
)

// TestIndexerWalk reads every block, transaction, receipt, log and trace of a chain in every way that there is, and compares: what an indexer relies on holds for every block, also for one that has nothing but operations from L1. There is
// no log that does not belong to a transaction of its block.
func TestIndexerWalk(t *testing.T) {
	c := indexedChain(t)
	defer c.serve(nil)()
	x := &indexer{apiChain: c}
	head := decoded[hexutil.Uint64](x, x.one("eth_blockNumber"))
	var all []json.RawMessage
	var parent common.Hash
	for n := range head + 1 {
		b, logs := x.walk(n)
		if n > 0 && b.ParentHash != parent {
			t.Errorf("block %d does not follow block %d", n, n-1)
		}
		parent, all = b.Hash, append(all, logs...)
	}
	if len(all) < 12 {
		t.Errorf("%d logs are too few for a test", len(all))
	}
	x.ranges(head, all)
}

// walk checks block n and gives its logs.
func (x *indexer) walk(n hexutil.Uint64) (*indexedBlock, []json.RawMessage) {
	x.Helper()
	got := x.answers(request{"eth_getBlockByNumber", []any{n, true}}, request{"eth_getBlockReceipts", []any{n}}, request{"debug_getRawReceipts", []any{n}}, request{"debug_getRawHeader", []any{n}})
	b, receipts := decoded[*indexedBlock](x, got[0]), decoded[[]json.RawMessage](x, got[1])
	if b.Number != n || len(receipts) != len(b.Transactions) {
		x.Fatalf("block %d: number %d, %d transactions, %d receipts", n, b.Number, len(b.Transactions), len(receipts))
	}
	hashed := x.answers(request{"eth_getBlockByHash", []any{b.Hash, true}}, request{"eth_getBlockReceipts", []any{b.Hash}}, request{"eth_getLogs", []any{map[string]any{"blockHash": b.Hash}}})
	if !bytes.Equal(hashed[0], got[0]) || !bytes.Equal(hashed[1], got[1]) {
		x.Errorf("block %d is another one by its hash", n)
	}
	if h := crypto.Keccak256Hash(decoded[hexutil.Bytes](x, got[3])); h != b.Hash {
		x.Errorf("block %d: its header has the hash %s, not %s", n, h, b.Hash)
	}
	var logs []json.RawMessage
	var bloom types.Bloom
	var raw encodings
	var cumulative hexutil.Uint64
	for i := range receipts {
		r := decoded[*indexedReceipt](x, receipts[i])
		cumulative += r.GasUsed
		if r.CumulativeGasUsed != cumulative {
			x.Errorf("block %d, transaction %d: %d gas up to it, not %d", n, i, r.CumulativeGasUsed, cumulative)
		}
		raw = append(raw, x.transaction(b, i, receipts[i], r))
		logs = append(logs, x.logs(b, r, len(logs))...)
		for j := range bloom {
			bloom[j] |= r.LogsBloom[j]
		}
	}
	if bloom != b.LogsBloom || cumulative != b.GasUsed {
		x.Errorf("block %d: its bloom filter or its gas is not that of its receipts", n)
	}
	if n > 0 { // the genesis has a hash of the first state in it and no lists
		if root := types.DeriveSha(raw, trie.NewStackTrie(nil)); root != b.TxRoot {
			x.Errorf("block %d: its transactions have the root %s, not %s", n, root, b.TxRoot)
		}
		if root := types.DeriveSha(encodings(decoded[[]hexutil.Bytes](x, got[2])), trie.NewStackTrie(nil)); root != b.ReceiptRoot {
			x.Errorf("block %d: its receipts have the root %s, not %s", n, root, b.ReceiptRoot)
		}
		x.traces(b)
	}
	if found := decoded[[]json.RawMessage](x, hashed[2]); !slices.EqualFunc(found, logs, func(a, b json.RawMessage) bool { return bytes.Equal(a, b) }) {
		x.Errorf("block %d: eth_getLogs has %d logs, the receipts have %d or others", n, len(found), len(logs))
	}
	return b, logs
}

// transaction checks transaction i of b against its receipt and gives its encoding.
func (x *indexer) transaction(b *indexedBlock, i int, receipt json.RawMessage, r *indexedReceipt) hexutil.Bytes {
	x.Helper()
	tx := decoded[*indexedTx](x, b.Transactions[i])
	if tx.BlockHash != b.Hash || tx.BlockNumber != b.Number || int(tx.TransactionIndex) != i {
		x.Errorf("block %d, transaction %d says that it is elsewhere: %+v", b.Number, i, tx)
	}
	same := r.TransactionHash == tx.Hash && r.BlockHash == b.Hash && r.BlockNumber == b.Number && r.TransactionIndex == tx.TransactionIndex && r.From == tx.From && reflect.DeepEqual(r.To, tx.To) && r.Type == tx.Type
	if !same || (tx.To == nil) != (r.ContractAddress != nil) || r.Status > 1 || *r.PubdataGas > r.GasUsed {
		x.Errorf("block %d, transaction %d: receipt %+v, transaction %+v", b.Number, i, r, tx)
	}
	index := hexutil.Uint(i)
	got := x.answers(request{"eth_getTransactionReceipt", []any{tx.Hash}}, request{"eth_getTransactionByHash", []any{tx.Hash}}, request{"eth_getTransactionByBlockHashAndIndex", []any{b.Hash, index}},
		request{"eth_getTransactionByBlockNumberAndIndex", []any{b.Number, index}}, request{"debug_getRawTransaction", []any{tx.Hash}})
	for j, want := range []json.RawMessage{receipt, b.Transactions[i], b.Transactions[i], b.Transactions[i]} {
		if !bytes.Equal(got[j], want) {
			x.Errorf("block %d, transaction %d: answer %d is another one:\n%s\n%s", b.Number, i, j, got[j], want)
		}
	}
	raw := decoded[hexutil.Bytes](x, got[4])
	if tx.Type != hexutil.Uint64(rollup.PriorityTxType) && crypto.Keccak256Hash(raw) != tx.Hash {
		x.Errorf("block %d, transaction %d: its encoding has another hash", b.Number, i)
	}
	return raw
}

// logs checks the logs of a receipt, the first of which is number first in the block, and gives them.
func (x *indexer) logs(b *indexedBlock, r *indexedReceipt, first int) []json.RawMessage {
	x.Helper()
	var plain []*types.Log
	for j, text := range r.Logs {
		l := decoded[*indexedLog](x, text)
		if l.TransactionHash != r.TransactionHash || l.TransactionIndex != r.TransactionIndex || l.BlockHash != b.Hash || l.BlockNumber != b.Number || l.BlockTimestamp != b.Timestamp ||
			int(l.LogIndex) != first+j || l.Removed == nil || *l.Removed || l.Topics == nil || len(l.Topics) > 4 || l.Data == nil {
			x.Errorf("block %d, transaction %d, log %d: %s", b.Number, r.TransactionIndex, j, text)
		}
		plain = append(plain, &types.Log{Address: l.Address, Topics: l.Topics})
	}
	if types.CreateBloom(&types.Receipt{Logs: plain}) != r.LogsBloom {
		x.Errorf("block %d, transaction %d: the bloom filter is not that of its logs", b.Number, r.TransactionIndex)
	}
	if r.Status == 0 && len(r.Logs) > 0 {
		x.Errorf("block %d, transaction %d failed and has logs", b.Number, r.TransactionIndex)
	}
	return r.Logs
}

// traces compares the calls that a block's traces have with what the block says.
func (x *indexer) traces(b *indexedBlock) {
	x.Helper()
	config := map[string]any{"tracer": "callTracer", "tracerConfig": map[string]any{"withLog": true}}
	traces := decoded[[]struct {
		TxHash common.Hash
		Result *callFrame
		Error  string
	}](x, x.one("debug_traceBlockByNumber", b.Number, config))
	if len(traces) != len(b.Transactions) {
		x.Fatalf("block %d: %d traces of %d transactions", b.Number, len(traces), len(b.Transactions))
	}
	for i, tr := range traces {
		r := decoded[*indexedReceipt](x, x.one("eth_getTransactionReceipt", tr.TxHash))
		if tx := decoded[*indexedTx](x, b.Transactions[i]); tx.Hash != tr.TxHash || tr.Error != "" || tr.Result == nil {
			x.Fatalf("block %d, trace %d: %+v", b.Number, i, tr)
		}
		top := tr.Result
		if top.From != r.From || top.GasUsed != r.GasUsed || (top.Error == "") != (r.Status == 1) {
			x.Errorf("block %d, transaction %d: trace %+v, receipt %+v", b.Number, i, top, r)
		}
		if r.Status == 1 && top.countLogs() != len(r.Logs) {
			x.Errorf("block %d, transaction %d: %d logs in the trace, %d in the receipt", b.Number, i, top.countLogs(), len(r.Logs))
		}
	}
}

type callFrame struct {
	Type         string
	From         common.Address
	To           *common.Address
	Value        *hexutil.Big
	Gas, GasUsed hexutil.Uint64
	Input        hexutil.Bytes
	Output       hexutil.Bytes
	Error        string
	RevertReason string
	Calls        []*callFrame
	Logs         []json.RawMessage
}

// countLogs are the logs of a call that were not reverted.
func (f *callFrame) countLogs() int {
	if f.Error != "" {
		return 0
	}
	n := len(f.Logs)
	for _, c := range f.Calls {
		n += c.countLogs()
	}
	return n
}

// ranges searches logs in ranges of every length and by address and topic.
func (x *indexer) ranges(head hexutil.Uint64, all []json.RawMessage) {
	x.Helper()
	equal := func(a, b json.RawMessage) bool { return bytes.Equal(a, b) }
	search := func(from, to hexutil.Uint64, more map[string]any) []json.RawMessage {
		query := map[string]any{"fromBlock": from, "toBlock": to}
		for k, v := range more {
			query[k] = v
		}
		return decoded[[]json.RawMessage](x, x.one("eth_getLogs", query))
	}
	for length := hexutil.Uint64(1); length <= head+1; length++ {
		var found []json.RawMessage
		for from := hexutil.Uint64(0); from <= head; from += length {
			found = append(found, search(from, min(from+length-1, head), nil)...)
		}
		if !slices.EqualFunc(found, all, equal) {
			x.Errorf("in ranges of %d blocks there are %d logs, not %d", length, len(found), len(all))
		}
	}
	addresses, topics := map[common.Address]bool{}, map[common.Hash]bool{}
	for _, text := range all {
		l := decoded[*indexedLog](x, text)
		addresses[l.Address] = true
		for _, topic := range l.Topics[:min(1, len(l.Topics))] {
			topics[topic] = true
		}
	}
	only := func(keep func(*indexedLog) bool) []json.RawMessage {
		return slices.DeleteFunc(slices.Clone(all), func(text json.RawMessage) bool { return !keep(decoded[*indexedLog](x, text)) })
	}
	for a := range addresses {
		if want := only(func(l *indexedLog) bool { return l.Address == a }); !slices.EqualFunc(search(0, head, map[string]any{"address": a}), want, equal) {
			x.Errorf("not the logs of %s", a)
		}
	}
	for topic := range topics {
		want := only(func(l *indexedLog) bool { return len(l.Topics) > 0 && l.Topics[0] == topic })
		if !slices.EqualFunc(search(0, head, map[string]any{"topics": []any{topic}}), want, equal) {
			x.Errorf("not the logs with topic %s", topic)
		}
	}
	if len(addresses) < 3 || len(topics) < 3 {
		x.Errorf("%d addresses and %d topics are too few for a test", len(addresses), len(topics))
	}
}
