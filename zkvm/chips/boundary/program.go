package boundary

import (
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/chips/adapter"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
)

// Tables are the chips of the segment system: local and program.
func Tables() []chips.Table {
	l, localChip := newLocal()
	p, programChip := newProgram()
	return []chips.Table{l.table(localChip), p.table(programChip)}
}

// rowFields are the fields of a row of the ROM as messages have them.
var rowFields = [...]string{"pc", "op", "rd", "rs1", "rs2", "imm0", "imm1", "imm2", "imm3"}

// program is one row for each row of the ROM that a segment uses.
type program struct {
	fields [len(rowFields)]adapter.Col
	times  adapter.Col
	real   adapter.Col
}

func newProgram() (*program, *air.Chip) {
	b := adapter.New("program")
	b.Shared()
	p := &program{}
	var tuple []air.Expr
	for i, name := range rowFields {
		p.fields[i] = b.Main(name, "a row of the ROM (GROM)")
		tuple = append(tuple, p.fields[i].Expr)
	}
	p.times, p.real = b.Main("times", "field (ROM); zero on padding"), b.Bit("real")
	// What is supplied is in the program: real is a bit, so that no row is demanded a
	// negative number of times, and padding supplies nothing.
	b.Zero("padding supplies nothing", p.real.Not().Mul(p.times.Expr))
	b.Supply(bus.ROM, p.times.Expr, tuple...)
	b.Demand(bus.GlobalROM, p.real.Expr, tuple...)
	return p, b.Done()
}

func (p *program) table(chip *air.Chip) chips.Table {
	return chips.Table{
		Chip: chip,
		Rows: func(seg *record.Segment) int { return len(seg.Program) },
		Fill: func(seg *record.Segment, cols [][]field.Element) {
			adapter.Fill(cols, len(seg.Program), func(row []uint32, i int) {
				u := &seg.Program[i]
				for k, v := range fieldsOf(u.Row) {
					p.fields[k].Put(row, v)
				}
				p.times.Put(row, u.Times)
				p.real.Put(row, 1)
			})
		},
	}
}

// fieldsOf are the values of rowFields; all are below p.
func fieldsOf(r *rom.Row) [len(rowFields)]uint32 {
	return [...]uint32{r.PC, uint32(r.Op), uint32(r.Rd), uint32(r.Rs1), r.Rs2, r.Imm[0], r.Imm[1], r.Imm[2], r.Imm[3]}
}
