package block

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/zkvm/chips/adapter"
	"github.com/ashlar-labs/ashlar/zkvm/record"
)

// call is the chip block.
type call struct {
	*adapter.Call
	from  adapter.Col
	value adapter.Word
}

func newCall() *call {
	c := &call{Call: adapter.New("block").Call(numbers[:]...)}
	fill := c.Flag(1)
	to, from := c.Pointer(0, c.Real), c.argument()
	n := c.cells()
	c.Step = n.Scale(2)
	v := c.value.Limbs
	c.Demand(startBus, c.Real, c.Time.Expr, n, to, from, fill, v[0], v[1], v[2], v[3])
	c.Finish()
	return c
}

// argument reads a1: in a copy it is a pointer and the first source cell is returned; in a
// fill it is the value of every cell.
func (c *call) argument() air.Expr {
	move, fill := c.Flag(0), c.Flag(1)
	a1 := c.Argument(1, c.Real)
	c.from = c.Main("a1.cell", "u13 (RANGE16, MEM) in a copy, else 0 or u16")
	c.value = c.Word("value", "u16 (MEM, BLOCK)")
	// As in adapter.Pointer: the low limb is a u16 and 8 from < 2^19 < p, so they are equal
	// as integers and from < 2^13; the second limb is below 2^16 - 1.
	c.Zero("copy: a1 is a multiple of 8", move.Mul(a1.Limbs[0].Sub(c.from.Scale(8))))
	c.RangeCheck(c.from.Expr, a1.Limbs[1].Add(move))
	for i := 2; i < 4; i++ {
		c.Zero(fmt.Sprintf("copy: limb %d of a1 is zero", i), move.Mul(a1.Limbs[i]))
	}
	for i, limb := range c.value.Limbs {
		c.Zero(fmt.Sprintf("fill: limb %d of the value is that of a1", i), fill.Mul(limb.Sub(a1.Limbs[i])))
	}
	return c.from.Add(a1.Limbs[1].Scale(1 << 13))
}

// cells reads a2 and returns it: 1 to MaxAccelCells, and zero on padding rows.
func (c *call) cells() air.Expr {
	a2 := c.Argument(2, c.Real)
	n := a2.Limbs[0]
	for i := 1; i < 4; i++ {
		c.Zero(fmt.Sprintf("limb %d of a2 is zero", i), c.Real.Mul(a2.Limbs[i]))
	}
	c.Zero("padding has no cells", c.Real.Not().Mul(n))
	// n is a u16, so 16 (n - 1) is an integer from -16 to 2^20: a u16 for n from 1 to 4096.
	c.RangeCheck(n.Sub(c.Real).Scale((1 << 16) / abi.MaxAccelCells))
	return n
}

func (c *call) put(row []uint32, call *record.Call) {
	head := *call
	head.Accesses = call.Accesses[:registers]
	c.Call.Put(row, &head, nil)
	if call.Number == abi.EcallMemcpy {
		c.from.Put(row, uint32(call.Accesses[2].Value&0xffff)>>3)
	}
	_, first := cell{call, 0}.accesses()
	c.value.Put(row, first.Value)
}
