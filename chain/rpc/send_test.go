package rpc

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/txpool"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"
)

func TestSend(t *testing.T) {
	f := start(t, nil)
	tx := sign(&types.DynamicFeeTx{ChainID: big.NewInt(testChainID), Nonce: 77, GasFeeCap: big.NewInt(1e10), Gas: 21000, To: &testToken})
	if err := f.eth.SendTransaction(context.Background(), tx); err != nil {
		t.Fatal(err)
	}
	got, pending, err := f.eth.TransactionByHash(context.Background(), tx.Hash())
	if err != nil || !pending || got.Hash() != tx.Hash() {
		t.Fatal(pending, err)
	}
	waiting := get[map[string]any](t, f, "eth_getTransactionByHash", tx.Hash())
	for _, null := range []string{"blockHash", "blockNumber", "transactionIndex", "l1BatchNumber"} {
		if v, ok := waiting[null]; !ok || v != nil {
			t.Errorf("%s is %v", null, v)
		}
	}
	if s := get[map[string]string](t, f, "txpool_status"); s["pending"] != "0x1" || s["queued"] != "0x0" {
		t.Error(s)
	}
	content := get[map[string]map[string]map[string]Transaction](t, f, "txpool_content")
	if content["pending"][testUser.Hex()]["77"].Hash != tx.Hash() || content["queued"] == nil {
		t.Error(content)
	}
	if from := get[map[string]map[string]Transaction](t, f, "txpool_contentFrom", testUser); from["pending"]["77"].Hash != tx.Hash() {
		t.Error(from)
	}
	inspect := get[map[string]map[string]map[string]string](t, f, "txpool_inspect")
	if got := inspect["pending"][testUser.Hex()]["77"]; got != testToken.Hex()+": 0 wei + 21000 gas × 10000000000 wei" {
		t.Error(got)
	}
	if got := get[transactionStatus](t, f, "ashlar_transactionStatus", tx.Hash()); got.Stage != "pool" {
		t.Error(got)
	}
	f.pool.refused = map[common.Hash]error{tx.Hash(): errors.New("too much pubdata")}
	if got := get[transactionStatus](t, f, "ashlar_transactionStatus", tx.Hash()); got.Refused != "too much pubdata" {
		t.Error(got)
	}
	if got := get[txDetails](t, f, "zks_getTransactionDetails", tx.Hash()); got.Status != "pending" || got.InitiatorAddress != testUser {
		t.Error(got)
	}
}

func TestSendRefuses(t *testing.T) {
	f := start(t, func(c *Config) { c.MaxTxBytes = 1000 })
	blob := types.MustSignNewTx(testKey, types.LatestSignerForChainID(big.NewInt(testChainID)), &types.BlobTx{ChainID: uint256.NewInt(testChainID), To: testToken})
	other := types.MustSignNewTx(testKey, types.LatestSignerForChainID(big.NewInt(1)), &types.DynamicFeeTx{ChainID: big.NewInt(1), To: &testToken})
	unprotected := types.MustSignNewTx(testKey, types.HomesteadSigner{}, &types.LegacyTx{To: &testToken})
	unsigned := types.NewTx(&types.DynamicFeeTx{ChainID: big.NewInt(testChainID), To: &testToken})
	for text, sent := range map[string][]byte{
		"typed transaction too short":                                                                                    {},
		"oversized data: transaction size 1200, limit 1000":                                                              make([]byte, 1200),
		"transaction type not supported: blob transactions (type 0x3) are not accepted on this chain":                    raw(blob),
		"transaction type not supported: EIP-712 transactions (type 0x71) are not accepted on this chain, send type 0x2": {0x71, 0xc0},
		"transaction type not supported: type 0x7f comes from L1 only":                                                   testOp().Raw(),
		"transaction type not supported":                                                                                 {0x09, 0xc0},
		"invalid sender: invalid chain id for signer: have 1 want 271":                                                   raw(other),
		"only replay-protected (EIP-155) transactions allowed over RPC":                                                  raw(unprotected),
		"invalid sender: invalid transaction v, r, s values":                                                             raw(unsigned),
		"rlp: value size exceeds available input length":                                                                 {0x02, 0xf8},
	} {
		refuse(t, f, -32000, text, "eth_sendRawTransaction", hexutil.Encode(sent))
	}
	good := hexutil.Encode(raw(sign(&types.LegacyTx{GasPrice: big.NewInt(1), Gas: 21000, To: &testToken})))
	for _, err := range []error{txpool.ErrUnderpriced, txpool.ErrAlreadyKnown, fmt.Errorf("%w: next nonce 5, tx nonce 0", errors.New("nonce too low"))} {
		f.pool.err = err
		refuse(t, f, -32000, err.Error(), "eth_sendRawTransaction", good)
	}
}
