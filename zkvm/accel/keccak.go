package accel

import "math/bits"

// KeccakAbsorb adds a block of the rate of Keccak-256 (136 bytes) to the first
// seventeen lanes and applies Keccak-f[1600]. Lane (x, y) is state[x+5y].
func KeccakAbsorb(state *[25]uint64, block *[17]uint64) {
	for i, w := range block {
		state[i] ^= w
	}
	keccakF(state)
}

var roundConstants = [24]uint64{
	0x0000000000000001, 0x0000000000008082, 0x800000000000808a, 0x8000000080008000, 0x000000000000808b,
	0x0000000080000001, 0x8000000080008081, 0x8000000000008009, 0x000000000000008a, 0x0000000000000088,
	0x0000000080008009, 0x000000008000000a, 0x000000008000808b, 0x800000000000008b, 0x8000000000008089,
	0x8000000000008003, 0x8000000000008002, 0x8000000000000080, 0x000000000000800a, 0x800000008000000a,
	0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008,
}

// rhoPi walks the single cycle that pi makes of the lanes other than (0, 0): the
// lane at each step is rotated by the amount and moves to the lane of the next.
var rhoPi = [24]struct{ to, by int }{
	{10, 1}, {7, 3}, {11, 6}, {17, 10}, {18, 15}, {3, 21}, {5, 28}, {16, 36}, {8, 45}, {21, 55}, {24, 2}, {4, 14},
	{15, 27}, {23, 41}, {19, 56}, {13, 8}, {12, 25}, {2, 43}, {20, 62}, {14, 18}, {22, 39}, {9, 61}, {6, 20}, {1, 44},
}

func keccakF(a *[25]uint64) {
	for _, rc := range roundConstants {
		var c [5]uint64
		for x := range 5 {
			c[x] = a[x] ^ a[x+5] ^ a[x+10] ^ a[x+15] ^ a[x+20]
		}
		for x := range 5 {
			d := c[(x+4)%5] ^ bits.RotateLeft64(c[(x+1)%5], 1)
			for y := 0; y < 25; y += 5 {
				a[x+y] ^= d
			}
		}
		moving := a[1]
		for _, s := range &rhoPi {
			a[s.to], moving = bits.RotateLeft64(moving, s.by), a[s.to]
		}
		for y := 0; y < 25; y += 5 {
			b := [5]uint64(a[y : y+5])
			for x := range 5 {
				a[x+y] = b[x] ^ ^b[(x+1)%5]&b[(x+2)%5]
			}
		}
		a[0] ^= rc
	}
}
