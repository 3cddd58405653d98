//go:build !(ashlar_guest && riscv64)

package accel

import "math/bits"

// KeccakF1600 applies the permutation Keccak-f[1600]: lane (x, y) is state[x+5y].
func KeccakF1600(state *[25]uint64) {
	lfsr := byte(1) // of the round constants
	for range 24 {
		theta(state)
		rhoPi(state)
		for y := 0; y < 25; y += 5 {
			row := [5]uint64(state[y:])
			for x := range row {
				state[y+x] = row[x] ^ row[(x+2)%5]&^row[(x+1)%5]
			}
		}
		for j := range 7 { // iota: bits 0, 1, 3, 7, ... 63
			state[0] ^= uint64(lfsr&1) << (1<<j - 1)
			carry := lfsr >> 7
			lfsr = lfsr<<1 ^ carry*0x71
		}
	}
}

func theta(state *[25]uint64) {
	var parity [5]uint64
	for i, w := range state {
		parity[i%5] ^= w
	}
	for i := range state {
		state[i] ^= parity[(i+4)%5] ^ bits.RotateLeft64(parity[(i+1)%5], 1)
	}
}

// rhoPi rotates the lane at step t of the walk (x, y) -> (y, 2x+3y) by the triangular
// number of t+1 and moves it one step on.
func rhoPi(state *[25]uint64) {
	x, y, moving := 1, 0, state[1]
	for t := range 24 {
		x, y = y, (2*x+3*y)%5
		moving, state[x+5*y] = state[x+5*y], bits.RotateLeft64(moving, (t+1)*(t+2)/2)
	}
}
