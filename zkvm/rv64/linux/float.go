package linux

import (
	"fmt"
	"math"
)

// Floating point for package initialisation. Values are bit patterns; a 32-bit
// value is boxed with ones above. Every NaN result is the canonical one, as the
// specification demands, so that the host's choice cannot show in an image.
const (
	nan64 = 0x7ff8_0000_0000_0000
	nan32 = 0x7fc0_0000
	box32 = 0xffff_ffff_0000_0000
)

// float executes one instruction that the integer hart does not know.
func (p *process) float(w uint32) error {
	p.floats++
	switch w & 0x7f {
	case 0x07, 0x27:
		return p.floatMemory(w)
	case 0x43, 0x47, 0x4b, 0x4f:
		return p.fused(w)
	case 0x53:
		return p.floatOp(w)
	case 0x73:
		p.floats--
		return p.csr(w)
	}
	return fmt.Errorf("illegal instruction %#08x", w)
}

// csr answers rdtime, which the runtime reads once to seed a counter.
func (p *process) csr(w uint32) error {
	const rdtime = 0xc010_2073
	if w&^(31<<7) != rdtime {
		return fmt.Errorf("illegal instruction %#08x (csr)", w)
	}
	p.setX(w, 1)
	return nil
}

func (p *process) setX(w uint32, v uint64) {
	if rd := w >> 7 & 31; rd != 0 {
		p.hart.X[rd] = v
	}
}

func (p *process) setF64(w uint32, v float64) {
	b := math.Float64bits(v)
	if v != v {
		b = nan64
	}
	p.f[w>>7&31] = b
}

func (p *process) setF32(w uint32, v float32) {
	b := math.Float32bits(v)
	if v != v {
		b = nan32
	}
	p.f[w>>7&31] = box32 | uint64(b)
}

func (p *process) f64(r uint32) float64 { return math.Float64frombits(p.f[r&31]) }

func (p *process) bits32(r uint32) uint32 {
	if v := p.f[r&31]; v&box32 == box32 {
		return uint32(v)
	}
	return nan32
}

func (p *process) f32(r uint32) float32 { return math.Float32frombits(p.bits32(r)) }

func (p *process) floatMemory(w uint32) error {
	size := uint64(4)
	if w>>12&7 == 3 {
		size = 8
	} else if w>>12&7 != 2 {
		return fmt.Errorf("illegal instruction %#08x", w)
	}
	imm := int64(int32(w) >> 20)
	store := w&0x7f == 0x27
	if store {
		imm = int64(int32(w)>>25<<5 | int32(w>>7&31))
	}
	addr := p.hart.X[w>>15&31] + uint64(imm)
	if addr%size != 0 {
		return fmt.Errorf("misaligned floating-point access to %#x", addr)
	}
	var cell [8]byte
	at := addr &^ 7
	p.hart.Read(at, cell[:])
	field := cell[addr-at : addr-at+size]
	if store {
		v := p.f[w>>20&31]
		for i := range field {
			field[i] = byte(v >> (8 * i))
		}
		if !p.hart.Put(at, cell[:]) {
			return fmt.Errorf("floating-point store to %#x", addr)
		}
		return nil
	}
	v := uint64(0)
	for i := range field {
		v |= uint64(field[i]) << (8 * i)
	}
	if size == 4 {
		v |= box32
	}
	p.f[w>>7&31] = v
	return nil
}

// fused is rd = (+-)(rs1*rs2) (+-) rs3.
func (p *process) fused(w uint32) error {
	if err := nearest(w); err != nil {
		return err
	}
	op := w & 0x7f
	negProduct, negAdd := op == 0x4b || op == 0x4f, op == 0x47 || op == 0x4f
	switch w >> 25 & 3 {
	case 0:
		// A product of two float32 is exact in float64; only the sum can round
		// twice. Nothing in package initialisation is known to use it.
		return fmt.Errorf("single-precision fused multiply %#08x", w)
	case 1:
		a, b, c := p.f64(w>>15), p.f64(w>>20), p.f64(w>>27)
		if negProduct {
			a = -a
		}
		if negAdd {
			c = -c
		}
		p.setF64(w, math.FMA(a, b, c))
		return nil
	}
	return fmt.Errorf("illegal instruction %#08x", w)
}

// nearest accepts round-to-nearest-even, given or as the dynamic default.
func nearest(w uint32) error {
	if rm := w >> 12 & 7; rm != 0 && rm != 7 {
		return fmt.Errorf("rounding mode %d in %#08x", rm, w)
	}
	return nil
}
