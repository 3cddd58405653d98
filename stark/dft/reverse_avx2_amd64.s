//go:build !purego

#include "textflag.h"

// Y14 = p, Y15 = p^-1 mod 2^32 in every lane; see avx2_amd64.s. Y8 to Y13 are scratch.

// y = y*w, w a word of the twiddles.
#define TWIDDLE(w, y) \
	VPBROADCASTD (4*(w))(DX), Y8 \
	VMOVSHDUP y, Y9            \
	VPMULUDQ Y8, y, Y10        \
	VPMULUDQ Y8, Y9, Y11       \
	VPMULUDQ Y15, Y10, Y12     \
	VPMULUDQ Y15, Y11, Y13     \
	VPMULUDQ Y14, Y12, Y12     \
	VPMULUDQ Y14, Y13, Y13     \
	VPSUBD Y12, Y10, Y10       \
	VPSUBD Y13, Y11, Y11       \
	VMOVSHDUP Y10, Y10         \
	VPBLENDD $0xaa, Y11, Y10, Y10 \
	VPADDD Y14, Y10, Y8        \
	VPMINUD Y8, Y10, y

// x, y = x + y, x - y.
#define BUTTERFLY(x, y) \
	VPSUBD y, x, Y8       \
	VPADDD y, x, x        \
	VPADDD Y14, Y8, Y9    \
	VPSUBD Y14, x, Y10    \
	VPMINUD Y8, Y9, y     \
	VPMINUD Y10, x, x

// R8 to R11: 1, 2, 4 and 8 row lengths, R12: 12. Half rows at, at+8, at+4, at+12 of the source become rows
// j to j+3 of the turned tile's space at R13.
#define LOAD4(b, half) \
	VMOVDQU half(b), Y0          \
	VMOVDQU half(b)(R11*1), Y1   \
	VMOVDQU half(b)(R10*1), Y2   \
	VMOVDQU half(b)(R12*1), Y3

#define KEEP4(step, at) \
	VMOVDQA Y0, (at)(R13)        \
	VMOVDQA Y1, (at+step)(R13)   \
	VMOVDQA Y2, (at+2*step)(R13) \
	VMOVDQA Y3, (at+3*step)(R13)

#define COPY4(b, at) \
	LOAD4(b, 0)           \
	KEEP4(64, at)         \
	LOAD4(b, 32)          \
	KEEP4(64, at+32)

// The layers of two and of four elements.
#define LAYERS4 \
	BUTTERFLY(Y0, Y1)     \
	BUTTERFLY(Y2, Y3)     \
	TWIDDLE(4, Y3)        \
	BUTTERFLY(Y0, Y2)     \
	BUTTERFLY(Y1, Y3)

#define NARROW(b, at) \
	LOAD4(b, 0)           \
	LAYERS4               \
	KEEP4(64, at)         \
	LOAD4(b, 32)          \
	LAYERS4               \
	KEEP4(64, at+32)

// The layers of eight and of sixteen elements on rows i, i+4, i+8 and i+12.
#define FETCH4(at) \
	VMOVDQA (at)(R13), Y0     \
	VMOVDQA (at+256)(R13), Y1 \
	VMOVDQA (at+512)(R13), Y2 \
	VMOVDQA (at+768)(R13), Y3

#define WIDE0(at) \
	FETCH4(at)            \
	BUTTERFLY(Y0, Y1)     \
	BUTTERFLY(Y2, Y3)     \
	TWIDDLE(4, Y3)        \
	BUTTERFLY(Y0, Y2)     \
	BUTTERFLY(Y1, Y3)     \
	KEEP4(256, at)

#define WIDE(i, at) \
	FETCH4(at)            \
	TWIDDLE(2*i, Y1)      \
	TWIDDLE(2*i, Y3)      \
	BUTTERFLY(Y0, Y1)     \
	BUTTERFLY(Y2, Y3)     \
	TWIDDLE(i, Y2)        \
	TWIDDLE(4+i, Y3)      \
	BUTTERFLY(Y0, Y2)     \
	BUTTERFLY(Y1, Y3)     \
	KEEP4(256, at)

// Rows at to at+3, and at+4 to at+7 beside them, of four columns.
#define LOADCOLUMNS(at, a, b, c, d) \
	VMOVDQA (at)(R13), X8         \
	VMOVDQA (at+64)(R13), X9      \
	VMOVDQA (at+128)(R13), X10    \
	VMOVDQA (at+192)(R13), X11    \
	VINSERTI128 $1, (at+256)(R13), Y8, a   \
	VINSERTI128 $1, (at+320)(R13), Y9, b   \
	VINSERTI128 $1, (at+384)(R13), Y10, c  \
	VINSERTI128 $1, (at+448)(R13), Y11, d

// Rows of four words become columns within both halves of a register.
#define TURN4(a, b, c, d) \
	VPUNPCKLDQ b, a, Y8    \
	VPUNPCKHDQ b, a, Y9    \
	VPUNPCKLDQ d, c, Y10   \
	VPUNPCKHDQ d, c, Y11   \
	VPUNPCKLQDQ Y10, Y8, a \
	VPUNPCKHQDQ Y10, Y8, b \
	VPUNPCKLQDQ Y11, Y9, c \
	VPUNPCKHQDQ Y11, Y9, d

// Four columns are written as rows, where the reversed number of a column says.
#define PUT4(at, b) \
	LOADCOLUMNS(at, Y0, Y1, Y2, Y3)     \
	LOADCOLUMNS(at+512, Y4, Y5, Y6, Y7) \
	TURN4(Y0, Y1, Y2, Y3)     \
	TURN4(Y4, Y5, Y6, Y7)     \
	VMOVDQU Y0, (b)           \
	VMOVDQU Y4, 32(b)         \
	VMOVDQU Y1, (b)(R11*1)    \
	VMOVDQU Y5, 32(b)(R11*1)  \
	VMOVDQU Y2, (b)(R10*1)    \
	VMOVDQU Y6, 32(b)(R10*1)  \
	VMOVDQU Y3, (b)(R12*1)    \
	VMOVDQU Y7, 32(b)(R12*1)

#define AHEAD4 \
	PREFETCHT0 (BX)           \
	PREFETCHT0 (BX)(R8*1)     \
	PREFETCHT0 (BX)(R9*1)     \
	ADDQ R9, BX               \
	PREFETCHT0 (BX)(R8*1)     \
	ADDQ R9, BX

// func inverseTileAVX2(dst, src, next *field.Element, twiddles *[8]field.Element, stride, layers int)
TEXT ·inverseTileAVX2(SB), 0, $1088-48
	MOVQ dst+0(FP), DI
	MOVQ src+8(FP), SI
	MOVQ next+16(FP), BX
	MOVQ twiddles+24(FP), DX
	MOVQ stride+32(FP), R8
	MOVQ layers+40(FP), CX
	LEAQ 63(SP), R13
	ANDQ $~63, R13
	LEAQ (R8)(R8*1), R9
	LEAQ (R9)(R9*1), R10
	LEAQ (R10)(R10*1), R11
	LEAQ (R10)(R11*1), R12
	AHEAD4
	AHEAD4
	AHEAD4
	AHEAD4
	TESTQ CX, CX
	JZ copy
	MOVL $0x7f000001, AX
	VMOVD AX, X14
	VPBROADCASTD X14, Y14
	MOVL $0x81000001, AX
	VMOVD AX, X15
	VPBROADCASTD X15, Y15
	NARROW(SI, 0)
	ADDQ R9, SI
	NARROW(SI, 256)
	SUBQ R8, SI
	NARROW(SI, 512)
	ADDQ R9, SI
	NARROW(SI, 768)
	WIDE0(0)
	WIDE0(32)
	WIDE(1, 64)
	WIDE(1, 96)
	WIDE(2, 128)
	WIDE(2, 160)
	WIDE(3, 192)
	WIDE(3, 224)
turn:
	PUT4(0, DI)
	ADDQ R9, DI
	PUT4(16, DI)
	SUBQ R8, DI
	PUT4(32, DI)
	ADDQ R9, DI
	PUT4(48, DI)
	VZEROUPPER
	RET
copy:
	COPY4(SI, 0)
	ADDQ R9, SI
	COPY4(SI, 256)
	SUBQ R8, SI
	COPY4(SI, 512)
	ADDQ R9, SI
	COPY4(SI, 768)
	JMP turn
