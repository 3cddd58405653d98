package sponge

import (
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/hash/poseidon2"
)

// RowLanes is the number of rows that [Rows] hashes at once.
const RowLanes = rowBlock

// Rows is Row for RowLanes rows of one width, which arrive in pieces of one length.
type Rows struct {
	state [Width][RowLanes]field.Element
	fill  int
}

// NewRows starts the hashes of rows of the given width.
func NewRows(width int) (r Rows) {
	start := initial(width)
	for j := Rate; j < Width; j++ {
		for l := range r.state[j] {
			r.state[j][l] = start[j]
		}
	}
	return r
}

// Write appends pieces of one length, one to each row. All pieces of a row together have
// to have its width.
func (r *Rows) Write(pieces *[RowLanes][]field.Element) {
	for done, n := 0, len(pieces[0]); done < n; {
		if r.fill == Rate {
			poseidon2.PermuteLanes24(&r.state)
			r.fill = 0
		}
		part := min(Rate-r.fill, n-done)
		for l := range pieces {
			for j, x := range pieces[l][done : done+part] {
				r.state[r.fill+j][l] = x
			}
		}
		r.fill += part
		done += part
	}
}

// Sum ends the rows and writes their digests.
func (r *Rows) Sum(dst *[RowLanes]Digest) {
	clear(r.state[r.fill:Rate])
	poseidon2.PermuteLanes24(&r.state)
	for l := range dst {
		for j := range dst[l] {
			dst[l][j] = r.state[j][l]
		}
	}
}
