package boundary

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
)

// Fixed is a chip of the program system: a part of the program as fixed columns, supplied
// on a global bus as often as the proofs of a run demand it. Its one main column is that
// number.
type Fixed struct {
	Chip *air.Chip
	// Rows is how many rows of the program it holds.
	Rows func(*rom.Program) int
	// tuple writes the message of a row.
	tuple func(p *rom.Program, row int, out []uint32)
	// Times is how often rows are demanded.
	Times func(*Usage) []uint32
}

// Programs are the chips of the program system: rom, image and interval.
func Programs() []Fixed {
	return []Fixed{
		{
			Chip: newFixed("rom", bus.GlobalROM, rowFields[:]...),
			Rows: func(p *rom.Program) int { return len(p.Rows) },
			tuple: func(p *rom.Program, row int, out []uint32) {
				v := fieldsOf(&p.Rows[row])
				copy(out, v[:])
			},
			Times: func(u *Usage) []uint32 { return u.Rows },
		},
		{
			Chip: newFixed("image", bus.GlobalImage, "cell", "v0", "v1", "v2", "v3"),
			Rows: func(p *rom.Program) int { return len(p.Cells) },
			tuple: func(p *rom.Program, row int, out []uint32) {
				c := &p.Cells[row]
				out[0] = c.Cell
				for i := range 4 {
					out[1+i] = uint32(c.Value >> (16 * i) & 0xffff)
				}
			},
			Times: func(u *Usage) []uint32 { return u.Cells },
		},
		{
			Chip: newFixed("interval", bus.GlobalInterval, "first", "last", "kind"),
			Rows: func(p *rom.Program) int { return len(p.Intervals) },
			tuple: func(p *rom.Program, row int, out []uint32) {
				v := &p.Intervals[row]
				out[0], out[1], out[2] = v.First, v.Last, uint32(v.Kind)
			},
			Times: func(u *Usage) []uint32 { return u.Intervals },
		},
	}
}

// newFixed makes a chip. The last fixed column is one on rows of the program: a row of
// padding, all zero, is a message too, and nobody may have it.
func newFixed(name string, to air.Bus, columns ...string) *air.Chip {
	b := air.NewBuilder(name)
	b.Shared()
	times := b.Main("times", "field ("+to.Name+"); zero on padding")
	var tuple []air.Expr
	for _, c := range columns {
		tuple = append(tuple, b.Fixed(c))
	}
	b.Zero("padding is not supplied", b.Fixed("live").Not().Mul(times))
	b.Supply(to, times, tuple...)
	return b.Must()
}

// Columns returns the fixed columns for a height of 2^log.
func (f *Fixed) Columns(p *rom.Program, log int) ([][]field.Element, error) {
	rows, n, width := f.Rows(p), 1<<log, len(f.Chip.Fixed)
	if rows > n {
		return nil, fmt.Errorf("chip %s: %d rows do not fit 2^%d", f.Chip.Name, rows, log)
	}
	cols := make([][]field.Element, width)
	for i := range cols {
		cols[i] = make([]field.Element, n)
	}
	tuple := make([]uint32, width)
	tuple[width-1] = 1
	for r := range rows {
		f.tuple(p, r, tuple[:width-1])
		for i, v := range tuple {
			cols[i][r] = field.New(uint64(v))
		}
	}
	return cols, nil
}

// Fill writes the main column.
func (f *Fixed) Fill(u *Usage, cols [][]field.Element) {
	times := f.Times(u)
	for i, t := range times {
		cols[0][i] = field.New(uint64(t))
	}
	clear(cols[0][len(times):])
}

// Usage counts what the segments and boundary proofs of a run demand of a program.
type Usage struct {
	Rows, Cells, Intervals []uint32
	program                *rom.Program
}

// NewUsage starts at zero.
func NewUsage(p *rom.Program) *Usage {
	return &Usage{make([]uint32, len(p.Rows)), make([]uint32, len(p.Cells)), make([]uint32, len(p.Intervals)), p}
}

// AddSegment counts the rows that a segment uses.
func (u *Usage) AddSegment(seg *record.Segment) {
	for i := range seg.Program {
		u.Rows[u.program.Index(seg.Program[i].Row.PC)]++
	}
}

// AddCells counts the initial values that a boundary proof needs.
func (u *Usage) AddCells(cells []record.Boundary) {
	for i := range cells {
		if at := cells[i].Interval; at >= 0 {
			u.Intervals[at]++
		} else {
			u.Cells[u.program.Find(cells[i].Cell)]++
		}
	}
}
