package pointeval

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"math/rand"
	"testing"

	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/crypto/kzg4844"
)

var geth = vm.PrecompiledContractsCancun[common.Address{19: 0x0a}]

// compare runs both and reports acceptance.
func compare(t *testing.T, input []byte) bool {
	t.Helper()
	want, wantErr := geth.Run(input)
	got, err := Run(input)
	if (err == nil) != (wantErr == nil) || !bytes.Equal(got, want) {
		t.Fatalf("%x: got %x, %v; want %x, %v", input, got, err, want, wantErr)
	}
	if err != nil && !bytes.HasPrefix([]byte(wantErr.Error()), []byte(err.Error())) {
		t.Fatalf("%x: error %q, want %q", input, err, wantErr)
	}
	return err == nil
}

// valid is an input that verifies, for the polynomial with these leading values.
func valid(t *testing.T, z uint64, values ...uint64) []byte {
	t.Helper()
	var blob kzg4844.Blob
	for i, v := range values {
		e := new(fr.Element).SetUint64(v).Bytes()
		copy(blob[32*i:], e[:])
	}
	commitment, err := kzg4844.BlobToCommitment(&blob)
	if err != nil {
		t.Fatal(err)
	}
	point := kzg4844.Point(new(fr.Element).SetUint64(z).Bytes())
	proof, claim, err := kzg4844.ComputeProof(&blob, point)
	if err != nil {
		t.Fatal(err)
	}
	hash := kzg4844.CalcBlobHashV1(sha256.New(), &commitment)
	input := append(hash[:], point[:]...)
	input = append(input, claim[:]...)
	input = append(input, commitment[:]...)
	return append(input, proof[:]...)
}

func TestRunMatchesGeth(t *testing.T) {
	rng := rand.New(rand.NewSource(1))
	inputs := [][]byte{valid(t, 5), valid(t, 7, 1, 2, 3), valid(t, 1, 9, 9)} // the first is the zero polynomial: commitment and proof at infinity
	constant := make([]uint64, 4096)
	for i := range constant {
		constant[i] = 77
	}
	inputs = append(inputs, valid(t, 3, constant...)) // proof at infinity
	for i, input := range inputs {
		if !compare(t, input) {
			t.Errorf("input %d was refused", i)
		}
		for range 40 { // mutations are refused by both, for whatever reason
			bad := bytes.Clone(input)
			at := rng.Intn(len(bad))
			bad[at] ^= 1 << rng.Intn(8)
			if constant := i == 0 || i == 3; compare(t, bad) && !(constant && at >= 32 && at < 64) { // a constant has its value everywhere
				t.Errorf("mutation of input %d was accepted", i)
			}
		}
	}
}

func TestRunRejects(t *testing.T) {
	input := valid(t, 7, 1, 2, 3)
	withHash := func(in []byte) []byte {
		h := kzg4844.CalcBlobHashV1(sha256.New(), (*kzg4844.Commitment)(in[96:144]))
		copy(in, h[:])
		return in
	}
	mutate := func(at int, b ...byte) []byte {
		in := bytes.Clone(input)
		copy(in[at:], b)
		return in
	}
	order := fr.Modulus().FillBytes(make([]byte, 32))
	for name, c := range map[string]struct {
		in   []byte
		want error
	}{
		"short":                  {input[:191], ErrInputLength},
		"long":                   {append(bytes.Clone(input), 0), ErrInputLength},
		"empty":                  {nil, ErrInputLength},
		"version byte":           {mutate(0, 2), ErrVersion},
		"other commitment":       {mutate(140, 1, 2, 3), ErrVersion},
		"z not reduced":          {mutate(32, order...), ErrProof},
		"y not reduced":          {mutate(64, order...), ErrProof},
		"wrong y":                {mutate(95, input[95]^1), ErrProof},
		"proof not compressed":   {mutate(144, 0x17), ErrProof},
		"proof infinity garbage": {mutate(144, 0xc0, 1), ErrProof},
		"commitment off curve":   {withHash(mutate(143, input[143]^0x55)), ErrProof},
	} {
		if _, err := Run(c.in); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
		compare(t, c.in)
	}
}

func BenchmarkRun(b *testing.B) {
	input := valid(&testing.T{}, 7, 1, 2, 3)
	for b.Loop() {
		if _, err := Run(input); err != nil {
			b.Fatal(err)
		}
	}
}
