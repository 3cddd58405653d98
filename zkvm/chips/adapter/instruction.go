package adapter

import (
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// Instruction is the frame of a row that executes one row of the ROM.
type Instruction struct {
	*Builder
	PC, Time Col
	// Real is one on rows that execute something and zero on padding.
	Real air.Expr
	// Rd, Rs1, Rs2 and Imm are the fields of the row of the ROM, zero until a method below
	// or the chip sets them.
	Rd, Rs1, Rs2 air.Expr
	Imm          Limbs
	// Step is the time that the instruction takes, bus.StepTime on real rows; an accelerator
	// may set another expression, zero on padding rows.
	Step air.Expr

	ops       []rv64.Op
	flags     [rv64.NumOps]Col
	registers []register
	memory    []memory
	immediate [2]Col // limb and sign, when there is one
	hasImm    bool
}

// register is an access to a register with its fill side.
type register struct {
	number Col
	value  Word // before the access
	access Access
	role   role
}

type role uint8

const (
	rs1 role = iota
	rs2
	rd
)

type memory struct {
	old    Word
	access Access
	slot   uint32
}

// Instruction adds the columns pc and ts and a flag for each operation. At most one flag is
// set.
func (b *Builder) Instruction(ops ...rv64.Op) *Instruction {
	zero := b.Const(0)
	in := &Instruction{
		Builder: b, PC: b.Main("pc", "u31 (STATE)"), Time: b.Main("ts", "u21 (STATE)"),
		Rd: zero, Rs1: zero, Rs2: zero, Imm: b.Zeros(), Real: zero, ops: ops,
	}
	for _, op := range ops {
		in.flags[op] = b.Bit("is_" + op.String())
		in.Real = in.Real.Add(in.flags[op].Expr)
	}
	// The sum of fewer than p bits is an integer: a bit when at most one is set.
	if len(ops) > 1 {
		b.Bool("real", in.Real)
	}
	in.Step = in.Real.Scale(bus.StepTime)
	return in
}

// Flag is one on rows that execute op.
func (in *Instruction) Flag(op rv64.Op) air.Expr { return in.flags[op].Expr }

// Any is one on rows that execute one of the operations.
func (in *Instruction) Any(ops ...rv64.Op) air.Expr {
	sum := in.Const(0)
	for _, op := range ops {
		sum = sum.Add(in.flags[op].Expr)
	}
	return sum
}

// At is the time of a slot: ts on padding rows.
func (in *Instruction) At(slot int64) air.Expr { return in.Time.Add(in.Real.Scale(slot)) }

// ReadRs1 reads the register in the field rs1 and returns its value as limbs.
func (in *Instruction) ReadRs1() Word { return in.ReadRs1As(in.Word("a", FromMemory)) }

// ReadRs1As is ReadRs1 with a value whose columns exist already.
func (in *Instruction) ReadRs1As(value Word) Word {
	number := in.Main("rs1", Register)
	in.Rs1 = number.Expr
	in.readRegister(rs1, "rs1", number, value, bus.FirstSlot)
	return value
}

// ReadRs2 reads the register in the field rs2 and returns its value as limbs.
func (in *Instruction) ReadRs2() Word { return in.ReadRs2As(in.Word("b", FromMemory)) }

// ReadRs2As is ReadRs2 with a value whose columns exist already.
func (in *Instruction) ReadRs2As(value Word) Word {
	number := in.Main("rs2", Register)
	in.Rs2 = number.Expr
	in.readRegister(rs2, "rs2", number, value, bus.SecondSlot)
	return value
}

func (in *Instruction) readRegister(f role, name string, number Col, value Word, slot int64) {
	a := in.Read(name, RegisterCell(number.Expr), in.At(slot), in.Real, value.Limbs)
	in.registers = append(in.registers, register{number, value, a, f})
}

// WriteRd writes the register in the field rd, which the ROM keeps from being x0. That the
// limbs are u16 is up to the caller.
func (in *Instruction) WriteRd(value Limbs) {
	number, old := in.Main("rd", Register), in.Word("rd_old", FromMemory)
	in.Rd = number.Expr
	a := in.Write("rd", RegisterCell(number.Expr), in.At(bus.WriteSlot), in.Real, old.Limbs, value)
	in.registers = append(in.registers, register{number, old, a, rd})
}

// Immediate adds the immediate as two columns and as the fields of the ROM, and returns its
// limbs and its sign. Immediates are sign-extended numbers of at most 17 bits: the upper
// three limbs are the sign. A row of the ROM with another immediate is unprovable.
func (in *Instruction) Immediate() (Limbs, air.Expr) {
	low, sign := in.Main("imm", FromROM), in.Bit("imm_sign")
	in.immediate, in.hasImm = [2]Col{low, sign}, true
	upper := sign.Scale(0xffff)
	in.Imm = Limbs{low.Expr, upper, upper, upper}
	return in.Imm, sign.Expr
}

// ReadMemory reads a memory cell in the second slot, where an instruction that loads has no
// rs2. That the cell is the address over 8, below 2^29, is up to the caller.
func (in *Instruction) ReadMemory(cell air.Expr) Word {
	value := in.Word("m", FromMemory)
	a := in.Read("mem", cell, in.At(bus.SecondSlot), in.Real, value.Limbs)
	in.memory = append(in.memory, memory{value, a, bus.SecondSlot})
	return value
}

// WriteMemory writes a memory cell in the last slot, where an instruction that stores has
// no rd. The old value comes from value, a function of it.
func (in *Instruction) WriteMemory(cell air.Expr, value func(old Limbs) Limbs) Word {
	old := in.Word("m", FromMemory)
	a := in.Write("mem", cell, in.At(bus.WriteSlot), in.Real, old.Limbs, value(old.Limbs))
	in.memory = append(in.memory, memory{old, a, bus.WriteSlot})
	return old
}

// RegisterCell is the cell of a register.
func RegisterCell(number air.Expr) air.Expr { return number.AddInt(bus.RegisterCell) }

// Sequential is the next pc of an instruction that does not jump.
func (in *Instruction) Sequential() air.Expr { return in.PC.Add(in.Real) }

// Finish adds the messages on STATE and the demand on the ROM. It comes after everything
// that sets a field. On padding rows next has to be pc.
func (in *Instruction) Finish(next air.Expr) {
	in.Receive(bus.State, in.PC.Expr, in.Time.Expr)
	in.Send(bus.State, next, in.Time.Add(in.Step))
	op := in.Const(0)
	for _, o := range in.ops {
		op = op.Add(in.flags[o].Scale(int64(o)))
	}
	in.Demand(bus.ROM, in.Real, in.PC.Expr, op, in.Rd, in.Rs1, in.Rs2, in.Imm[0], in.Imm[1], in.Imm[2], in.Imm[3])
}

// Put writes all columns that the instruction declared: pc, ts, flag, registers with the
// values before the access, memory, and time differences.
func (in *Instruction) Put(row []uint32, s *record.Step) {
	row[in.PC.At], row[in.Time.At] = s.Row.PC, s.Time
	row[in.flags[s.Row.Op].At] = 1
	for i := range in.registers {
		r := &in.registers[i]
		switch r.role {
		case rs1:
			r.put(row, uint32(s.Row.Rs1), s.Rs1, s.Time+bus.FirstSlot, s.Rs1Time)
		case rs2:
			r.put(row, s.Row.Rs2, s.Rs2, s.Time+bus.SecondSlot, s.Rs2Time)
		case rd:
			r.put(row, uint32(s.Row.Rd), s.RdOld, s.Time+bus.WriteSlot, s.RdTime)
		}
	}
	if in.hasImm {
		row[in.immediate[0].At], row[in.immediate[1].At] = s.Row.Imm[0], s.Row.Imm[3]&1
	}
	for i := range in.memory {
		m := &in.memory[i]
		m.old.Put(row, s.CellOld)
		m.access.Put(row, s.Time+m.slot, s.CellTime)
	}
}

func (r *register) put(row []uint32, number uint32, value uint64, time, prev uint32) {
	row[r.number.At] = number
	r.value.Put(row, value)
	r.access.Put(row, time, prev)
}
