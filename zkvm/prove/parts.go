package prove

import (
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/proof"
	"github.com/ashlar-labs/ashlar/stark/prover"
	"github.com/ashlar-labs/ashlar/zkvm/chips/boundary"
	"github.com/ashlar-labs/ashlar/zkvm/machine"
	"github.com/ashlar-labs/ashlar/zkvm/record"
)

// segmentPart names a segment; index counts from zero.
func (r *run) segmentPart(index int) (machine.Part, []field.Element) {
	c := &r.cuts[index]
	return machine.Part{Kind: machine.Segment, Index: index, Shape: c.Shape}, machine.SegmentPublics(uint32(index+1), c.pcIn, c.pcOut, c.timeOut)
}

func (r *run) boundaryPart(index int) (machine.Part, []field.Element) {
	c := &r.chunks[index]
	return machine.Part{Kind: machine.Boundary, Index: index, Shape: c.shape}, machine.BoundaryPublics(c.above, c.last)
}

// commit makes the first pass of every proof.
func (r *run) commit() error {
	defer r.watch.begin("commit", 0, 0)()
	r.recorder.Reset()
	seg := new(record.Segment)
	for i := range r.cuts {
		if err := r.recorder.Replay(r.cuts[i].Cut, seg); err != nil {
			return err
		}
		part, publics := r.segmentPart(i)
		s, err := r.setup(r.ctx, machine.Segment, part.Shape, r.options.Workers)
		if err != nil {
			return err
		}
		columns := r.traces.columns(s.layout, true)
		if err := fillSegment(r.ctx, s.layout, &machine.Machine().Shapes[part.Shape], seg, columns, r.options.Workers); err != nil {
			return err
		}
		if err := r.first(s.prover, part, publics, columns); err != nil {
			return err
		}
		r.traces.release(s.layout, columns)
	}
	err := r.eachChunk(func(i int, cells []record.Boundary) error {
		part, publics := r.boundaryPart(i)
		s, columns, err := r.boundaryColumns(i, cells)
		if err != nil {
			return err
		}
		defer r.traces.release(s.layout, columns)
		return r.first(s.prover, part, publics, columns)
	})
	if err != nil {
		return err
	}
	p, columns, err := r.programColumns()
	if err != nil {
		return err
	}
	return r.first(p, machine.Part{Kind: machine.Program}, nil, columns)
}

// first makes one first pass.
func (r *run) first(p *prover.Prover, part machine.Part, publics []field.Element, columns prover.Columns) error {
	in := r.input(part, publics)
	in.Main = columns
	shared, err := p.CommitShared(r.ctx, in, r.proverOptions())
	r.firsts = append(r.firsts, machine.First{Part: part, Publics: publics, Shared: shared})
	return err
}

// segments proves all segments.
func (r *run) segments(out *machine.Proof) error {
	r.recorder.Reset()
	seg := new(record.Segment)
	for i := range r.cuts {
		p, err := r.segment(i, seg)
		if err != nil {
			return err
		}
		c := &r.cuts[i]
		out.Segments = append(out.Segments, machine.SegmentProof{Shape: c.Shape, PCOut: c.pcOut, TimeOut: c.timeOut, Proof: p})
	}
	return nil
}

func (r *run) segment(i int, seg *record.Segment) (*proof.Proof, error) {
	defer r.watch.begin("segment", i+1, len(r.cuts))()
	part, publics := r.segmentPart(i)
	s, err := r.setup(r.ctx, machine.Segment, part.Shape, r.options.Workers)
	if err != nil {
		return nil, err
	}
	end := r.watch.trace()
	if err := r.recorder.Record(r.cuts[i].Cut, seg); err != nil {
		return nil, err
	}
	columns := r.traces.columns(s.layout, false)
	defer r.traces.release(s.layout, columns)
	if err := fillSegment(r.ctx, s.layout, &machine.Machine().Shapes[part.Shape], seg, columns, r.options.Workers); err != nil {
		return nil, err
	}
	if err := s.lookups(r.ctx, columns, publics, r.options.Workers); err != nil {
		return nil, err
	}
	end()
	r.watch.stats.Cells += machine.Machine().Shapes[part.Shape].Cells
	in := r.input(part, publics)
	in.Main = columns
	in.External = machine.SegmentExternal(seg.PCIn, seg.PCOut, seg.TimeOut, &r.output)
	return s.prover.Prove(r.ctx, in, r.proverOptions())
}

// boundaryColumns fills the tables of a boundary proof.
func (r *run) boundaryColumns(i int, cells []record.Boundary) (*setup, [][][]field.Element, error) {
	c := &r.chunks[i]
	s, err := r.setup(r.ctx, machine.Boundary, c.shape, r.options.Workers)
	if err != nil {
		return nil, nil, err
	}
	columns := r.traces.columns(s.layout, false)
	if err := machine.Machine().Cells.Fill(c.above, cells, r.program.ROM.Intervals, columns[0]); err != nil {
		return nil, nil, err
	}
	_, publics := r.boundaryPart(i)
	return s, columns, s.lookups(r.ctx, columns, publics, r.options.Workers)
}

// boundaries proves all boundary proofs. The recorder is at the end of the run.
func (r *run) boundaries(out *machine.Proof) error {
	return r.eachChunk(func(i int, cells []record.Boundary) error {
		defer r.watch.begin("boundary", i+1, len(r.chunks))()
		end := r.watch.trace()
		s, columns, err := r.boundaryColumns(i, cells)
		if err != nil {
			return err
		}
		end()
		defer r.traces.release(s.layout, columns)
		part, publics := r.boundaryPart(i)
		in := r.input(part, publics)
		in.Main = columns
		p, err := s.prover.Prove(r.ctx, in, r.proverOptions())
		out.Boundaries = append(out.Boundaries, machine.BoundaryProof{Shape: part.Shape, Last: r.chunks[i].last, Proof: p})
		return err
	})
}

// programColumns are the multiplicities of the program's tables.
func (r *run) programColumns() (*prover.Prover, prover.Columns, error) {
	p, err := r.program.setup(r.ctx, r.keys, r.options.Workers)
	if err != nil {
		return nil, nil, err
	}
	return p, multiplicities(p.Key(), r.usage), nil
}

// multiplicities are the main columns of the program's tables.
func multiplicities(key *proof.Key, usage *boundary.Usage) (columns prover.Columns) {
	for i := range machine.Machine().Parts {
		table := &key.Tables[i]
		main := make([][]field.Element, len(table.Chip.Main))
		for c := range main {
			main[c] = make([]field.Element, table.Height())
		}
		machine.Machine().Parts[i].Fill(usage, main)
		columns = append(columns, main)
	}
	return columns
}

func (r *run) programProof() (*proof.Proof, error) {
	defer r.watch.begin("program", 0, 0)()
	p, columns, err := r.programColumns()
	if err != nil {
		return nil, err
	}
	in := r.input(machine.Part{Kind: machine.Program}, nil)
	in.Main = columns
	return p.Prove(r.ctx, in, r.proverOptions())
}
