package da

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"runtime"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto/kzg4844"
	"golang.org/x/sync/errgroup"

	"github.com/ashlar-labs/ashlar/rollup"
)

// Errors that decide what a caller does next.
var (
	ErrMismatch     = errors.New("data does not match the commitment on L1")
	ErrNotPublished = errors.New("pubdata is not on L1 (validium)")
)

// Data is the pubdata of one batch in the form in which it goes to L1.
type Data struct {
	Scheme     rollup.DAScheme
	Commitment common.Hash // daCommitment
	Input      []byte      // operatorDAInput
	Blobs      []Blob      // for the transaction; empty unless Scheme is DABlobs
}

// Blob is one blob with what L1 and its nodes want to know about it.
type Blob struct {
	Blob          kzg4844.Blob
	Commitment    kzg4844.Commitment
	VersionedHash common.Hash
	Opening       kzg4844.Proof // at rollup.BlobPoint
	Y             common.Hash
}

// inputPerBlob is y, commitment and proof.
const inputPerBlob = 32 + 48 + 48

// Warm loads the trusted setup, so that the first batch does not wait for it.
func Warm() {
	_, _ = kzg4844.BlobToCommitment(new(kzg4844.Blob)) // the zero blob has a commitment
}

// Prepare brings pubdata into the form of the scheme.
func Prepare(scheme rollup.DAScheme, pubdata []byte) (*Data, error) {
	if size := uint64(len(pubdata)); size > scheme.Capacity() {
		return nil, fmt.Errorf("data availability scheme %d: %d bytes of pubdata, capacity %d", scheme, size, scheme.Capacity())
	}
	hash := rollup.PubdataHash(pubdata)
	switch scheme {
	case rollup.DAValidium:
		return &Data{Scheme: scheme, Commitment: hash, Input: hash[:]}, nil
	case rollup.DACalldata:
		return &Data{Scheme: scheme, Commitment: hash, Input: pubdata}, nil
	case rollup.DABlobs:
		return prepareBlobs(hash, pubdata)
	}
	return nil, fmt.Errorf("data availability scheme %d: unknown", scheme)
}

// VersionedHashes are the names of the blobs that pubdata becomes, none under other schemes: what [Prepare] gives, without the openings, which take as long again, and on all processors.
func VersionedHashes(scheme rollup.DAScheme, pubdata []byte) ([]common.Hash, error) {
	if scheme != rollup.DABlobs {
		_, err := Prepare(scheme, pubdata)
		return nil, err
	}
	packed, err := rollup.PackBlobs(pubdata)
	if err != nil {
		return nil, err
	}
	hashes := make([]common.Hash, len(packed))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i := range packed {
		group.Go(func() error {
			commitment, err := kzg4844.BlobToCommitment((*kzg4844.Blob)(packed[i]))
			if err != nil {
				return fmt.Errorf("blob %d: %w", i, err)
			}
			hashes[i] = VersionedHash(commitment)
			return nil
		})
	}
	return hashes, group.Wait()
}

func prepareBlobs(pubdataHash common.Hash, pubdata []byte) (*Data, error) {
	packed, err := rollup.PackBlobs(pubdata)
	if err != nil {
		return nil, err
	}
	d := &Data{Scheme: rollup.DABlobs, Input: append([]byte(nil), pubdataHash[:]...), Blobs: make([]Blob, len(packed))}
	for i := range d.Blobs {
		b := &d.Blobs[i]
		copy(b.Blob[:], packed[i])
		if err := b.open(pubdataHash); err != nil {
			return nil, fmt.Errorf("blob %d: %w", i, err)
		}
		d.Input = append(d.Input, b.Y[:]...)
		d.Input = append(d.Input, b.Commitment[:]...)
		d.Input = append(d.Input, b.Opening[:]...)
	}
	d.Commitment = rollup.BlobsCommitment(pubdataHash, d.Openings())
	return d, nil
}

func (b *Blob) open(pubdataHash common.Hash) (err error) {
	if b.Commitment, err = kzg4844.BlobToCommitment(&b.Blob); err != nil {
		return err
	}
	b.VersionedHash = VersionedHash(b.Commitment)
	z := rollup.BlobPoint(pubdataHash, b.VersionedHash)
	proof, y, err := kzg4844.ComputeProof(&b.Blob, kzg4844.Point(z))
	b.Opening, b.Y = proof, common.Hash(y)
	return err
}

// VersionedHash is the hash under which the EVM knows a blob.
func VersionedHash(c kzg4844.Commitment) common.Hash {
	return common.Hash(kzg4844.CalcBlobHashV1(sha256.New(), &c))
}

// Openings are the blobs as the DA commitment and the guest see them.
func (d *Data) Openings() []rollup.BlobOpening {
	openings := make([]rollup.BlobOpening, len(d.Blobs))
	for i := range d.Blobs {
		openings[i] = rollup.BlobOpening{VersionedHash: d.Blobs[i].VersionedHash, Y: d.Blobs[i].Y}
	}
	return openings
}

// Sidecar is what goes along with a transaction that carries the blobs of these batches, in order; nil when there are none. It has cell proofs (version 1,
// EIP-7594), which L1 requires since Osaka and which take most of the time.
func Sidecar(batches ...*Data) (*types.BlobTxSidecar, error) {
	var blobs []kzg4844.Blob
	var commitments []kzg4844.Commitment
	var proofs []kzg4844.Proof
	for _, d := range batches {
		for i := range d.Blobs {
			b := &d.Blobs[i]
			cells, err := kzg4844.ComputeCellProofs(&b.Blob)
			if err != nil {
				return nil, fmt.Errorf("cell proofs of blob %v: %w", b.VersionedHash, err)
			}
			blobs, commitments, proofs = append(blobs, b.Blob), append(commitments, b.Commitment), append(proofs, cells...)
		}
	}
	if len(blobs) == 0 {
		return nil, nil
	}
	if len(blobs) > rollup.MaxBlobs {
		return nil, fmt.Errorf("%d blobs in one transaction, at most %d", len(blobs), rollup.MaxBlobs)
	}
	return types.NewBlobTxSidecar(types.BlobSidecarVersion1, blobs, commitments, proofs), nil
}
