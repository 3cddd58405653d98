package record

import (
	"cmp"
	"slices"

	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
)

// finish ends a segment: it sets what the segment holds beside steps and calls.
func (r *Recorder) finish(seg *Segment) {
	r.index++
	seg.Index, seg.PCIn, seg.PCOut, seg.TimeOut = r.index, r.start.pc, r.pc, r.time
	seg.Halted, seg.Output = r.halted, r.output
	slices.SortFunc(r.touched, func(a, b Local) int { return cmp.Compare(a.Cell, b.Cell) })
	seg.Local = seg.Local[:0]
	for _, l := range r.touched {
		p, k := r.mem.pages[l.Cell>>pageLog], l.Cell%pageCells
		l.Out, l.Time = p.value[k], p.time[k]
		p.time[k], p.segment[k] = 0, r.index
		seg.Local = append(seg.Local, l)
	}
	for i := range uint32(rom.Registers) {
		if r.xTime[i] != 0 {
			seg.Local = append(seg.Local, Local{bus.RegisterCell + i, r.xSegment[i], r.start.x[i], r.x[i], r.xTime[i]})
			r.xSegment[i] = r.index
		}
	}
	// Places are in the order of pc.
	slices.Sort(r.places)
	seg.Program = seg.Program[:0]
	for _, at := range r.places {
		seg.Program = append(seg.Program, Used{r.code.insts[at].row, r.uses[at]})
	}
	r.forget()
}

// Boundary is a cell touched in the run.
type Boundary struct {
	Cell     uint32
	Initial  uint64
	Segment  uint32 // the last one that touched it
	Last     uint64
	Interval int // place in the program's Intervals, or -1 for an image cell
}

// Boundary calls yield with every cell touched in the segments so far, in rising order,
// until it returns false.
func (r *Recorder) Boundary(yield func(Boundary) bool) {
	pages := slices.Clone(r.mem.used)
	slices.Sort(pages)
	for _, i := range pages {
		var initial [pageCells]uint64
		r.mem.initial(i, &initial)
		p := r.mem.pages[i]
		for k := range uint32(pageCells) {
			if p.segment[k] == 0 {
				continue
			}
			if !yield(r.boundary(i<<pageLog+k, initial[k], p.segment[k], p.value[k])) {
				return
			}
		}
	}
	cells := r.program.Cells[r.program.Find(bus.RegisterCell):]
	for i, c := range cells {
		if r.xSegment[i] != 0 && !yield(r.boundary(c.Cell, c.Value, r.xSegment[i], r.x[i])) {
			return
		}
	}
}

func (r *Recorder) boundary(cell uint32, initial uint64, segment uint32, last uint64) Boundary {
	return Boundary{cell, initial, segment, last, r.program.Interval(cell)}
}
