package keccak

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/air"
)

// permutation is the chip keccakf. Main columns in this order: times, id, in[25][4],
// parity[5][64], theta[5][64], state[25][64], tweak[7], out[25][4]. Fixed columns: first,
// last, link, round constant bits [7].
//
// A round is a relation of one row, on every row; rows of one permutation are joined by
// link, which is one on rows that the next row continues.
type permutation struct {
	b                  *air.Builder
	times, id          air.Expr
	first, last, link  air.Expr
	rc, tweak          [7]air.Expr
	in, out            [lanes][limbs]air.Expr
	parity, afterTheta [5][64]air.Expr
	state              [lanes][64]air.Expr // after theta
}

func newPermutation() *air.Chip {
	p := &permutation{b: air.NewBuilder("keccakf")}
	p.columns()
	p.theta()
	p.chi()
	p.links()
	p.supply()
	return p.b.Must()
}

func (p *permutation) columns() {
	b := p.b
	p.first, p.last, p.link = b.Fixed("first"), b.Fixed("last"), b.Fixed("link")
	for i, pos := range iotaBits {
		p.rc[i] = b.Fixed(fmt.Sprintf("rc%d", pos))
	}
	p.times = b.Main("times", "bit")
	p.id = b.Main("id", "time of a call (bus KECCAK)")
	words := func(name, valueRange string, to *[lanes][limbs]air.Expr) {
		for l := range to {
			for k := range to[l] {
				to[l][k] = b.Main(fmt.Sprintf("%s%d.%d", name, l, k), valueRange)
			}
		}
	}
	words("in", "u16 (sum of bits)", &p.in)
	for x := range 5 {
		for z := range 64 {
			p.parity[x][z] = b.Main(fmt.Sprintf("c%d.%d", x, z), "bit")
		}
	}
	for x := range 5 {
		for z := range 64 {
			p.afterTheta[x][z] = b.Main(fmt.Sprintf("d%d.%d", x, z), "bit")
		}
	}
	for l := range lanes {
		for z := range 64 {
			p.state[l][z] = b.Main(fmt.Sprintf("a%d.%d", l, z), "bit")
		}
	}
	for i, pos := range iotaBits {
		p.tweak[i] = b.Main(fmt.Sprintf("t%d", pos), "bit (chi of bits)")
	}
	words("out", "u16 (sum of bits)", &p.out)
}

// xor3 is the exclusive or of three bits, of degree three.
func xor3(x, y, z air.Expr) air.Expr {
	xy := x.Mul(y)
	return x.Add(y).Add(z).Sub(xy.Scale(2)).Sub(x.Add(y).Sub(xy.Scale(2)).Mul(z).Scale(2))
}

// theta: with C the column parities of the round's input and C' those after theta,
// C'[x,z] = C[x,z] + C[x-1,z] + C[x+1,z-1] and A'[x,y,z] = A[x,y,z] + C[x,z] + C'[x,z].
// The witness is C, C' and A'; the input limbs follow from them bit by bit. C is not free:
// the parity of A' is demanded to be C', hence the parity of A is C' + 5(C + C') = C.
func (p *permutation) theta() {
	b := p.b
	for x := range 5 {
		for z := range 64 {
			c, d := p.parity[x][z], p.afterTheta[x][z]
			b.Bool(fmt.Sprintf("c%d.%d", x, z), c)
			b.Zero(fmt.Sprintf("d%d.%d is theta of the parities", x, z),
				d.Sub(xor3(c, p.parity[(x+4)%5][z], p.parity[(x+1)%5][(z+63)%64])))
			sum := b.Sum(p.state[x][z], p.state[x+5][z], p.state[x+10][z], p.state[x+15][z], p.state[x+20][z])
			k := sum.Sub(d)
			b.Zero(fmt.Sprintf("d%d.%d is the parity after theta", x, z), k.Mul(k.SubInt(2)).Mul(k.SubInt(4)))
		}
	}
	for l := range lanes {
		for z := range 64 {
			b.Bool(fmt.Sprintf("a%d.%d", l, z), p.state[l][z])
		}
		for k := range limbs {
			// 16 bits: below 2^16, no reduction.
			sum := b.Const(0)
			for i := range 16 {
				z := 16*k + i
				sum = sum.Add(xor3(p.state[l][z], p.parity[l%5][z], p.afterTheta[l%5][z]).Scale(1 << i))
			}
			b.Zero(fmt.Sprintf("in%d.%d", l, k), p.in[l][k].Sub(sum))
		}
	}
}

// moved is bit z of lane l after rho and pi.
func (p *permutation) moved(l, z int) air.Expr {
	from := source[l]
	return p.state[from][(z+64-rotation[from])%64]
}

// chiBit is B[x] + (1 + B[x+1]) B[x+2] at lane l = x + 5y, of degree three.
func (p *permutation) chiBit(l, z int) air.Expr {
	x, row := l%5, l-l%5
	a := p.moved(l, z)
	and := p.moved(row+(x+1)%5, z).Not().Mul(p.moved(row+(x+2)%5, z))
	return a.Add(and).Sub(a.Mul(and).Scale(2))
}

// chi and iota: the output limbs. The round constant touches seven bits of lane 0, which
// get columns of their own so that the degree stays three.
func (p *permutation) chi() {
	b := p.b
	tweaked := map[int]air.Expr{}
	for i, pos := range iotaBits {
		b.Zero(fmt.Sprintf("t%d is chi", pos), p.tweak[i].Sub(p.chiBit(0, pos)))
		t, rc := p.tweak[i], p.rc[i]
		tweaked[pos] = t.Add(rc).Sub(t.Mul(rc).Scale(2))
	}
	for l := range lanes {
		for k := range limbs {
			sum := b.Const(0)
			for i := range 16 {
				bit, ok := tweaked[16*k+i]
				if l != 0 || !ok {
					bit = p.chiBit(l, 16*k+i)
				}
				sum = sum.Add(bit.Scale(1 << i))
			}
			b.Zero(fmt.Sprintf("out%d.%d", l, k), p.out[l][k].Sub(sum))
		}
	}
}

func (p *permutation) links() {
	b := p.b
	b.Bool("times", p.times)
	b.Zero("times is that of the permutation", p.link.Mul(p.times.Next().Sub(p.times)))
	b.Zero("id is that of the permutation", p.link.Mul(p.id.Next().Sub(p.id)))
	for l := range lanes {
		for k := range limbs {
			b.Zero(fmt.Sprintf("in%d.%d continues", l, k), p.link.Mul(p.in[l][k].Next().Sub(p.out[l][k])))
		}
	}
}

func (p *permutation) supply() {
	b := p.b
	for part, words := range [2]*[lanes][limbs]air.Expr{&p.in, &p.out} {
		times := p.first.Mul(p.times)
		if part == 1 {
			times = p.last.Mul(p.times)
		}
		for h := range 2 {
			b.Supply(stateBus, times, tuple(b, p.id, 2*part+h, words)...)
		}
	}
}

// tuple is (id, part, limbs of that half of the state).
func tuple(b *air.Builder, id air.Expr, part int, words *[lanes][limbs]air.Expr) []air.Expr {
	out := []air.Expr{id, b.Int(int64(part))}
	for i := range half {
		n := part%2*half + i
		out = append(out, words[n/limbs][n%limbs])
	}
	return out
}
