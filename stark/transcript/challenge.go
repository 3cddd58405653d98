package transcript

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
)

// MaxIndexBits bounds sampled indices: 2^24 is the two-adic part of p - 1.
const MaxIndexBits = 24

// Element returns a uniform challenge of the base field.
func (t *Transcript) Element() field.Element {
	x := t.squeeze()
	if t.recorder != nil {
		t.record(KindChallenge, "", []field.Element{x})
	}
	return x
}

// Extension returns a uniform challenge of the extension field: six base elements, the
// lowest coordinate first. Zero and base field values are not excluded.
func (t *Transcript) Extension() (c ext.E6) {
	for i := range c {
		c[i] = t.squeeze()
	}
	if t.recorder != nil {
		t.record(KindChallenge, "", append([]field.Element(nil), c[:]...))
	}
	return c
}

// Indices fills dst with independent uniform numbers in [0, 2^bits), repetitions
// included. It refuses bits outside 0..MaxIndexBits.
//
// They are exactly uniform: p - 1 = 127 * 2^24, so of the values 0..p-2 every residue
// modulo 2^bits occurs equally often, and a draw of p - 1 (once in 2^31) is thrown away.
// A circuit of fixed shape may instead assert that no draw is p - 1; a prover then
// takes the next nonce.
func (t *Transcript) Indices(dst []int, bits int) error {
	if bits < 0 || bits > MaxIndexBits {
		return fmt.Errorf("sample indices: %d bits, allowed are 0 to %d", bits, MaxIndexBits)
	}
	for i := range dst {
		x := t.squeeze().Uint32()
		for x == field.Modulus-1 {
			x = t.squeeze().Uint32()
		}
		dst[i] = int(x & (1<<bits - 1))
	}
	if t.recorder != nil {
		all := make([]field.Element, len(dst))
		for i, x := range dst {
			all[i] = field.New(uint64(x))
		}
		t.record(KindIndices, "", all)
	}
	return nil
}
