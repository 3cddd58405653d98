package rom_test

import (
	"math/rand/v2"
	"testing"

	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// TestProgramsReachNothingElse: whatever the words of a text are, a pc has one row, no row
// writes x0 or reads the sink, only rows of micro-sequences name the scratch registers, only
// those of lr and sc the registers of the reservation, from the text only the first jump of an
// atomic leads to a sequence, and sequences do not lead into each other.
func TestProgramsReachNothingElse(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	code := make([]uint32, 20000)
	opcodes := []uint32{0x03, 0x0f, 0x13, 0x17, 0x1b, 0x23, 0x2f, 0x33, 0x37, 0x3b, 0x63, 0x67, 0x6f, 0x73}
	for i := range code {
		code[i] = rng.Uint32()&^0x7f | opcodes[rng.IntN(len(opcodes))]
		if rng.IntN(4) == 0 { // valid funct7, or an atomic of words
			code[i] = code[i]&^0xfe00_7000 | uint32(rng.IntN(8))<<12 | []uint32{0, 1 << 25, 1 << 30}[rng.IntN(3)]
		}
	}
	p := build(t, code, nil)
	seen, atomics := map[uint32]bool{}, 0
	for i := range p.Rows {
		r := &p.Rows[i]
		if seen[r.PC] {
			t.Fatalf("two rows at pc %#x", r.PC)
		}
		seen[r.PC] = true
		if r.Rd == 0 && writesRegister(r.Op) || r.Rs1 == bus.Sink || r.Rs2 == bus.Sink && r.Op != rv64.Jal {
			t.Errorf("%+v", *r)
		}
		micro := r.PC >= bus.MicroPC
		if !micro && (r.Rd > bus.Sink || r.Rs1 >= bus.Sink || r.Op != rv64.Jal && r.Rs2 >= bus.Sink) {
			t.Errorf("the text names a scratch register: %+v", *r)
		}
		if micro {
			checkMicro(t, p, code, r)
		}
		if micro || r.Op != rv64.Jal || r.Rs2 < bus.MicroPC {
			continue
		}
		atomics++
		word := code[r.PC-first]
		if word&0x7f != 0x2f || r.Rd != bus.Sink || p.Row(r.Rs2) == nil || p.Address(r.Rs2) != 4*uint64(r.PC) {
			t.Errorf("word %#x jumps to a sequence: %+v", word, *r)
		}
	}
	if len(seen) < len(code)/4 || atomics < 100 || p.Row(bus.Halted) != nil {
		t.Errorf("%d rows, %d atomics", len(seen), atomics)
	}
}

// checkMicro checks a row of a sequence: who names the reservation, and where it leads.
func checkMicro(t *testing.T, p *rom.Program, code []uint32, r *rom.Row) {
	t.Helper()
	word := code[p.Address(r.PC)/4-first]
	reserved := r.Rd >= bus.ReservedAddress || r.Rs1 >= bus.ReservedAddress || r.Op != rv64.Jal && r.Rs2 >= bus.ReservedAddress
	if f := word >> 27; reserved && f != 2 && f != 3 {
		t.Errorf("the sequence of word %#x names the reservation: %+v", word, *r)
	}
	switch {
	case r.Op.Class() == rv64.ClassBranch && p.Address(r.Imm[0]) != p.Address(r.PC), r.Op == rv64.Jalr,
		r.Op == rv64.Jal && 4*uint64(r.Rs2) != p.Address(r.PC)+4,
		r.Op != rv64.Jal && p.Address(r.PC+1) != p.Address(r.PC):
		t.Errorf("the sequence of word %#x leads elsewhere: %+v", word, *r)
	}
}

// writesRegister says it of operations that are in the ROM.
func writesRegister(op rv64.Op) bool {
	switch op.Class() {
	case rv64.ClassBranch, rv64.ClassStoreDouble, rv64.ClassStoreSub, rv64.ClassEcall:
		return false
	}
	return true
}
