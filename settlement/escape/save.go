package escape

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/settlement/da"
)

// ErrOnL1 says that a chain's pubdata need not be kept: they are on L1.
var ErrOnL1 = errors.New("the chain's data are on L1")

// Node is the JSON-RPC of a chain's node; rpc.Client of go-ethereum is one.
type Node interface {
	CallContext(ctx context.Context, result any, method string, args ...any) error
}

// Saved is what SavePubdata has done.
type Saved struct {
	Batches uint64 // of the chain that L1 has: all of them are kept
	New     uint64 // of them, fetched now
	Bytes   uint64 // of those
}

// SavePubdata keeps the pubdata of all batches of a validium that are committed on L1, as its node serves them, while that is there: with them its users can leave without it. What is kept already is
// not fetched again. The node is not believed: each must hash to the commitment that it names, and whoever reads them compares with the commitments on L1.
func SavePubdata(ctx context.Context, n Node, archive *da.Archive, progress func(batch, total uint64)) (s Saved, err error) {
	var status struct {
		DA     string                                    `json:"da"`
		Stages map[string]struct{ Batch hexutil.Uint64 } `json:"stages"`
	}
	if err := n.CallContext(ctx, &status, "ashlar_status"); err != nil {
		return s, fmt.Errorf("ask the node: %w", err)
	}
	if status.DA != "validium" {
		return s, fmt.Errorf("%w (%s)", ErrOnL1, status.DA)
	}
	s.Batches = uint64(status.Stages["committed"].Batch)
	for number := uint64(1); number <= s.Batches; number++ {
		size, err := savePubdata(ctx, n, archive, number)
		if err != nil {
			return s, fmt.Errorf("batch %d: %w", number, err)
		}
		if s.Bytes += size; size > 0 {
			s.New++
		}
		if progress != nil {
			progress(number, s.Batches)
		}
	}
	return s, nil
}

// savePubdata returns the bytes that it has fetched.
func savePubdata(ctx context.Context, n Node, archive *da.Archive, number uint64) (uint64, error) {
	var batch *struct {
		DA           string      `json:"da"`
		DACommitment common.Hash `json:"daCommitment"`
	}
	if err := n.CallContext(ctx, &batch, "ashlar_batch", hexutil.Uint64(number)); err != nil {
		return 0, err
	}
	if batch == nil || batch.DA != "validium" {
		return 0, errors.New("the node does not have it as a batch of a validium")
	}
	if _, err := archive.Pubdata(ctx, batch.DACommitment); err == nil {
		return 0, nil
	}
	var all bytes.Buffer
	for {
		var part *struct {
			Bytes hexutil.Uint64 `json:"bytes"`
			Data  hexutil.Bytes  `json:"data"`
		}
		if err := n.CallContext(ctx, &part, "ashlar_batchPubdata", hexutil.Uint64(number), hexutil.Uint64(all.Len())); err != nil {
			return 0, err
		}
		if part == nil || part.Bytes > rollup.MaxPlainPubdata || (len(part.Data) == 0 && uint64(all.Len()) < uint64(part.Bytes)) {
			return 0, errors.New("the node does not give its pubdata")
		}
		if all.Write(part.Data); uint64(all.Len()) >= uint64(part.Bytes) {
			break
		}
	}
	if hash := rollup.PubdataHash(all.Bytes()); hash != batch.DACommitment {
		return 0, fmt.Errorf("the node's pubdata has hash %v, its commitment is %v: %w", hash, batch.DACommitment, da.ErrMismatch)
	}
	return uint64(all.Len()), archive.PutPubdata(all.Bytes())
}
