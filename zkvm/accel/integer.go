package accel

import (
	"math/big"
	"math/bits"
)

// MulMod is x·y mod m. A quotient that is not below 2^256 is refused, as the tables hold
// none; it is below when x or y is below m.
func MulMod(x, y, m *[4]uint64) (out [4]uint64, why Refusal) {
	if *m == [4]uint64{} {
		return out, ZeroModulus
	}
	t := product(x, y)
	// The product divided by m reaches 2^256 exactly when its upper half reaches m.
	if !less((*[4]uint64)(t[4:]), m) {
		return out, LargeQuotient
	}
	r := toBig(t[:])
	return fromBig(r.Rem(r, toBig(m[:]))), OK
}

// DivMod is x = q·m + r with r < m.
func DivMod(x, m *[4]uint64) (q, r [4]uint64, why Refusal) {
	if *m == [4]uint64{} {
		return q, r, ZeroModulus
	}
	bq, br := new(big.Int).QuoRem(toBig(x[:]), toBig(m[:]), new(big.Int))
	return fromBig(bq), fromBig(br), OK
}

// InvMod is the out below m with out·y = 1 mod m.
func InvMod(y, m *[4]uint64) (out [4]uint64, why Refusal) {
	if m[0] < 2 && m[1]|m[2]|m[3] == 0 {
		return out, SmallModulus
	}
	bm := toBig(m[:])
	inv := new(big.Int).ModInverse(toBig(y[:]), bm)
	if inv == nil {
		return out, NotInvertible
	}
	return fromBig(inv), OK
}

// product is x·y, eight words.
func product(x, y *[4]uint64) (t [8]uint64) {
	for i, xi := range x {
		var carry uint64
		for j, yj := range y {
			hi, lo := bits.Mul64(xi, yj)
			var c uint64
			lo, c = bits.Add64(lo, t[i+j], 0)
			hi += c
			t[i+j], c = bits.Add64(lo, carry, 0)
			carry = hi + c
		}
		t[i+4] = carry
	}
	return t
}

func toBig(words []uint64) *big.Int {
	out := make([]big.Word, 0, 2*len(words))
	for _, w := range words {
		out = append(out, big.Word(w))
		if bits.UintSize == 32 {
			out = append(out, big.Word(w>>32))
		}
	}
	return new(big.Int).SetBits(out)
}

// fromBig is the value of 0 <= v < 2^256.
func fromBig(v *big.Int) (out [4]uint64) {
	const perWord = 64 / bits.UintSize
	for i, w := range v.Bits() {
		out[i/perWord] |= uint64(w) << (i % perWord * bits.UintSize % 64)
	}
	return out
}
