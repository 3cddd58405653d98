package tables

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/air/check"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
)

var update = flag.Bool("update", false, "write the golden file")

func instance() check.Instance {
	t := Table()
	in := check.Instance{Chip: t.Chip, Fixed: t.Fixed(LogHeight)}
	for range t.Chip.Main {
		in.Main = append(in.Main, make([]field.Element, 1<<LogHeight))
	}
	in.Main[0][5] = field.One
	t.Fill(nil, in.Main)
	return in
}

func demand(b air.Bus, tuple []uint32) check.Message {
	m := check.Message{Bus: b, Direction: air.Take, Multiplicity: field.One}
	for _, v := range tuple {
		m.Tuple = append(m.Tuple, field.New(uint64(v)))
	}
	return m
}

// contained decides membership by what the buses are for, apart from the columns.
func contained(b air.Bus, t []uint32) bool {
	switch b.ID {
	case bus.Range16.ID:
		return t[0] <= 65535
	case bus.Range5.ID:
		return t[0] <= 31 && t[1] <= 31 && t[2] <= 31
	case bus.Bytes.ID:
		return t[0] <= 255 && t[1] <= 255
	case bus.And.ID:
		return t[0] <= 255 && t[1] <= 255 && t[2] == t[0]&t[1]
	}
	for k, power := uint32(0), uint32(1); k < 16; k, power = k+1, 2*power {
		if t[0] == k && t[1] == power {
			return true
		}
	}
	return false
}

// Every tuple of edge values is found where the fixed columns have it, or not at all.
func TestRow(t *testing.T) {
	edges := []uint32{0, 1, 2, 3, 4, 5, 15, 16, 31, 32, 127, 128, 170, 255, 256, 1 << 15, 65535, 65536, 65025, field.Modulus - 1}
	in := instance()
	found := 0
	for column, b := range Buses {
		var try func(tuple []uint32)
		try = func(tuple []uint32) {
			if len(tuple) < b.Width {
				for _, v := range edges {
					try(append(tuple, v))
				}
				return
			}
			c, row, ok := Row(b, tuple)
			if ok != contained(b, tuple) {
				t.Fatalf("bus %s has %v: %t", b.Name, tuple, ok)
			}
			if !ok {
				return
			}
			found++
			for i, f := range tuples[column] {
				if c != column || in.Fixed[f][row].Uint32() != tuple[i] {
					t.Fatalf("bus %s: %v is not on row %d of column %d", b.Name, tuple, row, c)
				}
			}
		}
		try(nil)
	}
	if found == 0 {
		t.Fatal("nothing found")
	}
}

// All 2^16 rows hold tuples that belong there, and all tuples that belong are there.
func TestFixed(t *testing.T) {
	in := instance()
	for column, b := range Buses {
		seen := map[[3]uint32]bool{}
		for row := range 1 << LogHeight {
			var tuple [3]uint32
			for i, f := range tuples[column] {
				tuple[i] = in.Fixed[f][row].Uint32()
			}
			if !contained(b, tuple[:b.Width]) {
				t.Fatalf("bus %s, row %d: %v", b.Name, row, tuple)
			}
			seen[tuple] = true
		}
		if want := []int{1 << 16, 1 << 15, 1 << 16, 1 << 16, 16}[column]; len(seen) != want {
			t.Errorf("bus %s has %d tuples, want %d", b.Name, len(seen), want)
		}
	}
	if Fixed(15) != nil || Fixed(17) != nil {
		t.Error("fixed columns of another height")
	}
}

func TestSupplies(t *testing.T) {
	in := instance()
	if err := check.All([]check.Instance{in}, nil); err != nil {
		t.Fatalf("nothing demanded: %v", err)
	}
	demands := []check.Message{
		demand(bus.Range16, []uint32{65535}), demand(bus.Range5, []uint32{31, 0, 17}), demand(bus.Bytes, []uint32{255, 1}),
		demand(bus.And, []uint32{0xf3, 0x35, 0x31}), demand(bus.Pow2, []uint32{15, 32768}),
	}
	for i, m := range demands {
		tuple := make([]uint32, len(m.Tuple))
		for j, e := range m.Tuple {
			tuple[j] = e.Uint32()
		}
		column, row, ok := Row(Buses[i], tuple)
		if !ok {
			t.Fatalf("no row for %v", tuple)
		}
		in.Main[column][row] = in.Main[column][row].Add(field.One)
	}
	if err := check.All([]check.Instance{in}, demands); err != nil {
		t.Fatal(err)
	}
	// Every multiplicity counts: none can be changed.
	survivors, err := check.Corrupt([]check.Instance{in}, demands, check.Corruption{
		Rows: map[string][]int{"tables": {0, 1, 0xf3, 32768, 65535}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range survivors {
		// Rows of POW2 and RANGE5 repeat, and rows not asked for are swapped with their like.
		t.Error(s)
	}
	if err := check.All([]check.Instance{in}, demands[1:]); err == nil {
		t.Error("a supply without demand is accepted")
	}
	if err := check.All([]check.Instance{in}, append(demands, demand(bus.Range16, []uint32{65536}))); err == nil {
		t.Error("a demand out of range is accepted")
	}
}

func TestGolden(t *testing.T) {
	got := check.Describe(Table().Chip)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile("testdata/tables.golden", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/tables.golden")
	if err != nil {
		t.Fatal(err)
	}
	if strings.TrimSpace(string(want)) != strings.TrimSpace(got) {
		t.Errorf("chip differs from testdata/tables.golden:\n%s", got)
	}
}
