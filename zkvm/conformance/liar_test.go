package conformance

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/air/check"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/stark/prover"
	"github.com/ashlar-labs/ashlar/zkvm/asm"
	"github.com/ashlar-labs/ashlar/zkvm/machine"
	"github.com/ashlar-labs/ashlar/zkvm/prove"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// liar proves runs as they are given, whether they are true or not.
type liar struct {
	*machine.Keys
	provers map[machine.Part]*prover.Prover
}

func newLiar() *liar {
	return &liar{machine.NewKeys(params.InsecureDev()), map[machine.Part]*prover.Prover{}}
}

// part is one proof of a run under way.
type part struct {
	first  machine.First
	prover *prover.Prover
	main   prover.Columns
}

// prove makes all proofs of a run whose segments have one shape. An error is that of a
// prover that finds its own constraints broken.
func (l *liar) prove(ctx context.Context, program *prove.Program, r *run, shape int) (*machine.Proof, error) {
	parts, err := l.parts(ctx, program, r, shape)
	if err != nil {
		return nil, err
	}
	statement, err := l.Digested(&machine.Statement{Program: program.Digest, Output: r.output, Segments: len(r.segments), Boundaries: 1})
	if err != nil {
		return nil, err
	}
	options := prover.Options{Workers: 2}
	var firsts []machine.First
	input := func(p *part) *prover.Input {
		return &prover.Input{Context: machine.Context(statement, p.first.Part), Publics: p.first.Publics, Main: p.main}
	}
	for i := range parts {
		p := &parts[i]
		if p.first.Shared, err = p.prover.CommitShared(ctx, input(p), options); err != nil {
			return nil, err
		}
		firsts = append(firsts, p.first)
	}
	global := machine.Global(statement, firsts)
	out := &machine.Proof{Profile: l.Profile.Name, Program: program.ID, Output: r.output}
	for i := range parts {
		p := &parts[i]
		in := input(p)
		in.Global = global
		made, err := p.prover.Prove(ctx, in, options)
		if err != nil {
			return nil, err
		}
		switch p.first.Kind {
		case machine.Segment:
			seg := r.segments[p.first.Index]
			out.Segments = append(out.Segments, machine.SegmentProof{Shape: shape, PCOut: seg.PCOut, TimeOut: seg.TimeOut, Proof: made})
		case machine.Boundary:
			out.Boundaries = []machine.BoundaryProof{{Last: r.cells[len(r.cells)-1].Cell, Proof: made}}
		default:
			out.ProgramProof = made
		}
	}
	return out, nil
}

// parts fills the tables of all proofs.
func (l *liar) parts(ctx context.Context, program *prove.Program, r *run, shape int) (out []part, err error) {
	d, pc := machine.Machine(), r.program.Entry
	for i, seg := range r.segments {
		publics := machine.SegmentPublics(uint32(i+1), pc, seg.PCOut, seg.TimeOut)
		heights := []int(d.Shapes[shape].Heights)
		p, err := l.part(ctx, machine.Part{Kind: machine.Segment, Index: i, Shape: shape}, publics, segmentInstances(seg, publics, heights))
		if err != nil {
			return nil, err
		}
		out, pc = append(out, p), seg.PCOut
	}
	publics := machine.BoundaryPublics(0, r.cells[len(r.cells)-1].Cell)
	cells := instance(d.Cells.Chip, d.Boundaries[0][0])
	cells.Publics = publics
	if err := d.Cells.Fill(0, r.cells, r.program.Intervals, cells.Main); err != nil {
		return nil, err
	}
	p, err := l.part(ctx, machine.Part{Kind: machine.Boundary}, publics, []check.Instance{cells})
	if err != nil {
		return nil, err
	}
	q, err := l.program(ctx, program, r)
	return append(out, p, q), err
}

// part makes one of filled tables: those that the fixed lookups need are counted first.
func (l *liar) part(ctx context.Context, id machine.Part, publics []field.Element, instances []check.Instance) (part, error) {
	p := part{first: machine.First{Part: id, Publics: publics}}
	key, err := l.Key(id.Kind, id.Shape)
	if err != nil {
		return p, err
	}
	id.Index = 0
	if l.provers[id] == nil {
		l.provers[id], err = prover.New(ctx, key, machine.Machine().FixedColumns(id.Kind, id.Shape), prover.Options{Workers: 2})
		if err != nil {
			return p, err
		}
	}
	p.prover = l.provers[id]
	demands, err := check.Balance(instances, nil)
	if err != nil {
		return p, err
	}
	for i := range key.Tables {
		t := &key.Tables[i]
		if len(instances) > 0 && t.Chip.Name == instances[0].Chip.Name {
			p.main, instances = append(p.main, instances[0].Main), instances[1:]
			continue
		}
		lookups := instance(t.Chip, t.LogHeight)
		for _, u := range demands {
			if column, row, ok := lookup(u); ok {
				lookups.Main[column][row] = field.New(uint64(-u.Net))
			}
		}
		p.main = append(p.main, lookups.Main)
	}
	return p, nil
}

func (l *liar) program(ctx context.Context, program *prove.Program, r *run) (part, error) {
	p := part{first: machine.First{Part: machine.Part{Kind: machine.Program}}}
	layout, err := l.ProgramLayout(program.ID.Logs)
	if err != nil {
		return p, err
	}
	_, columns, err := machine.Machine().ProgramColumns(r.program)
	if err != nil {
		return p, err
	}
	if p.prover, err = prover.Setup(ctx, layout, columns, prover.Options{Workers: 2}); err != nil {
		return p, err
	}
	usage := r.usage()
	for i := range machine.Machine().Parts {
		table := instance(layout.Tables[i].Chip, layout.Tables[i].LogHeight)
		machine.Machine().Parts[i].Fill(usage, table.Main)
		p.main = append(p.main, table.Main)
	}
	return p, nil
}

// outcome proves a run and verifies the proof. It says who refused it, if anybody.
func (l *liar) outcome(t *testing.T, truth *rv64.Image, r *run, shape int) error {
	t.Helper()
	ctx := context.Background()
	program, err := prove.Load(ctx, loaded(t, truth), 2)
	if err != nil {
		t.Fatal(err)
	}
	proof, err := l.prove(ctx, program, r, shape)
	if err != nil {
		return err
	}
	encoded, err := l.Encode(proof)
	if err != nil {
		t.Fatal(err)
	}
	return l.Verify(ctx, program.Digest, r.output, encoded)
}

// What lies are made of, proven: the proof of the honest run is accepted, those of the lies
// are refused, by the verifier or because there is no proof.
func TestFaultsProven(t *testing.T) {
	l := newLiar()
	tiny := shape(t, "tiny")
	for _, words := range [][2]uint32{
		{asm.R(rv64.Add, 11, 5, 6), asm.R(rv64.Add, 11, 5, 6)}, // the truth
		{asm.R(rv64.Add, 11, 5, 6), asm.R(rv64.Sub, 11, 5, 6)},
		{asm.R(rv64.Remu, 11, 5, 13), asm.R(rv64.Rem, 11, 5, 13)},
		{asm.R(rv64.Add, 11, 5, 6), asm.R(rv64.Add, 12, 5, 6)},
		{asm.B(rv64.Bge, 5, 12, 8), asm.B(rv64.Blt, 5, 12, 8)},
		{asm.S(rv64.Sd, 5, 7, 0), asm.S(rv64.Sd, 12, 7, 0)},
		{asm.I(rv64.Lb, 11, 7, 7), asm.I(rv64.Lbu, 11, 7, 7)},
		{asm.I(rv64.Addi, 0, 0, 0), asm.Ecall},
	} {
		truth := aroundImage(words[0])
		r := lying(t, truth, aroundImage(words[1]), machine.Machine().Shapes[tiny].Capacity, nil)
		err := l.outcome(t, truth, r, tiny)
		refusal(t, rv64.Decode(words[1]), err, words[0] == words[1])
	}
	code, _, _, _, _ := ledger()
	for _, faults := range [][]fault{controlFaults(t), memoryFaults(t), haltFaults(t)} {
		for i, f := range faults {
			if strings.HasPrefix(f.name, "an instruction that") || i%2 == 1 {
				continue // of another program; or one of two is enough
			}
			if strings.HasPrefix(f.name, "x0") || strings.HasPrefix(f.name, "exit") {
				continue // of another program
			}
			refusal(t, f.name, l.outcome(t, asm.Image(code, nil), f.run, tiny), f.want == "honest")
		}
	}
}

func refusal(t *testing.T, what any, err error, honest bool) {
	t.Helper()
	t.Logf("%v: %v", what, err)
	switch {
	case honest && err != nil:
		t.Errorf("%v: %v", what, err)
	case !honest && !errors.Is(err, machine.ErrInvalidProof) && !errors.Is(err, prover.ErrUnsatisfied):
		t.Errorf("%v: %v", what, err)
	}
}
