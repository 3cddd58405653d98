package boundary

import (
	"slices"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/stark/air/check"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/chips/steptest"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
)

func (c *cutter) local() {
	padding := len(c.f.segments[0].Local)
	c.add("local", 0, padding, func(r steptest.Row) { r.Set("real", 2) })
	c.add("local", 0, 1, func(r steptest.Row) { r.Set("previous", 1) })
	c.add("local", 0, padding, func(r steptest.Row) { r.Set("time", 5) })
	for _, limb := range []string{"out0", "out1", "out2", "out3"} {
		c.add("local", 0, padding, func(r steptest.Row) { r.Set(limb, 5) })
	}
	// A full table, and a machine that does not answer what is sent, or what is received.
	for _, sent := range []bool{true, false} {
		in := steptest.Fill(Tables()[:1], &record.Segment{Local: c.f.segments[0].Local[:7]}, 3)[0]
		in.Publics = []field.Element{field.One}
		c.instance(in, nil)
		last := &c.cases[len(c.cases)-1]
		last.External = slices.DeleteFunc(last.External, func(m check.Message) bool { return (m.Tuple[5] == 0) == sent })
	}
}

func (c *cutter) programs() {
	padding := len(c.f.segments[0].Program)
	c.add("program", 0, padding, func(r steptest.Row) { r.Set("real", 2) })
	c.add("program", 0, padding, func(r steptest.Row) { r.Set("times", 1) })
	c.instance(*c.f.table("program", 0), []string{bus.ROM.Name})
	for _, name := range []string{"rom", "image", "interval"} {
		in := c.f.table(name, 0)
		for _, times := range in.Chip.Main {
			c.add(name, 0, len(in.Main[0])-1, func(r steptest.Row) { r.Set(times.Name, 1) })
		}
	}
}

func (c *cutter) boundary() {
	second := len(c.f.cells) - len(c.f.cells)/2 // rows of the second proof
	end := second - 1
	c.add("boundary", 1, end, func(r steptest.Row) { c.first(r, 2, 1, 0) })
	c.add("boundary", 1, end, func(r steptest.Row) { c.first(r, 1, -1, 1) })
	c.add("boundary", 1, end, func(r steptest.Row) { c.first(r, 1, 1, -1) })
	c.add("boundary", 1, end, func(r steptest.Row) { c.first(r, 1, 1, 1) })
	zero := c.f.free(rom.Zero)
	for _, limb := range []string{"first0", "first1", "first2", "first3"} {
		c.addAt(zero, func(r steptest.Row) { r.Set(limb, 1) })
		c.add("boundary", 1, end, func(r steptest.Row) { r.Set(limb, 1<<16) })
	}
	c.add("boundary", 1, 0, func(r steptest.Row) {
		for i := range second {
			row := steptest.Row{In: r.In, At: i}
			for _, flag := range []string{"real", "zero", "input"} {
				row.Set(flag, 0)
			}
		}
	})
	c.add("boundary", 1, 0, func(r steptest.Row) { r.In.Publics[PublicAbove] = 5 })
	c.add("boundary", 1, 0, func(r steptest.Row) { r.In.Publics[PublicLast] = 5 })
	c.add("boundary", 1, 1, func(r steptest.Row) { r.Set("step.lo", 12345) })
	c.gap()
	c.full()
	for _, distance := range []string{"below", "above"} {
		c.add("boundary", 1, end, func(r steptest.Row) { r.Set(distance+".lo", 1<<16) })
		c.add("boundary", 1, end, func(r steptest.Row) { r.Set(distance+".hi", 1<<16) })
	}
	// One step in other pairs, with one part out of range.
	far := slices.IndexFunc(c.f.cells, func(v record.Boundary) bool { return v.Cell >= abi.HeapBase/8 })
	c.add("boundary", 0, far, func(r steptest.Row) {
		*cellOf(r, "step.lo") = r.Get("step.lo").Add(field.New(8 * distanceWeight))
		*cellOf(r, "step.hi") = r.Get("step.hi").Sub(field.New(8))
	})
	c.add("boundary", 1, 0, func(r steptest.Row) {
		*cellOf(r, "step.lo") = r.Get("step.lo").Add(field.One)
		*cellOf(r, "step.hi") = r.Get("step.hi").Sub(field.New(distanceWeight).Inv())
	})
}

// first sets the flags of a row, whose value becomes zero.
func (c *cutter) first(r steptest.Row, isReal, zero, input int64) {
	r.Set("real", isReal)
	r.Set("zero", zero)
	r.Set("input", input)
	r.SetWord("first", 0)
}

func (c *cutter) addAt(at steptest.Row, change func(r steptest.Row)) {
	in := *at.In
	in.Main = clone(in.Main)
	change(steptest.Row{In: &in, At: at.At})
	c.instance(in, nil)
}

// gap is a cell, padding, and the same cell again.
func (c *cutter) gap() {
	in := c.f.run.boundary(c.t, 5, c.f.cells[:1])
	cell := int64(c.f.cells[0].Cell)
	rows := [3]steptest.Row{{In: &in, At: 0}, {In: &in, At: 1}, {In: &in, At: 2}}
	rows[1].Set("cell", cell-1)
	for _, column := range in.Chip.Main {
		*cellOf(rows[2], column.Name) = rows[0].Get(column.Name)
	}
	rows[2].Set("step.lo", 0)
	rows[2].Set("step.hi", 0)
	c.instance(in, nil)
}

// full is a table without padding whose last cell is not the public one.
func (c *cutter) full() {
	chip := NewCells()
	cells := make([]record.Boundary, 0, 4)
	for _, cell := range c.f.cells[:4] {
		cells = append(cells, cell)
	}
	in := check.Instance{Chip: chip.Chip, Main: steptest.Columns(chip.Chip, 2), Publics: []field.Element{0, field.One}}
	if err := chip.Fill(0, cells, c.f.program.Intervals, in.Main); err != nil {
		c.t.Fatal(err)
	}
	c.instance(in, nil)
}
