package poseidon2

import (
	"math/rand/v2"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/backend"
)

// everyBackend runs f with each back end that the processor has.
func everyBackend[T interface {
	Run(name string, f func(T)) bool
}](t T, f func(T)) {
	best := use
	defer func() { use = best }()
	for _, b := range backend.Available() {
		use = b
		t.Run(string(b), f)
	}
}

func TestLanesMatchSingleStates(t *testing.T) { everyBackend(t, testLanesMatchSingleStates) }

// Random and extreme states; every lane differs from its neighbours.
func testLanesMatchSingleStates(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	edge := []field.Element{0, 1, 2, field.One, field.Modulus / 2, field.Modulus - 2, field.Modulus - 1}
	for round := range 300 {
		var x [24][Lanes]field.Element
		for i := range x {
			for l := range x[i] {
				switch {
				case round < 2*len(edge):
					x[i][l] = edge[(round+l*(round%2))%len(edge)]
				case round < 100:
					x[i][l] = edge[rng.IntN(len(edge))]
				default:
					x[i][l] = field.Element(rng.Uint32N(field.Modulus))
				}
			}
		}
		checkLanes(t, &x)
	}
}

func TestLanesCompressAsSingleStates(t *testing.T) {
	everyBackend(t, func(t *testing.T) {
		rng := rand.New(rand.NewPCG(7, 8))
		for round := range 50 {
			var x [24][Lanes]field.Element
			for i := range x {
				for l := range x[i] {
					x[i][l] = field.Element(rng.Uint32N(field.Modulus))
					if round < 2 {
						x[i][l] = field.Element(round) * (field.Modulus - 1)
					}
				}
			}
			checkCompressedLanes(t, &x)
		}
	})
}

func checkCompressedLanes(t *testing.T, x *[24][Lanes]field.Element) {
	t.Helper()
	narrow, wide := [16][Lanes]field.Element(x[:16]), *x
	CompressLanes16(&narrow)
	CompressLanes24(&wide)
	for l := range Lanes {
		var a [16]field.Element
		var b [24]field.Element
		for i := range b {
			b[i] = x[i][l]
		}
		copy(a[:], b[:])
		plain16.permute(a[:])
		plain24.permute(b[:])
		for i := range DigestLen {
			if want := a[i].Add(x[i][l]); narrow[i][l] != want {
				t.Fatalf("width 16, lane %d, word %d: got %d, want %d", l, i, narrow[i][l], want)
			}
			if want := b[i].Add(x[i][l]); wide[i][l] != want {
				t.Fatalf("width 24, lane %d, word %d: got %d, want %d", l, i, wide[i][l], want)
			}
		}
	}
}

func checkLanes(t *testing.T, x *[24][Lanes]field.Element) {
	t.Helper()
	narrow, wide := [16][Lanes]field.Element(x[:16]), *x
	PermuteLanes16(&narrow)
	PermuteLanes24(&wide)
	for l := range Lanes {
		var a [16]field.Element
		var b [24]field.Element
		for i := range b {
			b[i] = x[i][l]
		}
		copy(a[:], b[:])
		plain16.permute(a[:])
		plain24.permute(b[:])
		for i := range b {
			if i < len(a) && narrow[i][l] != a[i] {
				t.Fatalf("width 16, lane %d, word %d: got %d, want %d", l, i, narrow[i][l], a[i])
			}
			if wide[i][l] != b[i] {
				t.Fatalf("width 24, lane %d, word %d: got %d, want %d", l, i, wide[i][l], b[i])
			}
		}
	}
}

func TestPublishedVectorsInLanes(t *testing.T) { everyBackend(t, testPublishedVectorsInLanes) }

func testPublishedVectorsInLanes(t *testing.T) {
	var x [16][Lanes]field.Element
	var y [24][Lanes]field.Element
	for l := range Lanes {
		for i, v := range in16 {
			x[i][l] = field.New(v)
		}
		for i, v := range in24 {
			y[i][l] = field.New(v)
		}
	}
	PermuteLanes16(&x)
	PermuteLanes24(&y)
	for l := range Lanes {
		for i, v := range out16 {
			if x[i][l] != field.New(v) {
				t.Fatalf("width 16, lane %d, word %d: got %d, want %d", l, i, x[i][l].Uint32(), v)
			}
		}
		for i, v := range out24 {
			if y[i][l] != field.New(v) {
				t.Fatalf("width 24, lane %d, word %d: got %d, want %d", l, i, y[i][l].Uint32(), v)
			}
		}
	}
}

func BenchmarkPermuteLanes16(b *testing.B) {
	everyBackend(b, func(b *testing.B) {
		var x [16][Lanes]field.Element
		for b.Loop() {
			PermuteLanes16(&x)
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*Lanes), "ns/permutation")
	})
}

func BenchmarkPermuteLanes24(b *testing.B) {
	everyBackend(b, func(b *testing.B) {
		var x [24][Lanes]field.Element
		for b.Loop() {
			PermuteLanes24(&x)
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*Lanes), "ns/permutation")
	})
}
