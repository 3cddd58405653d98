package calltest

import (
	"github.com/ashlar-labs/ashlar/stark/air/check"
	"github.com/ashlar-labs/ashlar/stark/field"
)

// Needless changes cells of some rows of every main column, one at a time, by one and by
// two, and returns the constraints that no change violates.
func Needless(in check.Instance, rows ...int) (names []string, err error) {
	needed := make([]bool, len(in.Chip.Constraints))
	for _, row := range rows {
		for c := range in.Main {
			old := in.Main[c][row]
			for by := range uint64(2) {
				in.Main[c][row] = old.Add(field.New(by + 1))
				all, err := check.Constraints([]check.Instance{in})
				if err != nil {
					return nil, err
				}
				for _, v := range all {
					needed[v.Constraint] = true
				}
			}
			in.Main[c][row] = old
		}
	}
	for i, c := range in.Chip.Constraints {
		if !needed[i] {
			names = append(names, c.Name)
		}
	}
	return names, nil
}
