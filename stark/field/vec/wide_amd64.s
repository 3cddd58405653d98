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

// x, y in [0, p): out = x + y mod p. Of s and s-p the smaller as unsigned is reduced.
#define ADD(x, y, out) \
	VPADDD y, x, out      \
	VPSUBD Z30, out, Z20  \
	VPMINUD Z20, out, out

#define SUB(x, y, out) \
	VPSUBD y, x, out      \
	VPADDD Z30, out, Z20  \
	VPMINUD Z20, out, out

// out = x*y*2^-32 mod p: even and odd lanes apart, for VPMULUDQ reads the low half of
// 64 bits. See reduce in package field.
#define MUL(x, y, out) \
	VMOVSHDUP x, Z20           \
	VMOVSHDUP y, Z21           \
	VPMULUDQ y, x, Z22         \
	VPMULUDQ Z21, Z20, Z23     \
	VPMULUDQ Z31, Z22, Z24     \
	VPMULUDQ Z31, Z23, Z25     \
	VPMULUDQ Z30, Z24, Z24     \
	VPMULUDQ Z30, Z25, Z25     \
	VPSUBD Z24, Z22, Z22       \
	VPSUBD Z25, Z23, out       \
	VMOVSHDUP Z22, K1, out     \
	VPADDD Z30, out, Z20       \
	VPMINUD Z20, out, out

#define BINARY(OP) \
	MOVQ dst+0(FP), DI      \
	MOVQ a+8(FP), SI        \
	MOVQ b+16(FP), DX       \
	MOVQ blocks+24(FP), CX  \
	CONSTANTS               \
loop:                       \
	VMOVDQU32 (SI), Z0      \
	VMOVDQU32 (DX), Z1      \
	OP(Z0, Z1, Z2)          \
	VMOVDQU32 Z2, (DI)      \
	ADDQ $64, SI            \
	ADDQ $64, DX            \
	ADDQ $64, DI            \
	DECQ CX                 \
	JNZ loop                \
	VZEROUPPER              \
	RET

// func addAVX512(dst, a, b *field.Element, blocks int)
TEXT ·addAVX512(SB), NOSPLIT, $0-32
	BINARY(ADD)

// func subAVX512(dst, a, b *field.Element, blocks int)
TEXT ·subAVX512(SB), NOSPLIT, $0-32
	BINARY(SUB)

// func mulAVX512(dst, a, b *field.Element, blocks int)
TEXT ·mulAVX512(SB), NOSPLIT, $0-32
	BINARY(MUL)

// func scaleAVX512(dst, a *field.Element, s uint64, blocks int)
TEXT ·scaleAVX512(SB), NOSPLIT, $0-32
	MOVQ dst+0(FP), DI
	MOVQ a+8(FP), SI
	MOVQ s+16(FP), DX
	MOVQ blocks+24(FP), CX
	CONSTANTS
	VPBROADCASTD DX, Z1
loop:
	VMOVDQU32 (SI), Z0
	MUL(Z0, Z1, Z2)
	VMOVDQU32 Z2, (DI)
	ADDQ $64, SI
	ADDQ $64, DI
	DECQ CX
	JNZ loop
	VZEROUPPER
	RET

// func addScaledAVX512(dst, a *field.Element, s uint64, blocks int)
TEXT ·addScaledAVX512(SB), NOSPLIT, $0-32
	MOVQ dst+0(FP), DI
	MOVQ a+8(FP), SI
	MOVQ s+16(FP), DX
	MOVQ blocks+24(FP), CX
	CONSTANTS
	VPBROADCASTD DX, Z1
loop:
	VMOVDQU32 (SI), Z0
	VMOVDQU32 (DI), Z3
	MUL(Z0, Z1, Z2)
	ADD(Z2, Z3, Z4)
	VMOVDQU32 Z4, (DI)
	ADDQ $64, SI
	ADDQ $64, DI
	DECQ CX
	JNZ loop
	VZEROUPPER
	RET

// The smaller of s and s - p*2^32 as unsigned: Fold of package field.
#define FOLD(s) \
	VPSUBQ Z28, s, Z20    \
	VPMINUQ Z20, s, s

// func dotAVX512(sums *[16]uint64, a, b *field.Element, blocks int)
TEXT ·dotAVX512(SB), NOSPLIT, $0-32
	MOVQ sums+0(FP), DI
	MOVQ a+8(FP), SI
	MOVQ b+16(FP), DX
	MOVQ blocks+24(FP), CX
	CONSTANTS
	VPSLLQ $32, Z30, Z28
	VPXORQ Z4, Z4, Z4
	VPXORQ Z5, Z5, Z5
loop:
	VMOVDQU32 (SI), Z0
	VMOVDQU32 (DX), Z1
	VMOVSHDUP Z0, Z2
	VMOVSHDUP Z1, Z3
	VPMULUDQ Z1, Z0, Z0
	VPMULUDQ Z3, Z2, Z2
	VPADDQ Z0, Z4, Z4
	VPADDQ Z2, Z5, Z5
	FOLD(Z4)
	FOLD(Z5)
	ADDQ $64, SI
	ADDQ $64, DX
	DECQ CX
	JNZ loop
	VMOVDQU64 Z4, (DI)
	VMOVDQU64 Z5, 64(DI)
	VZEROUPPER
	RET
