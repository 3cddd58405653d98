package tour

import (
	"context"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/ashlar-labs/ashlar/contracts/artifacts"
	"github.com/ashlar-labs/ashlar/contracts/bindings"
	"github.com/ashlar-labs/ashlar/settlement/bridge"
)

var erc20 = bindings.NewTestERC20()

// send signs and sends a transaction of the user (to = nil creates a contract) and waits for it.
func (t *tour) send(ctx context.Context, on *ethclient.Client, to *common.Address, value *big.Int, data []byte) (*types.Receipt, error) {
	id, err := on.ChainID(ctx)
	if err != nil {
		return nil, err
	}
	mined, err := on.NonceAt(ctx, t.user, nil) // a pool may learn of a block after its receipts can be read
	if err != nil {
		return nil, err
	}
	pending, err := on.PendingNonceAt(ctx, t.user)
	if err != nil {
		return nil, err
	}
	head, err := on.HeaderByNumber(ctx, nil)
	if err != nil {
		return nil, err
	}
	gas, err := on.EstimateGas(ctx, ethereum.CallMsg{From: t.user, To: to, Value: value, Data: data})
	if err != nil {
		return nil, err
	}
	tip := big.NewInt(1)
	tx, err := types.SignNewTx(t.Key, types.LatestSignerForChainID(id), &types.DynamicFeeTx{
		ChainID: id, Nonce: max(mined, pending), GasTipCap: tip, GasFeeCap: new(big.Int).Add(tip, new(big.Int).Lsh(head.BaseFee, 1)), Gas: gas + gas/5, To: to, Value: value, Data: data,
	})
	if err != nil {
		return nil, err
	}
	if err := on.SendTransaction(ctx, tx); err != nil {
		return nil, err
	}
	return t.await(ctx, on, tx.Hash())
}

func (t *tour) await(ctx context.Context, on *ethclient.Client, hash common.Hash) (*types.Receipt, error) {
	r, err := bridge.Mined(ctx, on, hash, 20*time.Millisecond)
	if err != nil {
		return nil, fmt.Errorf("transaction %v: %w", hash, err)
	}
	if r.Status != types.ReceiptStatusSuccessful {
		return r, fmt.Errorf("transaction %v failed", hash)
	}
	return r, nil
}

func (t *tour) mint(ctx context.Context, on *ethclient.Client, token, to common.Address, amount *big.Int) (*types.Receipt, error) {
	return t.send(ctx, on, &token, nil, erc20.PackMint(to, amount))
}

func (t *tour) transferToken(ctx context.Context, on *ethclient.Client, token, to common.Address, amount *big.Int) (*types.Receipt, error) {
	return t.send(ctx, on, &token, nil, erc20.PackTransfer(to, amount))
}

func (t *tour) deployToken(ctx context.Context, on *ethclient.Client) (common.Address, *types.Receipt, error) {
	a, err := artifacts.Get("TestERC20")
	if err != nil {
		return common.Address{}, nil, err
	}
	args := erc20.PackConstructor("Tour Token", "TOUR", 18)
	r, err := t.send(ctx, on, nil, nil, append(common.CopyBytes(a.Bytecode), args...))
	if err != nil {
		return common.Address{}, r, err
	}
	return r.ContractAddress, r, nil
}

// tokens is a balance; zero when the token is not there yet.
func (t *tour) tokens(ctx context.Context, on *ethclient.Client, token, owner common.Address) (*big.Int, error) {
	out, err := on.CallContract(ctx, ethereum.CallMsg{To: &token, Data: erc20.PackBalanceOf(owner)}, nil)
	if err != nil {
		return nil, err
	}
	if len(out) == 0 {
		return new(big.Int), nil
	}
	return erc20.UnpackBalanceOf(out)
}

func (t *tour) expectTokens(ctx context.Context, on *ethclient.Client, token, owner common.Address, want *big.Int) error {
	got, err := t.tokens(ctx, on, token, owner)
	if err != nil {
		return err
	}
	if got.Cmp(want) != 0 {
		return fmt.Errorf("%v has %v units of token %v, want %v", owner, got, token, want)
	}
	return nil
}
