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

// x, y in [0, p): out = x + y mod p. Of s and s-p the smaller as unsigned is reduced.
#define ADD(x, y, out) \
	VPADDD y, x, out      \
	VPSUBD Y14, out, Y8   \
	VPMINUD Y8, out, out

#define SUB(x, y, out) \
	VPSUBD y, x, out      \
	VPADDD Y14, out, Y8   \
	VPMINUD Y8, out, out

// out = x*y*2^-32 mod p: even and odd lanes apart, for VPMULUDQ reads the low half of
// 64 bits. See reduce in package field.
#define MUL(x, y, out) \
	VMOVSHDUP x, Y8           \
	VMOVSHDUP y, Y9           \
	VPMULUDQ y, x, Y10        \
	VPMULUDQ Y9, Y8, Y11      \
	VPMULUDQ Y15, Y10, Y12    \
	VPMULUDQ Y15, Y11, Y13    \
	VPMULUDQ Y14, Y12, Y12    \
	VPMULUDQ Y14, Y13, Y13    \
	VPSUBD Y12, Y10, Y10      \
	VPSUBD Y13, Y11, Y11      \
	VMOVSHDUP Y10, Y10        \
	VPBLENDD $0xaa, Y11, Y10, out \
	VPADDD Y14, out, Y8       \
	VPMINUD Y8, out, out

// Eight elements at a time, two times for each block.
#define BINARY(OP) \
	MOVQ dst+0(FP), DI      \
	MOVQ a+8(FP), SI        \
	MOVQ b+16(FP), DX       \
	MOVQ blocks+24(FP), CX  \
	ADDQ CX, CX             \
	CONSTANTS               \
loop:                       \
	VMOVDQU (SI), Y0        \
	VMOVDQU (DX), Y1        \
	OP(Y0, Y1, Y2)          \
	VMOVDQU Y2, (DI)        \
	ADDQ $32, SI            \
	ADDQ $32, DX            \
	ADDQ $32, DI            \
	DECQ CX                 \
	JNZ loop                \
	VZEROUPPER              \
	RET

// func addAVX2(dst, a, b *field.Element, blocks int)
TEXT ·addAVX2(SB), NOSPLIT, $0-32
	BINARY(ADD)

// func subAVX2(dst, a, b *field.Element, blocks int)
TEXT ·subAVX2(SB), NOSPLIT, $0-32
	BINARY(SUB)

// func mulAVX2(dst, a, b *field.Element, blocks int)
TEXT ·mulAVX2(SB), NOSPLIT, $0-32
	BINARY(MUL)

// func scaleAVX2(dst, a *field.Element, s uint64, blocks int)
TEXT ·scaleAVX2(SB), NOSPLIT, $0-32
	MOVQ dst+0(FP), DI
	MOVQ a+8(FP), SI
	VPBROADCASTD s+16(FP), Y1
	MOVQ blocks+24(FP), CX
	ADDQ CX, CX
	CONSTANTS
loop:
	VMOVDQU (SI), Y0
	MUL(Y0, Y1, Y2)
	VMOVDQU Y2, (DI)
	ADDQ $32, SI
	ADDQ $32, DI
	DECQ CX
	JNZ loop
	VZEROUPPER
	RET

// func addScaledAVX2(dst, a *field.Element, s uint64, blocks int)
TEXT ·addScaledAVX2(SB), NOSPLIT, $0-32
	MOVQ dst+0(FP), DI
	MOVQ a+8(FP), SI
	VPBROADCASTD s+16(FP), Y1
	MOVQ blocks+24(FP), CX
	ADDQ CX, CX
	CONSTANTS
loop:
	VMOVDQU (SI), Y0
	VMOVDQU (DI), Y3
	MUL(Y0, Y1, Y2)
	ADD(Y2, Y3, Y4)
	VMOVDQU Y4, (DI)
	ADDQ $32, SI
	ADDQ $32, DI
	DECQ CX
	JNZ loop
	VZEROUPPER
	RET

// The sum of four products, below 4*p^2 < 2^64, from eight elements at SI and DX each.
#define PRODUCTS(offset, even, odd) \
	VMOVDQU offset(SI), Y0        \
	VMOVDQU offset(DX), Y1        \
	VMOVSHDUP Y0, Y2              \
	VMOVSHDUP Y1, Y3              \
	VPMULUDQ Y1, Y0, even         \
	VPMULUDQ Y3, Y2, odd          \
	VPADDQ odd, even, even

// func dotAVX2(sums *[8]uint64, a, b *field.Element, blocks int)
//
// Y4 and Y5 add up the low and the high halves.
TEXT ·dotAVX2(SB), NOSPLIT, $0-32
	MOVQ sums+0(FP), DI
	MOVQ a+8(FP), SI
	MOVQ b+16(FP), DX
	MOVQ blocks+24(FP), CX
	VPXOR Y4, Y4, Y4
	VPXOR Y5, Y5, Y5
	VPXOR Y6, Y6, Y6
loop:
	PRODUCTS(0, Y8, Y9)
	PRODUCTS(32, Y10, Y11)
	VPADDQ Y10, Y8, Y8
	VPBLENDD $0xaa, Y6, Y8, Y9
	VPSRLQ $32, Y8, Y8
	VPADDQ Y9, Y4, Y4
	VPADDQ Y8, Y5, Y5
	ADDQ $64, SI
	ADDQ $64, DX
	DECQ CX
	JNZ loop
	VMOVDQU Y4, (DI)
	VMOVDQU Y5, 32(DI)
	VZEROUPPER
	RET
