package stf

import (
	"errors"
	"math/big"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fp"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"
	"github.com/ethereum/go-ethereum/core/vm"
	bn254 "github.com/ethereum/go-ethereum/crypto/bn256/gnark"
)

// Precompiles on curves whose code in go-ethereum does not suit the guest. Off amd64 and arm64, the BN254 ones run on a library of big integers: a hundred times the cycles of the one used
// on those machines, which is taken here everywhere. The multi-scalar multiplications of EIP-2537 choose their method with floating point numbers and spread over goroutines; the guest's machine
// has neither. Gas and results are go-ethereum's.

var (
	errPairingInput = errors.New("bad elliptic curve pairing size")
	errMSMLength    = errors.New("invalid input length")
	errMSMElement   = errors.New("invalid field element top bytes")
	errMSMPoint     = errors.New("invalid point: not on curve")
	errMSMSubgroup  = errors.New("point is not on correct subgroup")
)

// bnAdd is precompile 0x06: two points of BN254, missing bytes read as zero; their sum.
type bnAdd struct{ vm.PrecompiledContract }

// Run implements vm.PrecompiledContract.
func (bnAdd) Run(input []byte) ([]byte, error) {
	var in [128]byte
	copy(in[:], input)
	var a, b bn254.G1
	if _, err := a.Unmarshal(in[:64]); err != nil {
		return nil, err
	}
	if _, err := b.Unmarshal(in[64:]); err != nil {
		return nil, err
	}
	a.Add(&a, &b)
	return a.Marshal(), nil
}

// bnMul is precompile 0x07: a point of BN254 and a number, missing bytes read as zero; their product.
type bnMul struct{ vm.PrecompiledContract }

// Run implements vm.PrecompiledContract.
func (bnMul) Run(input []byte) ([]byte, error) {
	var in [96]byte
	copy(in[:], input)
	var p bn254.G1
	if _, err := p.Unmarshal(in[:64]); err != nil {
		return nil, err
	}
	p.ScalarMult(&p, new(big.Int).SetBytes(in[64:]))
	return p.Marshal(), nil
}

// bnPairing is precompile 0x08: pairs of points of BN254's two groups; whether the product of their pairings is 1, as a word.
type bnPairing struct{ vm.PrecompiledContract }

// Run implements vm.PrecompiledContract.
func (bnPairing) Run(input []byte) ([]byte, error) {
	const pairSize = 192
	if len(input)%pairSize != 0 {
		return nil, errPairingInput
	}
	var left []*bn254.G1
	var right []*bn254.G2
	for ; len(input) > 0; input = input[pairSize:] {
		p, q := new(bn254.G1), new(bn254.G2)
		if _, err := p.Unmarshal(input[:64]); err != nil {
			return nil, err
		}
		if _, err := q.Unmarshal(input[64:pairSize]); err != nil {
			return nil, err
		}
		left, right = append(left, p), append(right, q)
	}
	out := make([]byte, 32)
	if bn254.PairingCheck(left, right) {
		out[31] = 1
	}
	return out, nil
}

// blsG1MSM is precompile 0x0c: the sum of points of BLS12-381's first group, each times a number.
type blsG1MSM struct{ vm.PrecompiledContract }

// Run implements vm.PrecompiledContract.
func (blsG1MSM) Run(input []byte) ([]byte, error) {
	const pointSize, itemSize = 128, 160
	if len(input) == 0 || len(input)%itemSize != 0 {
		return nil, errMSMLength
	}
	var sum bls12381.G1Jac
	sum.FromAffine(new(bls12381.G1Affine))
	for ; len(input) > 0; input = input[itemSize:] {
		xy, err := fieldElements(input[:pointSize])
		if err != nil {
			return nil, err
		}
		p := bls12381.G1Affine{X: xy[0], Y: xy[1]}
		if !p.IsOnCurve() {
			return nil, errMSMPoint
		}
		if !p.IsInSubGroup() {
			return nil, errMSMSubgroup
		}
		var term bls12381.G1Jac
		term.FromAffine(&p)
		term.ScalarMultiplication(&term, scalar(input[pointSize:itemSize]))
		sum.AddAssign(&term)
	}
	var out bls12381.G1Affine
	out.FromJacobian(&sum)
	return appendFieldElements(nil, &out.X, &out.Y), nil
}

// blsG2MSM is precompile 0x0e: the same in the second group.
type blsG2MSM struct{ vm.PrecompiledContract }

// Run implements vm.PrecompiledContract.
func (blsG2MSM) Run(input []byte) ([]byte, error) {
	const pointSize, itemSize = 256, 288
	if len(input) == 0 || len(input)%itemSize != 0 {
		return nil, errMSMLength
	}
	var sum bls12381.G2Jac
	sum.FromAffine(new(bls12381.G2Affine))
	for ; len(input) > 0; input = input[itemSize:] {
		xy, err := fieldElements(input[:pointSize])
		if err != nil {
			return nil, err
		}
		p := bls12381.G2Affine{X: bls12381.E2{A0: xy[0], A1: xy[1]}, Y: bls12381.E2{A0: xy[2], A1: xy[3]}}
		if !p.IsOnCurve() {
			return nil, errMSMPoint
		}
		if !p.IsInSubGroup() {
			return nil, errMSMSubgroup
		}
		var term bls12381.G2Jac
		term.FromAffine(&p)
		term.ScalarMultiplication(&term, scalar(input[pointSize:itemSize]))
		sum.AddAssign(&term)
	}
	var out bls12381.G2Affine
	out.FromJacobian(&sum)
	return appendFieldElements(nil, &out.X.A0, &out.X.A1, &out.Y.A0, &out.Y.A1), nil
}

// scalar is a word as a number below the order of the groups, by which it makes no difference to multiply.
func scalar(word []byte) *big.Int {
	var s fr.Element
	return s.SetBytes(word).BigInt(new(big.Int))
}

// fieldElements reads elements of BLS12-381's base field, 64 bytes each of which the first 16 are zero.
func fieldElements(data []byte) (out []fp.Element, err error) {
	const size = 64
	for ; len(data) > 0; data = data[size:] {
		for _, b := range data[:size-fp.Bytes] {
			if b != 0 {
				return nil, errMSMElement
			}
		}
		e, err := fp.BigEndian.Element((*[fp.Bytes]byte)(data[size-fp.Bytes : size]))
		if err != nil {
			return nil, err
		}
		out = append(out, e)
	}
	return out, nil
}

// appendFieldElements is the inverse of fieldElements.
func appendFieldElements(dst []byte, elements ...*fp.Element) []byte {
	for _, e := range elements {
		b := e.Bytes()
		dst = append(append(dst, make([]byte, 64-fp.Bytes)...), b[:]...)
	}
	return dst
}
