package machine

import (
	"slices"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/hash/sponge"
	"github.com/ashlar-labs/ashlar/stark/merkle"
	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/stark/proof"
)

// The chain of states and of cells is the verifier's: every part starts where the one before ended, under its own place
// and shape.
func TestItemsChain(t *testing.T) {
	some := &proof.Proof{}
	p := &Proof{
		Program:      ProgramID{Logs: [programParts]int{7, 7, 7}, Entry: 5, Cap: make(merkle.Cap, 1<<embeddedCapLog)},
		Segments:     []SegmentProof{{0, 6, 70, some}, {2, 8, 90, some}},
		Boundaries:   []BoundaryProof{{1, 100, some}, {0, 200, some}, {1, 300, some}},
		ProgramProof: some,
	}
	items, err := p.items(NewKeys(params.InsecureDev()))
	if err != nil {
		t.Fatal(err)
	}
	want := []struct {
		part    Part
		publics []uint64
	}{
		{Part{Segment, 0, 0}, []uint64{1, 5, 6, 70}}, {Part{Segment, 1, 2}, []uint64{2, 6, 8, 90}},
		{Part{Boundary, 0, 1}, []uint64{0, 100}}, {Part{Boundary, 1, 0}, []uint64{100, 200}}, {Part{Boundary, 2, 1}, []uint64{200, 300}},
		{Part{Kind: Program}, nil},
	}
	contexts := map[string]bool{}
	for i, w := range want {
		if items[i].Part != w.part || !slices.Equal(items[i].Publics, fields(w.publics...)) {
			t.Errorf("part %d is %+v with %v", i, items[i].Part, items[i].Publics)
		}
		var key []byte
		for _, x := range Context(sponge.Digest{}, items[i].Part) {
			b := x.Bytes()
			key = append(key, b[:]...)
		}
		if contexts[string(key)] {
			t.Errorf("part %d has the context of another", i)
		}
		contexts[string(key)] = true
	}
	if len(items) != len(want) {
		t.Errorf("%d parts", len(items))
	}
	p.Boundaries[1].Shape = 255
	if _, err := p.items(NewKeys(params.InsecureDev())); err == nil {
		t.Error("a boundary proof of a shape that is none has a place")
	}
}
