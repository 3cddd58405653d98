package keccak

import (
	"math/bits"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/record"
)

// width is the number of main columns of keccakf.
const width = 2 + 2*lanes*limbs + 2*5*64 + lanes*64 + 7

// fixedPermutation returns first, last, link and the bits of the round constants. Rows
// behind the last whole permutation have none.
func fixedPermutation(log int) [][]field.Element {
	n := 1 << log
	out := make([][]field.Element, 3+len(iotaBits))
	for i := range out {
		out[i] = make([]field.Element, n)
	}
	for row := range n / rounds * rounds {
		r := row % rounds
		switch r {
		case 0:
			out[0][row] = field.One
		case rounds - 1:
			out[1][row] = field.One
		}
		if r != rounds-1 {
			out[2][row] = field.One
		}
		for i, pos := range iotaBits {
			out[3+i][row] = field.Element(roundConstants[r] >> pos & 1 * uint64(field.One))
		}
	}
	return out
}

// fillPermutation writes one permutation per call, then permutations of zero that are
// supplied to nobody.
func fillPermutation(seg *record.Segment, main [][]field.Element) {
	calls := seg.Calls[abi.EcallKeccakAbsorb]
	n := len(main[0])
	row := make([]field.Element, width)
	for at := 0; at < n; at += rounds {
		var state [lanes]uint64
		id, times := field.Element(0), field.Element(0)
		if i := at / rounds; i < len(calls) {
			state = input(&calls[i])
			id, times = field.New(uint64(calls[i].Time)), field.One
		}
		for r := range min(rounds, n-at) {
			constant := roundConstants[r]
			if at+rounds > n {
				constant = 0 // behind the last whole permutation; rows stand alone
			}
			row[0], row[1] = times, id
			state = fillRound(row[2:], state, constant)
			for c := range row {
				main[c][at+r] = row[c]
			}
		}
	}
}

// fillRound writes the columns after times and id and returns the round's output.
func fillRound(row []field.Element, in [lanes]uint64, constant uint64) [lanes]uint64 {
	var parity, theta [5]uint64
	for x := range 5 {
		parity[x] = in[x] ^ in[x+5] ^ in[x+10] ^ in[x+15] ^ in[x+20]
	}
	var state [lanes]uint64
	for x := range 5 {
		d := parity[(x+4)%5] ^ bits.RotateLeft64(parity[(x+1)%5], 1)
		theta[x] = parity[x] ^ d
		for l := x; l < lanes; l += 5 {
			state[l] = in[l] ^ d
		}
	}
	out := chiOf(&state)
	row = writeLimbs(row, &in)
	row = writeBits(row, parity[:])
	row = writeBits(row, theta[:])
	row = writeBits(row, state[:])
	for i, pos := range iotaBits {
		row[i] = bit(out[0], pos)
	}
	out[0] ^= constant
	writeLimbs(row[len(iotaBits):], &out)
	return out
}

// chiOf is rho, pi and chi.
func chiOf(state *[lanes]uint64) (out [lanes]uint64) {
	var moved [lanes]uint64
	for l := range moved {
		moved[l] = bits.RotateLeft64(state[source[l]], rotation[source[l]])
	}
	for l := range out {
		x, y := l%5, l-l%5
		out[l] = moved[l] ^ ^moved[y+(x+1)%5]&moved[y+(x+2)%5]
	}
	return out
}

func bit(v uint64, pos int) field.Element { return field.Element(v >> pos & 1 * uint64(field.One)) }

func writeBits(row []field.Element, words []uint64) []field.Element {
	for _, w := range words {
		for z := range 64 {
			row[z] = bit(w, z)
		}
		row = row[64:]
	}
	return row
}

func writeLimbs(row []field.Element, words *[lanes]uint64) []field.Element {
	for _, w := range words {
		for k := range limbs {
			row[k] = field.New(w >> (16 * k) & 0xffff)
		}
		row = row[limbs:]
	}
	return row
}

// input is the state that a call permutes. The accesses after a7, a0 and a1 are the block,
// then the state.
func input(c *record.Call) (state [lanes]uint64) {
	for l := range state {
		state[l] = c.Accesses[3+blockLanes+l].Old
		if l < blockLanes {
			state[l] ^= c.Accesses[3+l].Value
		}
	}
	return state
}

// blockLanes is the rate of Keccak-256 in lanes.
const blockLanes = 17
