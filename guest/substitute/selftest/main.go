// Command selftest is a guest that runs what the machine runs differently: the functions that
// have substitutes, the recovery of signatures, and copies of memory. Its tests compare it
// with the native run of the same code.
//
//	in   what to test (1 byte), then a seed (8 bytes) or signatures, each hash ‖ recovery bit ‖ r ‖ s
//	out  Keccak-256 of all results
package main

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/chain/stf/secp256k1"
	"github.com/ashlar-labs/ashlar/guest"
	_ "github.com/ashlar-labs/ashlar/guest/substitute"
)

// What to test.
const (
	testKeccak = iota
	testDivision
	testCopy
	testRecover
)

const recoverBytes = 32 + 1 + 32 + 32

func main() { guest.Main(run) }

func run(input []byte) [32]byte {
	rest := input[1:]
	if input[0] == testRecover {
		return recoverAll(rest)
	}
	rng := rand.New(rand.NewPCG(binary.LittleEndian.Uint64(rest), 1))
	switch input[0] {
	case testKeccak:
		return keccak(rng)
	case testDivision:
		return division(rng)
	case testCopy:
		return copies(rng)
	}
	panic("unknown test")
}

// results is hashed at the end by code that has no substitute but the permutation.
type results struct{ bytes.Buffer }

func (r *results) sum() (h common.Hash) {
	s := crypto.NewKeccakState()
	s.Write(r.Bytes())
	s.Read(h[:])
	return h
}

func keccak(rng *rand.Rand) [32]byte {
	var out results
	for range 100 {
		parts := make([][]byte, rng.IntN(4))
		for i := range parts {
			space := make([]byte, 8+rng.IntN(300))
			for j := range space {
				space[j] = byte(rng.Uint32())
			}
			parts[i] = space[rng.IntN(8):]
		}
		h := crypto.Keccak256Hash(parts...)
		out.Write(h[:])
		out.Write(crypto.Keccak256(parts...))
		s := crypto.NewKeccakState()
		for _, p := range parts {
			s.Write(p)
		}
		out.Write(s.Sum(nil))
	}
	return out.sum()
}

func division(rng *rand.Rand) [32]byte {
	var out results
	number := func() (v uint256.Int) {
		for i := range v {
			switch rng.IntN(3) {
			case 0:
				v[i] = rng.Uint64()
			case 1:
				v[i] = ^uint64(0)
			}
		}
		return v
	}
	write := func(v *uint256.Int) {
		b := v.Bytes32()
		out.Write(b[:])
	}
	for range 300 {
		x, y, m := number(), number(), number()
		var z uint256.Int
		write(z.Div(&x, &y))
		write(z.Mod(&x, &y))
		write(z.SDiv(&x, &y))
		write(z.SMod(&x, &y))
		write(z.MulMod(&x, &y, &m))
		z = x
		write(z.Div(&z, &y))
		z = y
		write(z.Mod(&x, &z))
		z = m
		write(z.MulMod(&x, &y, &z))
		write(z.Div(&x, &uint256.Int{1 + rng.Uint64N(9)}))
		write(z.Mod(&uint256.Int{rng.Uint64()}, &uint256.Int{rng.Uint64()}))
	}
	return out.sum()
}

// copies compares copy with a loop for every alignment, short and long, apart and
// overlapping either way, and writes down what it made.
func copies(rng *rand.Rand) [32]byte {
	var out results
	for range 400 {
		n := rng.IntN(200)
		if rng.IntN(8) == 0 {
			n = rng.IntN(40_000)
		}
		from, to := rng.IntN(16), rng.IntN(16)
		if rng.IntN(2) == 0 {
			to += n // apart
		}
		space := make([]byte, max(from, to)+n+16)
		for i := range space {
			space[i] = byte(i*7 + i>>8 + n)
		}
		want := bytes.Clone(space)
		moved := make([]byte, n)
		for i := range moved {
			moved[i] = space[from+i]
		}
		for i, b := range moved {
			want[to+i] = b
		}
		copy(space[to:to+n], space[from:from+n])
		for i := range space {
			if space[i] != want[i] {
				panic("copy is wrong")
			}
		}
		out.Write(space[:min(len(space), 100)])
	}
	return out.sum()
}

func recoverAll(rest []byte) [32]byte {
	var out results
	for ; len(rest) >= recoverBytes; rest = rest[recoverBytes:] {
		hash := common.Hash(rest[:32])
		r, s := new(uint256.Int).SetBytes(rest[33:65]), new(uint256.Int).SetBytes(rest[65:97])
		var key [64]byte
		if !secp256k1.Recover(&key, &hash, rest[32], r, s) {
			out.WriteByte(0)
			continue
		}
		out.Write(key[:])
	}
	return out.sum()
}
