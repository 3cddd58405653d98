package prover

import (
	"errors"
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/proof"
)

// ErrUnsatisfied says that the trace of a table violates its constraints. A proof with
// Options.Check tells which one and where.
var ErrUnsatisfied = errors.New("constraints are not satisfied")

// identity evaluates the constraints of every table at zeta from the claims and compares
// with the quotients of the heights. Q was interpolated on 2n points, so it is of low
// degree also when the constraints do not hold; here it shows.
func (w *work) identity(lambda, zeta ext.E6) error {
	publics := make([]ext.E6, len(w.in.Publics))
	for i, x := range w.in.Publics {
		publics[i] = ext.FromBase(x)
	}
	quotients := w.key.Trees[proof.Quotient].Matrices
	sums := make([]ext.E6, len(quotients))
	for i := len(w.key.Tables) - 1; i >= 0; i-- {
		t := &w.key.Tables[i]
		point := air.Point{Public: publics, Challenges: w.challenges, Exposed: w.scalars(i).Exposed}
		point.Fixed, point.Main, point.Perm = w.claims(proof.Fixed, t), w.claims(proof.Main, t), w.claims(proof.Permutation, t)
		if t.Chip.Shared {
			point.Main = w.claims(proof.Shared, t)
		}
		s, values := proof.SelectorsAt(zeta, t.LogHeight), air.Eval(t.Nodes, &point)
		sum := &sums[t.Matrices[proof.Quotient]]
		for k := len(t.Constraints) - 1; k >= 0; k-- {
			c := t.Constraints[k]
			*sum = sum.Mul(lambda).Add(s.When[c.When].Mul(values[c.Node]))
		}
	}
	for i, m := range quotients {
		t := &w.key.Tables[m.Table]
		q, s := w.claims(proof.Quotient, t)[0], proof.SelectorsAt(zeta, t.LogHeight)
		if sums[i] != s.Vanishing.Mul(q[0].Add(s.Power.Mul(q[1]))) {
			return fmt.Errorf("tables of height 2^%d: %w", t.LogHeight, ErrUnsatisfied)
		}
	}
	return nil
}

// claims are those of a table in a tree by rotation and column.
func (w *work) claims(id proof.TreeID, t *proof.Table) (rows [2][]ext.E6) {
	at := t.Matrices[id]
	if at < 0 {
		return rows
	}
	m := &w.key.Trees[id].Matrices[at]
	rows[0] = w.out.Claims[m.Claims : m.Claims+m.Columns]
	rows[1] = make([]ext.E6, m.Columns)
	for k, c := range m.Next {
		rows[1][c] = w.out.Claims[m.NextClaims+k]
	}
	return rows
}
