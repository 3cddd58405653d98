package muldiv

import (
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/chips/adapter"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// divRem is the chip of division. Write b' for the dividend as an integer: rs1, or its low
// 32 bits in a W form, signed or not by the operation; c' for the divisor likewise. The
// quotient q' and the remainder r' are integers in 64 bits and a sign bit,
//
//	q' = q - 2^64 q.negative,    r' = r - 2^64 r.negative,
//
// negative only when the operation is signed, and the chip proves
//
//	q' c' + r' = b'                        over the integers,
//	|r'| < |c'|                            unless c' = 0,
//	r' = 0, or r' < 0 exactly when b' < 0.
//
// So both are unique when c' is not zero, and so are their 64 bits: q' is between -2^63
// and 2^64. MinInt / -1 has q' = 2^63 and r' = 0, whose 64 bits are what RISC-V wants, and
// the W forms take the low 32 bits of q' = 2^31. When c' = 0 the identity says r' = b', and
// q is all ones by a constraint.
//
// The identity is checked mod 2^128, digit by digit. That is enough: |q'| and |r'| are at
// most 2^64, and with signed operations |c'| and |b'| at most 2^63, so the difference of the
// sides is at most 2^127 + 2^64 + 2^63; with unsigned ones it is between -2^64 and 2^128 - 2^64.
// Only zero is a multiple of 2^128 there.
type divRem struct {
	*adapter.Instruction
	signed, word, isDiv, isRem air.Expr

	dividend, divisor adapter.Word // as read
	c                 factor       // c' mod 2^64
	cUpper            upperBytes   // of its low limbs, which are the divisor's
	cBytes            byteColumns  // of its high limbs
	q                 factor
	qBytes            byteColumns
	r                 adapter.Word
	bTop, cTop        adapter.Col // the limb with the sign
	bNeg, cNeg        adapter.Col
	qNeg, rNeg        adapter.Col
	byZero            adapter.Col
	slack             adapter.Word // |c'| - |r'| - 1
	borrow            [3]adapter.Col
	columns           carries
	out               adapter.Word
	outNeg            adapter.Col
}

func newDivRem() chips.Table {
	d := makeDivRem()
	return adapter.Table(rom.DivRem, d.Builder, d.put)
}

func makeDivRem() *divRem {
	b := adapter.New("div_rem")
	in := b.Instruction(rv64.Div, rv64.Divu, rv64.Rem, rv64.Remu, rv64.Divw, rv64.Divuw, rv64.Remw, rv64.Remuw)
	d := &divRem{
		Instruction: in,
		signed:      in.Any(rv64.Div, rv64.Rem, rv64.Divw, rv64.Remw),
		word:        in.Any(rv64.Divw, rv64.Divuw, rv64.Remw, rv64.Remuw),
		isDiv:       in.Any(rv64.Div, rv64.Divu, rv64.Divw, rv64.Divuw),
		isRem:       in.Any(rv64.Rem, rv64.Remu, rv64.Remw, rv64.Remuw),
	}
	d.dividend, d.divisor = in.ReadRs1(), in.ReadRs2()
	d.signs()
	d.operands()
	d.identity()
	d.zeroDivisor()
	d.smallRemainder()
	d.result()
	in.Finish(in.Sequential())
	return d
}

// signs are those of b', c', q' and r'. Only signed operations have any.
func (d *divRem) signs() {
	top := func(name string, w adapter.Word) (top, negative adapter.Col) {
		top, negative = d.Main(name+".top", "u16 (constraint)"), d.Bit(name+".negative")
		v := w.Limbs
		d.Zero(name+".top", top.Sub(v[3]).Sub(d.word.Mul(v[1].Sub(v[3]))))
		d.Demand(bus.Range16, d.signed, top.Scale(2).Sub(negative.Scale(1<<16)))
		d.Zero(name+" is negative only when signed", d.signed.Not().Mul(negative.Expr))
		return top, negative
	}
	d.bTop, d.bNeg = top("b", d.dividend)
	d.cTop, d.cNeg = top("c", d.divisor)
	d.qNeg, d.rNeg = d.Bit("q.negative"), d.Bit("r.negative")
	d.Zero("q is negative only when signed", d.signed.Not().Mul(d.qNeg.Expr))
	d.Zero("r is negative only when b is", d.bNeg.Not().Mul(d.rNeg.Expr))
}

// operands are c' and q as bytes and r as limbs.
func (d *divRem) operands() {
	low, upper := split(d.Builder, "c.byte", d.divisor.Limbs[0], d.divisor.Limbs[1])
	high, cBytes := newBytes(d.Builder, "c.high", 4)
	d.c, d.cUpper, d.cBytes = factor(append(low, high...)), upper, cBytes
	c := d.c.limbs()
	for k := 2; k < 4; k++ {
		d.Zero("c is extended, limb "+string(rune('0'+k)), c[k].Sub(d.extended(d.divisor, d.cNeg, k)))
	}
	q, qBytes := newBytes(d.Builder, "q.byte", 8)
	d.q, d.qBytes = factor(q), qBytes
	d.r = d.Word("r", adapter.Checked)
	d.RangeCheck(d.r.Limbs[:]...)
	// The limbs of r add up to less than 2^18 < p: their sum is zero when they all are.
	d.Zero("r is zero or negative when b is negative", d.bNeg.Mul(d.rNeg.Not()).Mul(d.Sum(d.r.Limbs[:]...)))
}

// extended is limb k >= 2 of a word, or in a W form of the extension of its low half.
func (d *divRem) extended(w adapter.Word, negative adapter.Col, k int) air.Expr {
	v := w.Limbs[k]
	return v.Add(d.word.Mul(negative.Scale(u16Mask).Sub(v)))
}

// identity is q' c' + r' = b' mod 2^128. In size a digit's sum is at most 133,691,400 +
// 4 * 65535 + 4335 and 2^16 times a carry at most 284,200,000.
func (d *divRem) identity() {
	columns, carry := newCarries(d.Builder, 8, 8, d.Real)
	d.columns = columns
	c, q := d.c.limbs(), d.q.limbs()
	for k := range 8 {
		sum := digit(&d.q, &d.c, k).Add(carry[k])
		switch {
		case k < 2:
			sum = sum.Add(d.r.Limbs[k]).Sub(d.dividend.Limbs[k])
		case k < 4:
			sum = sum.Add(d.r.Limbs[k]).Sub(d.extended(d.dividend, d.bNeg, k))
		default:
			sum = sum.Sub(d.qNeg.Mul(c[k-4])).Sub(d.cNeg.Mul(q[k-4])).Add(d.rNeg.Sub(d.bNeg.Expr).Scale(u16Mask))
		}
		d.Zero("digit "+string(rune('0'+k)), sum.Sub(carry[k+1].Scale(1<<16)))
	}
}

// zeroDivisor pins division by zero. by_zero is one exactly when c' = 0: then because
// |r'| < 0 has no proof, and otherwise by the first constraint.
func (d *divRem) zeroDivisor() {
	d.byZero = d.Bit("by_zero")
	z := d.byZero.Expr
	c, q := d.c.limbs(), d.q.limbs()
	d.Zero("by zero", z.Mul(d.Sum(c[:]...)))
	for k := range q {
		d.Zero("quotient by zero, limb "+string(rune('0'+k)), z.Mul(q[k].SubInt(u16Mask)))
	}
	// Without these by_zero on padding and the sign of all ones would be open, and nothing
	// would depend on them.
	d.Zero("quotient by zero has no sign", z.Mul(d.qNeg.Expr))
	d.Zero("padding is not by zero", d.Real.Not().Mul(z))
}

// smallRemainder proves 0 <= |c'| - |r'| - 1 = slack. The complement of a negative word,
// limb by limb, is its size less one, so with x^ for the word or its complement
//
//	slack = c^ - r^ - (1 + r.negative - c.negative).
//
// A digit of it is at least -65537 with the borrow of the one below, which is at most 2.
func (d *divRem) smallRemainder() {
	d.slack = d.Word("slack", adapter.Checked)
	d.RangeCheck(d.slack.Limbs[:]...)
	c := d.c.limbs()
	size := func(limb, negative air.Expr) air.Expr {
		return limb.Add(negative.Mul(limb.Scale(-2).AddInt(u16Mask)))
	}
	taken := d.One().Add(d.rNeg.Expr).Sub(d.cNeg.Expr)
	when, all := d.Real.Sub(d.byZero.Expr), d.Sum(d.slack.Limbs[:]...)
	for k := range c {
		sum := size(c[k], d.cNeg.Expr).Sub(size(d.r.Limbs[k], d.rNeg.Expr)).Sub(taken)
		if k < len(d.borrow) {
			w := d.Main("borrow"+string(rune('0'+k)), "at most 2 (constraint)")
			d.Zero("borrow "+string(rune('0'+k))+" is at most 2", w.Mul(w.SubInt(1)).Mul(w.SubInt(2)))
			sum, d.borrow[k], taken, all = sum.Add(w.Scale(1<<16)), w, w.Expr, all.Add(w.Expr)
		}
		d.Zero("r is small, limb "+string(rune('0'+k)), when.Mul(sum.Sub(d.slack.Limbs[k])))
	}
	// Nothing depends on the slack then; it is not left open.
	d.Zero("no slack by zero", d.byZero.Mul(all))
}

// result is q or r, or in a W form its low half with its sign.
func (d *divRem) result() {
	d.out, d.outNeg = d.Word("out", "u16 (constraint)"), d.Bit("out.negative")
	q := d.q.limbs()
	for k, limb := range d.out.Limbs {
		isDiv, isRem, extension := d.isDiv, d.isRem, d.Const(0)
		if k >= 2 {
			isDiv, isRem = d.Any(rv64.Div, rv64.Divu), d.Any(rv64.Rem, rv64.Remu)
			extension = d.word.Mul(d.outNeg.Scale(u16Mask))
		}
		value := isDiv.Mul(q[k]).Add(isRem.Mul(d.r.Limbs[k])).Add(extension)
		d.Zero("result, limb "+string(rune('0'+k)), limb.Sub(value))
	}
	d.Demand(bus.Range16, d.word, d.out.Limbs[1].Scale(2).Sub(d.outNeg.Scale(1<<16)))
	d.Zero("only words have a sign", d.word.Not().Mul(d.outNeg.Expr))
	d.WriteRd(d.out.Limbs)
}
