package linux

import (
	"context"
	"encoding/binary"
	"errors"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

const textAt = 0x10000

func image(code ...uint32) *rv64.Image {
	data := new([rv64.ImagePageBytes]byte)
	for i, w := range code {
		binary.LittleEndian.PutUint32(data[4*i:], w)
	}
	return &rv64.Image{TextAddr: textAt, TextBytes: uint64(4 * len(code)), PC: textAt,
		Pages: []rv64.ImagePage{{Addr: textAt, Data: data}}}
}

func addi(rd, rs1 uint32, imm int32) uint32 { return uint32(imm)<<20 | rs1<<15 | rd<<7 | 0x13 }

const (
	ecall  = 0x73
	rdtime = 0xc010_2573 // rdtime a0
)

// call is a system call with up to three small arguments.
func call(nr int32, args ...int32) []uint32 {
	code := []uint32{addi(17, 0, nr)}
	for i, a := range args {
		code = append(code, addi(uint32(10+i), 0, a))
	}
	return append(code, ecall)
}

// marker sets a7 to abi.EcallSnapshot, 0x800, which needs two instructions.
var marker = []uint32{addi(17, 0, 0x400), 0x0118_88b3, ecall}

func start(code ...[]uint32) (*Boot, error) {
	var all []uint32
	for _, c := range code {
		all = append(all, c...)
	}
	return Start(context.Background(), image(all...), rv64.Symbols{{Addr: textAt, Bytes: uint64(4 * len(all)), Name: "f"}})
}

func TestStart(t *testing.T) {
	boot, err := start([]uint32{addi(5, 2, 0)}, call(sysGetpid), []uint32{addi(6, 10, 0), rdtime, addi(7, 10, 0)},
		call(sysRiscvHwprobe), []uint32{addi(28, 10, 0)}, marker, []uint32{ecall})
	if err != nil {
		t.Fatal(err)
	}
	m := boot.Image
	if m.PC != textAt+4*12 || m.X[6] != 1 || m.X[7] != 1 || int64(m.X[28]) != -38 || boot.Cycles != 11 || boot.Floats != 0 {
		t.Errorf("pc %#x, getpid %d, time %d, hwprobe %d, %d cycles, %d floats", m.PC, m.X[6], m.X[7], int64(m.X[28]), boot.Cycles, boot.Floats)
	}
	checkStack(t, m)
}

// checkStack reads the initial stack as a C library would.
func checkStack(t *testing.T, m *rv64.Image) {
	t.Helper()
	p, err := rv64.Load(m, nil)
	if err != nil {
		t.Fatal(err)
	}
	h, sp := rv64.NewHart(p), m.X[5]
	word := func(i int) uint64 {
		var b [8]byte
		h.Read(sp+8*uint64(i), b[:])
		return binary.LittleEndian.Uint64(b[:])
	}
	text := func(addr uint64) string {
		var b [64]byte
		h.Read(addr, b[:])
		s, _, _ := strings.Cut(string(b[:]), "\x00")
		return s
	}
	if sp%16 != 0 || sp >= abi.StackTop || word(0) != 1 || text(word(1)) != "guest" || word(2) != 0 ||
		text(word(3)) != "GOGC=off" || text(word(4)) != "GOMAXPROCS=1" || word(5) != 0 {
		t.Errorf("stack at %#x", sp)
	}
	aux := map[uint64]uint64{}
	for i := 6; word(i) != 0; i += 2 {
		aux[word(i)] = word(i + 1)
	}
	if aux[6] != 4096 || text(aux[25]) != "ashlar guest rng" {
		t.Errorf("auxiliary vector %v", aux)
	}
}

func TestStartErrors(t *testing.T) {
	for _, c := range []struct {
		want string
		code []uint32
	}{
		{"system call 220 is not available", call(220)}, // clone
		{"system call 98 is not available", call(98)},   // futex
		{"system call 222 is not available", call(222)}, // mmap
		{"exit status 3: program ended before the snapshot marker", call(sysExit, 3)},
		{"exit status 0: program ended before the snapshot marker", call(sysExitGroup, 0)},
		{"cannot store 16 bytes at 0x10", call(sysClockGettime, 0, 16)},
		{"getrandom: 300 bytes", call(sysGetrandom, 0, 300)},
		{"illegal instruction 0x000000", []uint32{addi(5, 0, 1), 0}},
		{"(csr)", []uint32{0xc000_2573}}, // rdcycle
		{"misaligned access, address 0x1", []uint32{addi(5, 0, 1), 0x0002_b303}},
		{"jump outside the text, address 0x10004", []uint32{addi(5, 0, 1)}},
		{"ebreak", []uint32{0x0010_0073}},
	} {
		_, err := start(c.code)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v, want %q", err, c.want)
			continue
		}
		if !strings.HasPrefix(err.Error(), "boot: pc 0x1") {
			t.Errorf("%v does not name the pc", err)
		}
	}
	if _, err := start(call(sysExit)); !errors.Is(err, ErrNoMarker) {
		t.Errorf("got %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Start(ctx, image(0x6f), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
