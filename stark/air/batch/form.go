package batch

import (
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
)

// maxColumns is the greatest number of base columns that one combination reads, six for a
// value of E6: values wait for it in registers, and ext.Vector.AddScaledColumns is fastest
// for so many.
const maxColumns = 16

// form is a value of E6 as constant + sum of scalars times values + sum of products.
type form struct {
	constant int32 // slot, or negative
	base     []baseTerm
	ext      []extTerm
	products []product
}

type baseTerm struct {
	slot int32
	node air.NodeID
}

// extTerm is a scalar times an E6 node, or times a form of its own.
type extTerm struct {
	slot int32
	node air.NodeID
	sub  *form
}

// product is slot * a * b for nodes that are not scalars, at least one of them in E6; the
// slot is one or minus one.
type product struct {
	slot int32
	a, b air.NodeID
}

// linear is the form of any node as a part of a larger one.
func (c *compiler) linear(id air.NodeID) form {
	info, n := c.infos[id], c.nodes[id]
	switch {
	case info.Scalar:
		return form{constant: c.slot(id)}
	case !info.Ext && !(c.single[id] && c.absorbs(n)):
		return form{constant: -1, base: []baseTerm{{c.one, id}}}
	case c.multiple(id):
		c.release(id) // this use needs no value of its own
	case info.Ext && (n.Op == air.OpPerm || !c.single[id]):
		return form{constant: -1, ext: []extTerm{{slot: c.one, node: id}}}
	}
	return c.expand(id)
}

// absorbs says whether a base node is one base value up to scalars, which costs nothing
// inside of a form of E6.
func (c *compiler) absorbs(n air.Node) bool {
	return n.Op >= air.OpAdd && (c.infos[n.A].Scalar || c.infos[n.B].Scalar)
}

// expand is the form of an operation in terms of its operands.
func (c *compiler) expand(id air.NodeID) form {
	n := c.nodes[id]
	switch {
	case n.Op == air.OpAdd:
		return c.join(c.linear(n.A), c.linear(n.B))
	case n.Op == air.OpSub:
		return c.join(c.linear(n.A), c.scaled(c.linear(n.B), c.minus))
	case c.infos[n.A].Scalar:
		return c.scaled(c.linear(n.B), c.slot(n.A))
	case c.infos[n.B].Scalar:
		return c.scaled(c.linear(n.A), c.slot(n.B))
	}
	return form{constant: -1, products: []product{{c.one, n.A, n.B}}}
}

func (c *compiler) join(a, b form) form {
	a.constant = c.addSlots(a.constant, b.constant)
	a.base = append(a.base, b.base...)
	a.ext = append(a.ext, b.ext...)
	a.products = append(a.products, b.products...)
	return a
}

// scaled is slot times a form. What would need more than one multiplication in E6 that
// was not there before is kept as a form of its own.
func (c *compiler) scaled(f form, slot int32) form {
	if slot == c.one {
		return f
	}
	if slot != c.minus && (len(f.products) > 0 || c.isExtSlot(slot) && c.cheap(&f) > 1) {
		return form{constant: -1, ext: []extTerm{{slot: slot, sub: &f}}}
	}
	if f.constant >= 0 {
		f.constant = c.mulSlots(f.constant, slot)
	}
	for i := range f.base {
		f.base[i].slot = c.mulSlots(f.base[i].slot, slot)
	}
	for i := range f.ext {
		f.ext[i].slot = c.mulSlots(f.ext[i].slot, slot)
	}
	for i := range f.products {
		f.products[i].slot = c.mulSlots(f.products[i].slot, slot)
	}
	return f
}

// cheap counts the E6 terms whose scalar is in the base field.
func (c *compiler) cheap(f *form) (n int) {
	for _, t := range f.ext {
		if !c.isExtSlot(t.slot) {
			n++
		}
	}
	return n
}

// ext emits the code for an E6 node that is not a scalar and returns where its value is.
func (c *compiler) ext(id air.NodeID) int32 {
	if at, ok := c.values[id]; ok {
		return at
	}
	var at int32
	if n := c.nodes[id]; n.Op == air.OpPerm {
		at = column(c.perms, &c.prog.extLeaves, leaf{op: n.Op, index: n.Index, rotation: n.Rotation})
	} else {
		f := c.expand(id)
		at = c.emitForm(&f)
	}
	c.values[id] = at
	return at
}

// emitForm emits the code for a form into a new register.
func (c *compiler) emitForm(f *form) int32 {
	if t := f.ext; f.constant < 0 && len(f.base)+len(f.products) == 0 && len(t) == 1 && t[0].sub != nil {
		at := c.emitForm(t[0].sub) // scaled in its own register
		c.emit(instr{op: extScale, dst: at, a: at, slot: t[0].slot})
		return at
	}
	dst := c.takeExt()
	fresh := true
	scaled, plain := c.separate(f.ext)
	if f.constant >= 0 || len(f.base) > 0 || len(scaled) > 0 {
		c.combine(dst, f, scaled)
		fresh = false
	}
	for _, p := range f.products {
		c.multiply(dst, p, fresh)
		fresh = false
	}
	for _, t := range plain {
		c.addExt(dst, t, fresh)
		fresh = false
	}
	return dst
}

// separate divides the E6 terms into those with a scalar of E6, which are combined, and the
// others.
func (c *compiler) separate(terms []extTerm) (scaled, plain []extTerm) {
	for _, t := range terms {
		if c.isExtSlot(t.slot) {
			scaled = append(scaled, t)
		} else {
			plain = append(plain, t)
		}
	}
	return scaled, plain
}

// combine emits the constant, the base terms and E6 terms with E6 scalars, some at a time.
func (c *compiler) combine(dst int32, f *form, scaled []extTerm) {
	base := f.base
	in := instr{op: extCombine, dst: dst, slot: f.constant, fresh: true}
	for in.fresh || len(base)+len(scaled) > 0 {
		columns, nb, ne := 0, 0, 0
		for ; nb < len(base) && columns < maxColumns; columns++ {
			in.terms = append(in.terms, term{slot: base[nb].slot, at: c.base(base[nb].node)})
			nb++
		}
		for ; ne < len(scaled) && columns+ext.Degree <= maxColumns; columns += ext.Degree {
			in.terms = append(in.terms, term{slot: scaled[ne].slot, at: c.extOf(scaled[ne]), ext: true})
			ne++
		}
		c.emit(in)
		for _, t := range base[:nb] {
			c.release(t.node)
		}
		for i, t := range scaled[:ne] {
			c.done(t, in.terms[nb+i].at)
		}
		base, scaled = base[nb:], scaled[ne:]
		in = instr{op: extCombine, dst: dst, slot: -1}
	}
}

// extOf emits the value of a term without its scalar, and done gives it back after use.
func (c *compiler) extOf(t extTerm) int32 {
	if t.sub != nil {
		return c.emitForm(t.sub)
	}
	return c.ext(t.node)
}

func (c *compiler) done(t extTerm, at int32) {
	if t.sub != nil {
		c.giveExt(at)
	} else {
		c.release(t.node)
	}
}

// multiply emits dst (+)= slot * a * b.
func (c *compiler) multiply(dst int32, p product, fresh bool) {
	if !c.infos[p.a].Ext {
		p.a, p.b = p.b, p.a
	}
	in := instr{op: extMul, a: c.ext(p.a)}
	if c.infos[p.b].Ext {
		in.b = c.ext(p.b)
	} else {
		in.op, in.b = extMulBase, c.base(p.b)
	}
	in.dst = dst
	if !fresh {
		in.dst = c.takeExt()
	}
	c.emit(in)
	c.release(p.a)
	c.release(p.b)
	switch {
	case !fresh && p.slot == c.one:
		c.emit(instr{op: extAdd, dst: dst, a: in.dst})
	case !fresh:
		c.emit(instr{op: extSub, dst: dst, a: in.dst})
	case p.slot != c.one:
		c.emit(instr{op: extScale, dst: dst, a: dst, slot: p.slot})
	}
	if !fresh {
		c.giveExt(in.dst)
	}
}

// addExt emits dst (+)= slot * value for a slot of the base field.
func (c *compiler) addExt(dst int32, t extTerm, fresh bool) {
	at := c.extOf(t)
	in := instr{op: extAddScale, dst: dst, a: at, slot: t.slot}
	switch {
	case fresh && t.slot == c.one:
		in.op = extCopy
	case fresh:
		in.op = extScale
	case t.slot == c.one:
		in.op = extAdd
	case t.slot == c.minus:
		in.op = extSub
	}
	c.emit(in)
	c.done(t, at)
}
