package rpc

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
)

// SendRawTransactionSync is eth_sendRawTransactionSync: the receipt, or an error with code 4 and the hash when none came in time (milliseconds).
func (e *ethTransactions) SendRawTransactionSync(ctx context.Context, raw hexutil.Bytes, milliseconds *uint64) (*ReceiptJSON, error) {
	wake, done := e.hub.wait() // before the transaction is sent, so that its block is not missed
	defer done()
	hash, err := e.SendRawTransaction(ctx, raw)
	if err != nil {
		return nil, err
	}
	timeout := e.cfg.SyncTimeout
	if milliseconds != nil && *milliseconds > 0 {
		timeout = e.cfg.SyncMax
		if *milliseconds < uint64(e.cfg.SyncMax/time.Millisecond) {
			timeout = time.Duration(*milliseconds) * time.Millisecond
		}
	}
	limited, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	for {
		if r, err := e.GetTransactionReceipt(hash); err != nil || r != nil {
			return r, err
		}
		select {
		case <-wake:
		case <-limited.Done():
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
			text := fmt.Sprintf("The transaction was added to the transaction pool but wasn't processed in %v", timeout)
			if refused := e.back.Pool.Refused(hash); refused != nil {
				text = fmt.Sprintf("The transaction was left out of blocks: %v", refused)
			}
			return nil, &apiError{code: codeTxSyncTimeout, message: text, data: hash.Hex()}
		}
	}
}

type filledTransaction struct {
	Raw hexutil.Bytes      `json:"raw"`
	Tx  *types.Transaction `json:"tx"`
}

// FillTransaction is eth_fillTransaction: the transaction with nonce, gas and fees, without a signature.
func (e *ethCalls) FillTransaction(ctx context.Context, args CallArgs) (*filledTransaction, error) {
	tx, err := e.filled(ctx, &args)
	if err != nil {
		return nil, err
	}
	raw, err := tx.MarshalBinary()
	return &filledTransaction{raw, tx}, err
}

// filled adds to args what is missing.
func (e *ethCalls) filled(ctx context.Context, args *CallArgs) (*types.Transaction, error) {
	if args.Blobs != nil {
		return nil, errNoBlobs
	}
	next, err := e.back.Fees.NextBlock()
	if err != nil {
		return nil, err
	}
	if err := e.fillFees(args, next.BaseFee.ToBig()); err != nil {
		return nil, err
	}
	if args.Data != nil && args.Input != nil && !bytes.Equal(*args.Data, *args.Input) {
		return nil, errors.New(`both "data" and "input" are set and not equal. Please use "input" to pass transaction call data`)
	}
	if args.BlobHashes != nil && len(args.BlobHashes) == 0 {
		return nil, errors.New("need at least 1 blob for a blob transaction")
	}
	if args.To == nil && args.BlobHashes != nil {
		return nil, errors.New(`missing "to" in blob transaction`)
	}
	if args.To == nil && len(args.data()) == 0 {
		return nil, errors.New(`contract creation without any data provided`)
	}
	if args.To == nil && args.AuthorizationList != nil {
		return nil, errors.New(`authorizationList provided for contract creation, but "to" field is missing`)
	}
	if args.Nonce == nil {
		nonce := hexutil.Uint64(e.back.Pool.Nonce(args.from()))
		args.Nonce = &nonce
	}
	if args.Gas == nil {
		gas, err := e.estimate(ctx, *args, nil, nil, nil)
		if err != nil {
			return nil, err
		}
		args.Gas = &gas
	}
	msg, err := args.message(e.back.Config.ChainID, uint64(*args.Gas))
	if err != nil {
		return nil, err
	}
	return args.transaction(e.back.Config.ChainID, uint64(*args.Nonce), msg), nil
}

// fillFees wants fees that make sense and adds those that are missing: the suggested tip and twice the base fee, as geth does.
func (a *api) fillFees(args *CallArgs, baseFee *big.Int) error {
	if args.BlobFeeCap != nil && args.BlobFeeCap.ToInt().Sign() == 0 {
		return errors.New("maxFeePerBlobGas, if specified, must be non-zero")
	}
	if args.GasPrice != nil && (args.MaxFeePerGas != nil || args.MaxPriorityFeePerGas != nil) {
		return errors.New("both gasPrice and (maxFeePerGas or maxPriorityFeePerGas) specified")
	}
	if args.GasPrice != nil && args.AuthorizationList != nil {
		return errors.New("both gasPrice and authorizationList specified")
	}
	if args.GasPrice != nil {
		if args.GasPrice.ToInt().Sign() == 0 {
			return errors.New("gasPrice must be non-zero after london fork")
		}
		return nil
	}
	if args.MaxPriorityFeePerGas != nil && args.MaxFeePerGas != nil && args.MaxFeePerGas.ToInt().Sign() == 0 {
		return errors.New("maxFeePerGas must be non-zero")
	}
	if args.MaxPriorityFeePerGas == nil {
		args.MaxPriorityFeePerGas = (*hexutil.Big)(a.back.Fees.SuggestTip())
	}
	if args.MaxFeePerGas == nil {
		fee := new(big.Int).Lsh(baseFee, 1)
		args.MaxFeePerGas = (*hexutil.Big)(fee.Add(fee, args.MaxPriorityFeePerGas.ToInt()))
	}
	if args.MaxFeePerGas.ToInt().Cmp(args.MaxPriorityFeePerGas.ToInt()) < 0 {
		return fmt.Errorf("maxFeePerGas (%v) < maxPriorityFeePerGas (%v)", args.MaxFeePerGas, args.MaxPriorityFeePerGas)
	}
	return nil
}

// rawAt is the transaction at a place of a block; null where there is none.
func (e *ethTransactions) rawAt(id BlockID, index hexutil.Uint) (hexutil.Bytes, error) {
	b, err := e.blockAt(id)
	if err != nil || b == nil || uint64(index) >= uint64(len(b.Txs)) {
		return nil, err
	}
	return b.Txs[index], nil
}

// GetRawTransactionByBlockNumberAndIndex is eth_getRawTransactionByBlockNumberAndIndex.
func (e *ethTransactions) GetRawTransactionByBlockNumberAndIndex(n BlockNumber, index hexutil.Uint) (hexutil.Bytes, error) {
	return e.rawAt(byNumber(n), index)
}

// GetRawTransactionByBlockHashAndIndex is eth_getRawTransactionByBlockHashAndIndex.
func (e *ethTransactions) GetRawTransactionByBlockHashAndIndex(hash common.Hash, index hexutil.Uint) (hexutil.Bytes, error) {
	return e.rawAt(byHash(hash), index)
}
