//go:build !(ashlar_guest && riscv64)

package poseidon2

import "github.com/ashlar-labs/ashlar/stark/field"

// Compress16 returns the first eight elements of P16(x) + x.
func Compress16(x *[16]field.Element) (out [DigestLen]field.Element) {
	var s [16]int64
	for i := range x {
		s[i] = int64(x[i])
	}
	permute16(&s)
	for i := range out {
		out[i] = finish(s[i]).Add(x[i])
	}
	return out
}

// Compress24 returns the first eight elements of P24(x) + x.
func Compress24(x *[24]field.Element) (out [DigestLen]field.Element) {
	var s [24]int64
	for i := range x {
		s[i] = int64(x[i])
	}
	permute24(&s)
	for i := range out {
		out[i] = finish(s[i]).Add(x[i])
	}
	return out
}

// CompressPair sets out = Compress16(left || right). out may be left or right.
func CompressPair(out, left, right *[DigestLen]field.Element) {
	var x [16]field.Element
	copy(x[:8], left[:])
	copy(x[8:], right[:])
	*out = Compress16(&x)
}

// CompressPacked16 is [CompressPair] on packed values.
func CompressPacked16(out, left, right *Packed) {
	var x [16]field.Element
	l, r := left.Unpack(), right.Unpack()
	copy(x[:8], l[:])
	copy(x[8:], r[:])
	d := Compress16(&x)
	*out = Pack(&d)
}

// CompressPacked24 sets out = Compress24(x).
func CompressPacked24(out *Packed, x *[24]field.Element) {
	d := Compress24(x)
	*out = Pack(&d)
}
