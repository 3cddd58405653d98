//go:build !purego

#include "textflag.h"

// Z0 to Z23 are sums: of coefficient k the low halves and the rest of the even rows in
// Z(4k) and Z(4k+1), of the odd rows in Z(4k+2) and Z(4k+3).

// Z24, Z25 = the even and the odd words at the address, in 64 bits.
#define LOADSPLIT(address) \
	VMOVDQU32 address, Z25 \
	VPANDQ Z27, Z25, Z24  \
	VPSRLQ $32, Z25, Z25

// The scalar's coefficient k times 16 rows.
#define SCALAR(k, a, b, c, d) \
	VPBROADCASTQ (8*k)(R12), Z26 \
	VPMADD52LUQ Z26, Z24, a \
	VPMADD52HUQ Z26, Z24, b \
	VPMADD52LUQ Z26, Z25, c \
	VPMADD52HUQ Z26, Z25, d

// low = low + 2^52*rest as a word below p*2^32, times 2^-32, in the high words and in
// (-p, p): low = x + 2^32*y gives x + y*(2^25-2), below 2^58, and the rest, at most 2^22,
// another 2^53.
#define TOTAL(low, rest) \
	VPSRLQ $32, low, Z24  \
	VPANDQ Z27, low, low  \
	VPMULUDQ Z28, Z24, Z24 \
	VPMULUDQ Z29, rest, rest \
	VPADDQ Z24, low, low  \
	VPADDQ rest, low, low \
	VPMULUDQ Z31, low, Z24 \
	VPMULUDQ Z30, Z24, Z24 \
	VPSUBD Z24, low, low

// Adds the sums of coefficient k to 16 elements of v at byte BX.
#define ADDTO(k, a, b, c, d) \
	TOTAL(a, b)           \
	TOTAL(c, d)           \
	VMOVSHDUP a, K1, c    \
	VPADDD Z30, c, Z24    \
	VPMINUD Z24, c, c     \
	MOVQ (24*k)(R8), AX   \
	VPADDD (AX)(BX*1), c, c \
	VPSUBD Z30, c, Z24    \
	VPMINUD Z24, c, c     \
	VMOVDQU32 c, (AX)(BX*1)

#define EACH(OP) \
	OP(0, Z0, Z1, Z2, Z3)     \
	OP(1, Z4, Z5, Z6, Z7)     \
	OP(2, Z8, Z9, Z10, Z11)   \
	OP(3, Z12, Z13, Z14, Z15) \
	OP(4, Z16, Z17, Z18, Z19) \
	OP(5, Z20, Z21, Z22, Z23)

#define LOWWORDS \
	MOVL $0xffffffff, AX  \
	VPBROADCASTQ AX, Z27

#define LOADSUMS(k, a, b, c, d) \
	VMOVDQU64 (256*k)(DI), a      \
	VMOVDQU64 (256*k+64)(DI), b   \
	VMOVDQU64 (256*k+128)(DI), c  \
	VMOVDQU64 (256*k+192)(DI), d

#define STORESUMS(k, a, b, c, d) \
	VMOVDQU64 a, (256*k)(DI)      \
	VMOVDQU64 b, (256*k+64)(DI)   \
	VMOVDQU64 c, (256*k+128)(DI)  \
	VMOVDQU64 d, (256*k+192)(DI)

// func addColumnsIFMA(acc *accumulators, columns, next *[]field.Element, scalars *[6]uint64, count, offset, nextOffset, blocks int)
TEXT ·addColumnsIFMA(SB), NOSPLIT, $0-64
	MOVQ acc+0(FP), DI
	MOVQ columns+8(FP), SI
	MOVQ next+16(FP), R13
	MOVQ scalars+24(FP), DX
	MOVQ count+32(FP), R8
	MOVQ offset+40(FP), R9
	MOVQ nextOffset+48(FP), R14
	MOVQ blocks+56(FP), R10
	LOWWORDS
	SUBQ SI, R13
block:
	EACH(LOADSUMS)
	MOVQ SI, R11
	MOVQ DX, R12
	MOVQ R8, CX
column:
	MOVQ (R11)(R13*1), AX
	PREFETCHT0 (AX)(R14*1)
	MOVQ (R11), AX
	LOADSPLIT((AX)(R9*1))
	EACH(SCALAR)
	ADDQ $24, R11
	ADDQ $48, R12
	DECQ CX
	JNZ column
	EACH(STORESUMS)
	ADDQ $64, R9
	ADDQ $64, R14
	ADDQ $1536, DI
	DECQ R10
	JNZ block
	VZEROUPPER
	RET

// func drainIFMA(v *Vector, acc *accumulators, offset, blocks int)
TEXT ·drainIFMA(SB), NOSPLIT, $0-32
	MOVQ v+0(FP), R8
	MOVQ acc+8(FP), DI
	MOVQ offset+16(FP), BX
	MOVQ blocks+24(FP), R10
	LOWWORDS
	MOVL $0x7f000001, AX
	VPBROADCASTD AX, Z30
	MOVL $0x81000001, AX
	VPBROADCASTD AX, Z31
	MOVL $0x1fffffe, AX // 2^32 mod p
	VPBROADCASTQ AX, Z28
	MOVL $0xdfbf7f, AX // 2^52 mod p
	VPBROADCASTQ AX, Z29
	MOVL $0x5555, AX
	KMOVW AX, K1
block:
	EACH(LOADSUMS)
	EACH(ADDTO)
	ADDQ $64, BX
	ADDQ $1536, DI
	DECQ R10
	JNZ block
	VZEROUPPER
	RET

#define ZEROSUMS(k, a, b, c, d) \
	VPXORQ a, a, a        \
	VPXORQ b, b, b        \
	VPXORQ c, c, c        \
	VPXORQ d, d, d

// func addFewIFMA(v *Vector, columns *[]field.Element, scalars *[6]uint64, count, offset, blocks int)
TEXT ·addFewIFMA(SB), NOSPLIT, $0-48
	MOVQ v+0(FP), R8
	MOVQ columns+8(FP), SI
	MOVQ scalars+16(FP), DX
	MOVQ count+24(FP), DI
	MOVQ offset+32(FP), R9
	MOVQ blocks+40(FP), R10
	XORQ BX, BX
	LOWWORDS
	MOVL $0x7f000001, AX
	VPBROADCASTD AX, Z30
	MOVL $0x81000001, AX
	VPBROADCASTD AX, Z31
	MOVL $0x1fffffe, AX // 2^32 mod p
	VPBROADCASTQ AX, Z28
	MOVL $0xdfbf7f, AX // 2^52 mod p
	VPBROADCASTQ AX, Z29
	MOVL $0x5555, AX
	KMOVW AX, K1
block:
	EACH(ZEROSUMS)
	MOVQ SI, R11
	MOVQ DX, R12
	MOVQ DI, CX
column:
	MOVQ (R11), AX
	LOADSPLIT((AX)(R9*1))
	EACH(SCALAR)
	ADDQ $24, R11
	ADDQ $48, R12
	DECQ CX
	JNZ column
	EACH(ADDTO)
	ADDQ $64, R9
	ADDQ $64, BX
	DECQ R10
	JNZ block
	VZEROUPPER
	RET

#define SPLIT(k) \
	MOVQ (24*k)(SI), AX   \
	ADDQ R9, AX           \
	LOADSPLIT((AX))       \
	VMOVDQU64 Z24, (128*k)(DI) \
	VMOVDQU64 Z25, (128*k+64)(DI)

// func splitIFMA(to *[6][2][8]uint64, a *Vector, offset, blocks int)
TEXT ·splitIFMA(SB), NOSPLIT, $0-32
	MOVQ to+0(FP), DI
	MOVQ a+8(FP), SI
	MOVQ offset+16(FP), R9
	MOVQ blocks+24(FP), R10
	LOWWORDS
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

#define WEIGHT(k, a, b, c, d) \
	VMOVDQU64 (128*k)(SI), Z26 \
	VPMADD52LUQ Z26, Z24, a \
	VPMADD52HUQ Z26, Z24, b \
	VMOVDQU64 (128*k+64)(SI), Z26 \
	VPMADD52LUQ Z26, Z25, c \
	VPMADD52HUQ Z26, Z25, d

// func dotIFMA(acc *accumulators, weights *[6][2][8]uint64, column, next *field.Element, blocks int)
TEXT ·dotIFMA(SB), NOSPLIT, $0-40
	MOVQ acc+0(FP), DI
	MOVQ weights+8(FP), SI
	MOVQ column+16(FP), DX
	MOVQ next+24(FP), R8
	MOVQ blocks+32(FP), CX
	SUBQ DX, R8
	LOWWORDS
	EACH(LOADSUMS)
loop:
	PREFETCHT0 (DX)(R8*1)
	LOADSPLIT((DX))
	EACH(WEIGHT)
	ADDQ $768, SI
	ADDQ $64, DX
	DECQ CX
	JNZ loop
	EACH(STORESUMS)
	VZEROUPPER
	RET
