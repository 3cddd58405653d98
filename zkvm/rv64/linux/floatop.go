package linux

import (
	"fmt"
	"math"
	"math/big"
)

// floatOp executes the OP-FP group (chapters 20.6 to 20.9 and 21.4 to 21.7).
func (p *process) floatOp(w uint32) error {
	double := w>>25&3 == 1
	if w>>25&3 > 1 {
		return fmt.Errorf("illegal instruction %#08x", w)
	}
	switch w >> 27 {
	case 0, 1, 2, 3, 0x0b: // add sub mul div sqrt
		if err := nearest(w); err != nil {
			return err
		}
		if double {
			p.setF64(w, arith64(w>>27, p.f64(w>>15), p.f64(w>>20)))
		} else {
			p.setF32(w, arith32(w>>27, p.f32(w>>15), p.f32(w>>20)))
		}
	case 0x04:
		p.sign(w, double)
	case 0x05:
		return p.minMax(w, double)
	case 0x08: // between the two precisions
		if double {
			p.setF64(w, float64(p.f32(w>>15)))
		} else {
			p.setF32(w, float32(p.f64(w>>15)))
		}
	case 0x14:
		return p.compare(w, double)
	case 0x18:
		return p.toInt(w, double)
	case 0x1a:
		return p.fromInt(w, double)
	case 0x1c:
		return p.moveToInt(w, double)
	case 0x1e:
		v := p.hart.X[w>>15&31]
		if !double {
			v |= box32
		}
		p.f[w>>7&31] = v
	default:
		return fmt.Errorf("illegal instruction %#08x", w)
	}
	return nil
}

func arith64(op uint32, a, b float64) float64 {
	switch op {
	case 0:
		return a + b
	case 1:
		return a - b
	case 2:
		return float64(a * b)
	case 3:
		return a / b
	}
	return math.Sqrt(a)
}

func arith32(op uint32, a, b float32) float32 {
	switch op {
	case 0:
		return a + b
	case 1:
		return a - b
	case 2:
		return float32(a * b)
	case 3:
		return a / b
	}
	return float32(math.Sqrt(float64(a)))
}

func (p *process) sign(w uint32, double bool) {
	a, b, top := p.f[w>>15&31], p.f[w>>20&31], uint64(1)<<63
	if !double {
		a, b, top = uint64(p.bits32(w>>15)), uint64(p.bits32(w>>20)), 1<<31
	}
	s := b & top
	switch w >> 12 & 7 {
	case 1:
		s ^= top
	case 2:
		s ^= a & top
	}
	v := a&^top | s
	if !double {
		v |= box32
	}
	p.f[w>>7&31] = v
}

// pair widens both operands; float32 to float64 is exact and keeps order.
func (p *process) pair(w uint32, double bool) (a, b float64) {
	if double {
		return p.f64(w >> 15), p.f64(w >> 20)
	}
	return float64(p.f32(w >> 15)), float64(p.f32(w >> 20))
}

func (p *process) minMax(w uint32, double bool) error {
	a, b := p.pair(w, double)
	f := math.Min
	switch w >> 12 & 7 {
	case 0:
	case 1:
		f = math.Max
	default:
		return fmt.Errorf("illegal instruction %#08x", w)
	}
	v := f(a, b)
	if a != a { // a number wins over a NaN
		v = b
	} else if b != b {
		v = a
	}
	if double {
		p.setF64(w, v)
	} else {
		p.setF32(w, float32(v))
	}
	return nil
}

func (p *process) compare(w uint32, double bool) error {
	a, b := p.pair(w, double)
	var r bool
	switch w >> 12 & 7 {
	case 0:
		r = a <= b
	case 1:
		r = a < b
	case 2:
		r = a == b
	default:
		return fmt.Errorf("illegal instruction %#08x", w)
	}
	v := uint64(0)
	if r {
		v = 1
	}
	p.setX(w, v)
	return nil
}

// toInt rounds as the instruction says and saturates.
func (p *process) toInt(w uint32, double bool) error {
	v, _ := p.pair(w, double)
	switch w >> 12 & 7 {
	case 0, 7:
		v = math.RoundToEven(v)
	case 1:
		v = math.Trunc(v)
	case 2:
		v = math.Floor(v)
	case 3:
		v = math.Ceil(v)
	case 4:
		v = math.Round(v)
	default:
		return fmt.Errorf("illegal instruction %#08x", w)
	}
	switch w >> 20 & 31 {
	case 0:
		p.setX(w, uint64(clampInt(v, math.MinInt32, math.MaxInt32)))
	case 1:
		p.setX(w, uint64(int64(int32(uint32(clampUint(v, math.MaxUint32))))))
	case 2:
		p.setX(w, uint64(clampInt(v, math.MinInt64, math.MaxInt64)))
	case 3:
		p.setX(w, clampUint(v, math.MaxUint64))
	default:
		return fmt.Errorf("illegal instruction %#08x", w)
	}
	return nil
}

func clampInt(v float64, lo, hi int64) int64 {
	switch {
	case v != v || v >= float64(hi): // the greatest int64 is not a float64
		return hi
	case v <= float64(lo):
		return lo
	}
	return int64(v)
}

func clampUint(v float64, hi uint64) uint64 {
	switch {
	case v != v || v >= float64(hi):
		return hi
	case v <= 0:
		return 0
	}
	return uint64(v)
}

func (p *process) fromInt(w uint32, double bool) error {
	if err := nearest(w); err != nil {
		return err
	}
	x := p.hart.X[w>>15&31]
	n := new(big.Float).SetPrec(64)
	switch w >> 20 & 31 {
	case 0:
		n.SetInt64(int64(int32(x)))
	case 1:
		n.SetUint64(uint64(uint32(x)))
	case 2:
		n.SetInt64(int64(x))
	case 3:
		n.SetUint64(x)
	default:
		return fmt.Errorf("illegal instruction %#08x", w)
	}
	// big.Float rounds once, to nearest even, on every host.
	if double {
		v, _ := n.Float64()
		p.setF64(w, v)
	} else {
		v, _ := n.Float32()
		p.setF32(w, v)
	}
	return nil
}

func (p *process) moveToInt(w uint32, double bool) error {
	switch {
	case w>>12&7 == 0 && double:
		p.setX(w, p.f[w>>15&31])
	case w>>12&7 == 0:
		p.setX(w, uint64(int64(int32(p.f[w>>15&31]))))
	case w>>12&7 == 1:
		v, _ := p.pair(w, double)
		p.setX(w, p.classify(w, v, double))
	default:
		return fmt.Errorf("illegal instruction %#08x", w)
	}
	return nil
}

// classify is fclass: one bit of ten.
func (p *process) classify(w uint32, v float64, double bool) uint64 {
	smallest, quiet := 0x1p-1022, p.f[w>>15&31]>>51&1 == 1
	if !double {
		smallest, quiet = 0x1p-126, p.bits32(w>>15)>>22&1 == 1
	}
	kind := 1 // distance from the zero of the same sign
	switch {
	case v != v && quiet:
		return 1 << 9
	case v != v:
		return 1 << 8
	case v == 0:
		kind = 0
	case math.IsInf(v, 0):
		kind = 3
	case math.Abs(v) >= smallest:
		kind = 2
	}
	if math.Signbit(v) {
		return 1 << (3 - kind)
	}
	return 1 << (4 + kind)
}
