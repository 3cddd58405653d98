package witnesstest

import (
	"context"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/witness"
)

// Native is the batch program outside of the machine, as a chain/batch.Machine: the public input that it gives is right, the cycles are 1.
type Native struct{}

// Run executes an encoded witness.
func (Native) Run(_ context.Context, input []byte) (output common.Hash, cycles uint64, err error) {
	w, err := witness.Decode(input)
	if err != nil {
		return common.Hash{}, 0, err
	}
	r, err := witness.Execute(w)
	if err != nil {
		return common.Hash{}, 0, err
	}
	return r.PublicInput, 1, nil
}

// NoBlobs is a chain/batch.DataAvailability without blobs: calldata, or nothing.
type NoBlobs struct{}

// VersionedHashes are none.
func (NoBlobs) VersionedHashes([]byte) ([]common.Hash, error) { return nil, nil }
