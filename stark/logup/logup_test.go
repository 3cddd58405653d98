package logup

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
)

func el(v int) field.Element { return field.New(uint64(v)) }

func randomE6(rng *rand.Rand) (x ext.E6) {
	for k := range x {
		x[k] = field.New(rng.Uint64())
	}
	return x
}

var (
	lookup      = air.Bus{ID: 3, Name: "LOOKUP", Kind: air.Lookup, Width: 2}
	global      = air.Bus{ID: 4, Name: "GLOBAL", Kind: air.Lookup, Global: true, Width: 1}
	permutation = air.Bus{ID: 5, Name: "PERMUTATION", Kind: air.Permutation, Width: 2}
)

// chipOf has so many interactions of each kind, with tuples and multiplicities of the
// greatest degrees.
func chipOf(locals, globals, puts, takes int) *air.Chip {
	b := air.NewBuilder("chip")
	b.Shared()
	x, y, m := b.Main("x", "field"), b.Main("y", "field"), b.Fixed("m")
	for i := range locals {
		if i%2 == 0 {
			b.Supply(lookup, m.Mul(x), x, y.AddInt(int64(i)))
		} else {
			b.Demand(lookup, b.Int(int64(i)), y.Next(), x)
		}
	}
	for i := range globals {
		b.Supply(global, m, x.Scale(int64(i+1)))
	}
	for i := range puts {
		b.Send(permutation, x, b.Int(int64(i)))
	}
	for i := range takes {
		b.Receive(permutation, y.Next(), b.Int(int64(i)))
	}
	return b.Must()
}

// table is an extension filled by definition.
type table struct {
	*Table
	main, fixed [][]field.Element
	perm        [][]ext.E6
	exposed     []ext.E6
	challenges  [air.NumChallenges]ext.E6
}

func (t *table) nodes(row int) []ext.E6 {
	at := func(columns [][]field.Element, row int) (out []ext.E6) {
		for _, c := range columns {
			out = append(out, ext.FromBase(c[row%len(c)]))
		}
		return out
	}
	wide := func(row int) (out []ext.E6) {
		for _, c := range t.perm {
			out = append(out, c[row%len(c)])
		}
		return out
	}
	return air.Eval(t.Nodes, &air.Point{
		Main:       [2][]ext.E6{at(t.main, row), at(t.main, row+1)},
		Fixed:      [2][]ext.E6{at(t.fixed, row), at(t.fixed, row+1)},
		Perm:       [2][]ext.E6{wide(row), wide(row + 1)},
		Challenges: t.challenges[:], Exposed: t.exposed,
	})
}

func fill(t *testing.T, chip *air.Chip, logHeight int, rng *rand.Rand) *table {
	t.Helper()
	extended, err := Extend(chip, logHeight)
	if err != nil {
		t.Fatal(err)
	}
	out := &table{Table: extended, exposed: make([]ext.E6, extended.NumExposed)}
	column := func() (c []field.Element) {
		for range extended.Height() {
			c = append(c, field.New(rng.Uint64()))
		}
		return c
	}
	out.main, out.fixed = [][]field.Element{column(), column()}, [][]field.Element{column()}
	for i := range out.challenges {
		out.challenges[i] = randomE6(rng)
	}
	for range extended.Columns {
		out.perm = append(out.perm, make([]ext.E6, extended.Height()))
	}
	for a := range NumArguments {
		if extended.Has(a) {
			out.fillArgument(a)
		}
	}
	return out
}

// terms are, by interaction, the signed fraction or the factor of the product on a row.
// It is computed from the chip, with Fingerprint, and not from the extended graph.
func (t *table) term(row, interaction int) ext.E6 {
	x, nodes := t.Chip.Interactions[interaction], t.nodes(row)
	var tuple []field.Element
	for _, id := range x.Tuple {
		tuple = append(tuple, nodes[id][0])
	}
	alpha, beta := t.challenges[air.LocalAlpha], t.challenges[air.LocalBeta]
	if x.Bus.Global {
		alpha, beta = t.challenges[air.GlobalAlpha], t.challenges[air.GlobalBeta]
	}
	d := Fingerprint(x.Bus.ID, tuple, alpha, beta)
	switch {
	case x.Bus.Kind == air.Permutation && x.Direction == air.Put:
		return d
	case x.Bus.Kind == air.Permutation:
		return d.Inv()
	case x.Direction == air.Put:
		return d.Inv().Mul(nodes[x.Multiplicity])
	}
	return d.Inv().Mul(nodes[x.Multiplicity]).Neg()
}

func (t *table) fillArgument(a Argument) {
	from, to := t.ColumnsOf(a)
	n := t.Height()
	running, total := ext.E6{}, ext.E6{}
	if a == Product {
		running = ext.One
	}
	var steps []ext.E6
	for row := range n {
		var step ext.E6
		if a == Product {
			t.perm[from][row] = running
		}
		for c := from; c < to; c++ {
			for _, i := range t.Columns[c].Interactions {
				term := t.term(row, i)
				if a == Product {
					running = running.Mul(term)
					continue
				}
				step = step.Add(term)
				if !t.Columns[c].Accumulator {
					t.perm[c][row] = t.perm[c][row].Add(term)
				}
			}
			if a == Product && c+1 < to {
				t.perm[c+1][row] = running
			}
		}
		steps, total = append(steps, step), total.Add(step)
	}
	if a == Product {
		t.exposed[t.Exposed[a]] = t.perm[from][n-1]
		return
	}
	share := ext.E6{}
	if t.Cyclic {
		share = total.MulBase(el(n).Inv())
	}
	for row := 1; row < n; row++ {
		t.perm[to-1][row] = t.perm[to-1][row-1].Add(steps[row-1]).Sub(share)
	}
	if !t.Cyclic {
		total = t.perm[to-1][n-1]
	}
	t.exposed[t.Exposed[a]] = total
}

// violated names the constraints that do not hold.
func (t *table) violated() (names []string) {
	n := t.Height()
	for _, c := range t.Constraints {
		for row := range n {
			on := c.When == air.Always || c.When == air.First && row == 0 || c.When == air.Last && row == n-1 || c.When == air.Transition && row < n-1
			if on && !t.nodes(row)[c.Node].IsZero() {
				names = append(names, c.Name)
				break
			}
		}
	}
	return names
}

// Every number of interactions of every kind: columns filled by definition satisfy the
// constraints, and any other value in any cell or exposed value does not.
func TestColumnsByDefinition(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	for _, c := range []struct{ locals, globals, puts, takes, columns, exposed int }{
		{0, 0, 0, 0, 0, 0},
		{1, 0, 0, 0, 1, 1}, {2, 0, 0, 0, 1, 1}, {3, 0, 0, 0, 2, 1}, {6, 0, 0, 0, 3, 1},
		{0, 1, 0, 0, 1, 1}, {2, 5, 0, 0, 4, 2},
		{0, 0, 1, 1, 1, 1}, {0, 0, 2, 2, 1, 1}, {0, 0, 3, 2, 2, 1}, {0, 0, 0, 5, 3, 1}, {0, 0, 1, 0, 1, 1},
		{3, 2, 2, 4, 5, 3}, {5, 1, 1, 1, 5, 3},
	} {
		filled := fill(t, chipOf(c.locals, c.globals, c.puts, c.takes), 3, rng)
		if len(filled.Columns) != c.columns || filled.NumExposed != c.exposed {
			t.Errorf("%+v: %d columns and %d exposed values", c, len(filled.Columns), filled.NumExposed)
		}
		if names := filled.violated(); names != nil {
			t.Fatalf("%+v: %v", c, names)
		}
		for i := range filled.exposed {
			old := filled.exposed[i]
			filled.exposed[i] = old.AddBase(field.One)
			if filled.violated() == nil {
				t.Errorf("%+v: another exposed value %d", c, i)
			}
			filled.exposed[i] = old
		}
		for column := range filled.perm {
			for row := range filled.perm[column] {
				old := filled.perm[column][row]
				filled.perm[column][row] = old.Add(randomE6(rng))
				if filled.violated() == nil {
					t.Errorf("%+v: column %d, row %d is free", c, column, row)
				}
				filled.perm[column][row] = old
			}
		}
	}
}

// The last row of a table with a permutation bus is in no sum and no product: whatever
// stands there, exposed values stay.
func TestLastRowIsDead(t *testing.T) {
	for _, c := range []struct {
		chip *air.Chip
		dead bool
	}{{chipOf(1, 1, 2, 2), true}, {chipOf(2, 1, 0, 0), false}} {
		a := fill(t, c.chip, 3, rand.New(rand.NewPCG(9, 9)))
		b := fill(t, c.chip, 3, rand.New(rand.NewPCG(9, 9)))
		b.fixed[0][7] = el(123)
		b.main[0][7] = el(1234567) // x, of which no next row is read
		for i := range b.perm {
			clear(b.perm[i])
		}
		for arg := range NumArguments {
			if b.Has(arg) {
				b.fillArgument(arg)
			}
		}
		if b.violated() != nil {
			t.Errorf("refilled: %v", b.violated())
		}
		for i := range a.exposed {
			if same := a.exposed[i] == b.exposed[i]; same != c.dead {
				t.Errorf("exposed value %d: equal %v, want %v", i, same, c.dead)
			}
		}
	}
}

func TestDegreesAreTheGreatest(t *testing.T) {
	extended, err := Extend(chipOf(6, 3, 5, 5), 7)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range extended.Constraints {
		d := extended.Infos[c.Node].Degree
		if d > air.MaxDegree || d > 1 && (c.When == air.First || c.When == air.Last) {
			t.Errorf("%s has degree %d", c.Name, d)
		}
	}
	if len(extended.Fingerprints) != len(extended.Chip.Interactions) {
		t.Error("fingerprints are missing")
	}
}

func TestNextColumns(t *testing.T) {
	extended, err := Extend(chipOf(3, 0, 3, 3), 7)
	if err != nil {
		t.Fatal(err)
	}
	// Columns: pair, A, z, c. The next row is read of A, z and the main column y.
	want := []bool{false, true, true, false}
	for i, next := range extended.PermNext {
		if next != want[i] {
			t.Errorf("permutation column %d: %v", i, next)
		}
	}
	if extended.MainNext[0] || !extended.MainNext[1] || extended.FixedNext[0] {
		t.Errorf("%v %v", extended.MainNext, extended.FixedNext)
	}
}

// A chip is a plain value: nothing that a builder would refuse gets through.
func TestBadChips(t *testing.T) {
	for name, c := range map[string]struct {
		where string
		spoil func(c *air.Chip)
	}{
		"operand ahead": {"node", func(c *air.Chip) {
			c.Nodes = append(c.Nodes, air.Node{Op: air.OpAdd, A: 1, B: air.NodeID(len(c.Nodes))})
		}},
		"negative operand":            {"node", func(c *air.Chip) { c.Nodes = append(c.Nodes, air.Node{Op: air.OpMul, A: -1}) }},
		"column beyond":               {"node", func(c *air.Chip) { c.Nodes = append(c.Nodes, air.Node{Op: air.OpMain, Index: 2}) }},
		"rotation two":                {"node", func(c *air.Chip) { c.Nodes = append(c.Nodes, air.Node{Op: air.OpMain, Rotation: 2}) }},
		"permutation column":          {"node", func(c *air.Chip) { c.Nodes = append(c.Nodes, air.Node{Op: air.OpPerm}) }},
		"exposed value":               {"node", func(c *air.Chip) { c.Nodes = append(c.Nodes, air.Node{Op: air.OpExposed}) }},
		"global challenge":            {"node", func(c *air.Chip) { c.Nodes = append(c.Nodes, air.Node{Op: air.OpChallenge, Index: air.GlobalBeta}) }},
		"unreduced constant":          {"node", func(c *air.Chip) { c.Nodes = append(c.Nodes, air.Node{Op: air.OpConst, Value: field.Modulus}) }},
		"unknown operation":           {"node", func(c *air.Chip) { c.Nodes = append(c.Nodes, air.Node{Op: 99}) }},
		"constraint on air":           {"constraint", func(c *air.Chip) { c.Constraints = []air.Constraint{{Node: 1 << 20}} }},
		"unknown rows":                {"constraint", func(c *air.Chip) { c.Constraints = []air.Constraint{{When: 4}} }},
		"degree four":                 {"degree 4", func(c *air.Chip) { c.Constraints = []air.Constraint{{Node: power(c, 4)}} }},
		"degree three, first":         {"degree 3", func(c *air.Chip) { c.Constraints = []air.Constraint{{Node: power(c, 3), When: air.First}} }},
		"degree three, last":          {"degree 3", func(c *air.Chip) { c.Constraints = []air.Constraint{{Node: power(c, 3), When: air.Last}} }},
		"bus zero":                    {"id 0", func(c *air.Chip) { c.Interactions[0].Bus.ID = 0 }},
		"bus p":                       {"id", func(c *air.Chip) { c.Interactions[0].Bus.ID = field.Modulus }},
		"bus kind":                    {"kind", func(c *air.Chip) { c.Interactions[0].Bus.Kind = 3 }},
		"global permutation":          {"global", func(c *air.Chip) { c.Interactions[3].Bus.Global = true }},
		"global, not shared":          {"not shared", func(c *air.Chip) { c.Shared = false }},
		"short tuple":                 {"tuple of 1", func(c *air.Chip) { c.Interactions[0].Tuple = c.Interactions[0].Tuple[:1] }},
		"tuple of degree two":         {"element 0", func(c *air.Chip) { c.Interactions[0].Tuple = []air.NodeID{power(c, 2), 0} }},
		"multiplicity of three":       {"multiplicity", func(c *air.Chip) { c.Interactions[0].Multiplicity = power(c, 3) }},
		"two on a permutation":        {"not one", func(c *air.Chip) { c.Interactions[3].Multiplicity = 0 }},
		"global challenge, the first": {"node", func(c *air.Chip) { c.Nodes = append(c.Nodes, air.Node{Op: air.OpChallenge, Index: air.GlobalAlpha}) }},
		"challenge that is none":      {"node", func(c *air.Chip) { c.Nodes = append(c.Nodes, air.Node{Op: air.OpChallenge, Index: air.NumChallenges}) }},
		"challenge below zero":        {"node", func(c *air.Chip) { c.Nodes = append(c.Nodes, air.Node{Op: air.OpChallenge, Index: -1}) }},
		"public value below zero":     {"node", func(c *air.Chip) { c.Nodes = append(c.Nodes, air.Node{Op: air.OpPublic, Index: -1}) }},
		"column below zero":           {"node", func(c *air.Chip) { c.Nodes = append(c.Nodes, air.Node{Op: air.OpMain, Index: -1}) }},
		"rotation back":               {"node", func(c *air.Chip) { c.Nodes = append(c.Nodes, air.Node{Op: air.OpMain, Rotation: -1}) }},
		"fixed column beyond":         {"node", func(c *air.Chip) { c.Nodes = append(c.Nodes, air.Node{Op: air.OpFixed, Index: 1}) }},
		"first operand ahead":         {"node", func(c *air.Chip) { c.Nodes = append(c.Nodes, air.Node{Op: air.OpMul, A: air.NodeID(len(c.Nodes) + 1)}) }},
		"first operand itself":        {"node", func(c *air.Chip) { c.Nodes = append(c.Nodes, air.Node{Op: air.OpSub, A: air.NodeID(len(c.Nodes))}) }},
		"second operand below zero":   {"node", func(c *air.Chip) { c.Nodes = append(c.Nodes, air.Node{Op: air.OpAdd, B: -1}) }},
		"no operation":                {"node", func(c *air.Chip) { c.Nodes = append(c.Nodes, air.Node{}) }},
		"constraint just beyond":      {"constraint", func(c *air.Chip) { c.Constraints = []air.Constraint{{Node: air.NodeID(len(c.Nodes))}} }},
		"constraint below zero":       {"constraint", func(c *air.Chip) { c.Constraints = []air.Constraint{{Node: -1}} }},
		"bus of nothing":              {"tuples of 0", func(c *air.Chip) { c.Interactions[0].Bus.Width, c.Interactions[0].Tuple = 0, nil }},
		"long tuple":                  {"tuple of 3", func(c *air.Chip) { c.Interactions[0].Tuple = append(c.Interactions[0].Tuple, 0) }},
		"tuple just beyond":           {"element 1", func(c *air.Chip) { c.Interactions[0].Tuple = []air.NodeID{0, air.NodeID(len(c.Nodes))} }},
		"tuple below zero":            {"element 1", func(c *air.Chip) { c.Interactions[0].Tuple = []air.NodeID{0, -1} }},
		"tuple with a challenge":      {"element 0", func(c *air.Chip) { c.Interactions[0].Tuple = []air.NodeID{challenge(c), 0} }},
		"multiplicity just beyond":    {"multiplicity", func(c *air.Chip) { c.Interactions[0].Multiplicity = air.NodeID(len(c.Nodes)) }},
		"multiplicity below zero":     {"multiplicity", func(c *air.Chip) { c.Interactions[0].Multiplicity = -1 }},
		"multiplicity a challenge":    {"multiplicity", func(c *air.Chip) { c.Interactions[0].Multiplicity = challenge(c) }},
		"a column on a permutation":   {"not one", func(c *air.Chip) { c.Interactions[3].Multiplicity = power(c, 1) }},
		"a column with a stray one": {"not one", func(c *air.Chip) {
			c.Nodes = append(c.Nodes, air.Node{Op: air.OpMain, Value: field.One})
			c.Interactions[3].Multiplicity = air.NodeID(len(c.Nodes) - 1)
		}},
		"a constant on a permutation": {"not one", func(c *air.Chip) {
			c.Nodes = append(c.Nodes, air.Node{Op: air.OpConst, Value: 2})
			c.Interactions[3].Multiplicity = air.NodeID(len(c.Nodes) - 1)
		}},
		"last message": {"interaction 4", func(c *air.Chip) { c.Interactions[4].Tuple = c.Interactions[4].Tuple[:1] }},
		"direction":    {"direction", func(c *air.Chip) { c.Interactions[1].Direction = 0 }},
	} {
		chip := chipOf(2, 1, 1, 1)
		c.spoil(chip)
		if _, err := Extend(chip, 7); err == nil || !strings.Contains(err.Error(), c.where) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, log := range []int{-1, 0, 25} {
		if _, err := Extend(chipOf(1, 0, 0, 0), log); err == nil {
			t.Errorf("height 2^%d was accepted", log)
		}
	}
}

// power adds the d-th power of column x.
func power(c *air.Chip, d int) air.NodeID {
	c.Nodes = append(c.Nodes, air.Node{Op: air.OpMain})
	first := air.NodeID(len(c.Nodes) - 1)
	last := first
	for range d - 1 {
		c.Nodes = append(c.Nodes, air.Node{Op: air.OpMul, A: first, B: last})
		last = air.NodeID(len(c.Nodes) - 1)
	}
	return last
}

// challenge adds a challenge, an element of E6.
func challenge(c *air.Chip) air.NodeID {
	c.Nodes = append(c.Nodes, air.Node{Op: air.OpChallenge, Index: air.LocalAlpha})
	return air.NodeID(len(c.Nodes) - 1)
}

func TestFingerprint(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 4))
	alpha, beta := randomE6(rng), randomE6(rng)
	want := alpha.AddBase(el(9)).Add(beta.MulBase(el(5))).Add(beta.Square().MulBase(el(6)))
	if got := Fingerprint(9, []field.Element{el(5), el(6)}, alpha, beta); got != want {
		t.Errorf("%v, want %v", got, want)
	}
	seen := map[ext.E6]string{}
	for name, d := range map[string]ext.E6{
		"5, 6": want, "6, 5": Fingerprint(9, []field.Element{el(6), el(5)}, alpha, beta),
		"other bus": Fingerprint(10, []field.Element{el(5), el(6)}, alpha, beta),
		"5":         Fingerprint(9, []field.Element{el(5)}, alpha, beta),
		"nothing":   Fingerprint(9, nil, alpha, beta),
	} {
		if seen[d] != "" {
			t.Errorf("%s and %s are equal", name, seen[d])
		}
		seen[d] = name
	}
}

func TestTotals(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 5))
	alpha, beta := randomE6(rng), randomE6(rng)
	tuple := []field.Element{el(1), el(2)}
	d := Fingerprint(lookup.ID, tuple, alpha, beta)
	e := Fingerprint(permutation.ID, tuple, alpha, beta)
	put := Message{Bus: lookup, Direction: air.Put, Multiplicity: el(3), Tuple: tuple}
	take := Message{Bus: lookup, Direction: air.Take, Multiplicity: el(1), Tuple: tuple}
	send := Message{Bus: permutation, Direction: air.Put, Multiplicity: field.One, Tuple: tuple}
	receive := Message{Bus: permutation, Direction: air.Take, Multiplicity: field.One, Tuple: tuple}
	sum, over, under, err := Totals([]Message{put, take, send, send, receive}, alpha, beta)
	if err != nil || sum.Mul(d) != ext.FromBase(el(2)) || over != e.Square() || under != e {
		t.Errorf("%v %v %v %v", sum, over, under, err)
	}
	// A denominator of zero is refused, on either side.
	for _, m := range []Message{put, take, send, receive} {
		bad := Fingerprint(m.Bus.ID, m.Tuple, ext.E6{}, beta).Neg()
		if _, _, _, err := Totals([]Message{m}, bad, beta); !errors.Is(err, ErrZeroFingerprint) {
			t.Errorf("%v: %v", m, err)
		}
	}
	for name, spoil := range map[string]func(m *Message){
		"short":                    func(m *Message) { m.Tuple = m.Tuple[:1] },
		"unreduced":                func(m *Message) { m.Tuple = []field.Element{field.Modulus, 0} },
		"multiplicity":             func(m *Message) { m.Multiplicity = el(2) },
		"long":                     func(m *Message) { m.Tuple = append(m.Tuple[:2:2], 0) },
		"unreduced at the end":     func(m *Message) { m.Tuple = []field.Element{0, field.Modulus} },
		"unreduced multiplicity":   func(m *Message) { *m = Message{lookup, air.Take, field.Modulus + 1, tuple} },
		"multiplicity of a lookup": func(m *Message) { *m = Message{lookup, air.Take, field.Modulus, tuple} },
		"bus with id p":            func(m *Message) { m.Bus.ID = field.Modulus },
		"direction":                func(m *Message) { m.Direction = 2 },
		"bus":                      func(m *Message) { m.Bus.ID = 0 },
	} {
		m := send
		spoil(&m)
		if _, _, _, err := Totals([]Message{m}, alpha, beta); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}
