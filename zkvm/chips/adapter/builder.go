package adapter

import (
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
)

// Ranges of columns as they are named everywhere.
const (
	Checked    = "u16 (RANGE16)"
	FromMemory = "u16 (MEM)"
	FromROM    = "u16 (ROM)"
	Register   = "register (ROM)"
	Bit        = "bit"
)

// Builder is an air.Builder that knows the place of every main column and collects values
// below 32.
type Builder struct {
	*air.Builder
	width int
	highs []air.Expr
}

// New starts a chip. It ends with Done.
func New(name string) *Builder { return &Builder{Builder: air.NewBuilder(name)} }

// Col is a main column and its place in a row.
type Col struct {
	air.Expr
	At int
}

// Limbs are the four u16 limbs of a word as expressions, the least significant first.
type Limbs [4]air.Expr

// Word is four columns in a row, or eight of bytes.
type Word struct {
	Limbs
	// Bytes are the columns of a word of bytes, else zero values.
	Bytes [8]air.Expr
	At    int
	bytes bool
}

// Main adds a witness column.
func (b *Builder) Main(name, valueRange string) Col {
	b.width++
	return Col{b.Builder.Main(name, valueRange), b.width - 1}
}

// Bit adds a column that is zero or one.
func (b *Builder) Bit(name string) Col {
	c := b.Main(name, Bit)
	b.Bool(name, c.Expr)
	return c
}

// Word adds four columns name0 to name3. It checks nothing: see RangeCheck.
func (b *Builder) Word(name, valueRange string) Word {
	w := Word{At: b.width}
	for i := range w.Limbs {
		w.Limbs[i] = b.Main(name+string(rune('0'+i)), valueRange).Expr
	}
	return w
}

// ByteWord adds eight columns name0 to name7, of which the limbs are sums. That they are
// bytes is up to the caller.
func (b *Builder) ByteWord(name, valueRange string) Word {
	w := Word{At: b.width, bytes: true}
	for i := range w.Bytes {
		w.Bytes[i] = b.Main(name+string(rune('0'+i)), valueRange).Expr
	}
	for i := range w.Limbs {
		w.Limbs[i] = w.Bytes[2*i].Add(w.Bytes[2*i+1].Scale(256))
	}
	return w
}

// Range5 demands on every row that the values are below 32, at the cost of a third of a
// lookup each or of nothing.
func (b *Builder) Range5(values ...air.Expr) { b.highs = append(b.highs, values...) }

// RangeCheck demands on every row that the limbs are u16.
func (b *Builder) RangeCheck(limbs ...air.Expr) {
	for _, l := range limbs {
		b.Demand(bus.Range16, b.One(), l)
	}
}

// Zeros are four limbs of the constant zero.
func (b *Builder) Zeros() Limbs { return b.Constant(0) }

// Constant are the limbs of v.
func (b *Builder) Constant(v uint64) (l Limbs) {
	for i := range l {
		l[i] = b.Int(int64(v >> (16 * i) & 0xffff))
	}
	return l
}

// Done demands the ranges of all high parts of time differences and of what Range5 was
// given, three in a lookup, and returns the chip.
func (b *Builder) Done() *air.Chip {
	for len(b.highs)%3 != 0 {
		b.highs = append(b.highs, b.Const(0))
	}
	for i := 0; i < len(b.highs); i += 3 {
		b.Demand(bus.Range5, b.One(), b.highs[i:i+3]...)
	}
	b.highs = nil
	return b.Must()
}

// Put writes the value of the column into a row; v < p.
func (c Col) Put(row []uint32, v uint32) { row[c.At] = v }

// Put writes the limbs of v into a row.
func (w Word) Put(row []uint32, v uint64) {
	if w.bytes {
		r := row[w.At : w.At+8]
		for i := range r {
			r[i] = uint32(v >> (8 * i) & 0xff)
		}
		return
	}
	r := row[w.At : w.At+4]
	r[0], r[1], r[2], r[3] = uint32(v&0xffff), uint32(v>>16&0xffff), uint32(v>>32&0xffff), uint32(v>>48)
}

// PutBool writes a bit into a row.
func (c Col) PutBool(row []uint32, v bool) {
	if v {
		row[c.At] = 1
	} else {
		row[c.At] = 0
	}
}
