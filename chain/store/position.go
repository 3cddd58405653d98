package store

import (
	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/internal/wire"
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

const (
	positionVersion = 1
	positionBytes   = 1 + 32 + 4*8
)

func encodePosition(r *BlockRef) []byte {
	b := append(make([]byte, 0, positionBytes), positionVersion)
	b = append(b, r.Hash[:]...)
	b = wire.AppendUint64s(b, r.Timestamp, r.PriorityOps, r.Txs, r.L2ToL1Logs)
	return b
}

func decodePosition(number uint64, data []byte) (BlockRef, error) {
	d := newDecoder(data)
	d.Version(positionVersion)
	r := BlockRef{Number: number, Hash: d.Hash(), Timestamp: d.Uint64(), PriorityOps: d.Uint64(), Txs: d.Uint64(), L2ToL1Logs: d.Uint64()}
	return r, d.End()
}
