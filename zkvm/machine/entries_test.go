package machine

import (
	"errors"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/hash/sponge"
	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
)

// The global messages of a run stay below p: a proof alone cannot know, so the verifier of
// the run counts. Equal tuples that are taken p times would need no put.
func TestGlobalEntriesOfARun(t *testing.T) {
	k := NewKeys(params.InsecureDev())
	shape := len(k.machine.Boundaries) - 1
	key, err := k.Key(Boundary, shape)
	if err != nil {
		t.Fatal(err)
	}
	limit := uint64(key.Layer.GlobalEntriesMax)
	if key.GlobalEntries == 0 || limit >= 1<<31 {
		t.Fatalf("%d entries of at most %d", key.GlobalEntries, limit)
	}
	most := int(limit / key.GlobalEntries)
	if most >= maxBoundaries {
		t.Errorf("%d boundary proofs of the greatest shape are never too many", most)
	}
	items := make([]item, most)
	for i := range items {
		items[i].key = key
	}
	if err := checkEntries(items); err != nil {
		t.Errorf("%d proofs: %v", most, err)
	}
	err = checkEntries(append(items, item{key: key}))
	if !errors.Is(err, ErrInvalidProof) || !strings.Contains(err.Error(), "messages on global buses") {
		t.Errorf("%d proofs: %v", most+1, err)
	}
}

// Cells of public values are below 2^30, which the chip of the boundary relies on.
func TestLastCellIsBounded(t *testing.T) {
	chain := func(last uint32) error {
		return (&Proof{
			Segments:   []SegmentProof{{PCOut: bus.Halted, TimeOut: bus.StartTime + bus.StepTime}},
			Boundaries: []BoundaryProof{{Last: last}},
		}).checkChain()
	}
	if err := chain(1<<30 - 1); err != nil {
		t.Error(err)
	}
	for _, last := range []uint32{0, 1 << 30, field.Modulus, field.Modulus + 1, 1<<32 - 1} {
		if err := chain(last); !errors.Is(err, ErrInvalidProof) || !strings.Contains(err.Error(), "last cell") {
			t.Errorf("last cell %d: %v", last, err)
		}
	}
}

// The machine is in the statement: two machines have different ones.
func TestStatementHasTheMachine(t *testing.T) {
	seen := map[sponge.Digest]bool{}
	for i := range uint32(3) {
		k := NewKeys(params.InsecureDev())
		k.digest = &sponge.Digest{field.Element(i)}
		d, err := k.Digested(&Statement{Segments: 1, Boundaries: 1})
		if err != nil || seen[d] {
			t.Errorf("machine %d: statement known %v, %v", i, seen[d], err)
		}
		seen[d] = true
	}
}
