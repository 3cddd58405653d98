package machine

import (
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/accel"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// interactions of a chip with a bus, on one side.
func interactions(c *air.Chip, b air.Bus, d air.Direction) (out []*air.Interaction) {
	for i := range c.Interactions {
		if x := &c.Interactions[i]; x.Bus.ID == b.ID && x.Direction == d {
			out = append(out, x)
		}
	}
	return out
}

// isBit says whether a main column is a bit by a constraint on every row.
func isBit(c *air.Chip, col int32) bool {
	for _, x := range c.Constraints {
		if x.When == air.Always && x.Name == c.Main[col].Name+" is a bit" {
			return c.Main[col].Range == "bit"
		}
	}
	return false
}

// values are what an expression is on rows with one flag, or, where it is constant, on all
// real rows.
func (l linear) values(t *testing.T, c *air.Chip) (out []uint64) {
	t.Helper()
	if len(l.of) == 0 {
		return []uint64{uint64(l.constant.Uint32())}
	}
	for col, v := range l.of {
		if !isBit(c, col) || l.constant != 0 {
			t.Errorf("chip %s: %v depends on %s", c.Name, l, c.Main[col].Name)
		}
		out = append(out, uint64(v.Uint32()))
	}
	return out
}

// Every operation of the ROM is proven by one chip, the one that package rom names, and
// ecalls by the chip whose number is in a7: all four limbs of it.
func TestOperationsHaveOneChip(t *testing.T) {
	ops, numbers := map[uint64]string{}, map[uint64]string{}
	claim := func(of map[uint64]string, v uint64, chip string) {
		if of[v] != "" {
			t.Errorf("%#x is proven by %s and by %s", v, of[v], chip)
		}
		of[v] = chip
	}
	for _, table := range Machine().Tables {
		c := table.Chip
		states, demands := interactions(c, bus.State, air.Put), interactions(c, bus.ROM, air.Take)
		if len(states) != len(demands) {
			t.Fatalf("chip %s: %d states, %d rows of the ROM", c.Name, len(states), len(demands))
		}
		if len(demands) == 0 {
			continue
		}
		op := linearOf(t, c, demands[0].Tuple[1])
		if len(op.of) > 0 || op.constant != field.New(uint64(rv64.Ecall)) {
			for _, v := range op.values(t, c) {
				claim(ops, v, c.Name)
				if want := rom.TableOf(rv64.Op(v)).String(); want != c.Name {
					t.Errorf("%v is proven by %s, want %s", rv64.Op(v), c.Name, want)
				}
			}
			continue
		}
		first := interactions(c, bus.Memory, air.Take)[0]
		cell := linearOf(t, c, first.Tuple[0])
		if len(cell.of) != 0 || cell.constant != field.New(bus.RegisterCell+17) {
			t.Errorf("chip %s: its first access is to cell %v", c.Name, cell)
		}
		for _, v := range linearOf(t, c, first.Tuple[1]).values(t, c) {
			claim(numbers, v, c.Name)
		}
		for _, limb := range first.Tuple[2:5] {
			if l := linearOf(t, c, limb); len(l.of) != 0 || l.constant != 0 {
				t.Errorf("chip %s: an upper limb of a7 is %v", c.Name, l)
			}
		}
	}
	for op := range 256 {
		if table := rom.TableOf(rv64.Op(op)); table != rom.NoTable && table != rom.Ecall && ops[uint64(op)] == "" {
			t.Errorf("nothing proves %v", rv64.Op(op))
		}
	}
	for n := range uint64(2 * abi.EcallAccelBase) {
		if (numbers[n] != "") != (n == abi.EcallHalt || accel.Known(n)) {
			t.Errorf("number %#x is proven by %q", n, numbers[n])
		}
	}
}

// Multiplicities are one, or sums and differences of bits, but for supplies of tuples that
// the key fixes or that another demand with a bit ties to such: on others a free number
// could cancel what nobody should have.
func TestMultiplicitiesAreBits(t *testing.T) {
	free := map[string]string{
		"tables RANGE16": "fixed", "tables RANGE5": "fixed", "tables BYTES": "fixed", "tables AND": "fixed", "tables POW2": "fixed",
		"rom GROM": "fixed", "image GIMAGE": "fixed", "interval GINTERVAL": "fixed",
		"program ROM":    "demanded of GROM with the bit real, zero where that is",
		"keccakf KECCAK": "a bit on the fixed first and last rows of a permutation",
	}
	seen := map[string]bool{}
	for _, system := range Machine().Systems {
		for _, c := range system.Chips {
			for i := range c.Interactions {
				x := &c.Interactions[i]
				name := strings.TrimSuffix(c.Name, "_second") + " " + x.Bus.Name // a second table is of the same chip
				if free[name] != "" && x.Direction == air.Put {
					seen[name] = true
					continue
				}
				m := linearOf(t, c, x.Multiplicity)
				if len(m.of) == 0 && m.constant != field.One || len(m.of) > 0 && m.constant != 0 {
					t.Errorf("%s: multiplicity %v", name, m)
				}
				for col, v := range m.of {
					if !isBit(c, col) || v != field.One && v != field.One.Neg() {
						t.Errorf("%s: multiplicity has %d times %s", name, v.Uint32(), c.Main[col].Name)
					}
				}
			}
		}
	}
	if len(seen) != len(free) {
		t.Errorf("only %v have free multiplicities", seen)
	}
}
