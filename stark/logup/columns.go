package logup

import (
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
)

// lookups adds the columns and constraints of a sum.
func (b *builder) lookups(a Argument) {
	left := b.interactionsOf(a)
	if len(left) == 0 {
		return
	}
	sum := b.constant(0)
	for ; len(left) > 2; left = left[2:] {
		h := b.column(Column{Argument: a, Interactions: left[:2:2]})
		b.fraction(air.Always, a.String()+": pair", h, left[:2])
		sum = b.sum(sum, h)
	}
	acc := b.column(Column{Argument: a, Accumulator: true, Interactions: left})
	total := b.expose(a)
	step := b.difference(b.next(acc), acc)
	if b.t.Cyclic {
		share := b.product(total, b.constant(field.New(uint64(b.t.Height())).Inv()))
		b.fraction(air.Always, a.String()+": step", b.difference(b.sum(step, share), sum), left)
		return
	}
	b.zero(air.First, a.String()+": starts at zero", acc)
	b.fraction(air.Transition, a.String()+": step", b.difference(step, sum), left)
	b.zero(air.Last, a.String()+": ends at the exposed value", b.difference(acc, total))
}

// fraction demands that value is the sum of the fractions of one or two interactions:
// value d1 d2 = m1 d2 + m2 d1, or value d1 = m1.
func (b *builder) fraction(w air.When, name string, value air.NodeID, interactions []int) {
	first := interactions[0]
	d1 := b.t.Fingerprints[first]
	if len(interactions) == 1 {
		b.zero(w, name, b.signed(b.product(value, d1), first, b.multiplicity(first)))
		return
	}
	second := interactions[1]
	d2 := b.t.Fingerprints[second]
	left := b.product(b.product(value, d1), d2)
	left = b.signed(left, first, b.product(b.multiplicity(first), d2))
	b.zero(w, name, b.signed(left, second, b.product(b.multiplicity(second), d1)))
}

func (b *builder) multiplicity(interaction int) air.NodeID {
	return b.t.Chip.Interactions[interaction].Multiplicity
}

// signed takes a numerator from the left side: minus for what is put, plus for what is
// taken.
func (b *builder) signed(left air.NodeID, interaction int, numerator air.NodeID) air.NodeID {
	if b.t.Chip.Interactions[interaction].Direction == air.Put {
		return b.difference(left, numerator)
	}
	return b.sum(left, numerator)
}

// products adds the columns and constraints of the product.
func (b *builder) products() {
	var puts, takes []int
	for _, i := range b.interactionsOf(Product) {
		if b.t.Chip.Interactions[i].Direction == air.Put {
			puts = append(puts, i)
		} else {
			takes = append(takes, i)
		}
	}
	steps := (max(len(puts), len(takes)) + 1) / 2
	if steps == 0 {
		return
	}
	var columns []air.NodeID
	var numerators, denominators [][]int
	for range steps {
		p, t := min(2, len(puts)), min(2, len(takes))
		numerators, denominators = append(numerators, puts[:p:p]), append(denominators, takes[:t:t])
		columns = append(columns, b.column(Column{
			Argument: Product, Accumulator: len(columns) == 0, Interactions: append(puts[:p:p], takes[:t]...),
		}))
		puts, takes = puts[p:], takes[t:]
	}
	for k, in := range columns {
		when, out := air.Always, b.next(columns[0])
		if k+1 < steps {
			out = columns[k+1]
		} else {
			when = air.Transition
		}
		b.zero(when, Product.String()+": step", b.difference(b.times(out, denominators[k]), b.times(in, numerators[k])))
	}
	b.zero(air.First, Product.String()+": starts at one", b.difference(columns[0], b.constant(field.One)))
	b.zero(air.Last, Product.String()+": ends at the exposed value", b.difference(columns[0], b.expose(Product)))
}

// times multiplies a node with the fingerprints of interactions.
func (b *builder) times(x air.NodeID, interactions []int) air.NodeID {
	for _, i := range interactions {
		x = b.product(x, b.t.Fingerprints[i])
	}
	return x
}
