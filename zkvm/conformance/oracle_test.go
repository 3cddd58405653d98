package conformance

import (
	"bytes"
	"encoding/binary"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/zkvm/asm"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// A test program finds its data at asm.Data and stores results, as many as it says, from
// results on.
const results = asm.Data + 1<<20

// Registers that the frame of a test program sets: the data, and where the next results
// go. The other ones are free.
const (
	regData    = 8
	regResults = 9
)

// test is a program under construction.
type test struct {
	name  string
	code  []uint32
	data  []byte
	count int // results, of 8 bytes
}

func newTest(name string) *test {
	p := &test{name: name}
	p.emit(asm.Li(regData, asm.Data)...)
	p.emit(asm.Li(regResults, results)...)
	return p
}

func (p *test) emit(words ...uint32) { p.code = append(p.code, words...) }

// keep stores a register as the next result.
func (p *test) keep(reg uint32) {
	p.emit(asm.S(rv64.Sd, reg, regResults, 0), asm.I(rv64.Addi, regResults, regResults, 8))
	p.count++
}

func (p *test) words(v ...uint64) {
	for _, w := range v {
		p.data = binary.LittleEndian.AppendUint64(p.data, w)
	}
}

// over repeats a body for every group of words of the data, which it finds at regData. It
// keeps its results at regResults + 8k for k below kept. The rest of the data must have
// been consumed before.
func (p *test) over(groups [][]uint64, kept int, body []uint32) {
	width := 0
	for _, g := range groups {
		p.words(g...)
		width = 8 * len(g)
	}
	const regEnd = 31
	p.emit(asm.Li(regEnd, asm.Data+uint64(len(p.data)))...)
	body = append(body, asm.I(rv64.Addi, regResults, regResults, int32(8*kept)), asm.I(rv64.Addi, regData, regData, int32(width)))
	p.emit(body...)
	p.emit(asm.B(rv64.Bne, regData, regEnd, -4*int32(len(body))))
	p.count += kept * len(groups)
}

// folded is what fold leaves of results.
func folded(b []byte) (out [abi.OutputBytes]byte) {
	x := [4]uint64{}
	for i := 0; i < len(b); i += 8 {
		v := binary.LittleEndian.Uint64(b[i:])
		x[0] = x[0]*33 + v
		x[1] ^= x[0] + v>>7
		x[2] += x[1]
	}
	for i, v := range x {
		binary.LittleEndian.PutUint64(out[8*i:], v)
	}
	return out
}

// fold is code that computes folded of all results into a1..a4.
func (p *test) fold() []uint32 {
	loop := []uint32{
		asm.I(rv64.Ld, 7, 5, 0), asm.I(rv64.Slli, 28, 11, 5), asm.R(rv64.Add, 11, 11, 28), asm.R(rv64.Add, 11, 11, 7),
		asm.I(rv64.Srli, 28, 7, 7), asm.R(rv64.Add, 28, 28, 11), asm.R(rv64.Xor, 12, 12, 28), asm.R(rv64.Add, 13, 13, 12),
		asm.I(rv64.Addi, 5, 5, 8), asm.B(rv64.Bne, 5, 6, -36),
	}
	zero := []uint32{asm.I(rv64.Addi, 11, 0, 0), asm.I(rv64.Addi, 12, 0, 0), asm.I(rv64.Addi, 13, 0, 0), asm.I(rv64.Addi, 14, 0, 0)}
	return asm.Join(asm.Li(5, results), asm.Li(6, results+8*uint64(p.count)), zero, loop)
}

// image is the program for the machine. With fold it outputs a function of its results.
func (p *test) image(fold bool) *rv64.Image {
	end := asm.Halt()
	if fold {
		end = asm.Join(p.fold(), asm.Halt())
	}
	return asm.Image(asm.Join(p.code, end), p.data)
}

// oracle runs the program in QEMU, which writes the results to standard output.
func (p *test) oracle(t *testing.T) []byte {
	t.Helper()
	write := asm.Join(asm.Li(10, 1), asm.Li(11, results), asm.Li(12, uint64(8*p.count)), asm.Li(17, 64), []uint32{asm.Ecall},
		asm.Li(10, 0), asm.Li(17, 93), []uint32{asm.Ecall})
	data := append(bytes.Clone(p.data), make([]byte, results-asm.Data+8*p.count-len(p.data))...)
	name := filepath.Join(t.TempDir(), "test.elf")
	if err := os.WriteFile(name, executable(asm.Join(p.code, write), data), 0o755); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(qemu(t), name).Output()
	if err != nil || len(out) != 8*p.count {
		t.Fatalf("%s: qemu: %v, %d bytes, want %d", p.name, err, len(out), 8*p.count)
	}
	return out
}

func qemu(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"qemu-riscv64", "qemu-riscv64-static"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("qemu-riscv64 is not installed (Debian: apt-get install qemu-user): no independent oracle")
	return ""
}

// executable is an ELF file with code at asm.Text and data at asm.Data.
func executable(code []uint32, data []byte) []byte {
	const page = 0x1000
	le := binary.LittleEndian
	var text []byte
	for _, w := range code {
		text = le.AppendUint32(text, w)
	}
	dataAt := (page + len(text) + page - 1) &^ (page - 1)
	out := append([]byte("\x7fELF\x02\x01\x01"), make([]byte, 9)...)
	out = le.AppendUint32(out, 2|243<<16) // executable, RISC-V
	out = le.AppendUint32(out, 1)
	for _, v := range []uint64{asm.Text, 64, 0} { // entry, program headers, no sections
		out = le.AppendUint64(out, v)
	}
	for _, v := range []uint16{0, 0, 64, 56, 2, 64, 0, 0} { // flags, sizes and numbers of headers
		out = le.AppendUint16(out, v)
	}
	for _, s := range []struct{ flags, at, addr, size uint64 }{
		{5, page, asm.Text, uint64(len(text))}, {6, uint64(dataAt), asm.Data, uint64(len(data))},
	} {
		out = le.AppendUint32(out, 1) // PT_LOAD
		out = le.AppendUint32(out, uint32(s.flags))
		for _, v := range []uint64{s.at, s.addr, s.addr, s.size, s.size, page} {
			out = le.AppendUint64(out, v)
		}
	}
	pad := func(to int) { out = append(out, make([]byte, to-len(out))...) }
	pad(page)
	out = append(out, text...)
	pad(dataAt)
	return append(out, data...)
}
