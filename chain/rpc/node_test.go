package rpc

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	gethrpc "github.com/ethereum/go-ethereum/rpc"
)

func TestFillTransaction(t *testing.T) {
	f := startReal(t)
	to := common.HexToAddress("0x70")
	type filled struct {
		Raw hexutil.Bytes      `json:"raw"`
		Tx  *types.Transaction `json:"tx"`
	}
	got := get[filled](t, f, "eth_fillTransaction", map[string]any{"from": testUser, "to": to, "value": "0x1"})
	tx := new(types.Transaction)
	if err := tx.UnmarshalBinary(got.Raw); err != nil || tx.Hash() != got.Tx.Hash() {
		t.Fatal(got, err)
	}
	if tx.Type() != types.DynamicFeeTxType || tx.Nonce() != 42 || tx.Gas() < 21000 || tx.GasTipCap().Int64() != 7 || tx.GasFeeCap().Int64() != 2*testBaseFee+7 || *tx.To() != to || tx.Value().Int64() != 1 ||
		tx.ChainId().Int64() != testChainID {
		t.Errorf("%+v", tx)
	}
	// What is given stays.
	given := get[filled](t, f, "eth_fillTransaction", map[string]any{"from": testUser, "to": to, "gas": "0x7530", "gasPrice": "0x5f5e100", "nonce": "0x9", "input": "0x01"}).Tx
	if given.Type() != types.LegacyTxType || given.Gas() != 30_000 || given.GasPrice().Int64() != testBaseFee || given.Nonce() != 9 || len(given.Data()) != 1 {
		t.Errorf("%+v", given)
	}
	for text, args := range map[string]map[string]any{
		`both "data" and "input" are set and not equal. Please use "input" to pass transaction call data`: {"to": to, "data": "0x01", "input": "0x02"},
		"contract creation without any data provided":                                                     {},
		"maxFeePerGas (0x1) < maxPriorityFeePerGas (0x2)":                                                 {"to": to, "maxFeePerGas": "0x1", "maxPriorityFeePerGas": "0x2"},
		"gasPrice must be non-zero after london fork":                                                     {"to": to, "gasPrice": "0x0"},
		"maxFeePerGas must be non-zero":                                                                   {"to": to, "maxFeePerGas": "0x0", "maxPriorityFeePerGas": "0x0"},
		"both gasPrice and authorizationList specified":                                                   {"to": to, "gasPrice": "0x1", "authorizationList": []any{}},
		"chainId does not match node's (have=1, want=271)":                                                {"to": to, "chainId": "0x1", "gas": "0x5208"},
	} {
		refuse(t, f, -32000, text, "eth_fillTransaction", args)
	}
	refuse(t, f, 3, "execution reverted", "eth_fillTransaction", map[string]any{"from": testUser, "to": realContract})
}

func TestSendRawTransactionSync(t *testing.T) {
	f := start(t, func(c *Config) { c.SyncTimeout, c.SyncMax = time.Minute, time.Minute })
	tx := sign(&types.LegacyTx{Nonce: 9, GasPrice: big.NewInt(testBaseFee), Gas: 21000, To: &testToken})
	go func() {
		for f.pool.Get(tx.Hash()) == nil {
			time.Sleep(time.Millisecond)
		}
		b := f.extend([][]byte{raw(tx)}, []*Receipt{receiptOf(tx)})
		f.heads.Send(b.Header.Number.Uint64())
	}()
	got := get[ReceiptJSON](t, f, "eth_sendRawTransactionSync", hexutil.Bytes(raw(tx)))
	if got.TransactionHash != tx.Hash() || got.BlockNumber != 5 || got.Status != 1 {
		t.Errorf("%+v", got)
	}
	late := sign(&types.LegacyTx{Nonce: 10, GasPrice: big.NewInt(testBaseFee), Gas: 21000, To: &testToken})
	const waited = "The transaction was added to the transaction pool but wasn't processed in 5ms"
	refuse(t, f, codeTxSyncTimeout, waited, "eth_sendRawTransactionSync", hexutil.Bytes(raw(late)), 5)
	err := f.http.Call(new(any), "eth_sendRawTransactionSync", hexutil.Bytes(raw(late)), 5)
	if de := (gethrpc.DataError)(nil); !errors.As(err, &de) || de.ErrorData() != late.Hash().Hex() {
		t.Error("the hash is not in the data:", err)
	}
	f.pool.refused = map[common.Hash]error{late.Hash(): errors.New("too much pubdata")}
	refuse(t, f, codeTxSyncTimeout, "The transaction was left out of blocks: too much pubdata", "eth_sendRawTransactionSync", hexutil.Bytes(raw(late)), 5)
	refuse(t, f, -32000, "typed transaction too short", "eth_sendRawTransactionSync", "0x")
	f.pool.err = errors.New("nonce too low")
	refuse(t, f, -32000, "nonce too low", "eth_sendRawTransactionSync", hexutil.Bytes(raw(late)))
}

func TestStorageValues(t *testing.T) {
	f := startRealWith(t, func(c *Config) { c.StorageSlots = 2 })
	got := get[map[common.Address][]common.Hash](t, f, "eth_getStorageValues", map[common.Address][]common.Hash{realContract: {{}, {31: 1}}}, "latest")
	if want := (map[common.Address][]common.Hash{realContract: {{31: 77}, {}}}); !reflect.DeepEqual(got, want) {
		t.Error(got)
	}
	if before := get[map[common.Address][]common.Hash](t, f, "eth_getStorageValues", map[common.Address][]common.Hash{realContract: {{}}}, "0x0"); before[realContract][0] != (common.Hash{}) {
		t.Error(before)
	}
	refuse(t, f, codeClientLimit, "too many slots (max 2)", "eth_getStorageValues", map[common.Address][]common.Hash{realContract: {{}, {}}, testUser: {{}}}, "latest")
	refuse(t, f, codeInvalidParams, "empty request", "eth_getStorageValues", map[common.Address][]common.Hash{}, "latest")
	refuse(t, f, -32000, "header not found", "eth_getStorageValues", map[common.Address][]common.Hash{realContract: {{}}}, "0x99")
}

func TestNode(t *testing.T) {
	f := startReal(t)
	if got := get[common.Address](t, f, "eth_coinbase"); got != (common.Address{}) {
		t.Error(got)
	}
	if got := get[hexutil.Uint64](t, f, "eth_baseFee"); got != testBaseFee {
		t.Error(got)
	}
	if got := get[[]Transaction](t, f, "eth_pendingTransactions"); got == nil || len(got) != 0 {
		t.Error(got)
	}
	can := get[capabilities](t, f, "eth_capabilities")
	if can.Head.Number != 1 || can.Head.Hash != f.blocks[1].Hash || *can.State.OldestBlock != 0 || *can.Logs.OldestBlock != 0 || can.StateProofs.Disabled || *can.StateProofs.OldestBlock != 1 {
		t.Errorf("%+v", can)
	}
	f.server.api.back.Prover, f.states[0] = nil, nil
	if can := get[capabilities](t, f, "eth_capabilities"); *can.State.OldestBlock != 1 || !can.StateProofs.Disabled || can.StateProofs.OldestBlock != nil {
		t.Errorf("%+v", can)
	}
	cfg := get[nodeConfig](t, f, "eth_config")
	if cfg.Current == nil || cfg.Next != nil || cfg.Current.ChainID.ToInt().Int64() != testChainID || cfg.Current.Precompiles["P256VERIFY"] != common.HexToAddress("0x100") || cfg.Current.BlobSchedule.Max != 0 {
		t.Errorf("%+v", cfg)
	}
	refuse(t, f, -32000, "unknown account", "eth_sendTransaction", map[string]any{"from": testUser})
	refuse(t, f, -32000, "unknown account", "eth_sign", testUser, "0x01")
	refuse(t, f, -32000, "gas not specified", "eth_signTransaction", map[string]any{"from": testUser})
	refuse(t, f, -32000, "unknown account", "eth_signTransaction", map[string]any{"from": testUser, "to": testUser, "gas": "0x5208", "gasPrice": "0x1", "nonce": "0x0"})
}

func TestRawAndUncles(t *testing.T) {
	f := startReal(t)
	b := f.blocks[1]
	for i, want := range b.Txs {
		for _, call := range [][]any{{"eth_getRawTransactionByBlockHashAndIndex", b.Hash, hexutil.Uint(i)}, {"eth_getRawTransactionByBlockNumberAndIndex", "0x1", hexutil.Uint(i)},
			{"debug_getRawTransaction", f.receipts[1][i].TxHash}} {
			if got := get[hexutil.Bytes](t, f, call[0].(string), call[1:]...); !slices.Equal(got, want) {
				t.Error(call, got)
			}
		}
	}
	for _, call := range [][]any{{"eth_getRawTransactionByBlockHashAndIndex", b.Hash, "0x9"}, {"eth_getRawTransactionByBlockNumberAndIndex", "0x9", "0x0"}, {"debug_getRawTransaction", common.Hash{1}},
		{"eth_getUncleByBlockHashAndIndex", b.Hash, "0x0"}, {"eth_getUncleByBlockNumberAndIndex", "0x1", "0x0"}, {"eth_getUncleCountByBlockHash", common.Hash{1}}} {
		if got := get[any](t, f, call[0].(string), call[1:]...); got != nil && got != "0x" {
			t.Error(call, got)
		}
	}
	if got := get[hexutil.Uint](t, f, "eth_getUncleCountByBlockHash", b.Hash); got != 0 {
		t.Error(got)
	}
	if bad := get[[]any](t, f, "debug_getBadBlocks"); bad == nil || len(bad) != 0 {
		t.Error(bad)
	}
	refuse(t, f, codeInvalidParams, "invalid argument 1: json: cannot unmarshal hex number with leading zero digits into Go value of type hexutil.Uint", "eth_getRawTransactionByBlockHashAndIndex", b.Hash, "0x00")
}

// catchingUp is a node that is behind its chain until done is closed.
type catchingUp struct{ done chan struct{} }

func (c catchingUp) Syncing() (*Sync, error) {
	select {
	case <-c.done:
		return nil, nil
	default:
		return &Sync{Starting: 1, Current: 2, Highest: 3}, nil
	}
}

// TestEverySubscription wants a notification of each kind that there is.
func TestEverySubscription(t *testing.T) {
	f := start(t, nil)
	behind := catchingUp{make(chan struct{})}
	f.server.api.back.Sync = behind
	if got := get[syncProgress](t, f, "eth_syncing"); got.CurrentBlock != 2 {
		t.Error(got)
	}
	tx := sign(&types.LegacyTx{Nonce: 6, GasPrice: big.NewInt(testBaseFee), Gas: 21000, To: &testToken})
	params := map[string][]any{
		"traceChain": {"0x0", "0x3", map[string]any{"tracer": "noopTracer"}},
		"newHeads":   nil, "logs": {map[string]any{"address": testToken}}, "newPendingTransactions": {true}, "transactionReceipts": {map[string]any{"transactionHashes": []common.Hash{tx.Hash()}}}, "syncing": nil,
	}
	wants := map[string]string{
		"traceChain": "error:method handler crashed", // the fake chain replays nothing
		"newHeads":   "number:0x5", "logs": "transactionHash:" + tx.Hash().Hex(), "newPendingTransactions": "hash:" + tx.Hash().Hex(), "transactionReceipts": "transactionHash:" + tx.Hash().Hex(), "syncing": "false",
	}
	got := map[string]chan any{}
	for _, m := range registered() {
		if m.kind == "" {
			continue
		}
		args, known := params[m.kind]
		if !known {
			t.Errorf("no test of %s", m.name)
			continue
		}
		got[m.kind] = make(chan any, 16)
		namespace, _, _ := strings.Cut(m.name, "_")
		sub, err := f.ws.Subscribe(context.Background(), namespace, got[m.kind], append([]any{m.kind}, args...)...)
		if err != nil {
			t.Fatalf("%s: %v", m.name, err)
		}
		defer sub.Unsubscribe()
	}
	if err := f.eth.SendTransaction(context.Background(), tx); err != nil {
		t.Fatal(err)
	}
	close(behind.done)
	b := f.extend([][]byte{raw(tx)}, []*Receipt{receiptOf(tx, transferLog(1))})
	f.fakeChain.heads.Send(b.Header.Number.Uint64())
	for kind, ch := range got {
		select {
		case v := <-ch:
			if text := fmt.Sprint(v); !strings.Contains(text, wants[kind]) {
				t.Errorf("%s: %s, want %s", kind, text, wants[kind])
			}
		case <-time.After(answerTime):
			t.Errorf("%s: nothing came", kind)
		}
	}
	if _, err := f.ws.EthSubscribe(context.Background(), make(chan any), "transactionReceipts", map[string]any{"transactionHashes": make([]common.Hash, receiptHashes+1)}); err == nil {
		t.Error("too many hashes were taken")
	}
	if _, err := f.ws.EthSubscribe(context.Background(), make(chan any), "logs", map[string]any{"topics": []any{nil, nil, nil, nil, nil}}); err == nil {
		t.Error("five topics were taken")
	}
}
