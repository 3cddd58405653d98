package proof

import (
	"slices"

	"github.com/ashlar-labs/ashlar/stark/field/ext"
)

// Point is where a claim evaluates its column.
type Point uint8

// Points.
const (
	AtZeta Point = iota
	AtNext       // zeta * w, w of the table's trace domain
	AtPin        // zeta0 of the first pass
	NumPoints
)

// Term is one quotient mu^k (f(x) - v) / (x - z) of a DEEP word.
type Term struct {
	Tree   TreeID
	Matrix int // in the tree
	Column int // of the matrix: a base column, or a column over E6
	Point  Point
	Claim  int // index of v in the claims, or in the pins at AtPin
}

// Group is the DEEP word of one height: term k has the factor mu^k.
type Group struct {
	LogDomain int // log size of the evaluation domain
	LogHeight int // log height of the tables
	Terms     []Term
}

// PointOf is the point z of the terms of a group.
func (g *Group) PointOf(p Point, zeta, zeta0 ext.E6) ext.E6 {
	switch p {
	case AtNext:
		return NextPoint(zeta, g.LogHeight)
	case AtPin:
		return zeta0
	}
	return zeta
}

// heights are the log sizes of the groups' domains.
func (l *Layout) heights() (out []int) {
	for _, g := range l.Groups {
		out = append(out, g.LogDomain)
	}
	return out
}

// group lists the terms by height: columns in the order of the claims, then the pins.
func (l *Layout) group() {
	var domains []int
	for i := range l.Tables {
		domains = append(domains, l.LogDomain(i))
	}
	slices.Sort(domains)
	domains = slices.Compact(domains)
	slices.Reverse(domains)
	for _, h := range domains {
		g := Group{LogDomain: h, LogHeight: h - l.Layer.LogBlowup}
		for id := range NumTrees {
			g.addTree(l, id)
		}
		g.addPins(l)
		l.Groups = append(l.Groups, g)
	}
}

func (g *Group) addTree(l *Layout, id TreeID) {
	for i, m := range l.Trees[id].Matrices {
		if l.LogDomain(m.Table) != g.LogDomain {
			continue
		}
		for c := range m.Columns {
			g.Terms = append(g.Terms, Term{Tree: id, Matrix: i, Column: c, Point: AtZeta, Claim: m.Claims + c})
		}
		for k, c := range m.Next {
			g.Terms = append(g.Terms, Term{Tree: id, Matrix: i, Column: c, Point: AtNext, Claim: m.NextClaims + k})
		}
	}
}

func (g *Group) addPins(l *Layout) {
	for i, m := range l.Trees[Shared].Matrices {
		if l.LogDomain(m.Table) != g.LogDomain {
			continue
		}
		for c := range m.Columns {
			g.Terms = append(g.Terms, Term{Tree: Shared, Matrix: i, Column: c, Point: AtPin, Claim: m.PinsAt + c})
		}
	}
}
