package operator

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/rollup"
)

// dataVersion is the first byte of the data of an operator call.
const dataVersion = 1

// abiStored is StoredBatchInfo in the shape that the ABI package wants.
type abiStored struct {
	BatchNumber                 uint64
	BatchHash                   [32]byte
	IndexRepeatedStorageChanges uint64
	NumberOfLayer1Txs           *big.Int
	PriorityOperationsHash      [32]byte
	DependencyRootsRollingHash  [32]byte
	L2LogsTreeRoot              [32]byte
	Timestamp                   *big.Int
	Commitment                  [32]byte
}

// abiCommit is CommitBatchInfo in the shape that the ABI package wants.
type abiCommit struct {
	BatchNumber                uint64
	NewStateCommitment         [32]byte
	NumberOfLayer1Txs          *big.Int
	NumberOfLayer2Txs          *big.Int
	PriorityOperationsHash     [32]byte
	DependencyRootsRollingHash [32]byte
	L2LogsTreeRoot             [32]byte
	DaCommitmentScheme         uint8
	DaCommitment               [32]byte
	FirstBlockTimestamp        uint64
	FirstBlockNumber           uint64
	LastBlockTimestamp         uint64
	LastBlockNumber            uint64
	ChainId                    *big.Int
	OperatorDAInput            []byte
	SlChainId                  *big.Int
	UpgradeTxHash              [32]byte
}

func word(n uint64) *big.Int { return new(big.Int).SetUint64(n) }

func toStored(s *rollup.StoredBatchInfo) abiStored {
	return abiStored{
		BatchNumber: s.BatchNumber, BatchHash: s.StateCommitment, NumberOfLayer1Txs: word(s.NumL1Txs), PriorityOperationsHash: s.PriorityOpsHash,
		DependencyRootsRollingHash: s.DependencyRootsHash, L2LogsTreeRoot: s.L2LogsRoot, Timestamp: word(s.Timestamp), Commitment: s.OutputHash,
	}
}

func toStoredList(batches []rollup.StoredBatchInfo) []abiStored {
	list := make([]abiStored, len(batches))
	for i := range batches {
		list[i] = toStored(&batches[i])
	}
	return list
}

// Committed is a batch as the commit call tells it.
type Committed struct {
	Number                uint64
	StateAfter            common.Hash // state commitment
	FirstBlock, LastBlock uint64
	Output                rollup.BatchOutput
	DAInput               []byte // operatorDAInput
}

// Stored is the batch as L1 will keep it.
func (c *Committed) Stored() rollup.StoredBatchInfo {
	b := rollup.Batch{Number: c.Number, StateAfter: c.StateAfter, Output: c.Output}
	return b.Stored()
}

// Describe is how a batch with this DA input is committed.
func Describe(b *rollup.Batch, daInput []byte) Committed {
	return Committed{Number: b.Number, StateAfter: b.StateAfter, FirstBlock: b.FirstBlock, LastBlock: b.LastBlock, Output: b.Output, DAInput: daInput}
}

func toCommit(c *Committed) abiCommit {
	o := &c.Output
	return abiCommit{
		BatchNumber: c.Number, NewStateCommitment: c.StateAfter, NumberOfLayer1Txs: word(o.NumL1Txs), NumberOfLayer2Txs: word(o.NumL2Txs),
		PriorityOperationsHash: o.PriorityOpsHash, DependencyRootsRollingHash: o.DependencyRootsHash, L2LogsTreeRoot: o.L2LogsRoot,
		DaCommitmentScheme: uint8(o.DAScheme), DaCommitment: o.DACommitment, FirstBlockTimestamp: o.FirstBlockTimestamp, FirstBlockNumber: c.FirstBlock,
		LastBlockTimestamp: o.LastBlockTimestamp, LastBlockNumber: c.LastBlock, ChainId: word(o.ChainID), OperatorDAInput: c.DAInput,
		SlChainId: word(o.SettlementChainID), UpgradeTxHash: o.UpgradeTxHash,
	}
}

var errNoBatches = errors.New("no batches")

// call encodes an operator call on batches [from, to].
func call(name string, chain common.Address, from, to uint64, args ...any) ([]byte, error) {
	data, err := arguments.Methods[name].Inputs.Pack(args...)
	if err != nil {
		return nil, fmt.Errorf("encode %s: %w", name, err)
	}
	return contract.Pack(name, chain, word(from), word(to), append([]byte{dataVersion}, data...))
}

// Commit is the call that commits consecutive batches after last.
func Commit(chain common.Address, last *rollup.StoredBatchInfo, batches []Committed) ([]byte, error) {
	if len(batches) == 0 {
		return nil, errNoBatches
	}
	list := make([]abiCommit, len(batches))
	for i := range batches {
		list[i] = toCommit(&batches[i])
	}
	return call(commitCall, chain, batches[0].Number, batches[len(batches)-1].Number, toStored(last), list)
}

// Prove is the call that proves consecutive batches after previous.
func Prove(chain common.Address, previous *rollup.StoredBatchInfo, batches []rollup.StoredBatchInfo, proof []*big.Int) ([]byte, error) {
	if len(batches) == 0 {
		return nil, errNoBatches
	}
	return call(proveCall, chain, batches[0].BatchNumber, batches[len(batches)-1].BatchNumber, toStored(previous), toStoredList(batches), proof)
}

// Execute is the call that executes consecutive batches.
func Execute(chain common.Address, batches []rollup.StoredBatchInfo) ([]byte, error) {
	if len(batches) == 0 {
		return nil, errNoBatches
	}
	return call(executeCall, chain, batches[0].BatchNumber, batches[len(batches)-1].BatchNumber, toStoredList(batches))
}

// Revert is the call that makes newLast the last committed batch.
func Revert(chain common.Address, newLast uint64) ([]byte, error) {
	return contract.Pack(revertCall, chain, word(newLast))
}
