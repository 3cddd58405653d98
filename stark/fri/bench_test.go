package fri

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/params"
)

// BenchmarkCommit is the prover on one goroutine without the proof of work: all layers
// and trees of the words of these domains.
func BenchmarkCommit(b *testing.B) {
	for _, heights := range [][]int{{18}, {21}, {21, 20, 19, 18, 16, 12}} {
		b.Run(fmt.Sprint(heights), func(b *testing.B) {
			p := newPlan(b, strict(b, params.LeafHalf), heights...)
			words := wordsOf(b, p, 1, 1)
			for b.Loop() {
				if _, err := p.Commit(context.Background(), newTranscript(), words, 1); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkLayer takes apart what a layer of 2^21 elements costs besides its tree.
func BenchmarkLayer(b *testing.B) {
	const logHeight = 21
	rng := rand.New(rand.NewPCG(1, 1))
	word, half := ext.NewVector(1<<logHeight), ext.NewVector(1<<(logHeight-1))
	for i := range word.Len() {
		word.Set(i, randomE6(rng))
	}
	half.Copy(word.Slice(0, half.Len()))
	terms := []term{{word: word}, {word: half, lift: 1, scale: randomE6(rng)}}
	columns, err := layerColumns(context.Background(), logHeight, terms, 1)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("deal", func(b *testing.B) {
		for b.Loop() {
			_, _ = layerColumns(context.Background(), logHeight, terms[:1], 1)
		}
	})
	b.Run("deal and lift", func(b *testing.B) {
		for b.Loop() {
			_, _ = layerColumns(context.Background(), logHeight, terms, 1)
		}
	})
	b.Run("fold", func(b *testing.B) {
		beta := randomE6(rng)
		for b.Loop() {
			_, _ = foldColumns(context.Background(), logHeight, columns, beta, 1)
		}
	})
}

// BenchmarkVerify is the verifier at p100's queries, with no proof of work.
func BenchmarkVerify(b *testing.B) {
	for _, name := range layerNames {
		b.Run(name, func(b *testing.B) {
			l := strict(b, name)
			p := newPlan(b, l, 16, 15, 13, 12)
			words := wordsOf(b, p, l.LogBlowup, 1)
			proof := prove(b, p, words)
			ch, err := p.VerifyCommit(newTranscript(), proof)
			if err != nil {
				b.Fatal(err)
			}
			values := valuesAt(p, words, ch.Indices)
			b.ReportMetric(float64(p.ProofBytes()), "proof-bytes")
			for b.Loop() {
				ch, err := p.VerifyCommit(newTranscript(), proof)
				if err != nil {
					b.Fatal(err)
				}
				if err := p.VerifyQueries(ch, proof, values); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
