package rv64

// Op is a decoded operation. The zero value is an illegal instruction.
type Op uint8

// Operations, by the chip that will prove them.
const (
	Illegal Op = iota

	Add
	Sub
	Addi
	Addw
	Subw
	Addiw

	And
	Or
	Xor
	Andi
	Ori
	Xori

	Slt
	Sltu
	Slti
	Sltiu

	Sll
	Srl
	Sra
	Slli
	Srli
	Srai
	Sllw
	Srlw
	Sraw
	Slliw
	Srliw
	Sraiw

	Mul
	Mulh
	Mulhsu
	Mulhu
	Mulw

	Div
	Divu
	Rem
	Remu
	Divw
	Divuw
	Remw
	Remuw

	Beq
	Bne
	Blt
	Bge
	Bltu
	Bgeu

	// Lui carries its constant in Imm; Auipc becomes a Lui-like constant only in
	// Imm, the pc is added when it is executed.
	Lui
	Auipc
	Jal
	Jalr

	Lb
	Lbu
	Lh
	Lhu
	Lw
	Lwu
	Ld
	Sb
	Sh
	Sw
	Sd

	LrW
	LrD
	ScW
	ScD
	AmoSwapW
	AmoAddW
	AmoXorW
	AmoAndW
	AmoOrW
	AmoMinW
	AmoMaxW
	AmoMinuW
	AmoMaxuW
	AmoSwapD
	AmoAddD
	AmoXorD
	AmoAndD
	AmoOrD
	AmoMinD
	AmoMaxD
	AmoMinuD
	AmoMaxuD

	Fence
	Ecall
	Ebreak

	// NumOps is the number of operations, Illegal included.
	NumOps
)

var opNames = [NumOps]string{
	"illegal",
	"add", "sub", "addi", "addw", "subw", "addiw",
	"and", "or", "xor", "andi", "ori", "xori",
	"slt", "sltu", "slti", "sltiu",
	"sll", "srl", "sra", "slli", "srli", "srai",
	"sllw", "srlw", "sraw", "slliw", "srliw", "sraiw",
	"mul", "mulh", "mulhsu", "mulhu", "mulw",
	"div", "divu", "rem", "remu", "divw", "divuw", "remw", "remuw",
	"beq", "bne", "blt", "bge", "bltu", "bgeu",
	"lui", "auipc", "jal", "jalr",
	"lb", "lbu", "lh", "lhu", "lw", "lwu", "ld", "sb", "sh", "sw", "sd",
	"lr.w", "lr.d", "sc.w", "sc.d",
	"amoswap.w", "amoadd.w", "amoxor.w", "amoand.w", "amoor.w", "amomin.w", "amomax.w", "amominu.w", "amomaxu.w",
	"amoswap.d", "amoadd.d", "amoxor.d", "amoand.d", "amoor.d", "amomin.d", "amomax.d", "amominu.d", "amomaxu.d",
	"fence", "ecall", "ebreak",
}

func (op Op) String() string {
	if op < NumOps {
		return opNames[op]
	}
	return "illegal"
}

// Class groups operations as the proof will: one chip each.
type Class uint8

// Classes.
const (
	ClassIllegal Class = iota
	ClassAdd
	ClassAddW
	ClassBitwise
	ClassCompare
	ClassShift
	ClassMul
	ClassDivRem
	ClassBranch
	ClassJump
	ClassJalr
	ClassLoadDouble
	ClassStoreDouble
	ClassLoadSub
	ClassStoreSub
	ClassAtomic
	ClassFence
	ClassEcall

	NumClasses
)

var classNames = [NumClasses]string{
	"illegal", "add/sub", "add/sub W", "bitwise", "compare", "shift", "mul", "div/rem", "branch",
	"jal/const", "jalr", "load double", "store double", "load sub-word", "store sub-word", "atomic", "fence", "ecall",
}

func (c Class) String() string {
	if c < NumClasses {
		return classNames[c]
	}
	return "illegal"
}

// Class returns the group of an operation.
func (op Op) Class() Class {
	switch {
	case op == Illegal || op >= NumOps:
		return ClassIllegal
	case op <= Addi:
		return ClassAdd
	case op <= Addiw:
		return ClassAddW
	case op <= Xori:
		return ClassBitwise
	case op <= Sltiu:
		return ClassCompare
	case op <= Sraiw:
		return ClassShift
	case op <= Mulw:
		return ClassMul
	case op <= Remuw:
		return ClassDivRem
	case op <= Bgeu:
		return ClassBranch
	}
	return op.classOfRest()
}

func (op Op) classOfRest() Class {
	switch {
	case op <= Jal:
		return ClassJump
	case op == Jalr:
		return ClassJalr
	case op == Ld:
		return ClassLoadDouble
	case op == Sd:
		return ClassStoreDouble
	case op < Ld:
		return ClassLoadSub
	case op < Sd:
		return ClassStoreSub
	case op <= AmoMaxuD:
		return ClassAtomic
	case op == Fence:
		return ClassFence
	}
	return ClassEcall
}
