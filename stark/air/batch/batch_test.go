package batch

import (
	"context"
	"math/bits"
	"math/rand/v2"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
)

const mains, fixeds, perms, publics, exposed = 5, 3, 3, 2, 2

func randomE6(rng *rand.Rand) (x ext.E6) {
	for k := range x {
		x[k] = field.New(rng.Uint64())
	}
	return x
}

// randomGraph is a graph in which scalars, base values and values of E6 mix, with few
// enough operations that all get used.
func randomGraph(rng *rand.Rand, operations int) []air.Node {
	nodes := []air.Node{
		{Op: air.OpConst, Value: field.One}, {Op: air.OpConst, Value: field.One.Neg()}, {Op: air.OpConst},
		{Op: air.OpConst, Value: field.New(77)},
	}
	leaves := func(op air.Op, n, rotations int32) {
		for i := range n {
			for r := range rotations {
				nodes = append(nodes, air.Node{Op: op, Index: i, Rotation: r})
			}
		}
	}
	leaves(air.OpPublic, publics, 1)
	leaves(air.OpChallenge, air.NumChallenges, 1)
	leaves(air.OpExposed, exposed, 1)
	leaves(air.OpMain, mains, 2)
	leaves(air.OpFixed, fixeds, 2)
	leaves(air.OpPerm, perms, 2)
	for range operations {
		pick := func() air.NodeID {
			if n := len(nodes); rng.IntN(3) == 0 {
				return air.NodeID(n - 1 - rng.IntN(min(n, 6)))
			}
			return air.NodeID(rng.IntN(len(nodes)))
		}
		nodes = append(nodes, air.Node{Op: air.OpAdd + air.Op(rng.IntN(3)), A: pick(), B: pick()})
	}
	return nodes
}

type fixture struct {
	scalars Scalars
	columns Columns
	rows    int
}

func newFixture(rng *rand.Rand, log, blocks int, order Order) *fixture {
	f := &fixture{rows: blocks << log, columns: Columns{Log: log, Order: order}}
	column := func() []field.Element {
		out := make([]field.Element, f.rows)
		for i := range out {
			out[i] = field.New(rng.Uint64())
		}
		return out
	}
	for range mains {
		f.columns.Main = append(f.columns.Main, column())
	}
	for range fixeds {
		f.columns.Fixed = append(f.columns.Fixed, column())
	}
	for range perms {
		var v ext.Vector
		for k := range v {
			v[k] = column()
		}
		f.columns.Perm = append(f.columns.Perm, v)
	}
	f.scalars.Public = column()[:publics]
	for range air.NumChallenges {
		f.scalars.Challenges = append(f.scalars.Challenges, randomE6(rng))
	}
	for range exposed {
		f.scalars.Exposed = append(f.scalars.Exposed, randomE6(rng))
	}
	return f
}

// next is the next row, one at a time.
func (f *fixture) next(row int) int {
	log := f.columns.Log
	base, at := row>>log<<log, row&(1<<log-1)
	if f.columns.Order == Natural {
		return base + (at+1)&(1<<log-1)
	}
	turn := func(x int) int { return int(bits.Reverse64(uint64(x)) >> (64 - log)) }
	return base + turn((turn(at)+1)&(1<<log-1))
}

// point is a row as the verifier's evaluation sees it.
func (f *fixture) point(row int) *air.Point {
	lift := func(xs []field.Element) (out []ext.E6) {
		for _, x := range xs {
			out = append(out, ext.FromBase(x))
		}
		return out
	}
	p := &air.Point{Public: lift(f.scalars.Public), Challenges: f.scalars.Challenges, Exposed: f.scalars.Exposed}
	for r := range 2 {
		for _, c := range f.columns.Main {
			p.Main[r] = append(p.Main[r], ext.FromBase(c[row]))
		}
		for _, c := range f.columns.Fixed {
			p.Fixed[r] = append(p.Fixed[r], ext.FromBase(c[row]))
		}
		for _, c := range f.columns.Perm {
			p.Perm[r] = append(p.Perm[r], c.At(row))
		}
		row = f.next(row)
	}
	return p
}

// TestRandomGraphs compares all nodes, and then a few roots, with the evaluation at a point.
func TestRandomGraphs(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, c := range []struct {
		log, blocks int
		order       Order
	}{{7, 1, Natural}, {10, 1, Natural}, {7, 2, BitReversed}, {9, 2, BitReversed}, {11, 2, BitReversed}} {
		for trial := range 12 {
			f := newFixture(rng, c.log, c.blocks, c.order)
			nodes := randomGraph(rng, 10+5*trial)
			var roots []air.NodeID
			for id := range nodes {
				if trial%2 == 0 || id > len(nodes)-4 {
					roots = append(roots, air.NodeID(id))
				}
			}
			compare(t, f, nodes, roots, rng)
		}
	}
}

func compare(t *testing.T, f *fixture, nodes []air.Node, roots []air.NodeID, rng *rand.Rand) {
	t.Helper()
	out := runAll(t, f, nodes, roots, 2)
	for trial := range 12 {
		row := rng.IntN(f.rows)
		if trial < 4 { // the ends of the first and the last block
			row = []int{0, 1<<f.columns.Log - 1, f.rows - 1, f.rows - 1<<f.columns.Log}[trial]
		}
		want := air.Eval(nodes, f.point(row))
		for i, r := range roots {
			got := ext.E6{}
			if out[i].Base != nil {
				got = ext.FromBase(out[i].Base[row])
			} else {
				got = out[i].Ext.At(row)
			}
			if got != want[r] {
				t.Fatalf("order %d, log %d, row %d: node %d (%+v) is %v, want %v",
					f.columns.Order, f.columns.Log, row, r, nodes[r], got, want[r])
			}
		}
	}
}

func runAll(t *testing.T, f *fixture, nodes []air.Node, roots []air.NodeID, workers int) []Values {
	t.Helper()
	p, err := Compile(nodes, roots)
	if err != nil {
		t.Fatal(err)
	}
	b, err := p.Bind(f.scalars)
	if err != nil {
		t.Fatal(err)
	}
	out := make([]Values, len(roots))
	for i := range out {
		if p.IsExt(i) {
			out[i].Ext = ext.NewVector(f.rows)
		} else {
			out[i].Base = make([]field.Element, f.rows)
		}
	}
	if err := b.Run(context.Background(), &f.columns, 0, f.rows, out, workers); err != nil {
		t.Fatal(err)
	}
	return out
}

// TestLinearForms shows that a fingerprint, also in the form of Horner, is one operation.
func TestLinearForms(t *testing.T) {
	b := air.NewBuilder("forms")
	x, y, z := b.Main("x", "field"), b.Main("y", "field"), b.Main("z", "field")
	alpha, beta := b.Challenge(air.LocalAlpha), b.Challenge(air.LocalBeta)
	horner := z.Mul(beta).Add(y).Mul(beta).Add(x).Mul(beta).Add(alpha).AddInt(5)
	powers := alpha.AddInt(5).Add(beta.Mul(x)).Add(beta.Mul(beta).Mul(y)).Add(beta.Mul(beta).Mul(beta).Mul(z))
	chip := b.Must()
	for _, e := range []air.Expr{horner, powers} {
		p, err := Compile(chip.Nodes, []air.NodeID{e.ID()})
		if err != nil {
			t.Fatal(err)
		}
		if base, ext := p.Registers(); p.Operations() != 1 || base != 0 || ext != 1 {
			t.Errorf("%d operations, registers %d and %d", p.Operations(), base, ext)
		}
	}
}

func TestRefusals(t *testing.T) {
	x := air.Node{Op: air.OpMain}
	for name, nodes := range map[string][]air.Node{
		"operand after use": {x, {Op: air.OpAdd, A: 0, B: 1}},
		"unknown operation": {x, {Op: 99}},
		"rotation":          {x, {Op: air.OpMain, Rotation: 2}},
	} {
		if _, err := Compile(nodes, []air.NodeID{0}); err == nil {
			t.Errorf("%s is accepted", name)
		}
	}
	if _, err := Compile([]air.Node{x}, []air.NodeID{1}); err == nil {
		t.Error("a root that is no node is accepted")
	}
	nodes := []air.Node{x, {Op: air.OpChallenge}, {Op: air.OpMul, A: 0, B: 1}}
	p, err := Compile(nodes, []air.NodeID{2})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Bind(Scalars{}); err == nil {
		t.Error("missing challenge is accepted")
	}
	b, err := p.Bind(Scalars{Challenges: []ext.E6{ext.One}})
	if err != nil {
		t.Fatal(err)
	}
	m := b.Machine()
	if m.Run(&Columns{Log: 3}, 0, 8) == nil {
		t.Error("missing column is accepted")
	}
	c := &Columns{Log: 3, Main: [][]field.Element{make([]field.Element, 16)}, Order: BitReversed}
	if m.Run(c, 4, 8) == nil || m.Run(c, 1, 2) == nil || m.Run(c, 0, 3) == nil || m.Run(c, 16, 8) == nil {
		t.Error("chunk that is not aligned, crosses blocks or is outside is accepted")
	}
}
