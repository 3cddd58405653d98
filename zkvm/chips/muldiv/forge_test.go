package muldiv

import (
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/air/check"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/chips/steptest"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// divisionRow is a row whose numbers are not those of its operation.
func divisionRow(op rv64.Op, x, y, result uint64, v division) []field.Element {
	d := makeDivRem()
	chip := d.Done()
	s := *stepOf(op, x, y)
	s.Rd = result
	row := make([]uint32, len(chip.Main))
	d.putDivision(row, &s, &v)
	out := make([]field.Element, len(row))
	for i, w := range row {
		out[i] = field.New(uint64(w))
	}
	return out
}

// reasons are what refuses a row in a machine that agrees with all it says.
func reasons(t *testing.T, row []field.Element) string {
	t.Helper()
	in := check.Instance{Chip: newDivRem().Chip}
	for _, v := range row {
		in.Main = append(in.Main, []field.Element{v, 0})
	}
	external, err := steptest.Answers(&in)
	if err != nil {
		t.Fatal(err)
	}
	why, err := steptest.Refusals([]check.Instance{in}, external)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, w := range why {
		all = append(all, w.Text)
	}
	return strings.Join(all, "; ")
}

const minInt = 1 << 63

// Divisions with wrong results, each as consistent as can be.
func TestForgedDivisions(t *testing.T) {
	minusOne := ^uint64(0)
	neg := func(v uint64) uint64 { return -v }
	for name, c := range map[string]struct {
		op           rv64.Op
		x, y, result uint64
		v            division
		reason       string
	}{
		"right": {rv64.Div, 100, 7, 14, division{b: 100, c: 7, q: 14, r: 2}, ""},
		// q c + r = b holds mod 2^64: 3 * 0xaaaaaaaaaaaaaaab = 1.
		"quotient right mod 2^64": {rv64.Divu, 1, 3, 0xaaaa_aaaa_aaaa_aaab, division{b: 1, c: 3, q: 0xaaaa_aaaa_aaaa_aaab}, "digit 4"},
		"the same, signed":        {rv64.Div, 1, 3, 0xaaaa_aaaa_aaaa_aaab, division{b: 1, c: 3, q: 0xaaaa_aaaa_aaaa_aaab, qNeg: true}, "digit 4"},
		"quotient of the wrong sign": {rv64.Div, 1, 3, 0x5555_5555_5555_5555,
			division{b: 1, c: 3, q: 0x5555_5555_5555_5555, r: 2, qNeg: true}, "digit"},
		"remainder equal to the divisor":      {rv64.Remu, 14, 7, 7, division{b: 14, c: 7, q: 1, r: 7}, "r is small"},
		"remainder above the divisor":         {rv64.Divu, 100, 7, 13, division{b: 100, c: 7, q: 13, r: 9}, "r is small"},
		"remainder of the other sign":         {rv64.Rem, neg(7), 2, 1, division{b: neg(7), c: 2, q: neg(4), r: 1, bNeg: true, qNeg: true}, "r is zero or negative"},
		"negative remainder of a positive":    {rv64.Rem, 7, 2, minusOne, division{b: 7, c: 2, q: 4, r: minusOne, rNeg: true}, "r is negative only when b is"},
		"size of a negative remainder":        {rv64.Rem, neg(14), 7, neg(7), division{b: neg(14), c: 7, q: minusOne, r: neg(7), bNeg: true, qNeg: true, rNeg: true}, "r is small"},
		"size with a negative divisor":        {rv64.Rem, 14, neg(7), 7, division{b: 14, c: neg(7), q: minusOne, r: 7, cNeg: true, qNeg: true}, "r is small"},
		"size of two negative ones":           {rv64.Rem, neg(14), neg(7), neg(7), division{b: neg(14), c: neg(7), q: 1, r: neg(7), bNeg: true, cNeg: true, rNeg: true}, "r is small"},
		"dividend without its sign":           {rv64.Div, minusOne, 5, minusOne / 5, division{b: minusOne, c: 5, q: minusOne / 5}, "RANGE16"},
		"divisor without its sign":            {rv64.Div, 5, minusOne, 0, division{b: 5, c: minusOne, r: 5}, "RANGE16"},
		"unsigned with a sign":                {rv64.Divu, minusOne, 5, 0, division{b: minusOne, c: 5, r: minusOne, bNeg: true, rNeg: true}, "b is negative only when signed"},
		"unsigned divisor with a sign":        {rv64.Divu, 5, minusOne, neg(5), division{b: 5, c: minusOne, q: neg(5), cNeg: true, qNeg: true}, "c is negative only when signed"},
		"unsigned quotient with a sign":       {rv64.Divu, 5, minusOne, minusOne, division{b: 5, c: minusOne, q: minusOne, r: 4, qNeg: true}, "q is negative only when signed"},
		"overflow with a zero quotient":       {rv64.Div, minInt, minusOne, 0, division{b: minInt, c: minusOne, bNeg: true, cNeg: true, r: minInt, rNeg: true}, "r is small"},
		"overflow with a negative quotient":   {rv64.Div, minInt, minusOne, minInt, division{b: minInt, c: minusOne, q: minInt, bNeg: true, cNeg: true, qNeg: true}, "digit"},
		"overflow with a remainder":           {rv64.Rem, minInt, minusOne, minusOne, division{b: minInt, c: minusOne, q: minInt - 1, r: minusOne, bNeg: true, cNeg: true, rNeg: true}, "r is small"},
		"by zero with a quotient of zero":     {rv64.Div, 5, 0, 0, division{b: 5, r: 5}, "quotient by zero, limb 0"},
		"by zero with another remainder":      {rv64.Rem, 5, 0, 4, division{b: 5, q: minusOne, r: 4}, "digit 0"},
		"word with its upper half":            {rv64.Divuw, 5<<32 | 9, 3, 0x1_aaaa_aaad, division{b: 5<<32 | 9, c: 3, q: (5<<32 | 9) / 3, r: 0}, "digit 2"},
		"divisor word with its upper half":    {rv64.Remuw, 9, 1<<32 | 5, 9, division{b: 9, c: 1<<32 | 5, r: 9}, "c is extended, limb 2"},
		"word dividend without its sign":      {rv64.Divw, 0xffff_fff6, 3, 0x5555_5552, division{b: 0xffff_fff6, c: 3, q: 0xffff_fff6 / 3, r: 0}, "RANGE16"},
		"word result that is not extended":    {rv64.Divuw, 0xffff_ffff, 1, 0xffff_ffff, division{b: 0xffff_ffff, c: 1, q: 0xffff_ffff}, "RANGE16"},
		"word overflow that is not extended":  {rv64.Divw, 0x8000_0000, minusOne, 0x8000_0000, division{b: 0xffff_ffff_8000_0000, c: minusOne, q: 0x8000_0000, bNeg: true, cNeg: true}, "RANGE16"},
		"remainder for the quotient":          {rv64.Div, 100, 7, 2, division{b: 100, c: 7, q: 14, r: 2}, "result, limb 0"},
		"quotient for the remainder":          {rv64.Remu, 100, 7, 14, division{b: 100, c: 7, q: 14, r: 2}, "result, limb 0"},
		"a remainder of minus 2^64":           {rv64.Rem, neg(8), 2, 0, division{b: neg(8), c: 2, q: 1<<63 - 4, bNeg: true, rNeg: true}, "r is small"},
		"a dividend that is not that of rs1":  {rv64.Div, 100, 7, 15, division{b: 107, c: 7, q: 15, r: 2}, "digit 0"},
		"a divisor that is not that of rs2":   {rv64.Div, 100, 7 << 32, 9, division{b: 100, c: 11 << 32, r: 100}, "c is extended, limb 2"},
		"a low divisor that is not from rs2":  {rv64.Div, 100, 7, 9, division{b: 100, c: 7 + 256, r: 100}, "BYTES"},
		"by zero where the divisor is 2^48":   {rv64.Div, 5, 1 << 48, minusOne, division{b: 5, c: 0, q: minusOne, r: 5}, "c is extended, limb 3"},
		"a quotient of 2^63 is a zero result": {rv64.Div, minInt, 1, 0, division{b: minInt, c: 1, q: 0, r: minInt, bNeg: true, rNeg: true}, "r is small"},
	} {
		row := divisionRow(c.op, c.x, c.y, c.result, c.v)
		why := reasons(t, row)
		if c.reason == "" && why != "" || !strings.Contains(why, c.reason) {
			t.Errorf("%s: want %q, got %q", name, c.reason, why)
		}
	}
}

// A wrong result, claimed everywhere, is refused for every operation.
func TestWrongResults(t *testing.T) {
	for _, f := range forms {
		for _, p := range [][2]uint64{{someX, someY}, {minInt, ^uint64(0)}, {7, 0}, {0, 0}, {0xffff_ffff_8000_0000, 0xffff_ffff}} {
			right := f.result(p[0], p[1])
			for _, wrong := range []uint64{right + 1, right - 1, ^right, right ^ 1<<32, right ^ 1<<63, right ^ 0xffff_ffff<<32} {
				s := *stepOf(f.op, p[0], p[1])
				s.Rd = wrong
				in, external := steptest.Alone(Tables(), &s)
				if steptest.Accept(in, external) == nil {
					t.Errorf("%v of %#x and %#x: %#x is accepted", f.op, p[0], p[1], wrong)
				}
			}
		}
	}
}
