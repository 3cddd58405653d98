package record

import (
	"errors"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// ErrNoShape says that no shape holds even one step.
var ErrNoShape = errors.New("no shape holds a step")

// maxTime is the greatest time at which a segment may end.
const maxTime = 1<<bus.TimeBits - 1

// Recorder executes one run, twice: see the package comment. It is not safe for
// concurrent use.
type Recorder struct {
	loaded  *rv64.Program
	program *rom.Program
	code    *code
	mem     memory

	x        [64]uint64
	xTime    [64]uint32
	xSegment [64]uint32

	at     int32  // place of the next row
	pc     uint32 // its pc
	cycles uint64 // instructions executed, as rv64 counts them
	rows   uint64
	index  uint32 // of the last finished segment
	halted bool
	output [abi.OutputBytes]byte

	// Of the segment under way.
	start   startState
	time    uint32
	steps   uint64
	counts  Counts // without Locals and Programs
	limits  limits
	uses    []uint32 // by place
	places  []uint32 // used
	touched []Local  // cells of memory, without Out and Time
	record  *Segment // nil when only counting
	scratch Step
	arena   []Access
}

// startState is what going back to the start of a segment needs beside the cells.
type startState struct {
	x            [64]uint64
	at           int32
	pc           uint32
	cycles, rows uint64
}

// Cut is how much one segment holds.
type Cut struct {
	Shape  int
	Steps  uint64
	Counts Counts
}

// New prepares a run. The program of the ROM must be that of the loaded image, which
// gives the words and the symbols for error messages. An input that is too large is a
// *rv64.Trap.
func New(loaded *rv64.Program, p *rom.Program, input []byte) (*Recorder, error) {
	if len(input) > abi.MaxInputBytes {
		return nil, &rv64.Trap{Kind: rv64.TrapInputTooLong, Value: uint64(len(input))}
	}
	r := &Recorder{loaded: loaded, program: p, code: newCode(p), mem: memory{program: p, input: input}}
	r.uses = make([]uint32, len(r.code.insts))
	r.Reset()
	return r, nil
}

// Reset goes back to the start of the run.
func (r *Recorder) Reset() {
	r.mem.reset()
	r.x, r.xTime, r.xSegment = [64]uint64{}, [64]uint32{}, [64]uint32{}
	for _, c := range r.program.Cells[r.program.Find(bus.RegisterCell):] {
		r.x[c.Cell-bus.RegisterCell] = c.Value
	}
	r.pc, r.at = r.program.Entry, r.code.place(r.program, r.program.Entry)
	r.cycles, r.rows, r.index, r.halted = 0, 0, 0, false
	r.output = [abi.OutputBytes]byte{}
}

// Halted reports whether the run has ended.
func (r *Recorder) Halted() bool { return r.halted }

// Cycles is the number of instructions executed so far, Rows that of ROM rows, which also
// counts the rows of micro-sequences.
func (r *Recorder) Cycles() uint64 { return r.cycles }

// Rows is the number of ROM rows executed so far.
func (r *Recorder) Rows() uint64 { return r.rows }

// Next executes the next segment without recording steps. It runs until no shape can hold
// more; choose is told how many steps each shape holds and returns the one to take, and the
// segment ends where that shape is full. Everything but Steps and Calls of the segment is
// set. An error is a *rv64.Trap, or ErrNoShape.
func (r *Recorder) Next(shapes []Counts, choose func(steps []uint64) int, seg *Segment) (Cut, error) {
	r.begin(nil)
	r.limits.start(shapes)
	if err := r.run(^uint64(0)); err != nil {
		return Cut{}, err
	}
	for i := range shapes {
		if r.limits.alive[i] {
			r.limits.steps[i] = r.steps
		}
	}
	shape := choose(r.limits.steps)
	steps := r.limits.steps[shape]
	if steps == 0 {
		return Cut{}, ErrNoShape
	}
	if steps < r.steps {
		r.back()
		r.limits.none()
		if err := r.run(steps); err != nil {
			return Cut{}, err
		}
	}
	r.finish(seg)
	cut := Cut{Shape: shape, Steps: steps, Counts: r.counts}
	cut.Counts[Locals], cut.Counts[Programs] = uint32(len(seg.Local)), uint32(len(seg.Program))
	return cut, nil
}

// Record executes the next segment, of which Next made the cut in an earlier run, and sets
// the segment. Its slices are reused.
func (r *Recorder) Record(cut Cut, seg *Segment) error {
	for t := range seg.Steps {
		seg.Steps[t] = resize(seg.Steps[t], int(cut.Counts[t]))
	}
	seg.Steps[rom.Ecall] = nil
	if seg.Calls == nil {
		seg.Calls = map[uint64][]Call{}
	}
	for number := range seg.Calls {
		seg.Calls[number] = seg.Calls[number][:0]
	}
	return r.again(cut, seg, seg)
}

// Replay is Record without steps and calls.
func (r *Recorder) Replay(cut Cut, seg *Segment) error { return r.again(cut, seg, nil) }

func (r *Recorder) again(cut Cut, seg, into *Segment) error {
	r.begin(into)
	r.limits.none()
	if err := r.run(cut.Steps); err != nil {
		return err
	}
	r.finish(seg)
	return nil
}

func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

func (r *Recorder) begin(seg *Segment) {
	r.start = startState{r.x, r.at, r.pc, r.cycles, r.rows}
	r.time, r.steps, r.counts, r.record = bus.StartTime, 0, Counts{}, seg
	r.arena = nil // belongs to the last segment
}

// back undoes the segment under way.
func (r *Recorder) back() {
	for i := range r.touched {
		l := &r.touched[i]
		p := r.mem.pages[l.Cell>>pageLog]
		p.value[l.Cell%pageCells], p.time[l.Cell%pageCells] = l.In, 0
	}
	r.forget()
	s := &r.start
	r.x, r.at, r.pc, r.cycles, r.rows = s.x, s.at, s.pc, s.cycles, s.rows
	r.halted, r.output = false, [abi.OutputBytes]byte{}
	r.time, r.steps, r.counts = bus.StartTime, 0, Counts{}
}

// forget empties what is kept by segment.
func (r *Recorder) forget() {
	r.touched, r.xTime = r.touched[:0], [64]uint32{}
	for _, at := range r.places {
		r.uses[at] = 0
	}
	r.places = r.places[:0]
}

// Survey executes the whole run without segments and gives, for every so many steps, what
// they use; Locals and Programs are what the steps are the first of the run to use. The
// recorder is of no use afterwards until it is Reset.
func (r *Recorder) Survey(steps uint64, yield func(Counts)) error {
	r.begin(nil)
	r.limits.none()
	var before Counts
	for !r.halted {
		r.time = bus.StartTime // nobody looks at times
		if err := r.run(r.steps + steps); err != nil {
			return err
		}
		now := r.counts
		now[Locals], now[Programs] = uint32(len(r.touched)), uint32(len(r.places))
		used := now
		for i := range used {
			used[i] -= before[i]
		}
		yield(used)
		before = now
	}
	r.forget()
	return nil
}
