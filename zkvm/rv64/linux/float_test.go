package linux

import (
	"math"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

func newProcess(t *testing.T) *process {
	t.Helper()
	prog, err := rv64.Load(image(ecall), nil)
	if err != nil {
		t.Fatal(err)
	}
	return &process{hart: rv64.NewHart(prog)}
}

// fop encodes OP-FP with rd = 3, rs1 = 1.
func fop(f7, rs2, rm uint32) uint32 { return f7<<25 | rs2<<20 | 1<<15 | rm<<12 | 3<<7 | 0x53 }

func bits(v float64) uint64   { return math.Float64bits(v) }
func single(v float32) uint64 { return box32 | uint64(math.Float32bits(v)) }

// TestFloatRegisters: results in f3 from f1 and f2. That whole programs compute
// what an independent emulator computes is tested in guest/image.
func TestFloatRegisters(t *testing.T) {
	inf, nan := math.Inf(1), uint64(nan64)
	for _, c := range []struct {
		name       string
		word       uint32
		a, b, want uint64
	}{
		{"fadd.d", fop(0x01, 2, 0), bits(1.5), bits(2), bits(3.5)},
		{"fsub.d", fop(0x05, 2, 7), bits(1.5), bits(2), bits(-0.5)},
		{"fmul.d", fop(0x09, 2, 0), bits(1.5), bits(2), bits(3)},
		{"fdiv.d by zero", fop(0x0d, 2, 0), bits(-1), 0, bits(math.Inf(-1))},
		{"fdiv.d 0/0 is the canonical NaN", fop(0x0d, 2, 0), 0, 0, nan},
		{"fsqrt.d of -1", fop(0x2d, 0, 0), bits(-1), 0, nan},
		{"inf - inf", fop(0x05, 2, 0), bits(inf), bits(inf), nan},
		{"fadd.s", fop(0x00, 2, 0), single(1.5), single(2), single(3.5)},
		{"fadd.s of an unboxed value", fop(0x00, 2, 0), bits(1.5), single(2), box32 | nan32},
		{"fsgnj.d", fop(0x11, 2, 0), bits(1), bits(-2), bits(-1)},
		{"fsgnjn.d", fop(0x11, 2, 1), bits(1), bits(-2), bits(1)},
		{"fsgnjx.d", fop(0x11, 2, 2), bits(-1), bits(-2), bits(1)},
		{"fsgnjn.s", fop(0x10, 2, 1), single(1), single(2), single(-1)},
		{"fmin.d of zeros", fop(0x15, 2, 0), bits(math.Copysign(0, -1)), 0, 1 << 63},
		{"fmax.d of zeros", fop(0x15, 2, 1), bits(math.Copysign(0, -1)), 0, 0},
		{"fmin.d of a NaN", fop(0x15, 2, 0), nan, bits(5), bits(5)},
		{"fmax.d of NaNs", fop(0x15, 2, 1), nan | 1, nan | 2, nan},
		{"fcvt.s.d rounds", fop(0x20, 1, 0), bits(0.1), 0, single(0.1)},
		{"fcvt.d.s", fop(0x21, 0, 0), single(0.5), 0, bits(0.5)},
	} {
		p := newProcess(t)
		p.f[1], p.f[2] = c.a, c.b
		if err := p.float(c.word); err != nil || p.f[3] != c.want {
			t.Errorf("%s: got %#x, want %#x, %v", c.name, p.f[3], c.want, err)
		}
	}
}

// TestFloatToInteger: results in x3 from f1 (and f2).
func TestFloatToInteger(t *testing.T) {
	const minus1 = math.MaxUint64
	for _, c := range []struct {
		name       string
		word       uint32
		a, b, want uint64
	}{
		{"flt.d", fop(0x51, 2, 1), bits(1), bits(2), 1},
		{"fle.d", fop(0x51, 2, 0), bits(2), bits(2), 1},
		{"feq.d of NaN", fop(0x51, 2, 2), nan64, nan64, 0},
		{"feq.s", fop(0x50, 2, 2), single(2), single(2), 1},
		{"fcvt.l.d rtz", fop(0x61, 2, 1), bits(-2.9), 0, minus1 - 1},
		{"fcvt.l.d rne", fop(0x61, 2, 0), bits(2.5), 0, 2},
		{"fcvt.l.d rdn", fop(0x61, 2, 2), bits(-2.1), 0, minus1 - 2},
		{"fcvt.l.d rup", fop(0x61, 2, 3), bits(2.1), 0, 3},
		{"fcvt.l.d rmm", fop(0x61, 2, 4), bits(2.5), 0, 3},
		{"fcvt.l.d saturates", fop(0x61, 2, 1), bits(1e300), 0, math.MaxInt64},
		{"fcvt.l.d saturates below", fop(0x61, 2, 1), bits(-1e300), 0, 1 << 63},
		{"fcvt.l.d of NaN", fop(0x61, 2, 1), nan64, 0, math.MaxInt64},
		{"fcvt.lu.d of a negative", fop(0x61, 3, 1), bits(-5), 0, 0},
		{"fcvt.lu.d saturates", fop(0x61, 3, 1), bits(1e300), 0, math.MaxUint64},
		{"fcvt.w.d saturates", fop(0x61, 0, 1), bits(1e10), 0, math.MaxInt32},
		{"fcvt.wu.d sign extends", fop(0x61, 1, 1), bits(4e9), 0, 0xffff_ffff_ee6b_2800},
		{"fmv.x.d", fop(0x71, 0, 0), bits(1), 0, bits(1)},
		{"fmv.x.w sign extends", fop(0x70, 0, 0), single(-1), 0, 0xffff_ffff_bf80_0000},
		{"fclass.d -inf", fop(0x71, 0, 1), bits(math.Inf(-1)), 0, 1 << 0},
		{"fclass.d -normal", fop(0x71, 0, 1), bits(-1), 0, 1 << 1},
		{"fclass.d -subnormal", fop(0x71, 0, 1), bits(-5e-324), 0, 1 << 2},
		{"fclass.d -0", fop(0x71, 0, 1), 1 << 63, 0, 1 << 3},
		{"fclass.d +0", fop(0x71, 0, 1), 0, 0, 1 << 4},
		{"fclass.d +subnormal", fop(0x71, 0, 1), 1, 0, 1 << 5},
		{"fclass.d +normal", fop(0x71, 0, 1), bits(1), 0, 1 << 6},
		{"fclass.d +inf", fop(0x71, 0, 1), bits(math.Inf(1)), 0, 1 << 7},
		{"fclass.d signalling", fop(0x71, 0, 1), 0x7ff0_0000_0000_0001, 0, 1 << 8},
		{"fclass.d quiet", fop(0x71, 0, 1), nan64, 0, 1 << 9},
	} {
		p := newProcess(t)
		p.f[1], p.f[2] = c.a, c.b
		if err := p.float(c.word); err != nil || p.hart.X[3] != c.want {
			t.Errorf("%s: got %#x, want %#x, %v", c.name, p.hart.X[3], c.want, err)
		}
	}
}

// TestFloatFromInteger: results in f3 from x1.
func TestFloatFromInteger(t *testing.T) {
	for _, c := range []struct {
		name    string
		word    uint32
		x, want uint64
	}{
		{"fcvt.d.w", fop(0x69, 0, 0), 0xffff_ffff, bits(-1)},
		{"fcvt.d.wu", fop(0x69, 1, 0), 0xffff_ffff, bits(math.MaxUint32)},
		{"fcvt.d.l", fop(0x69, 2, 7), 1<<63 + 1, bits(-1 << 63)},
		{"fcvt.d.lu", fop(0x69, 3, 0), math.MaxUint64, bits(1 << 64)},
		{"fcvt.s.l rounds once", fop(0x68, 2, 0), 0x1000_0010_0000_0001, single(0x1.000002p60)},
		{"fmv.d.x", fop(0x79, 0, 0), bits(2), bits(2)},
		{"fmv.w.x", fop(0x78, 0, 0), uint64(math.Float32bits(2)), single(2)},
	} {
		p := newProcess(t)
		p.hart.X[1] = c.x
		if err := p.float(c.word); err != nil || p.f[3] != c.want {
			t.Errorf("%s: got %#x, want %#x, %v", c.name, p.f[3], c.want, err)
		}
	}
}

func TestFused(t *testing.T) {
	for op, want := range map[uint32]float64{0x43: 7, 0x47: 5, 0x4b: -5, 0x4f: -7} { // madd msub nmsub nmadd
		p := newProcess(t)
		p.f[1], p.f[2], p.f[4] = bits(2), bits(3), bits(1)
		if err := p.float(4<<27 | 1<<25 | 2<<20 | 1<<15 | 3<<7 | op); err != nil || p.f64(3) != want {
			t.Errorf("%#x: got %v, want %v, %v", op, p.f64(3), want, err)
		}
	}
}

func TestFloatMemory(t *testing.T) {
	const fsd, fld, fsw, flw = 3<<12 | 0x27, 3<<12 | 0x07, 2<<12 | 0x27, 2<<12 | 0x07
	p := newProcess(t)
	p.hart.X[1] = 0x4000_0000
	p.f[2] = 0x1122_3344_5566_7788
	for _, w := range []uint32{2<<20 | 1<<15 | fsd, 2<<20 | 1<<15 | 12<<7 | fsw, 1<<15 | 3<<7 | fld, 12<<20 | 1<<15 | 4<<7 | flw} {
		if err := p.float(w); err != nil {
			t.Fatal(err)
		}
	}
	if p.f[3] != p.f[2] || p.f[4] != box32|0x5566_7788 {
		t.Errorf("read back %#x, %#x", p.f[3], p.f[4])
	}
}

func TestFloatRejects(t *testing.T) {
	for _, c := range []struct {
		want string
		word uint32
	}{
		{"rounding mode 1", fop(0x01, 2, 1)},
		{"illegal", fop(0x03, 2, 0)}, // quad precision
		{"illegal", fop(0x15, 2, 2)},
		{"illegal", fop(0x51, 2, 3)},
		{"illegal", fop(0x61, 4, 1)},
		{"illegal", fop(0x61, 2, 5)},
		{"illegal", fop(0x71, 0, 2)},
		{"illegal", fop(0x7f, 0, 0)},
		{"single-precision fused", 2<<20 | 1<<15 | 3<<7 | 0x43},
		{"illegal", 1<<12 | 0x07},
		{"misaligned", 4<<20 | 3<<12 | 0x07},
		{"store to 0x0", 3<<12 | 0x27},
		{"illegal", 0x57}, // vector
	} {
		if err := newProcess(t).float(c.word); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%#08x: got %v, want %q", c.word, err, c.want)
		}
	}
}
