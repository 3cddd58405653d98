package rv64

import (
	"bytes"
	"encoding/binary"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
)

// A small assembler for tests, written from the manual's encoding tables and not
// from the decoder.

func rtype(op, f3, f7, rd, rs1, rs2 uint32) uint32 {
	return f7<<25 | rs2<<20 | rs1<<15 | f3<<12 | rd<<7 | op
}

func itype(op, f3, rd, rs1 uint32, imm int32) uint32 {
	return uint32(imm)<<20 | rs1<<15 | f3<<12 | rd<<7 | op
}

func stype(f3, rs1, rs2 uint32, imm int32) uint32 {
	return uint32(imm)>>5<<25 | rs2<<20 | rs1<<15 | f3<<12 | uint32(imm)&31<<7 | 0x23
}

func btype(f3, rs1, rs2 uint32, imm int32) uint32 {
	u := uint32(imm)
	return u>>12&1<<31 | u>>5&63<<25 | rs2<<20 | rs1<<15 | f3<<12 | u>>1&15<<8 | u>>11&1<<7 | 0x63
}

func jal(rd uint32, imm int32) uint32 {
	u := uint32(imm)
	return u>>20&1<<31 | u>>1&0x3ff<<21 | u>>11&1<<20 | u>>12&0xff<<12 | rd<<7 | 0x6f
}

func lui(rd, imm20 uint32) uint32                { return imm20<<12 | rd<<7 | 0x37 }
func auipc(rd, imm20 uint32) uint32              { return imm20<<12 | rd<<7 | 0x17 }
func addi(rd, rs1 uint32, imm int32) uint32      { return itype(0x13, 0, rd, rs1, imm) }
func ld(rd, rs1 uint32, imm int32) uint32        { return itype(0x03, 3, rd, rs1, imm) }
func sd(rs2, rs1 uint32, imm int32) uint32       { return stype(3, rs1, rs2, imm) }
func jalr(rd, rs1 uint32, imm int32) uint32      { return itype(0x67, 0, rd, rs1, imm) }
func amoword(f5, f3, rd, rs1, rs2 uint32) uint32 { return rtype(0x2f, f3, f5<<2, rd, rs1, rs2) }
func shift(op, f3, top, rd, rs1, n uint32) uint32 {
	return top<<26 | n<<20 | rs1<<15 | f3<<12 | rd<<7 | op
}

const ecall = 0x73

// li loads a 32-bit constant.
func li(rd uint32, v int32) []uint32 {
	hi := uint32(v+0x800) >> 12
	return []uint32{lui(rd, hi), itype(0x1b, 0, rd, rd, v<<20>>20)}
}

const (
	testText = 0x0010_0000
	testData = 0x0100_0000
)

// testImage is a program at testText with data at testData.
func testImage(code []uint32, data []byte) *Image {
	m := &Image{TextAddr: testText, TextBytes: 4 * uint64(len(code)), PC: testText}
	var text []byte
	for _, w := range code {
		text = binary.LittleEndian.AppendUint32(text, w)
	}
	m.X[2] = abi.StackTop
	addPages := func(addr uint64, b []byte) {
		for len(b) > 0 {
			p := new([ImagePageBytes]byte)
			b = b[copy(p[:], b):]
			if *p != [ImagePageBytes]byte{} {
				m.Pages = append(m.Pages, ImagePage{addr, p})
			}
			addr += ImagePageBytes
		}
	}
	addPages(testText, text)
	addPages(testData, data)
	return m
}

// testELF is the same program as a Linux executable.
func testELF(code []uint32, data []byte) []byte {
	const align = 0x1000
	text := &bytes.Buffer{}
	binary.Write(text, binary.LittleEndian, code)
	textAt := uint64(align)
	dataAt := (textAt + uint64(text.Len()) + align - 1) &^ (align - 1)
	le := binary.LittleEndian
	b := []byte{0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0}
	for _, v := range []uint16{2, 243} { // executable, RISC-V
		b = le.AppendUint16(b, v)
	}
	b = le.AppendUint32(b, 1)
	for _, v := range []uint64{testText, 64, 0} { // entry, program headers, no sections
		b = le.AppendUint64(b, v)
	}
	b = le.AppendUint32(b, 0)
	for _, v := range []uint16{64, 56, 2, 64, 0, 0} {
		b = le.AppendUint16(b, v)
	}
	segment := func(flags uint32, at, addr, size uint64) {
		b = le.AppendUint32(b, 1)
		b = le.AppendUint32(b, flags)
		for _, v := range []uint64{at, addr, addr, size, size, align} {
			b = le.AppendUint64(b, v)
		}
	}
	segment(5, textAt, testText, uint64(text.Len()))
	segment(6, dataAt, testData, uint64(len(data)))
	b = append(b, make([]byte, int(textAt)-len(b))...)
	b = append(b, text.Bytes()...)
	b = append(b, make([]byte, int(dataAt)-len(b))...)
	return append(b, data...)
}

func testHart(t *testing.T, code []uint32, data []byte) *Hart {
	t.Helper()
	p, err := Load(testImage(code, data), nil)
	if err != nil {
		t.Fatal(err)
	}
	return NewHart(p)
}
