package adapter

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// Registers of an accelerator call.
const (
	registerA0 = 10
	registerA7 = 17
)

// Call is the frame of a row that executes an ecall: pc, ts, a flag for each number in a7
// that the chip knows, and the accesses in the order of record.Call.
type Call struct {
	*Builder
	PC, Time Col
	// Real is one on rows that execute a call and zero on padding.
	Real air.Expr
	// Step is the time that the call takes, zero on padding rows; CallTime unless the chip
	// sets another expression.
	Step air.Expr

	numbers  []uint64
	flags    []Col
	accesses []callAccess
}

// callAccess is an access with what it writes to a row; a pointer has a column of its own
// form.
type callAccess struct {
	access Access
	put    func(row []uint32, value uint64)
}

// Call adds pc, ts and the flags, and reads a7: it is the number of the flag that is set.
// Numbers are below 2^16.
func (b *Builder) Call(numbers ...uint64) *Call {
	c := &Call{
		Builder: b, PC: b.Main("pc", "u31 (STATE)"), Time: b.Main("ts", "u21 (STATE)"), Real: b.Const(0), numbers: numbers,
	}
	number := b.Zeros()
	for _, n := range numbers {
		flag := b.Bit(fmt.Sprintf("is_%#x", n))
		c.flags = append(c.flags, flag)
		c.Real = c.Real.Add(flag.Expr)
		number[0] = number[0].Add(flag.Scale(int64(n)))
	}
	// The sum of fewer than p bits is an integer: a bit when at most one is set.
	if len(numbers) > 1 {
		b.Bool("real", c.Real)
	}
	c.Step = c.Real.Scale(bus.CallTime)
	c.register("a7", registerA7, c.Real, number, nil)
	return c
}

// Flag is one on rows that execute the number at that place of the list given to Call.
func (c *Call) Flag(i int) air.Expr { return c.flags[i].Expr }

// At is ts plus an offset on real rows.
func (c *Call) At(slot int64) air.Expr { return c.Time.Add(c.Real.Scale(slot)) }

// Pointer reads argument register a0 + i as a pointer and returns the first cell that it
// points to. The pointer is a multiple of 8 below 2^32 - 2^16, so that the cells of an
// operand of up to 64 KB are memory cells and never those of registers.
func (c *Call) Pointer(i int, active air.Expr) air.Expr {
	name := fmt.Sprintf("a%d", i)
	low, high := c.Main(name+".cell", "u13 (RANGE16, MEM)"), c.Main(name+".high", "below 2^16 - 1 (RANGE16)")
	// The low limb of the register is a u16 and 8 low < 2^19 < p: equal as integers, so
	// low < 2^13.
	c.RangeCheck(low.Expr, high.AddInt(1))
	value := Limbs{low.Scale(8), high.Expr, c.Const(0), c.Const(0)}
	c.register(name, registerA0+i, active, value, func(row []uint32, v uint64) {
		low.Put(row, uint32(v&0xffff)>>3)
		high.Put(row, uint32(v>>16&0xffff))
	})
	return low.Add(high.Scale(1 << 13))
}

// Argument reads argument register a0 + i as four limbs.
func (c *Call) Argument(i int, active air.Expr) Word {
	name := fmt.Sprintf("a%d", i)
	w := c.Word(name+".", FromMemory)
	c.register(name, registerA0+i, active, w.Limbs, w.Put)
	return w
}

// register reads a register at ts.
func (c *Call) register(name string, number int, active air.Expr, value Limbs, put func([]uint32, uint64)) {
	a := c.Builder.Read(name, c.Int(bus.RegisterCell+int64(number)), c.Time.Expr, active, value)
	c.accesses = append(c.accesses, callAccess{a, put})
}

// ReadCell reads a cell at ts + slot on rows where active is one; active is at most Real.
func (c *Call) ReadCell(name string, cell air.Expr, slot int64, active air.Expr) Word {
	return c.ReadCellAt(name, cell, c.Time.Add(active.Scale(slot)), active)
}

// ReadCellAt reads a cell at a time, which is ts where active is zero.
func (c *Call) ReadCellAt(name string, cell, time, active air.Expr) Word {
	w := c.Word(name, FromMemory)
	a := c.Builder.Read(name, cell, time, active, w.Limbs)
	c.accesses = append(c.accesses, callAccess{a, w.Put})
	return w
}

// WriteCell writes a cell at ts + slot on rows where active is one. That the limbs are u16
// is up to the caller. It returns the old value, which is a column.
func (c *Call) WriteCell(name string, cell air.Expr, slot int64, active air.Expr, value Limbs) Word {
	w := c.Word(name+".old", FromMemory)
	a := c.Builder.Write(name, cell, c.Time.Add(active.Scale(slot)), active, w.Limbs, value)
	c.accesses = append(c.accesses, callAccess{a, w.Put})
	return w
}

// Finish adds the messages on STATE and the demand on the ROM.
func (c *Call) Finish() {
	c.Receive(bus.State, c.PC.Expr, c.Time.Expr)
	c.Send(bus.State, c.PC.Add(c.Real), c.Time.Add(c.Step))
	zero := c.Const(0)
	c.Demand(bus.ROM, c.Real, c.PC.Expr, c.Int(int64(rv64.Ecall)), zero, zero, zero, zero, zero, zero, zero)
}

// Put writes pc, ts, the flag and the accesses of a call. declared says which accesses the
// call makes, by their place in the order of declaration; nil means all of them.
func (c *Call) Put(row []uint32, call *record.Call, declared []int) {
	row[c.PC.At], row[c.Time.At] = call.PC, call.Time
	for i, n := range c.numbers {
		c.flags[i].PutBool(row, n == call.Number)
	}
	for i := range call.Accesses {
		at := i
		if declared != nil {
			at = declared[i]
		}
		a, from := &c.accesses[at], &call.Accesses[i]
		a.access.Put(row, from.Time, from.Prev)
		if a.put != nil {
			a.put(row, from.Old)
		}
	}
}
