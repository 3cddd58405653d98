package merkle

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/hash/poseidon2"
	"github.com/ashlar-labs/ashlar/stark/hash/sponge"
)

// mixed has two matrices of the tallest height, two side by side further up, a gap, a row
// longer than a block and one matrix at the height of a cap of four.
var mixed = Shape{
	Matrices: []Matrix{{4, 3}, {6, 5}, {2, 1}, {6, 12}, {4, 18}, {3, 16}},
	CapLog:   2,
}

func shapes() map[string]Shape {
	return map[string]Shape{
		"one row":        {Matrices: []Matrix{{0, 1}}},
		"one matrix":     {Matrices: []Matrix{{5, 7}}},
		"mixed, cap 4":   mixed,
		"mixed, root":    {Matrices: mixed.Matrices},
		"down to a row":  {Matrices: []Matrix{{0, 2}, {3, 2}, {1, 2}}},
		"all in the cap": {Matrices: []Matrix{{3, 4}}, CapLog: 3},
		"above a chunk":  {Matrices: []Matrix{{11, 2}, {10, 1}}, CapLog: 1},
	}
}

func randomMatrices(shape Shape, seed uint64) [][][]field.Element {
	rng := rand.New(rand.NewPCG(seed, 1))
	out := make([][][]field.Element, len(shape.Matrices))
	for i, m := range shape.Matrices {
		out[i] = make([][]field.Element, m.Width)
		for j := range out[i] {
			out[i][j] = make([]field.Element, 1<<m.LogHeight)
			for k := range out[i][j] {
				out[i][j][k] = field.Element(rng.Uint32N(field.Modulus))
			}
		}
	}
	return out
}

// commit returns a scheme, a tree of random matrices and an opening of the indices.
func commit(t testing.TB, shape Shape, indices []int) (*Scheme, *Tree, *Opening) {
	t.Helper()
	s, err := New(shape)
	if err != nil {
		t.Fatal(err)
	}
	tree, err := s.Commit(t.Context(), randomMatrices(shape, 1), 2)
	if err != nil {
		t.Fatal(err)
	}
	o, err := tree.Open(indices)
	if err != nil {
		t.Fatal(err)
	}
	return s, tree, o
}

// rejected fails unless err is an ErrInvalidProof that names the wanted place.
func rejected(t *testing.T, what string, err error, where string) {
	t.Helper()
	if !errors.Is(err, ErrInvalidProof) || !strings.Contains(err.Error(), where) {
		t.Errorf("%s: got %v, want an invalid proof with %q", what, err, where)
	}
}

func TestAcceptsEveryIndexOfEveryShape(t *testing.T) {
	for name, shape := range shapes() {
		s, err := New(shape)
		if err != nil {
			t.Fatal(name, err)
		}
		indices := make([]int, min(1<<s.LogHeight(), maxQueries))
		for i := range indices {
			indices[i] = i
		}
		s, tree, o := commit(t, shape, indices)
		if err := s.Verify(tree.Cap(), indices, o); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for q, index := range indices {
			for m, size := range shape.Matrices {
				row := s.Row(o, q, m)
				for j, column := range tree.matrices[m] {
					if row[j] != column[index>>(s.LogHeight()-size.LogHeight)] {
						t.Fatalf("%s: query %d: matrix %d: another row", name, q, m)
					}
				}
			}
		}
	}
}

// plainNode is the tree of the package comment, by recursion.
func plainNode(shape Shape, ms [][][]field.Element, top, level, i int) sponge.Digest {
	var row []field.Element
	for m, size := range shape.Matrices {
		if size.LogHeight == level {
			for _, column := range ms[m] {
				row = append(row, column[i])
			}
		}
	}
	if level == top {
		return sponge.HashRow(row)
	}
	x := make([]field.Element, 0, 24)
	for b := range 2 {
		child := plainNode(shape, ms, top, level+1, 2*i+b)
		x = append(x, child[:]...)
	}
	if row == nil {
		return poseidon2.Compress16((*[16]field.Element)(x))
	}
	d := sponge.HashRow(row)
	return poseidon2.Compress24((*[24]field.Element)(append(x, d[:]...)))
}

func TestCapMatchesDefinition(t *testing.T) {
	for name, shape := range shapes() {
		s, tree, _ := commit(t, shape, []int{0})
		for i, got := range tree.Cap() {
			if got != plainNode(shape, tree.matrices, s.LogHeight(), shape.CapLog, i) {
				t.Errorf("%s: digest %d differs from the definition", name, i)
			}
		}
	}
}

func TestWorkersDoNotMatter(t *testing.T) {
	shape := Shape{Matrices: []Matrix{{12, 2}, {11, 3}}}
	s, err := New(shape)
	if err != nil {
		t.Fatal(err)
	}
	ms := randomMatrices(shape, 1)
	var first Cap
	for _, workers := range []int{-1, 1, 3, 100} {
		tree, err := s.Commit(t.Context(), ms, workers)
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = tree.Cap()
		}
		if !slices.Equal(tree.Cap(), first) {
			t.Errorf("%d workers: another cap", workers)
		}
	}
}

// TestEveryMatrixElementIsBound changes each committed element and expects another cap.
func TestEveryMatrixElementIsBound(t *testing.T) {
	shape := Shape{Matrices: []Matrix{{1, 2}, {3, 3}, {2, 17}, {3, 1}}, CapLog: 1}
	s, tree, _ := commit(t, shape, []int{0})
	want := tree.Cap()
	for m, columns := range tree.matrices {
		for j, column := range columns {
			for i := range column {
				column[i] = column[i].Add(field.One)
				changed, err := s.Commit(t.Context(), tree.matrices, 1)
				if err != nil {
					t.Fatal(err)
				}
				if slices.Equal(changed.Cap(), want) {
					t.Errorf("matrix %d, column %d, row %d is not bound", m, j, i)
				}
				column[i] = column[i].Sub(field.One)
			}
		}
	}
}

func TestRejectsEveryChangedElement(t *testing.T) {
	indices := []int{0, 63, 21, 21, 42}
	s, tree, o := commit(t, mixed, indices)
	c := tree.Cap()
	for i := range o.Rows {
		old := o.Rows[i]
		o.Rows[i] = old.Add(field.One)
		rejected(t, "row element", s.Verify(c, indices, o), "does not end in the cap")
		o.Rows[i] = old | 1<<31 // the same limb with a bit that no element has
		rejected(t, "unreduced row element", s.Verify(c, indices, o), "not canonical")
		o.Rows[i] = old
	}
	for i := range o.Paths {
		for j := range o.Paths[i] {
			old := o.Paths[i][j]
			o.Paths[i][j] = old.Add(field.One)
			rejected(t, "sibling", s.Verify(c, indices, o), "does not end in the cap")
			o.Paths[i][j] = field.Modulus
			rejected(t, "unreduced sibling", s.Verify(c, indices, o), "not canonical")
			o.Paths[i][j] = old
		}
	}
	for _, index := range indices {
		for j := range c[0] {
			d := &c[index>>s.Depth()][j]
			*d = d.Add(field.One)
			rejected(t, "cap", s.Verify(c, indices, o), "does not end in the cap")
			*d = d.Sub(field.One)
		}
	}
	if err := s.Verify(c, indices, o); err != nil {
		t.Fatalf("the opening was not restored: %v", err)
	}
}

func TestRejectsOtherIndices(t *testing.T) {
	for name, shape := range shapes() {
		s, tree, o := commit(t, shape, []int{0})
		for other := 1; other < min(1<<s.LogHeight(), 64); other++ {
			rejected(t, name, s.Verify(tree.Cap(), []int{other}, o), "query 0: path of index")
		}
		for _, outside := range []int{-1, 1 << s.LogHeight(), 1 << 40, -1 << 40} {
			rejected(t, name, s.Verify(tree.Cap(), []int{outside}, o), "is not below")
		}
	}
}

func TestRejectsMovedParts(t *testing.T) {
	indices := []int{5, 40}
	s, tree, o := commit(t, mixed, indices)
	c := tree.Cap()
	half := len(o.Rows) / 2
	swapped := &Opening{Rows: append(slices.Clone(o.Rows[half:]), o.Rows[:half]...), Paths: o.Paths}
	rejected(t, "rows of two queries", s.Verify(c, indices, swapped), "query 0")

	rows := slices.Clone(o.Rows) // matrices 1 and 3 are of one height: put 3 before 1
	copy(rows[s.spans[1].from:], s.Row(o, 0, 3)[:5])
	rejected(t, "rows of two matrices", s.Verify(c, indices, &Opening{Rows: rows, Paths: o.Paths}), "query 0")

	paths := slices.Clone(o.Paths)
	paths[0], paths[1] = paths[1], paths[0]
	rejected(t, "siblings of two levels", s.Verify(c, indices, &Opening{Rows: o.Rows, Paths: paths}), "query 0")
	rejected(t, "indices in another order", s.Verify(c, []int{40, 5}, o), "query 0")

	// rows of the injected matrix from elsewhere, with the path left alone
	other, err := tree.Open([]int{37, 40})
	if err != nil {
		t.Fatal(err)
	}
	rows = slices.Clone(o.Rows)
	copy(rows[s.spans[4].from:s.spans[4].to], s.Row(other, 0, 4))
	rejected(t, "another injected row", s.Verify(c, indices, &Opening{Rows: rows, Paths: o.Paths}), "query 0")
}

func TestRejectsSizes(t *testing.T) {
	indices := []int{1, 2}
	s, tree, o := commit(t, mixed, indices)
	c := tree.Cap()
	extraRow := append(slices.Clone(o.Rows), 0)
	extraPath := append(slices.Clone(o.Paths), sponge.Digest{})
	cases := []struct {
		name, where string
		c           Cap
		indices     []int
		o           *Opening
	}{
		{"no opening", "no opening", c, indices, nil},
		{"no indices", "0 queries", c, nil, &Opening{}},
		{"many indices", "queries, allowed", c, make([]int, maxQueries+1), o},
		{"one index", "opened elements", c, indices[:1], o},
		{"three indices", "opened elements", c, []int{1, 2, 3}, o},
		{"short rows", "opened elements", c, indices, &Opening{o.Rows[:len(o.Rows)-1], o.Paths}},
		{"long rows", "opened elements", c, indices, &Opening{extraRow, o.Paths}},
		{"short path", "siblings", c, indices, &Opening{o.Rows, o.Paths[:len(o.Paths)-1]}},
		{"long path", "siblings", c, indices, &Opening{o.Rows, extraPath}},
		{"short cap", "cap of 3", c[:3], indices, o},
		{"long cap", "cap of 5", append(slices.Clone(c), c[0]), indices, o},
		{"no cap", "cap of 0", nil, indices, o},
	}
	for _, x := range cases {
		rejected(t, x.name, s.Verify(x.c, x.indices, x.o), x.where)
	}
}

// TestRejectsOtherShapes verifies under shapes whose openings are of the same size.
func TestRejectsOtherShapes(t *testing.T) {
	shape := Shape{Matrices: []Matrix{{5, 4}, {3, 4}, {5, 2}, {1, 4}}}
	_, tree, o := commit(t, shape, []int{19})
	for _, ms := range [][]Matrix{
		{{5, 4}, {2, 4}, {5, 2}, {1, 4}}, // injected one level higher
		{{5, 4}, {5, 4}, {5, 2}, {1, 4}}, // leaf instead of injected
		{{5, 4}, {3, 4}, {3, 2}, {1, 4}},
		{{5, 4}, {1, 4}, {5, 2}, {3, 4}}, // heights exchanged
		{{5, 4}, {3, 3}, {5, 3}, {1, 4}}, // widths moved
		{{5, 2}, {5, 4}, {3, 4}, {1, 4}},
		{{5, 14}},
	} {
		s, err := New(Shape{Matrices: ms})
		if err != nil {
			t.Fatal(err)
		}
		rejected(t, "another shape", s.Verify(tree.Cap(), []int{19}, o), "does not end in the cap")
	}
}

// TestNodesAreNoLeaves presents the children of a leaf's parent as a row of a tree that
// is one level lower, and a leaf's row as two children.
func TestNodesAreNoLeaves(t *testing.T) {
	_, tree, _ := commit(t, Shape{Matrices: []Matrix{{3, 16}}}, []int{0})
	lower, err := New(Shape{Matrices: []Matrix{{2, 16}}})
	if err != nil {
		t.Fatal(err)
	}
	leaves := tree.layers[3]
	o := &Opening{
		Rows:  append(slices.Clone(leaves[0][:]), leaves[1][:]...),
		Paths: []sponge.Digest{tree.layers[2][1], tree.layers[1][1]},
	}
	rejected(t, "children as a row", lower.Verify(tree.Cap(), []int{0}, o), "does not end in the cap")
}

func TestShapeCheck(t *testing.T) {
	many := make([]Matrix, maxMatrices+1)
	for i := range many {
		many[i] = Matrix{1, 1}
	}
	cases := map[string]Shape{
		"0 matrices":                 {},
		"1025 matrices":              {Matrices: many},
		"cap of 2^-1":                {Matrices: []Matrix{{1, 1}}, CapLog: -1},
		"matrix 1: height 2^1":       {Matrices: []Matrix{{3, 1}, {1, 1}}, CapLog: 2},
		"matrix 0: height 2^-1":      {Matrices: []Matrix{{-1, 1}}},
		"matrix 0: height 2^27":      {Matrices: []Matrix{{27, 1}}},
		"matrix 0: width 0":          {Matrices: []Matrix{{3, 0}}},
		"matrix 0: width -1":         {Matrices: []Matrix{{3, -1}}},
		"matrix 0: width 65537":      {Matrices: []Matrix{{3, maxWidth + 1}}},
		"matrix 1: width 2, with":    {Matrices: []Matrix{{3, maxWidth - 1}, {3, 2}}},
		"matrix 0: width 4611686018": {Matrices: []Matrix{{3, 1 << 62}}},
	}
	for where, shape := range cases {
		if _, err := New(shape); err == nil || !strings.Contains(err.Error(), where) {
			t.Errorf("got %v, want %q", err, where)
		}
	}
}

func TestCommitAndOpenRefuse(t *testing.T) {
	s, tree, _ := commit(t, mixed, []int{0})
	ms := randomMatrices(mixed, 1)
	for where, bad := range map[string][][][]field.Element{
		"5 matrices":        ms[:5],
		"matrix 1: 4":       {ms[0], ms[1][:4], ms[2], ms[3], ms[4], ms[5]},
		"column 0: 64 rows": {{ms[1][0], ms[0][1], ms[0][2]}, ms[1], ms[2], ms[3], ms[4], ms[5]},
	} {
		if _, err := s.Commit(t.Context(), bad, 1); err == nil || !strings.Contains(err.Error(), where) {
			t.Errorf("commit: got %v, want %q", err, where)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Commit(ctx, ms, 2); !errors.Is(err, context.Canceled) {
		t.Errorf("commit with an ended context: %v", err)
	}
	for _, indices := range [][]int{nil, {-1}, {64}, make([]int, maxQueries+1)} {
		if _, err := tree.Open(indices); err == nil {
			t.Errorf("%d indices %v open", len(indices), indices[:min(1, len(indices))])
		}
	}
}

func TestVerifyAllocatesNothing(t *testing.T) {
	indices := []int{1, 50}
	s, tree, o := commit(t, mixed, indices)
	c := tree.Cap()
	n := testing.AllocsPerRun(10, func() {
		if s.Verify(c, indices, o) != nil {
			t.Error("rejected")
		}
	})
	if n != 0 {
		t.Errorf("%v allocations", n)
	}
}
