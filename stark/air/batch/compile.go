package batch

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
)

// compiler emits the code of a program in the order in which roots need values. A register
// is given back when the last use of its value was emitted.
type compiler struct {
	nodes []air.Node
	infos []air.Info
	prog  *Program

	uses    []int32 // references not emitted yet, of every node that a root reaches
	single  []bool  // whether there is one reference in all
	values  map[air.NodeID]int32
	slots   map[air.NodeID]int32
	memo    map[scalar]int32
	leaves  map[leaf]int32 // of base values
	perms   map[leaf]int32
	consts  map[int32]int32
	freeB   []int32
	freeE   []int32
	one     int32
	minus   int32
	noSlots int32
}

// Compile makes the program that computes the roots, in their order.
func Compile(nodes []air.Node, roots []air.NodeID) (*Program, error) {
	if err := check(nodes, roots); err != nil {
		return nil, fmt.Errorf("compile graph: %w", err)
	}
	c := &compiler{
		nodes: nodes, infos: air.Analyze(nodes), prog: &Program{},
		uses: make([]int32, len(nodes)), single: make([]bool, len(nodes)),
		values: map[air.NodeID]int32{}, slots: map[air.NodeID]int32{}, memo: map[scalar]int32{},
		leaves: map[leaf]int32{}, perms: map[leaf]int32{}, consts: map[int32]int32{}, noSlots: -1,
	}
	c.one = c.scalar(scalar{op: air.OpConst, value: field.One})
	c.minus = c.scalar(scalar{op: air.OpConst, value: field.One.Neg()})
	c.count(roots)
	for _, r := range roots {
		c.prog.outputs = append(c.prog.outputs, c.root(r))
	}
	c.settle()
	return c.prog, nil
}

func check(nodes []air.Node, roots []air.NodeID) error {
	for i, n := range nodes {
		switch n.Op {
		case air.OpConst, air.OpPublic, air.OpChallenge, air.OpExposed, air.OpMain, air.OpFixed, air.OpPerm:
			if n.Index < 0 || n.Rotation < 0 || n.Rotation > 1 {
				return fmt.Errorf("node %d: index %d, rotation %d", i, n.Index, n.Rotation)
			}
		case air.OpAdd, air.OpSub, air.OpMul:
			if n.A < 0 || n.B < 0 || int(n.A) >= i || int(n.B) >= i {
				return fmt.Errorf("node %d: operands %d and %d", i, n.A, n.B)
			}
		default:
			return fmt.Errorf("node %d: operation %d", i, n.Op)
		}
	}
	for _, r := range roots {
		if r < 0 || int(r) >= len(nodes) {
			return fmt.Errorf("root %d of %d nodes", r, len(nodes))
		}
	}
	return nil
}

// count counts the references to nodes by roots and by nodes that a root reaches. A
// multiple of a base value is computed again wherever it is used, so its operand is used as
// often.
func (c *compiler) count(roots []air.NodeID) {
	for _, r := range roots {
		c.uses[r]++
	}
	for i := len(c.nodes) - 1; i >= 0; i-- {
		n := &c.nodes[i]
		c.single[i] = c.uses[i] == 1
		if c.uses[i] == 0 || n.Op < air.OpAdd {
			continue
		}
		times := int32(1)
		if c.multiple(air.NodeID(i)) {
			times = c.uses[i]
		}
		c.uses[n.A] += times
		c.uses[n.B] += times
	}
}

// multiple says whether a node is an E6 scalar times a base value, which inside of a form
// costs what adding it would.
func (c *compiler) multiple(id air.NodeID) bool {
	n, info := c.nodes[id], c.infos[id]
	if n.Op != air.OpMul || !info.Ext || info.Scalar {
		return false
	}
	a, b := c.infos[n.A], c.infos[n.B]
	return a.Scalar && !b.Ext || b.Scalar && !a.Ext
}

// root emits a root and never releases it.
func (c *compiler) root(id air.NodeID) output {
	info := c.infos[id]
	switch {
	case info.Ext && info.Scalar:
		f := form{constant: c.slot(id)}
		return output{ext: true, at: c.emitForm(&f)}
	case info.Ext:
		return output{ext: true, at: c.ext(id)}
	}
	return output{at: c.base(id)}
}

// settle gives leaves, which were numbered from below zero, their place behind the
// registers.
func (c *compiler) settle() {
	p := c.prog
	settle := func(at *int32, registers int32) {
		if *at < 0 {
			*at = registers - *at - 1
		}
	}
	for i := range p.code {
		in := &p.code[i]
		for t := range in.terms {
			if term := &in.terms[t]; term.ext {
				settle(&term.at, p.extRegs)
			} else {
				settle(&term.at, p.baseRegs)
			}
		}
		if in.op <= baseScale {
			settle(&in.a, p.baseRegs)
			settle(&in.b, p.baseRegs)
			continue
		}
		settle(&in.a, p.extRegs)
		if in.op == extMulBase {
			settle(&in.b, p.baseRegs)
		} else {
			settle(&in.b, p.extRegs)
		}
	}
	for i := range p.outputs {
		if p.outputs[i].ext {
			settle(&p.outputs[i].at, p.extRegs)
		} else {
			settle(&p.outputs[i].at, p.baseRegs)
		}
	}
}

func (c *compiler) emit(in instr) { c.prog.code = append(c.prog.code, in) }

// take returns a free register.
func take(free *[]int32, total *int32) int32 {
	if n := len(*free); n > 0 {
		r := (*free)[n-1]
		*free = (*free)[:n-1]
		return r
	}
	*total++
	return *total - 1
}

func (c *compiler) takeBase() int32 { return take(&c.freeB, &c.prog.baseRegs) }
func (c *compiler) takeExt() int32  { return take(&c.freeE, &c.prog.extRegs) }

func (c *compiler) giveExt(r int32) {
	if r >= 0 {
		c.freeE = append(c.freeE, r)
	}
}

// release takes back one use of a node, and its register after the last one.
func (c *compiler) release(id air.NodeID) {
	c.uses[id]--
	r, ok := c.values[id]
	if c.uses[id] > 0 || !ok || r < 0 {
		return
	}
	delete(c.values, id)
	if c.infos[id].Ext {
		c.giveExt(r)
	} else {
		c.freeB = append(c.freeB, r)
	}
}

// base emits the code for a base node and returns where its value is.
func (c *compiler) base(id air.NodeID) int32 {
	if at, ok := c.values[id]; ok {
		return at
	}
	at := c.newBase(id)
	c.values[id] = at
	return at
}

func (c *compiler) newBase(id air.NodeID) int32 {
	n := c.nodes[id]
	switch {
	case c.infos[id].Scalar:
		return c.constant(c.slot(id))
	case n.Op == air.OpMain || n.Op == air.OpFixed:
		return column(c.leaves, &c.prog.baseLeaves, leaf{op: n.Op, index: n.Index, rotation: n.Rotation})
	case n.Op == air.OpMul && c.infos[n.A].Scalar:
		return c.newScale(n.B, n.A)
	case n.Op == air.OpMul && c.infos[n.B].Scalar:
		return c.newScale(n.A, n.B)
	}
	a, b := c.base(n.A), c.base(n.B)
	c.release(n.A)
	c.release(n.B)
	dst := c.takeBase()
	c.emit(instr{op: baseAdd + opcode(n.Op-air.OpAdd), dst: dst, a: a, b: b})
	return dst
}

func (c *compiler) newScale(id, scale air.NodeID) int32 {
	a := c.base(id)
	c.release(id)
	dst := c.takeBase()
	c.emit(instr{op: baseScale, dst: dst, a: a, slot: c.slot(scale)})
	return dst
}

// constant is a leaf that holds a base scalar on all rows.
func (c *compiler) constant(slot int32) int32 {
	return column(c.leaves, &c.prog.baseLeaves, leaf{op: air.OpConst, slot: slot})
}

func column(index map[leaf]int32, leaves *[]leaf, l leaf) int32 {
	at, ok := index[l]
	if !ok {
		at = int32(len(*leaves))
		*leaves = append(*leaves, l)
		index[l] = at
	}
	return -1 - at
}

// slot is the slot of a scalar node.
func (c *compiler) slot(id air.NodeID) int32 {
	if s, ok := c.slots[id]; ok {
		return s
	}
	n := c.nodes[id]
	op := scalar{op: n.Op, index: n.Index, value: n.Value, ext: c.infos[id].Ext}
	if n.Op >= air.OpAdd {
		op.a, op.b = c.slot(n.A), c.slot(n.B)
	}
	s := c.scalar(op)
	c.slots[id] = s
	return s
}

func (c *compiler) scalar(op scalar) int32 {
	if s, ok := c.memo[op]; ok {
		return s
	}
	s := int32(len(c.prog.scalars))
	c.prog.scalars = append(c.prog.scalars, op)
	c.memo[op] = s
	return s
}

func (c *compiler) isExtSlot(s int32) bool { return c.prog.scalars[s].ext }

func (c *compiler) mulSlots(a, b int32) int32 {
	switch {
	case a == c.one:
		return b
	case b == c.one:
		return a
	case a == c.minus && b == c.minus:
		return c.one
	}
	return c.scalar(scalar{op: air.OpMul, a: a, b: b, ext: c.isExtSlot(a) || c.isExtSlot(b)})
}

func (c *compiler) addSlots(a, b int32) int32 {
	switch {
	case a < 0:
		return b
	case b < 0:
		return a
	}
	return c.scalar(scalar{op: air.OpAdd, a: a, b: b, ext: c.isExtSlot(a) || c.isExtSlot(b)})
}
