package main

import "fmt"

// The scratch memory at SI, in vectors of 32 bytes, holds for each half of the eight lanes the
// words of the state, four column sums, four column sums that are being added up, and the words
// of two blocks whose cubes are begun. In full rounds SI is the half at work and R13 the other.
func (k kernel) stride() int                       { return k.width + 16 }
func (k kernel) word(half, i int) string           { return at("SI", half*k.stride()+i) }
func (k kernel) sum(half, column int) string       { return k.word(half, k.width+column) }
func (k kernel) adding(half, column int) string    { return k.word(half, k.width+4+column) }
func (k kernel) kept(base string, b, i int) string { return at(base, k.width+8+4*(b%2)+i) }
func at(base string, i int) string                 { return fmt.Sprintf("%d(%s)", 32*i, base) }

// cubing is the register in which word i of a block is cubed.
func cubing(b, i int) string { return y(4*(b%2) + i) }

func y(i int) string              { return fmt.Sprintf("Y%d", i) }
func roundWord(i int) string      { return fmt.Sprintf("%d(R8)", 32*i) }
func move(from, to string) string { return fmt.Sprintf("VMOVDQU %s, %s", from, to) }

// mixed multiplies the words in a to d by M4, stores them as a block and adds them to the
// column sums; u, v and w are scratch.
func (k kernel) mixed(half, block int, words [4]string, u, v, w string) (s stream) {
	s = append(s, m4(words, u, v, w)...)
	for i, x := range words {
		s.put("%s", move(x, k.word(half, 4*block+i)))
	}
	last := block == k.width/4-1
	for i, x := range words {
		if block > 0 {
			s.put("VPADDQ %s, %s, %s", k.adding(half, i), x, x)
		}
		to := k.adding(half, i)
		if last {
			to = k.sum(half, i)
		}
		s.put("%s", move(x, to))
	}
	return s
}

// firstHalf takes a block of S-boxes, of the half at base, as far as the square; it leaves the
// words themselves in scratch memory.
func (k kernel) firstHalf(c *pool, base string, b int) stream {
	return byTwos(func(i int) (s stream) {
		x, m := cubing(b, i), y(8+i%2)
		s.put("%s", move(at(base, 4*b+i), x))
		s.put("VPADDQ %s, %s, %s", at(base, k.width+i), x, x)
		s = append(s, c.shrink(x, m)...)
		s.put("%s", move(x, k.kept(base, b, i)))
		s.put("VPMULUDQ %s, %s, %s", x, x, x)
		return append(s, reduce(x, m)...)
	})
}

// secondHalf goes on to the cubes and adds constants.
func (k kernel) secondHalf(b int) stream {
	return byTwos(func(i int) (s stream) {
		x, m := cubing(b, i), y(10+i%2)
		s.put("VPMULUDQ %s, %s, %s", k.kept("SI", b, i), x, x)
		s = append(s, reduce(x, m)...)
		s.put("VPADDQ %s, %s, %s", roundWord(4*b+i), x, x)
		return s
	})
}

// byTwos is f of the four words of a block.
func byTwos(f func(i int) stream) stream {
	return append(lockstep(f(0), f(1)), lockstep(f(2), f(3))...)
}

// fullRoundAVX2 is a full round of the half at SI whose first block is begun. Each block is
// finished and mixed while the next is begun, at last the first of the other half, at R13: so
// the processor always finds work that does not wait. What the last round begins is not used.
func (k kernel) fullRoundAVX2(c *pool) (s stream) {
	for b := range k.width / 4 {
		words := [4]string{cubing(b, 0), cubing(b, 1), cubing(b, 2), cubing(b, 3)}
		finish := append(k.secondHalf(b), k.mixed(0, b, words, y(11), y(12), y(13))...)
		next := k.firstHalf(c, "R13", 0)
		if b+1 < k.width/4 {
			next = k.firstHalf(c, "SI", b+1)
		}
		s = append(s, merge(finish, next)...)
	}
	return s
}

// pair is two words with the coefficients c and -c. With u and v half their difference and half
// their sum, a round of total t maps v to t + c*u and u to c*v, so that over two rounds
// v(r+2) = t' + c^2*v: each round has to touch one of v and its predecessor, at i and j in turn.
type pair struct {
	i, j int
	c    coefficient
}

func (k kernel) pairs() (pairs []pair, singles []int) {
	taken := map[int]bool{0: true}
	for i, c := range k.diagonal {
		for j, d := range k.diagonal {
			if !c.negative && d == neg(c) {
				pairs = append(pairs, pair{i + 1, j + 1, c})
				taken[i+1], taken[j+1] = true, true
			}
		}
	}
	for i := range k.width {
		if !taken[i] {
			singles = append(singles, i)
		}
	}
	return pairs, singles
}

// Registers of the partial rounds, for each half: the S-box, its scratch, the total, the sum of
// the single words and that of v of the pairs. Y12 and Y13 are scratch.
func sboxAt(half int) string  { return y(half) }
func square(half int) string  { return y(2 + half) }
func factor(half int) string  { return y(4 + half) }
func totalAt(half int) string { return y(6 + half) }
func singleSum(half int) string {
	return y(8 + half)
}
func pairSum(half int) string { return y(10 + half) }

// head makes the total of all words, folded, and the next S-box input.
func (k kernel) head(c *pool, half, constant int) (s stream) {
	x, t, rest := sboxAt(half), totalAt(half), singleSum(half)
	s.put("VPADDQ %s, %s, %s", pairSum(half), pairSum(half), pairSum(half))
	s.put("VPADDQ %s, %s, %s", pairSum(half), rest, rest)
	s.put("VPADDQ %s, %s, %s", rest, x, t)
	s.put("VPADDQ %s, %s, %s", roundWord(constant), rest, rest)
	s.put("VPSUBQ %s, %s, %s", x, rest, x)
	return append(s, c.timesFolded(1, t, square(half), "")...)
}

// applyTwice sets z to by^2*z + start.
func (c *pool) applyTwice(by coefficient, z, scratch, start string) (s stream) {
	switch {
	case by.shift == 24: // 2^-48 = 127^2, and 127^2 * 2^24 = -127
		s.put("VPSRLQ $24, %s, %s", z, scratch)
		s.put("VPAND %s, %s, %s", c.word(1<<24-1), z, z)
		s.put("VPMULUDQ %s, %s, %s", c.word(127), scratch, scratch)
		s.put("VPMULUDQ %s, %s, %s", c.word(127*127), z, z)
		s.put("VPADDQ %s, %s, %s", start, z, z)
		s.put("VPSUBQ %s, %s, %s", scratch, z, z)
		return s
	case by.shift != 0:
		return c.divideBy(2*by.shift, z, scratch, start)
	default:
		return c.timesFolded(uint64(by.times*by.times), z, scratch, start)
	}
}

// applySingle sets z to by*z + start.
func (c *pool) applySingle(by coefficient, z, scratch, start string, even bool) (s stream) {
	switch {
	case by.shift != 0 && by.negative:
		s.put("VPAND %s, %s, %s", c.word(1<<by.shift-1), z, scratch)
		s.put("VPMULUDQ %s, %s, %s", c.word(127<<(24-by.shift)), scratch, scratch)
		s.put("VPSRLQ $%d, %s, %s", by.shift, z, z)
		s.put("VPADDQ %s, %s, %s", start, scratch, scratch)
		s.put("VPSUBQ %s, %s, %s", z, scratch, z)
	case by.shift != 0:
		return c.divideBy(by.shift, z, scratch, start)
	case by.times == 1:
		s.put("VPADDQ %s, %s, %s", start, z, z)
	case by.times == 2 && !even:
		s.put("VPADDQ %s, %s, %s", z, z, z)
		s.put("VPADDQ %s, %s, %s", start, z, z)
	default:
		return c.timesFolded(uint64(by.times), z, scratch, start)
	}
	return s
}

// words is the internal layer of one half for all words but the first.
func (k kernel) words(c *pool, half int, even bool) (s stream) {
	pairs, singles := k.pairs()
	z, scratch, t := "Y12", "Y13", totalAt(half)
	update := func(at int, first bool, sum string, apply func() stream) {
		s.put("%s", move(k.word(half, at), z))
		s = append(s, apply()...)
		s.put("%s", move(z, k.word(half, at)))
		if first {
			s.put("VMOVDQA %s, %s", z, sum)
		} else {
			s.put("VPADDQ %s, %s, %s", z, sum, sum)
		}
	}
	for n, pr := range pairs {
		at := pr.j
		if !even {
			at = pr.i
		}
		update(at, n == 0, pairSum(half), func() stream { return c.applyTwice(pr.c, z, scratch, t) })
	}
	for n, at := range singles {
		by := k.diagonal[at-1]
		update(at, n == 0, singleSum(half), func() stream { return c.applySingle(by, z, scratch, t, even) })
	}
	return s
}
