// Package asm encodes RV64IMA instructions and puts them into images, for tests and
// benchmarks that need small programs.
//
// In: operations of zkvm/rv64 with operands. Out: words, and images with code at [Text]
// and data at [Data]. Operands out of range are the caller's mistake and are cut off.
//
// Reference: The RISC-V Instruction Set Manual, Volume I, chapter 34.
package asm

import (
	"encoding/binary"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// Places of an image.
const (
	Text = 0x0010_0000
	Data = 0x0100_0000
)

// encoding is the fixed bits of an operation: opcode, funct3 and funct7 (for atomics
// funct5 and two zero bits).
type encoding struct{ opcode, f3, f7 uint32 }

var registerOps = map[rv64.Op]encoding{
	rv64.Add: {0x33, 0, 0}, rv64.Sub: {0x33, 0, 0x20}, rv64.Sll: {0x33, 1, 0}, rv64.Slt: {0x33, 2, 0},
	rv64.Sltu: {0x33, 3, 0}, rv64.Xor: {0x33, 4, 0}, rv64.Srl: {0x33, 5, 0}, rv64.Sra: {0x33, 5, 0x20},
	rv64.Or: {0x33, 6, 0}, rv64.And: {0x33, 7, 0},
	rv64.Mul: {0x33, 0, 1}, rv64.Mulh: {0x33, 1, 1}, rv64.Mulhsu: {0x33, 2, 1}, rv64.Mulhu: {0x33, 3, 1},
	rv64.Div: {0x33, 4, 1}, rv64.Divu: {0x33, 5, 1}, rv64.Rem: {0x33, 6, 1}, rv64.Remu: {0x33, 7, 1},
	rv64.Addw: {0x3b, 0, 0}, rv64.Subw: {0x3b, 0, 0x20}, rv64.Sllw: {0x3b, 1, 0}, rv64.Srlw: {0x3b, 5, 0}, rv64.Sraw: {0x3b, 5, 0x20},
	rv64.Mulw: {0x3b, 0, 1}, rv64.Divw: {0x3b, 4, 1}, rv64.Divuw: {0x3b, 5, 1}, rv64.Remw: {0x3b, 6, 1}, rv64.Remuw: {0x3b, 7, 1},
	rv64.LrW: {0x2f, 2, 0x08}, rv64.ScW: {0x2f, 2, 0x0c}, rv64.AmoSwapW: {0x2f, 2, 0x04}, rv64.AmoAddW: {0x2f, 2, 0},
	rv64.AmoXorW: {0x2f, 2, 0x10}, rv64.AmoAndW: {0x2f, 2, 0x30}, rv64.AmoOrW: {0x2f, 2, 0x20}, rv64.AmoMinW: {0x2f, 2, 0x40},
	rv64.AmoMaxW: {0x2f, 2, 0x50}, rv64.AmoMinuW: {0x2f, 2, 0x60}, rv64.AmoMaxuW: {0x2f, 2, 0x70},
	rv64.LrD: {0x2f, 3, 0x08}, rv64.ScD: {0x2f, 3, 0x0c}, rv64.AmoSwapD: {0x2f, 3, 0x04}, rv64.AmoAddD: {0x2f, 3, 0},
	rv64.AmoXorD: {0x2f, 3, 0x10}, rv64.AmoAndD: {0x2f, 3, 0x30}, rv64.AmoOrD: {0x2f, 3, 0x20}, rv64.AmoMinD: {0x2f, 3, 0x40},
	rv64.AmoMaxD: {0x2f, 3, 0x50}, rv64.AmoMinuD: {0x2f, 3, 0x60}, rv64.AmoMaxuD: {0x2f, 3, 0x70},
}

var immediateOps = map[rv64.Op]encoding{
	rv64.Addi: {0x13, 0, 0}, rv64.Slti: {0x13, 2, 0}, rv64.Sltiu: {0x13, 3, 0}, rv64.Xori: {0x13, 4, 0},
	rv64.Ori: {0x13, 6, 0}, rv64.Andi: {0x13, 7, 0}, rv64.Addiw: {0x1b, 0, 0}, rv64.Jalr: {0x67, 0, 0},
	rv64.Lb: {0x03, 0, 0}, rv64.Lh: {0x03, 1, 0}, rv64.Lw: {0x03, 2, 0}, rv64.Ld: {0x03, 3, 0},
	rv64.Lbu: {0x03, 4, 0}, rv64.Lhu: {0x03, 5, 0}, rv64.Lwu: {0x03, 6, 0},
	rv64.Slli: {0x13, 1, 0}, rv64.Srli: {0x13, 5, 0}, rv64.Srai: {0x13, 5, 0x20},
	rv64.Slliw: {0x1b, 1, 0}, rv64.Srliw: {0x1b, 5, 0}, rv64.Sraiw: {0x1b, 5, 0x20},
}

var storeOps = map[rv64.Op]encoding{
	rv64.Sb: {0x23, 0, 0}, rv64.Sh: {0x23, 1, 0}, rv64.Sw: {0x23, 2, 0}, rv64.Sd: {0x23, 3, 0},
}

var branchOps = map[rv64.Op]encoding{
	rv64.Beq: {0x63, 0, 0}, rv64.Bne: {0x63, 1, 0}, rv64.Blt: {0x63, 4, 0}, rv64.Bge: {0x63, 5, 0}, rv64.Bltu: {0x63, 6, 0}, rv64.Bgeu: {0x63, 7, 0},
}

// Ecall is the word of ecall.
const Ecall = 0x73

// R is a register form or an atomic (rs1 the address).
func R(op rv64.Op, rd, rs1, rs2 uint32) uint32 {
	e := registerOps[op]
	return e.f7<<25 | rs2<<20 | rs1<<15 | e.f3<<12 | rd<<7 | e.opcode
}

// I is an immediate form, a shift, a load or jalr.
func I(op rv64.Op, rd, rs1 uint32, imm int32) uint32 {
	e := immediateOps[op]
	return e.f7<<25 | uint32(imm)<<20 | rs1<<15 | e.f3<<12 | rd<<7 | e.opcode
}

// S stores rs2 at rs1 + imm.
func S(op rv64.Op, rs2, rs1 uint32, imm int32) uint32 {
	e, u := storeOps[op], uint32(imm)
	return u>>5<<25 | rs2<<20 | rs1<<15 | e.f3<<12 | u&31<<7 | e.opcode
}

// B branches by imm bytes.
func B(op rv64.Op, rs1, rs2 uint32, imm int32) uint32 {
	e, u := branchOps[op], uint32(imm)
	return u>>12&1<<31 | u>>5&63<<25 | rs2<<20 | rs1<<15 | e.f3<<12 | u>>1&15<<8 | u>>11&1<<7 | e.opcode
}

// Jal jumps by imm bytes.
func Jal(rd uint32, imm int32) uint32 {
	u := uint32(imm)
	return u>>20&1<<31 | u>>1&0x3ff<<21 | u>>11&1<<20 | u>>12&0xff<<12 | rd<<7 | 0x6f
}

// Lui and Auipc take the upper twenty bits.
func Lui(rd, imm20 uint32) uint32 { return imm20<<12 | rd<<7 | 0x37 }

// Auipc adds them to the pc.
func Auipc(rd, imm20 uint32) uint32 { return imm20<<12 | rd<<7 | 0x17 }

// Li loads a 64-bit constant.
func Li(rd uint32, v uint64) []uint32 {
	if int64(v) == int64(int32(v)) {
		low := int32(v) << 20 >> 20
		return []uint32{Lui(rd, uint32(v+0x800)>>12), I(rv64.Addiw, rd, rd, low)}
	}
	low := uint64(int64(v) << 52 >> 52)
	out := Li(rd, uint64(int64(v-low)>>12))
	return append(out, I(rv64.Slli, rd, rd, 12), I(rv64.Addi, rd, rd, int32(low)))
}

// Halt ends a program with exit code zero; the output is what a1 to a4 hold.
func Halt() []uint32 {
	return []uint32{I(rv64.Addi, 10, 0, 0), I(rv64.Addi, 17, 0, abi.EcallHalt), Ecall}
}

// Join puts pieces of code behind each other.
func Join(pieces ...[]uint32) (out []uint32) {
	for _, p := range pieces {
		out = append(out, p...)
	}
	return out
}

// Image is a program at Text with data at Data; sp is the top of the stack region.
func Image(code []uint32, data []byte) *rv64.Image {
	m := &rv64.Image{TextAddr: Text, TextBytes: 4 * uint64(len(code)), PC: Text}
	var text []byte
	for _, w := range code {
		text = binary.LittleEndian.AppendUint32(text, w)
	}
	m.X[2] = abi.StackTop
	addPages := func(addr uint64, b []byte) {
		for len(b) > 0 {
			p := new([rv64.ImagePageBytes]byte)
			b = b[copy(p[:], b):]
			if *p != [rv64.ImagePageBytes]byte{} {
				m.Pages = append(m.Pages, rv64.ImagePage{Addr: addr, Data: p})
			}
			addr += rv64.ImagePageBytes
		}
	}
	addPages(Text, text)
	addPages(Data, data)
	return m
}
