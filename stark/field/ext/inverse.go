package ext

// serialInverse is the length up to which the chain of products is not halved further.
const serialInverse = 16

// inverseChunk is the number of elements inverted together: their products stay in the
// second-level cache, and one inverse for so many costs next to nothing.
const inverseChunk = 1 << 11

// Inverse sets v to the inverses of a, zero where a is zero. v may be a.
//
// Montgomery's trick on a tree: the products of the first with the second half are
// inverted, then multiplied with the other factor. It costs the same three products an
// element as the chain, but all of them are vector products. It allocates at most three
// vectors of inverseChunk elements.
func (v Vector) Inverse(a Vector) {
	mustMatch(v, a.Len())
	n := min(a.Len(), inverseChunk)
	tmp, scratch := NewVector(n), NewVector(2*n+64)
	for at := 0; at < a.Len(); at += n {
		end := min(at+n, a.Len())
		invertChunk(v.Slice(at, end), a.Slice(at, end), tmp.Slice(0, end-at), scratch)
	}
}

func invertChunk(v, a, tmp, scratch Vector) {
	tmp.Copy(a)
	var zeros []int
	for i, c := range tmp[0] {
		if c == 0 && tmp.At(i).IsZero() {
			zeros = append(zeros, i)
			tmp.Set(i, One)
		}
	}
	invertTree(v, tmp, scratch)
	for _, i := range zeros {
		v.Set(i, E6{})
	}
}

// invertTree sets dst to the inverses of a, none of them zero; dst shares nothing with a.
// The scratch holds two vectors for each level, of half of the length above, rounded up.
func invertTree(dst, a, scratch Vector) {
	n := a.Len()
	if n <= serialInverse {
		invertChain(dst, a)
		return
	}
	h := n / 2
	lo, hi, odd := a.Slice(0, h), a.Slice(h, 2*h), n%2
	m := h + odd
	prod, inv := scratch.Slice(0, m), scratch.Slice(m, 2*m)
	prod.Slice(0, h).Mul(lo, hi)
	if odd == 1 {
		prod.Set(h, a.At(n-1))
	}
	invertTree(inv, prod, scratch.Slice(2*m, scratch.Len()))
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
