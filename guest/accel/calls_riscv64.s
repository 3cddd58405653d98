//go:build ashlar_guest

#include "go_asm.h"
#include "textflag.h"

// The call refuses a quotient of 2^256 and more. There is none when one factor is below
// m, as a comparison of the uppermost words usually shows; otherwise x is reduced first.

// func MulMod256(out, x, y, m *[4]uint64)
TEXT ·MulMod256(SB), NOSPLIT, $64-32
	MOV	x+8(FP), A1
	MOV	y+16(FP), A2
	MOV	m+24(FP), A3
	MOV	24(A3), T0
	MOV	24(A1), T1
	BLTU	T1, T0, call
	MOV	24(A2), T1
	BLTU	T1, T0, call
	ADD	$8, SP, A0
	MOV	$const_ecallDivMod256, A7
	ECALL
	ADD	$32, A0, A1
call:
	MOV	out+0(FP), A0
	MOV	$const_ecallMulMod256, A7
	ECALL
	RET

// func SquareMod256(x, m *[4]uint64, n uint64)
TEXT ·SquareMod256(SB), NOSPLIT, $64-24
	MOV	x+0(FP), A0
	MOV	m+8(FP), A3
	MOV	n+16(FP), T0
	MOV	A0, A1
	MOV	A0, A2
	BEQZ	T0, done
	MOV	24(A0), T1
	MOV	24(A3), T2
	BLTU	T1, T2, first
	// The first square is of the remainder; those that follow are of results below m.
	ADD	$8, SP, A0
	MOV	$const_ecallDivMod256, A7
	ECALL
	ADD	$32, A0, A1
	MOV	A1, A2
	MOV	x+0(FP), A0
	MOV	$const_ecallMulMod256, A7
	ECALL
	MOV	A0, A1
	MOV	A0, A2
	ADD	$-1, T0
	BEQZ	T0, done
first:
	MOV	$const_ecallMulMod256, A7
loop:
	ECALL
	ADD	$-1, T0
	BNEZ	T0, loop
done:
	RET

// func DivMod256(qr *[8]uint64, x, m *[4]uint64)
TEXT ·DivMod256(SB), NOSPLIT, $0-24
	MOV	qr+0(FP), A0
	MOV	x+8(FP), A1
	MOV	ZERO, A2
	MOV	m+16(FP), A3
	MOV	$const_ecallDivMod256, A7
	ECALL
	RET

// func InvMod256(out, y, m *[4]uint64)
TEXT ·InvMod256(SB), NOSPLIT, $0-24
	MOV	out+0(FP), A0
	MOV	ZERO, A1
	MOV	y+8(FP), A2
	MOV	m+16(FP), A3
	MOV	$const_ecallInvMod256, A7
	ECALL
	RET

// func Secp256k1Add(out, p, q *[8]uint64)
TEXT ·Secp256k1Add(SB), NOSPLIT, $0-24
	MOV	out+0(FP), A0
	MOV	p+8(FP), A1
	MOV	q+16(FP), A2
	MOV	$const_ecallSecp256k1Add, A7
	ECALL
	RET

// func Secp256k1Double(p *[8]uint64, n uint64)
TEXT ·Secp256k1Double(SB), NOSPLIT, $0-16
	MOV	p+0(FP), A0
	MOV	n+8(FP), T0
	MOV	A0, A1
	MOV	$const_ecallSecp256k1Double, A7
	BEQZ	T0, done
loop:
	ECALL
	ADD	$-1, T0
	BNEZ	T0, loop
done:
	RET

// func Poseidon2Compress16(out *[4]uint64, in *[8]uint64)
TEXT ·Poseidon2Compress16(SB), NOSPLIT, $0-16
	MOV	out+0(FP), A0
	MOV	in+8(FP), A1
	MOV	$const_ecallPoseidon2x16, A7
	ECALL
	RET

// func Poseidon2Compress24(out *[4]uint64, in *[12]uint64)
TEXT ·Poseidon2Compress24(SB), NOSPLIT, $0-16
	MOV	out+0(FP), A0
	MOV	in+8(FP), A1
	MOV	$const_ecallPoseidon2x24, A7
	ECALL
	RET

// func keccakAbsorb(state *[25]uint64, block *[KeccakRateWords]uint64)
TEXT ·keccakAbsorb(SB), NOSPLIT, $0-16
	MOV	state+0(FP), A0
	MOV	block+8(FP), A1
	MOV	$const_ecallKeccakAbsorb, A7
	ECALL
	RET

// func copyCells(dst, src *uint64, n uint64)
TEXT ·copyCells(SB), NOSPLIT, $0-24
	MOV	dst+0(FP), A0
	MOV	src+8(FP), A1
	MOV	n+16(FP), A2
	MOV	$const_ecallMemcpy, A7
	ECALL
	RET

// func setCells(dst *uint64, v, n uint64)
TEXT ·setCells(SB), NOSPLIT, $0-24
	MOV	dst+0(FP), A0
	MOV	v+8(FP), A1
	MOV	n+16(FP), A2
	MOV	$const_ecallMemset, A7
	ECALL
	RET
