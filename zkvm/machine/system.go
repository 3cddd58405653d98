package machine

import (
	"sync"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/proof"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/chips/alu"
	"github.com/ashlar-labs/ashlar/zkvm/chips/block"
	"github.com/ashlar-labs/ashlar/zkvm/chips/boundary"
	"github.com/ashlar-labs/ashlar/zkvm/chips/control"
	"github.com/ashlar-labs/ashlar/zkvm/chips/curve"
	"github.com/ashlar-labs/ashlar/zkvm/chips/keccak"
	"github.com/ashlar-labs/ashlar/zkvm/chips/memory"
	"github.com/ashlar-labs/ashlar/zkvm/chips/mod256"
	"github.com/ashlar-labs/ashlar/zkvm/chips/muldiv"
	"github.com/ashlar-labs/ashlar/zkvm/chips/poseidon2"
	"github.com/ashlar-labs/ashlar/zkvm/chips/system"
	"github.com/ashlar-labs/ashlar/zkvm/chips/tables"
)

// Version is that of everything here that shapes keys and statements, and of the wire form. What
// is data, chips and shapes, is in the digest of the machine and needs no other version.
const Version = 3

// Kind is the system that a proof of a run is of.
type Kind int

// Kinds, in the order in which the proofs of a run are listed.
const (
	Segment Kind = iota
	Boundary
	Program

	NumKinds
)

func (k Kind) String() string { return [...]string{"segment", "boundary", "program"}[k] }

// Public values of a segment proof. Those of a boundary proof are in package boundary; a
// program proof has none.
const (
	publicIndex = iota // boundary.PublicSegment
	publicPCIn
	publicPCOut
	publicTimeOut
	segmentPublics
)

// Definition is the machine: its three systems with the functions that fill them.
type Definition struct {
	Systems [NumKinds]proof.System
	// Tables are those of the segment system.
	Tables []chips.Table
	// Places says, by chip of the segment system, which table it is of.
	Places []Place
	// Cells is the chip of the boundary system; the other one is the fixed lookups.
	Cells   *boundary.Cells
	Lookups chips.Table
	// Parts are the chips of the program system.
	Parts []boundary.Fixed
	// Shapes are the shapes of segments, Boundaries those of boundary proofs.
	Shapes     []Shape
	Boundaries []proof.Shape
}

// Machine returns the definition, which is made once.
var Machine = sync.OnceValue(define)

// segmentTables are the tables of the segment system in their order, which is part of every
// key.
func segmentTables() (out []chips.Table) {
	for _, family := range [][]chips.Table{
		alu.Tables(), muldiv.Tables(), control.Tables(), memory.Tables(), system.Tables(),
		keccak.Tables(), mod256.Tables(), curve.Tables(), poseidon2.Tables(), block.Tables(),
		tables.Tables(), boundary.Tables(),
	} {
		out = append(out, family...)
	}
	return out
}

func define() *Definition {
	d := &Definition{Tables: segmentTables(), Cells: boundary.NewCells(), Lookups: tables.Table(), Parts: boundary.Programs()}
	var segment, parts []*air.Chip
	d.Places = places(d.Tables)
	for _, at := range d.Places {
		segment = append(segment, at.chip(d.Tables))
	}
	for _, p := range d.Parts {
		parts = append(parts, p.Chip)
	}
	d.Systems = [NumKinds]proof.System{
		Segment:  {Name: "ashlar-segment-v1", Chips: segment, Publics: segmentPublics},
		Boundary: {Name: "ashlar-boundary-v1", Chips: []*air.Chip{d.Cells.Chip, d.Lookups.Chip}, Publics: 2},
		Program:  {Name: "ashlar-program-v1", Chips: parts},
	}
	d.Shapes = shapes(d.Tables, d.Places)
	for _, log := range boundaryLogs {
		d.Boundaries = append(d.Boundaries, proof.Shape{log, tables.LogHeight})
	}
	return d
}
