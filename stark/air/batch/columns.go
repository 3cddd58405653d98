package batch

import (
	"fmt"
	"math/bits"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
)

// Order is the arrangement of the rows of a block.
type Order uint8

// Orders.
const (
	Natural     Order = iota // row i+1 is next to row i
	BitReversed              // row rev(rev(i)+1) is next to row i, rev on Log bits
)

// Columns are the leaves of a graph that vary by row. All have one length, a multiple of
// 2^Log.
type Columns struct {
	Main, Fixed [][]field.Element
	Perm        []ext.Vector
	Log         int
	Order       Order
}

// check makes sure that every leaf of the program exists and has the rows.
func (p *Program) check(c *Columns, rows int) error {
	if c.Log < 0 || c.Log > 30 {
		return fmt.Errorf("blocks of 2^%d rows", c.Log)
	}
	for _, l := range p.baseLeaves {
		columns := c.Main
		switch l.op {
		case air.OpConst:
			continue
		case air.OpFixed:
			columns = c.Fixed
		}
		if int(l.index) >= len(columns) || len(columns[l.index]) < rows {
			return fmt.Errorf("column %d (operation %d) is not there or too short", l.index, l.op)
		}
	}
	for _, l := range p.extLeaves {
		if int(l.index) >= len(c.Perm) || c.Perm[l.index].Len() < rows {
			return fmt.Errorf("permutation column %d is not there or too short", l.index)
		}
	}
	return nil
}

// window is a chunk of rows as columns show it, on this row and on the next one.
type window struct {
	from, n int
	next    int   // first of the next rows; negative when they are gathered
	base    int   // first row of the block, for gathered rows
	gather  []int // next row within the block of the row at that place
}

// window places a chunk. Rows of a chunk lie in one block; in bit-reversed order their
// number is a power of two and the chunk is aligned.
func (c *Columns) window(from, n int, gather []int) (window, error) {
	block := 1 << c.Log
	w := window{from: from, n: n, base: from &^ (block - 1), gather: gather[:0]}
	at := from - w.base
	if n < 1 || n > ChunkRows || at+n > block {
		return w, fmt.Errorf("chunk of %d rows from %d does not lie in a block of %d", n, from, block)
	}
	if c.Order == Natural {
		w.next = from + 1
		if at+n == block {
			w.next = -1
			for j := range n {
				w.gather = append(w.gather, (at+j+1)&(block-1))
			}
		}
		return w, nil
	}
	log := bits.Len(uint(n)) - 1
	if n != 1<<log || at&(n-1) != 0 {
		return w, fmt.Errorf("chunk of %d rows from %d is not aligned", n, from)
	}
	// The high bits of a row are the low ones of its exponent, where one is added. The
	// carry reaches the bits inside of a chunk only from the last chunk.
	high, width := at>>log, c.Log-log
	if exponent := reverse(high, width) + 1; exponent>>width == 0 {
		w.next = w.base + reverse(exponent, width)<<log
		return w, nil
	}
	w.next = -1
	for j := range n {
		w.gather = append(w.gather, reverse((reverse(j, log)+1)&(n-1), log))
	}
	return w, nil
}

// reverse turns the low bits of x round.
func reverse(x, width int) int {
	return int(bits.Reverse32(uint32(x)) >> 1 >> (31 - width))
}

// take is a column in the window; scratch receives gathered rows.
func (w *window) take(column []field.Element, rotation int32, scratch []field.Element) []field.Element {
	switch {
	case rotation == 0:
		return column[w.from : w.from+w.n]
	case w.next >= 0:
		return column[w.next : w.next+w.n]
	}
	block := column[w.base:]
	for j, at := range w.gather {
		scratch[j] = block[at]
	}
	return scratch[:w.n]
}
