//go:build !purego

#include "textflag.h"

// Y14 = p, Y15 = p^-1 mod 2^32 in every lane.
#define CONSTANTS \
	MOVL $0x7f000001, AX  \
	VMOVD AX, X14         \
	VPBROADCASTD X14, Y14 \
	MOVL $0x81000001, AX  \
	VMOVD AX, X15         \
	VPBROADCASTD X15, Y15

// The arithmetic of wide_amd64.s with eight lanes: operands and results are reduced (but
// see SUBLAZY), Y10 to Y13 are scratch, and out may be one of the operands except in SUB
// and ADD, where it must differ from y.
#define ADD(x, y, out) \
	VPADDD y, x, out      \
	VPSUBD Y14, out, Y10  \
	VPMINUD Y10, out, out

#define SUB(x, y, out) \
	VPSUBD y, x, out      \
	VPADDD Y14, out, Y10  \
	VPMINUD Y10, out, out

// x - y + p, in (0, 2p): enough before a MUL, whose product may reach p*2^32 > 2p^2.
#define SUBLAZY(x, y, out) \
	VPADDD Y14, x, out    \
	VPSUBD y, out, out

#define MUL(x, y, out) \
	VMOVSHDUP y, Y11      \
	MULODD(x, y, Y11, out)

// MUL with the odd lanes of y, moved down, at hand. The high words of x*y - m*p with
// m*p = x*y in the low words: the even lanes' move one lane
// down, next to the odd ones'.
#define MULODD(x, y, yodd, out) \
	VMOVSHDUP x, Y10           \
	VPMULUDQ y, x, Y12         \
	VPMULUDQ yodd, Y10, Y13    \
	VPMULUDQ Y15, Y12, Y10     \
	VPMULUDQ Y15, Y13, Y11     \
	VPMULUDQ Y14, Y10, Y10     \
	VPMULUDQ Y14, Y11, Y11     \
	VPSUBD Y10, Y12, Y12       \
	VPSUBD Y11, Y13, Y13       \
	VMOVSHDUP Y12, Y12         \
	VPBLENDD $0xaa, Y13, Y12, Y12 \
	VPADDD Y14, Y12, Y10       \
	VPMINUD Y10, Y12, out

#define PAIRARGS \
	MOVQ a+0(FP), DI       \
	MOVQ w+8(FP), R12      \
	MOVQ v+16(FP), R13     \
	MOVQ quarter+24(FP), R8 \
	MOVQ count+32(FP), R9  \
	SHLQ $2, R8            \
	LEAQ (DI)(R8*1), R10   \
	LEAQ (DI)(R8*2), R11   \
	LEAQ (R10)(R8*2), BX   \
	LEAQ (R12)(R8*1), R14  \
	LEAQ (R8)(R8*2), DX    \
	CONSTANTS

#define LOADPAIR \
	VMOVDQU (DI), Y0          \
	VMOVDQU (R10), Y1         \
	VMOVDQU (R11), Y2         \
	VMOVDQU (BX), Y3          \
	VMOVDQU (R13)(CX*1), Y8   \
	VMOVSHDUP Y8, Y9

#define STOREPAIR \
	VMOVDQU Y0, (DI)      \
	VMOVDQU Y1, (R10)     \
	VMOVDQU Y2, (R11)     \
	VMOVDQU Y3, (BX)      \
	ADDQ $32, DI          \
	ADDQ $32, R10         \
	ADDQ $32, R11         \
	ADDQ $32, BX          \
	ADDQ $32, CX

// Steps from block to block: the quarters were walked to their ends, three more follow.
#define NEXTBLOCK \
	ADDQ DX, DI   \
	ADDQ DX, R10  \
	ADDQ DX, R11  \
	ADDQ DX, BX

// func forwardPairAVX2(a, w, v *field.Element, quarter, count int)
TEXT ·forwardPairAVX2(SB), NOSPLIT, $0-40
	PAIRARGS
block:
	XORQ CX, CX
loop:
	LOADPAIR
	ADD(Y0, Y2, Y4)
	SUBLAZY(Y0, Y2, Y6)
	VMOVDQU (R12)(CX*1), Y0
	MUL(Y6, Y0, Y6)
	ADD(Y1, Y3, Y5)
	SUBLAZY(Y1, Y3, Y7)
	VMOVDQU (R14)(CX*1), Y1
	MUL(Y7, Y1, Y7)
	ADD(Y4, Y5, Y0)
	SUBLAZY(Y4, Y5, Y1)
	MULODD(Y1, Y8, Y9, Y1)
	ADD(Y6, Y7, Y2)
	SUBLAZY(Y6, Y7, Y3)
	MULODD(Y3, Y8, Y9, Y3)
	STOREPAIR
	CMPQ CX, R8
	JNE loop
	NEXTBLOCK
	DECQ R9
	JNZ block
	VZEROUPPER
	RET

// func inversePairAVX2(a, w, v *field.Element, quarter, count int)
TEXT ·inversePairAVX2(SB), NOSPLIT, $0-40
	PAIRARGS
block:
	XORQ CX, CX
loop:
	LOADPAIR
	MULODD(Y1, Y8, Y9, Y1)
	MULODD(Y3, Y8, Y9, Y3)
	VMOVDQU (R12)(CX*1), Y8
	VMOVDQU (R14)(CX*1), Y9
	ADD(Y0, Y1, Y4)
	SUB(Y0, Y1, Y5)
	ADD(Y2, Y3, Y6)
	SUBLAZY(Y2, Y3, Y7)
	MUL(Y6, Y8, Y6)
	MUL(Y7, Y9, Y7)
	ADD(Y4, Y6, Y0)
	ADD(Y5, Y7, Y1)
	SUB(Y4, Y6, Y2)
	SUB(Y5, Y7, Y3)
	STOREPAIR
	CMPQ CX, R8
	JNE loop
	NEXTBLOCK
	DECQ R9
	JNZ block
	VZEROUPPER
	RET

// func forwardSingleAVX2(a, w *field.Element, count int)
TEXT ·forwardSingleAVX2(SB), NOSPLIT, $0-24
	MOVQ a+0(FP), DI
	MOVQ w+8(FP), SI
	MOVQ count+16(FP), CX
	CONSTANTS
	VMOVDQU (SI), Y6
	VMOVDQU 32(SI), Y7
	VMOVSHDUP Y6, Y8
	VMOVSHDUP Y7, Y9
loop:
	VMOVDQU (DI), Y0
	VMOVDQU 32(DI), Y1
	VMOVDQU 64(DI), Y2
	VMOVDQU 96(DI), Y3
	ADD(Y0, Y2, Y4)
	ADD(Y1, Y3, Y5)
	SUBLAZY(Y0, Y2, Y0)
	SUBLAZY(Y1, Y3, Y1)
	MULODD(Y0, Y6, Y8, Y0)
	MULODD(Y1, Y7, Y9, Y1)
	VMOVDQU Y4, (DI)
	VMOVDQU Y5, 32(DI)
	VMOVDQU Y0, 64(DI)
	VMOVDQU Y1, 96(DI)
	ADDQ $128, DI
	DECQ CX
	JNZ loop
	VZEROUPPER
	RET

// func inverseSingleAVX2(a, w *field.Element, count int)
TEXT ·inverseSingleAVX2(SB), NOSPLIT, $0-24
	MOVQ a+0(FP), DI
	MOVQ w+8(FP), SI
	MOVQ count+16(FP), CX
	CONSTANTS
	VMOVDQU (SI), Y6
	VMOVDQU 32(SI), Y7
	VMOVSHDUP Y6, Y8
	VMOVSHDUP Y7, Y9
loop:
	VMOVDQU (DI), Y0
	VMOVDQU 32(DI), Y1
	VMOVDQU 64(DI), Y2
	VMOVDQU 96(DI), Y3
	MULODD(Y2, Y6, Y8, Y2)
	MULODD(Y3, Y7, Y9, Y3)
	ADD(Y0, Y2, Y4)
	ADD(Y1, Y3, Y5)
	VMOVDQU Y4, (DI)
	VMOVDQU Y5, 32(DI)
	SUB(Y0, Y2, Y4)
	SUB(Y1, Y3, Y5)
	VMOVDQU Y4, 64(DI)
	VMOVDQU Y5, 96(DI)
	ADDQ $128, DI
	DECQ CX
	JNZ loop
	VZEROUPPER
	RET

// A leaf is two registers, and partners are brought to the same lane of both: an exchange
// for each layer, but every product is needed. Y4, Y5, Y6: the upper halves of the rows of
// leafTwiddles, as often as they fit; Y7, Y8, Y9: their odd lanes moved down.
#define LEAFCONSTANTS \
	VMOVDQU 32(SI), Y4         \
	VBROADCASTI128 80(SI), Y5  \
	VPBROADCASTQ 136(SI), Y6   \
	VMOVSHDUP Y4, Y7           \
	VMOVSHDUP Y5, Y8           \
	VMOVSHDUP Y6, Y9

// low, high = the lower halves of both, the upper halves of both.
#define HALVES(x, y, low, high) \
	VPERM2I128 $0x20, y, x, low   \
	VPERM2I128 $0x31, y, x, high

// The same for the halves of their halves.
#define QUARTERS(x, y, low, high) \
	VPUNPCKLQDQ y, x, low   \
	VPUNPCKHQDQ y, x, high

// Even and odd lanes, in an order that LANES undoes.
#define PARITIES(x, y, even, odd) \
	VSHUFPS $0x88, y, x, even \
	VSHUFPS $0xdd, y, x, odd

#define LANES(even, odd, x, y) \
	VPUNPCKLDQ odd, even, x   \
	VPUNPCKHDQ odd, even, y

// func forwardLeafAVX2(a *field.Element, twiddles *leafTwiddles, count int)
TEXT ·forwardLeafAVX2(SB), NOSPLIT, $0-24
	MOVQ a+0(FP), DI
	MOVQ twiddles+8(FP), SI
	MOVQ count+16(FP), CX
	CONSTANTS
	LEAFCONSTANTS
loop:
	VMOVDQU (DI), Y0
	VMOVDQU 32(DI), Y1
	ADD(Y0, Y1, Y2)
	SUBLAZY(Y0, Y1, Y3)
	MULODD(Y3, Y4, Y7, Y3)
	HALVES(Y2, Y3, Y0, Y1)
	ADD(Y0, Y1, Y2)
	SUBLAZY(Y0, Y1, Y3)
	MULODD(Y3, Y5, Y8, Y3)
	QUARTERS(Y2, Y3, Y0, Y1)
	ADD(Y0, Y1, Y2)
	SUBLAZY(Y0, Y1, Y3)
	MULODD(Y3, Y6, Y9, Y3)
	PARITIES(Y2, Y3, Y0, Y1)
	ADD(Y0, Y1, Y2)
	SUB(Y0, Y1, Y3)
	LANES(Y2, Y3, Y0, Y1)
	QUARTERS(Y0, Y1, Y2, Y3)
	HALVES(Y2, Y3, Y0, Y1)
	VMOVDQU Y0, (DI)
	VMOVDQU Y1, 32(DI)
	ADDQ $64, DI
	DECQ CX
	JNZ loop
	VZEROUPPER
	RET

// func inverseLeafAVX2(a *field.Element, twiddles *leafTwiddles, count int)
TEXT ·inverseLeafAVX2(SB), NOSPLIT, $0-24
	MOVQ a+0(FP), DI
	MOVQ twiddles+8(FP), SI
	MOVQ count+16(FP), CX
	CONSTANTS
	LEAFCONSTANTS
loop:
	VMOVDQU (DI), Y0
	VMOVDQU 32(DI), Y1
	HALVES(Y0, Y1, Y2, Y3)
	QUARTERS(Y2, Y3, Y0, Y1)
	PARITIES(Y0, Y1, Y2, Y3)
	ADD(Y2, Y3, Y0)
	SUB(Y2, Y3, Y1)
	LANES(Y0, Y1, Y2, Y3)
	MULODD(Y3, Y6, Y9, Y3)
	ADD(Y2, Y3, Y0)
	SUB(Y2, Y3, Y1)
	QUARTERS(Y0, Y1, Y2, Y3)
	MULODD(Y3, Y5, Y8, Y3)
	ADD(Y2, Y3, Y0)
	SUB(Y2, Y3, Y1)
	HALVES(Y0, Y1, Y2, Y3)
	MULODD(Y3, Y4, Y7, Y3)
	ADD(Y2, Y3, Y0)
	SUB(Y2, Y3, Y1)
	VMOVDQU Y0, (DI)
	VMOVDQU Y1, 32(DI)
	ADDQ $64, DI
	DECQ CX
	JNZ loop
	VZEROUPPER
	RET
