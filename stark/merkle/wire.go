package merkle

import (
	"encoding/binary"
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/hash/sponge"
)

// AppendCap appends the wire form of a cap.
func AppendCap(b []byte, c Cap) []byte {
	for i := range c {
		b = appendElements(b, c[i][:])
	}
	return b
}

// DecodeCap reads a cap; the length has to be CapBytes.
func (s *Scheme) DecodeCap(b []byte) (Cap, error) {
	if len(b) != s.CapBytes() {
		return nil, fmt.Errorf("decode cap: %d bytes, want %d: %w", len(b), s.CapBytes(), ErrInvalidProof)
	}
	c := make(Cap, s.CapLen())
	for i := range c {
		if err := decodeElements(c[i][:], b[i*sponge.DigestBytes:]); err != nil {
			return nil, fmt.Errorf("decode cap: digest %d: %w", i, err)
		}
	}
	return c, nil
}

// AppendOpening appends the wire form of an opening that this scheme made or accepted.
func (s *Scheme) AppendOpening(b []byte, o *Opening) []byte {
	for q := range len(o.Rows) / s.rowLen {
		b = appendElements(b, o.Rows[q*s.rowLen:(q+1)*s.rowLen])
		for i := q * s.depth; i < (q+1)*s.depth; i++ {
			b = appendElements(b, o.Paths[i][:])
		}
	}
	return b
}

// DecodeOpening reads an opening of that many indices, a number the verifier knows; the
// length has to be OpeningBytes, which also bounds what is allocated.
func (s *Scheme) DecodeOpening(b []byte, queries int) (*Opening, error) {
	if queries < 1 || queries > maxQueries {
		return nil, fmt.Errorf("decode opening: %d queries, allowed are 1 to %d: %w",
			queries, maxQueries, ErrInvalidProof)
	}
	if len(b) != s.OpeningBytes(queries) {
		return nil, fmt.Errorf("decode opening: %d bytes, want %d: %w",
			len(b), s.OpeningBytes(queries), ErrInvalidProof)
	}
	o := &Opening{
		Rows:  make([]field.Element, queries*s.rowLen),
		Paths: make([]sponge.Digest, queries*s.depth),
	}
	for q := range queries {
		if err := decodeElements(o.Rows[q*s.rowLen:(q+1)*s.rowLen], b); err != nil {
			return nil, fmt.Errorf("decode opening: query %d: rows: %w", q, err)
		}
		b = b[s.rowLen*field.Bytes:]
		for i := range s.depth {
			if err := decodeElements(o.Paths[q*s.depth+i][:], b); err != nil {
				return nil, fmt.Errorf("decode opening: query %d: sibling %d: %w", q, i, err)
			}
			b = b[sponge.DigestBytes:]
		}
	}
	return o, nil
}

func appendElements(b []byte, xs []field.Element) []byte {
	for _, x := range xs {
		b = binary.BigEndian.AppendUint32(b, x.Uint32())
	}
	return b
}

// decodeElements fills dst from the front of b, which is long enough.
func decodeElements(dst []field.Element, b []byte) error {
	for i := range dst {
		x, err := field.Decode([field.Bytes]byte(b[i*field.Bytes:]))
		if err != nil {
			return fmt.Errorf("element %d: %w: %w", i, err, ErrInvalidProof)
		}
		dst[i] = x
	}
	return nil
}
