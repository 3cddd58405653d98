package prover

import (
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/field/vec"
)

// inverterRows is the number of elements inverted together: the scratch vectors for them
// stay in the first-level cache.
const inverterRows = 256

// inverter inverts vectors over E6 by way of the base field, which is faster than products
// of products in E6 (BenchmarkInverter).
//
// As A + B X + C X^2 over K = F[w]/(w^2 + w + 1) with X^3 = w, an inverse is
// (r + s X + t X^2)/N with
//
//	r = A^2 - w B C    s = w C^2 - A B    t = B^2 - A C    N = A r + w (C s + B t)
//
// N is in K, and 1/N its conjugate over its norm, which is in F. No element may be zero,
// or the inverses next to it are wrong.
type inverter struct {
	r, s, t, x, y, norm quadratic
	tmp, zero, tree     []field.Element
}

// quadratic is a vector over K: q[0] + q[1] w.
type quadratic [2][]field.Element

func newQuadratic() quadratic {
	return quadratic{make([]field.Element, inverterRows), make([]field.Element, inverterRows)}
}

func newInverter() *inverter {
	return &inverter{
		r: newQuadratic(), s: newQuadratic(), t: newQuadratic(),
		x: newQuadratic(), y: newQuadratic(), norm: newQuadratic(),
		tmp: make([]field.Element, inverterRows), zero: make([]field.Element, inverterRows),
		tree: make([]field.Element, 2*inverterRows),
	}
}

// invert sets dst to the inverses of a, which may be dst.
func (v *inverter) invert(dst, a ext.Vector) {
	for from := 0; from < a.Len(); from += inverterRows {
		to := min(from+inverterRows, a.Len())
		v.part(dst.Slice(from, to), a.Slice(from, to))
	}
}

func (v *inverter) part(dst, e ext.Vector) {
	n := e.Len()
	a, b, c := quadratic{e[0], e[3]}, quadratic{e[1], e[4]}, quadratic{e[2], e[5]}
	r, s, t, x, y, norm := v.r.cut(n), v.s.cut(n), v.t.cut(n), v.x.cut(n), v.y.cut(n), v.norm.cut(n)
	tmp, zero := v.tmp[:n], v.zero[:n]

	r.square(a, tmp)
	x.mul(b, c, tmp)
	r.subW(x)
	s.mul(a, b, tmp)
	x.square(c, tmp)
	s.subW(x) // -s
	t.square(b, tmp)
	x.mul(a, c, tmp)
	t.sub(x)
	norm.mul(a, r, tmp)
	x.mul(c, s, tmp)
	y.mul(b, t, tmp)
	x.sub(y) // -(C s + B t)
	norm.subW(x)

	// The norm of N is N0 (N0 - N1) + N1^2, its conjugate (N0 - N1) - N1 w.
	vec.Sub(x[0], norm[0], norm[1])
	vec.Mul(y[0], norm[0], x[0])
	vec.Mul(y[1], norm[1], norm[1])
	vec.Add(y[0], y[0], y[1])
	invertAll(y[1], y[0], v.tree)
	vec.Mul(x[0], x[0], y[1])
	vec.Mul(x[1], norm[1], y[1])
	quadratic{dst[0], dst[3]}.mulConjugate(r, x, tmp)
	quadratic{dst[2], dst[5]}.mulConjugate(t, x, tmp)
	vec.Sub(x[0], zero, x[0])
	vec.Sub(x[1], zero, x[1])
	quadratic{dst[1], dst[4]}.mulConjugate(s, x, tmp)
}

func (q quadratic) cut(n int) quadratic { return quadratic{q[0][:n], q[1][:n]} }

// sub sets q to q - x.
func (q quadratic) sub(x quadratic) {
	vec.Sub(q[0], q[0], x[0])
	vec.Sub(q[1], q[1], x[1])
}

// subW sets q to q - w x, with w x = -x1 + (x0 - x1) w. It overwrites x.
func (q quadratic) subW(x quadratic) {
	vec.Add(q[0], q[0], x[1])
	vec.Sub(x[0], x[0], x[1])
	vec.Sub(q[1], q[1], x[0])
}

// square sets q to x^2 = (x0 - x1)(x0 + x1) + x1 (2 x0 - x1) w. It is not x.
func (q quadratic) square(x quadratic, tmp []field.Element) {
	vec.Sub(tmp, x[0], x[1])
	vec.Add(q[1], x[0], x[1])
	vec.Mul(q[0], tmp, q[1])
	vec.Add(tmp, tmp, x[0])
	vec.Mul(q[1], tmp, x[1])
}

// mul sets q to x y = x0 y0 - x1 y1 + (x0 y1 + x1 (y0 - y1)) w. It is neither of them.
func (q quadratic) mul(x, y quadratic, tmp []field.Element) {
	vec.Sub(tmp, y[0], y[1])
	vec.Mul(q[1], x[1], tmp)
	vec.Mul(tmp, x[0], y[1])
	vec.Add(q[1], q[1], tmp)
	vec.Mul(q[0], x[0], y[0])
	vec.Mul(tmp, x[1], y[1])
	vec.Sub(q[0], q[0], tmp)
}

// mulConjugate sets q to x (y0 - y1 w) = x0 y0 + x1 y1 + (x1 y0 + (x1 - x0) y1) w. It is
// neither of them.
func (q quadratic) mulConjugate(x, y quadratic, tmp []field.Element) {
	vec.Mul(q[0], x[0], y[0])
	vec.Mul(tmp, x[1], y[1])
	vec.Add(q[0], q[0], tmp)
	vec.Sub(tmp, x[1], x[0])
	vec.Mul(tmp, tmp, y[1])
	vec.Mul(q[1], x[1], y[0])
	vec.Add(q[1], q[1], tmp)
}
