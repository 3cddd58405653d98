package ext

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field"
)

// columnsOf are random columns, a third of their words at the ends of the range.
func columnsOf(count, rows int, seed uint64) [][]field.Element {
	rng := rand.New(rand.NewPCG(seed, 8))
	out := make([][]field.Element, count)
	for j := range out {
		out[j] = make([]field.Element, rows)
		for i := range out[j] {
			out[j][i] = []field.Element{0, field.Modulus - 1, field.Element(rng.Uint32N(field.Modulus))}[rng.IntN(3)]
		}
	}
	return out
}

func TestColumnsMatchSingleColumns(t *testing.T) { everyWay(t, testColumnsMatchSingleColumns) }

func testColumnsMatchSingleColumns(t *testing.T) {
	for _, count := range []int{0, 1, 2, 5, 16, 17, 64, 65, 130} {
		for _, n := range lengths {
			const first = 3
			columns := columnsOf(count, first+n+2, uint64(n))
			scalars, sums := make([]E6, count), make([]E6, count)
			v, a := vectorOf(n, 11), vectorOf(n, 12)
			want := clone(v)
			wantSums := make([]E6, count)
			for j := range columns {
				scalars[j] = samples()[j%len(samples())]
				sums[j] = samples()[(j+7)%len(samples())]
				want.AddScaledBase(columns[j][first:first+n], scalars[j])
				wantSums[j] = sums[j].Add(InnerProductBase(a, columns[j][first:first+n]))
			}
			v.AddScaledColumns(columns, first, scalars)
			AddInnerProducts(sums, a, columns, first)
			for i := range n {
				same(t, fmt.Sprintf("%d columns, row %d of %d", count, i, n), v.At(i), want.At(i))
			}
			for j := range sums {
				same(t, fmt.Sprintf("%d rows, inner product %d of %d", n, j, count), sums[j], wantSums[j])
			}
		}
	}
}

// TestSumsAtTheTopOfTheRange has more products of the largest words than one accumulator
// takes, in a column and across columns.
func TestSumsAtTheTopOfTheRange(t *testing.T) { everyWay(t, testSumsAtTheTopOfTheRange) }

func testSumsAtTheTopOfTheRange(t *testing.T) {
	const n = 16*(1<<12) + 16*33 // rows
	top := E6{}
	for k := range top {
		top[k] = field.Modulus - 1
	}
	a := NewVector(n)
	for i := range n {
		a.Set(i, top)
	}
	sums := make([]E6, 2)
	AddInnerProducts(sums, a, [][]field.Element{a[0], a[0]}, 0)
	for _, s := range sums {
		same(t, "inner product", s, top.MulBase(top[0]).MulBase(field.New(n)))
	}
	columns, scalars := make([][]field.Element, 5000), make([]E6, 5000)
	for j := range columns {
		columns[j], scalars[j] = a[0][:16], top
	}
	v := clone(a.Slice(0, 16))
	v.AddScaledColumns(columns, 0, scalars)
	for i := range v.Len() {
		same(t, "combination", v.At(i), top.Add(top.MulBase(top[0]).MulBase(field.New(5000))))
	}
}

func TestColumnsMustReach(t *testing.T) {
	v, columns := NewVector(32), columnsOf(2, 40, 1)
	for name, call := range map[string]func(){
		"short column":          func() { v.AddScaledColumns(columns, 9, make([]E6, 2)) },
		"scalar missing":        func() { v.AddScaledColumns(columns, 0, make([]E6, 1)) },
		"short column, product": func() { AddInnerProducts(make([]E6, 2), v, columns, 9) },
		"sum missing":           func() { AddInnerProducts(make([]E6, 1), v, columns, 0) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: accepted", name)
				}
			}()
			call()
		}()
	}
}

// The two inner loops of the DEEP step, over 2^16 rows of 100 columns.
func benchColumns(b *testing.B, f func(v Vector, columns [][]field.Element, scalars []E6)) {
	eachBackend(b, func(b *testing.B) {
		const rows, count = 1 << 16, 100
		v, columns, scalars := vectorOf(rows, 1), columnsOf(count, rows, 2), make([]E6, count)
		for j := range scalars {
			scalars[j] = v.At(j)
		}
		for b.Loop() {
			f(v, columns, scalars)
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*rows*count), "ns/cell")
	})
}

func BenchmarkAddScaledColumns(b *testing.B) {
	benchColumns(b, func(v Vector, columns [][]field.Element, scalars []E6) { v.AddScaledColumns(columns, 0, scalars) })
}

func BenchmarkAddInnerProducts(b *testing.B) {
	benchColumns(b, func(v Vector, columns [][]field.Element, sums []E6) { AddInnerProducts(sums, v, columns, 0) })
}
