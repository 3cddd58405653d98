package prover

import (
	"context"
	"sync"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
)

// opened is one function of a DEEP word with its claimed value: a base column, or the six
// columns of one over E6.
type opened struct {
	columns [][]field.Element
	point   int // index of the list of points
	value   ext.E6
}

// deepScratch is room for one chunk.
type deepScratch struct {
	acc, inv ext.Vector
	poles    *poleScratch
}

// deepWord computes G(x) = sum_k mu^k (f_k(x) - v_k) / (x - z_k) on the evaluation domain.
func (d *domain) deepWord(ctx context.Context, list []opened, points []ext.E6, mu ext.E6, workers int) (ext.Vector, error) {
	sums := newCombinations(list, len(points), mu)
	inverses := make([]*poles, len(points))
	for p, z := range points {
		inverses[p] = newPoles(z, ext.One, 0)
	}
	word := ext.NewVector(len(d.points))
	pool := sync.Pool{New: func() any {
		return &deepScratch{ext.NewVector(chunkRows), ext.NewVector(chunkRows), newPoleScratch(chunkRows)}
	}}
	err := eachChunk(ctx, word.Len(), workers, func(from, to int) {
		scratch := pool.Get().(*deepScratch)
		defer pool.Put(scratch)
		dst, acc, inv := word.Slice(from, to), scratch.acc.Slice(0, to-from), scratch.inv.Slice(0, to-from)
		for p := range points {
			if sums[p].empty() {
				continue
			}
			sums[p].at(acc, from)
			inverses[p].at(inv, d.points[from:to], scratch.poles)
			acc.Mul(acc, inv)
			dst.Add(dst, acc)
		}
	})
	return word, err
}

// combination is constant + sum scale * column: all functions opened at one point.
type combination struct {
	constant ext.E6
	columns  [][]field.Element
	scales   []ext.E6
}

// newCombinations collects the functions by point. A function over E6 is its six columns
// with scales times X^0 to X^5.
func newCombinations(list []opened, points int, mu ext.E6) []combination {
	out := make([]combination, points)
	power := ext.One
	for _, o := range list {
		c := &out[o.point]
		c.constant = c.constant.Sub(power.Mul(o.value))
		scale := power
		for _, column := range o.columns {
			c.columns, c.scales = append(c.columns, column), append(c.scales, scale)
			scale = timesX(scale)
		}
		power = power.Mul(mu)
	}
	return out
}

func (c *combination) empty() bool { return len(c.columns) == 0 }

// at computes the rows from that one on.
func (c *combination) at(acc ext.Vector, from int) {
	for k := range acc {
		fill(acc[k], c.constant[k])
	}
	acc.AddScaledColumns(c.columns, from, c.scales)
}
