package main

import "fmt"

// permutation is the whole function. R8 walks through the constants (newWideRC lists
// them), R10 is the table, R11 counts halves of the lanes, R12 says which full rounds run.
func (k kernel) permutation() (s stream) {
	frame := 0
	if k.width == 24 {
		frame = 256
	}
	s.put("")
	s.put("// func permute%dAVX512(s *[%d][16]field.Element, rc *uint64, table *[%d]uint64, forward uint64)",
		k.width, k.width, tableDiv24/8+3)
	s.put("TEXT ·permute%dAVX512(SB), NOSPLIT, $%d-32", k.width, frame)
	for _, line := range []string{
		"MOVQ s+0(FP), DI", "MOVQ rc+8(FP), R9", "MOVQ table+16(FP), R10", "MOVQ $2, R11",
		"lanes:", "MOVQ R9, R8", "XORQ R12, R12", "MOVQ $4, CX",
	} {
		s.put("%s", line)
	}
	s = append(s, k.enter()...)
	s.put("full:")
	s = append(s, k.fullRound()...)
	s.put("ADDQ $%d, R8", 8*k.width)
	s.put("DECQ CX")
	s.put("JNZ full")
	for b := range k.width / 4 {
		s = append(s, spread(b)...)
	}
	s.put("TESTQ R12, R12")
	s.put("JNZ leave")
	s = append(s, k.partialRounds()...)
	s.put("MOVQ $1, R12")
	s.put("MOVQ $4, CX")
	s.put("JMP full")
	s = append(s, k.leave()...)
	for _, line := range []string{"ADDQ $32, DI", "DECQ R11", "JNZ lanes", "VZEROUPPER", "RET"} {
		s.put("%s", line)
	}
	return s
}

// enter reads eight lanes, changes the factor 2^32 of the words to 2^52, adds constants
// and mixes.
func (k kernel) enter() (s stream) {
	for i := range k.width {
		s.put("VPMOVZXDQ %d(DI), %s", 64*i, reg(i))
		s = append(s, times(reg(i), tableIn, fmt.Sprintf("%d(R8)", 8*i))...)
		if i%4 == 3 {
			s = append(s, mix(i/4, "Z24", "Z25")...)
		}
	}
	s.put("ADDQ $%d, R8", 8*k.width)
	return s
}

// leave changes the factor back, reduces, and where forward says so adds the first eight
// words of the input.
func (k kernel) leave() (s stream) {
	s.put("leave:")
	s.put("VPBROADCASTQ forward+24(FP), Z28")
	reduce := func(z string) {
		s.put("VPSUBQ.BCST %s, %s, Z27", table(tableP), z)
		s.put("VPMINUQ %s, Z27, %s", z, z)
	}
	for i := range k.width {
		z := reg(i)
		s = append(s, times(z, tableOut, table(tableP))...)
		reduce(z)
		if i < 8 {
			s.put("VPMOVZXDQ %d(DI), Z26", 64*i)
			s.put("VPANDQ Z28, Z26, Z26")
			s.put("VPADDQ Z26, %s, %s", z, z)
			reduce(z)
		}
		s.put("VPMOVQD %s, %d(DI)", z, 64*i)
	}
	return s
}

// partialRounds ends with the constants of the next full round added and the column sums
// zero, as nothing is left to spread.
//
// The longest chain is total, S-box, total. All else is spread along it: most words of the
// internal layer beside the S-box, and the divisions that need no total beside the total.
func (k kernel) partialRounds() (s stream) {
	s.put("MOVQ $%d, CX", k.partials-1)
	s = append(s, cube("Z0", table(tableP))...)
	s.put("VPADDQ Z1, Z2, Z31")
	for i := 3; i < k.width; i++ {
		s.put("VPADDQ %s, Z31, Z31", reg(i))
	}
	s.put("partial:")
	even := true
	for range 2 {
		s = append(s, merge(k.divideAhead(), total())...)
		s = append(s, merge(k.internal(even), cube("Z0", table(tableP)))...)
		s.put("DECQ CX")
		even = !even
		if even == (k.partials%2 == 1) {
			s.put("JZ last")
		}
	}
	s.put("JMP partial")
	s.put("last:")
	even = k.partials%2 == 1
	s = append(s, merge(k.divideAhead(), total())...)
	s = append(s, k.internal(even)...)
	return append(s, k.beginFinal()...)
}

// beginFinal adds the constants of the first full round behind the partial ones.
func (k kernel) beginFinal() (s stream) {
	for i, c := range k.diagonal {
		z := reg(i + 1)
		if c.negative && k.partials%2 == 1 {
			s.put("VPBROADCASTQ %d(R8), Z24", 8*i)
			s.put("VPSUBQ %s, Z24, %s", z, z)
		} else {
			s.put("VPADDQ.BCST %d(R8), %s, %s", 8*i, z, z)
		}
	}
	s.put("ADDQ $%d, R8", 8*(k.width-1))
	for i := range 4 {
		s.put("VPXORQ %s, %s, %s", reg(28+i), reg(28+i), reg(28+i))
	}
	return s
}
