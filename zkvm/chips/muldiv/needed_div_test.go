package muldiv

import (
	"fmt"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/chips/steptest"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

func TestDivRemParts(t *testing.T) {
	c := chipOf(newDivRem())
	right := rowOf(rv64.Remu, someX, 0x7123)
	common(c, []rv64.Op{rv64.Div, rv64.Divu, rv64.Rem, rv64.Remu, rv64.Divw, rv64.Divuw, rv64.Remw, rv64.Remuw}, right, 8)
	carryPairs(c, right, 8)
	divisionSigns(c)
	divisionIdentity(c, right)
	divisionByZero(c)
	divisionResult(c)
	c.Add("two flags", make([]field.Element, len(right)), func(r steptest.Row) {
		r.Set("is_div", 1)
		r.Set("is_divu", 1)
		r.Set("b0", 5)
		r.Set("slack0", 4)
		for k := range 8 {
			r.Set(fmt.Sprintf("carry%d.lo", k+1), 16)
		}
	})
	for k := range 3 {
		c.Add("borrow", rowOf(rv64.Divu, 5, ^uint64(0)), func(r steptest.Row) {
			// 2^16 * 32512 = p - 1.
			for name, by := range map[string]int64{fmt.Sprint("borrow", k): 32512, fmt.Sprint("slack", k): -1, fmt.Sprint("slack", k+1): -32512} {
				r.Set(name, int64(r.Get(name).Uint32())+by)
			}
		})
	}
	const stays = "the other constraints and ranges leave no other value; the argument in the comments uses it"
	report(t, c, map[string]string{
		"b.negative is a bit": stays, "c.negative is a bit": stays, "r.negative is a bit": stays, "by_zero is a bit": stays,
		"q is negative only when signed": stays, "padding is not by zero": stays,
	})
}

// addDivision adds a row whose numbers are wrong.
func addDivision(c *steptest.Cases, op rv64.Op, x, y, result uint64, v division, changes ...func(steptest.Row)) {
	c.Add(fmt.Sprintf("%v of %#x and %#x", op, x, y), divisionRow(op, x, y, result, v), func(r steptest.Row) {
		for _, change := range changes {
			change(r)
		}
	})
}

func divisionSigns(c *steptest.Cases) {
	minusOne := ^uint64(0)
	neg := func(v uint64) uint64 { return -v }
	addDivision(c, rv64.Div, minusOne, 5, minusOne/5, division{b: minusOne, c: 5, q: minusOne / 5})
	addDivision(c, rv64.Div, 5, minusOne, 0, division{b: 5, c: minusOne, r: 5})
	addDivision(c, rv64.Rem, minusOne, 5, 4, division{b: minusOne, c: 5, q: neg(1), r: 4, bNeg: true, qNeg: true})
	addDivision(c, rv64.Rem, 7, 2, minusOne, division{b: 7, c: 2, q: 4, r: minusOne, rNeg: true})
	addDivision(c, rv64.Divu, minusOne, 5, 0, division{b: minusOne, c: 5, r: minusOne, bNeg: true, rNeg: true})
	addDivision(c, rv64.Divu, 0, minusOne, 0, division{c: minusOne, cNeg: true})
	// q = (2^64 + 5) / 3 with a third of a sign.
	const third = 0x5555_5555_5555_5557
	addDivision(c, rv64.Div, 5, 3, third, division{b: 5, c: 3, q: third}, func(r steptest.Row) {
		r.SetElement("q.negative", field.New(3).Inv())
	})
	// A positive remainder of a negative dividend, as 2^64 + 1 less 2^64.
	addDivision(c, rv64.Div, neg(7), 2, neg(4), division{b: neg(7), c: 2, q: neg(4), r: 1, bNeg: true, qNeg: true, rNeg: true}, func(r steptest.Row) {
		r.Set("r3", 1<<16)
		r.Solve("r is small, limb 3", "slack3")
		for k := 3; k < 8; k++ {
			r.Solve(fmt.Sprint("digit ", k), fmt.Sprintf("carry%d.lo", k+1))
		}
	})
	for _, name := range []string{"b.top", "c.top"} {
		c.Add(name, rowOf(rv64.Divu, 100, 7), func(r steptest.Row) { r.Set(name, 1) })
	}
}

func divisionIdentity(c *steptest.Cases, right []field.Element) {
	for k, name := range []string{"out0", "out1", "out2", "out3"} {
		c.Add("digit", right, func(r steptest.Row) {
			// Another remainder, with the slack it has.
			limb, slack := fmt.Sprint("r", k), fmt.Sprint("slack", k)
			r.Set(limb, int64(r.Get(limb).Uint32())+1)
			r.Set(slack, int64(r.Get(slack).Uint32())-1)
			r.Solve(fmt.Sprint("result, limb ", k), name)
		})
	}
	// Products that are zero in all digits but one.
	for _, v := range [][2]uint64{{1 << 32, 1 << 32}, {1 << 48, 1 << 32}, {1 << 48, 1 << 48}, {1 << 56, 1 << 56}} {
		addDivision(c, rv64.Divu, 0, v[1], v[0], division{c: v[1], q: v[0]})
	}
	// A limb of r more than it may be, and the next one less.
	for k := range 3 {
		row := rowOf(rv64.Divu, 0x0005_0005_0005_0005, 0x7000_7000_7000_7000)
		c.Add("limb of r", row, func(r steptest.Row) {
			r.Set(fmt.Sprint("r", k), 5+1<<16)
			r.Set(fmt.Sprint("r", k+1), 4)
			r.Solve(fmt.Sprint("digit ", k), fmt.Sprintf("carry%d.lo", k+1))
			r.Solve(fmt.Sprint("r is small, limb ", k), fmt.Sprint("slack", k))
			r.Set(fmt.Sprint("borrow", k), 1)
			r.Solve(fmt.Sprint("r is small, limb ", k), fmt.Sprint("slack", k))
			r.Solve(fmt.Sprint("r is small, limb ", k+1), fmt.Sprint("slack", k+1))
		})
	}
	byZero := rowOf(rv64.Divu, 5, 0)
	for _, name := range []string{"r0", "r1", "r2", "r3"} {
		c.Add("another remainder", byZero, func(r steptest.Row) { r.Set(name, 9) })
	}
	// Bytes of one factor while the other is zero.
	for _, name := range []string{"q.byte0", "q.byte2", "q.byte4", "q.byte6"} {
		c.Add(name, rowOf(rv64.Remu, 5, 0), func(r steptest.Row) {
			upper := name[:6] + string(name[6]+1)
			r.Set(name, 255+256)
			r.Set(upper, 254)
		})
	}
	for _, name := range []string{"c.byte1", "c.byte3"} {
		c.Add(name, rowOf(rv64.Divu, 5, 0x7777_7777_7777_7777), func(r steptest.Row) { r.Set(name, 0) })
	}
	for _, pair := range [][2]string{{"c.high0", "c.high1"}, {"c.high2", "c.high3"}} {
		c.Add(pair[0], rowOf(rv64.Divu, 5, 0x7777_7777_7777_7777), func(r steptest.Row) {
			r.Set(pair[0], 0x77+256)
			r.Set(pair[1], 0x76)
		})
	}
	// Limbs of the divisor that are not those of the register.
	for k, y := range []uint64{0x6666_7777_7777, 0x6666_7777_7777_7777} {
		addDivision(c, rv64.Divu, 5, y, 0, division{b: 5, c: y ^ 1<<(32+16*k), r: 5})
	}
	addDivision(c, rv64.Divuw, 5, 0x1_0000_0007, 0, division{b: 5, c: 0x1_0000_0007, r: 5})
	addDivision(c, rv64.Remu, 14, 7, 7, division{b: 14, c: 7, q: 1, r: 7})
	for k := range 4 {
		c.Add("slack", right, func(r steptest.Row) {
			s := fmt.Sprint("slack", k)
			r.Set(s, int64(r.Get(s).Uint32())^1)
		})
		// The remainder is as large as the divisor in this limb; its slack is -1.
		y := uint64(7) << (16 * k)
		addDivision(c, rv64.Remu, 2*y, y, y, division{b: 2 * y, c: y, q: 1, r: y}, func(r steptest.Row) {
			for j := range 3 {
				r.Set(fmt.Sprint("borrow", j), 0)
			}
			for j := range 4 {
				r.Solve(fmt.Sprint("r is small, limb ", j), fmt.Sprint("slack", j))
			}
			for j := range k {
				// Borrows up to the limb.
				r.Set(fmt.Sprint("borrow", j), 1)
				r.Solve(fmt.Sprint("r is small, limb ", j), fmt.Sprint("slack", j))
				r.Solve(fmt.Sprint("r is small, limb ", j+1), fmt.Sprint("slack", j+1))
			}
		})
	}
}

func divisionByZero(c *steptest.Cases) {
	row := rowOf(rv64.Remu, 5, 0)
	c.Add("by zero with a sign", rowOf(rv64.Rem, 5, 0), func(r steptest.Row) {
		r.Set("q.negative", 1)
	})
	for k := range 4 {
		c.Add("another quotient by zero", row, func(r steptest.Row) { r.Set(fmt.Sprint("q.byte", 2*k), 1) })
	}
	c.Add("slack by zero", row, func(r steptest.Row) { r.Set("slack0", 1) })
	// As if the divisor were zero.
	c.Add("by zero", rowOf(rv64.Divu, ^uint64(0), 1), func(r steptest.Row) { r.Set("by_zero", 1) })
}

func divisionResult(c *steptest.Cases) {
	right := rowOf(rv64.Divu, someX, 0x7123)
	for k := range 4 {
		c.Add("another result", right, func(r steptest.Row) { r.Set(fmt.Sprint("out", k), 0xabcd) })
	}
	word := rowOf(rv64.Divuw, 0x7000_0000, 1)
	c.Add("sign of a word", word, func(r steptest.Row) {
		r.Set("out.negative", 1)
		r.Set("out2", 0xffff)
		r.Set("out3", 0xffff)
	})
	c.Add("sign without a word", right, func(r steptest.Row) { r.Set("out.negative", 1) })
	c.Add("sign that is no bit", rowOf(rv64.Divuw, 0, 5), func(r steptest.Row) {
		half := field.New(1 << 16).Inv().Neg()
		r.SetElement("out.negative", half)
		for _, name := range []string{"out2", "out3"} {
			r.SetElement(name, half.Mul(field.New(0xffff)))
		}
	})
}
