package poseidon2

import "github.com/ashlar-labs/ashlar/stark/field"

// Lanes is the number of states that the functions below permute at once: x[i][l] is word
// i of state l.
const Lanes = 16

// PermuteLanes16 replaces every state by P16 of it.
func PermuteLanes16(x *[16][Lanes]field.Element) {
	if permuteWide16(x, false) {
		return
	}
	for l := range Lanes {
		var s [16]field.Element
		for i := range s {
			s[i] = x[i][l]
		}
		Permute16(&s)
		for i := range s {
			x[i][l] = s[i]
		}
	}
}

// PermuteLanes24 replaces every state by P24 of it.
func PermuteLanes24(x *[24][Lanes]field.Element) {
	if permuteWide24(x, false) {
		return
	}
	for l := range Lanes {
		var s [24]field.Element
		for i := range s {
			s[i] = x[i][l]
		}
		Permute24(&s)
		for i := range s {
			x[i][l] = s[i]
		}
	}
}

// CompressLanes16 puts Compress16 of every state into its first eight words. The other
// words are then unspecified.
func CompressLanes16(x *[16][Lanes]field.Element) {
	if permuteWide16(x, true) {
		return
	}
	in := [DigestLen][Lanes]field.Element(x[:DigestLen])
	PermuteLanes16(x)
	addLanes(x[:DigestLen], &in)
}

// CompressLanes24 puts Compress24 of every state into its first eight words. The other
// words are then unspecified.
func CompressLanes24(x *[24][Lanes]field.Element) {
	if permuteWide24(x, true) {
		return
	}
	in := [DigestLen][Lanes]field.Element(x[:DigestLen])
	PermuteLanes24(x)
	addLanes(x[:DigestLen], &in)
}

func addLanes(x [][Lanes]field.Element, y *[DigestLen][Lanes]field.Element) {
	for i := range x {
		for l := range x[i] {
			x[i][l] = x[i][l].Add(y[i][l])
		}
	}
}
