package fri

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/params"
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
