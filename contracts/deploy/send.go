package deploy

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/rollup"
)

// step is a transaction of the deployment.
type step struct {
	label string
	to    common.Address
	data  []byte
	gas   uint64
}

func genesisHash(commitment common.Hash) common.Hash {
	g := rollup.GenesisBatch(commitment)
	return g.Hash()
}

// drain waits until nothing of an earlier run is pending, so that nonces and questions are about the same state.
func (r *run) drain(ctx context.Context) error {
	return r.await(ctx, "transactions of an earlier run", func() (bool, error) {
		pending, err := r.l1.PendingNonceAt(ctx, r.cfg.Deployer)
		if err != nil {
			return false, err
		}
		mined, err := r.l1.NonceAt(ctx, r.cfg.Deployer, nil)
		return pending == mined, err
	})
}

// await asks until it is so.
func (r *run) await(ctx context.Context, what string, so func() (bool, error)) error {
	ctx, cancel := context.WithTimeout(ctx, r.options.Timeout)
	defer cancel()
	for {
		ok, err := so()
		if err != nil || ok {
			return err
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("deploy: %s: not mined: %w", what, ctx.Err())
		case <-time.After(r.options.Poll):
		}
	}
}

// maxInFlight bounds what is sent before waiting: pools take 16 transactions of an account at least.
const maxInFlight = 16

// sendAll sends the transactions with consecutive nonces and waits for them.
func (r *run) sendAll(ctx context.Context, steps []step) error {
	for len(steps) > 0 {
		n := min(len(steps), maxInFlight)
		if err := r.sendSome(ctx, steps[:n]); err != nil {
			return err
		}
		steps = steps[n:]
	}
	return nil
}

func (r *run) sendSome(ctx context.Context, steps []step) error {
	nonce, err := r.l1.NonceAt(ctx, r.cfg.Deployer, nil)
	if err != nil {
		return fmt.Errorf("deploy: nonce: %w", err)
	}
	tip, feeCap, err := r.price(ctx)
	if err != nil {
		return err
	}
	id := word(r.cfg.L1ChainID)
	signer := types.LatestSignerForChainID(id)
	hashes := make([]common.Hash, len(steps))
	for i, s := range steps {
		tx, err := types.SignNewTx(r.key, signer, &types.DynamicFeeTx{
			ChainID: id, Nonce: nonce + uint64(i), GasTipCap: tip, GasFeeCap: feeCap, Gas: s.gas, To: &s.to, Data: s.data,
		})
		if err != nil {
			return fmt.Errorf("deploy: %s: sign: %w", s.label, err)
		}
		if err := r.l1.SendTransaction(ctx, tx); err != nil && !strings.Contains(err.Error(), "already known") {
			return fmt.Errorf("deploy: %s: send: %w", s.label, err)
		}
		hashes[i] = tx.Hash()
	}
	var last uint64
	for i, s := range steps {
		mined, err := r.receipt(ctx, &s, hashes[i])
		if err != nil {
			return err
		}
		last = max(last, mined)
		r.finished(s.label, false)
	}
	if err := r.state.write(r.options.StateFile); err != nil {
		return err
	}
	return r.reach(ctx, last)
}

// reach waits until the newest state that L1 answers from is that of a block or a later one. A node shows a receipt a moment before it moves its head, and of
// several nodes behind one address the next to be asked may be behind: without the wait a question after a receipt is answered from before it.
func (r *run) reach(ctx context.Context, block uint64) error {
	return r.await(ctx, fmt.Sprintf("block %d as head of L1", block), func() (bool, error) {
		head, err := r.l1.HeaderByNumber(ctx, nil)
		if err != nil {
			return false, fmt.Errorf("deploy: head: %w", err)
		}
		return head.Number.Uint64() >= block, nil
	})
}

func (r *run) price(ctx context.Context) (tip, feeCap *big.Int, err error) {
	if tip, err = r.l1.SuggestGasTipCap(ctx); err != nil {
		return nil, nil, fmt.Errorf("deploy: tip: %w", err)
	}
	head, err := r.l1.HeaderByNumber(ctx, nil)
	if err != nil {
		return nil, nil, fmt.Errorf("deploy: head: %w", err)
	}
	return tip, new(big.Int).Add(tip, new(big.Int).Lsh(head.BaseFee, 1)), nil
}

// receipt waits for a transaction that has to succeed and returns the block that it is in.
func (r *run) receipt(ctx context.Context, s *step, hash common.Hash) (uint64, error) {
	var receipt *types.Receipt
	err := r.await(ctx, s.label, func() (_ bool, err error) {
		receipt, err = r.l1.TransactionReceipt(ctx, hash)
		if errors.Is(err, ethereum.NotFound) || (err != nil && strings.Contains(err.Error(), "indexing")) {
			return false, nil
		}
		return err == nil, err
	})
	if err != nil {
		return 0, fmt.Errorf("deploy: %s: %w", s.label, err)
	}
	if receipt.Status == types.ReceiptStatusSuccessful {
		return receipt.BlockNumber.Uint64(), nil
	}
	_, why := r.l1.CallContract(ctx, ethereum.CallMsg{From: r.cfg.Deployer, To: &s.to, Data: s.data, Gas: s.gas}, receipt.BlockNumber)
	return 0, fmt.Errorf("deploy: %s: transaction %v failed after %d gas of %d: %w", s.label, hash, receipt.GasUsed, s.gas, errors.Join(errFailed, why))
}

// errFailed marks a step that L1 refused; calling again gives L1's reason beside it where there is one.
var errFailed = errors.New("L1 refused the step")
