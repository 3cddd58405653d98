package sponge

import (
	"math/rand/v2"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field"
)

func TestRowsAgreeWithDefinition(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 7))
	for _, width := range []int{0, 1, 15, 16, 17, 32, 33, 70} {
		var rows, rest [RowLanes][]field.Element
		for l := range rows {
			rows[l] = randomRow(rng, width)
			rest[l] = rows[l]
		}
		h := NewRows(width)
		for len(rest[0]) > 0 {
			n := 1 + rng.IntN(len(rest[0]))
			var pieces [RowLanes][]field.Element
			for l := range rest {
				pieces[l], rest[l] = rest[l][:n], rest[l][n:]
			}
			h.Write(&pieces)
		}
		var got [RowLanes]Digest
		h.Sum(&got)
		for l := range got {
			if got[l] != plainHash(rows[l]) {
				t.Fatalf("width %d: row %d has another hash", width, l)
			}
		}
	}
}
