package node_test

import (
	"flag"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

var (
	twinSeed     = flag.Uint64("twin-seed", 1, "of the requests of TestTwinRandom")
	twinRequests = flag.Int("twin-requests", 600, "of TestTwinRandom; more of them find more")
)

// mutated changes parameters: usual ones with some values of other kinds, and now and then a text that is cut, doubled or has another character.
func mutated(r *rand.Rand, kinds []kind, all []kind) string {
	values := make([]string, len(kinds))
	for i, k := range kinds {
		values[i] = k[0]
		if r.IntN(3) == 0 {
			values[i] = k[r.IntN(len(k))]
		}
		if r.IntN(40) == 0 {
			other := all[r.IntN(len(all))]
			values[i] = other[r.IntN(len(other))]
		}
	}
	switch r.IntN(12) {
	case 0:
		values = values[:r.IntN(len(values)+1)]
	case 1:
		values = append(values, "null")
	}
	text := "[" + strings.Join(values, ",") + "]"
	if r.IntN(4) > 0 {
		return text
	}
	at := r.IntN(len(text))
	switch r.IntN(4) {
	case 0:
		return text[:at] + text[at+1:]
	case 1:
		return text[:at] + text[at:at+1] + text[at:]
	case 2:
		return text[:at] + string("0123456789abcdefx\"{}[],:-$ "[r.IntN(27)]) + text[at:]
	}
	return text[:at] + string("0123456789abcdefx\"{}[],:-$ "[r.IntN(27)]) + text[at+1:]
}

// TestTwinRandom sends random requests to both.
func TestTwinRandom(t *testing.T) {
	w := newTwin(t, append(slices.Clone(differences), randomDifferences...))
	r := rand.New(rand.NewPCG(*twinSeed, 0))
	methods := slices.Sorted(maps.Keys(twinMethods))
	var all []kind
	for _, m := range methods {
		all = append(all, twinMethods[m]...)
	}
	for range *twinRequests {
		method := methods[r.IntN(len(methods))]
		params := mutated(r, twinMethods[method], all)
		if strings.Contains(params, "timeout") || strings.HasSuffix(method, "Filter") {
			continue // an answer that depends on time; no more filters than there can be
		}
		w.check(method, params)
	}
	t.Logf("%d requests from seed %d", *twinRequests, *twinSeed)
}
