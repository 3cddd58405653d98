// Package field is the KoalaBear prime field, p = 2^31 - 2^24 + 1.
//
// In and out: an [Element] holds a*2^32 mod p (Montgomery form) for a field
// value a, always in [0, p). Every function takes and returns elements in that
// range; the representation of a value is unique, so == compares values and the
// zero Element is the value zero. [New], [FromCanonical] and [Decode] are the
// ways in, [Element.Uint32] and [Element.Bytes] the ways out. Code that works on
// the raw word (the hash kernels) converts with uint32(e) and must keep the range.
//
// The wire form is four big-endian bytes of the canonical value. Decoding is
// strict: a word that is not below p is refused with [ErrNotCanonical].
//
// The package is portable, allocates nothing and never panics. It is not constant
// time: it serves proofs and hashes of public data.
//
// Reference: P. Montgomery, Modular Multiplication Without Trial Division, 1985.
package field

import (
	"encoding/binary"
	"errors"
)

const (
	// Modulus is p. Its multiplicative group has order 127 * 2^24.
	Modulus = 1<<31 - 1<<24 + 1
	// ModulusInv is p^-1 mod 2^32: p * 0x81000001 = 1 mod 2^32.
	ModulusInv = 0x81000001
	// Bits is the length of a canonical value.
	Bits = 31
	// Bytes is the length of the wire form.
	Bytes = 4

	montR  = (1 << 32) % Modulus // 2^32 mod p, the Montgomery form of one
	montR2 = (1 << 64) % Modulus // 2^64 mod p, multiplies a value into Montgomery form
)

// ErrNotCanonical says that a word is not below the modulus.
var ErrNotCanonical = errors.New("field element is not canonical")

// Element is a field value in Montgomery form, in [0, p).
type Element uint32

// One is the value one.
const One Element = montR

// New returns v mod p, for any v.
func New(v uint64) Element {
	return Element(reduce((v % Modulus) * montR2))
}

// FromCanonical returns the element of value v and refuses v >= p.
func FromCanonical(v uint32) (Element, error) {
	if v >= Modulus {
		return 0, ErrNotCanonical
	}
	return Element(reduce(uint64(v) * montR2)), nil
}

// Decode reads the wire form.
func Decode(b [Bytes]byte) (Element, error) {
	return FromCanonical(binary.BigEndian.Uint32(b[:]))
}

// Uint32 returns the canonical value, in [0, p).
func (a Element) Uint32() uint32 { return reduce(uint64(a)) }

// Bytes returns the wire form.
func (a Element) Bytes() (out [Bytes]byte) {
	binary.BigEndian.PutUint32(out[:], a.Uint32())
	return out
}

// Add returns a + b.
func (a Element) Add(b Element) Element {
	s := uint32(a) + uint32(b) // below 2p < 2^32
	if s >= Modulus {
		s -= Modulus
	}
	return Element(s)
}

// Sub returns a - b.
func (a Element) Sub(b Element) Element {
	if a < b {
		a += Modulus // below 2p < 2^32
	}
	return a - b
}

// Neg returns -a.
func (a Element) Neg() Element { return Element(0).Sub(a) }

// Double returns 2a.
func (a Element) Double() Element { return a.Add(a) }

// Mul returns a * b.
func (a Element) Mul(b Element) Element { return Element(reduce(uint64(a) * uint64(b))) }

// Square returns a^2.
func (a Element) Square() Element { return a.Mul(a) }

// Exp returns a^e; a^0 is one, also for a = 0.
func (a Element) Exp(e uint64) Element {
	out := One
	for ; e != 0; e >>= 1 {
		if e&1 != 0 {
			out = out.Mul(a)
		}
		a = a.Square()
	}
	return out
}

// Inv returns 1/a by Fermat's little theorem, and zero for a = 0.
func (a Element) Inv() Element { return a.Exp(Modulus - 2) }

// reduce returns x * 2^-32 mod p in [0, p), for x < p * 2^32.
func reduce(x uint64) uint32 {
	// m*p agrees with x in the low word, so the difference of the high words is
	// exact and lies in (-p, p).
	m := uint32(x) * ModulusInv
	hi, sub := uint32(x>>32), uint32((uint64(m)*Modulus)>>32)
	r := hi - sub
	if hi < sub {
		r += Modulus
	}
	return r
}
