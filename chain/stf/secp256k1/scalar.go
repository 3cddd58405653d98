package secp256k1

// scalar is an integer modulo the group order n, below n, little-endian limbs.
type scalar [4]uint64

var groupOrder = [4]uint64{0xbfd25e8cd0364141, 0xbaaedce6af48a03b, 0xfffffffffffffffe, 0xffffffffffffffff}

// halfOrder is (n-1)/2.
var halfOrder = [4]uint64{0xdfe92f46681b20a0, 0x5d576e7357a4501d, 0xffffffffffffffff, 0x7fffffffffffffff}

func (z *scalar) negate(x *scalar) {
	t := scalar(groupOrder)
	subtractMod((*[4]uint64)(&t), (*[4]uint64)(x), &groupOrder)
	if *x == (scalar{}) {
		t = scalar{}
	}
	*z = t
}

func (z *scalar) add(x, y *scalar) {
	t := [4]uint64(*x)
	if increase(&t, (*[4]uint64)(y)) != 0 || !less(&t, &groupOrder) {
		subtract(&t, &groupOrder)
	}
	*z = scalar(t)
}

// Constants of the endomorphism (x, y) → (β·x, y), which multiplies a point by λ. They come from the short lattice basis (a1, b1), (a2, b2) of all (a, b) with a + b·λ = 0 modulo n;
// g1 = round(2^384·b2/n) and g2 = round(-2^384·b1/n).
var (
	lambda  = scalar{0xdf02967c1b23bd72, 0x122e22ea20816678, 0xa5261c028812645a, 0x5363ad4cc05c30e0}
	beta    = element{0xc1396c28719501ee, 0x9cf0497512f58995, 0x6e64479eac3434e9, 0x7ae96a2b657c0710}
	glvG1   = scalar{0xe893209a45dbb031, 0x3daa8a1471e8ca7f, 0xe86c90e49284eb15, 0x3086d221a7d46bcd}
	glvG2   = scalar{0x1571b4ae8ac47f71, 0x221208ac9df506c6, 0x6f547fa90abfe4c4, 0xe4437ed6010e8828}
	minusB1 = scalar{0x6f547fa90abfe4c3, 0xe4437ed6010e8828}
	minusB2 = scalar{0xd765cda83db1562c, 0x8a280ac50774346d, 0xfffffffffffffffe, 0xffffffffffffffff}
)

// split finds k1, k2 with k = k1 + k2·λ modulo n, each within 2^129 of 0 modulo n.
func split(k *scalar) (k1, k2 scalar) {
	c1, c2 := shiftedProduct(k, &glvG1), shiftedProduct(k, &glvG2)
	c1.mul(&c1, &minusB1)
	c2.mul(&c2, &minusB2)
	k2.add(&c1, &c2)
	k1.mul(&k2, &lambda)
	k1.negate(&k1)
	k1.add(&k1, k)
	return k1, k2
}
