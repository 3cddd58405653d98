package boundary

import (
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/chips/adapter"
	"github.com/ashlar-labs/ashlar/zkvm/record"
)

// PublicSegment is the place of the segment's index among the public values of a segment.
const PublicSegment = 0

// local is one row for each cell that a segment touches: on MEM its value enters the
// segment at time 0 and leaves it at the time of its last access.
type local struct {
	cell, previous, time, real adapter.Col
	in, out                    adapter.Word
}

func newLocal() (*local, *air.Chip) {
	b := adapter.New("local")
	b.Shared()
	l := &local{
		cell:     b.Main("cell", "cell (MEM, GMEM)"),
		previous: b.Main("previous", "below the segment, or p - 1 and less (RANGE16, GMEM)"),
		time:     b.Main("time", "u21 (MEM)"),
		real:     b.Bit("real"),
		in:       b.Word("in", "u16 (GMEM)"),
		out:      b.Word("out", adapter.FromMemory),
	}
	segment := b.Public(PublicSegment)
	// previous = segment - 1 - x with x < 2^16: a smaller number, or a negative one, which
	// is a segment that no proof has, as these are below 2^16.
	b.RangeCheck(segment.SubInt(1).Sub(l.previous.Expr))
	// Padding receives what it sends.
	padding := l.real.Not()
	b.Zero("padding has time zero", padding.Mul(l.time.Expr))
	for i := range l.in.Limbs {
		b.Zero("padding keeps limb "+string(rune('0'+i)), padding.Mul(l.out.Limbs[i].Sub(l.in.Limbs[i])))
	}
	b.Send(bus.Memory, cellTuple(l.cell.Expr, l.in.Limbs, b.Const(0))...)
	b.Receive(bus.Memory, cellTuple(l.cell.Expr, l.out.Limbs, l.time.Expr)...)
	b.Demand(bus.GlobalMemory, l.real.Expr, segmentTuple(l.cell.Expr, l.previous.Expr, l.in.Limbs)...)
	b.Supply(bus.GlobalMemory, l.real.Expr, segmentTuple(l.cell.Expr, segment, l.out.Limbs)...)
	return l, b.Done()
}

func cellTuple(cell air.Expr, v adapter.Limbs, time air.Expr) []air.Expr {
	return []air.Expr{cell, v[0], v[1], v[2], v[3], time}
}

func segmentTuple(cell, segment air.Expr, v adapter.Limbs) []air.Expr {
	return []air.Expr{cell, segment, v[0], v[1], v[2], v[3]}
}

func (l *local) table(chip *air.Chip) chips.Table {
	return chips.Table{
		Chip: chip,
		Rows: func(seg *record.Segment) int { return len(seg.Local) },
		Fill: func(seg *record.Segment, cols [][]field.Element) {
			adapter.Fill(cols, len(seg.Local), func(row []uint32, i int) {
				c := &seg.Local[i]
				l.cell.Put(row, c.Cell)
				l.previous.Put(row, c.PrevSegment)
				l.time.Put(row, c.Time)
				l.real.Put(row, 1)
				l.in.Put(row, c.In)
				l.out.Put(row, c.Out)
			})
		},
	}
}
