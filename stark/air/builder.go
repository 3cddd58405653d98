package air

import (
	"errors"
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/field"
)

// MaxDegree is the greatest degree of a constraint.
const MaxDegree = 3

// Builder makes a chip. Mistakes are collected and reported by Build.
type Builder struct {
	chip  Chip
	ids   map[Node]NodeID
	infos []Info
	errs  []error
}

// NewBuilder starts a chip.
func NewBuilder(name string) *Builder {
	return &Builder{chip: Chip{Name: name}, ids: map[Node]NodeID{}}
}

// Expr is a node under construction. Expressions of two builders do not mix.
type Expr struct {
	b  *Builder
	id NodeID
}

// ID is the node of the expression.
func (e Expr) ID() NodeID { return e.id }

// Shared makes the chip one whose main columns are committed in the first pass.
func (b *Builder) Shared() { b.chip.Shared = true }

// Main adds a witness column. See [Column] for its range.
func (b *Builder) Main(name, valueRange string) Expr {
	b.chip.Main = append(b.chip.Main, Column{name, valueRange})
	return b.add(Node{Op: OpMain, Index: int32(len(b.chip.Main) - 1)})
}

// Fixed adds a column of the key.
func (b *Builder) Fixed(name string) Expr {
	b.chip.Fixed = append(b.chip.Fixed, Column{name, "fixed"})
	return b.add(Node{Op: OpFixed, Index: int32(len(b.chip.Fixed) - 1)})
}

// Const is a constant; One and Int are too.
func (b *Builder) Const(v field.Element) Expr { return b.add(Node{Op: OpConst, Value: v}) }

// One is the constant one.
func (b *Builder) One() Expr { return b.Const(field.One) }

// Int is the constant v mod p.
func (b *Builder) Int(v int64) Expr { return b.Const(element(v)) }

// Public is a public value of the proof.
func (b *Builder) Public(i int) Expr { return b.add(Node{Op: OpPublic, Index: int32(i)}) }

// Challenge is a challenge; the columns of an expression that uses one have to be
// committed before it is drawn, which holds for all main columns and Gamma.
func (b *Builder) Challenge(i int) Expr { return b.add(Node{Op: OpChallenge, Index: int32(i)}) }

// Sum is the sum of the terms, zero for none.
func (b *Builder) Sum(terms ...Expr) Expr {
	s := b.Const(0)
	for _, t := range terms {
		s = s.Add(t)
	}
	return s
}

// Zero demands that e is zero on every row.
func (b *Builder) Zero(name string, e Expr) { b.ZeroWhen(Always, name, e) }

// Bool demands that e is zero or one on every row.
func (b *Builder) Bool(name string, e Expr) { b.Zero(name+" is a bit", e.Mul(e.SubInt(1))) }

// ZeroWhen demands that e is zero on some rows.
func (b *Builder) ZeroWhen(w When, name string, e Expr) {
	limit := MaxDegree
	if w == First || w == Last {
		limit--
	}
	if d := b.infos[e.id].Degree; d > limit {
		b.fail("constraint %q has degree %d, at most %d is possible", name, d, limit)
	}
	b.chip.Constraints = append(b.chip.Constraints, Constraint{name, w, e.id})
}

// Send puts a tuple on a permutation bus.
func (b *Builder) Send(bus Bus, tuple ...Expr) { b.interact(bus, Permutation, Put, b.One(), tuple) }

// Receive takes a tuple off a permutation bus.
func (b *Builder) Receive(bus Bus, tuple ...Expr) {
	b.interact(bus, Permutation, Take, b.One(), tuple)
}

// Supply puts a tuple on a lookup bus, so many times.
func (b *Builder) Supply(bus Bus, times Expr, tuple ...Expr) {
	b.interact(bus, Lookup, Put, times, tuple)
}

// Demand takes a tuple off a lookup bus, so many times.
func (b *Builder) Demand(bus Bus, times Expr, tuple ...Expr) {
	b.interact(bus, Lookup, Take, times, tuple)
}

func (b *Builder) interact(bus Bus, kind BusKind, dir Direction, times Expr, tuple []Expr) {
	ids := make([]NodeID, len(tuple))
	for i, e := range tuple {
		ids[i] = e.id
		if info := b.infos[e.id]; info.Degree > 1 || info.Ext {
			b.fail("bus %s: element %d has degree %d, or is in E6", bus.Name, i, info.Degree)
		}
	}
	info := b.infos[times.id]
	switch {
	case bus.Kind != kind:
		b.fail("bus %s is of the other kind", bus.Name)
	case bus.ID == 0 || bus.Width != len(tuple):
		b.fail("bus %s: tuple of %d, expected %d", bus.Name, len(tuple), bus.Width)
	case bus.Global && (kind != Lookup || !b.chip.Shared):
		b.fail("bus %s is global: it needs a lookup and a shared chip", bus.Name)
	case info.Degree > 2 || info.Ext:
		b.fail("bus %s: multiplicity has degree %d, or is in E6", bus.Name, info.Degree)
	}
	b.chip.Interactions = append(b.chip.Interactions, Interaction{bus, dir, times.id, ids})
}

// Build returns the chip, or everything that is wrong with it.
func (b *Builder) Build() (*Chip, error) {
	seen := map[string]bool{}
	for _, c := range append(append([]Column{}, b.chip.Main...), b.chip.Fixed...) {
		if seen[c.Name] || c.Name == "" || c.Range == "" {
			b.fail("column %q: a name of its own and a range are needed", c.Name)
		}
		seen[c.Name] = true
	}
	if err := errors.Join(b.errs...); err != nil {
		return nil, err
	}
	chip := b.chip
	return &chip, nil
}

// Must is Build for chips that are part of the program: a mistake panics at start.
func (b *Builder) Must() *Chip {
	c, err := b.Build()
	if err != nil {
		panic(err)
	}
	return c
}

func (b *Builder) fail(format string, args ...any) {
	b.errs = append(b.errs, fmt.Errorf("chip %s: "+format, append([]any{b.chip.Name}, args...)...))
}

// add returns the node, an old one when it exists.
func (b *Builder) add(n Node) Expr {
	if id, ok := b.ids[n]; ok {
		return Expr{b, id}
	}
	id := NodeID(len(b.chip.Nodes))
	b.chip.Nodes = append(b.chip.Nodes, n)
	b.infos = append(b.infos, info(n, b.infos))
	b.ids[n] = id
	return Expr{b, id}
}

// element is v mod p.
func element(v int64) field.Element {
	if v < 0 {
		return field.New(uint64(-v)).Neg()
	}
	return field.New(uint64(v))
}
