package ext

import "github.com/ashlar-labs/ashlar/stark/field"

// e2 is c[0] + c[1]*w in F[w]/(w^2 + w + 1), the subfield of E6 with w = X^3.
type e2 [2]field.Element

func (a e2) sub(b e2) e2 { return e2{a[0].Sub(b[0]), a[1].Sub(b[1])} }
func (a e2) add(b e2) e2 { return e2{a[0].Add(b[0]), a[1].Add(b[1])} }

// mul uses w^2 = -w - 1.
func (a e2) mul(b e2) e2 {
	hi := a[1].Mul(b[1])
	mid := a[0].Mul(b[1]).Add(a[1].Mul(b[0]))
	return e2{a[0].Mul(b[0]).Sub(hi), mid.Sub(hi)}
}

// mulW returns a * w.
func (a e2) mulW() e2 { return e2{a[1].Neg(), a[0].Sub(a[1])} }

// inv divides the conjugate a[0] + a[1]*w^2 by the norm; zero gives zero.
func (a e2) inv() e2 {
	norm := a[0].Square().Sub(a[0].Mul(a[1])).Add(a[1].Square())
	n := norm.Inv()
	return e2{a[0].Sub(a[1]).Mul(n), a[1].Neg().Mul(n)}
}

// Inv returns 1/a, and zero for a = 0.
//
// As A + B*X + C*X^2 over e2 with X^3 = w, the inverse is (r + s*X + t*X^2)/N with
// r = A^2 - w*B*C, s = w*C^2 - A*B, t = B^2 - A*C and N = A*r + w*(C*s + B*t).
func (a E6) Inv() E6 {
	A, B, C := e2{a[0], a[3]}, e2{a[1], a[4]}, e2{a[2], a[5]}
	r := A.mul(A).sub(B.mul(C).mulW())
	s := C.mul(C).mulW().sub(A.mul(B))
	t := B.mul(B).sub(A.mul(C))
	n := A.mul(r).add(C.mul(s).add(B.mul(t)).mulW()).inv()
	r, s, t = r.mul(n), s.mul(n), t.mul(n)
	return E6{r[0], s[0], t[0], r[1], s[1], t[1]}
}
