package record

import (
	"testing"

	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
)

// message is a tuple of the memory bus.
type message struct {
	cell, time uint32
	value      uint64
}

// ledger is a bus: what was sent less what was received.
type ledger map[message]int

func (l ledger) access(t *testing.T, cell, prev, time uint32, old, value uint64) {
	t.Helper()
	if prev >= time {
		t.Errorf("cell %#x: access at %d after %d", cell, time, prev)
	}
	l[message{cell, prev, old}]--
	l[message{cell, time, value}]++
}

// checkRun checks of all segments what the buses prove: memory, state, used rows, and the
// chain of segments with the boundary.
func checkRun(t *testing.T, r *Recorder, segments []*Segment) {
	t.Helper()
	global := map[[3]uint64]int{}
	pc := r.program.Entry
	for i, seg := range segments {
		if seg.Index != uint32(i+1) || seg.PCIn != pc || seg.TimeOut >= 1<<bus.TimeBits || seg.Halted != (i == len(segments)-1) {
			t.Fatalf("segment %d starts at %#x, want %#x", seg.Index, seg.PCIn, pc)
		}
		pc = seg.PCOut
		checkSegment(t, seg)
		for _, l := range seg.Local {
			if l.PrevSegment >= seg.Index {
				t.Errorf("segment %d, cell %#x: previous segment %d", seg.Index, l.Cell, l.PrevSegment)
			}
			global[[3]uint64{uint64(l.Cell), uint64(l.PrevSegment), l.In}]--
			global[[3]uint64{uint64(l.Cell), uint64(seg.Index), l.Out}]++
		}
	}
	if pc != bus.Halted {
		t.Errorf("the run ends at %#x", pc)
	}
	last := int64(-1)
	for b := range r.Boundary {
		if int64(b.Cell) <= last {
			t.Errorf("boundary cell %#x after %#x", b.Cell, last)
		}
		last = int64(b.Cell)
		checkInitial(t, r.program, b)
		global[[3]uint64{uint64(b.Cell), 0, b.Initial}]++
		global[[3]uint64{uint64(b.Cell), uint64(b.Segment), b.Last}]--
	}
	for m, n := range global {
		if n != 0 {
			t.Errorf("cell %#x, segment %d, value %#x: %d too many over the run", m[0], m[1], m[2], n)
		}
	}
}

func checkInitial(t *testing.T, p *rom.Program, b Boundary) {
	t.Helper()
	if b.Interval < 0 {
		if c := p.Cells[p.Find(b.Cell)]; c != (rom.Cell{Cell: b.Cell, Value: b.Initial}) {
			t.Errorf("cell %#x: initially %#x, the image has %+v", b.Cell, b.Initial, c)
		}
		return
	}
	v := p.Intervals[b.Interval]
	if b.Cell < v.First || b.Cell > v.Last || v.Kind == rom.Zero && b.Initial != 0 {
		t.Errorf("cell %#x: initially %#x in %+v", b.Cell, b.Initial, v)
	}
}

func checkSegment(t *testing.T, seg *Segment) {
	t.Helper()
	memory, state, used := ledger{}, map[[2]uint32]int{{seg.PCIn, bus.StartTime}: 1, {seg.PCOut, seg.TimeOut}: -1}, map[uint32]uint32{}
	next := func(pc, time, toPC, toTime uint32) {
		state[[2]uint32{pc, time}]--
		state[[2]uint32{toPC, toTime}]++
		used[pc]++
	}
	for table := range seg.Steps {
		for i := range seg.Steps[table] {
			s := &seg.Steps[table][i]
			if rom.TableOf(s.Row.Op) != rom.Table(table) {
				t.Errorf("%v is in table %v", s.Row.Op, rom.Table(table))
			}
			next(s.Row.PC, s.Time, s.NextPC, s.Time+bus.StepTime)
			checkStep(t, memory, rom.Table(table), s)
		}
	}
	for number, calls := range seg.Calls {
		for _, c := range calls {
			if c.Number != number || c.Accesses[0].Cell != bus.RegisterCell+regA7 || c.Accesses[0].Value != number {
				t.Errorf("call of %#x is recorded as %#x", c.Number, number)
			}
			next(c.PC, c.Time, c.NextPC, c.Time+c.TimeStep)
			for _, a := range c.Accesses {
				memory.access(t, a.Cell, a.Prev, a.Time, a.Old, a.Value)
			}
		}
	}
	for i, l := range seg.Local {
		if i > 0 && seg.Local[i-1].Cell >= l.Cell {
			t.Errorf("local cell %#x after %#x", l.Cell, seg.Local[i-1].Cell)
		}
		memory[message{l.Cell, 0, l.In}]++
		memory[message{l.Cell, l.Time, l.Out}]--
	}
	for m, n := range memory {
		if n != 0 {
			t.Errorf("segment %d: cell %#x, time %d, value %#x: %d too many", seg.Index, m.cell, m.time, m.value, n)
		}
	}
	for s, n := range state {
		if n != 0 {
			t.Errorf("segment %d: state %#x at %d: %d too many", seg.Index, s[0], s[1], n)
		}
	}
	for _, u := range seg.Program {
		if used[u.Row.PC] != u.Times {
			t.Errorf("row %#x: used %d times, recorded %d", u.Row.PC, used[u.Row.PC], u.Times)
		}
		delete(used, u.Row.PC)
	}
	if len(used) != 0 {
		t.Errorf("segment %d: %d used rows are not recorded", seg.Index, len(used))
	}
}

// checkStep makes the accesses of a step as its chip will.
func checkStep(t *testing.T, memory ledger, table rom.Table, s *Step) {
	t.Helper()
	register := func(r uint32) uint32 { return bus.RegisterCell + r }
	if table != rom.Jump {
		memory.access(t, register(uint32(s.Row.Rs1)), s.Rs1Time, s.Time+bus.FirstSlot, s.Rs1, s.Rs1)
	}
	switch table {
	case rom.LoadDouble, rom.LoadWord, rom.LoadByte:
		memory.access(t, s.Cell, s.CellTime, s.Time+bus.SecondSlot, s.CellOld, s.CellValue)
	case rom.StoreDouble, rom.StoreWord, rom.StoreByte:
		memory.access(t, register(s.Row.Rs2), s.Rs2Time, s.Time+bus.SecondSlot, s.Rs2, s.Rs2)
		memory.access(t, s.Cell, s.CellTime, s.Time+bus.WriteSlot, s.CellOld, s.CellValue)
		return
	case rom.BranchEqual, rom.BranchLess:
		memory.access(t, register(s.Row.Rs2), s.Rs2Time, s.Time+bus.SecondSlot, s.Rs2, s.Rs2)
		return
	case rom.Add, rom.AddW, rom.Bitwise, rom.Compare, rom.Shift, rom.Mul, rom.MulHigh, rom.DivRem:
		memory.access(t, register(s.Row.Rs2), s.Rs2Time, s.Time+bus.SecondSlot, s.Rs2, s.Rs2)
	}
	memory.access(t, register(uint32(s.Row.Rd)), s.RdTime, s.Time+bus.WriteSlot, s.RdOld, s.Rd)
}
