// Package adapter is what the instruction chips and the accelerators share: the state of
// the machine, the row of the ROM, and accesses to registers and memory, each as columns
// and messages on one side and as the values of the columns on the other.
//
// A chip is declared on a [Builder], which is an [air.Builder] that knows the place of
// every column. An [Instruction] is the frame of a row that executes one row of the ROM:
//
//	b := adapter.New("add_imm")
//	in := b.Instruction(rv64.Addi)
//	x := in.ReadRs1()
//	imm, sign := in.Immediate()
//	y := b.Word("y", adapter.Checked)
//	... constraints ...
//	b.RangeCheck(y.Limbs)
//	in.WriteRd(y.Limbs)
//	in.Finish(in.Sequential())
//	chip := b.Done()
//
// [Instruction.Put] writes from a record.Step all columns that the frame declared, [Fill]
// calls a function for every row and leaves the rest of a table zero.
//
// # Rows
//
// A row is real when the sum of its operation flags is one; the sum is a bit. Other rows
// are padding: they receive what they send on STATE and MEM and demand nothing of the
// ROM. A row of zeros is padding for every gadget here. Padding rows may hold other
// values, a program counter for one, that cancel in the same way.
//
// # Accesses
//
// An access at time T receives (cell, old value, prev) and sends (cell, new value, T) with
// prev = T - 1 - d, where d = lo + 2^16 hi is in [0, 2^21). As T < 2^21 (the verifier
// bounds the time of a segment's end and time only grows), prev is below T as an integer:
// were d allowed to be -1, the access would receive what it sends, of any value. Accesses
// of one row that may meet in a cell need different times. On padding rows T is the same
// expression with nothing added, prev = T, and d = 0 and new = old are constraints.
//
// # Ranges
//
// A value that is read is four u16 limbs because everything that was ever written is: the
// initial values are checked by the boundary chip, and a chip that writes proves its
// limbs, by lookups or by construction. Times and program counters of real rows are those
// of the one path through STATE.
//
// Not checked here: that the constraints of a chip determine what it writes, and that the
// next pc is the pc on padding rows when it is not [Instruction.Sequential].
package adapter
