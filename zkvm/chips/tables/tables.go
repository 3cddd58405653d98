// Package tables has the chip that supplies the fixed lookups of the machine.
//
// One table of 2^16 rows serves five buses, each with a column of multiplicities of its
// own. Row i supplies, with fixed columns:
//
//	RANGE16  i
//	RANGE5   i mod 32, i / 32 mod 32, i / 1024 mod 32
//	BYTES    i mod 256, i / 256
//	AND      i mod 256, i / 256, and the bitwise and of the two
//	POW2     i mod 16, 2^(i mod 16)
//
// RANGE5 and POW2 repeat: a tuple may be supplied on any of its rows, [Row] names the first.
// A multiplicity is any element: what is supplied is balanced against what is demanded, so
// that a tuple that no row has cannot be demanded, as long as the numbers of demands stay
// below p, which keys check.
//
// Not here: the counting of multiplicities.
package tables

import (
	"math/bits"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/record"
)

// LogHeight is the height of the table, as log.
const LogHeight = 16

// Buses are the buses that the table supplies, in the order of its columns of
// multiplicities.
var Buses = []air.Bus{bus.Range16, bus.Range5, bus.Bytes, bus.And, bus.Pow2}

// fixed are the fixed columns: name, and value on a row.
var fixed = []struct {
	name  string
	value func(row uint32) uint32
}{
	{"i", func(i uint32) uint32 { return i }},
	{"five0", func(i uint32) uint32 { return i & 31 }},
	{"five1", func(i uint32) uint32 { return i >> 5 & 31 }},
	{"five2", func(i uint32) uint32 { return i >> 10 & 31 }},
	{"byte0", func(i uint32) uint32 { return i & 255 }},
	{"byte1", func(i uint32) uint32 { return i >> 8 }},
	{"and", func(i uint32) uint32 { return i & (i >> 8) }},
	{"k", func(i uint32) uint32 { return i & 15 }},
	{"power", func(i uint32) uint32 { return 1 << (i & 15) }},
}

// tuples are the fixed columns of the tuple of every bus.
var tuples = [][]int{{0}, {1, 2, 3}, {4, 5}, {4, 5, 6}, {7, 8}}

// Tables is the chip of the package.
func Tables() []chips.Table { return []chips.Table{Table()} }

// Table is the chip.
func Table() chips.Table {
	b := air.NewBuilder("tables")
	columns := make([]air.Expr, len(fixed))
	for i, f := range fixed {
		columns[i] = b.Fixed(f.name)
	}
	for i, to := range Buses {
		times := b.Main(to.Name+"_times", "field (number of demands)")
		var tuple []air.Expr
		for _, c := range tuples[i] {
			tuple = append(tuple, columns[c])
		}
		b.Supply(to, times, tuple...)
	}
	return chips.Table{
		Chip:  b.Must(),
		Rows:  func(*record.Segment) int { return 1 << LogHeight },
		Fill:  fill,
		Fixed: Fixed,
	}
}

// fill makes all multiplicities zero: they are counted when all other tables are filled.
func fill(_ *record.Segment, cols [][]field.Element) {
	for _, c := range cols {
		clear(c)
	}
}

// Fixed returns the fixed columns; the height is 2^16 and no other.
func Fixed(log int) [][]field.Element {
	if log != LogHeight {
		return nil
	}
	out := make([][]field.Element, len(fixed))
	for c, f := range fixed {
		out[c] = make([]field.Element, 1<<LogHeight)
		for i := range out[c] {
			out[c][i] = field.New(uint64(f.value(uint32(i))))
		}
	}
	return out
}

// Row returns the column of multiplicities and the first row of a tuple, or false when the
// table does not have it.
func Row(b air.Bus, tuple []uint32) (column, row int, ok bool) {
	at := func(column int, row uint32) (int, int, bool) { return column, int(row), true }
	switch {
	case b.ID == bus.Range16.ID && tuple[0] < 1<<16:
		return at(0, tuple[0])
	case b.ID == bus.Range5.ID && tuple[0]|tuple[1]|tuple[2] < 32:
		return at(1, tuple[0]|tuple[1]<<5|tuple[2]<<10)
	case b.ID == bus.Bytes.ID && tuple[0]|tuple[1] < 256:
		return at(2, tuple[0]|tuple[1]<<8)
	case b.ID == bus.And.ID && tuple[0]|tuple[1] < 256 && tuple[2] == tuple[0]&tuple[1]:
		return at(3, tuple[0]|tuple[1]<<8)
	case b.ID == bus.Pow2.ID && tuple[0] < 16 && bits.OnesCount32(tuple[1]) == 1 && tuple[1] == 1<<tuple[0]:
		return at(4, tuple[0])
	}
	return 0, 0, false
}
