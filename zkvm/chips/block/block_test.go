package block

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/stark/air/check"
	"github.com/ashlar-labs/ashlar/zkvm/accel"
	"github.com/ashlar-labs/ashlar/zkvm/chips/calltest"
)

var update = flag.Bool("update", false, "write the golden files of chips")

// TestChips: columns, constraints, degrees and interactions are those of testdata.
func TestChips(t *testing.T) {
	for _, table := range Tables() {
		name := filepath.Join("testdata", table.Chip.Name+".golden")
		got := check.Describe(table.Chip)
		if *update {
			if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s has changed; write it with: go test ./zkvm/chips/block -update", name)
		}
	}
}

const (
	heap  = 0x4000_0000
	input = 0xa000_0000
)

// move is a call: a copy, or a fill when fill is set.
type move struct {
	fill            bool
	to, from, cells uint64
}

func (c move) number() uint64 {
	if c.fill {
		return abi.EcallMemset
	}
	return abi.EcallMemcpy
}

// machine makes calls on memory in which every cell from heap on differs.
func machine(t *testing.T, calls ...move) *calltest.Machine {
	t.Helper()
	m := calltest.New()
	for i := range uint64(64) {
		m.Set(heap+8*i, 0x0123456789abcdef*(i+1))
		m.Set(input+8*i, ^uint64(0)<<i)
	}
	for _, c := range calls {
		if err := m.Call(c.number(), [4]uint64{c.to, c.from, c.cells}); err != nil {
			t.Fatal(err)
		}
	}
	return m
}

func TestCalls(t *testing.T) {
	cases := []struct {
		name  string
		calls []move
	}{
		{"none", nil},
		{"copy of one cell", []move{{false, heap + 0x1000, heap, 1}}},
		{"copy", []move{{false, heap + 0x1000, input, 40}}},
		{"overlap, to a higher address", []move{{false, heap + 16, heap, 20}}},
		{"overlap, next cell", []move{{false, heap + 8, heap, 9}}},
		{"overlap, to a lower address", []move{{false, heap, heap + 24, 20}}},
		{"onto itself", []move{{false, heap, heap, 7}}},
		{"twice the same", []move{{false, heap + 0x1000, heap, 3}, {false, heap + 0x1000, heap, 3}}},
		{"back and forth", []move{{false, heap + 0x1000, heap, 3}, {false, heap, heap + 0x1000, 3}, {true, heap + 8, 5, 1}, {false, heap + 0x1000, heap, 3}}},
		{"most cells", []move{{false, heap + 0x4000, heap, abi.MaxAccelCells}}},
		{"most cells, overlapping", []move{{false, heap + 8, heap, abi.MaxAccelCells}}},
		{"fill of one cell", []move{{true, heap, 0, 1}}},
		{"fill of most cells", []move{{true, heap, ^uint64(0), abi.MaxAccelCells}}},
		{"fills", []move{
			{true, heap, 0, 5}, {true, heap + 8, 1, 5}, {true, heap, 1 << 63, 2}, {true, heap, ^uint64(0), 3}, {true, heap, 0xffff_0000, 1},
			{true, heap, 7, 1}, {true, heap, heap, 4},
		}},
		{"highest cells", []move{{true, 1<<32 - 1<<16 - 8, 3, abi.MaxAccelCells}, {false, 1<<32 - 1<<16 - 8, 1<<32 - 1<<16 - 16, abi.MaxAccelCells}}},
		{"lowest cells", []move{{false, 0, 8, 3}}},
	}
	for _, c := range cases {
		m := machine(t, c.calls...)
		if err := calltest.Accept(calltest.Fill(Tables(), m.Segment, 2), m.External()); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// TestCopyIsALoop: what the recorded machine has after overlapping copies is what a loop
// over the cells leaves, so that the accepted traces above mean that.
func TestCopyIsALoop(t *testing.T) {
	for _, c := range []move{{false, heap + 16, heap, 20}, {false, heap, heap + 24, 20}, {true, heap + 8, 77, 9}} {
		m, want := machine(t, c), machine(t).Memory
		for i := range c.cells {
			v := c.from
			if !c.fill {
				v = want[uint32(c.from/8+i)]
			}
			want[uint32(c.to/8+i)] = v
		}
		for at, v := range want {
			if m.Memory[at] != v {
				t.Errorf("%+v: cell %#x is %#x, want %#x", c, at, m.Memory[at], v)
			}
		}
	}
}

// TestRefusedCounts: the executor never makes calls of no cells or of too many. That they
// are unprovable, too, is TestForgeries.
func TestRefusedCounts(t *testing.T) {
	for _, n := range []uint64{0, abi.MaxAccelCells + 1, 1 << 16, 1 << 32, ^uint64(0)} {
		for _, number := range numbers {
			if err := calltest.New().Call(number, [4]uint64{heap, heap, n}); !errors.Is(err, accel.Count) {
				t.Errorf("%d cells: %v", n, err)
			}
		}
	}
}

// TestEveryColumnCounts changes every cell of a copy and of a fill.
func TestEveryColumnCounts(t *testing.T) {
	m := machine(t, move{false, heap + 16, heap, 4}, move{true, heap + 8, 0x0005_0004_0003_0002, 3}, move{false, heap, input, 1})
	in, external := calltest.Fill(Tables(), m.Segment, 3), m.External()
	for which, live := range []int{3, 8} {
		for row := range live {
			for _, s := range calltest.Corrupt(in, which, row, external) {
				t.Error(s)
			}
		}
	}
}

// TestEveryMessageCounts takes single messages of the rest of the machine away.
func TestEveryMessageCounts(t *testing.T) {
	m := machine(t, move{false, heap + 16, heap, 2}, move{true, heap + 8, 9, 2})
	in, external := calltest.Fill(Tables(), m.Segment, 3), m.External()
	for i := range external {
		less := append(append([]check.Message{}, external[:i]...), external[i+1:]...)
		if calltest.Accept(in, less) == nil {
			t.Errorf("accepted without %v", external[i])
		}
	}
}
