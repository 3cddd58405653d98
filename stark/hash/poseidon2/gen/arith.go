package main

import "fmt"

// Byte offsets into the table that R10 points to (newWideTable fills it).
const (
	tableP      = 0
	tableInv    = 8
	tableLow31  = 16
	tableFold   = 24
	tableNeg    = 32
	tableNegSum = 40
	tableIn     = 48
	tableInInv  = 56
	tableOut    = 64
	tableOutInv = 72
	tableTimes  = 80  // 2, 3, 4
	tableDiv    = 104 // 2^k - 1, 2^(52-k), 2^-k
	tableDiv24  = tableDiv + 9*24
)

// stream is a sequence of instructions.
type stream []string

func (s *stream) put(format string, args ...any) { *s = append(*s, fmt.Sprintf(format, args...)) }

func table(offset int) string { return fmt.Sprintf("%d(R10)", offset) }
func reg(i int) string        { return fmt.Sprintf("Z%d", i) }

// merge spreads the instructions of side evenly through main. They must not share
// registers that either writes.
func merge(main, side stream) (out stream) {
	done := 0
	for i, line := range main {
		out = append(out, line)
		for (i+1)*len(side) >= (done+1)*len(main) && done < len(side) {
			out = append(out, side[done])
			done++
		}
	}
	return append(out, side[done:]...)
}

// cube sets z to z^3*2^-104, in [1, p + 2^25], plus what base has above p; z < 2^43. Z24 to
// Z26 are scratch. With i = z/p mod 2^52, a product x*z is reduced by m = x*i mod 2^52:
// m*p agrees with it in the low 52 bits, so the difference of the high parts is exact and
// the low part itself is not needed.
func cube(z, base string) (s stream) {
	s.put("VPXORQ Z26, Z26, Z26")
	s.put("VPMADD52LUQ.BCST %s, %s, Z26", table(tableInv), z) // i
	s.put("VPXORQ Z24, Z24, Z24")
	s.put("VPMADD52LUQ Z26, %s, Z24", z) // m = z*i
	s.put("VPXORQ Z25, Z25, Z25")
	s.put("VPMADD52HUQ.BCST %s, Z24, Z25", table(tableP))
	s.put("VPBROADCASTQ %s, Z24", table(tableP))
	s.put("VPMADD52HUQ %s, %s, Z24", z, z)
	s.put("VPSUBQ Z25, Z24, Z24") // z^2
	s.put("VPXORQ Z25, Z25, Z25")
	s.put("VPMADD52LUQ Z26, Z24, Z25") // m = z^2*i
	s.put("VPXORQ Z26, Z26, Z26")
	s.put("VPMADD52HUQ.BCST %s, Z25, Z26", table(tableP))
	s.put("VPBROADCASTQ %s, Z25", base)
	s.put("VPMADD52HUQ %s, Z24, Z25", z)
	s.put("VPSUBQ Z26, Z25, %s", z)
	return s
}

// times sets z to z*c*2^-52 plus base and at most p + 2^17, for z < 2^43 and the word c of
// the table at offset, followed by c/p mod 2^52.
func times(z string, offset int, base string) (s stream) {
	s.put("VPXORQ Z24, Z24, Z24")
	s.put("VPMADD52LUQ.BCST %s, %s, Z24", table(offset+8), z)
	s.put("VPXORQ Z25, Z25, Z25")
	s.put("VPMADD52HUQ.BCST %s, Z24, Z25", table(tableP))
	s.put("VPBROADCASTQ %s, Z24", base)
	s.put("VPMADD52HUQ.BCST %s, %s, Z24", table(offset), z)
	s.put("VPSUBQ Z25, Z24, %s", z)
	return s
}

// fold sets z to z mod 2^31 + (z>>31)*(2^24-1), congruent mod p.
func fold(z string) (s stream) {
	s.put("VPANDQ.BCST %s, %s, Z28", table(tableLow31), z)
	s.put("VPSRLQ $31, %s, %s", z, z)
	s.put("VPMADD52LUQ.BCST %s, %s, Z28", table(tableFold), z)
	s.put("VMOVDQA64 Z28, %s", z)
	return s
}

// apply sets z to start + c*z, c without its sign; Z27 and Z28 are scratch. A word is divided
// by 2^k as its high part plus its low k bits times 2^-k mod p; 2^-24 = -127, and p minus
// the low bits is positive.
func (c coefficient) apply(z, start string) (s stream) {
	switch {
	case c.shift != 0:
		at := c.lowBits(z, &s)
		s.put("VMOVDQA64 %s, Z28", start)
		s.put("VPMADD52HUQ.BCST %s, %s, Z28", table(at+8), z)
		s.put("VPMADD52LUQ.BCST %s, Z27, Z28", table(at+16))
		s.put("VMOVDQA64 Z28, %s", z)
	case c.times == 1:
		s.put("VPADDQ %s, %s, %s", start, z, z)
	default:
		s.put("VMOVDQA64 %s, Z28", start)
		s.put("VPMADD52LUQ.BCST %s, %s, Z28", table(tableTimes+8*(c.times-2)), z)
		s.put("VMOVDQA64 Z28, %s", z)
	}
	return s
}

// divide is apply without a start, for a division.
func (c coefficient) divide(z string) (s stream) {
	at := c.lowBits(z, &s)
	s.put("VPSRLQ $%d, %s, %s", c.shift, z, z)
	s.put("VPMADD52LUQ.BCST %s, Z27, %s", table(at+16), z)
	return s
}

// lowBits puts the factor of 2^-k into Z27 and returns where the table has k.
func (c coefficient) lowBits(z string, s *stream) int {
	at := tableDiv + 24*(c.shift-1)
	if c.shift == 24 {
		at = tableDiv24
	}
	s.put("VPANDQ.BCST %s, %s, Z27", table(at), z)
	if c.shift == 24 {
		s.put("VPBROADCASTQ %s, Z28", table(tableP))
		s.put("VPSUBQ Z27, Z28, Z27")
	}
	return at
}
