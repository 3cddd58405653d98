package forge_test

import (
	"math/rand/v2"
	"testing"

	"github.com/ashlar-labs/ashlar/zkvm/asm"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/chips/alu"
	"github.com/ashlar-labs/ashlar/zkvm/chips/control"
	"github.com/ashlar-labs/ashlar/zkvm/chips/forge"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// recorded executes a program in one segment.
func recorded(t *testing.T, code []uint32) *record.Segment {
	t.Helper()
	img := asm.Image(code, make([]byte, 4096))
	loaded, err := rv64.Load(img, rv64.Symbols{{Addr: img.TextAddr, Bytes: img.TextBytes, Name: "main"}})
	if err != nil {
		t.Fatal(err)
	}
	p, err := rom.Build(img)
	if err != nil {
		t.Fatal(err)
	}
	r, err := record.New(loaded, p, nil)
	if err != nil {
		t.Fatal(err)
	}
	var room record.Counts
	for i := range room {
		room[i] = 1 << 20
	}
	cut, err := r.Next([]record.Counts{room}, func([]uint64) int { return 0 }, new(record.Segment))
	if err != nil {
		t.Fatal(err)
	}
	r.Reset()
	seg := new(record.Segment)
	if err := r.Record(cut, seg); err != nil {
		t.Fatal(err)
	}
	return seg
}

// calls is a program of computed jumps: to a return address, and over an odd offset.
func calls() []uint32 {
	return asm.Join(asm.Li(6, asm.Text), []uint32{
		asm.Auipc(5, 0), asm.I(rv64.Jalr, 1, 5, 13), // to the third word behind, bit 0 is cleared
		asm.I(rv64.Addi, 7, 7, 1),
		asm.I(rv64.Addi, 5, 5, 24), asm.I(rv64.Jalr, 0, 5, 0),
		asm.I(rv64.Addi, 7, 7, 1),
	}, asm.Halt())
}

// What the executor records is what Exec says, and the chips accept it.
func TestRecorded(t *testing.T) {
	tables := map[rom.Table]chips.Table{}
	for i, table := range alu.Tables() {
		tables[rom.Add+rom.Table(i)] = table
	}
	for i, table := range control.Tables() {
		tables[rom.BranchEqual+rom.Table(i)] = table
	}
	seen := map[rv64.Op]int{}
	programs := [][]uint32{calls()}
	for seed := range uint64(6) {
		programs = append(programs, asm.Random(rand.New(rand.NewPCG(seed, 3)), 800))
	}
	for i, code := range programs {
		seg := recorded(t, code)
		for id, table := range tables {
			for _, s := range seg.Steps[id] {
				seen[s.Row.Op]++
				b := forge.Second(&s)
				if rd, next := forge.Exec(s.Row, s.Rs1, b); rd != s.Rd || next != s.NextPC {
					t.Fatalf("program %d: %+v of %#x and %#x: %#x, next %#x, recorded %#x, %#x", i, *s.Row, s.Rs1, b, rd, next, s.Rd, s.NextPC)
				}
			}
			if err := forge.Try(table, id, seg.Steps[id]); err != nil {
				t.Errorf("program %d, table %v: %v", i, id, err)
			}
		}
	}
	for op := rv64.Illegal; op < rv64.NumOps; op++ {
		if _, ours := tables[rom.TableOf(op)]; ours && seen[op] == 0 {
			t.Errorf("no program has %v", op)
		}
	}
}
