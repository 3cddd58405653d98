package record

import (
	"github.com/ashlar-labs/ashlar/zkvm/rom"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// form says which operands an operation has.
type form uint8

const (
	noRow     form = iota // no row: executing it is a trap
	registers             // rd = op(rs1, rs2)
	immediate             // rd = op(rs1, imm)
	branch
	jump
	jumpRegister
	load
	store
	call
)

// inst is a row in the shape in which it is executed.
type inst struct {
	imm          uint64
	row          *rom.Row
	pc           uint32
	target       int32 // place a branch or jump leads to, or outside
	next         int32 // place behind
	place        uint32
	op           rv64.Op
	rd, rs1, rs2 uint8
	form         form
	table        rom.Table
	size         uint8 // of a memory access, bytes
}

// outside is the place of a pc that has no row.
const outside = -1

// code are the rows in order of their pc. Behind the text is one place without a row,
// where running off its end leads.
type code struct {
	insts []inst
	first uint32 // pc of insts[0]
	words int    // of the text
}

func newCode(p *rom.Program) *code {
	first, words := p.Text()
	c := &code{first: first, words: words}
	c.insts = make([]inst, words+1, len(p.Rows)+words+1)
	for i := range c.insts {
		c.insts[i].pc = first + uint32(i)
	}
	for i := range p.Rows {
		row := &p.Rows[i]
		at := int(row.PC) - int(first)
		if at >= words {
			at = len(c.insts)
			c.insts = append(c.insts, inst{})
		}
		c.insts[at] = inst{pc: row.PC, row: row, op: row.Op, rd: row.Rd, rs1: row.Rs1, rs2: uint8(row.Rs2), imm: row.Word(), table: rom.TableOf(row.Op)}
	}
	for i := range c.insts {
		in := &c.insts[i]
		in.place, in.next = uint32(i), int32(i+1)
		if in.row != nil {
			c.complete(p, in)
		}
	}
	return c
}

// complete fills in what depends on the table and on other rows.
func (c *code) complete(p *rom.Program, in *inst) {
	switch in.table {
	case rom.BranchEqual, rom.BranchLess:
		in.form, in.target = branch, c.place(p, in.row.Imm[0])
	case rom.Jump:
		in.form, in.target, in.rs2 = jump, c.place(p, in.row.Rs2), 0
	case rom.Jalr:
		in.form = jumpRegister
	case rom.LoadDouble, rom.LoadWord, rom.LoadByte:
		in.form, in.size = load, accessBytes(in.op)
	case rom.StoreDouble, rom.StoreWord, rom.StoreByte:
		in.form, in.size = store, accessBytes(in.op)
	case rom.Ecall:
		in.form = call
	case rom.AddImm, rom.AddWImm, rom.BitwiseImm, rom.CompareImm, rom.ShiftImm:
		in.form = immediate
	default:
		in.form = registers
	}
}

// place is where a pc is in insts.
func (c *code) place(p *rom.Program, pc uint32) int32 {
	if k := int64(pc) - int64(c.first); k >= 0 && k < int64(c.words) {
		return int32(k)
	}
	if i := p.Index(pc); i >= 0 {
		return int32(len(c.insts) - (len(p.Rows) - i))
	}
	return outside
}

func accessBytes(op rv64.Op) uint8 {
	switch op {
	case rv64.Lb, rv64.Lbu, rv64.Sb:
		return 1
	case rv64.Lh, rv64.Lhu, rv64.Sh:
		return 2
	case rv64.Lw, rv64.Lwu, rv64.Sw:
		return 4
	}
	return 8
}
