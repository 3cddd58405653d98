package rv64

// Sink is the register number that stands for a destination of x0: it is written
// and never read.
const Sink = 32

// Inst is a decoded instruction: eight bytes, ready to execute.
type Inst struct {
	Op Op
	// Rd is 1..31, or Sink. Rs1 and Rs2 are 0..31. Unused fields are zero, an
	// unused Rd is Sink.
	Rd, Rs1, Rs2 uint8
	// Imm is the sign-extended immediate in bytes (shift amounts: 0..63). For Lui
	// and Auipc it includes the shift by twelve.
	Imm int32
}

// Decode decodes one 32-bit word. Anything outside the instruction set gives an
// Inst whose Op is Illegal; Decode never fails.
func Decode(w uint32) Inst {
	in := Inst{
		Rd:  uint8(w >> 7 & 31),
		Rs1: uint8(w >> 15 & 31),
		Rs2: uint8(w >> 20 & 31),
	}
	if in.Rd == 0 {
		in.Rd = Sink
	}
	f3 := w >> 12 & 7
	switch w & 0x7f {
	case 0x37:
		in.Op, in.Imm, in.Rs1, in.Rs2 = Lui, int32(w&0xffff_f000), 0, 0
	case 0x17:
		in.Op, in.Imm, in.Rs1, in.Rs2 = Auipc, int32(w&0xffff_f000), 0, 0
	case 0x6f:
		in.Op, in.Imm, in.Rs1, in.Rs2 = Jal, immJ(w), 0, 0
	case 0x67:
		if f3 == 0 {
			in.Op = Jalr
		}
		in.Imm, in.Rs2 = immI(w), 0
	case 0x63:
		in.Op, in.Imm, in.Rd = branchOps[f3], immB(w), Sink
	case 0x03:
		in.Op, in.Imm, in.Rs2 = loadOps[f3], immI(w), 0
	case 0x23:
		in.Op, in.Imm, in.Rd = storeOps[f3], immS(w), Sink
	case 0x13:
		in.Op, in.Imm = decodeImm(w, f3)
		in.Rs2 = 0
	case 0x1b:
		in.Op, in.Imm = decodeImmW(w, f3)
		in.Rs2 = 0
	case 0x33:
		in.Op = decodeReg(w>>25, f3)
	case 0x3b:
		in.Op = decodeRegW(w>>25, f3)
	case 0x2f:
		in.Op = decodeAtomic(w, f3)
	case 0x0f:
		// fence and fence.i, whatever their reserved fields say.
		if f3 <= 1 {
			return Inst{Op: Fence, Rd: Sink}
		}
	case 0x73:
		switch w {
		case 0x0000_0073:
			return Inst{Op: Ecall, Rd: Sink}
		case 0x0010_0073:
			return Inst{Op: Ebreak, Rd: Sink}
		}
	}
	if in.Op == Illegal {
		return Inst{Rd: Sink}
	}
	return in
}

var (
	branchOps = [8]Op{Beq, Bne, Illegal, Illegal, Blt, Bge, Bltu, Bgeu}
	loadOps   = [8]Op{Lb, Lh, Lw, Ld, Lbu, Lhu, Lwu, Illegal}
	storeOps  = [8]Op{Sb, Sh, Sw, Sd, Illegal, Illegal, Illegal, Illegal}
	baseOps   = [8]Op{Add, Sll, Slt, Sltu, Xor, Srl, Or, And}
	mulOps    = [8]Op{Mul, Mulh, Mulhsu, Mulhu, Div, Divu, Rem, Remu}
	mulOpsW   = [8]Op{Mulw, Illegal, Illegal, Illegal, Divw, Divuw, Remw, Remuw}
	immOps    = [8]Op{Addi, Illegal, Slti, Sltiu, Xori, Illegal, Ori, Andi}
)

func immI(w uint32) int32 { return int32(w) >> 20 }
func immS(w uint32) int32 { return int32(w)>>25<<5 | int32(w>>7&31) }

func immB(w uint32) int32 {
	return int32(w)>>31<<12 | int32(w>>7&1)<<11 | int32(w>>25&0x3f)<<5 | int32(w>>8&15)<<1
}

func immJ(w uint32) int32 {
	return int32(w)>>31<<20 | int32(w&0xf_f000) | int32(w>>20&1)<<11 | int32(w>>21&0x3ff)<<1
}

func decodeImm(w, f3 uint32) (Op, int32) {
	shift := int32(w >> 20 & 63)
	switch {
	case f3 == 1 && w>>26 == 0:
		return Slli, shift
	case f3 == 5 && w>>26 == 0:
		return Srli, shift
	case f3 == 5 && w>>26 == 0x10:
		return Srai, shift
	}
	return immOps[f3], immI(w)
}

func decodeImmW(w, f3 uint32) (Op, int32) {
	shift := int32(w >> 20 & 31)
	switch {
	case f3 == 0:
		return Addiw, immI(w)
	case f3 == 1 && w>>25 == 0:
		return Slliw, shift
	case f3 == 5 && w>>25 == 0:
		return Srliw, shift
	case f3 == 5 && w>>25 == 0x20:
		return Sraiw, shift
	}
	return Illegal, 0
}

func decodeReg(f7, f3 uint32) Op {
	switch {
	case f7 == 0:
		return baseOps[f3]
	case f7 == 1:
		return mulOps[f3]
	case f7 == 0x20 && f3 == 0:
		return Sub
	case f7 == 0x20 && f3 == 5:
		return Sra
	}
	return Illegal
}

func decodeRegW(f7, f3 uint32) Op {
	switch {
	case f7 == 1:
		return mulOpsW[f3]
	case f7 == 0 && f3 == 0:
		return Addw
	case f7 == 0 && f3 == 1:
		return Sllw
	case f7 == 0 && f3 == 5:
		return Srlw
	case f7 == 0x20 && f3 == 0:
		return Subw
	case f7 == 0x20 && f3 == 5:
		return Sraw
	}
	return Illegal
}

// decodeAtomic ignores aq and rl: one hart sees its own order.
func decodeAtomic(w, f3 uint32) Op {
	var wide Op // distance from a W form of an AMO to its D form
	switch f3 {
	case 2:
	case 3:
		wide = AmoSwapD - AmoSwapW
	default:
		return Illegal
	}
	switch w >> 27 {
	case 0x02:
		if w>>20&31 != 0 {
			return Illegal
		}
		return LrW + wide/(AmoSwapD-AmoSwapW)
	case 0x03:
		return ScW + wide/(AmoSwapD-AmoSwapW)
	case 0x01:
		return AmoSwapW + wide
	case 0x00:
		return AmoAddW + wide
	case 0x04:
		return AmoXorW + wide
	case 0x0c:
		return AmoAndW + wide
	case 0x08:
		return AmoOrW + wide
	case 0x10:
		return AmoMinW + wide
	case 0x14:
		return AmoMaxW + wide
	case 0x18:
		return AmoMinuW + wide
	case 0x1c:
		return AmoMaxuW + wide
	}
	return Illegal
}
