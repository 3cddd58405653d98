package prover

import (
	"context"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
)

// evaluate returns the values of polynomials at the point of the weights. A column begins
// with the values at the first n points.
func evaluate(ctx context.Context, weights ext.Vector, columns [][]field.Element, workers int) ([]ext.E6, error) {
	if len(columns) == 0 {
		return nil, nil
	}
	// Each goroutine has sums of its own: field addition does not depend on the order.
	sums := make([][]ext.E6, max(1, workers))
	const chunk = 4 * chunkRows
	chunks := (weights.Len() + chunk - 1) / chunk
	err := each(ctx, chunks, workers, func(w, i int) error {
		from, to := i*chunk, min((i+1)*chunk, weights.Len())
		part := weights.Slice(from, to)
		if sums[w] == nil {
			sums[w] = make([]ext.E6, len(columns))
		}
		ext.AddInnerProducts(sums[w], part, columns, from)
		return nil
	})
	out := make([]ext.E6, len(columns))
	for _, s := range sums {
		for j := range s {
			out[j] = out[j].Add(s[j])
		}
	}
	return out, err
}

// timesX is x * X.
func timesX(x ext.E6) ext.E6 {
	return ext.E6{x[5].Neg(), x[0], x[1], x[2].Sub(x[5]), x[3], x[4]}
}

// joinE6 is sum X^k v_k: the value of a column over E6 from those of its six coefficients,
// or of a base column from its own.
func joinE6(values []ext.E6) (sum ext.E6) {
	for k := len(values) - 1; k >= 0; k-- {
		sum = timesX(sum).Add(values[k])
	}
	return sum
}
