package transcript

import (
	"context"
	"errors"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/hash/sponge"
)

func TestIndicesRefuseBits(t *testing.T) {
	tr := New("test")
	for _, bits := range []int{-1, 25, 64} {
		if err := tr.Indices(make([]int, 1), bits); err == nil {
			t.Errorf("%d bits pass", bits)
		}
	}
	if tr.Permutations() != 0 {
		t.Error("a refused call moved the transcript")
	}
}

// TestIndexMap plants challenge values: the low bits are the index, and p - 1 is
// thrown away.
func TestIndexMap(t *testing.T) {
	tr := New("test")
	planted := elements(field.Modulus-1, 5, field.Modulus-2, field.Modulus-1, field.Modulus-1, 1<<24, 0)
	copy(tr.state[sponge.Rate-len(planted):], planted)
	tr.ready = len(planted)
	got := make([]int, 4)
	if err := tr.Indices(got, 24); err != nil {
		t.Fatal(err)
	}
	for i, want := range []int{5, 1<<24 - 1, 0, 0} {
		if got[i] != want {
			t.Errorf("index %d: got %d, want %d", i, got[i], want)
		}
	}
	if (field.Modulus-1)%(1<<MaxIndexBits) != 0 {
		t.Error("the residues of 0..p-2 are not equally frequent")
	}
}

// TestIndicesAreSpread runs a chi-squared test on a fixed seed: 64 cells, 2^16 draws.
func TestIndicesAreSpread(t *testing.T) {
	for bits, shift := range map[int]int{6: 0, 14: 8, 24: 18} {
		tr := New("spread")
		draws := make([]int, 1<<16)
		if err := tr.Indices(draws, bits); err != nil {
			t.Fatal(err)
		}
		var cells [64]float64
		for _, x := range draws {
			if x < 0 || x >= 1<<bits {
				t.Fatalf("%d bits: index %d", bits, x)
			}
			cells[x>>shift]++
		}
		const expected = float64(1<<16) / 64
		chi := 0.0
		for _, n := range cells {
			chi += (n - expected) * (n - expected) / expected
		}
		// 63 degrees of freedom: below 30 or above 115 with probability under 10^-4.
		if chi < 30 || chi > 115 {
			t.Errorf("%d bits: chi squared is %.1f", bits, chi)
		}
	}
}

func TestWork(t *testing.T) {
	const bits = 8
	// every fill of the block, to meet the cut before and behind the header
	for n := range 18 {
		start := New("work")
		start.Elements(make([]field.Element, n)...)
		prover := start.Clone()
		nonce, err := prover.SolveWork(t.Context(), bits, 2)
		if err != nil {
			t.Fatal(err)
		}
		verifier := start.Clone()
		if err := verifier.CheckWork(nonce, bits); err != nil {
			t.Fatalf("%d elements: %v", n, err)
		}
		if prover.Element() != verifier.Element() {
			t.Fatalf("%d elements: prover and verifier disagree behind the nonce", n)
		}
		for smaller := range nonce.Uint32() {
			err := start.Clone().CheckWork(field.New(uint64(smaller)), bits)
			if !errors.Is(err, ErrWork) {
				t.Fatalf("%d elements: nonce %d: %v, want ErrWork", n, smaller, err)
			}
		}
		if alone, err := start.Clone().SolveWork(t.Context(), bits, 1); err != nil || alone != nonce {
			t.Fatalf("%d elements: one worker finds %d, two find %d (%v)", n, alone, nonce, err)
		}
	}
}

func TestWorkRejects(t *testing.T) {
	start := New("work")
	for _, bits := range []int{-1, 25} {
		if err := start.Clone().CheckWork(0, bits); err == nil || errors.Is(err, ErrWork) {
			t.Errorf("check of %d bits: %v", bits, err)
		}
		if _, err := start.Clone().SolveWork(t.Context(), bits, 1); err == nil {
			t.Errorf("solve of %d bits passes", bits)
		}
	}
	nonce, err := start.Clone().SolveWork(t.Context(), 10, 1)
	if err != nil {
		t.Fatal(err)
	}
	other := New("work")
	other.Uint64(1)
	if err := other.CheckWork(nonce, 10); !errors.Is(err, ErrWork) {
		t.Errorf("a nonce passes for another transcript: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	moved := start.Clone()
	if _, err := moved.SolveWork(ctx, 24, 1); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled search returns %v", err)
	}
	if *moved != *start.Clone() {
		t.Error("a cancelled search moved the transcript")
	}
	if solved(field.New(field.Modulus-1), 4) || !solved(field.New(16), 4) || solved(field.New(24), 4) {
		t.Error("the rule of the proof of work is another one")
	}
}

func TestWorkLetsTheRightSharePass(t *testing.T) {
	start := New("share")
	passed := 0
	for n := range uint64(1 << 15) {
		if start.Clone().CheckWork(field.New(n), 6) == nil {
			passed++
		}
	}
	// binomial with mean 512 and standard deviation 22.5
	if passed < 420 || passed > 604 {
		t.Errorf("%d of 32768 nonces pass 6 bits, expected about 512", passed)
	}
}

func BenchmarkSolveWork16(b *testing.B) {
	for b.Loop() {
		if _, err := New("bench").SolveWork(b.Context(), 16, 1); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAbsorbDigest(b *testing.B) {
	tr := New("bench")
	b.ReportAllocs()
	for b.Loop() {
		tr.Digests(sponge.Digest{})
		tr.Element()
	}
}

// TestLanesTryWhatCheckWorkTakes compares the sixteen nonces tried at once with single
// ones, for every number of elements that may wait.
func TestLanesTryWhatCheckWorkTakes(t *testing.T) {
	for waiting := range sponge.Rate + 2 {
		base := New("lanes")
		for i := range waiting {
			base.push(field.New(uint64(i)))
		}
		if base.pending == sponge.Rate {
			base.permute()
		}
		const first = 1 << 20
		for l, got := range base.tryLanes(first) {
			one := base.Clone()
			one.push(field.New(first + uint64(l)))
			if want := one.squeeze(); got != want {
				t.Fatalf("%d elements wait, nonce %d: got %d, want %d", base.pending, first+l, got, want)
			}
		}
	}
}
