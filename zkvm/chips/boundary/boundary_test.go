package boundary

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/air/check"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/asm"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/chips/steptest"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

var update = flag.Bool("update", false, "rewrite testdata")

func TestGolden(t *testing.T) {
	chips := []*air.Chip{NewCells().Chip}
	for _, table := range Tables() {
		chips = append(chips, table.Chip)
	}
	for _, f := range Programs() {
		chips = append(chips, f.Chip)
	}
	for _, c := range chips {
		name := filepath.Join("testdata", c.Name+".golden")
		got := check.Describe(c)
		if *update {
			if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want, err := os.ReadFile(name); err != nil || string(want) != got {
			t.Errorf("%s differs (%v): go test ./zkvm/chips/boundary -update", name, err)
		}
	}
}

// code touches an image cell, the heap, the stack, the input and its length, more than
// once, and has a loop, so that segments share rows and cells.
func code() []uint32 {
	return asm.Join(
		asm.Li(5, asm.Data), asm.Li(6, abi.HeapBase), asm.Li(7, abi.InputLenAddr), asm.Li(8, 40),
		[]uint32{
			asm.I(rv64.Ld, 9, 5, 8),
			asm.I(rv64.Ld, 10, 7, 0),
			asm.I(rv64.Ld, 11, 7, 8),
			asm.R(rv64.Add, 9, 9, 8),
			asm.S(rv64.Sd, 9, 5, 8),
			asm.S(rv64.Sd, 11, 6, 16),
			asm.S(rv64.Sd, 10, 2, -8),
			asm.I(rv64.Addi, 6, 6, 8),
			asm.I(rv64.Addi, 8, 8, -1),
			asm.B(rv64.Bne, 8, 0, -36),
			asm.R(rv64.Add, 11, 9, 0),
		}, asm.Halt())
}

// run is a run in several segments and what it leaves behind.
type run struct {
	program  *rom.Program
	segments []*record.Segment
	cells    []record.Boundary
}

func newRun(t *testing.T) *run {
	t.Helper()
	img := asm.Image(code(), []byte{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
	loaded, err := rv64.Load(img, nil)
	if err != nil {
		t.Fatal(err)
	}
	p, err := rom.Build(img)
	if err != nil {
		t.Fatal(err)
	}
	rec, err := record.New(loaded, p, []byte("the private input, longer than a cell"))
	if err != nil {
		t.Fatal(err)
	}
	var shape record.Counts
	for i := range shape {
		shape[i] = 60
	}
	out := &run{program: p}
	for !rec.Halted() {
		seg := new(record.Segment)
		if _, err := rec.Next([]record.Counts{shape}, func([]uint64) int { return 0 }, seg); err != nil {
			t.Fatal(err)
		}
		out.segments = append(out.segments, seg)
	}
	for c := range rec.Boundary {
		out.cells = append(out.cells, c)
	}
	return out
}

// instances are the tables of this package for all proofs of the run, with the cells in two
// proofs, and what the other tables of the segments put on local buses.
func (r *run) instances(t *testing.T) (all []check.Instance, external []check.Message) {
	t.Helper()
	for _, seg := range r.segments {
		in := steptest.Fill(Tables(), seg, 7)
		for i := range in {
			in[i].Publics = []field.Element{field.New(uint64(seg.Index))}
		}
		all = append(all, in...)
		external = append(external, others(seg)...)
	}
	half := len(r.cells) / 2
	all = append(all, r.boundary(t, 0, r.cells[:half]), r.boundary(t, r.cells[half-1].Cell, r.cells[half:]))
	u := NewUsage(r.program)
	for _, seg := range r.segments {
		u.AddSegment(seg)
	}
	u.AddCells(r.cells)
	for _, f := range Programs() {
		log := 3
		for 1<<log < f.Rows(r.program) {
			log++
		}
		in := check.Instance{Chip: f.Chip, Main: steptest.Columns(f.Chip, log)}
		var err error
		if in.Fixed, err = f.Columns(r.program, log); err != nil {
			t.Fatal(err)
		}
		f.Fill(u, in.Main)
		all = append(all, in)
	}
	return all, external
}

func (r *run) boundary(t *testing.T, above uint32, cells []record.Boundary) check.Instance {
	t.Helper()
	c := NewCells()
	in := check.Instance{Chip: c.Chip, Main: steptest.Columns(c.Chip, 7), Publics: []field.Element{
		field.New(uint64(above)), field.New(uint64(cells[len(cells)-1].Cell)),
	}}
	if err := c.Fill(above, cells, r.program.Intervals, in.Main); err != nil {
		t.Fatal(err)
	}
	return in
}

// others is what the instruction tables put on MEM and demand of the ROM, in total.
func others(seg *record.Segment) (out []check.Message) {
	for _, l := range seg.Local {
		out = append(out, steptest.Cell(air.Take, l.Cell, l.In, 0), steptest.Cell(air.Put, l.Cell, l.Out, l.Time))
	}
	for _, u := range seg.Program {
		v := fieldsOf(u.Row)
		m := steptest.Message(bus.ROM, air.Take, v[:]...)
		m.Multiplicity = field.New(uint64(u.Times))
		out = append(out, m)
	}
	return out
}

// accept reports what is refused by constraints, local buses or global ones.
func accept(in []check.Instance, external []check.Message) error {
	if err := steptest.Accept(in, external); err != nil {
		return err
	}
	unbalanced, err := check.GlobalBalance(in, external)
	if err == nil && len(unbalanced) > 0 {
		err = &imbalance{unbalanced[0]}
	}
	return err
}

type imbalance struct{ check.Unbalanced }

func (e *imbalance) Error() string { return e.String() }

func TestRun(t *testing.T) {
	r := newRun(t)
	if len(r.segments) < 3 {
		t.Fatalf("%d segments", len(r.segments))
	}
	kinds := map[string]bool{}
	for _, c := range r.cells {
		switch {
		case c.Interval < 0 && c.Cell >= bus.RegisterCell:
			kinds["register"] = true
		case c.Interval < 0:
			kinds["image"] = true
		case r.program.Intervals[c.Interval].Kind == rom.Zero:
			kinds["zero"] = true
		default:
			kinds["input"] = true
		}
	}
	if len(kinds) != 4 {
		t.Fatalf("kinds of cells: %v", kinds)
	}
	in, external := r.instances(t)
	if err := accept(in, external); err != nil {
		t.Fatal(err)
	}
}
