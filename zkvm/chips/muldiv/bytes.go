package muldiv

import (
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/chips/adapter"
)

// Tables are the chips of multiplication and division.
func Tables() []chips.Table {
	return []chips.Table{newMul(), newMulHigh(), newDivRem()}
}

const (
	byteRange = "byte (BYTES)"
	u16Mask   = 1<<16 - 1
)

// factor is a word as eight bytes, the least significant first.
type factor [8]air.Expr

// limbs are the u16 limbs of the bytes.
func (f *factor) limbs() (l adapter.Limbs) {
	for i := range l {
		l[i] = f[2*i].Add(f[2*i+1].Scale(256))
	}
	return l
}

// upperBytes are columns for the upper bytes of limbs.
type upperBytes []adapter.Col

// split returns limb columns as bytes: the upper byte of each is a column and the lower
// one what remains, both proven by one lookup.
func split(b *adapter.Builder, name string, limbs ...air.Expr) (bytes []air.Expr, upper upperBytes) {
	for i, l := range limbs {
		hi := b.Main(name+string(rune('1'+2*i)), byteRange)
		lo := l.Sub(hi.Scale(256))
		b.Demand(bus.Bytes, b.One(), lo, hi.Expr)
		bytes, upper = append(bytes, lo, hi.Expr), append(upper, hi)
	}
	return bytes, upper
}

func (u upperBytes) put(row []uint32, v uint64) {
	for i, c := range u {
		c.Put(row, uint32(v>>(16*i+8)&0xff))
	}
}

// byteColumns are columns for all bytes of limbs.
type byteColumns []adapter.Col

// newBytes adds an even number of bytes.
func newBytes(b *adapter.Builder, name string, n int) (bytes []air.Expr, cols byteColumns) {
	for i := range n {
		c := b.Main(name+string(rune('0'+i)), byteRange)
		bytes, cols = append(bytes, c.Expr), append(cols, c)
	}
	for i := 0; i < n; i += 2 {
		b.Demand(bus.Bytes, b.One(), bytes[i], bytes[i+1])
	}
	return bytes, cols
}

func (c byteColumns) put(row []uint32, v uint64) {
	for i, col := range c {
		col.Put(row, uint32(v>>(8*i)&0xff))
	}
}

// digit is digit_k of the product of x and y, of degree two.
func digit(x, y *factor, k int) air.Expr {
	return position(x, y, 2*k).Add(position(x, y, 2*k+1).Scale(256))
}

func position(x, y *factor, t int) air.Expr {
	sum := x[0].Scale(0)
	for i := range x {
		if j := t - i; j >= 0 && j < len(y) {
			sum = sum.Add(x[i].Mul(y[j]))
		}
	}
	return sum
}

// digitsOf are the digits of the product of x and y.
func digitsOf(x, y uint64) (d [8]int64) {
	for i := range 8 {
		a := int64(x >> (8 * i) & 0xff)
		if a == 0 {
			continue
		}
		for j := range 8 {
			d[(i+j)/2] += a * int64(y>>(8*j)&0xff) << (8 * ((i + j) % 2))
		}
	}
	return d
}

// carries are the carries 1 to n of an identity; carry 0 is zero.
type carries struct {
	columns []carry
	offset  int64
}

type carry struct{ lo, hi adapter.Col }

// newCarries adds n carries, between 0 and 4335, or with an offset of 8 between -8 and 4327
// on rows where real is one.
func newCarries(b *adapter.Builder, n int, offset int64, real air.Expr) (c carries, values []air.Expr) {
	c.offset = offset
	values = append(values, b.Const(0))
	for i := range n {
		name := "carry" + string(rune('1'+i))
		pair := carry{b.Main(name+".lo", byteRange), b.Main(name+".hi", byteRange)}
		b.Demand(bus.Bytes, b.One(), pair.lo.Expr, pair.hi.Expr)
		c.columns = append(c.columns, pair)
		values = append(values, pair.lo.Add(pair.hi.Scale(16)).Sub(real.Scale(offset)))
	}
	return c, values
}

// put writes the carries of an identity whose sums without carries are given; it stops
// after the last one.
func (c *carries) put(row []uint32, sums []int64) {
	value := int64(0)
	for i, s := range sums {
		value = (value + s) >> 16
		v := uint32(value + c.offset)
		hi := min(v>>4, 0xff)
		c.columns[i].lo.Put(row, v-hi<<4)
		c.columns[i].hi.Put(row, hi)
	}
}

func limb(v uint64, k int) int64 { return int64(v >> (16 * k) & u16Mask) }
