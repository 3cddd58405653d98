package muldiv

import (
	"flag"
	"math/big"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/air/check"
	"github.com/ashlar-labs/ashlar/zkvm/chips/steptest"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

var update = flag.Bool("update", false, "rewrite testdata")

func TestGolden(t *testing.T) {
	for _, table := range Tables() {
		name := filepath.Join("testdata", table.Chip.Name+".golden")
		got := check.Describe(table.Chip)
		if *update {
			if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want, err := os.ReadFile(name); err != nil || string(want) != got {
			t.Errorf("%s differs (%v): go test ./zkvm/chips/muldiv -update", name, err)
		}
	}
}

// form is what an operation does, written down apart from the chips and the executor.
type form struct {
	op         rv64.Op
	kind       kind
	signX      bool
	signY      bool
	word       bool
	wantsUpper bool
}

type kind int

const (
	product kind = iota
	quotient
	remainder
)

var forms = []form{
	{op: rv64.Mul, kind: product}, {op: rv64.Mulw, kind: product, word: true},
	{op: rv64.Mulh, kind: product, signX: true, signY: true, wantsUpper: true},
	{op: rv64.Mulhsu, kind: product, signX: true, wantsUpper: true}, {op: rv64.Mulhu, kind: product, wantsUpper: true},
	{op: rv64.Div, kind: quotient, signX: true, signY: true}, {op: rv64.Divu, kind: quotient},
	{op: rv64.Rem, kind: remainder, signX: true, signY: true}, {op: rv64.Remu, kind: remainder},
	{op: rv64.Divw, kind: quotient, signX: true, signY: true, word: true}, {op: rv64.Divuw, kind: quotient, word: true},
	{op: rv64.Remw, kind: remainder, signX: true, signY: true, word: true}, {op: rv64.Remuw, kind: remainder, word: true},
}

// result computes with big integers.
func (f form) result(x, y uint64) uint64 {
	width := uint(64)
	if f.word {
		width = 32
	}
	a, b := integer(x, width, f.signX), integer(y, width, f.signY)
	z := new(big.Int)
	switch {
	case f.kind == product:
		z.Mul(a, b)
	case b.Sign() == 0 && f.kind == quotient:
		z.SetInt64(-1)
	case b.Sign() == 0:
		z.Set(a)
	case f.kind == quotient:
		z.Quo(a, b)
	default:
		z.Rem(a, b)
	}
	if f.wantsUpper {
		z.Rsh(z, 64)
	}
	z.And(z, new(big.Int).SetUint64(^uint64(0)))
	v := z.Uint64()
	if f.word {
		return uint64(int64(int32(v)))
	}
	return v
}

func integer(v uint64, width uint, signed bool) *big.Int {
	z := new(big.Int).SetUint64(v << (64 - width) >> (64 - width))
	if signed && z.Bit(int(width-1)) == 1 {
		z.Sub(z, new(big.Int).Lsh(big.NewInt(1), width))
	}
	return z
}

var operandsOfInterest = []uint64{
	0, 1, 2, 3, 7, 0xffff, 0x1_0000, 0x7fff_ffff, 0x8000_0000, 0x8000_0001, 0xffff_ffff, 0x1_0000_0000, 0xffff_ffff_8000_0000,
	0xffff_ffff_7fff_ffff, 1<<63 - 1, 1 << 63, 1<<63 + 1, 1<<64 - 1, 1<<64 - 2, 1 << 48, 1<<64 - 1<<48, 2 << 48, 1<<64 - 3<<48,
	0x0123_4567_89ab_cdef, 0xfedc_ba98_7654_3210, 0xffff_0000_ffff_0000, 0x8000_8000_8000_8000,
}

// every makes every operation on all pairs of operands.
func every(extra int) *steptest.Machine {
	m := steptest.New()
	n := 0
	try := func(x, y uint64) {
		for _, f := range forms {
			n++
			step(m, f, x, y, n)
		}
	}
	for _, x := range operandsOfInterest {
		for _, y := range operandsOfInterest {
			try(x, y)
		}
	}
	rng := rand.New(rand.NewPCG(3, 4))
	for range extra {
		try(rng.Uint64(), rng.Uint64()>>rng.IntN(64))
		try(rng.Uint64()>>rng.IntN(64), rng.Uint64())
		try(uint64(rng.Int64())>>rng.IntN(64), -uint64(rng.Int64()>>rng.IntN(63)))
	}
	return m
}

// step makes a step, with the registers in all constellations that the operands allow.
func step(m *steptest.Machine, f form, x, y uint64, n int) {
	rs1, rs2 := uint8(5), uint8(6)
	m.SetRegister(rs1, x)
	if x == y && n%2 == 0 {
		rs2 = rs1
	} else {
		m.SetRegister(rs2, y)
	}
	m.Compute(f.op, []uint8{7, rs1, rs2, 32}[n%4], rs1, rs2, f.result(x, y))
}

func TestEveryOperation(t *testing.T) {
	m := every(100)
	if err := steptest.Accept(steptest.Fill(Tables(), m.Segment, 7), m.External()); err != nil {
		t.Fatal(err)
	}
}

func few() *steptest.Machine {
	m := steptest.New()
	pairs := [][2]uint64{
		{0xfedc_ba98_7654_3210, 0x0123_4567_89ab_cdef}, {1 << 63, 1<<64 - 1}, {0x8000_0000_8000_0000, 0}, {1<<64 - 7, 1<<64 - 3}, {77, 1<<64 - 12},
	}
	for i, p := range pairs {
		for _, f := range forms {
			step(m, f, p[0], p[1], 4*i)
		}
	}
	return m
}

func TestCorruption(t *testing.T) {
	survivors, err := steptest.CorruptSteps(Tables(), few().Segment)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range survivors {
		t.Error(s)
	}
}

func BenchmarkFill(b *testing.B) { steptest.BenchmarkFill(b, Tables(), few().Segment) }
