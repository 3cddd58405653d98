package rpc

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	gethrpc "github.com/ethereum/go-ethereum/rpc"
)

// A node whose history begins later answers what is older as geth does, with code 4444, and everything else as ever. Here it begins with the state after block 2, where batch 1 ends.
func TestPrunedHistory(t *testing.T) {
	f := start(t, nil)
	f.oldest = 3
	filter := func(from, to string) map[string]string { return map[string]string{"fromBlock": from, "toBlock": to} }
	old := f.blocks[1]
	for name, args := range map[string][]any{
		"eth_getBlockByNumber": {"0x1", false}, "eth_getBlockByHash": {old.Hash, true}, "eth_getBlockTransactionCountByNumber": {"0x2"}, "eth_getBlockReceipts": {"0x2"},
		"eth_getLogs": {filter("0x0", "latest")}, "eth_getBalance": {testUser, "0x1"}, "eth_call": {map[string]any{"to": testToken}, "0x2"}, "eth_feeHistory": {"0x2", "0x2", nil},
		"debug_getRawHeader": {"0x1"}, "debug_traceBlockByNumber": {"0x2"}, "zks_getBlockDetails": {1}, "zks_getRawBlockTransactions": {2}, "zks_getL1BatchDetails": {1},
		"eth_getStorageAt": {testToken, "0x1", old.Hash}, "eth_getTransactionByBlockNumberAndIndex": {"0x1", "0x0"},
	} {
		var out json.RawMessage
		err := f.http.Call(&out, name, args...)
		var coded gethrpc.Error
		if !errors.As(err, &coded) || coded.ErrorCode() != 4444 || err.Error() != "pruned history unavailable" {
			t.Errorf("%s: %s, %v", name, out, err)
		}
	}
	for name, args := range map[string][]any{
		"eth_getBlockByNumber": {"earliest", false}, "eth_getBalance": {testUser, "0x2"}, "eth_getLogs": {filter("earliest", "latest")}, "eth_feeHistory": {"0x10", "latest", nil},
		"ashlar_status": {}, "ashlar_batch": {1}, "eth_capabilities": {}, "zks_getL1BatchBlockRange": {1}, "eth_config": {}, "eth_getStorageAt": {testToken, "0x1", f.blocks[2].Hash},
	} {
		var out json.RawMessage
		if err := f.http.Call(&out, name, args...); err != nil || string(out) == "null" {
			t.Errorf("%s: %s, %v", name, out, err)
		}
	}
	var block struct{ Number string }
	for tag, want := range map[string]string{"earliest": "0x3", "0x0": "0x0", "safe": "0x3"} {
		if err := f.http.Call(&block, "eth_getBlockByNumber", tag, false); err != nil || block.Number != want {
			t.Errorf("%s is block %s, %v", tag, block.Number, err)
		}
	}
	if err := f.http.Call(&block, "eth_getBlockByNumber", "finalized", false); err == nil || err.Error() != ErrPruned.Error() {
		t.Errorf("finalized, in a batch that is not here: %+v, %v", block, err)
	}
	var history struct{ OldestBlock string }
	if err := f.http.Call(&history, "eth_feeHistory", "0x10", "latest", nil); err != nil || history.OldestBlock != "0x3" {
		t.Errorf("fees since block %s, %v", history.OldestBlock, err)
	}
	var able struct {
		Blocks struct{ OldestBlock string }
	}
	if err := f.http.Call(&able, "eth_capabilities"); err != nil || able.Blocks.OldestBlock != "0x3" {
		t.Errorf("capabilities: blocks since %s, %v", able.Blocks.OldestBlock, err)
	}
	var receipt json.RawMessage
	if err := f.http.Call(&receipt, "eth_getTransactionReceipt", common.Hash{1}); err != nil || string(receipt) != "null" {
		t.Errorf("a transaction that nobody knows: %s, %v", receipt, err)
	}
}
