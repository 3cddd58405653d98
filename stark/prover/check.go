package prover

import (
	"context"
	"fmt"
	"sync"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/air/batch"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/logup"
	"github.com/ashlar-labs/ashlar/stark/proof"
	"github.com/ashlar-labs/ashlar/stark/transcript"
)

// checkConstraints evaluates every constraint of a table on its trace and names the first
// one that is violated, in the order of constraints.
func checkConstraints(ctx context.Context, t *logup.Table, trace batch.Columns, s batch.Scalars, workers int) error {
	trace.Log, trace.Order = t.LogHeight, batch.Natural
	roots := make([]air.NodeID, len(t.Constraints))
	for i, c := range t.Constraints {
		roots[i] = c.Node
	}
	program, err := batch.Compile(t.Nodes, roots)
	if err != nil {
		return err
	}
	bound, err := program.Bind(s)
	if err != nil {
		return err
	}
	var mutex sync.Mutex
	rows := make([]int, len(roots)) // first bad row, plus one
	err = bound.Each(ctx, &trace, 0, t.Height(), workers, func(m *batch.Machine, at, n int) {
		for i, c := range t.Constraints {
			from, to := rowsWhen(c.When, at, n, t.Height())
			for j := from; j < to; j++ {
				if isZero(program, m, i, j) {
					continue
				}
				mutex.Lock()
				if row := at + j + 1; rows[i] == 0 || row < rows[i] {
					rows[i] = row
				}
				mutex.Unlock()
				break
			}
		}
	})
	if err != nil {
		return err
	}
	for i, row := range rows {
		if row > 0 {
			c := t.Constraints[i]
			return fmt.Errorf("constraint %q (%s) is violated on row %d", c.Name, c.When, row-1)
		}
	}
	return nil
}

// rowsWhen is the part of a chunk on which a constraint holds.
func rowsWhen(w air.When, at, n, height int) (from, to int) {
	to = n
	switch {
	case w == air.First:
		to = 0
		if at == 0 {
			to = 1
		}
	case w == air.Last:
		from = n
		if at+n == height {
			from = n - 1
		}
	case w == air.Transition && at+n == height:
		to = n - 1
	}
	return from, to
}

func isZero(p *batch.Program, m *batch.Machine, root, row int) bool {
	if p.IsExt(root) {
		return m.Ext(root).At(row).IsZero()
	}
	return m.Base(root)[row] == 0
}

// Check looks for violated constraints and unbalanced local buses. It needs no commitment,
// so the challenges are arbitrary. An error names the first violated constraint with its row,
// or some tuples that are not balanced. It takes more time and memory than a proof.
func (p *Prover) Check(ctx context.Context, in *Input, o Options) error {
	w := p.work(ctx, in, o)
	err := w.check(func(*proof.Table) bool { return true })
	if err == nil {
		err = w.checkTrace()
	}
	if err != nil {
		return fmt.Errorf("check: %w", err)
	}
	return nil
}

func (w *work) checkTrace() error {
	tr := transcript.New("ashlar-check-v1")
	w.challenges = make([]ext.E6, air.NumChallenges)
	for i := range w.challenges {
		w.challenges[i] = tr.Extension()
	}
	for i := range w.key.Tables {
		t := &w.key.Tables[i]
		trace := w.trace(i)
		columns, exposed, err := w.fillers[i].fill(w.ctx, trace, w.scalars(i), w.workers)
		if err != nil {
			return fmt.Errorf("table %s: %w", t.Chip.Name, err)
		}
		w.out.Exposed = append(w.out.Exposed, exposed...)
		trace.Perm = columns
		if err := checkConstraints(w.ctx, t.Table, trace, w.scalars(i), w.workers); err != nil {
			return fmt.Errorf("table %s: %w", t.Chip.Name, err)
		}
	}
	return w.checkBuses()
}
