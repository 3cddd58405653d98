//go:build !purego

package ext

import (
	"math/bits"
	"unsafe"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/backend"
)

// The assembly sums products of two 31-bit words as their low 52 bits and the rest, with
// the multiply-add of AVX-512 IFMA (see columns_avx2_amd64.go for how without): nothing is reduced before the end of a sum. A sum of
// low halves must stay below 2^64, so it has at most 2^12 products.

const maxProducts = 1 << 12

// accumulators are the sums of one inner product: by coefficient, for the even and for
// the odd rows, low halves and rest, in eight lanes.
type accumulators [Degree][2][2][8]uint64

// addColumnsIFMA adds the products of count columns with their scalars, for 16 rows to
// each of the accumulators. columns points to slice headers, scalars to six words for
// each, offset is in bytes, of the first row. The same part of the columns at next is
// brought to the cache. count and blocks are at least one.
//
//go:noescape
func addColumnsIFMA(acc *accumulators, columns, next *[]field.Element, scalars *[Degree]uint64, count, offset, nextOffset, blocks int)

// drainIFMA reduces the sums and adds them to blocks*16 elements of v.
//
//go:noescape
func drainIFMA(v *Vector, acc *accumulators, offset, blocks int)

// splitIFMA writes even and odd rows of blocks*16 elements of a as 64-bit words.
//
//go:noescape
func splitIFMA(to *[Degree][2][8]uint64, a *Vector, offset, blocks int)

// dotIFMA adds the products of blocks*16 weights and words of a column, and brings as much
// of the next one to the cache.
//
//go:noescape
func dotIFMA(acc *accumulators, weights *[Degree][2][8]uint64, column, next *field.Element, blocks int)

// addFewIFMA adds the products of count columns with their scalars to blocks*16 elements of
// v. columns points to slice headers, scalars to six words for each, offset is in bytes, of
// the first row in the columns. count and blocks are at least one.
//
//go:noescape
func addFewIFMA(v *Vector, columns *[]field.Element, scalars *[Degree]uint64, count, offset, blocks int)

// fewColumns is the number of columns up to which all of them are visited for each 16 rows,
// and without IFMA four by four for all rows.
const fewColumns = 16

// Columns are as a rule a power of two long and so share cache sets, of eight lines: few
// are visited at a time, for sumBlocks blocks whose accumulators stay in the first-level
// cache.
const (
	sumColumns = 8
	sumBlocks  = 8
)

func addScaledColumnsWide(v Vector, columns [][]field.Element, first int, scalars []E6) int {
	blocks := v.Len() / lanes
	switch {
	case use == backend.Portable || blocks == 0 || len(columns) == 0:
		return 0
	case use == backend.AVX2:
		addColumnsHalves(v, columns, first, scalars, 2*blocks)
		return blocks * lanes
	}
	if len(columns) <= fewColumns {
		addFewColumns(v, columns, first, scalars, blocks)
		return blocks * lanes
	}
	var few [64][Degree]uint64 // on the stack, as calls with short vectors are frequent
	words := few[:]
	if len(scalars) > len(few) {
		words = make([][Degree]uint64, len(scalars))
	}
	words = words[:len(scalars)]
	for j := range words {
		for k, c := range scalars[j] {
			words[j][k] = uint64(c)
		}
	}
	var space [sumBlocks + 1]accumulators
	acc := wholeLines(space[:])
	for ; len(columns) > 0; columns, words = columns[min(maxProducts, len(columns)):], words[min(maxProducts, len(words)):] {
		part := columns[:min(maxProducts, len(columns))]
		for from := 0; from < blocks; from += sumBlocks {
			n := min(sumBlocks, blocks-from)
			clear(acc)
			sumColumnsWide(acc[:n], part, words, (first+from*lanes)*field.Bytes)
			drainIFMA(&v, &acc[0], from*lanes*field.Bytes, n)
		}
	}
	return blocks * lanes
}

// addFewColumns does it with sums that stay in registers.
func addFewColumns(v Vector, columns [][]field.Element, first int, scalars []E6, blocks int) {
	if len(columns) == 0 {
		return
	}
	var words [fewColumns][Degree]uint64
	for j := range scalars {
		for k, c := range scalars[j] {
			words[j][k] = uint64(c)
		}
	}
	addFewIFMA(&v, &columns[0], &words[0], len(columns), first*field.Bytes, blocks)
}

// wholeLines returns the part of the space, one element less, that begins with a cache line:
// stores across two lines take twice as long. An element is at least a line.
func wholeLines[T any](space []T) []T {
	const line = 64
	at := unsafe.Pointer(&space[0])
	return unsafe.Slice((*T)(unsafe.Add(at, -uintptr(at)&(line-1))), len(space)-1)
}

func sumColumnsWide(acc []accumulators, columns [][]field.Element, words [][Degree]uint64, offset int) {
	for j := 0; j < len(columns); j += sumColumns {
		n := min(sumColumns, len(columns)-j)
		next, nextOffset := min(j+n, len(columns)-n), offset
		if j+n == len(columns) { // the rows behind these; reading ahead of the end is harmless
			next, nextOffset = 0, offset+len(acc)*lanes*field.Bytes
		}
		addColumnsIFMA(&acc[0], &columns[j], &columns[next], &words[j], n, offset, nextOffset, len(acc))
	}
}

func addInnerProductsWide(sums []E6, a Vector, columns [][]field.Element, first int) int {
	blocks := a.Len() / lanes
	switch {
	case use == backend.Portable || blocks == 0:
		return 0
	case use == backend.AVX2:
		addInnerProductsHalves(sums, a, columns, first, blocks)
		return blocks * lanes
	}
	const part = columnRows / lanes
	weights := make([][Degree][2][8]uint64, part) // not on the stack: whole cache lines
	acc := make([]accumulators, len(columns))
	for from := 0; from < blocks; from += part {
		n := min(part, blocks-from)
		splitIFMA(&weights[0], &a, from*lanes*field.Bytes, n)
		for j, column := range columns {
			next := columns[min(j+1, len(columns)-1)]
			dotIFMA(&acc[j], &weights[0], &column[first+from*lanes], &next[first+from*lanes], n)
		}
		if full := (from+part)%(maxProducts-part) < part; full || from+n == blocks {
			drain(sums, acc)
		}
	}
	return blocks * lanes
}

// drain adds what the accumulators hold to the sums and clears them.
func drain(sums []E6, acc []accumulators) {
	for j := range acc {
		for k := range sums[j] {
			sums[j][k] = sums[j][k].Add(total(&acc[j][k]))
		}
	}
	clear(acc)
}

// total is the reduced sum of one coefficient.
func total(acc *[2][2][8]uint64) field.Element {
	var low, carry, rest uint64
	for parity := range acc {
		for lane, x := range acc[parity][0] {
			var c uint64
			low, c = bits.Add64(low, x, 0)
			carry += c
			rest += acc[parity][1][lane]
		}
	}
	const p = field.Modulus
	sum := low%p + carry*(1<<64%p) + rest%p*(1<<52%p) // the carry is at most 15
	return field.Reduce(sum % p)
}
