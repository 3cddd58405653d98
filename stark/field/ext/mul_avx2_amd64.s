//go:build !purego

#include "textflag.h"

// Y0 to Y5 are the coefficients of a. The words of type factor lie at R13, 32 bytes each:
// 0 to 5 are b[0..5], 6 to 10 are n[1..5], 11 to 13 are d[0..2], 14 and 15 are e[1], e[2];
// 512 bytes on, their odd lanes moved down. A negative is p - b here, at most p where b is
// zero; sums of four products stay below 4p^2 < 2^64.
// Y12 = p*2^32 in 64 bits, Y14 = p, Y15 = p^-1 mod 2^32. Y6, Y7 and Y13 are scratch.

// Fold of package field: the low words of s and s - p*2^32 are the same, so the smaller
// one is that with the smaller high word.
#define FOLD \
	VPSUBD Y12, Y6, Y7    \
	VPMINUD Y7, Y6, Y6

#define MULADD(x, at) \
	VPMULUDQ (at)(R13), x, Y7 \
	VPADDQ Y7, Y6, Y6

// Y6 = the sum of the products of Y0 to Y5 with the words m0 to m5, low words of 64 bits
// each, times 2^-32, in the high words and in (-p, p).
#define DOT(from, m0, m1, m2, m3, m4, m5) \
	VPMULUDQ (from+32*m0)(R13), Y0, Y6 \
	MULADD(Y1, from+32*m1)  \
	MULADD(Y2, from+32*m2)  \
	MULADD(Y3, from+32*m3)  \
	FOLD                    \
	MULADD(Y4, from+32*m4)  \
	MULADD(Y5, from+32*m5)  \
	FOLD                    \
	VPMULUDQ Y15, Y6, Y7    \
	VPMULUDQ Y14, Y7, Y7    \
	VPSUBD Y7, Y6, Y6

#define KEEP(k) VMOVDQA Y6, (1024+32*k)(R13)

// The even lanes' high words, kept before, go beside the odd lanes' and to coefficient k.
#define STORE(k) \
	VMOVSHDUP (1024+32*k)(R13), Y7 \
	VPBLENDD $0xaa, Y6, Y7, Y6 \
	VPADDD Y14, Y6, Y7        \
	VPMINUD Y7, Y6, Y6        \
	MOVQ (24*k)(DI), AX       \
	VMOVDQU Y6, (AX)(CX*1)

// The six coefficients, as in factor.mul.
#define ROWS(from, OUT) \
	DOT(from, 0, 10, 9, 8, 15, 14)  \
	OUT(0)                          \
	DOT(from, 1, 0, 10, 9, 8, 15)   \
	OUT(1)                          \
	DOT(from, 2, 1, 0, 10, 9, 8)    \
	OUT(2)                          \
	DOT(from, 3, 13, 12, 11, 7, 6)  \
	OUT(3)                          \
	DOT(from, 4, 3, 13, 12, 11, 7)  \
	OUT(4)                          \
	DOT(from, 5, 4, 3, 13, 12, 11)  \
	OUT(5)

#define LOAD(base, at, k, y) \
	MOVQ (24*k)(base), AX     \
	VMOVDQU (AX)(at*1), y

#define WORD(y, i) \
	VMOVDQA y, (32*i)(R13)    \
	VMOVSHDUP y, Y13          \
	VMOVDQA Y13, (512+32*i)(R13)

#define NEGATIVE(y, i) \
	VPSUBD y, Y14, Y0     \
	WORD(Y0, i)

// Y1 = x - y.
#define DIFFERENCE(x, y, i) \
	VPSUBD y, x, Y1       \
	VPADDD Y14, Y1, Y0    \
	VPMINUD Y0, Y1, Y1    \
	WORD(Y1, i)

#define ODD(y) VMOVSHDUP y, y

// func mulAVX2(v, a, b *Vector, step, blocks int)
TEXT ·mulAVX2(SB), 0, $1248-40
	MOVQ v+0(FP), DI
	MOVQ a+8(FP), SI
	MOVQ b+16(FP), DX
	MOVQ step+24(FP), R8
	MOVQ blocks+32(FP), R9
	LEAQ 31(SP), R13
	ANDQ $~31, R13
	MOVL $0x7f000001, AX
	VMOVD AX, X14
	VPBROADCASTD X14, Y14
	MOVL $0x81000001, AX
	VMOVD AX, X15
	VPBROADCASTD X15, Y15
	VPSLLQ $32, Y14, Y12
	XORQ CX, CX
	XORQ BX, BX
factor:
	LOAD(DX, BX, 0, Y6)
	LOAD(DX, BX, 1, Y7)
	LOAD(DX, BX, 2, Y8)
	LOAD(DX, BX, 3, Y9)
	LOAD(DX, BX, 4, Y10)
	LOAD(DX, BX, 5, Y11)
	WORD(Y6, 0)
	WORD(Y7, 1)
	WORD(Y8, 2)
	WORD(Y9, 3)
	WORD(Y10, 4)
	WORD(Y11, 5)
	NEGATIVE(Y7, 6)
	NEGATIVE(Y8, 7)
	NEGATIVE(Y9, 8)
	NEGATIVE(Y10, 9)
	NEGATIVE(Y11, 10)
	DIFFERENCE(Y6, Y9, 11)
	DIFFERENCE(Y7, Y10, 12)
	NEGATIVE(Y1, 14)
	DIFFERENCE(Y8, Y11, 13)
	NEGATIVE(Y1, 15)
loop:
	LOAD(SI, CX, 0, Y0)
	LOAD(SI, CX, 1, Y1)
	LOAD(SI, CX, 2, Y2)
	LOAD(SI, CX, 3, Y3)
	LOAD(SI, CX, 4, Y4)
	LOAD(SI, CX, 5, Y5)
	ROWS(0, KEEP)
	ODD(Y0)
	ODD(Y1)
	ODD(Y2)
	ODD(Y3)
	ODD(Y4)
	ODD(Y5)
	ROWS(512, STORE)
	ADDQ $32, CX
	ADDQ R8, BX
	DECQ R9
	JZ done
	TESTQ R8, R8
	JZ loop
	JMP factor
done:
	VZEROUPPER
	RET
