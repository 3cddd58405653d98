package rpc

import (
	"context"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/rollup"
)

func TestBridgeContracts(t *testing.T) {
	f := start(t, nil)
	got := get[map[string]common.Address](t, f, "zks_getBridgeContracts")
	want := map[string]common.Address{
		"l1Erc20DefaultBridge": {3}, "l2Erc20DefaultBridge": rollup.L2AssetRouterAddress, "l1SharedDefaultBridge": {3}, "l2SharedDefaultBridge": rollup.L2AssetRouterAddress,
		"l2LegacySharedBridge": rollup.L2AssetRouterAddress, "l1WethBridge": {}, "l2WethBridge": {}, "l1Nullifier": {4}, "l1NativeTokenVault": {5},
	}
	if !reflect.DeepEqual(got, want) {
		t.Error(got)
	}
}

func TestLogProof(t *testing.T) {
	f := start(t, nil)
	withdrawal := f.receipts[2][1]
	root := rollup.L2LogsRoot(f.batches[0].LogLeaves)
	for index, log := range withdrawal.L2ToL1Logs {
		got := get[logProof](t, f, "zks_getL2ToL1LogProof", withdrawal.TxHash, index, nil)
		log.TxNumberInBatch = 5
		// The last word of the proof is the aggregated root, the first says how to read it: L1 checks the same.
		if got.ID != uint64(1+index) || got.Root != root || !rollup.VerifyLogProof(root, log.Hash(), int(got.ID), got.Proof) {
			t.Errorf("log %d: %+v", index, got)
		}
	}
	first := get[json.RawMessage](t, f, "zks_getL2ToL1LogProof", withdrawal.TxHash)
	if !strings.HasPrefix(string(first), `{"id":1,"proof":["0x010f0001`) {
		t.Error(string(first))
	}
	if op := get[logProof](t, f, "zks_getL2ToL1LogProof", f.receipts[2][0].TxHash, 0); op.ID != 0 || len(op.Proof) != 16 {
		t.Error(op)
	}
	for _, none := range [][]any{{withdrawal.TxHash, 2}, {f.receipts[1][0].TxHash, 0}, {f.receipts[4][0].TxHash, 0}} {
		if got := string(get[json.RawMessage](t, f, "zks_getL2ToL1LogProof", none...)); got != "null" {
			t.Errorf("%v: %s", none, got)
		}
	}
	refuse(t, f, codeUnsupported, "interop proofs (proof_based_gw) are not supported", "zks_getL2ToL1LogProof", withdrawal.TxHash, 0, "proof_based_gw")
	refuse(t, f, codeInvalidParams, "invalid argument 1: invalid number -1", "zks_getL2ToL1LogProof", withdrawal.TxHash, -1)
	f.batches[0].LogLeaves = f.batches[0].LogLeaves[:1]
	refuse(t, f, -32000, "batch 1: log 1 of 1", "zks_getL2ToL1LogProof", withdrawal.TxHash, 0)
}

func TestDetails(t *testing.T) {
	f := start(t, nil)
	batch := get[map[string]any](t, f, "zks_getL1BatchDetails", 1)
	for key, want := range map[string]any{
		"number": 1.0, "timestamp": 1002.0, "l1TxCount": 1.0, "l2TxCount": 5.0, "status": "verified", "rootHash": common.Hash{7}.Hex(), "commitTxHash": common.Hash{0xc1}.Hex(),
		"committedAt": "1970-01-01T01:23:20Z", "proveTxHash": common.Hash{0xb1}.Hex(), "executeTxHash": common.Hash{0xe1}.Hex(), "l1GasPrice": 3e9, "l2FairGasPrice": 1e8,
	} {
		if batch[key] != want {
			t.Errorf("%s is %v, want %v", key, batch[key], want)
		}
	}
	open := get[map[string]any](t, f, "zks_getL1BatchDetails", "0x2")
	if open["status"] != "sealed" || open["commitTxHash"] == nil || open["proveTxHash"] != nil || open["executedAt"] != nil {
		t.Error(open)
	}
	block := get[map[string]any](t, f, "zks_getBlockDetails", 2)
	if block["l1BatchNumber"] != 1.0 || block["l1TxCount"] != 1.0 || block["l2TxCount"] != 1.0 || block["status"] != "verified" || block["operatorAddress"] != "0x00000000000000000000000000000000000000c0" {
		t.Error(block)
	}
	if unsealed := get[map[string]any](t, f, "zks_getBlockDetails", 4); unsealed["l1BatchNumber"] != nil || unsealed["status"] != "sealed" || unsealed["rootHash"] != nil {
		t.Error(unsealed)
	}
	if genesis := get[map[string]any](t, f, "zks_getBlockDetails", 0); genesis["l1BatchNumber"] != 0.0 {
		t.Error(genesis)
	}
	if r := get[[2]string](t, f, "zks_getL1BatchBlockRange", 1); r != [2]string{"0x1", "0x2"} {
		t.Error(r)
	}
	op := get[txDetails](t, f, "zks_getTransactionDetails", testOp().Hash())
	if !op.IsL1Originated || op.Status != "verified" || op.Fee.ToInt().Uint64() != 50_000*testBaseFee || *op.EthExecuteTxHash != (common.Hash{0xe1}) || op.GasPerPubdata != testPubdata {
		t.Errorf("%+v", op)
	}
	if failed := get[txDetails](t, f, "zks_getTransactionDetails", f.receipts[4][0].TxHash); failed.Status != "failed" || failed.EthCommitTxHash != nil {
		t.Errorf("%+v", failed)
	}
	refuse(t, f, codeInvalidParams, `invalid argument 0: invalid number "x"`, "zks_getBlockDetails", "x")
}

func TestRawBlockTransactions(t *testing.T) {
	f := start(t, nil)
	got := get[[]map[string]any](t, f, "zks_getRawBlockTransactions", 2)
	l1 := got[0]["common_data"].(map[string]any)["L1"].(map[string]any)
	l2 := got[1]["common_data"].(map[string]any)["L2"].(map[string]any)
	if l1["serialId"] != 3.0 || l1["canonicalTxHash"] != testOp().Hash().Hex() || l2["transactionType"] != "EIP1559Transaction" || len(l2["signature"].([]any)) != 65 {
		t.Error(got)
	}
	if got[1]["raw_bytes"] != hexutil.Encode(f.blocks[2].Txs[1]) || got[0]["received_timestamp_ms"] != 1_002_000.0 {
		t.Error(got)
	}
	if none := get[[]any](t, f, "zks_getRawBlockTransactions", 99); none == nil || len(none) != 0 {
		t.Error(none)
	}
}

func TestTokens(t *testing.T) {
	f := start(t, nil)
	f.tokens = []Token{{L1Address: common.Address{1}, L2Address: testToken, Name: "Token", Symbol: "TOK", Decimals: 6}, {L2Address: common.Address{9}}}
	f.call = func(_ context.Context, _ *Position, m *CallMsg, _ *tracing.Hooks) (*Receipt, error) {
		if *m.To != testToken {
			return &Receipt{Failure: "execution reverted"}, nil
		}
		return &Receipt{Status: 1, ReturnData: common.LeftPadBytes([]byte{99}, 32)}, nil
	}
	balances := get[map[common.Address]*hexutil.Big](t, f, "zks_getAllAccountBalances", testUser)
	if len(balances) != 2 || balances[rollup.L2BaseTokenAddress].ToInt().Uint64() != 1e18 || balances[testToken].ToInt().Uint64() != 99 {
		t.Error(balances)
	}
	all := get[[]Token](t, f, "zks_getConfirmedTokens", 0, 255)
	if len(all) != 3 || all[0].L1Address != common.HexToAddress("0x1") || all[1] != f.tokens[0] {
		t.Error(all)
	}
	if some := get[[]Token](t, f, "zks_getConfirmedTokens", 1, 1); len(some) != 1 || some[0] != f.tokens[0] {
		t.Error(some)
	}
	if none := get[[]Token](t, f, "zks_getConfirmedTokens", 9); none == nil || len(none) != 0 {
		t.Error(none)
	}
	code := get[[]int](t, f, "zks_getBytecodeByHash", crypto.Keccak256Hash([]byte{0x60, 0}))
	if len(code) != 2 || code[0] != 0x60 {
		t.Error(code)
	}
	version := get[map[string]any](t, f, "zks_getProtocolVersion", nil)
	if version["version_id"] != 1.0 || version["verification_keys_hashes"] == nil || version["l2_system_upgrade_tx_hash"] != nil {
		t.Error(version)
	}
	params := get[feeParams](t, f, "zks_getFeeParams")
	if params.V2.Config.MinimalL2GasPrice != testBaseFee || params.V2.L1GasPrice != 3e9 || params.V2.L1PubdataPrice != testBaseFee*testPubdata || params.V2.ConversionRatio.Denominator != 1 {
		t.Errorf("%+v", params)
	}
}

// TestOriginOfReplicas: the node says what it was given, or that it has no stream.
func TestOriginOfReplicas(t *testing.T) {
	refuse(t, start(t, nil), -32000, "this node has no block stream", "ashlar_chain")
	f := start(t, nil)
	f.server.api.back.Origin = func() any { return map[string]string{"stream": "nats://127.0.0.1:4222"} }
	if got := get[map[string]string](t, f, "ashlar_chain"); got["stream"] != "nats://127.0.0.1:4222" {
		t.Errorf("%v", got)
	}
}

func TestStatus(t *testing.T) {
	f := start(t, nil)
	s := get[status](t, f, "ashlar_status")
	want := map[string]stage{"sealed": {2, 3}, "committed": {2, 3}, "proven": {1, 2}, "executed": {1, 2}}
	if s.ChainID != testChainID || s.Head != 4 || !reflect.DeepEqual(s.Stages, want) || s.Proof != "UNPROVEN" || s.DA != "blobs" || s.GasPerPubdata != testPubdata {
		t.Errorf("%+v", s)
	}
	if b := get[batchJSON](t, f, "ashlar_batch", 1); b.LastBlock != 2 || b.Proof != "UNPROVEN" || b.L2ToL1Logs != 3 || b.GuestCycles != 12345 || *b.ExecuteTxHash != (common.Hash{0xe1}) {
		t.Errorf("%+v", b)
	}
	for offset, want := range map[hexutil.Uint64]int{0: 1 << 20, 1 << 20: 1_500_000 - 1<<20, 1_500_000: 0, 1 << 63: 0} {
		p := get[pubdataJSON](t, f, "ashlar_batchPubdata", 2, offset)
		if p.Batch != 2 || p.Offset != offset || p.Bytes != 1_500_000 || len(p.Data) != want || (want > 0 && p.Data[want-1] != 2) {
			t.Errorf("pubdata from %d: %d bytes of %d, want %d", offset, len(p.Data), p.Bytes, want)
		}
	}
	if p := get[pubdataJSON](t, f, "ashlar_batchPubdata", 0); p.Bytes != 0 || len(p.Data) != 0 { // the genesis publishes nothing
		t.Errorf("%+v", p)
	}
	if newest := get[batchJSON](t, f, "ashlar_batch"); newest.Number != 2 || newest.ProveTxHash != nil {
		t.Errorf("%+v", newest)
	}
	for hash, want := range map[common.Hash]string{f.receipts[2][1].TxHash: "executed", f.receipts[4][0].TxHash: "included", {1}: "unknown"} {
		if got := get[transactionStatus](t, f, "ashlar_transactionStatus", hash); got.Stage != want {
			t.Errorf("%+v", got)
		}
	}
	if got := get[transactionStatus](t, f, "ashlar_transactionStatus", f.receipts[2][1].TxHash); got.FinalizableMessages != 2 || !*got.Ok || *got.Batch != 1 {
		t.Errorf("%+v", got)
	}
	for executed, want := range []string{"committed", "executed"} {
		f.progress = Progress{2, 1, uint64(executed), uint64(executed)}
		if got := get[transactionStatus](t, f, "ashlar_transactionStatus", f.receipts[2][1].TxHash); got.Stage != want {
			t.Errorf("%+v", got)
		}
	}
}
