package main

// kernel is one width. diagonal lists the coefficients of the internal matrix but the
// first, which is -2 in both.
type kernel struct {
	width    int
	partials int
	diagonal []coefficient
}

// coefficient is times/2^shift, negated where negative is set.
type coefficient struct {
	times    int // 1 where shift is not zero
	shift    int
	negative bool
}

func mul(c int) coefficient { return coefficient{times: c} }
func div(k int) coefficient { return coefficient{times: 1, shift: k} }

func neg(c coefficient) coefficient {
	c.negative = true
	return c
}

var kernel16 = kernel{16, 20, []coefficient{
	mul(1), mul(2), div(1), mul(3), mul(4), neg(div(1)), neg(mul(3)), neg(mul(4)),
	div(8), div(3), div(24), neg(div(8)), neg(div(3)), neg(div(4)), neg(div(24)),
}}

var kernel24 = kernel{24, 23, []coefficient{
	mul(1), mul(2), div(1), mul(3), mul(4), neg(div(1)), neg(mul(3)), neg(mul(4)),
	div(8), div(2), div(3), div(4), div(5), div(6), div(24),
	neg(div(8)), neg(div(3)), neg(div(4)), neg(div(5)), neg(div(6)), neg(div(7)), neg(div(9)), neg(div(24)),
}}
