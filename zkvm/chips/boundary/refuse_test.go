package boundary

import (
	"slices"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/air/check"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/chips/steptest"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
)

// forged is a run in which one row of one table is changed.
type forged struct {
	*run
	in       []check.Instance
	external []check.Message
}

func newForged(t *testing.T) *forged {
	r := newRun(t)
	f := &forged{run: r}
	f.in, f.external = r.instances(t)
	return f
}

// table returns the nth instance of a chip.
func (f *forged) table(name string, n int) *check.Instance {
	for i := range f.in {
		if f.in[i].Chip.Name == name {
			if n == 0 {
				return &f.in[i]
			}
			n--
		}
	}
	panic(name)
}

func (f *forged) row(name string, n, at int) steptest.Row {
	return steptest.Row{In: f.table(name, n), At: at}
}

// cellRow is the row of the first cell of a kind, in whichever boundary proof it is.
func (f *forged) cellRow(is func(record.Boundary) bool) steptest.Row {
	i := slices.IndexFunc(f.cells, is)
	if half := len(f.cells) / 2; i >= half {
		return f.row("boundary", 1, i-half)
	}
	return f.row("boundary", 0, i)
}

func (f *forged) free(kind rom.Kind) steptest.Row {
	return f.cellRow(func(c record.Boundary) bool { return c.Interval >= 0 && f.program.Intervals[c.Interval].Kind == kind })
}

// forgery is a change that is refused, for the reason given. Values that enter a proof from
// the forged row are claimed by the rest of the machine as well where it could.
type forgery struct {
	forge  func(f *forged)
	reason string
}

var cellForgeries = map[string]forgery{
	"image cell with another value": {func(f *forged) {
		r := f.cellRow(func(c record.Boundary) bool { return c.Interval < 0 && c.Cell < bus.RegisterCell })
		r.Set("first0", 77)
	}, "GIMAGE"},
	"image cell as input": {func(f *forged) {
		r := f.cellRow(func(c record.Boundary) bool { return c.Interval < 0 && c.Cell < bus.RegisterCell })
		r.Set("input", 1)
	}, "GINTERVAL"},
	"heap as input": {func(f *forged) {
		r := f.free(rom.Zero)
		r.Set("zero", 0)
		r.Set("input", 1)
	}, "GINTERVAL"},
	"heap that is not zero": {func(f *forged) { f.free(rom.Zero).Set("first1", 1) }, "zero memory, limb 1"},
	"input out of range":    {func(f *forged) { f.free(rom.Input).Set("first2", 1<<16) }, "RANGE16"},
	"a cell below an interval": {func(f *forged) {
		r := f.free(rom.Input)
		low := r.Get("below.lo").Add(r.Get("below.hi").Mul(field.New(distanceWeight)))
		r.Set("below.lo", -1)
		r.Set("below.hi", 0)
		*cellOf(r, "cell") = r.Get("cell").Sub(low).Sub(field.One)
	}, "cells rise"},
	"the same cell twice": {func(f *forged) {
		r, before := f.row("boundary", 0, 3), f.row("boundary", 0, 2)
		for _, c := range r.In.Chip.Main {
			*cellOf(r, c.Name) = before.Get(c.Name)
		}
		r.Set("step.lo", -1)
		r.Set("step.hi", 0)
	}, "cells rise"},
	"a cell of the next proof": {func(f *forged) {
		f.table("boundary", 0).Publics[PublicLast] = field.New(uint64(f.cells[len(f.cells)-1].Cell))
	}, "the last real cell"},
	"proofs that overlap":       {func(f *forged) { f.table("boundary", 1).Publics[PublicAbove] = 0 }, "the first cell is above"},
	"a row that ends too early": {func(f *forged) { f.row("boundary", 0, len(f.cells)/2-1).Set("real", 0) }, "the last real cell"},
}

var segmentForgeries = map[string]forgery{
	"a segment reads itself": {func(f *forged) {
		f.row("local", 1, 2).Set("previous", 2)
	}, "RANGE16"},
	"a segment reads a later one": {func(f *forged) { f.row("local", 0, 0).Set("previous", 3) }, "RANGE16"},
	"a segment forgets the one before": {func(f *forged) {
		i := slices.IndexFunc(f.segments[1].Local, func(l record.Local) bool { return l.PrevSegment == 1 })
		f.row("local", 1, i).Set("previous", 0)
	}, "GMEM"},
	"a value changes between segments": {func(f *forged) {
		i := slices.IndexFunc(f.segments[1].Local, func(l record.Local) bool { return l.PrevSegment == 1 })
		f.row("local", 1, i).Set("in0", 4242)
		l := &f.segments[1].Local[i]
		forgedIn := l.In&^0xffff | 4242
		f.external = append(f.external, steptest.Cell(air.Take, l.Cell, forgedIn, 0), steptest.Cell(air.Put, l.Cell, l.In, 0))
	}, "GMEM"},
	"padding of local writes": {func(f *forged) {
		n := len(f.segments[0].Local)
		r := f.row("local", 0, n)
		r.Set("cell", 4096)
		r.Set("in0", 1)
		r.Set("out0", 2)
		f.external = append(f.external, steptest.Cell(air.Take, 4096, 1, 0), steptest.Cell(air.Put, 4096, 2, 0))
	}, "padding keeps limb 0"},
	"padding of local moves time": {func(f *forged) {
		r := f.row("local", 0, len(f.segments[0].Local))
		r.Set("time", 9)
		f.external = append(f.external, steptest.Cell(air.Take, 0, 0, 0), steptest.Cell(air.Put, 0, 0, 9))
	}, "padding has time zero"},
	"half a cell": {func(f *forged) { f.row("local", 0, 1).Set("real", -1) }, "real is a bit"},
	"a row that is not in the program": {func(f *forged) {
		r := f.row("program", 0, 4)
		r.Set("imm0", 999)
		u := f.segments[0].Program[4]
		was, is := fieldsOf(u.Row), fieldsOf(u.Row)
		is[5] = 999
		for _, m := range []check.Message{steptest.Message(bus.ROM, air.Put, was[:]...), steptest.Message(bus.ROM, air.Take, is[:]...)} {
			m.Multiplicity = field.New(uint64(u.Times))
			f.external = append(f.external, m)
		}
	}, "GROM"},
	"a row that the program is not asked for": {func(f *forged) { f.row("program", 0, 4).Set("real", 0) }, "padding supplies nothing"},
	"a row taken back":                        {func(f *forged) { f.row("program", 0, 4).Set("real", -1) }, "real is a bit"},
	"a row looked up too often":               {func(f *forged) { f.row("program", 1, 0).Set("times", 70000) }, "ROM"},
	"a program row too often":                 {func(f *forged) { f.row("rom", 0, 0).Set("times", 9) }, "GROM"},
	"padding of the image": {func(f *forged) {
		in := f.table("image", 0)
		f.row("image", 0, len(in.Main[0])-1).Set("times2", 1)
	}, "padding is not supplied"},
}

func TestForgeries(t *testing.T) {
	for _, all := range []map[string]forgery{cellForgeries, segmentForgeries} {
		for name, c := range all {
			f := newForged(t)
			c.forge(f)
			if why := refusals(t, f); !strings.Contains(why, c.reason) {
				t.Errorf("%s: want %q, got: %s", name, c.reason, why)
			}
		}
	}
}

func cellOf(r steptest.Row, name string) *field.Element {
	i := slices.IndexFunc(r.In.Chip.Main, func(c air.Column) bool { return c.Name == name })
	return &r.In.Main[i][r.At]
}

func refusals(t *testing.T, f *forged) string {
	t.Helper()
	local, err := steptest.Refusals(f.in, f.external)
	if err != nil {
		t.Fatal(err)
	}
	global, err := check.GlobalBalance(f.in, f.external)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, r := range local {
		all = append(all, r.Text)
	}
	for _, u := range global {
		all = append(all, u.String())
	}
	return strings.Join(all, "; ")
}

// Every cell of a real row is noticed by a constraint or by a bus, local or global.
func TestCorruption(t *testing.T) {
	f := newForged(t)
	survivors, err := check.Corrupt(f.in, append(f.external, supplies(f)...), check.Corruption{Samples: 4, Rows: f.realRows()})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range survivors {
		t.Error(s)
	}
}

// supplies are what the range tables put.
func supplies(f *forged) (out []check.Message) {
	unbalanced, err := check.Balance(f.in, f.external)
	if err != nil {
		panic(err)
	}
	for _, u := range unbalanced {
		if u.Bus == bus.Range16.Name && u.Tuple[0] < 1<<16 {
			m := steptest.Message(bus.Range16, air.Put, u.Tuple...)
			m.Multiplicity = field.New(uint64(-u.Net))
			out = append(out, m)
		}
	}
	return out
}

func (f *forged) realRows() map[string][]int {
	rows := map[string][]int{}
	for _, in := range f.in {
		rows[in.Chip.Name] = []int{0, 1, 5}
	}
	rows["interval"] = []int{0, 1}
	return rows
}

// Deletions: without any one of the constraints and local interactions, one of these cases
// would be accepted.
func TestEveryPartIsNeeded(t *testing.T) {
	f := newForged(t)
	c := &cutter{t: t, f: f}
	c.local()
	c.programs()
	c.boundary()
	left, err := check.Deletions(c.cases)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range left {
		switch {
		case d.Chip == "ranges":
			continue // a fixture
		case d.Chip == "boundary" && d.Name == "real is a bit":
			// The others imply it: a row after a real one is real, or the one before holds
			// the last cell, and cells rise. It stays as what a reader expects.
			continue
		}
		t.Error(d)
	}
}

// cutter collects cases that break one thing each.
type cutter struct {
	t     *testing.T
	f     *forged
	cases []check.Case
}

// add copies an instance, changes a row of it and adds it with a range table.
func (c *cutter) add(name string, n, at int, change func(r steptest.Row)) {
	in := *c.f.table(name, n)
	in.Main = clone(in.Main)
	in.Publics = slices.Clone(in.Publics)
	change(steptest.Row{In: &in, At: at})
	c.instance(in, nil)
}

func clone(cols [][]field.Element) (out [][]field.Element) {
	for _, col := range cols {
		out = append(out, slices.Clone(col))
	}
	return out
}

// instance adds an instance; what it puts and takes beside range checks is answered, with the
// exception of the buses named.
func (c *cutter) instance(in check.Instance, unanswered []string) {
	c.t.Helper()
	unbalanced, err := check.Balance([]check.Instance{in}, nil)
	if err != nil {
		c.t.Fatal(err)
	}
	var external []check.Message
	var ranges []field.Element
	for _, u := range unbalanced {
		switch {
		case u.Bus == bus.Range16.Name:
			if u.Tuple[0] < 1<<16 {
				ranges = append(ranges, field.New(uint64(u.Tuple[0])))
			}
		case !slices.Contains(unanswered, u.Bus):
			external = append(external, answers(u)...)
		}
	}
	c.cases = append(c.cases, check.Case{
		Name: in.Chip.Name, Instances: []check.Instance{in, rangeTable(ranges)}, External: external,
	})
}

func answers(u check.Unbalanced) (out []check.Message) {
	b := map[string]air.Bus{bus.Memory.Name: bus.Memory, bus.ROM.Name: bus.ROM}[u.Bus]
	d := air.Take
	if u.Net < 0 {
		d, u.Net = air.Put, -u.Net
	}
	m := steptest.Message(b, d, u.Tuple...)
	if b.Kind == air.Lookup {
		m.Multiplicity = field.New(uint64(u.Net))
		return []check.Message{m}
	}
	for range u.Net {
		out = append(out, m)
	}
	return out
}

func rangeTable(values []field.Element) check.Instance {
	b := air.NewBuilder("ranges")
	b.Supply(bus.Range16, b.Main("times", "field (free)"), b.Fixed("value"))
	n := 1
	for n < len(values) {
		n *= 2
	}
	in := check.Instance{Chip: b.Must(), Main: [][]field.Element{make([]field.Element, n)}}
	for i := range in.Main[0] {
		in.Main[0][i] = 0
	}
	in.Fixed = [][]field.Element{append(values, make([]field.Element, n-len(values))...)}
	return in
}
