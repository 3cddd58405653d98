package adapter_test

import (
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/air/check"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/chips/adapter"
	"github.com/ashlar-labs/ashlar/zkvm/chips/calltest"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// TestPointersStayInMemory: of a register with four limbs a call reads the cell that its
// prover asks for, by any two numbers low and high, only when that is the cell of the
// address in the register, which is aligned and below 2^32 - 2^16.
func TestPointersStayInMemory(t *testing.T) {
	const number = abi.EcallPoseidon2x16
	b := adapter.New("pointer")
	c := b.Call(number)
	c.ReadCell("m", c.Pointer(0, c.Real), bus.FirstSlot, c.Real)
	c.Finish()
	chip := b.Done()

	eighth := field.New(8).Inv()
	overRegister := uint32(bus.RegisterCell + 5 - 0xfffe<<13)
	for _, x := range []struct {
		what      string
		register  uint64
		low, high field.Element
		ok        bool
	}{
		{"a pointer", 0x4000_0008, field.New(1), field.New(0x4000), true},
		{"the greatest", 0xfffe_fff8, field.New(0x1fff), field.New(0xfffe), true},
		{"not aligned", 0x4000_0004, field.New(4).Mul(eighth), field.New(0x4000), false},
		{"another cell of the same address", 0x4000_0008, field.New(1 + 1<<13), field.New(0x3fff), false},
		{"too high", 0xffff_0000, 0, field.New(0xffff), false},
		{"above 2^32", 1<<32 + 8, field.New(1), 0, false},
		{"limb 3", 1<<48 + 8, field.New(1), 0, false},
		{"a register's cell", 0xfffe_0000 | uint64(overRegister)<<3&0xffff, field.New(uint64(overRegister)), field.New(0xfffe), false},
		{"a register's cell, by a high limb that is none", 0x28, field.New(5), field.New(1<<16 + 2), false},
	} {
		in := check.Instance{Chip: chip}
		for range chip.Main {
			in.Main = append(in.Main, make([]field.Element, 4))
		}
		// pc, ts, flag, a7's distance, low and high, a0's distance, m, its distance: all of
		// the last time 0.
		row := []field.Element{field.New(9), field.One, field.One, 0, 0, x.low, x.high, 0, 0, 1, 1, 1, 1, 0, 0}
		for i, v := range row {
			in.Main[i][0] = v
		}
		cell := x.low.Add(x.high.Mul(field.New(1 << 13)))
		external := []check.Message{
			send(bus.State, air.Put, 9, 1), send(bus.State, air.Take, 10, 5),
			send(bus.ROM, air.Put, 9, uint32(rv64.Ecall), 0, 0, 0, 0, 0, 0, 0),
		}
		for _, m := range []struct {
			cell  field.Element
			value uint64
		}{{field.New(bus.RegisterCell + 17), number}, {field.New(bus.RegisterCell + 10), x.register}} {
			external = append(external, memory(m.cell, m.value, air.Put, 0), memory(m.cell, m.value, air.Take, 1))
		}
		for _, d := range []air.Direction{air.Put, air.Take} {
			time := uint32(0)
			if d == air.Take {
				time = 1
			}
			m := memory(cell, 0, d, time)
			for i := range 4 {
				m.Tuple[1+i] = 1
			}
			external = append(external, m)
		}
		if err := calltest.Accept([]check.Instance{in}, external); (err == nil) != x.ok {
			t.Errorf("%s: %v", x.what, err)
		} else if err != nil {
			t.Logf("%s: %v", x.what, err)
		}
	}
}

func send(b air.Bus, d air.Direction, values ...uint32) check.Message {
	m := check.Message{Bus: b, Direction: d, Multiplicity: field.One}
	for _, v := range values {
		m.Tuple = append(m.Tuple, field.New(uint64(v)))
	}
	return m
}

func memory(cell field.Element, v uint64, d air.Direction, time uint32) check.Message {
	m := send(bus.Memory, d, 0, uint32(v&0xffff), uint32(v>>16&0xffff), uint32(v>>32&0xffff), uint32(v>>48), time)
	m.Tuple[0] = cell
	return m
}
