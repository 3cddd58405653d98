package calltest

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/air/check"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/record"
)

// Fill makes instances of tables from a segment, each of the least height that holds its
// rows, and at least 2^log.
func Fill(tables []chips.Table, seg *record.Segment, log int) []check.Instance {
	var out []check.Instance
	for _, t := range tables {
		rows, h := t.Rows(seg), log
		if t.Chip.HasPermutation() {
			rows++
		}
		for 1<<h < rows {
			h++
		}
		in := check.Instance{Chip: t.Chip, Main: make([][]field.Element, len(t.Chip.Main))}
		for i := range in.Main {
			in.Main[i] = make([]field.Element, 1<<h)
		}
		if t.Fixed != nil {
			in.Fixed = t.Fixed(h)
		}
		t.Fill(seg, in.Main)
		out = append(out, in)
	}
	return out
}

// Corrupt changes, in turn, cells of one row of every main column of one instance and
// returns the changes that are accepted: plus one, minus one, negated, plus 2^16, and zero
// or one.
func Corrupt(in []check.Instance, which, row int, external []check.Message) (survivors []string) {
	main := in[which].Main
	for c := range main {
		old := main[c][row]
		changes := map[string]field.Element{
			"+1": old.Add(field.One), "-1": old.Sub(field.One), "negated": old.Neg(), "+2^16": old.Add(field.New(1 << 16)), "0": 0, "1": field.One,
		}
		for name, v := range changes {
			if v == old {
				continue
			}
			main[c][row] = v
			if Accept(in, external) == nil {
				survivors = append(survivors, fmt.Sprintf("%s.%s row %d: %s", in[which].Chip.Name, in[which].Chip.Main[c].Name, row, name))
			}
		}
		main[c][row] = old
	}
	return survivors
}
