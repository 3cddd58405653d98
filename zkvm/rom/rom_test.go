package rom_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/zkvm/asm"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

const first = asm.Text / 4

func build(t *testing.T, code []uint32, data []byte) *rom.Program {
	t.Helper()
	p, err := rom.Build(asm.Image(code, data))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestRows(t *testing.T) {
	minusTwo := [4]uint32{0xfffe, 0xffff, 0xffff, 0xffff}
	for _, c := range []struct {
		name string
		word uint32
		want rom.Row
	}{
		{"register form", asm.R(rv64.Sub, 3, 4, 5), rom.Row{Op: rv64.Sub, Rd: 3, Rs1: 4, Rs2: 5}},
		{"x0 is the sink", asm.R(rv64.Mul, 0, 4, 5), rom.Row{Op: rv64.Mul, Rd: bus.Sink, Rs1: 4, Rs2: 5}},
		{"immediate form", asm.I(rv64.Addi, 3, 4, -2), rom.Row{Op: rv64.Addi, Rd: 3, Rs1: 4, Imm: minusTwo}},
		{"shift", asm.I(rv64.Srai, 3, 4, 63), rom.Row{Op: rv64.Srai, Rd: 3, Rs1: 4, Imm: [4]uint32{63}}},
		{"branch", asm.B(rv64.Bne, 3, 4, -8), rom.Row{Op: rv64.Bne, Rs1: 3, Rs2: 4, Imm: [4]uint32{first - 2}}},
		{"lui", asm.Lui(3, 0x80001), rom.Row{Op: rv64.Jal, Rd: 3, Rs2: first + 1, Imm: [4]uint32{0x1000, 0x8000, 0xffff, 0xffff}}},
		{"auipc", asm.Auipc(3, 1), rom.Row{Op: rv64.Jal, Rd: 3, Rs2: first + 1, Imm: [4]uint32{0x1000, asm.Text >> 16}}},
		{"jal", asm.Jal(0, 16), rom.Row{Op: rv64.Jal, Rd: bus.Sink, Rs2: first + 4, Imm: [4]uint32{4, asm.Text >> 16}}},
		{"jalr", asm.I(rv64.Jalr, 1, 2, -2), rom.Row{Op: rv64.Jalr, Rd: 1, Rs1: 2, Imm: minusTwo}},
		{"load", asm.I(rv64.Lbu, 3, 4, -2), rom.Row{Op: rv64.Lbu, Rd: 3, Rs1: 4, Imm: minusTwo}},
		{"store", asm.S(rv64.Sh, 3, 4, -2), rom.Row{Op: rv64.Sh, Rs1: 4, Rs2: 3, Imm: minusTwo}},
		{"fence", 0x0ff0_000f, rom.Row{Op: rv64.Addi, Rd: bus.Sink}},
		{"ecall", asm.Ecall, rom.Row{Op: rv64.Ecall}},
	} {
		c.want.PC = first
		if got := build(t, []uint32{c.word}, nil).Row(first); got == nil || *got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}

// What must not be executed has no row.
func TestNoRow(t *testing.T) {
	for name, word := range map[string]uint32{
		"illegal": 0xffff_ffff, "ebreak": 0x0010_0073, "branch into a word": asm.B(rv64.Beq, 0, 0, 6), "jump into a word": asm.Jal(0, 2),
	} {
		p := build(t, []uint32{word, asm.Ecall}, nil)
		if p.Row(first) != nil || p.Row(first+1) == nil || p.Row(first+2) != nil || p.Row(0) != nil || p.Row(bus.MicroPC) != nil || p.Row(bus.Halted) != nil {
			t.Errorf("%s has a row, or there are others", name)
		}
	}
	// Jumps below address zero lead nowhere.
	m := asm.Image([]uint32{asm.Jal(0, -1<<20)}, nil)
	m.TextAddr, m.PC, m.Pages[0].Addr = abi.NullEnd, abi.NullEnd, abi.NullEnd
	if p, err := rom.Build(m); err != nil || len(p.Rows) != 0 {
		t.Errorf("%v, %v", p, err)
	}
}

// A sequence of rows that follow each other leads back behind its instruction, that of an sc
// from two places, and nothing else leads into it.
func TestMicroSequences(t *testing.T) {
	var code []uint32
	for op := rv64.LrW; op <= rv64.AmoMaxuD; op++ {
		if op == rv64.LrW || op == rv64.LrD {
			code = append(code, asm.R(op, 10, 11, 0), asm.R(op, 0, 11, 0))
			continue
		}
		code = append(code, asm.R(op, 10, 11, 12), asm.R(op, 0, 11, 11))
	}
	p := build(t, code, nil)
	next := uint32(bus.MicroPC)
	for i := range code {
		pc := first + uint32(i)
		row := p.Row(pc)
		if row.Op != rv64.Jal || row.Rd != bus.Sink || row.Rs2 != next {
			t.Fatalf("atomic %d: %+v does not jump to %#x", i, row, next)
		}
		ends := 1
		if code[i]>>27 == 3 { // sc
			ends = 2
		}
		for range ends {
			for ; p.Row(next).Op != rv64.Jal; next++ {
				if p.Address(next) != 4*uint64(pc) {
					t.Errorf("row %#x belongs to %#x", next, p.Address(next))
				}
			}
			if back := p.Row(next); back.Rs2 != pc+1 {
				t.Errorf("atomic %d: leads back to %#x", i, back.Rs2)
			}
			next++
		}
	}
	if p.Row(next) != nil {
		t.Error("there are rows behind the last sequence")
	}
}

// The sequences of lr and sc, row by row.
func TestReservationSequences(t *testing.T) {
	const old, address, value = bus.Scratch, bus.ReservedAddress, bus.ReservedValue
	jump := func(rd uint8, to, constant uint32) rom.Row {
		return rom.Row{Op: rv64.Jal, Rd: rd, Rs2: to, Imm: [4]uint32{constant}}
	}
	for _, c := range []struct {
		name string
		word uint32
		want []rom.Row
	}{
		{"lr.d", asm.R(rv64.LrD, 3, 4, 0), []rom.Row{
			{Op: rv64.Ld, Rd: value, Rs1: 4}, {Op: rv64.Addi, Rd: address, Rs1: 4}, {Op: rv64.Addi, Rd: 3, Rs1: value}, jump(bus.Sink, first+1, 0),
		}},
		{"lr.w to x0", asm.R(rv64.LrW, 0, 4, 0), []rom.Row{
			{Op: rv64.Lw, Rd: value, Rs1: 4}, {Op: rv64.Addi, Rd: address, Rs1: 4}, jump(bus.Sink, first+1, 0),
		}},
		{"sc.w", asm.R(rv64.ScW, 3, 4, 5), []rom.Row{
			{Op: rv64.Lw, Rd: old, Rs1: 4},
			{Op: rv64.Bne, Rs1: 4, Rs2: address, Imm: [4]uint32{bus.MicroPC + 6}},
			{Op: rv64.Bne, Rs1: old, Rs2: value, Imm: [4]uint32{bus.MicroPC + 6}},
			{Op: rv64.Sw, Rs1: 4, Rs2: 5}, {Op: rv64.Addi, Rd: address}, jump(3, first+1, 0),
			{Op: rv64.Addi, Rd: address}, jump(3, first+1, 1),
		}},
		{"sc.d to x0", asm.R(rv64.ScD, 0, 4, 0), []rom.Row{
			{Op: rv64.Ld, Rd: old, Rs1: 4},
			{Op: rv64.Bne, Rs1: 4, Rs2: address, Imm: [4]uint32{bus.MicroPC + 6}},
			{Op: rv64.Bne, Rs1: old, Rs2: value, Imm: [4]uint32{bus.MicroPC + 6}},
			{Op: rv64.Sd, Rs1: 4}, {Op: rv64.Addi, Rd: address}, jump(bus.Sink, first+1, 0),
			{Op: rv64.Addi, Rd: address}, jump(bus.Sink, first+1, 1),
		}},
	} {
		p := build(t, []uint32{c.word}, nil)
		if len(p.Rows) != len(c.want)+1 {
			t.Errorf("%s: %d rows, want %d", c.name, len(p.Rows), len(c.want)+1)
			continue
		}
		for i, want := range c.want {
			want.PC = bus.MicroPC + uint32(i)
			if got := p.Rows[i+1]; got != want {
				t.Errorf("%s, row %d: %+v, want %+v", c.name, i, got, want)
			}
		}
	}
	// There is no reservation at the start.
	p := build(t, asm.Halt(), nil)
	for _, r := range []uint32{address, value} {
		if c := p.Cells[p.Find(bus.RegisterCell+r)]; c != (rom.Cell{Cell: bus.RegisterCell + r}) {
			t.Errorf("register %d starts as %+v", r, c)
		}
	}
}

func TestCheckRefuses(t *testing.T) {
	for want, row := range map[string]rom.Row{
		"writes register 0":     {Op: rv64.Add, Rs1: 1, Rs2: 2},
		"writes register 38":    {Op: rv64.Jal, Rd: 38},
		"destination":           {Op: rv64.Sd, Rd: 1},
		"reads registers 38":    {Op: rv64.Addi, Rd: 1, Rs1: 38},
		"and 38":                {Op: rv64.Beq, Rs2: 38},
		"no table":              {Op: rv64.Lui, Rd: 1},
		"not four limbs":        {Op: rv64.Addi, Rd: 1, Imm: [4]uint32{0x1_0000}},
		"it jumps to pc":        {Op: rv64.Jal, Rd: 1, Rs2: bus.Halted},
		"it branches to pc":     {Op: rv64.Beq, Imm: [4]uint32{bus.Halted}},
		"operands":              {Op: rv64.Ecall, Rs1: 1},
		"row sub at pc 0x7: it": {PC: 7, Op: rv64.Sub},
	} {
		if err := row.Check(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v: %v, want %q", row, err, want)
		}
	}
}

// Every cell of the address map is either an image cell or in one interval; nothing else.
func TestMap(t *testing.T) {
	data := make([]byte, 3*4096)
	data[2*4096] = 7 // the first two pages are zero and hence not in the image
	p := build(t, asm.Halt(), data)
	if len(p.Cells) != 2*512+rom.Registers {
		t.Errorf("%d cells", len(p.Cells))
	}
	if !slices.IsSortedFunc(p.Cells, func(a, b rom.Cell) int { return int(a.Cell) - int(b.Cell) }) {
		t.Error("cells are not sorted")
	}
	in := func(cell uint32) (kind string) {
		if i := p.Find(cell); i < len(p.Cells) && p.Cells[i].Cell == cell {
			kind += "image"
		}
		if i := p.Interval(cell); i >= 0 {
			kind += [...]string{"zero", "input"}[p.Intervals[i].Kind]
		}
		return kind
	}
	for addr, want := range map[uint64]string{
		0: "", abi.NullEnd - 8: "", abi.NullEnd: "zero", asm.Text - 8: "zero", asm.Text: "image", asm.Text + 4088: "image", asm.Text + 4096: "zero",
		asm.Data: "zero", asm.Data + 8192: "image", asm.Data + 12288: "zero", abi.HeapEnd - 8: "zero", abi.HeapEnd: "",
		abi.InputLenPage - 8: "", abi.InputLenPage: "zero", abi.InputLenAddr - 8: "zero", abi.InputLenAddr: "input", abi.InputEnd - 8: "input",
		abi.StackBase: "zero", abi.StackTop - 8: "zero", abi.StackTop: "", abi.AddressLimit - 8: "",
		8 * bus.RegisterCell: "image", 8 * (bus.RegisterCell + rom.Registers): "",
	} {
		if got := in(uint32(addr / 8)); got != want {
			t.Errorf("cell at %#x: %q, want %q", addr, got, want)
		}
	}
	next := uint32(0)
	for _, v := range p.Intervals {
		if v.First < next || v.Last < v.First {
			t.Errorf("interval %+v after %#x", v, next)
		}
		next = v.Last + 1
	}
}
