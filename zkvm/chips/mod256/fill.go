package mod256

import (
	"math/big"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/chips/adapter"
	"github.com/ashlar-labs/ashlar/zkvm/chips/bignum"
	"github.com/ashlar-labs/ashlar/zkvm/record"
)

// numbers in the order in which rows are filled.
var numbers = [...]uint64{abi.EcallMulMod256, abi.EcallDivMod256, abi.EcallInvMod256}

// Tables is the one table of the three accelerators.
func Tables() []chips.Table {
	c := newCall()
	return []chips.Table{{
		Chip: c.Done(),
		Rows: func(seg *record.Segment) (n int) {
			for _, number := range numbers {
				n += len(seg.Calls[number])
			}
			return n
		},
		Fill: func(seg *record.Segment, cols [][]field.Element) {
			var calls []*record.Call
			for _, number := range numbers {
				for i := range seg.Calls[number] {
					calls = append(calls, &seg.Calls[number][i])
				}
			}
			adapter.Fill(cols, len(calls), func(row []uint32, i int) { c.put(row, calls[i]) })
		},
	}}
}

// word4 is a 256-bit number.
type word4 = [cells]uint64

// witness of one call.
type witness struct{ x, y, m, q, r, out, second word4 }

// operand collects four cells that a call read or wrote; zeros when it did not.
func operand(call *record.Call, declared []int, at int, value func(*record.Access) uint64) (out word4) {
	for i, d := range declared {
		if d >= at && d < at+cells {
			out[d-at] = value(&call.Accesses[i])
		}
	}
	return out
}

func before(a *record.Access) uint64 { return a.Old }
func after(a *record.Access) uint64  { return a.Value }

func witnessOf(call *record.Call, declared []int) (w witness) {
	w.x, w.y, w.m = operand(call, declared, atX, before), operand(call, declared, atY, before), operand(call, declared, atM, before)
	w.out, w.second = operand(call, declared, atOut, after), operand(call, declared, at2nd, after)
	switch call.Number {
	case abi.EcallMulMod256:
		w.r = w.out
		product := new(big.Int).Mul(toBig(&w.x), toBig(&w.y))
		w.q = quotient(product.Sub(product, toBig(&w.r)), &w.m)
	case abi.EcallDivMod256:
		w.y, w.q, w.r = word4{1}, w.out, w.second
	case abi.EcallInvMod256:
		w.x, w.r = w.out, word4{1}
		product := new(big.Int).Mul(toBig(&w.x), toBig(&w.y))
		w.q = quotient(product.Sub(product, big.NewInt(1)), &w.m)
	}
	return w
}

// quotient is n / m cut to 256 bits, and zero for m = 0 or negative n, which no program
// that halts comes to.
func quotient(n *big.Int, m *word4) word4 {
	if *m == (word4{}) || n.Sign() < 0 {
		return word4{}
	}
	return fromBig(n.Quo(n, toBig(m)))
}

func (c *call) put(row []uint32, call *record.Call) {
	declared := accesses[call.Number]
	c.Call.Put(row, call, declared)
	w := witnessOf(call, declared)
	for i := range cells {
		c.xw[i].Put(row, w.x[i])
		c.yw[i].Put(row, w.y[i])
		c.out[i].Put(row, w.out[i])
		c.second[i].Put(row, w.second[i])
	}
	for n, v := range map[*bignum.Number]*word4{&c.x: &w.x, &c.y: &w.y, &c.m: &w.m, &c.q: &w.q, &c.r: &w.r} {
		n.Put(row, v)
	}
	ints := bignum.Ints
	c.identity.Put(row, identity(0, ints(&w.x), ints(&w.y), ints(&w.q), ints(&w.m), ints(&w.r)))
	t := w.r
	if call.Number == abi.EcallInvMod256 {
		t = w.x
	}
	c.putGap(row, &t, &w.m)
}

// putGap writes m - 1 - t and the carries of t + 1 + gap.
func (c *call) putGap(row []uint32, t, m *word4) {
	gap := fromBig(new(big.Int).Sub(toBig(m), new(big.Int).Add(toBig(t), big.NewInt(1))))
	carry := uint64(1)
	for k := range limbs {
		g := gap[k/4] >> (16 * (k % 4)) & 0xffff
		c.gap[k].Put(row, uint32(g))
		carry = (t[k/4]>>(16*(k%4))&0xffff + g + carry) >> 16
		if k < limbs-1 {
			c.borrows[k].Put(row, uint32(carry))
		}
	}
}

func toBig(v *word4) *big.Int {
	out := new(big.Int)
	for i := cells - 1; i >= 0; i-- {
		out.Lsh(out, 64).Or(out, new(big.Int).SetUint64(v[i]))
	}
	return out
}

// fromBig is |v| cut to 256 bits.
func fromBig(v *big.Int) (out word4) {
	v = new(big.Int).Abs(v)
	for i := range out {
		out[i] = v.Uint64()
		v.Rsh(v, 64)
	}
	return out
}
