package merkle

import (
	"errors"
	"math/rand/v2"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field"
)

// Any number of queries gives the verdict of each alone: blocks, the repeated last query
// and the few at the end hide nothing.
func TestManyQueries(t *testing.T) {
	rng := rand.New(rand.NewPCG(21, 21))
	for _, queries := range []int{1, 3, 4, 15, 16, 17, 20, 35} {
		indices := make([]int, queries)
		for q := range indices {
			indices[q] = rng.IntN(64)
		}
		s, tree, o := commit(t, mixed, indices)
		if err := s.Verify(tree.Cap(), indices, o); err != nil {
			t.Fatalf("%d queries: %v", queries, err)
		}
		for q := range indices {
			row, path := &o.Rows[q*s.rowLen+rng.IntN(s.rowLen)], &o.Paths[q*s.depth+rng.IntN(s.depth)]
			for _, x := range []*field.Element{row, &path[rng.IntN(8)]} {
				old := *x
				*x = old.Add(field.One)
				if err := s.Verify(tree.Cap(), indices, o); !errors.Is(err, ErrInvalidProof) {
					t.Errorf("%d queries: change at query %d: %v", queries, q, err)
				}
				*x = old
			}
			indices[q] ^= 1
			if err := s.Verify(tree.Cap(), indices, o); !errors.Is(err, ErrInvalidProof) {
				t.Errorf("%d queries: other index at query %d: %v", queries, q, err)
			}
			indices[q] ^= 1
		}
	}
}
