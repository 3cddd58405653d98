package operator

import (
	"bytes"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/da"
)

// Commitment is a decoded commit call.
type Commitment struct {
	Chain   common.Address
	Last    rollup.StoredBatchInfo
	Batches []Committed
}

// DecodeCommit reads the call data of a transaction to ValidatorTimelock. Only what Commit would write is accepted.
func DecodeCommit(callData []byte) (*Commitment, error) {
	method := contract.Methods[commitCall]
	if len(callData) < 4 || !bytes.Equal(callData[:4], method.ID) {
		return nil, fmt.Errorf("not a commit call: %w", rollup.ErrEncoding)
	}
	var outer struct {
		Chain    common.Address
		From, To *big.Int
		Data     []byte
	}
	if err := unpack(method.Inputs, callData[4:], &outer); err != nil {
		return nil, fmt.Errorf("commit call: %w", err)
	}
	if len(outer.Data) == 0 || outer.Data[0] != dataVersion {
		return nil, fmt.Errorf("commit call: data version: %w", rollup.ErrEncoding)
	}
	var inner struct {
		Stored  abiStored
		Batches []abiCommit
	}
	if err := unpack(arguments.Methods[commitCall].Inputs, outer.Data[1:], &inner); err != nil {
		return nil, fmt.Errorf("commit call: data: %w", err)
	}
	c, err := fromABI(outer.Chain, &inner.Stored, inner.Batches)
	if err != nil {
		return nil, err
	}
	again, err := Commit(c.Chain, &c.Last, c.Batches)
	if err != nil || !bytes.Equal(again, callData) {
		return nil, fmt.Errorf("commit call: not canonical: %w", rollup.ErrEncoding)
	}
	return c, nil
}

func unpack(args abi.Arguments, data []byte, into any) error {
	values, err := args.Unpack(data)
	if err == nil {
		err = args.Copy(into, values)
	}
	if err != nil {
		return fmt.Errorf("%w: %w", rollup.ErrEncoding, err)
	}
	return nil
}

func fromABI(chain common.Address, last *abiStored, list []abiCommit) (*Commitment, error) {
	c := &Commitment{Chain: chain, Batches: make([]Committed, len(list))}
	if !last.NumberOfLayer1Txs.IsUint64() || !last.Timestamp.IsUint64() {
		return nil, fmt.Errorf("commit call: number of transactions or timestamp: %w", rollup.ErrEncoding)
	}
	c.Last = rollup.StoredBatchInfo{
		BatchNumber: last.BatchNumber, StateCommitment: last.BatchHash, NumL1Txs: last.NumberOfLayer1Txs.Uint64(), PriorityOpsHash: last.PriorityOperationsHash,
		DependencyRootsHash: last.DependencyRootsRollingHash, L2LogsRoot: last.L2LogsTreeRoot, Timestamp: last.Timestamp.Uint64(),
		OutputHash: last.Commitment,
	}
	for i := range list {
		b := &list[i]
		for _, n := range []*big.Int{b.NumberOfLayer1Txs, b.NumberOfLayer2Txs, b.ChainId, b.SlChainId} {
			if !n.IsUint64() {
				return nil, fmt.Errorf("commit call: batch %d: %v above 64 bits: %w", b.BatchNumber, n, rollup.ErrEncoding)
			}
		}
		c.Batches[i] = Committed{
			Number: b.BatchNumber, StateAfter: b.NewStateCommitment, FirstBlock: b.FirstBlockNumber, LastBlock: b.LastBlockNumber, DAInput: b.OperatorDAInput,
			Output: rollup.BatchOutput{
				ChainID: b.ChainId.Uint64(), FirstBlockTimestamp: b.FirstBlockTimestamp, LastBlockTimestamp: b.LastBlockTimestamp,
				DAScheme: rollup.DAScheme(b.DaCommitmentScheme), DACommitment: b.DaCommitment, NumL1Txs: b.NumberOfLayer1Txs.Uint64(),
				NumL2Txs: b.NumberOfLayer2Txs.Uint64(), PriorityOpsHash: b.PriorityOperationsHash, L2LogsRoot: b.L2LogsTreeRoot, UpgradeTxHash: b.UpgradeTxHash,
				DependencyRootsHash: b.DependencyRootsRollingHash, SettlementChainID: b.SlChainId.Uint64(),
			},
		}
	}
	return c, nil
}

// Published says where the data of batch i of the call are. blobHashes are those of the L1 transaction; batches take theirs in order.
func (c *Commitment) Published(i int, blobHashes []common.Hash) (*da.Published, error) {
	for k := range c.Batches[:i+1] {
		b := &c.Batches[k]
		n, err := da.BlobCount(b.Output.DAScheme, b.DAInput)
		if err == nil && n > len(blobHashes) {
			err = fmt.Errorf("%d blobs, the transaction has %d left: %w", n, len(blobHashes), rollup.ErrEncoding)
		}
		if err != nil {
			return nil, fmt.Errorf("batch %d: %w", b.Number, err)
		}
		if k == i {
			return &da.Published{Scheme: b.Output.DAScheme, Commitment: b.Output.DACommitment, Input: b.DAInput, VersionedHashes: blobHashes[:n]}, nil
		}
		blobHashes = blobHashes[n:]
	}
	return nil, fmt.Errorf("commit call: no batch %d", i)
}
