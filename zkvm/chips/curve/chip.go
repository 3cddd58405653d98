package curve

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/chips/adapter"
	"github.com/ashlar-labs/ashlar/zkvm/chips/bignum"
)

// Places of the accesses in the order of declaration: a7, a0, a1, a2, then cells.
const (
	atP   = 4
	atQ   = atP + 2*cells
	atOut = atQ + 2*cells
	atEnd = atOut + 2*cells
)

// call is the chip.
type call struct {
	*adapter.Call
	in      [4]bignum.Number // x1, y1, x2, y2
	out     [2]bignum.Number // x3, y3
	l, inv  bignum.Number
	k       [4]bignum.Number
	top     [4]adapter.Col
	carries [4]bignum.Carries
	reduced [2]reduced
}

// reduced are the columns that prove a number below p.
type reduced struct {
	sum, carry [3]adapter.Col
	inverse    adapter.Col
}

var names = [4]string{"D inv = 1", "D l = N", "l l = x1 + X + x3", "l (x1 - x3) = y1 + y3"}

func newCall() *call {
	c := &call{Call: adapter.New("curve").Call(abi.EcallSecp256k1Add, abi.EcallSecp256k1Double)}
	add, double := c.Flag(0), c.Flag(1)
	out, p, q := c.Pointer(0, c.Real), c.Pointer(1, c.Real), c.Pointer(2, add)
	words := append(c.read("p", p, c.Time.Expr, c.Real), c.read("q", q, c.Time.Add(add), add)...)
	for i, name := range []string{"x1", "y1", "x2", "y2"} {
		c.in[i] = bignum.FromWords(c.Builder, name, [cells]adapter.Word(words[cells*i:]))
	}
	c.out[0], c.out[1] = bignum.Witness(c.Builder, "x3"), bignum.Witness(c.Builder, "y3")
	c.l, c.inv = bignum.Witness(c.Builder, "l"), bignum.Witness(c.Builder, "inv")
	for i := range c.k {
		c.k[i] = bignum.Witness(c.Builder, fmt.Sprintf("k%d", i))
		c.top[i] = c.Main(fmt.Sprintf("top%d", i), "u5 (RANGE5)")
	}
	c.Demand(bus.Range5, c.One(), c.top[0].Expr, c.top[1].Expr, c.top[2].Expr)
	c.Demand(bus.Range5, c.One(), c.top[3].Expr, c.Const(0), c.Const(0))
	o := operands[air.Expr]{
		zero: c.Const(0), add: add, double: double, real: c.Real,
		x1: c.in[0].Bytes, y1: c.in[1].Bytes, x2: c.in[2].Bytes, y2: c.in[3].Bytes,
		x3: c.out[0].Bytes, y3: c.out[1].Bytes, l: c.l.Bytes, inv: c.inv.Bytes,
	}
	for i := range o.k {
		o.k[i], o.top[i] = c.k[i].Bytes, c.top[i].Expr
	}
	for i, d := range identities(&o) {
		c.carries[i] = bignum.Zero(c.Builder, names[i], d)
	}
	for i := range c.out {
		c.below(i)
		for j := range cells {
			at := int64(cells*i + j)
			c.WriteCell(fmt.Sprintf("out%d", at), out.AddInt(at), bus.CallWriteSlot, c.Real, c.out[i].Words(j))
		}
	}
	c.Finish()
	return c
}

func (c *call) read(name string, pointer, time, active air.Expr) (words []adapter.Word) {
	for i := range 2 * cells {
		words = append(words, c.ReadCellAt(fmt.Sprintf("%s%d.", name, i), pointer.AddInt(int64(i)), time, active))
	}
	return words
}

// below demands that result v is below p: v + 2^32 + 977 does not reach 2^256. The sum
// carries out of the top only when it carries out of limb 2 and limbs 3 to 15 are all
// 0xffff; then their distance from that, 13 numbers below 2^16, is zero and has no inverse.
func (c *call) below(i int) {
	r, v, name := &c.reduced[i], &c.out[i], []string{"x3", "y3"}[i]
	before := c.Const(0)
	for k, tail := range []int64{pTail, 0, 1} {
		r.sum[k] = c.Main(fmt.Sprintf("%s.sum%d", name, k), adapter.Checked)
		r.carry[k] = c.Bit(fmt.Sprintf("%s.sumcarry%d", name, k))
		c.RangeCheck(r.sum[k].Expr)
		sum := v.Limb(k).Add(c.Real.Scale(tail)).Add(before)
		c.Zero(fmt.Sprintf("%s plus tail, limb %d", name, k), sum.Sub(r.sum[k].Expr).Sub(r.carry[k].Scale(1<<16)))
		before = r.carry[k].Expr
	}
	distance := c.Const(0)
	for k := 3; k < limbs; k++ {
		distance = distance.Add(c.Int(0xffff).Sub(v.Limb(k)))
	}
	r.inverse = c.Main(name+".inverse", "field (inverse)")
	c.Zero(name+" is below p", r.carry[2].Mul(distance.Mul(r.inverse.Expr).Not()))
}
