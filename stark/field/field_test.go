package field

import (
	"errors"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/consensys/gnark-crypto/field/koalabear"
)

// edge holds the values where a range slip would show.
var edge = []uint32{0, 1, 2, 1<<24 - 1, 1 << 24, 1<<24 + 1, 1 << 30, Modulus / 2, Modulus/2 + 1, Modulus - 2, Modulus - 1}

func samples() []uint32 {
	rng := rand.New(rand.NewPCG(1, 2))
	out := append([]uint32(nil), edge...)
	for range 200 {
		out = append(out, rng.Uint32N(Modulus))
	}
	return out
}

func must(t *testing.T, v uint32) Element {
	t.Helper()
	e, err := FromCanonical(v)
	if err != nil {
		t.Fatalf("%d: %v", v, err)
	}
	return e
}

func TestArithmeticAgainstBigIntegers(t *testing.T) {
	p := big.NewInt(Modulus)
	check := func(name string, got Element, want *big.Int) {
		t.Helper()
		if want.Mod(want, p); uint64(got.Uint32()) != want.Uint64() {
			t.Fatalf("%s: got %d, want %d", name, got.Uint32(), want)
		}
		if got >= Modulus {
			t.Fatalf("%s: representation %d is out of range", name, uint32(got))
		}
	}
	for _, av := range samples() {
		for _, bv := range samples()[:40] {
			a, b := must(t, av), must(t, bv)
			A, B := big.NewInt(int64(av)), big.NewInt(int64(bv))
			check("add", a.Add(b), new(big.Int).Add(A, B))
			check("sub", a.Sub(b), new(big.Int).Sub(A, B))
			check("mul", a.Mul(b), new(big.Int).Mul(A, B))
			check("neg", a.Neg(), new(big.Int).Neg(A))
			check("exp", a.Exp(uint64(bv)), new(big.Int).Exp(A, B, p))
		}
		a := must(t, av)
		if av == 0 {
			if a.Inv() != 0 {
				t.Fatal("inverse of zero is not zero")
			}
		} else if a.Mul(a.Inv()) != One {
			t.Fatalf("inverse of %d is wrong", av)
		}
	}
}

func TestMatchesGnark(t *testing.T) {
	for _, v := range samples() {
		var g koalabear.Element
		g.SetUint64(uint64(v))
		if e := must(t, v); uint32(e) != g[0] {
			t.Fatalf("montgomery form of %d: %d, want %d", v, uint32(e), g[0])
		}
	}
}

func TestDecodeIsStrict(t *testing.T) {
	for _, v := range samples() {
		e := must(t, v)
		back, err := Decode(e.Bytes())
		if err != nil || back != e {
			t.Fatalf("%d does not survive its wire form: %v", v, err)
		}
	}
	for _, v := range []uint32{Modulus, Modulus + 1, 1 << 31, 1<<32 - 1} {
		b := [4]byte{byte(v >> 24), byte(v >> 16), byte(v >> 8), byte(v)}
		if _, err := Decode(b); !errors.Is(err, ErrNotCanonical) {
			t.Fatalf("%d: got %v, want ErrNotCanonical", v, err)
		}
	}
	if New(Modulus) != 0 || New(1<<64-1) != must(t, uint32((1<<64-1)%uint64(Modulus))) {
		t.Fatal("New does not reduce")
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte{0, 0, 0, 0})
	f.Add([]byte{0x7f, 0, 0, 1})
	f.Fuzz(func(t *testing.T, b []byte) {
		if len(b) != Bytes {
			return
		}
		e, err := Decode([Bytes]byte(b))
		if err == nil && e.Bytes() != [Bytes]byte(b) {
			t.Fatal("decoded element encodes differently")
		}
	})
}

func BenchmarkMul(b *testing.B) {
	x := New(123456789)
	for b.Loop() {
		x = x.Mul(x)
	}
}
