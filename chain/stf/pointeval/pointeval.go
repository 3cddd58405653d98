// Package pointeval is EIP-4844's point-evaluation precompile without preparations: it verifies p(z) = y for a polynomial commitment of the public KZG setup.
//
//	in   versioned hash 32 ‖ z 32 ‖ y 32 ‖ commitment 48 ‖ proof 48, numbers big-endian and below the order of the scalar field, points compressed
//	out  the number of field elements in a blob and the field's order, a word each; or an error that says why not
//
// Libraries for blobs prepare their whole setup (thousands of points, seconds) at first use. Verifying needs a single point of it, [τ]₂, which stands here as a constant. The
// library's pairing with precomputed lines (PairingCheckFixedQ, v0.22) is not used: the tests of this
// package showed it accepting false statements.
//
// Reference: EIP-4844, "Point evaluation precompile"; verify_kzg_proof in the consensus specifications (deneb, polynomial-commitments).
package pointeval

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"math/big"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"
)

// Errors of Run, with go-ethereum's texts.
var (
	ErrInputLength = errors.New("invalid input length")
	ErrVersion     = errors.New("mismatched versioned hash")
	ErrProof       = errors.New("error verifying kzg proof")
)

const inputLength = 192

// tauG2 is [τ]₂ of the public setup of the KZG ceremony: g2_monomial[1] of trusted_setup_4096.json in ethereum/consensus-specs.
const tauG2 = "b5bfd7dd8cdeb128843bc287230af38926187075cbfbefa81009a2ce615ac53d2914e5870cb452d2afaaab24f3499f72" +
	"185cbfee53492714734429b7b38608e23926c911cceceac9a36851477ba4c60b087041de621000edc98edada20c1def2"

// returnValue is FIELD_ELEMENTS_PER_BLOB ‖ BLS_MODULUS.
var returnValue = func() []byte {
	out := make([]byte, 32)
	out[30] = 0x10 // 4096
	return append(out, fr.Modulus().FillBytes(make([]byte, 32))...)
}()

// setup is [1]₂ and [τ]₂.
var setup = func() []bls12381.G2Affine {
	_, _, _, g2 := bls12381.Generators()
	var tau bls12381.G2Affine
	enc, err := hex.DecodeString(tauG2)
	if err == nil {
		_, err = tau.SetBytes(enc)
	}
	if err != nil {
		panic(err) // a constant of this package: any test run finds it
	}
	return []bls12381.G2Affine{g2, tau}
}()

// Run is the precompile.
func Run(input []byte) ([]byte, error) {
	if len(input) != inputLength {
		return nil, ErrInputLength
	}
	hash := sha256.Sum256(input[96:144])
	hash[0] = 1 // VERSIONED_HASH_VERSION_KZG
	if [32]byte(input[:32]) != hash {
		return nil, ErrVersion
	}
	if !verify(input[32:64], input[64:96], input[96:144], input[144:192]) {
		return nil, ErrProof
	}
	return append([]byte(nil), returnValue...), nil
}

// verify checks C - y·G = (τ - z)·W, as e(C - y·G + z·W, [1]₂) = e(W, [τ]₂), after decoding with range and subgroup checks.
func verify(z, y, commitment, proof []byte) bool {
	var zr, yr fr.Element
	if zr.SetBytesCanonical(z) != nil || yr.SetBytesCanonical(y) != nil {
		return false
	}
	var c, w bls12381.G1Affine
	if _, err := c.SetBytes(commitment); err != nil {
		return false
	}
	if _, err := w.SetBytes(proof); err != nil {
		return false
	}
	_, _, g, _ := bls12381.Generators()
	var left, t bls12381.G1Affine
	left.ScalarMultiplication(&g, yr.BigInt(new(big.Int)))
	left.Sub(&c, &left)
	t.ScalarMultiplication(&w, zr.BigInt(new(big.Int)))
	left.Add(&left, &t)
	w.Neg(&w)
	ok, err := bls12381.PairingCheck([]bls12381.G1Affine{left, w}, setup)
	return err == nil && ok
}
