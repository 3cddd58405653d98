package store

import (
	"encoding/binary"
	"fmt"

	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/internal/wire"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

const receiptsVersion = 1

// Least bytes that the parts of a receipts record take, against allocation bombs.
const (
	minReceipt = 32 + 2 + 4*8 + 32 + 20 + 1 + 20 + 5*4
	minLog     = 20 + 1 + 4
	minMessage = 4
)

// encodeReceipts writes a block's receipts:
//
//	version u8 ‖ n u32 ‖ receipt*
//	receipt = txHash 32 ‖ type u8 ‖ status u8 ‖ gasUsed ‖ cumulativeGasUsed ‖ pubdataBytes ‖ pubdataGas u64 ‖ gasPrice 32 ‖ from 20
//	        ‖ [1 ‖ to 20 | 0] ‖ contract 20 ‖ n u32 ‖ log* ‖ n u32 ‖ l2ToL1Log88* ‖ n u32 ‖ (len u32 ‖ message)*
//	        ‖ len u32 ‖ failure ‖ len u32 ‖ returnData
//	log     = address 20 ‖ nTopics u8 ‖ topic* ‖ len u32 ‖ data
//
// Blooms and the logs' places are not written: they follow from the rest.
func encodeReceipts(receipts []*stf.Receipt) []byte {
	b := binary.BigEndian.AppendUint32([]byte{receiptsVersion}, uint32(len(receipts)))
	for _, r := range receipts {
		b = appendReceipt(b, r)
	}
	return b
}

func appendReceipt(b []byte, r *stf.Receipt) []byte {
	b = append(b, r.TxHash[:]...)
	b = append(b, r.Type, byte(r.Status))
	b = wire.AppendUint64s(b, r.GasUsed, r.CumulativeGasUsed, r.PubdataBytes, r.PubdataGas)
	b = appendUint256(b, r.EffectiveGasPrice)
	b = append(b, r.From[:]...)
	b = appendAddressPointer(b, r.To)
	b = append(b, r.ContractAddress[:]...)
	b = binary.BigEndian.AppendUint32(b, uint32(len(r.Logs)))
	for _, l := range r.Logs {
		b = appendLog(b, l)
	}
	b = binary.BigEndian.AppendUint32(b, uint32(len(r.L2ToL1Logs)))
	for i := range r.L2ToL1Logs {
		b = r.L2ToL1Logs[i].Append(b)
	}
	b = binary.BigEndian.AppendUint32(b, uint32(len(r.Messages)))
	for _, m := range r.Messages {
		b = wire.AppendBytes(b, m)
	}
	b = wire.AppendBytes(b, []byte(r.Failure))
	return wire.AppendBytes(b, r.ReturnData)
}

func appendAddressPointer(b []byte, a *common.Address) []byte {
	if a == nil {
		return append(b, 0)
	}
	return append(append(b, 1), a[:]...)
}

func appendLog(b []byte, l *types.Log) []byte {
	b = append(append(b, l.Address[:]...), byte(len(l.Topics)))
	for _, t := range l.Topics {
		b = append(b, t[:]...)
	}
	return wire.AppendBytes(b, l.Data)
}

// decodeReceipts reads what encodeReceipts wrote and fills in what follows from it and from the block's identity.
func decodeReceipts(data []byte, ref *BlockRef) ([]*stf.Receipt, error) {
	d := newDecoder(data)
	d.Version(receiptsVersion)
	receipts := make([]*stf.Receipt, d.Count(minReceipt))
	logIndex := uint(0)
	for i := range receipts {
		r := d.receipt()
		if d.Err != nil {
			return nil, fmt.Errorf("receipt %d: %w", i, d.Err)
		}
		for _, l := range r.Logs {
			l.BlockNumber, l.BlockHash, l.BlockTimestamp = ref.Number, ref.Hash, ref.Timestamp
			l.TxHash, l.TxIndex, l.Index = r.TxHash, uint(i), logIndex
			logIndex++
		}
		r.Bloom = types.CreateBloom(&types.Receipt{Logs: r.Logs})
		receipts[i] = r
	}
	return receipts, d.End()
}

func (d *decoder) receipt() *stf.Receipt {
	r := &stf.Receipt{TxHash: d.Hash(), Type: d.Uint8()}
	if d.Flag() {
		r.Status = types.ReceiptStatusSuccessful
	}
	r.GasUsed, r.CumulativeGasUsed, r.PubdataBytes, r.PubdataGas = d.Uint64(), d.Uint64(), d.Uint64(), d.Uint64()
	r.EffectiveGasPrice = d.uint256()
	r.From, r.To, r.ContractAddress = d.Address(), d.addressPointer(), d.Address()
	if n := d.Count(minLog); n > 0 {
		r.Logs = make([]*types.Log, n)
		for i := range r.Logs {
			r.Logs[i] = d.log()
		}
	}
	if n := d.Count(rollup.L2ToL1LogSize); n > 0 {
		r.L2ToL1Logs = make([]rollup.L2ToL1Log, n)
		for i := range r.L2ToL1Logs {
			r.L2ToL1Logs[i] = d.l2ToL1Log()
		}
	}
	if n := d.Count(minMessage); n > 0 {
		r.Messages = make([][]byte, n)
		for i := range r.Messages {
			r.Messages[i] = d.bytes()
		}
	}
	r.Failure = string(d.bytes())
	r.ReturnData = d.bytes()
	return r
}

func (d *decoder) addressPointer() *common.Address {
	if !d.Flag() {
		return nil
	}
	a := d.Address()
	return &a
}

func (d *decoder) log() *types.Log {
	l := &types.Log{Address: d.Address()}
	n := int(d.Uint8())
	if n > 4 {
		d.Fail("log with %d topics", n)
		return l
	}
	l.Topics = make([]common.Hash, n)
	for i := range l.Topics {
		l.Topics[i] = d.Hash()
	}
	l.Data = d.bytes()
	return l
}

func (d *decoder) l2ToL1Log() (l rollup.L2ToL1Log) {
	if shard, service := d.Uint8(), d.Uint8(); d.Err == nil && (shard != 0 || service != 1) {
		d.Fail("L2 to L1 log with shard %d, service %d", shard, service)
	}
	l.TxNumberInBatch = d.Uint16()
	l.Sender, l.Key, l.Value = d.Address(), d.Hash(), d.Hash()
	return l
}
