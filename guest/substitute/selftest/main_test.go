package main

import (
	"context"
	"encoding/binary"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/guest/image"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

var build = sync.OnceValues(func() (*image.Guest, error) {
	return image.Build(context.Background(), image.Options{Package: "."})
})

// same runs an input natively and in the machine and returns the machine's cycles.
func same(t *testing.T, what string, input []byte) uint64 {
	t.Helper()
	g, err := build()
	if err != nil {
		t.Fatal(err)
	}
	p, err := g.Load()
	if err != nil {
		t.Fatal(err)
	}
	r, err := p.Run(context.Background(), input, rv64.Limits{})
	if want := run(input); err != nil || r.Output != want {
		t.Errorf("%s: machine %x, native %x, %v", what, r.Output, want, err)
	}
	return r.Cycles
}

func TestSubstituted(t *testing.T) {
	g, err := build()
	if err != nil {
		t.Fatal(err)
	}
	const geth, integers = "github.com/ethereum/go-ethereum/crypto", "github.com/holiman/uint256.(*Int)"
	want := []string{geth + ".Keccak256Hash", geth + ".Keccak256", geth + "/keccak.keccakF1600", integers + ".Div", integers + ".Mod", integers + ".MulMod"}
	if !slices.Equal(g.Info.Substituted, want) {
		t.Errorf("substituted %q, want %q", g.Info.Substituted, want)
	}
}

func TestSameAsNative(t *testing.T) {
	for seed := range uint64(3) {
		for what, name := range []string{testKeccak: "keccak", testDivision: "division", testCopy: "copy"} {
			same(t, name, binary.LittleEndian.AppendUint64([]byte{byte(what)}, seed))
		}
	}
}

// signature appends one to the input of testRecover.
func signature(to []byte, hash common.Hash, recovery byte, r, s *uint256.Int) []byte {
	rb, sb := r.Bytes32(), s.Bytes32()
	return slices.Concat(to, hash[:], []byte{recovery}, rb[:], sb[:])
}

func TestRecover(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	random := func() (v uint256.Int) {
		for i := range v {
			v[i] = rng.Uint64()
		}
		return v
	}
	in := []byte{testRecover}
	for range 200 { // about half have a point
		r, s, z := random(), random(), random()
		in = signature(in, z.Bytes32(), byte(rng.Uint32()&1), &r, &s)
	}
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte("key")))
	if err != nil {
		t.Fatal(err)
	}
	for i := range 100 {
		hash := crypto.Keccak256Hash([]byte{byte(i)})
		sig, err := crypto.Sign(hash[:], key)
		if err != nil {
			t.Fatal(err)
		}
		in = signature(in, hash, sig[64], new(uint256.Int).SetBytes(sig[:32]), new(uint256.Int).SetBytes(sig[32:64]))
	}
	cycles := same(t, "random and real signatures", in)
	t.Logf("%d cycles for each of 300 signatures", cycles/300)
}

// TestRecoverEdges: scalars around the orders, and R = ±G, where summands are equal, opposite or infinity.
func TestRecoverEdges(t *testing.T) {
	hex := func(s string) uint256.Int { return *uint256.MustFromHex("0x" + s) }
	n := hex("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141")
	p := hex("fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2f")
	gx := hex("79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798")
	lambda := hex("5363ad4cc05c30e0a5261c028812645a122e22ea20816678df02967c1b23bd72")
	beta := hex("7ae96a2b657c07106e64479eac3434e99cf0497512f58995c1396c28719501ee")
	edges := []uint256.Int{{}, {1}, {2}, {3}, {4}, {5}, {7}, {0, 1}, {0, 0, 1}, {0, 0, 0, 1}, n, p, gx, lambda, beta, *new(uint256.Int).SetAllOne()}
	for _, e := range []uint256.Int{n, *new(uint256.Int).Rsh(&n, 1), p} {
		edges = append(edges, *new(uint256.Int).SubUint64(&e, 1), *new(uint256.Int).AddUint64(&e, 1))
	}
	in := []byte{testRecover}
	for i := range edges {
		for j := range edges {
			for v := range byte(3) {
				in = signature(in, edges[(i+j)%len(edges)].Bytes32(), v, &edges[i], &edges[j])
			}
			for _, k := range []uint64{1, 2, 3, 255, 1 << 40} {
				z := new(uint256.Int).Mul(uint256.NewInt(k), &edges[j])
				in = signature(in, z.Bytes32(), byte(i&1), &gx, &edges[j])
				in = signature(in, edges[j].Bytes32(), byte(i&1), &gx, z)
			}
		}
	}
	same(t, "edges", in)
}
