package rom

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// Program is what a proof knows of an image. It is immutable.
type Program struct {
	// Rows are sorted by pc: those of the text, then those of micro-sequences, which have
	// the pcs from bus.MicroPC on without gaps.
	Rows []Row
	// Entry is the pc of the first instruction.
	Entry uint32
	// Cells are the initial values that the image fixes, sorted by cell: all of the pages
	// it holds, then all registers.
	Cells []Cell
	// Intervals are the cells of the address map that the image does not fix, sorted.
	Intervals []Interval

	text   []int32  // text word -> row, or -1
	base   uint32   // pc of the first text word
	micro  int      // first row of micro-sequences
	origin []uint32 // micro row -> pc of the instruction it belongs to
}

// Build makes the rows and cells of an image, which it checks.
func Build(img *rv64.Image) (*Program, error) {
	loaded, err := rv64.Load(img, nil)
	if err != nil {
		return nil, fmt.Errorf("build rom: %w", err)
	}
	p := &Program{Entry: uint32(img.PC / 4), base: uint32(img.TextAddr / 4)}
	p.text = make([]int32, img.TextBytes/4)
	b := builder{}
	for i := range p.text {
		pc := p.base + uint32(i)
		row, ok := b.instruction(pc, rv64.Decode(loaded.Word(4*uint64(pc))))
		if !ok {
			p.text[i] = -1
			continue
		}
		p.text[i] = int32(len(p.Rows))
		p.Rows = append(p.Rows, row)
	}
	p.micro = len(p.Rows)
	p.Rows = append(p.Rows, b.micro...)
	p.origin = b.origin
	if len(b.micro) >= bus.Halted-bus.MicroPC {
		return nil, fmt.Errorf("build rom: %d rows of micro-sequences are too many", len(b.micro))
	}
	for i := range p.Rows {
		if err := p.Rows[i].Check(); err != nil {
			return nil, fmt.Errorf("build rom: %w", err)
		}
	}
	p.Cells, p.Intervals = imageCells(img), freeIntervals(img)
	return p, nil
}

// Row returns the row of a pc, or nil.
func (p *Program) Row(pc uint32) *Row {
	i := p.Index(pc)
	if i < 0 {
		return nil
	}
	return &p.Rows[i]
}

// Index returns the place of a pc in Rows, or -1.
func (p *Program) Index(pc uint32) int {
	if k := uint64(pc) - uint64(p.base); k < uint64(len(p.text)) {
		return int(p.text[k])
	}
	if k := uint64(pc) - bus.MicroPC; pc >= bus.MicroPC && k < uint64(len(p.Rows)-p.micro) {
		return p.micro + int(k)
	}
	return -1
}

// Text returns the pc of the first word of the text and the number of words.
func (p *Program) Text() (first uint32, words int) { return p.base, len(p.text) }

// Address returns the address of the instruction that a row belongs to.
func (p *Program) Address(pc uint32) uint64 {
	if k := uint64(pc) - bus.MicroPC; pc >= bus.MicroPC && k < uint64(len(p.origin)) {
		pc = p.origin[k]
	}
	return 4 * uint64(pc)
}

// Find returns the place in Cells of the first cell that is not below cell.
func (p *Program) Find(cell uint32) int {
	i, _ := slices.BinarySearchFunc(p.Cells, cell, func(c Cell, cell uint32) int { return cmp.Compare(c.Cell, cell) })
	return i
}
