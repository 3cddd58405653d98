package fri

import (
	"context"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/merkle"
	"github.com/ashlar-labs/ashlar/stark/transcript"
)

// reference is a second prover, element by element from the specification. It does not
// look at degrees, and its fields replace steps of it by those of a cheat.
type reference struct {
	coefficients func(l int, rho, lastBeta ext.E6) []ext.E6 // of the words entering layer l, after the first word
	word         func(l int, word []ext.E6)                 // changes a layer before its commitment
	final        func([]ext.E6) []ext.E6
	keep         int // coefficients of the final polynomial, when not the plan's
}

func elements(v ext.Vector) (out []ext.E6) {
	for i := range v.Len() {
		out = append(out, v.At(i))
	}
	return out
}

// lagrange evaluates at z the polynomial of least degree through the points.
func lagrange(xs []field.Element, ys []ext.E6, z ext.E6) (sum ext.E6) {
	for i := range xs {
		term := ys[i]
		for j := range xs {
			if j != i {
				term = term.Mul(z.Sub(ext.FromBase(xs[j]))).MulBase(xs[i].Sub(xs[j]).Inv())
			}
		}
		sum = sum.Add(term)
	}
	return sum
}

func powers(rho ext.E6, n int) (out []ext.E6) {
	for x := rho; len(out) < n; x = x.Mul(rho) {
		out = append(out, x)
	}
	return out
}

func (r reference) prove(t *testing.T, p *Plan, tr *transcript.Transcript, words []ext.Vector) *Proof {
	t.Helper()
	proof := &Proof{}
	var trees []*merkle.Tree
	p.start(tr)
	word, entered, lastBeta := elements(words[0]), 1, ext.E6{}
	for l, at := range p.layers {
		var rho ext.E6
		if l > 0 && at.end > at.first || at.end-at.first > 1 {
			rho = tr.Extension()
		}
		scales := powers(rho, at.end-entered)
		if r.coefficients != nil {
			scales = r.coefficients(l, rho, lastBeta)
		}
		for _, scale := range scales {
			for i := range word {
				lifted := words[entered].At(i >> (at.logHeight - p.heights[entered]))
				word[i] = word[i].Add(scale.Mul(lifted))
			}
			entered++
		}
		if r.word != nil {
			r.word(l, word)
		}
		tree := commitWord(t, at.scheme, word)
		trees, proof.Caps = append(trees, tree), append(proof.Caps, tree.Cap())
		lastBeta = foldChallenge(tr, tree.Cap())
		word = foldSlowly(at.logHeight, word, lastBeta)
	}
	proof.Final = interpolate(word, p.finalHeight)[:1<<p.finalLog]
	if r.final != nil {
		proof.Final = r.final(proof.Final)
	}
	absorbFinal(tr, proof.Final)
	var err error
	if proof.Nonce, err = tr.SolveWork(context.Background(), p.grinding, 2); err != nil {
		t.Fatal(err)
	}
	indices, rows := make([]int, p.queries), make([]int, p.queries)
	if err := tr.Indices(indices, p.heights[0]); err != nil {
		t.Fatal(err)
	}
	for l, tree := range trees {
		for q := range rows {
			rows[q] = indices[q] >> (p.heights[0] - p.layers[l].logHeight) / arity
		}
		opening, err := tree.Open(rows)
		if err != nil {
			t.Fatal(err)
		}
		proof.Openings = append(proof.Openings, opening)
	}
	return proof
}

func commitWord(t *testing.T, scheme *merkle.Scheme, word []ext.E6) *merkle.Tree {
	t.Helper()
	columns := make([][]field.Element, rowWidth)
	for i, x := range word {
		for k := range x {
			c := i%arity*ext.Degree + k
			columns[c] = append(columns[c], x[k])
		}
	}
	tree, err := scheme.Commit(context.Background(), [][][]field.Element{columns}, 1)
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

func foldSlowly(logHeight int, word []ext.E6, beta ext.E6) (out []ext.E6) {
	for r := 0; r < len(word); r += arity {
		var xs []field.Element
		for j := range arity {
			xs = append(xs, Point(logHeight, r+j))
		}
		out = append(out, lagrange(xs, word[r:r+arity], beta))
	}
	return out
}

// interpolate returns all coefficients of the polynomial over a domain, by sums.
func interpolate(word []ext.E6, logSize int) []ext.E6 {
	out := make([]ext.E6, len(word))
	inverseSize := field.New(uint64(len(word))).Inv()
	for i, y := range word {
		xInv, power := Point(logSize, i).Inv(), inverseSize
		for k := range out {
			out[k] = out[k].Add(y.MulBase(power))
			power = power.Mul(xInv)
		}
	}
	return out
}
