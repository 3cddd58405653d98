package da

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto/kzg4844"

	"github.com/ashlar-labs/ashlar/rollup"
)

// Published is what L1 says about the data of one batch: the claim of the commit call and the hashes of the blobs that belong to it.
type Published struct {
	Scheme          rollup.DAScheme
	Commitment      common.Hash // daCommitment
	Input           []byte      // operatorDAInput
	VersionedHashes []common.Hash
}

// BlobCount is the number of blobs that a commit call's DA input speaks of; errors are those of its form.
func BlobCount(scheme rollup.DAScheme, input []byte) (int, error) {
	switch scheme {
	case rollup.DACalldata, rollup.DAValidium:
		return 0, nil
	case rollup.DABlobs:
		n := (len(input) - common.HashLength) / inputPerBlob
		if len(input) != common.HashLength+n*inputPerBlob || n < 1 || n > rollup.MaxBlobs {
			return 0, fmt.Errorf("blob input of %d bytes: %w", len(input), rollup.ErrEncoding)
		}
		return n, nil
	}
	return 0, fmt.Errorf("data availability scheme %d: %w", scheme, rollup.ErrEncoding)
}

// Check verifies what L1 verifies of a batch's data, except for the KZG openings of blobs unless openings is set, which take milliseconds each.
func (p *Published) Check(openings bool) error {
	n, err := BlobCount(p.Scheme, p.Input)
	if err != nil {
		return err
	}
	if n != len(p.VersionedHashes) {
		return fmt.Errorf("%d blobs, input for %d: %w", len(p.VersionedHashes), n, rollup.ErrEncoding)
	}
	switch {
	case p.hidden():
		return p.expect(common.Hash(p.Input))
	case p.Scheme != rollup.DABlobs:
		return p.expect(rollup.PubdataHash(p.Input))
	}
	return p.checkBlobs(openings)
}

// hidden reports whether a validium's input is the hash of the pubdata, which may be all that L1 has. In priority mode it is the pubdata, which are never so short.
func (p *Published) hidden() bool {
	return p.Scheme == rollup.DAValidium && len(p.Input) == common.HashLength
}

func (p *Published) expect(commitment common.Hash) error {
	if commitment != p.Commitment {
		return fmt.Errorf("commitment %v, data give %v: %w", p.Commitment, commitment, ErrMismatch)
	}
	return nil
}

func (p *Published) checkBlobs(withProofs bool) error {
	pubdataHash := common.Hash(p.Input[:32])
	openings := make([]rollup.BlobOpening, len(p.VersionedHashes))
	for i, hash := range p.VersionedHashes {
		entry := p.Input[32+i*inputPerBlob:][:inputPerBlob]
		y, commitment, proof := common.Hash(entry[:32]), kzg4844.Commitment(entry[32:80]), kzg4844.Proof(entry[80:128])
		if VersionedHash(commitment) != hash {
			return fmt.Errorf("blob %d: commitment of another blob: %w", i, ErrMismatch)
		}
		z := rollup.BlobPoint(pubdataHash, hash)
		if withProofs {
			if err := kzg4844.VerifyProof(commitment, kzg4844.Point(z), kzg4844.Claim(y), proof); err != nil {
				return fmt.Errorf("blob %d: opening: %w (%w)", i, ErrMismatch, err)
			}
		}
		openings[i] = rollup.BlobOpening{VersionedHash: hash, Y: y}
	}
	return p.expect(rollup.BlobsCommitment(pubdataHash, openings))
}

// Recover returns the pubdata of a batch. It trusts neither source nor input: the result hashes to what the commitment says.
func Recover(ctx context.Context, p *Published, source Source) ([]byte, error) {
	if err := p.Check(false); err != nil {
		return nil, err
	}
	switch {
	case p.hidden():
		return recoverPlain(ctx, p.Commitment, source)
	case p.Scheme != rollup.DABlobs:
		return p.Input, nil
	}
	blobs := make([][]byte, len(p.VersionedHashes))
	for i, hash := range p.VersionedHashes {
		blob, err := fetch(ctx, source, hash)
		if err != nil {
			return nil, fmt.Errorf("blob %d of %d: %w", i, len(blobs), err)
		}
		blobs[i] = blob
	}
	pubdata, err := rollup.UnpackBlobs(blobs)
	if err != nil {
		return nil, err
	}
	if rollup.PubdataHash(pubdata) != common.Hash(p.Input[:32]) {
		return nil, fmt.Errorf("blobs hold other pubdata: %w", ErrMismatch)
	}
	return pubdata, nil
}

// recoverPlain asks for what is not on L1.
func recoverPlain(ctx context.Context, hash common.Hash, source Source) ([]byte, error) {
	from, ok := source.(PubdataSource)
	if !ok {
		return nil, ErrNotPublished
	}
	pubdata, err := from.Pubdata(ctx, hash)
	if err != nil {
		return nil, err
	}
	if rollup.PubdataHash(pubdata) != hash {
		return nil, fmt.Errorf("pubdata %v: the source gives other content: %w", hash, ErrMismatch)
	}
	return pubdata, nil
}

// fetch reads one blob and checks that it is the one.
func fetch(ctx context.Context, source Source, hash common.Hash) ([]byte, error) {
	blob, err := source.Blob(ctx, hash)
	if err != nil {
		return nil, err
	}
	if len(blob) != rollup.BlobSize {
		return nil, fmt.Errorf("%v has %d bytes: %w", hash, len(blob), rollup.ErrEncoding)
	}
	if !IsBlob(blob, hash) {
		return nil, fmt.Errorf("%v: other content: %w", hash, ErrMismatch)
	}
	return blob, nil
}

// IsBlob reports whether these bytes are the blob with a versioned hash.
func IsBlob(blob []byte, hash common.Hash) bool {
	if len(blob) != rollup.BlobSize {
		return false
	}
	commitment, err := kzg4844.BlobToCommitment((*kzg4844.Blob)(blob))
	return err == nil && VersionedHash(commitment) == hash
}
