package prove

import (
	"context"
	"errors"
	"flag"
	"slices"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/machine"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

var every = flag.Bool("every", false, "all forgeries and every byte, in place of a sample")

// Places where a verifier refuses.
const (
	notLow   = "the proof's own prover" // a constraint is broken: there is no proof
	atGlobal = "global sum is not zero"
	atLookup = "local lookups do not add up to zero"
	atPath   = "permutations do not multiply to one"
)

// Runs that never happened, proven in full: every commitment, challenge and opening is what
// the protocol says, and only what is proven is false. The place of the refusal says which
// part of the statement caught it.
func TestForgedRuns(t *testing.T) {
	all := newRuns(t)
	for _, a := range []*attacker{all.one, all.two} {
		p, err := a.prove()
		if err == nil {
			err = a.verify(p)
		}
		if err != nil {
			t.Fatalf("honest run: %v", err)
		}
	}
	forgeries := slices.Concat(forgedSegments(t, all), forgedCells(t, all), faults(t, all))
	if !*every {
		t.Logf("every fourth of %d forgeries; all of them with -every", len(forgeries))
	}
	for i, c := range forgeries {
		if !*every && i%4 != 0 {
			continue
		}
		a := all.one.clone()
		c.change(a)
		p, err := a.prove()
		switch {
		case err != nil && c.where != notLow:
			t.Errorf("%s: no proof: %v", c.name, err)
		case err != nil:
			continue
		default:
			err = a.verify(p)
		}
		if !errors.Is(err, machine.ErrInvalidProof) || !strings.Contains(err.Error(), c.where) {
			t.Errorf("%s: %v, want %q", c.name, err, c.where)
		}
	}
}

type forgery struct {
	name, where string
	change      func(a *attacker)
}

// forgedSegments are lies about the order, the states and the output of segments, and about
// the program they run.
func forgedSegments(t *testing.T, all runs) []forgery {
	entry := all.one.program.ID.Entry
	return []forgery{
		{"another output", "segment proof 2: verify: balance: " + atLookup, func(a *attacker) { a.output[0]++ }},
		{"an output of another run", "segment proof 2: verify: balance: " + atLookup, func(a *attacker) { a.output = all.two.output }},
		{"first segment left out", "segment proof 1: verify: balance: " + atPath, func(a *attacker) {
			a.segments = a.segments[1:]
			fromStart(a)
		}},
		{"first segment left out, its start confessed", "segment proof 1: ", func(a *attacker) {
			last := &a.segments[1]
			last.publics = machine.SegmentPublics(1, last.PCIn, last.pcOut, last.timeOut)
			a.segments = a.segments[1:]
			fromStart(a)
		}},
		{"first segment twice", "segment proof 2: verify: balance: " + atPath, func(a *attacker) {
			a.segments = append(a.segments[:1:1], a.segments...)
		}},
		{"last segment left out", "has not halted", func(a *attacker) { a.segments = a.segments[:1] }},
		{"last segment left out, halt claimed", "segment proof 1: verify: balance: ", func(a *attacker) {
			a.segments = a.segments[:1]
			a.segments[0].pcOut = bus.Halted
		}},
		{"halted twice", "and others follow", func(a *attacker) { a.segments = append(a.segments, a.segments[1]) }},
		{"no step, stopped at the start", "ends at time 1", func(a *attacker) {
			empty := a.segments[0]
			empty.Segment = &record.Segment{Local: nil}
			empty.pcOut, empty.timeOut = entry, bus.StartTime
			a.segments = append([]claimed{empty}, a.segments...)
		}},
		{"no step, a later time claimed", "segment proof 1: verify: balance: " + atPath, func(a *attacker) {
			empty := a.segments[0]
			empty.Segment = &record.Segment{Local: nil}
			empty.pcOut, empty.timeOut = entry, bus.StartTime+bus.StepTime
			a.segments = append([]claimed{empty}, a.segments...)
		}},
		{"segments of two runs", atGlobal, func(a *attacker) {
			a.segments[1], a.output, a.chunks = all.two.clone().segments[1], all.two.output, all.two.clone().chunks
		}},
		{"index of another segment", "segment proof 1: ", func(a *attacker) { // no proof has the global challenge
			s := &a.segments[0]
			s.publics = machine.SegmentPublics(2, s.PCIn, s.pcOut, s.timeOut)
		}},
		{"run of another program", atGlobal, func(a *attacker) {
			o := all.other.clone()
			a.segments, a.chunks, a.output = o.segments, o.chunks, o.output
		}},
		{"run of another program, text read from the true one", atGlobal, func(a *attacker) {
			o := all.other.clone()
			a.segments, a.output = o.segments, o.output
			for i := range a.chunks[0].cells { // the values that registers and memory end with
				a.chunks[0].cells[i].Last = o.chunks[0].cells[i].Last
			}
		}},
		{"statement of fewer segments", "segment proof 1: ", func(a *attacker) {
			a.claims = &machine.Statement{Program: a.program.Digest, Output: a.output, Segments: 1, Boundaries: 1}
		}},
		{"statement of another program", "segment proof 1: ", func(a *attacker) {
			a.claims = &machine.Statement{Program: all.other.program.Digest, Output: a.output, Segments: 2, Boundaries: 1}
		}},
		{"rows of the program not supplied", atGlobal, func(a *attacker) { a.usage.Rows[0]-- }},
		{"row supplied more often than it is in the program", atLookup, func(a *attacker) {
			times := column(t, machine.Segment, "program", "times")
			a.segments[0].spoil = func(c map[string][][]field.Element) { c["program"][times][0] = c["program"][times][0].Add(field.One) }
		}},
		{"padding of the program supplies rows", notLow, func(a *attacker) {
			times := column(t, machine.Segment, "program", "times")
			a.segments[0].spoil = func(c map[string][][]field.Element) { c["program"][times][255] = field.One }
		}},
	}
}

// fromStart makes all values that a segment reads those of the start of the run.
func fromStart(a *attacker) {
	for i := range a.segments[0].Local {
		a.segments[0].Local[i].PrevSegment = 0
	}
}

// forgedCells are lies about memory between segments, at the start and at the end.
func forgedCells(t *testing.T, all runs) []forgery {
	previous := column(t, machine.Segment, "local", "previous")
	row := func(a *attacker, cell uint32) int {
		for i, l := range a.segments[1].Local {
			if l.Cell == cell {
				return i
			}
		}
		t.Fatalf("cell %d is not touched", cell)
		return 0
	}
	data := row(all.one, dataCell)
	at := func(a *attacker, cell uint32) *record.Boundary {
		for i, c := range a.chunks[0].cells {
			if c.Cell == cell {
				return &a.chunks[0].cells[i]
			}
		}
		t.Fatalf("cell %d is not listed", cell)
		return nil
	}
	const x8 = bus.RegisterCell + 8
	return []forgery{
		{"a cell that a segment does not touch changes", atGlobal, func(a *attacker) {
			// Sent and received at time zero: balanced inside of the segment.
			a.segments[0].Local = append(a.segments[0].Local, record.Local{Cell: dataCell + 1, In: 5, Out: 5})
		}},
		{"a cell has two rows in a segment", atGlobal, func(a *attacker) {
			a.segments[1].Local = append(a.segments[1].Local, record.Local{Cell: dataCell, In: 8, Out: 8, PrevSegment: 1})
		}},
		{"a value from before the segment before", atGlobal, func(a *attacker) { a.segments[1].Local[data].PrevSegment = 0 }},
		{"a value of the segment itself", atLookup, func(a *attacker) {
			a.segments[1].spoil = func(c map[string][][]field.Element) { c["local"][previous][data] = field.New(2) }
		}},
		{"a value of a later segment", atLookup, func(a *attacker) {
			a.segments[0].spoil = func(c map[string][][]field.Element) { c["local"][previous][0] = field.New(2) }
		}},
		{"a last value", atGlobal, func(a *attacker) { at(a, x8).Last++ }},
		{"a last segment", atGlobal, func(a *attacker) { at(a, x8).Segment-- }},
		{"another first value of a register", atGlobal, func(a *attacker) { at(a, x8).Initial++ }},
		{"input that is not what was read", atGlobal, func(a *attacker) {
			for i := range a.chunks[0].cells {
				if v := a.chunks[0].cells[i].Interval; v >= 0 && a.program.ROM.Intervals[v].Kind == 1 {
					a.chunks[0].cells[i].Initial++
				}
			}
		}},
		{"a cell left out", atGlobal, func(a *attacker) {
			a.chunks[0].cells = a.chunks[0].cells[1:]
			a.usage.Cells[a.program.ROM.Find(all.one.chunks[0].cells[0].Cell)]--
		}},
		{"a cell outside of the address map", atGlobal, func(a *attacker) {
			c := record.Boundary{Cell: bus.RegisterCell + 40, Interval: -1}
			a.chunks[0].cells, a.chunks[0].last = append(a.chunks[0].cells, c), c.Cell
		}},
		{"cells out of order", atLookup, func(a *attacker) { swapCells(t, a) }},
		{"another last cell", notLow, func(a *attacker) { a.chunks[0].last++ }},
		{"another last cell, confessed", "segment proof 1: ", func(a *attacker) {
			a.chunks[0].publics = machine.BoundaryPublics(0, a.chunks[0].last)
			a.chunks[0].last++
		}},
		{"no boundary proof", "0 boundary proofs", func(a *attacker) { a.chunks = nil }},
		{"cells below those of the boundary proof before", notLow, func(a *attacker) {
			again := a.chunks[0]
			again.last++
			a.chunks = append(a.chunks, again)
		}},
		{"cells below those of the boundary proof before, confessed", "segment proof 1: ", func(a *attacker) {
			again := a.chunks[0]
			again.publics = machine.BoundaryPublics(0, again.last)
			again.last++
			a.chunks = append(a.chunks, again)
		}},
		{"padding that has a first value", notLow, func(a *attacker) {
			real, cell := column(t, machine.Boundary, "boundary", "real"), column(t, machine.Boundary, "boundary", "cell")
			a.chunks[0].spoil = func(c map[string][][]field.Element) {
				c["boundary"][real][900], c["boundary"][cell][900] = field.One, field.New(dataCell)
			}
		}},
	}
}

// faults are mistakes of the executor, each in one step: the rest of the run goes on as if
// it had not happened, or with what came of it.
func faults(t *testing.T, all runs) []forgery {
	steps := func(a *attacker, segment int, table rom.Table) []record.Step { return a.segments[segment].Steps[table] }
	load, store := rom.TableOf(rv64.Ld), rom.TableOf(rv64.Sd)
	add, branch := rom.TableOf(rv64.Addi), rom.TableOf(rv64.Bne)
	middle := len(all.one.segments[0].Steps[add]) / 2
	return []forgery{
		{"a wrong result", notLow, func(a *attacker) { steps(a, 0, add)[middle].Rd++ }},
		{"a wrong operand", notLow, func(a *attacker) { steps(a, 0, add)[middle].Rs1++ }},
		{"a wrong operand and the result to it", "segment proof 1: verify: balance: " + atPath, func(a *attacker) {
			steps(a, 0, add)[middle].Rs1++
			steps(a, 0, add)[middle].Rd++
		}},
		{"an instruction skipped", "segment proof 1: verify: balance: ", func(a *attacker) {
			s := steps(a, 0, add)
			a.segments[0].Steps[add] = append(s[:middle:middle], s[middle+1:]...)
		}},
		{"an instruction twice", "segment proof 2: verify: balance: ", func(a *attacker) {
			s := steps(a, 1, add)
			a.segments[1].Steps[add] = append(s[:2:2], s[1:]...)
		}},
		{"another branch taken", notLow, func(a *attacker) { steps(a, 0, branch)[9].NextPC++ }},
		{"another immediate", "segment proof 1: verify: balance: " + atLookup, func(a *attacker) {
			s := &steps(a, 0, add)[middle]
			if s.Row.Imm[1] != 0 { // the one that counts down
				s = &steps(a, 0, add)[middle+1]
			}
			row := *s.Row
			row.Imm[0]++
			s.Row, s.Rd = &row, s.Rs1+uint64(row.Imm[0])
		}},
		{"another value loaded", "segment proof 2: verify: balance: " + atPath, func(a *attacker) {
			s := &steps(a, 1, load)[0]
			s.CellOld, s.CellValue, s.Rd = 1, 1, 1
		}},
		{"another value stored", "segment proof 1: verify: balance: " + atPath, func(a *attacker) { steps(a, 0, store)[0].Rs2++ }},
		{"another cell loaded", "segment proof 2: verify: balance: " + atPath, func(a *attacker) {
			s := &steps(a, 1, load)[0]
			s.Rs1 += 8
			s.Cell++
		}},
		{"an old value that was never there", "segment proof 1: verify: balance: " + atPath, func(a *attacker) { steps(a, 0, add)[middle].RdOld++ }},
		{"a write from before the last one", "segment proof 1: verify: balance: " + atPath, func(a *attacker) { steps(a, 0, add)[middle].RdTime -= 3 }},
		{"a pc between segments", "segment proof 1: verify: balance: " + atPath, func(a *attacker) { a.segments[0].pcOut++ }},
		{"a time of a segment's end", "segment proof 1: verify: balance: " + atPath, func(a *attacker) { a.segments[0].timeOut++ }},
	}
}

// swapCells exchanges two image cells, with differences that fit mod p: the step between
// them is negative, which no range check has.
func swapCells(t *testing.T, a *attacker) {
	place := func(name string) int { return column(t, machine.Boundary, "boundary", name) }
	lo, hi, cell := place("step.lo"), place("step.hi"), place("cell")
	a.chunks[0].spoil = func(c map[string][][]field.Element) {
		b := c["boundary"]
		for i := range b {
			if i != lo && i != hi {
				b[i][0], b[i][1] = b[i][1], b[i][0]
			}
		}
		for r := range 3 {
			before := field.Element(0)
			if r > 0 {
				before = b[cell][r-1]
			}
			b[hi][r] = 0
			b[lo][r] = b[cell][r].Sub(before).Sub(field.One)
		}
	}
}

// Parts proven under another statement, or another global challenge, than that of the run
// in which they stand.
func TestPartsOfOtherStatements(t *testing.T) {
	all := newRuns(t)
	good, err := all.one.prove()
	if err != nil {
		t.Fatal(err)
	}
	other, err := all.two.prove()
	if err != nil {
		t.Fatal(err)
	}
	for name, mix := range map[string]func(p *machine.Proof){
		"segment":       func(p *machine.Proof) { p.Segments = []machine.SegmentProof{p.Segments[0], other.Segments[1]} },
		"shared part":   func(p *machine.Proof) { p.Segments = clonePart(p.Segments, other) },
		"boundary":      func(p *machine.Proof) { p.Boundaries = other.Boundaries },
		"program proof": func(p *machine.Proof) { p.ProgramProof = other.ProgramProof },
		"everything": func(p *machine.Proof) {
			p.Segments, p.Boundaries, p.ProgramProof = other.Segments, other.Boundaries, other.ProgramProof
		},
	} {
		p := *good
		mix(&p)
		if err := all.one.keys.VerifyProof(context.Background(), all.one.program.Digest, good.Output, &p); !errors.Is(err, machine.ErrInvalidProof) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// clonePart gives the first segment the first pass of another run: its global challenge is
// then that of nobody.
func clonePart(segments []machine.SegmentProof, other *machine.Proof) []machine.SegmentProof {
	first := *segments[0].Proof
	first.Shared = other.Segments[0].Proof.Shared
	out := append([]machine.SegmentProof(nil), segments...)
	out[0].Proof = &first
	return out
}
