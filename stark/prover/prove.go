package prover

import (
	"context"
	"fmt"
	"slices"

	"github.com/ashlar-labs/ashlar/stark/air/batch"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/fri"
	"github.com/ashlar-labs/ashlar/stark/logup"
	"github.com/ashlar-labs/ashlar/stark/proof"
)

// Input is what is proven.
type Input struct {
	Context []field.Element // chosen by the caller, absorbed first
	Publics []field.Element
	// Main are the main columns of all tables, shared or not. They are not changed.
	Main Columns
	// Global is ignored in a system without shared chips.
	Global proof.Global
	// External are the messages that balance the local buses. Only Options.Check looks
	// at them: a verifier derives them from public values.
	External []logup.Message
}

// work is a proof in the making.
type work struct {
	*session
	in         *Input
	trees      [proof.NumTrees]commitment
	zeta0      ext.E6
	challenges []ext.E6
	// out is a value of its own: a pointer into work would keep all columns alive.
	out *proof.Proof
}

func (p *Prover) work(ctx context.Context, in *Input, o Options) *work {
	return &work{session: p.session(ctx, o), in: in, out: new(proof.Proof)}
}

// CommitShared makes the first pass. It reads the main columns of shared tables only; the
// others may be nil.
func (p *Prover) CommitShared(ctx context.Context, in *Input, o Options) (proof.SharedPart, error) {
	w := p.work(ctx, in, o)
	err := w.check(func(t *proof.Table) bool { return t.Chip.Shared })
	if err == nil {
		err = w.shared()
	}
	if err != nil {
		return proof.SharedPart{}, fmt.Errorf("commit shared: %w", err)
	}
	return w.out.Shared, nil
}

// Prove makes a proof. The first pass is made again: it gives what CommitShared gave.
func (p *Prover) Prove(ctx context.Context, in *Input, o Options) (*proof.Proof, error) {
	if o.Check {
		if err := p.Check(ctx, in, o); err != nil {
			return nil, fmt.Errorf("prove: %w", err)
		}
	}
	w := p.work(ctx, in, o)
	if err := w.prove(&o); err != nil {
		return nil, fmt.Errorf("prove: %w", err)
	}
	return w.out, nil
}

func (w *work) prove(o *Options) error {
	if err := w.check(func(*proof.Table) bool { return true }); err != nil {
		return err
	}
	if err := w.shared(); err != nil {
		return err
	}
	if err := w.commitMain(); err != nil {
		return err
	}
	tr := proof.NewRecordedPass2(w.key, w.in.Context, w.in.Publics, w.out.Shared, w.in.Global, o.Recorder)
	challenges := tr.Main(w.out.MainCap)
	w.challenges = challenges[:]
	if err := w.permutation(); err != nil {
		return err
	}
	lambda := tr.Permutation(w.out.PermutationCap, w.out.Exposed)
	if err := w.quotient(lambda); err != nil {
		return err
	}
	zeta := tr.Quotient(w.out.QuotientCap)
	w.out.Claims = make([]ext.E6, w.key.NumClaims)
	for _, at := range []proof.Point{proof.AtZeta, proof.AtNext} {
		if err := w.evaluate(at, zeta, w.out.Claims); err != nil {
			return err
		}
	}
	if err := w.identity(lambda, zeta); err != nil {
		return err
	}
	words, err := w.deep(zeta, tr.Claims(w.out.Claims))
	if err != nil {
		return err
	}
	return w.fri(tr, words)
}

// check compares the input with the layout, for some tables.
func (w *work) check(wanted func(*proof.Table) bool) error {
	if len(w.in.Publics) != w.key.Publics {
		return fmt.Errorf("%d public values, want %d", len(w.in.Publics), w.key.Publics)
	}
	for _, x := range slices.Concat(w.in.Context, w.in.Publics) {
		if x >= field.Modulus {
			return fmt.Errorf("context or public value: %w", field.ErrNotCanonical)
		}
	}
	if len(w.in.Main) != len(w.key.Tables) {
		return fmt.Errorf("main columns of %d tables, want %d", len(w.in.Main), len(w.key.Tables))
	}
	for i := range w.key.Tables {
		t := &w.key.Tables[i]
		if !wanted(t) {
			continue
		}
		if err := checkColumns(t.Chip.Name, "main", w.in.Main[i], len(t.Chip.Main), t.Height()); err != nil {
			return err
		}
		if err := checkReduced(w.ctx, t.Chip.Name, w.in.Main[i], w.workers); err != nil {
			return err
		}
	}
	return nil
}

func (w *work) commitTrace(id proof.TreeID) (err error) {
	w.trees[id], err = w.extendAndCommit(id, func(table int) [][]field.Element { return w.in.Main[table] })
	return err
}

// shared commits to the shared columns and pins them.
func (w *work) shared() error {
	w.trees[proof.Fixed] = w.fixed
	if !w.key.HasShared() {
		return nil
	}
	if err := w.commitTrace(proof.Shared); err != nil {
		return err
	}
	w.out.Shared = proof.SharedPart{Cap: w.trees[proof.Shared].cap(), Pins: make([]ext.E6, w.key.NumPins)}
	w.zeta0 = proof.Pass1(w.key, w.in.Context, w.in.Publics, w.out.Shared.Cap)
	return w.evaluate(proof.AtPin, w.zeta0, w.out.Shared.Pins)
}

func (w *work) commitMain() error {
	err := w.commitTrace(proof.Main)
	w.out.MainCap = w.trees[proof.Main].cap()
	return err
}

// scalars are those of a table; exposed values exist after the permutation columns.
func (w *work) scalars(table int) batch.Scalars {
	s := batch.Scalars{Public: w.in.Publics, Challenges: w.challenges}
	t := &w.key.Tables[table]
	if end := t.ExposedAt + t.NumExposed; end <= len(w.out.Exposed) {
		s.Exposed = w.out.Exposed[t.ExposedAt:end]
	}
	return s
}

// permutation fills, extends and commits the permutation columns.
func (w *work) permutation() error {
	var extended [][][]field.Element
	for i := range w.key.Tables {
		t := &w.key.Tables[i]
		var columns []ext.Vector
		err := w.observer.run(StagePermutation, ext.Degree*len(t.Columns)*t.Height(), func() (err error) {
			var exposed []ext.E6
			columns, exposed, err = w.fillers[i].fill(w.ctx, w.trace(i), w.scalars(i), w.workers)
			w.out.Exposed = append(w.out.Exposed, exposed...)
			return err
		})
		if err != nil {
			return fmt.Errorf("table %s: %w", t.Chip.Name, err)
		}
		if len(columns) == 0 {
			continue
		}
		var base [][]field.Element
		for _, c := range columns {
			base = append(base, c[:]...)
		}
		var list []extension
		extended = append(extended, plan(&list, w.domain(i), base))
		if err := w.extend(list); err != nil {
			return fmt.Errorf("table %s: %w", t.Chip.Name, err)
		}
	}
	var err error
	w.trees[proof.Permutation], err = w.commit(proof.Permutation, extended)
	w.out.PermutationCap = w.trees[proof.Permutation].cap()
	return err
}

// trace is a table in natural order.
func (w *work) trace(table int) batch.Columns {
	return batch.Columns{Main: w.in.Main[table], Fixed: w.fixedTrace[table]}
}

// matrix is the part of a table in a tree, nil when it has none.
func (w *work) matrix(id proof.TreeID, table int) [][]field.Element {
	if at := w.key.Tables[table].Matrices[id]; at >= 0 {
		return w.trees[id].columns[at]
	}
	return nil
}

// extended is a table on its evaluation domain.
func (w *work) extended(table int) batch.Columns {
	c := batch.Columns{Main: w.matrix(proof.Main, table), Fixed: w.matrix(proof.Fixed, table)}
	if w.key.Tables[table].Chip.Shared {
		c.Main = w.matrix(proof.Shared, table)
	}
	for perm := w.matrix(proof.Permutation, table); len(perm) > 0; perm = perm[ext.Degree:] {
		c.Perm = append(c.Perm, ext.Vector(perm[:ext.Degree]))
	}
	return c
}

// quotient computes and commits the quotients of all heights.
func (w *work) quotient(lambda ext.E6) error {
	var extended [][][]field.Element
	for m, matrix := range w.key.Trees[proof.Quotient].Matrices {
		d := w.domain(matrix.Table)
		err := w.observer.run(StageQuotient, quotientParts*ext.Degree*d.rows(), func() error {
			q, err := w.quotientOf(m, d, lambda)
			if err != nil {
				return err
			}
			columns, err := d.split(w.ctx, q, w.workers)
			extended = append(extended, columns)
			return err
		})
		if err != nil {
			return err
		}
	}
	var err error
	w.trees[proof.Quotient], err = w.commit(proof.Quotient, extended)
	w.out.QuotientCap = w.trees[proof.Quotient].cap()
	return err
}

// quotientOf adds up what the tables of one height give. The powers of lambda go on from
// table to table.
func (w *work) quotientOf(matrix int, d *domain, lambda ext.E6) (sum ext.Vector, err error) {
	power := ext.One
	for i := range w.key.Tables {
		t := &w.key.Tables[i]
		if t.Matrices[proof.Quotient] != matrix {
			continue
		}
		s := w.scalars(i)
		s.Challenges = slices.Clone(s.Challenges)
		for range t.Constraints {
			s.Challenges = append(s.Challenges, power)
			power = power.Mul(lambda)
		}
		q, err := w.quotients[i].evaluate(w.ctx, d, w.extended(i), s, w.first[t.LogHeight], w.workers)
		if err != nil {
			return sum, fmt.Errorf("table %s: %w", t.Chip.Name, err)
		}
		if sum.Len() == 0 {
			sum = q
			continue
		}
		err = eachChunk(w.ctx, q.Len(), w.workers, func(from, to int) {
			part := sum.Slice(from, to)
			part.Add(part, q.Slice(from, to))
		})
		if err != nil {
			return sum, err
		}
	}
	return sum, nil
}

// fri proves that the words are of low degree and opens everything.
func (w *work) fri(tr *proof.Pass2, words []ext.Vector) error {
	var committed *fri.Committed
	err := w.observer.run(StageFRI, 0, func() (err error) {
		committed, err = w.key.Plan.Commit(w.ctx, tr.FRI(), words, w.workers)
		return err
	})
	if err != nil {
		return err
	}
	return w.observer.run(StageOpen, 0, func() (err error) {
		if w.out.FRI, err = committed.Open(); err != nil {
			return err
		}
		for id := range proof.NumTrees {
			if w.trees[id].tree == nil {
				continue
			}
			indices := committed.Indices()
			for i := range indices {
				indices[i] = w.key.TreeIndex(id, indices[i])
			}
			if w.out.Openings[id], err = w.trees[id].tree.Open(indices); err != nil {
				return fmt.Errorf("open %v tree: %w", id, err)
			}
		}
		return nil
	})
}
