package prover

import (
	"context"
	"fmt"
	"slices"

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

// extension is a column on its way to the evaluation domain.
type extension struct {
	domain *domain
	from   []field.Element
	to     *[]field.Element
}

// extend computes columns of several tables on their evaluation domains, the longest
// first, so that goroutines end at about the same time.
func (s *session) extend(list []extension) error {
	slices.SortStableFunc(list, func(a, b extension) int { return len(b.from) - len(a.from) })
	cells := 0
	for _, e := range list {
		cells += len(e.from)
	}
	err := s.observer.run(StageLDE, cells, func() error {
		return each(s.ctx, len(list), s.workers, func(_, i int) error {
			e := &list[i]
			*e.to = make([]field.Element, e.domain.coset.Out())
			return e.domain.coset.LDE(*e.to, e.from)
		})
	})
	if err != nil {
		return fmt.Errorf("extension: %w", err)
	}
	return nil
}

// plan adds the extensions of the columns of one matrix to a list and returns where they
// will be.
func plan(list *[]extension, d *domain, columns [][]field.Element) [][]field.Element {
	out := make([][]field.Element, len(columns))
	for i, c := range columns {
		*list = append(*list, extension{d, c, &out[i]})
	}
	return out
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
	var list []extension
	for _, m := range s.key.Trees[id].Matrices {
		extended = append(extended, plan(&list, s.domain(m.Table), columns(m.Table)))
	}
	if err := s.extend(list); err != nil {
		return commitment{}, err
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
