package forge

import (
	"slices"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/chips/calltest"
	"github.com/ashlar-labs/ashlar/zkvm/chips/curve"
	"github.com/ashlar-labs/ashlar/zkvm/chips/keccak"
	"github.com/ashlar-labs/ashlar/zkvm/chips/mod256"
	"github.com/ashlar-labs/ashlar/zkvm/chips/poseidon2"
	"github.com/ashlar-labs/ashlar/zkvm/chips/tables"
)

// Every lookup of an accelerator's call in the fixed tables is needed: for each there is a false row that
// breaks no constraint and no other lookup, and for which the rest of the machine can be honest. Two kinds are left
// to tests of their own: carries of identities (zkvm/chips/bignum TestCarriesAreBounded), and the last limb of the
// gap below a modulus (zkvm/chips/mod256 TestResultAboveTheModulus). The top parts of quotients of curve are bounded
// by the carries beside them, too.
func TestLookupsOfAccelerators(t *testing.T) {
	const x, y, n, out = 0x4000_0000, 0x4000_0100, 0x4000_0200, 0x4001_0000
	elsewhere := []string{".carry", "gap15", "top"}
	for _, c := range []struct {
		table  chips.Table
		calls  []uint64
		number int // of lookups that are not elsewhere
	}{
		{mod256.Tables()[0], []uint64{abi.EcallMulMod256, abi.EcallDivMod256, abi.EcallInvMod256}, 137},
		{curve.Tables()[0], []uint64{abi.EcallSecp256k1Add, abi.EcallSecp256k1Double}, 242},
		{poseidon2.Tables()[0], []uint64{abi.EcallPoseidon2x16}, 48},
		{poseidon2.Tables()[1], []uint64{abi.EcallPoseidon2x24}, 54},
		{keccak.Tables()[0], []uint64{abi.EcallKeccakAbsorb}, 200},
	} {
		t.Run(c.table.Chip.Name, func(t *testing.T) {
			m := calltest.New()
			for i := range uint64(32) {
				m.Set(x+8*i, 0x0123_4567_89ab_cdef*(2*i+1))
				m.Set(y+8*i, 0xfedc_ba98_7654_3211*(2*i+3))
			}
			m.Set(n, 0xbfd25e8cd0364141, 0xbaaedce6af48a03b, 0xfffffffffffffffe, 0xffffffffffffffff)
			for _, number := range c.calls {
				if err := m.Call(number, [4]uint64{out, x, y, n}); err != nil {
					t.Fatal(err)
				}
			}
			in := calltest.Fill([]chips.Table{c.table}, m.Segment, 3)[0]
			tried := 0
			for i := range in.Chip.Interactions {
				f := &forger{newSearch(in.Chip)}
				names, ok := f.lookup(i)
				if !ok || slices.ContainsFunc(elsewhere, func(part string) bool { return strings.Contains(names, part) }) {
					continue
				}
				tried++
				found := false
				for row := 0; row < len(c.calls) && !found; row++ {
					found = f.forge(cells(&in, row), i)
				}
				if !found {
					t.Errorf("nothing false is accepted without lookup %d, of %s", i, names)
				}
			}
			if tried != c.number {
				t.Errorf("%d lookups, want %d", tried, c.number)
			}
		})
	}
}

// forger changes the columns of one lookup, and what is computed from them.
type forger struct{ *search }

// lookup says whether an interaction is a lookup in the fixed tables, and names its columns.
func (f *forger) lookup(i int) (names string, ok bool) {
	x := &f.chip.Interactions[i]
	for _, id := range x.Tuple {
		for _, c := range f.support[id] {
			names += " " + f.chip.Main[c].Name
		}
	}
	return names, x.Direction == air.Take && slices.Contains(tables.Buses, x.Bus)
}

// forge looks for a row near another one that only the lookup refuses: a column is changed alone, or with one
// beside it that makes up for it as a low and a high part of one number do.
func (f *forger) forge(start []field.Element, lookup int) bool {
	x := &f.chip.Interactions[lookup]
	eighth := field.New(8).Inv()
	by := []field.Element{field.One, number(-1), number(256), number(-256), number(1 << 16), number(-1 << 16), number(32), number(7).Mul(eighth)}
	with := []struct {
		place int
		times field.Element
	}{{}, {1, field.New(256).Inv().Neg()}, {-1, number(-256)}, {1, field.New(1 << 16).Inv().Neg()}}
	for _, id := range x.Tuple {
		for _, c := range f.support[id] {
			values := []field.Element{number(-1), number(0xffff)}
			for _, b := range by {
				values = append(values, start[c].Add(b))
			}
			if d := c - 1; d >= 0 { // low and high limbs of a word w as those of w - p and w + p
				w := int64(start[d].Add(start[c].Mul(number(1 << 16))).Uint32())
				values = append(values, number((w-field.Modulus)>>16), number((w+field.Modulus)>>16))
			}
			for _, v := range values {
				for _, other := range with {
					f.row = slices.Clone(start)
					f.row[c] = v
					if d := c + other.place; d != c && d >= 0 && d < len(f.row) {
						f.row[d] = f.row[d].Add(v.Sub(start[c]).Mul(other.times))
					}
					if f.refusedBy(lookup) {
						return true
					}
				}
				if d := c - 1; d >= 0 {
					f.row = slices.Clone(start)
					f.row[c], f.row[d] = v, start[d].Sub(v.Sub(start[c]).Mul(number(1<<16)))
					if f.refusedBy(lookup) {
						return true
					}
				}
			}
		}
	}
	return false
}

// refusedBy computes the rest of the row anew and says whether one lookup and nothing else refuses it.
func (f *forger) refusedBy(lookup int) bool {
	evalInto(f.values, f.chip, f.row)
	if x := &f.chip.Interactions[lookup]; f.values[x.Multiplicity] == 0 || inTables(f.values, x) {
		return false
	}
	for _, c := range f.chip.Constraints {
		if v := f.at(c.Node); v != 0 && !f.compute(c, v) {
			return false
		}
	}
	evalInto(f.values, f.chip, f.row)
	for _, c := range f.chip.Constraints {
		if f.values[c.Node] != 0 {
			return false
		}
	}
	for i := range f.chip.Interactions {
		x := &f.chip.Interactions[i]
		if !slices.Contains(tables.Buses, x.Bus) || f.values[x.Multiplicity] == 0 {
			continue
		}
		if inTables(f.values, x) == (i == lookup) {
			return false
		}
	}
	return f.honest(f.values)
}

// compute sets the column that a broken constraint is there for: a carry, a borrow, an inverse.
func (f *forger) compute(c air.Constraint, v field.Element) bool {
	limb := v == number(1<<16) || v == number(-1<<16)
	name, k, _ := strings.Cut(c.Name, " limb ")
	switch {
	case strings.Contains(c.Name, ": digit "):
		name = strings.Replace(c.Name, ": digit ", ".carry", 1)
	case strings.HasSuffix(c.Name, " is an inverse"):
		name = strings.TrimSuffix(c.Name, " is an inverse")
	case strings.HasSuffix(c.Name, " is below p"):
		name = strings.TrimSuffix(c.Name, " is below p") + ".inverse"
	case name == "result below m," && limb:
		name = "borrow" + k
	case name == "result below m,":
		name = "gap" + k
	case strings.HasSuffix(name, " plus tail,") && limb:
		name = strings.TrimSuffix(name, " plus tail,") + ".sumcarry" + k
	case strings.HasSuffix(name, " plus tail,"):
		name = strings.TrimSuffix(name, " plus tail,") + ".sum" + k
	}
	at := slices.IndexFunc(f.chip.Main, func(c air.Column) bool { return c.Name == name })
	if at < 0 {
		return false
	}
	slope, linear := f.slope(c.Node, at, v)
	if !linear || slope == 0 {
		return false
	}
	f.row[at] = f.row[at].Sub(v.Mul(slope.Inv()))
	if strings.Contains(name, ".carry") && f.row[at].Add(number(1<<15)).Uint32() >= 1<<16 {
		return false // what was changed makes no other number
	}
	return f.at(c.Node) == 0
}

func number(v int64) field.Element {
	if v < 0 {
		return field.New(uint64(-v)).Neg()
	}
	return field.New(uint64(v))
}
