package poseidon2

import (
	"slices"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field"
)

// run is the permutation as the documentation of Spec says it.
func (s Spec) run(x []field.Element) {
	full := func(rc []field.Element) {
		for i := range x {
			x[i] = x[i].Add(rc[i]).Exp(3)
		}
		external(x)
	}
	external(x)
	for _, rc := range s.Initial {
		full(rc)
	}
	for _, rc := range s.Partial {
		x[0] = x[0].Add(rc).Exp(3)
		var sum field.Element
		for _, e := range x {
			sum = sum.Add(e)
		}
		for i := range x {
			x[i] = x[i].Mul(s.Diagonal[i]).Add(sum)
		}
	}
	for _, rc := range s.Final {
		full(rc)
	}
}

func TestSpec(t *testing.T) {
	var x [16]field.Element
	var y [24]field.Element
	for i := range y {
		y[i] = field.New(uint64(i*i + 7))
	}
	copy(x[:], y[:])
	a, b := slices.Clone(x[:]), slices.Clone(y[:])
	Spec16().run(a)
	Spec24().run(b)
	Permute16(&x)
	Permute24(&y)
	if !slices.Equal(a, x[:]) || !slices.Equal(b, y[:]) {
		t.Fatal("the data of an instance does not give its permutation")
	}
}
