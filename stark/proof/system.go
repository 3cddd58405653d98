package proof

import (
	"fmt"
	"slices"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/logup"
	"github.com/ashlar-labs/ashlar/stark/params"
)

// System is a list of chips whose tables are proven together.
type System struct {
	Name    string
	Chips   []*air.Chip // names differ
	Publics int         // number of public values
}

// Shape is log2 of the height by chip of a system; zero leaves the chip out.
type Shape []int

const (
	maxPublics = 1 << 16
	maxChips   = 1 << 8
)

// checkSystem refuses a system whose chips do not fit together, and returns its buses.
func checkSystem(s *System, shape Shape) (map[uint32]air.Bus, error) {
	if s.Name == "" || len(s.Chips) == 0 || len(s.Chips) > maxChips {
		return nil, fmt.Errorf("system %q: %d chips, a name and 1 to %d are needed", s.Name, len(s.Chips), maxChips)
	}
	if s.Publics < 0 || s.Publics > maxPublics {
		return nil, fmt.Errorf("system %q: %d public values, at most %d", s.Name, s.Publics, maxPublics)
	}
	if len(shape) != len(s.Chips) {
		return nil, fmt.Errorf("system %q: shape of %d heights for %d chips", s.Name, len(shape), len(s.Chips))
	}
	names, buses := map[string]bool{}, map[uint32]air.Bus{}
	for _, c := range s.Chips {
		if c == nil || c.Name == "" || names[c.Name] {
			return nil, fmt.Errorf("system %q: a chip without a name of its own", s.Name)
		}
		names[c.Name] = true
		for _, x := range c.Interactions {
			if known, ok := buses[x.Bus.ID]; ok && known != x.Bus {
				return nil, fmt.Errorf("system %q: chip %q: bus %d is both %+v and %+v", s.Name, c.Name, x.Bus.ID, known, x.Bus)
			}
			buses[x.Bus.ID] = x.Bus
		}
		for _, n := range c.Nodes {
			if n.Op == air.OpPublic && int(n.Index) >= s.Publics {
				return nil, fmt.Errorf("system %q: chip %q: public value %d of %d", s.Name, c.Name, n.Index, s.Publics)
			}
		}
	}
	return buses, nil
}

// quotientColumns is the number of E6 columns into which the quotient of a height is cut:
// constraints of degree three leave a quotient of degree below twice the height.
const quotientColumns = 2

// checkLimits refuses tables beyond the maxima for which the layer's bits were computed,
// and returns the entries of local and global buses.
func checkLimits(l params.Layer, tables []Table) (local, global uint64, err error) {
	columns, constraints := 0, 0
	for i := range tables {
		t := &tables[i]
		if err := checkTable(l, t); err != nil {
			return 0, 0, fmt.Errorf("chip %q: %w", t.Chip.Name, err)
		}
		columns += len(t.Chip.Fixed) + len(t.Chip.Main) + ext.Degree*len(t.Columns)
		if !slices.ContainsFunc(tables[:i], func(o Table) bool { return o.LogHeight == t.LogHeight }) {
			columns += ext.Degree * quotientColumns
		}
		constraints += len(t.Constraints)
		for _, x := range t.Chip.Interactions {
			if x.Bus.Global {
				global += uint64(t.Height())
			} else {
				local += uint64(t.Height())
			}
		}
	}
	// Both maxima are below p by Layer.Check.
	most, mostGlobal := uint64(l.BusEntriesMax), uint64(l.GlobalEntriesMax)
	switch {
	case columns > l.ColumnsMax:
		return 0, 0, fmt.Errorf("%d columns, at most %d", columns, l.ColumnsMax)
	case constraints > l.ConstraintsMax:
		return 0, 0, fmt.Errorf("%d constraints, at most %d", constraints, l.ConstraintsMax)
	case local > most || global > mostGlobal:
		return 0, 0, fmt.Errorf("%d local and %d global entries of buses, at most %d and %d", local, global, most, mostGlobal)
	}
	return local, global, nil
}

func checkTable(l params.Layer, t *Table) error {
	if t.LogHeight < l.LogHeightMin || t.LogHeight > l.LogHeightMax {
		return fmt.Errorf("height 2^%d, allowed are 2^%d to 2^%d", t.LogHeight, l.LogHeightMin, l.LogHeightMax)
	}
	for _, c := range t.Constraints {
		if d := t.Infos[c.Node].Degree; d > l.ConstraintDegree {
			return fmt.Errorf("constraint %q has degree %d, at most %d", c.Name, d, l.ConstraintDegree)
		}
	}
	for _, x := range t.Chip.Interactions {
		if x.Bus.Width+1 > l.TupleWidthMax {
			return fmt.Errorf("bus %s: tuple of %d and its id, at most %d", x.Bus.Name, x.Bus.Width, l.TupleWidthMax)
		}
	}
	return nil
}

// extendAll builds the tables of the chips that the shape has.
func extendAll(s *System, shape Shape) ([]Table, error) {
	var tables []Table
	exposed := 0
	for i, c := range s.Chips {
		if shape[i] == 0 {
			continue
		}
		t, err := logup.Extend(c, shape[i])
		if err != nil {
			return nil, err
		}
		tables = append(tables, Table{Table: t, Index: i, ExposedAt: exposed})
		exposed += t.NumExposed
	}
	if len(tables) == 0 {
		return nil, fmt.Errorf("system %q: a shape without tables", s.Name)
	}
	return tables, nil
}
