package rom

import (
	"encoding/binary"
	"slices"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// Cell is a cell of memory or a register with its initial value.
type Cell struct {
	Cell  uint32
	Value uint64
}

// Kind says what the initial value of a free cell may be.
type Kind uint8

// Kinds of free cells.
const (
	Zero  Kind = 0 // zero
	Input Kind = 1 // any value: the prover's choice
)

// Interval is a range of free cells, both ends included.
type Interval struct {
	First, Last uint32
	Kind        Kind
}

// Regions are the ranges of cells that are memory, sorted. From the cell of the input's
// length on, the input region is input to its end: a program must treat what lies behind
// the length as hostile, too.
func Regions() []Interval {
	interval := func(from, to uint64, kind Kind) Interval {
		return Interval{uint32(from / 8), uint32(to/8 - 1), kind}
	}
	return []Interval{
		interval(abi.NullEnd, abi.HeapEnd, Zero),
		interval(abi.InputLenPage, abi.InputLenAddr, Zero),
		interval(abi.InputLenAddr, abi.InputEnd, Input),
		interval(abi.StackBase, abi.StackTop, Zero),
	}
}

const cellsPerPage = rv64.ImagePageBytes / 8

// imageCells are all cells of the image's pages and the registers. Sink and scratch are
// zero.
func imageCells(img *rv64.Image) []Cell {
	out := make([]Cell, 0, len(img.Pages)*cellsPerPage+Registers)
	for _, p := range img.Pages {
		for k := range uint32(cellsPerPage) {
			out = append(out, Cell{uint32(p.Addr/8) + k, binary.LittleEndian.Uint64(p.Data[8*k:])})
		}
	}
	for r := range uint32(Registers) {
		c := Cell{Cell: bus.RegisterCell + r}
		if r < uint32(len(img.X)) {
			c.Value = img.X[r]
		}
		out = append(out, c)
	}
	return out
}

// freeIntervals are the regions without the image's pages.
func freeIntervals(img *rv64.Image) []Interval {
	var out []Interval
	pages := img.Pages
	for _, r := range Regions() {
		next := r.First
		for len(pages) > 0 && uint32(pages[0].Addr/8) <= r.Last {
			page := uint32(pages[0].Addr / 8)
			if next < page {
				out = append(out, Interval{next, page - 1, r.Kind})
			}
			next, pages = page+cellsPerPage, pages[1:]
		}
		if next <= r.Last {
			out = append(out, Interval{next, r.Last, r.Kind})
		}
	}
	return out
}

// Interval returns the place in Intervals of a cell's interval, or -1.
func (p *Program) Interval(cell uint32) int {
	i, found := slices.BinarySearchFunc(p.Intervals, cell, func(v Interval, cell uint32) int {
		switch {
		case v.Last < cell:
			return -1
		case v.First > cell:
			return 1
		}
		return 0
	})
	if !found {
		return -1
	}
	return i
}
