package rpc

import (
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
)

// Log is a log as JSON: geth's fields, then those of the SDKs.
type Log struct {
	Address             common.Address  `json:"address"`
	Topics              []common.Hash   `json:"topics"`
	Data                hexutil.Bytes   `json:"data"`
	BlockNumber         hexutil.Uint64  `json:"blockNumber"`
	TxHash              common.Hash     `json:"transactionHash"`
	TxIndex             hexutil.Uint    `json:"transactionIndex"`
	BlockHash           common.Hash     `json:"blockHash"`
	BlockTimestamp      hexutil.Uint64  `json:"blockTimestamp"`
	Index               hexutil.Uint    `json:"logIndex"`
	Removed             bool            `json:"removed"`
	L1BatchNumber       *hexutil.Uint64 `json:"l1BatchNumber"`
	TransactionLogIndex hexutil.Uint    `json:"transactionLogIndex"`
	LogType             *string         `json:"logType"`
}

// L2ToL1Log is an L2→L1 log as JSON.
type L2ToL1Log struct {
	BlockHash           common.Hash     `json:"blockHash"`
	BlockNumber         hexutil.Uint64  `json:"blockNumber"`
	L1BatchNumber       *hexutil.Uint64 `json:"l1BatchNumber"`
	TxIndexInL1Batch    *hexutil.Uint64 `json:"txIndexInL1Batch"`
	LogIndex            hexutil.Uint    `json:"logIndex"`            // in the block
	TransactionLogIndex hexutil.Uint    `json:"transactionLogIndex"` // in the transaction
	TransactionIndex    hexutil.Uint    `json:"transactionIndex"`
	TransactionHash     common.Hash     `json:"transactionHash"`
	ShardID             hexutil.Uint    `json:"shardId"`
	IsService           bool            `json:"isService"`
	Sender              common.Address  `json:"sender"`
	Key                 common.Hash     `json:"key"`
	Value               common.Hash     `json:"value"`
}

// ReceiptJSON is a receipt as JSON: geth's fields, those of the SDKs, and the pubdata part of the gas.
type ReceiptJSON struct {
	BlockHash         common.Hash     `json:"blockHash"`
	BlockNumber       hexutil.Uint64  `json:"blockNumber"`
	TransactionHash   common.Hash     `json:"transactionHash"`
	TransactionIndex  hexutil.Uint64  `json:"transactionIndex"`
	From              common.Address  `json:"from"`
	To                *common.Address `json:"to"`
	GasUsed           hexutil.Uint64  `json:"gasUsed"`
	CumulativeGasUsed hexutil.Uint64  `json:"cumulativeGasUsed"`
	ContractAddress   *common.Address `json:"contractAddress"`
	Logs              []*Log          `json:"logs"`
	LogsBloom         types.Bloom     `json:"logsBloom"`
	Type              hexutil.Uint    `json:"type"`
	EffectiveGasPrice *hexutil.Big    `json:"effectiveGasPrice"`
	Status            hexutil.Uint64  `json:"status"`
	L1BatchNumber     *hexutil.Uint64 `json:"l1BatchNumber"`
	L1BatchTxIndex    *hexutil.Uint64 `json:"l1BatchTxIndex"`
	L2ToL1Logs        []L2ToL1Log     `json:"l2ToL1Logs"`
	PubdataBytes      hexutil.Uint64  `json:"pubdataBytes"`
	PubdataGas        hexutil.Uint64  `json:"pubdataGas"`
	FailureReason     string          `json:"failureReason,omitempty"`
}

// blockReceipts are the receipts of a block, each with the number of logs of both kinds before it in the block.
type blockReceipts struct {
	header   *types.Header
	hash     common.Hash
	batch    *batchPlace
	receipts []*Receipt
}

// receiptsOf reads the receipts of a block; nil when there is no such block.
func (a *api) receiptsOf(number uint64) (*blockReceipts, error) {
	b, err := a.back.Chain.Block(number)
	if err != nil || b == nil {
		return nil, err
	}
	receipts, err := a.back.Chain.Receipts(number)
	if err != nil {
		return nil, err
	}
	if len(receipts) != len(b.Txs) {
		return nil, fmt.Errorf("block %d has %d transactions and %d receipts", number, len(b.Txs), len(receipts))
	}
	where, err := a.placeOfBlock(number)
	if err != nil {
		return nil, err
	}
	return &blockReceipts{header: b.Header, hash: b.Hash, batch: where, receipts: receipts}, nil
}

func (r *blockReceipts) logsBefore(index int) (logs, toL1 int) {
	for _, receipt := range r.receipts[:index] {
		logs += len(receipt.Logs)
		toL1 += len(receipt.L2ToL1Logs)
	}
	return logs, toL1
}

// logs are the logs of transaction index, the first of which is number first in the block.
func (r *blockReceipts) logs(index, first int) []*Log {
	receipt := r.receipts[index]
	batch, _ := r.batch.numbers(index)
	out := make([]*Log, len(receipt.Logs))
	for i, l := range receipt.Logs {
		topics := l.Topics
		if topics == nil {
			topics = []common.Hash{}
		}
		out[i] = &Log{
			Address: l.Address, Topics: topics, Data: l.Data, BlockNumber: hexutil.Uint64(r.header.Number.Uint64()), TxHash: receipt.TxHash,
			TxIndex: hexutil.Uint(index), BlockHash: r.hash, BlockTimestamp: hexutil.Uint64(r.header.Time), Index: hexutil.Uint(first + i),
			L1BatchNumber: batch, TransactionLogIndex: hexutil.Uint(i),
		}
	}
	return out
}

func (r *blockReceipts) toL1Logs(index, first int) []L2ToL1Log {
	receipt := r.receipts[index]
	batch, number := r.batch.numbers(index)
	out := make([]L2ToL1Log, len(receipt.L2ToL1Logs))
	for i, l := range receipt.L2ToL1Logs {
		out[i] = L2ToL1Log{
			BlockHash: r.hash, BlockNumber: hexutil.Uint64(r.header.Number.Uint64()), L1BatchNumber: batch, TxIndexInL1Batch: number,
			LogIndex: hexutil.Uint(first + i), TransactionLogIndex: hexutil.Uint(i), TransactionIndex: hexutil.Uint(index),
			TransactionHash: receipt.TxHash, IsService: true, Sender: l.Sender, Key: l.Key, Value: l.Value,
		}
	}
	return out
}

func (r *blockReceipts) marshal(index int) *ReceiptJSON {
	receipt := r.receipts[index]
	firstLog, firstToL1 := r.logsBefore(index)
	price := new(big.Int)
	if receipt.EffectiveGasPrice != nil {
		price = receipt.EffectiveGasPrice.ToBig()
	}
	out := &ReceiptJSON{
		BlockHash: r.hash, BlockNumber: hexutil.Uint64(r.header.Number.Uint64()), TransactionHash: receipt.TxHash, TransactionIndex: hexutil.Uint64(index),
		From: receipt.From, To: receipt.To, GasUsed: hexutil.Uint64(receipt.GasUsed), CumulativeGasUsed: hexutil.Uint64(receipt.CumulativeGasUsed),
		Logs: r.logs(index, firstLog), LogsBloom: receipt.Bloom, Type: hexutil.Uint(receipt.Type),
		EffectiveGasPrice: (*hexutil.Big)(price), Status: hexutil.Uint64(receipt.Status), L2ToL1Logs: r.toL1Logs(index, firstToL1),
		PubdataBytes: hexutil.Uint64(receipt.PubdataBytes), PubdataGas: hexutil.Uint64(receipt.PubdataGas), FailureReason: receipt.Failure,
	}
	if created := receipt.ContractAddress; created != (common.Address{}) {
		out.ContractAddress = &created
	}
	out.L1BatchNumber, out.L1BatchTxIndex = r.batch.numbers(index)
	return out
}
