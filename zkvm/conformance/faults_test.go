package conformance

import (
	"slices"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/zkvm/asm"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// fault is a false run and the bus or constraint that is expected to refuse it. The first
// violation found is what counts; empty when several are as good.
type fault struct {
	name, want string
	run        *run
}

// firstWord is the pc of the first word of a program.
const firstWord = asm.Text / 4

// ledger is a program that stores two values in one cell, loads it, adds to it and outputs
// both; the words in the middle have names.
func ledger() (code []uint32, first, second, load, add int) {
	code = asm.Join(asm.Li(7, asm.Data+64), asm.Li(5, 1), asm.Li(6, 2), asm.Li(17, 93), asm.Li(10, 0))
	first = len(code)
	code = append(code, asm.S(rv64.Sd, 5, 7, 0), asm.S(rv64.Sd, 6, 7, 0), asm.I(rv64.Ld, 11, 7, 0), asm.I(rv64.Addi, 12, 11, 5), asm.I(rv64.Addi, 13, 12, 0))
	return asm.Join(code, asm.Halt()), first, first + 1, first + 2, first + 3
}

// controlFaults has lies about which instructions were executed.
func controlFaults(t *testing.T) []fault {
	code, first, second, _, add := ledger()
	truth := asm.Image(code, nil)
	from := func(at int, by uint32) func(uint32) uint32 {
		return func(pc uint32) uint32 {
			if pc >= firstWord+uint32(at) {
				return pc + by
			}
			return pc
		}
	}
	without := func(at int) *run {
		return lying(t, truth, asm.Image(slices.Delete(slices.Clone(code), at, at+1), nil), roomy(), from(at, 1))
	}
	twice := func(at int) *run {
		return lying(t, truth, asm.Image(slices.Insert(slices.Clone(code), at, code[at]), nil), roomy(), from(at+1, ^uint32(0)))
	}
	swapped := slices.Clone(code)
	swapped[first], swapped[second] = swapped[second], swapped[first]
	exchange := func(pc uint32) uint32 {
		switch pc {
		case firstWord + uint32(first):
			return pc + 1
		case firstWord + uint32(second):
			return pc - 1
		}
		return pc
	}
	early := slices.Clone(code)
	early[add] = asm.Ecall
	end := func(pc uint32) *run { // the run is said to stop before its halt
		r := recorded(t, truth, nil, roomy())
		seg := r.segments[0]
		seg.Calls = map[uint64][]record.Call{}
		seg.Program = slices.DeleteFunc(seg.Program, func(u record.Used) bool { return u.Row.Op == rv64.Ecall })
		seg.TimeOut -= bus.StepTime
		seg.PCOut = pc
		r.rethread()
		return r
	}
	return []fault{
		{"a store is skipped", "STATE", without(second)},
		{"an addition is skipped", "STATE", without(add)},
		{"an addition is executed twice", "STATE", twice(add)},
		{"a store is executed twice", "STATE", twice(first)},
		{"two stores are exchanged", "STATE", lying(t, truth, asm.Image(swapped, nil), roomy(), exchange)},
		{"a halt where the program has none", "GROM", lying(t, truth, asm.Image(early, nil), roomy(), nil)},
		{"halted without a halt", "STATE", end(bus.Halted)},
		{"an instruction that the program does not have", "GROM", lying(t, aroundImage(0xffff_ffff), aroundImage(asm.I(rv64.Addi, 11, 5, 1)), roomy(), nil)},
	}
}

// memoryFaults has lies about values.
func memoryFaults(t *testing.T) []fault {
	code, first, second, load, add := ledger()
	pc := func(at int) uint32 { return firstWord + uint32(at) }
	// loads makes the load see a value, all that follows true to it.
	loads := func(v uint64, lie func(r *run, s *record.Step)) *run {
		r := recorded(t, asm.Image(code, nil), nil, roomy())
		r.step(pc(load)).Rd, r.step(pc(add)).Rd, r.step(pc(add)+1).Rd = v, v+5, v+5
		r.rethread()
		r.outputOfHalt()
		s := r.step(pc(load))
		s.CellOld, s.CellValue = v, v
		lie(r, s)
		return r
	}
	cell := func(r *run) *record.Local {
		i := slices.IndexFunc(r.segments[0].Local, func(l record.Local) bool { return l.Cell == (asm.Data+64)/8 })
		return &r.segments[0].Local[i]
	}
	return []fault{
		{"the honest run", "honest", loads(2, func(*run, *record.Step) {})},
		{"a load of a value that was overwritten", "MEM", loads(1, func(r *run, s *record.Step) { s.CellTime = r.step(pc(first)).Time + bus.WriteSlot })},
		{"an overwritten value at the time of the last", "MEM", loads(1, func(*run, *record.Step) {})},
		{"a value that nobody stored", "MEM", loads(99, func(*run, *record.Step) {})},
		{"the value from before the segment", "MEM", loads(0, func(_ *run, s *record.Step) { s.CellTime = 0 })},
		{"a load that receives what it sends", "", loads(99, func(r *run, s *record.Step) {
			s.CellTime = s.Time + bus.SecondSlot
			cell(r).Time = r.step(pc(second)).Time + bus.WriteSlot
		})},
		{"a load that changes memory", "MEM", loads(2, func(r *run, s *record.Step) {
			s.CellValue, cell(r).Out = 77, 77
			for i := range r.cells {
				if r.cells[i].Cell == cell(r).Cell {
					r.cells[i].Last = 77
				}
			}
		})},
		{"another first value", "GMEM", loads(2, func(r *run, _ *record.Step) { cell(r).In++; r.step(pc(first)).CellOld++ })},
		{"another last value", "MEM", loads(2, func(r *run, _ *record.Step) { cell(r).Out++ })},
		{"x0 is not zero", "MEM", func() *run {
			r := recorded(t, asm.Image(asm.Join([]uint32{asm.R(rv64.Add, 11, 0, 0)}, asm.Halt()), nil), nil, roomy())
			s := r.step(firstWord)
			s.Rd = 4
			r.rethread()
			r.outputOfHalt()
			s.Rs1, s.Rs2 = 2, 2
			return r
		}()},
		{"x0 starts as something else", "GIMAGE", func() *run {
			// Nothing else reads x0.
			r := recorded(t, asm.Image([]uint32{asm.R(rv64.Add, 11, 0, 0), asm.Lui(10, 0), asm.I(rv64.Addi, 17, 17, 93), asm.Ecall}, nil), nil, roomy())
			r.step(firstWord).Rd = 4
			r.segments[0].Local[0].In, r.cells[0].Initial = 2, 2
			r.rethread()
			r.outputOfHalt()
			return r
		}()},
	}
}

// haltFaults has lies about the output and the exit code.
func haltFaults(t *testing.T) []fault {
	code, _, _, _, _ := ledger()
	honest := func() *run { return recorded(t, asm.Image(code, nil), nil, roomy()) }
	// ends claims a program that has other values in a7 and a0 when it halts.
	ends := func(reg uint32, v int32) *run {
		truth, lie := slices.Clone(code), slices.Clone(code)
		at := slices.Index(code, asm.I(rv64.Addi, reg, 0, map[uint32]int32{10: 0, 17: 93}[reg]))
		truth[at] = asm.I(rv64.Addi, reg, 0, v)
		r := lying(t, asm.Image(truth, nil), asm.Image(lie, nil), roomy(), nil)
		r.step(firstWord + uint32(at)).Rd = uint64(v)
		r.rethread()
		return r
	}
	other := honest()
	other.output[0]++
	forged := honest()
	forged.segments[0].Calls[abi.EcallHalt][0].Accesses[2].Old++
	forged.segments[0].Calls[abi.EcallHalt][0].Accesses[2].Value++
	forged.outputOfHalt()
	return []fault{
		{"another output", "OUTPUT", other},
		{"an output that is not in the registers", "MEM", forged},
		{"exit code 1", "MEM", ends(10, 1)},
		{"a halt with another number", "MEM", ends(17, 94)},
	}
}

// callFaults has false results of every accelerator: each cell written, one at a time.
func callFaults(t *testing.T) (out []fault) {
	img := callsImage()
	honest := recorded(t, img, nil, roomy())
	for number, calls := range honest.segments[0].Calls {
		if number == abi.EcallHalt {
			continue
		}
		for j, a := range calls[0].Accesses {
			if a.Cell >= bus.RegisterCell || !written(&calls[0], j) || j%3 != 0 && j != len(calls[0].Accesses)-1 {
				continue
			}
			for _, bit := range []uint64{1, 1 << 63} {
				r := recorded(t, img, nil, roomy())
				r.segments[0].Calls[number][0].Accesses[j].Value ^= bit
				r.rethread()
				r.outputOfHalt()
				out = append(out, fault{"a forged result of call " + accelName(number), "", r})
			}
		}
	}
	return out
}

// Every fault is refused, and for the reason that it is false.
func TestExecutorFaults(t *testing.T) {
	for _, f := range slices.Concat(controlFaults(t), memoryFaults(t), haltFaults(t), callFaults(t)) {
		err := f.run.check()
		if f.want == "honest" {
			if err != nil {
				t.Errorf("%s: %v", f.name, err)
			}
			continue
		}
		if err == nil || f.want != "" && !strings.Contains(err.Error(), f.want) {
			t.Errorf("%s: %v, want %s", f.name, err, f.want)
		}
	}
}
