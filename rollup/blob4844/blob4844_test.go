package blob4844

import (
	"errors"
	"math/rand/v2"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto/kzg4844"

	"github.com/ashlar-labs/ashlar/rollup"
)

// The KZG library that L1 uses is the reference: its proof at z comes with the value there.
func TestEvaluateAgreesWithKZG(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, filled := range []int{0, 1, 100, 4096} {
		var blob kzg4844.Blob
		for i := range filled {
			for k := 1; k < 32; k++ {
				blob[32*i+k] = byte(r.Uint32())
			}
		}
		var z kzg4844.Point
		for i := 16; i < 32; i++ {
			z[i] = byte(r.Uint32())
		}
		_, want, err := kzg4844.ComputeProof(&blob, z)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Evaluate(blob[:], common.Hash(z))
		if err != nil || got != common.Hash(want) {
			t.Fatalf("%d elements: got %v (error %v), want %x", filled, got, err, want)
		}
	}
}

func TestEvaluateAtARoot(t *testing.T) {
	blob := make([]byte, rollup.BlobSize)
	blob[31], blob[63] = 7, 9 // elements 0 and 1 stand at ω^0 = 1 and ω^2048 = -1
	for i, want := range []byte{7, 9} {
		got, err := Evaluate(blob, roots[i].Bytes())
		if err != nil || got != (common.Hash{31: want}) {
			t.Errorf("at root %d: %v, error %v", i, got, err)
		}
	}
}

func TestEvaluateRejects(t *testing.T) {
	good := func() []byte { return make([]byte, rollup.BlobSize) }
	high := good()
	for i := range 32 {
		high[32*4095+i] = 0xff
	}
	highBesideRoot := append([]byte(nil), high...)
	highBesideRoot[31] = 1
	for name, c := range map[string]struct {
		blob []byte
		z    common.Hash
	}{
		"short":                   {good()[1:], common.Hash{}},
		"long":                    {append(good(), 0), common.Hash{}},
		"element above the order": {high, common.Hash{31: 5}},
		"same, beside a root":     {highBesideRoot, roots[0].Bytes()},
		"point above the order":   {good(), common.Hash{0xff}},
	} {
		if _, err := Evaluate(c.blob, c.z); !errors.Is(err, rollup.ErrEncoding) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}
