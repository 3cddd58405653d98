package block

import (
	"fmt"
	"slices"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/air/check"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/chips/calltest"
)

// forgery is a pair of tables that a cheating prover could fill. The rest of the machine goes
// along with what they put on STATE, MEM and ROM.
type forgery struct {
	t  *testing.T
	in []check.Instance
	// alone says that BLOCK goes along, too: for forgeries of the rows by themselves.
	alone bool
}

const (
	callTable = iota
	rowTable
)

func newForgery(t *testing.T, calls ...move) *forgery {
	return &forgery{t: t, in: calltest.Fill(Tables(), machine(t, calls...).Segment, 3)}
}

func (f *forgery) at(table int, column string, row int) *field.Element {
	in := &f.in[table]
	i := slices.IndexFunc(in.Chip.Main, func(c air.Column) bool { return c.Name == column })
	if i < 0 {
		f.t.Fatalf("no column %q", column)
	}
	return &in.Main[i][row]
}

func (f *forgery) set(table int, column string, row int, v field.Element) {
	*f.at(table, column, row) = v
}

// shift adds to a column on a run of rows.
func (f *forgery) shift(table int, column string, from, to int, by field.Element) {
	for row := from; row < to; row++ {
		c := f.at(table, column, row)
		*c = c.Add(by)
	}
}

func (f *forgery) copyRow(from, to int) {
	for _, c := range f.in[rowTable].Main {
		c[to] = c[from]
	}
}

// rest is what the other tables put and take.
func (f *forgery) rest() []check.Message {
	return restOf(f.t, f.in, f.alone)
}

func restOf(t *testing.T, in []check.Instance, alone bool) (out []check.Message) {
	t.Helper()
	open, err := check.Balance(in, nil)
	if err != nil {
		t.Fatal(err)
	}
	buses := map[string]air.Bus{bus.State.Name: bus.State, bus.Memory.Name: bus.Memory, bus.ROM.Name: bus.ROM}
	if alone {
		buses[startBus.Name] = startBus
	}
	for _, u := range open {
		b, ok := buses[u.Bus]
		if !ok {
			continue
		}
		m := check.Message{Bus: b, Direction: air.Take, Multiplicity: field.One}
		n := u.Net
		if n < 0 {
			m.Direction, n = air.Put, -n
		}
		for _, v := range u.Tuple {
			m.Tuple = append(m.Tuple, field.New(uint64(v)))
		}
		if b.Kind == air.Lookup {
			m.Multiplicity, n = field.New(uint64(n)), 1
		}
		for range n {
			out = append(out, m)
		}
	}
	return out
}

func el(v int64) field.Element {
	if v < 0 {
		return field.New(uint64(-v)).Neg()
	}
	return field.New(uint64(v))
}

// without is a chip with one constraint or interaction dropped.
func without(c *air.Chip, d check.Deletion) *air.Chip {
	less := *c
	if d.Interaction {
		less.Interactions = slices.Delete(slices.Clone(c.Interactions), d.Index, d.Index+1)
	} else {
		less.Constraints = slices.Delete(slices.Clone(c.Constraints), d.Index, d.Index+1)
	}
	return &less
}

// parts are the constraints and the lookups in fixed tables: what can refuse a forgery.
func parts(in []check.Instance) (out []check.Deletion) {
	for _, i := range in {
		for k, c := range i.Chip.Constraints {
			out = append(out, check.Deletion{Chip: i.Chip.Name, Index: k, Name: c.Name})
		}
		for k, x := range i.Chip.Interactions {
			if x.Bus == bus.Range16 || x.Bus == bus.Range5 {
				out = append(out, check.Deletion{Chip: i.Chip.Name, Interaction: true, Index: k, Name: x.Bus.Name})
			}
		}
	}
	return out
}

// refusers are the parts that refuse the forgery alone: without one of them it is accepted.
func (f *forgery) refusers() (out []check.Deletion) {
	external := f.rest()
	for _, d := range parts(f.in) {
		less := slices.Clone(f.in)
		for i := range less {
			if less[i].Chip.Name == d.Chip {
				less[i].Chip = without(less[i].Chip, d)
			}
		}
		if calltest.Accept(less, external) == nil {
			out = append(out, d)
		}
	}
	return out
}

// implied are parts without which no forgery is possible all the same: they are there to be
// read.
var implied = []string{
	// real = 2 needs 2 - 1 times n to be zero, and 16 (n - 2) to be a u16.
	"block: real is a bit",
	// A row where real or start is no bit follows one with left = 1 and goes on from it, with
	// left = 0; no row after it can end (see the package comment).
	"block_row: real is a bit", "block_row: start is a bit",
}

// TestForgeries: every forgery is refused by one part alone, and every part refuses one.
func TestForgeries(t *testing.T) {
	needed := map[check.Deletion]bool{}
	for _, c := range forgeries() {
		f := newForgery(t, c.calls...)
		if err := calltest.Accept(f.in, f.rest()); err != nil {
			t.Fatalf("%s: before: %v", c.name, err)
		}
		c.forge(f)
		if calltest.Accept(f.in, f.rest()) == nil {
			t.Errorf("%s: accepted", c.name)
			continue
		}
		found := f.refusers()
		if len(found) == 0 {
			t.Errorf("%s: refused for several reasons, such as %v", c.name, calltest.Accept(f.in, f.rest()))
		}
		for _, d := range found {
			needed[d] = true
		}
	}
	for _, d := range parts(newForgery(t).in) {
		name := fmt.Sprintf("%s: %s", d.Chip, d.Name)
		if slices.Contains(implied, name) == needed[d] {
			t.Errorf("%s (%d): needed is %v", name, d.Index, needed[d])
		}
	}
}

// TestNoCells: a call of no cells is refused, also where the rows go along.
func TestNoCells(t *testing.T) {
	for _, fill := range []bool{false, true} {
		f := newForgery(t, move{fill, heap + 0x100, heap, 1})
		f.set(callTable, "a2.0", 0, 0)
		f.alone = true
		found := f.refusers()
		if len(found) != 1 || found[0].Name != bus.Range16.Name {
			t.Errorf("refused by %v, want the range of a2", found)
		}
	}
}

// TestTooManyCells: 4097 cells, moved by a right chain, are refused by the range alone.
func TestTooManyCells(t *testing.T) {
	for _, fill := range []bool{false, true} {
		f := newForgery(t, move{fill, heap + 0x10000, heap, abi.MaxAccelCells})
		const last = abi.MaxAccelCells
		f.set(callTable, "a2.0", 0, el(last+1))
		f.shift(rowTable, "left", 0, last, field.One)
		f.copyRow(last-1, last)
		f.set(rowTable, "left", last, field.One)
		f.shift(rowTable, "ts", last, last+1, el(2))
		f.shift(rowTable, "to", last, last+1, field.One)
		f.shift(rowTable, "from", last, last+1, field.One)
		external := f.rest()
		if calltest.Accept(f.in, external) == nil {
			t.Error("accepted")
		}
		chip := f.in[callTable].Chip
		for k, x := range chip.Interactions {
			if x.Bus != bus.Range16 && x.Bus != bus.Range5 {
				continue
			}
			f.in[callTable].Chip = without(chip, check.Deletion{Interaction: true, Index: k})
			if (calltest.Accept(f.in, external) == nil) != (x.Bus == bus.Range16 && isCount(chip, k)) {
				t.Errorf("without interaction %d (%s): wrong verdict", k, x.Bus.Name)
			}
		}
	}
}

// isCount says whether an interaction is the last demand of a u16 before the cells of a call
// are demanded: that of a2.
func isCount(chip *air.Chip, k int) bool {
	return k+1 < len(chip.Interactions) && chip.Interactions[k+1].Bus == startBus
}
