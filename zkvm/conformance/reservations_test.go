package conformance

import (
	"slices"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/zkvm/asm"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/machine"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// misread is a run whose recorder takes rows of the program for others, which claims to be one of
// the program.
func misread(t testing.TB, img *rv64.Image, capacity record.Counts, forge func(p *rom.Program)) *run {
	t.Helper()
	p := loaded(t, img)
	rows, err := rom.Build(img)
	if err != nil {
		t.Fatal(err)
	}
	forge(rows)
	r, err := recordRows(p, rows, nil, capacity)
	if err != nil {
		t.Fatal(err)
	}
	if r.program, err = rom.Build(img); err != nil {
		t.Fatal(err)
	}
	for _, seg := range r.segments {
		relabel(seg, r.program, func(pc uint32) uint32 { return pc })
	}
	return r
}

// sequence are the rows of the k-th lr or sc of a program, with those of the others behind them.
func sequence(p *rom.Program, k int) []rom.Row {
	for i := range p.Rows {
		if r := &p.Rows[i]; r.PC < bus.MicroPC && r.Op == rv64.Jal && r.Rs2 >= bus.MicroPC {
			if k == 0 {
				return p.Rows[p.Index(r.Rs2):]
			}
			k--
		}
	}
	return nil
}

// Rows of the sequences.
const (
	lrLoads, lrReserves, lrReturns                   = 0, 1, 2
	scLoads, scCompares, scComparesValue, scStores   = 0, 1, 2, 3
	scEnds, scSucceeds, scEndsToo, scFails, rowsOfSC = 4, 5, 6, 7, 8
)

// Code with x5, x6 values, x7 an address and the results in x11 and x12, for a place in around.
var (
	lr      = asm.R(rv64.LrD, 0, 7, 0)
	sc      = asm.R(rv64.ScD, 11, 7, 5)
	scAgain = asm.R(rv64.ScD, 12, 7, 6)
	next    = asm.I(rv64.Addi, 30, 7, 8) // the next cell
	lrNext  = asm.R(rv64.LrD, 0, 30, 0)
	scNext  = asm.R(rv64.ScD, 12, 30, 6)
	changes = asm.S(rv64.Sd, 6, 7, 0)
	word    = []uint32{asm.R(rv64.LrW, 13, 7, 0), asm.R(rv64.ScW, 11, 7, 5), asm.R(rv64.ScW, 12, 7, 6)}
)

// succeeds makes an sc take no branch to its failure.
func succeeds(rows []rom.Row) {
	rows[scCompares].Imm[0], rows[scComparesValue].Imm[0] = rows[scComparesValue].PC, rows[scStores].PC
}

func nop(r *rom.Row) { *r = rom.Row{PC: r.PC, Op: rv64.Addi, Rd: bus.Sink} }

// lie is a lie about the rows of the k-th atomic of a program.
type lie struct {
	name  string
	words []uint32
	k     int
	tell  func(rows []rom.Row)
}

func reservationLies() []lie {
	none := func(rows []rom.Row) {}
	return []lie{
		{"the truth: success", []uint32{lr, sc}, 0, none},
		{"the truth: failure", []uint32{sc}, 0, none},
		{"the truth: both", []uint32{lr, sc, scAgain}, 0, none},
		{"success without a reservation", []uint32{sc}, 0, succeeds},
		{"success with a reservation of another address", []uint32{next, lrNext, sc}, 1, succeeds},
		{"success after the value has changed", []uint32{lr, changes, sc}, 1, succeeds},
		{"success after an sc", []uint32{lr, sc, scAgain}, 2, succeeds},
		{"success after an sc that failed", []uint32{next, lr, scNext, sc}, 2, succeeds},
		{"failure with a reservation", []uint32{lr, sc}, 1, func(rows []rom.Row) { rows[scCompares].Op = rv64.Beq }},
		{"failure with the value", []uint32{lr, sc}, 1, func(rows []rom.Row) { rows[scComparesValue].Op = rv64.Beq }},
		{"a store while failing", []uint32{sc}, 0, func(rows []rom.Row) {
			rows[scEndsToo] = rows[scStores]
			rows[scEndsToo].PC = rows[scEnds].PC + 2
		}},
		{"a store that is said to have failed", []uint32{lr, sc}, 1, func(rows []rom.Row) { rows[scSucceeds].Imm[0] = 1 }},
		{"a failure that is said to have stored", []uint32{sc}, 0, func(rows []rom.Row) { rows[scFails].Imm[0] = 0 }},
		{"a success that stores nothing", []uint32{lr, sc}, 1, func(rows []rom.Row) { nop(&rows[scStores]) }},
		{"an lr without a reservation", []uint32{lr, sc}, 0, func(rows []rom.Row) { nop(&rows[lrReserves]) }},
		{"an lr that ends one", []uint32{lr, sc}, 0, func(rows []rom.Row) { rows[lrReserves].Rs1 = 0 }},
		{"an lr that reserves another address", []uint32{next, lrNext, sc}, 0, func(rows []rom.Row) {
			rows[lrLoads].Rs1, rows[lrReserves].Rs1 = 7, 7
		}},
		{"an lr that keeps the address before", []uint32{next, lr, lrNext, sc}, 1, func(rows []rom.Row) {
			nop(&rows[lrLoads])
			nop(&rows[lrReserves])
		}},
		{"an lr that keeps the value before", []uint32{lr, changes, lr, sc}, 1, func(rows []rom.Row) { rows[lrLoads].Rd = bus.Sink }},
		{"an sc that does not end it", []uint32{lr, sc, asm.R(rv64.ScD, 12, 7, 6)}, 1, func(rows []rom.Row) {
			nop(&rows[scEnds])
			nop(&rows[scStores]) // the value stays
		}},
		{"an sc that fails and does not end it", []uint32{next, lr, scNext, sc}, 1, func(rows []rom.Row) { nop(&rows[scEndsToo]) }},
		{"an sc that makes one", []uint32{next, lr, scNext, sc}, 1, func(rows []rom.Row) { rows[scEndsToo].Rs1 = 7 }},
		{"an sc of words after the double word", []uint32{lr, word[1]}, 1, succeeds},
	}
}

// What a recorder says of reservations that is not so is refused: as it stands, and with all
// values and times that follow from it.
func TestReservationLies(t *testing.T) {
	for _, l := range reservationLies() {
		img := aroundImage(l.words...)
		tell := func() *run { return misread(t, img, roomy(), func(p *rom.Program) { l.tell(sequence(p, l.k)) }) }
		r := tell()
		honest := strings.HasPrefix(l.name, "the truth")
		if same := sameEffect(r, recorded(t, img, nil, roomy())); same != honest {
			t.Errorf("%s: it has the effect of the truth: %v", l.name, same)
		}
		threaded := tell()
		threaded.rethread()
		threaded.outputOfHalt()
		for how, r := range map[string]*run{"told": r, "threaded": threaded} {
			if err := r.check(); (err == nil) != honest {
				t.Errorf("%s, %s: %v", l.name, how, err)
			}
		}
	}
}

// No row of the sequences can be left out: for each there is a program that ends otherwise
// without it, and is refused when it claims to have executed it.
func TestReservationRowsAreNeeded(t *testing.T) {
	programs := [][]uint32{
		{lr, sc, scAgain}, {sc, scAgain}, {next, lrNext, sc, scAgain}, {next, lr, scNext, sc}, {lr, changes, sc},
		{asm.R(rv64.LrD, 12, 7, 0), asm.R(rv64.ScD, 11, 7, 12), asm.R(rv64.ScD, 12, 7, 12)}, word,
		{lr, asm.R(rv64.ScD, 11, 7, 14), asm.S(rv64.Sd, 5, 7, 0), asm.R(rv64.LrD, 12, 7, 0), sc},
	}
	needed := map[[2]int]bool{} // rows of lr, rows of sc
	for _, words := range programs {
		img := aroundImage(words...)
		honest, k := recorded(t, img, nil, roomy()), 0
		for _, w := range words {
			op := rv64.Decode(w).Op
			if op.Class() != rv64.ClassAtomic {
				continue
			}
			kind, rows := 0, 3
			if op == rv64.ScW || op == rv64.ScD {
				kind, rows = 1, rowsOfSC
			}
			for row := range rows {
				if at := &sequence(honest.program, k)[row]; at.Op == rv64.Jal {
					continue
				}
				r := misread(t, img, roomy(), func(p *rom.Program) { nop(&sequence(p, k)[row]) })
				if sameEffect(r, honest) {
					continue
				}
				needed[[2]int{kind, row}] = true
				if err := r.check(); err == nil {
					t.Errorf("%v passes without row %d of its %v", words, row, op)
				}
			}
			k++
		}
	}
	for _, want := range [][2]int{{0, lrLoads}, {0, lrReserves}, {0, lrReturns}, {1, scLoads}, {1, scCompares}, {1, scComparesValue}, {1, scStores}, {1, scEnds}, {1, scEndsToo}} {
		if !needed[want] {
			t.Errorf("row %d of kind %d is in no program's way", want[1], want[0])
		}
	}
}

// spread is a program in three segments of spreadCapacity: an lr in the first, an sc in the second
// that fails, unless it is left out, and an sc in the third.
func spread(second bool) *rv64.Image {
	pause := []uint32{asm.I(rv64.Addi, 29, 0, 100), asm.I(rv64.Addi, 29, 29, -1), asm.B(rv64.Bne, 29, 0, -4)}
	between := asm.I(rv64.Addi, 0, 0, 0)
	if second {
		between = asm.R(rv64.ScD, 12, 30, 6)
	}
	return aroundImage(slices.Concat([]uint32{next, lr}, pause, []uint32{between}, pause, []uint32{sc})...)
}

func spreadCapacity() record.Counts {
	c := roomy()
	c[rom.AddImm] = 80
	return c
}

// reservedCell is what a segment says of the reservation's address.
func reservedCell(seg *record.Segment) *record.Local {
	i := slices.IndexFunc(seg.Local, func(l record.Local) bool { return l.Cell == registerCell(bus.ReservedAddress) })
	return &seg.Local[i]
}

// boundaryFaults has lies about the reservation between segments.
func boundaryFaults(t *testing.T, capacity record.Counts) []fault {
	truth := func(second bool) *run {
		r := recorded(t, spread(second), nil, capacity)
		if len(r.segments) != 3 {
			t.Fatalf("%d segments", len(r.segments))
		}
		return r
	}
	// keeps is a run in which the second sc, which fails, does not end the reservation.
	keeps := func() *run {
		return misread(t, spread(true), capacity, func(p *rom.Program) { nop(&sequence(p, 1)[scEndsToo]) })
	}
	// from has the first segments of the truth.
	from := func(n int) *run {
		r := keeps()
		copy(r.segments[:n], truth(true).segments)
		return r
	}
	if l := reservedCell(from(2).segments[2]); l.In != asm.Data+64 || l.PrevSegment != 2 {
		t.Fatalf("the third segment starts with %+v", *l)
	}
	older := from(2)
	reservedCell(older.segments[2]).PrevSegment = 1
	said := from(2)
	reservedCell(said.segments[1]).Out = asm.Data + 64
	lost := misread(t, spread(false), capacity, func(p *rom.Program) { nop(&sequence(p, 0)[lrReserves]) })
	copy(lost.segments[:2], truth(false).segments)
	skipped := from(2)
	skipped.segments[1].Local = slices.DeleteFunc(slices.Clone(skipped.segments[1].Local), func(l record.Local) bool {
		return l.Cell == registerCell(bus.ReservedAddress)
	})
	reservedCell(skipped.segments[2]).PrevSegment = 1
	// initial has a reservation before there was an lr.
	initial := misread(t, aroundImage(sc), capacity, func(p *rom.Program) {
		p.Cells[p.Find(registerCell(bus.ReservedAddress))].Value = asm.Data + 64
		p.Cells[p.Find(registerCell(bus.ReservedValue))].Value = 0x9c95_8e87_8079_726b
	})
	return []fault{
		{"a reservation over two segments", "honest", truth(false)},
		{"one that an sc has ended", "honest", truth(true)},
		{"an sc of the second segment does not end it", "", keeps()},
		{"the third segment starts with one that has ended", "GMEM", from(2)},
		{"it takes it from the first segment", "GMEM", older},
		{"the second segment says that it has left it", "MEM", said},
		{"the second segment says nothing of it", "MEM", skipped},
		{"a reservation is lost between segments", "GMEM", lost},
		{"a reservation at the start", "GIMAGE", initial},
	}
}

func TestReservationOverSegments(t *testing.T) {
	for _, f := range boundaryFaults(t, spreadCapacity()) {
		err := f.run.check()
		switch {
		case f.want == "honest" && err != nil:
			t.Errorf("%s: %v", f.name, err)
		case f.want != "honest" && (err == nil || !strings.Contains(err.Error(), f.want)):
			t.Errorf("%s: %v, want %s", f.name, err, f.want)
		}
	}
}

// Some of it proven in full.
func TestReservationLiesProven(t *testing.T) {
	l := newLiar()
	tiny := shape(t, "tiny")
	capacity := machine.Machine().Shapes[tiny].Capacity
	for _, x := range reservationLies() {
		switch x.name {
		case "the truth: both", "success without a reservation", "failure with a reservation", "a store while failing", "an sc that does not end it":
			img := aroundImage(x.words...)
			r := misread(t, img, capacity, func(p *rom.Program) { x.tell(sequence(p, x.k)) })
			refusal(t, x.name, l.outcome(t, img, r, tiny), strings.HasPrefix(x.name, "the truth"))
		}
	}
	for _, f := range boundaryFaults(t, spreadCapacity()) {
		switch f.name {
		case "one that an sc has ended", "the third segment starts with one that has ended", "it takes it from the first segment":
			refusal(t, f.name, l.outcome(t, spread(true), f.run, tiny), f.want == "honest")
		}
	}
}
