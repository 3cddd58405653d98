package fri

import (
	"context"
	"math/rand/v2"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/params"
)

// wordFrom evaluates the polynomial with these coefficients over the domain, by definition.
func wordFrom(logHeight int, coeffs []ext.E6) ext.Vector {
	word := ext.NewVector(1 << logHeight)
	for i := range word.Len() {
		word.Set(i, evaluate(coeffs, Point(logHeight, i)))
	}
	return word
}

func foldWord(t *testing.T, logHeight int, terms []term, beta ext.E6) ext.Vector {
	t.Helper()
	columns, err := layerColumns(context.Background(), logHeight, terms, 2)
	if err != nil {
		t.Fatal(err)
	}
	out, err := foldColumns(context.Background(), logHeight, columns, beta, 2)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestFoldRegroupsCoefficients: coefficient i of the fold is the sum of beta^j times
// coefficient 8i+j; and the verifier folds a fibre to the same value.
func TestFoldRegroupsCoefficients(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, logHeight := range []int{3, 5, 8, 12} { // one row, one chunk, several chunks
		coeffs, beta := make([]ext.E6, min(64, 1<<logHeight)), randomE6(rng)
		folded := make([]ext.E6, len(coeffs)/arity)
		for i := range coeffs {
			coeffs[i] = randomE6(rng)
			folded[i/arity] = folded[i/arity].Add(coeffs[i].Mul(beta.Exp(uint64(i % arity))))
		}
		word := wordFrom(logHeight, coeffs)
		got, want := foldWord(t, logHeight, []term{{word: word}}, beta), wordFrom(logHeight-logArity, folded)
		for r := range got.Len() {
			fibre := [arity]ext.E6(elements(word.Slice(arity*r, arity*r+arity)))
			if got.At(r) != want.At(r) || foldFibre(fibre, Point(logHeight, arity*r), beta) != want.At(r) {
				t.Fatalf("2^%d: row %d folds to another value", logHeight, r)
			}
		}
	}
}

// TestFoldOfALift is the fold, with the smaller arity and a power of beta, of the word
// that was lifted.
func TestFoldOfALift(t *testing.T) {
	const logHeight = 9
	rng := rand.New(rand.NewPCG(3, 2))
	zero := term{word: ext.NewVector(1 << logHeight)}
	for lift := range logArity {
		beta, scale := randomE6(rng), randomE6(rng)
		coeffs := make([]ext.E6, 32)
		group := arity >> lift
		folded := make([]ext.E6, len(coeffs)/group)
		for i := range coeffs {
			coeffs[i] = randomE6(rng)
			power := beta.Exp(uint64(i % group << lift))
			folded[i/group] = folded[i/group].Add(coeffs[i].Mul(power).Mul(scale))
		}
		lifted := term{word: wordFrom(logHeight-lift, coeffs), lift: lift, scale: scale}
		got, want := foldWord(t, logHeight, []term{zero, lifted}, beta), wordFrom(logHeight-logArity, folded)
		for r := range got.Len() {
			if got.At(r) != want.At(r) {
				t.Fatalf("lift %d: row %d folds to another value", lift, r)
			}
		}
	}
}

// TestLiftAloneProvesTheLift shows the limit that the package comment states: a word that
// follows one branch of a polynomial which is no lift passes about half of the queries,
// more than the Johnson radius of the rate allows. It is the caller's
// out-of-domain quotients that exclude such words, not this package.
func TestLiftAloneProvesTheLift(t *testing.T) {
	l := strict(t, params.Recursion)
	const top, lower = 13, 12
	p := newPlan(t, l, top, lower)
	words := wordsOf(t, p, l.LogBlowup, 8)
	rng := rand.New(rand.NewPCG(6, 6))
	other := wordOf(t, top, 1<<(top-l.LogBlowup), rng) // of the lift's degree, with odd coefficients
	for i := range words[1].Len() {
		words[1].Set(i, other.At(2*i+rng.IntN(2)))
	}
	var rho ext.E6
	cheat := reference{
		coefficients: func(l int, fresh, _ ext.E6) []ext.E6 {
			if l > 0 {
				return nil
			}
			rho = fresh
			return []ext.E6{{}}
		},
		word: func(l int, word []ext.E6) {
			for i := range word {
				if l == 0 {
					word[i] = word[i].Add(rho.Mul(other.At(i)))
				}
			}
		},
	}
	proof := cheat.prove(t, p, newTranscript(), words)
	ch, err := p.VerifyCommit(newTranscript(), proof)
	if err != nil {
		t.Fatal(err)
	}
	values, passed := valuesAt(p, words, ch.Indices), 0
	for q := range ch.Indices {
		if p.verifyQuery(ch, proof, values, q) == nil {
			passed++
		}
	}
	if passed < p.queries/3 || passed > 2*p.queries/3 {
		t.Errorf("%d of %d queries pass, expected about half", passed, p.queries)
	}
	rejected(t, p.VerifyQueries(ch, proof, values), "layer 0: index")
}

// TestWorkersDoNotMatter compares folds over several chunks.
func TestWorkersDoNotMatter(t *testing.T) {
	l := layerOf(t, params.InsecureDevName, params.LeafHalf)
	p := newPlan(t, l, 14, 13, 12, 9)
	words := wordsOf(t, p, l.LogBlowup, 2)
	var first []byte
	for _, workers := range []int{0, 1, 3} {
		c, err := p.Commit(context.Background(), newTranscript(), words, workers)
		if err != nil {
			t.Fatal(err)
		}
		proof, err := c.Open()
		if err != nil {
			t.Fatal(err)
		}
		wire := encode(p, proof)
		if first == nil {
			first = wire
		}
		if string(wire) != string(first) {
			t.Errorf("%d workers make another proof", workers)
		}
	}
}
