//go:build ashlar_guest && riscv64

package accel

import "github.com/ashlar-labs/ashlar/guest/abi"

// The assembly takes these from go_asm.h.
const (
	ecallKeccakAbsorb    = abi.EcallKeccakAbsorb
	ecallMulMod256       = abi.EcallMulMod256
	ecallDivMod256       = abi.EcallDivMod256
	ecallInvMod256       = abi.EcallInvMod256
	ecallSecp256k1Add    = abi.EcallSecp256k1Add
	ecallSecp256k1Double = abi.EcallSecp256k1Double
	ecallPoseidon2x16    = abi.EcallPoseidon2x16
	ecallPoseidon2x24    = abi.EcallPoseidon2x24
	ecallMemcpy          = abi.EcallMemcpy
	ecallMemset          = abi.EcallMemset
)

// Keccak256 returns the Keccak-256 hash of b, as Ethereum uses it.
func Keccak256(b []byte) (out [32]byte) {
	keccak256(&out, b)
	return out
}

// Keccak256To stores the hash of b in out.
func Keccak256To(out *[32]byte, b []byte) { keccak256(out, b) }

// KeccakF1600 applies the permutation Keccak-f[1600].
func KeccakF1600(state *[25]uint64) { keccakAbsorb(state, &noBlock) }

// noBlock is absorbed where only the permutation is wanted.
var noBlock [KeccakRateWords]uint64

// Copy copies the words of src to the beginning of dst, one after the other, lowest
// first. It panics when dst is shorter.
func Copy(dst, src []uint64) {
	dst = dst[:len(src)]
	for ; len(src) > abi.MaxAccelCells; dst, src = dst[abi.MaxAccelCells:], src[abi.MaxAccelCells:] {
		copyCells(&dst[0], &src[0], abi.MaxAccelCells)
	}
	if len(src) > 0 {
		copyCells(&dst[0], &src[0], uint64(len(src)))
	}
}

// Set stores v in every word of dst.
func Set(dst []uint64, v uint64) {
	for ; len(dst) > abi.MaxAccelCells; dst = dst[abi.MaxAccelCells:] {
		setCells(&dst[0], v, abi.MaxAccelCells)
	}
	if len(dst) > 0 {
		setCells(&dst[0], v, uint64(len(dst)))
	}
}

//go:noescape
func keccak256(out *[32]byte, b []byte)

//go:noescape
func keccakAbsorb(state *[25]uint64, block *[KeccakRateWords]uint64)

//go:noescape
func copyCells(dst, src *uint64, n uint64)

//go:noescape
func setCells(dst *uint64, v, n uint64)

// MulMod256 sets out = x·y mod m, for any x and y. The machine traps when m is zero. It
// is one call, or two when neither x nor y is clearly below m.
//
//go:noescape
func MulMod256(out, x, y, m *[4]uint64)

// SquareMod256 sets x = x^(2^n) mod m; x stays as it is when n is zero. The machine
// traps when m is zero and n is not.
//
//go:noescape
func SquareMod256(x, m *[4]uint64, n uint64)

// DivMod256 sets qr to q, then r, with x = q·m + r and r < m. The machine traps when
// m is zero.
//
//go:noescape
func DivMod256(qr *[8]uint64, x, m *[4]uint64)

// InvMod256 sets out to the number below m with out·y = 1 mod m. The machine traps
// when there is none or m < 2.
//
//go:noescape
func InvMod256(out, y, m *[4]uint64)

// Secp256k1Add sets out = p + q. The machine traps when the points have the same x
// or a coordinate is not below the field's modulus.
//
//go:noescape
func Secp256k1Add(out, p, q *[8]uint64)

// Secp256k1Double sets p = 2^n·p. The machine traps when y is zero or a coordinate
// is not below the field's modulus.
//
//go:noescape
func Secp256k1Double(p *[8]uint64, n uint64)

// Poseidon2Compress16 is poseidon2.Compress16 on packed words of field.Element, two
// to a cell, low half first. A word that is not below p counts as its residue.
//
//go:noescape
func Poseidon2Compress16(out *[4]uint64, in *[8]uint64)

// Poseidon2Compress24 is poseidon2.Compress24, likewise.
//
//go:noescape
func Poseidon2Compress24(out *[4]uint64, in *[12]uint64)
