package rollup

import (
	"encoding/binary"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/internal/wire"
)

// Sizes of the blob form of pubdata, docs/spec.md section 5.
const (
	BlobSize        = 4096 * 32
	BlobPayload     = 4096 * 31                // pubdata bytes in one blob
	MaxBlobs        = 6                        // in one transaction
	MaxBlobPubdata  = MaxBlobs*BlobPayload - 4 // bytes of pubdata that blobs carry
	MaxCallPubdata  = 110_000                  // bytes of pubdata that one L1 transaction carries as calldata (131,072 is the limit of a transaction)
	MaxPlainPubdata = 64 << 20                 // bytes of pubdata of a validium batch: only the guest's memory bounds it
)

// Capacity is the number of pubdata bytes that a batch under the scheme can publish.
func (s DAScheme) Capacity() uint64 {
	switch s {
	case DABlobs:
		return MaxBlobPubdata
	case DACalldata:
		return MaxCallPubdata
	default:
		return MaxPlainPubdata
	}
}

// PackBlobs puts pubdata into as few blobs as it needs.
func PackBlobs(pubdata []byte) ([][]byte, error) {
	if len(pubdata) > MaxBlobPubdata {
		return nil, fmt.Errorf("pubdata of %d bytes does not fit %d blobs", len(pubdata), MaxBlobs)
	}
	stream := wire.AppendBytes(make([]byte, 0, len(pubdata)+4), pubdata)
	var blobs [][]byte
	for len(stream) > 0 {
		blob := make([]byte, BlobSize)
		for i := 0; i < 4096 && len(stream) > 0; i++ {
			n := copy(blob[32*i+1:32*i+32], stream)
			stream = stream[n:]
		}
		blobs = append(blobs, blob)
	}
	return blobs, nil
}

// UnpackBlobs is the inverse of PackBlobs; padding must be zero and no blob superfluous.
func UnpackBlobs(blobs [][]byte) ([]byte, error) {
	if len(blobs) == 0 || len(blobs) > MaxBlobs {
		return nil, fmt.Errorf("%d blobs: %w", len(blobs), ErrEncoding)
	}
	stream := make([]byte, 0, len(blobs)*BlobPayload)
	for b, blob := range blobs {
		if len(blob) != BlobSize {
			return nil, fmt.Errorf("blob %d has %d bytes: %w", b, len(blob), ErrEncoding)
		}
		for i := 0; i < BlobSize; i += 32 {
			if blob[i] != 0 {
				return nil, fmt.Errorf("blob %d: element %d uses its top byte: %w", b, i/32, ErrEncoding)
			}
			stream = append(stream, blob[i+1:i+32]...)
		}
	}
	n := uint64(binary.BigEndian.Uint32(stream))
	if n+4 > uint64(len(stream)) || n+4 <= uint64((len(blobs)-1)*BlobPayload) {
		return nil, fmt.Errorf("pubdata length %d in %d blobs: %w", n, len(blobs), ErrEncoding)
	}
	for _, x := range stream[n+4:] {
		if x != 0 {
			return nil, fmt.Errorf("padding is not zero: %w", ErrEncoding)
		}
	}
	return stream[4 : n+4], nil
}

// BlobPoint is z_i: where the polynomial of the blob with this versioned hash is opened. It lies below 2^128.
func BlobPoint(pubdataHash, versionedHash common.Hash) (z common.Hash) {
	h := keccak(pubdataHash[:], versionedHash[:])
	copy(z[16:], h[16:])
	return z
}

// BlobOpening is one blob as the DA commitment sees it.
type BlobOpening struct {
	VersionedHash common.Hash
	Y             common.Hash // value of the blob polynomial at BlobPoint
}

// PubdataHash is keccak(pubdata), the DA commitment of calldata and validium batches.
func PubdataHash(pubdata []byte) common.Hash { return keccak(pubdata) }

// BlobsCommitment is daCommitment of a batch whose pubdata is in blobs.
func BlobsCommitment(pubdataHash common.Hash, blobs []BlobOpening) common.Hash {
	buf := append([]byte(nil), pubdataHash[:]...)
	for i := range blobs {
		z := BlobPoint(pubdataHash, blobs[i].VersionedHash)
		buf = append(buf, blobs[i].VersionedHash[:]...)
		buf = append(buf, z[:]...)
		buf = append(buf, blobs[i].Y[:]...)
	}
	return keccak(buf)
}
