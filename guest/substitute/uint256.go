//go:build ashlar_guest && riscv64

package substitute

import (
	"github.com/holiman/uint256"

	"github.com/ashlar-labs/ashlar/guest/accel"
)

// The signatures agree, and the functions are linked.
var (
	_ = same((*uint256.Int).Div, div)
	_ = same((*uint256.Int).Mod, mod)
	_ = same((*uint256.Int).MulMod, mulMod)
)

// div is (*uint256.Int).Div: x / y, and zero when y is zero.
func div(z, x, y *uint256.Int) *uint256.Int {
	if y.IsZero() {
		return z.Clear()
	}
	if x.IsUint64() && y.IsUint64() {
		return z.SetUint64(x[0] / y[0])
	}
	var qr [8]uint64
	accel.DivMod256(&qr, (*[4]uint64)(x), (*[4]uint64)(y))
	z[0], z[1], z[2], z[3] = qr[0], qr[1], qr[2], qr[3]
	return z
}

// mod is (*uint256.Int).Mod: x mod y, and zero when y is zero.
func mod(z, x, y *uint256.Int) *uint256.Int {
	if y.IsZero() {
		return z.Clear()
	}
	if x.IsUint64() && y.IsUint64() {
		return z.SetUint64(x[0] % y[0])
	}
	var qr [8]uint64
	accel.DivMod256(&qr, (*[4]uint64)(x), (*[4]uint64)(y))
	z[0], z[1], z[2], z[3] = qr[4], qr[5], qr[6], qr[7]
	return z
}

// mulMod is (*uint256.Int).MulMod: x·y mod m, and zero when m is zero.
func mulMod(z, x, y, m *uint256.Int) *uint256.Int {
	if m.IsZero() {
		return z.Clear()
	}
	accel.MulMod256((*[4]uint64)(z), (*[4]uint64)(x), (*[4]uint64)(y), (*[4]uint64)(m))
	return z
}
