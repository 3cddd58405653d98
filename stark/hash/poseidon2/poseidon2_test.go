package poseidon2

import (
	"math/rand/v2"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/field"
)

// Known answers: Plonky3, koala-bear/src/poseidon2.rs at commit 5dc50e51436a, tests
// test_default_koalabear_poseidon2_width_16 and _24.
var (
	in16 = [16]uint64{
		894848333, 1437655012, 1200606629, 1690012884, 71131202, 1749206695, 1717947831, 120589055,
		19776022, 42382981, 1831865506, 724844064, 171220207, 1299207443, 227047920, 1783754913,
	}
	out16 = [16]uint64{
		1934285469, 604889435, 133449501, 1026180808, 1830659359, 176667110, 1391183747, 351743874,
		1238264085, 1292768839, 2023573270, 1201586780, 1360691759, 1230682461, 748270449, 651545025,
	}
	in24 = [24]uint64{
		886409618, 1327899896, 1902407911, 591953491, 648428576, 1844789031, 1198336108, 355597330,
		1799586834, 59617783, 790334801, 1968791836, 559272107, 31054313, 1042221543, 474748436,
		135686258, 263665994, 1962340735, 1741539604, 2026927696, 449439011, 1131357108, 50869465,
	}
	out24 = [24]uint64{
		382801106, 82839311, 1503190615, 1987418517, 854076995, 1862291425, 262755189, 1050814217,
		722724562, 741265943, 1026879332, 754316749, 1966025564, 1518878196, 502200188, 1368172258,
		845459257, 1711434837, 724453836, 171032289, 655223446, 1098636135, 407832555, 1707498914,
	}
)

func TestPublishedVectors(t *testing.T) {
	var x [16]field.Element
	for i, v := range in16 {
		x[i] = field.New(v)
	}
	Permute16(&x)
	for i, v := range out16 {
		if x[i] != field.New(v) {
			t.Errorf("width 16, element %d: got %d, want %d", i, x[i].Uint32(), v)
		}
	}
	var y [24]field.Element
	for i, v := range in24 {
		y[i] = field.New(v)
	}
	Permute24(&y)
	for i, v := range out24 {
		if y[i] != field.New(v) {
			t.Errorf("width 24, element %d: got %d, want %d", i, y[i].Uint32(), v)
		}
	}
}

func TestCompressIsFeedForward(t *testing.T) {
	var x, y [16]field.Element
	var v, w [24]field.Element
	for i := range v {
		v[i] = field.New(in24[i])
	}
	copy(x[:], v[:])
	y, w = x, v
	Permute16(&y)
	Permute24(&w)
	a, b := Compress16(&x), Compress24(&v)
	for i := range DigestLen {
		if a[i] != y[i].Add(x[i]) || b[i] != w[i].Add(v[i]) {
			t.Fatalf("element %d is not P(x) + x", i)
		}
	}
}

// TestMatchesPlainPermutation compares with the textbook order of operations on
// field elements, on random and on extreme states.
func TestMatchesPlainPermutation(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for round := range 500 {
		var x [16]field.Element
		var y [24]field.Element
		for i := range y {
			switch {
			case round == 0:
				y[i] = field.Modulus - 1
			case round == 1:
				y[i] = 0
			case round < 100:
				y[i] = []field.Element{0, 1, field.Modulus - 1, field.Modulus / 2}[rng.IntN(4)]
			default:
				y[i] = field.Element(rng.Uint32N(field.Modulus))
			}
		}
		copy(x[:], y[:])
		wantX, wantY := x, y
		plain16.permute(wantX[:])
		plain24.permute(wantY[:])
		Permute16(&x)
		Permute24(&y)
		if x != wantX || y != wantY {
			t.Fatalf("round %d: the kernel differs from the plain permutation", round)
		}
	}
}

func BenchmarkPermute16(b *testing.B) {
	var x [16]field.Element
	b.ReportAllocs()
	for b.Loop() {
		Permute16(&x)
	}
}

func BenchmarkPermute24(b *testing.B) {
	var x [24]field.Element
	b.ReportAllocs()
	for b.Loop() {
		Permute24(&x)
	}
}

func BenchmarkCompress16(b *testing.B) {
	var x [16]field.Element
	for b.Loop() {
		d := Compress16(&x)
		copy(x[:], d[:])
	}
}

func TestCompressPair(t *testing.T) {
	var x [16]field.Element
	for i := range x {
		x[i] = field.New(in16[i])
	}
	want := Compress16(&x)
	left, right := [8]field.Element(x[:8]), [8]field.Element(x[8:])
	var out [8]field.Element
	if CompressPair(&out, &left, &right); out != want {
		t.Errorf("got %v, want %v", out, want)
	}
	if CompressPair(&out, &right, &left); out == want {
		t.Error("the order of the pair does not matter")
	}
	l, r := left, right
	if CompressPair(&l, &l, &right); l != want {
		t.Error("result over the left input is wrong")
	}
	if CompressPair(&r, &left, &r); r != want {
		t.Error("result over the right input is wrong")
	}
}

func TestPacked(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	var x [24]field.Element
	for i := range x {
		x[i] = field.New(rng.Uint64())
	}
	left, right := [8]field.Element(x[:8]), [8]field.Element(x[8:16])
	l, r := Pack(&left), Pack(&right)
	if l.Unpack() != left || r.Unpack() != right || !l.InRange() {
		t.Fatal("packing loses something")
	}
	var want [8]field.Element
	CompressPair(&want, &left, &right)
	if CompressPacked16(&l, &l, &r); l.Unpack() != want {
		t.Errorf("width 16: got %v, want %v", l.Unpack(), want)
	}
	if CompressPacked24(&r, &x); r.Unpack() != Compress24(&x) {
		t.Errorf("width 24: got %v", r.Unpack())
	}
}

func TestInRange(t *testing.T) {
	for _, w := range []uint64{0, 1, field.Modulus - 1, field.Modulus, field.Modulus + 1, 1<<31 - 1, 1 << 31, 1<<31 + 1, 1<<32 - field.Modulus, 1<<32 - 1} {
		for i := range 8 {
			p := Pack(&[8]field.Element{1, field.Modulus - 1, 2, field.Modulus - 1, 0, 0, 5, 6})
			p[i/2] = p[i/2]&^(0xffff_ffff<<(32*(i%2))) | w<<(32*(i%2))
			if p.InRange() != (w < field.Modulus) {
				t.Errorf("half %d is %#x: %v", i, w, p.InRange())
			}
		}
	}
}
