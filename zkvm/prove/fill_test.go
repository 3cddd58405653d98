package prove

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/zkvm/asm"
	"github.com/ashlar-labs/ashlar/zkvm/chips/tables"
	"github.com/ashlar-labs/ashlar/zkvm/machine"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// filled is a segment of a small program with the columns of the smallest shape, before the
// lookups are counted.
func filled(t *testing.T) (*setup, *record.Segment, [][][]field.Element, []field.Element) {
	t.Helper()
	program := load(t, asm.Image(asm.Join(asm.Li(5, 77), []uint32{asm.R(rv64.And, 6, 5, 5), asm.R(rv64.Sll, 7, 5, 5)}, asm.Halt()), nil))
	r, err := record.New(program.Loaded, program.ROM, nil)
	if err != nil {
		t.Fatal(err)
	}
	d, seg := machine.Machine(), new(record.Segment)
	cut, err := r.Next([]record.Counts{d.Shapes[0].Capacity}, func([]uint64) int { return 0 }, seg)
	if err != nil {
		t.Fatal(err)
	}
	r.Reset()
	if err := r.Record(cut, seg); err != nil {
		t.Fatal(err)
	}
	p := New(params.InsecureDev())
	s, err := p.setup(context.Background(), machine.Segment, 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	columns := p.traces.columns(s.layout, false)
	if err := fillSegment(context.Background(), s.layout, &d.Shapes[0], seg, columns, 2); err != nil {
		t.Fatal(err)
	}
	return s, seg, columns, machine.SegmentPublics(1, seg.PCIn, seg.PCOut, seg.TimeOut)
}

// The counts are those of evaluating every demand by itself.
func TestLookupsAreCounted(t *testing.T) {
	s, _, columns, publics := filled(t)
	if err := s.lookups(context.Background(), columns, publics, 2); err != nil {
		t.Fatal(err)
	}
	total := [5]uint64{}
	for b, c := range columns[s.lookup] {
		for _, n := range c {
			total[b] += uint64(n.Uint32())
		}
	}
	for b, n := range total {
		if n == 0 {
			t.Errorf("nothing demands %s", tables.Buses[b].Name)
		}
	}
	again := [2]field.Element{columns[s.lookup][0][77], columns[s.lookup][0][1]}
	if err := s.lookups(context.Background(), columns, publics, 1); err != nil || again != [2]field.Element{columns[s.lookup][0][77], columns[s.lookup][0][1]} {
		t.Errorf("another count with one worker, %v", err)
	}
}

// A value out of range is no row of the fixed lookups: the error names table and bus.
func TestLookupsRefuse(t *testing.T) {
	s, _, columns, publics := filled(t)
	for i := range s.layout.Tables {
		if s.layout.Tables[i].Chip.Name != "local" {
			continue
		}
		columns[i][1][0] = field.New(1 << 20) // the previous segment
	}
	err := s.lookups(context.Background(), columns, publics, 2)
	if err == nil || !strings.Contains(err.Error(), "table local, row 0") || !strings.Contains(err.Error(), "RANGE16") {
		t.Errorf("%v", err)
	}
}

func TestFillRefusesTooManyRows(t *testing.T) {
	s, seg, columns, _ := filled(t)
	seg.Local = make([]record.Local, 1000)
	err := fillSegment(context.Background(), s.layout, &machine.Machine().Shapes[0], seg, columns, 2)
	if err == nil || !strings.Contains(err.Error(), "table local has 1000 rows") {
		t.Errorf("%v", err)
	}
}

func TestEach(t *testing.T) {
	seen := make([]int, 100)
	if err := each(context.Background(), 3, len(seen), func(_, i int) error { seen[i]++; return nil }); err != nil {
		t.Fatal(err)
	}
	for i, n := range seen {
		if n != 1 {
			t.Errorf("%d was done %d times", i, n)
		}
	}
	bad := errors.New("bad")
	if err := each(context.Background(), 3, 10, func(_, i int) error {
		if i == 4 {
			return bad
		}
		return nil
	}); !errors.Is(err, bad) {
		t.Errorf("%v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := each(ctx, 2, 10, func(int, int) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}
