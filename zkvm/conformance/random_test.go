package conformance

import (
	"flag"
	"math/rand/v2"
	"testing"

	"github.com/ashlar-labs/ashlar/zkvm/asm"
	"github.com/ashlar-labs/ashlar/zkvm/machine"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

var (
	programs = flag.Int("programs", 10, "random programs to check")
	proofs   = flag.Int("proofs", 2, "random programs to prove")
	seeds    = flag.Uint64("seeds", 1, "seed of the first random program")
)

// Registers of a random program. Functions are called with regLink; loops count down in
// regCounter and the registers behind it, by depth.
const (
	regLink    = 1
	regBase    = 18 // of the memory that it works on
	regAddress = 19
	regCounter = 20
	maxDepth   = 3
	memory     = 4096 // bytes, regBase in the middle
)

// generator makes a random program.
type generator struct {
	*rand.Rand
	functions []int // places of functions, in words
}

func random(seed uint64) *test {
	g := &generator{Rand: rand.New(rand.NewPCG(seed, 77))}
	p := newTest("random program")
	for range memory / 8 {
		v := g.Uint64() >> g.IntN(64)
		if g.IntN(3) == 0 {
			v = edges[g.IntN(len(edges))]
		}
		p.words(v)
	}
	p.emit(asm.Li(regBase, asm.Data+memory/2)...)
	free := g.free()
	for _, r := range free {
		p.emit(asm.I(rv64.Ld, r, regBase, int32(g.IntN(memory/8))*8-memory/2))
	}
	var functions []int
	for range 3 {
		body := g.block(maxDepth, 8) // no loops, and no calls as long as no function is known
		p.emit(asm.Jal(0, int32(4*len(body)+8)))
		functions = append(functions, len(p.code))
		p.emit(body...)
		p.emit(asm.I(rv64.Jalr, 0, regLink, 0))
	}
	g.functions = functions
	for range 6 {
		piece := g.block(0, 10)
		g.patch(piece, len(p.code))
		p.emit(piece...)
		for range 4 {
			p.keep(free[g.IntN(len(free))])
		}
	}
	for _, r := range free {
		p.keep(r)
	}
	for at := int32(-64); at < 64; at += 8 {
		p.emit(asm.I(rv64.Ld, 2, regBase, at))
		p.keep(2)
	}
	return p
}

// free are the registers without a role.
func (g *generator) free() (out []uint32) {
	for r := uint32(2); r < 32; r++ {
		if r != regData && r != regResults && (r < regBase || r >= regCounter+maxDepth) {
			out = append(out, r)
		}
	}
	return out
}

func (g *generator) source() uint32 {
	if g.IntN(12) == 0 {
		return 0
	}
	free := g.free()
	return free[g.IntN(len(free))]
}

// callMark stands for a call until its place is known: its low bits are no instruction.
const callMark = 0xffff_0000

// patch makes calls of marks; the piece is at a place.
func (g *generator) patch(piece []uint32, at int) {
	for i, w := range piece {
		if w&0xffff_00ff == callMark {
			to := g.functions[int(w>>8&0xff)%len(g.functions)]
			piece[i] = asm.Jal(regLink, int32(4*(to-at-i)))
		}
	}
}

// block is n pieces: instructions, loops, forward branches and calls.
func (g *generator) block(depth, n int) (out []uint32) {
	for range n {
		switch k := g.IntN(10); {
		case k == 0 && depth < maxDepth:
			counter := uint32(regCounter + depth)
			body := g.block(depth+1, 5)
			out = append(out, asm.I(rv64.Addi, counter, 0, 1+int32(g.IntN(5))))
			out = append(out, body...)
			out = append(out, asm.I(rv64.Addi, counter, counter, -1), asm.B(rv64.Bne, counter, 0, -4*int32(len(body)+1)))
		case k == 1 && depth < maxDepth:
			body := g.block(depth+1, 4)
			out = append(out, asm.B(branchOps[g.IntN(6)], g.source(), g.source(), 4*int32(len(body)+1)))
			out = append(out, body...)
		case k == 2 && len(g.functions) > 0:
			out = append(out, callMark|uint32(g.IntN(3))<<8)
		default:
			out = append(out, g.instruction()...)
		}
	}
	return out
}

func (g *generator) instruction() []uint32 {
	rd, rs1, rs2, imm := g.source(), g.source(), g.source(), int32(g.IntN(4096))-2048
	offset := func(size int32) int32 { return (imm >> g.IntN(8)) &^ (size - 1) } // close to the base, mostly
	switch g.IntN(12) {
	case 0, 1:
		k := g.IntN(7)
		return []uint32{asm.I([]rv64.Op{rv64.Lb, rv64.Lbu, rv64.Lh, rv64.Lhu, rv64.Lw, rv64.Lwu, rv64.Ld}[k], rd, regBase, offset([]int32{1, 1, 2, 2, 4, 4, 8}[k]))}
	case 2, 3:
		k := g.IntN(4)
		return []uint32{asm.S([]rv64.Op{rv64.Sb, rv64.Sh, rv64.Sw, rv64.Sd}[k], rs2, regBase, offset(1<<k))}
	case 4:
		at := asm.I(rv64.Addi, regAddress, regBase, offset(8))
		switch k := g.IntN(len(atomicOps) + 2); k {
		case len(atomicOps):
			return append([]uint32{at}, g.reserved(rv64.LrW, rv64.ScW, rd, rs1, rs2)...)
		case len(atomicOps) + 1:
			return append([]uint32{at}, g.reserved(rv64.LrD, rv64.ScD, rd, rs1, rs2)...)
		default:
			return []uint32{at, asm.R(atomicOps[k], rd, regAddress, rs2)}
		}
	case 5:
		return []uint32{asm.I(immediateOps[g.IntN(len(immediateOps))], rd, rs1, imm)}
	case 6:
		if g.IntN(2) == 0 {
			return []uint32{asm.I(shiftOps[g.IntN(3)], rd, rs1, imm&63)}
		}
		return []uint32{asm.I(shiftWOps[g.IntN(3)], rd, rs1, imm&31)}
	case 7:
		// A computed jump over one instruction, sometimes with bit 0 set.
		return []uint32{asm.Auipc(regAddress, 0), asm.I(rv64.Jalr, rd, regAddress, 12+int32(g.IntN(2))), asm.I(rv64.Addi, rd, rs1, imm)}
	case 8:
		return []uint32{[]uint32{asm.Lui(rd, uint32(imm)&0xfffff), asm.Auipc(rd, uint32(imm)&0xfffff), 0x0ff0_000f}[g.IntN(3)]}
	}
	return []uint32{asm.R(registerOps[g.IntN(len(registerOps))], rd, rs1, rs2)}
}

// reserved is an lr and an sc with or without something between them that may make it fail.
func (g *generator) reserved(lr, sc rv64.Op, rd, rs1, rs2 uint32) []uint32 {
	out := []uint32{asm.R(lr, rd, regAddress, 0)}
	switch g.IntN(5) {
	case 0:
		out = append(out, asm.S([]rv64.Op{rv64.Sb, rv64.Sh, rv64.Sw, rv64.Sd}[g.IntN(4)], rs1, regAddress, 0))
	case 1:
		out = append(out, asm.R(atomicOps[g.IntN(len(atomicOps))], 0, regAddress, rs1))
	case 2:
		out = append(out, asm.R(sc, 0, []uint32{regAddress, regBase}[g.IntN(2)], rs2))
	case 3:
		out = append(out, asm.I(rv64.Addi, regAddress, regAddress, 8)) // another address
	}
	return append(out, asm.R(sc, rs1, regAddress, rs2))
}

// Random programs against QEMU and the constraints, in segments as short as the machine has
// them and in one.
func TestRandomPrograms(t *testing.T) {
	tiny := machine.Machine().Shapes[shape(t, "tiny")].Capacity
	for i := range *programs {
		p := random(*seeds + uint64(i))
		r, _ := p.compare(t, tiny)
		if err := r.check(); err != nil {
			t.Errorf("seed %d: %v", *seeds+uint64(i), err)
		}
		rows := 0
		for _, seg := range r.segments {
			for _, u := range seg.Program {
				rows += int(u.Times)
			}
		}
		t.Logf("seed %d: %d words, %d rows in %d segments", *seeds+uint64(i), len(p.code), rows, len(r.segments))
		p.checked(t)
	}
}

// Random programs with output that follows from QEMU's results are proven and verified.
func TestRandomProgramsProven(t *testing.T) {
	prover := devProver()
	for i := range *proofs {
		random(*seeds+1000+uint64(i)).proven(t, prover)
	}
}
