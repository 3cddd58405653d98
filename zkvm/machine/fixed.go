package machine

import (
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
)

// FixedColumns returns the fixed columns of the tables of a shape of segments or boundary
// proofs, in the order of the layout, by table and column.
func (d *Definition) FixedColumns(kind Kind, shape int) (out [][][]field.Element) {
	tables := d.Tables
	if kind == Boundary {
		tables = tables[:0:0]
		tables = append(tables, d.Lookups, d.Lookups) // the cells have no fixed columns
		tables[0].Fixed = nil
	}
	for i, log := range d.heights(kind, shape) {
		switch {
		case log == 0:
		case tables[i].Fixed == nil:
			out = append(out, nil)
		default:
			out = append(out, tables[i].Fixed(log))
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
