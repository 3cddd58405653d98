// Package system has the chip of the halt: the ecall with number 93 in a7 (x17) and exit
// code 0 in a0 (x10), which ends a run with the output in a1 to a4.
//
// In: the calls of package record. Out: the chip and its main columns. A program that exits
// with another code cannot be proven. That there is one halt follows from STATE: nothing
// continues at bus.Halted. The verifier of the segment demands the output once.
package system

import (
	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/chips/adapter"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// Registers that a halt reads, in the order of record.Call: a7, a0, a1 to a4.
const (
	registerA0 = 10
	registerA7 = 17
	outputs    = 4
)

// Tables has the chip of the halt.
func Tables() []chips.Table { return []chips.Table{newHalt()} }

// halt is a row for the halt. All registers are read at ts: they are different cells.
type halt struct {
	pc, next, time, real adapter.Col
	accesses             [2 + outputs]adapter.Access
	output               [outputs]adapter.Word
}

func newHalt() chips.Table {
	b := adapter.New("halt")
	h := &halt{
		pc:   b.Main("pc", "u31 (STATE)"),
		next: b.Main("next", "halted, or pc on padding (constraint)"),
		time: b.Main("ts", "u21 (STATE)"),
		real: b.Bit("real"),
	}
	real := h.real.Expr
	read := func(i int, name string, register int64, value adapter.Limbs) {
		h.accesses[i] = b.Read(name, b.Int(bus.RegisterCell+register), h.time.Expr, real, value)
	}
	read(0, "a7", registerA7, b.Constant(abi.EcallHalt))
	read(1, "a0", registerA0, b.Zeros())
	var output []air.Expr
	for i := range h.output {
		name := "a" + string(rune('1'+i))
		h.output[i] = b.Word(name+".", adapter.FromMemory)
		read(2+i, name, registerA0+1+int64(i), h.output[i].Limbs)
		output = append(output, h.output[i].Limbs[:]...)
	}
	b.Supply(bus.Output, real, output...)

	b.Zero("next pc", h.next.Sub(h.pc.Expr).Sub(real.Mul(b.Int(bus.Halted).Sub(h.pc.Expr))))
	b.Receive(bus.State, h.pc.Expr, h.time.Expr)
	b.Send(bus.State, h.next.Expr, h.time.Add(real.Scale(bus.StepTime)))
	zero := b.Const(0)
	b.Demand(bus.ROM, real, h.pc.Expr, b.Int(int64(rv64.Ecall)), zero, zero, zero, zero, zero, zero, zero)
	return chips.Table{
		Chip: b.Done(),
		Rows: func(seg *record.Segment) int { return len(seg.Calls[abi.EcallHalt]) },
		Fill: func(seg *record.Segment, cols [][]field.Element) {
			calls := seg.Calls[abi.EcallHalt]
			adapter.Fill(cols, len(calls), func(row []uint32, i int) { h.put(row, &calls[i]) })
		},
	}
}

func (h *halt) put(row []uint32, c *record.Call) {
	h.pc.Put(row, c.PC)
	h.next.Put(row, bus.Halted)
	h.time.Put(row, c.Time)
	h.real.Put(row, 1)
	for i := range h.accesses {
		a := &c.Accesses[i]
		h.accesses[i].Put(row, c.Time, a.Prev)
		if i >= 2 {
			h.output[i-2].Put(row, a.Old)
		}
	}
}
