package prover

import (
	"context"
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/air/batch"
	"github.com/ashlar-labs/ashlar/stark/dft"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/field/vec"
)

// Selectors enter the graph of a quotient as two more fixed columns, and constants of a
// height as more public values.
const (
	selFirst      = iota // column 1/(x - 1)
	selX                 // column x
	addedFixed           //
	pubVanishing  = 0    // 1/v_H, constant on each coset of the trace domain
	pubRoot       = 1    // w
	pubRootInv    = 2    // 1/w
	addedPublics  = 3
	firstLambda   = air.NumChallenges // challenges lambda^0, lambda^1, ...
	quotientParts = 2                 // Q = Q0 + X^n Q1
)

// quotient is what a table adds to the quotient of its height, compiled: the sum of its
// constraints times powers of lambda and selectors, over v_H.
type quotient struct {
	program *batch.Program
}

// newQuotient adds to a graph
//
//	1/v_H (always + (x - 1/w) transition) + first/(x - 1) + last/(x - 1/w)
//
// with 1/(x - 1/w) = w/(xw - 1), the selector of the first row on the next one.
func newQuotient(nodes []air.Node, constraints []air.Constraint, fixed, publics int) (*quotient, error) {
	g := graph(append([]air.Node(nil), nodes...))
	public := func(i int) air.NodeID { return g.leaf(air.OpPublic, publics+i, 0) }
	var sums [air.Transition + 1]air.NodeID
	for w := range sums {
		sums[w] = g.add(air.Node{Op: air.OpConst})
	}
	for i, c := range constraints {
		scaled := g.op(air.OpMul, g.leaf(air.OpChallenge, firstLambda+i, 0), c.Node)
		sums[c.When] = g.op(air.OpAdd, sums[c.When], scaled)
	}
	inv := public(pubVanishing)
	transition := g.op(air.OpSub, g.leaf(air.OpFixed, fixed+selX, 0), public(pubRootInv))
	last := g.op(air.OpMul, public(pubRoot), g.leaf(air.OpFixed, fixed+selFirst, 1))
	root := g.op(air.OpMul, inv, sums[air.Always])
	for _, t := range [][2]air.NodeID{
		{g.op(air.OpMul, inv, transition), sums[air.Transition]},
		{g.leaf(air.OpFixed, fixed+selFirst, 0), sums[air.First]},
		{last, sums[air.Last]},
	} {
		root = g.op(air.OpAdd, root, g.op(air.OpMul, t[0], t[1]))
	}
	if !air.Analyze(g)[root].Ext {
		// Without constraints the quotient is zero, which has to be a value of E6 as well.
		root = g.op(air.OpMul, g.leaf(air.OpChallenge, air.Gamma, 0), root)
	}
	program, err := batch.Compile(g, []air.NodeID{root})
	if err != nil {
		return nil, fmt.Errorf("quotient: %w", err)
	}
	return &quotient{program}, nil
}

// graph is a list of nodes that grows.
type graph []air.Node

func (g *graph) add(n air.Node) air.NodeID {
	*g = append(*g, n)
	return air.NodeID(len(*g) - 1)
}

func (g *graph) leaf(op air.Op, index, rotation int) air.NodeID {
	return g.add(air.Node{Op: op, Index: int32(index), Rotation: int32(rotation)})
}

func (g *graph) op(op air.Op, a, b air.NodeID) air.NodeID { return g.add(air.Node{Op: op, A: a, B: b}) }

// evaluate computes the quotient on the first 2^(log+1) points of the evaluation domain.
// The columns of the table are on that domain; the powers of lambda stand behind the other
// challenges; first is that of firstInverses.
func (q *quotient) evaluate(ctx context.Context, d *domain, c batch.Columns, s batch.Scalars, first []field.Element, workers int) (ext.Vector, error) {
	n := d.rows()
	out := ext.NewVector(2 * n)
	c.Log, c.Order = d.log, batch.BitReversed
	c.Fixed = append(append([][]field.Element(nil), c.Fixed...), first, d.points)
	for b, v := range d.vanishing() {
		bound := s
		bound.Public = append(append([]field.Element(nil), s.Public...), v.Inv(), d.root(), d.root().Inv())
		program, err := q.program.Bind(bound)
		if err != nil {
			return out, fmt.Errorf("quotient: %w", err)
		}
		part := []batch.Values{{Ext: out.Slice(b*n, (b+1)*n)}}
		if err := program.Run(ctx, &c, b*n, n, part, workers); err != nil {
			return out, fmt.Errorf("quotient: %w", err)
		}
	}
	return out, nil
}

// split interpolates a quotient, which it overwrites, and evaluates its two halves on the
// evaluation domain: twelve columns, the six coefficients of Q0 and those of Q1.
func (d *domain) split(ctx context.Context, q ext.Vector, workers int) ([][]field.Element, error) {
	n := d.rows()
	powers := make([]field.Element, 2*n) // of 1/s: coefficient i stands times s^i
	powers[0] = field.One
	for k := range d.log + 1 {
		vec.Scale(powers[1<<k:2<<k], powers[:1<<k], d.shift.Inv().Exp(1<<k))
	}
	err := each(ctx, ext.Degree, workers, func(_, k int) error {
		err := dft.Inverse(q[k])
		vec.Mul(q[k], q[k], powers)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("quotient: %w", err)
	}
	out := make([][]field.Element, quotientParts*ext.Degree)
	err = each(ctx, len(out), workers, func(_, i int) error {
		out[i] = make([]field.Element, d.coset.Out())
		half, k := i/ext.Degree, i%ext.Degree
		return d.coset.Extend(out[i], q[k][half*n:(half+1)*n])
	})
	if err != nil {
		return nil, fmt.Errorf("quotient: %w", err)
	}
	return out, nil
}
