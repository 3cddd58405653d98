package batch

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/field/vec"
)

// Machine runs a program on one chunk after the other. It belongs to one goroutine.
type Machine struct {
	bound   *Bound
	base    [][]field.Element // registers and leaves of the chunk
	ext     []ext.Vector
	words   [][]field.Element // storage: registers, constants, gathered rows
	vectors []ext.Vector
	gather  []int
	columns [][]field.Element // scratch of a combination
	factors []ext.E6
}

// Machine makes a machine for chunks of up to ChunkRows rows.
func (b *Bound) Machine() *Machine { return b.machine(ChunkRows) }

func (b *Bound) machine(rows int) *Machine {
	p := b.program
	m := &Machine{bound: b}
	for range int(p.baseRegs) + len(p.baseLeaves) {
		m.words = append(m.words, nil)
	}
	for i := range p.baseRegs {
		m.words[i] = make([]field.Element, rows)
	}
	for i, l := range p.baseLeaves {
		if l.op != air.OpConst && l.rotation == 0 {
			continue
		}
		at := int(p.baseRegs) + i
		m.words[at] = make([]field.Element, rows)
		if l.op == air.OpConst {
			fill(m.words[at], b.slots[l.slot][0])
		}
	}
	m.vectors = make([]ext.Vector, int(p.extRegs)+len(p.extLeaves))
	for i := range m.vectors {
		if i < int(p.extRegs) || p.extLeaves[i-int(p.extRegs)].rotation == 1 {
			m.vectors[i] = ext.NewVector(rows)
		}
	}
	m.base, m.ext = make([][]field.Element, len(m.words)), make([]ext.Vector, len(m.vectors))
	return m
}

// Run computes the roots on rows from..from+n. The rows lie in one block and are at most
// ChunkRows; in bit-reversed order n is a power of two that divides from.
func (m *Machine) Run(c *Columns, from, n int) error {
	if err := m.bound.program.check(c, from+n); err != nil {
		return fmt.Errorf("run graph: %w", err)
	}
	return m.run(c, from, n)
}

func (m *Machine) run(c *Columns, from, n int) error {
	w, err := c.window(from, n, m.gather)
	if err != nil {
		return fmt.Errorf("run graph: %w", err)
	}
	m.gather = w.gather
	m.load(c, &w)
	for i := range m.bound.program.code {
		m.step(&m.bound.program.code[i])
	}
	return nil
}

// load points the tables of values at the rows of a window.
func (m *Machine) load(c *Columns, w *window) {
	p := m.bound.program
	for i := range p.baseRegs {
		m.base[i] = m.words[i][:w.n]
	}
	for i, l := range p.baseLeaves {
		at := int(p.baseRegs) + i
		switch l.op {
		case air.OpConst:
			m.base[at] = m.words[at][:w.n]
		case air.OpMain:
			m.base[at] = w.take(c.Main[l.index], l.rotation, m.words[at])
		case air.OpFixed:
			m.base[at] = w.take(c.Fixed[l.index], l.rotation, m.words[at])
		}
	}
	for i := range p.extRegs {
		m.ext[i] = m.vectors[i].Slice(0, w.n)
	}
	for i, l := range p.extLeaves {
		at := int(p.extRegs) + i
		for k := range ext.Degree {
			m.ext[at][k] = w.take(c.Perm[l.index][k], l.rotation, m.vectors[at][k])
		}
	}
}

func (m *Machine) step(in *instr) {
	slots := m.bound.slots
	switch in.op {
	case baseAdd:
		vec.Add(m.base[in.dst], m.base[in.a], m.base[in.b])
	case baseSub:
		vec.Sub(m.base[in.dst], m.base[in.a], m.base[in.b])
	case baseMul:
		vec.Mul(m.base[in.dst], m.base[in.a], m.base[in.b])
	case baseScale:
		vec.Scale(m.base[in.dst], m.base[in.a], slots[in.slot][0])
	case extCombine:
		m.combine(in)
	case extCopy:
		m.ext[in.dst].Copy(m.ext[in.a])
	case extAdd:
		m.ext[in.dst].Add(m.ext[in.dst], m.ext[in.a])
	case extSub:
		m.ext[in.dst].Sub(m.ext[in.dst], m.ext[in.a])
	case extScale:
		if m.bound.program.scalars[in.slot].ext {
			m.ext[in.dst].Scale(m.ext[in.a], slots[in.slot])
		} else {
			m.ext[in.dst].ScaleBase(m.ext[in.a], slots[in.slot][0])
		}
	case extAddScale:
		for k, column := range m.ext[in.dst] {
			vec.AddScaled(column, m.ext[in.a][k], slots[in.slot][0])
		}
	case extMul:
		m.ext[in.dst].Mul(m.ext[in.a], m.ext[in.b])
	case extMulBase:
		m.ext[in.dst].MulBase(m.ext[in.a], m.base[in.b])
	}
}

// timesX is x * X.
func timesX(x ext.E6) ext.E6 {
	return ext.E6{x[5].Neg(), x[0], x[1], x[2].Sub(x[5]), x[3], x[4]}
}

// manyColumns is the number of columns from which on it pays to add them at once.
const manyColumns = 3

// combine adds scalars times base values. A scalar of the base field touches the constant
// coefficient only.
func (m *Machine) combine(in *instr) {
	dst, scalars := m.ext[in.dst], m.bound.program.scalars
	if in.fresh {
		var c ext.E6
		if in.slot >= 0 {
			c = m.bound.slots[in.slot]
		}
		for k := range dst {
			fill(dst[k], c[k])
		}
	}
	m.columns, m.factors = m.columns[:0], m.factors[:0]
	for _, t := range in.terms {
		s := m.bound.slots[t.slot]
		if t.ext {
			for _, column := range m.ext[t.at] {
				m.columns, m.factors = append(m.columns, column), append(m.factors, s)
				s = timesX(s)
			}
			continue
		}
		column := m.base[t.at]
		switch {
		case scalars[t.slot].ext:
			m.columns, m.factors = append(m.columns, column), append(m.factors, s)
		case s[0] == field.One:
			vec.Add(dst[0], dst[0], column)
		default:
			vec.AddScaled(dst[0], column, s[0])
		}
	}
	if len(m.columns) >= manyColumns {
		dst.AddScaledColumns(m.columns, 0, m.factors)
		return
	}
	for i, column := range m.columns {
		dst.AddScaledBase(column, m.factors[i])
	}
}

// fill sets all of dst to v.
func fill(dst []field.Element, v field.Element) {
	head := min(16, len(dst))
	for i := range head {
		dst[i] = v
	}
	for n := head; n < len(dst); n *= 2 {
		copy(dst[n:], dst[:n])
	}
}

// Base is the value of a root in the base field on the rows of the last Run. It is valid,
// and must not be changed, until the next one.
func (m *Machine) Base(root int) []field.Element {
	return m.base[m.bound.program.outputs[root].at]
}

// Ext is the value of a root in E6 on the rows of the last Run, as for Base.
func (m *Machine) Ext(root int) ext.Vector {
	return m.ext[m.bound.program.outputs[root].at]
}

// Values receives a root on many rows: Base or Ext, as Program.IsExt says.
type Values struct {
	Base []field.Element
	Ext  ext.Vector
}

// Run computes the roots on rows from..from+n into out, whose element 0 is row from, on up
// to that many goroutines, which have ended when it returns. from and n are multiples of
// the block or, for less than a block in bit-reversed order, of ChunkRows.
func (b *Bound) Run(ctx context.Context, c *Columns, from, n int, out []Values, workers int) error {
	if len(out) != len(b.program.outputs) {
		return fmt.Errorf("run graph: %d outputs for %d roots", len(out), len(b.program.outputs))
	}
	return b.Each(ctx, c, from, n, workers, func(m *Machine, at, rows int) {
		for i, o := range b.program.outputs {
			if o.ext {
				out[i].Ext.Slice(at-from, at-from+rows).Copy(m.Ext(i))
			} else {
				copy(out[i].Base[at-from:at-from+rows], m.Base(i))
			}
		}
	})
}

// Each runs over rows from..from+n in chunks and calls do after each with the machine and
// the rows of the chunk, on up to that many goroutines; calls for different chunks are
// concurrent.
func (b *Bound) Each(ctx context.Context, c *Columns, from, n, workers int, do func(m *Machine, at, rows int)) error {
	if err := b.program.check(c, from+n); err != nil {
		return fmt.Errorf("run graph: %w", err)
	}
	step := min(ChunkRows, 1<<c.Log)
	var next atomic.Int64
	var group sync.WaitGroup
	errs := make([]error, max(1, min(workers, (n+step-1)/step)))
	for w := range errs {
		group.Go(func() {
			m := b.machine(step)
			for errs[w] == nil && ctx.Err() == nil {
				at := (int(next.Add(1)) - 1) * step
				if at >= n {
					return
				}
				rows := min(step, n-at)
				if errs[w] = m.run(c, from+at, rows); errs[w] == nil {
					do(m, from+at, rows)
				}
			}
		})
	}
	group.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return context.Cause(ctx)
}
