package overlay

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/guest/abi"
)

// memmoveSource goes before the toolchain's own memmove, which keeps what is short
// and what must be copied backward. The machine has no misaligned access, and the
// toolchain copies byte by byte when the two sides differ in alignment; here words
// are put together from two cells by shifting. Long aligned copies are one
// accelerator call.
//
// X10 = to, X11 = from, X12 = n; also the registers of the accelerator's arguments.
// A cell is only read when a byte of it is copied.
func memmoveSource() string { return fmt.Sprintf(memmoveText, abi.EcallMemcpy, abi.MaxAccelCells) }

const memmoveText = `	MOV	$16, X9
	BLTU	X12, X9, guest_other
	SUB	X11, X10, X5
	BLTU	X5, X12, guest_other	// to lies within from
	OR	X10, X11, X6
	AND	$7, X6
	BNEZ	X6, guest_shift

guest_cells:
	MOV	$64, X9
	BLTU	X12, X9, f_loop_check
	MOV	X12, X7			// bytes left
	MOV	$%#x, X17

guest_copy:
	SRL	$3, X7, X12
	MOV	$%d, X9
	BGEU	X9, X12, guest_call
	MOV	X9, X12

guest_call:
	ECALL
	SLL	$3, X12, X13
	ADD	X13, X10
	ADD	X13, X11
	SUB	X13, X7, X7
	MOV	$8, X9
	BGEU	X7, X9, guest_copy
	MOV	X7, X12
	JMP	f_loop4_check

guest_shift:
	MOV	$32, X9
	BLTU	X12, X9, guest_other
	AND	$7, X10, X5
	BEQZ	X5, guest_aligned
	MOV	$8, X9
	SUB	X5, X9, X5
	SUB	X5, X12, X12

guest_head:
	MOVBU	0(X11), X14
	MOVB	X14, 0(X10)
	ADD	$1, X10
	ADD	$1, X11
	ADD	$-1, X5
	BNEZ	X5, guest_head

guest_aligned:
	AND	$7, X11, X6
	BEQZ	X6, guest_cells
	SLL	$3, X6, X7		// X14 >> X7 and X15 << X8 make a word
	SUB	X7, X0, X8
	SUB	X6, X11, X11
	MOV	0(X11), X14
	MOV	$32, X9
	BLTU	X12, X9, guest_word_check

guest_words:
	MOV	8(X11), X15
	SRL	X7, X14, X16
	SLL	X8, X15, X18
	OR	X18, X16, X16
	MOV	X16, 0(X10)
	MOV	16(X11), X14
	SRL	X7, X15, X16
	SLL	X8, X14, X18
	OR	X18, X16, X16
	MOV	X16, 8(X10)
	MOV	24(X11), X15
	SRL	X7, X14, X16
	SLL	X8, X15, X18
	OR	X18, X16, X16
	MOV	X16, 16(X10)
	MOV	32(X11), X14
	SRL	X7, X15, X16
	SLL	X8, X14, X18
	OR	X18, X16, X16
	MOV	X16, 24(X10)
	ADD	$32, X10
	ADD	$32, X11
	ADD	$-32, X12
	BGEU	X12, X9, guest_words

guest_word_check:
	MOV	$8, X9
	BLTU	X12, X9, guest_tail

guest_word:
	MOV	8(X11), X15
	SRL	X7, X14, X16
	SLL	X8, X15, X18
	OR	X18, X16, X16
	MOV	X16, 0(X10)
	MOV	X15, X14
	ADD	$8, X10
	ADD	$8, X11
	ADD	$-8, X12
	BGEU	X12, X9, guest_word

guest_tail:
	ADD	X6, X11, X11
	JMP	f_loop4_check

guest_other:
`
