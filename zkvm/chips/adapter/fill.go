package adapter

import (
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/vec"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
)

// blockRows is the number of rows that are filled before they are turned into columns: 64
// rows of 50 columns are 13 KB.
const blockRows = 64

// toMontgomery has the word 2^64 mod p: a product with it makes an element of a value.
var toMontgomery = field.New(1 << 32)

// Fill writes columns of a height by rows: put gets a row of zeros for every i < n and
// writes values below p, every column at its place; the rows from n on are zero. Rows are
// independent of each other.
func Fill(cols [][]field.Element, n int, put func(row []uint32, i int)) {
	width := len(cols)
	rows := make([]uint32, width*blockRows)
	var column [blockRows]field.Element
	for from := 0; from < n; from += blockRows {
		clear(rows)
		size := min(blockRows, n-from)
		for i := range size {
			put(rows[i*width:(i+1)*width], from+i)
		}
		for c, col := range cols {
			for i := range size {
				column[i] = field.Element(rows[i*width+c])
			}
			vec.Scale(col[from:from+size], column[:size], toMontgomery)
		}
	}
	for _, col := range cols {
		clear(col[n:])
	}
}

// Table is the table of an instruction chip, with a function that writes the row of one
// step; it has at least one row of padding, as the chip uses permutation buses.
func Table(t rom.Table, b *Builder, put func(row []uint32, s *record.Step)) chips.Table {
	return chips.Table{
		Chip: b.Done(),
		Rows: func(seg *record.Segment) int { return len(seg.Steps[t]) },
		Fill: func(seg *record.Segment, cols [][]field.Element) {
			steps := seg.Steps[t]
			Fill(cols, len(steps), func(row []uint32, i int) { put(row, &steps[i]) })
		},
	}
}
