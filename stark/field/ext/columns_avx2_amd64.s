//go:build !purego

#include "textflag.h"

// A sum T of terms below 2^64 is kept as the sum H of their high words and the sum L of the
// terms modulo 2^64: T = 2^32*H + (L - 2^32*H), where the bracket is the sum of their low
// words and is exact modulo 2^64. A term is the sum of four products of reduced words.

#define PRODUCTS(j, k, even, odd) \
	VPBROADCASTD (24*j+4*k)(DX), Y8 \
	VPMULUDQ even, Y8, Y11     \
	VPMULUDQ odd, Y8, Y12      \
	VPADDQ Y11, Y9, Y9         \
	VPADDQ Y12, Y10, Y10

#define ADDTERM(term, high, at) \
	VPSRLQ $32, term, high     \
	VPADDQ (at)(DI), term, term \
	VPADDQ (at+32)(DI), high, high \
	VMOVDQU term, (at)(DI)     \
	VMOVDQU high, (at+32)(DI)

// The four products of 8 rows with coefficient k of their scalars.
#define SCALARS(k) \
	VPBROADCASTD (4*k)(DX), Y8 \
	VPMULUDQ Y0, Y8, Y9        \
	VPMULUDQ Y4, Y8, Y10       \
	PRODUCTS(1, k, Y1, Y5)     \
	PRODUCTS(2, k, Y2, Y6)     \
	PRODUCTS(3, k, Y3, Y7)     \
	ADDTERM(Y9, Y11, 128*k)    \
	ADDTERM(Y10, Y12, 128*k+64)

// func addColumnsAVX2(acc *rowSums, columns, next *[]field.Element, scalars *E6, offset, nextOffset, blocks int)
TEXT ·addColumnsAVX2(SB), NOSPLIT, $0-56
	MOVQ acc+0(FP), DI
	MOVQ columns+8(FP), SI
	MOVQ next+16(FP), R13
	MOVQ scalars+24(FP), DX
	MOVQ offset+32(FP), R9
	MOVQ nextOffset+40(FP), R14
	MOVQ blocks+48(FP), R10
	MOVQ (SI), R8
	MOVQ 24(SI), R11
	MOVQ 48(SI), R12
	MOVQ 72(SI), BX
block:
	MOVQ (R13), AX
	PREFETCHT0 (AX)(R14*1)
	MOVQ 24(R13), AX
	PREFETCHT0 (AX)(R14*1)
	MOVQ 48(R13), AX
	PREFETCHT0 (AX)(R14*1)
	MOVQ 72(R13), AX
	PREFETCHT0 (AX)(R14*1)
	VMOVDQU (R8)(R9*1), Y0
	VMOVDQU (R11)(R9*1), Y1
	VMOVDQU (R12)(R9*1), Y2
	VMOVDQU (BX)(R9*1), Y3
	VPSRLQ $32, Y0, Y4
	VPSRLQ $32, Y1, Y5
	VPSRLQ $32, Y2, Y6
	VPSRLQ $32, Y3, Y7
	SCALARS(0)
	SCALARS(1)
	SCALARS(2)
	SCALARS(3)
	SCALARS(4)
	SCALARS(5)
	ADDQ $32, R9
	ADDQ $32, R14
	ADDQ $768, DI
	DECQ R10
	JNZ block
	VZEROUPPER
	RET

// A term, in 64 bits, becomes a word times 2^-32 in the high words, in (-p, p), after Fold of
// package field: the low words of s and s - p*2^32 are the same, so the smaller one is that
// with the smaller high word.
#define REDUCETERM(term) \
	VPSUBD Y13, term, Y8       \
	VPMINUD Y8, term, term     \
	VPMULUDQ Y15, term, Y8     \
	VPMULUDQ Y14, Y8, Y8       \
	VPSUBD Y8, term, term

// The words of even and odd rows are added to 8 elements of coefficient k at byte CX.
#define ADDWORDS(k, even, odd) \
	VMOVSHDUP even, even       \
	VPBLENDD $0xaa, odd, even, even \
	VPADDD Y14, even, Y8       \
	VPMINUD Y8, even, even     \
	MOVQ (24*k)(DI), AX        \
	VPADDD (AX)(CX*1), even, even \
	VPSUBD Y14, even, Y8       \
	VPMINUD Y8, even, even     \
	VMOVDQU even, (AX)(CX*1)

#define ADDSCALARS(k) \
	VPBROADCASTD (4*k)(DX), Y8 \
	VPMULUDQ Y0, Y8, Y9        \
	VPMULUDQ Y4, Y8, Y10       \
	PRODUCTS(1, k, Y1, Y5)     \
	PRODUCTS(2, k, Y2, Y6)     \
	PRODUCTS(3, k, Y3, Y7)     \
	REDUCETERM(Y9)             \
	REDUCETERM(Y10)            \
	ADDWORDS(k, Y9, Y10)

// func addFourAVX2(v *Vector, columns *[]field.Element, scalars *E6, offset, blocks int)
TEXT ·addFourAVX2(SB), NOSPLIT, $0-40
	MOVQ v+0(FP), DI
	MOVQ columns+8(FP), SI
	MOVQ scalars+16(FP), DX
	MOVQ offset+24(FP), R9
	MOVQ blocks+32(FP), R10
	MOVQ (SI), R8
	MOVQ 24(SI), R11
	MOVQ 48(SI), R12
	MOVQ 72(SI), BX
	MOVL $0x7f000001, AX
	VMOVD AX, X14
	VPBROADCASTD X14, Y14
	MOVL $0x81000001, AX
	VMOVD AX, X15
	VPBROADCASTD X15, Y15
	VPSLLQ $32, Y14, Y13
	XORQ CX, CX
block:
	VMOVDQU (R8)(R9*1), Y0
	VMOVDQU (R11)(R9*1), Y1
	VMOVDQU (R12)(R9*1), Y2
	VMOVDQU (BX)(R9*1), Y3
	VPSRLQ $32, Y0, Y4
	VPSRLQ $32, Y1, Y5
	VPSRLQ $32, Y2, Y6
	VPSRLQ $32, Y3, Y7
	ADDSCALARS(0)
	ADDSCALARS(1)
	ADDSCALARS(2)
	ADDSCALARS(3)
	ADDSCALARS(4)
	ADDSCALARS(5)
	ADDQ $32, R9
	ADDQ $32, CX
	DECQ R10
	JNZ block
	VZEROUPPER
	RET

// L at the address and H behind it become a word times 2^-32 in the high words, in (-p, p).
// With H = x + 2^32*y the sum is x*(2^25-2) + y*(2^64 mod p) + the low words: below 2^57,
// and 2^63 with fewer than 2^30 terms.
#define TOTAL(at, out) \
	VMOVDQU (at+32)(DI), Y0    \
	VPSLLQ $32, Y0, Y1         \
	VMOVDQU (at)(DI), out      \
	VPSUBQ Y1, out, out        \
	VPSRLQ $32, Y0, Y1         \
	VPMULUDQ Y12, Y0, Y0       \
	VPMULUDQ Y13, Y1, Y1       \
	VPADDQ Y0, out, out        \
	VPADDQ Y1, out, out        \
	VPMULUDQ Y15, out, Y0      \
	VPMULUDQ Y14, Y0, Y0       \
	VPSUBD Y0, out, out

#define DRAIN(k) \
	TOTAL(128*k, Y2)           \
	TOTAL(128*k+64, Y3)        \
	VMOVSHDUP Y2, Y2           \
	VPBLENDD $0xaa, Y3, Y2, Y2 \
	VPADDD Y14, Y2, Y0         \
	VPMINUD Y0, Y2, Y2         \
	MOVQ (24*k)(R8), AX        \
	VPADDD (AX)(BX*1), Y2, Y2  \
	VPSUBD Y14, Y2, Y0         \
	VPMINUD Y0, Y2, Y2         \
	VMOVDQU Y2, (AX)(BX*1)

// func drainAVX2(v *Vector, acc *rowSums, offset, blocks int)
TEXT ·drainAVX2(SB), NOSPLIT, $0-32
	MOVQ v+0(FP), R8
	MOVQ acc+8(FP), DI
	MOVQ offset+16(FP), BX
	MOVQ blocks+24(FP), R10
	MOVL $0x7f000001, AX
	VMOVD AX, X14
	VPBROADCASTD X14, Y14
	MOVL $0x81000001, AX
	VMOVD AX, X15
	VPBROADCASTD X15, Y15
	MOVL $0x1fffffe, AX // 2^32 mod p
	VMOVD AX, X12
	VPBROADCASTD X12, Y12
	MOVL $0x17f7efe4, AX // 2^64 mod p
	VMOVD AX, X13
	VPBROADCASTD X13, Y13
block:
	DRAIN(0)
	DRAIN(1)
	DRAIN(2)
	DRAIN(3)
	DRAIN(4)
	DRAIN(5)
	ADDQ $32, BX
	ADDQ $768, DI
	DECQ R10
	JNZ block
	VZEROUPPER
	RET

// Even and odd words, in 64 bits; the upper halves of the even ones are not cleared, as a
// product does not see them.
#define SPLIT(k) \
	MOVQ (24*k)(SI), AX         \
	VMOVDQU (AX)(R9*1), Y0      \
	VMOVDQU 32(AX)(R9*1), Y2    \
	VPSRLQ $32, Y0, Y1          \
	VPSRLQ $32, Y2, Y3          \
	VMOVDQU Y0, (128*k)(DI)     \
	VMOVDQU Y1, (128*k+32)(DI)  \
	VMOVDQU Y2, (128*k+64)(DI)  \
	VMOVDQU Y3, (128*k+96)(DI)

// func splitAVX2(to *[6][4][4]uint64, a *Vector, offset, blocks int)
TEXT ·splitAVX2(SB), NOSPLIT, $0-32
	MOVQ to+0(FP), DI
	MOVQ a+8(FP), SI
	MOVQ offset+16(FP), R9
	MOVQ blocks+24(FP), R10
loop:
	SPLIT(0)
	SPLIT(1)
	SPLIT(2)
	SPLIT(3)
	SPLIT(4)
	SPLIT(5)
	ADDQ $768, DI
	ADDQ $64, R9
	DECQ R10
	JNZ loop
	VZEROUPPER
	RET

// Y14 = the products of 16 rows with their weights, coefficient k; added to low.
#define WEIGHTS(k, low) \
	VPMULUDQ (128*k)(SI), Y0, Y14     \
	VPMULUDQ (128*k+32)(SI), Y1, Y15  \
	VPADDQ Y15, Y14, Y14              \
	VPMULUDQ (128*k+64)(SI), Y2, Y15  \
	VPADDQ Y15, Y14, Y14              \
	VPMULUDQ (128*k+96)(SI), Y3, Y15  \
	VPADDQ Y15, Y14, Y14              \
	VPADDQ Y14, low, low              \
	VPSRLQ $32, Y14, Y14

// func dotAVX2(acc *columnSums, weights *[6][4][4]uint64, column, next *field.Element, blocks int)
TEXT ·dotAVX2(SB), NOSPLIT, $0-40
	MOVQ acc+0(FP), DI
	MOVQ weights+8(FP), SI
	MOVQ column+16(FP), DX
	MOVQ next+24(FP), R8
	MOVQ blocks+32(FP), CX
	SUBQ DX, R8
	VMOVDQU (DI), Y4
	VMOVDQU 64(DI), Y5
	VMOVDQU 128(DI), Y6
	VMOVDQU 192(DI), Y7
	VMOVDQU 256(DI), Y8
	VMOVDQU 320(DI), Y9
	VMOVDQU 32(DI), Y10
	VMOVDQU 96(DI), Y11
	VMOVDQU 160(DI), Y12
	VMOVDQU 224(DI), Y13
loop:
	PREFETCHT0 (DX)(R8*1)
	VMOVDQU (DX), Y0
	VMOVDQU 32(DX), Y2
	VPSRLQ $32, Y0, Y1
	VPSRLQ $32, Y2, Y3
	WEIGHTS(0, Y4)
	VPADDQ Y14, Y10, Y10
	WEIGHTS(1, Y5)
	VPADDQ Y14, Y11, Y11
	WEIGHTS(2, Y6)
	VPADDQ Y14, Y12, Y12
	WEIGHTS(3, Y7)
	VPADDQ Y14, Y13, Y13
	WEIGHTS(4, Y8)
	VPADDQ 288(DI), Y14, Y14
	VMOVDQU Y14, 288(DI)
	WEIGHTS(5, Y9)
	VPADDQ 352(DI), Y14, Y14
	VMOVDQU Y14, 352(DI)
	ADDQ $768, SI
	ADDQ $64, DX
	DECQ CX
	JNZ loop
	VMOVDQU Y4, (DI)
	VMOVDQU Y5, 64(DI)
	VMOVDQU Y6, 128(DI)
	VMOVDQU Y7, 192(DI)
	VMOVDQU Y8, 256(DI)
	VMOVDQU Y9, 320(DI)
	VMOVDQU Y10, 32(DI)
	VMOVDQU Y11, 96(DI)
	VMOVDQU Y12, 160(DI)
	VMOVDQU Y13, 224(DI)
	VZEROUPPER
	RET
