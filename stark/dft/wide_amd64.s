//go:build !purego

#include "textflag.h"

// Z30 = p, Z31 = p^-1 mod 2^32 in every lane, K1 = the even lanes.
#define CONSTANTS \
	MOVL $0x7f000001, AX  \
	VPBROADCASTD AX, Z30  \
	MOVL $0x81000001, AX  \
	VPBROADCASTD AX, Z31  \
	MOVL $0x5555, AX      \
	KMOVW AX, K1

// As in stark/field/vec: operands and results are reduced (but see SUBLAZY), Z20 to Z25 are scratch, and
// out may be one of the operands except in SUB and ADD, where it must differ from y.
#define ADD(x, y, out) \
	VPADDD y, x, out      \
	VPSUBD Z30, out, Z20  \
	VPMINUD Z20, out, out

#define SUB(x, y, out) \
	VPSUBD y, x, out      \
	VPADDD Z30, out, Z20  \
	VPMINUD Z20, out, out

// x - y + p, in (0, 2p): enough before a MUL, whose product may reach p*2^32 > 2p^2.
#define SUBLAZY(x, y, out) \
	VPADDD Z30, x, out    \
	VPSUBD y, out, out

// The high words of x*y - m*p with m*p = x*y in the low words: the even lanes' move one
// lane down, next to the odd ones' which are in place.
#define MUL(x, y, out) \
	VMOVSHDUP y, Z21           \
	MULODD(x, y, Z21, out)

// MUL with the odd lanes of y, moved down, at hand.
#define MULODD(x, y, yodd, out) \
	VMOVSHDUP x, Z20           \
	VPMULUDQ y, x, Z22         \
	VPMULUDQ yodd, Z20, Z23    \
	VPMULUDQ Z31, Z22, Z24     \
	VPMULUDQ Z31, Z23, Z25     \
	VPMULUDQ Z30, Z24, Z24     \
	VPMULUDQ Z30, Z25, Z25     \
	VPSUBD Z24, Z22, Z22       \
	VPSUBD Z25, Z23, out       \
	VMOVSHDUP Z22, K1, out     \
	VPADDD Z30, out, Z20       \
	VPMINUD Z20, out, out

// One butterfly within a register: y is x with partners exchanged, the lanes of k are the
// upper ones. Lower lanes become x + y, upper lanes y - x. p - x is at most p, so the sum
// is below 2p: enough before a MUL.
#define LAZYBUTTERFLY(x, y, k) \
	VPSUBD x, Z30, k, x   \
	VPADDD y, x, x

#define BUTTERFLY(x, y, k) \
	LAZYBUTTERFLY(x, y, k) \
	VPSUBD Z30, x, Z20    \
	VPMINUD Z20, x, x

// K2 to K5: lanes with bit 3, 2, 1, 0 of their number set; Z16, Z17, Z18:
// twiddles, Z13, Z14, Z15: their odd lanes moved down.
#define LEAFCONSTANTS \
	MOVL $0xff00, AX      \
	KMOVW AX, K2          \
	MOVL $0xf0f0, AX      \
	KMOVW AX, K3          \
	MOVL $0xcccc, AX      \
	KMOVW AX, K4          \
	MOVL $0xaaaa, AX      \
	KMOVW AX, K5          \
	VMOVDQU32 (SI), Z16   \
	VMOVDQU32 64(SI), Z17 \
	VMOVDQU32 128(SI), Z18 \
	VMOVSHDUP Z16, Z13    \
	VMOVSHDUP Z17, Z14    \
	VMOVSHDUP Z18, Z15

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

// Steps from block to block: the quarters were walked to their ends, three more follow.
#define NEXTBLOCK \
	ADDQ DX, DI   \
	ADDQ DX, R10  \
	ADDQ DX, R11  \
	ADDQ DX, BX

// func forwardPairAVX512(a, w, v *field.Element, quarter, count int)
TEXT ·forwardPairAVX512(SB), NOSPLIT, $0-40
	PAIRARGS
block:
	XORQ CX, CX
loop:
	VMOVDQU32 (DI), Z0
	VMOVDQU32 (R10), Z1
	VMOVDQU32 (R11), Z2
	VMOVDQU32 (BX), Z3
	VMOVDQU32 (R12)(CX*1), Z8
	VMOVDQU32 (R14)(CX*1), Z9
	VMOVDQU32 (R13)(CX*1), Z10
	VMOVSHDUP Z10, Z11
	ADD(Z0, Z2, Z4)
	SUBLAZY(Z0, Z2, Z6)
	MUL(Z6, Z8, Z6)
	ADD(Z1, Z3, Z5)
	SUBLAZY(Z1, Z3, Z7)
	MUL(Z7, Z9, Z7)
	ADD(Z4, Z5, Z0)
	SUBLAZY(Z4, Z5, Z1)
	MULODD(Z1, Z10, Z11, Z1)
	ADD(Z6, Z7, Z2)
	SUBLAZY(Z6, Z7, Z3)
	MULODD(Z3, Z10, Z11, Z3)
	VMOVDQU32 Z0, (DI)
	VMOVDQU32 Z1, (R10)
	VMOVDQU32 Z2, (R11)
	VMOVDQU32 Z3, (BX)
	ADDQ $64, DI
	ADDQ $64, R10
	ADDQ $64, R11
	ADDQ $64, BX
	ADDQ $64, CX
	CMPQ CX, R8
	JNE loop
	NEXTBLOCK
	DECQ R9
	JNZ block
	VZEROUPPER
	RET

// func inversePairAVX512(a, w, v *field.Element, quarter, count int)
TEXT ·inversePairAVX512(SB), NOSPLIT, $0-40
	PAIRARGS
block:
	XORQ CX, CX
loop:
	VMOVDQU32 (DI), Z0
	VMOVDQU32 (R10), Z1
	VMOVDQU32 (R11), Z2
	VMOVDQU32 (BX), Z3
	VMOVDQU32 (R12)(CX*1), Z8
	VMOVDQU32 (R14)(CX*1), Z9
	VMOVDQU32 (R13)(CX*1), Z10
	VMOVSHDUP Z10, Z11
	MULODD(Z1, Z10, Z11, Z1)
	MULODD(Z3, Z10, Z11, Z3)
	ADD(Z0, Z1, Z4)
	SUB(Z0, Z1, Z5)
	ADD(Z2, Z3, Z6)
	SUBLAZY(Z2, Z3, Z7)
	MUL(Z6, Z8, Z6)
	MUL(Z7, Z9, Z7)
	ADD(Z4, Z6, Z0)
	ADD(Z5, Z7, Z1)
	SUB(Z4, Z6, Z2)
	SUB(Z5, Z7, Z3)
	VMOVDQU32 Z0, (DI)
	VMOVDQU32 Z1, (R10)
	VMOVDQU32 Z2, (R11)
	VMOVDQU32 Z3, (BX)
	ADDQ $64, DI
	ADDQ $64, R10
	ADDQ $64, R11
	ADDQ $64, BX
	ADDQ $64, CX
	CMPQ CX, R8
	JNE loop
	NEXTBLOCK
	DECQ R9
	JNZ block
	VZEROUPPER
	RET

// func forwardSingleAVX512(a, w *field.Element, count int)
TEXT ·forwardSingleAVX512(SB), NOSPLIT, $0-24
	MOVQ a+0(FP), DI
	MOVQ w+8(FP), SI
	MOVQ count+16(FP), CX
	CONSTANTS
	VMOVDQU32 (SI), Z8
loop:
	VMOVDQU32 (DI), Z0
	VMOVDQU32 64(DI), Z1
	ADD(Z0, Z1, Z2)
	SUBLAZY(Z0, Z1, Z3)
	MUL(Z3, Z8, Z3)
	VMOVDQU32 Z2, (DI)
	VMOVDQU32 Z3, 64(DI)
	ADDQ $128, DI
	DECQ CX
	JNZ loop
	VZEROUPPER
	RET

// func inverseSingleAVX512(a, w *field.Element, count int)
TEXT ·inverseSingleAVX512(SB), NOSPLIT, $0-24
	MOVQ a+0(FP), DI
	MOVQ w+8(FP), SI
	MOVQ count+16(FP), CX
	CONSTANTS
	VMOVDQU32 (SI), Z8
loop:
	VMOVDQU32 (DI), Z0
	VMOVDQU32 64(DI), Z1
	MUL(Z1, Z8, Z1)
	ADD(Z0, Z1, Z2)
	SUB(Z0, Z1, Z3)
	VMOVDQU32 Z2, (DI)
	VMOVDQU32 Z3, 64(DI)
	ADDQ $128, DI
	DECQ CX
	JNZ loop
	VZEROUPPER
	RET

// func forwardLeafAVX512(a *field.Element, twiddles *leafTwiddles, count int)
TEXT ·forwardLeafAVX512(SB), NOSPLIT, $0-24
	MOVQ a+0(FP), DI
	MOVQ twiddles+8(FP), SI
	MOVQ count+16(FP), CX
	CONSTANTS
	LEAFCONSTANTS
loop:
	VMOVDQU32 (DI), Z0
	VSHUFI64X2 $0x4e, Z0, Z0, Z1
	LAZYBUTTERFLY(Z0, Z1, K2)
	MULODD(Z0, Z16, Z13, Z0)
	VSHUFI64X2 $0xb1, Z0, Z0, Z1
	LAZYBUTTERFLY(Z0, Z1, K3)
	MULODD(Z0, Z17, Z14, Z0)
	VPSHUFD $0x4e, Z0, Z1
	LAZYBUTTERFLY(Z0, Z1, K4)
	MULODD(Z0, Z18, Z15, Z0)
	VPSHUFD $0xb1, Z0, Z1
	BUTTERFLY(Z0, Z1, K5)
	VMOVDQU32 Z0, (DI)
	ADDQ $64, DI
	DECQ CX
	JNZ loop
	VZEROUPPER
	RET

// func inverseLeafAVX512(a *field.Element, twiddles *leafTwiddles, count int)
TEXT ·inverseLeafAVX512(SB), NOSPLIT, $0-24
	MOVQ a+0(FP), DI
	MOVQ twiddles+8(FP), SI
	MOVQ count+16(FP), CX
	CONSTANTS
	LEAFCONSTANTS
loop:
	VMOVDQU32 (DI), Z0
	VPSHUFD $0xb1, Z0, Z1
	LAZYBUTTERFLY(Z0, Z1, K5)
	MULODD(Z0, Z18, Z15, Z0)
	VPSHUFD $0x4e, Z0, Z1
	LAZYBUTTERFLY(Z0, Z1, K4)
	MULODD(Z0, Z17, Z14, Z0)
	VSHUFI64X2 $0xb1, Z0, Z0, Z1
	LAZYBUTTERFLY(Z0, Z1, K3)
	MULODD(Z0, Z16, Z13, Z0)
	VSHUFI64X2 $0x4e, Z0, Z0, Z1
	BUTTERFLY(Z0, Z1, K2)
	VMOVDQU32 Z0, (DI)
	ADDQ $64, DI
	DECQ CX
	JNZ loop
	VZEROUPPER
	RET
