// Package blob4844 evaluates the polynomial that an EIP-4844 blob is: the guest's side of the data availability check of docs/spec.md section 5.
//
//	in   a blob: 4,096 field elements of 32 bytes, big-endian, each below the order of BLS12-381's scalar field; a point z below that order
//	out  y = p(z), where p is the polynomial of degree < 4,096 with p(ω^rev(i)) = element i, ω the primitive 4,096th root of unity 7^((r-1)/4096) and rev the
//	     reversal of 12 bits (EIP-4844, "polynomials in evaluation form")
//
// Pure and guest-safe; needs no trusted setup. The table of roots is built when the package is initialised, which costs the guest nothing.
//
// Not checked here: that a commitment belongs to the blob. L1 opens the commitment at z and compares with y.
package blob4844

import (
	"fmt"
	"math/big"
	"math/bits"

	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"
	"github.com/ethereum/go-ethereum/common"

	"github.com/ashlar-labs/ashlar/rollup"
)

const (
	elements    = 4096
	logElements = 12
)

// roots[i] is ω^rev(i), the point at which element i is the value.
var roots = func() (r [elements]fr.Element) {
	var omega fr.Element
	exponent := new(big.Int).Sub(fr.Modulus(), big.NewInt(1))
	omega.Exp(fr.NewElement(7), exponent.Rsh(exponent, logElements))
	power := fr.One()
	for i := range uint64(elements) {
		r[bits.Reverse64(i)>>(64-logElements)] = power
		power.Mul(&power, &omega)
	}
	return r
}()

// Evaluate returns p(z) for the polynomial of blob.
func Evaluate(blob []byte, z common.Hash) (y common.Hash, err error) {
	if len(blob) != rollup.BlobSize {
		return y, fmt.Errorf("blob of %d bytes: %w", len(blob), rollup.ErrEncoding)
	}
	var point fr.Element
	if err := point.SetBytesCanonical(z[:]); err != nil {
		return y, fmt.Errorf("evaluation point: %w", rollup.ErrEncoding)
	}
	var values, distances []fr.Element // of the elements that are not zero: the others add nothing
	var at []int
	for i := range elements {
		raw := blob[32*i : 32*i+32]
		if common.Hash(raw) == (common.Hash{}) {
			continue
		}
		var f, d fr.Element
		if err := f.SetBytesCanonical(raw); err != nil {
			return y, fmt.Errorf("blob element %d: %w", i, rollup.ErrEncoding)
		}
		if d.Sub(&point, &roots[i]); d.IsZero() {
			// The remaining elements still have to be canonical, but they do not matter for y.
			return common.Hash(raw), checkCanonical(blob[32*i+32:], i+1)
		}
		values, distances, at = append(values, f), append(distances, d), append(at, i)
	}
	return barycentric(point, values, fr.BatchInvert(distances), at), nil
}

func checkCanonical(rest []byte, first int) error {
	for i := 0; i < len(rest); i += 32 {
		var f fr.Element
		if err := f.SetBytesCanonical(rest[i : i+32]); err != nil {
			return fmt.Errorf("blob element %d: %w", first+i/32, rollup.ErrEncoding)
		}
	}
	return nil
}

// barycentric is (z^n - 1)/n · Σ f_i·ω_i/(z - ω_i), the sum over the given indices; z is no root of unity among them.
func barycentric(z fr.Element, values, inverses []fr.Element, at []int) common.Hash {
	var sum, term fr.Element
	for k, i := range at {
		term.Mul(&values[k], &roots[i])
		term.Mul(&term, &inverses[k])
		sum.Add(&sum, &term)
	}
	zn := z
	for range logElements {
		zn.Square(&zn)
	}
	one, n := fr.One(), fr.NewElement(elements)
	zn.Sub(&zn, &one)
	sum.Mul(&sum, &zn)
	sum.Mul(&sum, n.Inverse(&n))
	return sum.Bytes()
}
