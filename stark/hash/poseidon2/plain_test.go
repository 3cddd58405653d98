package poseidon2

import "github.com/ashlar-labs/ashlar/stark/field"

// plain is the permutation written as the paper states it: dense matrices over
// field elements, reduced after each operation.
type plain struct {
	initial, final [][]uint32
	partial        []uint32
	diagonal       []field.Element
}

func inv2(k uint64) field.Element { return field.New(1 << k).Inv() }

var plain16 = plain{
	initial: rows16(&initial16), final: rows16(&final16), partial: partial16[:],
	diagonal: []field.Element{
		field.New(2).Neg(), field.New(1), field.New(2), inv2(1), field.New(3), field.New(4), inv2(1).Neg(),
		field.New(3).Neg(), field.New(4).Neg(), inv2(8), inv2(3), inv2(24), inv2(8).Neg(), inv2(3).Neg(),
		inv2(4).Neg(), inv2(24).Neg(),
	},
}

var plain24 = plain{
	initial: rows24(&initial24), final: rows24(&final24), partial: partial24[:],
	diagonal: []field.Element{
		field.New(2).Neg(), field.New(1), field.New(2), inv2(1), field.New(3), field.New(4), inv2(1).Neg(),
		field.New(3).Neg(), field.New(4).Neg(), inv2(8), inv2(2), inv2(3), inv2(4), inv2(5), inv2(6), inv2(24),
		inv2(8).Neg(), inv2(3).Neg(), inv2(4).Neg(), inv2(5).Neg(), inv2(6).Neg(), inv2(7).Neg(), inv2(9).Neg(),
		inv2(24).Neg(),
	},
}

func rows16(c *[halfFull][16]uint32) (out [][]uint32) {
	for i := range c {
		out = append(out, c[i][:])
	}
	return out
}

func rows24(c *[halfFull][24]uint32) (out [][]uint32) {
	for i := range c {
		out = append(out, c[i][:])
	}
	return out
}

func (pl *plain) permute(s []field.Element) {
	external(s)
	for _, rc := range pl.initial {
		fullPlain(s, rc)
	}
	for _, rc := range pl.partial {
		s[0] = s[0].Add(field.New(uint64(rc))).Exp(3)
		var sum field.Element
		for _, e := range s {
			sum = sum.Add(e)
		}
		for i := range s {
			s[i] = s[i].Mul(pl.diagonal[i]).Add(sum)
		}
	}
	for _, rc := range pl.final {
		fullPlain(s, rc)
	}
}

func fullPlain(s []field.Element, rc []uint32) {
	for i := range s {
		s[i] = s[i].Add(field.New(uint64(rc[i]))).Exp(3)
	}
	external(s)
}

func external(s []field.Element) {
	m4 := [4][4]uint64{{2, 3, 1, 1}, {1, 2, 3, 1}, {1, 1, 2, 3}, {3, 1, 1, 2}}
	out := make([]field.Element, len(s))
	for i := range s {
		for j := range s {
			c := m4[i%4][j%4]
			if i/4 == j/4 {
				c *= 2
			}
			out[i] = out[i].Add(s[j].Mul(field.New(c)))
		}
	}
	copy(s, out)
}
