package prover

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
)

func randomE6(rng *rand.Rand) (x ext.E6) {
	for k := range x {
		x[k] = field.New(rng.Uint64())
	}
	return x
}

func randomVector(rng *rand.Rand, n int) ext.Vector {
	v := ext.NewVector(n)
	for i := range n {
		v.Set(i, randomE6(rng))
	}
	return v
}

func TestInverter(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	v := newInverter()
	for _, n := range []int{1, 15, 16, 17, 128, 250, 256, 512, 700} {
		a, dst := randomVector(rng, n), ext.NewVector(n)
		a.Set(0, ext.FromBase(3)) // in subfields, too
		a.Set(n/2, ext.E6{5, 0, 0, 7})
		a.Set(n-1, ext.E6{5, 0, 6, 0, 7})
		v.invert(dst, a)
		for i := range n {
			if dst.At(i) != a.At(i).Inv() {
				t.Fatalf("element %d of %d: %v", i, n, dst.At(i))
			}
		}
	}
}

func TestPoles(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 1))
	for _, n := range []int{1, 128, 512} {
		for _, z := range []ext.E6{randomE6(rng), {1, 2}, {1, 0, 0, 2}} {
			x, out, scale := make([]field.Element, n), ext.NewVector(n), randomE6(rng)
			for i := range x {
				x[i] = field.New(rng.Uint64())
			}
			for shift := range 2 {
				newPoles(z, scale, shift).at(out, x, newPoleScratch(n))
				for i := range x {
					want := scale.Mul(ext.FromBase(x[i]).Sub(z).Inv())
					if shift == 1 {
						want = want.MulBase(x[i])
					}
					if out.At(i) != want {
						t.Fatalf("element %d of %d, shift %d: %v, want %v", i, n, shift, out.At(i), want)
					}
				}
			}
		}
	}
}

// TestWeights evaluates random polynomials from their values on the domain.
func TestWeights(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 1))
	for _, log := range []int{7, 10} {
		d, err := newDomain(log, 1)
		if err != nil {
			t.Fatal(err)
		}
		coeffs, values := newColumns(3, d.rows()), newColumns(3, 2*d.rows())
		z := randomE6(rng)
		want := make([]ext.E6, 3)
		for c := range coeffs {
			for i := range coeffs[c] {
				coeffs[c][i] = field.New(rng.Uint64())
			}
			for i := len(coeffs[c]) - 1; i >= 0; i-- {
				want[c] = want[c].Mul(z).AddBase(coeffs[c][i])
			}
			if err := d.coset.Extend(values[c], coeffs[c]); err != nil {
				t.Fatal(err)
			}
		}
		w, err := d.weights(context.Background(), z, 2)
		if err != nil {
			t.Fatal(err)
		}
		got, err := evaluate(context.Background(), w, values, 2)
		if err != nil {
			t.Fatal(err)
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("2^%d: %v, want %v", log, got, want)
		}
	}
}

func BenchmarkInverter(b *testing.B) {
	a := randomVector(rand.New(rand.NewPCG(1, 1)), chunkRows)
	dst, v := ext.NewVector(chunkRows), newInverter()
	for name, invert := range map[string]func(){
		"norm": func() { v.invert(dst, a) },
		"tree": func() { dst.Inverse(a) },
	} {
		b.Run(name, func(b *testing.B) {
			for range b.N {
				invert()
			}
			b.ReportMetric(float64(b.Elapsed())/float64(b.N*chunkRows), "ns/element")
		})
	}
}
