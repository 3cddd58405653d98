package stf

import (
	"encoding/binary"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ashlar-labs/ashlar/rollup"
)

// messagesOf finds the messages to L1 among a transaction's events, in order, with their logs (docs/spec.md section 4).
func messagesOf(events []*types.Log) (messages [][]byte, logs []rollup.L2ToL1Log) {
	for _, e := range events {
		if e.Address != rollup.L1MessengerAddress || len(e.Topics) != 3 || e.Topics[0] != rollup.L1MessageSentTopic {
			continue
		}
		message, ok := decodeBytes(e.Data)
		if !ok {
			continue
		}
		messages = append(messages, message)
		logs = append(logs, rollup.MessageLog(0, common.BytesToAddress(e.Topics[1][12:]), crypto.Keccak256Hash(message)))
	}
	return messages, logs
}

// decodeBytes reads abi.encode(bytes). L1Messenger's compiler emits nothing else.
func decodeBytes(data []byte) ([]byte, bool) {
	if len(data) < 64 || common.BytesToHash(data[:32]) != (common.Hash{31: 32}) {
		return nil, false
	}
	var high common.Hash
	copy(high[:], data[32:56])
	n := binary.BigEndian.Uint64(data[56:64])
	if high != (common.Hash{}) || n > uint64(len(data)-64) {
		return nil, false
	}
	return data[64 : 64+n : 64+n], true
}

func bigFromUint64(v uint64) *big.Int { return new(big.Int).SetUint64(v) }
