package rpc

import (
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/rollup"
)

// zksDetails describes batches, blocks and transactions with what happened to them on L1.
type zksDetails struct{ *api }

// GetL1BatchBlockRange is zks_getL1BatchBlockRange: first and last block.
func (z *zksDetails) GetL1BatchBlockRange(batch Number) (*[2]hexutil.Uint64, error) {
	if batch == 0 {
		return &[2]hexutil.Uint64{}, nil
	}
	b, err := z.back.Batches.Batch(uint64(batch))
	if err != nil || b == nil {
		return nil, err
	}
	return &[2]hexutil.Uint64{hexutil.Uint64(b.FirstBlock), hexutil.Uint64(b.LastBlock)}, nil
}

type baseContracts struct {
	Bootloader common.Hash `json:"bootloader"`
	DefaultAA  common.Hash `json:"default_aa"`
}

// l1Details are the fields that batches and blocks share. What has not happened is null.
type l1Details struct {
	RootHash       *common.Hash  `json:"rootHash"`
	Status         string        `json:"status"` // sealed, or verified once executed on L1
	CommitTxHash   *common.Hash  `json:"commitTxHash"`
	CommittedAt    *time.Time    `json:"committedAt"`
	ProveTxHash    *common.Hash  `json:"proveTxHash"`
	ProvenAt       *time.Time    `json:"provenAt"`
	ExecuteTxHash  *common.Hash  `json:"executeTxHash"`
	ExecutedAt     *time.Time    `json:"executedAt"`
	L1GasPrice     uint64        `json:"l1GasPrice"`
	L2FairGasPrice uint64        `json:"l2FairGasPrice"`
	BaseContracts  baseContracts `json:"baseSystemContractsHashes"` // zero: there is neither a bootloader nor a default account
}

func (z *zksDetails) details(b *Batch, h *types.Header) l1Details {
	out := l1Details{Status: "sealed", L1GasPrice: clampUint64(z.back.Fees.L1GasPrice())}
	if h != nil && h.BaseFee != nil {
		out.L2FairGasPrice = clampUint64(h.BaseFee)
	}
	if b == nil {
		return out
	}
	root := b.TreeRoot
	out.RootHash = &root
	out.CommitTxHash, out.CommittedAt = b.Commit.json()
	out.ProveTxHash, out.ProvenAt = b.Prove.json()
	if out.ExecuteTxHash, out.ExecutedAt = b.Execute.json(); out.ExecuteTxHash != nil {
		out.Status = "verified"
	}
	return out
}

func (s *L1Step) json() (*common.Hash, *time.Time) {
	if s.TxHash == (common.Hash{}) {
		return nil, nil
	}
	hash, at := s.TxHash, s.Time.UTC()
	return &hash, &at
}

type batchDetails struct {
	Number    uint64 `json:"number"`
	Timestamp uint64 `json:"timestamp"`
	L1TxCount uint64 `json:"l1TxCount"`
	L2TxCount uint64 `json:"l2TxCount"`
	l1Details
}

// GetL1BatchDetails is zks_getL1BatchDetails.
func (z *zksDetails) GetL1BatchDetails(number Number) (*batchDetails, error) {
	b, err := z.back.Batches.Batch(uint64(number))
	if err != nil || b == nil {
		return nil, err
	}
	last, err := z.back.Chain.Header(b.LastBlock)
	if err != nil {
		return nil, err
	}
	out := &batchDetails{Number: b.Number, Timestamp: b.Output.LastBlockTimestamp, L1TxCount: b.Output.NumL1Txs, L2TxCount: b.Output.NumL2Txs, l1Details: z.details(b, last)}
	return out, nil
}

type blockDetails struct {
	Number          uint64         `json:"number"`
	L1BatchNumber   *uint64        `json:"l1BatchNumber"`
	Timestamp       uint64         `json:"timestamp"`
	L1TxCount       uint64         `json:"l1TxCount"`
	L2TxCount       uint64         `json:"l2TxCount"`
	OperatorAddress common.Address `json:"operatorAddress"`
	ProtocolVersion string         `json:"protocolVersion"`
	l1Details
}

// batchOf is the batch of a block, nil until it is sealed and for the genesis.
func (z *zksDetails) batchOf(block uint64) (*uint64, *Batch, error) {
	n, ok, err := z.back.Batches.BatchOfBlock(block)
	if err != nil || !ok {
		return nil, nil, err
	}
	if n == 0 {
		return &n, nil, nil
	}
	b, err := z.back.Batches.Batch(n)
	if err != nil || b == nil {
		return nil, nil, fmt.Errorf("batch %d: %w", n, orNotFound(err))
	}
	return &n, b, nil
}

// GetBlockDetails is zks_getBlockDetails.
func (z *zksDetails) GetBlockDetails(number Number) (*blockDetails, error) {
	b, err := z.back.Chain.Block(uint64(number))
	if err != nil || b == nil {
		return nil, err
	}
	n, batch, err := z.batchOf(uint64(number))
	if err != nil {
		return nil, err
	}
	out := &blockDetails{
		Number: uint64(number), L1BatchNumber: n, Timestamp: b.Header.Time, OperatorAddress: b.Header.Coinbase, ProtocolVersion: protocolVersion,
		l1Details: z.details(batch, b.Header),
	}
	for _, raw := range b.Txs {
		if raw[0] == rollup.PriorityTxType {
			out.L1TxCount++
		} else if raw[0] != rollup.UpgradeTxType {
			out.L2TxCount++
		}
	}
	return out, nil
}

type txDetails struct {
	IsL1Originated   bool           `json:"isL1Originated"`
	Status           string         `json:"status"` // pending, included, verified or failed
	Fee              *hexutil.Big   `json:"fee"`
	GasPerPubdata    hexutil.Uint64 `json:"gasPerPubdata"`
	InitiatorAddress common.Address `json:"initiatorAddress"`
	ReceivedAt       time.Time      `json:"receivedAt"` // of a transaction in a block: the block's time
	EthCommitTxHash  *common.Hash   `json:"ethCommitTxHash"`
	EthProveTxHash   *common.Hash   `json:"ethProveTxHash"`
	EthExecuteTxHash *common.Hash   `json:"ethExecuteTxHash"`
}

// GetTransactionDetails is zks_getTransactionDetails.
func (z *zksDetails) GetTransactionDetails(hash common.Hash) (*txDetails, error) {
	number, index, ok, err := z.back.Chain.Transaction(hash)
	if err != nil {
		return nil, err
	}
	if !ok {
		tx := z.back.Pool.Get(hash)
		if tx == nil {
			return nil, nil
		}
		from := ethTransaction(tx, z.back.Config.ChainID).from
		return &txDetails{Status: "pending", Fee: new(hexutil.Big), InitiatorAddress: from, ReceivedAt: tx.Time().UTC()}, nil
	}
	receipts, err := z.receiptsOf(number)
	if err != nil || receipts == nil {
		return nil, orNotFound(err)
	}
	_, batch, err := z.batchOf(number)
	if err != nil {
		return nil, err
	}
	r, l1 := receipts.receipts[index], z.details(batch, receipts.header)
	fee := new(uint256.Int)
	if r.EffectiveGasPrice != nil {
		fee.Mul(r.EffectiveGasPrice, uint256.NewInt(r.GasUsed))
	}
	out := &txDetails{
		IsL1Originated: r.Type == rollup.PriorityTxType || r.Type == rollup.UpgradeTxType, Status: "included", Fee: (*hexutil.Big)(fee.ToBig()),
		GasPerPubdata: hexutil.Uint64(gasPerPubdata(receipts.header)), InitiatorAddress: r.From, ReceivedAt: time.Unix(int64(receipts.header.Time), 0).UTC(),
		EthCommitTxHash: l1.CommitTxHash, EthProveTxHash: l1.ProveTxHash, EthExecuteTxHash: l1.ExecuteTxHash,
	}
	if l1.ExecuteTxHash != nil {
		out.Status = "verified"
	}
	if r.Status == types.ReceiptStatusFailed {
		out.Status = "failed"
	}
	return out, nil
}
