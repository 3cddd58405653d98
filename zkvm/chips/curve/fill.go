package curve

import (
	"math/big"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/chips/adapter"
	"github.com/ashlar-labs/ashlar/zkvm/chips/bignum"
	"github.com/ashlar-labs/ashlar/zkvm/record"
)

// Tables is the one table of both accelerators.
func Tables() []chips.Table {
	c := newCall()
	return []chips.Table{{
		Chip: c.Done(),
		Rows: func(seg *record.Segment) int {
			return len(seg.Calls[abi.EcallSecp256k1Add]) + len(seg.Calls[abi.EcallSecp256k1Double])
		},
		Fill: func(seg *record.Segment, cols [][]field.Element) {
			adds, doubles := seg.Calls[abi.EcallSecp256k1Add], seg.Calls[abi.EcallSecp256k1Double]
			adapter.Fill(cols, len(adds)+len(doubles), func(row []uint32, i int) {
				if i < len(adds) {
					c.put(row, &adds[i])
				} else {
					c.put(row, &doubles[i-len(adds)])
				}
			})
		},
	}}
}

// word4 is a 256-bit number.
type word4 = [cells]uint64

// prime is p, two256 is 2^256.
var (
	two256 = new(big.Int).Lsh(big.NewInt(1), 256)
	prime  = new(big.Int).Sub(two256, big.NewInt(1<<32+pTail))
)

// Accesses that calls make, by their place in the order of declaration.
var addPlaces, doublePlaces = func() (add, double []int) {
	for i := range atEnd {
		add = append(add, i)
		if i != atP-1 && (i < atQ || i >= atOut) {
			double = append(double, i)
		}
	}
	return add, double
}()

// witness of one call: all numbers of a row.
type witness struct {
	in          [4]word4 // x1, y1, x2, y2
	out         [2]word4
	l, inv      word4
	k           [4]word4
	top         [4]uint32
	add, double bignum.Int
}

func (c *call) put(row []uint32, call *record.Call) {
	places := addPlaces
	if call.Number == abi.EcallSecp256k1Double {
		places = doublePlaces
	}
	c.Call.Put(row, call, places)
	w := witnessOf(call, places)
	for i := range w.in {
		c.in[i].Put(row, &w.in[i])
		c.k[i].Put(row, &w.k[i])
		c.top[i].Put(row, w.top[i])
	}
	c.l.Put(row, &w.l)
	c.inv.Put(row, &w.inv)
	for i, d := range identities(w.ints()) {
		c.carries[i].Put(row, d)
	}
	for i := range c.out {
		c.out[i].Put(row, &w.out[i])
		c.putReduced(row, i, &w.out[i])
	}
}

func (w *witness) ints() *operands[bignum.Int] {
	n := bignum.Ints
	o := &operands[bignum.Int]{
		add: w.add, double: w.double, real: 1,
		x1: n(&w.in[0]), y1: n(&w.in[1]), x2: n(&w.in[2]), y2: n(&w.in[3]),
		x3: n(&w.out[0]), y3: n(&w.out[1]), l: n(&w.l), inv: n(&w.inv),
	}
	for i := range o.k {
		o.k[i], o.top[i] = n(&w.k[i]), bignum.Int(w.top[i])
	}
	return o
}

// witnessOf computes slope, inverse and quotients; the result is what the call wrote. For
// calls that no program can make it leaves zeros, which prove nothing.
func witnessOf(call *record.Call, places []int) (w witness) {
	for i, place := range places {
		switch a := &call.Accesses[i]; {
		case place >= atOut:
			w.out[(place-atOut)/cells][(place-atOut)%cells] = a.Value
		case place >= atP:
			w.in[(place-atP)/cells][(place-atP)%cells] = a.Old
		}
	}
	var v [4]*big.Int
	for i := range v {
		v[i] = toBig(&w.in[i])
	}
	x1, y1, x2, y2, x3, y3 := v[0], v[1], v[2], v[3], toBig(&w.out[0]), toBig(&w.out[1])
	var den, num, second *big.Int
	if call.Number == abi.EcallSecp256k1Double {
		w.double = 1
		den, num, second = new(big.Int).Lsh(y1, 1), product(x1, x1), x1
		num.Mul(num, big.NewInt(3))
	} else {
		w.add = 1
		den, num, second = new(big.Int).Sub(x2, x1), new(big.Int).Sub(y2, y1), x2
	}
	inv := new(big.Int).ModInverse(new(big.Int).Mod(den, prime), prime)
	if inv == nil {
		return w
	}
	l := product(inv, num)
	l.Mod(l, prime)
	w.inv, w.l = fromBig(inv), fromBig(l)
	w.multiple(0, product(den, inv), big.NewInt(1))
	w.multiple(1, product(den, l), num)
	w.multiple(2, product(l, l), x1, second, x3)
	w.multiple(3, product(l, new(big.Int).Sub(x1, x3)), y1, y3)
	return w
}

// multiple sets quotient i to (left - the rest) / p.
func (w *witness) multiple(i int, left *big.Int, rest ...*big.Int) {
	for _, r := range rest {
		left.Sub(left, r)
	}
	k := left.Quo(left, prime)
	k.Add(k, new(big.Int).Mul(two256, big.NewInt(topOffset)))
	if k.Sign() < 0 {
		return
	}
	w.k[i] = fromBig(k)
	w.top[i] = uint32(k.Rsh(k, 256).Uint64() & 31)
}

// putReduced writes the columns that prove v below p.
func (c *call) putReduced(row []uint32, i int, v *word4) {
	r, carry := &c.reduced[i], uint64(0)
	for k, tail := range []uint64{pTail, 0, 1} {
		sum := v[0]>>(16*k)&0xffff + tail + carry
		carry = sum >> 16
		r.sum[k].Put(row, uint32(sum&0xffff))
		r.carry[k].Put(row, uint32(carry))
	}
	distance := uint64(0)
	for k := 3; k < limbs; k++ {
		distance += 0xffff - v[k/4]>>(16*(k%4))&0xffff
	}
	if carry == 1 {
		r.inverse.Put(row, field.New(distance).Inv().Uint32())
	}
}

func product(x, y *big.Int) *big.Int { return new(big.Int).Mul(x, y) }

func toBig(v *word4) *big.Int {
	out := new(big.Int)
	for i := cells - 1; i >= 0; i-- {
		out.Lsh(out, 64).Or(out, new(big.Int).SetUint64(v[i]))
	}
	return out
}

// fromBig is v >= 0 cut to 256 bits.
func fromBig(v *big.Int) (out word4) {
	mask := new(big.Int).SetUint64(^uint64(0))
	for i := range out {
		word := new(big.Int).Rsh(v, uint(64*i))
		out[i] = word.And(word, mask).Uint64()
	}
	return out
}
