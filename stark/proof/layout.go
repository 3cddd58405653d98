package proof

import (
	"fmt"
	"slices"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/fri"
	"github.com/ashlar-labs/ashlar/stark/logup"
	"github.com/ashlar-labs/ashlar/stark/merkle"
	"github.com/ashlar-labs/ashlar/stark/params"
)

// TreeID names a Merkle tree.
type TreeID int

// Trees in the order of claims and openings.
const (
	Fixed TreeID = iota
	Shared
	Main
	Permutation
	Quotient
	NumTrees
)

func (t TreeID) String() string {
	return [...]string{"fixed", "shared", "main", "permutation", "quotient"}[t]
}

// Table is one table of a layout.
type Table struct {
	*logup.Table
	Index     int           // of the chip in the system
	ExposedAt int           // of the first exposed value in the proof's list
	Matrices  [NumTrees]int // index of the table's matrix in each tree, or -1
}

// Matrix is one table's part of a tree; in the tree Quotient it is that of all tables of a
// height, of which Table is the first.
type Matrix struct {
	Table   int  // in Layout.Tables
	Columns int  // base columns, or columns over E6
	Ext     bool // columns over E6, each six base columns side by side
	// Next are the columns with a claim at zeta*w.
	Next []int
	// Claims is the index of the first claim at zeta, NextClaims of the first one at
	// zeta*w. PinsAt is the index of the first pin, in the tree Shared.
	Claims, NextClaims, PinsAt int
}

// Width is the number of base columns.
func (m *Matrix) Width() int {
	if m.Ext {
		return ext.Degree * m.Columns
	}
	return m.Columns
}

// Tree is the layout of a Merkle tree.
type Tree struct {
	Scheme   *merkle.Scheme // nil when the tree is absent
	Matrices []Matrix
}

// Layout is everything about proofs that parameters, system and shape fix. It is
// read-only and may be shared.
type Layout struct {
	Profile params.Profile
	Layer   params.Layer
	System  string
	Publics int
	Tables  []Table // those of the shape, in the order of the system
	Trees   [NumTrees]Tree
	Groups  []Group // by height, descending: the order of Plan.Heights
	Plan    *fri.Plan

	NumExposed, NumClaims, NumPins int
	// Buses are those of all chips of the system, by id.
	Buses map[uint32]air.Bus
	// LocalEntries and GlobalEntries are the sums over interactions of the height. Those of
	// global buses have to stay within Layer.GlobalEntriesMax over all proofs of a run, which
	// is for the verifier of the run to check.
	LocalEntries, GlobalEntries uint64
}

// NewLayout checks everything that docs/proving.md asks of a key, and lays out proofs.
func NewLayout(profile params.Profile, layer string, system *System, shape Shape) (*Layout, error) {
	if err := profile.Check(); err != nil {
		return nil, fmt.Errorf("layout: %w", err)
	}
	l := &Layout{Profile: profile, System: system.Name, Publics: system.Publics}
	var err error
	if l.Layer, err = profile.Layer(layer); err != nil {
		return nil, fmt.Errorf("layout: %w", err)
	}
	if l.Buses, err = checkSystem(system, shape); err != nil {
		return nil, fmt.Errorf("layout: %w", err)
	}
	if l.Tables, err = extendAll(system, shape); err != nil {
		return nil, fmt.Errorf("layout: %w", err)
	}
	if l.LocalEntries, l.GlobalEntries, err = checkLimits(l.Layer, l.Tables); err != nil {
		return nil, fmt.Errorf("layout: system %q: %w", system.Name, err)
	}
	for _, t := range l.Tables {
		l.NumExposed += t.NumExposed
	}
	if err := l.plant(); err != nil {
		return nil, fmt.Errorf("layout: %w", err)
	}
	l.group()
	if l.Plan, err = fri.NewPlan(l.Layer, l.heights()); err != nil {
		return nil, fmt.Errorf("layout: %w", err)
	}
	return l, nil
}

// LogDomain is the log size of a table's evaluation domain.
func (l *Layout) LogDomain(table int) int { return l.Tables[table].LogHeight + l.Layer.LogBlowup }

// plant lays out the trees and numbers the claims.
func (l *Layout) plant() error {
	for id := range NumTrees {
		tree := &l.Trees[id]
		for i := range l.Tables {
			t := &l.Tables[i]
			t.Matrices[id] = -1
			if id == Quotient {
				t.Matrices[id] = l.quotientOf(t.LogHeight)
			}
			if t.Matrices[id] >= 0 {
				continue
			}
			m := matrixOf(t.Table, id)
			if m.Columns == 0 {
				continue
			}
			t.Matrices[id] = len(tree.Matrices)
			m.Table = i
			m.Claims, m.NextClaims = l.NumClaims, l.NumClaims+m.Columns
			l.NumClaims = m.NextClaims + len(m.Next)
			if id == Shared {
				m.PinsAt = l.NumPins
				l.NumPins += m.Columns
			}
			tree.Matrices = append(tree.Matrices, m)
		}
		if err := l.scheme(tree); err != nil {
			return fmt.Errorf("%v tree: %w", id, err)
		}
	}
	return nil
}

// quotientOf is the matrix of the quotient of a height, or -1 as long as there is none.
func (l *Layout) quotientOf(logHeight int) int {
	return slices.IndexFunc(l.Trees[Quotient].Matrices, func(m Matrix) bool { return l.Tables[m.Table].LogHeight == logHeight })
}

// matrixOf is the part of a table in a tree, without columns when it has none.
func matrixOf(t *logup.Table, id TreeID) Matrix {
	switch {
	case id == Fixed:
		return Matrix{Columns: len(t.Chip.Fixed), Next: indices(t.FixedNext)}
	case id == Shared && t.Chip.Shared, id == Main && !t.Chip.Shared:
		return Matrix{Columns: len(t.Chip.Main), Next: indices(t.MainNext)}
	case id == Permutation:
		return Matrix{Columns: len(t.Columns), Next: indices(t.PermNext), Ext: true}
	case id == Quotient:
		return Matrix{Columns: quotientColumns, Ext: true}
	}
	return Matrix{}
}

func indices(set []bool) (out []int) {
	for i, in := range set {
		if in {
			out = append(out, i)
		}
	}
	return out
}

func (l *Layout) scheme(tree *Tree) (err error) {
	if len(tree.Matrices) == 0 {
		return nil
	}
	shape := merkle.Shape{CapLog: fri.CapLog(l.Layer)}
	for i := range tree.Matrices {
		m := &tree.Matrices[i]
		h := l.LogDomain(m.Table)
		shape.Matrices = append(shape.Matrices, merkle.Matrix{LogHeight: h, Width: m.Width()})
		shape.CapLog = min(shape.CapLog, h)
	}
	tree.Scheme, err = merkle.New(shape)
	return err
}

// CapLen is the number of digests of a tree's cap, zero for an absent tree.
func (l *Layout) CapLen(id TreeID) int {
	if s := l.Trees[id].Scheme; s != nil {
		return s.CapLen()
	}
	return 0
}

// TreeIndex is the row of the tallest matrix of a tree that a query index, one of the
// largest domain, opens.
func (l *Layout) TreeIndex(id TreeID, index int) int {
	return index >> (l.Plan.Top() - l.Trees[id].Scheme.LogHeight())
}

// HasShared says whether proofs have a first pass.
func (l *Layout) HasShared() bool { return l.Trees[Shared].Scheme != nil }

// NextPoint is z*w for the generator w of a trace domain of 2^logHeight.
func NextPoint(z ext.E6, logHeight int) ext.E6 { return z.MulBase(field.RootOfUnity(logHeight)) }
