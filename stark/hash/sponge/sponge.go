// Package sponge hashes rows of field elements of a known width to digests.
//
// In: a row, or a set of columns and a range of rows. Out: a [Digest] of eight elements
// per row. The function is an overwrite-mode sponge over the width-24 Poseidon2
// permutation P with rate 16 and capacity 8:
//
//	state    = (0^16, RowDomain, width, 0^6)
//	per block: state[0..16] = the next 16 elements, zeros behind the last; state = P(state)
//	digest   = state[0..8]
//
// Security: with P random, collisions cost about 2^124 calls, the birthday bound of the
// capacity of eight elements (Bertoni et al., Duplexing the Sponge, 2011, section on
// overwriting). The zeros behind the last element are no ambiguity because the width is
// in the capacity from the start: rows of two widths are hashed by separate functions.
// Other users of P24 with a capacity start from another domain element.
//
// An empty row is one zero block with width 0. Elements are expected in [0, p); that is
// not checked here. Widths are below p. Nothing is allocated.
package sponge

import (
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/hash/poseidon2"
)

const (
	// Width is the length of the state, Rate the part of it that carries input and
	// Capacity the rest.
	Width    = 24
	Rate     = 16
	Capacity = Width - Rate

	// TranscriptDomain and RowDomain are the first capacity elements of the two
	// sponges of this project, so that no state of one begins a run of the other.
	TranscriptDomain = 1
	RowDomain        = 2
)

// Digest is a hash value: eight elements, 248 bits.
type Digest [poseidon2.DigestLen]field.Element

// DigestBytes is the length of the wire form of a digest.
const DigestBytes = poseidon2.DigestLen * field.Bytes

// rowBlock is the number of rows hashed together: 16 words are also one cache line of
// every column.
const rowBlock = poseidon2.Lanes

// HashRow hashes one row.
func HashRow(row []field.Element) Digest {
	h := NewRow(len(row))
	h.Write(row)
	return h.Sum()
}

// Row hashes one row that arrives in pieces. The width is fixed when it is made.
type Row struct {
	state [Width]field.Element
	fill  int
	width int
	done  int // elements written
}

// NewRow starts the hash of a row of the given width.
func NewRow(width int) Row {
	return Row{state: initial(width), width: width}
}

// Write appends elements. What exceeds the width is not hashed and spoils the sum.
func (r *Row) Write(xs []field.Element) {
	r.done += len(xs)
	for len(xs) > 0 {
		if r.fill == Rate {
			poseidon2.Permute24(&r.state)
			r.fill = 0
		}
		n := copy(r.state[r.fill:Rate], xs)
		r.fill += n
		xs = xs[n:]
	}
}

// Full reports whether exactly the declared width was written; Sum means nothing before.
func (r *Row) Full() bool { return r.done == r.width }

// Sum ends the row and returns its digest.
func (r *Row) Sum() (d Digest) {
	clear(r.state[r.fill:Rate])
	poseidon2.Permute24(&r.state)
	copy(d[:], r.state[:])
	return d
}

// HashColumns hashes the rows first, first+1, ... of the matrix with these columns
// into dst, one row per element of dst. Every column reaches to first+len(dst).
func HashColumns(dst []Digest, columns [][]field.Element, first int) {
	for ; len(dst) >= rowBlock; first += rowBlock {
		hashBlock((*[rowBlock]Digest)(dst), columns, first)
		dst = dst[rowBlock:]
	}
	for i := range dst {
		r := NewRow(len(columns))
		for _, column := range columns {
			r.Write(column[first+i : first+i+1])
		}
		dst[i] = r.Sum()
	}
}

// hashBlock hashes rowBlock rows, whose states lie word by word.
func hashBlock(dst *[rowBlock]Digest, columns [][]field.Element, first int) {
	var state [Width][rowBlock]field.Element
	start := initial(len(columns))
	for j := Rate; j < Width; j++ {
		for i := range state[j] {
			state[j][i] = start[j]
		}
	}
	for done := 0; done == 0 || done < len(columns); done += Rate {
		block := columns[done:min(done+Rate, len(columns))]
		for j, column := range block {
			state[j] = [rowBlock]field.Element(column[first : first+rowBlock])
		}
		clear(state[len(block):Rate])
		poseidon2.PermuteLanes24(&state)
	}
	for j := range dst[0] {
		for i := range dst {
			dst[i][j] = state[j][i]
		}
	}
}

func initial(width int) (s [Width]field.Element) {
	s[Rate] = field.New(RowDomain)
	s[Rate+1] = field.New(uint64(width))
	return s
}
