package vectors

import (
	"crypto/sha256"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto/kzg4844"

	"github.com/ashlar-labs/ashlar/rollup"
)

// Blobs is the content of blobs.json: a batch's pubdata in two blobs, with valid openings.
type Blobs struct {
	PubdataHash     common.Hash   `json:"pubdataHash"`
	VersionedHashes []common.Hash `json:"versionedHashes"`
	OperatorDAInput hexutil.Bytes `json:"operatorDAInput"`
	DACommitment    common.Hash   `json:"daCommitment"`
	OneBlobInput    hexutil.Bytes `json:"oneBlobInput"` // other pubdata, which fit the first blob
	OneBlobHash     common.Hash   `json:"oneBlobHash"`
	OneBlobDA       common.Hash   `json:"oneBlobDACommitment"`
}

// MakeBlobs returns the text of blobs.json.
func MakeBlobs() ([]byte, error) {
	pubdata := make([]byte, rollup.BlobPayload+1000)
	for i := range pubdata {
		pubdata[i] = byte(i * 7)
	}
	input, hashes, commitment, err := open(pubdata)
	if err != nil {
		return nil, err
	}
	one, oneHashes, oneCommitment, err := open(pubdata[:5000])
	if err != nil {
		return nil, err
	}
	return text(Blobs{
		PubdataHash: rollup.PubdataHash(pubdata), VersionedHashes: hashes, OperatorDAInput: input, DACommitment: commitment,
		OneBlobInput: one, OneBlobHash: oneHashes[0], OneBlobDA: oneCommitment,
	})
}

// open puts pubdata into blobs and returns what the operator sends about them.
func open(pubdata []byte) (input []byte, hashes []common.Hash, commitment common.Hash, err error) {
	packed, err := rollup.PackBlobs(pubdata)
	if err != nil {
		return nil, nil, commitment, err
	}
	pubdataHash := rollup.PubdataHash(pubdata)
	input = append(input, pubdataHash[:]...)
	var openings []rollup.BlobOpening
	for i, raw := range packed {
		blob := kzg4844.Blob(raw)
		c, err := kzg4844.BlobToCommitment(&blob)
		if err != nil {
			return nil, nil, commitment, fmt.Errorf("blob %d: %w", i, err)
		}
		hash := common.Hash(kzg4844.CalcBlobHashV1(sha256.New(), &c))
		proof, y, err := kzg4844.ComputeProof(&blob, kzg4844.Point(rollup.BlobPoint(pubdataHash, hash)))
		if err != nil {
			return nil, nil, commitment, fmt.Errorf("blob %d: %w", i, err)
		}
		input = append(append(append(input, y[:]...), c[:]...), proof[:]...)
		hashes = append(hashes, hash)
		openings = append(openings, rollup.BlobOpening{VersionedHash: hash, Y: common.Hash(y)})
	}
	return input, hashes, rollup.BlobsCommitment(pubdataHash, openings), nil
}
