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

// side is the terms of one point z.
type side struct {
	point ext.E6
	sum   ext.E6 // of mu^k v_k
	parts []part
}

// part is the terms of one matrix: the sum of mu^k f_k(x) is the inner product of weights
// with the base columns, taken in that order. A column over E6 is six of them with weights
// mu^k X^j.
type part struct {
	tree    proof.TreeID
	matrix  int
	columns []int // base columns
	all     bool  // they are all of the matrix, in order
	list    []ext.E6
	weights ext.Vector
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
		at.columns, at.list = append(at.columns, term.Column), append(at.list, weight)
		return
	}
	for j := range ext.Degree {
		at.columns, at.list = append(at.columns, ext.Degree*term.Column+j), append(at.list, weight)
		weight = weight.Mul(ext.E6{1: field.One})
	}
}

func (s *side) finish(key *proof.Key) {
	for i := range s.parts {
		at := &s.parts[i]
		at.weights = ext.NewVector(len(at.list))
		for k, weight := range at.list {
			at.weights.Set(k, weight)
		}
		at.all = len(at.columns) == key.Trees[at.tree].Matrices[at.matrix].Width()
		at.list = nil
	}
}

// at is the word at query indices of the largest domain.
func (w *word) at(indices []int) []ext.E6 {
	numerators, denominators := ext.NewVector(len(w.sides)*len(indices)), ext.NewVector(len(w.sides)*len(indices))
	var row []field.Element // gathered
	for q, index := range indices {
		x := fri.Point(w.group.LogDomain, index>>(w.key.Plan.Top()-w.group.LogDomain))
		for i := range w.sides {
			s := &w.sides[i]
			sum := s.sum.Neg()
			for k := range s.parts {
				var part ext.E6
				part, row = w.product(&s.parts[k], q, row)
				sum = sum.Add(part)
			}
			numerators.Set(q*len(w.sides)+i, sum)
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

// product is the inner product of a part with the row that a query opened; buffer is
// scratch that is handed back.
func (w *word) product(at *part, query int, buffer []field.Element) (ext.E6, []field.Element) {
	row := w.key.Trees[at.tree].Scheme.Row(w.p.Openings[at.tree], query, at.matrix)
	if at.all {
		return ext.InnerProductBase(at.weights, row), buffer
	}
	buffer = buffer[:0]
	for _, c := range at.columns {
		buffer = append(buffer, row[c])
	}
	return ext.InnerProductBase(at.weights, buffer), buffer
}
