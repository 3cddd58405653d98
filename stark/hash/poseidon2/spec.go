package poseidon2

import "github.com/ashlar-labs/ashlar/stark/field"

// Spec is an instance as data, for those who have to repeat the permutation in another
// way, as constraints or in a circuit. With M the external and N = J + diag(Diagonal) the
// internal matrix, the permutation is: M; for each row of Initial add it, cube all words,
// M; for each word of Partial add it to word 0, cube word 0, N; for each row of Final add
// it, cube all words, M. M = circ(2 M4, M4, ..., M4) with M4 = circ(2, 3, 1, 1).
type Spec struct {
	Width          int
	Initial, Final [][]field.Element
	Partial        []field.Element
	Diagonal       []field.Element
}

// Spec16 and Spec24 return fresh copies.
func Spec16() Spec {
	return Spec{16, elements16(&initial16), elements16(&final16), elements(partial16[:]), diagonal(
		[]int{3, 9, 10, 11, 6, 12, 13, 14, 15}, []int{1, 8, 3, 24, -1, -8, -3, -4, -24}, 16)}
}

// Spec24 is the instance of width 24.
func Spec24() Spec {
	return Spec{24, elements24(&initial24), elements24(&final24), elements(partial24[:]), diagonal(
		[]int{3, 9, 10, 11, 12, 13, 14, 15, 6, 16, 17, 18, 19, 20, 21, 22, 23},
		[]int{1, 8, 2, 3, 4, 5, 6, 24, -1, -8, -3, -4, -5, -6, -7, -9, -24}, 24)}
}

// diagonal is -2, 1, 2, _, 3, 4, _, -3, -4, ... with 2^-k, or -2^-k for negative k, at the
// places given.
func diagonal(places, powers []int, width int) []field.Element {
	out := make([]field.Element, width)
	small := map[int]int{0: -2, 1: 1, 2: 2, 4: 3, 5: 4, 7: -3, 8: -4}
	for i, v := range small {
		out[i] = field.New(uint64(max(v, -v)))
		if v < 0 {
			out[i] = out[i].Neg()
		}
	}
	for j, i := range places {
		k := powers[j]
		out[i] = field.New(1 << max(k, -k)).Inv()
		if k < 0 {
			out[i] = out[i].Neg()
		}
	}
	return out
}

func elements(c []uint32) []field.Element {
	out := make([]field.Element, len(c))
	for i, v := range c {
		out[i] = field.New(uint64(v))
	}
	return out
}

func elements16(c *[halfFull][16]uint32) (out [][]field.Element) {
	for i := range c {
		out = append(out, elements(c[i][:]))
	}
	return out
}

func elements24(c *[halfFull][24]uint32) (out [][]field.Element) {
	for i := range c {
		out = append(out, elements(c[i][:]))
	}
	return out
}
