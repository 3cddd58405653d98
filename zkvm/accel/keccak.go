package accel

import "math/bits"

// KeccakAbsorb adds a block of the rate of Keccak-256 (136 bytes) to the first
// seventeen lanes and applies Keccak-f[1600]. Lane (x, y) is state[x+5y].
func KeccakAbsorb(state *[25]uint64, block *[17]uint64) {
	for i, w := range block {
		state[i] ^= w
	}
	for _, rc := range roundConstants {
		keccakRound(state, rc)
	}
}

var roundConstants = [24]uint64{
	0x0000000000000001, 0x0000000000008082, 0x800000000000808a, 0x8000000080008000, 0x000000000000808b,
	0x0000000080000001, 0x8000000080008081, 0x8000000000008009, 0x000000000000008a, 0x0000000000000088,
	0x0000000080008009, 0x000000008000000a, 0x000000008000808b, 0x800000000000008b, 0x8000000000008089,
	0x8000000000008003, 0x8000000000008002, 0x8000000000000080, 0x000000000000800a, 0x800000008000000a,
	0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008,
}

// keccakRound is one round: theta as five words added to the columns; rho and pi as the
// places and amounts of each row of chi.
func keccakRound(a *[25]uint64, rc uint64) {
	c0 := a[0] ^ a[5] ^ a[10] ^ a[15] ^ a[20]
	c1 := a[1] ^ a[6] ^ a[11] ^ a[16] ^ a[21]
	c2 := a[2] ^ a[7] ^ a[12] ^ a[17] ^ a[22]
	c3 := a[3] ^ a[8] ^ a[13] ^ a[18] ^ a[23]
	c4 := a[4] ^ a[9] ^ a[14] ^ a[19] ^ a[24]
	d0 := c4 ^ bits.RotateLeft64(c1, 1)
	d1 := c0 ^ bits.RotateLeft64(c2, 1)
	d2 := c1 ^ bits.RotateLeft64(c3, 1)
	d3 := c2 ^ bits.RotateLeft64(c4, 1)
	d4 := c3 ^ bits.RotateLeft64(c0, 1)
	rot := bits.RotateLeft64
	b := *a
	chi((*[5]uint64)(a[0:]), b[0]^d0, rot(b[6]^d1, 44), rot(b[12]^d2, 43), rot(b[18]^d3, 21), rot(b[24]^d4, 14))
	chi((*[5]uint64)(a[5:]), rot(b[3]^d3, 28), rot(b[9]^d4, 20), rot(b[10]^d0, 3), rot(b[16]^d1, 45), rot(b[22]^d2, 61))
	chi((*[5]uint64)(a[10:]), rot(b[1]^d1, 1), rot(b[7]^d2, 6), rot(b[13]^d3, 25), rot(b[19]^d4, 8), rot(b[20]^d0, 18))
	chi((*[5]uint64)(a[15:]), rot(b[4]^d4, 27), rot(b[5]^d0, 36), rot(b[11]^d1, 10), rot(b[17]^d2, 15), rot(b[23]^d3, 56))
	chi((*[5]uint64)(a[20:]), rot(b[2]^d2, 62), rot(b[8]^d3, 55), rot(b[14]^d4, 39), rot(b[15]^d0, 41), rot(b[21]^d1, 2))
	a[0] ^= rc
}

// chi stores a row.
func chi(row *[5]uint64, b0, b1, b2, b3, b4 uint64) {
	row[0] = b0 ^ ^b1&b2
	row[1] = b1 ^ ^b2&b3
	row[2] = b2 ^ ^b3&b4
	row[3] = b3 ^ ^b4&b0
	row[4] = b4 ^ ^b0&b1
}
