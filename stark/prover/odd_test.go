package prover

import (
	"context"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/stark/proof"
)

// TestOddChips proves chips at the edge: without constraints, without main columns, with
// messages on one side only, with multiplicities that are constants or expressions.
func TestOddChips(t *testing.T) {
	bus := air.Bus{ID: 7, Name: "WAY", Kind: air.Permutation, Width: 1}
	list := air.Bus{ID: 8, Name: "LIST", Kind: air.Lookup, Width: 1}
	idle := air.NewBuilder("idle")
	idle.Main("x", "field")
	from := air.NewBuilder("from")
	from.Send(bus, from.Main("x", "field"))
	to := air.NewBuilder("to")
	to.Receive(bus, to.Main("x", "field"))
	fixed := air.NewBuilder("fixed")
	f := fixed.Fixed("f")
	fixed.Supply(list, fixed.Int(3), f)
	fixed.Demand(list, f.Mul(f), fixed.Int(9))
	fixed.Demand(list, fixed.Int(3), f.Next())
	fixed.Supply(list, f.Next().Mul(f.Next()).Sub(fixed.Public(0)), fixed.Int(9))
	fixed.Supply(list, fixed.Public(0), fixed.Int(9))
	s := &proof.System{Name: "odd", Publics: 1, Chips: []*air.Chip{idle.Must(), from.Must(), to.Must(), fixed.Must()}}
	l := newLayout(t, s, params.LeafHalf, proof.Shape{8, 7, 7, 9})
	n := 1 << 7
	x, y, free, values := newColumns(1, n), newColumns(1, n), newColumns(1, 2*n), newColumns(1, 4*n)
	for j := range n {
		x[0][j] = num(j * j)
	}
	turn(y[0], x[0], 9)
	for j := range values[0] {
		values[0][j] = num(j + 5)
	}
	in := &Input{Publics: []field.Element{num(77)}, Main: Columns{free, x, y, nil}}
	p, err := Setup(context.Background(), l, Columns{nil, nil, nil, values}, Options{Workers: 2})
	if err != nil {
		t.Fatal(err)
	}
	out := prove(t, p, in, Options{Workers: 2, Check: true})
	if _, err := verify(p.Key(), in, out, nil); err != nil {
		t.Fatal(err)
	}
	in.Publics[0] = field.Modulus
	if _, err := p.Prove(context.Background(), in, Options{}); err == nil || !strings.Contains(err.Error(), "not canonical") {
		t.Errorf("public value of p: %v", err)
	}
}
