package bridge

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/ashlar-labs/ashlar/contracts/bindings"
	"github.com/ashlar-labs/ashlar/rollup"
)

// Withdraw burns amount of a token (Ether for ETH, otherwise its L2 address) on L2 in favour of an account on L1, which can claim it when the batch is executed.
func (c *Client) Withdraw(ctx context.Context, l2Token, to common.Address, amount *big.Int) (*types.Receipt, error) {
	if l2Token == Ether {
		return c.send(ctx, c.l2(), "withdraw", rollup.L2BaseTokenAddress, amount, bindings.NewL2BaseToken().PackWithdraw(to))
	}
	if err := c.owns(ctx, c.l2(), l2Token, amount); err != nil {
		return nil, err
	}
	return c.send(ctx, c.l2(), "withdraw", rollup.L2AssetRouterAddress, nil, bindings.NewL2AssetRouter().PackWithdraw0(to, l2Token, amount))
}

// L2Token is the L2 address of an L1 token.
func (c *Client) L2Token(ctx context.Context, l1Token common.Address) (common.Address, error) {
	router := bindings.NewL2AssetRouter()
	out, err := c.call(ctx, c.L2, rollup.L2AssetRouterAddress, router.PackL2TokenAddress(l1Token))
	if err != nil {
		return common.Address{}, err
	}
	return router.UnpackL2TokenAddress(out)
}

// Stage of a withdrawal, in order.
type Stage string

// Stages. Only an Executed withdrawal can be finalised.
const (
	Included  Stage = "included"  // in a block on L2
	Sealed    Stage = "sealed"    // in a batch
	Committed Stage = "committed" // the batch's data are on L1
	Proven    Stage = "proven"    // L1 accepted the batch's proof
	Executed  Stage = "executed"  // L1 executed the batch
	Finalized Stage = "finalized" // claimed
)

// Withdrawal is what is known about one message to L1.
type Withdrawal struct {
	Stage        Stage
	Batch        uint64 // 0 until it is sealed
	messageIndex uint64
	txNumber     uint16
	message      []byte
	sender       common.Address
	proof        []common.Hash
}

// l2Receipt is the part of an L2 receipt that ordinary clients do not know.
type l2Receipt struct {
	BatchNumber *hexutil.Uint64 `json:"l1BatchNumber"`
	TxNumber    *hexutil.Uint64 `json:"l1BatchTxIndex"`
	Logs        []*types.Log    `json:"logs"`
	L2ToL1Logs  []struct {
		Sender common.Address `json:"sender"`
	} `json:"l2ToL1Logs"`
}

// ErrNoWithdrawal says that the transaction did not send that many messages to L1.
var ErrNoWithdrawal = errors.New("the transaction has no such withdrawal")

// Status says how far withdrawal number index (from 0) of an L2 transaction is.
func (c *Client) Status(ctx context.Context, l2Tx common.Hash, index int) (*Withdrawal, error) {
	var r *l2Receipt
	if err := c.L2.Client().CallContext(ctx, &r, "eth_getTransactionReceipt", l2Tx); err != nil {
		return nil, err
	}
	if r == nil {
		return nil, fmt.Errorf("L2 transaction %v: %w", l2Tx, ethereum.NotFound)
	}
	w, logIndex, err := r.message(index)
	if err != nil {
		return nil, fmt.Errorf("L2 transaction %v: %w", l2Tx, err)
	}
	if r.BatchNumber == nil || r.TxNumber == nil {
		w.Stage = Included
		return w, nil
	}
	w.Batch, w.txNumber = uint64(*r.BatchNumber), uint16(*r.TxNumber)
	var proof *struct {
		ID    uint64
		Proof []common.Hash
	}
	if err := c.L2.Client().CallContext(ctx, &proof, "zks_getL2ToL1LogProof", l2Tx, logIndex); err != nil {
		return nil, err
	}
	if proof == nil {
		w.Stage = Included
		return w, nil
	}
	w.messageIndex, w.proof = proof.ID, proof.Proof
	return w, c.stage(ctx, w)
}

// message takes message number index out of the receipt; logIndex is its place among the logs to L1.
func (r *l2Receipt) message(index int) (w *Withdrawal, logIndex int, err error) {
	messenger := bindings.NewL1Messenger()
	seen := -1
	for _, log := range r.Logs {
		if log.Address != rollup.L1MessengerAddress || len(log.Topics) != 3 || log.Topics[0] != rollup.L1MessageSentTopic {
			continue
		}
		if seen++; seen < index {
			continue
		}
		e, err := messenger.UnpackL1MessageSentEvent(log)
		if err != nil {
			return nil, 0, err
		}
		w = &Withdrawal{message: e.Message, sender: e.Sender}
		break
	}
	seen = -1
	for i, log := range r.L2ToL1Logs {
		if log.Sender == rollup.L1MessengerAddress {
			if seen++; seen == index && w != nil {
				return w, i, nil
			}
		}
	}
	return nil, 0, ErrNoWithdrawal
}

// stage asks both layers where the batch is.
func (c *Client) stage(ctx context.Context, w *Withdrawal) error {
	var d *struct {
		CommitTxHash  *common.Hash `json:"commitTxHash"`
		ProveTxHash   *common.Hash `json:"proveTxHash"`
		ExecuteTxHash *common.Hash `json:"executeTxHash"`
	}
	if err := c.L2.Client().CallContext(ctx, &d, "zks_getL1BatchDetails", w.Batch); err != nil {
		return err
	}
	w.Stage = Sealed
	switch {
	case d == nil:
		return nil
	case d.ExecuteTxHash != nil:
		w.Stage = Executed
	case d.ProveTxHash != nil:
		w.Stage = Proven
	case d.CommitTxHash != nil:
		w.Stage = Committed
	}
	nullifier := bindings.NewL1Nullifier()
	out, err := c.call(ctx, c.L1, c.at.Nullifier, nullifier.PackIsWithdrawalFinalized(c.l2ID, new(big.Int).SetUint64(w.Batch), new(big.Int).SetUint64(w.messageIndex)))
	if err != nil {
		return err
	}
	done, err := nullifier.UnpackIsWithdrawalFinalized(out)
	if done {
		w.Stage = Finalized
	}
	return err
}

// ErrNotYet says that a withdrawal cannot be finalised now.
var ErrNotYet = errors.New("the withdrawal's batch is not executed on L1 yet")

// Finalize claims an executed withdrawal on L1. Anybody may do that for anybody.
func (c *Client) Finalize(ctx context.Context, l2Tx common.Hash, index int) (*types.Receipt, error) {
	w, err := c.Status(ctx, l2Tx, index)
	if err != nil {
		return nil, err
	}
	if w.Stage != Executed {
		if w.Stage == Finalized {
			return nil, fmt.Errorf("withdrawal %d of %v is finalised already", index, l2Tx)
		}
		return nil, fmt.Errorf("%w: it is %s", ErrNotYet, w.Stage)
	}
	params := bindings.FinalizeL1DepositParams{
		ChainId: c.l2ID, L2BatchNumber: new(big.Int).SetUint64(w.Batch), L2MessageIndex: new(big.Int).SetUint64(w.messageIndex), L2Sender: w.sender,
		L2TxNumberInBatch: w.txNumber, Message: w.message,
	}
	for _, h := range w.proof {
		params.MerkleProof = append(params.MerkleProof, h)
	}
	return c.send(ctx, c.l1(), "finalize", c.at.Nullifier, nil, bindings.NewL1Nullifier().PackFinalizeDeposit(params))
}

func (c *Client) call(ctx context.Context, on *ethclient.Client, to common.Address, data []byte) ([]byte, error) {
	return on.CallContract(ctx, ethereum.CallMsg{To: &to, Data: data}, nil)
}
