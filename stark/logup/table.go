package logup

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
)

// Argument is one of the sums and products of a table.
type Argument uint8

// Arguments, in the order of their columns and exposed values.
const (
	Local   Argument = iota // the sum of the local lookups
	Global                  // the sum of the global lookups
	Product                 // the product of the permutations
	NumArguments
)

func (a Argument) String() string { return [...]string{"local sum", "global sum", "product"}[a] }

// Column is a permutation column and the interactions of its step, by index in the chip.
//
// A lookup's intermediate column is the sum of the fractions on its row. Its accumulator
// is last; from one row to the next it grows by the sum of all columns of its argument and
// its own Interactions, less S/n in a cyclic table.
//
// A product's column number k (of K) is z for k = 0 and else an intermediate column; step
// k belongs to it, and leads from column k to column k+1, or from the last to z of the next
// row.
type Column struct {
	Argument Argument
	// Accumulator says that the column is A or z.
	Accumulator  bool
	Interactions []int
}

// Table is a chip at one height with everything that its interactions add. It is not
// changed after Extend and may be shared.
type Table struct {
	Chip      *air.Chip
	LogHeight int

	// Nodes begin with those of the chip. Constraints begin with those of the chip.
	Nodes       []air.Node
	Infos       []air.Info
	Constraints []air.Constraint

	// Columns are the permutation columns; each argument's are adjacent.
	Columns []Column
	// Cyclic says that lookups run over all rows with S/n: there is no permutation bus.
	// Else accumulators start at zero on the first row and the last row is outside.
	Cyclic bool
	// Fingerprints are the nodes d by interaction.
	Fingerprints []air.NodeID
	// Exposed is the index of the exposed value of each argument, or -1 when the
	// chip has no such interactions. NumExposed values exist.
	Exposed    [NumArguments]int
	NumExposed int

	// MainNext, FixedNext and PermNext say which columns are read on the next row.
	MainNext, FixedNext, PermNext []bool
}

// Height is the number of rows.
func (t *Table) Height() int { return 1 << t.LogHeight }

// Has says whether the table has an argument, and so an exposed value of it.
func (t *Table) Has(a Argument) bool { return t.Exposed[a] >= 0 }

// ColumnsOf is the range of the permutation columns of an argument; it is empty when the
// table does not have it.
func (t *Table) ColumnsOf(a Argument) (from, to int) {
	for i, c := range t.Columns {
		if c.Argument == a {
			if from == to {
				from = i
			}
			to = i + 1
		}
	}
	return from, to
}

// Extend builds the table of a chip at a height of 2^logHeight. It refuses a chip that
// does not follow the rules of package air, however it was made.
func Extend(chip *air.Chip, logHeight int) (*Table, error) {
	if err := checkChip(chip); err != nil {
		return nil, fmt.Errorf("extend chip %q: %w", chip.Name, err)
	}
	if logHeight < 1 || logHeight > field.TwoAdicity {
		return nil, fmt.Errorf("extend chip %q: height 2^%d, allowed are 2^1 to 2^%d", chip.Name, logHeight, field.TwoAdicity)
	}
	t := &Table{Chip: chip, LogHeight: logHeight, Cyclic: !chip.HasPermutation(), Exposed: [NumArguments]int{-1, -1, -1}}
	b := newBuilder(t)
	b.fingerprints()
	b.lookups(Local)
	b.lookups(Global)
	b.products()
	t.Infos = air.Analyze(t.Nodes)
	if err := checkDegrees(t); err != nil {
		return nil, fmt.Errorf("extend chip %q: %w", chip.Name, err)
	}
	t.markNext()
	return t, nil
}

// argumentOf is the argument that an interaction belongs to.
func argumentOf(x *air.Interaction) Argument {
	switch {
	case x.Bus.Kind == air.Permutation:
		return Product
	case x.Bus.Global:
		return Global
	}
	return Local
}

func (t *Table) markNext() {
	t.MainNext = make([]bool, len(t.Chip.Main))
	t.FixedNext = make([]bool, len(t.Chip.Fixed))
	t.PermNext = make([]bool, len(t.Columns))
	for _, n := range t.Nodes {
		if n.Rotation == 0 {
			continue
		}
		switch n.Op {
		case air.OpMain:
			t.MainNext[n.Index] = true
		case air.OpFixed:
			t.FixedNext[n.Index] = true
		case air.OpPerm:
			t.PermNext[n.Index] = true
		}
	}
}
