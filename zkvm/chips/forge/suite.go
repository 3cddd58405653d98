package forge

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/air/check"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
)

var update = flag.Bool("update", false, "write the golden files of chips")

// Allowed are exceptions of a chip, for reasons given beside the call.
type Allowed struct {
	// Free names columns that may hold other values on some rows.
	Free []string
	// Kept names constraints that stay although no row needs them.
	Kept []string
}

// Suite tests the chip of a table with cases: they are accepted, wrong results and changed
// cells are not, every constraint and interaction is needed, no wrong row is found, and
// the chip is the one of testdata.
func Suite(t *testing.T, table chips.Table, id rom.Table, cases []Case, but Allowed) {
	steps := Steps(cases)
	for i := range steps {
		if err := steps[i].Row.Check(); err != nil {
			t.Fatalf("case %d: %v", i, err)
		}
	}
	t.Run("accepts", func(t *testing.T) { accepts(t, table, id, steps) })
	t.Run("wrong results", func(t *testing.T) { wrongResults(t, table, id, steps) })
	few := sample(steps, 80)
	in := Instance(table, id, few, 1)
	t.Run("corruption", func(t *testing.T) {
		rows := map[string][]int{table.Chip.Name: upTo(len(few))}
		survivors, err := check.Corrupt([]check.Instance{in, Supply(in)}, External(few), check.Corruption{Rows: rows})
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range survivors {
			if s.Chip == table.Chip.Name && !slices.Contains(but.Free, s.Column) {
				t.Error(s)
			}
		}
	})
	t.Run("deletion", func(t *testing.T) { deletions(t, &in, but.Kept) })
	t.Run("attack", func(t *testing.T) {
		rows := 1 + 120/len(table.Chip.Main) // wide chips take longer
		for _, f := range Attack(&in, min(len(few), rows)) {
			t.Error(f)
		}
	})
	t.Run("golden", func(t *testing.T) { golden(t, table.Chip) })
}

func accepts(t *testing.T, table chips.Table, id rom.Table, steps []record.Step) {
	full := sample(steps, 255)
	for _, some := range [][]record.Step{steps, full} {
		if err := Try(table, id, some); err != nil {
			t.Fatal(err)
		}
	}
	empty := Instance(table, id, nil, 3)
	if err := check.All([]check.Instance{empty, Supply(empty)}, nil); err != nil {
		t.Fatalf("padding alone: %v", err)
	}
}

// wrongResults claims other values written and other next pcs, consistently everywhere.
func wrongResults(t *testing.T, table chips.Table, id rom.Table, steps []record.Step) {
	uses := uses(steps[0].Row)
	for i := range sample(steps, 60) {
		s := steps[i : i+1 : i+1]
		for _, mask := range []uint64{1, 1 << 16, 1 << 31, 1 << 32, 1 << 63, 0xffff_ffff << 32, 0x8000_8000_8000_8000} {
			bad := slices.Clone(s)
			bad[0].Rd ^= mask
			if uses.rd && accepted(table, id, bad) {
				t.Errorf("%v: result %#x instead of %#x is accepted", s[0].Row, bad[0].Rd, s[0].Rd)
			}
		}
		bad := slices.Clone(s)
		bad[0].NextPC++
		if accepted(table, id, bad) {
			t.Errorf("%v: next pc %#x instead of %#x is accepted", s[0].Row, bad[0].NextPC, s[0].NextPC)
		}
	}
}

func accepted(table chips.Table, id rom.Table, steps []record.Step) bool {
	return Try(table, id, steps) == nil
}

// Try fills a table with steps and reports what the proof system would refuse.
func Try(table chips.Table, id rom.Table, steps []record.Step) error {
	in := Instance(table, id, steps, 1)
	return check.All([]check.Instance{in, Supply(in)}, External(steps))
}

func deletions(t *testing.T, in *check.Instance, kept []string) {
	missing, cases := Missing(in, kept)
	for _, m := range missing {
		t.Error(m)
	}
	unneeded, err := check.Deletions(cases)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range unneeded {
		if d.Chip == in.Chip.Name && !slices.Contains(missing, d) && !slices.Contains(kept, d.Name) {
			t.Error(d)
		}
	}
}

// Cost is the size of a chip: main columns, and columns in E6 by docs/proving.md, up to two
// pairs of messages, or two lookups, in one.
func Cost(chip *air.Chip) string {
	messages, lookups := 0, 0
	for _, x := range chip.Interactions {
		if x.Bus.Kind == air.Permutation {
			messages++
		} else {
			lookups++
		}
	}
	perm := (messages/2+1)/2 + (lookups+1)/2
	return fmt.Sprintf("%d main columns, %d messages, %d lookups: %d base columns of permutation",
		len(chip.Main), messages, lookups, 6*perm)
}

func golden(t *testing.T, chip *air.Chip) {
	path := filepath.Join("testdata", chip.Name+".golden")
	got := check.Describe(chip) + "cost: " + Cost(chip) + "\n"
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if strings.TrimSpace(string(want)) != strings.TrimSpace(got) {
		t.Errorf("chip differs from %s; look at the difference, then run with -update:\n%s", path, got)
	}
}

// sample takes at most n steps, the first and others by chance, always the same ones.
func sample(steps []record.Step, n int) []record.Step {
	if len(steps) <= n {
		return steps
	}
	out := slices.Clone(steps)
	rng := rand.New(rand.NewPCG(1, 2))
	rng.Shuffle(len(out)-1, func(i, j int) { out[i+1], out[j+1] = out[j+1], out[i+1] })
	return out[:n]
}

func upTo(n int) (out []int) {
	for i := range n {
		out = append(out, i)
	}
	return out
}
