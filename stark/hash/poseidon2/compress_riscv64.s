//go:build ashlar_guest

#include "textflag.h"

// Numbers of the ecalls.
#define POSEIDON2_16 0x1006
#define POSEIDON2_24 0x1007

// CELL copies eight bytes from an address that is a multiple of four only.
#define CELL(from, to) \
	MOVWU	(from)(T0), T1 \
	MOVWU	(from+4)(T0), T2 \
	SLL	$32, T2 \
	OR	T2, T1, T1 \
	MOV	T1, (to)(SP)

#define CELLS4(from, to) \
	CELL(from, to) \
	CELL(from+8, to+8) \
	CELL(from+16, to+16) \
	CELL(from+24, to+24)

#define WHOLE(from, to) \
	MOV	(from)(T0), T1 \
	MOV	T1, (to)(SP)

#define WHOLE4(from, to) \
	WHOLE(from, to) \
	WHOLE(from+8, to+8) \
	WHOLE(from+16, to+16) \
	WHOLE(from+24, to+24)

// HALVES copies the digest at 8(SP) to T3, a multiple of four only.
#define HALF(n) \
	MOVWU	(8+n)(SP), T1 \
	MOVW	T1, (n)(T3)

#define HALVES \
	HALF(0) \
	HALF(4) \
	HALF(8) \
	HALF(12) \
	HALF(16) \
	HALF(20) \
	HALF(24) \
	HALF(28)

// func CompressPair(out, left, right *[DigestLen]field.Element)
TEXT ·CompressPair(SB), NOSPLIT, $64-24
	MOV	out+0(FP), T3
	MOV	left+8(FP), T0
	MOV	right+16(FP), T4
	AND	$7, T0, T1
	BNEZ	T1, oddLeft
	WHOLE4(0, 8)
right:
	MOV	T4, T0
	AND	$7, T0, T1
	BNEZ	T1, oddRight
	WHOLE4(0, 40)
call:
	ADD	$8, SP, A1
	MOV	$POSEIDON2_16, A7
	MOV	T3, A0
	AND	$7, T3, T1
	BNEZ	T1, oddOut
	ECALL
	RET
oddLeft:
	CELLS4(0, 8)
	JMP	right
oddRight:
	CELLS4(0, 40)
	JMP	call
oddOut:
	MOV	A1, A0
	ECALL
	HALVES
	RET

// func compress16(out *[DigestLen]field.Element, x *[16]field.Element)
TEXT ·compress16(SB), NOSPLIT, $64-16
	MOV	out+0(FP), T3
	MOV	x+8(FP), T0
	MOV	T0, A1
	MOV	$POSEIDON2_16, A7
	AND	$7, T0, T1
	BEQZ	T1, call
	CELLS4(0, 8)
	CELLS4(32, 40)
	ADD	$8, SP, A1
call:
	MOV	T3, A0
	AND	$7, T3, T1
	BNEZ	T1, oddOut
	ECALL
	RET
oddOut:
	ADD	$8, SP, A0
	ECALL
	HALVES
	RET

// func compress24(out *[DigestLen]field.Element, x *[24]field.Element)
TEXT ·compress24(SB), NOSPLIT, $96-16
	MOV	out+0(FP), T3
	MOV	x+8(FP), T0
	MOV	T0, A1
	MOV	$POSEIDON2_24, A7
	AND	$7, T0, T1
	BEQZ	T1, call
	CELLS4(0, 8)
	CELLS4(32, 40)
	CELLS4(64, 72)
	ADD	$8, SP, A1
call:
	MOV	T3, A0
	AND	$7, T3, T1
	BNEZ	T1, oddOut
	ECALL
	RET
oddOut:
	ADD	$8, SP, A0
	ECALL
	HALVES
	RET

// func CompressPacked16(out, left, right *Packed)
TEXT ·CompressPacked16(SB), NOSPLIT, $64-24
	MOV	left+8(FP), T0
	WHOLE4(0, 8)
	MOV	right+16(FP), T0
	WHOLE4(0, 40)
	MOV	out+0(FP), A0
	ADD	$8, SP, A1
	MOV	$POSEIDON2_16, A7
	ECALL
	RET
