package node_test

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
)

// twinMethods are the methods that both serve, with the kinds of their parameters.
var twinMethods = map[string][]kind{
	"eth_accounts": {}, "eth_baseFee": {}, "eth_blobBaseFee": {}, "eth_blockNumber": {}, "eth_capabilities": {}, "eth_chainId": {}, "eth_config": {}, "eth_gasPrice": {}, "eth_maxPriorityFeePerGas": {}, "eth_syncing": {}, "eth_pendingTransactions": {},
	"eth_call": {kCall, kBlock, kState, kEnv}, "eth_estimateGas": {kCall, kBlock, kState, kEnv}, "eth_createAccessList": {kCall, kBlock, kState}, "eth_simulateV1": {kSimulation, kBlock},
	"eth_fillTransaction": {kCall}, "eth_sendTransaction": {kCall}, "eth_signTransaction": {kCall}, "eth_sign": {kAddress, kBytes}, "eth_feeHistory": {kCount, kTag, kPercents},
	"eth_getBalance": {kAddress, kBlock}, "eth_getCode": {kAddress, kBlock}, "eth_getTransactionCount": {kAddress, kBlock}, "eth_getStorageAt": {kAddress, kSlot, kBlock}, "eth_getStorageValues": {kSlotsOf, kBlock}, "eth_getProof": {kAddress, kSlots, kBlock},
	"eth_getBlockByHash": {kBlockHash, kBool}, "eth_getBlockByNumber": {kTag, kBool}, "eth_getBlockReceipts": {kBlock}, "eth_getBlockTransactionCountByHash": {kBlockHash}, "eth_getBlockTransactionCountByNumber": {kTag}, "eth_getHeaderByHash": {kBlockHash}, "eth_getHeaderByNumber": {kTag},
	"eth_getUncleByBlockHashAndIndex": {kBlockHash, kIndex}, "eth_getUncleByBlockNumberAndIndex": {kTag, kIndex}, "eth_getUncleCountByBlockHash": {kBlockHash}, "eth_getUncleCountByBlockNumber": {kTag},
	"eth_getTransactionByHash": {kTxHash}, "eth_getTransactionReceipt": {kTxHash}, "eth_getRawTransactionByHash": {kTxHash}, "eth_getTransactionByBlockHashAndIndex": {kBlockHash, kIndex}, "eth_getTransactionByBlockNumberAndIndex": {kTag, kIndex},
	"eth_getRawTransactionByBlockHashAndIndex": {kBlockHash, kIndex}, "eth_getRawTransactionByBlockNumberAndIndex": {kTag, kIndex},
	"eth_getLogs": {kCriteria}, "eth_newFilter": {kCriteria}, "eth_newBlockFilter": {}, "eth_newPendingTransactionFilter": {kBool}, "eth_getFilterChanges": {kText}, "eth_getFilterLogs": {kText}, "eth_uninstallFilter": {kText},
	"eth_sendRawTransaction": {kBytes}, "eth_sendRawTransactionSync": {kBytes, kMillis},
	"net_listening": {}, "net_peerCount": {}, "net_version": {}, "rpc_modules": {}, "web3_clientVersion": {}, "web3_sha3": {kBytes}, "txpool_content": {}, "txpool_contentFrom": {kAddress}, "txpool_inspect": {}, "txpool_status": {},
	"debug_getBadBlocks": {}, "debug_getRawBlock": {kBlock}, "debug_getRawHeader": {kBlock}, "debug_getRawReceipts": {kBlock}, "debug_getRawTransaction": {kTxHash}, "debug_getAccessibleState": {kTag, kTag}, "debug_dumpBlock": {kTag},
	"debug_accountRange": {kBlock, kBytes, kInt, kBool, kBool, kBool}, "debug_getModifiedAccountsByHash": {kBlockHash, kBlockHash}, "debug_getModifiedAccountsByNumber": {kInt, kInt}, "debug_storageRangeAt": {kBlock, kInt, kAddress, kBytes, kInt},
	"debug_traceBlock": {kBytes, kTrace}, "debug_traceBlockByHash": {kBlockHash, kTrace}, "debug_traceBlockByNumber": {kTag, kTrace}, "debug_traceTransaction": {kTxHash, kTrace}, "debug_traceCall": {kCall, kBlock, kTraceCall},
	`eth_subscribe("logs")`: {kCriteria}, `eth_subscribe("newHeads")`: {}, `eth_subscribe("newPendingTransactions")`: {kBool}, `eth_subscribe("syncing")`: {}, `eth_subscribe("transactionReceipts")`: {kReceiptQuery}, `debug_subscribe("traceChain")`: {kTag, kTag, kTrace},
}

// TestTwinMethodsAreAll: docs/rpc.md says which methods both have.
func TestTwinMethodsAreAll(t *testing.T) {
	text, err := os.ReadFile("../docs/rpc.md")
	if err != nil {
		t.Fatal(err)
	}
	rows := regexp.MustCompile("(?m)^\\| `([^`]+)` \\| yes \\| yes \\|").FindAllStringSubmatch(string(text), -1)
	for _, row := range rows {
		if _, ok := twinMethods[row[1]]; !ok {
			t.Errorf("%s is not compared", row[1])
		}
	}
	if len(rows) != len(twinMethods) {
		t.Errorf("both serve %d methods, %d are compared", len(rows), len(twinMethods))
	}
}

// paramsOf are the parameters of a method that are compared: the usual ones, fewer, more, and each other value in each place.
func paramsOf(kinds []kind) []string {
	usual := make([]string, len(kinds))
	for i, k := range kinds {
		usual[i] = k[0]
	}
	list := func(values []string) string { return "[" + strings.Join(values, ",") + "]" }
	out := []string{list(usual), `null`, `{}`, `5`, `"x"`, `[[]]`, `[null]`}
	for n := range usual {
		out = append(out, list(usual[:n]))
	}
	out = append(out, list(append(usual[:len(usual):len(usual)], "1")), list(append(usual[:len(usual):len(usual)], "null")))
	for i, k := range kinds {
		for _, value := range k[1:] {
			with := append([]string(nil), usual...)
			with[i] = value
			out = append(out, list(with))
		}
	}
	return out
}

// request is a body that calls method; the kind of a subscription is its first parameter.
func twinRequest(method, params string) string {
	if name, kind, is := strings.Cut(method, `("`); is {
		method = name
		kind = strings.TrimSuffix(kind, `")`)
		if rest, list := strings.CutPrefix(params, "["); list && rest != "]" {
			params = fmt.Sprintf(`[%q,%s`, kind, rest)
		} else if list {
			params = fmt.Sprintf(`[%q]`, kind)
		}
	}
	return fmt.Sprintf(`{"jsonrpc":"2.0","id":1,"method":%q,"params":%s}`, method, params)
}

// TestTwinAnswers sends every request of every method to both. What differs has to be in differences, and what is there has to differ.
func TestTwinAnswers(t *testing.T) {
	w := newTwin(t, differences)
	seen, step := 0, 1
	if testing.Short() {
		step = 10
	}
	for method, kinds := range twinMethods {
		for i, params := range paramsOf(kinds) {
			if i%step == 0 {
				w.check(method, params)
				seen++
			}
		}
	}
	if step == 1 {
		w.unneeded()
	}
	t.Logf("%d requests", seen)
}
