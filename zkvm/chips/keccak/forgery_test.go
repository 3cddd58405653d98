package keccak

import (
	"math/bits"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/stark/air/check"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/chips/calltest"
)

// TestHalvesOfOnePermutation: with the permutations of two calls under the id of one, that
// one cannot have the input of the first and the output, or half of it, of the second.
func TestHalvesOfOnePermutation(t *testing.T) {
	seg := calls(2)
	all := demands(seg)
	id := all[0].Tuple[0]
	for i := range all {
		all[i].Tuple[0] = id
	}
	supplied := func(times ...field.Element) check.Instance {
		in := permutationInstance(seg, 7)
		for r := range 2 * rounds {
			in.Main[0][r], in.Main[1][r] = times[r/rounds], id
		}
		return in
	}
	for _, x := range []struct {
		what  string
		parts []int // of the eight tuples of both
		times []field.Element
		ok    bool
	}{
		{"the first", []int{0, 1, 2, 3}, []field.Element{1, 0}, true},
		{"the second", []int{4, 5, 6, 7}, []field.Element{0, 1}, true},
		{"both, for two calls at one time, which there are not", []int{0, 1, 6, 7, 4, 5, 2, 3}, []field.Element{1, 1}, true},
		{"input and output of two", []int{0, 1, 6, 7}, []field.Element{1, 1}, false},
		{"a part of each", []int{0, 1, 2, 7}, []field.Element{1, 1}, false},
		{"a part of each input", []int{0, 5, 2, 3}, []field.Element{1, 1}, false},
		{"the first of nothing", []int{0, 1, 2, 3}, []field.Element{0, 0}, false},
		{"nothing of both", nil, []field.Element{1, 1}, false},
	} {
		for i, v := range x.times {
			x.times[i] = field.New(uint64(v))
		}
		var external []check.Message
		for _, p := range x.parts {
			external = append(external, all[p])
		}
		if err := check.All([]check.Instance{supplied(x.times...)}, external); (err == nil) != x.ok {
			t.Errorf("%s: %v", x.what, err)
		}
	}
	// Multiplicities that cancel what should not be there, and ones that change on the way.
	for _, times := range [][2]field.Element{{field.New(2), field.One.Neg()}, {field.One.Neg(), field.New(2)}} {
		if err := check.All([]check.Instance{supplied(times[0], times[1])}, nil); err == nil || !strings.Contains(err.Error(), "times") {
			t.Errorf("times %v: %v", times, err)
		}
	}
	in := supplied(field.One, 0)
	in.Main[0][rounds-1], in.Main[0][2*rounds-1] = 0, field.One
	if err := check.All([]check.Instance{in}, []check.Message{all[0], all[1], all[6], all[7]}); err == nil || !strings.Contains(err.Error(), "times is that of the permutation") {
		t.Errorf("times that change: %v", err)
	}
}

// TestParitiesAreNotFree takes another column parity in the last round, with all that
// follows from it: only that the parity after theta is another one gives it away.
func TestParitiesAreNotFree(t *testing.T) {
	seg := calls(1)
	last := rounds - 1
	var in [lanes]uint64
	state := input(&seg.Calls[abi.EcallKeccakAbsorb][0])
	row := make([]field.Element, width)
	for r := range last {
		state = fillRound(row[2:], state, roundConstants[r])
	}
	in = state
	for _, flipped := range [][5]uint64{{1}, {0, 0, 1 << 63}, {3, 0, 0, 0, 5}, {^uint64(0), ^uint64(0), ^uint64(0), ^uint64(0), ^uint64(0)}} {
		instance := permutationInstance(seg, 7)
		var parity, theta [5]uint64
		for x := range parity {
			parity[x] = in[x] ^ in[x+5] ^ in[x+10] ^ in[x+15] ^ in[x+20] ^ flipped[x]
		}
		var after [lanes]uint64
		for x := range theta {
			d := parity[(x+4)%5] ^ bits.RotateLeft64(parity[(x+1)%5], 1)
			theta[x] = parity[x] ^ d
			for l := x; l < lanes; l += 5 {
				after[l] = in[l] ^ d
			}
		}
		out := chiOf(&after)
		rest := writeLimbs(row[2:], &in)
		rest = writeBits(rest, parity[:])
		rest = writeBits(rest, theta[:])
		rest = writeBits(rest, after[:])
		for i, pos := range iotaBits {
			rest[i] = bit(out[0], pos)
		}
		out[0] ^= roundConstants[last]
		writeLimbs(rest[len(iotaBits):], &out)
		for c := 2; c < width; c++ {
			instance.Main[c][last] = row[c]
		}
		bad, err := check.Constraints([]check.Instance{instance})
		if err != nil || len(bad) == 0 {
			t.Fatalf("parities changed by %x: %v, %v", flipped, bad, err)
		}
		for _, v := range bad {
			if !strings.Contains(v.Name, "parity after theta") {
				t.Errorf("parities changed by %x: %v", flipped, v)
			}
		}
	}
}

// TestConstraintsAreNeeded changes cells and wants every constraint to notice some change:
// of a call and of padding; of a round that another one follows, in a table cut to these two.
func TestConstraintsAreNeeded(t *testing.T) {
	call := calltest.Fill(Tables()[:1], machine(t).Segment, 3)[0]
	two := permutationInstance(calls(1), 5)
	for _, columns := range [][][]field.Element{two.Main, two.Fixed} {
		for c := range columns {
			columns[c] = columns[c][:2]
		}
	}
	clear(two.Fixed[2][1:]) // link: the next row would be the first
	for _, x := range []struct {
		in   check.Instance
		rows []int
	}{{call, []int{1, 5}}, {two, []int{0}}} {
		needless, err := calltest.Needless(x.in, x.rows...)
		if err != nil || len(needless) != 0 {
			t.Errorf("%s: no change of a cell violates %q, %v", x.in.Chip.Name, needless, err)
		}
	}
}
