package tree

import "github.com/ashlar-labs/ashlar/stark/field"

// cursor is a bit of a key, as the word that holds it and its place there: walking down
// the tree needs no division.
type cursor struct{ word, mask uint32 }

// top is the cursor of bit 0.
var top = cursor{0, 1 << (field.Bits - 1)}

// next is the bit below.
func (c cursor) next() cursor {
	if c.mask >>= 1; c.mask == 0 {
		return cursor{c.word + 1, top.mask}
	}
	return c
}

// at is the cursor of bit i.
func at(i int) cursor {
	return cursor{uint32(i / field.Bits), top.mask >> (i % field.Bits)}
}

// ended says that the key has no such bit.
func (c cursor) ended() bool { return c.word >= uint32(len(Key{})) }

// bit returns the bit of a key; the cursor has not ended.
func (k *Key) bit(c cursor) bool { return k[c.word%uint32(len(k))]&c.mask != 0 }
