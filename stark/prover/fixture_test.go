package prover

import (
	"context"
	"math/rand/v2"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/logup"
	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/stark/proof"
)

// The buses of the toy machine.
var (
	busRange = air.Bus{ID: 1, Name: "RANGE", Kind: air.Lookup, Width: 1}
	busPair  = air.Bus{ID: 2, Name: "PAIR", Kind: air.Lookup, Width: 2}
	busState = air.Bus{ID: 3, Name: "STATE", Kind: air.Permutation, Width: 2}
	busSwap  = air.Bus{ID: 4, Name: "SWAP", Kind: air.Permutation, Width: 2}
	busCell  = air.Bus{ID: 5, Name: "CELL", Kind: air.Lookup, Global: true, Width: 3}
	busGone  = air.Bus{ID: 6, Name: "GONE", Kind: air.Lookup, Global: true, Width: 1}
)

const rangeSize = 128

// fibonacci: rotations, first, last and transition; a fixed column on the next row; a
// product of polynomials checked at Gamma; no interactions.
func fibonacciChip() *air.Chip {
	b := air.NewBuilder("fibonacci")
	x, y := b.Main("x", "field"), b.Main("y", "field")
	count := b.Fixed("count")
	b.ZeroWhen(air.First, "x starts at one", x.SubInt(1))
	b.ZeroWhen(air.First, "y starts at the public value", y.Sub(b.Public(0)))
	b.ZeroWhen(air.Transition, "x moves", x.Next().Sub(y))
	b.ZeroWhen(air.Transition, "y is the sum", y.Next().Sub(x).Sub(y))
	b.ZeroWhen(air.Last, "y ends at the public value", y.Sub(b.Public(1)))
	b.ZeroWhen(air.Transition, "count", count.Next().Sub(count).SubInt(1))
	c0, c1, c2 := b.Main("c0", "field"), b.Main("c1", "field"), b.Main("c2", "field")
	g := b.Challenge(air.Gamma)
	left := x.Add(g.Mul(y)).Mul(y.Add(g.Mul(count)))
	b.Zero("c = (x + yX)(y + count X)", left.Sub(c0.Add(g.Mul(c1)).Add(g.Mul(g).Mul(c2))))
	b.Zero("cubic", x.Mul(y).Mul(count).Sub(x.Mul(c2)))
	return b.Must()
}

// step: a path over STATE with padding, and lookups in an odd number.
func stepChip() *air.Chip {
	b := air.NewBuilder("step")
	pc, ts, to := b.Main("pc", "field"), b.Main("ts", "field"), b.Main("to", "field")
	real, x, y := b.Main("real", "bit"), b.Main("x", "range"), b.Main("y", "range")
	b.Bool("real", real)
	b.Zero("to", to.Sub(pc).Sub(real.Mul(x)))
	b.ZeroWhen(air.Transition, "real rows come first", real.Not().Mul(real.Next()))
	b.Receive(busState, pc, ts)
	b.Send(busState, to, ts.Add(real))
	b.Demand(busRange, b.One(), x)
	b.Demand(busPair, real, x, y)
	b.Demand(busRange, real.Mul(real), y)
	return b.Must()
}

// table: fixed range table, every value with its square; cyclic.
func tableChip() *air.Chip {
	b := air.NewBuilder("table")
	v, square := b.Fixed("v"), b.Fixed("square")
	m, n := b.Main("m", "count"), b.Main("n", "count")
	b.Supply(busRange, m, v)
	b.Supply(busPair, n, v, square)
	return b.Must()
}

// swap: five puts and three takes; other takes what is left.
func swapChips() (*air.Chip, *air.Chip) {
	b := air.NewBuilder("swap")
	o := air.NewBuilder("other")
	var puts, takes []air.Expr
	for range 5 {
		puts = append(puts, b.Main(string(rune('a'+len(puts))), "field"))
	}
	for range 3 {
		takes = append(takes, b.Main(string(rune('p'+len(takes))), "field"))
	}
	for i, p := range puts {
		b.Send(busSwap, p, b.Int(int64(i)))
	}
	for i, t := range takes {
		b.Receive(busSwap, t, b.Int(int64(i)))
	}
	for i := 3; i < 5; i++ {
		o.Receive(busSwap, o.Main(string(rune('a'+i)), "field"), o.Int(int64(i)))
	}
	return b.Must(), o.Must()
}

// cells: shared, with global and local lookups, rotation, and a single global lookup in
// the accumulator.
func cellChip() *air.Chip {
	b := air.NewBuilder("cells")
	b.Shared()
	key, in, out := b.Main("key", "field"), b.Main("in", "range"), b.Main("out", "field")
	b.ZeroWhen(air.Transition, "keys count", key.Next().Sub(key).SubInt(1))
	b.Demand(busCell, b.One(), key, in, b.Public(0))
	b.Supply(busCell, b.One(), key, out, b.Public(0).AddInt(1))
	b.Supply(busGone, out, key)
	b.Demand(busRange, b.One(), in)
	return b.Must()
}

func toySystem() *proof.System {
	swap, other := swapChips()
	return &proof.System{Name: "toy", Publics: 2,
		Chips: []*air.Chip{fibonacciChip(), stepChip(), tableChip(), swap, other, cellChip()}}
}

// toy is a system with a valid input.
type toy struct {
	layout *proof.Layout
	fixed  Columns
	input  *Input
}

func newLayout(t testing.TB, s *proof.System, layer string, shape proof.Shape) *proof.Layout {
	t.Helper()
	l, err := proof.NewLayout(params.InsecureDev(), layer, s, shape)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func newColumns(width, rows int) [][]field.Element {
	out := make([][]field.Element, width)
	for i := range out {
		out[i] = make([]field.Element, rows)
	}
	return out
}

func num(i int) field.Element { return field.New(uint64(i)) }

// newToy makes a valid input for the toy system; a height of zero leaves a chip out. swap
// and other go together.
func newToy(t testing.TB, layer string, shape proof.Shape) *toy {
	t.Helper()
	y := &toy{layout: newLayout(t, toySystem(), layer, shape)}
	y.input = &Input{Context: []field.Element{num(5)}, Publics: []field.Element{num(3), 0}}
	rng := rand.New(rand.NewPCG(4, 2))
	var ranges, pairs [rangeSize]int
	swapped := newColumns(5, 1<<shape[3])
	for i := range y.layout.Tables {
		table := &y.layout.Tables[i]
		n := table.Height()
		main, fixed := newColumns(len(table.Chip.Main), n), newColumns(len(table.Chip.Fixed), n)
		switch table.Chip.Name {
		case "fibonacci":
			fillFibonacci(main, fixed[0], y.input.Publics)
		case "step":
			y.fillSteps(main, ranges[:], pairs[:], rng)
		case "table":
			for j := range n {
				fixed[0][j], fixed[1][j] = num(j%rangeSize), num(j%rangeSize*(j%rangeSize))
			}
			defer func() { // when all demands are known
				for j := range rangeSize {
					main[0][j], main[1][j] = num(ranges[j]), num(pairs[j])
				}
			}()
		case "swap":
			fillSwaps(main, swapped, rng)
		case "other":
			for c := range main {
				turn(main[c], swapped[3+c], 17)
			}
		case "cells":
			for j := range n {
				in := rng.IntN(rangeSize)
				main[0][j], main[1][j], main[2][j] = num(j), num(in), num(rng.Int())
				ranges[in]++
			}
		}
		y.input.Main, y.fixed = append(y.input.Main, main), append(y.fixed, fixed)
	}
	y.input.Global = proof.Global{Alpha: ext.E6{1, 2, 3, 4, 5, 6}, Beta: ext.E6{9, 8, 7, 6, 5, 4}}
	return y
}

func fillFibonacci(main [][]field.Element, count, publics []field.Element) {
	n := len(count)
	x, y := field.One, publics[0]
	for j := range n {
		count[j] = num(j)
		main[0][j], main[1][j] = x, y
		main[2][j] = x.Mul(y)
		main[3][j] = y.Square().Add(x.Mul(count[j]))
		main[4][j] = y.Mul(count[j])
		x, y = y, x.Add(y)
	}
	publics[1] = main[1][n-1]
}

// fillSteps is a path with a third of the rows as padding; the last row is outside of
// permutation and lookups alike.
func (y *toy) fillSteps(main [][]field.Element, ranges, pairs []int, rng *rand.Rand) {
	n := len(main[0])
	pc, ts := 1000, 1
	end := func(d air.Direction) {
		y.input.External = append(y.input.External, logup.Message{Bus: busState, Direction: d,
			Multiplicity: field.One, Tuple: []field.Element{num(pc), num(ts)}})
	}
	end(air.Put)
	for j := range n {
		v := rng.IntN(rangeSize)
		main[0][j], main[1][j], main[2][j], main[4][j] = num(pc), num(ts), num(pc), num(v)
		if j < 2*n/3 {
			square := rng.IntN(11) // both the value and its square are in the range
			v = square
			main[3][j], main[4][j], main[5][j] = field.One, num(v), num(v*v)
			pc, ts = pc+v, ts+1
			main[2][j] = num(pc)
			ranges[v*v]++
			pairs[v]++
		}
		if j < n-1 {
			ranges[v]++
		}
	}
	end(air.Take)
}

// turn writes src shifted by some rows; the last row, which is outside, is anything.
func turn(dst, src []field.Element, by int) {
	n := len(src) - 1
	for j := range n {
		dst[j] = src[(j+by)%n]
	}
	dst[n] = num(99)
}

func fillSwaps(main, swapped [][]field.Element, rng *rand.Rand) {
	for c := range swapped {
		for j := range swapped[c] {
			swapped[c][j] = field.New(rng.Uint64())
		}
		copy(main[c], swapped[c])
	}
	for c := range 3 {
		turn(main[5+c], swapped[c], 5+c)
	}
}

func (y *toy) setup(t testing.TB) *Prover {
	t.Helper()
	p, err := Setup(context.Background(), y.layout, y.fixed, Options{Workers: 2})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func prove(t testing.TB, p *Prover, in *Input, o Options) *proof.Proof {
	t.Helper()
	out, err := p.Prove(context.Background(), in, o)
	if err != nil {
		t.Fatal(err)
	}
	return out
}
