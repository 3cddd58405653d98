package store

import (
	"encoding/binary"

	"github.com/ethereum/go-ethereum/common"
)

// BlockRef is a block's identity and its place in the chain's running totals. Totals count from genesis and include the block itself, so the totals of
// the block before a batch give every number relative to the batch.
type BlockRef struct {
	Number      uint64
	Hash        common.Hash
	Timestamp   uint64 // seconds
	PriorityOps uint64 // priority operations: the id of the next one
	Txs         uint64 // transactions of every type
	L2ToL1Logs  uint64
}

const positionVersion = 1

func encodePosition(r *BlockRef) []byte {
	b := append(make([]byte, 0, 1+32+4*8), positionVersion)
	b = append(b, r.Hash[:]...)
	for _, v := range []uint64{r.Timestamp, r.PriorityOps, r.Txs, r.L2ToL1Logs} {
		b = binary.BigEndian.AppendUint64(b, v)
	}
	return b
}

func decodePosition(number uint64, data []byte) (BlockRef, error) {
	d := decoder{data: data}
	d.version(positionVersion)
	r := BlockRef{Number: number, Hash: d.hash(), Timestamp: d.uint64(), PriorityOps: d.uint64(), Txs: d.uint64(), L2ToL1Logs: d.uint64()}
	return r, d.end()
}
