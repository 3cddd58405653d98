//go:build ashlar_guest && riscv64

package secp256k1

import "github.com/ashlar-labs/ashlar/guest/accel"

// In a guest of the machine, products and squares are accelerator calls, and every element that they give is below p.

func (z *element) mul(x, y *element) {
	accel.MulMod256((*[4]uint64)(z), (*[4]uint64)(x), (*[4]uint64)(y), &fieldPrime)
}

func (z *element) square(x *element) { z.mul(x, x) }

// squareTimes squares z n times.
func (z *element) squareTimes(n int) {
	accel.SquareMod256((*[4]uint64)(z), &fieldPrime, uint64(n))
}

// add sets z = x + y; both below p.
func (z *element) add(x, y *element) {
	t := [4]uint64(*x)
	if increase(&t, (*[4]uint64)(y)) != 0 || !less(&t, &fieldPrime) {
		subtract(&t, &fieldPrime)
	}
	*z = element(t)
}

// negate sets z = -x for x below p.
func (z *element) negate(x *element) {
	t := fieldPrime
	if *x == (element{}) {
		t = [4]uint64{}
	}
	subtract(&t, (*[4]uint64)(x))
	*z = element(t)
}
