package conformance

import (
	"testing"

	"github.com/ashlar-labs/ashlar/zkvm/asm"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// edges are operands at which instructions go wrong.
var edges = []uint64{
	0, 1, 2, 31, 32, 63, 64, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x1_0000,
	0x7fff_ffff, 0x8000_0000, 0xffff_ffff, 0x1_0000_0000, 0xffff_ffff_8000_0000, 0xffff_ffff_7fff_ffff,
	0x7fff_ffff_ffff_ffff, 0x8000_0000_0000_0000, 0x8000_0000_0000_0001, 0xffff_ffff_ffff_fffe, 0xffff_ffff_ffff_ffff,
	0x0123_4567_89ab_cdef, 0xfedc_ba98_7654_3210,
}

// few are the edges that proofs take.
var few = [][]uint64{
	{0, 0}, {1, 0}, {0x8000_0000_0000_0000, 0}, {0xffff_ffff_ffff_ffff, 0}, {0x8000_0000_0000_0000, 0xffff_ffff_ffff_ffff},
	{0xffff_ffff_8000_0000, 0xffff_ffff_ffff_ffff}, {0x8000_0000, 0xffff_ffff}, {0x7fff_ffff_ffff_ffff, 0x7fff_ffff_ffff_ffff},
	{0xfedc_ba98_7654_3210, 63}, {0xfedc_ba98_7654_3210, 32}, {0x0123_4567_89ab_cdef, 31}, {0x8000_0000_0000_0001, 64},
	{0xffff_ffff_ffff_ffff, 0xffff_ffff_ffff_ffff}, {0xffff_ffff_ffff_fff9, 2}, {7, 0xffff_ffff_ffff_fffe},
	{0xffff_ffff_ffff_fff9, 0xffff_ffff_ffff_fffe}, {5, 0xffff_ffff_0000_0000}, {0xffff, 0x1_0000},
}

// registerOps are the operations on two registers.
var registerOps = []rv64.Op{
	rv64.Add, rv64.Sub, rv64.Addw, rv64.Subw, rv64.And, rv64.Or, rv64.Xor, rv64.Slt, rv64.Sltu,
	rv64.Sll, rv64.Srl, rv64.Sra, rv64.Sllw, rv64.Srlw, rv64.Sraw, rv64.Mul, rv64.Mulh, rv64.Mulhsu, rv64.Mulhu, rv64.Mulw,
	rv64.Div, rv64.Divu, rv64.Rem, rv64.Remu, rv64.Divw, rv64.Divuw, rv64.Remw, rv64.Remuw,
}

var atomicOps = []rv64.Op{
	rv64.AmoSwapW, rv64.AmoAddW, rv64.AmoXorW, rv64.AmoAndW, rv64.AmoOrW, rv64.AmoMinW, rv64.AmoMaxW, rv64.AmoMinuW, rv64.AmoMaxuW,
	rv64.AmoSwapD, rv64.AmoAddD, rv64.AmoXorD, rv64.AmoAndD, rv64.AmoOrD, rv64.AmoMinD, rv64.AmoMaxD, rv64.AmoMinuD, rv64.AmoMaxuD,
}

var (
	immediateOps = []rv64.Op{rv64.Addi, rv64.Addiw, rv64.Andi, rv64.Ori, rv64.Xori, rv64.Slti, rv64.Sltiu}
	shiftOps     = []rv64.Op{rv64.Slli, rv64.Srli, rv64.Srai}
	shiftWOps    = []rv64.Op{rv64.Slliw, rv64.Srliw, rv64.Sraiw}
	branchOps    = []rv64.Op{rv64.Beq, rv64.Bne, rv64.Blt, rv64.Bge, rv64.Bltu, rv64.Bgeu}
)

// registerForms has every operation on two registers.
func registerForms(groups [][]uint64) *test {
	p := newTest("register forms")
	body := operands()
	for k, op := range registerOps {
		body = append(body, asm.R(op, 7, 5, 6), kept(7, k))
	}
	p.over(groups, len(registerOps), body)
	return p
}

// aliases has every operation on two registers with the same register twice or three times,
// and with x0 in each place.
func aliases(groups [][]uint64) *test {
	p := newTest("aliases")
	var body []uint32
	for k, op := range registerOps {
		body = append(body, operands()...)
		body = append(body,
			asm.R(op, 5, 5, 6), kept(5, 6*k), // x5 is the result from here on
			asm.R(op, 6, 5, 6), kept(6, 6*k+1),
			asm.R(op, 7, 6, 6), kept(7, 6*k+2),
			asm.R(op, 6, 6, 6), kept(6, 6*k+3),
			asm.R(op, 0, 5, 6), asm.R(op, 7, 0, 5), asm.R(op, 7, 7, 0), kept(7, 6*k+4), kept(0, 6*k+5))
	}
	p.over(groups, 6*len(registerOps), body)
	return p
}

func immediateForms(groups [][]uint64) *test {
	p := newTest("immediate forms")
	body := []uint32{asm.I(rv64.Ld, 5, regData, 0)}
	k := 0
	add := func(words ...uint32) {
		body = append(body, words...)
		body = append(body, kept(7, k))
		k++
	}
	each := func(ops []rv64.Op, values ...int32) {
		for _, op := range ops {
			for _, v := range values {
				add(asm.I(op, 7, 5, v))
			}
			add(asm.I(rv64.Addi, 7, 5, 0), asm.I(op, 7, 7, values[1]), asm.I(op, 0, 7, values[1])) // in place, and to x0
			add(asm.I(op, 7, 0, values[1]))
		}
	}
	each(immediateOps, 0, 1, -1, 2047, -2048, 0x555)
	each(shiftOps, 0, 1, 31, 32, 63)
	each(shiftWOps, 0, 1, 31)
	p.over(groups, k, body)
	return p
}

// constants has lui and auipc, which wraps at both ends of the address space.
func constants() *test {
	p := newTest("constants")
	for _, imm := range []uint32{0, 1, 0x7ffff, 0x80000, 0xfff00, 0xfffff} {
		p.emit(asm.Lui(7, imm))
		p.keep(7)
		p.emit(asm.Auipc(7, imm))
		p.keep(7)
		p.emit(asm.Lui(0, imm), asm.Auipc(0, imm))
		p.keep(0)
	}
	return p
}

func branches(groups [][]uint64) *test {
	p := newTest("branches")
	body := append(operands(), asm.I(rv64.Addi, 7, 0, 0))
	for i, op := range branchOps {
		body = append(body,
			asm.B(op, 5, 6, 8), asm.I(rv64.Addi, 7, 7, 1<<i),
			asm.B(op, 5, 5, 8), asm.I(rv64.Xori, 7, 7, 0x400),
			asm.B(op, 0, 6, 8), asm.I(rv64.Slli, 7, 7, 1),
			asm.B(op, 5, 0, 8), asm.I(rv64.Slli, 7, 7, 2))
	}
	p.over(groups, 1, append(body, kept(7, 0)))
	return p
}

// jumps has calls, returns, links to a register that is the target, and bit 0.
func jumps() *test {
	p := newTest("jumps")
	p.emit(asm.Jal(7, 12), asm.I(rv64.Addi, 6, 0, 1), asm.Jal(0, 8), asm.Jal(5, -8), asm.I(rv64.Addi, 28, 0, 2))
	for _, reg := range []uint32{5, 6, 7, 28} {
		p.keep(reg)
	}
	for _, j := range []struct {
		rd, rs1 uint32
		imm     int32
	}{{5, 5, 12}, {6, 5, 12}, {6, 5, 13}, {5, 5, 13}, {0, 5, 12}, {0, 5, 13}, {1, 5, -2028}, {1, 5, 2047}} {
		far := (j.imm - 12) &^ 1
		p.emit(asm.Auipc(5, 0), asm.I(rv64.Jalr, j.rd, j.rs1, 12+j.imm&1))
		if far != 0 { // the offset is made up for before
			p.code = p.code[:len(p.code)-1]
			p.emit(asm.I(rv64.Addi, 5, 5, 16-j.imm&^1), asm.I(rv64.Jalr, j.rd, j.rs1, j.imm))
		}
		p.emit(asm.I(rv64.Addi, 5, 0, 77), asm.I(rv64.Addi, 28, 0, 3))
		p.keep(5)
		p.keep(j.rd)
	}
	// A function that is called twice, by jal and by jalr, with a loop in it.
	p.emit(asm.Jal(0, 24))
	p.emit(asm.I(rv64.Addi, 29, 0, 5), asm.R(rv64.Add, 28, 28, 29), asm.I(rv64.Addi, 29, 29, -1), asm.B(rv64.Bne, 29, 0, -8), asm.I(rv64.Jalr, 0, 1, 0))
	p.emit(asm.Jal(1, -20))
	p.keep(28)
	p.keep(1)
	p.emit(asm.Auipc(6, 0), asm.I(rv64.Jalr, 1, 6, -40))
	p.keep(28)
	p.keep(1)
	return p
}

// memoryForms loads and stores in two cells, at all places in them, with every sign, and
// loads from the text.
func memoryForms(groups [][]uint64) *test {
	p := newTest("memory forms")
	loads := []struct {
		op   rv64.Op
		size int32
	}{{rv64.Lb, 1}, {rv64.Lbu, 1}, {rv64.Lh, 2}, {rv64.Lhu, 2}, {rv64.Lw, 4}, {rv64.Lwu, 4}, {rv64.Ld, 8}}
	stores := []struct {
		op   rv64.Op
		size int32
	}{{rv64.Sb, 1}, {rv64.Sh, 2}, {rv64.Sw, 4}, {rv64.Sd, 8}}
	body := asm.Join(asm.Li(30, asm.Text), operands(), []uint32{asm.S(rv64.Sd, 5, regData, 0), asm.S(rv64.Sd, 6, regData, 8)})
	k := 0
	keep := func(reg uint32) { body, k = append(body, kept(reg, k)), k+1 }
	for _, l := range loads {
		for at := int32(0); at < 16; at += l.size {
			body = append(body, asm.I(l.op, 7, regData, at))
			keep(7)
		}
		body = append(body, asm.I(rv64.Addi, 7, regData, 1024), asm.I(l.op, 7, 7, -1024), asm.I(l.op, 0, regData, 0), asm.I(l.op, 28, 30, 8))
		keep(7)
		keep(28)
	}
	for _, s := range stores {
		for at := int32(0); at < 16; at += s.size {
			body = append(body, asm.S(s.op, 6, regData, at))
			if at%8+s.size == 8 {
				body = append(body, asm.I(rv64.Ld, 7, regData, at&^7))
				keep(7)
			}
		}
		body = append(body, asm.S(rv64.Sd, 5, regData, 0), asm.S(rv64.Sd, 5, regData, 8))
		for at := int32(0); at < 8; at += s.size {
			body = append(body, asm.S(s.op, 6, regData, at), asm.I(rv64.Ld, 7, regData, 0), asm.S(rv64.Sd, 5, regData, 0))
			keep(7)
		}
		body = append(body, asm.S(s.op, 0, regData, 8), asm.S(s.op, regData, regData, 0), asm.I(rv64.Ld, 7, regData, 8), asm.I(rv64.Ld, 28, regData, 0),
			asm.S(rv64.Sd, 5, regData, 0), asm.S(rv64.Sd, 6, regData, 8))
		keep(7)
		keep(28)
	}
	p.over(groups, k, body)
	return p
}

func atomics(groups [][]uint64) *test {
	p := newTest("atomics")
	body := append(operands(), asm.I(rv64.Addi, 28, regData, 0))
	k := 0
	keep := func(regs ...uint32) {
		for _, r := range regs {
			body, k = append(body, kept(r, k)), k+1
		}
	}
	restore := func() { body = append(body, asm.S(rv64.Sd, 5, 28, 0)) }
	for _, op := range atomicOps {
		body = append(body, asm.R(op, 7, 28, 6), asm.I(rv64.Ld, 29, 28, 0))
		keep(7, 29)
		restore()
		// rd is the source; nothing is returned.
		body = append(body, asm.I(rv64.Addi, 30, 6, 0), asm.R(op, 30, 28, 30), asm.R(op, 0, 28, 6), asm.I(rv64.Ld, 29, 28, 0))
		keep(30, 29)
		restore()
	}
	for i, op := range atomicOps {
		if i%9 != 0 && i%9 != 5 {
			continue
		}
		// rd is the address.
		body = append(body, asm.I(rv64.Addi, 30, 28, 0), asm.R(op, 30, 30, 6), asm.I(rv64.Ld, 29, 28, 0))
		keep(30, 29)
		restore()
	}
	for _, pair := range [][2]rv64.Op{{rv64.LrW, rv64.ScW}, {rv64.LrD, rv64.ScD}} {
		body = append(body, asm.R(pair[0], 7, 28, 0), asm.R(pair[1], 29, 28, 6), asm.I(rv64.Ld, 30, 28, 0))
		keep(7, 29, 30)
		restore()
		body = append(body, asm.I(rv64.Addi, 30, 6, 0), asm.R(pair[0], 0, 28, 0), asm.R(pair[1], 30, 28, 30), asm.I(rv64.Ld, 29, 28, 0))
		keep(30, 29)
		restore()
	}
	body = append(body, 0x0ff0_000f, 0x0000_100f) // fence, fence.i
	p.over(groups, k, body)
	return p
}

// reservations has lr and sc that do not belong together. The words at regData are x5 and x6
// whenever one starts. There is no lr.d before an sc.w: QEMU stores there what it says it has not.
func reservations(groups [][]uint64) *test {
	p := newTest("reservations")
	body := append(operands(), asm.I(rv64.Addi, 28, regData, 8), asm.I(rv64.Addi, 27, regData, 4))
	k := 0
	for _, f := range []struct{ lr, sc, amo, store rv64.Op }{
		{rv64.LrW, rv64.ScW, rv64.AmoAddW, rv64.Sw}, {rv64.LrD, rv64.ScD, rv64.AmoAddD, rv64.Sd}, {rv64.LrW, rv64.ScD, rv64.AmoXorW, rv64.Sh},
	} {
		lr := func(rd, at uint32) uint32 { return asm.R(f.lr, rd, at, 0) }
		sc := func(rd, at, v uint32) uint32 { return asm.R(f.sc, rd, at, v) }
		for _, words := range [][]uint32{
			{sc(7, regData, 6)},
			{lr(0, regData), sc(7, 28, 5)},
			{lr(0, 28), sc(7, regData, 6)},
			{asm.R(rv64.LrW, 0, 27, 0), sc(7, regData, 6)},
			{lr(0, regData), lr(0, 28), sc(7, regData, 6)},
			{lr(0, 28), lr(0, regData), sc(7, regData, 6)},
			{lr(0, regData), sc(0, 28, 5), sc(7, regData, 6)},
			{lr(0, regData), sc(0, regData, 6), sc(7, regData, 5)},
			{lr(0, regData), asm.S(f.store, 6, regData, 0), sc(7, regData, 6)},
			{lr(30, regData), asm.S(f.store, 30, regData, 0), sc(7, regData, 6)},
			{lr(0, regData), asm.S(rv64.Sb, 6, regData, 4), sc(7, regData, 6)},
			{lr(0, regData), asm.R(f.amo, 0, regData, 6), sc(7, regData, 6)},
			{lr(0, regData), asm.R(f.amo, 0, regData, 0), sc(7, regData, 6)},
			{lr(0, regData), asm.S(rv64.Sd, 6, regData, 0), asm.S(rv64.Sd, 5, regData, 0), sc(7, regData, 6)},
			{asm.I(rv64.Addi, 7, regData, 0), lr(7, 7), sc(7, regData, 7)},
			{asm.I(rv64.Addi, 7, regData, 0), lr(0, 7), sc(7, 7, 6)},
		} {
			body = append(body, words...)
			body = append(body, kept(7, k), asm.I(rv64.Ld, 7, regData, 0), kept(7, k+1), asm.S(rv64.Sd, 5, regData, 0), asm.S(rv64.Sd, 6, regData, 8))
			k += 2
		}
	}
	p.over(groups, k, body)
	return p
}

// Every instruction with edge operands, against QEMU and the constraints.
func TestInstructions(t *testing.T) {
	var some [][]uint64 // every edge meets a few others
	for i, a := range edges {
		for _, j := range []int{0, 1, 7, 16} {
			some = append(some, []uint64{a, edges[(i*5+j)%len(edges)]})
		}
	}
	for _, p := range []*test{
		registerForms(pairs(edges, edges)), aliases(some), immediateForms(pairs(edges, edges[:1])), constants(),
		branches(pairs(edges, edges)), jumps(), memoryForms(some), atomics(some), reservations(some),
	} {
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			p.checked(t)
		})
	}
}

// Every instruction with edge operands in a proof, whose public output is what QEMU's
// results say.
func TestInstructionsProven(t *testing.T) {
	prover := devProver()
	for _, p := range provenTests() {
		p.proven(t, prover)
	}
}

func provenTests() []*test {
	return []*test{
		registerForms(few), aliases(few[3:5]), immediateForms(few[2:5]), constants(),
		branches(few), jumps(), memoryForms(few[8:10]), atomics(few[4:7]), reservations(few[5:7]),
	}
}

// No operation is left out of the proofs.
func TestEveryOperationIsProven(t *testing.T) {
	seen := map[rv64.Op]bool{rv64.Illegal: true, rv64.Ebreak: true}
	for _, p := range provenTests() {
		for _, w := range append(p.code, asm.Ecall) {
			seen[rv64.Decode(w).Op] = true
		}
	}
	for op := range rv64.NumOps {
		if !seen[op] {
			t.Errorf("%v is in no program", op)
		}
	}
}
