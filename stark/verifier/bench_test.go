package verifier

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/stark/proof"
	"github.com/ashlar-labs/ashlar/stark/prover"
)

// segmentChip has the size of an instruction chip, with buses that balance on every row.
func segmentChip(name string, shared bool) *air.Chip {
	b := air.NewBuilder(name)
	if shared {
		b.Shared()
	}
	var x []air.Expr
	for i := range 32 {
		x = append(x, b.Main(fmt.Sprint("x", i), "field"))
	}
	for i := range 30 {
		b.Zero(fmt.Sprint("zero ", i), x[i].Mul(x[i+1]).Mul(x[i+2].Next().Sub(x[i+2].Next())).Add(x[i].Mul(x[i+1])).Sub(x[i+1].Mul(x[i])))
	}
	state := air.Bus{ID: 1, Name: "STATE", Kind: air.Permutation, Width: 6}
	bytes := air.Bus{ID: 2, Name: "BYTES", Kind: air.Lookup, Width: 3}
	for i := range 4 {
		b.Receive(state, x[i:i+6]...)
		b.Send(state, x[i:i+6]...)
		b.Supply(bytes, x[i], x[i:i+3]...)
		b.Demand(bytes, x[i], x[i:i+3]...)
	}
	return b.Must()
}

// segment is a proof under p100 of thirty tables with 2600 base columns in all, the
// tallest of 2^16 rows.
func segment(b *testing.B, layer string) (*proof.Key, []byte) {
	s, shape := &proof.System{Name: "segment"}, proof.Shape{}
	for i := range 30 {
		s.Chips = append(s.Chips, segmentChip(fmt.Sprint("chip", i), i%10 == 9))
		shape = append(shape, max(16-i, 8+i%3))
	}
	layout, err := proof.NewLayout(params.P100(), layer, s, shape)
	if err != nil {
		b.Fatal(err)
	}
	in, rng := &prover.Input{}, rand.New(rand.NewPCG(1, 1))
	for i := range layout.Tables {
		main := make(columns, 32)
		for c := range main {
			main[c] = make([]field.Element, layout.Tables[i].Height())
			for r := range main[c] {
				main[c][r] = field.New(rng.Uint64())
			}
		}
		in.Main = append(in.Main, main)
	}
	p, err := prover.Setup(context.Background(), layout, make(prover.Columns, 30), prover.Options{Workers: 2})
	if err != nil {
		b.Fatal(err)
	}
	made, err := p.Prove(context.Background(), in, prover.Options{Workers: 2})
	if err != nil {
		b.Fatal(err)
	}
	return p.Key(), layout.AppendProof(nil, made)
}

func BenchmarkSegment(b *testing.B) {
	for _, layer := range []string{params.LeafHalf, params.LeafQuarter} {
		b.Run(layer, func(b *testing.B) { benchSegment(b, layer) })
	}
}

func benchSegment(b *testing.B, layer string) {
	key, wire := segment(b, layer)
	width := 0
	for id := range proof.NumTrees {
		for i := range key.Trees[id].Matrices {
			width += key.Trees[id].Matrices[i].Width()
		}
	}
	p, err := key.DecodeProof(wire)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("decode", func(b *testing.B) {
		b.ReportMetric(float64(len(wire)), "proof-bytes")
		for range b.N {
			if _, err := key.DecodeProof(wire); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("verify", func(b *testing.B) {
		b.ReportAllocs()
		b.ReportMetric(float64(width), "columns")
		for range b.N {
			if _, err := Verify(key, nil, nil, proof.Global{}, nil, p); err != nil {
				b.Fatal(err)
			}
		}
	})
	d, err := draw(key, nil, nil, proof.Global{}, p, nil)
	if err != nil {
		b.Fatal(err)
	}
	for name, part := range map[string]func(){
		"transcript":  func() { _, err = draw(key, nil, nil, proof.Global{}, p, nil) },
		"constraints": func() { err = checkConstraints(key, nil, d, p) },
		"openings":    func() { err = checkOpenings(key, d.fri.Indices, p) },
		"deep":        func() { deepValues(key, d, p) },
	} {
		b.Run(name, func(b *testing.B) {
			for range b.N {
				if part(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkKey lays out a segment and computes the digest of its key.
func BenchmarkKey(b *testing.B) {
	key, _ := segment(b, params.LeafHalf)
	s, shape := &proof.System{Name: "segment"}, proof.Shape{}
	for i := range key.Tables {
		s.Chips, shape = append(s.Chips, key.Tables[i].Chip), append(shape, key.Tables[i].LogHeight)
	}
	var layout *proof.Layout
	b.Run("layout", func(b *testing.B) {
		for range b.N {
			var err error
			if layout, err = proof.NewLayout(params.P100(), params.LeafHalf, s, shape); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("digest", func(b *testing.B) {
		for range b.N {
			if _, err := proof.NewKey(layout, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
}
