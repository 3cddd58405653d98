package bridge

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/ashlar-labs/ashlar/contracts/bindings"
	"github.com/ashlar-labs/ashlar/rollup"
)

// Deposit is a deposit that L1 has accepted.
type Deposit struct {
	Approval *types.Receipt // of the token, nil when none was needed
	L1       *types.Receipt
	L2Hash   common.Hash // the priority operation on L2
	Fee      *big.Int    // wei paid on L1 for the work on L2
}

// Deposit moves amount of a token (Ether for ETH) to an account on L2. For other tokens it approves the router first when the allowance is too small.
func (c *Client) Deposit(ctx context.Context, token, to common.Address, amount *big.Int) (*Deposit, error) {
	if token == Ether {
		return c.depositETH(ctx, to, amount)
	}
	return c.depositToken(ctx, token, to, amount)
}

func (c *Client) depositETH(ctx context.Context, to common.Address, amount *big.Int) (*Deposit, error) {
	gas, fee, err := c.l2Cost(ctx, c.Address(), to, amount, nil)
	if err != nil {
		return nil, fmt.Errorf("deposit: %w", err)
	}
	mint := new(big.Int).Add(amount, fee)
	receipt, err := c.send(ctx, c.l1(), "deposit", c.at.Bridgehub, mint, c.directRequest(to, amount, mint, gas))
	if err != nil {
		return nil, err
	}
	return c.accepted(receipt, fee)
}

// DepositETHTo deposits the same amount for several accounts: the transactions are sent one after the other and awaited together.
func (c *Client) DepositETHTo(ctx context.Context, to []common.Address, amount *big.Int) ([]*Deposit, error) {
	if len(to) == 0 {
		return nil, nil
	}
	gas, fee, err := c.l2Cost(ctx, c.Address(), to[0], amount, nil)
	if err != nil {
		return nil, fmt.Errorf("deposit: %w", err)
	}
	mint := new(big.Int).Add(amount, fee)
	nonce, err := c.nonce(ctx, c.l1())
	if err != nil {
		return nil, fmt.Errorf("deposit: %w", err)
	}
	var hashes []common.Hash
	for i, account := range to { // counted here: a pool may not count yet what it has just taken
		tx, err := c.sign(ctx, c.l1(), nonce+uint64(i), &c.at.Bridgehub, mint, c.directRequest(account, amount, mint, gas))
		if err == nil {
			err = c.L1.SendTransaction(ctx, tx)
		}
		if err != nil {
			return nil, fmt.Errorf("deposit to %v: %w", account, err)
		}
		hashes = append(hashes, tx.Hash())
	}
	var out []*Deposit
	for _, hash := range hashes {
		receipt, err := c.wait(ctx, c.L1, hash)
		if err != nil {
			return out, fmt.Errorf("deposit: L1 transaction %v: %w", hash, err)
		}
		d, err := c.accepted(receipt, fee)
		if err != nil {
			return out, err
		}
		out = append(out, d)
	}
	return out, nil
}

func (c *Client) directRequest(to common.Address, amount, mint, gas *big.Int) []byte {
	return bindings.NewBridgehub().PackRequestL2TransactionDirect(bindings.L2TransactionRequestDirect{
		ChainId: c.l2ID, MintValue: mint, L2Contract: to, L2Value: amount, L2GasLimit: gas, L2GasPerPubdataByteLimit: big.NewInt(gasPerPubdataLimit),
		RefundRecipient: c.Address(),
	})
}

func (c *Client) depositToken(ctx context.Context, token, to common.Address, amount *big.Int) (*Deposit, error) {
	if err := c.owns(ctx, c.l1(), token, amount); err != nil {
		return nil, err
	}
	approval, err := c.approve(ctx, token, amount)
	if err != nil {
		return nil, err
	}
	transfer, err := c.transferData(ctx, token, to, amount)
	if err != nil {
		return nil, fmt.Errorf("deposit: %w", err)
	}
	// The call that L1 will request carries the token's name, symbol and decimals besides the transfer: a call of about that size and effect is what is estimated.
	gas, fee, err := c.l2Cost(ctx, rollup.AliasL1Address(c.at.Router), rollup.L2AssetRouterAddress, new(big.Int), make([]byte, 900))
	if err != nil {
		return nil, fmt.Errorf("deposit: %w", err)
	}
	data := bindings.NewBridgehub().PackRequestL2TransactionTwoBridges(bindings.L2TransactionRequestTwoBridgesOuter{
		ChainId: c.l2ID, MintValue: fee, L2Value: new(big.Int), L2GasLimit: gas, L2GasPerPubdataByteLimit: big.NewInt(gasPerPubdataLimit),
		RefundRecipient: c.Address(), SecondBridgeAddress: c.at.Router, SecondBridgeValue: new(big.Int), SecondBridgeCalldata: transfer,
	})
	receipt, err := c.send(ctx, c.l1(), "deposit", c.at.Bridgehub, fee, data)
	if err != nil {
		return nil, err
	}
	d, err := c.accepted(receipt, fee)
	if d != nil {
		d.Approval = approval
	}
	return d, err
}

// ErrToken says that an address is no token that can be sent, or that there is not enough of it.
var ErrToken = errors.New("nothing was sent")

// owns refuses a token that is no ERC-20 on a layer, or of which the account has less than amount.
func (c *Client) owns(ctx context.Context, on layer, token common.Address, amount *big.Int) error {
	if c.key == nil {
		return ErrNoKey
	}
	erc20 := bindings.NewTestERC20()
	out, err := c.call(ctx, on.client, token, erc20.PackBalanceOf(c.Address()))
	if answer := rpc.Error(nil); err != nil && !errors.As(err, &answer) {
		return err
	}
	balance, unpackErr := erc20.UnpackBalanceOf(out)
	switch {
	case err != nil || unpackErr != nil:
		return fmt.Errorf("%v is no ERC-20 on %s: %w", token, on.name, ErrToken)
	case balance.Cmp(amount) < 0:
		return fmt.Errorf("%v has %v units of the token %v on %s, less than %v: %w", c.Address(), balance, token, on.name, amount, ErrToken)
	}
	return nil
}

// approve lets the router take amount of the token, when it may not already.
func (c *Client) approve(ctx context.Context, token common.Address, amount *big.Int) (*types.Receipt, error) {
	erc20 := bindings.NewTestERC20()
	out, err := c.call(ctx, c.L1, token, erc20.PackAllowance(c.Address(), c.at.Router))
	if err != nil {
		return nil, fmt.Errorf("allowance: %w", err)
	}
	if allowed, err := erc20.UnpackAllowance(out); err != nil || allowed.Cmp(amount) >= 0 {
		return nil, err
	}
	return c.send(ctx, c.l1(), "approve", token, nil, erc20.PackApprove(c.at.Router, amount))
}

// transferData is 0x01 ‖ abi.encode(assetId, abi.encode(amount, receiver, token)), what L1AssetRouter takes from Bridgehub.
func (c *Client) transferData(ctx context.Context, token, to common.Address, amount *big.Int) ([]byte, error) {
	vault := bindings.NewL1NativeTokenVault()
	out, err := c.call(ctx, c.L1, c.at.Vault, vault.PackAssetId(token))
	if err != nil {
		return nil, err
	}
	id, err := vault.UnpackAssetId(out)
	if err != nil {
		return nil, err
	}
	if id == ([32]byte{}) { // a token that nobody has bridged yet registers itself
		id = crypto.Keccak256Hash(common.LeftPadBytes(c.l1ID.Bytes(), 32), common.LeftPadBytes(rollup.L2NativeTokenVaultAddress[:], 32), common.LeftPadBytes(token[:], 32))
	}
	inner, err := arguments("uint256", "address", "address").Pack(amount, to, token)
	if err != nil {
		return nil, err
	}
	outer, err := arguments("bytes32", "bytes").Pack(id, inner)
	return append([]byte{1}, outer...), err
}

func arguments(names ...string) abi.Arguments {
	out := make(abi.Arguments, len(names))
	for i, n := range names {
		t, err := abi.NewType(n, "", nil)
		if err != nil {
			panic(fmt.Sprintf("bridge: abi type %s: %v", n, err)) // constant input
		}
		out[i].Type = t
	}
	return out
}

// tokenDepositGas is the least gas of a token deposit: the first one of a token deploys its L2 contract.
const tokenDepositGas = 3_000_000

// l2Cost is the L2 gas limit of an operation and its price on L1 in wei, at twice the present L1 base fee.
func (c *Client) l2Cost(ctx context.Context, from, to common.Address, value *big.Int, data []byte) (gas, fee *big.Int, err error) {
	if data == nil {
		var estimate hexutil.Uint64
		call := map[string]any{
			"from": from, "to": to, "value": (*hexutil.Big)(value), "data": hexutil.Bytes(data), "type": "0x71",
			"eip712Meta": map[string]any{"gasPerPubdata": hexutil.Uint64(gasPerPubdataLimit)},
		}
		if err := c.L2.Client().CallContext(ctx, &estimate, "zks_estimateGasL1ToL2", call); err != nil {
			return nil, nil, err
		}
		gas = new(big.Int).SetUint64(uint64(estimate))
	} else {
		gas = big.NewInt(tokenDepositGas)
	}
	head, err := c.L1.HeaderByNumber(ctx, nil)
	if err != nil {
		return nil, nil, err
	}
	tip, err := c.L1.SuggestGasTipCap(ctx)
	if err != nil {
		return nil, nil, err
	}
	price := new(big.Int).Add(tip, new(big.Int).Mul(head.BaseFee, big.NewInt(2)))
	hub := bindings.NewBridgehub()
	out, err := c.call(ctx, c.L1, c.at.Bridgehub, hub.PackL2TransactionBaseCost(c.l2ID, price, gas, big.NewInt(gasPerPubdataLimit)))
	if err != nil {
		return nil, nil, err
	}
	fee, err = hub.UnpackL2TransactionBaseCost(out)
	return gas, fee, err
}

// accepted finds the priority operation among the receipt's events.
func (c *Client) accepted(receipt *types.Receipt, fee *big.Int) (*Deposit, error) {
	chain := bindings.NewChain()
	for _, log := range receipt.Logs {
		if e, err := chain.UnpackNewPriorityRequestEvent(log); err == nil {
			return &Deposit{L1: receipt, L2Hash: e.TxHash, Fee: fee}, nil
		}
	}
	return nil, fmt.Errorf("deposit: L1 transaction %v requested nothing from L2", receipt.TxHash)
}
