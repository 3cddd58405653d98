//go:build ashlar_guest

#include "go_asm.h"
#include "textflag.h"

// The sponge of Keccak-256 on bytes at any address. Memory is read in whole cells,
// never one that holds no byte of the message.
//
//	S2  cell of the next byte    S6  offset of the message in its first cell
//	S3  bytes left               S7  8*S6: how far a cell is shifted right
//	S4  state, 25 cells          S8  -S7: how far the next one is shifted left
//	S5  block, 17 cells          S9  136

#define ZERO_CELL(n, base)	MOV	ZERO, (8*n)(base)

// SHIFTED stores word n of the block from two cells; cur and next change roles from
// word to word.
#define SHIFTED(n, cur, next) \
	MOV	(8*n+8)(S2), next \
	SRL	S7, cur, T2 \
	SLL	S8, next, T3 \
	OR	T3, T2, T2 \
	MOV	T2, (8*n)(S5)

// func keccak256(out *[32]byte, b []byte)
TEXT ·keccak256(SB), NOSPLIT, $336-32
	MOV	b_base+8(FP), S2
	MOV	b_len+16(FP), S3
	ADD	$8, SP, S4
	ADD	$208, SP, S5
	ZERO_CELL(0, S4)
	ZERO_CELL(1, S4)
	ZERO_CELL(2, S4)
	ZERO_CELL(3, S4)
	ZERO_CELL(4, S4)
	ZERO_CELL(5, S4)
	ZERO_CELL(6, S4)
	ZERO_CELL(7, S4)
	ZERO_CELL(8, S4)
	ZERO_CELL(9, S4)
	ZERO_CELL(10, S4)
	ZERO_CELL(11, S4)
	ZERO_CELL(12, S4)
	ZERO_CELL(13, S4)
	ZERO_CELL(14, S4)
	ZERO_CELL(15, S4)
	ZERO_CELL(16, S4)
	ZERO_CELL(17, S4)
	ZERO_CELL(18, S4)
	ZERO_CELL(19, S4)
	ZERO_CELL(20, S4)
	ZERO_CELL(21, S4)
	ZERO_CELL(22, S4)
	ZERO_CELL(23, S4)
	ZERO_CELL(24, S4)
	AND	$7, S2, S6
	SLL	$3, S6, S7
	SUB	S7, ZERO, S8
	SUB	S6, S2, S2
	MOV	S4, A0
	MOV	$const_ecallKeccakAbsorb, A7
	MOV	$136, S9
	BLTU	S3, S9, last

block:
	MOV	S2, A1
	BEQZ	S6, absorb
	MOV	0(S2), T0
	SHIFTED(0, T0, T1)
	SHIFTED(1, T1, T0)
	SHIFTED(2, T0, T1)
	SHIFTED(3, T1, T0)
	SHIFTED(4, T0, T1)
	SHIFTED(5, T1, T0)
	SHIFTED(6, T0, T1)
	SHIFTED(7, T1, T0)
	SHIFTED(8, T0, T1)
	SHIFTED(9, T1, T0)
	SHIFTED(10, T0, T1)
	SHIFTED(11, T1, T0)
	SHIFTED(12, T0, T1)
	SHIFTED(13, T1, T0)
	SHIFTED(14, T0, T1)
	SHIFTED(15, T1, T0)
	SHIFTED(16, T0, T1)
	MOV	S5, A1

absorb:
	ECALL
	ADD	$136, S2
	ADD	$-136, S3
	BGEU	S3, S9, block

last:
	// The rest of the message, a byte 1, zeros, and bit 1087.
	ZERO_CELL(0, S5)
	ZERO_CELL(1, S5)
	ZERO_CELL(2, S5)
	ZERO_CELL(3, S5)
	ZERO_CELL(4, S5)
	ZERO_CELL(5, S5)
	ZERO_CELL(6, S5)
	ZERO_CELL(7, S5)
	ZERO_CELL(8, S5)
	ZERO_CELL(9, S5)
	ZERO_CELL(10, S5)
	ZERO_CELL(11, S5)
	ZERO_CELL(12, S5)
	ZERO_CELL(13, S5)
	ZERO_CELL(14, S5)
	ZERO_CELL(15, S5)
	MOV	$1, T3
	SLL	$63, T3
	MOV	T3, 128(S5)
	MOV	S5, T4			// where the next word goes
	SRL	$3, S3, T5		// whole words left
	AND	$7, S3, S3		// bytes after them
	BEQZ	S6, alignedTest
	ADD	T5, S3, T0
	BEQZ	T0, pad			// the message ends with a block: T2 is set there
	MOV	0(S2), T0
	JMP	shiftedTest

shiftedWord:
	MOV	8(S2), T1
	SRL	S7, T0, T2
	SLL	S8, T1, T3
	OR	T3, T2, T2
	MOV	T2, 0(T4)
	MOV	T1, T0
	ADD	$8, S2
	ADD	$8, T4
	ADD	$-1, T5

shiftedTest:
	BNEZ	T5, shiftedWord
	BEQZ	S3, pad
	SRL	S7, T0, T2
	ADD	S6, S3, T1
	MOV	$8, T3
	BGEU	T3, T1, mask		// the rest lies in one cell
	MOV	8(S2), T1
	SLL	S8, T1, T1
	OR	T1, T2, T2
	JMP	mask

alignedWord:
	MOV	0(S2), T0
	MOV	T0, 0(T4)
	ADD	$8, S2
	ADD	$8, T4
	ADD	$-1, T5

alignedTest:
	BNEZ	T5, alignedWord
	BEQZ	S3, pad
	MOV	0(S2), T2

mask:
	// Keep S3 bytes of T2, 0 < S3 < 8, and set the byte above them to 1.
	SLL	$3, S3, T0
	MOV	$1, T1
	SLL	T0, T1, T1
	ADD	$-1, T1, T0
	AND	T0, T2, T2
	OR	T1, T2, T2
	JMP	finish

pad:
	MOV	$1, T2

finish:
	MOV	0(T4), T0		// word 16 has the last bit in it
	OR	T0, T2, T2
	MOV	T2, 0(T4)
	MOV	S5, A1
	ECALL
	MOV	out+0(FP), T4
	AND	$7, T4, T0
	MOV	0(S4), A0
	MOV	8(S4), A1
	MOV	16(S4), A2
	MOV	24(S4), A3
	BNEZ	T0, bytes
	MOV	A0, 0(T4)
	MOV	A1, 8(T4)
	MOV	A2, 16(T4)
	MOV	A3, 24(T4)
	RET

bytes:
	// The hash goes to an odd place: byte by byte.
	ADD	$32, T4, T5

byteLoop:
	MOVB	A0, 0(T4)
	SRL	$8, A0
	ADD	$1, T4
	SUB	T4, T5, T1
	AND	$7, T1, T1
	BNEZ	T1, byteLoop
	MOV	A1, A0
	MOV	A2, A1
	MOV	A3, A2
	BNE	T4, T5, byteLoop
	RET
