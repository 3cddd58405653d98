package memory

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/air/check"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/chips/steptest"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// update is the flag -update, which package forge declares.
func update() bool { return flag.Lookup("update").Value.String() == "true" }

func TestGolden(t *testing.T) {
	for _, table := range Tables() {
		name := filepath.Join("testdata", table.Chip.Name+".golden")
		got := check.Describe(table.Chip)
		if update() {
			if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want, err := os.ReadFile(name); err != nil || string(want) != got {
			t.Errorf("%s differs (%v): go test ./zkvm/chips/memory -update", name, err)
		}
	}
}

// shape is what an operation does, written down apart from the chips.
type shape struct {
	op     rv64.Op
	size   uint32
	signed bool
}

var (
	loads = []shape{
		{rv64.Ld, 8, false}, {rv64.Lw, 4, true}, {rv64.Lwu, 4, false}, {rv64.Lh, 2, true}, {rv64.Lhu, 2, false},
		{rv64.Lb, 1, true}, {rv64.Lbu, 1, false},
	}
	stores = []shape{{rv64.Sd, 8, false}, {rv64.Sw, 4, false}, {rv64.Sh, 2, false}, {rv64.Sb, 1, false}}
)

// part takes bytes out of a cell.
func (s shape) part(cell uint64, at uint32) uint64 {
	v := cell >> (8 * at)
	unused := 64 - 8*s.size
	if s.signed {
		return uint64(int64(v<<unused) >> unused)
	}
	return v << unused >> unused
}

func (s shape) merged(cell, v uint64, at uint32) uint64 {
	mask := ^uint64(0) >> (64 - 8*s.size) << (8 * at)
	return cell&^mask | v<<(8*at)&mask
}

// bases and offsets whose sum is an aligned address: no carry, carries, borrows, the
// extremes of the offset.
var addresses = []struct {
	base uint64
	imm  int32
}{
	{0x10000, 0}, {0x1fff8, 8}, {0x1fff0, 2040}, {0x20000, -8}, {0x20000, -2048}, {0x4000_07f8, -2040}, {0xc3ff_fff0, 8},
	{0xa000_0000, -8}, {0xffff_f000, 2040}, {0x5_0008, -8},
}

var cells = []uint64{
	0, ^uint64(0), 1, 1 << 63, 1<<63 - 1, 0x8000_0000, 0x7fff_ffff, 0x0123_4567_89ab_cdef, 0x80_7f_ff_00_7f_80_01_fe, 0x8000_7fff_ffff_0001,
}

// every makes every operation at every place of a cell.
func every() *steptest.Machine {
	m := steptest.New()
	for i, a := range addresses {
		for j, v := range cells {
			for _, s := range loads {
				for at := uint32(0); at < 8; at += s.size {
					cell := prepare(m, a.base+uint64(at), a.imm, v)
					// rd may be the base, and the sink.
					rd := []uint8{5, 7, 32}[(i+j)%3]
					m.Load(s.op, rd, 5, a.imm, cell, s.part(v, at))
				}
			}
			for _, s := range stores {
				for at := uint32(0); at < 8; at += s.size {
					cell := prepare(m, a.base+uint64(at), a.imm, v)
					value := cells[(i+j)%len(cells)]
					rs2 := []uint8{6, 5}[(i+j)%2] // may be the base
					if rs2 == 5 {
						value = m.Value(bus.RegisterCell + 5)
					} else {
						m.SetRegister(6, value)
					}
					m.Store(s.op, 5, rs2, a.imm, cell, s.merged(v, value, at))
				}
			}
		}
	}
	return m
}

// prepare sets the base in x5 and the cell of the address.
func prepare(m *steptest.Machine, base uint64, imm int32, v uint64) (cell uint32) {
	m.SetRegister(5, base)
	cell = uint32((base + uint64(int64(imm))) / 8)
	m.Set(cell, v)
	return cell
}

func TestLoadsAndStores(t *testing.T) {
	m := every()
	if err := steptest.Accept(steptest.Fill(Tables(), m.Segment, 7), m.External()); err != nil {
		t.Fatal(err)
	}
}

// A few steps of every chip, for changes of single cells.
func few() *steptest.Machine {
	m := steptest.New()
	for i, a := range addresses[3:6] {
		for _, s := range append(loads, stores...) {
			at := uint32(5+2*i) % 8 &^ (s.size - 1)
			v := cells[8-i]
			cell := prepare(m, a.base+uint64(at), a.imm, v)
			switch s.op {
			case rv64.Sd, rv64.Sw, rv64.Sh, rv64.Sb:
				m.SetRegister(6, 0x1122_3344_5566_7788)
				m.Store(s.op, 5, 6, a.imm, cell, s.merged(v, 0x1122_3344_5566_7788, at))
			default:
				m.Load(s.op, 7, 5, a.imm, cell, s.part(v, at))
			}
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
