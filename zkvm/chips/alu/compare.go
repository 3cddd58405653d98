package alu

import (
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/chips/adapter"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// Compare is the table of slt and sltu.
func Compare() chips.Table {
	b := adapter.New(rom.Compare.String())
	in := b.Instruction(rv64.Slt, rv64.Sltu)
	x, y := in.ReadRs1(), in.ReadRs2()
	less := in.Less(in.Flag(rv64.Slt), x.Limbs, y.Limbs)
	in.WriteRd(bit(in, less.Result))
	in.Finish(in.Sequential())
	return adapter.Table(rom.Compare, b, func(row []uint32, s *record.Step) {
		in.Put(row, s)
		less.Put(row, s.Row.Op == rv64.Slt, s.Rs1, s.Rs2)
	})
}

// CompareImm is the table of slti and sltiu.
func CompareImm() chips.Table {
	b := adapter.New(rom.CompareImm.String())
	in := b.Instruction(rv64.Slti, rv64.Sltiu)
	x := in.ReadRs1()
	y, sign := in.Immediate()
	less := in.LessImmediate(in.Flag(rv64.Slti), sign, x.Limbs, y)
	in.WriteRd(bit(in, less.Result))
	in.Finish(in.Sequential())
	return adapter.Table(rom.CompareImm, b, func(row []uint32, s *record.Step) {
		in.Put(row, s)
		less.Put(row, s.Row.Op == rv64.Slti, s.Rs1, s.Row.Word())
	})
}

// bit is a bit as a word: in range by construction.
func bit(in *adapter.Instruction, v air.Expr) adapter.Limbs {
	l := in.Zeros()
	l[0] = v
	return l
}
