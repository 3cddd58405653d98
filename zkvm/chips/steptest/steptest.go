// Package steptest is for the tests of instruction chips: it makes segments out of single
// steps with given operands and results, says what the other tables of the machine would
// put on the buses, and looks for cells that may be changed.
//
// The result of a step is given, not computed, so that a test can claim a wrong one and
// see that no row proves it. Lookups in the fixed range tables are decided by what those
// tables contain. Nothing here is an executor: a step is as the test says.
package steptest

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/air/check"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// FirstPC is the pc of the first step.
const FirstPC = 0x4000

// Machine makes steps one after the other, each at its own pc.
type Machine struct {
	Segment *record.Segment

	value, initial map[uint32]uint64 // by cell
	last           map[uint32]uint32 // time of the last access
	external       []check.Message
	pc, time       uint32
}

// New returns a machine whose registers and memory are zero.
func New() *Machine {
	return &Machine{
		Segment: &record.Segment{}, value: map[uint32]uint64{}, initial: map[uint32]uint64{}, last: map[uint32]uint32{},
		pc: FirstPC, time: bus.StartTime,
	}
}

// Set changes a cell between two steps, as if something else had written it.
func (m *Machine) Set(cell uint32, v uint64) {
	if _, touched := m.initial[cell]; touched && m.value[cell] != v {
		m.external = append(m.external,
			Cell(air.Take, cell, m.value[cell], m.last[cell]), Cell(air.Put, cell, v, m.last[cell]))
	}
	m.value[cell] = v
}

// SetRegister is Set for a register.
func (m *Machine) SetRegister(r uint8, v uint64) { m.Set(bus.RegisterCell+uint32(r), v) }

// Value is the value of a cell.
func (m *Machine) Value(cell uint32) uint64 { return m.value[cell] }

// Compute makes a step of register form with a result.
func (m *Machine) Compute(op rv64.Op, rd, rs1, rs2 uint8, result uint64) {
	s := m.step(rom.Row{Op: op, Rd: rd, Rs1: rs1, Rs2: uint32(rs2)})
	s.Rs1, s.Rs1Time = m.read(rs1, bus.FirstSlot)
	s.Rs2, s.Rs2Time = m.read(rs2, bus.SecondSlot)
	m.writeRd(s, rd, result)
	m.finish(s)
}

// Load makes a load from a cell with a result.
func (m *Machine) Load(op rv64.Op, rd, rs1 uint8, imm int32, cell uint32, result uint64) {
	s := m.step(rom.Row{Op: op, Rd: rd, Rs1: rs1, Imm: Immediate(imm)})
	s.Rs1, s.Rs1Time = m.read(rs1, bus.FirstSlot)
	s.Cell = cell
	s.CellOld, s.CellTime = m.access(cell, bus.SecondSlot)
	s.CellValue = s.CellOld
	m.writeRd(s, rd, result)
	m.finish(s)
}

// Store makes a store that leaves a cell with a value.
func (m *Machine) Store(op rv64.Op, rs1, rs2 uint8, imm int32, cell uint32, value uint64) {
	s := m.step(rom.Row{Op: op, Rs1: rs1, Rs2: uint32(rs2), Imm: Immediate(imm)})
	s.Rs1, s.Rs1Time = m.read(rs1, bus.FirstSlot)
	s.Rs2, s.Rs2Time = m.read(rs2, bus.SecondSlot)
	s.Cell = cell
	s.CellOld, s.CellTime = m.access(cell, bus.WriteSlot)
	s.CellValue = value
	m.value[cell] = value
	m.finish(s)
}

// Immediate are the limbs of a sign-extended offset.
func Immediate(imm int32) (out [4]uint32) {
	for i := range out {
		out[i] = uint32(int64(imm) >> (16 * i) & 0xffff)
	}
	return out
}

func (m *Machine) step(row rom.Row) *record.Step {
	row.PC = m.pc
	m.external = append(m.external, romRow(&row))
	return &record.Step{Row: &row, Time: m.time, NextPC: m.pc + 1}
}

func (m *Machine) read(r uint8, slot uint32) (uint64, uint32) {
	return m.access(bus.RegisterCell+uint32(r), slot)
}

func (m *Machine) writeRd(s *record.Step, rd uint8, v uint64) {
	s.Rd = v
	s.RdOld, s.RdTime = m.access(bus.RegisterCell+uint32(rd), bus.WriteSlot)
	m.value[bus.RegisterCell+uint32(rd)] = v
}

func (m *Machine) access(cell, slot uint32) (old uint64, prev uint32) {
	if _, touched := m.initial[cell]; !touched {
		m.initial[cell] = m.value[cell]
	}
	old, prev = m.value[cell], m.last[cell]
	m.last[cell] = m.time + slot
	return old, prev
}

func (m *Machine) finish(s *record.Step) {
	t := rom.TableOf(s.Row.Op)
	m.Segment.Steps[t] = append(m.Segment.Steps[t], *s)
	m.pc, m.time = s.NextPC, m.time+bus.StepTime
}

// External is what the rest of the machine puts on STATE, MEM and ROM.
func (m *Machine) External() []check.Message {
	out := append([]check.Message{}, m.external...)
	for cell, v := range m.initial {
		out = append(out, Cell(air.Put, cell, v, 0), Cell(air.Take, cell, m.value[cell], m.last[cell]))
	}
	return append(out, Message(bus.State, air.Put, FirstPC, bus.StartTime), Message(bus.State, air.Take, m.pc, m.time))
}

func romRow(r *rom.Row) check.Message {
	return Message(bus.ROM, air.Put, r.PC, uint32(r.Op), uint32(r.Rd), uint32(r.Rs1), r.Rs2, r.Imm[0], r.Imm[1], r.Imm[2], r.Imm[3])
}

// ExternalOf is what the rest of the machine puts on STATE, MEM and ROM for one step.
func ExternalOf(s *record.Step) []check.Message {
	m := &Machine{value: map[uint32]uint64{}, initial: map[uint32]uint64{}, last: map[uint32]uint32{}}
	out := []check.Message{
		romRow(s.Row), Message(bus.State, air.Put, s.Row.PC, s.Time), Message(bus.State, air.Take, s.NextPC, s.Time+bus.StepTime),
	}
	// An access finds what an earlier one of the step left.
	access := func(cell, slot, prev uint32, before, after uint64) {
		if _, touched := m.initial[cell]; !touched {
			m.initial[cell] = before
			out = append(out, Cell(air.Put, cell, before, prev))
		}
		m.value[cell], m.last[cell] = after, s.Time+slot
	}
	register := func(r uint8) uint32 { return bus.RegisterCell + uint32(r) }
	memory := s.Cell != 0
	store := memory && s.Row.Rd == 0
	access(register(s.Row.Rs1), bus.FirstSlot, s.Rs1Time, s.Rs1, s.Rs1)
	if store || !memory {
		access(register(uint8(s.Row.Rs2)), bus.SecondSlot, s.Rs2Time, s.Rs2, s.Rs2)
	}
	switch {
	case store:
		access(s.Cell, bus.WriteSlot, s.CellTime, s.CellOld, s.CellValue)
	case memory:
		access(s.Cell, bus.SecondSlot, s.CellTime, s.CellOld, s.CellOld)
	}
	if !store {
		access(register(s.Row.Rd), bus.WriteSlot, s.RdTime, s.RdOld, s.Rd)
	}
	for cell, v := range m.value {
		out = append(out, Cell(air.Take, cell, v, m.last[cell]))
	}
	return out
}

// Message is one message of values.
func Message(b air.Bus, d air.Direction, values ...uint32) check.Message {
	tuple := make([]field.Element, len(values))
	for i, v := range values {
		tuple[i] = field.New(uint64(v))
	}
	return check.Message{Bus: b, Direction: d, Multiplicity: field.One, Tuple: tuple}
}

// Cell is a message on MEM.
func Cell(d air.Direction, cell uint32, v uint64, time uint32) check.Message {
	return Message(bus.Memory, d, cell, uint32(v&0xffff), uint32(v>>16&0xffff), uint32(v>>32&0xffff), uint32(v>>48), time)
}

// Accept reports the first thing that the proof system would refuse.
func Accept(in []check.Instance, external []check.Message) error {
	why, err := Refusals(in, external)
	if err != nil {
		return err
	}
	if len(why) > 0 {
		return fmt.Errorf("%v", why[0])
	}
	return nil
}

// Refusal is something that the proof system refuses.
type Refusal struct {
	Bus  string // or empty, for a constraint
	Text string
}

func (r Refusal) String() string { return r.Text }

// Refusals lists violated constraints and unbalanced local buses. A demand on a range table
// is balanced when the table has the tuple.
func Refusals(in []check.Instance, external []check.Message) ([]Refusal, error) {
	violations, err := check.Constraints(in)
	if err != nil {
		return nil, err
	}
	var out []Refusal
	for _, v := range violations {
		out = append(out, Refusal{"", v.String()})
	}
	unbalanced, err := check.Balance(in, external)
	if err != nil {
		return nil, err
	}
	for _, u := range unbalanced {
		if u.Net > 0 || !contains(u.Bus, u.Tuple) {
			out = append(out, Refusal{u.Bus, u.String()})
		}
	}
	return out, nil
}

// contains says whether a range table has a tuple.
func contains(name string, t []uint32) bool {
	switch name {
	case bus.Range16.Name:
		return t[0] < 1<<16
	case bus.Range5.Name:
		return t[0] < 32 && t[1] < 32 && t[2] < 32
	case bus.Bytes.Name:
		return t[0] < 256 && t[1] < 256
	case bus.And.Name:
		return t[0] < 256 && t[1] < 256 && t[2] == t[0]&t[1]
	case bus.Pow2.Name:
		return t[0] < 16 && t[1] == 1<<t[0]
	}
	return false
}
