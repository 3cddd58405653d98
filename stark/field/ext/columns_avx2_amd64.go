//go:build !purego

package ext

import "github.com/ashlar-labs/ashlar/stark/field"

// Without IFMA the assembly sums terms of four products, below 2^64, modulo 2^64 and their
// high words beside it: together they determine the sum. Nothing is reduced before its
// end, which has no limit that a slice could reach.

// halves are a sum modulo 2^64 and that of the high words, in four lanes.
type halves [2][4]uint64

// rowSums are the sums of 8 rows, by coefficient, of the even and of the odd rows.
type rowSums [Degree][2]halves

// columnSums are those of one inner product, by coefficient.
type columnSums [Degree]halves

// addColumnsAVX2 adds the products of four columns with their scalars, for 8 rows to each
// of the sums. columns points to slice headers, offset is in bytes, of the first row. The same
// part of the four columns at next is brought to the cache. blocks is at least one.
//
//go:noescape
func addColumnsAVX2(acc *rowSums, columns, next *[]field.Element, scalars *E6, offset, nextOffset, blocks int)

// addFourAVX2 adds the products of four columns with their scalars, reduced, to blocks*8
// elements of v.
//
//go:noescape
func addFourAVX2(v *Vector, columns *[]field.Element, scalars *E6, offset, blocks int)

// drainAVX2 reduces the sums and adds them to blocks*8 elements of v.
//
//go:noescape
func drainAVX2(v *Vector, acc *rowSums, offset, blocks int)

// splitAVX2 writes 8 even, 8 odd, 8 even and 8 odd rows as 64-bit words.
//
//go:noescape
func splitAVX2(to *[Degree][4][4]uint64, a *Vector, offset, blocks int)

// dotAVX2 adds the products of blocks*16 weights and words of a column, and brings as much
// of the next one to the cache.
//
//go:noescape
func dotAVX2(acc *columnSums, weights *[Degree][4][4]uint64, column, next *field.Element, blocks int)

const (
	termColumns = 4
	// halfBlocks of 8 rows have sums that fill a third of the first-level cache.
	halfBlocks = 16
	halfLanes  = lanes / 2
)

// columnGroups are four columns each with their scalars; the last four may be filled up with
// scalars that are zero.
type columnGroups struct {
	columns     [][]field.Element
	scalars     []E6
	lastColumns [termColumns][]field.Element
	lastScalars [termColumns]E6
}

// set takes at least one column.
func (g *columnGroups) set(columns [][]field.Element, scalars []E6) {
	g.columns, g.scalars = columns, scalars
	at := (g.count() - 1) * termColumns
	for j := range g.lastColumns {
		g.lastColumns[j] = columns[min(at+j, len(columns)-1)]
	}
	copy(g.lastScalars[:], scalars[at:])
}

func (g *columnGroups) count() int { return (len(g.columns) + termColumns - 1) / termColumns }

func (g *columnGroups) group(i int) (*[]field.Element, *E6) {
	if i == g.count()-1 {
		return &g.lastColumns[0], &g.lastScalars[0]
	}
	return &g.columns[i*termColumns], &g.scalars[i*termColumns]
}

func addColumnsHalves(v Vector, columns [][]field.Element, first int, scalars []E6, blocks int) {
	var g columnGroups
	g.set(columns, scalars)
	if len(columns) <= fewColumns { // less work than with sums that have to be reduced in the end
		for i := range g.count() {
			group, scalars := g.group(i)
			addFourAVX2(&v, group, scalars, first*field.Bytes, blocks)
		}
		return
	}
	var space [halfBlocks + 1]rowSums
	acc := wholeLines(space[:])
	for from := 0; from < blocks; from += halfBlocks {
		n := min(halfBlocks, blocks-from)
		clear(acc[:n])
		offset := (first + from*halfLanes) * field.Bytes
		for i := range g.count() {
			group, scalars := g.group(i)
			next, nextOffset := i+1, offset
			if next == g.count() { // the rows behind these; reading ahead of the end is harmless
				next, nextOffset = 0, offset+n*halfLanes*field.Bytes
			}
			ahead, _ := g.group(next)
			addColumnsAVX2(&acc[0], group, ahead, scalars, offset, nextOffset, n)
		}
		drainAVX2(&v, &acc[0], from*halfLanes*field.Bytes, n)
	}
}

func addInnerProductsHalves(sums []E6, a Vector, columns [][]field.Element, first, blocks int) {
	const part = columnRows / lanes
	weights := make([][Degree][4][4]uint64, part) // not on the stack: whole cache lines
	acc := make([]columnSums, len(columns))
	for from := 0; from < blocks; from += part {
		n := min(part, blocks-from)
		splitAVX2(&weights[0], &a, from*lanes*field.Bytes, n)
		for j, column := range columns {
			next := columns[min(j+1, len(columns)-1)]
			dotAVX2(&acc[j], &weights[0], &column[first+from*lanes], &next[first+from*lanes], n)
		}
	}
	for j := range acc {
		for k := range sums[j] {
			sums[j][k] = sums[j][k].Add(acc[j][k].total())
		}
	}
}

// total is the reduced sum of all lanes. A lane's sum of high words has fewer than 2^32 terms.
func (h *halves) total() field.Element {
	const p = field.Modulus
	var sum uint64 // below 8p
	for lane, high := range h[1] {
		low := h[0][lane] - high<<32
		sum += low%p + high%p*(1<<32%p)%p
	}
	return field.Reduce(sum % p)
}
