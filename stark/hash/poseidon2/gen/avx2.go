package main

import "fmt"

// permutationAVX2 is the whole function with AVX2. SI points to the scratch memory, R8 walks
// through the constants (newAVX2RC lists them), R11 counts halves of the lanes, R12 says
// which full rounds run.
func (k kernel) permutationAVX2(c *pool) (s stream) {
	s.put("")
	s.put("// func permute%dAVX2(s *[%d][16]field.Element, rc *[4]uint64, forward uint64)", k.width, k.width)
	s.put("TEXT ·permute%dAVX2(SB), 0, $%d-24", k.width, 64*k.stride()+32)
	s.put("MOVQ s+0(FP), DI")
	s.put("MOVQ rc+8(FP), R9")
	s.put("LEAQ 31(SP), SI")
	s.put("ANDQ $-32, SI")
	s.put("LEAQ %d(SI), R13", 32*k.stride())
	s.put("MOVQ $2, R11")
	s.put("%s", move(c.word(p), prime))
	s.put("%s", move(c.word(negInverse()), negPrime))
	s.put("lanes:")
	s.put("MOVQ R9, R8")
	s = append(s, k.enterAVX2(c)...)
	s.put("XORQ R12, R12")
	s.put("phase:")
	s = append(s, k.firstHalf(c, "SI", 0)...)
	s.put("MOVQ $4, CX")
	s.put("full:")
	s.put("MOVQ $2, DX")
	s.put("half:")
	s = append(s, k.fullRoundAVX2(c)...)
	s.put("XCHGQ SI, R13")
	s.put("DECQ DX")
	s.put("JNZ half")
	s.put("ADDQ $%d, R8", 32*k.width)
	s.put("DECQ CX")
	s.put("JNZ full")
	s.put("TESTQ R12, R12")
	s.put("JNZ leave")
	s = append(s, k.partialRoundsAVX2(c)...)
	s.put("MOVQ $1, R12")
	s.put("JMP phase")
	s.put("leave:")
	s = append(s, k.leaveAVX2(c)...)
	for _, line := range []string{"ADDQ $32, DI", "DECQ R11", "JNZ lanes", "VZEROUPPER", "RET"} {
		s.put("%s", line)
	}
	return s
}

// negInverse is -1/p mod 2^32.
func negInverse() uint64 {
	inv := uint32(p) // right to three bits; each step doubles them
	for range 4 {
		inv *= 2 - p*inv
	}
	return uint64(-inv)
}

// powerOfTwo is 2^k mod p.
func powerOfTwo(k int) uint64 {
	v := uint64(1)
	for range k {
		v = 2 * v % p
	}
	return v
}

func inverse(v uint64) uint64 {
	out := uint64(1)
	for e := uint64(p - 2); e != 0; e >>= 1 {
		if e&1 != 0 {
			out = out * v % p
		}
		v = v * v % p
	}
	return out
}

// input is eight lanes of word i, where the result goes too.
func input(i int) string { return fmt.Sprintf("%d(DI)", 64*i) }

// enterAVX2 reads eight lanes, the even and the odd ones apart, changes the factor 2^32 of the
// words to 2^56, adds constants and mixes.
func (k kernel) enterAVX2(c *pool) (s stream) {
	for b := range k.width / 4 {
		for half := range 2 {
			var all []stream
			for i := range 4 {
				var one stream
				z, q, m := y(i), y(4+i), y(8+i)
				if half == 0 {
					one.put("%s", move(input(4*b+i), z))
				} else {
					one.put("VMOVSHDUP %s, %s", input(4*b+i), z)
				}
				one.put("VPMULUDQ %s, %s, %s", c.word(powerOfTwo(56)), z, q)
				one = append(one, reduce(q, m)...)
				one.put("VPADDQ %s, %s, %s", roundWord(4*b+i), q, q)
				all = append(all, one)
			}
			s = append(s, lockstep(all...)...)
			s = append(s, k.mixed(half, b, [4]string{y(4), y(5), y(6), y(7)}, y(8), y(9), y(10))...)
		}
	}
	s.put("ADDQ $%d, R8", 32*k.width)
	return s
}

// leaveAVX2 changes the factor back by dividing by 2^24, reduces, and where forward says so adds
// the first eight words of the input.
func (k kernel) leaveAVX2(c *pool) (s stream) {
	both := c.word(p<<32 | p)
	s.put("VPBROADCASTQ forward+16(FP), Y13")
	for b := range k.width / 4 {
		var all []stream
		for i := range 4 {
			var one stream
			at, even, odd, low := 4*b+i, y(i), y(4+i), y(8+i)
			for half, z := range []string{even, odd} {
				one.put("%s", move(k.word(half, at), z))
				one.put("VPADDQ %s, %s, %s", k.sum(half, i), z, z)
				one = append(one, c.divideBy(24, z, low, "")...)
			}
			one.put("VPSLLQ $32, %s, %s", odd, odd)
			one.put("VPOR %s, %s, %s", odd, even, even)
			reduce := func() {
				one.put("VPSUBD %s, %s, %s", both, even, low)
				one.put("VPMINUD %s, %s, %s", low, even, even)
			}
			reduce()
			if at < 8 {
				one.put("VPAND %s, Y13, %s", input(at), low)
				one.put("VPADDD %s, %s, %s", low, even, even)
				reduce()
			}
			one.put("%s", move(even, input(at)))
			all = append(all, one)
		}
		s = append(s, lockstep(all...)...)
	}
	return s
}

// partialRoundsAVX2 runs both halves at once, to hide the latency of the S-box.
func (k kernel) partialRoundsAVX2(c *pool) (s stream) {
	s = append(s, k.toPairs(c)...)
	cubes := func() stream {
		var both [2]stream
		for half := range 2 {
			x, q, m := sboxAt(half), square(half), factor(half)
			both[half] = c.cubeAVX2(x, q, m)
			both[half].put("VMOVDQA %s, %s", q, x)
		}
		return lockstep(both[0], both[1])
	}
	round := func(even, last bool) {
		constant := 0
		s = append(s, lockstep(k.head(c, 0, constant), k.head(c, 1, constant))...)
		words := append(k.words(c, 0, even), k.words(c, 1, even)...)
		if last {
			s = append(s, words...)
			return
		}
		s.put("ADDQ $32, R8")
		s = append(s, merge(words, cubes())...)
	}
	s = append(s, cubes()...)
	rounds := k.partials - 1 // and the last one
	s.put("MOVQ $%d, CX", rounds/2)
	s.put("partial:")
	round(true, false)
	round(false, false)
	s.put("DECQ CX")
	s.put("JNZ partial")
	if rounds%2 == 1 {
		round(true, false)
	}
	round(rounds%2 == 0, true)
	s = append(s, k.fromPairs(c)...)
	s.put("ADDQ $%d, R8", 32*k.width)
	return s
}

// toPairs spreads the column sums and brings all words into the form of the partial rounds:
// where a pair is, v at i and at j what makes the first round give t + c*u, u/c.
func (k kernel) toPairs(c *pool) (s stream) {
	pairs, singles := k.pairs()
	for half := range 2 {
		load := func(at int, z string) {
			s.put("%s", move(k.word(half, at), z))
			s.put("VPADDQ %s, %s, %s", k.sum(half, at%4), z, z)
		}
		load(0, sboxAt(half))
		s.put("VPADDQ %s, %s, %s", c.word(p<<16), sboxAt(half), sboxAt(half))
		for n, pr := range pairs {
			a, b, v, low := "Y12", "Y13", square(0), factor(0)
			load(pr.i, a)
			load(pr.j, b)
			s.put("VPADDQ %s, %s, %s", a, b, v)
			s = append(s, c.half(v, low)...)
			s.put("%s", move(v, k.word(half, pr.i)))
			s.put("VPADDQ %s, %s, %s", c.word(p<<16+p<<8), a, a) // p<<8 is above b
			s.put("VPSUBQ %s, %s, %s", b, a, a)
			s = append(s, c.shrink(a, low)...)
			s.put("VPMULUDQ %s, %s, %s", c.word(pr.c.halfInverse()), a, a)
			s = append(s, reduce(a, low)...)
			s.put("%s", move(a, k.word(half, pr.j)))
			s = append(s, addTo(n == 0, v, pairSum(half))...)
		}
		for n, at := range singles {
			load(at, "Y12")
			if k.diagonal[at-1] == mul(1) { // keeps all sums positive and the total above p
				s.put("VPADDQ %s, Y12, Y12", c.word(p<<11))
			}
			s.put("%s", move("Y12", k.word(half, at)))
			s = append(s, addTo(n == 0, "Y12", singleSum(half))...)
		}
	}
	return s
}

// addTo adds x to a sum, or starts it.
func addTo(first bool, x, sum string) (s stream) {
	if first {
		s.put("VMOVDQA %s, %s", x, sum)
	} else {
		s.put("VPADDQ %s, %s, %s", x, sum, sum)
	}
	return s
}

// half sets z to z/2: to (z+p)/2 if z is odd.
func (c *pool) half(z, low string) (s stream) {
	s.put("VPAND %s, %s, %s", c.word(1), z, low)
	s.put("VPMULUDQ %s, %s, %s", prime, low, low)
	s.put("VPADDQ %s, %s, %s", low, z, z)
	s.put("VPSRLQ $1, %s, %s", z, z)
	return s
}

// halfInverse is 1/(2c) times the factors that shrink and reduce take away.
func (c coefficient) halfInverse() uint64 {
	v := inverse(uint64(2 * c.times))
	v = v * powerOfTwo(c.shift) % p
	return v * powerOfTwo(16+32) % p
}

// fromPairs turns v and its predecessor back into the words v + c*w and v - c*w, adds the
// constants of the first full round behind, and clears the column sums.
func (k kernel) fromPairs(c *pool) (s stream) {
	pairs, singles := k.pairs()
	for half := range 2 {
		s.put("%s", move(sboxAt(half), k.word(half, 0)))
		for _, pr := range pairs {
			now, before := pr.i, pr.j
			if k.partials%2 == 1 {
				now, before = before, now
			}
			v, w, low, a := "Y12", "Y13", square(half), factor(half)
			s.put("%s", move(k.word(half, now), v))
			s.put("%s", move(k.word(half, before), w))
			s.put("VPADDQ %s, %s, %s", roundWord(pr.i), v, a)
			s.put("VPADDQ %s, %s, %s", roundWord(pr.j), v, v)
			if pr.c.shift != 0 {
				s = append(s, c.divideBy(pr.c.shift, w, low, c.word(p))...)
			} else {
				s = append(s, c.timesFolded(uint64(pr.c.times), w, low, "")...)
			}
			s.put("VPADDQ %s, %s, %s", w, a, a)
			s.put("VPSUBQ %s, %s, %s", w, v, v)
			s.put("%s", move(a, k.word(half, pr.i)))
			s.put("%s", move(v, k.word(half, pr.j)))
		}
		for _, at := range singles {
			s.put("%s", move(k.word(half, at), "Y12"))
			s.put("VPADDQ %s, Y12, Y12", roundWord(at))
			s.put("%s", move("Y12", k.word(half, at)))
		}
		s.put("VPXOR Y12, Y12, Y12")
		for i := range 4 {
			s.put("%s", move("Y12", k.sum(half, i)))
		}
	}
	return s
}
