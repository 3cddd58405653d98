package logup

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
)

// columnOf is a permutation column of an argument, counted in it.
func (t *table) columnOf(a Argument, k int) []ext.E6 {
	from, _ := t.ColumnsOf(a)
	return t.perm[from+k]
}

// add adds x to rows from..to-1 of a column.
func add(c []ext.E6, from, to int, x ext.E6) {
	for row := from; row < to; row++ {
		c[row] = c[row].Add(x)
	}
}

// scale multiplies rows from..to-1 of a column by x.
func scale(c []ext.E6, from, to int, x ext.E6) {
	for row := from; row < to; row++ {
		c[row] = c[row].Mul(x)
	}
}

const rows = 8 // of the tables below

// bounded has a pair and the accumulator for both sums, and z with one column between.
func bounded() *air.Chip { return chipOf(3, 3, 3, 3) }

// cyclic has no product, and its sums run over all rows.
func cyclic() *air.Chip { return chipOf(3, 3, 0, 0) }

// forgery changes cells and exposed values of a table by a factor or a summand x.
type forgery struct {
	name  string
	chip  func() *air.Chip
	spoil func(f *table, x ext.E6)
	want  string // the constraint that does not hold
}

// sumForgeries are false sums of an argument.
func sumForgeries(a Argument) []forgery {
	expose := func(f *table, x ext.E6) { f.exposed[f.Exposed[a]] = f.exposed[f.Exposed[a]].Add(x) }
	grow := func(f *table, from int, x ext.E6) { add(f.columnOf(a, 1), from, rows, x); expose(f, x) }
	pair := func(f *table, row int, x ext.E6) { add(f.columnOf(a, 0), row, row+1, x); grow(f, row+1, x) }
	// A cyclic accumulator loses S/n in every step.
	share := func(f *table, x ext.E6) {
		for row := range rows {
			add(f.columnOf(a, 1), row, row+1, x.MulBase(el(row).Mul(el(rows).Inv())).Neg())
		}
	}
	starts, step, ends := a.String()+": starts at zero", a.String()+": step", a.String()+": ends at the exposed value"
	pairs := a.String() + ": pair"
	return []forgery{
		{"starts elsewhere", bounded, func(f *table, x ext.E6) { grow(f, 0, x) }, starts},
		{"ends elsewhere", bounded, expose, ends},
		{"first step", bounded, func(f *table, x ext.E6) { grow(f, 1, x) }, step},
		{"last step", bounded, func(f *table, x ext.E6) { grow(f, rows-1, x) }, step},
		{"first pair", bounded, func(f *table, x ext.E6) { pair(f, 0, x) }, pairs},
		{"last pair that counts", bounded, func(f *table, x ext.E6) { pair(f, rows-2, x) }, pairs},
		{"cyclic, first step", cyclic, func(f *table, x ext.E6) { share(f, x); grow(f, 1, x) }, step},
		{"cyclic, last step", cyclic, func(f *table, x ext.E6) { share(f, x); expose(f, x) }, step},
		{"cyclic, first pair", cyclic, func(f *table, x ext.E6) { share(f, x); pair(f, 0, x) }, pairs},
		{"cyclic, pair on the last row", cyclic, func(f *table, x ext.E6) { share(f, x); pair(f, rows-1, x) }, pairs},
	}
}

// productForgeries are false products.
func productForgeries() []forgery {
	expose := func(f *table, x ext.E6) { f.exposed[f.Exposed[Product]] = f.exposed[f.Exposed[Product]].Mul(x) }
	grow := func(f *table, z, between int, x ext.E6) {
		scale(f.columnOf(Product, 0), z, rows, x)
		scale(f.columnOf(Product, 1), between, rows, x)
		expose(f, x)
	}
	return []forgery{
		{"starts elsewhere", bounded, func(f *table, x ext.E6) { grow(f, 0, 0, x) }, "product: starts at one"},
		{"ends elsewhere", bounded, expose, "product: ends at the exposed value"},
		{"first column between", bounded, func(f *table, x ext.E6) { grow(f, 1, 0, x) }, "product: step"},
		{"last column between that counts", bounded, func(f *table, x ext.E6) { grow(f, rows-1, rows-2, x) }, "product: step"},
		{"first step", bounded, func(f *table, x ext.E6) { grow(f, 1, 1, x) }, "product: step"},
		{"last step", bounded, func(f *table, x ext.E6) { grow(f, rows-1, rows-1, x) }, "product: step"},
	}
}

// False sums and products, each with the cells that depend on it patched along, so that one constraint alone refuses
// it: without that one the exposed value would be the prover's to choose.
func TestEveryConstraintCounts(t *testing.T) {
	for _, c := range slices.Concat(sumForgeries(Local), sumForgeries(Global), productForgeries()) {
		rng := rand.New(rand.NewPCG(7, 7))
		f := fill(t, c.chip(), 3, rng)
		if names := f.violated(); names != nil {
			t.Fatalf("honest: %v", names)
		}
		c.spoil(f, randomE6(rng))
		if names := f.violated(); !slices.Equal(names, []string{c.want}) {
			t.Errorf("%s: %v, want %q alone", c.name, names, c.want)
		}
	}
}

// Prover, verifier and the verifier of a run have one fingerprint: that of the graph is that of a message.
func TestFingerprintsOfTheGraph(t *testing.T) {
	wide := air.Bus{ID: 6, Name: "WIDE", Kind: air.Lookup, Width: 5}
	chip := chipOf(2, 2, 2, 2)
	chip.Interactions = append(chip.Interactions, air.Interaction{
		Bus: wide, Direction: air.Put, Multiplicity: power(chip, 1), Tuple: []air.NodeID{power(chip, 1), 1, 2, power(chip, 1), 0},
	})
	f := fill(t, chip, 3, rand.New(rand.NewPCG(8, 8)))
	for row := range f.Height() {
		nodes := f.nodes(row)
		for i, x := range f.Chip.Interactions {
			alpha, beta := f.challenges[air.LocalAlpha], f.challenges[air.LocalBeta]
			if x.Bus.Global {
				alpha, beta = f.challenges[air.GlobalAlpha], f.challenges[air.GlobalBeta]
			}
			d := alpha.AddBase(el(int(x.Bus.ID)))
			power := ext.One
			for _, id := range x.Tuple {
				power = power.Mul(beta)
				d = d.Add(power.Mul(nodes[id]))
			}
			if nodes[f.Fingerprints[i]] != d {
				t.Errorf("row %d: interaction %d has another fingerprint", row, i)
			}
		}
	}
}

// A chip is in several tables at once: what one of them adds is in none of the others, also when the lists of the chip
// have room for more.
func TestTablesShareTheirChip(t *testing.T) {
	chip := chipOf(5, 3, 0, 0)
	chip.Nodes, chip.Constraints = slices.Grow(chip.Nodes, 1<<10), slices.Grow(chip.Constraints, 1<<10)
	first, err := Extend(chip, 3)
	if err != nil {
		t.Fatal(err)
	}
	nodes, constraints := slices.Clone(first.Nodes), slices.Clone(first.Constraints)
	chip.Interactions = chip.Interactions[2:] // as a chip of the same list, with other columns
	if _, err := Extend(chip, 4); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(first.Nodes, nodes) || !slices.Equal(first.Constraints, constraints) {
		t.Error("the second table has changed the first")
	}
}
