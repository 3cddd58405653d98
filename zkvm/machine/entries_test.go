package machine

import (
	"errors"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/params"
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
