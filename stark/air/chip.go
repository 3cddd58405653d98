package air

// Column is a column of a chip. Range names the set in which its values lie and what
// enforces it, for readers and for the golden file: "u16 (range16)", "bit", "field".
type Column struct {
	Name  string
	Range string
}

// When is the set of rows on which a constraint holds.
type When uint8

// Rows.
const (
	Always     When = iota // every row; the next row of the last one is the first
	First                  // row 0
	Last                   // row n-1
	Transition             // every row but the last
)

func (w When) String() string { return [...]string{"always", "first", "last", "transition"}[w&3] }

// Constraint says that a node is zero on some rows.
type Constraint struct {
	Name string
	When When
	Node NodeID
}

// BusKind is how a bus is balanced.
type BusKind uint8

// Kinds of buses.
const (
	Permutation BusKind = iota + 1
	Lookup
)

// Bus is a channel between chips. Its id is part of every fingerprint.
type Bus struct {
	ID     uint32 // positive, unique in a machine
	Name   string
	Kind   BusKind
	Global bool // balanced over all proofs of a run; a lookup
	Width  int  // length of every tuple
}

// Direction is the side of a bus.
type Direction int8

// Sides: what is put on a bus (sent, supplied) and what is taken off it (received,
// demanded).
const (
	Put  Direction = 1
	Take Direction = -1
)

// Interaction is what every row puts on a bus or takes off it.
type Interaction struct {
	Bus       Bus
	Direction Direction
	// Multiplicity is the node one on a permutation bus.
	Multiplicity NodeID
	Tuple        []NodeID
}

// Chip is one table. It is a value that nobody changes after Build.
type Chip struct {
	Name string
	// Shared says that the main columns are committed in the first pass, before the
	// global challenges exist. Chips with interactions on a global bus have to be shared.
	Shared       bool
	Main         []Column
	Fixed        []Column
	Nodes        []Node
	Constraints  []Constraint
	Interactions []Interaction
}

// HasPermutation says whether the chip uses a permutation bus, and hence whether its last
// row is outside all interactions.
func (c *Chip) HasPermutation() bool {
	for _, i := range c.Interactions {
		if i.Bus.Kind == Permutation {
			return true
		}
	}
	return false
}

// NextColumns returns, for the main and the fixed columns, whether the chip reads them on
// the next row.
func (c *Chip) NextColumns() (main, fixed []bool) {
	main, fixed = make([]bool, len(c.Main)), make([]bool, len(c.Fixed))
	for _, n := range c.Nodes {
		switch {
		case n.Op == OpMain && n.Rotation == 1:
			main[n.Index] = true
		case n.Op == OpFixed && n.Rotation == 1:
			fixed[n.Index] = true
		}
	}
	return main, fixed
}
