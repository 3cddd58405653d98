//go:build !purego

#include "textflag.h"

// Z30 = p, Z31 = p^-1 mod 2^32 in every lane, K1 = the even lanes; see wide_amd64.s. Z16 to
// Z21 are scratch.

// y = y*w, w a word of the twiddles.
#define TWIDDLE(w, y) \
	VPBROADCASTD (4*w)(DX), Z16 \
	VMOVSHDUP y, Z17           \
	VPMULUDQ Z16, y, Z18       \
	VPMULUDQ Z16, Z17, Z17     \
	VPMULUDQ Z31, Z18, Z19     \
	VPMULUDQ Z31, Z17, Z20     \
	VPMULUDQ Z30, Z19, Z19     \
	VPMULUDQ Z30, Z20, Z20     \
	VPSUBD Z19, Z18, Z18       \
	VPSUBD Z20, Z17, y         \
	VMOVSHDUP Z18, K1, y       \
	VPADDD Z30, y, Z16         \
	VPMINUD Z16, y, y

// x, y = x + y, x - y.
#define BUTTERFLY(x, y) \
	VPSUBD y, x, Z16           \
	VPADDD y, x, x             \
	VPADDD Z30, Z16, Z17       \
	VPSUBD Z30, x, Z18         \
	VPMINUD Z16, Z17, y        \
	VPMINUD Z18, x, x

#define LAYER4(a, b, c, d) \
	BUTTERFLY(a, b)       \
	BUTTERFLY(c, d)       \
	TWIDDLE(4, d)         \
	BUTTERFLY(a, c)       \
	BUTTERFLY(b, d)

#define LAYER8(a, b, c, d, e, f, g, h) \
	TWIDDLE(2, f)         \
	TWIDDLE(4, g)         \
	TWIDDLE(6, h)         \
	BUTTERFLY(a, e)       \
	BUTTERFLY(b, f)       \
	BUTTERFLY(c, g)       \
	BUTTERFLY(d, h)

// Rows of four words become columns within every quarter of a register.
#define TURN4(a, b, c, d, a1, b1, c1, d1) \
	VPUNPCKLDQ b, a, a1    \
	VPUNPCKHDQ b, a, b1    \
	VPUNPCKLDQ d, c, c1    \
	VPUNPCKHDQ d, c, d1    \
	VPUNPCKLQDQ c1, a1, a  \
	VPUNPCKHQDQ c1, a1, b  \
	VPUNPCKLQDQ d1, b1, c  \
	VPUNPCKHQDQ d1, b1, d

// Quarters of four registers become columns, which are rows at, at+4, at+8, at+12 of the
// turned tile; a row is stored where its reversed number says.
#define PUT4(a, b, c, d, r0, r4, r8, r12) \
	VSHUFI64X2 $0x88, b, a, Z16 \
	VSHUFI64X2 $0xdd, b, a, Z17 \
	VSHUFI64X2 $0x88, d, c, Z18 \
	VSHUFI64X2 $0xdd, d, c, Z19 \
	VSHUFI64X2 $0x88, Z18, Z16, a \
	VSHUFI64X2 $0x88, Z19, Z17, b \
	VSHUFI64X2 $0xdd, Z18, Z16, c \
	VSHUFI64X2 $0xdd, Z19, Z17, d \
	STORE(a, r0)          \
	STORE(b, r4)          \
	STORE(c, r8)          \
	STORE(d, r12)

// R8 to R11: 1, 2, 4 and 8 row lengths; BX, R12, R13: 3, 5, 7.
#define LOAD16(b, s) \
	VMOVDQU32 (b), Z0          \
	VMOVDQU32 (b)(R11*1), Z1   \
	VMOVDQU32 (b)(R10*1), Z2   \
	VMOVDQU32 (b)(R9*1), Z4    \
	VMOVDQU32 (b)(R8*1), Z8    \
	LEAQ (b)(R10*1), s         \
	VMOVDQU32 (s)(R11*1), Z3   \
	VMOVDQU32 (s)(R9*1), Z6    \
	VMOVDQU32 (s)(R8*1), Z10   \
	LEAQ (b)(R9*1), s          \
	VMOVDQU32 (s)(R11*1), Z5   \
	VMOVDQU32 (s)(R8*1), Z12   \
	ADDQ R10, s                \
	VMOVDQU32 (s)(R11*1), Z7   \
	VMOVDQU32 (s)(R8*1), Z14   \
	LEAQ (b)(R8*1), s          \
	VMOVDQU32 (s)(R11*1), Z9   \
	ADDQ R10, s                \
	VMOVDQU32 (s)(R11*1), Z11  \
	LEAQ (b)(R9*1), s          \
	ADDQ R8, s                 \
	VMOVDQU32 (s)(R11*1), Z13  \
	ADDQ R10, s                \
	VMOVDQU32 (s)(R11*1), Z15

#define STORE(z, r) \
	MOVQ $r, AX                \
	IMULQ R8, AX               \
	VMOVDQU32 z, (DI)(AX*1)

#define AHEAD(r) \
	PREFETCHT0 (R14)           \
	ADDQ R8, R14

// func inverseTileAVX512(dst, src, next *field.Element, twiddles *[8]field.Element, stride, layers int)
TEXT ·inverseTileAVX512(SB), NOSPLIT, $0-48
	MOVQ dst+0(FP), DI
	MOVQ src+8(FP), SI
	MOVQ next+16(FP), R14
	MOVQ twiddles+24(FP), DX
	MOVQ stride+32(FP), R8
	MOVQ layers+40(FP), CX
	LEAQ (R8)(R8*1), R9
	LEAQ (R9)(R9*1), R10
	LEAQ (R10)(R10*1), R11
	LOAD16(SI, R12)
	AHEAD(0)
	AHEAD(1)
	AHEAD(2)
	AHEAD(3)
	AHEAD(4)
	AHEAD(5)
	AHEAD(6)
	AHEAD(7)
	AHEAD(8)
	AHEAD(9)
	AHEAD(10)
	AHEAD(11)
	AHEAD(12)
	AHEAD(13)
	AHEAD(14)
	AHEAD(15)
	TESTQ CX, CX
	JZ turn
	MOVL $0x7f000001, AX
	VPBROADCASTD AX, Z30
	MOVL $0x81000001, AX
	VPBROADCASTD AX, Z31
	MOVL $0x5555, AX
	KMOVW AX, K1
	LAYER4(Z0, Z1, Z2, Z3)
	LAYER4(Z4, Z5, Z6, Z7)
	LAYER4(Z8, Z9, Z10, Z11)
	LAYER4(Z12, Z13, Z14, Z15)
	LAYER8(Z0, Z1, Z2, Z3, Z4, Z5, Z6, Z7)
	LAYER8(Z8, Z9, Z10, Z11, Z12, Z13, Z14, Z15)
	TWIDDLE(1, Z9)
	TWIDDLE(2, Z10)
	TWIDDLE(3, Z11)
	TWIDDLE(4, Z12)
	TWIDDLE(5, Z13)
	TWIDDLE(6, Z14)
	TWIDDLE(7, Z15)
	BUTTERFLY(Z0, Z8)
	BUTTERFLY(Z1, Z9)
	BUTTERFLY(Z2, Z10)
	BUTTERFLY(Z3, Z11)
	BUTTERFLY(Z4, Z12)
	BUTTERFLY(Z5, Z13)
	BUTTERFLY(Z6, Z14)
	BUTTERFLY(Z7, Z15)
turn:
	TURN4(Z0, Z1, Z2, Z3, Z16, Z17, Z18, Z19)
	TURN4(Z4, Z5, Z6, Z7, Z20, Z21, Z22, Z23)
	TURN4(Z8, Z9, Z10, Z11, Z24, Z25, Z26, Z27)
	TURN4(Z12, Z13, Z14, Z15, Z28, Z29, Z30, Z31)
	PUT4(Z0, Z4, Z8, Z12, 0, 2, 1, 3)
	PUT4(Z1, Z5, Z9, Z13, 8, 10, 9, 11)
	PUT4(Z2, Z6, Z10, Z14, 4, 6, 5, 7)
	PUT4(Z3, Z7, Z11, Z15, 12, 14, 13, 15)
	VZEROUPPER
	RET
