package verifier

import (
	"fmt"
	"sync"

	"github.com/ashlar-labs/ashlar/stark/merkle"
	"github.com/ashlar-labs/ashlar/stark/proof"
)

// workers is the number of goroutines of one verification. They end before it returns.
const workers = 2

// checkOpenings checks that every tree has the opened rows at the query indices.
func checkOpenings(key *proof.Key, indices []int, p *proof.Proof) error {
	var tasks []func() error
	for id := range proof.NumTrees {
		if key.Trees[id].Scheme == nil {
			continue
		}
		rows := make([]int, len(indices))
		for q, index := range indices {
			rows[q] = key.TreeIndex(id, index)
		}
		parts, err := cut(key, id, p.Openings[id], len(indices))
		if err != nil {
			return err
		}
		for k, part := range parts {
			from, to := bounds(len(indices), k)
			tasks = append(tasks, func() error {
				if err := key.Trees[id].Scheme.Verify(p.Cap(key, id), rows[from:to], part); err != nil {
					return fmt.Errorf("%v tree: from query %d: %w", id, from, err)
				}
				return nil
			})
		}
	}
	errs := make([]error, len(tasks))
	parallel(len(tasks), func(i int) { errs[i] = tasks[i]() })
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// bounds is the k-th of the pieces in which n queries are worked on; it may be empty.
func bounds(n, k int) (from, to int) { return k * n / workers, (k + 1) * n / workers }

// cut divides an opening of that many queries.
func cut(key *proof.Key, id proof.TreeID, o *merkle.Opening, queries int) ([]*merkle.Opening, error) {
	width, depth := 0, key.Trees[id].Scheme.Depth()
	for i := range key.Trees[id].Matrices {
		width += key.Trees[id].Matrices[i].Width()
	}
	if len(o.Rows) != queries*width || len(o.Paths) != queries*depth {
		return nil, fmt.Errorf("%v tree: opening of %d elements and %d siblings, want %d and %d: %w",
			id, len(o.Rows), len(o.Paths), queries*width, queries*depth, ErrInvalidProof)
	}
	var parts []*merkle.Opening
	for k := range min(workers, queries) {
		from, to := bounds(queries, k)
		parts = append(parts, &merkle.Opening{Rows: o.Rows[from*width : to*width], Paths: o.Paths[from*depth : to*depth]})
	}
	return parts, nil
}

// parallel calls task for 0 to n-1.
func parallel(n int, task func(i int)) {
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for i := w; i < n; i += workers {
				task(i)
			}
		})
	}
	wg.Wait()
}
