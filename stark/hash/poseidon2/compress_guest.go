//go:build ashlar_guest && riscv64

package poseidon2

import (
	"unsafe"

	"github.com/ashlar-labs/ashlar/stark/field"
)

// In a guest of the machine the compression functions are ecalls: numbers 0x1006 and
// 0x1007 of the machine's ABI, which take and give packed words of Montgomery form.
// The machine wants cells, so arrays that do not begin at one are copied.

// Compress16 returns the first eight elements of P16(x) + x.
func Compress16(x *[16]field.Element) (out [DigestLen]field.Element) {
	compress16(&out, x)
	return out
}

// Compress24 returns the first eight elements of P24(x) + x.
func Compress24(x *[24]field.Element) (out [DigestLen]field.Element) {
	compress24(&out, x)
	return out
}

// CompressPair sets out = Compress16(left || right). out may be left or right.
//
//go:noescape
func CompressPair(out, left, right *[DigestLen]field.Element)

// CompressPacked16 is [CompressPair] on packed values.
//
//go:noescape
func CompressPacked16(out, left, right *Packed)

// CompressPacked24 sets out = Compress24(x).
func CompressPacked24(out *Packed, x *[24]field.Element) {
	compress24((*[DigestLen]field.Element)(unsafe.Pointer(out)), x)
}

//go:noescape
func compress16(out *[DigestLen]field.Element, x *[16]field.Element)

//go:noescape
func compress24(out *[DigestLen]field.Element, x *[24]field.Element)
