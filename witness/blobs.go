package witness

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/rollup/blob4844"
)

// OpenBlobs packs pubdata into blobs and evaluates each at its point; there must be exactly as many versioned hashes as blobs.
func OpenBlobs(pubdata []byte, versionedHashes []common.Hash) ([]rollup.BlobOpening, error) {
	blobs, err := rollup.PackBlobs(pubdata)
	if err != nil {
		return nil, err
	}
	if len(blobs) != len(versionedHashes) {
		return nil, fmt.Errorf("%d versioned hashes for %d blobs: %w", len(versionedHashes), len(blobs), rollup.ErrEncoding)
	}
	hash := rollup.PubdataHash(pubdata)
	openings := make([]rollup.BlobOpening, len(blobs))
	for i, blob := range blobs {
		openings[i].VersionedHash = versionedHashes[i]
		if openings[i].Y, err = blob4844.Evaluate(blob, rollup.BlobPoint(hash, versionedHashes[i])); err != nil {
			return nil, fmt.Errorf("blob %d: %w", i, err)
		}
	}
	return openings, nil
}
