package merkle

import (
	"context"
	"fmt"
	"sync"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/hash/sponge"
)

// chunk is the number of nodes a worker computes between two looks at the context;
// smaller layers are not worth a second goroutine.
const chunk = 1 << 9

// Tree is a commitment with everything needed to open it: 64 bytes per leaf and the
// matrices themselves, which the caller must not change any more.
type Tree struct {
	scheme   *Scheme
	matrices [][][]field.Element
	layers   [][]sponge.Digest // by log size; nil below the cap
}

// Commit builds the tree over the matrices, given as matrices[m][column][row]. The result
// does not depend on the number of workers. It refuses matrices that are not of the
// scheme's sizes; elements have to be reduced. All goroutines have ended when it
// returns, also when the context ends first.
func (s *Scheme) Commit(ctx context.Context, matrices [][][]field.Element, workers int) (*Tree, error) {
	if err := s.checkMatrices(matrices); err != nil {
		return nil, err
	}
	t := &Tree{scheme: s, matrices: matrices, layers: make([][]sponge.Digest, s.logHeight+1)}
	for level := s.logHeight; level >= s.shape.CapLog; level-- {
		t.layers[level] = make([]sponge.Digest, 1<<level)
		columns := t.columns(level)
		err := split(ctx, 1<<level, workers, func(from, to int) { t.fill(level, columns, from, to) })
		if err != nil {
			return nil, fmt.Errorf("merkle commit: %w", err)
		}
	}
	return t, nil
}

func (s *Scheme) checkMatrices(matrices [][][]field.Element) error {
	if len(matrices) != len(s.shape.Matrices) {
		return fmt.Errorf("merkle commit: %d matrices, want %d", len(matrices), len(s.shape.Matrices))
	}
	for i, m := range s.shape.Matrices {
		if len(matrices[i]) != m.Width {
			return fmt.Errorf("merkle commit: matrix %d: %d columns, want %d", i, len(matrices[i]), m.Width)
		}
		for j, column := range matrices[i] {
			if len(column) != 1<<m.LogHeight {
				return fmt.Errorf("merkle commit: matrix %d: column %d: %d rows, want 2^%d",
					i, j, len(column), m.LogHeight)
			}
		}
	}
	return nil
}

// columns lists the columns of all matrices of height 2^level, side by side.
func (t *Tree) columns(level int) (columns [][]field.Element) {
	for _, m := range t.scheme.groups[level] {
		columns = append(columns, t.matrices[m]...)
	}
	return columns
}

// fill computes the nodes from..to of a layer whose lower neighbour is complete.
func (t *Tree) fill(level int, columns [][]field.Element, from, to int) {
	layer := t.layers[level][from:to]
	if len(columns) > 0 {
		sponge.HashColumns(layer, columns, from)
	}
	if level == t.scheme.logHeight {
		return
	}
	joinLayer(layer, t.layers[level+1][2*from:2*to], len(columns) > 0)
}

// split runs work on disjoint chunks of 0..n by at most that many goroutines and waits
// for them. Workers take chunks in turn, without a shared counter.
func split(ctx context.Context, n, workers int, work func(from, to int)) error {
	workers = max(1, min(workers, (n+chunk-1)/chunk))
	var group sync.WaitGroup
	for w := range workers {
		group.Go(func() {
			for from := w * chunk; from < n && ctx.Err() == nil; from += workers * chunk {
				work(from, min(from+chunk, n))
			}
		})
	}
	group.Wait()
	return ctx.Err()
}

// Cap returns a copy of the commitment.
func (t *Tree) Cap() Cap {
	return append(Cap(nil), t.layers[t.scheme.shape.CapLog]...)
}

// Open opens all matrices at the indices, which may repeat.
func (t *Tree) Open(indices []int) (*Opening, error) {
	s := t.scheme
	if len(indices) < 1 || len(indices) > maxQueries {
		return nil, fmt.Errorf("merkle open: %d queries, allowed are 1 to %d", len(indices), maxQueries)
	}
	o := &Opening{
		Rows:  make([]field.Element, 0, len(indices)*s.rowLen),
		Paths: make([]sponge.Digest, 0, len(indices)*s.depth),
	}
	for q, index := range indices {
		if index < 0 || index >= 1<<s.logHeight {
			return nil, fmt.Errorf("merkle open: query %d: index %d is not below 2^%d", q, index, s.logHeight)
		}
		for i, m := range s.shape.Matrices {
			for _, column := range t.matrices[i] {
				o.Rows = append(o.Rows, column[index>>(s.logHeight-m.LogHeight)])
			}
		}
		for k := range s.depth {
			o.Paths = append(o.Paths, t.layers[s.logHeight-k][index>>k^1])
		}
	}
	return o, nil
}
