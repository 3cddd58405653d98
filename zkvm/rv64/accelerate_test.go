package rv64

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/zkvm/accel"
)

// put32 loads any 32-bit value into a register, zero extended.
func put32(rd uint32, v uint32) []uint32 {
	return append(li(rd, int32(v)), shift(0x13, 1, 0, rd, rd, 32), shift(0x13, 5, 0, rd, rd, 32))
}

// callAccel is a program that makes one call and halts with the first word at a0.
func callAccel(number uint32, args ...uint32) []uint32 {
	var code []uint32
	for i, a := range args {
		code = append(code, put32(10+uint32(i), a)...)
	}
	code = append(append(code, li(17, int32(number))...), ecall)
	return append(code, ld(11, 10, 0), addi(10, 0, 0), addi(17, 0, abi.EcallHalt), ecall)
}

// ecallAt is the index of the call in callAccel.
func ecallAt(args int) uint64 { return uint64(4*args + 2) }

func TestAccelerators(t *testing.T) {
	data := make([]byte, 96)
	data[0], data[32], data[64] = 20, 30, 7 // 20·30 mod 7 = 5
	p := load(t, callAccel(abi.EcallMulMod256, testData+4096, testData, testData+32, testData+64), data)
	r, err := p.Run(context.Background(), nil, Limits{})
	if err != nil || r.Output[0] != 5 || r.Cycles != ecallAt(4)+1+4 {
		t.Errorf("output %x, %d cycles, %v", r.Output, r.Cycles, err)
	}
	got, prof, err := NewMachine(p).Profile(context.Background(), nil, Limits{})
	if err != nil || got != r || prof.Ops()[Ecall] != 2 || prof.Functions()[0].Cycles != r.Cycles {
		t.Errorf("profile: %+v, %v, %v", got, prof.Functions(), err)
	}
}

// TestAcceleratorLeavesRegisters: only memory, pc and the cycle count change.
func TestAcceleratorLeavesRegisters(t *testing.T) {
	h := testHart(t, callAccel(abi.EcallMemset, testData, 77, 3), make([]byte, 8))
	if stop := h.Run(100); stop.Kind != StopEcall || !h.AtAccelerator() {
		t.Fatal(stop)
	}
	x, pc, cycles := h.X, h.PC, h.Cycles
	var stores []uint64
	if stop := h.AccelerateOn(func(m accel.Memory) accel.Memory { return &spy{m, &stores} }); stop != nil {
		t.Fatal(stop)
	}
	if h.X != x || h.PC != pc+4 || h.Cycles != cycles+1 {
		t.Errorf("registers changed, or pc %#x, %d cycles", h.PC, h.Cycles)
	}
	if h.mem.cell(testData+16) != 77 || h.mem.cell(testData+24) != 0 || len(stores) != 3 || stores[2] != testData+16 {
		t.Errorf("stored at %#x", stores)
	}
}

type spy struct {
	accel.Memory
	stores *[]uint64
}

func (s *spy) Store(addr, v uint64) { *s.stores = append(*s.stores, addr); s.Memory.Store(addr, v) }

func TestAcceleratorTraps(t *testing.T) {
	data := make([]byte, 96)
	data[31], data[63], data[64] = 1, 1, 1 // 2^248 · 2^248 = 2^496 · 1
	const two = testData + 4096
	for _, c := range []struct {
		name   string
		number uint32
		args   []uint32
		kind   TrapKind
		value  uint64
		why    accel.Refusal
	}{
		{"misaligned output", abi.EcallMulMod256, []uint32{two + 4, testData, testData, testData}, TrapMisaligned, two + 4, 0},
		{"misaligned input", abi.EcallMulMod256, []uint32{two, testData, testData, testData + 1}, TrapMisaligned, testData + 1, 0},
		{"null", abi.EcallPoseidon2x16, []uint32{two, 0}, TrapAccess, 0, 0},
		{"no memory", abi.EcallPoseidon2x16, []uint32{abi.HeapEnd, two}, TrapAccess, abi.HeapEnd, 0},
		{"out of the heap", abi.EcallPoseidon2x24, []uint32{two, abi.HeapEnd - 88}, TrapAccess, abi.HeapEnd, 0},
		{"out of the stack", abi.EcallMemset, []uint32{abi.StackTop - 8, 1, 2}, TrapAccess, abi.StackTop, 0},
		{"from below memory", abi.EcallMemcpy, []uint32{two, abi.NullEnd - 8, 2}, TrapAccess, abi.NullEnd - 8, 0},
		{"to the text", abi.EcallMemset, []uint32{testText, 1, 1}, TrapTextWrite, testText, 0},
		{"into the text", abi.EcallMemset, []uint32{testText - 16, 1, 3}, TrapTextWrite, testText, 0},
		{"modulus zero", abi.EcallMulMod256, []uint32{two, two, two, two}, TrapRefused, abi.EcallMulMod256, accel.ZeroModulus},
		{"quotient too large", abi.EcallMulMod256, []uint32{two, testData, testData + 32, testData + 64}, TrapRefused, abi.EcallMulMod256, accel.LargeQuotient},
		{"nothing to copy", abi.EcallMemcpy, []uint32{two, two, 0}, TrapRefused, abi.EcallMemcpy, accel.Count},
		{"too much to copy", abi.EcallMemcpy, []uint32{two, two, 4097}, TrapRefused, abi.EcallMemcpy, accel.Count},
		{"overlap", abi.EcallKeccakAbsorb, []uint32{two, two + 192}, TrapRefused, abi.EcallKeccakAbsorb, accel.Overlap},
	} {
		m := NewMachine(load(t, callAccel(c.number, c.args...), data))
		r, err := m.Run(context.Background(), nil, Limits{})
		var trap *Trap
		if !errors.As(err, &trap) {
			t.Errorf("%s: got %v, want a trap", c.name, err)
			continue
		}
		at := ecallAt(len(c.args))
		if trap.Kind != c.kind || trap.Value != c.value || trap.Why != c.why || trap.PC != testText+4*at || r.Cycles != at {
			t.Errorf("%s: got %v (value %#x)", c.name, err, trap.Value)
		}
		if len(m.hart.mem.dirty) != 1 { // the length of the input
			t.Errorf("%s: wrote to memory", c.name)
		}
		if _, prof, _ := m.Profile(context.Background(), nil, Limits{}); prof.Ops()[Ecall] != 0 {
			t.Errorf("%s: the profile counts the call", c.name)
		}
	}
}

func TestAcceleratorReadsText(t *testing.T) {
	code := callAccel(abi.EcallMemcpy, testData, testText, 2)
	r, err := NewMachine(load(t, code, nil)).Run(context.Background(), nil, Limits{})
	if want := byte(code[0]); err != nil || r.Output[0] != want {
		t.Errorf("got %x, want %x, %v", r.Output, want, err)
	}
}

func TestAcceleratorTrapMessage(t *testing.T) {
	_, err := NewMachine(load(t, callAccel(abi.EcallDivMod256, testData, testData, 0, testData), nil)).Run(context.Background(), nil, Limits{})
	want := "accelerator refused: DIVMOD256: modulus is zero at pc 0x100048 in main after 18 cycles"
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	if s := (Stop{Kind: StopRefused, Addr: abi.EcallDivMod256, Why: accel.ZeroModulus}).String(); !strings.HasSuffix(want[:len("accelerator refused: DIVMOD256: modulus is zero")], s) {
		t.Errorf("stop says %q", s)
	}
}

// TestAcceleratorOnSharedPage: output into a page that also holds text.
func TestAcceleratorOnSharedPage(t *testing.T) {
	r, err := NewMachine(load(t, callAccel(abi.EcallMemset, testText+1024, 9, 2), nil)).Run(context.Background(), nil, Limits{})
	if err != nil || r.Output[0] != 9 {
		t.Errorf("got %x, %v", r.Output, err)
	}
}
