package main

import "fmt"

// The registers: Z0 up are the words of the state, Z24 to Z26 scratch of the S-box, Z27
// and two more scratch of the mixing, Z28 to Z31 the column sums.

// sboxes cubes the four words of a block and adds constants to the results, at R8.
func sboxes(block int) (s stream) {
	for i := 4 * block; i < 4*block+4; i++ {
		s = append(s, cube(reg(i), fmt.Sprintf("%d(R8)", 8*i))...)
	}
	return s
}

// mix multiplies a block by M4 and adds it to the column sums, which block 0 starts.
func mix(block int, u, v string) (s stream) {
	words := [4]string{reg(4 * block), reg(4*block + 1), reg(4*block + 2), reg(4*block + 3)}
	s = append(s, m4(words, "Z27", u, v)...)
	for i, x := range words {
		if block == 0 {
			s.put("VMOVDQA64 %s, %s", x, reg(28+i))
		} else {
			s.put("VPADDQ %s, %s, %s", x, reg(28+i), reg(28+i))
		}
	}
	return s
}

// m4 multiplies four words by M4 = circ(2, 3, 1, 1); t, u and v are scratch.
func m4(words [4]string, t, u, v string) (s stream) {
	a, b, c, d := words[0], words[1], words[2], words[3]
	add := func(x, y, out string) { s.put("VPADDQ %s, %s, %s", x, y, out) }
	add(a, b, t)
	add(c, d, u)
	add(t, u, v)
	add(v, b, b)
	add(v, d, d)
	s.put("VPSLLQ $1, %s, %s", c, v) // a sum that leaves the units of products alone
	add(d, u, c)
	s.put("VPSLLQ $1, %s, %s", a, u)
	add(b, t, a)
	add(b, v, b)
	add(d, u, d)
	return s
}

// spread adds the column sums to a block.
func spread(block int) (s stream) {
	for i := range 4 {
		s.put("VPADDQ %s, %s, %s", reg(28+i), reg(4*block+i), reg(4*block+i))
	}
	return s
}

// spill and reload move two words to the stack and back.
func spill(first, slot int) (s stream) {
	s.put("VMOVDQU64 %s, %d(SP)", reg(first), 128*slot)
	s.put("VMOVDQU64 %s, %d(SP)", reg(first+1), 128*slot+64)
	return s
}

func reload(first, slot int) (s stream) {
	s.put("VMOVDQU64 %d(SP), %s", 128*slot, reg(first))
	s.put("VMOVDQU64 %d(SP), %s", 128*slot+64, reg(first+1))
	return s
}

// fullRound spreads the column sums of the round before, cubes, and mixes each block
// while the second next is cubed. Width 24 leaves no register for the mixing but those
// of words that wait: the last two until they are cubed, then the first two, mixed.
func (k kernel) fullRound() (s stream) {
	blocks := k.width / 4
	var rest stream
	for b := 1; b < blocks; b++ {
		rest = append(rest, spread(b)...)
	}
	s = append(s, spread(0)...)
	s = append(s, merge(sboxes(0), rest)...)
	s = append(s, sboxes(1)...)
	crowded := k.width == 24
	for b := range blocks {
		u, v := 22, 23
		switch {
		case crowded && b == 0:
			s = append(s, spill(u, 0)...)
		case crowded:
			u, v = 0, 1
		}
		side := mix(b, reg(u), reg(v))
		if b+2 < blocks {
			side = merge(sboxes(b+2), side)
		}
		s = append(s, side...)
		if crowded && b == 0 {
			s = append(s, reload(u, 0)...)
			s = append(s, spill(0, 1)...)
		}
	}
	if crowded {
		s = append(s, reload(0, 1)...)
	}
	return s
}

// total folds the sum of all words (Z31 and the S-box output Z0) into Z29 and sets Z0 to
// the next S-box input, Z29 - 2*Z0 and a constant with 4p.
func total() (s stream) {
	s.put("VPADDQ Z0, Z31, Z31")
	s.put("VPSLLQ $1, Z0, Z24")
	s.put("VPANDQ.BCST %s, Z31, Z29", table(tableLow31))
	s.put("VPSRLQ $31, Z31, Z31")
	s.put("VPMADD52LUQ.BCST %s, Z31, Z29", table(tableFold))
	s.put("VPADDQ.BCST (R8), Z29, Z0")
	s.put("ADDQ $8, R8")
	s.put("VPSUBQ Z24, Z0, Z0")
	return s
}

// internal is the internal layer for all words but the first, behind total, with their
// new sum in Z31. In even rounds the words with negative coefficients change to their
// negatives, |c|*z + Z30 with Z30 above and congruent to -Z29, and in odd rounds back, so
// that only |c| occurs. Words that grow are folded before even rounds. The last words
// were divided before.
func (k kernel) internal(even bool) (s stream) {
	if even {
		s.put("VPBROADCASTQ %s, Z30", table(tableNeg))
		s.put("VPSUBQ Z29, Z30, Z30")
		s.put("VPBROADCASTQ %s, Z31", table(tableNegSum))
	} else {
		s.put("VPXORQ Z31, Z31, Z31")
	}
	for i, c := range k.diagonal {
		z, total, op := reg(i+1), "Z29", "VPADDQ"
		if c.negative && even {
			total, op = "Z30", "VPSUBQ"
		}
		if even && c.times > 1 {
			s = append(s, fold(z)...)
		}
		if i >= len(k.diagonal)-ahead {
			s.put("VPADDQ %s, %s, %s", total, z, z)
		} else {
			s = append(s, c.apply(z, total)...)
		}
		s.put("%s %s, Z31, Z31", op, z)
	}
	return s
}

// ahead is the number of words that are divided before the total is known, as many as
// hide its latency.
const ahead = 6

func (k kernel) divideAhead() (s stream) {
	for i := len(k.diagonal) - ahead; i < len(k.diagonal); i++ {
		s = append(s, k.diagonal[i].divide(reg(i+1))...)
	}
	return s
}
