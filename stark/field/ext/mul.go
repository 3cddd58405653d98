package ext

import "github.com/ashlar-labs/ashlar/stark/field"

// factor holds what the products with a fixed b need: b, its negatives and the
// differences that the reduction X^6 = -X^3 - 1 brings. For a*b = sum of r_k X^k every
// r_k is a sum of six products of one coefficient of a with one word of factor.
type factor struct {
	b [Degree]uint64
	n [Degree]uint64 // -b
	d [3]uint64      // b[i] - b[i+3]
	e [3]uint64      // b[i+3] - b[i]
}

func (f *factor) set(b *E6) {
	for i, c := range b {
		f.b[i], f.n[i] = uint64(c), uint64(c.Neg())
	}
	for i := range f.d {
		d := b[i].Sub(b[i+3])
		f.d[i], f.e[i] = uint64(d), uint64(d.Neg())
	}
}

// Mul returns a * b. With c_k the coefficients of the plain product, degree ten:
//
//	r0 = c0 - c6 + c9   r1 = c1 - c7 + c10   r2 = c2 - c8
//	r3 = c3 - c6        r4 = c4 - c7         r5 = c5 - c8
func (a E6) Mul(b E6) E6 {
	var f factor
	f.set(&b)
	return f.mul(&a)
}

func (f *factor) mul(a *E6) E6 {
	a0, a1, a2 := uint64(a[0]), uint64(a[1]), uint64(a[2])
	a3, a4, a5 := uint64(a[3]), uint64(a[4]), uint64(a[5])
	b, n, d, e := &f.b, &f.n, &f.d, &f.e
	return E6{
		sum6(a0*b[0]+a1*n[5]+a2*n[4]+a3*n[3], a4*e[2]+a5*e[1]),
		sum6(a0*b[1]+a1*b[0]+a2*n[5]+a3*n[4], a4*n[3]+a5*e[2]),
		sum6(a0*b[2]+a1*b[1]+a2*b[0]+a3*n[5], a4*n[4]+a5*n[3]),
		sum6(a0*b[3]+a1*d[2]+a2*d[1]+a3*d[0], a4*n[2]+a5*n[1]),
		sum6(a0*b[4]+a1*b[3]+a2*d[2]+a3*d[1], a4*d[0]+a5*n[2]),
		sum6(a0*b[5]+a1*b[4]+a2*b[3]+a3*d[2], a4*d[1]+a5*d[0]),
	}
}

// sum6 reduces a sum of four and a sum of two products of reduced words: four are
// below 2*p*2^32 < 2^64, and once folded they leave room for two more.
func sum6(four, two uint64) field.Element {
	return field.Reduce(field.Fold(field.Fold(four) + two))
}

// Square returns a^2, from 21 products instead of 36. The c_k with at most four
// products (counted with their factor two) stay unreduced until they are combined.
func (a E6) Square() E6 {
	a0, a1, a2 := uint64(a[0]), uint64(a[1]), uint64(a[2])
	a3, a4, a5 := uint64(a[3]), uint64(a[4]), uint64(a[5])
	var c [2*Degree - 1]field.Element
	c[0] = field.Reduce(a0 * a0)
	c[1] = field.Reduce(2 * a0 * a1)
	c[2] = field.Reduce(field.Fold(2*a0*a2 + a1*a1))
	c[3] = field.Reduce(field.Fold(2 * (a0*a3 + a1*a2)))
	c[4] = field.Reduce(field.Fold(field.Fold(2*(a0*a4+a1*a3)) + a2*a2))
	c[5] = field.Reduce(field.Fold(field.Fold(2*(a0*a5+a1*a4)) + 2*a2*a3))
	c[6] = field.Reduce(field.Fold(field.Fold(2*(a1*a5+a2*a4)) + a3*a3))
	c[7] = field.Reduce(field.Fold(2 * (a2*a5 + a3*a4)))
	c[8] = field.Reduce(field.Fold(2*a3*a5 + a4*a4))
	c[9] = field.Reduce(2 * a4 * a5)
	c[10] = field.Reduce(a5 * a5)
	return reduced(&c)
}

// reduced is the plain product with coefficients c, degree ten, modulo X^6 + X^3 + 1.
func reduced(c *[2*Degree - 1]field.Element) E6 {
	return E6{
		c[0].Sub(c[6]).Add(c[9]), c[1].Sub(c[7]).Add(c[10]), c[2].Sub(c[8]),
		c[3].Sub(c[6]), c[4].Sub(c[7]), c[5].Sub(c[8]),
	}
}
