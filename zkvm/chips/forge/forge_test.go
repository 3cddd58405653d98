package forge

import (
	"slices"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/chips/adapter"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// toy is a chip of addi whose result is checked with carries as inverses of 2^16 allow.
func toy(carryBits, ranges, twice bool) chips.Table {
	b := adapter.New("toy")
	in := b.Instruction(rv64.Addi)
	x := in.ReadRs1()
	y, _ := in.Immediate()
	z := in.Word("c", adapter.Checked)
	if ranges {
		in.RangeCheck(z.Limbs[:]...)
	}
	carry := in.Const(0)
	for i := range z.Limbs {
		carry = x.Limbs[i].Add(y[i]).Add(carry).Sub(z.Limbs[i]).Mul(in.Const(field.New(1 << 16).Inv()))
		if carryBits || i != 1 {
			in.Bool("carry", carry)
		}
	}
	if twice {
		in.Zero("once more", carry.Mul(carry.SubInt(1)).Scale(3))
	}
	in.WriteRd(z.Limbs)
	in.Finish(in.Sequential())
	return adapter.Table(rom.AddImm, b, func(row []uint32, s *record.Step) {
		in.Put(row, s)
		z.Put(row, s.Rd)
	})
}

func steps() []record.Step {
	row := rom.Row{PC: 9, Op: rv64.Addi, Rd: 5, Rs1: 6, Imm: [4]uint32{7}}
	return Steps([]Case{{Row: row, A: 0x1_0000_0000_fff0}, {Row: row, A: 0x0001_0001_0001_0001}})
}

// The alias of a carry and a limb without range are found, the right chip stands.
func TestAttack(t *testing.T) {
	for _, c := range []struct {
		carryBits, ranges, sound bool
	}{{true, true, true}, {false, true, false}, {true, false, false}} {
		in := Instance(toy(c.carryBits, c.ranges, false), rom.AddImm, steps(), 1)
		found := Attack(&in, 2)
		if (len(found) == 0) != c.sound {
			t.Errorf("%+v: %d rows found", c, len(found))
		}
	}
}

// A constraint that follows from another is reported, and others are not.
func TestMissing(t *testing.T) {
	in := Instance(toy(true, true, true), rom.AddImm, steps(), 1)
	missing, cases := Missing(&in, []string{"is_addi is a bit"})
	var names []string
	for _, m := range missing {
		names = append(names, m.Name)
	}
	// The two copies make each other unneeded.
	if !slices.Equal(names, []string{"carry is a bit", "once more"}) {
		t.Errorf("missing: %v", missing)
	}
	if want := len(in.Chip.Constraints) + len(in.Chip.Interactions) - 3; len(cases) != want {
		t.Errorf("%d cases, want %d", len(cases), want)
	}
}

// Steps that share registers follow each other inside of one instruction.
func TestStepsOfOneRegister(t *testing.T) {
	row := rom.Row{Op: rv64.Add, Rd: 5, Rs1: 5, Rs2: 5}
	s := Steps([]Case{{Row: row, A: 3, B: 4}})[0]
	if s.Rs2 != 3 || s.RdOld != 3 || s.Rd != 6 || s.Rs2Time != s.Time || s.RdTime != s.Time+1 {
		t.Errorf("%+v", s)
	}
	for _, m := range External([]record.Step{s}) {
		if m.Direction != air.Put && m.Direction != air.Take {
			t.Errorf("%+v", m)
		}
	}
}

func TestTryRefuses(t *testing.T) {
	s := steps()
	s[0].Rd++
	if err := Try(toy(true, true, false), rom.AddImm, s); err == nil || !strings.Contains(err.Error(), "carry") {
		t.Errorf("a wrong sum: %v", err)
	}
}
