package merkle

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/hash/poseidon2"
	"github.com/ashlar-labs/ashlar/stark/hash/sponge"
)

// Verify accepts when the opening holds the committed rows at the indices, and returns
// an error wrapping ErrInvalidProof otherwise. Sizes have to fit exactly, every element
// has to be reduced, and every index has to be below 2^LogHeight.
func (s *Scheme) Verify(c Cap, indices []int, o *Opening) error {
	if err := s.checkSizes(c, len(indices), o); err != nil {
		return err
	}
	for q, index := range indices {
		if index < 0 || index >= 1<<s.logHeight {
			return fmt.Errorf("merkle: query %d: index %d is not below 2^%d: %w",
				q, index, s.logHeight, ErrInvalidProof)
		}
	}
	for first := 0; first < len(indices); first += lanes {
		block := min(lanes, len(indices)-first)
		var nodes [lanes]sponge.Digest
		if block >= fewLanes {
			s.climbLanes(o, indices, first, &nodes)
		} else {
			for l := range block {
				nodes[l] = s.climb(o, indices[first+l], first+l)
			}
		}
		for l, node := range nodes[:block] {
			if q := first + l; node != c[indices[q]>>s.depth] {
				return fmt.Errorf("merkle: query %d: path of index %d does not end in the cap: %w",
					q, indices[q], ErrInvalidProof)
			}
		}
	}
	return nil
}

func (s *Scheme) checkSizes(c Cap, queries int, o *Opening) error {
	switch {
	case queries < 1 || queries > maxQueries:
		return fmt.Errorf("merkle: %d queries, allowed are 1 to %d: %w", queries, maxQueries, ErrInvalidProof)
	case len(c) != s.CapLen():
		return fmt.Errorf("merkle: cap of %d digests, want %d: %w", len(c), s.CapLen(), ErrInvalidProof)
	case o == nil:
		return fmt.Errorf("merkle: no opening: %w", ErrInvalidProof)
	case len(o.Rows) != queries*s.rowLen:
		return fmt.Errorf("merkle: %d opened elements, want %d: %w",
			len(o.Rows), queries*s.rowLen, ErrInvalidProof)
	case len(o.Paths) != queries*s.depth:
		return fmt.Errorf("merkle: %d siblings, want %d: %w", len(o.Paths), queries*s.depth, ErrInvalidProof)
	}
	if i := firstUnreduced(o.Rows); i >= 0 {
		return fmt.Errorf("merkle: opened element %d: %w: %w", i, field.ErrNotCanonical, ErrInvalidProof)
	}
	for i := range o.Paths {
		if firstUnreduced(o.Paths[i][:]) >= 0 {
			return fmt.Errorf("merkle: sibling %d: %w: %w", i, field.ErrNotCanonical, ErrInvalidProof)
		}
	}
	return nil
}

// firstUnreduced guards against elements that were not made by a decoder: a word of p
// or more is a second representation of the same value.
func firstUnreduced(xs []field.Element) int {
	for i, x := range xs {
		if x >= field.Modulus {
			return i
		}
	}
	return -1
}

// climb computes the node of the cap above the leaf that a query opens.
func (s *Scheme) climb(o *Opening, index, query int) sponge.Digest {
	rows := o.Rows[query*s.rowLen : (query+1)*s.rowLen]
	path := o.Paths[query*s.depth : (query+1)*s.depth]
	node := s.hashGroup(rows, s.logHeight)
	for k := range path {
		left, right := &node, &path[k]
		if index>>k&1 == 1 {
			left, right = right, left
		}
		level := s.logHeight - 1 - k
		if s.widths[level] == 0 {
			node = join(left, right)
		} else {
			injected := s.hashGroup(rows, level)
			node = joinWithRow(left, right, &injected)
		}
	}
	return node
}

// hashGroup hashes the rows of the matrices of one height side by side.
func (s *Scheme) hashGroup(rows []field.Element, level int) sponge.Digest {
	h := sponge.NewRow(s.widths[level])
	for _, m := range s.groups[level] {
		h.Write(rows[s.spans[m].from:s.spans[m].to])
	}
	return h.Sum()
}

func join(left, right *sponge.Digest) sponge.Digest {
	var x [16]field.Element
	copy(x[:8], left[:])
	copy(x[8:], right[:])
	return poseidon2.Compress16(&x)
}

func joinWithRow(left, right, row *sponge.Digest) sponge.Digest {
	var x [24]field.Element
	copy(x[:8], left[:])
	copy(x[8:16], right[:])
	copy(x[16:], row[:])
	return poseidon2.Compress24(&x)
}
