package merkle

import (
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/hash/poseidon2"
	"github.com/ashlar-labs/ashlar/stark/hash/sponge"
)

// lanes is the number of queries that are climbed together. Fewer than fewLanes are
// climbed one by one, which costs less than idle lanes.
const (
	lanes    = poseidon2.Lanes
	fewLanes = 4
)

// climbLanes is climb for the queries from first on, as many as there are lanes. Behind the
// last query it is repeated.
func (s *Scheme) climbLanes(o *Opening, indices []int, first int, nodes *[lanes]sponge.Digest) {
	var queries [lanes]int
	for l := range queries {
		queries[l] = min(first+l, len(indices)-1)
	}
	s.hashLanes(o, &queries, s.logHeight, nodes)
	var children [2 * lanes]sponge.Digest
	for k := range s.depth {
		for l, q := range queries {
			side := indices[q] >> k & 1
			children[2*l+side] = nodes[l]
			children[2*l+1-side] = o.Paths[q*s.depth+k]
		}
		level := s.logHeight - 1 - k
		if s.widths[level] == 0 {
			joinLanes(nodes, &children)
			continue
		}
		s.hashLanes(o, &queries, level, nodes)
		joinLanesWithRows(nodes, &children)
	}
}

// hashLanes is hashGroup for the rows of several queries.
func (s *Scheme) hashLanes(o *Opening, queries *[lanes]int, level int, digests *[lanes]sponge.Digest) {
	h := sponge.NewRows(s.widths[level])
	var pieces [lanes][]field.Element
	for _, m := range s.groups[level] {
		for l, q := range queries {
			pieces[l] = o.Rows[q*s.rowLen+s.spans[m].from : q*s.rowLen+s.spans[m].to]
		}
		h.Write(&pieces)
	}
	h.Sum(digests)
}
