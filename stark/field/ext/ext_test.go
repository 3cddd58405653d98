package ext

import (
	"errors"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field"
)

var bigP = big.NewInt(field.Modulus)

// poly is the reference: integer coefficients, lowest first, reduced by nothing but
// long division.
type poly []*big.Int

func toPoly(a E6) poly {
	out := make(poly, Degree)
	for i, c := range a {
		out[i] = big.NewInt(int64(c.Uint32()))
	}
	return out
}

// modulus is X^6 + X^3 + 1.
func modulus() poly {
	out := make(poly, Degree+1)
	for i := range out {
		out[i] = new(big.Int)
	}
	out[0].SetInt64(1)
	out[3].SetInt64(1)
	out[6].SetInt64(1)
	return out
}

func polyMul(a, b poly) poly {
	out := make(poly, len(a)+len(b)-1)
	for i := range out {
		out[i] = new(big.Int)
	}
	for i := range a {
		for j := range b {
			out[i+j].Add(out[i+j], new(big.Int).Mul(a[i], b[j]))
		}
	}
	return out
}

// polyRem is the remainder by a monic m, coefficients in [0, p).
func polyRem(a, m poly) poly {
	out := append(poly(nil), a...)
	d := len(m) - 1
	for i := len(out) - 1; i >= d; i-- {
		lead := new(big.Int).Set(out[i])
		for j := range m {
			out[i-d+j] = new(big.Int).Sub(out[i-d+j], new(big.Int).Mul(lead, m[j]))
		}
	}
	out = out[:min(d, len(out))]
	for i := range out {
		out[i] = new(big.Int).Mod(out[i], bigP)
	}
	return out
}

func fromPoly(a poly) (out E6) {
	for i, c := range a {
		out[i] = field.New(new(big.Int).Mod(c, bigP).Uint64())
	}
	return out
}

func randomE6(rng *rand.Rand) (out E6) {
	for i := range out {
		out[i] = field.New(uint64(rng.Uint32N(field.Modulus)))
	}
	return out
}

func samples() []E6 {
	rng := rand.New(rand.NewPCG(3, 4))
	minus, half := field.One.Neg(), field.New(field.Modulus/2)
	out := []E6{
		{}, One, {minus}, {minus, minus, minus, minus, minus, minus}, {0, 0, 0, 0, 0, minus},
		{half, half, half, half, half, half}, {0, field.One}, {0, 0, 0, field.One},
		// The raw words, not only the values, at the top of their range.
		{field.Modulus - 1, field.Modulus - 1, field.Modulus - 1, field.Modulus - 1, field.Modulus - 1, field.Modulus - 1},
		{1, 1, 1, field.Modulus - 1, field.Modulus - 1, field.Modulus - 1},
		{field.Modulus - 1, field.Modulus - 1, field.Modulus - 1, 1, 1, 1},
	}
	for range 60 {
		out = append(out, randomE6(rng))
	}
	return out
}

func same(t *testing.T, name string, got, want E6) {
	t.Helper()
	if got != want {
		t.Fatalf("%s: got %v, want %v", name, got, want)
	}
	for _, c := range got {
		if c >= field.Modulus {
			t.Fatalf("%s: word %d is out of range", name, uint32(c))
		}
	}
}

func TestArithmeticAgainstPolynomials(t *testing.T) {
	m := modulus()
	for _, a := range samples() {
		A := toPoly(a)
		for _, b := range samples() {
			B := toPoly(b)
			sum, diff := make(poly, Degree), make(poly, Degree)
			for i := range A {
				sum[i], diff[i] = new(big.Int).Add(A[i], B[i]), new(big.Int).Sub(A[i], B[i])
			}
			same(t, "add", a.Add(b), fromPoly(sum))
			same(t, "sub", a.Sub(b), fromPoly(diff))
			same(t, "mul", a.Mul(b), fromPoly(polyRem(polyMul(A, B), m)))
			same(t, "mul base", a.MulBase(b[0]), a.Mul(FromBase(b[0])))
			same(t, "add base", a.AddBase(b[1]), a.Add(FromBase(b[1])))
		}
		same(t, "square", a.Square(), fromPoly(polyRem(polyMul(A, A), m)))
		same(t, "neg", a.Neg().Add(a), E6{})
		same(t, "double", a.Double(), a.Add(a))
		same(t, "frobenius", a.Frobenius(), a.Exp(field.Modulus))
		if a.IsZero() {
			same(t, "inverse of zero", a.Inv(), E6{})
			same(t, "zero to the zero", a.Exp(0), One)
		} else {
			same(t, "inverse", a.Mul(a.Inv()), One)
		}
		same(t, "exp", a.Exp(5), a.Mul(a).Mul(a).Mul(a).Mul(a))
	}
}

// TestModulusIsIrreducible is Rabin's test, done with the reference polynomials:
// X^(p^6) = X, and X^(p^2) - X and X^(p^3) - X have no factor in common with the modulus.
func TestModulusIsIrreducible(t *testing.T) {
	m := modulus()
	x := poly{new(big.Int), big.NewInt(1)}
	frob := func(a poly) poly {
		out := poly{big.NewInt(1)}
		for i := bigP.BitLen() - 1; i >= 0; i-- {
			out = polyRem(polyMul(out, out), m)
			if bigP.Bit(i) == 1 {
				out = polyRem(polyMul(out, a), m)
			}
		}
		return out
	}
	at := x
	for k := 1; k <= Degree; k++ {
		at = frob(at)
		diff := fromPoly(at).Sub(fromPoly(x))
		switch k {
		case 2, 3:
			if gcdDegree(toPoly(diff), m) != 0 {
				t.Fatalf("X^(p^%d) - X shares a factor with the modulus", k)
			}
		case Degree:
			if !diff.IsZero() {
				t.Fatal("X^(p^6) is not X")
			}
		}
	}
	order := 1
	for v := field.Modulus % 9; v != 1; v = v * field.Modulus % 9 {
		order++
	}
	if order != Degree {
		t.Fatalf("p has order %d modulo 9", order)
	}
}

// gcdDegree is the degree of the greatest common divisor.
func gcdDegree(a, b poly) int {
	trim := func(a poly) poly {
		for len(a) > 0 && a[len(a)-1].Sign() == 0 {
			a = a[:len(a)-1]
		}
		return a
	}
	a, b = trim(a), trim(b)
	for len(a) > 0 {
		inv := new(big.Int).ModInverse(a[len(a)-1], bigP)
		monic := make(poly, len(a))
		for i := range a {
			c := new(big.Int).Mul(a[i], inv)
			monic[i] = c.Mod(c, bigP)
		}
		a, b = trim(polyRem(b, monic)), monic
	}
	return len(b) - 1
}

func TestDecodeIsStrict(t *testing.T) {
	for _, a := range samples() {
		back, err := Decode(a.Bytes())
		if err != nil || back != a {
			t.Fatalf("%v does not survive its wire form: %v", a, err)
		}
	}
	for i := range Degree {
		b := One.Bytes()
		copy(b[i*field.Bytes:], []byte{0x7f, 0, 0, 1}) // p itself
		if _, err := Decode(b); !errors.Is(err, field.ErrNotCanonical) {
			t.Fatalf("coefficient %d: got %v, want ErrNotCanonical", i, err)
		}
	}
	if (E6{field.New(1), field.New(2)}).Bytes() != [Bytes]byte{3: 1, 7: 2} {
		t.Fatal("coefficients are not lowest first, big-endian")
	}
}

func FuzzDecode(f *testing.F) {
	one := One.Bytes()
	f.Add(one[:])
	f.Add([]byte{0x7f, 0, 0, 1, 23: 0})
	f.Fuzz(func(t *testing.T, b []byte) {
		if len(b) != Bytes {
			return
		}
		a, err := Decode([Bytes]byte(b))
		if err == nil && a.Bytes() != [Bytes]byte(b) {
			t.Fatal("decoded element encodes differently")
		}
	})
}

func BenchmarkMul(b *testing.B) {
	x, y := samples()[20], samples()[21]
	for b.Loop() {
		x = x.Mul(y)
	}
}

func BenchmarkSquare(b *testing.B) {
	x := samples()[20]
	for b.Loop() {
		x = x.Square()
	}
}

func BenchmarkInv(b *testing.B) {
	x := samples()[20]
	for b.Loop() {
		x = x.Inv()
	}
}
