package rv64

import "testing"

func TestDecode(t *testing.T) {
	for _, c := range []struct {
		word uint32
		want Inst
	}{
		{addi(1, 2, -1), Inst{Addi, 1, 2, 0, -1}},
		{addi(0, 2, 2047), Inst{Addi, Sink, 2, 0, 2047}},
		{stype(3, 8, 9, -2048), Inst{Sd, Sink, 8, 9, -2048}},
		{btype(7, 8, 9, -4096), Inst{Bgeu, Sink, 8, 9, -4096}},
		{btype(0, 8, 9, 4094), Inst{Beq, Sink, 8, 9, 4094}},
		{jal(1, -1<<20), Inst{Jal, 1, 0, 0, -1 << 20}},
		{jal(1, 1<<20-2), Inst{Jal, 1, 0, 0, 1<<20 - 2}},
		{lui(3, 0xfffff), Inst{Lui, 3, 0, 0, -4096}},
		{shift(0x13, 5, 0x10, 4, 5, 63), Inst{Srai, 4, 5, 0, 63}},
		{amoword(2, 3, 4, 5, 0), Inst{LrD, 4, 5, 0, 0}},
		{amoword(0x1c, 2, 4, 5, 6) | 3<<25, Inst{AmoMaxuW, 4, 5, 6, 0}}, // aq, rl
		{0x0ff0_000f, Inst{Op: Fence, Rd: Sink}},
		{0x0000_100f, Inst{Op: Fence, Rd: Sink}},
		{0x0000_0073, Inst{Op: Ecall, Rd: Sink}},
		{0x0010_0073, Inst{Op: Ebreak, Rd: Sink}},
	} {
		if got := Decode(c.word); got != c.want {
			t.Errorf("%#08x: got %+v, want %+v", c.word, got, c.want)
		}
	}
}

func TestDecodeIllegal(t *testing.T) {
	for name, w := range map[string]uint32{
		"zero":                  0,
		"all ones":              0xffff_ffff,
		"compressed nop":        0x0001,
		"slliw by 32":           shift(0x1b, 1, 0, 4, 5, 32),
		"srai with a wrong top": shift(0x13, 5, 0x11, 4, 5, 1),
		"add with funct7 2":     rtype(0x33, 0, 2, 4, 5, 6),
		"and with funct7 0x20":  rtype(0x33, 7, 0x20, 4, 5, 6),
		"mulh in W form":        rtype(0x3b, 1, 1, 4, 5, 6),
		"branch funct3 2":       btype(2, 5, 6, 8),
		"load funct3 7":         itype(0x03, 7, 4, 5, 0),
		"store funct3 4":        stype(4, 5, 6, 0),
		"jalr funct3 1":         itype(0x67, 1, 4, 5, 0),
		"lr with rs2":           amoword(2, 2, 4, 5, 6),
		"amo byte":              amoword(0, 0, 4, 5, 6),
		"amo funct5 5":          amoword(5, 2, 4, 5, 6),
		"rdcycle":               0xc000_2573,
		"mret":                  0x3020_0073,
		"fld":                   itype(0x07, 3, 4, 5, 0),
		"fadd.d":                rtype(0x53, 0, 1, 4, 5, 6),
		"vector":                0x0000_0057,
		"sh1add (Zba)":          rtype(0x33, 2, 0x10, 4, 5, 6),
	} {
		if in := Decode(w); in != (Inst{Rd: Sink}) {
			t.Errorf("%s %#08x decodes to %+v", name, w, in)
		}
	}
}

func TestOpTables(t *testing.T) {
	seen := map[string]bool{}
	for op := range NumOps {
		if name := op.String(); name == "" || seen[name] {
			t.Errorf("operation %d has name %q", op, name)
		}
		seen[op.String()] = true
		if (op.Class() == ClassIllegal) != (op == Illegal) {
			t.Errorf("%v is in class %v", op, op.Class())
		}
	}
	for op, want := range map[Op]Class{Addi: ClassAdd, Addw: ClassAddW, Xori: ClassBitwise, Sltiu: ClassCompare,
		Sraiw: ClassShift, Mulw: ClassMul, Remuw: ClassDivRem, Bgeu: ClassBranch, Jal: ClassJump, Auipc: ClassJump,
		Jalr: ClassJalr, Ld: ClassLoadDouble, Sd: ClassStoreDouble, Lwu: ClassLoadSub, Sw: ClassStoreSub,
		ScD: ClassAtomic, AmoMaxuD: ClassAtomic, Fence: ClassFence, Ebreak: ClassEcall} {
		if op.Class() != want {
			t.Errorf("%v is in class %v, want %v", op, op.Class(), want)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, w := range []uint32{0, ecall, addi(1, 2, 3), amoword(2, 3, 4, 5, 0), btype(1, 2, 3, -8), 0xffff_ffff} {
		f.Add(w)
	}
	f.Fuzz(func(t *testing.T, w uint32) {
		in := Decode(w)
		if in.Op >= NumOps || in.Rd == 0 || in.Rd > Sink || in.Rs1 > 31 || in.Rs2 > 31 {
			t.Fatalf("%#08x decodes to %+v", w, in)
		}
		if w&3 != 3 && in.Op != Illegal {
			t.Fatalf("compressed %#04x decodes to %v", w, in.Op)
		}
	})
}

// FuzzRun executes arbitrary words: it must end, and never panic.
func FuzzRun(f *testing.F) {
	f.Add([]byte{0x13, 0, 0, 0, 0x73, 0, 0, 0})
	f.Add([]byte{0x6f, 0, 0, 0})
	f.Fuzz(func(t *testing.T, b []byte) {
		code := []uint32{auipc(8, 0xf00), addi(9, 8, 64)}
		for ; len(b) >= 4; b = b[4:] {
			code = append(code, uint32(b[0])|uint32(b[1])<<8|uint32(b[2])<<16|uint32(b[3])<<24)
		}
		h := testHart(t, code, nil)
		stop := h.Run(2000)
		if h.X[0] != 0 || h.Cycles > 2000 || (stop.Kind == StopLimit) != (h.Cycles == 2000) {
			t.Fatalf("x0 %#x, %d cycles, %v", h.X[0], h.Cycles, stop)
		}
	})
}
