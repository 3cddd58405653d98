package verifier

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/proof"
)

// checkConstraints checks sum_i lambda^i s_i C_i = v (Q0 + zeta^n Q1) at zeta for every
// height, with C_i the constraints of its tables one after the other, s_i the selectors
// and v the vanishing polynomial of the trace domain.
func checkConstraints(key *proof.Key, publics []field.Element, d *drawn, p *proof.Proof) error {
	wide := make([]ext.E6, len(publics))
	for i, x := range publics {
		wide[i] = ext.FromBase(x)
	}
	quotients := key.Trees[proof.Quotient].Matrices
	sums := make([]ext.E6, len(quotients))
	for i := len(key.Tables) - 1; i >= 0; i-- {
		t := &key.Tables[i]
		point := tablePoint(key, t, d, p)
		point.Public = wide
		values, s := air.Eval(t.Nodes, point), proof.SelectorsAt(d.zeta, t.LogHeight)
		sum := &sums[t.Matrices[proof.Quotient]]
		for c := len(t.Constraints) - 1; c >= 0; c-- {
			constraint := &t.Constraints[c]
			term := values[constraint.Node]
			if constraint.When != air.Always {
				term = term.Mul(s.When[constraint.When])
			}
			*sum = sum.Mul(d.lambda).Add(term)
		}
	}
	for i, m := range quotients {
		t := &key.Tables[m.Table]
		q, s := claims(key, t, proof.Quotient, p)[0], proof.SelectorsAt(d.zeta, t.LogHeight)
		if sums[i] != s.Vanishing.Mul(q[0].Add(s.Power.Mul(q[1]))) {
			return fmt.Errorf("constraints of the chips of height 2^%d do not hold at zeta: %w", t.LogHeight, ErrInvalidProof)
		}
	}
	return nil
}

// tablePoint gives the leaves of a table's graph at zeta, apart from the public values.
func tablePoint(key *proof.Key, t *proof.Table, d *drawn, p *proof.Proof) *air.Point {
	main := proof.Main
	if t.Chip.Shared {
		main = proof.Shared
	}
	return &air.Point{
		Main:       claims(key, t, main, p),
		Fixed:      claims(key, t, proof.Fixed, p),
		Perm:       claims(key, t, proof.Permutation, p),
		Challenges: d.challenges[:],
		Exposed:    p.Exposed[t.ExposedAt : t.ExposedAt+t.NumExposed],
	}
}

// claims are the claims of a table in a tree, by rotation and column. On the next row
// only columns that are read there are filled.
func claims(key *proof.Key, t *proof.Table, id proof.TreeID, p *proof.Proof) (out [2][]ext.E6) {
	if t.Matrices[id] < 0 {
		return out
	}
	m := &key.Trees[id].Matrices[t.Matrices[id]]
	out[0] = p.Claims[m.Claims : m.Claims+m.Columns]
	if len(m.Next) > 0 {
		out[1] = make([]ext.E6, m.Columns)
		for k, column := range m.Next {
			out[1][column] = p.Claims[m.NextClaims+k]
		}
	}
	return out
}
