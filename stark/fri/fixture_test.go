package fri

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/dft"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/stark/transcript"
)

func randomE6(rng *rand.Rand) (x ext.E6) {
	for k := range x {
		x[k] = field.New(rng.Uint64())
	}
	return x
}

// wordOf evaluates a random polynomial of exactly that many coefficients.
func wordOf(t testing.TB, logHeight, coefficients int, rng *rand.Rand) ext.Vector {
	t.Helper()
	word, coset := ext.NewVector(1<<logHeight), newCoset(t, logHeight)
	for k := range word {
		coeffs := make([]field.Element, 1<<logHeight)
		for i := range coefficients {
			coeffs[i] = field.New(rng.Uint64())
		}
		if err := coset.Extend(word[k], coeffs); err != nil {
			t.Fatal(err)
		}
	}
	return word
}

func newCoset(t testing.TB, logHeight int) *dft.Coset {
	t.Helper()
	coset, err := dft.NewCoset(logHeight, 0, Shift(logHeight))
	if err != nil {
		t.Fatal(err)
	}
	return coset
}

func newPlan(t testing.TB, l params.Layer, logHeights ...int) *Plan {
	t.Helper()
	p, err := NewPlan(l, logHeights)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// wordsOf are honest words for a plan: random polynomials of the greatest degree.
func wordsOf(t testing.TB, p *Plan, logBlowup int, seed uint64) []ext.Vector {
	t.Helper()
	rng := rand.New(rand.NewPCG(seed, 77))
	var words []ext.Vector
	for _, h := range p.heights {
		words = append(words, wordOf(t, h, 1<<(h-logBlowup), rng))
	}
	return words
}

func layerOf(t testing.TB, profile, name string) params.Layer {
	t.Helper()
	p, err := params.ByName(profile)
	if err != nil {
		t.Fatal(err)
	}
	l, err := p.Layer(name)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// strict is a layer with p100's queries and no proof of work, for tests that must not
// depend on luck.
func strict(t testing.TB, name string) params.Layer {
	t.Helper()
	l := layerOf(t, params.P100Name, name)
	l.GrindingBits = 0
	return l
}

func newTranscript() *transcript.Transcript {
	tr := transcript.New("fri test")
	tr.Uint64(7)
	return tr
}

func prove(t testing.TB, p *Plan, words []ext.Vector) *Proof {
	t.Helper()
	c, err := p.Commit(context.Background(), newTranscript(), words, 2)
	if err != nil {
		t.Fatal(err)
	}
	proof, err := c.Open()
	if err != nil {
		t.Fatal(err)
	}
	return proof
}

// valuesAt is what a caller computes from its own openings.
func valuesAt(p *Plan, words []ext.Vector, indices []int) [][]ext.E6 {
	values := make([][]ext.E6, len(p.heights))
	for g, h := range p.heights {
		for _, index := range indices {
			values[g] = append(values[g], words[g].At(index>>(p.Top()-h)))
		}
	}
	return values
}

func verify(p *Plan, tr *transcript.Transcript, proof *Proof, words []ext.Vector) error {
	ch, err := p.VerifyCommit(tr, proof)
	if err != nil {
		return err
	}
	return p.VerifyQueries(ch, proof, valuesAt(p, words, ch.Indices))
}

func encode(p *Plan, proof *Proof) []byte { return p.AppendProof(nil, proof) }

// copyOf is a proof that may be changed.
func copyOf(t testing.TB, p *Plan, proof *Proof) *Proof {
	t.Helper()
	out, err := p.DecodeProof(encode(p, proof))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

var layerNames = []string{params.LeafHalf, params.LeafQuarter, params.Recursion, params.Last}

// above turns trace heights into the log sizes of domains.
func above(logBlowup int, traces ...int) []int {
	out := make([]int, len(traces))
	for i, n := range traces {
		out[i] = n + logBlowup
	}
	return out
}

func name(traces []int) string { return fmt.Sprint(traces) }
