package forge

import (
	"fmt"
	"slices"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/air/check"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/chips/tables"
)

// budget is the number of evaluations of the graph that one start may take.
const budget = 200

// startRows is the number of rows, besides padding, from which searches start.
const startRows = 80

// Missing returns what nothing shows to be needed: constraints and lookups of a chip without
// which no wrong row was found; and for the others a case of a wrong row that is refused
// by them alone. The instance has to be right. Constraints of the names in kept are left out.
func Missing(in *check.Instance, kept []string) (missing []check.Deletion, cases []check.Case) {
	rows := starts(in)
	for i, c := range in.Chip.Constraints {
		if slices.Contains(kept, c.Name) {
			continue
		}
		s := newSearch(in.Chip)
		s.withoutConstraint = i
		s.accept = func(values []field.Element) bool { return values[c.Node] != 0 && s.honest(values) }
		if row := s.any(rows, s.support[c.Node]); row != nil {
			cases = append(cases, wrong(in.Chip, "without constraint "+c.Name, row))
		} else {
			missing = append(missing, check.Deletion{Chip: in.Chip.Name, Index: i, Name: c.Name})
		}
	}
	for i := range in.Chip.Interactions {
		x := &in.Chip.Interactions[i]
		d := check.Deletion{Chip: in.Chip.Name, Interaction: true, Index: i, Name: x.Bus.Name}
		if x.Bus.Kind == air.Permutation || x.Direction == air.Put || isROM(x) {
			cases = append(cases, unsent(in, i))
			continue
		}
		s := newSearch(in.Chip)
		s.withoutInteraction = i
		s.accept = func(values []field.Element) bool {
			return values[x.Multiplicity] != 0 && !inTables(values, x) && s.honest(values)
		}
		var columns []int
		for _, id := range x.Tuple {
			columns = append(columns, s.support[id]...)
		}
		if row := s.any(rows, columns); row != nil {
			cases = append(cases, wrong(in.Chip, fmt.Sprintf("without lookup %d", i), row))
		} else {
			missing = append(missing, d)
		}
	}
	return missing, cases
}

// Attack looks for rows that read what a row of the instance reads and send something else,
// and returns descriptions of those it finds.
func Attack(in *check.Instance, live int) (found []string) {
	s := newSearch(in.Chip)
	for i := range in.Chip.Interactions {
		x := &in.Chip.Interactions[i]
		if x.Direction == air.Take && (x.Bus.Kind == air.Permutation || isROM(x)) {
			for _, id := range x.Tuple {
				for _, c := range s.support[id] {
					s.frozen[c] = true
				}
			}
		}
	}
	for row := range live {
		start := cells(in, row)
		right := s.sent(eval(in.Chip, start))
		s.accept = func(values []field.Element) bool { return s.sent(values) != right }
		for c := range in.Chip.Main {
			if s.frozen[c] {
				continue
			}
			if forged := s.from(start, c, budget/4); forged != nil {
				found = append(found, fmt.Sprintf("chip %s, row %d, from column %s: %v instead of %v",
					in.Chip.Name, row, in.Chip.Main[c].Name, forged, start))
			}
		}
	}
	return found
}

// sent is all that a row puts on permutation buses.
func (s *search) sent(values []field.Element) (out string) {
	for i := range s.chip.Interactions {
		if x := &s.chip.Interactions[i]; x.Direction == air.Put {
			out += key(x.Bus, tuple(values, x))
		}
	}
	return out
}

// any tries the columns on all rows.
func (s *search) any(rows [][]field.Element, columns []int) []field.Element {
	for _, effort := range []int{budget / 8, budget} {
		for _, row := range rows {
			for i := len(columns) - 1; i >= 0; i-- {
				if out := s.from(row, columns[i], effort); out != nil {
					return out
				}
			}
		}
	}
	return nil
}

// starts are rows of an instance, which ends with padding, and padding at another time.
func starts(in *check.Instance) (out [][]field.Element) {
	seen := map[string]bool{}
	for row := range live(in) {
		c := cells(in, row)
		if k := fmt.Sprint(c); !seen[k] {
			seen[k] = true
			out = append(out, c)
		}
	}
	padding := out[len(out)-1]
	later := slices.Clone(padding)
	for _, x := range in.Chip.Interactions {
		if x.Bus.ID == bus.State.ID && x.Direction == air.Take {
			for _, id := range x.Tuple {
				column := in.Chip.Nodes[id].Index
				later[column] = out[0][column]
			}
		}
	}
	return append(out[:min(len(out)-1, startRows)], padding, later)
}

// wrong is an instance of one row twice, of which the second takes part in nothing, and a
// machine that answers all it sends.
func wrong(chip *air.Chip, name string, row []field.Element) check.Case {
	in := check.Instance{Chip: chip}
	for _, v := range row {
		in.Main = append(in.Main, []field.Element{v, v})
	}
	return check.Case{Name: name, Instances: []check.Instance{in, Supply(in)}, External: answers(&in, none)}
}

// unsent is the right instance in a machine that does not answer one interaction.
func unsent(in *check.Instance, interaction int) check.Case {
	name := fmt.Sprintf("without interaction %d", interaction)
	return check.Case{Name: name, Instances: []check.Instance{*in, Supply(*in)}, External: answers(in, interaction)}
}

// answers balances STATE, MEM and ROM, except for one interaction.
func answers(in *check.Instance, except int) (out []check.Message) {
	for row := range live(in) {
		values := eval(in.Chip, cells(in, row))
		for i := range in.Chip.Interactions {
			x := &in.Chip.Interactions[i]
			if i == except || x.Bus.Kind != air.Permutation && !isROM(x) || values[x.Multiplicity] == 0 {
				continue
			}
			m := check.Message{Bus: x.Bus, Direction: -x.Direction, Multiplicity: values[x.Multiplicity]}
			for _, id := range x.Tuple {
				m.Tuple = append(m.Tuple, values[id])
			}
			out = append(out, m)
		}
	}
	return out
}

func isROM(x *air.Interaction) bool { return x.Bus.ID == bus.ROM.ID }

func inTables(values []field.Element, x *air.Interaction) bool {
	_, _, ok := tables.Row(x.Bus, tuple(values, x))
	return ok
}
