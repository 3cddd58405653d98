package bridge

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"
)

// Ether stands for ETH where a token address is expected.
var Ether = common.HexToAddress("0x01")

// gasPerPubdataLimit is what the SDKs ask for and the contracts expect.
const gasPerPubdataLimit = 800

// Client acts for one user on both layers.
type Client struct {
	L1, L2 *ethclient.Client
	Poll   time.Duration // between looks for receipts
	key    *ecdsa.PrivateKey
	l1ID   *big.Int
	l2ID   *big.Int
	at     addresses
}

type addresses struct {
	Bridgehub common.Address
	Router    common.Address `json:"l1SharedDefaultBridge"`
	Nullifier common.Address `json:"l1Nullifier"`
	Vault     common.Address `json:"l1NativeTokenVault"`
}

// New asks the L2 endpoint where the bridge is. The key may be nil for a client that only looks.
func New(ctx context.Context, l1, l2 *rpc.Client, key *ecdsa.PrivateKey) (*Client, error) {
	c := &Client{L1: ethclient.NewClient(l1), L2: ethclient.NewClient(l2), Poll: 200 * time.Millisecond, key: key}
	var err error
	if c.l1ID, err = c.L1.ChainID(ctx); err != nil {
		return nil, fmt.Errorf("L1 chain id: %w", err)
	}
	if c.l2ID, err = c.L2.ChainID(ctx); err != nil {
		return nil, fmt.Errorf("L2 chain id: %w", err)
	}
	var settlesOn hexutil.Uint64
	if err := l2.CallContext(ctx, &settlesOn, "zks_L1ChainId"); err != nil {
		return nil, fmt.Errorf("the L2 endpoint does not say where it settles: %w", err)
	}
	if c.l1ID.Cmp(new(big.Int).SetUint64(uint64(settlesOn))) != 0 {
		return nil, fmt.Errorf("chain %v settles on L1 chain %d, but the L1 endpoint is chain %v", c.l2ID, settlesOn, c.l1ID)
	}
	if err := l2.CallContext(ctx, &c.at, "zks_getBridgeContracts"); err != nil {
		return nil, err
	}
	if err := l2.CallContext(ctx, &c.at.Bridgehub, "zks_getBridgehubContract"); err != nil {
		return nil, err
	}
	return c, nil
}

// Address is the user's.
func (c *Client) Address() common.Address { return crypto.PubkeyToAddress(c.key.PublicKey) }

// layer is one of the two chains.
type layer struct {
	name   string
	client *ethclient.Client
	id     *big.Int
}

func (c *Client) l1() layer { return layer{"L1", c.L1, c.l1ID} }
func (c *Client) l2() layer { return layer{"L2", c.L2, c.l2ID} }

// ErrNoKey refuses to send without a key.
var ErrNoKey = errors.New("a private key is needed to send transactions")

// send signs a transaction for a layer, sends it and waits until it is in a block. A failed one is an error, with the receipt.
func (c *Client) send(ctx context.Context, on layer, what string, to common.Address, value *big.Int, data []byte) (*types.Receipt, error) {
	if c.key == nil {
		return nil, ErrNoKey
	}
	nonce, err := c.nonce(ctx, on)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", what, err)
	}
	tx, err := c.sign(ctx, on, nonce, &to, value, data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", what, err)
	}
	if err := on.client.SendTransaction(ctx, tx); err != nil {
		return nil, fmt.Errorf("%s: send: %w", what, err)
	}
	receipt, err := c.wait(ctx, on.client, tx.Hash())
	if err != nil {
		return nil, fmt.Errorf("%s: %s transaction %v: %w", what, on.name, tx.Hash(), err)
	}
	if receipt.Status != types.ReceiptStatusSuccessful {
		return receipt, fmt.Errorf("%s: %s transaction %v failed", what, on.name, tx.Hash())
	}
	return receipt, nil
}

// nonce is the user's next one. A node's pool learns of a new block after its receipts can be read, so what the state says counts, too.
func (c *Client) nonce(ctx context.Context, on layer) (uint64, error) {
	mined, err := on.client.NonceAt(ctx, c.Address(), nil)
	if err != nil {
		return 0, err
	}
	pending, err := on.client.PendingNonceAt(ctx, c.Address())
	return max(mined, pending), err
}

// sign fills in prices and gas limit. A call that would fail says why here.
func (c *Client) sign(ctx context.Context, on layer, nonce uint64, to *common.Address, value *big.Int, data []byte) (*types.Transaction, error) {
	from := c.Address()
	head, err := on.client.HeaderByNumber(ctx, nil)
	if err != nil {
		return nil, err
	}
	tip, err := on.client.SuggestGasTipCap(ctx)
	if err != nil {
		return nil, err
	}
	cap := new(big.Int).Add(tip, new(big.Int).Mul(head.BaseFee, big.NewInt(2)))
	gas, err := on.client.EstimateGas(ctx, ethereum.CallMsg{From: from, To: to, Value: value, Data: data})
	if err != nil {
		return nil, err
	}
	return types.SignNewTx(c.key, types.LatestSignerForChainID(on.id), &types.DynamicFeeTx{
		ChainID: on.id, Nonce: nonce, GasTipCap: tip, GasFeeCap: cap, Gas: gas + gas/5, To: to, Value: value, Data: data,
	})
}

// wait returns the receipt of a transaction when there is one.
func (c *Client) wait(ctx context.Context, client *ethclient.Client, hash common.Hash) (*types.Receipt, error) {
	return Mined(ctx, client, hash, c.Poll)
}

// Chain is what [Mined] asks; an [ethclient.Client] is one.
type Chain interface {
	TransactionReceipt(ctx context.Context, hash common.Hash) (*types.Receipt, error)
	HeaderByNumber(ctx context.Context, number *big.Int) (*types.Header, error)
}

// Mined waits until a transaction is in a block and the state that questions are answered from has it, and returns its receipt; it asks once a poll. A node shows a receipt a moment before it moves its head, and of several nodes
// behind one address the next to be asked may be behind: a balance that is read right after the receipt is one from before it.
func Mined(ctx context.Context, on Chain, hash common.Hash, poll time.Duration) (*types.Receipt, error) {
	ticker := time.NewTicker(poll)
	defer ticker.Stop()
	for {
		receipt, err := on.TransactionReceipt(ctx, hash)
		if err == nil {
			var head *types.Header
			if head, err = on.HeaderByNumber(ctx, nil); err == nil && head.Number.Cmp(receipt.BlockNumber) >= 0 {
				return receipt, nil
			}
		}
		// A node that has just started says that it is still indexing; anything else but "not found" may pass as well, and the context ends the wait.
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("no receipt yet (%w)", errors.Join(ctx.Err(), err))
		case <-ticker.C:
		}
	}
}

// WaitL2 waits until an L2 transaction is in a block.
func (c *Client) WaitL2(ctx context.Context, hash common.Hash) (*types.Receipt, error) {
	return c.wait(ctx, c.L2, hash)
}
