// Package poseidon2 is the Poseidon2 permutation over KoalaBear, for states of
// 16 and 24 field elements, and the two compression functions built on it.
//
// Instances: S-box x^3; width 16 with 8 full and 20 partial rounds, width 24 with
// 8 full and 23 partial rounds; the external matrix is circ(2 M4, M4, ..., M4) with
// M4 = circ(2, 3, 1, 1), the internal one is J + diag(v) with the vectors v given at
// [internalLayer16] and [internalLayer24]. They are the instances that Plonky3
// publishes as its defaults, and its known answers are the tests. gnark-crypto's
// KoalaBear instances have other round numbers and are not these.
//
// In and out: arrays of [field.Element]. [Permute16] and [Permute24] work in place.
// [Compress16] and [Compress24] are P(x) + x cut to eight elements: one-way and
// collision resistant to about 124 bits while P behaves as a random permutation.
// They hash fixed-length input only; a caller who hashes several kinds of things
// separates them by a tag element or by the width.
//
// The functions on [Lanes] states run in assembly on amd64 with AVX-512 (F and IFMA) or
// AVX2, use at run time; elsewhere, and with the build tag purego, in portable Go. All
// give the same words.
//
// Nothing allocates, branches on data or panics.
//
// Reference: L. Grassi, D. Khovratovich, M. Schofnegger, Poseidon2: A Faster Version
// of the Poseidon Hash Function, eprint 2023/323.
package poseidon2

import "github.com/ashlar-labs/ashlar/stark/field"

const (
	halfFull        = 4  // full rounds on either side of the partial ones
	partialRounds16 = 20 // from the round-number script of the Poseidon2 authors
	partialRounds24 = 23

	// DigestLen is the number of elements of a compressed value.
	DigestLen = 8
)

// Permute16 replaces x by P16(x).
func Permute16(x *[16]field.Element) {
	var s [16]int64
	for i := range x {
		s[i] = int64(x[i])
	}
	permute16(&s)
	for i := range x {
		x[i] = finish(s[i])
	}
}

// Permute24 replaces x by P24(x).
func Permute24(x *[24]field.Element) {
	var s [24]int64
	for i := range x {
		s[i] = int64(x[i])
	}
	permute24(&s)
	for i := range x {
		x[i] = finish(s[i])
	}
}
