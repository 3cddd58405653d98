package rollup

import (
	"fmt"

	"github.com/holiman/uint256"
)

// Kinds of a value diff, docs/spec.md section 5.
const (
	diffRaw byte = iota
	diffAdd
	diffSub
	diffNew
)

// appendDiff appends the shortest form of the change from before to after.
func appendDiff(dst []byte, before, after *uint256.Int) []byte {
	kind, best := chooseDiff(before, after)
	if kind == diffRaw {
		return appendBigEndian(append(dst, diffRaw), best, 32)
	}
	n := best.ByteLen()
	return appendBigEndian(append(dst, byte(n)<<3|kind), best, n)
}

// appendBigEndian appends the n lowest bytes of v, the highest first.
func appendBigEndian(dst []byte, v *uint256.Int, n int) []byte {
	for n > 0 {
		n--
		dst = append(dst, byte(v[n/8&3]>>(8*(n%8))))
	}
	return dst
}

// diffSize is the length of what appendDiff appends, in bytes.
func diffSize(before, after *uint256.Int) int {
	var up, down uint256.Int
	up.Sub(after, before)
	down.Sub(before, after)
	return 1 + min(after.ByteLen(), up.ByteLen(), down.ByteLen())
}

func chooseDiff(before, after *uint256.Int) (kind byte, best *uint256.Int) {
	kind, best = diffNew, after
	length := after.ByteLen()
	up := new(uint256.Int).Sub(after, before)
	if n := up.ByteLen(); n < length {
		kind, best, length = diffAdd, up, n
	}
	down := new(uint256.Int).Sub(before, after)
	if n := down.ByteLen(); n < length {
		kind, best, length = diffSub, down, n
	}
	// A length of 32 does not fit the five bits beside the kind, except for the raw form, whose byte is 0.
	if length == 32 {
		return diffRaw, after
	}
	return kind, best
}

// applyDiff reads one diff and applies it to before. A form that appendDiff would not have chosen is refused.
func (r *reader) applyDiff(before *uint256.Int) (after uint256.Int) {
	meta := r.Uint8()
	n := int(meta >> 3)
	kind := meta & 7
	if kind == diffRaw && n == 0 {
		n = 32
	}
	b := r.Take(n)
	if r.Err != nil {
		return after
	}
	var d uint256.Int
	d.SetBytes(b)
	switch kind {
	case diffAdd:
		after.Add(before, &d)
	case diffSub:
		after.Sub(before, &d)
	case diffNew, diffRaw:
		after = d
	}
	want := appendDiff(nil, before, &after)
	if after.Eq(before) || len(want) != 1+n || want[0] != meta || (n > 0 && want[1] != b[0]) {
		r.Err = fmt.Errorf("value diff %#x is not the shortest form: %w", meta, ErrEncoding)
	}
	return after
}
