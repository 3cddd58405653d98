package fri

import (
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/stark/transcript"
)

// rejected fails unless err is a rejection for the reason named.
func rejected(t *testing.T, err error, reason string) {
	t.Helper()
	if !errors.Is(err, ErrInvalidProof) || !strings.Contains(err.Error(), reason) {
		t.Errorf("rejected with %q, want an invalid proof: %q", err, reason)
	}
}

// tooHigh makes words for the tallest, two lifted and the last layer's height, one of
// which has one coefficient too many.
func tooHigh(t testing.TB, l params.Layer, bad int) (*Plan, []ext.Vector) {
	t.Helper()
	p := newPlan(t, l, above(l.LogBlowup, 12, 11, 8, 7)...)
	words := wordsOf(t, p, l.LogBlowup, 3)
	h := p.heights[bad]
	words[bad] = wordOf(t, h, 1<<(h-l.LogBlowup)+1, rand.New(rand.NewPCG(9, 9)))
	return p, words
}

func TestHighDegreeIsRejected(t *testing.T) {
	for _, layer := range layerNames {
		for bad := range 4 {
			p, words := tooHigh(t, strict(t, layer), bad)
			proof := (reference{}).prove(t, p, newTranscript(), words)
			rejected(t, verify(p, newTranscript(), proof, words), "final polynomial differs")
		}
	}
}

// sample is a plan with honest words and their proof. Its words enter: two in layer 0,
// two in layer 1.
func sample(t testing.TB, l params.Layer) (*Plan, []ext.Vector, *Proof) {
	t.Helper()
	p := newPlan(t, l, above(l.LogBlowup, 11, 10, 8, 7)...)
	words := wordsOf(t, p, l.LogBlowup, 5)
	return p, words, prove(t, p, words)
}

// TestRollInsMustBeFresh cheats with the coefficients of the words that enter.
func TestRollInsMustBeFresh(t *testing.T) {
	p, words, honest := sample(t, strict(t, params.Recursion))
	cheats := map[string]struct {
		layer  string
		scales func(l int, rho, lastBeta ext.E6) []ext.E6
	}{
		"the fold's challenge again": {"layer 1: index", func(l int, rho, lastBeta ext.E6) []ext.E6 {
			if l > 0 {
				rho = lastBeta
			}
			return powers(rho, 1+l)
		}},
		"its square": {"layer 1: index", func(l int, rho, lastBeta ext.E6) []ext.E6 {
			if l > 0 {
				rho = lastBeta.Square()
			}
			return powers(rho, 1+l)
		}},
		"powers from one": {"layer 1: index", func(l int, rho, _ ext.E6) []ext.E6 {
			if l > 0 {
				return []ext.E6{ext.One, rho}
			}
			return powers(rho, 1)
		}},
		"the other order": {"layer 1: index", func(l int, rho, _ ext.E6) []ext.E6 {
			scales := powers(rho, 1+l)
			slices.Reverse(scales)
			return scales
		}},
		"no challenge in layer 0": {"layer 0: index", func(l int, rho, _ ext.E6) []ext.E6 {
			if l == 0 {
				return []ext.E6{ext.One}
			}
			return powers(rho, 2)
		}},
		"left out": {"layer 1: index", func(l int, rho, _ ext.E6) []ext.E6 {
			if l > 0 {
				return []ext.E6{{}, {}}
			}
			return powers(rho, 1)
		}},
	}
	for name, cheat := range cheats {
		t.Run(name, func(t *testing.T) {
			proof := reference{coefficients: cheat.scales}.prove(t, p, newTranscript(), words)
			rejected(t, verify(p, newTranscript(), proof, words), cheat.layer)
		})
	}
	if err := verify(p, newTranscript(), honest, words); err != nil {
		t.Error(err)
	}
}

// TestLayersAreChecked commits a layer, then a final polynomial, that is not what the one
// before folds to, of the right degree.
func TestLayersAreChecked(t *testing.T) {
	p, words, _ := sample(t, strict(t, params.LeafHalf))
	for bad, reason := range []string{"layer 0: index", "layer 1: index"} {
		cheat := reference{word: func(l int, word []ext.E6) {
			for i := range word {
				if l == bad {
					word[i] = word[i].Add(ext.One)
				}
			}
		}}
		rejected(t, verify(p, newTranscript(), cheat.prove(t, p, newTranscript(), words), words), reason)
	}
	cheat := reference{final: func(c []ext.E6) []ext.E6 {
		c[len(c)-1] = c[len(c)-1].Add(ext.One)
		return c
	}}
	rejected(t, verify(p, newTranscript(), cheat.prove(t, p, newTranscript(), words), words), "final polynomial differs")
}

// TestFinalPolynomialHasItsLength offers one coefficient less or more, also where it
// is zero and says nothing, to a transcript that absorbs just that.
func TestFinalPolynomialHasItsLength(t *testing.T) {
	p, words, _ := sample(t, strict(t, params.LeafHalf))
	for name, change := range map[string]func([]ext.E6) []ext.E6{
		"short": func(c []ext.E6) []ext.E6 { return c[:len(c)-1] },
		"long":  func(c []ext.E6) []ext.E6 { return append(slices.Clone(c), ext.E6{}) },
		"none":  func([]ext.E6) []ext.E6 { return nil },
	} {
		t.Run(name, func(t *testing.T) {
			proof := reference{final: change}.prove(t, p, newTranscript(), words)
			rejected(t, verify(p, newTranscript(), proof, words), "coefficients, want")
			_, err := p.DecodeProof(encode(p, proof))
			rejected(t, err, "bytes, want")
		})
	}
}

func TestWrongFormIsRejected(t *testing.T) {
	p, words, honest := sample(t, layerOf(t, params.InsecureDevName, params.LeafHalf))
	for name, cheat := range map[string]struct {
		reason string
		change func(*Proof)
	}{
		"a cap less":          {"caps, want", func(x *Proof) { x.Caps = x.Caps[1:] }},
		"an opening less":     {"openings, want", func(x *Proof) { x.Openings = x.Openings[1:] }},
		"no opening":          {"no opening", func(x *Proof) { x.Openings[1] = nil }},
		"short cap":           {"verify fri: layer 0: cap of", func(x *Proof) { x.Caps[0] = x.Caps[0][1:] }},
		"a query less":        {"opened elements", func(x *Proof) { x.Openings[0].Rows = x.Openings[0].Rows[rowWidth:] }},
		"a sibling less":      {"siblings", func(x *Proof) { x.Openings[1].Paths = x.Openings[1].Paths[1:] }},
		"layers swapped":      {"layer 0", func(x *Proof) { slices.Reverse(x.Openings) }},
		"caps swapped":        {"layer 0", func(x *Proof) { slices.Reverse(x.Caps) }},
		"cap not canonical":   {"canonical", func(x *Proof) { x.Caps[1][0][3] += field.Modulus }},
		"final not canonical": {"canonical", func(x *Proof) { x.Final[2][5] += field.Modulus }},
		"nonce not canonical": {"canonical", func(x *Proof) { x.Nonce += field.Modulus }},
		"row not canonical":   {"canonical", func(x *Proof) { x.Openings[1].Rows[9] += field.Modulus }},
		"path not canonical":  {"canonical", func(x *Proof) { x.Openings[0].Paths[2][1] += field.Modulus }},
	} {
		t.Run(name, func(t *testing.T) {
			proof := copyOf(t, p, honest)
			cheat.change(proof)
			rejected(t, verify(p, newTranscript(), proof, words), cheat.reason)
		})
	}
	_, err := p.VerifyCommit(newTranscript(), nil)
	rejected(t, err, "no proof")
}

// TestOtherNumberOfQueries has a proof of one more query read by the plan.
func TestOtherNumberOfQueries(t *testing.T) {
	l := layerOf(t, params.InsecureDevName, params.LeafQuarter)
	p, words, _ := sample(t, l)
	for _, queries := range []int{l.Queries - 1, l.Queries + 1} {
		l.Queries = queries
		other, _, proof := sample(t, l)
		_, err := p.DecodeProof(encode(other, proof))
		rejected(t, err, "bytes, want")
		rejected(t, verify(p, newTranscript(), proof, words), "")
	}
}

// TestWrongIndexIsRejected opens at indices other than those drawn.
func TestWrongIndexIsRejected(t *testing.T) {
	p, words, proof := sample(t, strict(t, params.LeafQuarter))
	for name, change := range map[string]func(int) int{
		"neighbour in the fibre": func(i int) int { return i ^ 1 },
		"neighbouring fibre":     func(i int) int { return i ^ arity },
		"other end":              func(i int) int { return i ^ 1<<(p.Top()-1) },
	} {
		for _, own := range []bool{false, true} { // values at the index drawn, or at the changed one
			ch, err := p.VerifyCommit(newTranscript(), proof)
			if err != nil {
				t.Fatal(err)
			}
			values := valuesAt(p, words, ch.Indices)
			ch.Indices[17] = change(ch.Indices[17])
			if own {
				values = valuesAt(p, words, ch.Indices)
			}
			err = p.VerifyQueries(ch, proof, values)
			if name == "neighbour in the fibre" && own {
				if err != nil { // the same fibres: opened all the same
					t.Errorf("%s: %v", name, err)
				}
				continue
			}
			rejected(t, err, "layer 0")
		}
	}
}

// TestEveryValueCounts changes the caller's value of each word at one query.
func TestEveryValueCounts(t *testing.T) {
	p, words, proof := sample(t, layerOf(t, params.InsecureDevName, params.Recursion))
	for g := range words {
		ch, err := p.VerifyCommit(newTranscript(), proof)
		if err != nil {
			t.Fatal(err)
		}
		values := valuesAt(p, words, ch.Indices)
		values[g][2] = values[g][2].Add(ext.One)
		rejected(t, p.VerifyQueries(ch, proof, values), "query 2: layer "+[]string{"0", "0", "1", "1"}[g])
	}
}

// TestStatementIsBound verifies under another statement, and with other heights of the same
// layout: the second word is constant, so that its values are the same at both.
func TestStatementIsBound(t *testing.T) {
	l := strict(t, params.Last)
	p := newPlan(t, l, above(l.LogBlowup, 11, 10, 8, 7)...)
	other := newPlan(t, l, above(l.LogBlowup, 11, 9, 8, 7)...)
	words := wordsOf(t, p, l.LogBlowup, 5)
	words[1] = wordOf(t, p.heights[1], 1, rand.New(rand.NewPCG(1, 1)))
	proof := prove(t, p, words)
	if err := verify(p, newTranscript(), proof, words); err != nil {
		t.Fatal(err)
	}
	rejected(t, verify(p, transcript.New("fri test"), proof, words), "layer 0")
	if other.ProofBytes() != p.ProofBytes() {
		t.Fatal("the plans differ in form, choose other heights")
	}
	words[1] = words[1].Slice(0, words[1].Len()/2)
	rejected(t, verify(other, newTranscript(), proof, words), "layer 0")
}

// TestEverythingIsAbsorbed changes what the prover sends, piece by piece: all challenges
// after it differ, those before it do not.
func TestEverythingIsAbsorbed(t *testing.T) {
	p, _, proof := sample(t, strict(t, params.LeafHalf))
	draw := func(change func(*Proof)) []any {
		changed := copyOf(t, p, proof)
		change(changed)
		ch, err := p.VerifyCommit(newTranscript(), changed)
		if err != nil {
			t.Fatal(err)
		}
		return []any{ch.Rhos[0], ch.Betas[0], ch.Rhos[1], ch.Betas[1], [4]int(ch.Indices)}
	}
	honest := draw(func(*Proof) {})
	for name, c := range map[string]struct {
		before int
		change func(*Proof)
	}{
		"first cap, first digest": {1, func(x *Proof) { x.Caps[0][0][0] = x.Caps[0][0][0].Add(field.One) }},
		"first cap, last digest":  {1, func(x *Proof) { last(x.Caps[0])[7] = last(x.Caps[0])[7].Add(field.One) }},
		"second cap, last digest": {3, func(x *Proof) { last(x.Caps[1])[7] = last(x.Caps[1])[7].Add(field.One) }},
		"first coefficient":       {4, func(x *Proof) { x.Final[0] = x.Final[0].Add(ext.One) }},
		"last coefficient":        {4, func(x *Proof) { last(x.Final)[5] = last(x.Final)[5].Add(field.One) }},
		"nonce":                   {4, func(x *Proof) { x.Nonce = x.Nonce.Add(field.One) }},
	} {
		for i, x := range draw(c.change) {
			if (x == honest[i]) != (i < c.before) {
				t.Errorf("%s: challenge %d equal: %t", name, i, x == honest[i])
			}
		}
	}
}

func last[T any](xs []T) *T { return &xs[len(xs)-1] }

func TestProofOfWorkIsChecked(t *testing.T) {
	l := layerOf(t, params.InsecureDevName, params.Last)
	l.GrindingBits = 12
	p, words, proof := sample(t, l)
	if err := verify(p, newTranscript(), proof, words); err != nil {
		t.Fatal(err)
	}
	proof.Nonce = proof.Nonce.Add(field.One)
	err := verify(p, newTranscript(), proof, words)
	rejected(t, err, "proof of work")
	if !errors.Is(err, transcript.ErrWork) {
		t.Error(err)
	}
}

// TestCallersMistakes are errors, no panics and no verdicts.
func TestCallersMistakes(t *testing.T) {
	p, words, proof := sample(t, layerOf(t, params.InsecureDevName, params.Last))
	for name, change := range map[string]func(*Challenges, *[][]ext.E6){
		"a word less":     func(_ *Challenges, v *[][]ext.E6) { *v = (*v)[1:] },
		"a value less":    func(_ *Challenges, v *[][]ext.E6) { (*v)[1] = (*v)[1][1:] },
		"an index less":   func(ch *Challenges, _ *[][]ext.E6) { ch.Indices = ch.Indices[1:] },
		"index too great": func(ch *Challenges, _ *[][]ext.E6) { ch.Indices[0] = 1 << p.Top() },
		"index below 0":   func(ch *Challenges, _ *[][]ext.E6) { ch.Indices[0] = -1 },
		"a beta less":     func(ch *Challenges, _ *[][]ext.E6) { ch.Betas = ch.Betas[1:] },
		"a rho less":      func(ch *Challenges, _ *[][]ext.E6) { ch.Rhos = nil },
	} {
		ch, err := p.VerifyCommit(newTranscript(), proof)
		if err != nil {
			t.Fatal(err)
		}
		values := valuesAt(p, words, ch.Indices)
		change(ch, &values)
		if err := p.VerifyQueries(ch, proof, values); err == nil || errors.Is(err, ErrInvalidProof) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := p.VerifyQueries(nil, proof, nil); err == nil || errors.Is(err, ErrInvalidProof) {
		t.Error(err)
	}
}
