package poseidon2

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/hash/poseidon2"
	"github.com/ashlar-labs/ashlar/zkvm/chips/adapter"
)

// sboxes is the number of S-box columns of an instance.
func sboxes(s *poseidon2.Spec) int {
	return (len(s.Initial)+len(s.Final))*s.Width + len(s.Partial)
}

// permute adds the S-box columns and returns the permuted words, of degree one.
func permute(b *adapter.Builder, s *poseidon2.Spec, x []air.Expr) []air.Expr {
	cube := func(name string, in air.Expr) air.Expr {
		out := b.Main(name, "field (cube)")
		b.Zero(name+" is the cube", out.Sub(in.Mul(in).Mul(in)))
		return out.Expr
	}
	full := func(name string, x []air.Expr, rc []field.Element) []air.Expr {
		out := make([]air.Expr, len(x))
		for i := range x {
			out[i] = cube(fmt.Sprintf("%s.%d", name, i), x[i].Add(b.Const(rc[i])))
		}
		return external(out)
	}
	x = external(x)
	for r, rc := range s.Initial {
		x = full(fmt.Sprintf("initial%d", r), x, rc)
	}
	for r, rc := range s.Partial {
		x0 := cube(fmt.Sprintf("partial%d", r), x[0].Add(b.Const(rc)))
		x = internal(b, s, append([]air.Expr{x0}, x[1:]...))
	}
	for r, rc := range s.Final {
		x = full(fmt.Sprintf("final%d", r), x, rc)
	}
	return x
}

// external is circ(2 M4, M4, ..., M4).
func external(x []air.Expr) []air.Expr {
	out := make([]air.Expr, len(x))
	var sums [4]air.Expr
	for i := 0; i < len(x); i += 4 {
		all := x[i].Add(x[i+1]).Add(x[i+2].Add(x[i+3]))
		for j := range 4 {
			// Row j of M4 = circ(2, 3, 1, 1): the sum, once more x_j, twice more the next one.
			out[i+j] = all.Add(x[i+j]).Add(x[i+(j+1)%4].Scale(2))
			if i == 0 {
				sums[j] = out[j]
			} else {
				sums[j] = sums[j].Add(out[i+j])
			}
		}
	}
	for i := range out {
		out[i] = out[i].Add(sums[i%4])
	}
	return out
}

// internal is J + diag(v).
func internal(b *adapter.Builder, s *poseidon2.Spec, x []air.Expr) []air.Expr {
	sum := b.Sum(x...)
	out := make([]air.Expr, len(x))
	for i := range x {
		out[i] = sum.Add(x[i].Mul(b.Const(s.Diagonal[i])))
	}
	return out
}

// fillPermutation permutes x in place and writes the S-box columns in the order in which
// permute adds them.
func fillPermutation(s *poseidon2.Spec, x, columns []field.Element) {
	full := func(rc []field.Element) {
		for i := range x {
			x[i] = cubed(x[i].Add(rc[i]))
			columns[i] = x[i]
		}
		columns = columns[len(x):]
		externalOf(x)
	}
	externalOf(x)
	for _, rc := range s.Initial {
		full(rc)
	}
	for _, rc := range s.Partial {
		x[0] = cubed(x[0].Add(rc))
		columns[0], columns = x[0], columns[1:]
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

func cubed(x field.Element) field.Element { return x.Mul(x).Mul(x) }

func externalOf(x []field.Element) {
	var sums [4]field.Element
	for i := 0; i < len(x); i += 4 {
		w := [4]field.Element(x[i : i+4])
		all := w[0].Add(w[1]).Add(w[2].Add(w[3]))
		for j := range 4 {
			next := w[(j+1)%4]
			x[i+j] = all.Add(w[j]).Add(next.Add(next))
			sums[j] = sums[j].Add(x[i+j])
		}
	}
	for i := range x {
		x[i] = x[i].Add(sums[i%4])
	}
}
