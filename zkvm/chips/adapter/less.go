package adapter

import (
	"github.com/ashlar-labs/ashlar/stark/air"
)

// Less compares two words: its result is one exactly when a < b, as unsigned numbers, or
// as signed ones on rows with signed = 1.
type Less struct {
	// Result is a bit that a < b determines.
	Result air.Expr

	result, diff Col
	marker       [4]Col
	// aSign and bSign are the sign bits where signed, else zero; without bSign the sign of
	// b is known otherwise.
	aSign, bSign Col
}

// Less adds the comparison of words with u16 limbs; signed is a bit.
func (b *Builder) Less(signed air.Expr, x, y Limbs) *Less {
	l := &Less{}
	l.aSign, l.bSign = b.Bit("a_sign"), b.Bit("b_sign")
	bias := signed.Scale(1 << 15)
	// The top limb plus 2^15 mod 2^16 where signed: in [0, 2^16) for one value of the sign
	// bit only, as limb + 2^15 - 2^16 sign is in [-2^15, 2^16 + 2^15); where not, the sign is
	// zero, for limb - 2^16 < 0 is out of range.
	x[3] = x[3].Add(bias).Sub(l.aSign.Scale(1 << 16))
	y[3] = y[3].Add(bias).Sub(l.bSign.Scale(1 << 16))
	b.RangeCheck(x[3], y[3])
	l.compare(b, x, y)
	return l
}

// LessImmediate is Less for an immediate y of which sign is the bit above all limbs.
func (b *Builder) LessImmediate(signed, sign air.Expr, x, y Limbs) *Less {
	l := &Less{}
	l.aSign, l.bSign = b.Bit("a_sign"), b.Main("b_sign", Bit)
	b.Zero("b_sign is the sign of the immediate", l.bSign.Sub(signed.Mul(sign)))
	bias := signed.Scale(1 << 15)
	x[3] = x[3].Add(bias).Sub(l.aSign.Scale(1 << 16)) // as in Less
	y[3] = y[3].Add(bias).Sub(l.bSign.Scale(1 << 16))
	b.RangeCheck(x[3])
	l.compare(b, x, y)
	return l
}

// compare works on u16 limbs. The marker is set at the highest limb that differs, if any.
func (l *Less) compare(b *Builder, x, y Limbs) {
	l.result, l.diff = b.Bit("less"), b.Main("diff", "0, or 1 to 2^16 (RANGE16)")
	l.Result = l.result.Expr
	for i := range l.marker {
		l.marker[i] = b.Bit("marker" + string(rune('0'+i)))
	}
	seen, delta := b.Const(0), b.Const(0)
	for i := 3; i >= 0; i-- {
		d := y[i].Sub(x[i])
		seen = seen.Add(l.marker[i].Expr)
		// Limbs above the marker are equal, and all limbs where there is none.
		b.Zero("limb "+string(rune('0'+i))+" differs under the marker only", seen.Not().Mul(d))
		delta = delta.Add(l.marker[i].Mul(d))
	}
	b.Bool("sum of markers", seen)
	// |delta| < 2^16, and diff - 1 is u16 where a marker is set: then the difference is not
	// zero and its sign, by result, is the order. Without a marker diff = 0.
	b.Zero("diff is the difference, greater minus less", l.diff.Sub(l.result.Scale(2).SubInt(1).Mul(delta)))
	b.RangeCheck(l.diff.Sub(seen))
	b.Zero("equal is not less", l.result.Mul(seen.Not()))
}

// Put writes all columns for operands x and y and returns whether x is less.
func (l *Less) Put(row []uint32, signed bool, x, y uint64) bool {
	if signed {
		row[l.aSign.At], row[l.bSign.At] = uint32(x>>63), uint32(y>>63)
		x, y = x^1<<63, y^1<<63
	}
	less := x < y
	l.result.PutBool(row, less)
	for i := 3; i >= 0; i-- {
		a, b := uint32(x>>(16*i)&0xffff), uint32(y>>(16*i)&0xffff)
		if a != b {
			row[l.marker[i].At] = 1
			row[l.diff.At] = max(a, b) - min(a, b)
			break
		}
	}
	return less
}
