// Package calltest is for the tests of accelerator chips: it makes segments out of calls,
// says what the other tables of the machine would put on the buses, and tries changes of
// cells.
//
// Lookups in the fixed range tables are decided by what those tables contain, so a changed
// cell survives when the changed lookup is one that the table has: stricter than comparing
// with the lookups of the right trace.
package calltest

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/air/check"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/accel"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// Machine makes calls one after the other, each at its own pc.
type Machine struct {
	Segment *record.Segment
	// Memory is by cell number (address / 8).
	Memory map[uint32]uint64

	initial map[uint32]uint64
	last    map[uint32]uint32
	between []check.Message
	pc      uint32
	time    uint32
}

// New returns a machine with empty memory.
func New() *Machine {
	return &Machine{
		Segment: &record.Segment{Calls: map[uint64][]record.Call{}}, Memory: map[uint32]uint64{},
		initial: map[uint32]uint64{}, last: map[uint32]uint32{}, pc: 0x4000, time: bus.StartTime,
	}
}

// Set writes words from an address on, before any call touches them.
func (m *Machine) Set(addr uint64, words ...uint64) {
	for i, w := range words {
		m.Memory[uint32(addr>>3)+uint32(i)] = w
	}
}

// arguments are the argument registers that a number uses.
func arguments(number uint64) []int {
	switch number {
	case abi.EcallMulMod256:
		return []int{0, 1, 2, 3}
	case abi.EcallDivMod256:
		return []int{0, 1, 3}
	case abi.EcallInvMod256:
		return []int{0, 2, 3}
	case abi.EcallSecp256k1Add, abi.EcallMemcpy, abi.EcallMemset:
		return []int{0, 1, 2}
	}
	return []int{0, 1}
}

// Call makes a call with registers a0..a3 and records it.
func (m *Machine) Call(number uint64, a [4]uint64) error {
	c := record.Call{PC: m.pc, Time: m.time, NextPC: m.pc + 1, TimeStep: bus.CallTime, Number: number}
	m.register(&c, 17, number)
	for _, i := range arguments(number) {
		m.register(&c, 10+i, a[i])
	}
	regions, why := accel.Regions(nil, number, a)
	if why != accel.OK {
		return why
	}
	if number == abi.EcallMemcpy || number == abi.EcallMemset {
		m.block(&c, number, a)
	} else if err := m.regions(&c, number, a, regions); err != nil {
		return err
	}
	m.Segment.Calls[number] = append(m.Segment.Calls[number], c)
	m.pc, m.time = c.NextPC, c.Time+c.TimeStep
	return nil
}

// regions makes the accesses of a call other than a copy or a fill.
func (m *Machine) regions(c *record.Call, number uint64, a [4]uint64, regions []accel.Region) error {
	operand := uint32(0)
	for _, r := range regions {
		if r.Write {
			continue
		}
		for i := range r.Cells {
			cell := uint32(r.Addr>>3 + i)
			m.access(c, cell, c.Time+operand, m.Memory[cell])
		}
		operand++
	}
	after := map[uint32]uint64{}
	if why := accel.Run(number, a, memory{m, after}); why != accel.OK {
		return why
	}
	for _, r := range regions {
		for i := range r.Cells {
			if cell := uint32(r.Addr>>3 + i); r.Write {
				m.access(c, cell, c.Time+bus.CallWriteSlot, after[cell])
			}
		}
	}
	return nil
}

func (m *Machine) block(c *record.Call, number uint64, a [4]uint64) {
	for i := range uint32(a[2]) {
		value := a[1]
		if number == abi.EcallMemcpy {
			from := uint32(a[1]>>3) + i
			value = m.Memory[from]
			m.access(c, from, c.Time+2*i, value)
		}
		m.access(c, uint32(a[0]>>3)+i, c.Time+2*i+1, value)
	}
	c.TimeStep = 2 * uint32(a[2])
}

func (m *Machine) register(c *record.Call, number int, value uint64) {
	cell := uint32(bus.RegisterCell + number)
	if _, ok := m.initial[cell]; ok && m.Memory[cell] != value {
		// The program writes the register between two calls.
		m.between = append(m.between, word(air.Take, cell, m.Memory[cell], m.last[cell]), word(air.Put, cell, value, m.last[cell]))
	}
	m.Memory[cell] = value
	m.access(c, cell, c.Time, value)
}

func (m *Machine) access(c *record.Call, cell, time uint32, value uint64) {
	if _, ok := m.initial[cell]; !ok {
		m.initial[cell] = m.Memory[cell]
	}
	c.Accesses = append(c.Accesses, record.Access{Cell: cell, Time: time, Prev: m.last[cell], Old: m.Memory[cell], Value: value})
	m.last[cell], m.Memory[cell] = time, value
}

// memory lets an accelerator read the machine and keeps what it writes.
type memory struct {
	m     *Machine
	after map[uint32]uint64
}

func (v memory) Load(addr uint64) uint64  { return v.m.Memory[uint32(addr>>3)] }
func (v memory) Store(addr, value uint64) { v.after[uint32(addr>>3)] = value }

// External is what the rest of the machine puts on STATE, MEM and ROM.
func (m *Machine) External() []check.Message {
	out := []check.Message{message(bus.State, air.Put, 0x4000, bus.StartTime), message(bus.State, air.Take, m.pc, m.time)}
	out = append(out, m.between...)
	for c, v := range m.initial {
		out = append(out, word(air.Put, c, v, 0), word(air.Take, c, m.Memory[c], m.last[c]))
	}
	for pc := uint32(0x4000); pc < m.pc; pc++ {
		out = append(out, message(bus.ROM, air.Put, pc, uint32(rv64.Ecall), 0, 0, 0, 0, 0, 0, 0))
	}
	return out
}

func message(b air.Bus, d air.Direction, values ...uint32) check.Message {
	tuple := make([]field.Element, len(values))
	for i, v := range values {
		tuple[i] = field.New(uint64(v))
	}
	return check.Message{Bus: b, Direction: d, Multiplicity: field.One, Tuple: tuple}
}

func word(d air.Direction, cell uint32, v uint64, time uint32) check.Message {
	return message(bus.Memory, d, cell, uint32(v&0xffff), uint32(v>>16&0xffff), uint32(v>>32&0xffff), uint32(v>>48), time)
}

// Accept reports the first thing that the proof system would refuse.
func Accept(in []check.Instance, external []check.Message) error {
	violations, err := check.Constraints(in)
	if err != nil {
		return err
	}
	if len(violations) > 0 {
		return fmt.Errorf("%v", violations[0])
	}
	unbalanced, err := check.Balance(in, external)
	if err != nil {
		return err
	}
	for _, u := range unbalanced {
		if u.Net > 0 || !contains(u.Bus, u.Tuple) {
			return fmt.Errorf("%v", u)
		}
	}
	return nil
}

// contains says whether a fixed table has a tuple.
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
