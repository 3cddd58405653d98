package rollup

import (
	"encoding/binary"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/internal/wire"
)

// Transaction type bytes that Ethereum does not have, docs/spec.md section 2.
const (
	UpgradeTxType  byte = 0x7e
	PriorityTxType byte = 0x7f
)

// BlockEnv is what the sequencer chooses for a block; everything else follows from the parent and the transactions.
type BlockEnv struct {
	Number        uint64
	Timestamp     uint64 // seconds
	GasLimit      uint64 // gas
	GasPerPubdata uint64 // gas per pubdata byte
	Coinbase      common.Address
	PrevRandao    common.Hash
	BaseFee       uint256.Int // wei per gas
}

// Block is the input of the state transition: environment and raw transactions.
type Block struct {
	Env BlockEnv
	Txs [][]byte
}

const blockEnvSize = 4*8 + 20 + 32 + 32

// AppendBlock appends the wire form of b, docs/spec.md section 3.
func AppendBlock(dst []byte, b *Block) []byte {
	dst = wire.AppendUint64s(dst, b.Env.Number, b.Env.Timestamp, b.Env.GasLimit, b.Env.GasPerPubdata)
	dst = append(dst, b.Env.Coinbase[:]...)
	dst = append(dst, b.Env.PrevRandao[:]...)
	fee := b.Env.BaseFee.Bytes32()
	dst = append(dst, fee[:]...)
	dst = binary.BigEndian.AppendUint32(dst, uint32(len(b.Txs)))
	for _, tx := range b.Txs {
		dst = wire.AppendBytes(dst, tx)
	}
	return dst
}

// DecodeBlock reads one block from the front of data and returns the rest. The transactions alias data.
func DecodeBlock(data []byte) (*Block, []byte, error) {
	r := newReader(data)
	head := r.Take(blockEnvSize)
	n := r.Uint32()
	if r.Err != nil {
		return nil, nil, fmt.Errorf("block header: %w", r.Err)
	}
	b := &Block{Env: decodeBlockEnv(head)}
	if uint64(n)*4 > uint64(len(r.Rest)) {
		return nil, nil, fmt.Errorf("block %d: %d transactions in %d bytes: %w", b.Env.Number, n, len(r.Rest), ErrEncoding)
	}
	b.Txs = make([][]byte, n)
	for i := range b.Txs {
		if b.Txs[i] = r.Bytes(); r.Err != nil {
			return nil, nil, fmt.Errorf("block %d: transaction %d: %w", b.Env.Number, i, r.Err)
		}
	}
	return b, r.Rest, nil
}

func decodeBlockEnv(head []byte) (e BlockEnv) {
	e.Number = binary.BigEndian.Uint64(head)
	e.Timestamp = binary.BigEndian.Uint64(head[8:])
	e.GasLimit = binary.BigEndian.Uint64(head[16:])
	e.GasPerPubdata = binary.BigEndian.Uint64(head[24:])
	copy(e.Coinbase[:], head[32:])
	copy(e.PrevRandao[:], head[52:])
	e.BaseFee.SetBytes32(head[84:])
	return e
}

// HeaderExtra is the extraData of a block header: version byte 0x01 and the price of a pubdata byte.
func HeaderExtra(gasPerPubdata uint64) []byte {
	return binary.BigEndian.AppendUint64([]byte{1}, gasPerPubdata)
}

// GasPerPubdataOfExtra is the inverse of HeaderExtra.
func GasPerPubdataOfExtra(extra []byte) (uint64, error) {
	if len(extra) != 9 || extra[0] != 1 {
		return 0, fmt.Errorf("header extra data %x: %w", extra, ErrEncoding)
	}
	return binary.BigEndian.Uint64(extra[1:]), nil
}
