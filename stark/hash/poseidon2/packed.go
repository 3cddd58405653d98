package poseidon2

import "github.com/ashlar-labs/ashlar/stark/field"

// Packed is a compressed value as machine words: elements 2i and 2i+1, in Montgomery
// form, in the low and the high half of word i.
type Packed [DigestLen / 2]uint64

// Pack returns the words of a compressed value.
func Pack(d *[DigestLen]field.Element) (p Packed) {
	for i := range p {
		p[i] = uint64(d[2*i]) | uint64(d[2*i+1])<<32
	}
	return p
}

// Unpack returns the elements, which are in range when the words are.
func (p *Packed) Unpack() (d [DigestLen]field.Element) {
	for i, w := range p {
		d[2*i], d[2*i+1] = field.Element(uint32(w)), field.Element(uint32(w>>32))
	}
	return d
}

// InRange reports whether every half of every word is below p.
func (p *Packed) InRange() bool {
	// Adding 2^31 - p sets the top bit of a half below 2^31 exactly when the half is not
	// below p. What a larger half may carry is of no interest: its own top bit is set.
	const (
		gap  = 1<<31 - field.Modulus
		tops = 1<<63 | 1<<31
	)
	found := uint64(0)
	for _, w := range p {
		found |= w | (w + (gap<<32 | gap))
	}
	return found&tops == 0
}
