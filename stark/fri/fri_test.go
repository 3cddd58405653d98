package fri

import (
	"bytes"
	"context"
	"errors"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/stark/transcript"
)

// combinations are log heights of traces: single, equal and different modulo three,
// the smallest, several in one layer.
var combinations = [][]int{
	{7}, {8}, {9}, {10}, {12}, {8, 7}, {9, 8, 7}, {10, 7}, {11, 10, 9, 8, 7}, {11, 8}, {12, 7}, {12, 11, 10, 7}, {13, 9},
}

// TestProveAndVerify has both provers prove honest words: the proofs are equal, survive
// encoding, and are accepted, with equal records of provers and verifier.
func TestProveAndVerify(t *testing.T) {
	for _, layer := range layerNames {
		for i, traces := range combinations {
			t.Run(layer+name(traces), func(t *testing.T) {
				l := layerOf(t, params.InsecureDevName, layer)
				p := newPlan(t, l, above(l.LogBlowup, traces...)...)
				words := wordsOf(t, p, l.LogBlowup, uint64(i))
				proof, record := proveAndVerify(t, p, words)
				tr, slowRecord := recorded()
				if slow := encode(p, (reference{}).prove(t, p, tr, words)); !bytes.Equal(slow, encode(p, proof)) {
					t.Error("the two provers differ")
				}
				if err := record.Compare(slowRecord); err != nil {
					t.Error(err)
				}
			})
		}
	}
}

// TestFullProfile proves once with everything that each layer of p100 asks for.
func TestFullProfile(t *testing.T) {
	for i, layer := range layerNames {
		l := layerOf(t, params.P100Name, layer)
		p := newPlan(t, l, above(l.LogBlowup, combinations[i+4]...)...)
		proveAndVerify(t, p, wordsOf(t, p, l.LogBlowup, 1))
	}
}

// proveAndVerify returns the proof and what its transcript recorded.
func proveAndVerify(t *testing.T, p *Plan, words []ext.Vector) (*Proof, *transcript.Log) {
	t.Helper()
	tr, record := recorded()
	c, err := p.Commit(context.Background(), tr, words, 2)
	if err != nil {
		t.Fatal(err)
	}
	proof, err := c.Open()
	if err != nil {
		t.Fatal(err)
	}
	if wire := encode(p, proof); len(wire) != p.ProofBytes() {
		t.Fatalf("%d bytes, the plan says %d", len(wire), p.ProofBytes())
	}
	other, otherRecord := recorded()
	if err := verify(p, other, copyOf(t, p, proof), words); err != nil {
		t.Fatal(err)
	}
	if err := record.Compare(otherRecord); err != nil {
		t.Error(err)
	}
	return proof, record
}

func recorded() (*transcript.Transcript, *transcript.Log) {
	tr, record := newTranscript(), new(transcript.Log)
	tr.SetRecorder(record)
	return tr, record
}

func TestHonestProverRefusesHighDegree(t *testing.T) {
	l := layerOf(t, params.InsecureDevName, params.LeafHalf)
	for bad := range 4 {
		p, words := tooHigh(t, l, bad)
		_, err := p.Commit(context.Background(), newTranscript(), words, 1)
		if !errors.Is(err, ErrHighDegree) {
			t.Errorf("word %d has a coefficient too many: %v", bad, err)
		}
	}
}
