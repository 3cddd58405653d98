package check

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"

	"github.com/ashlar-labs/ashlar/stark/field"
)

// Corruption says which cells Corrupt changes. The zero value samples eight rows.
type Corruption struct {
	// Rows gives the rows of a chip; chips that are not named get Samples rows, among
	// them the first and the second, never the last row of a chip with a permutation bus.
	Rows    map[string][]int
	Samples int
	Seed    uint64
	// Patch, when given, is called after every change and may adjust other cells of the
	// instances to it, as a cheating prover would. All instances are then checked in full
	// for every change, which is slow.
	Patch func(instances []Instance, instance, column, row int)
}

// Survivor is a change of a cell that no constraint and no local bus noticed.
type Survivor struct {
	Chip, Column string
	Row          int
	Mutation     string
}

func (s Survivor) String() string {
	return fmt.Sprintf("chip %s: column %s, row %d: %s goes unnoticed", s.Chip, s.Column, s.Row, s.Mutation)
}

// mutations change a column at a row. A change that leaves the column as it was is none.
var mutations = []struct {
	name  string
	apply func(column []field.Element, row int, rng *rand.Rand)
}{
	{"adding one", func(c []field.Element, r int, _ *rand.Rand) { c[r] = c[r].Add(field.One) }},
	{"negation", func(c []field.Element, r int, _ *rand.Rand) { c[r] = c[r].Neg() }},
	{"swap with the next row", func(c []field.Element, r int, _ *rand.Rand) {
		next := (r + 1) % len(c)
		c[r], c[next] = c[next], c[r]
	}},
	{"a random value", func(c []field.Element, r int, rng *rand.Rand) { c[r] = field.New(rng.Uint64()) }},
}

// Corrupt changes cells of every main column of every instance, one at a time, and
// returns the changes that survive, each column with each mutation at most once. The
// instances have to be right to begin with ([All]); they are as before when it returns.
// Global buses count as noticing: a change of what a row puts on them is refused by
// the other proofs of a run.
func Corrupt(instances []Instance, external []Message, how Corruption) ([]Survivor, error) {
	if err := All(instances, external); err != nil {
		return nil, fmt.Errorf("corrupt: the instances are wrong already: %w", err)
	}
	rng := rand.New(rand.NewPCG(how.Seed, 1))
	var out []Survivor
	for i := range instances {
		in := &instances[i]
		rows, err := how.rowsOf(in, rng)
		if err != nil {
			return nil, err
		}
		e := newEvaluator(in.Chip)
		for column := range in.Main {
			for _, m := range mutations {
				row, survived := survivingRow(rows, func(row int) bool {
					change := func() { m.apply(in.Main[column], row, rng) }
					if how.Patch == nil {
						return unnoticed(e, in, column, row, change)
					}
					return unnoticedPatched(instances, external, i, column, row, change, how.Patch)
				})
				if survived {
					out = append(out, Survivor{in.Chip.Name, in.Chip.Main[column].Name, row, m.name})
				}
			}
		}
	}
	return out, nil
}

func survivingRow(rows []int, survives func(row int) bool) (int, bool) {
	for _, row := range rows {
		if survives(row) {
			return row, true
		}
	}
	return 0, false
}

func (how Corruption) rowsOf(in *Instance, rng *rand.Rand) ([]int, error) {
	if rows, ok := how.Rows[in.Chip.Name]; ok {
		for _, r := range rows {
			if r < 0 || r >= in.Height() {
				return nil, fmt.Errorf("corrupt: chip %s has no row %d", in.Chip.Name, r)
			}
		}
		return rows, nil
	}
	samples := how.Samples
	if samples == 0 {
		samples = 8
	}
	live := in.liveRows()
	if live == 0 {
		return nil, errors.New("corrupt: chip " + in.Chip.Name + " has no live row")
	}
	rows := []int{0, min(1, live-1)}
	for len(rows) < samples {
		rows = append(rows, rng.IntN(live))
	}
	slices.Sort(rows)
	return slices.Compact(rows), nil
}

// unnoticed changes a cell, looks at the rows that read it, and restores it. Because the
// instances balanced before, they balance after exactly when these rows put and take
// what they did.
func unnoticed(e *evaluator, in *Instance, column, row int, change func()) bool {
	n := in.Height()
	cells := in.Main[column]
	next := (row + 1) % n
	before := [2]field.Element{cells[row], cells[next]}
	rows := []int{(row + n - 1) % n, row, next}
	slices.Sort(rows)
	rows = slices.Compact(rows)

	delta := ledger{}
	for _, r := range rows {
		delta.addAll(e, in, r, true)
	}
	change()
	after := [2]field.Element{cells[row], cells[next]}
	noticed := false
	for _, r := range rows {
		delta.addAll(e, in, r, false)
		for _, c := range in.Chip.Constraints {
			noticed = noticed || holdsOn(c.When, r, n) && !e.isZero(c.Node)
		}
	}
	cells[row], cells[next] = before[0], before[1]
	return after != before && !noticed && delta.balanced()
}

// addAll runs e on a row and adds all its interactions.
func (l ledger) addAll(e *evaluator, in *Instance, row int, negate bool) {
	e.run(in, row)
	if row >= in.liveRows() {
		return
	}
	for i := range in.Chip.Interactions {
		l.addRow(e, &in.Chip.Interactions[i], in.Chip.Name, row, negate)
	}
}

func unnoticedPatched(instances []Instance, external []Message, instance, column, row int, change func(),
	patch func([]Instance, int, int, int),
) bool {
	saved := make([][][]field.Element, len(instances))
	for i := range instances {
		for _, c := range instances[i].Main {
			saved[i] = append(saved[i], slices.Clone(c))
		}
	}
	change()
	patch(instances, instance, column, row)
	changed := !slices.Equal(saved[instance][column], instances[instance].Main[column])
	survived := changed && All(instances, external) == nil
	for i := range instances {
		for c := range instances[i].Main {
			copy(instances[i].Main[c], saved[i][c])
		}
	}
	return survived
}
