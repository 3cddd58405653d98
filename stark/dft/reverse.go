package dft

import (
	"math/bits"

	"github.com/ashlar-labs/ashlar/stark/field"
)

// tileLog: tiles of 2^4 words are one cache line, and a pair of 16 x 16 tiles is 2 KiB.
const tileLog = 4

// bitReverse swaps a[i] with a[rev(i)]. An index of a large array is read as high bits,
// middle bits, low bits, with tileLog bits at each end: i = (h, m, l) goes to
// (rev l, rev m, rev h). All (h, l) of one m form a square tile whose rows are whole
// cache lines, and it trades places with the tile of rev m.
func bitReverse(a []field.Element, log int) {
	if log < 2*tileLog {
		for i := range a {
			if j := int(bits.Reverse32(uint32(i)) >> (32 - log)); i < j {
				a[i], a[j] = a[j], a[i]
			}
		}
		return
	}
	var x, y tile
	mid, high := log-2*tileLog, log-tileLog
	for m := range 1 << mid {
		r := reverseBits(m, mid)
		if r < m {
			continue
		}
		readTile(&x, a, m<<tileLog, high)
		if r != m {
			readTile(&y, a, r<<tileLog, high)
			writeTile(a, &y, m<<tileLog, high)
		}
		writeTile(a, &x, r<<tileLog, high)
	}
}

// bitReverseTo sets dst[rev(i)] to src[i]. Apart from the copy it saves, it does not
// read and write the same cache sets in turn.
func bitReverseTo(dst, src []field.Element, log int) {
	if bitReverseToWide(dst, src, log) {
		return
	}
	if log < 2*tileLog {
		copy(dst, src)
		bitReverse(dst, log)
		return
	}
	var x tile
	mid, high := log-2*tileLog, log-tileLog
	for m := range 1 << mid {
		r := reverseBits(m, mid)
		readTile(&x, src, m<<tileLog, high)
		writeTile(dst, &x, r<<tileLog, high)
	}
}

// reverseBits turns round the low bits of i; there may be none, hence two shifts.
func reverseBits(i, count int) int { return int(bits.Reverse32(uint32(i)) >> 1 >> (31 - count)) }

// side is the length of a tile's rows, and their number.
const side = 1 << tileLog

type tile [side][side]field.Element

// readTile gathers rows h, columns l of one tile at reversed places: (h, l) goes to
// (rev l, rev h). The rows are far apart and each is a miss, so all are asked for before
// any is needed.
func readTile(t *tile, a []field.Element, at, high int) {
	var rows tile
	for h := range rows {
		rows[h] = [side]field.Element(a[h<<high+at:])
	}
	for l := range side {
		to := &t[reverse4[l]&(side-1)]
		for h := range side {
			to[reverse4[h]&(side-1)] = rows[h][l]
		}
	}
}

func writeTile(a []field.Element, t *tile, at, high int) {
	for h := range t {
		*(*[side]field.Element)(a[h<<high+at:]) = t[h]
	}
}

// reverse4 turns round four bits.
var reverse4 = [16]uint8{0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15}
