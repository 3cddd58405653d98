package alu

import "github.com/ashlar-labs/ashlar/zkvm/rv64"

// Distances of operations from the left shift of their chip.
const (
	leftShift       = 0
	arithmeticShift = rv64.Sra - rv64.Sll
	wordForms       = rv64.Sllw - rv64.Sll
)

// put writes the columns of the shift of a by an amount, below 64 or in W forms below 32,
// with result c.
func (s *shift) put(row []uint32, op rv64.Op, a uint64, amount uint32, c uint64) {
	kind := op - s.first
	word := kind >= wordForms
	if word {
		kind -= wordForms
	}
	row[s.a2.At], row[s.a3.At] = uint32(a>>32&0xffff), uint32(a>>48)

	var sign uint64
	if kind == arithmeticShift && !word {
		s.top.Put(row, uint32(a>>56))
		sign = a >> 63
	}
	if word {
		a = uint64(uint32(a))
		if kind == arithmeticShift {
			s.top.Put(row, uint32(a>>24))
			sign = a >> 31
			a |= -sign << 32
		}
		s.cSign.Put(row, uint32(c>>63))
	}
	s.sign.Put(row, uint32(sign))
	s.a.Put(row, a)

	fine, coarse, limbs := amount&7, amount>>3&1, amount>>4
	k, up := fine, coarse
	if kind != leftShift {
		k, up = 8-fine, 1-coarse
	}
	s.fine.Put(row, fine)
	s.power.Put(row, 1<<fine)
	s.times.Put(row, 1<<k)
	s.rest.Put(row, 1<<(8-k))
	s.coarse.Put(row, coarse)
	s.byteUp.Put(row, up)
	if limbs > 0 {
		s.limbs[limbs-1].Put(row, 1)
	}
	mask := uint64(256-1<<(8-k)) * 0x0101010101010101
	s.high.Put(row, a&mask)
	s.putMoved(row, a, sign, k+8*up)
	s.c.Put(row, c)
}

// putMoved writes the five limbs of a, sign-extended, moved up by at most 16 bits.
func (s *shift) putMoved(row []uint32, a, sign uint64, n uint32) {
	low, high := a<<n, a>>(64-n)|-sign<<n
	for i := range 4 {
		s.moved[i].Put(row, uint32(low>>(16*i)&0xffff))
	}
	s.moved[4].Put(row, uint32(high&0xffff))
}
