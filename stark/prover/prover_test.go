package prover

import (
	"testing"

	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/stark/proof"
)

var layers = []string{params.LeafHalf, params.LeafQuarter, params.Recursion, params.Last}

// shapes have one or many heights, equal ones, and chips left out.
var shapes = []proof.Shape{
	{7, 0, 0, 0, 0, 0},
	{8, 9, 7, 7, 7, 10},
	{10, 11, 9, 8, 8, 7},
	{0, 10, 10, 0, 0, 0},
	{0, 0, 0, 11, 11, 0},
}

func TestProve(t *testing.T) {
	for _, layer := range layers {
		for _, shape := range shapes {
			y := newToy(t, layer, shape)
			p := y.setup(t)
			out := prove(t, p, y.input, Options{Workers: 2, Check: true})
			if err := y.layout.CheckForm(out); err != nil {
				t.Fatal(err)
			}
			identity(t, p, y.input, out)
		}
	}
}
