package boundary

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/chips/adapter"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
)

// Public values of a boundary proof: its cells are above PublicAbove, which is below 2^30,
// and the last of them is PublicLast.
const (
	PublicAbove = iota
	PublicLast
)

// Cells is the chip `boundary`: one row for each cell that a run touches, rising. A table
// of height n holds n of them, and at least one.
type Cells struct {
	Chip *air.Chip

	cell, segment, real, zero, input adapter.Col
	first, last                      adapter.Word
	step, below, above               distance
}

// distance is a number between 0 and maxDistance in two columns.
type distance struct{ lo, hi adapter.Col }

const (
	// distanceWeight is the weight of the high part. A number may have several pairs.
	distanceWeight = 1 << 13
	// maxDistance is 536,928,255: above the cells of all registers, and less than p/3.
	maxDistance = 0xffff * (1 + distanceWeight)
)

func newDistance(b *adapter.Builder, name string) (distance, air.Expr) {
	d := distance{b.Main(name+".lo", adapter.Checked), b.Main(name+".hi", adapter.Checked)}
	b.RangeCheck(d.lo.Expr, d.hi.Expr)
	return d, d.lo.Add(d.hi.Scale(distanceWeight))
}

func (d distance) put(row []uint32, v uint32) {
	hi := min(v/distanceWeight, 0xffff)
	d.lo.Put(row, v-hi*distanceWeight)
	d.hi.Put(row, hi)
}

// NewCells makes the chip.
func NewCells() *Cells {
	b := adapter.New("boundary")
	b.Shared()
	c := &Cells{
		cell:    b.Main("cell", "below 2^30 (GIMAGE, GINTERVAL)"),
		segment: b.Main("segment", "segment or 0 (GMEM)"),
		real:    b.Bit("real"), zero: b.Bit("zero"), input: b.Bit("input"),
		first: b.Word("first", adapter.Checked),
		last:  b.Word("last", "u16 (GMEM)"),
	}
	image := c.real.Sub(c.zero.Expr).Sub(c.input.Expr)
	b.Bool("image", image)
	c.initial(b, image)
	c.order(b)
	zero := b.Const(0)
	b.Supply(bus.GlobalMemory, c.real.Expr, segmentTuple(c.cell.Expr, zero, c.first.Limbs)...)
	b.Demand(bus.GlobalMemory, c.real.Expr, segmentTuple(c.cell.Expr, c.segment.Expr, c.last.Limbs)...)
	c.Chip = b.Done()
	return c
}

// initial is where the first value comes from, which bounds the cell too: cells of the
// program's tables are below 2^30. In an interval, first + below = last - above mod p with
// both distances at most maxDistance: their sum and last - first are below p, so they
// are equal and the cell is in the interval, as an integer.
func (c *Cells) initial(b *adapter.Builder, image air.Expr) {
	b.Demand(bus.GlobalImage, image, c.cell.Expr, c.first.Limbs[0], c.first.Limbs[1], c.first.Limbs[2], c.first.Limbs[3])
	var below, above air.Expr
	c.below, below = newDistance(b, "below")
	c.above, above = newDistance(b, "above")
	kind := c.zero.Scale(int64(rom.Zero)).Add(c.input.Scale(int64(rom.Input)))
	b.Demand(bus.GlobalInterval, c.zero.Add(c.input.Expr), c.cell.Sub(below), c.cell.Add(above), kind)
	for i, l := range c.first.Limbs {
		b.Zero("zero memory, limb "+string(rune('0'+i)), c.zero.Mul(l))
	}
	b.RangeCheck(c.first.Limbs[:]...)
}

// order makes cells rise: a cell is the one before plus 1 + step mod p. Cells are below
// 2^30, so the two sides differ by less than p and are equal as integers.
func (c *Cells) order(b *adapter.Builder) {
	var step air.Expr
	c.step, step = newDistance(b, "step")
	nextStep := c.step.lo.Next().Add(c.step.hi.Next().Scale(distanceWeight))
	// A proof without cells would have any public values.
	b.ZeroWhen(air.First, "the first row is real", c.real.SubInt(1))
	b.ZeroWhen(air.First, "the first cell is above", c.cell.Sub(b.Public(PublicAbove)).SubInt(1).Sub(step))
	b.ZeroWhen(air.Transition, "padding is at the end", c.real.Next().Mul(c.real.Not()))
	b.ZeroWhen(air.Transition, "cells rise", c.real.Next().Mul(c.cell.Next().Sub(c.cell.Expr).SubInt(1).Sub(nextStep)))
	atEnd := c.cell.Sub(b.Public(PublicLast))
	b.ZeroWhen(air.Transition, "the last real cell", c.real.Mul(c.real.Next().Not()).Mul(atEnd))
	b.ZeroWhen(air.Last, "the last cell", c.real.Mul(atEnd))
}

// Fill writes the main columns for cells that are all above a cell and rise. Intervals are
// those of the program.
func (c *Cells) Fill(above uint32, cells []record.Boundary, intervals []rom.Interval, cols [][]field.Element) error {
	if len(cells) == 0 || len(cells) > len(cols[0]) {
		return fmt.Errorf("fill boundary: %d cells in %d rows", len(cells), len(cols[0]))
	}
	previous := above
	for i := range cells {
		cell, at := cells[i].Cell, cells[i].Interval
		if cell <= previous || cell-previous > maxDistance {
			return fmt.Errorf("fill boundary: cell %d follows cell %d", cell, previous)
		}
		if at >= len(intervals) || at >= 0 && (cell < intervals[at].First || cell > intervals[at].Last) {
			return fmt.Errorf("fill boundary: cell %d is not in interval %d", cell, at)
		}
		previous = cell
	}
	adapter.Fill(cols, len(cells), func(row []uint32, i int) {
		before := above
		if i > 0 {
			before = cells[i-1].Cell
		}
		c.put(row, before, &cells[i], intervals)
	})
	return nil
}

func (c *Cells) put(row []uint32, before uint32, cell *record.Boundary, intervals []rom.Interval) {
	c.cell.Put(row, cell.Cell)
	c.segment.Put(row, cell.Segment)
	c.real.Put(row, 1)
	c.first.Put(row, cell.Initial)
	c.last.Put(row, cell.Last)
	c.step.put(row, cell.Cell-before-1)
	if cell.Interval < 0 {
		return
	}
	v := intervals[cell.Interval]
	c.zero.PutBool(row, v.Kind == rom.Zero)
	c.input.PutBool(row, v.Kind == rom.Input)
	c.below.put(row, cell.Cell-v.First)
	c.above.put(row, v.Last-cell.Cell)
}
