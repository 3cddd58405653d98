package air

import "github.com/ashlar-labs/ashlar/stark/field"

// Next is the same column on the next row.
func (e Expr) Next() Expr {
	n := e.b.chip.Nodes[e.id]
	if (n.Op != OpMain && n.Op != OpFixed && n.Op != OpPerm) || n.Rotation != 0 {
		e.b.fail("next row of something that is not a column on this row")
		return e
	}
	n.Rotation = 1
	return e.b.add(n)
}

// Add is e + f.
func (e Expr) Add(f Expr) Expr {
	b := e.b
	if x, y, ok := e.constants(f); ok {
		return b.Const(x.Add(y))
	}
	if b.isConst(e.id, 0) {
		return f
	}
	if b.isConst(f.id, 0) {
		return e
	}
	return b.add(Node{Op: OpAdd, A: e.id, B: f.id})
}

// Sub is e - f.
func (e Expr) Sub(f Expr) Expr {
	b := e.b
	if x, y, ok := e.constants(f); ok {
		return b.Const(x.Sub(y))
	}
	if b.isConst(f.id, 0) {
		return e
	}
	return b.add(Node{Op: OpSub, A: e.id, B: f.id})
}

// Mul is e * f.
func (e Expr) Mul(f Expr) Expr {
	b := e.b
	if x, y, ok := e.constants(f); ok {
		return b.Const(x.Mul(y))
	}
	for range 2 {
		switch {
		case b.isConst(e.id, 0), b.isConst(f.id, field.One):
			return e
		}
		e, f = f, e
	}
	return b.add(Node{Op: OpMul, A: e.id, B: f.id})
}

// Scale is v * e.
func (e Expr) Scale(v int64) Expr { return e.b.Int(v).Mul(e) }

// AddInt is e + v.
func (e Expr) AddInt(v int64) Expr { return e.Add(e.b.Int(v)) }

// SubInt is e - v.
func (e Expr) SubInt(v int64) Expr { return e.Sub(e.b.Int(v)) }

// Neg is -e.
func (e Expr) Neg() Expr { return e.b.Const(0).Sub(e) }

// Not is 1 - e, the negation of a bit.
func (e Expr) Not() Expr { return e.b.One().Sub(e) }

func (e Expr) constants(f Expr) (x, y field.Element, ok bool) {
	if e.b != f.b {
		e.b.fail("expression of another chip")
		return 0, 0, false
	}
	m, n := e.b.chip.Nodes[e.id], e.b.chip.Nodes[f.id]
	return m.Value, n.Value, m.Op == OpConst && n.Op == OpConst
}

func (b *Builder) isConst(id NodeID, v field.Element) bool {
	n := b.chip.Nodes[id]
	return n.Op == OpConst && n.Value == v
}
