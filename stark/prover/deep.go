package prover

import (
	"context"

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

// deepWord computes G(x) = sum_k mu^k (f_k(x) - v_k) / (x - z_k) on the evaluation domain.
func (d *domain) deepWord(ctx context.Context, list []opened, points []ext.E6, mu ext.E6, workers int) (ext.Vector, error) {
	sums := newCombinations(list, len(points), mu)
	inverses := make([]*poles, len(points))
	for p, z := range points {
		inverses[p] = newPoles(z, ext.One, 0)
	}
	word := ext.NewVector(len(d.points))
	err := eachChunk(ctx, word.Len(), workers, func(from, to int) {
		acc, inv, scratch := ext.NewVector(to-from), ext.NewVector(to-from), newPoleScratch(to-from)
		dst := word.Slice(from, to)
		for p := range points {
			if sums[p].empty() {
				continue
			}
			sums[p].at(acc, from, to)
			inverses[p].at(inv, d.points[from:to], scratch)
			acc.Mul(acc, inv)
			dst.Add(dst, acc)
		}
	})
	return word, err
}

// combination is constant + sum scale * column: all functions opened at one point.
type combination struct {
	constant ext.E6
	base     [][]field.Element
	scales   []ext.E6
	ext      []ext.Vector
	extScale []ext.E6
}

func newCombinations(list []opened, points int, mu ext.E6) []combination {
	out := make([]combination, points)
	power := ext.One
	for _, o := range list {
		c := &out[o.point]
		c.constant = c.constant.Sub(power.Mul(o.value))
		if len(o.columns) == ext.Degree {
			c.ext = append(c.ext, ext.Vector(o.columns))
			c.extScale = append(c.extScale, power)
		} else {
			c.base = append(c.base, o.columns[0])
			c.scales = append(c.scales, power)
		}
		power = power.Mul(mu)
	}
	return out
}

func (c *combination) empty() bool { return len(c.base)+len(c.ext) == 0 }

// at computes rows from..to.
func (c *combination) at(acc ext.Vector, from, to int) {
	for k := range acc {
		fill(acc[k], c.constant[k])
	}
	for i, column := range c.base {
		acc.AddScaledBase(column[from:to], c.scales[i])
	}
	for i, v := range c.ext {
		acc.AddScaled(v.Slice(from, to), c.extScale[i])
	}
}
