package secp256k1

// element is a field element modulo p = 2^256 - 0x1000003d1: any representative below 2^256, little-endian limbs. normal() gives the one below p.
type element [4]uint64

var fieldPrime = [4]uint64{0xfffffffefffffc2f, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff}

// normal brings z below p.
func (z *element) normal() {
	if !less((*[4]uint64)(z), &fieldPrime) {
		subtract((*[4]uint64)(z), &fieldPrime)
	}
}

// squares sets z = x^(2^n).
func (z *element) squares(x *element, n int) {
	*z = *x
	z.squareTimes(n)
}

// power223 sets z = x^(2^223 - 1), and gives the powers of 2 and 22 one bits that its two users need after it.
func (z *element) power223(x *element) (x2, x22 element) {
	var x3, x44, t, u element
	x2.square(x)
	x2.mul(&x2, x)
	x3.square(&x2)
	x3.mul(&x3, x)
	t.squares(&x3, 3)
	t.mul(&t, &x3) // 6 ones
	t.squares(&t, 3)
	t.mul(&t, &x3) // 9
	t.squares(&t, 2)
	t.mul(&t, &x2) // 11
	u.squares(&t, 11)
	x22.mul(&u, &t)
	t.squares(&x22, 22)
	x44.mul(&t, &x22)
	t.squares(&x44, 44)
	t.mul(&t, &x44) // 88
	u.squares(&t, 88)
	t.mul(&u, &t) // 176
	t.squares(&t, 44)
	t.mul(&t, &x44) // 220
	t.squares(&t, 3)
	z.mul(&t, &x3)
	return x2, x22
}

// sqrt sets z to a root of x and reports whether x has one. p = 3 mod 4, so the candidate is x^((p+1)/4): 223 ones, 0, 22 ones, 0000, 11, 00.
func (z *element) sqrt(x *element) bool {
	var t, u element
	x2, x22 := t.power223(x)
	t.squares(&t, 23)
	t.mul(&t, &x22)
	t.squares(&t, 6)
	t.mul(&t, &x2)
	t.squares(&t, 2)
	u.square(&t)
	u.normal()
	want := *x
	want.normal()
	*z = t
	return u == want
}
