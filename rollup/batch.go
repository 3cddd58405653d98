package rollup

import (
	"encoding/binary"

	"github.com/ethereum/go-ethereum/common"
)

// DAScheme says where a batch's pubdata is. The numbers are ZKsync's L2DACommitmentScheme.
type DAScheme uint8

// Data availability schemes, docs/spec.md section 5. The zero value is invalid.
const (
	DAValidium DAScheme = 1
	DACalldata DAScheme = 3
	DABlobs    DAScheme = 4
)

// BlockHashWindow is how many past block hashes a chain state holds.
const BlockHashWindow = 256

// ChainState is what a state commitment commits to.
type ChainState struct {
	TreeRoot      common.Hash // 32-byte form of the state tree's root digest
	LastBlock     uint64
	LastTimestamp uint64 // seconds
	// BlockHashes are the hashes of the last 256 blocks, oldest first; the newest is the hash of LastBlock, those before genesis are zero.
	BlockHashes [BlockHashWindow]common.Hash
}

// Commitment is stateCommitment of docs/spec.md section 6.
func (s *ChainState) Commitment() common.Hash {
	hashes := make([]byte, 0, BlockHashWindow*common.HashLength)
	for i := range s.BlockHashes {
		hashes = append(hashes, s.BlockHashes[i][:]...)
	}
	window := keccak(hashes)
	buf := append([]byte(nil), s.TreeRoot[:]...)
	buf = binary.BigEndian.AppendUint64(buf, s.LastBlock)
	buf = append(buf, window[:]...)
	buf = binary.BigEndian.AppendUint64(buf, s.LastTimestamp)
	return keccak(buf)
}

// Push makes hash, of block number at time timestamp, the newest block. The tree root is not touched.
func (s *ChainState) Push(number, timestamp uint64, hash common.Hash) {
	copy(s.BlockHashes[:], s.BlockHashes[1:])
	s.BlockHashes[BlockHashWindow-1] = hash
	s.LastBlock, s.LastTimestamp = number, timestamp
}

// BlockHash is the hash of block number when it lies in the window, else zero.
func (s *ChainState) BlockHash(number uint64) common.Hash {
	if number > s.LastBlock || s.LastBlock-number >= BlockHashWindow {
		return common.Hash{}
	}
	return s.BlockHashes[BlockHashWindow-1-(s.LastBlock-number)]
}

// BatchOutput is what a batch tells L1, besides the states that it connects.
type BatchOutput struct {
	ChainID             uint64
	FirstBlockTimestamp uint64 // seconds
	LastBlockTimestamp  uint64 // seconds
	DAScheme            DAScheme
	DACommitment        common.Hash
	NumL1Txs, NumL2Txs  uint64
	PriorityOpsHash     common.Hash
	L2LogsRoot          common.Hash
	UpgradeTxHash       common.Hash
	DependencyRootsHash common.Hash
	SettlementChainID   uint64
}

// Hash is batchOutputHash.
func (o *BatchOutput) Hash() common.Hash {
	return keccak(word(o.ChainID), word(o.FirstBlockTimestamp), word(o.LastBlockTimestamp), word(uint64(o.DAScheme)), o.DACommitment[:],
		word(o.NumL1Txs), word(o.NumL2Txs), o.PriorityOpsHash[:], o.L2LogsRoot[:], o.UpgradeTxHash[:], o.DependencyRootsHash[:],
		word(o.SettlementChainID))
}

// fitField clears the top 3 bits: the result is below 2^253, hence below the order of BN254's scalar field.
func fitField(h common.Hash) common.Hash {
	h[0] &= 0x1f
	return h
}

// PublicInput is the statement of one batch: under the configuration, the batch with this output leads from one state commitment to the other.
func PublicInput(stateBefore, stateAfter, chainConfigHash, batchOutputHash common.Hash) common.Hash {
	return fitField(keccak(stateBefore[:], stateAfter[:], chainConfigHash[:], batchOutputHash[:]))
}

// RollPublicInputs is the statement of several consecutive batches; of one it is that one. At least one is needed.
func RollPublicInputs(inputs []common.Hash) common.Hash {
	acc := inputs[0]
	for i := range inputs[1:] {
		acc = fitField(keccak(acc[:], inputs[i+1][:]))
	}
	return acc
}

// StoredBatchInfo is what L1 keeps the hash of.
type StoredBatchInfo struct {
	BatchNumber         uint64
	StateCommitment     common.Hash
	NumL1Txs            uint64
	PriorityOpsHash     common.Hash
	DependencyRootsHash common.Hash
	L2LogsRoot          common.Hash
	Timestamp           uint64 // seconds; of the last block, 0 for the genesis
	OutputHash          common.Hash
}

// Hash is keccak(abi.encode(StoredBatchInfo)) with the field that is always zero.
func (s *StoredBatchInfo) Hash() common.Hash {
	return keccak(word(s.BatchNumber), s.StateCommitment[:], word(0), word(s.NumL1Txs), s.PriorityOpsHash[:], s.DependencyRootsHash[:],
		s.L2LogsRoot[:], word(s.Timestamp), s.OutputHash[:])
}

// GenesisBatch is batch 0 of a chain whose genesis state has this commitment.
func GenesisBatch(stateCommitment common.Hash) StoredBatchInfo {
	return StoredBatchInfo{StateCommitment: stateCommitment, PriorityOpsHash: EmptyRollingHash}
}

// Batch is a sealed batch: its place in the chain and its statement. The blocks it consists of are [FirstBlock, LastBlock].
type Batch struct {
	Number                uint64
	FirstBlock, LastBlock uint64
	StateBefore           common.Hash // state commitment
	StateAfter            common.Hash // state commitment
	TreeRoot              common.Hash // after
	ConfigHash            common.Hash
	Output                BatchOutput
	PublicInput           common.Hash
}

// Stored is the batch as L1 keeps it.
func (b *Batch) Stored() StoredBatchInfo {
	return StoredBatchInfo{
		BatchNumber: b.Number, StateCommitment: b.StateAfter, NumL1Txs: b.Output.NumL1Txs, PriorityOpsHash: b.Output.PriorityOpsHash,
		DependencyRootsHash: b.Output.DependencyRootsHash, L2LogsRoot: b.Output.L2LogsRoot, Timestamp: b.Output.LastBlockTimestamp,
		OutputHash: b.Output.Hash(),
	}
}
