package muldiv

import (
	"fmt"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/chips/steptest"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// rowOf is the row of one step, alone in its table.
func rowOf(op rv64.Op, x, y uint64) []field.Element {
	in, _ := steptest.Alone(Tables(), stepOf(op, x, y))
	return steptest.RowOf(&in[0], 0)
}

func stepOf(op rv64.Op, x, y uint64) *record.Step {
	m := steptest.New()
	for _, f := range forms {
		if f.op != op {
			continue
		}
		step(m, f, x, y, 4)
		for _, steps := range m.Segment.Steps {
			if len(steps) == 1 {
				return &steps[0]
			}
		}
	}
	panic(op)
}

// common are cases for what every chip here has: flags, accesses, the write, unanswered
// messages. Rows of zeros are padding. Carries have an offset.
func common(c *steptest.Cases, flags []rv64.Op, right []field.Element, offset int64) {
	c.Unanswered(right)
	zeros := make([]field.Element, len(right))
	carries := func(r steptest.Row, real int64) {
		for k := 1; offset != 0 && k <= 8; k++ {
			r.Set(fmt.Sprintf("carry%d.lo", k), offset*real)
		}
	}
	for _, op := range flags {
		c.Add("a flag of two", zeros, func(r steptest.Row) {
			r.Set("is_"+op.String(), 2)
			carries(r, 2)
		})
		// Another flag keeps the sum a bit.
		other := flags[0]
		if other == op {
			other = flags[1]
		}
		c.Add("flags of minus one and one", zeros, func(r steptest.Row) {
			r.Set("is_"+op.String(), -1)
			r.Set("is_"+other.String(), 1)
		})
	}
	c.Add("two flags", zeros, func(r steptest.Row) {
		r.Set("is_"+flags[0].String(), 1)
		r.Set("is_"+flags[1].String(), 1)
		carries(r, 2)
	})
	for _, access := range []string{"rs1", "rs2", "rd"} {
		c.Add("time of padding", zeros, func(r steptest.Row) { r.Set(access+".lo", 1) })
		c.Add("lo", right, func(r steptest.Row) { r.Set(access+".lo", 1<<16) })
	}
	c.Add("hi", right, func(r steptest.Row) { r.Set("rs1.hi", 32) })
	for k := range 4 {
		c.Add("padding writes", zeros, func(r steptest.Row) { r.Set(fmt.Sprint("rd_old", k), 1) })
	}
}

// outOfRange moves a byte or limb out of range and lets the constraints that it is in hold
// by changing others, which stay in range.
func outOfRange(c *steptest.Cases, row []field.Element, column string, by int64, solve ...[2]string) {
	c.Add(column+" out of range", row, func(r steptest.Row) {
		r.Set(column, int64(r.Get(column).Uint32())+by)
		for _, s := range solve {
			r.Solve(s[0], s[1])
		}
	})
}

// carries are cases for the range of n carries: the same carry as another pair.
func carryPairs(c *steptest.Cases, row []field.Element, n int) {
	for k := 1; k <= n; k++ {
		c.Add("carry out of range", row, func(r steptest.Row) {
			lo, hi := fmt.Sprintf("carry%d.lo", k), fmt.Sprintf("carry%d.hi", k)
			r.Set(lo, int64(r.Get(lo).Uint32())+1600)
			r.Set(hi, int64(r.Get(hi).Uint32())-100)
		})
		c.Add("carry of padding", make([]field.Element, len(row)), func(r steptest.Row) {
			r.Set(fmt.Sprintf("carry%d.lo", k), 1600)
			r.Set(fmt.Sprintf("carry%d.hi", k), -100)
		})
	}
}

func report(t *testing.T, c *steptest.Cases, kept map[string]string) {
	t.Helper()
	left, err := c.Unneeded()
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range left {
		if kept[d.Name] == "" {
			t.Error(d)
		}
	}
}

func chipOf(table chips.Table) *steptest.Cases { return &steptest.Cases{Chip: table.Chip} }

const (
	someX = 0x7edc_ba98_7654_3210
	someY = 0x7123_4567_89ab_cdef
)

func TestMulParts(t *testing.T) {
	c := chipOf(newMul())
	right := rowOf(rv64.Mul, someX, someY)
	common(c, []rv64.Op{rv64.Mul, rv64.Mulw}, right, 0)
	factors(c, rv64.Mul)
	outOfRange(c, right, "r0", 1<<16, [2]string{"digit 0", "carry1.lo"}, [2]string{"digit 1", "r1"})
	outOfRange(c, right, "r1", 1<<16, [2]string{"digit 1", "carry2.lo"}, [2]string{"digit 2", "r2"})
	outOfRange(c, right, "r2", 1<<16, [2]string{"digit 2", "carry3.lo"}, [2]string{"digit 3", "r3"})
	outOfRange(c, right, "r3", 1<<16, [2]string{"digit 3", "carry4.lo"})
	carryPairs(c, right, 4)
	for _, column := range []string{"r0", "r1", "r2", "r3"} {
		c.Add("another product", right, func(r steptest.Row) { r.Set(column, 1) })
	}
	word := rowOf(rv64.Mulw, someX, someY)
	c.Add("sign of a word", word, func(r steptest.Row) {
		sign := int64(1 - r.Get("negative").Uint32())
		r.Set("negative", sign)
		r.Set("r2", sign*0xffff)
		r.Set("r3", sign*0xffff)
	})
	c.Add("extension", word, func(r steptest.Row) { r.Set("r2", 77) })
	c.Add("extension", word, func(r steptest.Row) { r.Set("r3", 77) })
	c.Add("carry of a word", word, func(r steptest.Row) { r.Set("carry3.lo", 1) })
	c.Add("carry of a word", word, func(r steptest.Row) { r.Set("carry4.lo", 1) })
	c.Add("sign without a word", right, func(r steptest.Row) { r.Set("negative", 1) })
	// A fraction of the extension passes all but the bit.
	c.Add("sign that is no bit", rowOf(rv64.Mulw, 0, 0), func(r steptest.Row) {
		sign := field.New(1 << 15).Inv().Neg()
		for name, v := range map[string]field.Element{"negative": sign, "r2": sign.Mul(field.New(0xffff)), "r3": sign.Mul(field.New(0xffff))} {
			r.SetElement(name, v)
		}
	})
	report(t, c, map[string]string{
		"negative is a bit": "2 r1 - 2^16 s and 65535 s in range have no other solution; it stays as what the comment rests on",
	})
}

// factors are bytes out of range: of one factor while the other is zero, so that the product
// stays. The lower byte is what remains of the limb.
func factors(c *steptest.Cases, op rv64.Op) {
	for k := range 4 {
		c.Add("byte", rowOf(op, 0x1234_1234_1234_1234, 0), func(r steptest.Row) { r.Set(fmt.Sprint("a.byte", 2*k+1), 0) })
		c.Add("byte", rowOf(op, 0, 0x1234_1234_1234_1234), func(r steptest.Row) { r.Set(fmt.Sprint("b.byte", 2*k+1), 0) })
	}
}

func TestMulHighParts(t *testing.T) {
	c := chipOf(newMulHigh())
	right := rowOf(rv64.Mulh, someX, someY)
	common(c, []rv64.Op{rv64.Mulh, rv64.Mulhsu, rv64.Mulhu}, right, 8)
	factors(c, rv64.Mulhu)
	names := []string{"low0", "low1", "low2", "low3", "high0", "high1", "high2", "high3"}
	for k, name := range names {
		solve := [][2]string{{fmt.Sprint("digit ", k), fmt.Sprintf("carry%d.lo", k+1)}}
		if k < 7 {
			solve = append(solve, [2]string{fmt.Sprint("digit ", k+1), names[k+1]})
		}
		outOfRange(c, right, name, 1<<16, solve...)
		c.Add("another product", right, func(r steptest.Row) { r.Set(name, 1) })
	}
	carryPairs(c, right, 8)
	unsigned := rowOf(rv64.Mulhu, someX, someY)
	c.Add("sign that nobody asks for", unsigned, func(r steptest.Row) { r.Set("a.negative", 1) })
	// 2x - 256 s in range for half of a sign.
	c.Add("sign that is no bit", unsigned, func(r steptest.Row) { r.SetElement("a.negative", field.New(256).Inv()) })
	c.Add("sign that is no bit", unsigned, func(r steptest.Row) { r.SetElement("b.negative", field.New(256).Inv()) })
	report(t, c, nil)
}
