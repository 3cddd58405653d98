package poseidon2

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/hash/poseidon2"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/chips/adapter"
	"github.com/ashlar-labs/ashlar/zkvm/record"
)

// outCells is the number of cells that are written.
const outCells = poseidon2.DigestLen / 2

// topLimb is the high limb of p = 0x7f00_0001.
const topLimb = field.Modulus >> 16

// Tables are the calls of both widths.
func Tables() []chips.Table {
	return []chips.Table{
		table("poseidon16", abi.EcallPoseidon2x16, poseidon2.Spec16()),
		table("poseidon24", abi.EcallPoseidon2x24, poseidon2.Spec24()),
	}
}

func table(name string, number uint64, spec poseidon2.Spec) chips.Table {
	c := newCall(name, number, spec)
	return chips.Table{
		Chip: c.Done(),
		Rows: func(seg *record.Segment) int { return len(seg.Calls[number]) },
		Fill: func(seg *record.Segment, cols [][]field.Element) {
			calls := seg.Calls[number]
			adapter.Fill(cols, len(calls), func(row []uint32, i int) { c.put(row, &calls[i]) })
			c.fillPadding(cols, len(calls))
		},
	}
}

// call is the chip of one width.
type call struct {
	*adapter.Call
	spec  poseidon2.Spec
	out   [outCells]adapter.Word
	tops  [poseidon2.DigestLen]adapter.Col
	first int // column of the first S-box
}

func newCall(name string, number uint64, spec poseidon2.Spec) *call {
	c := &call{Call: adapter.New(name).Call(number), spec: spec}
	out, in := c.Pointer(0, c.Real), c.Pointer(1, c.Real)
	x := make([]air.Expr, spec.Width)
	toElement := c.Const(montgomery)
	for i := range spec.Width / 2 {
		w := c.ReadCell(fmt.Sprintf("in%d.", i), in.AddInt(int64(i)), bus.FirstSlot, c.Real)
		x[2*i] = word(w.Limbs, 0).Mul(toElement)
		x[2*i+1] = word(w.Limbs, 1).Mul(toElement)
	}
	for i := range c.out {
		c.out[i] = c.Word(fmt.Sprintf("out%d.", i), adapter.Checked)
		c.RangeCheck(c.out[i].Limbs[:]...)
		c.WriteCell(fmt.Sprintf("out%d", i), out.AddInt(int64(i)), bus.CallWriteSlot, c.Real, c.out[i].Limbs)
	}
	for i := range c.tops {
		c.tops[i] = c.Main(fmt.Sprintf("top%d", i), "field (inverse)")
		c.reduced(i)
	}
	c.first = c.tops[len(c.tops)-1].At + 1
	y := permute(c.Builder, &spec, x)
	for i := range poseidon2.DigestLen {
		// On padding rows words are zero in both places, and this has to hold only on real
		// ones: P(0) is not zero.
		digest := y[i].Add(x[i]).Sub(word(c.out[i/2].Limbs, i%2).Mul(toElement))
		c.Zero(fmt.Sprintf("out%d is the digest", i), c.Real.Mul(digest))
	}
	c.Finish()
	return c
}

// montgomery is 2^-32: what a word is multiplied by.
var montgomery = field.New(1 << 32).Inv()

// word is the low or the high 32-bit word of a cell, below 2^32 as an integer; the element
// is its residue.
func word(l adapter.Limbs, i int) air.Expr { return l[2*i].Add(l[2*i+1].Scale(1 << 16)) }

// reduced demands that output word i is below p = 0x7f00 * 2^16 + 1. Limbs are u16, and so is
// 0x7f00 - high, so high is at most 0x7f00; where it is equal, low is zero: with d = 0x7f00 -
// high and t its inverse, d (1 - d t) = 0 and low (1 - d t) = 0.
func (c *call) reduced(i int) {
	low, high := c.out[i/2].Limbs[2*(i%2)], c.out[i/2].Limbs[2*(i%2)+1]
	d := c.Int(topLimb).Sub(high)
	c.RangeCheck(d)
	equal := d.Mul(c.tops[i].Expr).Not()
	c.Zero(fmt.Sprintf("top%d is an inverse", i), d.Mul(equal))
	c.Zero(fmt.Sprintf("out%d is below p", i), low.Mul(equal))
}

func (c *call) put(row []uint32, call *record.Call) {
	c.Call.Put(row, call, nil)
	const reads = 3 // a7, a0, a1
	x := make([]field.Element, c.spec.Width)
	for i := range x {
		w := call.Accesses[reads+i/2].Value >> (32 * (i % 2))
		x[i] = field.New(w & 0xffff_ffff).Mul(montgomery)
	}
	sbox := make([]field.Element, sboxes(&c.spec))
	fillPermutation(&c.spec, x, sbox)
	for i, v := range sbox {
		row[c.first+i] = v.Uint32()
	}
	for i := range c.out {
		v := call.Accesses[reads+c.spec.Width/2+i].Value
		c.out[i].Put(row, v)
		c.tops[2*i].Put(row, inverse(topLimb-uint32(v>>16&0xffff)))
		c.tops[2*i+1].Put(row, inverse(topLimb-uint32(v>>48)))
	}
}

func inverse(d uint32) uint32 { return field.New(uint64(d)).Inv().Uint32() }

// fillPadding writes the permutation of zero to the rows from n on: cubes hold on every
// row.
func (c *call) fillPadding(cols [][]field.Element, n int) {
	sbox := make([]field.Element, sboxes(&c.spec))
	fillPermutation(&c.spec, make([]field.Element, c.spec.Width), sbox)
	fill := func(col []field.Element, v field.Element) {
		for i := range col {
			col[i] = v
		}
	}
	for i, v := range sbox {
		fill(cols[c.first+i][n:], v)
	}
	top := field.New(topLimb).Inv()
	for _, t := range c.tops {
		fill(cols[t.At][n:], top)
	}
}
