package accel

import (
	"bytes"
	"crypto/sha3"
	"encoding/binary"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/hash/poseidon2"
)

var rng = rand.New(rand.NewPCG(1, 2))

// values are edge values, then random ones.
func values(n int) (out [][4]uint64) {
	for _, v := range []int64{0, 1, 2, 3} {
		out = append(out, fromBig(big.NewInt(v)))
	}
	top := new(big.Int).Lsh(big.NewInt(1), 256)
	for _, d := range []int64{1, 2, secpFold - 1, secpFold, secpFold + 1} {
		out = append(out, fromBig(new(big.Int).Sub(top, big.NewInt(d))))
	}
	out = append(out, [4]uint64{0, 1}, [4]uint64{0, 0, 1}, [4]uint64{0, 0, 0, 1}, [4]uint64{0, 0, 0, 1 << 63})
	for range n {
		v := [4]uint64{rng.Uint64(), rng.Uint64(), rng.Uint64(), rng.Uint64()}
		clear(v[1+rng.IntN(4):])
		out = append(out, v)
	}
	return out
}

func TestKeccakAgainstSHA3(t *testing.T) {
	for _, n := range []int{0, 1, 135, 136, 137, 271, 272, 1000} {
		msg := make([]byte, n)
		for i := range msg {
			msg[i] = byte(rng.Uint32())
		}
		padded := append(bytes.Clone(msg), 6) // SHA-3's domain; Keccak-256 has 1
		padded = append(padded, make([]byte, 136-1-n%136)...)
		padded[len(padded)-1] |= 0x80
		var state [25]uint64
		for ; len(padded) > 0; padded = padded[136:] {
			var block [17]uint64
			for i := range block {
				block[i] = binary.LittleEndian.Uint64(padded[8*i:])
			}
			KeccakAbsorb(&state, &block)
		}
		var got [32]byte
		for i := range 4 {
			binary.LittleEndian.PutUint64(got[8*i:], state[i])
		}
		if want := sha3.Sum256(msg); got != want {
			t.Errorf("%d bytes: got %x, want %x", n, got, want)
		}
	}
}

func TestIntegers(t *testing.T) {
	vs := values(20)
	for _, x := range vs {
		for _, y := range vs {
			for _, m := range vs {
				checkIntegers(t, x, y, m)
			}
		}
	}
}

func checkIntegers(t *testing.T, x, y, m [4]uint64) {
	t.Helper()
	bx, by, bm := toBig(x[:]), toBig(y[:]), toBig(m[:])
	p, why1 := MulMod(&x, &y, &m)
	q, r, why2 := DivMod(&x, &m)
	inv, why3 := InvMod(&y, &m)
	if m == [4]uint64{} {
		if why1 != ZeroModulus || why2 != ZeroModulus || why3 != SmallModulus || p != m || q != m || r != m || inv != m {
			t.Fatalf("modulus zero: %v, %v, %v", why1, why2, why3)
		}
		return
	}
	switch want, rest := new(big.Int).QuoRem(new(big.Int).Mul(bx, by), bm, new(big.Int)); {
	case want.BitLen() > 256:
		if why1 != LargeQuotient || p != [4]uint64{} {
			t.Fatalf("%x * %x mod %x: got %x, %v", bx, by, bm, p, why1)
		}
	case toBig(p[:]).Cmp(rest) != 0 || why1 != OK:
		t.Fatalf("%x * %x mod %x: got %x, %v", bx, by, bm, p, why1)
	}
	back := new(big.Int).Mul(toBig(q[:]), bm)
	if back.Add(back, toBig(r[:])).Cmp(bx) != 0 || !less(&r, &m) || why2 != OK {
		t.Fatalf("%x / %x: got %x, %x, %v", bx, bm, q, r, why2)
	}
	unit := new(big.Int).GCD(nil, nil, by, bm).Cmp(big.NewInt(1)) == 0
	switch {
	case m == [4]uint64{1}:
		if why3 != SmallModulus {
			t.Fatalf("inverse modulo 1: %v", why3)
		}
	case !unit:
		if why3 != NotInvertible || inv != [4]uint64{} {
			t.Fatalf("inverse of %x mod %x: %x, %v", by, bm, inv, why3)
		}
	default:
		if one, _ := MulMod(&inv, &y, &m); one != [4]uint64{1} || !less(&inv, &m) || why3 != OK {
			t.Fatalf("inverse of %x mod %x: %x, %v", by, bm, inv, why3)
		}
	}
}

func TestSecpField(t *testing.T) {
	vs := values(40)
	for _, x := range vs {
		for _, y := range vs {
			product := new(big.Int).Mul(toBig(x[:]), toBig(y[:]))
			want := fromBig(product.Mod(product, toBig(SecpPrime[:])))
			if got := mulSecp(&x, &y); got != want {
				t.Fatalf("%x * %x: got %x, want %x", x, y, got, want)
			}
		}
	}
}

func point(t testing.TB, x, y string) (p [8]uint64) {
	t.Helper()
	for i, s := range []string{x, y} {
		v, ok := new(big.Int).SetString(s, 16)
		if !ok {
			t.Fatal(s)
		}
		w := fromBig(v)
		copy(p[4*i:], w[:])
	}
	return p
}

// generator and its multiples 2 and 3, from the public test vectors of the curve.
func multiples(t testing.TB) (g, g2, g3 [8]uint64) {
	return point(t, "79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798",
			"483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8"),
		point(t, "c6047f9441ed7d6d3045406e95c07cd85c778e4b8cef3ca7abac09b95c709ee5",
			"1ae168fea63dc339a3c58419466ceaeef7f632653266d0e1236431a950cfe52a"),
		point(t, "f9308a019258c31049344f85f89d5229b531c845836f99b08601f113bce036f9",
			"388f7b0f632de8140fe337e62a37f3566500a99934c2231b6cb9fd7584b8e672")
}

func TestSecpGroup(t *testing.T) {
	g, g2, g3 := multiples(t)
	if got, why := SecpDouble(&g); got != g2 || why != OK {
		t.Errorf("2G: got %x, %v", got, why)
	}
	if got, why := SecpAdd(&g, &g2); got != g3 || why != OK {
		t.Errorf("3G: got %x, %v", got, why)
	}
	// (kG + G) + 3G = kG + 4G along a chain.
	g4, _ := SecpDouble(&g2)
	k := g4
	for range 50 {
		a, _ := SecpAdd(&k, &g)
		a, _ = SecpAdd(&a, &g3)
		b, why := SecpAdd(&g4, &k)
		if k == g4 {
			b, why = SecpDouble(&k)
		}
		if a != b || why != OK {
			t.Fatalf("not associative: %x, %x, %v", a, b, why)
		}
		k, _ = SecpAdd(&a, &g)
	}
}

func TestSecpRefuses(t *testing.T) {
	g, g2, _ := multiples(t)
	opposite := g
	y := subMod(new([4]uint64), (*[4]uint64)(g[4:]))
	copy(opposite[4:], y[:])
	for name, q := range map[string][8]uint64{"same": g, "opposite": opposite} {
		if out, why := SecpAdd(&g, &q); why != EqualX || out != [8]uint64{} {
			t.Errorf("%s point: %v", name, why)
		}
	}
	for i := range 2 {
		for _, c := range [][4]uint64{SecpPrime, {^uint64(0), ^uint64(0), ^uint64(0), ^uint64(0)}} {
			bad := g
			copy(bad[4*i:], c[:])
			if _, why := SecpAdd(&bad, &g2); why != Coordinate {
				t.Errorf("first point %x: %v", bad, why)
			}
			if _, why := SecpAdd(&g2, &bad); why != Coordinate {
				t.Errorf("second point %x: %v", bad, why)
			}
			if _, why := SecpDouble(&bad); why != Coordinate {
				t.Errorf("double of %x: %v", bad, why)
			}
		}
	}
	if _, why := SecpDouble(&[8]uint64{5}); why != ZeroY {
		t.Errorf("double of a point with y = 0: %v", why)
	}
}

func TestCompress(t *testing.T) {
	for range 50 {
		var in [12]uint64
		var x16 [16]field.Element
		var x24 [24]field.Element
		for i := range x24 {
			w := rng.Uint32()
			switch rng.IntN(4) {
			case 0:
				w = field.Modulus + rng.Uint32N(3) - 1
			case 1:
				w = ^uint32(0) - rng.Uint32N(2)
			}
			in[i/2] |= uint64(w) << (32 * (i % 2))
			x24[i] = field.Element(uint64(w) % field.Modulus)
		}
		copy(x16[:], x24[:])
		if got, want := Compress16((*[8]uint64)(in[:8])), pack(poseidon2.Compress16(&x16)); got != want {
			t.Fatalf("Compress16(%x): got %x, want %x", in, got, want)
		}
		if got, want := Compress24(&in), pack(poseidon2.Compress24(&x24)); got != want {
			t.Fatalf("Compress24(%x): got %x, want %x", in, got, want)
		}
	}
}

func BenchmarkAccel(b *testing.B) {
	g, g2, _ := multiples(b)
	x, y := [4]uint64(g[:4]), [4]uint64(g2[:4])
	for name, f := range map[string]func(){
		"keccak":  func() { KeccakAbsorb(new([25]uint64), new([17]uint64)) },
		"mulmod":  func() { MulMod(&x, &y, &SecpPrime) },
		"divmod":  func() { DivMod(&x, &y) },
		"invmod":  func() { InvMod(&x, &SecpPrime) },
		"add":     func() { SecpAdd(&g, &g2) },
		"double":  func() { SecpDouble(&g) },
		"width16": func() { Compress16(&g) },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				f()
			}
		})
	}
}
