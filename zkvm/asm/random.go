package asm

import (
	"math/rand/v2"

	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// edges are the operands at which instructions go wrong.
var edges = []uint64{
	0, 1, 2, 0xff, 0x7fff, 0x8000, 0xffff, 0x1_0000, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff, 0x1_0000_0000,
	0x7fff_ffff_ffff_ffff, 0x8000_0000_0000_0000, 0x8000_0000_0000_0001, 0xffff_ffff_8000_0000, 0xffff_ffff_ffff_fffe, 0xffff_ffff_ffff_ffff,
}

// pointer is the register that Random keeps pointing at Data + 2048.
const pointer = 5

// operations are all that Random chooses from; lui stands for jumps that write constants.
var operations = func() (out []rv64.Op) {
	for op := rv64.Add; op < rv64.Ecall; op++ {
		switch op {
		case rv64.Jal, rv64.Jalr:
		default:
			out = append(out, op)
		}
	}
	return out
}()

// Random is a program of n random instructions of all kinds but computed jumps and calls,
// between code that fills the registers with edge values and code that halts with four of
// them as output. Branches and jumps lead forward a little, so that it always ends.
func Random(rng *rand.Rand, n int) []uint32 {
	var code []uint32
	for r := uint32(1); r < 32; r++ {
		v := edges[rng.IntN(len(edges))]
		if rng.IntN(3) == 0 {
			v = rng.Uint64() >> rng.IntN(64)
		}
		code = append(code, Li(r, v)...)
	}
	code = append(code, Li(pointer, Data+2048)...)
	for i := range n {
		op := operations[rng.IntN(len(operations))]
		if i < len(operations) {
			op = operations[i] // every one at least once, when n allows
		}
		code = append(code, random(rng, op)...)
	}
	for r := uint32(11); r < 15; r++ {
		code = append(code, R(rv64.Add, r, r, r+8))
	}
	return append(code, Halt()...)
}

// random is one instruction, with what it needs before or behind it.
func random(rng *rand.Rand, op rv64.Op) []uint32 {
	reg := func() uint32 { return uint32(rng.IntN(32)) }
	rd := func() uint32 {
		for {
			if r := reg(); r != pointer {
				return r
			}
		}
	}
	imm := int32(rng.IntN(4096)) - 2048
	switch op.Class() {
	case rv64.ClassAtomic:
		base := 1 + uint32(rng.IntN(4))
		at := I(rv64.Addi, base, pointer, imm&^7)
		if op == rv64.LrW || op == rv64.LrD {
			return []uint32{at, R(op, rd(), base, 0)}
		}
		if reserve := op - rv64.ScW + rv64.LrW; (op == rv64.ScW || op == rv64.ScD) && rng.IntN(3) > 0 {
			return []uint32{at, R(reserve, 0, base, 0), R(op, rd(), base, reg())}
		}
		return []uint32{at, R(op, rd(), base, reg())}
	case rv64.ClassLoadDouble, rv64.ClassLoadSub:
		return []uint32{I(op, rd(), pointer, imm&^(accessBytes(op)-1))}
	case rv64.ClassStoreDouble, rv64.ClassStoreSub:
		return []uint32{S(op, reg(), pointer, imm&^(accessBytes(op)-1))}
	case rv64.ClassBranch:
		return []uint32{B(op, reg(), reg(), 8), I(rv64.Addi, rd(), reg(), imm)}
	case rv64.ClassJump:
		return []uint32{[]uint32{Lui(rd(), uint32(imm)&0xfffff), Auipc(rd(), uint32(imm)&0xfffff)}[rng.IntN(2)]}
	case rv64.ClassFence:
		return []uint32{0x0ff0_000f}
	}
	if _, ok := immediateOps[op]; !ok {
		return []uint32{R(op, rd(), reg(), reg())}
	}
	if op.Class() == rv64.ClassShift {
		imm &= 63
		if op >= rv64.Sllw {
			imm &= 31
		}
	}
	return []uint32{I(op, rd(), reg(), imm)}
}

func accessBytes(op rv64.Op) int32 {
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
