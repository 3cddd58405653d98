//go:build !(ashlar_guest && riscv64)

package secp256k1

// jacobian is the point (x/z², y/z³); infinity has z = 0.
type jacobian struct{ x, y, z element }

func (p *jacobian) set(a *affine) { p.x, p.y, p.z = a.x, a.y, element{1} }

// double sets p = 2q. With l = 3x²/2, s = y², t = -x·s: x' = l² + 2t, y' = -(l·(x' + t) + s²), z' = y·z. This is the textbook tangent with z' halved, which saves additions.
// No point has order 2, so only infinity gives infinity, and z = 0 stays 0.
func (p *jacobian) double(q *jacobian) {
	var l, s, t, u element
	u.square(&q.x)
	l.double(&u)
	l.add(&l, &u)
	halveMod((*[4]uint64)(&l), &fieldPrime)
	s.square(&q.y)
	t.mul(&q.x, &s)
	t.negate(&t)
	p.z.mul(&q.y, &q.z)
	p.x.square(&l)
	p.x.add(&p.x, &t)
	p.x.add(&p.x, &t)
	u.add(&p.x, &t)
	u.mul(&l, &u)
	s.square(&s)
	u.add(&u, &s)
	p.y.negate(&u)
}

// addAffine sets p = p + q, complete.
func (p *jacobian) addAffine(q *affine) {
	if p.z.isZero() {
		p.set(q)
		return
	}
	var zz, u, s element
	zz.square(&p.z)
	u.mul(&q.x, &zz)
	s.mul(&q.y, &p.z)
	s.mul(&s, &zz)
	p.finishAdd(&p.x, &p.y, &u, &s, &p.z)
}

// add sets p = p + q, complete.
func (p *jacobian) add(q *jacobian) {
	if q.z.isZero() {
		return
	}
	if p.z.isZero() {
		*p = *q
		return
	}
	var pzz, qzz, u1, u2, s1, s2, z element
	pzz.square(&p.z)
	qzz.square(&q.z)
	u1.mul(&p.x, &qzz)
	u2.mul(&q.x, &pzz)
	s1.mul(&p.y, &q.z)
	s1.mul(&s1, &qzz)
	s2.mul(&q.y, &p.z)
	s2.mul(&s2, &pzz)
	z.mul(&p.z, &q.z)
	p.finishAdd(&u1, &s1, &u2, &s2, &z)
}

// finishAdd sets p to the sum of two finite points that have coordinates (u1, s1) and (u2, s2) over the common denominator z (x = u/z², y = s/z³).
// Arguments may alias p.
func (p *jacobian) finishAdd(u1, s1, u2, s2, z *element) {
	var h, r, hh, hhh, v, t element
	h.sub(u2, u1)
	r.sub(s2, s1)
	if h.isZero() {
		if !r.isZero() {
			*p = jacobian{} // opposite points
			return
		}
		q := jacobian{*u1, *s1, *z}
		p.double(&q)
		return
	}
	hh.square(&h)
	hhh.mul(&hh, &h)
	v.mul(u1, &hh)
	t.mul(s1, &hhh)
	p.z.mul(z, &h)
	p.x.square(&r)
	p.x.sub(&p.x, &hhh)
	p.x.sub(&p.x, &v)
	p.x.sub(&p.x, &v)
	v.sub(&v, &p.x)
	v.mul(&v, &r)
	p.y.sub(&v, &t)
}

// toAffine is p in normal affine coordinates; p is not infinity.
func (p *jacobian) toAffine() (a affine) {
	var zi, t element
	zi.invert(&p.z)
	t.square(&zi)
	a.x.mul(&p.x, &t)
	t.mul(&t, &zi)
	a.y.mul(&p.y, &t)
	a.x.normal()
	a.y.normal()
	return a
}

// Widths of the signed digits: tables hold the odd multiples below 2^(width-1).
const (
	baseWidth  = 8 // of the generator: 64 points, made at package initialisation, so before any proof
	pointWidth = 5 // of the other point: 8 points, made for each recovery
)

// baseTables hold the odd multiples of G and of λ·G.
var baseTables = func() (t [2][1 << (baseWidth - 2)]affine) {
	var step, p jacobian
	p.set(&generator)
	step.double(&p)
	for i := range t[0] {
		a := p.toAffine()
		t[0][i] = a
		a.x.mul(&a.x, &beta)
		t[1][i] = a
		p.add(&step)
	}
	return t
}()

// pointTable fills the odd multiples of q and of λ·q.
func pointTable(t *[2][1 << (pointWidth - 2)]jacobian, q *affine) {
	var step, p jacobian
	p.set(q)
	step.double(&p)
	for i := range t[0] {
		t[0][i] = p
		t[1][i] = p
		t[1][i].x.mul(&p.x, &beta)
		p.add(&step)
	}
}

// doubleMul is a·G + b·q: four half-size scalars with signed digits share the doublings.
func doubleMul(a, b *scalar, q *affine) (p jacobian) {
	var table [2][1 << (pointWidth - 2)]jacobian
	pointTable(&table, q)
	a1, a2 := split(a)
	b1, b2 := split(b)
	var base, point [2][maxDigits]int8
	length := max(recode(&base[0], &a1, baseWidth), recode(&base[1], &a2, baseWidth),
		recode(&point[0], &b1, pointWidth), recode(&point[1], &b2, pointWidth))
	for i := length - 1; i >= 0; i-- {
		p.double(&p)
		for h := range 2 {
			if d := base[h][i]; d != 0 {
				t := baseTables[h][abs(d)>>1]
				if d < 0 {
					t.y.negate(&t.y)
				}
				p.addAffine(&t)
			}
			if d := point[h][i]; d != 0 {
				t := table[h][abs(d)>>1]
				if d < 0 {
					t.y.negate(&t.y)
				}
				p.add(&t)
			}
		}
	}
	return p
}

// combine is a·G + b·q in normal affine coordinates, and false when that is the point at infinity.
func combine(a, b *scalar, q *affine) (sum affine, ok bool) {
	p := doubleMul(a, b, q)
	if p.z.isZero() {
		return sum, false
	}
	return p.toAffine(), true
}

func abs(d int8) int {
	if d < 0 {
		return -int(d)
	}
	return int(d)
}
