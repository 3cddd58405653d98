// Package curve proves the accelerators SECP256K1_ADD and SECP256K1_DOUBLE, one row per
// call, for affine points given by two numbers of 256 bits each.
//
// With p = 2^256 - 2^32 - 977 and, for an addition, D = x2 - x1, N = y2 - y1, X = x2, for a
// doubling D = 2 y1, N = 3 x1^2, X = x1, a row proves modulo p
//
//	D inv = 1,   D l = N,   l^2 = x1 + X + x3,   l (x1 - x3) = y1 + y3
//
// and x3, y3 < p. The first identity says that D is not zero, so l is unique, and so are
// x3 and y3: the exceptional cases (equal or opposite points, a point of order two) have no
// row. That points lie on the curve is not asked; the formula has one value for what it
// accepts. Coordinates of the operands count modulo p.
//
// Every identity is one over the integers, left side - right side = k p, with
// k = K + (t - 16) 2^256, K of 32 bytes and t < 32: all k of numbers below 2^256 lie between
// -4 * 2^256 and 4 * 2^256.
//
// Reference: SEC 1, section 2.2.1; SEC 2, section 2.4.1.
package curve
