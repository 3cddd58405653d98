package rom

import "github.com/ashlar-labs/ashlar/zkvm/rv64"

// Table is the chip that proves an operation.
type Table uint8

// Instruction tables. Ecall is proven by Halt or, by the number in a7, by an accelerator.
const (
	NoTable Table = iota
	Add
	AddImm
	AddW
	AddWImm
	Bitwise
	BitwiseImm
	Compare
	CompareImm
	Shift
	ShiftImm
	Mul
	MulHigh
	DivRem
	BranchEqual
	BranchLess
	Jump
	Jalr
	LoadDouble
	LoadWord // words and halves
	LoadByte
	StoreDouble
	StoreWord // words and halves
	StoreByte
	Ecall

	NumTables
)

var names = [NumTables]string{
	"none", "add", "add_imm", "addw", "addw_imm", "bitwise", "bitwise_imm", "compare", "compare_imm", "shift", "shift_imm",
	"mul", "mul_high", "div_rem", "branch_equal", "branch_less", "jump", "jalr",
	"load_double", "load_word", "load_byte", "store_double", "store_word", "store_byte", "ecall",
}

func (t Table) String() string {
	if t < NumTables {
		return names[t]
	}
	return names[NoTable]
}

// TableOf returns the table of an operation in the ROM. Operations that are never in the
// ROM (lui and auipc become jal, atomics become sequences, fence becomes addi) have none.
func TableOf(op rv64.Op) Table { return tableOf[op] }

var tableOf = [256]Table{
	rv64.Add: Add, rv64.Sub: Add, rv64.Addi: AddImm,
	rv64.Addw: AddW, rv64.Subw: AddW, rv64.Addiw: AddWImm,
	rv64.And: Bitwise, rv64.Or: Bitwise, rv64.Xor: Bitwise,
	rv64.Andi: BitwiseImm, rv64.Ori: BitwiseImm, rv64.Xori: BitwiseImm,
	rv64.Slt: Compare, rv64.Sltu: Compare, rv64.Slti: CompareImm, rv64.Sltiu: CompareImm,
	rv64.Sll: Shift, rv64.Srl: Shift, rv64.Sra: Shift, rv64.Sllw: Shift, rv64.Srlw: Shift, rv64.Sraw: Shift,
	rv64.Slli: ShiftImm, rv64.Srli: ShiftImm, rv64.Srai: ShiftImm, rv64.Slliw: ShiftImm, rv64.Srliw: ShiftImm, rv64.Sraiw: ShiftImm,
	rv64.Mul: Mul, rv64.Mulw: Mul, rv64.Mulh: MulHigh, rv64.Mulhsu: MulHigh, rv64.Mulhu: MulHigh,
	rv64.Div: DivRem, rv64.Divu: DivRem, rv64.Rem: DivRem, rv64.Remu: DivRem,
	rv64.Divw: DivRem, rv64.Divuw: DivRem, rv64.Remw: DivRem, rv64.Remuw: DivRem,
	rv64.Beq: BranchEqual, rv64.Bne: BranchEqual,
	rv64.Blt: BranchLess, rv64.Bge: BranchLess, rv64.Bltu: BranchLess, rv64.Bgeu: BranchLess,
	rv64.Jal: Jump, rv64.Jalr: Jalr,
	rv64.Ld: LoadDouble, rv64.Lw: LoadWord, rv64.Lwu: LoadWord, rv64.Lh: LoadWord, rv64.Lhu: LoadWord,
	rv64.Lb: LoadByte, rv64.Lbu: LoadByte,
	rv64.Sd: StoreDouble, rv64.Sw: StoreWord, rv64.Sh: StoreWord, rv64.Sb: StoreByte,
	rv64.Ecall: Ecall,
}
