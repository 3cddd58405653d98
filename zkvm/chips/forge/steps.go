package forge

import (
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/air/check"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
)

// Case is a row of the ROM with the values of its operands.
type Case struct {
	Row  rom.Row
	A, B uint64 // registers rs1 and rs2
}

// distances between an access and the one before it, the least being one.
var distances = []uint32{1, 2, 3, 1 << 16, 1<<16 + 1, 1<<16 - 1, 1 << 20, 12345, 1<<20 + 1<<16}

// Steps makes the steps of cases. Where registers are the same, the values of the first
// operand count, and the times are those of one instruction.
func Steps(cases []Case) []record.Step {
	var out []record.Step
	for i, c := range cases {
		row := c.Row
		s := record.Step{Row: &row, Time: 1<<20 + 1<<17 + uint32(i)*bus.StepTime, Rs1: c.A, Rs2: c.B}
		before := func(k int) uint32 { return distances[(i*5+k*2)%len(distances)] }
		if i%8 == 0 {
			before = func(int) uint32 { return 1<<16 + 1 } // lo = 0 in all accesses
		}
		s.Rs1Time = s.Time + bus.FirstSlot - before(0)
		s.Rs2Time = s.Time + bus.SecondSlot - before(1)
		s.RdTime = s.Time + bus.WriteSlot - before(2)
		s.RdOld = 0x0123_4567_89ab_cdef * uint64(i+1)
		if !uses(&row).rs2 {
			s.Rs2, s.Rs2Time = 0, 0
		} else if uint32(row.Rs1) == row.Rs2 {
			s.Rs2, s.Rs2Time = s.Rs1, s.Time+bus.FirstSlot
		} else if s.Rs2Time > s.Time-1 {
			s.Rs2Time = s.Time - 1 // nothing else touched it in this instruction
		}
		s.Rd, s.NextPC = Exec(&row, s.Rs1, Second(&s))
		switch {
		case !uses(&row).rd:
			s.RdOld, s.RdTime = 0, 0
		case uses(&row).rs2 && uint32(row.Rd) == row.Rs2:
			s.RdOld, s.RdTime = s.Rs2, s.Time+bus.SecondSlot
		case uses(&row).rs1 && row.Rd == row.Rs1:
			s.RdOld, s.RdTime = s.Rs1, s.Time+bus.FirstSlot
		case s.RdTime > s.Time-1:
			s.RdTime = s.Time - 1
		}
		out = append(out, s)
	}
	return out
}

type operands struct{ rs1, rs2, rd bool }

// uses says which registers the row of an instruction accesses.
func uses(r *rom.Row) operands {
	switch rom.TableOf(r.Op) {
	case rom.Jump:
		return operands{rd: true}
	case rom.BranchEqual, rom.BranchLess:
		return operands{rs1: true, rs2: true}
	case rom.Add, rom.AddW, rom.Bitwise, rom.Compare, rom.Shift:
		return operands{true, true, true}
	}
	return operands{rs1: true, rd: true}
}

// External is what the rest of the machine puts on STATE, MEM and ROM for the steps.
func External(steps []record.Step) []check.Message {
	var out []check.Message
	for i := range steps {
		s := &steps[i]
		r, u := s.Row, uses(s.Row)
		out = append(out,
			message(bus.State, air.Put, r.PC, s.Time), message(bus.State, air.Take, s.NextPC, s.Time+bus.StepTime),
			message(bus.ROM, air.Put, r.PC, uint32(r.Op), uint32(r.Rd), uint32(r.Rs1), r.Rs2, r.Imm[0], r.Imm[1], r.Imm[2], r.Imm[3]))
		if u.rs1 {
			out = append(out, access(uint32(r.Rs1), s.Rs1, s.Rs1, s.Rs1Time, s.Time+bus.FirstSlot)...)
		}
		if u.rs2 {
			out = append(out, access(r.Rs2, s.Rs2, s.Rs2, s.Rs2Time, s.Time+bus.SecondSlot)...)
		}
		if u.rd {
			out = append(out, access(uint32(r.Rd), s.RdOld, s.Rd, s.RdTime, s.Time+bus.WriteSlot)...)
		}
	}
	return out
}

func access(register uint32, old, value uint64, prev, time uint32) []check.Message {
	cell := func(v uint64, at uint32) []uint32 {
		return []uint32{bus.RegisterCell + register, uint32(v & 0xffff), uint32(v >> 16 & 0xffff), uint32(v >> 32 & 0xffff), uint32(v >> 48), at}
	}
	return []check.Message{message(bus.Memory, air.Put, cell(old, prev)...), message(bus.Memory, air.Take, cell(value, time)...)}
}

func message(b air.Bus, d air.Direction, values ...uint32) check.Message {
	tuple := make([]field.Element, len(values))
	for i, v := range values {
		tuple[i] = field.New(uint64(v))
	}
	return check.Message{Bus: b, Direction: d, Multiplicity: field.One, Tuple: tuple}
}
