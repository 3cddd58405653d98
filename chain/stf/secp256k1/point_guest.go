//go:build ashlar_guest && riscv64

package secp256k1

import (
	"math/bits"

	"github.com/ashlar-labs/ashlar/guest/accel"
)

// In a guest of the machine, points are affine and a sum or a double is one accelerator call. The calls refuse what has no chord or tangent;
// everything exceptional is decided here: infinity, equal and opposite summands. (No point has y = 0: the order of the group is odd.)

// point is x, then y, both below p.
type point [8]uint64

// sum is a point or infinity.
type sum struct {
	point
	finite bool
}

// add sets s = s + q.
func (s *sum) add(q *point) {
	switch {
	case !s.finite:
		s.point, s.finite = *q, true
	case s.point[0] != q[0] || s.point[1] != q[1] || s.point[2] != q[2] || s.point[3] != q[3]:
		accel.Secp256k1Add((*[8]uint64)(&s.point), (*[8]uint64)(&s.point), (*[8]uint64)(q))
	case s.point == *q:
		s.double(1)
	default:
		s.finite = false
	}
}

// double sets s = 2^n·s.
func (s *sum) double(n uint64) {
	if s.finite {
		accel.Secp256k1Double((*[8]uint64)(&s.point), n)
	}
}

func (p *point) y() *[4]uint64 { return (*[4]uint64)(p[4:]) }
func (p *point) x() *[4]uint64 { return (*[4]uint64)(p[:4]) }

// negate sets p = -q.
func (p *point) negate(q *point) {
	p[0], p[1], p[2], p[3] = q[0], q[1], q[2], q[3]
	var b uint64
	p[4], b = bits.Sub64(fieldPrime[0], q[4], 0)
	p[5], b = bits.Sub64(fieldPrime[1], q[5], b)
	p[6], b = bits.Sub64(fieldPrime[2], q[6], b)
	p[7], _ = bits.Sub64(fieldPrime[3], q[7], b)
}

// endomorphism sets p = λ·q.
func (p *point) endomorphism(q *point) {
	accel.MulMod256(p.x(), q.x(), (*[4]uint64)(&beta), &fieldPrime)
	p[4], p[5], p[6], p[7] = q[4], q[5], q[6], q[7]
}

// Widths of the digits. A base digit stands at every second point digit.
const (
	pointWidth = 5
	baseWidth  = 2 * pointWidth
	digits     = 26 // of pointWidth bits: 130
)

// baseTables hold the multiples of G and of λ·G, at 2d for d·G and at 2d+1 for -d·G. They are made at package initialisation, so before any proof.
var baseTables = func() (t struct{ of, lambdas baseTable }) {
	s := sum{}
	var g point
	*g.x(), *g.y() = generator.x, generator.y
	for d := 1; d <= 1<<(baseWidth-1); d++ {
		s.add(&g)
		t.of[2*d] = s.point
		t.of[2*d+1].negate(&s.point)
		t.lambdas[2*d].endomorphism(&t.of[2*d])
		t.lambdas[2*d+1].endomorphism(&t.of[2*d+1])
	}
	return t
}()

type (
	baseTable  [2 * (1<<(baseWidth-1) + 1)]point
	otherTable [1<<(pointWidth-1) + 1]point
)

// pointTables hold the multiples of a point and of λ times it, at d for d times, and a negated one.
type pointTables struct {
	of, lambdas otherTable
	minus       point
}

// scratch is used by one recovery after the other: the machine has one hart, and a table of its own would have to be cleared.
var scratch pointTables

// fill makes the multiples of q. No step is exceptional: the multiples of a point up to its order are distinct.
func (t *pointTables) fill(q *affine) {
	*t.of[1].x(), *t.of[1].y() = q.x, q.y
	for d := 1; d < len(t.of); d++ {
		switch {
		case d == 1:
		case d%2 == 0:
			t.of[d] = t.of[d/2]
			accel.Secp256k1Double((*[8]uint64)(&t.of[d]), 1)
		default:
			accel.Secp256k1Add((*[8]uint64)(&t.of[d]), (*[8]uint64)(&t.of[d-1]), (*[8]uint64)(&t.of[1]))
		}
		t.lambdas[d].endomorphism(&t.of[d])
	}
}

// combine is a·G + b·q, and false when that is the point at infinity: four half-size scalars share the doublings.
func combine(a, b *scalar, q *affine) (out affine, ok bool) {
	scratch.fill(q)
	a1, a2 := split(a)
	b1, b2 := split(b)
	var base [2][digits / 2]int16
	var other [2][digits]int16
	baseDigits(&base[0], &a1)
	baseDigits(&base[1], &a2)
	pointDigits(&other[0], &b1)
	pointDigits(&other[1], &b2)
	var s sum
	for i := len(base[0]) - 1; i >= 0; i-- {
		s.double(pointWidth)
		s.addOther(&scratch.of, int(other[0][2*i+1]))
		s.addOther(&scratch.lambdas, int(other[1][2*i+1]))
		s.double(pointWidth)
		s.addOther(&scratch.of, int(other[0][2*i]))
		s.addOther(&scratch.lambdas, int(other[1][2*i]))
		s.addBase(&baseTables.of, int(base[0][i]))
		s.addBase(&baseTables.lambdas, int(base[1][i]))
	}
	return affine{*s.point.x(), *s.point.y()}, s.finite
}

// addBase adds the multiple of G or λ·G that a digit asks for.
func (s *sum) addBase(t *baseTable, digit int) {
	if digit == 0 {
		return
	}
	at := 2 * digit
	if digit < 0 {
		at = 1 - at
	}
	q := &t[at]
	if s.finite && s.point[0] != q[0] { // as add does, without a call
		accel.Secp256k1Add((*[8]uint64)(&s.point), (*[8]uint64)(&s.point), (*[8]uint64)(q))
		return
	}
	s.add(q)
}

// addOther adds the multiple of the other point that a digit asks for.
func (s *sum) addOther(t *otherTable, digit int) {
	if digit == 0 {
		return
	}
	q := &scratch.minus
	if digit > 0 {
		q = &t[digit]
	} else {
		q.negate(&t[-digit])
	}
	if s.finite && s.point[0] != q[0] { // as add does, without a call
		accel.Secp256k1Add((*[8]uint64)(&s.point), (*[8]uint64)(&s.point), (*[8]uint64)(q))
		return
	}
	s.add(q)
}
