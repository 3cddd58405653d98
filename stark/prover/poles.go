package prover

import (
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/field/vec"
)

// poles computes scale * x^shift / (x - z) for many base elements x and one z outside of
// the base field, shift 0 or 1. With s the Frobenius automorphism,
//
//	N(X) = prod_{i=0..5} (X - s^i(z))    has coefficients in the base field,
//	q(X) = prod_{i=1..5} (X - s^i(z))    gives 1/(x - z) = q(x) / N(x),
//
// and N(x) is not zero. So the inverses are in the base field, and what remains are sums
// of base elements times constants.
type poles struct {
	shift int
	q     [ext.Degree]ext.E6            // scaled coefficients
	n     [ext.Degree + 1]field.Element // coefficients of N
}

func newPoles(z, scale ext.E6, shift int) *poles {
	p := &poles{shift: shift}
	q := []ext.E6{ext.One}
	for conjugate := z.Frobenius(); len(q) < ext.Degree; conjugate = conjugate.Frobenius() {
		q = timesLinear(q, conjugate)
	}
	for j, c := range timesLinear(q, z) {
		p.n[j] = c[0]
	}
	for j, c := range q {
		p.q[j] = c.Mul(scale)
	}
	return p
}

// timesLinear is q times (X - a), coefficients from the constant one on.
func timesLinear(q []ext.E6, a ext.E6) []ext.E6 {
	out := make([]ext.E6, len(q)+1)
	for j, c := range q {
		out[j] = out[j].Sub(c.Mul(a))
		out[j+1] = out[j+1].Add(c)
	}
	return out
}

// poleScratch is room for one chunk.
type poleScratch struct {
	powers  [ext.Degree + 1][]field.Element // from x^0, which is not used, on
	norm    []field.Element
	inverse []field.Element
	tree    []field.Element
}

func newPoleScratch(rows int) *poleScratch {
	s := &poleScratch{}
	for j := range s.powers {
		s.powers[j] = make([]field.Element, rows)
	}
	s.norm, s.inverse, s.tree = make([]field.Element, rows), make([]field.Element, rows), make([]field.Element, 2*rows)
	return s
}

// at writes the values for x to out.
func (p *poles) at(out ext.Vector, x []field.Element, s *poleScratch) {
	rows := len(x)
	copy(s.powers[1], x)
	for j := 2; j < len(s.powers); j++ {
		vec.Mul(s.powers[j][:rows], s.powers[j-1][:rows], x)
	}
	norm := s.norm[:rows]
	copy(norm, s.powers[ext.Degree][:rows])
	addConstant(norm, p.n[0], s.inverse[:rows])
	for j := 1; j < ext.Degree; j++ {
		vec.AddScaled(norm, s.powers[j][:rows], p.n[j])
	}
	for k := range out {
		fill(out[k], 0)
	}
	if p.shift == 0 {
		for k := range out {
			fill(out[k], p.q[0][k])
		}
	}
	for j := 1 - p.shift; j < ext.Degree; j++ {
		out.AddScaledBase(s.powers[j+p.shift][:rows], p.q[j])
	}
	invertAll(s.inverse[:rows], norm, s.tree)
	out.MulBase(out, s.inverse[:rows])
}

// addConstant adds c to all of dst.
func addConstant(dst []field.Element, c field.Element, scratch []field.Element) {
	fill(scratch, c)
	vec.Add(dst, dst, scratch)
}

// invertAll sets dst to the inverses of a, none of which is zero; scratch has twice as many
// elements. The products of the first with the second half are inverted, and then
// multiplied with the other factor.
func invertAll(dst, a, scratch []field.Element) {
	n := len(a)
	if n <= 16 || n%2 == 1 {
		inverses(dst, a, 0)
		return
	}
	products, inverted := scratch[:n/2], scratch[n/2:n]
	vec.Mul(products, a[:n/2], a[n/2:])
	invertAll(inverted, products, scratch[n:])
	vec.Mul(dst[:n/2], inverted, a[n/2:])
	vec.Mul(dst[n/2:], inverted, a[:n/2])
}
