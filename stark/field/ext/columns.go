package ext

import "github.com/ashlar-labs/ashlar/stark/field"

// columnRows is the number of rows for which all columns are visited before the next
// rows are: so many elements of a Vector stay in the first-level cache.
const columnRows = 512

// AddScaledColumns adds scalars[j] * columns[j][first+i] to element i of v, for all j: a
// random combination of columns in one pass over v. Every column reaches to
// first+v.Len(). It is several times faster than AddScaledBase for each column.
func (v Vector) AddScaledColumns(columns [][]field.Element, first int, scalars []E6) {
	mustMatch(v)
	mustReach(columns, first+v.Len())
	if len(columns) != len(scalars) {
		panic("ext: as many scalars as columns are needed")
	}
	done := addScaledColumnsWide(v, columns, first, scalars)
	v = v.Slice(done, v.Len())
	first += done
	for at := 0; at < v.Len(); at += columnRows {
		end := min(at+columnRows, v.Len())
		part := v.Slice(at, end)
		for j, column := range columns {
			part.AddScaledBase(column[first+at:first+end], scalars[j])
		}
	}
}

// AddInnerProducts adds to sums[j] the sum over i of a_i * columns[j][first+i]: the same
// weights for many columns. Every column reaches to first+a.Len().
func AddInnerProducts(sums []E6, a Vector, columns [][]field.Element, first int) {
	mustMatch(a)
	mustReach(columns, first+a.Len())
	if len(columns) != len(sums) {
		panic("ext: as many sums as columns are needed")
	}
	done := addInnerProductsWide(sums, a, columns, first)
	a = a.Slice(done, a.Len())
	first += done
	for at := 0; at < a.Len(); at += columnRows {
		end := min(at+columnRows, a.Len())
		part := a.Slice(at, end)
		for j, column := range columns {
			sums[j] = sums[j].Add(InnerProductBase(part, column[first+at:first+end]))
		}
	}
}

func mustReach(columns [][]field.Element, end int) {
	for _, column := range columns {
		if len(column) < end {
			panic("ext: a column is too short")
		}
	}
}
