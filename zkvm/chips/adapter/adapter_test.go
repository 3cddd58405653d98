package adapter_test

import (
	"testing"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/air/check"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/chips/adapter"
	"github.com/ashlar-labs/ashlar/zkvm/chips/forge"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// swap is a toy of an accelerator: it reads two cells at the times 0 and 1 of a call, the
// second cell also with the value of the first as operand, writes the first value into the
// second cell at time 4, and takes 5.
type swap struct {
	in            *adapter.Instruction
	x, y          adapter.Col
	v, w          adapter.Word
	one, two, put adapter.Access
	chip          *air.Chip
}

func newSwap() *swap {
	b := adapter.New("swap")
	s := &swap{in: b.Instruction(rv64.Ecall)}
	s.x, s.y = b.Main("x", "cell"), b.Main("y", "cell")
	s.v, s.w = b.Word("v", adapter.FromMemory), b.Word("w", adapter.FromMemory)
	s.one = b.Read("one", s.x.Expr, s.in.At(0), s.in.Real, s.v.Limbs)
	s.two = b.Read("two", s.y.Expr, s.in.At(1), s.in.Real, s.w.Limbs)
	s.put = b.Write("put", s.y.Expr, s.in.At(4), s.in.Real, s.w.Limbs, s.v.Limbs)
	s.in.Step = s.in.Real.Scale(5)
	s.in.Finish(s.in.Sequential())
	s.chip = b.Done()
	return s
}

// call is one row; prev are the times before the three accesses.
type call struct {
	pc, time, x, y uint32
	v, w           uint64
	prev           [3]uint32
}

func (s *swap) instance(calls ...call) check.Instance {
	in := check.Instance{Chip: s.chip}
	for range s.chip.Main {
		in.Main = append(in.Main, make([]field.Element, 4))
	}
	adapter.Fill(in.Main, len(calls), func(row []uint32, i int) {
		c := calls[i]
		s.in.PC.Put(row, c.pc)
		s.in.Time.Put(row, c.time)
		row[2] = 1 // the flag comes after pc and ts
		s.x.Put(row, c.x)
		s.y.Put(row, c.y)
		s.v.Put(row, c.v)
		s.w.Put(row, c.w)
		s.one.Put(row, c.time, c.prev[0])
		s.two.Put(row, c.time+1, c.prev[1])
		s.put.Put(row, c.time+4, c.prev[2])
	})
	return in
}

func message(b air.Bus, d air.Direction, values ...uint32) check.Message {
	m := check.Message{Bus: b, Direction: d, Multiplicity: field.One}
	for _, v := range values {
		m.Tuple = append(m.Tuple, field.New(uint64(v)))
	}
	return m
}

func cell(d air.Direction, cell uint32, v uint64, time uint32) check.Message {
	return message(bus.Memory, d, cell, uint32(v&0xffff), uint32(v>>16&0xffff), uint32(v>>32&0xffff), uint32(v>>48), time)
}

// frame is what the machine says of one call.
func frame(c call) []check.Message {
	return []check.Message{
		message(bus.State, air.Put, c.pc, c.time), message(bus.State, air.Take, c.pc+1, c.time+5),
		message(bus.ROM, air.Put, c.pc, uint32(rv64.Ecall), 0, 0, 0, 0, 0, 0, 0),
	}
}

func try(in check.Instance, external []check.Message) error {
	return check.All([]check.Instance{in, forge.Supply(in)}, external)
}

const v, w = 0x1111_2222_3333_4444, 0xffff_0000_ffff_0001

func TestAccesses(t *testing.T) {
	s := newSwap()
	c := call{pc: 8, time: 1 << 20, x: 100, y: 200, v: v, w: w, prev: [3]uint32{0, 1 << 19, 1<<20 + 1}}
	external := append(frame(c), cell(air.Put, 100, v, 0), cell(air.Take, 100, v, c.time),
		cell(air.Put, 200, w, 1<<19), cell(air.Take, 200, v, c.time+4))
	in := s.instance(c)
	if err := try(in, external); err != nil {
		t.Fatal(err)
	}
	survivors, err := check.Corrupt([]check.Instance{in, forge.Supply(in)}, external, check.Corruption{Rows: map[string][]int{"swap": {0}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range survivors {
		if s.Chip == "swap" {
			t.Error(s)
		}
	}
}

// Both operands are one cell: the times of the accesses are in order.
func TestAliasedOperands(t *testing.T) {
	s := newSwap()
	c := call{pc: 8, time: 7, x: 100, y: 100, v: v, w: v, prev: [3]uint32{6, 7, 8}}
	if err := try(s.instance(c), append(frame(c), cell(air.Put, 100, v, 6), cell(air.Take, 100, v, 11))); err != nil {
		t.Fatal(err)
	}
}

// An access that followed itself would receive what it sends, of any value: nothing on MEM
// would be missing. Only the range of the time difference refuses it.
func TestAccessAtItsOwnTime(t *testing.T) {
	s := newSwap()
	c := call{pc: 8, time: 7, x: 100, y: 200, v: v, w: w, prev: [3]uint32{7, 2, 8}}
	in := s.instance(c)
	lo, hi := column(s.chip, "one.lo"), column(s.chip, "one.hi")
	in.Main[lo][0], in.Main[hi][0] = field.One.Neg(), 0
	external := append(frame(c), cell(air.Put, 200, w, 2), cell(air.Take, 200, v, 11))
	unbalanced, err := check.Balance([]check.Instance{in, forge.Supply(in)}, external)
	if err != nil {
		t.Fatal(err)
	}
	if len(unbalanced) != 1 || unbalanced[0].Bus != bus.Range16.Name {
		t.Fatalf("a read of a value that nobody wrote: %v", unbalanced)
	}
	// 2^16 hi = 1 has a solution in the field too, and it is not below 32.
	in.Main[lo][0], in.Main[hi][0] = 0, field.New(1<<16).Inv().Neg()
	if unbalanced, err = check.Balance([]check.Instance{in, forge.Supply(in)}, external); err != nil {
		t.Fatal(err)
	}
	if len(unbalanced) != 1 || unbalanced[0].Bus != bus.Range5.Name {
		t.Fatalf("a read of a value that nobody wrote: %v", unbalanced)
	}
}

// Padding rows cancel: whatever pc, time and cells they have, and neither time nor value moves.
func TestPadding(t *testing.T) {
	s := newSwap()
	in := s.instance()
	for i, name := range []string{"pc", "ts", "x", "y", "v0", "w0"} {
		in.Main[column(s.chip, name)][1] = field.New(uint64(1000 + i))
	}
	in.Main[column(s.chip, "v0")][1] = in.Main[column(s.chip, "w0")][1]
	if err := try(in, nil); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"is_ecall", "v0", "v3", "w2", "one.lo", "two.hi", "put.lo"} {
		bad := s.instance()
		bad.Main[column(s.chip, name)][1] = field.One
		violations, err := check.Constraints([]check.Instance{bad})
		if err != nil {
			t.Fatal(err)
		}
		if err := try(bad, nil); err == nil || len(violations) == 0 && name != "is_ecall" {
			t.Errorf("padding with %s = 1: %v", name, err)
		}
	}
}

func column(chip *air.Chip, name string) int {
	for i, c := range chip.Main {
		if c.Name == name {
			return i
		}
	}
	panic("no column " + name)
}

// Three values below 32 make one lookup.
func TestRange5(t *testing.T) {
	b := adapter.New("ranges")
	for _, name := range []string{"a", "b", "c", "d"} {
		b.Range5(b.Main(name, "u5 (RANGE5)").Expr)
	}
	chip := b.Done()
	if len(chip.Interactions) != 2 {
		t.Fatalf("%d lookups", len(chip.Interactions))
	}
	for i, name := range []string{"a", "b", "c", "d"} {
		in := check.Instance{Chip: chip}
		for range 4 {
			in.Main = append(in.Main, []field.Element{field.New(31), 0})
		}
		if err := try(in, nil); err != nil {
			t.Fatal(err)
		}
		in.Main[i][0] = field.New(32)
		if err := try(in, nil); err == nil {
			t.Errorf("%s = 32 is accepted", name)
		}
	}
}

func TestFill(t *testing.T) {
	for _, n := range []int{0, 1, 63, 64, 65, 200, 256} {
		cols := make([][]field.Element, 3)
		for c := range cols {
			cols[c] = make([]field.Element, 256)
			for i := range cols[c] {
				cols[c][i] = 99
			}
		}
		adapter.Fill(cols, n, func(row []uint32, i int) {
			if row[0] != 0 || row[2] != 0 {
				t.Fatalf("row %d is not clear", i)
			}
			row[0], row[2] = uint32(i), field.Modulus-1-uint32(i)
		})
		for i := range 256 {
			want := [3]field.Element{}
			if i < n {
				want = [3]field.Element{field.New(uint64(i)), 0, field.New(uint64(i) + 1).Neg()}
			}
			for c := range cols {
				if cols[c][i] != want[c] {
					t.Fatalf("%d rows: column %d, row %d: %d, want %d", n, c, i, cols[c][i].Uint32(), want[c].Uint32())
				}
			}
		}
	}
}

func TestWords(t *testing.T) {
	b := adapter.New("words")
	x, y := b.Word("x", adapter.Checked), b.ByteWord("y", "byte")
	row := make([]uint32, 12)
	x.Put(row, 0xfedc_ba98_7654_3210)
	y.Put(row, 0xfedc_ba98_7654_3210)
	want := []uint32{0x3210, 0x7654, 0xba98, 0xfedc, 0x10, 0x32, 0x54, 0x76, 0x98, 0xba, 0xdc, 0xfe}
	for i := range want {
		if row[i] != want[i] {
			t.Errorf("column %d: %#x, want %#x", i, row[i], want[i])
		}
	}
}
