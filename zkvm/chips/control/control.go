// Package control has the chips of branches and jumps.
//
// In: the steps of a segment. Out: the tables of the segment system, see [Tables]. The
// targets of branches and of jal are program counters in the ROM; jalr computes its target
// and the link value. Frames, accesses and ranges of what is read are those of package
// adapter. On padding rows the next pc is constrained to be the pc.
//
// Not checked here: that a target in the ROM is what the program says. A computed target
// that has no row of the ROM leaves the state without successor: the run is unprovable.
package control

import (
	"github.com/ashlar-labs/ashlar/zkvm/chips"
)

// Tables are the chips of the package, in the order of rom.Table.
func Tables() []chips.Table {
	return []chips.Table{BranchEqual(), BranchLess(), Jump(), Jalr()}
}
