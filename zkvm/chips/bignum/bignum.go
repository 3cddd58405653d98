// Package bignum proves identities of 256-bit integers: numbers are 32 bytes, an identity
// is a polynomial in bytes that is zero at 256 over the integers.
//
// An identity is written once, over a [Ring], and used twice: with expressions for the
// constraints and with integers for the carries of the witness. Its digits d_k (the
// coefficients at 256^k) are checked by a chain of carries
//
//	d_0 = 256 c_0,   d_k + c_(k-1) = 256 c_k,   d_last + c_(last-1) = 0
//
// with every carry in [-2^15, 2^15). Precondition: |d_k| <= MaxDigit for all values of the
// bytes. Then the carries of a true identity are below MaxDigit/255 + 1 <= 2^15 in
// magnitude, so it can be proven; and the left side minus the right one is below
// MaxDigit + 2^15 + 2^23 < p in magnitude, so an equation mod p is one of integers.
package bignum

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/chips/adapter"
)

const (
	// Bytes is the length of a number.
	Bytes = 32
	// MaxDigit bounds the digits of an identity.
	MaxDigit = 255 * (1<<15 - 1)
	// carryOffset makes a carry a u16.
	carryOffset = 1 << 15
)

// Ring is what identities are written over: air.Expr and Int.
type Ring[T any] interface {
	Add(T) T
	Sub(T) T
	Mul(T) T
	Scale(int64) T
}

// Int is an integer as an element of a ring. Digits and all that enters them are below
// 2^32 in magnitude.
type Int int64

// Add is x + y; Sub, Mul and Scale are as they say.
func (x Int) Add(y Int) Int { return x + y }

// Sub is x - y.
func (x Int) Sub(y Int) Int { return x - y }

// Mul is x * y.
func (x Int) Mul(y Int) Int { return x * y }

// Scale is v * x.
func (x Int) Scale(v int64) Int { return Int(v) * x }

// AddProduct adds scale * a * b to the digits.
func AddProduct[T Ring[T]](digits, a, b []T, scale int64) {
	for k := range len(a) + len(b) - 1 {
		lo := max(0, k-len(b)+1)
		sum := a[lo].Mul(b[k-lo])
		for i := lo + 1; i <= min(k, len(a)-1); i++ {
			sum = sum.Add(a[i].Mul(b[k-i]))
		}
		digits[k] = digits[k].Add(sum.Scale(scale))
	}
}

// AddShifted adds scale * 256^shift * a to the digits.
func AddShifted[T Ring[T]](digits, a []T, shift int, scale int64) {
	for i, x := range a {
		digits[shift+i] = digits[shift+i].Add(x.Scale(scale))
	}
}

// Zeros are n digits that are zero.
func Zeros[T Ring[T]](zero T, n int) []T {
	out := make([]T, n)
	for i := range out {
		out[i] = zero
	}
	return out
}

// Number is 32 bytes of a row as expressions, least significant first, with the columns
// behind them. Every byte is checked on every row.
type Number struct {
	Bytes []air.Expr
	low   [Bytes / 2]adapter.Col
	high  [Bytes / 2]adapter.Col // absent when the limbs have columns of their own
	limbs bool
}

// Witness adds a number of 32 columns.
func Witness(b *adapter.Builder, name string) (n Number) {
	for i := range n.low {
		n.low[i] = b.Main(fmt.Sprintf("%s.%d", name, 2*i), "byte (BYTES)")
		n.high[i] = b.Main(fmt.Sprintf("%s.%d", name, 2*i+1), "byte (BYTES)")
		b.Demand(bus.Bytes, b.One(), n.low[i].Expr, n.high[i].Expr)
		n.Bytes = append(n.Bytes, n.low[i].Expr, n.high[i].Expr)
	}
	return n
}

// FromWords splits four words into bytes: a column for each low byte, the high one is
// (limb - low) / 256 in the field. Both are bytes by the lookup, so low + 256 high < 2^16
// is the limb as an integer; the limb is thereby a u16 also where nothing was read.
func FromWords(b *adapter.Builder, name string, words [4]adapter.Word) (n Number) {
	n.limbs = true
	div256 := b.Const(field.New(256).Inv())
	for i := range n.low {
		limb := words[i/4].Limbs[i%4]
		n.low[i] = b.Main(fmt.Sprintf("%s.%d", name, 2*i), "byte (BYTES)")
		high := limb.Sub(n.low[i].Expr).Mul(div256)
		b.Demand(bus.Bytes, b.One(), n.low[i].Expr, high)
		n.Bytes = append(n.Bytes, n.low[i].Expr, high)
	}
	return n
}

// Limb is u16 limb i of the number.
func (n *Number) Limb(i int) air.Expr { return n.Bytes[2*i].Add(n.Bytes[2*i+1].Scale(256)) }

// Words are the limbs of cell i of the number.
func (n *Number) Words(i int) (l adapter.Limbs) {
	for k := range l {
		l[k] = n.Limb(4*i + k)
	}
	return l
}

// Put writes the columns; limbs with columns of their own are not its business.
func (n *Number) Put(row []uint32, v *[4]uint64) {
	for i := range n.low {
		limb := uint32(v[i/4] >> (16 * (i % 4)) & 0xffff)
		n.low[i].Put(row, limb&0xff)
		if !n.limbs {
			n.high[i].Put(row, limb>>8)
		}
	}
}

// Ints are the bytes of v.
func Ints(v *[4]uint64) []Int {
	out := make([]Int, Bytes)
	for i := range out {
		out[i] = Int(v[i/8] >> (8 * (i % 8)) & 0xff)
	}
	return out
}

// Carries are the columns that prove an identity.
type Carries []adapter.Col

// Zero demands on every row that the number with these digits is zero.
func Zero(b *adapter.Builder, name string, digits []air.Expr) (c Carries) {
	before := b.Const(0)
	for k, d := range digits {
		if k == len(digits)-1 {
			b.Zero(name+": last digit", d.Add(before))
			break
		}
		col := b.Main(fmt.Sprintf("%s.carry%d", name, k), "16 bits with sign (RANGE16)")
		b.RangeCheck(col.AddInt(carryOffset))
		b.Zero(fmt.Sprintf("%s: digit %d", name, k), d.Add(before).Sub(col.Scale(256)))
		c, before = append(c, col), col.Expr
	}
	return c
}

// Put writes the carries of digits that make zero. Others leave a row that no proof
// accepts.
func (c Carries) Put(row []uint32, digits []Int) {
	carry := Int(0)
	for k, col := range c {
		carry = (digits[k] + carry) >> 8
		v := carry
		if v < 0 {
			v += field.Modulus
		}
		col.Put(row, uint32(v))
	}
}
