package rpc

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/txpool"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/rollup"
)

// ethTransactions finds and takes transactions.
type ethTransactions struct{ *api }

const eip712TxType = 0x71

// GetTransactionByHash is eth_getTransactionByHash: a transaction of a block or of the pool.
func (e *ethTransactions) GetTransactionByHash(hash common.Hash) (*Transaction, error) {
	number, index, ok, err := e.back.Chain.Transaction(hash)
	if err != nil {
		return nil, err
	}
	if ok {
		return e.at(number, index)
	}
	if tx := e.back.Pool.Get(hash); tx != nil {
		return ethTransaction(tx, e.back.Config.ChainID).marshal(e.back.Config.ChainID, nil), nil
	}
	return nil, nil
}

func (e *ethTransactions) at(number uint64, index int) (*Transaction, error) {
	b, err := e.back.Chain.Block(number)
	if err != nil || b == nil || index < 0 || index >= len(b.Txs) {
		return nil, err
	}
	tx, err := decodeTransaction(b.Txs[index], e.back.Config.ChainID)
	if err != nil {
		return nil, err
	}
	where, err := e.placeOfBlock(number)
	if err != nil {
		return nil, err
	}
	return tx.marshal(e.back.Config.ChainID, &place{header: b.Header, hash: b.Hash, index: index, batch: where}), nil
}

func (e *ethTransactions) atIndex(id BlockID, index hexutil.Uint) (*Transaction, error) {
	number, ok, err := e.find(id)
	if err != nil || !ok || isPending(id) {
		return nil, err
	}
	return e.at(number, int(index))
}

// GetTransactionByBlockNumberAndIndex is eth_getTransactionByBlockNumberAndIndex.
func (e *ethTransactions) GetTransactionByBlockNumberAndIndex(n BlockNumber, index hexutil.Uint) (*Transaction, error) {
	return e.atIndex(byNumber(n), index)
}

// GetTransactionByBlockHashAndIndex is eth_getTransactionByBlockHashAndIndex.
func (e *ethTransactions) GetTransactionByBlockHashAndIndex(hash common.Hash, index hexutil.Uint) (*Transaction, error) {
	return e.atIndex(byHash(hash), index)
}

// GetRawTransactionByHash is eth_getRawTransactionByHash.
func (e *ethTransactions) GetRawTransactionByHash(hash common.Hash) (hexutil.Bytes, error) {
	number, index, ok, err := e.back.Chain.Transaction(hash)
	if err != nil {
		return nil, err
	}
	if ok {
		b, err := e.back.Chain.Block(number)
		if err != nil || b == nil || index >= len(b.Txs) {
			return nil, err
		}
		return b.Txs[index], nil
	}
	if tx := e.back.Pool.Get(hash); tx != nil {
		return tx.MarshalBinary()
	}
	return nil, nil
}

// GetTransactionReceipt is eth_getTransactionReceipt.
func (e *ethTransactions) GetTransactionReceipt(hash common.Hash) (*ReceiptJSON, error) {
	number, index, ok, err := e.back.Chain.Transaction(hash)
	if err != nil || !ok {
		return nil, err
	}
	receipts, err := e.receiptsOf(number)
	if err != nil || receipts == nil || index >= len(receipts.receipts) {
		return nil, err
	}
	return receipts.marshal(index), nil
}

// SendRawTransaction is eth_sendRawTransaction.
func (e *ethTransactions) SendRawTransaction(ctx context.Context, raw hexutil.Bytes) (common.Hash, error) {
	tx, err := e.decodeSent(raw)
	if err != nil {
		return common.Hash{}, err
	}
	if err := e.back.Pool.Add(ctx, tx); err != nil {
		return common.Hash{}, err
	}
	return tx.Hash(), nil
}

// decodeSent refuses what no state could make valid; everything else is the pool's decision.
func (e *ethTransactions) decodeSent(raw []byte) (*types.Transaction, error) {
	if len(raw) > e.cfg.MaxTxBytes {
		return nil, fmt.Errorf("%w: transaction size %d, limit %d", txpool.ErrOversizedData, len(raw), e.cfg.MaxTxBytes)
	}
	var first byte
	if len(raw) > 0 {
		first = raw[0]
	}
	switch first {
	case types.BlobTxType:
		return nil, fmt.Errorf("%w: blob transactions (type 0x3) are not accepted on this chain", types.ErrTxTypeNotSupported)
	case eip712TxType:
		return nil, fmt.Errorf("%w: EIP-712 transactions (type 0x71) are not accepted on this chain, send type 0x2", types.ErrTxTypeNotSupported)
	case rollup.PriorityTxType, rollup.UpgradeTxType:
		return nil, fmt.Errorf("%w: type %#x comes from L1 only", types.ErrTxTypeNotSupported, first)
	}
	tx := new(types.Transaction)
	if err := tx.UnmarshalBinary(raw); err != nil {
		return nil, err
	}
	if !tx.Protected() {
		return nil, errors.New("only replay-protected (EIP-155) transactions allowed over RPC")
	}
	if want := new(big.Int).SetUint64(e.back.Config.ChainID); tx.ChainId().Cmp(want) != 0 {
		return nil, fmt.Errorf("%w: %w: have %d want %d", txpool.ErrInvalidSender, types.ErrInvalidChainId, tx.ChainId(), want)
	}
	if _, err := types.Sender(types.LatestSignerForChainID(tx.ChainId()), tx); err != nil {
		return nil, fmt.Errorf("%w: %v", txpool.ErrInvalidSender, err)
	}
	return tx, nil
}
