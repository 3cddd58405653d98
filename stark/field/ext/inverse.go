package ext

// serialInverse is the length up to which the chain of products is not halved further.
const serialInverse = 16

// Inverse sets v to the inverses of a, zero where a is zero. v may be a.
//
// Montgomery's trick on a tree: the products of the first with the second half are
// inverted, then multiplied with the other factor. It costs the same three products an
// element as the chain, but all of them are vector products. It allocates about three
// vectors of the length of a.
func (v Vector) Inverse(a Vector) {
	mustMatch(v, a.Len())
	n := a.Len()
	tmp := NewVector(n)
	tmp.Copy(a)
	var zeros []int
	for i := range n {
		if tmp[0][i] == 0 && tmp.At(i).IsZero() {
			zeros = append(zeros, i)
			tmp.Set(i, One)
		}
	}
	invertTree(v, tmp)
	for _, i := range zeros {
		v.Set(i, E6{})
	}
}

// invertTree sets dst to the inverses of a, none of them zero; dst shares nothing with a.
func invertTree(dst, a Vector) {
	n := a.Len()
	if n <= serialInverse {
		invertChain(dst, a)
		return
	}
	h := n / 2
	lo, hi, odd := a.Slice(0, h), a.Slice(h, 2*h), n%2
	prod, inv := NewVector(h+odd), NewVector(h+odd)
	prod.Slice(0, h).Mul(lo, hi)
	if odd == 1 {
		prod.Set(h, a.At(n-1))
	}
	invertTree(inv, prod)
	dst.Slice(0, h).Mul(inv.Slice(0, h), hi)
	dst.Slice(h, 2*h).Mul(inv.Slice(0, h), lo)
	if odd == 1 {
		dst.Set(n-1, inv.At(h))
	}
}

// invertChain is the same with running products kept in dst.
func invertChain(dst, a Vector) {
	acc := One
	for i := range a.Len() {
		dst.Set(i, acc)
		acc = acc.Mul(a.At(i))
	}
	acc = acc.Inv()
	for i := a.Len() - 1; i >= 0; i-- {
		dst.Set(i, dst.At(i).Mul(acc))
		acc = acc.Mul(a.At(i))
	}
}
