package keccak

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/chips/adapter"
	"github.com/ashlar-labs/ashlar/zkvm/record"
)

// Tables are the call and the permutation.
func Tables() []chips.Table {
	c := newCall()
	return []chips.Table{
		{
			Chip: c.Done(),
			Rows: func(seg *record.Segment) int { return len(seg.Calls[abi.EcallKeccakAbsorb]) },
			Fill: func(seg *record.Segment, cols [][]field.Element) {
				calls := seg.Calls[abi.EcallKeccakAbsorb]
				adapter.Fill(cols, len(calls), func(row []uint32, i int) { c.put(row, &calls[i]) })
			},
		},
		{
			Chip:  newPermutation(),
			Rows:  func(seg *record.Segment) int { return rounds * len(seg.Calls[abi.EcallKeccakAbsorb]) },
			Fill:  fillPermutation,
			Fixed: fixedPermutation,
		},
	}
}

// call is the chip keccak.
type call struct {
	*adapter.Call
	xors [blockLanes * limbs]xor
	out  [lanes]adapter.Word
}

// xor are the bytes of one limb of the state, of the block and of their AND.
type xor struct{ state, block, low, high adapter.Col }

func newCall() *call {
	c := &call{Call: adapter.New("keccak").Call(abi.EcallKeccakAbsorb)}
	state, block := c.Pointer(0, c.Real), c.Pointer(1, c.Real)
	var blockWords [blockLanes]adapter.Word
	for l := range blockWords {
		blockWords[l] = c.ReadCell(fmt.Sprintf("block%d.", l), block.AddInt(int64(l)), bus.FirstSlot, c.Real)
	}
	var before, after [lanes][limbs]air.Expr
	for l := range lanes {
		// u16 on real rows: the permutation's limbs are sums of bits. On padding rows the
		// new value is the old one.
		c.out[l] = c.Word(fmt.Sprintf("out%d.", l), "u16 (KECCAK)")
		old := c.WriteCell(fmt.Sprintf("state%d.", l), state.AddInt(int64(l)), bus.CallWriteSlot, c.Real, c.out[l].Limbs)
		for k := range limbs {
			before[l][k], after[l][k] = old.Limbs[k], c.out[l].Limbs[k]
			if l < blockLanes {
				before[l][k] = c.xor(l*limbs+k, old.Limbs[k], blockWords[l].Limbs[k])
			}
		}
	}
	for part, words := range [2]*[lanes][limbs]air.Expr{&before, &after} {
		for h := range 2 {
			c.Demand(stateBus, c.Real, tuple(c.Builder.Builder, c.Time.Expr, 2*part+h, words)...)
		}
	}
	c.Finish()
	return c
}

// xor returns s xor b for two u16 limbs: s + b - 2 (s and b). The high byte of a limb is
// (limb - low byte) / 256 in the field; the lookup makes both bytes, so low + 256 high is
// below 2^16 and equal to the limb as an integer.
func (c *call) xor(i int, s, b air.Expr) air.Expr {
	name := fmt.Sprintf("xor%d.", i)
	x := xor{c.Main(name+"state", "byte (AND)"), c.Main(name+"block", "byte (AND)"), c.Main(name+"low", "byte (AND)"), c.Main(name+"high", "byte (AND)")}
	c.xors[i] = x
	div256 := c.Const(field.New(256).Inv())
	c.Demand(bus.And, c.One(), x.state.Expr, x.block.Expr, x.low.Expr)
	c.Demand(bus.And, c.One(), s.Sub(x.state.Expr).Mul(div256), b.Sub(x.block.Expr).Mul(div256), x.high.Expr)
	return s.Add(b).Sub(x.low.Add(x.high.Scale(256)).Scale(2))
}

func (c *call) put(row []uint32, call *record.Call) {
	c.Call.Put(row, call, nil)
	for l := range lanes {
		access := &call.Accesses[3+blockLanes+l]
		c.out[l].Put(row, access.Value)
		if l >= blockLanes {
			continue
		}
		for k := range limbs {
			s, b := uint32(access.Old>>(16*k)&0xffff), uint32(call.Accesses[3+l].Value>>(16*k)&0xffff)
			x := &c.xors[l*limbs+k]
			x.state.Put(row, s&0xff)
			x.block.Put(row, b&0xff)
			x.low.Put(row, s&b&0xff)
			x.high.Put(row, s&b>>8)
		}
	}
}
