package e2e

import (
	"crypto/ecdsa"
	"errors"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/rollup"
)

// refused sends what has to be refused and compares the reason.
func (u *user) refused(raw []byte, reason string) {
	u.t.Helper()
	var hash common.Hash
	err := u.Client.Client().CallContext(u.t.Context(), &hash, "eth_sendRawTransaction", hexutil.Bytes(raw))
	if err == nil {
		u.t.Fatal("accepted")
	}
	if !strings.Contains(err.Error(), reason) {
		u.t.Errorf("refused with %q, want %q", err, reason)
	}
	u.works()
}

// works makes sure that the node takes and executes transactions.
func (u *user) works() {
	u.t.Helper()
	if r := u.receipt(u.transfer()); r.Status != types.ReceiptStatusSuccessful {
		u.t.Fatal("a transfer failed")
	}
}

func encode(t *testing.T, tx *types.Transaction) []byte { return must(tx.MarshalBinary())(t) }

// as is the user within a subtest.
func (u *user) as(t *testing.T) *user {
	v := *u
	v.t = t
	return &v
}

// Every refusal has a reason, and the node goes on.
func TestRefusedTransactions(t *testing.T) {
	t.Parallel()
	u := newUser(t, startDevnet(t, nil).Node.HTTPEndpoint(), 1)
	u.works()
	poor := must(crypto.GenerateKey())(t)
	for name, c := range map[string]struct {
		tx     types.DynamicFeeTx
		key    *ecdsa.PrivateKey
		behind uint64 // the next nonce
		reason string
	}{
		"wrong chain id":      {tx: types.DynamicFeeTx{ChainID: big.NewInt(1)}, reason: "invalid chain id for signer: have 1 want 271"},
		"underpriced":         {tx: types.DynamicFeeTx{GasFeeCap: big.NewInt(1)}, reason: "underpriced: max fee per gas 1 wei, this chain's minimum base fee is"},
		"tip above fee cap":   {tx: types.DynamicFeeTx{GasTipCap: ether}, reason: "max priority fee per gas higher than max fee per gas"},
		"nonce too low":       {behind: 1, reason: "nonce too low"},
		"oversized":           {tx: types.DynamicFeeTx{Data: make([]byte, 128<<10), Gas: 30_000_000}, reason: "oversized data: transaction size"},
		"intrinsic gas":       {tx: types.DynamicFeeTx{Gas: 20_000}, reason: "intrinsic gas too low"},
		"insufficient funds":  {key: poor, reason: "insufficient funds for gas * price + value"},
		"more than the block": {tx: types.DynamicFeeTx{Gas: 100_000_001}, reason: "exceeds block gas limit"},
	} {
		t.Run(name, func(t *testing.T) {
			sender := *u.as(t)
			if c.key != nil {
				sender.key, sender.address = c.key, crypto.PubkeyToAddress(c.key.PublicKey)
			}
			c.tx.To, c.tx.Nonce = &common.Address{0xa5}, sender.nonce()-c.behind
			u.as(t).refused(encode(t, sender.sign(c.tx)), c.reason)
		})
	}
	for name, c := range map[string]struct {
		raw    []byte
		reason string
	}{
		"blob transaction":    {blobTx(t, u), "blob transactions (type 0x3) are not accepted on this chain"},
		"priority operation":  {append([]byte{rollup.PriorityTxType}, make([]byte, 64)...), "comes from L1 only"},
		"nothing":             {nil, "typed transaction too short"},
		"truncated":           {encode(t, u.signTransfer(7))[:40], "rlp"},
		"trailing bytes":      {append(encode(t, u.signTransfer(7)), 0), "rlp"},
		"unknown type":        {[]byte{0x70, 0xc0}, "transaction type not supported"},
		"list without fields": {[]byte{2, 0xc0}, "rlp"},
	} {
		t.Run(name, func(t *testing.T) { u.as(t).refused(c.raw, c.reason) })
	}
	t.Run("replacement", func(t *testing.T) { u.as(t).replacement() })
	t.Run("nonce gap", func(t *testing.T) { u.as(t).nonceGap() })
}

func blobTx(t *testing.T, u *user) []byte {
	t.Helper()
	return encode(t, must(types.SignNewTx(u.key, types.LatestSignerForChainID(u.chainID), &types.BlobTx{
		ChainID: uint256.MustFromBig(u.chainID), GasFeeCap: uint256.NewInt(1e10), Gas: 21000, BlobFeeCap: uint256.NewInt(1), BlobHashes: []common.Hash{{1}},
	}))(t))
}

// nonceGap sends what has to wait, and then what it waits for.
func (u *user) nonceGap() {
	u.t.Helper()
	first := u.nonce()
	later := []*types.Transaction{u.signTransfer(first + 2), u.signTransfer(first + 1)}
	for _, tx := range later {
		if err := u.SendTransaction(u.t.Context(), tx); err != nil {
			u.t.Fatal(err)
		}
	}
	if pool := call[map[string]hexutil.Uint](u.t, u.Client.Client(), "txpool_status"); pool["queued"] != 2 {
		u.t.Errorf("pool holds %v, want 2 queued", pool)
	}
	for _, tx := range later {
		if _, pending, err := u.TransactionByHash(u.t.Context(), tx.Hash()); err != nil || !pending {
			u.t.Errorf("pending %v, %v", pending, err)
		}
	}
	last := u.receipt(u.transfer())
	for _, tx := range later {
		if r := u.receipt(tx.Hash()); r.Status != types.ReceiptStatusSuccessful || r.BlockNumber.Cmp(last.BlockNumber) < 0 {
			u.t.Errorf("nonce %d in block %v, the gap was filled in block %v", tx.Nonce(), r.BlockNumber, last.BlockNumber)
		}
	}
}

// replacement needs a higher price.
func (u *user) replacement() {
	u.t.Helper()
	waiting := u.nonce() + 1
	if err := u.SendTransaction(u.t.Context(), u.signTransfer(waiting)); err != nil {
		u.t.Fatal(err)
	}
	other := types.DynamicFeeTx{Nonce: waiting, To: &common.Address{0xa6}}
	if err := u.SendTransaction(u.t.Context(), u.sign(other)); err == nil || !strings.Contains(err.Error(), "replacement transaction underpriced") {
		u.t.Errorf("the same price: %v", err)
	}
	other.GasFeeCap, other.GasTipCap = new(big.Int).Mul(big.NewInt(20), gwei), gwei
	dearer := u.sign(other)
	if err := u.SendTransaction(u.t.Context(), dearer); err != nil {
		u.t.Fatal(err)
	}
	u.works()
	u.receipt(dearer.Hash())
}

// A transaction whose gas does not reach for its pubdata is included without effect, and both its receipt and a simulation say why.
func TestPubdataOutOfGas(t *testing.T) {
	t.Parallel()
	u := newUser(t, startDevnet(t, nil).Node.HTTPEndpoint(), 2)
	var code []byte // writes 50 slots and leaves no contract
	for slot := range byte(50) {
		code = append(code, 0x60, 1, 0x60, slot+1, 0x55) // PUSH1 1 PUSH1 slot SSTORE
	}
	good := u.fullReceipt(u.send(types.DynamicFeeTx{Data: code, Gas: 5_000_000}))
	if good.Status != 1 || good.PubdataBytes == 0 || good.PubdataGas < 100 {
		t.Fatalf("%+v", good)
	}
	gas := uint64(good.GasUsed - good.PubdataGas/2)
	bad := u.fullReceipt(u.send(types.DynamicFeeTx{Data: code, Gas: gas}))
	if bad.Status != 0 || bad.FailureReason != "out of gas: pubdata" || uint64(bad.GasUsed) != gas {
		t.Errorf("with %d gas: %+v", gas, bad)
	}
	_, err := u.CallContract(t.Context(), ethereum.CallMsg{From: u.address, Gas: gas, Data: code}, nil)
	if err == nil || !strings.Contains(err.Error(), "out of gas: pubdata") {
		t.Errorf("a call with %d gas: %v", gas, err)
	}
	u.works()
}

// receiptParts are what the receipt says besides go-ethereum's fields.
type receiptParts struct {
	Status, GasUsed, PubdataGas, PubdataBytes hexutil.Uint64
	FailureReason                             string
}

func (u *user) fullReceipt(hash common.Hash) receiptParts {
	u.t.Helper()
	u.receipt(hash)
	return call[receiptParts](u.t, u.Client.Client(), "eth_getTransactionReceipt", hash)
}

func TestRefusedCalls(t *testing.T) {
	t.Parallel()
	u := newUser(t, startDevnet(t, nil).Node.HTTPEndpoint(), 3)
	for _, c := range []struct {
		method string
		args   []any
		code   int
		reason string
	}{
		{"eth_noSuchMethod", nil, -32601, "does not exist"},
		{"debug_setHead", []any{"0x1"}, -32601, "does not exist"},
		{"eth_getBalance", []any{"nobody", "latest"}, -32602, "invalid argument 0"},
		{"eth_getBalance", nil, -32602, "missing value for required argument 0"},
		{"eth_getBalance", []any{u.address, "0xffffff"}, -32000, "not found"},
		{"eth_getBlockByNumber", []any{"soon", true}, -32602, "invalid argument 0"},
		{"eth_call", []any{map[string]any{"data": "0xfe"}, "latest"}, -32000, "invalid opcode"},
	} {
		var out any
		err := u.Client.Client().CallContext(t.Context(), &out, c.method, c.args...)
		var answer rpc.Error
		if !errors.As(err, &answer) || answer.ErrorCode() != c.code || !strings.Contains(err.Error(), c.reason) {
			t.Errorf("%s %v: %v, want code %d and %q", c.method, c.args, err, c.code, c.reason)
		}
		u.works()
	}
}
