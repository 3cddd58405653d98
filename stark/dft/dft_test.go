package dft

import (
	"context"
	"errors"
	"fmt"
	"math/bits"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/backend"
)

func random(n int, seed uint64) []field.Element {
	rng := rand.New(rand.NewPCG(seed, 9))
	out := make([]field.Element, n)
	for i := range out {
		switch rng.IntN(8) {
		case 0:
			out[i] = field.Modulus - 1
		case 1:
			out[i] = 0
		default:
			out[i] = field.New(uint64(rng.Uint32N(field.Modulus)))
		}
	}
	return out
}

func rev(i, log int) int { return int(bits.Reverse64(uint64(i)) >> 1 >> (63 - log)) }

// eval is Horner's rule, the reference of every test.
func eval(coeffs []field.Element, x field.Element) (y field.Element) {
	for _, c := range slices.Backward(coeffs) {
		y = y.Mul(x).Add(c)
	}
	return y
}

// everyWay runs a test with each back end that there is here.
func everyWay(t *testing.T, f func(t *testing.T)) {
	was := use
	defer func() { use = was }()
	for _, use = range backend.Available() {
		t.Run(string(use), f)
	}
}

func TestForwardIsEvaluation(t *testing.T) { everyWay(t, testForwardIsEvaluation) }

func testForwardIsEvaluation(t *testing.T) {
	for log := range 12 {
		coeffs := random(1<<log, uint64(log))
		got := slices.Clone(coeffs)
		if err := Forward(got); err != nil {
			t.Fatal(err)
		}
		w := field.RootOfUnity(log)
		for k := range got {
			if want := eval(coeffs, w.Exp(uint64(k))); got[rev(k, log)] != want {
				t.Fatalf("2^%d: value at w^%d is %d, want %d", log, k, got[rev(k, log)], want)
			}
		}
	}
}

// Sizes past the range of the direct reference: a few points, and the round trip.
func TestLargeSizes(t *testing.T) { everyWay(t, testLargeSizes) }

func testLargeSizes(t *testing.T) {
	for _, log := range []int{12, 13, 14, 15, 16, 17, 18} {
		coeffs := random(1<<log, uint64(log))
		a := slices.Clone(coeffs)
		if err := Forward(a); err != nil {
			t.Fatal(err)
		}
		w := field.RootOfUnity(log)
		for _, k := range []int{0, 1, 2, 3, 1<<log - 1, 1 << (log - 1), 12345 % (1 << log)} {
			if a[rev(k, log)] != eval(coeffs, w.Exp(uint64(k))) {
				t.Fatalf("2^%d: wrong value at w^%d", log, k)
			}
		}
		if err := Inverse(a); err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(a, coeffs) {
			t.Fatalf("2^%d: inverse of forward is not the identity", log)
		}
	}
}

func TestInverseAndInterpolateUndoEvaluation(t *testing.T) {
	everyWay(t, testInverseAndInterpolateUndoEvaluation)
}

func testInverseAndInterpolateUndoEvaluation(t *testing.T) {
	for log := range 13 {
		coeffs := random(1<<log, uint64(log))
		a := slices.Clone(coeffs)
		for _, step := range []func([]field.Element) error{Forward, Inverse, Forward, BitReverse, Interpolate} {
			if err := step(a); err != nil {
				t.Fatal(err)
			}
		}
		if !slices.Equal(a, coeffs) {
			t.Fatalf("2^%d: round trip changed the coefficients", log)
		}
	}
}

func TestBitReverse(t *testing.T) { everyWay(t, testBitReverse) }

func testBitReverse(t *testing.T) {
	for log := range 15 {
		a := random(1<<log, uint64(log))
		got := slices.Clone(a)
		if err := BitReverse(got); err != nil {
			t.Fatal(err)
		}
		to := make([]field.Element, len(a))
		bitReverseTo(to, a, log)
		for i := range a {
			if got[rev(i, log)] != a[i] || to[rev(i, log)] != a[i] {
				t.Fatalf("2^%d: index %d is at the wrong place", log, i)
			}
		}
	}
}

func TestExtensionIsEvaluationOnTheCoset(t *testing.T) {
	everyWay(t, testExtensionIsEvaluationOnTheCoset)
}

func testExtensionIsEvaluationOnTheCoset(t *testing.T) {
	for _, shift := range []field.Element{field.One, field.Generator, field.New(123456789)} {
		for log := range 8 {
			for blowup := range 4 {
				checkExtension(t, log, blowup, shift)
			}
		}
	}
}

func checkExtension(t *testing.T, log, blowup int, shift field.Element) {
	t.Helper()
	c, err := NewCoset(log, blowup, shift)
	if err != nil {
		t.Fatal(err)
	}
	coeffs := random(1<<log, 77)
	evals := make([]field.Element, len(coeffs))
	w := field.RootOfUnity(log)
	for k := range evals {
		evals[k] = eval(coeffs, w.Exp(uint64(k)))
	}
	before := slices.Clone(evals)
	extended, lde := make([]field.Element, c.Out()), make([]field.Element, c.Out())
	if err := errors.Join(c.Extend(extended, coeffs), c.LDE(lde, evals)); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(evals, before) {
		t.Fatal("the column to extend was changed")
	}
	big := field.RootOfUnity(log + blowup)
	for k := range extended {
		want := eval(coeffs, shift.Mul(big.Exp(uint64(k))))
		if i := rev(k, log+blowup); extended[i] != want || lde[i] != want {
			t.Fatalf("2^%d by 2^%d: wrong value at point %d", log, blowup, k)
		}
	}
}

func TestBatchEqualsColumns(t *testing.T) {
	c, err := NewCoset(9, 1, field.Generator)
	if err != nil {
		t.Fatal(err)
	}
	const columns = 7
	evals, want := make([][]field.Element, columns), make([][]field.Element, columns)
	for i := range evals {
		evals[i], want[i] = random(c.In(), uint64(i)), make([]field.Element, c.Out())
		if err := c.LDE(want[i], evals[i]); err != nil {
			t.Fatal(err)
		}
	}
	for _, workers := range []int{1, 2, 20} {
		got := make([][]field.Element, columns)
		for i := range got {
			got[i] = make([]field.Element, c.Out())
		}
		if err := c.LDEBatch(context.Background(), got, evals, workers); err != nil {
			t.Fatal(err)
		}
		if !slices.EqualFunc(got, want, slices.Equal) {
			t.Fatalf("%d workers: batch differs from columns", workers)
		}
	}
	evals[3] = evals[3][:4]
	if err := c.LDEBatch(context.Background(), want, evals, 2); !errors.Is(err, ErrSize) {
		t.Fatalf("short column: got %v, want ErrSize", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := c.LDEBatch(ctx, want, evals, 2); !errors.Is(err, context.Canceled) {
		t.Fatalf("ended context: got %v", err)
	}
}

func TestSizesAreStrict(t *testing.T) {
	for name, f := range map[string]func([]field.Element) error{
		"forward": Forward, "inverse": Inverse, "interpolate": Interpolate, "bit reverse": BitReverse,
	} {
		for _, n := range []int{0, 3, 6, 24, 1000} {
			a := random(n, 1)
			b := slices.Clone(a)
			if err := f(a); !errors.Is(err, ErrSize) || !slices.Equal(a, b) {
				t.Fatalf("%s of %d: got %v, want ErrSize and the data untouched", name, n, err)
			}
		}
	}
	if _, err := logOf(1 << (MaxLog + 1)); !errors.Is(err, ErrSize) {
		t.Fatalf("2^25: got %v, want ErrSize", err)
	}
	if log, err := logOf(1 << MaxLog); err != nil || log != MaxLog {
		t.Fatalf("2^24: got %d, %v", log, err)
	}
	for _, s := range [][2]int{{-1, 1}, {1, -1}, {24, 1}, {23, 2}, {25, 0}, {1, 1 << 62}} {
		if _, err := NewCoset(s[0], s[1], field.Generator); !errors.Is(err, ErrSize) {
			t.Fatalf("coset %v: got %v, want ErrSize", s, err)
		}
	}
	if _, err := NewCoset(3, 1, 0); !errors.Is(err, ErrShift) {
		t.Fatalf("zero shift: got %v, want ErrShift", err)
	}
	c, err := NewCoset(3, 1, field.Generator)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range [][2]int{{8, 8}, {16, 16}, {16, 4}, {0, 0}} {
		dst, in := random(s[0], 1), random(s[1], 2)
		if err := c.Extend(dst, in); !errors.Is(err, ErrSize) {
			t.Fatalf("extend %v: got %v, want ErrSize", s, err)
		}
		if err := c.LDE(dst, in); !errors.Is(err, ErrSize) {
			t.Fatalf("lde %v: got %v, want ErrSize", s, err)
		}
	}
}

func TestGoroutinesShareTables(t *testing.T) {
	want := random(1<<11, 5)
	a := slices.Clone(want)
	if err := Forward(a); err != nil {
		t.Fatal(err)
	}
	err := eachColumn(context.Background(), 8, 2*runtime.NumCPU(), func(i int) error {
		b := slices.Clone(want)
		if err := Forward(b); err != nil || !slices.Equal(a, b) {
			return fmt.Errorf("transform %d differs: %w", i, err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// The kernels against their twins, word for word, on raw words of the whole range.
func TestWideEqualsPortable(t *testing.T) {
	was := use
	defer func() { use = was }()
	if len(backend.Available()) == 1 {
		t.Skip("the processor has neither AVX-512 nor AVX2, or this is built with purego")
	}
	for log := range 18 {
		for name, f := range map[string]func([]field.Element, int){
			"forward": forward, "inverse": inverse,
			"interpolate": func(a []field.Element, log int) { interpolate(a, slices.Clone(a), log) },
		} {
			top := make([]field.Element, 1<<log)
			for i := range top {
				top[i] = field.Modulus - 1
			}
			for _, in := range [][]field.Element{random(1<<log, 1), random(1<<log, 2), top, make([]field.Element, 1<<log)} {
				plain := slices.Clone(in)
				use = backend.Portable
				f(plain, log)
				for _, use = range backend.Available() {
					wide := slices.Clone(in)
					f(wide, log)
					if !slices.Equal(wide, plain) {
						t.Fatalf("%s of 2^%d: %s and portable code differ", name, log, use)
					}
				}
			}
		}
	}
}

func TestLargestSize(t *testing.T) {
	if testing.Short() {
		t.Skip("short run: 2^24 elements and their tables take 200 MiB")
	}
	coeffs := random(1<<MaxLog, 3)
	a := slices.Clone(coeffs)
	if err := Forward(a); err != nil {
		t.Fatal(err)
	}
	w := field.RootOfUnity(MaxLog)
	for _, k := range []int{1, 12345678} {
		if a[rev(k, MaxLog)] != eval(coeffs, w.Exp(uint64(k))) {
			t.Fatalf("wrong value at w^%d", k)
		}
	}
	if err := Inverse(a); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(a, coeffs) {
		t.Fatal("inverse of forward is not the identity")
	}
}
