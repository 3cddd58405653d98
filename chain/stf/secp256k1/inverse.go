//go:build !(ashlar_guest && riscv64)

package secp256k1

// halve shifts (top·2^256 + x) right by one bit.
func halve(x *[4]uint64, top uint64) {
	x[0] = x[0]>>1 | x[1]<<63
	x[1] = x[1]>>1 | x[2]<<63
	x[2] = x[2]>>1 | x[3]<<63
	x[3] = x[3]>>1 | top<<63
}

// halveMod sets x = x/2 modulo the odd m; the result is below m when x is, and below 2^256 always.
func halveMod(x, m *[4]uint64) {
	if x[0]&1 == 0 {
		halve(x, 0)
		return
	}
	halve(x, increase(x, m))
}

// inverse is 1/x modulo the odd prime m, for 0 < x < m, by the binary extended Euclidean algorithm: u = a·x and v = b·x modulo m throughout, and gcd(u, v) = 1.
func inverse(x, m *[4]uint64) [4]uint64 {
	one := [4]uint64{1}
	u, v := *x, *m
	a, b := one, [4]uint64{}
	for u != one && v != one {
		for u[0]&1 == 0 {
			halve(&u, 0)
			halveMod(&a, m)
		}
		for v[0]&1 == 0 {
			halve(&v, 0)
			halveMod(&b, m)
		}
		if less(&u, &v) {
			subtract(&v, &u)
			subtractMod(&b, &a, m)
		} else {
			subtract(&u, &v)
			subtractMod(&a, &b, m)
		}
	}
	if u == one {
		return a
	}
	return b
}
