package check

import (
	"fmt"
	"strings"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
)

// Describe is a chip as text, for golden files: a changed column, range, constraint,
// degree or interaction changes it. Expressions are not part of it, only their degrees
// and the size of the graph.
func Describe(chip *air.Chip) string {
	var b strings.Builder
	infos := air.Analyze(chip.Nodes)
	shared := ""
	if chip.Shared {
		shared = ", shared"
	}
	fmt.Fprintf(&b, "chip %s%s: %d main, %d fixed, %d nodes\n", chip.Name, shared, len(chip.Main), len(chip.Fixed), len(chip.Nodes))
	mainNext, fixedNext := chip.NextColumns()
	describeColumns(&b, "main", chip.Main, mainNext)
	describeColumns(&b, "fixed", chip.Fixed, fixedNext)
	for _, c := range chip.Constraints {
		fmt.Fprintf(&b, "constraint %s, degree %d: %s\n", c.When, infos[c.Node].Degree, c.Name)
	}
	for _, x := range chip.Interactions {
		fmt.Fprintf(&b, "%s, tuple of %d, multiplicity %s\n", verb(x), len(x.Tuple), multiplicity(chip, infos, x.Multiplicity))
	}
	return b.String()
}

func describeColumns(b *strings.Builder, kind string, columns []air.Column, next []bool) {
	for i, c := range columns {
		fmt.Fprintf(b, "%s %d %s: %s", kind, i, c.Name, c.Range)
		if next[i] {
			b.WriteString(", next row")
		}
		b.WriteString("\n")
	}
}

func verb(x air.Interaction) string {
	words := map[air.BusKind][2]string{air.Permutation: {"send", "receive"}, air.Lookup: {"supply", "demand"}}[x.Bus.Kind]
	word := words[0]
	if x.Direction == air.Take {
		word = words[1]
	}
	if x.Bus.Global {
		word += " global"
	}
	return fmt.Sprintf("%s %s (%d)", word, x.Bus.Name, x.Bus.ID)
}

func multiplicity(chip *air.Chip, infos []air.Info, id air.NodeID) string {
	n := chip.Nodes[id]
	switch {
	case n.Op == air.OpConst && n.Value == field.One:
		return "1"
	case n.Op == air.OpMain && n.Rotation == 0:
		return "column " + chip.Main[n.Index].Name
	}
	return fmt.Sprintf("of degree %d", infos[id].Degree)
}
