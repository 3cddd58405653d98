package steptest_test

import (
	"math/rand/v2"
	"testing"

	"github.com/ashlar-labs/ashlar/zkvm/asm"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/chips/memory"
	"github.com/ashlar-labs/ashlar/zkvm/chips/muldiv"
	"github.com/ashlar-labs/ashlar/zkvm/chips/steptest"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// TestRecordedSteps tries what the recorder makes of random programs, step by step, against
// the chips of loads, stores, products and division.
func TestRecordedSteps(t *testing.T) {
	var tables []chips.Table
	tables = append(append(tables, memory.Tables()...), muldiv.Tables()...)
	seen := map[rv64.Op]int{}
	for seed := range uint64(4) {
		img := asm.Image(asm.Random(rand.New(rand.NewPCG(seed, 9)), 3000), make([]byte, 4096))
		seg := recorded(t, img)
		for _, table := range tables {
			for id := range seg.Steps {
				one := &record.Segment{}
				one.Steps[id] = seg.Steps[id]
				if table.Rows(one) == 0 {
					continue
				}
				for i := range seg.Steps[id] {
					s := &seg.Steps[id][i]
					seen[s.Row.Op]++
					in, external := steptest.Alone([]chips.Table{table}, s)
					if err := steptest.Accept(in, external); err != nil {
						t.Fatalf("seed %d, %+v at pc %#x: %v", seed, s.Row, s.Row.PC, err)
					}
				}
			}
		}
	}
	if len(seen) < 24 {
		t.Errorf("only %d operations: %v", len(seen), seen)
	}
}

func recorded(t *testing.T, img *rv64.Image) *record.Segment {
	t.Helper()
	loaded, err := rv64.Load(img, nil)
	if err != nil {
		t.Fatal(err)
	}
	p, err := rom.Build(img)
	if err != nil {
		t.Fatal(err)
	}
	rec, err := record.New(loaded, p, nil)
	if err != nil {
		t.Fatal(err)
	}
	var shape record.Counts
	for i := range shape {
		shape[i] = 1 << 16
	}
	seg := new(record.Segment)
	cut, err := rec.Next([]record.Counts{shape}, func([]uint64) int { return 0 }, seg)
	if err != nil {
		t.Fatal(err)
	}
	rec.Reset()
	if err := rec.Record(cut, seg); err != nil {
		t.Fatal(err)
	}
	return seg
}
