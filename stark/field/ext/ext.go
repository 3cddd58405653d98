// Package ext is E6, the extension of KoalaBear of degree six, in which the
// challenges of the proof system live.
//
// E6 = F[X]/(X^6 + X^3 + 1). The modulus is the ninth cyclotomic polynomial. Over a
// field of p elements it is irreducible exactly when p has order 6 modulo 9, and
// p = 2 mod 9 has (2, 4, 8, 7, 5, 1). A binomial X^6 - W is not to be had: 3 does not
// divide p-1, so every W is a cube. This polynomial was taken because X is a ninth root
// of unity: all reductions are additions (X^6 = -X^3 - 1, X^9 = 1), Frobenius moves
// coefficients (X^p = X^2), and with w = X^3 the same coefficients read as the tower
// F[w]/(w^2 + w + 1) under X^3 = w, which gives a cheap inverse.
//
// In and out: an [E6] holds six reduced base elements, constant coefficient first; ==
// compares values and the zero value is zero. Methods take and return values, so
// arguments never alias. The wire form is the six wire forms of package field in the
// same order, 24 bytes; [Decode] refuses any coefficient that is not canonical.
//
// A [Vector] holds many elements as six slices of base elements (structure of arrays).
// Its operations write to their first argument, which may be one of the operands but
// must not overlap them otherwise. Lengths must agree: a difference is a mistake of the
// program and panics. They allocate nothing, except [Vector.Inverse], [AddInnerProducts] and,
// for more than 64 columns, [Vector.AddScaledColumns].
//
// On amd64 vector operations run in assembly, for AVX-512 (F, and IFMA for columns) or else
// for AVX2, use at run time; elsewhere, and with the build tag purego, in portable Go. All
// give the same words.
//
// Nothing here is constant time: it serves public data.
//
// References: R. Lidl, H. Niederreiter, Finite Fields, theorem 2.47 (cyclotomic
// polynomials over finite fields); P. Montgomery, Speeding the Pollard and elliptic
// curve methods of factorization, 1987, section 10.3.1 (simultaneous inversion).
package ext

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/field"
)

const (
	// Degree is the number of base coefficients.
	Degree = 6
	// Bytes is the length of the wire form.
	Bytes = Degree * field.Bytes
)

// E6 is c[0] + c[1]*X + ... + c[5]*X^5, every coefficient reduced.
type E6 [Degree]field.Element

// One is the value one. It must not be written to.
var One = E6{field.One}

// FromBase returns the base element as an element of E6.
func FromBase(a field.Element) E6 { return E6{a} }

// Decode reads the wire form.
func Decode(b [Bytes]byte) (E6, error) {
	var out E6
	for i := range out {
		c, err := field.Decode([field.Bytes]byte(b[i*field.Bytes:]))
		if err != nil {
			return E6{}, fmt.Errorf("coefficient %d: %w", i, err)
		}
		out[i] = c
	}
	return out, nil
}

// Bytes returns the wire form.
func (a E6) Bytes() (out [Bytes]byte) {
	for i, c := range a {
		b := c.Bytes()
		copy(out[i*field.Bytes:], b[:])
	}
	return out
}

// IsZero says whether a is zero.
func (a E6) IsZero() bool { return a == E6{} }

// Add returns a + b.
func (a E6) Add(b E6) E6 {
	for i := range a {
		a[i] = a[i].Add(b[i])
	}
	return a
}

// Sub returns a - b.
func (a E6) Sub(b E6) E6 {
	for i := range a {
		a[i] = a[i].Sub(b[i])
	}
	return a
}

// Neg returns -a.
func (a E6) Neg() E6 { return E6{}.Sub(a) }

// Double returns 2a.
func (a E6) Double() E6 { return a.Add(a) }

// AddBase returns a + b.
func (a E6) AddBase(b field.Element) E6 {
	a[0] = a[0].Add(b)
	return a
}

// MulBase returns a * b.
func (a E6) MulBase(b field.Element) E6 {
	for i := range a {
		a[i] = a[i].Mul(b)
	}
	return a
}

// Exp returns a^e; a^0 is one, also for a = 0.
func (a E6) Exp(e uint64) E6 {
	out := One
	for ; e != 0; e >>= 1 {
		if e&1 != 0 {
			out = out.Mul(a)
		}
		a = a.Square()
	}
	return out
}

// Frobenius returns a^p. X^p = X^2, so X^i goes to X^(2i mod 9): the even powers to
// X^2, X^4, the third to X^6 = -X^3-1, the fourth to X^8 = -X^5-X^2, the fifth to X.
func (a E6) Frobenius() E6 {
	return E6{a[0].Sub(a[3]), a[5], a[1].Sub(a[4]), a[3].Neg(), a[2], a[4].Neg()}
}
