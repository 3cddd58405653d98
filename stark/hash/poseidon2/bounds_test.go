package poseidon2

import (
	"math/big"
	"testing"
)

// The bounds of arith.go, checked by running the schedule of the permutation on the
// largest magnitude that each word can have.

type bounds struct {
	t       *testing.T
	largest *big.Int
}

func pow2(k uint) *big.Int { return new(big.Int).Lsh(big.NewInt(1), k) }

func sum(xs ...*big.Int) *big.Int {
	s := new(big.Int)
	for _, x := range xs {
		s.Add(s, x)
	}
	return s
}

func times(c int64, x *big.Int) *big.Int { return new(big.Int).Mul(big.NewInt(c), x) }

// word checks that a sum fits into a word of the state.
func (b *bounds) word(x *big.Int) *big.Int {
	if x.Cmp(pow2(38)) > 0 {
		b.t.Fatalf("a word reaches %v bits", x.BitLen())
	}
	if x.Cmp(b.largest) > 0 {
		b.largest = x
	}
	return x
}

// fold: x = h*2^31 + low with |low| <= 2^30, and the result is low + h*(2^24-1).
func (b *bounds) fold(x *big.Int) *big.Int {
	h := new(big.Int).Rsh(sum(b.word(x), pow2(30)), 31)
	return sum(pow2(30), new(big.Int).Mul(h, sum(pow2(24), big.NewInt(-1))))
}

// mont: between x/2^32 - p and x/2^32; x itself must fit 63 bits.
func (b *bounds) mont(x *big.Int) *big.Int {
	if x.Cmp(pow2(63)) >= 0 {
		b.t.Fatalf("a product reaches %v bits", x.BitLen())
	}
	return sum(new(big.Int).Rsh(x, 32), big.NewInt(p+1))
}

func (b *bounds) sbox(x *big.Int) *big.Int {
	if x.Cmp(times(80, pow2(31))) > 0 {
		b.t.Fatalf("an S-box input reaches %v bits", x.BitLen())
	}
	z := b.fold(sum(x, big.NewInt(p-1)))
	// A square is not negative, so its upper bound is not moved by p.
	square := new(big.Int).Rsh(new(big.Int).Mul(z, z), 32)
	if square.Cmp(big.NewInt(p)) < 0 {
		square = big.NewInt(p)
	}
	return b.mont(new(big.Int).Mul(square, z))
}

func (b *bounds) divPow2(x *big.Int, k uint) *big.Int {
	return sum(new(big.Int).Rsh(x, k), pow2(31), big.NewInt(1))
}

// schedule runs the permutation on bounds; shifts are the exponents of the words that are
// divided, by position from 9 on, and 3 and 6 are halved.
func (b *bounds) schedule(width, partials int, shifts []uint) *big.Int {
	weight := int64(7 * (width/4 + 1))
	s := make([]*big.Int, width)
	full := func(x *big.Int) *big.Int { return b.word(times(weight, b.sbox(x))) }
	top := b.word(times(weight, big.NewInt(p-1)))
	for range halfFull {
		top = full(top)
	}
	for i := range s {
		s[i] = b.fold(top)
	}
	for r := range partials {
		s[0] = b.sbox(s[0])
		total := b.fold(sum(s...))
		s[0] = b.word(sum(total, times(2, s[0])))
		for i, c := range []int64{1: 1, 2: 2, 4: 3, 5: 4, 7: 3, 8: 4} {
			if c != 0 {
				s[i] = b.word(sum(total, times(c, s[i])))
			}
		}
		s[3], s[6] = b.word(sum(total, b.divPow2(s[3], 1))), b.word(sum(total, b.divPow2(s[6], 1)))
		for i, k := range shifts {
			s[9+i] = b.word(sum(total, b.divPow2(s[9+i], k)))
		}
		if r&1 == 1 {
			for _, i := range []int{1, 2, 4, 5, 7, 8} {
				s[i] = b.fold(s[i])
			}
		}
	}
	top = new(big.Int)
	for _, x := range s {
		if x.Cmp(top) > 0 {
			top = x
		}
	}
	for range halfFull {
		top = full(top)
	}
	return top
}

func TestBounds(t *testing.T) {
	b := &bounds{t: t, largest: new(big.Int)}
	for _, out := range []*big.Int{
		b.schedule(16, partialRounds16, []uint{8, 3, 24, 8, 3, 4, 24}),
		b.schedule(24, partialRounds24, []uint{8, 2, 3, 4, 5, 6, 24, 8, 3, 4, 5, 6, 7, 9, 24}),
	} {
		// finish folds and then corrects a value above -2p and below 2p.
		if last := b.fold(out); last.Cmp(times(2, big.NewInt(p))) >= 0 {
			t.Fatalf("an output folds to %v bits only", last.BitLen())
		}
	}
	t.Logf("largest word: %d bits", b.largest.BitLen())
}
