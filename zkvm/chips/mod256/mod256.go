// Package mod256 proves the accelerators MULMOD256, DIVMOD256 and INVMOD256, one row per
// call. All three are the identity x y = q m + r over the integers with x, y, q, m, r below
// 2^256:
//
//	MULMOD  out = r, r < m
//	DIVMOD  y = 1, out = (q, r), r < m
//	INVMOD  r = 1, out = x, x < m
//
// So the results are unique: r < m makes q and r those of the division, and x with
// x y = 1 mod m, x < m is the one inverse (m = 0 and m = 1 have no x). A product whose
// quotient is not below 2^256 has no row, and package zkvm/accel refuses it.
//
// In: record.Call; numbers are four cells, least significant first.
package mod256

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/chips/adapter"
	"github.com/ashlar-labs/ashlar/zkvm/chips/bignum"
)

const (
	cells = 4
	limbs = 16
	// digits of the identity: products reach position 62, its carry 63.
	digits = 64
)

// Places of the accesses in the order of declaration.
const (
	atA7 = iota
	atA0
	atA1
	atA2
	atA3
	atX
	atY   = atX + cells
	atM   = atY + cells
	atOut = atM + cells
	at2nd = atOut + cells
)

// Accesses by number, in the order of record.Call.
var accesses = map[uint64][]int{
	abi.EcallMulMod256: list(atA7, atA0, atA1, atA2, atA3, -atX, -atY, -atM, -atOut),
	abi.EcallDivMod256: list(atA7, atA0, atA1, atA3, -atX, -atM, -atOut, -at2nd),
	abi.EcallInvMod256: list(atA7, atA0, atA2, atA3, -atY, -atM, -atOut),
}

// list expands negative places to four cells.
func list(places ...int) (out []int) {
	for _, p := range places {
		if p >= 0 {
			out = append(out, p)
			continue
		}
		for i := range cells {
			out = append(out, -p+i)
		}
	}
	return out
}

// call is the chip.
type call struct {
	*adapter.Call
	mul, div, inv air.Expr
	xw, yw, mw    [cells]adapter.Word // as read, or the prover's where not read
	x, y, m, q, r bignum.Number
	out, second   [cells]adapter.Word
	identity      bignum.Carries
	gap           [limbs]adapter.Col // m - 1 - r, or m - 1 - x
	borrows       [limbs - 1]adapter.Col
}

func newCall() *call {
	c := &call{Call: adapter.New("mod256").Call(abi.EcallMulMod256, abi.EcallDivMod256, abi.EcallInvMod256)}
	c.mul, c.div, c.inv = c.Flag(0), c.Flag(1), c.Flag(2)
	withX, withY := c.mul.Add(c.div), c.mul.Add(c.inv)
	out, px, py, pm := c.Pointer(0, c.Real), c.Pointer(1, withX), c.Pointer(2, withY), c.Pointer(3, c.Real)
	// Operands are read one after the other, so that they may be the same cells.
	c.read("x", &c.xw, px, c.Time.Expr, withX)
	c.read("y", &c.yw, py, c.Time.Add(c.mul), withY)
	c.read("m", &c.mw, pm, c.At(1).Add(c.mul), c.Real)
	c.x, c.y, c.m = bignum.FromWords(c.Builder, "xb", c.xw), bignum.FromWords(c.Builder, "yb", c.yw), bignum.FromWords(c.Builder, "mb", c.mw)
	c.q, c.r = bignum.Witness(c.Builder, "q"), bignum.Witness(c.Builder, "r")
	c.identity = bignum.Zero(c.Builder, "xy = qm + r", identity(c.Const(0), c.x.Bytes, c.y.Bytes, c.q.Bytes, c.m.Bytes, c.r.Bytes))
	c.units()
	c.below()
	c.write(out)
	c.Finish()
	return c
}

func (c *call) read(name string, words *[cells]adapter.Word, pointer, time, active air.Expr) {
	for i := range words {
		words[i] = c.ReadCellAt(fmt.Sprintf("%s%d.", name, i), pointer.AddInt(int64(i)), time, active)
	}
}

// identity are the digits of x y - q m - r: at most 32 * 255^2 + 255 = 2.1e6 in magnitude.
func identity[T bignum.Ring[T]](zero T, x, y, q, m, r []T) []T {
	d := bignum.Zeros(zero, digits)
	bignum.AddProduct(d, x, y, 1)
	bignum.AddProduct(d, q, m, -1)
	bignum.AddShifted(d, r, 0, -1)
	return d
}

// units: y is one in a division, r is one in an inversion.
func (c *call) units() {
	for k := range limbs {
		one := int64(0)
		if k == 0 {
			one = 1
		}
		c.Zero(fmt.Sprintf("y is 1, limb %d", k), c.div.Mul(c.y.Limb(k).SubInt(one)))
		c.Zero(fmt.Sprintf("r is 1, limb %d", k), c.inv.Mul(c.r.Limb(k).SubInt(one)))
	}
}

// below demands t < m with t = r, or x in an inversion: t + 1 + gap = m with gap a number
// of u16 limbs. Limb by limb t + gap + borrow = m + 2^16 borrow', all below 2^18.
func (c *call) below() {
	before := c.Real
	for k := range limbs {
		c.gap[k] = c.Main(fmt.Sprintf("gap%d", k), adapter.Checked)
		c.RangeCheck(c.gap[k].Expr)
		t := c.r.Limb(k).Add(c.inv.Mul(c.x.Limb(k).Sub(c.r.Limb(k))))
		sum := t.Add(c.gap[k].Expr).Add(before).Sub(c.m.Limb(k))
		if k < limbs-1 {
			c.borrows[k] = c.Bit(fmt.Sprintf("borrow%d", k))
			before = c.borrows[k].Expr
			sum = sum.Sub(before.Scale(1 << 16))
		}
		c.Zero(fmt.Sprintf("result below m, limb %d", k), sum)
	}
}

// write: the first number is r, q or x, the second one r in a division. Their limbs are
// those of checked bytes on rows that write.
func (c *call) write(out air.Expr) {
	for i := range cells {
		c.out[i] = c.Word(fmt.Sprintf("out%d.", i), "u16 (bytes)")
		for k := range 4 {
			n := 4*i + k
			v := c.mul.Mul(c.r.Limb(n)).Add(c.div.Mul(c.q.Limb(n))).Add(c.inv.Mul(c.x.Limb(n)))
			c.Zero(fmt.Sprintf("out limb %d", n), c.out[i].Limbs[k].Sub(v))
		}
		c.WriteCell(fmt.Sprintf("out%d", i), out.AddInt(int64(i)), bus.CallWriteSlot, c.Real, c.out[i].Limbs)
	}
	for i := range cells {
		c.second[i] = c.Word(fmt.Sprintf("rest%d.", i), "u16 (bytes)")
		for k := range 4 {
			c.Zero(fmt.Sprintf("rest limb %d", 4*i+k), c.div.Mul(c.second[i].Limbs[k].Sub(c.r.Limb(4*i+k))))
		}
		c.WriteCell(fmt.Sprintf("rest%d", i), out.AddInt(int64(cells+i)), bus.CallWriteSlot, c.div, c.second[i].Limbs)
	}
}
