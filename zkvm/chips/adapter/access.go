package adapter

import (
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
)

// Access holds the columns lo and hi of one access: prev = T - 1 - lo - 2^16 hi.
type Access struct {
	lo, hi Col
}

// Read is an access at a time that sends back what it received. Cell, time and value have
// degree at most one and active is a bit: where it is zero, the access is inert.
func (b *Builder) Read(name string, cell, time, active air.Expr, value Limbs) Access {
	return b.access(name, cell, time, active, value, value)
}

// Write is an access at a time that replaces old by new. That new limbs are u16 is up to
// the caller. Where active is zero, new = old is demanded.
func (b *Builder) Write(name string, cell, time, active air.Expr, old, value Limbs) Access {
	for i := range old {
		b.Zero(name+": padding keeps limb "+string(rune('0'+i)), active.Not().Mul(value[i].Sub(old[i])))
	}
	return b.access(name, cell, time, active, old, value)
}

func (b *Builder) access(name string, cell, time, active air.Expr, old, value Limbs) Access {
	a := Access{b.Main(name+".lo", Checked), b.Main(name+".hi", "u5 (RANGE5)")}
	b.RangeCheck(a.lo.Expr)
	b.Range5(a.hi.Expr)
	// d < 2^21 < p, on padding rows too, so that zero means lo = hi = 0 and prev = time.
	d := a.lo.Add(a.hi.Scale(1 << 16))
	b.Zero(name+": padding keeps the time", active.Not().Mul(d))
	prev := time.Sub(active).Sub(d)
	b.Receive(bus.Memory, cell, old[0], old[1], old[2], old[3], prev)
	b.Send(bus.Memory, cell, value[0], value[1], value[2], value[3], time)
	return a
}

// Put writes lo and hi for an active access at a time, the previous one being at prev, which
// is below and no more than 2^21 away.
func (a Access) Put(row []uint32, time, prev uint32) {
	d := time - 1 - prev
	row[a.lo.At], row[a.hi.At] = d&0xffff, d>>16
}
