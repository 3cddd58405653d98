// Package merkle commits to several matrices of field elements at once, of different
// heights, and opens rows of them.
//
// In: a [Shape], which both sides know before any proof exists, and on the prover's side
// the matrices as columns. Out: a [Cap] (the commitment), an [Opening] for a list of
// indices, and a verdict. Nothing about sizes is ever read from a proof: row widths,
// depths, the cap and the number of queries come from the shape and the caller, so an
// encoded cap or opening has exactly one length.
//
// # Tree
//
// Heights are powers of two; H is the tallest. Row i of the tallest matrices, side by side
// in the order of the shape, is hashed by the width-24 sponge and is leaf i. Above:
//
//	node(l, i) = Compress16(left, right)                   no matrix has height 2^l
//	node(l, i) = Compress24(left, right, HashRow(row i))   matrices of height 2^l, side by side
//
// with left, right = node(l+1, 2i), node(l+1, 2i+1). The cap is the layer of 2^CapLog
// nodes. An index is a row of the tallest matrix; it opens row index >> (H - h) of
// a matrix of height 2^h, which is the wanted row when codewords are in bit-reversed order.
//
// # Security
//
// An opening fixes, by the shape alone, which function is called on which input length at
// every step. Take two accepted openings of one cap, shape and index that differ, and
// walk down from the cap: at the first step with equal outputs and different inputs there
// is a collision of that one function. So the commitment binds as long as HashRow at
// each width of the shape, Compress16 and Compress24 each are collision resistant, about
// 2^124 calls each for random permutations. A leaf cannot be taken for a node, nor an
// injected row for a child, because the position decides what is read there; the digests
// of different functions never compete for one position. The cap does not name its
// shape: the shape belongs to the key, which the transcript absorbs first.
//
// # Wire form
//
// A cap is its digests, an opening for each index the rows in the order of the shape and
// then the siblings from the leaf upwards; elements are four big-endian bytes, canonical.
// Equal subtrees of several indices are repeated, so that a circuit sees one form.
//
// The verifier allocates nothing and does not panic. Rejections wrap [ErrInvalidProof]
// and say where. What the rows mean, and that indices come from the transcript after the
// cap was absorbed, is not this package's business.
package merkle

import (
	"errors"
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/hash/sponge"
)

const (
	maxLogHeight = 26
	maxMatrices  = 1 << 10
	maxWidth     = 1 << 16 // of all rows together
	maxQueries   = 1 << 10
)

// ErrInvalidProof is wrapped by every rejection of bytes, caps and openings.
var ErrInvalidProof = errors.New("invalid proof")

// Matrix is the size of one matrix: 2^LogHeight rows of Width elements.
type Matrix struct {
	LogHeight int
	Width     int
}

// Shape is what a commitment commits to. The order of the matrices counts.
type Shape struct {
	Matrices []Matrix
	CapLog   int // the commitment has 2^CapLog digests
}

// Check reports the first thing wrong with the shape.
func (s Shape) Check() error {
	if len(s.Matrices) == 0 || len(s.Matrices) > maxMatrices {
		return fmt.Errorf("merkle shape: %d matrices, allowed are 1 to %d", len(s.Matrices), maxMatrices)
	}
	if s.CapLog < 0 {
		return fmt.Errorf("merkle shape: cap of 2^%d", s.CapLog)
	}
	total := 0
	for i, m := range s.Matrices {
		if m.LogHeight < s.CapLog || m.LogHeight > maxLogHeight {
			return fmt.Errorf("merkle shape: matrix %d: height 2^%d, allowed are 2^%d (the cap) to 2^%d",
				i, m.LogHeight, s.CapLog, maxLogHeight)
		}
		if m.Width < 1 || m.Width > maxWidth-total {
			return fmt.Errorf("merkle shape: matrix %d: width %d, with the others at most %d",
				i, m.Width, maxWidth)
		}
		total += m.Width
	}
	return nil
}

// span is a matrix's place in the elements of one index of an opening.
type span struct{ from, to int }

// Scheme is a checked shape with what follows from it. It is read-only and may be
// shared.
type Scheme struct {
	shape     Shape
	logHeight int     // of the tallest matrix
	spans     []span  // by matrix
	groups    [][]int // by log height: the matrices of that height, in order
	widths    []int   // by log height: their total width
	rowLen    int     // elements of all rows of one index
	depth     int     // siblings of one index
}

// New checks the shape and prepares it.
func New(shape Shape) (*Scheme, error) {
	if err := shape.Check(); err != nil {
		return nil, err
	}
	s := &Scheme{shape: Shape{Matrices: append([]Matrix(nil), shape.Matrices...), CapLog: shape.CapLog}}
	for _, m := range shape.Matrices {
		s.logHeight = max(s.logHeight, m.LogHeight)
	}
	s.groups = make([][]int, s.logHeight+1)
	s.widths = make([]int, s.logHeight+1)
	for i, m := range shape.Matrices {
		s.spans = append(s.spans, span{from: s.rowLen, to: s.rowLen + m.Width})
		s.rowLen += m.Width
		s.groups[m.LogHeight] = append(s.groups[m.LogHeight], i)
		s.widths[m.LogHeight] += m.Width
	}
	s.depth = s.logHeight - shape.CapLog
	return s, nil
}

// LogHeight is that of the tallest matrix: indices lie in [0, 2^LogHeight).
func (s *Scheme) LogHeight() int { return s.logHeight }

// Depth is the number of siblings of one index.
func (s *Scheme) Depth() int { return s.depth }

// CapLen is the number of digests of a cap.
func (s *Scheme) CapLen() int { return 1 << s.shape.CapLog }

// CapBytes is the length of an encoded cap.
func (s *Scheme) CapBytes() int { return s.CapLen() * sponge.DigestBytes }

// OpeningBytes is the length of an encoded opening of that many indices.
func (s *Scheme) OpeningBytes(queries int) int {
	return queries * (s.rowLen*field.Bytes + s.depth*sponge.DigestBytes)
}

// Cap is a commitment.
type Cap []sponge.Digest

// Opening holds, for each index in the order of the list, the rows of all matrices and
// the siblings from the leaf upwards.
type Opening struct {
	Rows  []field.Element
	Paths []sponge.Digest
}

// Row is the row of a matrix that an opening has for its query-th index. It is an
// alias. The opening is one that Verify accepted or that Open or DecodeOpening made.
func (s *Scheme) Row(o *Opening, query, matrix int) []field.Element {
	base, at := query*s.rowLen, s.spans[matrix]
	return o.Rows[base+at.from : base+at.to : base+at.to]
}
