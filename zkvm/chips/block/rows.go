package block

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/zkvm/chips/adapter"
	"github.com/ashlar-labs/ashlar/zkvm/record"
)

// rows is the chip block_row.
type rows struct {
	*adapter.Builder
	real, start, fill, time, left, to, from adapter.Col
	value, old                              adapter.Word
	read, write                             adapter.Access
}

func newRows() *rows {
	r := &rows{Builder: adapter.New("block_row")}
	r.real, r.start = r.Bit("real"), r.Bit("start")
	r.fill = r.Main("fill", "bit (BLOCK), zero on padding")
	r.time = r.Main("ts", "u21 (BLOCK), any on padding")
	r.left = r.Main("left", "1 to 4096 (BLOCK), any on padding")
	r.to = r.Main("to", "u29 (BLOCK), any on padding")
	r.from = r.Main("from", "u29 (BLOCK), any on padding")
	r.value = r.Word("value", "u16 (MEM, BLOCK)")
	r.Zero("a start is real", r.start.Mul(r.real.Not()))
	r.Zero("padding is no fill", r.fill.Mul(r.real.Not()))
	// A fill reads nothing: then and on padding the access receives what it sends.
	r.read = r.Read("read", r.from.Expr, r.time.Expr, r.real.Sub(r.fill.Expr), r.value.Limbs)
	r.old = r.Word("old", adapter.FromMemory)
	r.write = r.Write("write", r.to.Expr, r.time.Add(r.real.Expr), r.real.Expr, r.old.Limbs, r.value.Limbs)
	v := r.value.Limbs
	r.Supply(startBus, r.start.Expr, r.time.Expr, r.left.Expr, r.to.Expr, r.from.Expr, r.fill.Expr, v[0], v[1], v[2], v[3])
	r.chain()
	return r
}

// chain adds what the package comment says of rows that follow each other.
func (r *rows) chain() {
	r.ZeroWhen(air.First, "the first row starts or is padding", r.real.Sub(r.start.Expr))
	r.ZeroWhen(air.Last, "the last row is padding", r.real.Expr)
	on := r.real.Next().Sub(r.start.Next()) // a bit: a start is real
	r.ZeroWhen(air.Transition, "only a real row goes on", on.Mul(r.real.Not()))
	r.ZeroWhen(air.Transition, "a chain ends with its last cell", r.real.Mul(on.Not()).Mul(r.left.SubInt(1)))
	follow := func(c adapter.Col, name string, by int64) {
		r.ZeroWhen(air.Transition, name+" goes on", on.Mul(c.Next().Sub(c.AddInt(by))))
	}
	follow(r.time, "ts", 2)
	follow(r.left, "left", -1)
	follow(r.to, "to", 1)
	follow(r.from, "from", 1)
	follow(r.fill, "fill", 0)
	for i, limb := range r.value.Limbs {
		step := limb.Next().Sub(limb)
		r.ZeroWhen(air.Transition, fmt.Sprintf("fill: value%d goes on", i), on.Mul(r.fill.Expr).Mul(step))
	}
}

func (r *rows) put(row []uint32, c cell) {
	read, write := c.accesses()
	time := c.call.Time + 2*c.at
	r.real.Put(row, 1)
	r.start.PutBool(row, c.at == 0)
	r.time.Put(row, time)
	r.left.Put(row, count(c.call)-c.at)
	r.to.Put(row, write.Cell)
	r.value.Put(row, write.Value)
	r.old.Put(row, write.Old)
	r.write.Put(row, time+1, write.Prev)
	if read != nil {
		r.from.Put(row, read.Cell)
		r.read.Put(row, time, read.Prev)
		return
	}
	r.fill.Put(row, 1)
	r.from.Put(row, source(c.call)+c.at)
}

// source is what the call takes for the first source cell of a fill: a1.cell is zero there.
func source(c *record.Call) uint32 { return uint32(c.Accesses[2].Value>>16&0xffff) << 13 }
