//go:build !purego

#include "textflag.h"

// Z0 to Z5 are the coefficients of a. The words of type factor: Z6 to Z11 = b[0..5],
// Z12 to Z16 = n[1..5], Z17 to Z19 = d[0..2], Z20 and Z21 = e[1], e[2]. A negative is
// p - b here, at most p where b is zero; sums of four products stay below 4p^2 < 2^64.
// Z28 = p*2^32 in 64 bits, Z30 = p, Z31 = p^-1 mod 2^32, K1 = the even lanes.
// Z22 and Z23 are scratch.

// The smaller of s and s - p*2^32 as unsigned: Fold of package field.
#define FOLD \
	VPSUBQ Z28, Z22, Z23  \
	VPMINUQ Z23, Z22, Z22

#define MULADD(x, m) \
	VPMULUDQ m, x, Z23    \
	VPADDQ Z23, Z22, Z22

// Z22 = the sum of the products of Z0 to Z5 with m0 to m5, low words of 64 bits each,
// times 2^-32, in the high words and in (-p, p).
#define DOT(m0, m1, m2, m3, m4, m5) \
	VPMULUDQ m0, Z0, Z22  \
	MULADD(Z1, m1)        \
	MULADD(Z2, m2)        \
	MULADD(Z3, m3)        \
	FOLD                  \
	MULADD(Z4, m4)        \
	MULADD(Z5, m5)        \
	FOLD                  \
	VPMULUDQ Z31, Z22, Z23 \
	VPMULUDQ Z30, Z23, Z23 \
	VPSUBD Z23, Z22, Z22

#define KEEP(k) VMOVDQU32 Z22, (64*k)(SP)

// The even lanes' high words, kept before, go beside the odd lanes' and to coefficient k.
#define STORE(k) \
	VMOVDQU32 (64*k)(SP), Z23 \
	VMOVSHDUP Z23, K1, Z22    \
	VPADDD Z30, Z22, Z23      \
	VPMINUD Z23, Z22, Z22     \
	MOVQ (24*k)(DI), AX       \
	VMOVDQU32 Z22, (AX)(CX*1)

// The six coefficients, as in factor.mul.
#define ROWS(OUT) \
	DOT(Z6, Z16, Z15, Z14, Z21, Z20)  \
	OUT(0)                            \
	DOT(Z7, Z6, Z16, Z15, Z14, Z21)   \
	OUT(1)                            \
	DOT(Z8, Z7, Z6, Z16, Z15, Z14)    \
	OUT(2)                            \
	DOT(Z9, Z19, Z18, Z17, Z13, Z12)  \
	OUT(3)                            \
	DOT(Z10, Z9, Z19, Z18, Z17, Z13)  \
	OUT(4)                            \
	DOT(Z11, Z10, Z9, Z19, Z18, Z17)  \
	OUT(5)

#define LOAD(base, at, k, z) \
	MOVQ (24*k)(base), AX     \
	VMOVDQU32 (AX)(at*1), z

#define SUB(x, y, out) \
	VPSUBD y, x, out      \
	VPADDD Z30, out, Z22  \
	VPMINUD Z22, out, out

#define ODD(z) VMOVSHDUP z, z

// func mulAVX512(v, a, b *Vector, step, blocks int)
TEXT ·mulAVX512(SB), NOSPLIT, $384-40
	MOVQ v+0(FP), DI
	MOVQ a+8(FP), SI
	MOVQ b+16(FP), DX
	MOVQ step+24(FP), R8
	MOVQ blocks+32(FP), R9
	MOVL $0x7f000001, AX
	VPBROADCASTD AX, Z30
	MOVL $0x81000001, AX
	VPBROADCASTD AX, Z31
	MOVL $0x5555, AX
	KMOVW AX, K1
	VPSLLQ $32, Z30, Z28
	XORQ CX, CX
	XORQ BX, BX
loop:
	LOAD(SI, CX, 0, Z0)
	LOAD(SI, CX, 1, Z1)
	LOAD(SI, CX, 2, Z2)
	LOAD(SI, CX, 3, Z3)
	LOAD(SI, CX, 4, Z4)
	LOAD(SI, CX, 5, Z5)
	LOAD(DX, BX, 0, Z6)
	LOAD(DX, BX, 1, Z7)
	LOAD(DX, BX, 2, Z8)
	LOAD(DX, BX, 3, Z9)
	LOAD(DX, BX, 4, Z10)
	LOAD(DX, BX, 5, Z11)
	VPSUBD Z7, Z30, Z12
	VPSUBD Z8, Z30, Z13
	VPSUBD Z9, Z30, Z14
	VPSUBD Z10, Z30, Z15
	VPSUBD Z11, Z30, Z16
	SUB(Z6, Z9, Z17)
	SUB(Z7, Z10, Z18)
	SUB(Z8, Z11, Z19)
	VPSUBD Z18, Z30, Z20
	VPSUBD Z19, Z30, Z21
	ROWS(KEEP)
	ODD(Z0)
	ODD(Z1)
	ODD(Z2)
	ODD(Z3)
	ODD(Z4)
	ODD(Z5)
	ODD(Z6)
	ODD(Z7)
	ODD(Z8)
	ODD(Z9)
	ODD(Z10)
	ODD(Z11)
	ODD(Z12)
	ODD(Z13)
	ODD(Z14)
	ODD(Z15)
	ODD(Z16)
	ODD(Z17)
	ODD(Z18)
	ODD(Z19)
	ODD(Z20)
	ODD(Z21)
	ROWS(STORE)
	ADDQ $64, CX
	ADDQ R8, BX
	DECQ R9
	JNZ loop
	VZEROUPPER
	RET
