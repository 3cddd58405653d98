//go:build !(ashlar_guest && riscv64)

package secp256k1

import "math/bits"

// foldP is 2^256 mod p.
const foldP = 0x1000003d1

// madd is x·y + c in two words.
func madd(x, y, c uint64) (hi, lo uint64) {
	hi, lo = bits.Mul64(x, y)
	lo, c = bits.Add64(lo, c, 0)
	return hi + c, lo
}

// madd2 is x·y + t + c in two words.
func madd2(x, y, t, c uint64) (hi, lo uint64) {
	hi, lo = bits.Mul64(x, y)
	lo, c = bits.Add64(lo, c, 0)
	hi += c
	lo, c = bits.Add64(lo, t, 0)
	return hi + c, lo
}

// mul sets z = x·y. z may be x or y. Schoolbook, row by row; local variables instead of arrays because the compiler keeps only those in registers.
func (z *element) mul(x, y *element) {
	x0, x1, x2, x3 := x[0], x[1], x[2], x[3]
	y0, y1, y2, y3 := y[0], y[1], y[2], y[3]
	var c, t0, t1, t2, t3, t4, t5, t6, t7 uint64

	c, t0 = bits.Mul64(x0, y0)
	c, t1 = madd(x0, y1, c)
	c, t2 = madd(x0, y2, c)
	t4, t3 = madd(x0, y3, c)

	c, t1 = madd(x1, y0, t1)
	c, t2 = madd2(x1, y1, t2, c)
	c, t3 = madd2(x1, y2, t3, c)
	t5, t4 = madd2(x1, y3, t4, c)

	c, t2 = madd(x2, y0, t2)
	c, t3 = madd2(x2, y1, t3, c)
	c, t4 = madd2(x2, y2, t4, c)
	t6, t5 = madd2(x2, y3, t5, c)

	c, t3 = madd(x3, y0, t3)
	c, t4 = madd2(x3, y1, t4, c)
	c, t5 = madd2(x3, y2, t5, c)
	t7, t6 = madd2(x3, y3, t6, c)

	// Fold the upper half: hi·2^256 = hi·foldP modulo p. The second fold's input is below 2^34, the third's is 0 or 1.
	c, t0 = madd(t4, foldP, t0)
	c, t1 = madd2(t5, foldP, t1, c)
	c, t2 = madd2(t6, foldP, t2, c)
	c, t3 = madd2(t7, foldP, t3, c)
	t5, t4 = bits.Mul64(c, foldP)
	t0, c = bits.Add64(t0, t4, 0)
	t1, c = bits.Add64(t1, t5, c)
	t2, c = bits.Add64(t2, 0, c)
	t3, c = bits.Add64(t3, 0, c)
	t0, c = bits.Add64(t0, -c&foldP, 0)
	z[0], z[1], z[2], z[3] = t0, t1+c, t2, t3
}

// square sets z = x²: each product of different limbs once, doubled, then the squares of the limbs.
func (z *element) square(x *element) {
	x0, x1, x2, x3 := x[0], x[1], x[2], x[3]
	var c, hi, lo, t0, t1, t2, t3, t4, t5, t6, t7 uint64

	c, t1 = bits.Mul64(x0, x1)
	c, t2 = madd(x0, x2, c)
	t4, t3 = madd(x0, x3, c)
	c, t3 = madd(x1, x2, t3)
	t5, t4 = madd2(x1, x3, t4, c)
	t6, t5 = madd(x2, x3, t5)

	t7 = t6 >> 63
	t6 = t6<<1 | t5>>63
	t5 = t5<<1 | t4>>63
	t4 = t4<<1 | t3>>63
	t3 = t3<<1 | t2>>63
	t2 = t2<<1 | t1>>63
	t1 <<= 1

	hi, t0 = bits.Mul64(x0, x0)
	t1, c = bits.Add64(t1, hi, 0)
	hi, lo = bits.Mul64(x1, x1)
	t2, c = bits.Add64(t2, lo, c)
	t3, c = bits.Add64(t3, hi, c)
	hi, lo = bits.Mul64(x2, x2)
	t4, c = bits.Add64(t4, lo, c)
	t5, c = bits.Add64(t5, hi, c)
	hi, lo = bits.Mul64(x3, x3)
	t6, c = bits.Add64(t6, lo, c)
	t7 += hi + c

	// Fold the upper half: hi·2^256 = hi·foldP modulo p. The second fold's input is below 2^34, the third's is 0 or 1.
	c, t0 = madd(t4, foldP, t0)
	c, t1 = madd2(t5, foldP, t1, c)
	c, t2 = madd2(t6, foldP, t2, c)
	c, t3 = madd2(t7, foldP, t3, c)
	t5, t4 = bits.Mul64(c, foldP)
	t0, c = bits.Add64(t0, t4, 0)
	t1, c = bits.Add64(t1, t5, c)
	t2, c = bits.Add64(t2, 0, c)
	t3, c = bits.Add64(t3, 0, c)
	t0, c = bits.Add64(t0, -c&foldP, 0)
	z[0], z[1], z[2], z[3] = t0, t1+c, t2, t3
}

// squareTimes squares z n times.
func (z *element) squareTimes(n int) {
	for range n {
		z.square(z)
	}
}

// add sets z = x + y.
func (z *element) add(x, y *element) {
	var t element
	var c uint64
	t[0], c = bits.Add64(x[0], y[0], 0)
	t[1], c = bits.Add64(x[1], y[1], c)
	t[2], c = bits.Add64(x[2], y[2], c)
	t[3], c = bits.Add64(x[3], y[3], c)
	t[0], c = bits.Add64(t[0], -c&foldP, 0)
	t[1], c = bits.Add64(t[1], 0, c)
	t[2], c = bits.Add64(t[2], 0, c)
	t[3], c = bits.Add64(t[3], 0, c)
	t[0] += -c & foldP // after a second overflow the value is below foldP, so this cannot overflow
	*z = t
}

// sub sets z = x - y.
func (z *element) sub(x, y *element) {
	var t element
	var b uint64
	t[0], b = bits.Sub64(x[0], y[0], 0)
	t[1], b = bits.Sub64(x[1], y[1], b)
	t[2], b = bits.Sub64(x[2], y[2], b)
	t[3], b = bits.Sub64(x[3], y[3], b)
	t[0], b = bits.Sub64(t[0], -b&foldP, 0)
	t[1], b = bits.Sub64(t[1], 0, b)
	t[2], b = bits.Sub64(t[2], 0, b)
	t[3], b = bits.Sub64(t[3], 0, b)
	t[0] -= -b & foldP // after a second borrow the value is at least 2^256 - foldP, so this cannot borrow
	*z = t
}

// double sets z = 2x.
func (z *element) double(x *element) { z.add(x, x) }

// negate sets z = -x.
func (z *element) negate(x *element) { z.sub(&element{}, x) }

// isZero reports whether z = 0 modulo p.
func (z *element) isZero() bool {
	return *z == element{} || *z == element(fieldPrime)
}

// invert sets z = 1/x for x not zero, as x^(p-2): 223 ones, 0, 22 ones, 00001, 011, 01.
func (z *element) invert(x *element) {
	var t element
	x2, x22 := t.power223(x)
	t.squares(&t, 23)
	t.mul(&t, &x22)
	t.squares(&t, 5)
	t.mul(&t, x)
	t.squares(&t, 3)
	t.mul(&t, &x2)
	t.squares(&t, 2)
	z.mul(&t, x)
}
