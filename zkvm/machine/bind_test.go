package machine_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/hash/sponge"
	"github.com/ashlar-labs/ashlar/stark/merkle"
	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/stark/proof"
	"github.com/ashlar-labs/ashlar/zkvm/machine"
)

// Every part of a statement changes its digest, also where something else would refuse the
// proof too.
func TestStatementBindsEverything(t *testing.T) {
	base := machine.Statement{Segments: 3, Boundaries: 2}
	digest := func(profile params.Profile, s machine.Statement) sponge.Digest {
		d, err := machine.NewKeys(profile).Digested(&s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	seen := map[sponge.Digest]string{digest(params.InsecureDev(), base): "nothing"}
	note := func(name string, d sponge.Digest) {
		if other, ok := seen[d]; ok {
			t.Errorf("%s and %s give one digest", name, other)
		}
		seen[d] = name
	}
	for name, change := range map[string]func(s *machine.Statement){
		"program":     func(s *machine.Statement) { s.Program[31] = 1 },
		"output":      func(s *machine.Statement) { s.Output[31] = 1 },
		"segments":    func(s *machine.Statement) { s.Segments = 2 },
		"boundaries":  func(s *machine.Statement) { s.Boundaries = 3 },
		"both counts": func(s *machine.Statement) { s.Segments, s.Boundaries = 2, 3 },
	} {
		s := base
		change(&s)
		note(name, digest(params.InsecureDev(), s))
	}
	note("profile", digest(params.P100(), base))
	queries := params.InsecureDev()
	queries.Layers = slices.Clone(queries.Layers)
	queries.Layers[0].Queries++
	note("queries", digest(queries, base))
}

// So does every part of the first passes change the global challenge, and every part of a
// proof's name its context.
func TestGlobalChallengeBindsEverything(t *testing.T) {
	statement := sponge.Digest{1, 2, 3}
	firsts := func() []machine.First {
		first := func(kind machine.Kind, at int) machine.First {
			return machine.First{
				Part:    machine.Part{Kind: kind, Index: at, Shape: 4},
				Publics: []field.Element{5, 6},
				Shared:  proof.SharedPart{Cap: merkle.Cap{{7}, {8}}, Pins: []ext.E6{{9}, {10}}},
			}
		}
		return []machine.First{first(machine.Segment, 0), first(machine.Segment, 1), first(machine.Boundary, 0)}
	}
	seen := map[proof.Global]string{machine.Global(statement, firsts()): "nothing"}
	contexts := map[string]bool{}
	for name, change := range map[string]func(f []machine.First) []machine.First{
		"kind":         func(f []machine.First) []machine.First { f[2].Kind = machine.Program; return f },
		"index":        func(f []machine.First) []machine.First { f[1].Index = 2; return f },
		"shape":        func(f []machine.First) []machine.First { f[1].Shape = 3; return f },
		"public value": func(f []machine.First) []machine.First { f[0].Publics[1] = 7; return f },
		"public values in another proof": func(f []machine.First) []machine.First {
			f[0].Publics, f[1].Publics = f[0].Publics[:1], []field.Element{6, 5, 6}
			return f
		},
		"cap":         func(f []machine.First) []machine.First { f[2].Shared.Cap[1][7] = 1; return f },
		"pin":         func(f []machine.First) []machine.First { f[2].Shared.Pins[1][5] = 1; return f },
		"order":       func(f []machine.First) []machine.First { f[0], f[1] = f[1], f[0]; return f },
		"proof twice": func(f []machine.First) []machine.First { return append(f, f[2]) },
		"proof less":  func(f []machine.First) []machine.First { return f[:2] },
	} {
		g := machine.Global(statement, change(firsts()))
		if other, ok := seen[g]; ok {
			t.Errorf("%s and %s give one challenge", name, other)
		}
		seen[g] = name
	}
	if _, ok := seen[machine.Global(sponge.Digest{1, 2, 4}, firsts())]; ok {
		t.Error("the statement does not count")
	}
	for _, p := range []machine.Part{{}, {Kind: 1}, {Index: 1}, {Shape: 1}, {Kind: 1, Index: 1}} {
		for _, d := range []sponge.Digest{{}, {1}} {
			key := fmt.Sprint(machine.Context(d, p))
			if contexts[key] {
				t.Errorf("context of %+v is another's", p)
			}
			contexts[key] = true
		}
	}
}

// A verifier counts the global messages of the run that it is given: with a limit that every
// part keeps and all together do not, it refuses before it looks at a proof.
func TestVerifierCountsGlobalEntries(t *testing.T) {
	run := fixture(t)[0]
	most, sum := uint64(0), uint64(0)
	note := func(key *proof.Key, err error) {
		if err != nil {
			t.Fatal(err)
		}
		most, sum = max(most, key.GlobalEntries), sum+key.GlobalEntries
	}
	for i := range run.proof.Segments {
		note(run.keys.Key(machine.Segment, run.proof.Segments[i].Shape))
	}
	for i := range run.proof.Boundaries {
		note(run.keys.Key(machine.Boundary, run.proof.Boundaries[i].Shape))
	}
	note(run.keys.ProgramKey(&run.proof.Program))
	for _, limit := range []uint64{most, sum - 1} {
		profile := params.InsecureDev()
		profile.Layers[0].GlobalEntriesMax = int(limit)
		err := machine.NewKeys(profile).VerifyProof(context.Background(), run.program, run.proof.Output, run.proof)
		if !errors.Is(err, machine.ErrInvalidProof) || !strings.Contains(err.Error(), "messages on global buses") {
			t.Errorf("at most %d of %d: %v", limit, sum, err)
		}
	}
}
