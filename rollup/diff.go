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
	full := best.Bytes32()
	if kind == diffRaw {
		return append(append(dst, diffRaw), full[:]...)
	}
	n := best.ByteLen()
	dst = append(dst, byte(n)<<3|kind)
	return append(dst, full[32-n:]...)
}

// diffSize is the length of what appendDiff appends, in bytes.
func diffSize(before, after *uint256.Int) int {
	var up, down uint256.Int
	up.Sub(after, before)
	down.Sub(before, after)
	return 1 + min(after.ByteLen(), up.ByteLen(), down.ByteLen())
}

func chooseDiff(before, after *uint256.Int) (byte, uint256.Int) {
	kind, best := diffNew, *after
	var d uint256.Int
	if d.Sub(after, before); d.ByteLen() < best.ByteLen() {
		kind, best = diffAdd, d
	}
	if d.Sub(before, after); d.ByteLen() < best.ByteLen() {
		kind, best = diffSub, d
	}
	// A length of 32 does not fit the five bits beside the kind, except for the raw form, whose byte is 0.
	if best.ByteLen() == 32 {
		return diffRaw, *after
	}
	return kind, best
}

// applyDiff reads one diff and applies it to before. A form that appendDiff would not have chosen is refused.
func (r *reader) applyDiff(before *uint256.Int) (after uint256.Int) {
	meta := r.uint8()
	n := int(meta >> 3)
	kind := meta & 7
	if kind == diffRaw && n == 0 {
		n = 32
	}
	b := r.take(n)
	if r.err != nil {
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
		r.err = fmt.Errorf("value diff %#x is not the shortest form: %w", meta, ErrEncoding)
	}
	return after
}
