package store

import (
	"encoding/binary"

	"github.com/ashlar-labs/ashlar/internal/wire"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ethereum/go-ethereum/common"
)

// SealedBatch is a batch that will not change any more, with what settlement and proofs of messages need.
type SealedBatch struct {
	rollup.Batch
	Pubdata     []byte
	LogLeaves   []common.Hash // leaves of the L2→L1 log tree
	GuestCycles uint64        // cycles of the guest's run on the executor
	GuestOutput common.Hash   // public input that the guest gave
	SealedAt    uint64        // seconds, by the node's clock
	Reason      string        // which limit sealed it
}

const batchVersion = 1

// encodeBatch writes the batch without its pubdata:
//
//	version u8 ‖ number, firstBlock, lastBlock u64 ‖ stateBefore, stateAfter, treeRoot, configHash 32 ‖ output ‖ publicInput 32
//	‖ guestCycles, sealedAt u64 ‖ guestOutput 32 ‖ len u32 ‖ reason ‖ n u32 ‖ leaf 32 *
//	output = chainId, firstTimestamp, lastTimestamp u64 ‖ daScheme u8 ‖ daCommitment 32 ‖ nL1Txs, nL2Txs u64
//	       ‖ priorityOpsHash, l2LogsRoot, upgradeTxHash, dependencyRootsHash 32 ‖ settlementChainId u64
func encodeBatch(b *SealedBatch) []byte {
	out := []byte{batchVersion}
	u64 := func(v ...uint64) { out = wire.AppendUint64s(out, v...) }
	h256 := func(v ...common.Hash) {
		for i := range v {
			out = append(out, v[i][:]...)
		}
	}
	u64(b.Number, b.FirstBlock, b.LastBlock)
	h256(b.StateBefore, b.StateAfter, b.TreeRoot, b.ConfigHash)
	o := &b.Output
	u64(o.ChainID, o.FirstBlockTimestamp, o.LastBlockTimestamp)
	out = append(out, byte(o.DAScheme))
	h256(o.DACommitment)
	u64(o.NumL1Txs, o.NumL2Txs)
	h256(o.PriorityOpsHash, o.L2LogsRoot, o.UpgradeTxHash, o.DependencyRootsHash)
	u64(o.SettlementChainID)
	h256(b.PublicInput)
	u64(b.GuestCycles, b.SealedAt)
	h256(b.GuestOutput)
	out = wire.AppendBytes(out, []byte(b.Reason))
	out = binary.BigEndian.AppendUint32(out, uint32(len(b.LogLeaves)))
	h256(b.LogLeaves...)
	return out
}

func decodeBatch(data []byte) (*SealedBatch, error) {
	d := newDecoder(data)
	d.Version(batchVersion)
	b := &SealedBatch{}
	b.Number, b.FirstBlock, b.LastBlock = d.Uint64(), d.Uint64(), d.Uint64()
	b.StateBefore, b.StateAfter, b.TreeRoot, b.ConfigHash = d.Hash(), d.Hash(), d.Hash(), d.Hash()
	o := &b.Output
	o.ChainID, o.FirstBlockTimestamp, o.LastBlockTimestamp = d.Uint64(), d.Uint64(), d.Uint64()
	o.DAScheme, o.DACommitment = rollup.DAScheme(d.Uint8()), d.Hash()
	o.NumL1Txs, o.NumL2Txs = d.Uint64(), d.Uint64()
	o.PriorityOpsHash, o.L2LogsRoot, o.UpgradeTxHash, o.DependencyRootsHash = d.Hash(), d.Hash(), d.Hash(), d.Hash()
	o.SettlementChainID = d.Uint64()
	b.PublicInput = d.Hash()
	b.GuestCycles, b.SealedAt = d.Uint64(), d.Uint64()
	b.GuestOutput = d.Hash()
	b.Reason = string(d.bytes())
	if n := d.Count(32); n > 0 {
		b.LogLeaves = make([]common.Hash, n)
		for i := range b.LogLeaves {
			b.LogLeaves[i] = d.Hash()
		}
	}
	return b, d.End()
}
