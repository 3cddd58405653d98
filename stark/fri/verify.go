package fri

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/transcript"
)

// half is 1/2.
var half = field.New(2).Inv()

// Challenges is what the verifier draws while it reads the commitments of a proof.
type Challenges struct {
	Rhos    []ext.E6 // by layer; zero where nothing is combined
	Betas   []ext.E6 // by layer
	Indices []int    // by query, in [0, 2^Top)
}

// VerifyCommit runs the transcript over the commitments, the final polynomial and the
// proof of work. The caller then opens its own matrices at the indices and goes on with
// VerifyQueries.
func (p *Plan) VerifyCommit(tr *transcript.Transcript, proof *Proof) (*Challenges, error) {
	if err := p.checkForm(proof); err != nil {
		return nil, fmt.Errorf("verify fri: %w", err)
	}
	ch := &Challenges{
		Rhos:    make([]ext.E6, len(p.layers)),
		Betas:   make([]ext.E6, len(p.layers)),
		Indices: make([]int, p.queries),
	}
	p.start(tr)
	for l := range p.layers {
		ch.Rhos[l] = p.layerChallenge(tr, l)
		ch.Betas[l] = foldChallenge(tr, proof.Caps[l])
	}
	absorbFinal(tr, proof.Final)
	if err := tr.CheckWork(proof.Nonce, p.grinding); err != nil {
		return nil, fmt.Errorf("verify fri: %w: %w", err, ErrInvalidProof)
	}
	if err := tr.Indices(ch.Indices, p.Top()); err != nil {
		return nil, fmt.Errorf("verify fri: %w", err)
	}
	return ch, nil
}

// checkForm refuses a proof that is not of the plan's sizes or, when no decoder made it,
// holds words of p and more. Openings are checked by package merkle.
func (p *Plan) checkForm(proof *Proof) error {
	switch {
	case proof == nil:
		return fmt.Errorf("no proof: %w", ErrInvalidProof)
	case len(proof.Caps) != len(p.layers):
		return fmt.Errorf("%d caps, want %d: %w", len(proof.Caps), len(p.layers), ErrInvalidProof)
	case len(proof.Openings) != len(p.layers):
		return fmt.Errorf("%d openings, want %d: %w", len(proof.Openings), len(p.layers), ErrInvalidProof)
	case len(proof.Final) != 1<<p.finalLog:
		return fmt.Errorf("final polynomial of %d coefficients, want %d: %w", len(proof.Final), 1<<p.finalLog, ErrInvalidProof)
	case !reduced(proof.Nonce):
		return fmt.Errorf("nonce: %w: %w", field.ErrNotCanonical, ErrInvalidProof)
	}
	for l, c := range proof.Caps {
		if len(c) != p.layers[l].scheme.CapLen() {
			return fmt.Errorf("layer %d: cap of %d digests, want %d: %w", l, len(c), p.layers[l].scheme.CapLen(), ErrInvalidProof)
		}
		for i := range c {
			if !reduced(c[i][:]...) {
				return fmt.Errorf("layer %d: digest %d of the cap: %w: %w", l, i, field.ErrNotCanonical, ErrInvalidProof)
			}
		}
	}
	for i := range proof.Final {
		if !reduced(proof.Final[i][:]...) {
			return fmt.Errorf("final coefficient %d: %w: %w", i, field.ErrNotCanonical, ErrInvalidProof)
		}
	}
	return nil
}

func reduced(xs ...field.Element) bool {
	for _, x := range xs {
		if x >= field.Modulus {
			return false
		}
	}
	return true
}

// VerifyQueries checks every query against the challenges that VerifyCommit drew from the
// same proof. values[g][q] is the value of group word g (in the order of Heights) at
// index Indices[q] >> (Top - Heights[g]), computed by the caller from openings that it
// has checked. An error that does not wrap [ErrInvalidProof] is a mistake of the caller.
func (p *Plan) VerifyQueries(ch *Challenges, proof *Proof, values [][]ext.E6) error {
	if err := p.checkForm(proof); err != nil {
		return fmt.Errorf("verify fri: %w", err)
	}
	if err := p.checkCaller(ch, values); err != nil {
		return fmt.Errorf("verify fri: %w", err)
	}
	if err := p.verifyOpenings(ch, proof); err != nil {
		return err
	}
	for q := range ch.Indices {
		if err := p.verifyQuery(ch, proof, values, q); err != nil {
			return fmt.Errorf("verify fri: query %d: %w", q, err)
		}
	}
	return nil
}

func (p *Plan) checkCaller(ch *Challenges, values [][]ext.E6) error {
	if ch == nil || len(ch.Rhos) != len(p.layers) || len(ch.Betas) != len(p.layers) || len(ch.Indices) != p.queries {
		return fmt.Errorf("challenges are not of this plan")
	}
	for q, index := range ch.Indices {
		if index < 0 || index >= 1<<p.Top() {
			return fmt.Errorf("index %d of query %d is not below 2^%d", index, q, p.Top())
		}
	}
	if len(values) != len(p.heights) {
		return fmt.Errorf("values of %d words, want %d", len(values), len(p.heights))
	}
	for g := range values {
		if len(values[g]) != p.queries {
			return fmt.Errorf("word %d: %d values, want %d", g, len(values[g]), p.queries)
		}
	}
	return nil
}

// verifyOpenings checks that the fibres are the committed ones.
func (p *Plan) verifyOpenings(ch *Challenges, proof *Proof) error {
	rows := make([]int, p.queries)
	for l := range p.layers {
		for q, index := range ch.Indices {
			rows[q] = p.layerIndex(l, index) >> logArity
		}
		if err := p.layers[l].scheme.Verify(proof.Caps[l], rows, proof.Openings[l]); err != nil {
			return fmt.Errorf("verify fri: layer %d: %w", l, err)
		}
	}
	return nil
}

// layerIndex is where a query of the largest domain lands in layer l.
func (p *Plan) layerIndex(l, index int) int { return index >> (p.Top() - p.layers[l].logHeight) }

// verifyQuery follows one index through all layers: each fibre must hold what the one
// before folds to, with the words that enter, and the last fold the final polynomial.
func (p *Plan) verifyQuery(ch *Challenges, proof *Proof, values [][]ext.E6, q int) error {
	var folded ext.E6
	for l := range p.layers {
		at := &p.layers[l]
		index := p.layerIndex(l, ch.Indices[q])
		want := p.combined(l, ch.Rhos[l], folded, values, q)
		row := at.scheme.Row(proof.Openings[l], q, 0)
		fibre := fibreOf(row)
		if fibre[index%arity] != want {
			return fmt.Errorf("layer %d: index %d differs from the layer before: %w", l, index, ErrInvalidProof)
		}
		folded = foldFibre(fibre, Point(at.logHeight, index-index%arity), ch.Betas[l])
	}
	index := ch.Indices[q] >> (p.Top() - p.finalHeight)
	if evaluate(proof.Final, Point(p.finalHeight, index)) != folded {
		return fmt.Errorf("final polynomial differs at index %d: %w", index, ErrInvalidProof)
	}
	return nil
}

// combined is what layer l must hold: the folded value, when there is one, and the values
// of the words that enter, with the powers 1, rho, rho^2, ... in this order.
func (p *Plan) combined(l int, rho, folded ext.E6, values [][]ext.E6, q int) (sum ext.E6) {
	for g := p.layers[l].end - 1; g >= p.layers[l].first; g-- {
		sum = sum.Mul(rho).Add(values[g][q])
	}
	if l > 0 {
		sum = sum.Mul(rho).Add(folded)
	}
	return sum
}

func fibreOf(row []field.Element) (fibre [arity]ext.E6) {
	for j := range fibre {
		fibre[j] = ext.E6(row[j*ext.Degree : (j+1)*ext.Degree])
	}
	return fibre
}

// foldFibre evaluates at beta the polynomial of degree below eight through the fibre,
// whose first point is x. Each round halves it: neighbours are W(x), W(-x), and
// W(x) = E(x^2) + x*O(x^2) folds to E + beta*O; beta and the points are then squared.
func foldFibre(fibre [arity]ext.E6, x field.Element, beta ext.E6) ext.E6 {
	xInv := x.Inv()
	for log := logArity; log > 0; log-- {
		root := field.RootOfUnity(log).Inv()
		for j := range 1 << (log - 1) {
			a, b := fibre[2*j], fibre[2*j+1]
			pointInv := xInv.Mul(root.Exp(uint64(reverse(j, log-1))))
			odd := a.Sub(b).MulBase(pointInv)
			fibre[j] = a.Add(b).Add(odd.Mul(beta)).MulBase(half)
		}
		xInv, beta = xInv.Square(), beta.Square()
	}
	return fibre[0]
}

// evaluate is the value at x of the polynomial with these coefficients, constant first.
func evaluate(coeffs []ext.E6, x field.Element) (sum ext.E6) {
	for i := len(coeffs) - 1; i >= 0; i-- {
		sum = sum.MulBase(x).Add(coeffs[i])
	}
	return sum
}
