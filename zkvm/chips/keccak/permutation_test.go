package keccak

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/air/check"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/accel"
	"github.com/ashlar-labs/ashlar/zkvm/record"
)

// calls are random calls with the accesses that the recorder makes.
func calls(n int) *record.Segment {
	rng := rand.New(rand.NewPCG(1, 2))
	seg := &record.Segment{Calls: map[uint64][]record.Call{}}
	for i := range n {
		c := record.Call{Time: uint32(101 + 2*i), Accesses: make([]record.Access, 3+blockLanes+lanes)}
		var state [lanes]uint64
		var block [blockLanes]uint64
		for l := range block {
			block[l] = rng.Uint64()
			c.Accesses[3+l] = record.Access{Old: block[l], Value: block[l]}
		}
		for l := range state {
			state[l] = rng.Uint64()
			c.Accesses[3+blockLanes+l].Old = state[l]
		}
		accel.KeccakAbsorb(&state, &block)
		for l := range state {
			c.Accesses[3+blockLanes+l].Value = state[l]
		}
		seg.Calls[abi.EcallKeccakAbsorb] = append(seg.Calls[abi.EcallKeccakAbsorb], c)
	}
	return seg
}

func columns(chip *air.Chip, log int) [][]field.Element {
	out := make([][]field.Element, len(chip.Main))
	for i := range out {
		out[i] = make([]field.Element, 1<<log)
	}
	return out
}

func permutationInstance(seg *record.Segment, log int) check.Instance {
	chip := newPermutation()
	in := check.Instance{Chip: chip, Main: columns(chip, log), Fixed: fixedPermutation(log)}
	fillPermutation(seg, in.Main)
	return in
}

// demands are the four tuples that the call chip takes for each call.
func demands(seg *record.Segment) (out []check.Message) {
	for _, c := range seg.Calls[abi.EcallKeccakAbsorb] {
		before, after := input(&c), [lanes]uint64{}
		for l := range after {
			after[l] = c.Accesses[3+blockLanes+l].Value
		}
		for part := range 4 {
			words := &before
			if part >= 2 {
				words = &after
			}
			tuple := []field.Element{field.New(uint64(c.Time)), field.New(uint64(part))}
			for i := range half {
				n := part%2*half + i
				tuple = append(tuple, field.New(words[n/limbs]>>(16*(n%limbs))&0xffff))
			}
			out = append(out, check.Message{Bus: stateBus, Direction: air.Take, Multiplicity: field.One, Tuple: tuple})
		}
	}
	return out
}

// supplies are the tuples of demands from the other side.
func supplies(seg *record.Segment) []check.Message {
	out := demands(seg)
	for i := range out {
		out[i].Direction = air.Put
	}
	return out
}

func TestPermutation(t *testing.T) {
	seg := calls(3)
	in := []check.Instance{permutationInstance(seg, 7)}
	external := demands(seg)
	if err := check.All(in, external); err != nil {
		t.Fatal(err)
	}
	external[2].Tuple[5] = external[2].Tuple[5].Add(field.One)
	if bad, err := check.Balance(in, external); err != nil || len(bad) == 0 {
		t.Fatalf("a wrong result of keccak-f was found in the table: %v, %v", bad, err)
	}
}

func TestRoundConstants(t *testing.T) {
	if roundConstants[0] != 1 || roundConstants[1] != 0x8082 || roundConstants[23] != 0x8000000080008008 {
		t.Fatalf("%x", roundConstants)
	}
}

func TestPermutationCorruption(t *testing.T) {
	seg := calls(1)
	in := []check.Instance{permutationInstance(seg, 7)}
	survivors, err := check.Corrupt(in, demands(seg), check.Corruption{Rows: map[string][]int{"keccakf": {11}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range survivors {
		t.Error(fmt.Sprint(s))
	}
}
