package node_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	gethrpc "github.com/ethereum/go-ethereum/rpc"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// conformity checks results against the schemas of the specification.
type conformity struct {
	*apiChain
	schemas map[string]*jsonschema.Schema
	used    map[string]bool
	found   map[string]int
}

// additions are members of results that the specification does not have, where it wants no others.
var additions = map[string]string{
	"l1BatchNumber":       "logs and receipts: zksync-ethers and viem/zksync read the batch",
	"l1BatchTxIndex":      "receipts: as above",
	"transactionLogIndex": "logs: the SDKs' index in the transaction",
	"logType":             "logs: the SDKs read it, always null",
	"l2ToL1Logs":          "receipts: what a withdrawal is proven with",
	"pubdataBytes":        "receipts: what the transaction publishes on L1",
	"pubdataGas":          "receipts: the part of gasUsed that pays for it",
	"failureReason":       "receipts: why a transaction failed, where geth makes one trace it",
	"stateTree":           "eth_getProof: the state is a Poseidon2 tree, and proofs are verified against its root",
	"gasPerPubdata":       "eth_feeHistory, blocks: the price of a pubdata byte, as base fees are given",
}

// absent are methods of the specification that the chain does not have.
var absent = map[string]string{
	"eth_getBlockAccessList":      "block access lists come with Amsterdam (EIP-7928), the chain is at Osaka",
	"debug_getRawBlockAccessList": "as above",
}

func (c *conformity) result(method string, params ...any) any {
	c.Helper()
	out, err := c.call(method, params...)
	if err != nil {
		c.Errorf("%s: %v", method, err)
		return nil
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(out))
	if err != nil {
		c.Fatal(err)
	}
	return value
}

func (c *conformity) validate(method string, value any) error {
	c.Helper()
	schema := c.schemas[method]
	if schema == nil {
		c.Fatalf("the specification has no %s", method)
	}
	c.used[method] = true
	return schema.Validate(without(value, additions, c.found))
}

// ok wants a result as the specification describes it.
func (c *conformity) ok(method string, params ...any) any {
	c.Helper()
	value := c.result(method, params...)
	if err := c.validate(method, value); err != nil && value != nil {
		text, _ := json.Marshal(value)
		c.Errorf("%s%v: %v\n%.2000s", method, params, err, text)
	}
	return value
}

// null wants null, which the specification allows for what is not there.
func (c *conformity) null(method string, params ...any) {
	c.Helper()
	if value := c.result(method, params...); value != nil {
		c.Errorf("%s%v: %v, want null", method, params, value)
	} else if err := c.validate(method, nil); err != nil {
		c.Errorf("%s%v: %v", method, params, err)
	}
}

// differs wants a result that is not as the specification describes it, for the given reason.
func (c *conformity) differs(reason, method string, params ...any) {
	c.Helper()
	if err := c.validate(method, c.result(method, params...)); err == nil {
		c.Errorf("%s%v is as specified, although: %s", method, params, reason)
	}
}

// refused wants an error, and an error is not described by the schema of the result.
func (c *conformity) refused(code int, text, method string, params ...any) {
	c.Helper()
	_, err := c.call(method, params...)
	var coded gethrpc.Error
	if !errors.As(err, &coded) || coded.ErrorCode() != code || !strings.Contains(err.Error(), text) {
		c.Errorf("%s%v: %v, want %d %s", method, params, err, code, text)
	}
	c.used[method] = true
}

func TestOpenRPC(t *testing.T) {
	chain := newAPIChain(t)
	defer chain.serve(nil)()
	c := &conformity{chain, schemas(t), map[string]bool{}, map[string]int{}}
	t.Run("blocks", func(t *testing.T) { c.TB = t; c.blocksAndTransactions() })
	t.Run("state", func(t *testing.T) { c.TB = t; c.stateAndCalls() })
	t.Run("debug", func(t *testing.T) { c.TB = t; c.debug() })
	t.Run("sending", func(t *testing.T) { c.TB = t; c.sending() })
	for method := range c.schemas {
		if c.used[method] == (absent[method] != "") {
			t.Errorf("%s is checked: %t, absent: %q", method, c.used[method], absent[method])
		}
	}
	for method := range absent {
		c.TB = t
		c.refused(-32601, "does not exist", method)
	}
	for name := range additions {
		if c.found[name] == 0 {
			t.Errorf("addition %s is in no result", name)
		}
	}
}

const operations = "an operation from L1 has type 0x7f and no signature"

func (c *conformity) blocksAndTransactions() {
	first, second := c.blocks[0], c.blocks[1]
	for _, none := range []string{"eth_accounts", "eth_blockNumber", "eth_chainId", "eth_gasPrice", "eth_maxPriorityFeePerGas", "eth_blobBaseFee", "eth_baseFee", "eth_syncing", "net_version",
		"eth_coinbase", "eth_config", "eth_capabilities", "txpool_status"} {
		c.ok(none)
	}
	for _, number := range []string{"0x0", "0x2", "earliest", "latest", "safe", "finalized", "pending"} {
		c.ok("eth_getBlockByNumber", number, true)
		c.ok("eth_getBlockByNumber", number, false)
		c.ok("eth_getBlockTransactionCountByNumber", number)
	}
	c.ok("eth_getBlockByNumber", "0x1", false)
	c.differs(operations, "eth_getBlockByNumber", "0x1", true)
	c.ok("eth_getBlockByHash", second.Hash, true)
	c.ok("eth_getBlockByHash", first.Hash, false)
	c.differs(operations, "eth_getBlockByHash", first.Hash, true)
	c.ok("eth_getBlockTransactionCountByHash", second.Hash)
	for i, r := range second.Receipts {
		tx := c.ok("eth_getTransactionByHash", r.TxHash)
		if got := tx.(map[string]any)["hash"]; got != r.TxHash.Hex() {
			c.Error(got)
		}
		c.ok("eth_getTransactionByBlockHashAndIndex", second.Hash, hexutil.Uint(i))
		c.ok("eth_getTransactionByBlockNumberAndIndex", "0x2", hexutil.Uint(i))
		c.ok("eth_getTransactionReceipt", r.TxHash)
	}
	c.differs(operations, "eth_getTransactionByHash", first.Receipts[0].TxHash)
	c.ok("eth_getTransactionReceipt", first.Receipts[0].TxHash)
	for _, block := range []any{"0x0", "0x1", "0x2", "latest", second.Hash} {
		c.ok("eth_getBlockReceipts", block)
	}
	unknown := common.Hash{1}
	c.null("eth_getBlockByNumber", "0x99", false)
	c.null("eth_getBlockByHash", unknown, false)
	c.null("eth_getBlockReceipts", "0x99")
	c.null("eth_getBlockTransactionCountByNumber", "0x99")
	c.null("eth_getBlockTransactionCountByHash", unknown)
	c.null("eth_getTransactionByHash", unknown)
	c.null("eth_getTransactionByBlockHashAndIndex", second.Hash, "0x63")
	c.null("eth_getTransactionByBlockNumberAndIndex", "0x99", "0x0")
	c.null("eth_getTransactionReceipt", unknown)
	for _, count := range []string{"0x1", "0x3"} {
		c.ok("eth_feeHistory", count, "latest", []float64{0, 50, 100})
		c.ok("eth_feeHistory", count, "0x2", []float64{})
	}
	c.ok("eth_getLogs", map[string]any{"fromBlock": "0x0"})
	c.differs("the specification's schema of logs is two kinds of array, and an empty one is of both", "eth_getLogs", map[string]any{"fromBlock": "0x0", "address": apiUser})
}

func (c *conformity) stateAndCalls() {
	for _, block := range []any{"0x0", "0x2", "latest", "pending", "safe", map[string]any{"blockHash": c.blocks[1].Hash}} {
		c.ok("eth_getBalance", apiUser, block)
		c.ok("eth_getCode", apiContract, block)
		c.ok("eth_getCode", apiUser, block)
		c.ok("eth_getStorageAt", apiContract, "0x0", block)
		c.ok("eth_getTransactionCount", apiUser, block)
		c.ok("eth_getStorageValues", map[common.Address][]common.Hash{apiContract: {{}, {31: 1}}}, block)
		c.ok("eth_call", map[string]any{"from": apiUser, "to": apiContract, "data": common.Hash{31: 9}}, block)
		c.ok("eth_estimateGas", map[string]any{"from": apiUser, "to": apiContract, "data": common.Hash{31: 9}}, block)
		c.ok("eth_createAccessList", map[string]any{"from": apiUser, "to": apiContract, "data": common.Hash{31: 9}}, block)
		c.ok("eth_createAccessList", map[string]any{"from": apiUser, "to": apiContract}, block)
	}
	c.ok("eth_getProof", apiContract, []string{"0x0", "0x1"}, "0x2")
	c.ok("eth_getProof", common.Address{1}, []string{}, "safe")
	c.refused(3, "execution reverted: no", "eth_call", map[string]any{"to": apiContract}, "latest")
	calls := []any{map[string]any{"from": apiUser, "to": apiContract, "input": common.Hash{31: 9}}, map[string]any{"from": apiUser, "to": apiContract},
		map[string]any{"from": apiUser, "to": apiPlain, "value": "0x1"}}
	for _, full := range []bool{true, false} {
		c.ok("eth_simulateV1", map[string]any{"blockStateCalls": []any{map[string]any{"calls": calls}, map[string]any{"calls": calls}}, "traceTransfers": full, "returnFullTransactions": full}, "latest")
	}
	fill := map[string]any{"from": apiUser, "to": apiPlain, "value": "0x1"}
	c.differs("gasPrice is null in a transaction of type 2, as in geth", "eth_fillTransaction", fill)
	fill["gasPrice"] = "0x2540be400"
	c.ok("eth_fillTransaction", fill)
	const noKeys = "unknown account" // the node holds no keys of users
	c.refused(-32000, noKeys, "eth_sign", apiUser, "0x01")
	c.refused(-32000, noKeys, "eth_signTransaction", map[string]any{"from": apiUser, "to": apiPlain, "gas": "0x5208", "gasPrice": "0x1", "nonce": "0x0"})
	c.refused(-32000, noKeys, "eth_sendTransaction", map[string]any{"from": apiUser, "to": apiPlain})
}

func (c *conformity) debug() {
	second := c.blocks[1]
	for _, block := range []any{"0x1", "0x2", "latest", second.Hash} {
		c.ok("debug_getRawHeader", block)
		c.ok("debug_getRawBlock", block)
		c.ok("debug_getRawReceipts", block)
	}
	c.ok("debug_getBadBlocks")
	for _, r := range append(second.Receipts, c.blocks[0].Receipts...) {
		c.ok("debug_getRawTransaction", r.TxHash)
		for _, config := range []any{nil, map[string]any{"enableMemory": true, "enableReturnData": true}, map[string]any{"disableStack": true, "disableStorage": true}, map[string]any{"tracer": "callTracer"}} {
			c.ok("debug_traceTransaction", r.TxHash, config)
		}
	}
	for _, config := range []any{nil, map[string]any{"enableMemory": true}, map[string]any{"tracer": "prestateTracer"}} {
		c.ok("debug_traceBlockByNumber", "0x2", config)
		c.ok("debug_traceBlockByHash", c.blocks[0].Hash, config)
	}
}

func (c *conformity) sending() {
	next := func() []byte {
		c.nonce++
		return c.signed(&types.DynamicFeeTx{ChainID: big.NewInt(l2ChainID), Nonce: c.nonce - 1, GasFeeCap: big.NewInt(1e10), GasTipCap: big.NewInt(1), Gas: 100_000, To: &apiContract, Data: common.LeftPadBytes([]byte{8}, 32)})
	}
	logs, blocks, pending := c.ok("eth_newFilter", map[string]any{"address": apiContract}), c.ok("eth_newBlockFilter"), c.ok("eth_newPendingTransactionFilter")
	hash := c.ok("eth_sendRawTransaction", hexutil.Bytes(next()))
	some := func(out json.RawMessage) bool { return string(out) != "null" && string(out) != "[]" }
	c.until(some, "eth_getTransactionReceipt", hash)
	c.ok("eth_getFilterChanges", logs)
	c.ok("eth_getFilterChanges", blocks)
	for _, id := range []any{logs, pending} {
		out := c.until(some, map[bool]string{true: "eth_getFilterLogs", false: "eth_getFilterChanges"}[id == logs], id)
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(out))
		if err := errors.Join(err, c.validate("eth_getFilterChanges", value)); err != nil {
			c.Error(err)
		}
	}
	c.ok("eth_getFilterLogs", logs)
	for _, id := range []any{logs, blocks, pending} {
		c.ok("eth_uninstallFilter", id)
		c.ok("eth_uninstallFilter", id) // false: it is gone
	}
	c.nonce++ // so that the next one waits for another
	c.ok("eth_sendRawTransaction", hexutil.Bytes(next()))
	for _, method := range []string{"txpool_status", "txpool_content"} {
		c.ok(method)
	}
	c.ok("txpool_contentFrom", apiUser)
	c.ok("txpool_contentFrom", common.Address{1})
	c.refused(-32000, "typed transaction too short", "eth_sendRawTransaction", "0x")
}
