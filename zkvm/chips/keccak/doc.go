// Package keccak proves the accelerator KECCAK_ABSORB: state = keccak-f(state xor block).
//
// keccakf has one row per round, 24 rows per permutation; keccak has one row per call. They
// meet on a local lookup bus with tuples (id, part, 50 limbs): parts 0 and 1 are the two
// halves of the state before the permutation, 2 and 3 after it, and id is the time of the
// call. A permutation is supplied once or not at all, all four parts or none, so a call
// finds its input and its output in one permutation: no other call has its id.
//
// In: record.Call of the accelerator. A lane is four u16 limbs; lane l = x + 5y as in
// FIPS 202 section 3.1.2, and in memory cell l of the state.
//
// Reference: FIPS 202, section 3.2 (theta, rho, pi, chi, iota).
package keccak

import "github.com/ashlar-labs/ashlar/stark/air"
import "github.com/ashlar-labs/ashlar/zkvm/bus"

const (
	lanes  = 25
	limbs  = 4
	rounds = 24
	half   = lanes * limbs / 2 // limbs in one tuple
)

// stateBus joins calls and permutations: (id, part, 50 limbs).
var stateBus = air.Bus{ID: bus.FirstKeccak, Name: "KECCAK", Kind: air.Lookup, Width: 2 + half}

// rotation is the offset of rho for lane l = x + 5y.
var rotation = [lanes]int{
	0, 1, 62, 28, 27,
	36, 44, 6, 55, 20,
	3, 10, 43, 25, 39,
	41, 45, 15, 21, 8,
	18, 2, 61, 56, 14,
}

// source is, for lane l of B, the lane of A' that pi moves there: B[y, 2x+3y] = A'[x, y].
var source = func() (out [lanes]int) {
	for x := range 5 {
		for y := range 5 {
			out[y+5*((2*x+3*y)%5)] = x + 5*y
		}
	}
	return out
}()

// iotaBits are the bit positions that round constants use.
var iotaBits = [7]int{0, 1, 3, 7, 15, 31, 63}

// roundConstants are those of FIPS 202 section 3.2.5, from its linear feedback register.
var roundConstants = func() (out [rounds]uint64) {
	state := uint(1)
	for r := range out {
		for _, bit := range iotaBits {
			if state&1 == 1 {
				out[r] |= 1 << bit
			}
			state <<= 1
			if state&0x100 != 0 {
				state ^= 0x171
			}
		}
	}
	return out
}()
