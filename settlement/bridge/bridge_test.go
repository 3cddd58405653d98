package bridge_test

import (
	"context"
	"errors"
	"log/slog"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/ashlar-labs/ashlar/contracts/bindings"
	"github.com/ashlar-labs/ashlar/devnet"
	l1node "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/guest/image"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/bridge"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// bench is a network whose data go into call data, and connections to both layers.
type bench struct {
	*testing.T
	net    *devnet.Devnet
	l1, l2 *rpc.Client
}

func newBench(t *testing.T) *bench {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	cfg := devnet.DefaultConfig()
	cfg.Scheme, cfg.BatchAge, cfg.L1Period, cfg.Log = rollup.DACalldata, time.Hour, 0, slog.New(slog.DiscardHandler)
	cfg.Guest = func(ctx context.Context) (*rv64.Program, error) {
		g, err := image.Build(ctx, image.Options{Package: "github.com/ashlar-labs/ashlar/guest/stf"})
		if err != nil {
			return nil, err
		}
		return g.Load()
	}
	net, err := devnet.Start(ctx, cfg)
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- net.Run(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err := errors.Join(<-done, net.Close()); err != nil {
			t.Error(err)
		}
	})
	b := &bench{T: t, net: net}
	for _, dial := range []struct {
		to  **rpc.Client
		url string
	}{{&b.l1, net.L1URL()}, {&b.l2, net.Node.HTTPEndpoint()}} {
		if *dial.to, err = rpc.DialContext(t.Context(), dial.url); err != nil {
			t.Fatal(err)
		}
		t.Cleanup((*dial.to).Close)
	}
	return b
}

// user is a client of development account number i.
func (b *bench) user(i int) *bridge.Client {
	b.Helper()
	c, err := bridge.New(b.Context(), b.l1, b.l2, l1node.Accounts()[i].Key)
	if err != nil {
		b.Fatal(err)
	}
	c.Poll = 20 * time.Millisecond
	return c
}

// deposit moves a token to the user's account on L2 and waits for it.
func (b *bench) deposit(c *bridge.Client, token common.Address, amount *big.Int) *bridge.Deposit {
	b.Helper()
	d, err := c.Deposit(b.Context(), token, c.Address(), amount)
	if err != nil {
		b.Fatal(err)
	}
	r, err := c.WaitL2(b.Context(), d.L2Hash)
	if err != nil || r.Status != types.ReceiptStatusSuccessful {
		b.Fatalf("deposit on L2: %+v, %v", r, err)
	}
	return d
}

// tokens is a balance of a token on a layer.
func (b *bench) tokens(on *rpc.Client, token, owner common.Address) *big.Int {
	b.Helper()
	erc20 := bindings.NewTestERC20()
	out, err := ethclient.NewClient(on).CallContract(b.Context(), ethereum.CallMsg{To: &token, Data: erc20.PackBalanceOf(owner)}, nil)
	if err != nil {
		b.Fatal(err)
	}
	n, err := erc20.UnpackBalanceOf(out)
	if err != nil {
		b.Fatal(err)
	}
	return n
}

// await polls the status of a withdrawal until it has a stage.
func (b *bench) await(c *bridge.Client, hash common.Hash, index int, stage bridge.Stage) *bridge.Withdrawal {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.Context(), 3*time.Minute)
	defer cancel()
	for {
		w, err := c.Status(ctx, hash, index)
		if err != nil {
			b.Fatal(err)
		}
		if w.Stage == stage {
			return w
		}
		select {
		case <-time.After(20 * time.Millisecond):
		case <-ctx.Done():
			b.Fatalf("withdrawal is %s, waited for %s", w.Stage, stage)
		}
	}
}

// mint gives the user test tokens on L1.
func (b *bench) mint(to common.Address, amount *big.Int) {
	b.Helper()
	faucet := l1node.Operators()[l1node.Faucet].Key
	l1 := ethclient.NewClient(b.l1)
	nonce, err := l1.PendingNonceAt(b.Context(), crypto.PubkeyToAddress(faucet.PublicKey))
	if err != nil {
		b.Fatal(err)
	}
	id := new(big.Int).SetUint64(b.net.Genesis.L1ChainID)
	tx, err := types.SignNewTx(faucet, types.LatestSignerForChainID(id), &types.DynamicFeeTx{
		ChainID: id, Nonce: nonce, GasTipCap: big.NewInt(1e9), GasFeeCap: big.NewInt(1e11), Gas: 200_000, To: &b.net.Deployment.TestToken,
		Data: bindings.NewTestERC20().PackMint(to, amount),
	})
	if err == nil {
		err = l1.SendTransaction(b.Context(), tx)
	}
	if err != nil {
		b.Fatal(err)
	}
	if _, err := bridge.Mined(b.Context(), l1, tx.Hash(), time.Millisecond); err != nil {
		b.Fatal(err)
	}
}

var (
	ether    = big.NewInt(1e18)
	receiver = common.HexToAddress("0x00000000000000000000000000000000000b41d6")
)

// TestThereAndBack follows ETH and a token to L2 and back through every stage.
func TestThereAndBack(t *testing.T) {
	b := newBench(t)
	alice, token := b.user(0), b.net.Deployment.TestToken
	if d := b.deposit(alice, bridge.Ether, ether); d.Approval != nil || d.Fee.Sign() <= 0 {
		t.Errorf("deposit of ETH: %+v", d)
	}
	b.mint(alice.Address(), big.NewInt(1000))
	if d := b.deposit(alice, token, big.NewInt(600)); d.Approval == nil {
		t.Error("the first deposit of a token did not approve the router")
	}
	l2Token, err := alice.L2Token(t.Context(), token)
	if err != nil {
		t.Fatal(err)
	}
	if onL1, onL2 := b.tokens(b.l1, token, alice.Address()), b.tokens(b.l2, l2Token, alice.Address()); onL1.Int64() != 400 || onL2.Int64() != 600 {
		t.Fatalf("%v units on L1, %v on L2", onL1, onL2)
	}
	b.refusals(alice, token)
	eth, err := alice.Withdraw(t.Context(), bridge.Ether, receiver, big.NewInt(1e15))
	if err != nil {
		t.Fatal(err)
	}
	units, err := alice.Withdraw(t.Context(), l2Token, receiver, big.NewInt(250))
	if err != nil {
		t.Fatal(err)
	}
	b.notYet(alice, eth.TxHash)
	b.net.Node.SealNow()
	b.await(alice, units.TxHash, 0, bridge.Executed)
	// Anybody may finalise for anybody.
	bob := b.user(1)
	for _, hash := range []common.Hash{eth.TxHash, units.TxHash} {
		if _, err := bob.Finalize(t.Context(), hash, 0); err != nil {
			t.Fatal(err)
		}
		b.await(bob, hash, 0, bridge.Finalized)
		if _, err := bob.Finalize(t.Context(), hash, 0); err == nil || !strings.Contains(err.Error(), "finalised already") {
			t.Errorf("second finalisation: %v", err)
		}
	}
	got, err := alice.L1.BalanceAt(t.Context(), receiver, nil)
	if err != nil || got.Cmp(big.NewInt(1e15)) != 0 {
		t.Errorf("%v wei came back, %v", got, err)
	}
	if got := b.tokens(b.l1, token, receiver); got.Int64() != 250 {
		t.Errorf("%v units came back", got)
	}
}

// refusals are what has to end with a clear error and without a transaction.
func (b *bench) refusals(alice *bridge.Client, token common.Address) {
	b.Helper()
	ctx := b.Context()
	nonce := func() uint64 {
		n, err := alice.L1.PendingNonceAt(ctx, alice.Address())
		if err != nil {
			b.Fatal(err)
		}
		return n
	}
	before := nonce()
	tooMuch := new(big.Int).Lsh(ether, 100)
	if _, err := alice.Deposit(ctx, bridge.Ether, alice.Address(), tooMuch); err == nil || !strings.Contains(err.Error(), "out of funds") {
		b.Errorf("deposit of more ETH than there is: %v", err)
	}
	if _, err := alice.Deposit(ctx, token, alice.Address(), big.NewInt(401)); !errors.Is(err, bridge.ErrToken) || !strings.Contains(err.Error(), "has 400 units") {
		b.Errorf("deposit of more tokens than there are: %v", err)
	}
	for name, address := range map[string]common.Address{"no contract": {0x11}, "a contract that is no token": b.net.Deployment.Bridgehub} {
		if _, err := alice.Deposit(ctx, address, alice.Address(), big.NewInt(1)); !errors.Is(err, bridge.ErrToken) || !strings.Contains(err.Error(), "no ERC-20 on L1") {
			b.Errorf("deposit of %s: %v", name, err)
		}
	}
	if nonce() != before {
		b.Error("a refused deposit sent a transaction")
	}
	if _, err := alice.Withdraw(ctx, token, alice.Address(), big.NewInt(1)); !errors.Is(err, bridge.ErrToken) || !strings.Contains(err.Error(), "no ERC-20 on L2") {
		b.Errorf("withdrawal of a token that is on L1: %v", err)
	}
	if _, err := alice.Withdraw(ctx, bridge.Ether, receiver, tooMuch); err == nil || !strings.Contains(err.Error(), "insufficient funds") {
		b.Errorf("withdrawal of more ETH than there is: %v", err)
	}
	if _, err := alice.Status(ctx, common.Hash{1}, 0); !errors.Is(err, ethereum.NotFound) {
		b.Errorf("status of an unknown transaction: %v", err)
	}
	blind, err := bridge.New(ctx, b.l1, b.l2, nil)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := blind.Withdraw(ctx, bridge.Ether, receiver, ether); !errors.Is(err, bridge.ErrNoKey) {
		b.Errorf("withdrawal without a key: %v", err)
	}
	if _, err := blind.Deposit(ctx, token, receiver, big.NewInt(1)); !errors.Is(err, bridge.ErrNoKey) {
		b.Errorf("deposit without a key: %v", err)
	}
	if _, err := blind.Finalize(ctx, common.Hash{1}, 0); !errors.Is(err, ethereum.NotFound) {
		b.Errorf("finalisation of an unknown transaction: %v", err)
	}
	if _, err := bridge.New(ctx, b.l2, b.l2, nil); err == nil || !strings.Contains(err.Error(), "settles on L1 chain") {
		b.Errorf("the L2 as L1: %v", err)
	}
	if _, err := bridge.New(ctx, b.l1, b.l1, nil); err == nil || !strings.Contains(err.Error(), "does not say where it settles") {
		b.Errorf("the L1 as L2: %v", err)
	}
}

// notYet: a withdrawal that is only in a block cannot be finalised, and there is no second one in its transaction.
func (b *bench) notYet(alice *bridge.Client, hash common.Hash) {
	b.Helper()
	w, err := alice.Status(b.Context(), hash, 0)
	if err != nil || w.Stage != bridge.Included || w.Batch != 0 {
		b.Errorf("new withdrawal: %+v, %v", w, err)
	}
	if _, err := alice.Finalize(b.Context(), hash, 0); !errors.Is(err, bridge.ErrNotYet) {
		b.Errorf("early finalisation: %v", err)
	}
	for _, index := range []int{1, -1} {
		if _, err := alice.Status(b.Context(), hash, index); !errors.Is(err, bridge.ErrNoWithdrawal) {
			b.Errorf("withdrawal %d: %v", index, err)
		}
	}
}
