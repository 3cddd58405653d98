package e2e

import (
	"context"
	"crypto/ecdsa"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"

	l1node "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/settlement/bridge"
)

var (
	gwei  = big.NewInt(1e9)
	ether = big.NewInt(1e18)
)

// user is an account with a connection to L2.
type user struct {
	*ethclient.Client
	t       *testing.T
	key     *ecdsa.PrivateKey
	address common.Address
	chainID *big.Int
}

// newUser connects the development account with this number.
func newUser(t *testing.T, url string, account int) *user {
	t.Helper()
	client := must(ethclient.Dial(url))(t)
	t.Cleanup(client.Close)
	a := l1node.Accounts()[account]
	return &user{Client: client, t: t, key: a.Key, address: a.Address, chainID: must(client.ChainID(t.Context()))(t)}
}

// sign completes a transaction: chain, nonce, prices and a gas limit unless they are given.
func (u *user) sign(tx types.DynamicFeeTx) *types.Transaction {
	u.t.Helper()
	if tx.ChainID == nil {
		tx.ChainID = u.chainID
	}
	if tx.GasFeeCap == nil {
		tx.GasFeeCap = new(big.Int).Mul(big.NewInt(10), gwei)
	}
	if tx.GasTipCap == nil {
		tx.GasTipCap = big.NewInt(1)
	}
	if tx.Gas == 0 {
		tx.Gas = 200_000
	}
	return must(types.SignNewTx(u.key, types.LatestSignerForChainID(tx.ChainID), &tx))(u.t)
}

// nonce is the next one, counting what is in the pool.
func (u *user) nonce() uint64 {
	u.t.Helper()
	return must(u.PendingNonceAt(u.t.Context(), u.address))(u.t)
}

// send sends a transaction that has to be accepted.
func (u *user) send(tx types.DynamicFeeTx) common.Hash {
	u.t.Helper()
	tx.Nonce = u.nonce()
	signed := u.sign(tx)
	if err := u.SendTransaction(u.t.Context(), signed); err != nil {
		u.t.Fatal(err)
	}
	return signed.Hash()
}

// signTransfer is a transfer with a nonce of the caller's.
func (u *user) signTransfer(nonce uint64) *types.Transaction {
	u.t.Helper()
	return u.sign(types.DynamicFeeTx{Nonce: nonce, To: &common.Address{0xa5}, Value: gwei})
}

// transfer sends one gwei to an address that has no code.
func (u *user) transfer() common.Hash {
	u.t.Helper()
	return u.send(types.DynamicFeeTx{To: &common.Address{0xa5}, Value: gwei})
}

// receipt waits for it.
func (u *user) receipt(hash common.Hash) *types.Receipt {
	u.t.Helper()
	var r *types.Receipt
	await(u.t, "the receipt of "+hash.Hex(), func() (ok bool) {
		var err error
		r, err = u.TransactionReceipt(u.t.Context(), hash)
		return err == nil
	})
	return r
}

// bridge is the user's client of both layers.
func (u *user) bridge(l1 *rpc.Client) *bridge.Client {
	u.t.Helper()
	return must(bridge.New(u.t.Context(), l1, u.Client.Client(), u.key))(u.t)
}

// call makes a JSON-RPC call that has to succeed.
func call[T any](t *testing.T, on *rpc.Client, method string, args ...any) T {
	t.Helper()
	var out T
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	if err := on.CallContext(ctx, &out, method, args...); err != nil {
		t.Fatalf("%s: %v", method, err)
	}
	return out
}
