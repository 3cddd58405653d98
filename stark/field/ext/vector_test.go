package ext

import (
	"math/rand/v2"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/backend"
)

// vectorOf fills a vector with edge values first, then random ones.
func vectorOf(n int, seed uint64) Vector {
	rng := rand.New(rand.NewPCG(seed, 5))
	edge := samples()
	v := NewVector(n)
	for i := range n {
		if rng.IntN(4) == 0 {
			v.Set(i, edge[rng.IntN(len(edge))])
		} else {
			v.Set(i, randomE6(rng))
		}
	}
	return v
}

func clone(v Vector) Vector {
	out := NewVector(v.Len())
	out.Copy(v)
	return out
}

// everyWay runs a test with each back end that there is here.
func everyWay(t *testing.T, f func(t *testing.T)) {
	was := use
	defer func() { use = was }()
	for _, use = range backend.Available() {
		t.Run(string(use), f)
	}
}

// eachBackend runs a benchmark with each back end that there is here.
func eachBackend(b *testing.B, f func(b *testing.B)) {
	was := use
	defer func() { use = was }()
	for _, use = range backend.Available() {
		b.Run(string(use), f)
	}
}

var lengths = []int{0, 1, 2, 15, 16, 17, 31, 33, 64, 100, 257, 600}

// TestVectorsMatchElements runs every operation into a fresh vector, onto its first and
// onto its second operand, and compares with the scalar methods.
func TestVectorsMatchElements(t *testing.T) { everyWay(t, testVectorsMatchElements) }

func testVectorsMatchElements(t *testing.T) {
	s := samples()[30]
	ops := map[string]struct {
		vec  func(v, a, b Vector)
		elem func(a, b E6) E6
	}{
		"add":        {Vector.Add, E6.Add},
		"sub":        {Vector.Sub, E6.Sub},
		"mul":        {Vector.Mul, E6.Mul},
		"mul base":   {func(v, a, b Vector) { v.MulBase(a, b[0]) }, func(a, b E6) E6 { return a.MulBase(b[0]) }},
		"scale":      {func(v, a, _ Vector) { v.Scale(a, s) }, func(a, _ E6) E6 { return a.Mul(s) }},
		"scale base": {func(v, a, _ Vector) { v.ScaleBase(a, s[0]) }, func(a, _ E6) E6 { return a.MulBase(s[0]) }},
		"inverse":    {func(v, a, _ Vector) { v.Inverse(a) }, func(a, _ E6) E6 { return a.Inv() }},
	}
	for name, op := range ops {
		for _, n := range lengths {
			a, b := vectorOf(n, 1), vectorOf(n, 2)
			fresh, onA, onB := NewVector(n), clone(a), clone(b)
			op.vec(fresh, a, b)
			op.vec(onA, onA, b)
			if name != "mul base" { // its second operand is a plain slice
				op.vec(onB, a, onB)
			} else {
				onB = clone(fresh)
			}
			for i := range n {
				want := op.elem(a.At(i), b.At(i))
				same(t, name, fresh.At(i), want)
				same(t, name+" onto its first operand", onA.At(i), want)
				same(t, name+" onto its second operand", onB.At(i), want)
			}
		}
	}
}

func TestCombinationsMatchElements(t *testing.T) { everyWay(t, testCombinationsMatchElements) }

func testCombinationsMatchElements(t *testing.T) {
	s := samples()[31]
	for _, n := range lengths {
		a, b := vectorOf(n, 3), vectorOf(n, 4)
		scaled, scaledBase, powers := clone(b), clone(b), NewVector(n)
		scaled.AddScaled(a, s)
		scaledBase.AddScaledBase(a[2], s)
		powers.Powers(samples()[32], s)
		var inner, innerB E6
		for i := range n {
			same(t, "add scaled", scaled.At(i), b.At(i).Add(a.At(i).Mul(s)))
			same(t, "add scaled base", scaledBase.At(i), b.At(i).Add(s.MulBase(a[2][i])))
			same(t, "powers", powers.At(i), samples()[32].Mul(s.Exp(uint64(i))))
			inner = inner.Add(a.At(i).Mul(b.At(i)))
			innerB = innerB.Add(a.At(i).MulBase(b[1][i]))
		}
		same(t, "inner product", InnerProduct(a, b), inner)
		same(t, "inner product base", InnerProductBase(a, b[1]), innerB)
		a.AddScaled(a, s)
		for i := range n {
			same(t, "add scaled to itself", a.At(i), vectorOf(n, 3).At(i).Mul(s.AddBase(field.One)))
		}
	}
}

func TestInnerProductAtTheTopOfTheRange(t *testing.T) {
	everyWay(t, testInnerProductAtTheTopOfTheRange)
}

func testInnerProductAtTheTopOfTheRange(t *testing.T) {
	const n = 1000
	top := E6{}
	for k := range top {
		top[k] = field.Modulus - 1
	}
	v := NewVector(n)
	for i := range n {
		v.Set(i, top)
	}
	same(t, "inner product", InnerProduct(v, v), top.Mul(top).MulBase(field.New(n)))
	same(t, "inner product base", InnerProductBase(v, v[0]), top.MulBase(top[0]).MulBase(field.New(n)))
}

func TestLengthsMustAgree(t *testing.T) {
	v, short := NewVector(4), NewVector(3)
	ragged := NewVector(4)
	ragged[5] = ragged[5][:3]
	calls := map[string]func(){
		"copy": func() { v.Copy(short) }, "add": func() { v.Add(v, short) }, "sub": func() { v.Sub(short, v) },
		"mul": func() { short.Mul(v, v) }, "mul base": func() { v.MulBase(v, short[0]) },
		"scale": func() { v.Scale(short, One) }, "scale base": func() { v.ScaleBase(short, field.One) },
		"add scaled": func() { v.AddScaled(short, One) }, "add scaled base": func() { v.AddScaledBase(short[0], One) },
		"inverse": func() { v.Inverse(short) }, "inner": func() { InnerProduct(v, short) },
		"inner base": func() { InnerProductBase(v, short[0]) }, "ragged": func() { ragged.Add(v, v) },
	}
	for name, call := range calls {
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

func benchVectors(b *testing.B) (v, x, y Vector) {
	const n = 4096
	b.ReportMetric(n, "elements/op")
	return NewVector(n), vectorOf(n, 1), vectorOf(n, 2)
}

func BenchmarkVectorMul(b *testing.B) {
	eachBackend(b, func(b *testing.B) {
		v, x, y := benchVectors(b)
		for b.Loop() {
			v.Mul(x, y)
		}
	})
}

func BenchmarkVectorInverse(b *testing.B) {
	eachBackend(b, func(b *testing.B) {
		const n = 1 << 16
		v, x := NewVector(n), vectorOf(n, 1)
		for b.Loop() {
			v.Inverse(x)
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/element")
	})
}

func BenchmarkAddScaledBase(b *testing.B) {
	v, x, y := benchVectors(b)
	for b.Loop() {
		v.AddScaledBase(x[0], y.At(0))
	}
}

// Every pair of sampled elements, edge words among them, in every lane position.
func TestVectorMulOfAllPairs(t *testing.T) {
	everyWay(t, func(t *testing.T) {
		s := samples()
		n := len(s) * len(s)
		a, b, v := NewVector(n), NewVector(n), NewVector(n)
		for i := range n {
			a.Set(i, s[i/len(s)])
			b.Set(i, s[i%len(s)])
		}
		v.Mul(a, b)
		for i := range n {
			same(t, "mul", v.At(i), a.At(i).Mul(b.At(i)))
		}
		for _, x := range s {
			v.Scale(a, x)
			for i := range n {
				same(t, "scale", v.At(i), a.At(i).Mul(x))
			}
		}
	})
}

// TestInverseAcrossChunks has zeros at and around the ends of chunks.
func TestInverseAcrossChunks(t *testing.T) {
	const n = 2*inverseChunk + 77
	a, v := vectorOf(n, 21), NewVector(n)
	for _, i := range []int{0, inverseChunk - 1, inverseChunk, 2 * inverseChunk, n - 1} {
		a.Set(i, E6{})
	}
	v.Inverse(a)
	for i := range n {
		want := One
		if a.At(i).IsZero() {
			want = E6{}
		}
		same(t, "a/a", v.At(i).Mul(a.At(i)), want)
	}
	a.Inverse(a)
	for i := range n {
		same(t, "in place", a.At(i), v.At(i))
	}
}

func TestNothingIsAllocated(t *testing.T) {
	v, a := vectorOf(64, 1), vectorOf(64, 2)
	s := a.At(1)
	if n := testing.AllocsPerRun(10, func() { v.Mul(v, a); v.Scale(v, s); v.AddScaled(a, s); v.Add(v, a) }); n != 0 {
		t.Fatalf("%v allocations", n)
	}
}

func BenchmarkInnerProduct(b *testing.B) {
	_, x, y := benchVectors(b)
	for b.Loop() {
		InnerProduct(x, y)
	}
}

func BenchmarkInnerProductBase(b *testing.B) {
	_, x, y := benchVectors(b)
	for b.Loop() {
		InnerProductBase(x, y[0])
	}
}
