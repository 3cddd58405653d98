package prover

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/proof"
)

// evaluate computes all claims at one of the points.
func (w *work) evaluate(at proof.Point, z ext.E6, claims []ext.E6) error {
	for g := range w.key.Groups {
		group := &w.key.Groups[g]
		var columns [][]field.Element
		for _, t := range group.Terms {
			if t.Point == at {
				columns = append(columns, w.columnsOf(t)...)
			}
		}
		if len(columns) == 0 {
			continue
		}
		d := w.domains[group.LogHeight]
		var values []ext.E6
		err := w.observer.run(StageEvaluate, len(columns)*d.rows(), func() error {
			weights, err := d.weights(w.ctx, group.PointOf(at, z, z), w.workers)
			if err != nil {
				return err
			}
			values, err = evaluate(w.ctx, weights, columns, w.workers)
			return err
		})
		if err != nil {
			return fmt.Errorf("evaluate: %w", err)
		}
		for _, t := range group.Terms {
			if t.Point != at {
				continue
			}
			n := len(w.columnsOf(t))
			claims[t.Claim] = joinE6(values[:n])
			values = values[n:]
		}
	}
	return nil
}

func (w *work) columnsOf(t proof.Term) [][]field.Element {
	return w.trees[t.Tree].column(&w.key.Trees[t.Tree].Matrices[t.Matrix], t)
}

// deep computes the words of all heights.
func (w *work) deep(zeta, mu ext.E6) ([]ext.Vector, error) {
	words := make([]ext.Vector, len(w.key.Groups))
	for g := range w.key.Groups {
		group := &w.key.Groups[g]
		var list []opened
		cells := 0
		for _, t := range group.Terms {
			value := w.out.Claims
			if t.Point == proof.AtPin {
				value = w.out.Shared.Pins
			}
			list = append(list, opened{columns: w.columnsOf(t), point: int(t.Point), value: value[t.Claim]})
			cells += len(w.columnsOf(t)) << group.LogHeight
		}
		points := make([]ext.E6, proof.NumPoints)
		for at := range points {
			points[at] = group.PointOf(proof.Point(at), zeta, w.zeta0)
		}
		err := w.observer.run(StageDeep, cells, func() (err error) {
			words[g], err = w.domains[group.LogHeight].deepWord(w.ctx, list, points, mu, w.workers)
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("deep word: %w", err)
		}
	}
	return words, nil
}
