package accel

// SecpPrime is the modulus p of the field of secp256k1.
var SecpPrime = [4]uint64{0xfffffffefffffc2f, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff}

// SecpAdd is p + q by the chord through both: l = (yq - yp)/(xq - xp),
// x = l² - xp - xq, y = l·(xp - x) - yp. That the points lie on the curve is not
// asked: the formula has a value for any two points with different x.
func SecpAdd(p, q *[8]uint64) (out [8]uint64, why Refusal) {
	px, py, ok := coordinates(p)
	qx, qy, ok2 := coordinates(q)
	if !ok || !ok2 {
		return out, Coordinate
	}
	if px == qx {
		return out, EqualX
	}
	dx := subMod(&qx, &px)
	dy := subMod(&qy, &py)
	inv, _ := InvMod(&dx, &SecpPrime)
	l := mulSecp(&dy, &inv)
	return third(&l, &px, &py, &qx), OK
}

// SecpDouble is 2p by the tangent: l = 3·x²/(2·y), then as in [SecpAdd].
func SecpDouble(p *[8]uint64) (out [8]uint64, why Refusal) {
	x, y, ok := coordinates(p)
	if !ok {
		return out, Coordinate
	}
	if y == [4]uint64{} {
		return out, ZeroY
	}
	xx := mulSecp(&x, &x)
	xx = mulSecp(&xx, &[4]uint64{3})
	yy := mulSecp(&y, &[4]uint64{2})
	inv, _ := InvMod(&yy, &SecpPrime)
	l := mulSecp(&xx, &inv)
	return third(&l, &x, &y, &x), OK
}

// third is the negated third intersection of the curve with the line of slope l
// through (x1, y1), x2 being the x of the second intersection.
func third(l, x1, y1, x2 *[4]uint64) (out [8]uint64) {
	x := mulSecp(l, l)
	x = subMod(&x, x1)
	x = subMod(&x, x2)
	d := subMod(x1, &x)
	y := mulSecp(l, &d)
	y = subMod(&y, y1)
	copy(out[:4], x[:])
	copy(out[4:], y[:])
	return out
}

// coordinates splits a point and reports whether both are below p.
func coordinates(p *[8]uint64) (x, y [4]uint64, ok bool) {
	x, y = [4]uint64(p[:4]), [4]uint64(p[4:])
	return x, y, less(&x, &SecpPrime) && less(&y, &SecpPrime)
}
