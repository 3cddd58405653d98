package curve

import "github.com/ashlar-labs/ashlar/zkvm/chips/bignum"

const (
	cells = 4
	limbs = 16
	// p = 2^256 - 2^32 - pTail.
	pTail = 977
	// topOffset is what t is above the true top of a quotient.
	topOffset = 16
	// digits of an identity: k p reaches position 64.
	digits = 66
)

// operands are the numbers of a row, as bytes, over a ring.
type operands[T bignum.Ring[T]] struct {
	zero              T
	add, double, real T // flags; real is their sum
	x1, y1, x2, y2    []T
	x3, y3, l, inv    []T
	k                 [4][]T
	top               [4]T
}

// identities are the digits of the four identities, in the order of the package
// documentation. Bounds: a product of numbers of bytes has digits up to 32 * 255^2 = 2.1e6. In
// an addition D and N have bytes in [-255, 255]; in a doubling D l is within [0, 4.2e6] and N,
// which is subtracted, within [0, 6.3e6]. k p adds at most 978 * 255 + 2^14 = 2.7e5, single
// numbers less than 1,000. So digits are within [-6.6e6, 4.5e6], as package bignum wants.
func identities[T bignum.Ring[T]](o *operands[T]) (d [4][]T) {
	for i := range d {
		d[i] = bignum.Zeros(o.zero, digits)
		o.subtractMultiple(d[i], i)
	}
	den := make([]T, bignum.Bytes)
	num, square := make([]T, bignum.Bytes), make([]T, bignum.Bytes)
	second, run := make([]T, bignum.Bytes), make([]T, bignum.Bytes)
	for i := range den {
		den[i] = o.add.Mul(o.x2[i].Sub(o.x1[i])).Add(o.double.Mul(o.y1[i]).Scale(2))
		num[i] = o.add.Mul(o.y2[i].Sub(o.y1[i]))
		square[i] = o.double.Mul(o.x1[i])
		second[i] = o.add.Mul(o.x2[i]).Add(square[i])
		run[i] = o.x1[i].Sub(o.x3[i])
	}
	bignum.AddProduct(d[0], den, o.inv, 1)
	d[0][0] = d[0][0].Sub(o.real)

	bignum.AddProduct(d[1], den, o.l, 1)
	bignum.AddShifted(d[1], num, 0, -1)
	bignum.AddProduct(d[1], square, o.x1, -3)

	bignum.AddProduct(d[2], o.l, o.l, 1)
	bignum.AddShifted(d[2], o.x1, 0, -1)
	bignum.AddShifted(d[2], second, 0, -1)
	bignum.AddShifted(d[2], o.x3, 0, -1)

	bignum.AddProduct(d[3], o.l, run, 1)
	bignum.AddShifted(d[3], o.y1, 0, -1)
	bignum.AddShifted(d[3], o.y3, 0, -1)
	return d
}

// subtractMultiple subtracts k p = k 2^256 - k 2^32 - 977 k.
func (o *operands[T]) subtractMultiple(d []T, i int) {
	top := o.top[i].Sub(o.real.Scale(topOffset))
	k := append(append([]T{}, o.k[i]...), top)
	bignum.AddShifted(d, k, bignum.Bytes, -1)
	bignum.AddShifted(d, k, 4, 1)
	bignum.AddShifted(d, k, 0, pTail)
}
