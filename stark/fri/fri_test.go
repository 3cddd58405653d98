package fri

import (
	"bytes"
	"context"
	"errors"
	"testing"

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
				proveAndVerify(t, l, traces, uint64(i))
			})
		}
	}
}

func proveAndVerify(t *testing.T, l params.Layer, traces []int, seed uint64) {
	p := newPlan(t, l, above(l.LogBlowup, traces...)...)
	words := wordsOf(t, p, l.LogBlowup, seed)
	var logs [3]transcript.Log
	side := func(i int) *transcript.Transcript {
		tr := newTranscript()
		tr.SetRecorder(&logs[i])
		return tr
	}
	c, err := p.Commit(context.Background(), side(0), words, 2)
	if err != nil {
		t.Fatal(err)
	}
	proof, err := c.Open()
	if err != nil {
		t.Fatal(err)
	}
	wire := encode(p, proof)
	if len(wire) != p.ProofBytes() {
		t.Fatalf("%d bytes, the plan says %d", len(wire), p.ProofBytes())
	}
	if slow := encode(p, (reference{}).prove(t, p, side(1), words)); !bytes.Equal(slow, wire) {
		t.Error("the two provers differ")
	}
	if err := verify(p, side(2), copyOf(t, p, proof), words); err != nil {
		t.Fatal(err)
	}
	for _, other := range logs[1:] {
		if err := logs[0].Compare(&other); err != nil {
			t.Error(err)
		}
	}
}

// TestFullProfile proves once with everything that each layer of p100 asks for.
func TestFullProfile(t *testing.T) {
	for i, layer := range layerNames {
		proveAndVerify(t, layerOf(t, params.P100Name, layer), combinations[i+4], 1)
	}
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
