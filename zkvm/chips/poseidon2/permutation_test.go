package poseidon2

import (
	"fmt"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/air/check"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/hash/poseidon2"
	"github.com/ashlar-labs/ashlar/zkvm/chips/adapter"
)

var resultBus = air.Bus{ID: 1000, Name: "RESULT", Kind: air.Lookup, Width: 24}

// permutationOnly is a chip of the permutation alone: inputs are free columns, the result
// goes to a bus.
func permutationOnly(s *poseidon2.Spec) *air.Chip {
	b := adapter.New("permutation")
	in := make([]air.Expr, s.Width)
	for i := range in {
		in[i] = b.Main(fmt.Sprintf("in%d", i), "field").Expr
	}
	out := permute(b, s, in)
	tuple := append([]air.Expr{}, out...)
	for len(tuple) < 24 {
		tuple = append(tuple, b.Int(0))
	}
	b.Supply(resultBus, b.One(), tuple...)
	return b.Done()
}

func TestPermutationIsTheReference(t *testing.T) {
	for _, s := range []poseidon2.Spec{poseidon2.Spec16(), poseidon2.Spec24()} {
		chip := permutationOnly(&s)
		in := check.Instance{Chip: chip, Main: make([][]field.Element, len(chip.Main))}
		for c := range in.Main {
			in.Main[c] = make([]field.Element, 4)
		}
		var external []check.Message
		for row := range 4 {
			x := make([]field.Element, s.Width)
			var w16 [16]field.Element
			var w24 [24]field.Element
			for i := range x {
				x[i] = field.New(uint64(row*1000+i*i) * 0x9e3779b97f4a7c15 >> 33)
				in.Main[i][row] = x[i]
			}
			copy(w16[:], x)
			copy(w24[:], x)
			poseidon2.Permute16(&w16)
			poseidon2.Permute24(&w24)
			want := make([]field.Element, 24)
			if s.Width == 16 {
				copy(want, w16[:])
			} else {
				copy(want, w24[:])
			}
			columns := make([]field.Element, sboxes(&s))
			fillPermutation(&s, x, columns)
			for i, v := range columns {
				in.Main[s.Width+i][row] = v
			}
			external = append(external, check.Message{Bus: resultBus, Direction: air.Take, Multiplicity: field.One, Tuple: want})
		}
		if err := check.All([]check.Instance{in}, external); err != nil {
			t.Errorf("width %d: %v", s.Width, err)
		}
		in.Main[s.Width+5][1] = in.Main[s.Width+5][1].Add(field.One)
		if err := check.All([]check.Instance{in}, external); err == nil {
			t.Errorf("width %d: a wrong cube is accepted", s.Width)
		}
	}
}
