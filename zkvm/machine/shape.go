package machine

import (
	"fmt"
	"slices"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/logup"
	"github.com/ashlar-labs/ashlar/stark/proof"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
)

// Shape is a shape of segments with what follows from it.
type Shape struct {
	Name     string
	Heights  proof.Shape
	Capacity record.Counts
	// Cells is how many base cells a proof commits to: by table, height times main columns
	// and six for every permutation column; twelve a row for the quotient of every height.
	Cells uint64
}

const quotientCells = 2 * ext.Degree

// rowCells is how many base cells a row of every table costs, quotients apart. The number
// of permutation columns is the same at all heights.
func rowCells(tables []chips.Table) []uint64 {
	out := make([]uint64, len(tables))
	for i, t := range tables {
		extended, err := logup.Extend(t.Chip, minLog)
		if err != nil {
			panic(fmt.Sprintf("table %s: %v", t.Chip.Name, err)) // part of the program
		}
		out[i] = uint64(len(t.Chip.Main) + ext.Degree*len(extended.Columns))
	}
	return out
}

// newShape completes a shape from the heights by name of table, of one or two tables each; a
// table that is not named is left out. The cells of a row are those of rowCells.
func newShape(name string, tables []chips.Table, places []Place, cells []uint64, heights mix) Shape {
	s := Shape{Name: name, Heights: make(proof.Shape, len(places))}
	left := 0
	for _, logs := range heights {
		left += len(logs)
	}
	for i, at := range places {
		logs := heights[tables[at.Table].Chip.Name]
		part := 0
		if at.Second {
			part = 1
		}
		if part >= len(logs) {
			continue
		}
		log := logs[part]
		left--
		s.Cells += cells[at.Table] << log
		if !slices.Contains(s.Heights, log) {
			s.Cells += quotientCells << log
		}
		s.Heights[i] = log
	}
	if left != 0 {
		panic(fmt.Sprintf("shape %s names a table that does not exist, or a second one of a table that has none", name))
	}
	s.Capacity = capacity(tables, places, s.Heights)
	return s
}

// capacity says what tables of these heights hold, found by asking every table for the
// rows that one unit of a resource needs. A resource that needs an absent table has none.
func capacity(tables []chips.Table, places []Place, heights proof.Shape) (out record.Counts) {
	empty := probe(record.NumResources)
	for res := range record.NumResources {
		unit, without, least, known := probe(res), empty, ^uint32(0), false
		if res == record.BlockCells { // there are none without a call
			without = probe(record.BlockCalls)
		}
		for i, t := range tables {
			rows := t.Rows(unit) - t.Rows(without)
			if rows == 0 {
				continue
			}
			known = true
			holds := uint32(Room(t, heights[i])-t.Rows(empty)) / uint32(rows)
			if second := secondOf(places, i); second >= 0 {
				holds += uint32(Room(t, heights[second])) / uint32(rows)
			}
			least = min(least, holds)
		}
		if known {
			out[res] = least
		}
	}
	return out
}

// Room is how many rows a table of height 2^log holds; an absent one holds none.
func Room(t chips.Table, log int) int {
	switch {
	case log == 0:
		return t.Rows(probe(record.NumResources))
	case t.Chip.HasPermutation():
		return 1<<log - 1
	}
	return 1 << log
}

// callOf are resources that count calls.
var callOf = map[record.Resource]uint64{
	record.Resource(rom.Ecall): abi.EcallHalt,
	record.Keccak:              abi.EcallKeccakAbsorb,
	record.Mod256:              abi.EcallMulMod256,
	record.Curve:               abi.EcallSecp256k1Add,
	record.Poseidon16:          abi.EcallPoseidon2x16,
	record.Poseidon24:          abi.EcallPoseidon2x24,
	record.BlockCalls:          abi.EcallMemcpy,
	record.BlockCells:          abi.EcallMemcpy,
}

// probe is a segment that uses one unit of a resource and nothing else; BlockCalls is a copy
// of one cell, BlockCells of two.
func probe(res record.Resource) *record.Segment {
	seg := &record.Segment{Calls: map[uint64][]record.Call{}}
	number, isCall := callOf[res]
	switch {
	case isCall:
		cells := 1
		if res == record.BlockCells {
			cells = 2
		}
		seg.Calls[number] = []record.Call{{Number: number, TimeStep: 2 * uint32(cells), Accesses: make([]record.Access, 4+2*cells)}}
	case res == record.Locals:
		seg.Local = make([]record.Local, 1)
	case res == record.Programs:
		seg.Program = make([]record.Used, 1)
	case res < record.Resource(rom.NumTables):
		seg.Steps[res] = make([]record.Step, 1)
	}
	return seg
}
