// Macros of the eight-lane permutations. A state word is 64 bits a lane and not negative,
// congruent to value*2^52; wide_amd64.go says why its sums and products are exact.
//
// R8: the round constants. R10: the table wideTable, by these offsets.
#define T_P       0
#define T_INV     8
#define T_LOW31   16
#define T_FOLD    24
#define T_NEG     32
#define T_NEGSUM  40
#define T_TWO     48
#define T_THREE   56
#define T_FOUR    64
#define T_IN      72
#define T_OUT     80
#define T_DIV(k)  (64+24*k)
#define T_DIV24   304

// Z25 = p^-1 mod 2^52. Z24, Z26 and Z27 are scratch everywhere.

// out = x*y*2^-52 + p or less: hi is p and the high word of the product (bits 52 up), lo
// the low one, and m*p = lo in the low 52 bits, so hi - (m*p>>52) is exact.
#define REDUCE(lo, hi, m, out) \
	VPXORQ m, m, m             \
	VPMADD52LUQ Z25, lo, m     \
	VPXORQ lo, lo, lo          \
	VPMADD52HUQ.BCST T_P(R10), m, lo \
	VPSUBQ lo, hi, out

// Needs x, y < 2^52.
#define PRODUCT(x, y, lo, hi) \
	VPXORQ lo, lo, lo          \
	VPBROADCASTQ T_P(R10), hi  \
	VPMADD52LUQ y, x, lo       \
	VPMADD52HUQ y, x, hi

// PRODUCT with a word of the table.
#define PRODUCTT(x, y, lo, hi) \
	VPXORQ lo, lo, lo          \
	VPBROADCASTQ T_P(R10), hi  \
	VPMADD52LUQ.BCST y(R10), x, lo  \
	VPMADD52HUQ.BCST y(R10), x, hi

// z = z^3*2^-104, in [1, p + 2^25] for z < 2^43.
#define CUBE(z) \
	PRODUCT(z, z, Z26, Z27)       \
	REDUCE(Z26, Z27, Z24, Z26)    \
	PRODUCT(z, Z26, Z24, Z27)     \
	REDUCE(Z24, Z27, Z26, z)

// z = (z + rc[k])^3.
#define SBOX(k, z) \
	VPADDQ.BCST (8*k)(R8), z, z   \
	CUBE(z)

// Word k of the state enters: a reduced word times 2^32 becomes one times 2^52.
#define ENTER(k, z) \
	VPMOVZXDQ (64*k)(DI), z       \
	PRODUCTT(z, T_IN, Z26, Z27)   \
	REDUCE(Z26, Z27, Z24, z)

// And leaves, reduced: the difference in [1, p + 2^17] is at most one p too large.
#define LEAVE(k, z) \
	PRODUCTT(z, T_OUT, Z26, Z27)  \
	REDUCE(Z26, Z27, Z24, Z26)    \
	VPSUBQ.BCST T_P(R10), Z26, Z27 \
	VPMINUQ Z26, Z27, Z26         \
	VPMOVQD Z26, (64*k)(DI)

// The external matrix circ(2 M4, M4, ..., M4) in two steps. MIX multiplies four words by
// M4, as m4 in layers.go, and adds them to the column sums Z28 to Z31; FIRSTMIX starts
// these. SPREAD adds the sums to four words. The sums are spread during the first S-boxes
// of the next round, and the mixing begins as soon as four S-boxes are done, so that the
// additions hide behind the products.
#define M4(a, b, c, d) \
	VPADDQ a, b, Z24      \
	VPADDQ c, d, Z26      \
	VPADDQ Z24, Z26, Z27  \
	VPADDQ Z27, b, b      \
	VPADDQ Z27, d, d      \
	VPADDQ c, c, Z27      \
	VPADDQ d, Z26, c      \
	VPADDQ a, a, Z26      \
	VPADDQ b, Z24, a      \
	VPADDQ b, Z27, b      \
	VPADDQ d, Z26, d

#define FIRSTMIX(a, b, c, d) \
	M4(a, b, c, d)        \
	VMOVDQA64 a, Z28      \
	VMOVDQA64 b, Z29      \
	VMOVDQA64 c, Z30      \
	VMOVDQA64 d, Z31

#define MIX(a, b, c, d) \
	M4(a, b, c, d)        \
	VPADDQ a, Z28, Z28    \
	VPADDQ b, Z29, Z29    \
	VPADDQ c, Z30, Z30    \
	VPADDQ d, Z31, Z31

#define SPREAD(a, b, c, d) \
	VPADDQ Z28, a, a      \
	VPADDQ Z29, b, b      \
	VPADDQ Z30, c, c      \
	VPADDQ Z31, d, d

// A partial round behind its S-box. Z31 holds the sum of all words but the first, Z0 the
// output of the S-box. SUM puts the folded total into Z29 and the next S-box input
// total - 2*Z0 + (constant and 4p) into Z0: the S-box comes next, for it is the longest
// chain, and the other words fill its gaps.
#define SUM \
	VPADDQ Z0, Z31, Z31            \
	VPADDQ Z0, Z0, Z28             \
	VPANDQ.BCST T_LOW31(R10), Z31, Z29 \
	VPSRLQ $31, Z31, Z31           \
	VPMADD52LUQ.BCST T_FOLD(R10), Z31, Z29 \
	VPADDQ.BCST (R8), Z29, Z0      \
	ADDQ $8, R8                    \
	VPSUBQ Z28, Z0, Z0             \
	CUBE(Z0)

// Z30 = T_NEG - Z29, the start of words that change their sign.
#define NEGSUM \
	VPBROADCASTQ T_NEG(R10), Z30   \
	VPSUBQ Z29, Z30, Z30

// x = start + c*x.
#define TIMES(c, x, start) \
	VMOVDQA64 start, Z28           \
	VPMADD52LUQ.BCST c(R10), x, Z28 \
	VMOVDQA64 Z28, x

// x = start + x/2^k: the high part of x, and its low k bits times 2^-k mod p.
#define DIV(k, x, start) \
	VMOVDQA64 start, Z28           \
	VPMADD52HUQ.BCST (T_DIV(k)+8)(R10), x, Z28 \
	VPANDQ.BCST T_DIV(k)(R10), x, Z27 \
	VPMADD52LUQ.BCST (T_DIV(k)+16)(R10), Z27, Z28 \
	VMOVDQA64 Z28, x

// x = start + x/2^24: 2^-24 = -127 mod p, and p minus the low bits is not negative.
#define DIV24(x, start) \
	VMOVDQA64 start, Z28           \
	VPMADD52HUQ.BCST (T_DIV24+8)(R10), x, Z28 \
	VPANDQ.BCST T_DIV24(R10), x, Z27 \
	VPBROADCASTQ T_P(R10), Z26     \
	VPSUBQ Z27, Z26, Z27           \
	VPMADD52LUQ.BCST (T_DIV24+16)(R10), Z27, Z28 \
	VMOVDQA64 Z28, x

// x = x mod 2^31 + (x>>31)*(2^24-1), congruent mod p.
#define FOLDWORD(x) \
	VPANDQ.BCST T_LOW31(R10), x, Z28 \
	VPSRLQ $31, x, x               \
	VPMADD52LUQ.BCST T_FOLD(R10), x, Z28 \
	VMOVDQA64 Z28, x

// The words that both widths have at the same places, 1 to 8. neg starts those with
// negative coefficients, and NADD adds them to the running sum Z31.
#define LOWWORDS(neg, NADD) \
	VPADDQ Z29, Z1, Z1             \
	VPADDQ Z1, Z31, Z31            \
	TIMES(T_TWO, Z2, Z29)          \
	VPADDQ Z2, Z31, Z31            \
	DIV(1, Z3, Z29)                \
	VPADDQ Z3, Z31, Z31            \
	TIMES(T_THREE, Z4, Z29)        \
	VPADDQ Z4, Z31, Z31            \
	TIMES(T_FOUR, Z5, Z29)         \
	VPADDQ Z5, Z31, Z31            \
	DIV(1, Z6, neg)                \
	NADD Z6, Z31, Z31              \
	TIMES(T_THREE, Z7, neg)        \
	NADD Z7, Z31, Z31              \
	TIMES(T_FOUR, Z8, neg)         \
	NADD Z8, Z31, Z31              \
	DIV(8, Z9, Z29)                \
	VPADDQ Z9, Z31, Z31

#define FOLDWORDS \
	FOLDWORD(Z2) \
	FOLDWORD(Z4) \
	FOLDWORD(Z5) \
	FOLDWORD(Z7) \
	FOLDWORD(Z8)

#define BEGIN \
	MOVQ s+0(FP), DI               \
	MOVQ rc+8(FP), R9              \
	MOVQ table+16(FP), R10         \
	MOVQ $2, R11                   \
	VPBROADCASTQ T_INV(R10), Z25
