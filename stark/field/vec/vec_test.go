package vec

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/backend"
)

var edge = []field.Element{0, 1, 2, field.One, field.Modulus / 2, field.Modulus/2 + 1, field.Modulus - 2, field.Modulus - 1}

// operands holds every pair of edge words, then random ones.
func operands(n int) (a, b []field.Element) {
	rng := rand.New(rand.NewPCG(1, uint64(n)))
	for i := range n {
		if i < len(edge)*len(edge) {
			a, b = append(a, edge[i/len(edge)]), append(b, edge[i%len(edge)])
		} else {
			a = append(a, field.Element(rng.Uint32N(field.Modulus)))
			b = append(b, field.Element(rng.Uint32N(field.Modulus)))
		}
	}
	return a, b
}

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

func TestSlicesMatchElements(t *testing.T) { everyBackend(t, testSlicesMatchElements) }

func testSlicesMatchElements(t *testing.T) {
	for _, s := range edge {
		ops := map[string]struct {
			vec  func(dst, a, b []field.Element)
			elem func(a, b field.Element) field.Element
		}{
			"add":        {Add, field.Element.Add},
			"sub":        {Sub, field.Element.Sub},
			"mul":        {Mul, field.Element.Mul},
			"scale":      {func(d, a, _ []field.Element) { Scale(d, a, s) }, func(a, _ field.Element) field.Element { return a.Mul(s) }},
			"add scaled": {func(d, a, b []field.Element) { copy(d, a); AddScaled(d, b, s) }, func(a, b field.Element) field.Element { return a.Add(b.Mul(s)) }},
		}
		for name, op := range ops {
			for _, n := range []int{0, 1, 15, 16, 17, 32, 64, 79, 1000} {
				a, b := operands(n)
				fresh, onA := make([]field.Element, n+1), slices.Clone(a)
				fresh[n] = 12345 // must stay
				op.vec(fresh[:n], a, b)
				op.vec(onA, onA, b)
				for i := range n {
					want := op.elem(a[i], b[i])
					if fresh[i] != want || onA[i] != want {
						t.Fatalf("%s, %d of %d: got %d and in place %d, want %d", name, i, n, fresh[i], onA[i], want)
					}
				}
				if fresh[n] != 12345 {
					t.Fatalf("%s of %d writes past the end", name, n)
				}
			}
		}
	}
}

func TestDot(t *testing.T) { everyBackend(t, testDot) }

func testDot(t *testing.T) {
	for _, n := range []int{0, 1, 15, 16, 17, 64, 79, 1000, 5000} {
		a, b := operands(n)
		top := make([]field.Element, n)
		var want, wantTop field.Element
		for i := range a {
			top[i] = field.Modulus - 1
			want = want.Add(a[i].Mul(b[i]))
			wantTop = wantTop.Add(top[i].Mul(top[i]))
		}
		if got := Dot(a, b); got != want {
			t.Fatalf("dot of %d: got %d, want %d", n, got, want)
		}
		if got := Dot(top, top); got != wantTop {
			t.Fatalf("dot of %d at the top of the range: got %d, want %d", n, got, wantTop)
		}
	}
}

func TestLengthsMustAgree(t *testing.T) {
	long, short := make([]field.Element, 32), make([]field.Element, 16)
	for name, call := range map[string]func(){
		"add": func() { Add(long, long, short) }, "sub": func() { Sub(long, short, long) },
		"mul": func() { Mul(short, long, long) }, "scale": func() { Scale(long, short, 1) },
		"add scaled": func() { AddScaled(short, long, 1) }, "dot": func() { Dot(long, short) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: lengths that differ are accepted", name)
				}
			}()
			call()
		}()
	}
}

func BenchmarkSlices(b *testing.B) {
	x, y := operands(4096)
	dst := make([]field.Element, len(x))
	ops := []struct {
		name string
		do   func()
	}{
		{"add", func() { Add(dst, x, y) }}, {"sub", func() { Sub(dst, x, y) }},
		{"mul", func() { Mul(dst, x, y) }}, {"scale", func() { Scale(dst, x, y[100]) }},
		{"addScaled", func() { AddScaled(dst, x, y[100]) }}, {"dot", func() { Dot(x, y) }},
	}
	for _, op := range ops {
		b.Run(op.name, func(b *testing.B) {
			everyBackend(b, func(b *testing.B) {
				b.SetBytes(4 * int64(len(x)))
				for b.Loop() {
					op.do()
				}
			})
		})
	}
}
