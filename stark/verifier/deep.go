package verifier

import (
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/fri"
	"github.com/ashlar-labs/ashlar/stark/proof"
)

// deepValues computes the DEEP word of every group at every query from the opened rows:
// G(x) = sum_k mu^k (f_k(x) - v_k) / (x - z_k), grouped by the points z. The openings were
// checked.
func deepValues(key *proof.Key, d *drawn, p *proof.Proof) [][]ext.E6 {
	values := make([][]ext.E6, len(key.Groups))
	parallel(len(values), func(g int) {
		values[g] = newWord(key, &key.Groups[g], d, p).at(d.fri.Indices)
	})
	return values
}

// word is a group with everything that does not depend on the query.
type word struct {
	key   *proof.Key
	p     *proof.Proof
	group *proof.Group
	sides [proof.NumPoints]side
}

// side is the terms of one point z. The sum of mu^k f_k(x) is the inner product of weights
// with the base columns of all parts, one after the other. A column over E6 is six of them
// with weights mu^k X^j.
type side struct {
	point   ext.E6
	sum     ext.E6 // of mu^k v_k
	parts   []part
	list    []ext.E6
	weights ext.Vector
}

// part is the base columns that the terms of one matrix read.
type part struct {
	tree    proof.TreeID
	matrix  int
	columns []int
	all     bool // they are all of the matrix, in order
}

func newWord(key *proof.Key, group *proof.Group, d *drawn, p *proof.Proof) *word {
	w := &word{key: key, p: p, group: group}
	for point := range proof.NumPoints {
		w.sides[point].point = group.PointOf(point, d.zeta, d.zeta0)
	}
	power := ext.One
	for _, term := range group.Terms {
		s := &w.sides[term.Point]
		claims := p.Claims
		if term.Point == proof.AtPin {
			claims = p.Shared.Pins
		}
		s.sum = s.sum.Add(power.Mul(claims[term.Claim]))
		s.add(key, term, power)
		power = power.Mul(d.mu)
	}
	for i := range w.sides {
		w.sides[i].finish(key)
	}
	return w
}

// add appends a term; terms of one matrix at one point follow each other.
func (s *side) add(key *proof.Key, term proof.Term, weight ext.E6) {
	if n := len(s.parts); n == 0 || s.parts[n-1].tree != term.Tree || s.parts[n-1].matrix != term.Matrix {
		s.parts = append(s.parts, part{tree: term.Tree, matrix: term.Matrix})
	}
	at := &s.parts[len(s.parts)-1]
	if !key.Trees[term.Tree].Matrices[term.Matrix].Ext {
		at.columns, s.list = append(at.columns, term.Column), append(s.list, weight)
		return
	}
	for j := range ext.Degree {
		at.columns, s.list = append(at.columns, ext.Degree*term.Column+j), append(s.list, weight)
		weight = weight.Mul(ext.E6{1: field.One})
	}
}

func (s *side) finish(key *proof.Key) {
	for i := range s.parts {
		at := &s.parts[i]
		at.all = len(at.columns) == key.Trees[at.tree].Matrices[at.matrix].Width()
	}
	s.weights = ext.NewVector(len(s.list))
	for k, weight := range s.list {
		s.weights.Set(k, weight)
	}
	s.list = nil
}

// at is the word at query indices of the largest domain.
func (w *word) at(indices []int) []ext.E6 {
	numerators, denominators := ext.NewVector(len(w.sides)*len(indices)), ext.NewVector(len(w.sides)*len(indices))
	var row []field.Element
	for q, index := range indices {
		x := fri.Point(w.group.LogDomain, index>>(w.key.Plan.Top()-w.group.LogDomain))
		for i := range w.sides {
			s := &w.sides[i]
			row = w.gather(row[:0], s, q)
			numerators.Set(q*len(w.sides)+i, ext.InnerProductBase(s.weights, row).Sub(s.sum))
			denominators.Set(q*len(w.sides)+i, ext.FromBase(x).Sub(s.point))
		}
	}
	// No denominator of a side with terms is zero: x is in the base field and z is not. (Without
	// shared columns zeta0 is zero, as are the numerators.)
	denominators.Inverse(denominators)
	numerators.Mul(numerators, denominators)
	values := make([]ext.E6, len(indices))
	for q := range values {
		for i := range w.sides {
			values[q] = values[q].Add(numerators.At(q*len(w.sides) + i))
		}
	}
	return values
}

// gather appends the base columns of a side in the rows that a query opened.
func (w *word) gather(out []field.Element, s *side, query int) []field.Element {
	for i := range s.parts {
		at := &s.parts[i]
		row := w.key.Trees[at.tree].Scheme.Row(w.p.Openings[at.tree], query, at.matrix)
		if at.all {
			out = append(out, row...)
			continue
		}
		for _, c := range at.columns {
			out = append(out, row[c])
		}
	}
	return out
}
