package proof

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/params"
)

// The order of everything, written out for one layout.
func TestLayout(t *testing.T) {
	l := newLayout(t, 8, 7, 8)
	type matrix struct {
		chip          string
		columns, next int
		ext           bool
	}
	want := [NumTrees][]matrix{
		Fixed:       {{"walker", 1, 1, false}},
		Shared:      {{"store", 2, 1, false}},
		Main:        {{"walker", 2, 1, false}, {"bare", 1, 0, false}},
		Permutation: {{"walker", 2, 2, true}, {"store", 2, 2, true}},
		Quotient:    {{"walker", 2, 0, true}, {"store", 2, 0, true}},
	}
	claims := 0
	for id, tree := range l.Trees {
		if len(tree.Matrices) != len(want[id]) {
			t.Fatalf("%v: %d matrices", TreeID(id), len(tree.Matrices))
		}
		for i, m := range tree.Matrices {
			if got := (matrix{l.Tables[m.Table].Chip.Name, m.Columns, len(m.Next), m.Ext}); got != want[id][i] {
				t.Errorf("%v %d: %+v", TreeID(id), i, got)
			}
			if m.Claims != claims || m.NextClaims != claims+m.Columns {
				t.Errorf("%v %d: claims at %d and %d, want %d", TreeID(id), i, m.Claims, m.NextClaims, claims)
			}
			claims += m.Columns + len(m.Next)
			if l.Tables[m.Table].Matrices[id] != i {
				t.Errorf("%v %d is not found from its table", TreeID(id), i)
			}
		}
	}
	if at := l.Tables[2].Matrices[Quotient]; l.Tables[2].LogHeight != l.Tables[0].LogHeight || at != 0 {
		t.Errorf("bare has its quotient in matrix %d, not with the other table of its height", at)
	}
	if l.NumClaims != claims || l.NumPins != 2 || l.NumExposed != 4 || l.LocalEntries != 3*256+128 || l.GlobalEntries != 128 {
		t.Errorf("%d claims, %d pins, %d exposed values", l.NumClaims, l.NumPins, l.NumExposed)
	}
	if fmt.Sprint(l.Plan.Heights()) != "[10 9]" {
		t.Errorf("heights %v", l.Plan.Heights())
	}
}

// Every claim and every pin is in exactly one term, in rising order in each group, the
// pins last, with the height of its table.
func TestGroups(t *testing.T) {
	l := newLayout(t, 8, 7, 9)
	claims, pins := make([]int, l.NumClaims), make([]int, l.NumPins)
	for _, g := range l.Groups {
		last := -1
		for _, term := range g.Terms {
			m := l.Trees[term.Tree].Matrices[term.Matrix]
			if l.Tables[m.Table].LogHeight != g.LogHeight || l.LogDomain(m.Table) != g.LogDomain || term.Column >= m.Columns {
				t.Errorf("term %+v in group of height %d", term, g.LogHeight)
			}
			order := term.Claim
			if term.Point == AtPin {
				pins[term.Claim]++
				order += l.NumClaims
			} else {
				claims[term.Claim]++
			}
			if order <= last {
				t.Errorf("term %+v after %d", term, last)
			}
			last = order
		}
	}
	for i, n := range append(claims, pins...) {
		if n != 1 {
			t.Errorf("claim or pin %d occurs %d times", i, n)
		}
	}
}

func TestAbsentTrees(t *testing.T) {
	l := newLayout(t, 0, 0, 7)
	for id, tree := range l.Trees {
		present := TreeID(id) == Main || TreeID(id) == Quotient
		if (tree.Scheme != nil) != present || (l.CapLen(TreeID(id)) > 0) != present {
			t.Errorf("%v: present %v", TreeID(id), tree.Scheme != nil)
		}
	}
	if l.HasShared() || l.Tables[0].Index != 2 {
		t.Error("chips that are left out count")
	}
	if _, err := NewKey(l, nil); err != nil {
		t.Error(err)
	}
}

func TestRefusedLayouts(t *testing.T) {
	layerWith := func(change func(l *params.Layer)) params.Profile {
		p := params.InsecureDev()
		for i := range p.Layers {
			change(&p.Layers[i])
		}
		return p
	}
	type input struct {
		profile params.Profile
		layer   string
		system  *System
		shape   Shape
	}
	for name, c := range map[string]struct {
		where  string
		change func(in *input)
	}{
		"unknown layer":    {"no layer", func(in *input) { in.layer = "other" }},
		"weak profile":     {"bits", func(in *input) { in.profile.Name = "mine" }},
		"short shape":      {"shape of 2", func(in *input) { in.shape = in.shape[:2] }},
		"no tables":        {"without tables", func(in *input) { in.shape = Shape{0, 0, 0} }},
		"low table":        {"height 2^6", func(in *input) { in.shape[0] = 6 }},
		"high table":       {"height 2^24", func(in *input) { in.shape[2] = 24 }},
		"negative height":  {"height 2^-1", func(in *input) { in.shape[0] = -1 }},
		"absurd height":    {"height 2^70", func(in *input) { in.shape[0] = 70 }},
		"no chips":         {"0 chips", func(in *input) { in.system.Chips, in.shape = nil, nil }},
		"chip twice":       {"name of its own", func(in *input) { in.system.Chips[1] = walker() }},
		"no chip":          {"name of its own", func(in *input) { in.system.Chips[1] = nil }},
		"public value":     {"public value 0 of 0", func(in *input) { in.system.Publics = 0 }},
		"public values":    {"public values", func(in *input) { in.system.Publics = 1 << 20 }},
		"two buses one id": {"bus 2 is both", func(in *input) { in.system.Chips[1].Interactions[0].Bus.Name = "C" }},
		"two kinds":        {"bus 1 is both", func(in *input) { in.system.Chips[1].Interactions[0].Bus.ID = 1 }},
		"degree": {"degree", func(in *input) {
			in.profile = layerWith(func(l *params.Layer) { l.ConstraintDegree = 1 })
		}},
		"columns": {"columns, at most 20", func(in *input) {
			in.profile = layerWith(func(l *params.Layer) { l.ColumnsMax = 20 })
		}},
		"constraints": {"constraints, at most 5", func(in *input) {
			in.profile = layerWith(func(l *params.Layer) { l.ConstraintsMax = 5 })
		}},
		"entries": {"entries of buses", func(in *input) {
			in.profile = layerWith(func(l *params.Layer) { l.BusEntriesMax = 500 })
		}},
		"global entries": {"entries of buses", func(in *input) {
			in.profile = layerWith(func(l *params.Layer) { l.GlobalEntriesMax = 127 })
		}},
		"tuples": {"tuple of 2 and its id", func(in *input) {
			in.profile = layerWith(func(l *params.Layer) { l.TupleWidthMax = 2 })
		}},
		"chip that no builder makes": {"degree 4", func(in *input) {
			c := in.system.Chips[2]
			c.Nodes = append(c.Nodes, air.Node{Op: air.OpMul, A: c.Constraints[0].Node, B: c.Constraints[0].Node})
			c.Constraints[0].Node = air.NodeID(len(c.Nodes) - 1)
		}},
	} {
		in := input{params.InsecureDev(), params.LeafHalf, newSystem(), Shape{8, 7, 8}}
		c.change(&in)
		if _, err := NewLayout(in.profile, in.layer, in.system, in.shape); err == nil || !strings.Contains(err.Error(), c.where) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Entries are counted with the height: 2^31 - 2^24 is the most, whatever the layer says.
func TestEntriesStayBelowTheModulus(t *testing.T) {
	wide := func(interactions int) *System {
		b := air.NewBuilder("wide")
		x := b.Main("x", "field")
		for range interactions {
			b.Demand(busB, b.One(), x)
		}
		return &System{Name: "wide", Chips: []*air.Chip{b.Must()}}
	}
	for interactions, fits := range map[int]bool{254: true, 255: false} {
		_, err := NewLayout(params.P100(), params.LeafHalf, wide(interactions), Shape{23})
		if (err == nil) != fits {
			t.Errorf("%d interactions at 2^23: %v", interactions, err)
		}
	}
}

func TestSelectors(t *testing.T) {
	// On the trace domain, at a point moved off it by nothing but the formula: v = 0 is
	// approached by the products with the denominators.
	const log = 7
	z := ext.E6{el(5), el(7), 0, el(1)}
	s := SelectorsAt(z, log)
	power := z.Exp(1 << log)
	if s.Power != power || s.Vanishing != power.Sub(ext.One) || s.When[air.Always] != ext.One {
		t.Error("powers")
	}
	w := NextPoint(ext.One, log)
	if s.When[air.First].Mul(z.Sub(ext.One)) != s.Vanishing {
		t.Error("first")
	}
	if s.When[air.Last].Mul(z.Sub(w.Inv())) != s.Vanishing || s.When[air.Transition] != z.Sub(w.Inv()) {
		t.Error("last")
	}
	if w.Exp(1<<log) != ext.One || w.Exp(1<<(log-1)) == ext.One {
		t.Error("generator")
	}
}
