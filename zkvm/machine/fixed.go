package machine

import (
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
)

// FixedColumns returns the fixed columns of the tables of a shape of segments or boundary
// proofs, in the order of the layout, by table and column.
func (d *Definition) FixedColumns(kind Kind, shape int) (out [][][]field.Element) {
	fixed := func(chip int) func(log int) [][]field.Element { return d.Tables[d.Places[chip].Table].Fixed }
	if kind == Boundary {
		fixed = func(chip int) func(log int) [][]field.Element {
			return []func(log int) [][]field.Element{nil, d.Lookups.Fixed}[chip] // the cells have none
		}
	}
	for i, log := range d.heights(kind, shape) {
		switch {
		case log == 0:
		case fixed(i) == nil:
			out = append(out, nil)
		default:
			out = append(out, fixed(i)(log))
		}
	}
	return out
}

// ProgramColumns returns the heights of a program's tables and their fixed columns.
func (d *Definition) ProgramColumns(p *rom.Program) (logs [programParts]int, columns [][][]field.Element, err error) {
	for i := range d.Parts {
		part := &d.Parts[i]
		logs[i] = minLog
		for 1<<logs[i] < part.Rows(p) {
			logs[i]++
		}
		c, err := part.Columns(p, logs[i])
		if err != nil {
			return logs, nil, err
		}
		columns = append(columns, c)
	}
	return logs, columns, nil
}
