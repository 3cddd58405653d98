package fri

import (
	"encoding/binary"
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/merkle"
)

// Proof is what the prover sends, apart from the openings of the group words.
type Proof struct {
	Caps     []merkle.Cap // by layer
	Final    []ext.E6     // coefficients, constant first
	Nonce    field.Element
	Openings []*merkle.Opening // by layer: the fibres at the queries
}

// AppendProof appends the wire form of a proof of this plan, one that Open made or
// DecodeProof read.
func (p *Plan) AppendProof(b []byte, proof *Proof) []byte {
	for _, c := range proof.Caps {
		b = merkle.AppendCap(b, c)
	}
	for _, c := range proof.Final {
		w := c.Bytes()
		b = append(b, w[:]...)
	}
	b = binary.BigEndian.AppendUint32(b, proof.Nonce.Uint32())
	for l, o := range proof.Openings {
		b = p.layers[l].scheme.AppendOpening(b, o)
	}
	return b
}

// DecodeProof reads a proof; the length has to be ProofBytes, which bounds what is
// allocated. Every proof has exactly one encoding.
func (p *Plan) DecodeProof(b []byte) (*Proof, error) {
	if len(b) != p.ProofBytes() {
		return nil, fmt.Errorf("decode fri proof: %d bytes, want %d: %w", len(b), p.ProofBytes(), ErrInvalidProof)
	}
	take := func(n int) []byte {
		head := b[:n]
		b = b[n:]
		return head
	}
	proof := &Proof{
		Caps:     make([]merkle.Cap, len(p.layers)),
		Final:    make([]ext.E6, 1<<p.finalLog),
		Openings: make([]*merkle.Opening, len(p.layers)),
	}
	var err error
	for l := range p.layers {
		scheme := p.layers[l].scheme
		if proof.Caps[l], err = scheme.DecodeCap(take(scheme.CapBytes())); err != nil {
			return nil, fmt.Errorf("decode fri proof: layer %d: %w", l, err)
		}
	}
	for i := range proof.Final {
		if proof.Final[i], err = ext.Decode([ext.Bytes]byte(take(ext.Bytes))); err != nil {
			return nil, fmt.Errorf("decode fri proof: final coefficient %d: %w: %w", i, err, ErrInvalidProof)
		}
	}
	if proof.Nonce, err = field.Decode([field.Bytes]byte(take(field.Bytes))); err != nil {
		return nil, fmt.Errorf("decode fri proof: nonce: %w: %w", err, ErrInvalidProof)
	}
	for l := range p.layers {
		scheme := p.layers[l].scheme
		if proof.Openings[l], err = scheme.DecodeOpening(take(scheme.OpeningBytes(p.queries)), p.queries); err != nil {
			return nil, fmt.Errorf("decode fri proof: layer %d: %w", l, err)
		}
	}
	return proof, nil
}
