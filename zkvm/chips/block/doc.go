// Package block proves the accelerators MEMCPY and MEMSET: cells that are copied or filled
// one after the other (docs/proving.md, section 3; guest/abi).
//
// There are two tables. A row of `block` is a call: it executes the ecall, reads the
// registers a7, a0 (to), a1 (from, or the value) and a2 (number of cells), and advances the
// time by two for each cell. A row of `block_row` moves one cell: it reads the source at
// ts + 2j, where there is one, and writes the destination at ts + 2j + 1. Values are moved as
// they are, so nothing about them needs a check: they are u16 limbs because they come from
// memory or from a register.
//
// # Chains
//
// The rows of a call follow each other in block_row. The first one has the bit start and
// supplies (ts, cells left, to, from, kind, value) on the bus BLOCK, once; the call demands
// that tuple. A row goes on when the next one is real and no start: then time, cells, and
// kind of the next one follow from it, and in a fill the value.
//
//   - No row is detached: the first row of the table is a start or padding, only real rows
//     go on, so every real row descends from a start, and every start is demanded by a
//     call. Two calls never demand the same tuple, for the path of states rises in time.
//   - A chain does not end early: a real row with another number of cells left than one goes
//     on, and the last row of the table, which is outside of all interactions, is padding.
//   - It does not end late: after a row with one cell left come 0, -1, ..., none of which
//     may end; a table has fewer than p rows, and its last one is padding.
//   - There are no cycles: a chain is a piece of the table, from top to bottom.
//
// Numbers are integers as they are in the call: 1 <= cells <= 4096 is checked there, and
// pointers are below 2^32 - 2^16, so that all cells are memory cells, below 2^29. Times are
// below ts + 2 * 4096.
//
// Not checked here: that the calls fit the bound on STATE, heights times greatest step below
// p. The greatest step is 8192.
package block

import (
	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/chips/adapter"
	"github.com/ashlar-labs/ashlar/zkvm/record"
)

// startBus carries (ts, cells, to, from, fill, v0..v3): where a chain of rows starts. In a
// copy v is the first cell, in a fill every cell; in a fill from means nothing.
var startBus = air.Bus{ID: bus.FirstBlock, Name: "BLOCK", Kind: air.Lookup, Width: 9}

// numbers are the calls that the chip knows, in the order of the flags.
var numbers = [...]uint64{abi.EcallMemcpy, abi.EcallMemset}

// MaxStep is the greatest time that a row of block takes.
const MaxStep = 2 * abi.MaxAccelCells

// registers is the number of accesses of a call before those of cells.
const registers = 4

// Tables are the calls and the cells.
func Tables() []chips.Table {
	c, r := newCall(), newRows()
	return []chips.Table{
		{
			Chip: c.Done(),
			Rows: func(seg *record.Segment) int { return len(calls(seg)) },
			Fill: func(seg *record.Segment, cols [][]field.Element) {
				all := calls(seg)
				adapter.Fill(cols, len(all), func(row []uint32, i int) { c.put(row, all[i]) })
			},
		},
		{
			Chip: r.Done(),
			Rows: func(seg *record.Segment) int { return len(cells(seg)) },
			Fill: func(seg *record.Segment, cols [][]field.Element) {
				all := cells(seg)
				adapter.Fill(cols, len(all), func(row []uint32, i int) { r.put(row, all[i]) })
			},
		},
	}
}

// calls are those of a segment that are copies or fills.
func calls(seg *record.Segment) (out []*record.Call) {
	for _, n := range numbers {
		for i := range seg.Calls[n] {
			out = append(out, &seg.Calls[n][i])
		}
	}
	return out
}

// count is the number of cells of a call.
func count(c *record.Call) uint32 { return c.TimeStep / 2 }

// cell is the place of a row: a call and the number of cells before this one.
type cell struct {
	call *record.Call
	at   uint32
}

func cells(seg *record.Segment) (out []cell) {
	for _, c := range calls(seg) {
		for at := range count(c) {
			out = append(out, cell{c, at})
		}
	}
	return out
}

// accesses are those of a cell: read is nil in a fill.
func (c cell) accesses() (read, write *record.Access) {
	a := c.call.Accesses[registers:]
	if c.call.Number == abi.EcallMemset {
		return nil, &a[c.at]
	}
	return &a[2*c.at], &a[2*c.at+1]
}
