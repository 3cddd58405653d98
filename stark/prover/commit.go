package prover

import (
	"context"
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/merkle"
	"github.com/ashlar-labs/ashlar/stark/proof"
)

// commitment is a tree with the columns under it, by matrix, on the evaluation domains.
// That of an absent tree is empty.
type commitment struct {
	columns [][][]field.Element
	tree    *merkle.Tree
}

func (c *commitment) cap() merkle.Cap {
	if c.tree == nil {
		return nil
	}
	return c.tree.Cap()
}

// column is what a term opens: one base column, or the six of a column over E6.
func (c *commitment) column(m *proof.Matrix, t proof.Term) [][]field.Element {
	width := m.Width() / m.Columns
	return c.columns[t.Matrix][t.Column*width : (t.Column+1)*width]
}

// extend computes the columns of one matrix on the evaluation domain.
func (s *session) extend(d *domain, columns [][]field.Element) ([][]field.Element, error) {
	out := make([][]field.Element, len(columns))
	err := s.observer.run(StageLDE, len(columns)*d.rows(), func() error {
		return each(s.ctx, len(columns), s.workers, func(_, i int) error {
			out[i] = make([]field.Element, d.coset.Out())
			return d.coset.LDE(out[i], columns[i])
		})
	})
	if err != nil {
		return nil, fmt.Errorf("extension: %w", err)
	}
	return out, nil
}

// commit builds a tree over extended columns.
func (s *session) commit(id proof.TreeID, columns [][][]field.Element) (commitment, error) {
	c := commitment{columns: columns}
	tree := &s.key.Trees[id]
	if tree.Scheme == nil {
		return c, nil
	}
	err := s.observer.run(StageHash, s.cells(id), func() (err error) {
		c.tree, err = tree.Scheme.Commit(s.ctx, columns, s.workers)
		return err
	})
	if err != nil {
		return c, fmt.Errorf("%v tree: %w", id, err)
	}
	return c, nil
}

// extendAndCommit does both for columns in natural order, by matrix of the tree.
func (s *session) extendAndCommit(id proof.TreeID, columns func(table int) [][]field.Element) (commitment, error) {
	var extended [][][]field.Element
	for _, m := range s.key.Trees[id].Matrices {
		out, err := s.extend(s.domain(m.Table), columns(m.Table))
		if err != nil {
			return commitment{}, fmt.Errorf("table %s: %w", s.key.Tables[m.Table].Chip.Name, err)
		}
		extended = append(extended, out)
	}
	return s.commit(id, extended)
}

// cells counts the base cells of the traces under a tree.
func (l *layout) cells(id proof.TreeID) (n int) {
	for _, m := range l.layout.Trees[id].Matrices {
		n += m.Width() << l.layout.Tables[m.Table].LogHeight
	}
	return n
}

// checkColumns compares columns of a table with its sizes.
func checkColumns(name, kind string, columns [][]field.Element, width, rows int) error {
	if len(columns) != width {
		return fmt.Errorf("table %s: %d %s columns, want %d", name, len(columns), kind, width)
	}
	for i, c := range columns {
		if len(c) != rows {
			return fmt.Errorf("table %s: %s column %d has %d rows, want %d", name, kind, i, len(c), rows)
		}
	}
	return nil
}

// checkReduced refuses words that are not elements.
func checkReduced(ctx context.Context, name string, columns [][]field.Element, workers int) error {
	return each(ctx, len(columns), workers, func(_, i int) error {
		var most field.Element
		for _, x := range columns[i] {
			most = max(most, x)
		}
		if most >= field.Modulus {
			return fmt.Errorf("table %s: column %d: %w", name, i, field.ErrNotCanonical)
		}
		return nil
	})
}
