package prover

import (
	"context"
	"fmt"
	"sync"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/air/batch"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/logup"
)

// filler computes the permutation columns and exposed values of a table.
type filler struct {
	table   *logup.Table
	program *batch.Program
	// numerator and denominator are the roots of each column's step, negative for one.
	numerator, denominator []int
}

// newFiller compiles numerator and denominator of every column: for lookups the sum of the
// column's fractions, for permutations the products of what is put and what is taken.
func newFiller(t *logup.Table) (*filler, error) {
	f := &filler{table: t}
	g := graph(append([]air.Node(nil), t.Nodes...))
	var roots []air.NodeID
	root := func(id air.NodeID) int {
		if id < 0 {
			return -1
		}
		roots = append(roots, id)
		return len(roots) - 1
	}
	for _, c := range t.Columns {
		num, den := f.product(&g, c), air.NodeID(-1)
		if c.Argument == logup.Product {
			den = f.fingerprints(&g, c, air.Take)
		} else {
			num, den = f.fraction(&g, c)
		}
		f.numerator, f.denominator = append(f.numerator, root(num)), append(f.denominator, root(den))
	}
	var err error
	if f.program, err = batch.Compile(g, roots); err != nil {
		return nil, fmt.Errorf("permutation columns: %w", err)
	}
	return f, nil
}

func (f *filler) product(g *graph, c logup.Column) air.NodeID { return f.fingerprints(g, c, air.Put) }

// fingerprints is the product of the fingerprints on one side, negative for none.
func (f *filler) fingerprints(g *graph, c logup.Column, side air.Direction) air.NodeID {
	out := air.NodeID(-1)
	for _, i := range c.Interactions {
		switch d := f.table.Fingerprints[i]; {
		case f.table.Chip.Interactions[i].Direction != side:
		case out < 0:
			out = d
		default:
			out = g.op(air.OpMul, out, d)
		}
	}
	return out
}

// fraction is m/d, or (m1 d2 + m2 d1)/(d1 d2), with minus for what is taken.
func (f *filler) fraction(g *graph, c logup.Column) (num, den air.NodeID) {
	for at, i := range c.Interactions {
		x := &f.table.Chip.Interactions[i]
		m, d := x.Multiplicity, f.table.Fingerprints[i]
		if x.Direction == air.Take {
			m = g.op(air.OpMul, g.add(air.Node{Op: air.OpConst, Value: field.One.Neg()}), m)
		}
		if at == 0 {
			num, den = m, d
			continue
		}
		num = g.op(air.OpAdd, g.op(air.OpMul, num, d), g.op(air.OpMul, m, den))
		den = g.op(air.OpMul, den, d)
	}
	return num, den
}

// fill computes the columns from a trace in natural order, and the exposed values.
func (f *filler) fill(ctx context.Context, trace batch.Columns, s batch.Scalars, workers int) ([]ext.Vector, []ext.E6, error) {
	n := f.table.Height()
	columns := make([]ext.Vector, len(f.table.Columns))
	for i := range columns {
		columns[i] = ext.NewVector(n)
	}
	exposed := make([]ext.E6, f.table.NumExposed)
	if len(columns) == 0 {
		return columns, exposed, nil
	}
	trace.Log, trace.Order = f.table.LogHeight, batch.Natural
	program, err := f.program.Bind(s)
	if err != nil {
		return nil, nil, fmt.Errorf("permutation columns: %w", err)
	}
	pool := sync.Pool{New: func() any {
		return &stepScratch{newInverter(), ext.NewVector(batch.ChunkRows), ext.NewVector(batch.ChunkRows)}
	}}
	err = program.Each(ctx, &trace, 0, n, workers, func(m *batch.Machine, at, rows int) {
		scratch := pool.Get().(*stepScratch)
		f.steps(m, scratch, columns, at, at+rows)
		pool.Put(scratch)
	})
	if err != nil {
		return nil, nil, fmt.Errorf("permutation columns: %w", err)
	}
	for a := range logup.NumArguments {
		from, to := f.table.ColumnsOf(a)
		if from == to {
			continue
		}
		value := &exposed[f.table.Exposed[a]]
		if a == logup.Product {
			*value, err = multiplyUp(ctx, columns[from:to], workers)
		} else {
			*value, err = addUp(ctx, columns[to-1], f.table.Cyclic, workers)
		}
		if err != nil {
			return nil, nil, err
		}
	}
	return columns, exposed, nil
}

// stepScratch is room for one chunk.
type stepScratch struct {
	inverter    *inverter
	all, before ext.Vector
}

// steps writes what a row adds to a sum or multiplies to a product, in the place of the
// accumulators, and what intermediate columns hold: complete for sums, without the factor
// z for products.
func (f *filler) steps(m *batch.Machine, s *stepScratch, columns []ext.Vector, from, to int) {
	for i := range columns {
		f.step(m, s.inverter, i, columns[i].Slice(from, to))
	}
	for a := range logup.NumArguments {
		first, end := f.table.ColumnsOf(a)
		if first == end {
			continue
		}
		if a != logup.Product {
			acc := columns[end-1].Slice(from, to)
			for _, h := range columns[first : end-1] {
				acc.Add(acc, h.Slice(from, to))
			}
			continue
		}
		// Column k becomes the product of the steps before k, column 0 that of all.
		all, before := s.all.Slice(0, to-from), s.before.Slice(0, to-from)
		all.Copy(columns[first].Slice(from, to))
		for _, c := range columns[first+1 : end] {
			step := c.Slice(from, to)
			before.Copy(all)
			all.Mul(all, step)
			step.Copy(before)
		}
		columns[first].Slice(from, to).Copy(all)
	}
}

// step writes numerator over denominator of one column.
func (f *filler) step(m *batch.Machine, v *inverter, i int, dst ext.Vector) {
	num, den := f.numerator[i], f.denominator[i]
	if den >= 0 {
		v.invert(dst, m.Ext(den))
	} else {
		fill(dst[0], field.One)
	}
	switch {
	case num < 0:
	case f.program.IsExt(num):
		dst.Mul(dst, m.Ext(num))
	default:
		dst.MulBase(dst, m.Base(num))
	}
}

// addUp turns the steps of a sum into its accumulator, which starts at zero, and returns the
// exposed value. In a cyclic sum every step is less by the n-th part of the sum of all
// steps; else the last step does not count.
func addUp(ctx context.Context, acc ext.Vector, cyclic bool, workers int) (ext.E6, error) {
	n := acc.Len()
	starts := make([]ext.E6, (n+chunkRows-1)/chunkRows+1)
	err := eachChunk(ctx, n, workers, func(from, to int) {
		var sum ext.E6
		for k := range sum {
			for _, x := range acc[k][from:to] {
				sum[k] = sum[k].Add(x)
			}
		}
		starts[from/chunkRows+1] = sum
	})
	for i := range starts[1:] {
		starts[i+1] = starts[i+1].Add(starts[i])
	}
	var share ext.E6
	total := starts[len(starts)-1]
	if cyclic {
		share = total.MulBase(field.New(uint64(n)).Inv())
	}
	if err != nil {
		return total, err
	}
	err = eachChunk(ctx, n, workers, func(from, to int) {
		sum := starts[from/chunkRows].Sub(share.MulBase(field.New(uint64(from))))
		for k := range sum {
			column := acc[k][from:to]
			for i, x := range column {
				column[i] = sum[k]
				sum[k] = sum[k].Add(x).Sub(share[k])
			}
		}
	})
	if !cyclic {
		total = acc.At(n - 1)
	}
	return total, err
}

// multiplyUp turns the steps of a product into z, which starts at one, and the columns
// behind it, and returns the exposed value.
func multiplyUp(ctx context.Context, columns []ext.Vector, workers int) (ext.E6, error) {
	z := columns[0]
	n := z.Len()
	starts := make([]ext.E6, (n+chunkRows-1)/chunkRows+1)
	starts[0] = ext.One
	err := eachChunk(ctx, n, workers, func(from, to int) {
		starts[from/chunkRows+1] = productOf(z.Slice(from, to))
	})
	if err != nil {
		return ext.E6{}, err
	}
	for i := range starts[1:] {
		starts[i+1] = starts[i+1].Mul(starts[i])
	}
	err = eachChunk(ctx, n, workers, func(from, to int) {
		product := starts[from/chunkRows]
		for i := from; i < to; i++ {
			step := z.At(i)
			z.Set(i, product)
			product = product.Mul(step)
		}
		for _, c := range columns[1:] {
			part := c.Slice(from, to)
			part.Mul(part, z.Slice(from, to))
		}
	})
	return z.At(n - 1), err
}

// productOf is the product of all elements of a vector.
func productOf(v ext.Vector) ext.E6 {
	product := ext.One
	if n := v.Len(); n > 16 && n%2 == 0 {
		halves := ext.NewVector(n / 2)
		halves.Mul(v.Slice(0, n/2), v.Slice(n/2, n))
		return productOf(halves)
	}
	for i := range v.Len() {
		product = product.Mul(v.At(i))
	}
	return product
}
