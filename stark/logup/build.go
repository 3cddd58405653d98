package logup

import (
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
)

// builder appends nodes and constraints to a table.
type builder struct {
	t   *Table
	ids map[air.Node]air.NodeID
}

func newBuilder(t *Table) *builder {
	b := &builder{t: t, ids: make(map[air.Node]air.NodeID, 2*len(t.Chip.Nodes))}
	t.Nodes = append([]air.Node(nil), t.Chip.Nodes...)
	t.Constraints = append([]air.Constraint(nil), t.Chip.Constraints...)
	for i, n := range t.Nodes {
		b.ids[n] = air.NodeID(i)
	}
	return b
}

func (b *builder) add(n air.Node) air.NodeID {
	if id, ok := b.ids[n]; ok {
		return id
	}
	id := air.NodeID(len(b.t.Nodes))
	b.t.Nodes = append(b.t.Nodes, n)
	b.ids[n] = id
	return id
}

func (b *builder) constant(v field.Element) air.NodeID {
	return b.add(air.Node{Op: air.OpConst, Value: v})
}

func (b *builder) is(id air.NodeID, v field.Element) bool {
	n := b.t.Nodes[id]
	return n.Op == air.OpConst && n.Value == v
}

func (b *builder) sum(x, y air.NodeID) air.NodeID {
	switch {
	case b.is(x, 0):
		return y
	case b.is(y, 0):
		return x
	}
	return b.add(air.Node{Op: air.OpAdd, A: x, B: y})
}

func (b *builder) difference(x, y air.NodeID) air.NodeID {
	if b.is(y, 0) {
		return x
	}
	return b.add(air.Node{Op: air.OpSub, A: x, B: y})
}

func (b *builder) product(x, y air.NodeID) air.NodeID {
	switch {
	case b.is(x, field.One), b.is(y, 0):
		return y
	case b.is(y, field.One), b.is(x, 0):
		return x
	}
	return b.add(air.Node{Op: air.OpMul, A: x, B: y})
}

// column adds a permutation column and returns its node on the current row.
func (b *builder) column(c Column) air.NodeID {
	b.t.Columns = append(b.t.Columns, c)
	return b.add(air.Node{Op: air.OpPerm, Index: int32(len(b.t.Columns) - 1)})
}

func (b *builder) next(column air.NodeID) air.NodeID {
	n := b.t.Nodes[column]
	n.Rotation = 1
	return b.add(n)
}

func (b *builder) expose(a Argument) air.NodeID {
	b.t.Exposed[a] = b.t.NumExposed
	b.t.NumExposed++
	return b.add(air.Node{Op: air.OpExposed, Index: int32(b.t.Exposed[a])})
}

func (b *builder) zero(w air.When, name string, id air.NodeID) {
	b.t.Constraints = append(b.t.Constraints, air.Constraint{Name: name, When: w, Node: id})
}

// fingerprints adds the node d of every interaction. Powers of beta are scalars, so that
// an element of a tuple costs one product of a base element and a scalar.
func (b *builder) fingerprints() {
	for _, x := range b.t.Chip.Interactions {
		alpha, beta := int32(air.LocalAlpha), int32(air.LocalBeta)
		if x.Bus.Global {
			alpha, beta = air.GlobalAlpha, air.GlobalBeta
		}
		base := b.add(air.Node{Op: air.OpChallenge, Index: beta})
		d := b.sum(b.add(air.Node{Op: air.OpChallenge, Index: alpha}), b.constant(field.New(uint64(x.Bus.ID))))
		power := base
		for j, element := range x.Tuple {
			if j > 0 {
				power = b.product(power, base)
			}
			d = b.sum(d, b.product(power, element))
		}
		b.t.Fingerprints = append(b.t.Fingerprints, d)
	}
}

// interactionsOf lists the interactions of an argument by index, in order.
func (b *builder) interactionsOf(a Argument) (out []int) {
	for i := range b.t.Chip.Interactions {
		if argumentOf(&b.t.Chip.Interactions[i]) == a {
			out = append(out, i)
		}
	}
	return out
}
