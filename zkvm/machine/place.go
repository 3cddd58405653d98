package machine

import (
	"slices"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/proof"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
)

// Heights are powers of two, and rows beyond what a segment needs are padding: a third of
// all cells, if every table came once. So those tables that grow with the run have a
// second one, of the same chip under another name, in shapes where that is cheaper than to
// double the first.

// Place is what a chip of the segment system is: a table, the first or the second of its
// kind.
type Place struct {
	Table  int // in Definition.Tables
	Second bool
	// Resource is what the two share, when there are two.
	Resource record.Resource
}

// places are the tables in their order, then the second ones.
func places(tables []chips.Table) (out []Place) {
	for i := range tables {
		out = append(out, Place{Table: i, Resource: record.NumResources})
	}
	for i, t := range tables {
		if res := divided(t); res != record.NumResources {
			out[i].Resource = res
			out = append(out, Place{Table: i, Second: true, Resource: res})
		}
	}
	return out
}

// divided is the resource of whose units a table has rows, when it may come twice: an
// instruction table, or one of an accelerator whose calls take a fixed number of rows.
func divided(t chips.Table) record.Resource {
	for res := range record.BlockCalls {
		if res != record.Resource(rom.Ecall) && t.Rows(probe(res)) > t.Rows(probe(record.NumResources)) {
			return res
		}
	}
	return record.NumResources
}

// secondOf is the chip of the second table, or -1.
func secondOf(places []Place, table int) int {
	return slices.IndexFunc(places, func(p Place) bool { return p.Second && p.Table == table })
}

// chip is the chip in its place.
func (p Place) chip(tables []chips.Table) *air.Chip {
	c := tables[p.Table].Chip
	if p.Second {
		second := *c
		second.Name += "_second"
		return &second
	}
	return c
}

// Share is the table of a chip of the segment system, and the part of a segment whose rows
// it has under these heights: the first table is filled before the second.
func (d *Definition) Share(heights proof.Shape, chip int, seg *record.Segment) (*chips.Table, *record.Segment) {
	at := d.Places[chip]
	t := &d.Tables[at.Table]
	second := secondOf(d.Places, at.Table)
	if second < 0 || heights[second] == 0 {
		return t, seg
	}
	rows := t.Rows(probe(at.Resource)) - t.Rows(probe(record.NumResources))
	holds := Room(*t, heights[at.Table]) / rows
	if at.Second {
		return t, seg.Share(at.Resource, holds, int(^uint32(0)))
	}
	return t, seg.Share(at.Resource, 0, holds)
}
