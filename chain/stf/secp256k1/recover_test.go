package secp256k1

import (
	"bytes"
	"crypto/ecdsa"
	"math/big"
	"math/rand"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
)

// oracle is go-ethereum's recovery with the range checks that its precompile makes before.
func oracle(hash common.Hash, v byte, r, s *uint256.Int) ([]byte, bool) {
	if !crypto.ValidateSignatureValues(v, r.ToBig(), s.ToBig(), false) {
		return nil, false
	}
	rb, sb := r.Bytes32(), s.Bytes32()
	pub, err := crypto.Ecrecover(hash[:], append(append(rb[:], sb[:]...), v))
	if err != nil {
		return nil, false
	}
	return pub[1:], true
}

func compare(t *testing.T, hash common.Hash, v byte, r, s *uint256.Int) bool {
	t.Helper()
	want, wantOK := oracle(hash, v, r, s)
	var got [64]byte
	ok := Recover(&got, &hash, v, r, s)
	if ok != wantOK || (ok && !bytes.Equal(got[:], want)) {
		t.Fatalf("hash %x v %d r %s s %s: got %v %x, want %v %x", hash, v, r, s, ok, got, wantOK, want)
	}
	return ok
}

func randomInt(rng *rand.Rand) (v uint256.Int) {
	for i := range v {
		v[i] = rng.Uint64()
	}
	return v
}

func TestRecoverMatchesGeth(t *testing.T) {
	rng := rand.New(rand.NewSource(1))
	recovered := 0
	for range 2000 { // arbitrary r: about half have a point
		r, s := randomInt(rng), randomInt(rng)
		if compare(t, common.Hash(func() [32]byte { h := randomInt(rng); return h.Bytes32() }()), byte(rng.Intn(2)), &r, &s) {
			recovered++
		}
	}
	if recovered < 800 || recovered > 1200 {
		t.Errorf("recovered %d of 2000", recovered)
	}
	for range 200 { // real signatures
		key, err := ecdsa.GenerateKey(crypto.S256(), rng)
		if err != nil {
			t.Fatal(err)
		}
		h := randomInt(rng)
		hash := common.Hash(h.Bytes32())
		sig, err := crypto.Sign(hash[:], key)
		if err != nil {
			t.Fatal(err)
		}
		r, s := new(uint256.Int).SetBytes(sig[:32]), new(uint256.Int).SetBytes(sig[32:64])
		var got [64]byte
		ok := Recover(&got, &hash, sig[64], r, s)
		if !ok || !bytes.Equal(got[:], crypto.FromECDSAPub(&key.PublicKey)[1:]) {
			t.Fatal("wrong key")
		}
	}
}

func TestRecoverEdges(t *testing.T) {
	n := uint256.Int(groupOrder)
	p := uint256.Int(fieldPrime)
	half := uint256.Int(halfOrder)
	gx := uint256.Int(generator.x)
	edges := []uint256.Int{{}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, n, p, half, gx, uint256.Int(lambda), uint256.Int(beta)}
	for _, e := range []uint256.Int{n, p, half} {
		for d := uint64(1); d < 4; d++ {
			edges = append(edges, *new(uint256.Int).SubUint64(&e, d), *new(uint256.Int).AddUint64(&e, d))
		}
	}
	edges = append(edges, *new(uint256.Int).SetAllOne())
	for i := range edges {
		for j := range edges {
			for _, z := range []uint256.Int{{}, {1}, n, gx, edges[j]} {
				for v := byte(0); v < 4; v++ {
					if v > 1 {
						if Recover(new([64]byte), new(common.Hash), v, &edges[i], &edges[j]) {
							t.Fatalf("recovery %d accepted", v)
						}
						continue
					}
					compare(t, common.Hash(z.Bytes32()), v, &edges[i], &edges[j])
				}
			}
		}
	}
}

// With R = ±G the two scalar multiplications meet: s = z gives infinity, and other relations give equal and opposite summands on the way.
func TestRecoverExceptional(t *testing.T) {
	gx := uint256.Int(generator.x)
	parity := byte(generator.y[0] & 1)
	for _, k := range []uint64{1, 2, 3, 5, 7, 255, 257, 1 << 40} {
		z := uint256.NewInt(k)
		if compare(t, common.Hash(z.Bytes32()), parity, &gx, z) {
			t.Error("the key at infinity was accepted")
		}
		compare(t, common.Hash(z.Bytes32()), parity^1, &gx, z)
		for _, l := range []uint64{1, 2, 3, 4, 9} {
			compare(t, common.Hash(z.Bytes32()), parity, &gx, uint256.NewInt(k*l))
			compare(t, common.Hash(uint256.NewInt(k*l).Bytes32()), parity, &gx, z)
		}
	}
}

func TestValidSignature(t *testing.T) {
	half, n := uint256.Int(halfOrder), uint256.Int(groupOrder)
	above := *new(uint256.Int).AddUint64(&half, 1)
	one := *uint256.NewInt(1)
	for _, c := range []struct {
		r, s uint256.Int
		low  bool
		want bool
	}{
		{one, half, true, true}, {one, above, true, false}, {one, above, false, true}, {one, n, false, false}, {n, one, true, false},
		{uint256.Int{}, one, true, false}, {one, uint256.Int{}, true, false},
	} {
		if got := ValidSignature(&c.r, &c.s, c.low); got != c.want {
			t.Errorf("r %s s %s low %v: %v", &c.r, &c.s, c.low, got)
		}
		if want := crypto.ValidateSignatureValues(0, c.r.ToBig(), c.s.ToBig(), c.low); want != c.want {
			t.Errorf("go-ethereum disagrees on r %s s %s", &c.r, &c.s)
		}
	}
}

func toBig(x [4]uint64) *big.Int { v := uint256.Int(x); return v.ToBig() }

func TestArithmetic(t *testing.T) {
	rng := rand.New(rand.NewSource(2))
	p, n := toBig(fieldPrime), toBig(groupOrder)
	limb := func() uint64 { // extreme limbs make carries
		switch rng.Intn(4) {
		case 0:
			return 0
		case 1:
			return ^uint64(0)
		default:
			return rng.Uint64()
		}
	}
	random := func() [4]uint64 { return [4]uint64{limb(), limb(), limb(), limb()} }
	same := func(what string, got [4]uint64, want, m *big.Int) {
		t.Helper()
		if new(big.Int).Mod(toBig(got), m).Cmp(new(big.Int).Mod(want, m)) != 0 {
			t.Fatalf("%s: got %x", what, got)
		}
	}
	for range 5000 {
		x, y := element(random()), element(random())
		bx, by := toBig(x), toBig(y)
		var z element
		z.mul(&x, &y)
		same("mul", z, new(big.Int).Mul(bx, by), p)
		z.add(&x, &y)
		same("add", z, new(big.Int).Add(bx, by), p)
		z.sub(&x, &y)
		same("sub", z, new(big.Int).Sub(bx, by), p)
		z.normal()
		if toBig(z).Cmp(p) >= 0 {
			t.Fatal("normal is not below p")
		}
		w := random()
		same("wide", reduceWide(product(&w, (*[4]uint64)(&x))), new(big.Int).Mul(toBig(w), bx), n)
		k := reduceWide([8]uint64{w[0], w[1], w[2], w[3]})
		checkSplit(t, &k)
		if k != (scalar{}) {
			var i scalar
			i.invert(&k)
			i.mul(&i, &k)
			if i != (scalar{1}) {
				t.Fatalf("inverse of %x", k)
			}
		}
	}
}

// checkSplit checks the decomposition and that the digits add up to it.
func checkSplit(t *testing.T, k *scalar) {
	t.Helper()
	k1, k2 := split(k)
	var sum scalar
	sum.mul(&k2, &lambda)
	if sum.add(&sum, &k1); sum != *k {
		t.Fatalf("split of %x", *k)
	}
	for _, half := range []scalar{k1, k2} {
		for _, width := range []uint{pointWidth, baseWidth} {
			var digits [maxDigits]int8
			length := recode(&digits, &half, width)
			total := new(big.Int)
			for i := length - 1; i >= 0; i-- {
				total.Lsh(total, 1).Add(total, big.NewInt(int64(digits[i])))
			}
			if total.Mod(total, toBig(groupOrder)).Cmp(toBig(half)) != 0 {
				t.Fatalf("digits of %x", half)
			}
		}
	}
}

func FuzzRecover(f *testing.F) {
	f.Add(make([]byte, 97))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) < 97 {
			return
		}
		compare(t, common.Hash(data[:32]), data[96]&1, new(uint256.Int).SetBytes(data[32:64]), new(uint256.Int).SetBytes(data[64:96]))
	})
}

func BenchmarkRecover(b *testing.B) {
	key, _ := crypto.ToECDSA(crypto.Keccak256([]byte("key")))
	hash := crypto.Keccak256Hash([]byte("message"))
	sig, _ := crypto.Sign(hash[:], key)
	r, s := new(uint256.Int).SetBytes(sig[:32]), new(uint256.Int).SetBytes(sig[32:64])
	b.Run("ashlar", func(b *testing.B) {
		for b.Loop() {
			Recover(new([64]byte), &hash, sig[64], r, s)
		}
	})
	b.Run("geth", func(b *testing.B) {
		for b.Loop() {
			crypto.Ecrecover(hash[:], sig)
		}
	})
}
