package machine

import (
	"reflect"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// A second table is the chip of the first one but for its name, and neither shared nor a
// supplier of the fixed lookups or of the program.
func TestSecondTablesAreTheSameChip(t *testing.T) {
	d, seconds := Machine(), 0
	chips := d.Systems[Segment].Chips
	for i, at := range d.Places {
		if !at.Second {
			if i != at.Table {
				t.Errorf("chip %d is table %d", i, at.Table)
			}
			continue
		}
		seconds++
		first, second := *chips[at.Table], *chips[i]
		if second.Name == first.Name || second.Shared {
			t.Errorf("second table %s, shared %v", second.Name, second.Shared)
		}
		second.Name = first.Name
		if !reflect.DeepEqual(first, second) {
			t.Errorf("%s differs from its second table", first.Name)
		}
	}
	// 23 instruction tables without halt, keccak and keccakf, mod256, curve, two of Poseidon2.
	if seconds != 29 {
		t.Errorf("%d second tables", seconds)
	}
}

// mixed is a shape of tables of several sizes, each of them twice.
func mixed(t *testing.T) Shape {
	t.Helper()
	d := Machine()
	m := parse("tables 16, local 9, program 9, halt 7, block 7, block_row 8")
	for i, at := range d.Places {
		if at.Second {
			m[d.Tables[at.Table].Chip.Name] = []int{8 + i%3, 7}
		}
	}
	return newShape("mixed", d.Tables, d.Places, rowCells(d.Tables), m)
}

// fullSegment uses all that a shape has of what may be divided.
func fullSegment(s *Shape) *record.Segment {
	seg := &record.Segment{Calls: map[uint64][]record.Call{}}
	for res := range rom.NumTables {
		if n := s.Capacity[res]; n > 0 && res != rom.Ecall {
			seg.Steps[res] = make([]record.Step, n)
		}
	}
	for res, number := range callOf {
		if res < record.BlockCalls {
			seg.Calls[number] = make([]record.Call, s.Capacity[res])
		}
	}
	// Two kinds of calls share a table.
	all := seg.Calls[abi.EcallMulMod256]
	seg.Calls[abi.EcallMulMod256], seg.Calls[abi.EcallInvMod256] = all[:len(all)/3], all[len(all)/3:]
	return seg
}

// The shares of the two tables of a kind are the segment, each has room, and the first is
// full before the second has a row.
func TestSharesFit(t *testing.T) {
	d, s := Machine(), mixed(t)
	for _, less := range []int{0, 1, 200, 1 << 30} {
		seg := fullSegment(&s)
		for res := range seg.Steps {
			seg.Steps[res] = seg.Steps[res][:max(0, len(seg.Steps[res])-less)]
		}
		rows := make([]int, len(d.Tables))
		for chip, at := range d.Places {
			table, share := d.Share(s.Heights, chip, seg)
			n := table.Rows(share)
			if room := Room(*table, s.Heights[chip]); n > room {
				t.Errorf("%d less: chip %d, table %s: %d rows, room for %d", less, chip, table.Chip.Name, n, room)
			}
			if at.Second && n > 0 {
				unit := table.Rows(probe(at.Resource)) - table.Rows(probe(record.NumResources))
				if first := rows[at.Table]; first+unit <= Room(*table, s.Heights[at.Table]) {
					t.Errorf("%d less: the second table of %s has %d rows, the first one only %d", less, table.Chip.Name, n, first)
				}
			}
			rows[at.Table] += n
		}
		for i, table := range d.Tables {
			if want := table.Rows(seg); rows[i] != want {
				t.Errorf("%d less: table %s: shares have %d rows, want %d", less, table.Chip.Name, rows[i], want)
			}
		}
	}
}

// What a shape holds is what both tables hold; without the second it is less.
func TestCapacityOfTwoTables(t *testing.T) {
	d := Machine()
	cells := rowCells(d.Tables)
	one := newShape("one", d.Tables, d.Places, cells, with(8, parse("keccak 8, keccakf 10")))
	two := newShape("two", d.Tables, d.Places, cells, with(8, parse("add 8+7, keccak 8, keccakf 10+9")))
	add, keccak := rom.TableOf(rv64.Add), record.Keccak
	if a, b := one.Capacity[add], two.Capacity[add]; a != 255 || b != 255+127 {
		t.Errorf("%d and %d additions", a, b)
	}
	if a, b := one.Capacity[keccak], two.Capacity[keccak]; a != 1024/24 || b != 1024/24+512/24 {
		t.Errorf("%d and %d permutations", a, b)
	}
	// 2^7 and 2^9 are new heights, with quotients of their own.
	row := func(name string) uint64 {
		for i, table := range d.Tables {
			if table.Chip.Name == name {
				return cells[i]
			}
		}
		return 0
	}
	if want := one.Cells + (row("add")+quotientCells)<<7 + (row("keccakf")+quotientCells)<<9; two.Cells != want {
		t.Errorf("%d cells, want %d", two.Cells, want)
	}
}

func TestShapesNameTables(t *testing.T) {
	d := Machine()
	for _, bad := range []string{"nothing 8", "halt 8+7", "local 9+8", "add 9+8+7"} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("a shape of %q", bad)
				}
			}()
			newShape("bad", d.Tables, d.Places, rowCells(d.Tables), with(8, parse(bad)))
		}()
	}
}
