//go:build !(ashlar_guest && riscv64)

package accel

import (
	"encoding/binary"
	"math/big"
	"slices"

	"golang.org/x/crypto/sha3"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/hash/poseidon2"
)

// Keccak256 returns the Keccak-256 hash of b, as Ethereum uses it.
func Keccak256(b []byte) (out [32]byte) {
	Keccak256To(&out, b)
	return out
}

// Keccak256To stores the hash of b in out.
func Keccak256To(out *[32]byte, b []byte) {
	h := sha3.NewLegacyKeccak256()
	h.Write(b)
	h.Sum(out[:0])
}

// MulMod256 sets out = x·y mod m. It panics when m is zero.
func MulMod256(out, x, y, m *[4]uint64) {
	p := new(big.Int).Mul(number(x), number(y))
	words(out[:], p.Mod(p, nonZero(m)))
}

// SquareMod256 sets x = x^(2^n) mod m; x stays as it is when n is zero. It panics
// when m is zero and n is not.
func SquareMod256(x, m *[4]uint64, n uint64) {
	for range n {
		MulMod256(x, x, x, m)
	}
}

// DivMod256 sets qr to q, then r, with x = q·m + r and r < m. It panics when m is
// zero.
func DivMod256(qr *[8]uint64, x, m *[4]uint64) {
	q, r := new(big.Int).QuoRem(number(x), nonZero(m), new(big.Int))
	words(qr[:4], q)
	words(qr[4:], r)
}

// InvMod256 sets out to the number below m with out·y = 1 mod m. It panics when
// there is none or m < 2.
func InvMod256(out, y, m *[4]uint64) {
	if number(m).Cmp(big.NewInt(1)) <= 0 {
		panic("accel: modulus is below two")
	}
	inv := new(big.Int).ModInverse(number(y), number(m))
	if inv == nil {
		panic("accel: value is not invertible")
	}
	words(out[:], inv)
}

// Secp256k1Add sets out = p + q. It panics when the points have the same x or a
// coordinate is not below the field's modulus.
func Secp256k1Add(out, p, q *[8]uint64) {
	px, py, qx, qy := coordinate(p[:4]), coordinate(p[4:]), coordinate(q[:4]), coordinate(q[4:])
	dx := new(big.Int).Sub(qx, px)
	if dx.Sign() == 0 {
		panic("accel: points have the same x")
	}
	line(out, new(big.Int).Sub(qy, py), dx, px, py, qx)
}

// Secp256k1Double sets p = 2^n·p. It panics when y is zero or a coordinate is not
// below the field's modulus.
func Secp256k1Double(p *[8]uint64, n uint64) {
	for range n {
		x, y := coordinate(p[:4]), coordinate(p[4:])
		if y.Sign() == 0 {
			panic("accel: y is zero")
		}
		rise := new(big.Int).Mul(x, x)
		line(p, rise.Mul(rise, big.NewInt(3)), new(big.Int).Lsh(y, 1), x, y, x)
	}
}

// line stores the negated third point of the curve on the line of slope rise/run
// through (x1, y1), where x2 is the x of the second point.
func line(out *[8]uint64, rise, run, x1, y1, x2 *big.Int) {
	l := new(big.Int).ModInverse(run.Mod(run, prime), prime)
	l.Mul(l, rise).Mod(l, prime)
	x := new(big.Int).Mul(l, l)
	x.Sub(x, x1).Sub(x, x2).Mod(x, prime)
	y := new(big.Int).Sub(x1, x)
	y.Mul(y, l).Sub(y, y1).Mod(y, prime)
	words(out[:4], x)
	words(out[4:], y)
}

// Poseidon2Compress16 is poseidon2.Compress16 on packed words of field.Element, two
// to a cell, low half first. A word that is not below p counts as its residue.
func Poseidon2Compress16(out *[4]uint64, in *[8]uint64) {
	var x [16]field.Element
	unpack(x[:], in[:])
	pack(out, poseidon2.Compress16(&x))
}

// Poseidon2Compress24 is poseidon2.Compress24, likewise.
func Poseidon2Compress24(out *[4]uint64, in *[12]uint64) {
	var x [24]field.Element
	unpack(x[:], in[:])
	pack(out, poseidon2.Compress24(&x))
}

// Copy copies the words of src to the beginning of dst, one after the other, lowest
// first. It panics when dst is shorter.
func Copy(dst, src []uint64) {
	dst = dst[:len(src)]
	for i, w := range src {
		dst[i] = w
	}
}

// Set stores v in every word of dst.
func Set(dst []uint64, v uint64) {
	for i := range dst {
		dst[i] = v
	}
}

// prime is the modulus of the curve's field.
var prime, _ = new(big.Int).SetString("fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2f", 16)

func coordinate(w []uint64) *big.Int {
	v := number((*[4]uint64)(w))
	if v.Cmp(prime) >= 0 {
		panic("accel: coordinate is not below p")
	}
	return v
}

func nonZero(m *[4]uint64) *big.Int {
	if *m == [4]uint64{} {
		panic("accel: modulus is zero")
	}
	return number(m)
}

func number(w *[4]uint64) *big.Int {
	b := make([]byte, 0, 32)
	for _, v := range slices.Backward(w[:]) {
		b = binary.BigEndian.AppendUint64(b, v)
	}
	return new(big.Int).SetBytes(b)
}

func words(out []uint64, v *big.Int) {
	b := v.FillBytes(make([]byte, 32))
	for i := range out {
		out[i] = binary.BigEndian.Uint64(b[24-8*i:])
	}
}

func unpack(x []field.Element, in []uint64) {
	for i := range x {
		x[i] = field.Element(in[i/2] >> (32 * (i % 2)) & 0xffff_ffff % field.Modulus)
	}
}

func pack(out *[4]uint64, x [8]field.Element) {
	for i := range out {
		out[i] = uint64(x[2*i]) | uint64(x[2*i+1])<<32
	}
}
