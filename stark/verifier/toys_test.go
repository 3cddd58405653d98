package verifier

import (
	"math/rand/v2"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/logup"
	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/stark/proof"
)

var (
	busState = air.Bus{ID: 1, Name: "STATE", Kind: air.Permutation, Width: 2}
	busMix   = air.Bus{ID: 2, Name: "MIX", Kind: air.Permutation, Width: 1}
	busRange = air.Bus{ID: 3, Name: "RANGE", Kind: air.Lookup, Width: 1}
	busBook  = air.Bus{ID: 4, Name: "BOOK", Kind: air.Lookup, Width: 2}
	busWide  = air.Bus{ID: 40, Name: "WIDE", Kind: air.Lookup, Global: true, Width: 2}
)

func el(v int) field.Element { return field.New(uint64(v)) }

// filled is a chip with its columns.
type filled struct {
	chip        *air.Chip
	log         int
	main, fixed columns
}

func (f *filled) column(row func(r int) field.Element) []field.Element {
	out := make([]field.Element, 1<<f.log)
	for r := range out {
		out[r] = row(r)
	}
	return out
}

// fibonacci has rotations, a fixed column that is read on the next row, constraints on
// the first and on the last row, and no interaction. Public values 0 and 1 start it, 2 is
// its end.
func fibonacci(log int) (filled, []field.Element) {
	b := air.NewBuilder("fibonacci")
	x, y, k := b.Main("x", "field"), b.Main("y", "field"), b.Fixed("k")
	b.ZeroWhen(air.First, "x starts", x.Sub(b.Public(0)))
	b.ZeroWhen(air.First, "y starts", y.Sub(b.Public(1)))
	b.ZeroWhen(air.Transition, "x moves", x.Next().Sub(y))
	b.ZeroWhen(air.Transition, "y moves", y.Next().Sub(x).Sub(y))
	b.ZeroWhen(air.Transition, "k counts", k.Next().Sub(k).SubInt(1))
	b.ZeroWhen(air.Last, "ends", y.Sub(b.Public(2)).Mul(x.SubInt(5)))
	f := filled{chip: b.Must(), log: log}
	p, q := el(3), el(4)
	publics := []field.Element{p, q, 0}
	f.main = columns{nil, nil}
	for range 1 << log {
		f.main[0], f.main[1] = append(f.main[0], p), append(f.main[1], q)
		p, q = q, p.Add(q)
	}
	publics[2] = f.main[1][1<<log-1]
	f.fixed = columns{f.column(el)}
	return f, publics
}

// counter sends three and receives three messages and demands three ranges.
func counter(log int, rng *rand.Rand) (filled, []logup.Message) {
	b := air.NewBuilder("counter")
	pc, x, d := b.Main("pc", "pc"), b.Main("x", "field"), b.Main("d", "below 128")
	square, mixed, old := b.Main("square", "field"), b.Main("mixed", "field"), b.Main("old", "field")
	b.Zero("square", b.Challenge(air.Gamma).Mul(square.Sub(d.Mul(d))))
	b.Receive(busState, pc, x)
	b.Send(busState, pc.AddInt(1), x.Add(d))
	b.Demand(busRange, b.One(), d)
	b.Send(busMix, mixed)
	b.Receive(busMix, mixed.Next())
	b.Demand(busRange, b.Int(2), d)
	b.Send(busMix, old)
	b.Receive(busMix, old)
	b.Demand(busRange, d, d.SubInt(0))
	f := filled{chip: b.Must(), log: log}
	n := 1 << log
	f.main = make(columns, 6)
	at := el(7)
	for r := range n {
		step := el(rng.IntN(128))
		for c, v := range []field.Element{el(r), at, step, step.Mul(step), el(r * r % 1000), el(rng.IntN(1 << 20))} {
			f.main[c] = append(f.main[c], v)
		}
		if r < n-1 {
			at = at.Add(step)
		}
	}
	return f, []logup.Message{
		{Bus: busState, Direction: air.Put, Multiplicity: field.One, Tuple: []field.Element{el(0), el(7)}},
		{Bus: busState, Direction: air.Take, Multiplicity: field.One, Tuple: []field.Element{el(n - 1), at}},
		// mixed goes round: the last row neither takes the first value nor puts its own.
		{Bus: busMix, Direction: air.Put, Multiplicity: field.One, Tuple: []field.Element{f.main[4][n-1]}},
		{Bus: busMix, Direction: air.Take, Multiplicity: field.One, Tuple: []field.Element{f.main[4][0]}},
	}
}

// ranges supplies 0 to 127 as often as the counter demands them.
func ranges(of filled) filled {
	b := air.NewBuilder("ranges")
	b.Supply(busRange, b.Main("times", "field (free)"), b.Fixed("value"))
	f := filled{chip: b.Must(), log: 7}
	times := make([]field.Element, 128)
	for _, d := range of.main[2][:1<<of.log-1] {
		times[d.Uint32()] = times[d.Uint32()].Add(d).Add(el(3))
	}
	f.main, f.fixed = columns{times}, columns{f.column(el)}
	return f
}

// book is shared and cyclic: it supplies BOOK and has three terms on the global bus.
func book(log int) filled {
	b := air.NewBuilder("book")
	b.Shared()
	key, value, times := b.Main("key", "field"), b.Main("value", "field"), b.Main("times", "field (free)")
	b.Supply(busBook, times, key, value)
	b.Demand(busWide, b.One(), key, value)
	b.Supply(busWide, b.One(), value, key.Next())
	b.Demand(busWide, times, key, key)
	f := filled{chip: b.Must(), log: log}
	f.main = columns{f.column(el), f.column(func(r int) field.Element { return el(r*r + 1) }), make([]field.Element, 1<<log)}
	return f
}

// reader is cyclic and demands two entries of the book a row, with multiplicities of
// degree two.
func reader(log int, of filled, rng *rand.Rand) (filled, []logup.Message) {
	b := air.NewBuilder("reader")
	k1, v1, k2, v2, on := b.Main("k1", "field"), b.Main("v1", "field"), b.Main("k2", "field"), b.Main("v2", "field"), b.Main("on", "bit")
	b.Bool("on", on)
	b.Demand(busBook, on.Mul(on), k1, v1)
	b.Demand(busBook, on.Mul(on.AddInt(4)), k2, v2)
	f := filled{chip: b.Must(), log: log, main: make(columns, 5)}
	times := of.main[2]
	for range 1 << log {
		i, j, on := rng.IntN(1<<of.log), rng.IntN(1<<of.log), rng.IntN(2)
		for c, v := range []field.Element{of.main[0][i], of.main[1][i], of.main[0][j], of.main[1][j], el(on)} {
			f.main[c] = append(f.main[c], v)
		}
		times[i] = times[i].Add(el(on))
		times[j] = times[j].Add(el(5 * on))
	}
	times[3] = times[3].Add(el(2))
	return f, []logup.Message{{Bus: busBook, Direction: air.Take, Multiplicity: el(2), Tuple: []field.Element{el(3), el(10)}}}
}

// ledger is shared and has a permutation bus: its global terms leave out the last row.
func ledger(log int) filled {
	b := air.NewBuilder("ledger")
	b.Shared()
	a, c := b.Main("a", "field"), b.Main("c", "field")
	b.Send(busMix, a)
	b.Receive(busMix, a)
	b.Supply(busWide, b.One(), a, c)
	b.Supply(busWide, c, c, a)
	f := filled{chip: b.Must(), log: log}
	f.main = columns{f.column(func(r int) field.Element { return el(5 * r) }), f.column(func(r int) field.Element { return el(r ^ 77) })}
	return f
}

// insecure is a profile of few queries with every layer, strict one with p100's and
// without work.
func insecure() params.Profile { return params.InsecureDev() }

// layoutOf makes a system of the chips and lays out proofs.
func layoutOf(t testing.TB, profile params.Profile, layer string, publics int, all ...filled) *proof.Layout {
	t.Helper()
	s, shape := &proof.System{Name: "toys", Publics: publics}, proof.Shape{}
	for _, f := range all {
		s.Chips, shape = append(s.Chips, f.chip), append(shape, f.log)
	}
	l, err := proof.NewLayout(profile, layer, s, shape)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func stateOf(t testing.TB, layout *proof.Layout, publics []field.Element, external []logup.Message, all ...filled) *statement {
	t.Helper()
	s := &statement{context: []field.Element{el(11), el(12)}, publics: publics, external: external}
	for _, f := range all {
		s.main, s.fixed = append(s.main, f.main), append(s.fixed, f.fixed)
	}
	s.key = newKey(t, layout, s.fixed)
	return s
}

// everything is a system with all kinds of chips, at three heights.
func everything(t testing.TB, profile params.Profile, layer string) *statement {
	t.Helper()
	rng := rand.New(rand.NewPCG(5, 6))
	fib, publics := fibonacci(9)
	count, external := counter(8, rng)
	books := book(8)
	read, more := reader(7, books, rng)
	all := []filled{fib, count, books, ranges(count), read, ledger(7)}
	return stateOf(t, layoutOf(t, profile, layer, len(publics), all...), publics, append(external, more...), all...)
}

// plain is a system without interactions and so without shared and permutation trees.
func plain(t testing.TB, profile params.Profile, layer string) *statement {
	t.Helper()
	fib, publics := fibonacci(7)
	return stateOf(t, layoutOf(t, profile, layer, len(publics), fib), publics, nil, fib)
}
