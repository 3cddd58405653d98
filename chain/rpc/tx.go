package rpc

import (
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/rollup"
)

// transaction is a raw transaction decoded: exactly one of eth and op is set.
type transaction struct {
	eth  *types.Transaction
	op   *rollup.CanonicalTx
	hash common.Hash
	from common.Address
}

func decodeTransaction(raw []byte, chainID uint64) (*transaction, error) {
	if len(raw) > 0 && (raw[0] == rollup.PriorityTxType || raw[0] == rollup.UpgradeTxType) {
		op, err := rollup.DecodeCanonicalTx(raw)
		if err != nil {
			return nil, err
		}
		return &transaction{op: op, hash: op.Hash(), from: op.From}, nil
	}
	tx := new(types.Transaction)
	if err := tx.UnmarshalBinary(raw); err != nil {
		return nil, fmt.Errorf("decode transaction: %w", err)
	}
	return ethTransaction(tx, chainID), nil
}

// ethTransaction gives the zero address as the sender of a transaction without a valid signature, as geth does.
func ethTransaction(tx *types.Transaction, chainID uint64) *transaction {
	from, _ := types.Sender(types.LatestSignerForChainID(new(big.Int).SetUint64(chainID)), tx)
	return &transaction{eth: tx, hash: tx.Hash(), from: from}
}

// place is where a transaction stands in the chain.
type place struct {
	header *types.Header
	hash   common.Hash // of the block
	index  int
	batch  *batchPlace // nil until the batch is sealed
}

// Transaction is a transaction as JSON: geth's fields, then those of the SDKs.
type Transaction struct {
	BlockHash         *common.Hash                 `json:"blockHash"`
	BlockNumber       *hexutil.Big                 `json:"blockNumber"`
	BlockTimestamp    *hexutil.Uint64              `json:"blockTimestamp"`
	From              common.Address               `json:"from"`
	Gas               hexutil.Uint64               `json:"gas"`
	GasPrice          *hexutil.Big                 `json:"gasPrice"`
	GasFeeCap         *hexutil.Big                 `json:"maxFeePerGas,omitempty"`
	GasTipCap         *hexutil.Big                 `json:"maxPriorityFeePerGas,omitempty"`
	Hash              common.Hash                  `json:"hash"`
	Input             hexutil.Bytes                `json:"input"`
	Nonce             hexutil.Uint64               `json:"nonce"`
	To                *common.Address              `json:"to"`
	TransactionIndex  *hexutil.Uint64              `json:"transactionIndex"`
	Value             *hexutil.Big                 `json:"value"`
	Type              hexutil.Uint64               `json:"type"`
	Accesses          *types.AccessList            `json:"accessList,omitempty"`
	ChainID           *hexutil.Big                 `json:"chainId,omitempty"`
	AuthorizationList []types.SetCodeAuthorization `json:"authorizationList,omitempty"`
	V                 *hexutil.Big                 `json:"v,omitempty"`
	R                 *hexutil.Big                 `json:"r,omitempty"`
	S                 *hexutil.Big                 `json:"s,omitempty"`
	YParity           *hexutil.Uint64              `json:"yParity,omitempty"`
	L1BatchNumber     *hexutil.Uint64              `json:"l1BatchNumber"`
	L1BatchTxIndex    *hexutil.Uint64              `json:"l1BatchTxIndex"`
	// Of a priority operation.
	GasPerPubdataLimit *hexutil.Uint64 `json:"gasPerPubdataLimit,omitempty"`
	ToMint             *hexutil.Big    `json:"toMint,omitempty"`
	RefundRecipient    *common.Address `json:"refundRecipient,omitempty"`
}

// marshal gives t as JSON; at is nil for a transaction of the pool.
func (t *transaction) marshal(chainID uint64, at *place) *Transaction {
	out := t.marshalEth(at)
	if t.op != nil {
		out = t.marshalOp(chainID)
	}
	out.From, out.Hash = t.from, t.hash
	if at != nil {
		index, number, time := hexutil.Uint64(at.index), at.header.Number.Uint64(), hexutil.Uint64(at.header.Time)
		out.BlockHash, out.BlockNumber, out.BlockTimestamp = &at.hash, (*hexutil.Big)(new(big.Int).SetUint64(number)), &time
		out.TransactionIndex = &index
		out.L1BatchNumber, out.L1BatchTxIndex = at.batch.numbers(at.index)
	}
	return out
}

func (t *transaction) marshalOp(chainID uint64) *Transaction {
	limit, to, refund := hexutil.Uint64(t.op.GasPerPubdataLimit), t.op.To, t.op.RefundRecipient
	return &Transaction{
		Type: hexutil.Uint64(t.op.Type), Gas: hexutil.Uint64(t.op.GasLimit), GasPrice: (*hexutil.Big)(t.op.MaxFeePerGas.ToBig()),
		GasFeeCap: (*hexutil.Big)(t.op.MaxFeePerGas.ToBig()), GasTipCap: (*hexutil.Big)(t.op.MaxPriorityFeePerGas.ToBig()),
		Input: t.op.Data, Nonce: hexutil.Uint64(t.op.Nonce), To: &to, Value: (*hexutil.Big)(t.op.Value.ToBig()),
		ChainID: (*hexutil.Big)(new(big.Int).SetUint64(chainID)), GasPerPubdataLimit: &limit,
		ToMint: (*hexutil.Big)(t.op.ToMint.ToBig()), RefundRecipient: &refund,
		V: new(hexutil.Big), R: new(hexutil.Big), S: new(hexutil.Big), // nobody signed it, but ethers decodes no transaction without a signature
	}
}

func (t *transaction) marshalEth(at *place) *Transaction {
	tx := t.eth
	if tx == nil {
		return nil
	}
	v, r, s := tx.RawSignatureValues()
	out := &Transaction{
		Type: hexutil.Uint64(tx.Type()), Gas: hexutil.Uint64(tx.Gas()), GasPrice: (*hexutil.Big)(tx.GasPrice()), Input: tx.Data(),
		Nonce: hexutil.Uint64(tx.Nonce()), To: tx.To(), Value: (*hexutil.Big)(tx.Value()),
		V: (*hexutil.Big)(v), R: (*hexutil.Big)(r), S: (*hexutil.Big)(s),
	}
	if id := tx.ChainId(); tx.Type() != types.LegacyTxType || id.Sign() != 0 {
		out.ChainID = (*hexutil.Big)(id)
	}
	if tx.Type() == types.LegacyTxType {
		return out
	}
	list, parity := tx.AccessList(), hexutil.Uint64(v.Sign())
	out.Accesses, out.YParity, out.AuthorizationList = &list, &parity, tx.SetCodeAuthorizations()
	if tx.Type() != types.AccessListTxType {
		out.GasFeeCap, out.GasTipCap = (*hexutil.Big)(tx.GasFeeCap()), (*hexutil.Big)(tx.GasTipCap())
		out.GasPrice = out.GasFeeCap
		if at != nil {
			out.GasPrice = (*hexutil.Big)(effectivePrice(tx, at.header.BaseFee))
		}
	}
	return out
}

// effectivePrice is min(tip + base fee, fee cap).
func effectivePrice(tx *types.Transaction, baseFee *big.Int) *big.Int {
	if baseFee == nil {
		return tx.GasFeeCap()
	}
	price := new(big.Int).Add(tx.GasTipCap(), baseFee)
	if price.Cmp(tx.GasFeeCap()) > 0 {
		return tx.GasFeeCap()
	}
	return price
}
