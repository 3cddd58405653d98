//go:build ashlar_guest

#include "textflag.h"

// Only cells that hold a byte of the argument are read.
//
//	A1  first cell    T0  bits to shift it right    T1  bits to shift the next one left

#define PAIR(low, high, at) \
	SRL	T0, low, T2 \
	SLL	T1, high, T3 \
	OR	T3, T2, T2 \
	MOV	T2, at(A0)

// func loadAddress(k *rawKey, a *common.Address)
TEXT ·loadAddress(SB), NOSPLIT, $0-16
	MOV	k+0(FP), A0
	MOV	a+8(FP), A1
	MOV	ZERO, 24(A0)
	AND	$7, A1, T4
	BNEZ	T4, shifted
	MOV	0(A1), A2
	MOV	8(A1), A3
	MOVWU	16(A1), A4
	MOV	A2, 0(A0)
	MOV	A3, 8(A0)
	MOV	A4, 16(A0)
	RET
shifted:
	SUB	T4, A1, A1
	SLL	$3, T4, T0
	SUB	T0, ZERO, T1
	MOV	0(A1), A2
	MOV	8(A1), A3
	MOV	16(A1), A4
	PAIR(A2, A3, 0)
	PAIR(A3, A4, 8)
	SRL	T0, A4, T2
	MOV	$4, T3
	BGEU	T3, T4, short		// the last four bytes are in the third cell
	MOV	24(A1), A5
	SLL	T1, A5, A5
	OR	A5, T2, T2
short:
	SLL	$32, T2
	SRL	$32, T2
	MOV	T2, 16(A0)
	RET

// func loadHash(k *rawKey, h *common.Hash)
TEXT ·loadHash(SB), NOSPLIT, $0-16
	MOV	k+0(FP), A0
	MOV	h+8(FP), A1
	AND	$7, A1, T4
	BNEZ	T4, shifted
	MOV	0(A1), A2
	MOV	8(A1), A3
	MOV	16(A1), A4
	MOV	24(A1), A5
	MOV	A2, 0(A0)
	MOV	A3, 8(A0)
	MOV	A4, 16(A0)
	MOV	A5, 24(A0)
	RET
shifted:
	SUB	T4, A1, A1
	SLL	$3, T4, T0
	SUB	T0, ZERO, T1
	MOV	0(A1), A2
	MOV	8(A1), A3
	MOV	16(A1), A4
	MOV	24(A1), A5
	MOV	32(A1), A6
	PAIR(A2, A3, 0)
	PAIR(A3, A4, 8)
	PAIR(A4, A5, 16)
	PAIR(A5, A6, 24)
	RET
