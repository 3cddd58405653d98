package rv64

import (
	"context"
	"encoding/binary"
	"errors"
	"math"
	"strings"
	"sync"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
)

func load(t testing.TB, code []uint32, data []byte) *Program {
	t.Helper()
	p, err := Load(testImage(code, data), Symbols{{testText, 4 * uint64(len(code)), "main"}})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// sum adds up the input words and commits to the sum, the length, the word at
// testData, which it also counts up, and sp.
func sum() []uint32 {
	return []uint32{
		lui(5, 0xa0000), shift(0x13, 1, 0, 5, 5, 32), shift(0x13, 5, 0, 5, 5, 32), // InputBase
		ld(12, 5, -8), addi(6, 12, 0), addi(11, 0, 0), // length
		btype(0, 6, 0, 24), ld(7, 5, 0), rtype(0x33, 0, 0, 11, 11, 7), addi(5, 5, 8), addi(6, 6, -8), jal(0, -20),
		lui(8, testData>>12), ld(13, 8, 0), addi(7, 13, 1), sd(7, 8, 0),
		addi(14, 2, 0), addi(10, 0, 0), addi(17, 0, abi.EcallHalt), ecall,
	}
}

func TestRun(t *testing.T) {
	data := make([]byte, 8)
	data[0] = 41
	p := load(t, sum(), data)
	m := NewMachine(p)
	for _, words := range [][]uint64{{1, 2, 3}, {}, {math.MaxUint64, 5}} {
		var input []byte
		want := uint64(0)
		for _, w := range words {
			input = binary.LittleEndian.AppendUint64(input, w)
			want += w
		}
		for range 2 { // a machine forgets the run before
			r, err := m.Run(context.Background(), input, Limits{})
			if err != nil {
				t.Fatal(err)
			}
			for i, w := range []uint64{want, uint64(len(input)), 41, abi.StackTop} {
				if got := binary.LittleEndian.Uint64(r.Output[8*i:]); got != w {
					t.Errorf("input %v: output word %d is %#x, want %#x", words, i, got, w)
				}
			}
			if cycles := uint64(len(words)*6 + 6 + 1 + 8); r.Cycles != cycles || r.ExitCode != 0 {
				t.Errorf("%d cycles, exit code %d, want %d, 0", r.Cycles, r.ExitCode, cycles)
			}
		}
	}
}

func TestParallel(t *testing.T) {
	p := load(t, sum(), nil)
	var wg sync.WaitGroup
	for g := range uint64(8) {
		wg.Go(func() {
			for range 20 {
				r, err := p.Run(context.Background(), binary.LittleEndian.AppendUint64(nil, g), Limits{})
				if got := binary.LittleEndian.Uint64(r.Output[:]); err != nil || got != g {
					t.Errorf("got %d, want %d, %v", got, g, err)
					return
				}
			}
		})
	}
	wg.Wait()
}

// high puts addr, an address of 32 bits, into x5.
func high(addr uint32) []uint32 {
	return []uint32{lui(5, addr>>12), shift(0x13, 1, 0, 5, 5, 32), shift(0x13, 5, 0, 5, 5, 32), addi(5, 5, int32(addr&0x7ff))}
}

func join(parts ...[]uint32) []uint32 {
	var out []uint32
	for _, p := range parts {
		out = append(out, p...)
	}
	return out
}

func TestTraps(t *testing.T) {
	one := func(w ...uint32) []uint32 { return w }
	call := func(nr int32) []uint32 { return append(li(17, nr), addi(10, 0, 3), ecall) }
	for _, c := range []struct {
		name  string
		code  []uint32
		kind  TrapKind
		at    uint64 // instruction index
		value uint64
	}{
		{"zero word", one(0), TrapIllegal, 0, 0},
		{"compressed", one(1), TrapIllegal, 0, 1},
		{"float", one(rtype(0x53, 0, 1, 4, 5, 6)), TrapIllegal, 0, uint64(rtype(0x53, 0, 1, 4, 5, 6))},
		{"csr", one(addi(5, 0, 1), 0xc010_2573), TrapIllegal, 1, 0xc010_2573},
		{"ebreak", one(0x0010_0073), TrapEbreak, 0, 0},
		{"falls off the end", one(addi(5, 0, 1)), TrapJump, 1, testText + 4},
		{"branch before the text", one(btype(0, 0, 0, -8)), TrapJump, math.MaxUint64 - 1, testText - 8},
		{"jal out", one(jal(0, 4096)), TrapJump, 1024, testText + 4096},
		{"branch to half a word", one(btype(0, 0, 0, 6), 0x13), TrapJump, 0, testText + 6},
		{"jalr out", one(addi(5, 0, 64), jalr(1, 5, 0)), TrapJump, 1, 64},
		{"jalr to half a word", one(auipc(5, 0), jalr(1, 5, 2)), TrapJump, 1, testText + 2},
		{"jalr into data", join(high(testData), one(jalr(0, 5, 0))), TrapJump, 4, testData},
		{"misaligned double", join(high(testData), one(ld(6, 5, 4))), TrapMisaligned, 4, testData + 4},
		{"misaligned word", join(high(testData), one(itype(3, 2, 6, 5, 2))), TrapMisaligned, 4, testData + 2},
		{"misaligned half", join(high(testData), one(stype(1, 5, 6, 1))), TrapMisaligned, 4, testData + 1},
		{"misaligned amo", join(high(testData), one(addi(5, 5, 4), amoword(0, 3, 6, 5, 5))), TrapMisaligned, 5, testData + 4},
		{"misaligned lr", join(high(testData), one(addi(5, 5, 2), amoword(2, 2, 6, 5, 0))), TrapMisaligned, 5, testData + 2},
		{"null load", one(ld(6, 0, 0)), TrapAccess, 0, 0},
		{"null store", one(sd(6, 0, 8)), TrapAccess, 0, 8},
		{"below zero", one(ld(6, 0, -8)), TrapAccess, 0, math.MaxUint64 - 7},
		{"above 32 bits", join(high(0xc000_0000), one(shift(0x13, 1, 0, 5, 5, 1), itype(3, 0, 6, 5, 0))), TrapAccess, 5, 0x1_8000_0000},
		{"guard after the heap", join(high(abi.HeapEnd), one(ld(6, 5, 0))), TrapAccess, 4, abi.HeapEnd},
		{"above the stack", join(high(abi.StackTop), one(stype(0, 5, 6, 0))), TrapAccess, 4, abi.StackTop},
		{"amo outside", one(addi(5, 0, 16), amoword(0, 3, 6, 5, 5)), TrapAccess, 1, 16},
		{"store to text", join(high(testText), one(stype(0, 5, 6, 3))), TrapTextWrite, 4, testText + 3},
		{"amo on text", join(high(testText), one(amoword(1, 3, 6, 5, 5))), TrapTextWrite, 4, testText},
		{"unknown accelerator", call(abi.EcallMemset + 1), TrapEcall, 3, abi.EcallMemset + 1},
		{"number between", call(abi.EcallSnapshot + 1), TrapEcall, 3, abi.EcallSnapshot + 1},
		{"marker", call(abi.EcallSnapshot), TrapMarker, 3, abi.EcallSnapshot},
		{"linux mmap", call(222), TrapSyscall, 3, 222},
		{"exit_group", call(94), TrapSyscall, 3, 94},
		{"exit code", call(abi.EcallHalt), TrapExit, 3, 3},
		{"endless", one(jal(0, 0)), TrapCycleLimit, 0, 100},
	} {
		r, err := NewMachine(load(t, c.code, nil)).Run(context.Background(), nil, Limits{MaxCycles: 100})
		var trap *Trap
		if !errors.As(err, &trap) {
			t.Errorf("%s: got %v, want a trap", c.name, err)
			continue
		}
		if trap.Kind != c.kind || trap.PC != testText+4*c.at || trap.Value != c.value {
			t.Errorf("%s: got %v (value %#x), want %v at %#x, value %#x", c.name, err, trap.Value, c.kind, testText+4*c.at, c.value)
		}
		if r.Output != [32]byte{} {
			t.Errorf("%s: output %x", c.name, r.Output)
		}
		if r.Cycles != trap.Cycles || r.Cycles > 100 {
			t.Errorf("%s: %d cycles, trap says %d", c.name, r.Cycles, trap.Cycles)
		}
	}
}

func TestTrapMessage(t *testing.T) {
	_, err := NewMachine(load(t, []uint32{addi(5, 0, 1), ld(6, 5, 0)}, nil)).Run(context.Background(), nil, Limits{})
	if want := "misaligned access, address 0x1 at pc 0x100004 in main after 1 cycles"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

// TestSaid runs what a Go guest does when it panics: write to standard error, then
// exit.
func TestSaid(t *testing.T) {
	code := join(high(testData), []uint32{addi(11, 5, 0), addi(12, 0, 5), addi(10, 0, 2), addi(17, 0, 64), ecall,
		addi(17, 0, 113), ecall, addi(10, 0, 2), addi(12, 0, 4), addi(11, 11, 5), addi(17, 0, 64), ecall, addi(17, 0, 94), ecall})
	_, err := NewMachine(load(t, code, []byte("panicking"))).Run(context.Background(), nil, Limits{})
	var trap *Trap
	if !errors.As(err, &trap) || trap.Kind != TrapSyscall || trap.Value != 64 || trap.Said != "panicking" {
		t.Errorf("got %v", err)
	}
	// What it writes may go through an accelerator: here a copy of the message.
	code = join(high(testData), []uint32{addi(10, 0, 1), addi(17, 0, 113), ecall, addi(10, 5, 16), addi(11, 5, 0), addi(12, 0, 2)},
		li(17, abi.EcallMemcpy), []uint32{ecall, addi(11, 5, 16), addi(12, 0, 9), addi(10, 0, 2), addi(17, 0, 64), ecall, addi(17, 0, 94), ecall})
	_, err = NewMachine(load(t, code, []byte("panicking"))).Run(context.Background(), nil, Limits{})
	if !errors.As(err, &trap) || trap.Value != 113 || trap.Said != "panicking" {
		t.Errorf("through an accelerator: got %v", err)
	}
	// A guest that never stops writing is cut off.
	code = join(high(testData), []uint32{addi(11, 5, 0), addi(12, 0, 1000), addi(10, 0, 2), addi(17, 0, 64), ecall, jal(0, -12)})
	_, err = NewMachine(load(t, code, []byte("x"))).Run(context.Background(), nil, Limits{})
	if !errors.As(err, &trap) || len(trap.Said) != maxSaidBytes {
		t.Errorf("got %d bytes", len(trap.Said))
	}
}

func TestOutOfMemoryExit(t *testing.T) {
	code := join(li(10, abi.ExitOutOfMemory), []uint32{addi(17, 0, 94), ecall})
	_, err := NewMachine(load(t, code, nil)).Run(context.Background(), nil, Limits{})
	var trap *Trap
	if !errors.As(err, &trap) || trap.Kind != TrapOutOfMemory {
		t.Errorf("got %v", err)
	}
}

func TestInputTooLong(t *testing.T) {
	m := NewMachine(load(t, sum(), nil))
	_, err := m.Run(context.Background(), make([]byte, abi.MaxInputBytes+1), Limits{})
	var trap *Trap
	if !errors.As(err, &trap) || trap.Kind != TrapInputTooLong || !strings.Contains(err.Error(), "input too large") {
		t.Errorf("got %v", err)
	}
	if _, err := m.Run(context.Background(), nil, Limits{}); err != nil {
		t.Errorf("the machine is not usable afterwards: %v", err)
	}
}

func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := NewMachine(load(t, []uint32{jal(0, 0)}, nil)).Run(ctx, nil, Limits{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// TestLimitIsExact: a program of n instructions needs a limit of n.
func TestLimitIsExact(t *testing.T) {
	m := NewMachine(load(t, []uint32{addi(10, 0, 0), addi(17, 0, abi.EcallHalt), ecall}, nil))
	if r, err := m.Run(context.Background(), nil, Limits{MaxCycles: 3}); err != nil || r.Cycles != 3 {
		t.Errorf("limit 3: %d cycles, %v", r.Cycles, err)
	}
	_, err := m.Run(context.Background(), nil, Limits{MaxCycles: 2})
	var trap *Trap
	if !errors.As(err, &trap) || trap.Kind != TrapCycleLimit || trap.Cycles != 2 {
		t.Errorf("limit 2: %v", err)
	}
}

// TestTextSharesPage: data in the same page as text is writable, the text is not.
func TestTextSharesPage(t *testing.T) {
	code := join(high(testText), []uint32{addi(6, 0, 9), sd(6, 5, 512), stype(0, 5, 6, 521), ld(7, 5, 512), ld(28, 5, 520), ecall})
	h := testHart(t, code, nil)
	if stop := h.Run(100); stop.Kind != StopEcall || h.X[7] != 9 || h.X[28] != 9<<8 {
		t.Errorf("%v: read back %#x, %#x", stop, h.X[7], h.X[28])
	}
	h.Reset()
	if h.mem.cell(testText+512) != 0 || len(h.mem.mixed) != 0 {
		t.Error("reset left data behind")
	}
	other := NewHart(h.Program())
	if other.mem.cell(testText+512) != 0 {
		t.Error("harts share memory")
	}
}

func TestProfile(t *testing.T) {
	p := load(t, sum(), nil)
	input := make([]byte, 24)
	want, err := p.Run(context.Background(), input, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	got, prof, err := NewMachine(p).Profile(context.Background(), input, Limits{})
	if err != nil || got.Output != want.Output || got.Cycles != want.Cycles {
		t.Fatalf("profiled run differs: %+v, %+v, %v", got, want, err)
	}
	total := uint64(0)
	for _, n := range prof.Classes() {
		total += n
	}
	if f := prof.Functions(); total != want.Cycles || len(f) != 1 || f[0] != (FunctionCycles{"main", total}) {
		t.Errorf("classes add up to %d of %d; functions %v", total, want.Cycles, f)
	}
	if ops := prof.Ops(); ops[Ecall] != 1 || ops[Ld] != 5 || ops[Beq] != 4 || prof.DistinctInstructions() != len(sum()) {
		t.Errorf("operations %v", ops)
	}
	var text strings.Builder
	if err := prof.WriteHistogram(&text, 5); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"33 cycles, 20 of 20 instructions", "15.2 %  load double", "100.0 %  main", "by function (1 of 1)"} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("no %q in:\n%s", want, text.String())
		}
	}
	// A trapping instruction was not executed.
	_, prof, err = NewMachine(load(t, []uint32{addi(5, 0, 1), 0}, nil)).Profile(context.Background(), nil, Limits{})
	if prof.DistinctInstructions() != 1 || err == nil {
		t.Errorf("%d instructions, %v", prof.DistinctInstructions(), err)
	}
}

func TestImageCheck(t *testing.T) {
	good := func() *Image { return testImage(sum(), []byte{1}) }
	if err := good().Check(); err != nil {
		t.Fatal(err)
	}
	for want, breakIt := range map[string]func(*Image){
		"not whole words":          func(m *Image) { m.TextBytes++ },
		"is empty":                 func(m *Image) { m.TextBytes = 0 },
		"outside the image region": func(m *Image) { m.TextAddr = 0x1000 },
		"longer than 64 MiB":       func(m *Image) { m.TextBytes = MaxTextBytes + 4 },
		"pc 0x100002":              func(m *Image) { m.PC += 2 },
		"pc 0xfffffc":              func(m *Image) { m.PC = testData - 4 },
		"register x0":              func(m *Image) { m.X[0] = 1 },
		"out of order":             func(m *Image) { m.Pages[0], m.Pages[1] = m.Pages[1], m.Pages[0] },
		"unaligned":                func(m *Image) { m.Pages[1].Addr += 8 },
		"page 1 at 0x1000000 is u": func(m *Image) { m.Pages[1].Data = nil },
		"is zero":                  func(m *Image) { m.Pages[1].Data = new([ImagePageBytes]byte) },
		"outside the memory":       func(m *Image) { m.Pages[1].Addr = abi.InputBase },
		"page 1 at 0xc4000000":     func(m *Image) { m.Pages[1].Addr = abi.StackTop },
	} {
		m := good()
		breakIt(m)
		if err := m.Check(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
		if _, err := Load(m, nil); err == nil {
			t.Errorf("%s: loaded", want)
		}
	}
	longest := good()
	longest.TextBytes = MaxTextBytes
	if err := longest.Check(); err != nil {
		t.Error(err)
	}
}

func TestSnapshot(t *testing.T) {
	h := testHart(t, sum(), []byte{5})
	h.Put(abi.HeapBase, []byte("heap"))
	h.X[9] = 77
	h.PC += 8
	m := h.Snapshot()
	if err := m.Check(); err != nil {
		t.Fatal(err)
	}
	p, err := Load(m, nil)
	if err != nil {
		t.Fatal(err)
	}
	g := NewHart(p)
	b := make([]byte, 4)
	if g.Read(abi.HeapBase, b); string(b) != "heap" || g.X[9] != 77 || g.PC != testText+8 || len(m.Pages) != 3 {
		t.Errorf("restored %q, x9 %d, pc %#x, %d pages", b, g.X[9], g.PC, len(m.Pages))
	}
}

func TestPut(t *testing.T) {
	h := testHart(t, sum(), nil)
	for _, addr := range []uint64{0, abi.HeapBase + 1, testText, testText - 8, abi.HeapEnd, abi.StackTop - 8, math.MaxUint64 - 7} {
		if h.Put(addr, make([]byte, 16)) {
			t.Errorf("put at %#x", addr)
		}
	}
}

func BenchmarkReset(b *testing.B) {
	m := NewMachine(load(b, sum(), nil))
	input := make([]byte, 1<<16)
	for b.Loop() {
		if _, err := m.Run(context.Background(), input, Limits{MaxCycles: 1 << 20}); err != nil {
			b.Fatal(err)
		}
	}
}
