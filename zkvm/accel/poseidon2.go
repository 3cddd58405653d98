package accel

import (
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/hash/poseidon2"
)

// Compress16 is poseidon2.Compress16 on packed elements: two words of field.Element
// (Montgomery form) in a cell, low half first. A word that is not below p counts as
// its residue; the result is reduced.
func Compress16(in *[8]uint64) [4]uint64 {
	var x [16]field.Element
	for i, w := range in {
		x[2*i], x[2*i+1] = unpack(w)
	}
	return pack(poseidon2.Compress16(&x))
}

// Compress24 is poseidon2.Compress24 on packed elements, as [Compress16].
func Compress24(in *[12]uint64) [4]uint64 {
	var x [24]field.Element
	for i, w := range in {
		x[2*i], x[2*i+1] = unpack(w)
	}
	return pack(poseidon2.Compress24(&x))
}

func unpack(w uint64) (low, high field.Element) {
	return field.Element(uint32(w) % field.Modulus), field.Element(uint32(w>>32) % field.Modulus)
}

func pack(x [poseidon2.DigestLen]field.Element) (out [4]uint64) {
	for i := range out {
		out[i] = uint64(x[2*i]) | uint64(x[2*i+1])<<32
	}
	return out
}
