package prove

import (
	"context"
	"slices"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/stark/prover"
	"github.com/ashlar-labs/ashlar/zkvm/asm"
	"github.com/ashlar-labs/ashlar/zkvm/chips/boundary"
	"github.com/ashlar-labs/ashlar/zkvm/machine"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// attacker makes proofs from anything it is given: segments and cells of different runs,
// public values that are not those of the trace, columns changed at will. All of it is
// committed, hashed and proven as the protocol says, so that what is false is false from
// the first transcript on.
type attacker struct {
	*Prover
	program *Program // whose digest, entry and key are claimed
	output  [abi.OutputBytes]byte
	claims  *machine.Statement // in place of the true one

	segments []claimed
	chunks   []claimedCells
	usage    *boundary.Usage
}

// claimed is a segment with what is said about it.
type claimed struct {
	*record.Segment
	shape          int
	publics        []field.Element // nil: those that the verifier derives
	pcOut, timeOut uint32
	spoil          func(columns map[string][][]field.Element)
}

// claimedCells are the cells of a boundary proof.
type claimedCells struct {
	publics []field.Element // nil: those that the verifier derives
	above   uint32          // below the cells, and what publics are made of
	last    uint32
	cells   []record.Boundary
	spoil   func(columns map[string][][]field.Element)
}

// tiny is the shape of all segments of an attacker.
const tiny = 0

// twoSegments is a program that adds 600 to its input in a loop, keeps the input in memory
// meanwhile and outputs both; change is added to what it adds. In tiny shapes it takes two
// segments.
func twoSegments(change int32) *rv64.Image {
	return asm.Image(asm.Join(
		asm.Li(5, abi.InputBase), asm.Li(6, asm.Data),
		[]uint32{asm.I(rv64.Ld, 8, 5, 0), asm.S(rv64.Sd, 8, 6, 0)},
		[]uint32{asm.I(rv64.Addi, 7, 0, 200)},
		[]uint32{asm.I(rv64.Addi, 8, 8, 3+change), asm.I(rv64.Addi, 7, 7, -1), asm.B(rv64.Bne, 7, 0, -8)},
		[]uint32{asm.I(rv64.Ld, 11, 6, 0), asm.I(rv64.Addi, 12, 8, 0)},
		asm.Halt(),
	), []byte{1})
}

// honest records a run in tiny segments. Nothing about it is false yet.
func honest(t testing.TB, p *Prover, program *Program, input byte) *attacker {
	t.Helper()
	recorder, err := record.New(program.Loaded, program.ROM, []byte{input, 0, 0, 0, 0, 0, 0, 0})
	if err != nil {
		t.Fatal(err)
	}
	a := &attacker{Prover: p, program: program, usage: boundary.NewUsage(program.ROM)}
	capacities := []record.Counts{machine.Machine().Shapes[tiny].Capacity}
	var cuts []record.Cut
	for !recorder.Halted() {
		cut, err := recorder.Next(capacities, func([]uint64) int { return tiny }, new(record.Segment))
		if err != nil {
			t.Fatal(err)
		}
		cuts = append(cuts, cut)
	}
	recorder.Reset()
	for _, cut := range cuts {
		seg := new(record.Segment)
		if err := recorder.Record(cut, seg); err != nil {
			t.Fatal(err)
		}
		a.segments = append(a.segments, claimed{Segment: seg, shape: tiny, pcOut: seg.PCOut, timeOut: seg.TimeOut})
		a.usage.AddSegment(seg)
		a.output = seg.Output
	}
	c := claimedCells{}
	recorder.Boundary(func(b record.Boundary) bool {
		c.cells = append(c.cells, b)
		return true
	})
	c.last = c.cells[len(c.cells)-1].Cell
	a.usage.AddCells(c.cells)
	a.chunks = []claimedCells{c}
	return a
}

// clone is a copy whose segments and cells can be changed.
func (a *attacker) clone() *attacker {
	out := *a
	out.segments, out.chunks = slices.Clone(a.segments), slices.Clone(a.chunks)
	for i := range out.segments {
		seg := *out.segments[i].Segment
		seg.Local = slices.Clone(seg.Local)
		for table := range seg.Steps {
			seg.Steps[table] = slices.Clone(seg.Steps[table])
		}
		out.segments[i].Segment = &seg
	}
	for i := range out.chunks {
		out.chunks[i].cells = slices.Clone(out.chunks[i].cells)
	}
	usage := *a.usage
	usage.Rows, usage.Cells, usage.Intervals = slices.Clone(usage.Rows), slices.Clone(usage.Cells), slices.Clone(usage.Intervals)
	out.usage = &usage
	return &out
}

// forged is one proof in the making.
type forged struct {
	first    machine.First
	prover   *prover.Prover
	main     prover.Columns
	external [3]uint32
}

// prove makes all proofs. An error is the prover's own: a trace that breaks a constraint
// has no low quotient, and no proof.
func (a *attacker) prove() (*machine.Proof, error) {
	ctx, options := context.Background(), prover.Options{Workers: 2}
	statement := a.claims
	if statement == nil {
		statement = &machine.Statement{Program: a.program.Digest, Output: a.output, Segments: len(a.segments), Boundaries: len(a.chunks)}
	}
	digest, err := a.keys.Digested(statement)
	if err != nil {
		return nil, err
	}
	parts, err := a.parts(ctx)
	if err != nil {
		return nil, err
	}
	var firsts []machine.First
	for i := range parts {
		f := &parts[i]
		in := &prover.Input{Context: machine.Context(digest, f.first.Part), Publics: f.first.Publics, Main: f.main}
		if f.first.Shared, err = f.prover.CommitShared(ctx, in, options); err != nil {
			return nil, err
		}
		firsts = append(firsts, f.first)
	}
	global := machine.Global(digest, firsts)
	out := &machine.Proof{Profile: a.keys.Profile.Name, Program: a.program.ID, Output: a.output}
	for i := range parts {
		f := &parts[i]
		p, err := f.prover.Prove(ctx, &prover.Input{Context: machine.Context(digest, f.first.Part), Publics: f.first.Publics, Main: f.main, Global: global}, options)
		if err != nil {
			return nil, err
		}
		switch n := f.first.Index; f.first.Kind {
		case machine.Segment:
			out.Segments = append(out.Segments, machine.SegmentProof{Shape: f.first.Shape, PCOut: a.segments[n].pcOut, TimeOut: a.segments[n].timeOut, Proof: p})
		case machine.Boundary:
			out.Boundaries = append(out.Boundaries, machine.BoundaryProof{Shape: f.first.Shape, Last: a.chunks[n].last, Proof: p})
		default:
			out.ProgramProof = p
		}
	}
	return out, nil
}

// parts fills the tables of all proofs. Values that the verifier derives are derived as it
// does.
func (a *attacker) parts(ctx context.Context) (out []forged, err error) {
	pc, above := a.program.ID.Entry, uint32(0)
	for i := range a.segments {
		c := &a.segments[i]
		part := machine.Part{Kind: machine.Segment, Index: i, Shape: c.shape}
		publics := machine.SegmentPublics(uint32(i+1), pc, c.pcOut, c.timeOut)
		if c.publics != nil {
			publics = c.publics
		}
		f, err := a.part(ctx, part, publics, c.spoil, func(s *setup, columns [][][]field.Element) error {
			return fillSegment(ctx, s.layout, &machine.Machine().Shapes[c.shape], c.Segment, columns, 2)
		})
		if err != nil {
			return nil, err
		}
		out, pc = append(out, f), c.pcOut
	}
	for i := range a.chunks {
		c := &a.chunks[i]
		publics := machine.BoundaryPublics(above, c.last)
		if c.publics != nil {
			publics = c.publics
		}
		f, err := a.part(ctx, machine.Part{Kind: machine.Boundary, Index: i}, publics, c.spoil, func(s *setup, columns [][][]field.Element) error {
			return machine.Machine().Cells.Fill(c.above, c.cells, a.program.ROM.Intervals, columns[0])
		})
		if err != nil {
			return nil, err
		}
		out, above = append(out, f), c.last
	}
	p, err := a.program.setup(ctx, a.keys, 2)
	if err != nil {
		return nil, err
	}
	f := forged{first: machine.First{Part: machine.Part{Kind: machine.Program}}, prover: p}
	f.main = multiplicities(p.Key(), a.usage)
	return append(out, f), nil
}

// part fills the tables of one proof, counts its lookups and only then spoils them.
func (a *attacker) part(ctx context.Context, part machine.Part, publics []field.Element, spoil func(map[string][][]field.Element),
	fill func(*setup, [][][]field.Element) error,
) (forged, error) {
	s, err := a.setup(ctx, part.Kind, part.Shape, 2)
	if err != nil {
		return forged{}, err
	}
	columns := new(traces).columns(s.layout, false)
	if err := fill(s, columns); err != nil {
		return forged{}, err
	}
	if err := s.lookups(ctx, columns, publics, 2); err != nil {
		return forged{}, err
	}
	if spoil != nil {
		byName := map[string][][]field.Element{}
		for i := range columns {
			byName[s.layout.Tables[i].Chip.Name] = columns[i]
		}
		spoil(byName)
	}
	return forged{first: machine.First{Part: part, Publics: publics}, prover: s.prover, main: columns}, nil
}

// column is the place of a main column of a chip.
func column(t testing.TB, kind machine.Kind, chip, name string) int {
	t.Helper()
	for _, c := range machine.Machine().Systems[kind].Chips {
		for i, col := range c.Main {
			if c.Name == chip && col.Name == name {
				return i
			}
		}
	}
	t.Fatalf("chip %s has no column %s", chip, name)
	return 0
}

// cellOf finds a cell in a segment's list.
func (a *attacker) cellOf(segment int, cell uint32) *record.Local {
	list := a.segments[segment].Local
	return &list[slices.IndexFunc(list, func(l record.Local) bool { return l.Cell == cell })]
}

// dataCell is the cell in which the program keeps its input.
const dataCell = asm.Data / 8

// verify is what an expectant verifier says, who wants the attacker's program and output.
func (a *attacker) verify(p *machine.Proof) error {
	encoded, err := a.keys.Encode(p)
	if err != nil {
		return err
	}
	return a.keys.Verify(context.Background(), a.program.Digest, p.Output, encoded)
}

// runs are two honest runs of one program on different inputs, and one of another program
// that differs in one instruction. They are not to be changed.
type runs struct {
	one, two, other *attacker
}

func newRuns(t testing.TB) runs {
	t.Helper()
	p := New(params.InsecureDev())
	program := load(t, twoSegments(0))
	r := runs{honest(t, p, program, 7), honest(t, p, program, 9), honest(t, p, load(t, twoSegments(1)), 7)}
	for _, a := range []*attacker{r.one, r.two, r.other} {
		if len(a.segments) != 2 {
			t.Fatalf("%d segments, want 2", len(a.segments))
		}
	}
	return r
}
