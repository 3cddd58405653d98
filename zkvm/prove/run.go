package prove

import (
	"context"
	"fmt"
	"slices"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/hash/sponge"
	"github.com/ashlar-labs/ashlar/stark/proof"
	"github.com/ashlar-labs/ashlar/stark/prover"
	"github.com/ashlar-labs/ashlar/zkvm/chips/boundary"
	"github.com/ashlar-labs/ashlar/zkvm/machine"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// Options are how a proof is made; they do not change it.
type Options struct {
	Workers  int // goroutines, at least one
	Limits   rv64.Limits
	Observer Observer
	// Check looks for violated constraints and unbalanced buses before each proof: slow, for
	// tests.
	Check bool
	// Shapes restricts the choice to shapes with these names, for tests; nil allows all.
	Shapes []string
}

// cut is what the second execution leaves of a segment.
type cut struct {
	record.Cut
	pcIn, pcOut, timeOut uint32
}

// chunk is a range of touched cells that one boundary proof proves.
type chunk struct {
	shape       int
	above, last uint32
	cells       int
}

// run is a proof under way.
type run struct {
	*Prover
	ctx       context.Context
	program   *Program
	options   Options
	watch     *watch
	recorder  *record.Recorder
	cuts      []cut
	chunks    []chunk
	usage     *boundary.Usage
	output    [32]byte
	statement sponge.Digest
	firsts    []machine.First
	global    proof.Global
}

// Prove proves a run of the program on an input.
func (p *Prover) Prove(ctx context.Context, program *Program, input []byte, o Options) (*machine.Proof, Stats, error) {
	o.Workers = max(1, o.Workers)
	r := &run{Prover: p, ctx: ctx, program: program, options: o, watch: newWatch(o.Observer), usage: boundary.NewUsage(program.ROM)}
	proof, err := r.prove(input)
	return proof, r.watch.stats, err
}

func (r *run) prove(input []byte) (*machine.Proof, error) {
	if err := r.execute(input); err != nil {
		return nil, err
	}
	if err := r.cut(); err != nil {
		return nil, err
	}
	if err := r.commit(); err != nil {
		return nil, err
	}
	r.global = machine.Global(r.statement, r.firsts)
	out := &machine.Proof{Profile: r.keys.Profile.Name, Program: r.program.ID, Output: r.output}
	if err := r.segments(out); err != nil {
		return nil, err
	}
	if err := r.boundaries(out); err != nil {
		return nil, err
	}
	var err error
	out.ProgramProof, err = r.programProof()
	return out, err
}

// execute runs the program as the executor does: only a run that halts with exit code zero
// goes on.
func (r *run) execute(input []byte) error {
	defer r.watch.begin("execute", 0, 0)()
	result, err := r.program.Loaded.Run(r.ctx, input, r.options.Limits)
	if err != nil {
		return err
	}
	r.output = result.Output
	r.watch.stats.Cycles = result.Cycles
	r.recorder, err = record.New(r.program.Loaded, r.program.ROM, input)
	return err
}

// cut finds the segments and the boundary proofs, and with their numbers the statement.
func (r *run) cut() error {
	defer r.watch.begin("cut", 0, 0)()
	shapes := machine.Machine().Shapes
	capacities := make([]record.Counts, len(shapes))
	for i, s := range shapes {
		if r.options.Shapes == nil || slices.Contains(r.options.Shapes, s.Name) {
			capacities[i] = s.Capacity
		}
	}
	seg := new(record.Segment)
	for !r.recorder.Halted() {
		if err := r.ctx.Err(); err != nil {
			return err
		}
		c, err := r.recorder.Next(capacities, choose, seg)
		if err != nil {
			return fmt.Errorf("cut the run into segments: %w", err)
		}
		r.cuts = append(r.cuts, cut{c, seg.PCIn, seg.PCOut, seg.TimeOut})
		r.usage.AddSegment(seg)
	}
	if seg.Output != r.output || r.recorder.Cycles() != r.watch.stats.Cycles {
		return fmt.Errorf("recorder and executor disagree: output %x after %d cycles, want %x after %d", seg.Output, r.recorder.Cycles(), r.output, r.watch.stats.Cycles)
	}
	r.watch.stats.Rows, r.watch.stats.Segments = r.recorder.Rows(), len(r.cuts)
	r.chunk()
	var err error
	r.statement, err = r.keys.Digested(&machine.Statement{Program: r.program.Digest, Output: r.output, Segments: len(r.cuts), Boundaries: len(r.chunks)})
	return err
}

// choose takes the shape with the fewest cells for each step, counting for every proof some
// cells for what it costs whatever its size.
func choose(steps []uint64) int {
	const proofCells = 1 << 21
	best, least := 0, 0.0
	for i, s := range machine.Machine().Shapes {
		if steps[i] == 0 {
			continue
		}
		if cost := float64(s.Cells+proofCells) / float64(steps[i]); least == 0 || cost < least {
			best, least = i, cost
		}
	}
	return best
}

// chunk divides the touched cells among boundary proofs, and counts what they use of the
// program.
func (r *run) chunk() {
	total := 0
	for range r.recorder.Boundary {
		total++
	}
	r.watch.stats.TouchedCells = total
	shapes := machine.Machine().Boundaries
	above := uint32(0)
	for total > 0 {
		c := chunk{above: above}
		for c.shape < len(shapes)-1 && 1<<shapes[c.shape][0] < total {
			c.shape++
		}
		c.cells = min(total, 1<<shapes[c.shape][0])
		total -= c.cells
		r.chunks = append(r.chunks, c)
	}
	r.eachChunk(func(i int, cells []record.Boundary) error {
		c := &r.chunks[i]
		c.above, c.last = above, cells[len(cells)-1].Cell
		above = c.last
		r.usage.AddCells(cells)
		return nil
	})
}

// eachChunk calls do with the cells of every boundary proof.
func (r *run) eachChunk(do func(i int, cells []record.Boundary) error) error {
	var cells []record.Boundary
	var err error
	i := 0
	r.recorder.Boundary(func(b record.Boundary) bool {
		if cells = append(cells, b); len(cells) == r.chunks[i].cells {
			err = do(i, cells)
			cells = cells[:0]
			i++
		}
		return err == nil
	})
	return err
}

// input is what is proven of a part, without the main columns.
func (r *run) input(part machine.Part, publics []field.Element) *prover.Input {
	return &prover.Input{Context: machine.Context(r.statement, part), Publics: publics, Global: r.global}
}

func (r *run) proverOptions() prover.Options {
	return prover.Options{Workers: r.options.Workers, Observer: r.watch.stage, Check: r.options.Check}
}
