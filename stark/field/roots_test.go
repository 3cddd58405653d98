package field

import (
	"math/big"
	"testing"
)

func TestGeneratorHasFullOrder(t *testing.T) {
	if Generator != New(3) {
		t.Fatal("generator is not 3")
	}
	if Modulus-1 != 127<<TwoAdicity {
		t.Fatal("p-1 is not 127 * 2^24")
	}
	for _, q := range []uint64{2, 127} {
		if Generator.Exp((Modulus-1)/q) == One {
			t.Fatalf("order of 3 divides (p-1)/%d", q)
		}
	}
}

func TestRootsOfUnityHaveExactOrder(t *testing.T) {
	for log := range TwoAdicity + 1 {
		w := RootOfUnity(log)
		if w.Exp(1<<log) != One {
			t.Fatalf("root %d: order does not divide 2^%d", log, log)
		}
		if log > 0 && (w.Exp(1<<(log-1)) == One || w.Square() != RootOfUnity(log-1)) {
			t.Fatalf("root %d: wrong order or no chain", log)
		}
	}
	for _, log := range []int{-1, TwoAdicity + 1} {
		func() {
			defer func() {
				if recover() == nil {
					t.Fatalf("root of order 2^%d was given", log)
				}
			}()
			RootOfUnity(log)
		}()
	}
}

func TestReduceAndFoldAtTheirLimits(t *testing.T) {
	p := big.NewInt(Modulus)
	inv := new(big.Int).ModInverse(new(big.Int).Lsh(big.NewInt(1), 32), p)
	check := func(x uint64, got Element) {
		t.Helper()
		want := new(big.Int).SetUint64(x)
		if want.Mul(want, inv).Mod(want, p); uint64(got) != want.Uint64() {
			t.Fatalf("reduce %d: got %d, want %d", x, got, want)
		}
	}
	const limit = uint64(Modulus) << 32
	for _, x := range []uint64{0, 1, 1<<32 - 1, 1 << 32, limit - 1, 2 * (Modulus - 1) * (Modulus - 1)} {
		check(x, Reduce(x))
	}
	for _, x := range []uint64{limit, limit + 1, 2*limit - 1, 4 * (Modulus - 1) * (Modulus - 1)} {
		check(x, Reduce(Fold(x)))
	}
}
