//go:build !purego

package poseidon2

import "github.com/ashlar-labs/ashlar/stark/field"

// newWideRC lists the constants times 2^52 in the order of use:
//
//   - where a word enters, and behind every S-box of a full round: p, and what the external
//     matrix turns into the constants of the next round, so that adding them is free;
//   - after each partial round the constant of the next S-box, and 4p because it stands in
//     a difference;
//   - the constants of the first full round behind them, for all words but the first, with
//     a multiple of p where the word is held negated.
func newWideRC(width int, initial [][]uint32, partial []uint32, final [][]uint32, negated []int) []uint64 {
	var out []uint64
	before := func(row []uint32) {
		for _, c := range beforeExternal(width, row) {
			out = append(out, p+times52(c))
		}
	}
	for _, row := range initial {
		before(row)
	}
	before(partial[:1])
	for _, c := range partial[1:] {
		out = append(out, 4*p+times52(field.New(uint64(c))))
	}
	for i, c := range final[0] {
		out = append(out, times52(field.New(uint64(c))))
		if i == 0 {
			out[len(out)-1] += 4 * p
		}
	}
	for _, i := range negated {
		out[len(out)-width+i] += wideNegSum
	}
	for _, row := range final[1:] {
		before(row)
	}
	before(nil)
	return out
}

// beforeExternal returns the vector that circ(2 M4, M4, ..., M4) = (J + 1) x M4 maps to
// the row, which is filled up with zeros. The inverse of M4 is the circulant matrix of
// (-4, 3, -11, 17)/35; that of J + 1 on b blocks is 1 - J/(b+1).
func beforeExternal(width int, row []uint32) []field.Element {
	inv35 := field.New(35).Inv()
	coefficients := [4]field.Element{
		field.New(4).Neg().Mul(inv35), field.New(3).Mul(inv35),
		field.New(11).Neg().Mul(inv35), field.New(17).Mul(inv35),
	}
	out := make([]field.Element, width)
	var sums [4]field.Element
	for i := range out {
		for j := range 4 {
			if at := i&^3 + j; at < len(row) {
				c := coefficients[(j-i)&3]
				out[i] = out[i].Add(c.Mul(field.New(uint64(row[at]))))
			}
		}
		sums[i&3] = sums[i&3].Add(out[i])
	}
	share := field.New(uint64(width/4 + 1)).Inv()
	for i := range out {
		out[i] = out[i].Sub(sums[i&3].Mul(share))
	}
	return out
}

// times52 returns the canonical form of c*2^52.
func times52(c field.Element) uint64 { return timesPower(c, 52) }

// timesPower returns the canonical form of c*2^k.
func timesPower(c field.Element, k uint64) uint64 {
	return uint64(c.Mul(field.New(powerOfTwo(k))).Uint32())
}

func rows[A [16]uint32 | [24]uint32](m *[halfFull]A) (out [][]uint32) {
	for i := range m {
		switch row := any(&m[i]).(type) {
		case *[16]uint32:
			out = append(out, row[:])
		case *[24]uint32:
			out = append(out, row[:])
		}
	}
	return out
}
