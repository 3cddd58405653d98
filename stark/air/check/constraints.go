package check

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/air"
)

// Violation is a constraint that does not hold.
type Violation struct {
	Instance   int
	Chip       string
	Constraint int // index in the chip
	Name       string
	Row        int // the first row
	Rows       int // how many rows
}

func (v Violation) String() string {
	return fmt.Sprintf("chip %s: constraint %q violated on row %d (%d rows)", v.Chip, v.Name, v.Row, v.Rows)
}

// Constraints returns every violated constraint of every instance.
func Constraints(instances []Instance) ([]Violation, error) {
	if err := checkAll(instances); err != nil {
		return nil, err
	}
	var out []Violation
	for i := range instances {
		in := &instances[i]
		e, found := newEvaluator(in.Chip), make([]Violation, len(in.Chip.Constraints))
		for row := range in.Height() {
			e.run(in, row)
			for c, constraint := range in.Chip.Constraints {
				if !holdsOn(constraint.When, row, in.Height()) || e.isZero(constraint.Node) {
					continue
				}
				if found[c].Rows == 0 {
					found[c] = Violation{Instance: i, Chip: in.Chip.Name, Constraint: c, Name: constraint.Name, Row: row}
				}
				found[c].Rows++
			}
		}
		for _, v := range found {
			if v.Rows > 0 {
				out = append(out, v)
			}
		}
	}
	return out, nil
}

func holdsOn(w air.When, row, height int) bool {
	switch w {
	case air.First:
		return row == 0
	case air.Last:
		return row == height-1
	case air.Transition:
		return row < height-1
	}
	return true
}

// All is Constraints and Balance as one error that names the first violations: nil when
// the instances are what a prover could prove.
func All(instances []Instance, external []Message) error {
	violations, err := Constraints(instances)
	if err != nil {
		return err
	}
	if len(violations) > 0 {
		return fmt.Errorf("%d constraints: %v", len(violations), violations[:min(5, len(violations))])
	}
	unbalanced, err := Balance(instances, external)
	if err != nil {
		return err
	}
	if len(unbalanced) > 0 {
		return fmt.Errorf("%d tuples: %v", len(unbalanced), unbalanced[:min(5, len(unbalanced))])
	}
	return nil
}
