package conformance

import (
	"cmp"
	"encoding/binary"
	"slices"
	"testing"

	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// lying is a run that claims to be one of truth and is one of lie, an image with other
// instructions. Everything that follows from them is as it would be. places maps the pcs of
// lie to those of truth; nil when they are the same.
func lying(t testing.TB, truth, lie *rv64.Image, capacity record.Counts, places func(pc uint32) uint32) *run {
	t.Helper()
	r := recorded(t, lie, nil, capacity)
	var err error
	if r.program, err = rom.Build(truth); err != nil {
		t.Fatal(err)
	}
	if places == nil {
		places = func(pc uint32) uint32 { return pc }
	}
	for _, seg := range r.segments {
		relabel(seg, r.program, places)
	}
	return r
}

// relabel gives every step the row of the program at its place, and with it the table. A
// place at which the program has no such thing keeps the row of the lie.
func relabel(seg *record.Segment, program *rom.Program, places func(pc uint32) uint32) {
	pc := func(at uint32) uint32 {
		if at >= bus.MicroPC {
			return at
		}
		return places(at)
	}
	used := map[rom.Row]*record.Used{}
	use := func(row *rom.Row) {
		if used[*row] == nil {
			used[*row] = &record.Used{Row: row}
		}
		used[*row].Times++
	}
	var steps [rom.NumTables][]record.Step
	for table := range seg.Steps {
		for _, s := range seg.Steps[table] {
			row := program.Row(pc(s.Row.PC))
			if row == nil || rom.TableOf(row.Op) == rom.Ecall {
				forged := *s.Row
				forged.PC = pc(s.Row.PC)
				row = &forged
			}
			s.Row, s.NextPC = row, pc(s.NextPC)
			use(row)
			to := rom.TableOf(row.Op)
			steps[to] = append(steps[to], s)
		}
	}
	seg.Steps = steps
	for _, calls := range seg.Calls {
		for i := range calls {
			calls[i].PC, calls[i].NextPC = pc(calls[i].PC), pc(calls[i].NextPC)
			row := program.Row(calls[i].PC)
			if row == nil || row.Op != rv64.Ecall {
				row = &rom.Row{PC: calls[i].PC, Op: rv64.Ecall}
			}
			use(row)
		}
	}
	seg.PCIn, seg.PCOut = pc(seg.PCIn), pc(seg.PCOut)
	seg.Program = nil
	for _, u := range used {
		seg.Program = append(seg.Program, *u)
	}
	slices.SortFunc(seg.Program, func(a, b record.Used) int { return cmp.Compare(a.Row.PC, b.Row.PC) })
}

// access is a place where a segment says something about a cell.
type access struct {
	cell, time uint32
	prev       *uint32
	old, value *uint64
	write      bool
}

// accesses are all accesses of a segment.
func accesses(seg *record.Segment) (out []access) {
	for table := range seg.Steps {
		for i := range seg.Steps[table] {
			out = append(out, stepAccesses(rom.Table(table), &seg.Steps[table][i])...)
		}
	}
	for _, calls := range seg.Calls {
		for i := range calls {
			arguments := true
			for j := range calls[i].Accesses {
				a := &calls[i].Accesses[j]
				arguments = arguments && a.Cell >= bus.RegisterCell
				out = append(out, access{a.Cell, a.Time, &a.Prev, &a.Old, &a.Value, !arguments && written(&calls[i], j)})
			}
		}
	}
	return out
}

// written says whether an access of an accelerator to memory is a write.
func written(c *record.Call, j int) bool {
	if c.TimeStep == bus.CallTime {
		return c.Accesses[j].Time == c.Time+bus.CallWriteSlot
	}
	return (c.Accesses[j].Time-c.Time)%2 == 1 // copies and fills
}

func stepAccesses(table rom.Table, s *record.Step) (out []access) {
	register := func(r uint32) uint32 { return bus.RegisterCell + r }
	if table != rom.Jump {
		out = append(out, access{register(uint32(s.Row.Rs1)), s.Time, &s.Rs1Time, &s.Rs1, &s.Rs1, false})
	}
	second := func() {
		out = append(out, access{register(s.Row.Rs2), s.Time + bus.SecondSlot, &s.Rs2Time, &s.Rs2, &s.Rs2, false})
	}
	switch table {
	case rom.LoadDouble, rom.LoadWord, rom.LoadByte:
		out = append(out, access{s.Cell, s.Time + bus.SecondSlot, &s.CellTime, &s.CellOld, &s.CellValue, false})
	case rom.StoreDouble, rom.StoreWord, rom.StoreByte:
		second()
		return append(out, access{s.Cell, s.Time + bus.WriteSlot, &s.CellTime, &s.CellOld, &s.CellValue, true})
	case rom.BranchEqual, rom.BranchLess:
		second()
		return out
	case rom.Add, rom.AddW, rom.Bitwise, rom.Compare, rom.Shift, rom.Mul, rom.MulHigh, rom.DivRem:
		second()
	}
	return append(out, access{register(uint32(s.Row.Rd)), s.Time + bus.WriteSlot, &s.RdTime, &s.RdOld, &s.Rd, true})
}

// rethread makes a run of one segment consistent with the values that its accesses write:
// reads get the value of the write before, times follow, and the cells end with what was
// written last. Cells that nobody knows yet get a first value of zero.
func (r *run) rethread() {
	seg := r.segments[0]
	byCell := map[uint32][]access{}
	for _, a := range accesses(seg) {
		byCell[a.cell] = append(byCell[a.cell], a)
	}
	seg.Local = slices.DeleteFunc(seg.Local, func(l record.Local) bool { return len(byCell[l.Cell]) == 0 })
	r.cells = slices.DeleteFunc(r.cells, func(c record.Boundary) bool { return len(byCell[c.Cell]) == 0 })
	for cell, list := range byCell {
		if !slices.ContainsFunc(seg.Local, func(l record.Local) bool { return l.Cell == cell }) {
			initial, interval := uint64(0), r.program.Interval(cell)
			if at := r.program.Find(cell); interval < 0 && at < len(r.program.Cells) && r.program.Cells[at].Cell == cell {
				initial = r.program.Cells[at].Value
			}
			seg.Local = append(seg.Local, record.Local{Cell: cell, In: initial})
			r.cells = append(r.cells, record.Boundary{Cell: cell, Initial: initial, Segment: 1, Interval: interval})
		}
		slices.SortFunc(list, func(a, b access) int { return cmp.Compare(a.time, b.time) })
	}
	slices.SortFunc(seg.Local, func(a, b record.Local) int { return cmp.Compare(a.Cell, b.Cell) })
	slices.SortFunc(r.cells, func(a, b record.Boundary) int { return cmp.Compare(a.Cell, b.Cell) })
	for i := range seg.Local {
		l := &seg.Local[i]
		l.Out, l.Time = l.In, 0
		for _, a := range byCell[l.Cell] {
			*a.prev, *a.old = l.Time, l.Out
			if !a.write {
				*a.value = l.Out
			}
			l.Out, l.Time = *a.value, a.time
		}
		r.cells[i].Last = l.Out
	}
}

// output makes the output what the halt reads.
func (r *run) outputOfHalt() {
	halt := r.segments[0].Calls[93][0]
	for i := range 4 {
		binary.LittleEndian.PutUint64(r.output[8*i:], halt.Accesses[2+i].Value)
	}
	r.segments[0].Output = r.output
}

// step returns the step at a place, the first one.
func (r *run) step(pc uint32) *record.Step {
	for table := range r.segments[0].Steps {
		for i := range r.segments[0].Steps[table] {
			if s := &r.segments[0].Steps[table][i]; s.Row.PC == pc {
				return s
			}
		}
	}
	return nil
}

func registerCell(reg uint8) uint32 { return bus.RegisterCell + uint32(reg) }
