package fri

import (
	"fmt"
	"math/bits"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/merkle"
	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/stark/transcript"
)

const (
	logArity = 3
	arity    = 1 << logArity
	rowWidth = arity * ext.Degree // base elements of one fibre
)

// ErrInvalidProof is wrapped by every rejection of bytes and proofs. It is the one of
// package merkle, whose rejections pass through.
var ErrInvalidProof = merkle.ErrInvalidProof

// Plan is everything about FRI that parameters and heights fix. It is read-only and may
// be shared.
type Plan struct {
	heights []int // log sizes of the group words, descending
	layers  []layer

	finalHeight int // log size of the domain of the last folded word
	finalLog    int // log2 of the coefficients of the final polynomial
	queries     int
	grinding    int
}

// layer is one committed word.
type layer struct {
	logHeight  int
	first, end int // groups heights[first:end] enter here
	scheme     *merkle.Scheme
}

// NewPlan lays out FRI for one group word per log size. The log sizes are those of the
// evaluation domains (log2 of the height plus layer.LogBlowup), strictly descending.
func NewPlan(l params.Layer, logHeights []int) (*Plan, error) {
	if err := checkLayer(l); err != nil {
		return nil, fmt.Errorf("fri plan: %w", err)
	}
	if err := checkHeights(l, logHeights); err != nil {
		return nil, fmt.Errorf("fri plan: %w", err)
	}
	p := &Plan{heights: append([]int(nil), logHeights...), queries: l.Queries, grinding: l.GrindingBits}
	h, next := logHeights[0], 0
	for ; h > l.LogFinalPolyLen+l.LogBlowup; h -= logArity {
		scheme, err := merkle.New(merkle.Shape{
			Matrices: []merkle.Matrix{{LogHeight: h - logArity, Width: rowWidth}},
			CapLog:   min(CapLog(l), h-logArity),
		})
		if err != nil {
			return nil, fmt.Errorf("fri plan: %w", err)
		}
		first := next
		for next < len(p.heights) && p.heights[next] > h-logArity {
			next++
		}
		p.layers = append(p.layers, layer{logHeight: h, first: first, end: next, scheme: scheme})
	}
	p.finalHeight, p.finalLog = h, h-l.LogBlowup
	return p, nil
}

// CapLog is log2 of the digests of a cap, bounded by the height of its tree: the
// greatest number of digests that does not exceed the queries, so that each level cut
// off a path saves at least as many digests as it adds.
func CapLog(l params.Layer) int { return bits.Len(uint(l.Queries)) - 1 }

func checkLayer(l params.Layer) error {
	if err := l.Check(); err != nil {
		return err
	}
	switch {
	case l.LogArity != logArity:
		return fmt.Errorf("layer %q: arity 2^%d, only 2^%d is built", l.Name, l.LogArity, logArity)
	case l.LogFinalPolyLen < logArity:
		return fmt.Errorf("layer %q: final polynomial of 2^%d coefficients, at least 2^%d", l.Name, l.LogFinalPolyLen, logArity)
	case l.LogHeightMin <= l.LogFinalPolyLen:
		return fmt.Errorf("layer %q: least height 2^%d is not above the final polynomial's 2^%d, a word would enter no layer",
			l.Name, l.LogHeightMin, l.LogFinalPolyLen)
	case l.GrindingBits > transcript.MaxGrindingBits:
		return fmt.Errorf("layer %q: %d grinding bits, at most %d", l.Name, l.GrindingBits, transcript.MaxGrindingBits)
	}
	return nil
}

func checkHeights(l params.Layer, logHeights []int) error {
	if len(logHeights) == 0 {
		return fmt.Errorf("no heights")
	}
	least, most := l.LogHeightMin+l.LogBlowup, l.LogHeightMax+l.LogBlowup
	for i, h := range logHeights {
		if h < least || h > most {
			return fmt.Errorf("word %d: domain of 2^%d, allowed are 2^%d to 2^%d", i, h, least, most)
		}
		if i > 0 && h >= logHeights[i-1] {
			return fmt.Errorf("word %d: domain of 2^%d after 2^%d, the order is descending", i, h, logHeights[i-1])
		}
	}
	return nil
}

// Heights are the log sizes of the group words, descending.
func (p *Plan) Heights() []int { return append([]int(nil), p.heights...) }

// Top is the log size of the largest domain: query indices lie in [0, 2^Top).
func (p *Plan) Top() int { return p.heights[0] }

// Queries is the number of query indices.
func (p *Plan) Queries() int { return p.queries }

// combines says whether layer l has more than one word to add up, and so a challenge rho.
func (p *Plan) combines(l int) bool {
	words := p.layers[l].end - p.layers[l].first
	if l > 0 {
		words++ // the folded one
	}
	return words > 1
}

// ProofBytes is the length of an encoded proof.
func (p *Plan) ProofBytes() int {
	n := ext.Bytes<<p.finalLog + field.Bytes
	for _, l := range p.layers {
		n += l.scheme.CapBytes() + l.scheme.OpeningBytes(p.queries)
	}
	return n
}

// start absorbs what the plan adds to the statement.
func (p *Plan) start(tr *transcript.Transcript) {
	tr.Label("fri")
	heights := make([]field.Element, len(p.heights))
	for i, h := range p.heights {
		heights[i] = field.New(uint64(h))
	}
	tr.Elements(heights...)
}

// layerChallenge draws rho of layer l, zero when there is nothing to combine.
func (p *Plan) layerChallenge(tr *transcript.Transcript, l int) (rho ext.E6) {
	if p.combines(l) {
		rho = tr.Extension()
	}
	return rho
}

// foldChallenge absorbs the commitment to a layer and draws its beta.
func foldChallenge(tr *transcript.Transcript, c merkle.Cap) ext.E6 {
	tr.Label("fri layer")
	tr.Digests(c...)
	return tr.Extension()
}

// absorbFinal absorbs the final polynomial.
func absorbFinal(tr *transcript.Transcript, final []ext.E6) {
	tr.Label("fri final")
	tr.Extensions(final...)
}
