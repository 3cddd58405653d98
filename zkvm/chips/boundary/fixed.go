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
// on a global bus as often as the proofs of a run demand it. Its main columns are those
// numbers, one for each message that a row holds.
type Fixed struct {
	Chip *air.Chip
	// Rows is how many rows the program needs.
	Rows func(*rom.Program) int
	// values writes the fixed columns of a row, but the last.
	values func(p *rom.Program, row int, out []uint32)
	// Times is how often rows are demanded.
	Times func(*Usage) []uint32
}

// Programs are the chips of the program system: rom, image and interval.
func Programs() []Fixed {
	return []Fixed{
		{
			Chip: newFixed("rom", bus.GlobalROM, rowFields[:]...),
			Rows: func(p *rom.Program) int { return len(p.Rows) },
			values: func(p *rom.Program, row int, out []uint32) {
				v := fieldsOf(&p.Rows[row])
				copy(out, v[:])
			},
			Times: func(u *Usage) []uint32 { return u.Rows },
		},
		{
			Chip:   newImage(),
			Rows:   func(p *rom.Program) int { return (len(p.Cells) + imageCells - 1) / imageCells },
			values: imageRow,
			Times:  func(u *Usage) []uint32 { return u.Cells },
		},
		{
			Chip: newFixed("interval", bus.GlobalInterval, "first", "last", "kind"),
			Rows: func(p *rom.Program) int { return len(p.Intervals) },
			values: func(p *rom.Program, row int, out []uint32) {
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

// imageCells is the number of cells in a row of the image, which is most of a program:
// pages of an image are whole, so neighbours are there.
const imageCells = 4

// newImage is newFixed with four messages to a row: consecutive cells from an aligned one.
func newImage() *air.Chip {
	b := air.NewBuilder("image")
	b.Shared()
	var times [imageCells]air.Expr
	for i := range times {
		times[i] = b.Main(fmt.Sprintf("times%d", i), "field ("+bus.GlobalImage.Name+"); zero on padding")
	}
	first := b.Fixed("cell")
	var tuples [imageCells][]air.Expr
	for i := range tuples {
		tuples[i] = []air.Expr{first.AddInt(int64(i))}
		for k := range 4 {
			tuples[i] = append(tuples[i], b.Fixed(fmt.Sprintf("v%d.%d", i, k)))
		}
	}
	live := b.Fixed("live")
	for i := range times {
		b.Zero(fmt.Sprintf("padding is not supplied, cell %d", i), live.Not().Mul(times[i]))
		b.Supply(bus.GlobalImage, times[i], tuples[i]...)
	}
	return b.Must()
}

func imageRow(p *rom.Program, row int, out []uint32) {
	cells := p.Cells[row*imageCells:][:imageCells]
	out[0] = cells[0].Cell
	for i, c := range cells {
		for k := range 4 {
			out[1+4*i+k] = uint32(c.Value >> (16 * k) & 0xffff)
		}
	}
}

// checkImage refuses cells that are not groups of aligned neighbours.
func checkImage(p *rom.Program) error {
	for i, c := range p.Cells {
		if at := uint32(i % imageCells); c.Cell%imageCells != at || c.Cell-at != p.Cells[i-int(at)].Cell {
			return fmt.Errorf("chip image: cell %#x is not one of %d neighbours", c.Cell, imageCells)
		}
	}
	if len(p.Cells)%imageCells != 0 {
		return fmt.Errorf("chip image: %d cells", len(p.Cells))
	}
	return nil
}

// Columns returns the fixed columns for a height of 2^log.
func (f *Fixed) Columns(p *rom.Program, log int) ([][]field.Element, error) {
	if err := checkImage(p); err != nil {
		return nil, err
	}
	rows, n, width := f.Rows(p), 1<<log, len(f.Chip.Fixed)
	if rows > n {
		return nil, fmt.Errorf("chip %s: %d rows do not fit 2^%d", f.Chip.Name, rows, log)
	}
	cols := make([][]field.Element, width)
	for i := range cols {
		cols[i] = make([]field.Element, n)
	}
	values := make([]uint32, width)
	values[width-1] = 1
	for r := range rows {
		f.values(p, r, values[:width-1])
		for i, v := range values {
			cols[i][r] = field.New(uint64(v))
		}
	}
	return cols, nil
}

// Fill writes the main columns: message i of the program is in row i / m, column i mod m of
// a chip with m messages to a row.
func (f *Fixed) Fill(u *Usage, cols [][]field.Element) {
	for _, c := range cols {
		clear(c)
	}
	for i, t := range f.Times(u) {
		cols[i%len(cols)][i/len(cols)] = field.New(uint64(t))
	}
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
