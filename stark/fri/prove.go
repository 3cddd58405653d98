package fri

import (
	"context"
	"errors"
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/dft"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/merkle"
	"github.com/ashlar-labs/ashlar/stark/transcript"
)

// ErrHighDegree says that a prover's words are not of the claimed degrees.
var ErrHighDegree = errors.New("word of too high degree")

// Committed is the prover's state between the commitments and the openings. It holds
// the words of all layers and their trees.
type Committed struct {
	plan    *Plan
	trees   []*merkle.Tree
	caps    []merkle.Cap
	final   []ext.E6
	nonce   field.Element
	indices []int
}

// Commit folds the group words, given in the order of Heights, and draws the query
// indices. It neither changes nor keeps the words. The result does not depend on the
// number of workers; all goroutines have ended when it returns. Words of too high degree
// are ErrHighDegree (with overwhelming probability over the transcript).
func (p *Plan) Commit(ctx context.Context, tr *transcript.Transcript, words []ext.Vector, workers int) (*Committed, error) {
	if err := p.checkWords(words); err != nil {
		return nil, fmt.Errorf("fri commit: %w", err)
	}
	c := &Committed{plan: p, indices: make([]int, p.queries)}
	p.start(tr)
	folded := words[0] // what enters layer 0 first takes the place of a folded word
	for l := range p.layers {
		rho := p.layerChallenge(tr, l)
		columns, err := layerColumns(ctx, p.layers[l].logHeight, p.terms(l, folded, words, rho), workers)
		if err != nil {
			return nil, fmt.Errorf("fri commit: layer %d: %w", l, err)
		}
		tree, err := p.layers[l].scheme.Commit(ctx, [][][]field.Element{columns}, workers)
		if err != nil {
			return nil, fmt.Errorf("fri commit: layer %d: %w", l, err)
		}
		c.trees, c.caps = append(c.trees, tree), append(c.caps, tree.Cap())
		beta := foldChallenge(tr, c.caps[l])
		if folded, err = foldColumns(ctx, p.layers[l].logHeight, columns, beta, workers); err != nil {
			return nil, fmt.Errorf("fri commit: layer %d: %w", l, err)
		}
	}
	var err error
	if c.final, err = finalPolynomial(folded, p.finalLog); err != nil {
		return nil, fmt.Errorf("fri commit: %w", err)
	}
	absorbFinal(tr, c.final)
	if c.nonce, err = tr.SolveWork(ctx, p.grinding, workers); err != nil {
		return nil, fmt.Errorf("fri commit: %w", err)
	}
	if err := tr.Indices(c.indices, p.Top()); err != nil {
		return nil, fmt.Errorf("fri commit: %w", err)
	}
	return c, nil
}

func (p *Plan) checkWords(words []ext.Vector) error {
	if len(words) != len(p.heights) {
		return fmt.Errorf("%d words, want %d", len(words), len(p.heights))
	}
	for g, w := range words {
		for k := range w {
			if len(w[k]) != 1<<p.heights[g] {
				return fmt.Errorf("word %d: coefficient %d of %d elements, want 2^%d", g, k, len(w[k]), p.heights[g])
			}
		}
	}
	return nil
}

// terms lists what layer l adds up: the folded word, or the tallest for l = 0, then
// the words that enter with powers of rho from the first on.
func (p *Plan) terms(l int, folded ext.Vector, words []ext.Vector, rho ext.E6) []term {
	at := p.layers[l]
	terms := []term{{word: folded}}
	first := at.first
	if l == 0 {
		first++
	}
	power := rho
	for g := first; g < at.end; g++ {
		terms = append(terms, term{word: words[g], lift: at.logHeight - p.heights[g], scale: power})
		power = power.Mul(rho)
	}
	return terms
}

// Indices are the query indices, in [0, 2^Top).
func (c *Committed) Indices() []int { return append([]int(nil), c.indices...) }

// Open makes the proof.
func (c *Committed) Open() (*Proof, error) {
	proof := &Proof{
		Caps:     append([]merkle.Cap(nil), c.caps...),
		Final:    append([]ext.E6(nil), c.final...),
		Nonce:    c.nonce,
		Openings: make([]*merkle.Opening, len(c.trees)),
	}
	rows := make([]int, len(c.indices))
	for l, tree := range c.trees {
		for q, index := range c.indices {
			rows[q] = index >> (c.plan.Top() - c.plan.layers[l].logHeight + logArity)
		}
		opening, err := tree.Open(rows)
		if err != nil {
			return nil, fmt.Errorf("fri open: layer %d: %w", l, err)
		}
		proof.Openings[l] = opening
	}
	return proof, nil
}

// finalPolynomial interpolates the last folded word, which it overwrites, and checks that
// only the first 2^logCoeffs coefficients are not zero.
func finalPolynomial(word ext.Vector, logCoeffs int) ([]ext.E6, error) {
	logSize := 0
	for 1<<logSize < word.Len() {
		logSize++
	}
	for k := range word {
		if err := dft.Inverse(word[k]); err != nil {
			return nil, fmt.Errorf("final polynomial: %w", err)
		}
	}
	// The points are s*x with x in the subgroup: coefficient i stands there times s^i.
	shiftInv, power := Shift(logSize).Inv(), field.One
	final := make([]ext.E6, 1<<logCoeffs)
	for i := range word.Len() {
		c := word.At(i)
		if i >= len(final) {
			if !c.IsZero() {
				return nil, ErrHighDegree
			}
			continue
		}
		final[i] = c.MulBase(power)
		power = power.Mul(shiftInv)
	}
	return final, nil
}
