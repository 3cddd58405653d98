// Package chips is what the tables of the machine have in common: a chip with the
// functions that fill its columns. The chips themselves are the packages below, one per
// family.
package chips

import (
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/record"
)

// Table is a chip of the segment system.
type Table struct {
	Chip *air.Chip
	// Rows is the number of rows that a segment needs. A table of height n holds n-1 when
	// the chip uses a permutation bus, else n.
	Rows func(*record.Segment) int
	// Fill writes all rows, padding included, of the main columns in the order of the
	// chip. Multiplicities of tables that only supply lookups are not its business.
	Fill func(*record.Segment, [][]field.Element)
	// Fixed returns the fixed columns for a height of 2^log; nil when there are none.
	Fixed func(log int) [][]field.Element
}
