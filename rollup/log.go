package rollup

import (
	"encoding/binary"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
)

// Sizes and limits of the L2→L1 log tree, docs/spec.md section 4.
const (
	L2ToL1LogSize  = 88
	LogTreeDepth   = 14
	MaxBatchLogs   = 1 << LogTreeDepth
	MaxBatchTxs    = 1 << 16
	logProofLength = LogTreeDepth + 1
)

// L2ToL1Log is one log to L1. ShardID is always 0 and IsService always true.
type L2ToL1Log struct {
	TxNumberInBatch uint16
	Sender          common.Address
	Key, Value      common.Hash
}

// Append appends the 88-byte form.
func (l *L2ToL1Log) Append(dst []byte) []byte {
	dst = append(dst, 0, 1)
	dst = binary.BigEndian.AppendUint16(dst, l.TxNumberInBatch)
	dst = append(dst, l.Sender[:]...)
	dst = append(dst, l.Key[:]...)
	return append(dst, l.Value[:]...)
}

// Hash is the leaf of the log tree.
func (l *L2ToL1Log) Hash() common.Hash { return keccak(l.Append(make([]byte, 0, L2ToL1LogSize))) }

func decodeLog(b []byte) (l L2ToL1Log, err error) {
	if b[0] != 0 || b[1] != 1 {
		return l, fmt.Errorf("log shard %d, service %d: %w", b[0], b[1], ErrEncoding)
	}
	l.TxNumberInBatch = binary.BigEndian.Uint16(b[2:])
	copy(l.Sender[:], b[4:])
	copy(l.Key[:], b[24:])
	copy(l.Value[:], b[56:])
	return l, nil
}

// MessageLog is the log of a message that sender gave to L1Messenger.
func MessageLog(txNumber uint16, sender common.Address, messageHash common.Hash) L2ToL1Log {
	return L2ToL1Log{TxNumberInBatch: txNumber, Sender: L1MessengerAddress, Key: common.BytesToHash(sender[:]), Value: messageHash}
}

// PriorityResultLog is the log that reports how a priority operation ended.
func PriorityResultLog(txNumber uint16, opHash common.Hash, ok bool) L2ToL1Log {
	l := L2ToL1Log{TxNumberInBatch: txNumber, Sender: BootloaderAddress, Key: opHash}
	if ok {
		l.Value[31] = 1
	}
	return l
}

// emptySubtrees[d] is the root of a subtree of depth d that holds only empty leaves.
var emptySubtrees = func() (e [LogTreeDepth + 1]common.Hash) {
	e[0] = keccak(make([]byte, L2ToL1LogSize))
	for d := 1; d <= LogTreeDepth; d++ {
		e[d] = keccak(e[d-1][:], e[d-1][:])
	}
	return e
}()

// logLevel is the level above leaves, whose empty places at its depth are e.
func logLevel(nodes []common.Hash, e common.Hash) []common.Hash {
	up := make([]common.Hash, (len(nodes)+1)/2)
	for i := range up {
		right := e
		if 2*i+1 < len(nodes) {
			right = nodes[2*i+1]
		}
		up[i] = keccak(nodes[2*i][:], right[:])
	}
	return up
}

// LocalLogsRoot is the root of the tree over the logs' hashes; at most MaxBatchLogs leaves.
func LocalLogsRoot(leaves []common.Hash) common.Hash {
	level := leaves
	for d := range LogTreeDepth {
		level = logLevel(level, emptySubtrees[d])
	}
	if len(level) == 0 {
		return emptySubtrees[LogTreeDepth]
	}
	return level[0]
}

// L2LogsRoot is the root that the batch output holds: the local root beside the empty aggregated root.
func L2LogsRoot(leaves []common.Hash) common.Hash {
	local := LocalLogsRoot(leaves)
	return keccak(local[:], make([]byte, 32))
}

// LogProof is the proof that leaf index belongs to L2LogsRoot(leaves), as L1 takes it: metadata word, 14 siblings, the aggregated root.
func LogProof(leaves []common.Hash, index int) ([]common.Hash, error) {
	if index < 0 || index >= len(leaves) {
		return nil, fmt.Errorf("log %d of %d", index, len(leaves))
	}
	proof := []common.Hash{{1, logProofLength, 0, 1}}
	level := leaves
	for d := range LogTreeDepth {
		sibling := emptySubtrees[d]
		if s := index ^ 1; s < len(level) {
			sibling = level[s]
		}
		proof = append(proof, sibling)
		level, index = logLevel(level, emptySubtrees[d]), index>>1
	}
	return append(proof, common.Hash{}), nil
}

// VerifyLogProof reports whether proof (as LogProof makes it) shows that leaf is number index under root.
func VerifyLogProof(root, leaf common.Hash, index int, proof []common.Hash) bool {
	if len(proof) != logProofLength+1 || proof[0] != (common.Hash{1, logProofLength, 0, 1}) || index < 0 || index >= MaxBatchLogs {
		return false
	}
	h := leaf
	for _, sibling := range proof[1:] {
		if index&1 == 0 {
			h = keccak(h[:], sibling[:])
		} else {
			h = keccak(sibling[:], h[:])
		}
		index >>= 1
	}
	return h == root
}
