package secp256k1

import (
	"encoding/binary"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"
)

// ValidSignature reports whether 0 < r, s < n and, when lowS, that s is in the lower half (EIP-2).
func ValidSignature(r, s *uint256.Int, lowS bool) bool {
	if r.IsZero() || s.IsZero() || !less((*[4]uint64)(r), &groupOrder) {
		return false
	}
	if lowS {
		return !less(&halfOrder, (*[4]uint64)(s))
	}
	return less((*[4]uint64)(s), &groupOrder)
}

// Recover stores in public the public key x ‖ y that verifies the signature (r, s) of hash, where the point R of the signature has the x coordinate r and the parity recovery.
// It returns false when recovery is not 0 or 1, r or s is out of range, there is no such R, or the key would be the point at infinity.
func Recover(public *[64]byte, hash *common.Hash, recovery byte, r, s *uint256.Int) bool {
	if recovery > 1 || !ValidSignature(r, s, false) {
		return false
	}
	point, ok := lift((*[4]uint64)(r), recovery)
	if !ok {
		return false
	}
	// Q = r⁻¹·(s·R - z·G)
	z := scalarOfHash(hash)
	var inv, a, b scalar
	inv.invert((*scalar)(r))
	a.mul(&z, &inv)
	a.negate(&a)
	b.mul((*scalar)(s), &inv)
	key, ok := combine(&a, &b, &point)
	if !ok {
		return false
	}
	for i := range 4 {
		binary.BigEndian.PutUint64(public[24-8*i:], key.x[i])
		binary.BigEndian.PutUint64(public[56-8*i:], key.y[i])
	}
	return true
}

// lift is the point with this x (below p) and this parity of y.
func lift(x *[4]uint64, parity byte) (p affine, ok bool) {
	p.x = element(*x)
	var t element
	t.square(&p.x)
	t.mul(&t, &p.x)
	t.add(&t, &element{7})
	if !p.y.sqrt(&t) {
		return p, false
	}
	p.y.normal()
	if byte(p.y[0]&1) != parity {
		p.y.negate(&p.y)
	}
	return p, true
}

// scalarOfHash is the hash as an integer modulo n.
func scalarOfHash(hash *common.Hash) scalar {
	var z [4]uint64
	for i := range 4 {
		z[i] = binary.BigEndian.Uint64(hash[24-8*i:])
	}
	if !less(&z, &groupOrder) {
		subtract(&z, &groupOrder)
	}
	return scalar(z)
}
