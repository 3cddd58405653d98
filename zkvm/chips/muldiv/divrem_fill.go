package muldiv

import (
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// division is the numbers of a row: words mod 2^64 with the signs of the integers.
type division struct {
	b, c, q, r             uint64
	bNeg, cNeg, qNeg, rNeg bool
}

// divisionOf divides as an operation does.
func divisionOf(op rv64.Op, b, c uint64) division {
	signed := true
	switch op {
	case rv64.Divu, rv64.Remu:
		signed = false
	case rv64.Divw, rv64.Remw:
		b, c = uint64(int32(b)), uint64(int32(c))
	case rv64.Divuw, rv64.Remuw:
		signed = false
		b, c = uint64(uint32(b)), uint64(uint32(c))
	}
	d := division{b: b, c: c, bNeg: signed && b>>63 == 1, cNeg: signed && c>>63 == 1}
	if c == 0 {
		d.q, d.r, d.rNeg = ^uint64(0), b, d.bNeg
		return d
	}
	size := func(v uint64, negative bool) uint64 {
		if negative {
			return -v
		}
		return v
	}
	q, r := size(b, d.bNeg)/size(c, d.cNeg), size(b, d.bNeg)%size(c, d.cNeg)
	d.qNeg, d.rNeg = d.bNeg != d.cNeg && q != 0, d.bNeg && r != 0
	d.q, d.r = size(q, d.qNeg), size(r, d.rNeg)
	return d
}

func (d *divRem) put(row []uint32, s *record.Step) {
	v := divisionOf(s.Row.Op, s.Rs1, s.Rs2)
	d.putDivision(row, s, &v)
}

// putDivision writes a row from its numbers, whatever they are.
func (d *divRem) putDivision(row []uint32, s *record.Step, v *division) {
	d.Put(row, s)
	b, c, word := s.Rs1>>48, s.Rs2>>48, false
	switch s.Row.Op {
	case rv64.Divw, rv64.Divuw, rv64.Remw, rv64.Remuw:
		b, c, word = s.Rs1>>16&u16Mask, s.Rs2>>16&u16Mask, true
	}
	d.bTop.Put(row, uint32(b))
	d.cTop.Put(row, uint32(c))
	d.bNeg.PutBool(row, v.bNeg)
	d.cNeg.PutBool(row, v.cNeg)
	d.qNeg.PutBool(row, v.qNeg)
	d.rNeg.PutBool(row, v.rNeg)
	d.cUpper.put(row, v.c)
	d.cBytes.put(row, v.c>>32)
	d.qBytes.put(row, v.q)
	d.r.Put(row, v.r)
	d.byZero.PutBool(row, v.c == 0)
	d.out.Put(row, s.Rd)
	d.outNeg.PutBool(row, word && s.Rd>>63 == 1)
	d.putCarries(row, v)
	if v.c != 0 {
		d.putSlack(row, v)
	}
}

func (d *divRem) putCarries(row []uint32, v *division) {
	sums := digitsOf(v.q, v.c)
	var high int64
	if v.rNeg {
		high += u16Mask
	}
	if v.bNeg {
		high -= u16Mask
	}
	for k := range 4 {
		sums[k] += limb(v.r, k) - limb(v.b, k)
		sums[k+4] += high
		if v.qNeg {
			sums[k+4] -= limb(v.c, k)
		}
		if v.cNeg {
			sums[k+4] -= limb(v.q, k)
		}
	}
	d.columns.put(row, sums[:])
}

func (d *divRem) putSlack(row []uint32, v *division) {
	c, r, taken := v.c, v.r, int64(1)
	if v.cNeg {
		c, taken = ^c, taken-1
	}
	if v.rNeg {
		r, taken = ^r, taken+1
	}
	for k := range 4 {
		sum := limb(c, k) - limb(r, k) - taken
		taken = -(sum >> 16)
		if k < len(d.borrow) {
			d.borrow[k].Put(row, uint32(taken))
		}
		row[d.slack.At+k] = uint32(sum & u16Mask)
	}
}
