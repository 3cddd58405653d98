package rpc

import (
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ashlar-labs/ashlar/rollup"
)

// jsonBytes is a byte string as an array of numbers, which is how ZKsync's node writes some of them.
type jsonBytes []byte

// MarshalJSON writes [1,2,3].
func (b jsonBytes) MarshalJSON() ([]byte, error) {
	out := []byte{'['}
	for i, x := range b {
		if i > 0 {
			out = append(out, ',')
		}
		out = fmt.Appendf(out, "%d", x)
	}
	return append(out, ']'), nil
}

type rawTx struct {
	CommonData        map[string]any `json:"common_data"`
	Execute           rawExecute     `json:"execute"`
	ReceivedTimestamp uint64         `json:"received_timestamp_ms"` // of the block
	RawBytes          hexutil.Bytes  `json:"raw_bytes"`
}

type rawExecute struct {
	Calldata        hexutil.Bytes   `json:"calldata"`
	ContractAddress *common.Address `json:"contractAddress"`
	FactoryDeps     []string        `json:"factoryDeps"` // null
	Value           *hexutil.Big    `json:"value"`
}

// GetRawBlockTransactions is zks_getRawBlockTransactions.
func (z *zksDetails) GetRawBlockTransactions(number Number) ([]rawTx, error) {
	b, err := z.back.Chain.Block(uint64(number))
	if err != nil {
		return nil, err
	}
	out := []rawTx{}
	if b == nil {
		return out, nil
	}
	for i, raw := range b.Txs {
		tx, err := decodeTransaction(raw, z.back.Config.ChainID)
		if err != nil {
			return nil, fmt.Errorf("transaction %d: %w", i, err)
		}
		r := rawTx{ReceivedTimestamp: b.Header.Time * 1000, RawBytes: raw}
		if tx.op != nil {
			to := tx.op.To
			r.Execute = rawExecute{Calldata: tx.op.Data, ContractAddress: &to, Value: (*hexutil.Big)(tx.op.Value.ToBig())}
			r.CommonData = rawL1(tx)
		} else {
			r.Execute = rawExecute{Calldata: tx.eth.Data(), ContractAddress: tx.eth.To(), Value: (*hexutil.Big)(tx.eth.Value())}
			r.CommonData = rawL2(tx, raw, gasPerPubdata(b.Header))
		}
		out = append(out, r)
	}
	return out, nil
}

func rawL1(tx *transaction) map[string]any {
	op, price := tx.op, tx.op.MaxFeePerGas.ToBig()
	common := map[string]any{
		"sender": op.From, "maxFeePerGas": (*hexutil.Big)(price), "gasLimit": hexutil.Uint64(op.GasLimit),
		"gasPerPubdataLimit": hexutil.Uint64(op.GasPerPubdataLimit), "ethHash": common.Hash{}, "ethBlock": 0, "canonicalTxHash": tx.hash,
		"toMint": (*hexutil.Big)(op.ToMint.ToBig()), "refundRecipient": op.RefundRecipient,
	}
	if op.Type == rollup.UpgradeTxType {
		common["upgradeId"] = fmt.Sprint(op.Nonce)
		return map[string]any{"ProtocolUpgrade": common}
	}
	fee := new(big.Int).Mul(price, new(big.Int).SetUint64(op.GasLimit))
	common["serialId"], common["deadlineBlock"], common["layer2TipFee"] = op.Nonce, 0, new(hexutil.Big)
	common["fullFee"], common["opProcessingType"], common["priorityQueueType"] = (*hexutil.Big)(fee), "Common", "Deque"
	return map[string]any{"L1": common}
}

func rawL2(tx *transaction, raw []byte, gasPerPubdata uint64) map[string]any {
	v, r, s := tx.eth.RawSignatureValues()
	signature := append(append(common.BigToHash(r).Bytes(), common.BigToHash(s).Bytes()...), byte(v.Uint64()))
	names := map[byte]string{types.LegacyTxType: "LegacyTransaction", types.AccessListTxType: "EIP2930Transaction", types.DynamicFeeTxType: "EIP1559Transaction", types.SetCodeTxType: "EIP7702Transaction"}
	return map[string]any{"L2": map[string]any{
		"nonce": tx.eth.Nonce(),
		"fee": map[string]any{
			"gas_limit": hexutil.Uint64(tx.eth.Gas()), "max_fee_per_gas": (*hexutil.Big)(tx.eth.GasFeeCap()),
			"max_priority_fee_per_gas": (*hexutil.Big)(tx.eth.GasTipCap()), "gas_per_pubdata_limit": hexutil.Uint64(gasPerPubdata),
		},
		"initiatorAddress": tx.from, "signature": jsonBytes(signature), "transactionType": names[tx.eth.Type()],
		"input":           map[string]any{"hash": tx.hash, "data": jsonBytes(raw)},
		"paymasterParams": map[string]any{"paymaster": common.Address{}, "paymasterInput": jsonBytes{}},
	}}
}
