package rv64

import (
	"context"
	"encoding/binary"
	"sync"
)

// Program is a loaded image: predecoded text and the initial pages. It is
// immutable and shared by its machines.
type Program struct {
	image   *Image
	base    uint64   // address of code[0]
	code    []uint64 // packed
	pages   *pageTable
	symbols Symbols
	// machines are kept for Run; they hold their page tables and some pages.
	machines sync.Pool
}

// unreachable is an instruction-index offset that leads outside any text: what a
// jump to a misaligned target is decoded to.
const unreachable = 1 << 29

// Load checks and predecodes an image. Symbols may be nil; they only serve error
// messages and profiles.
func Load(img *Image, symbols Symbols) (*Program, error) {
	if err := img.Check(); err != nil {
		return nil, err
	}
	p := &Program{image: img, base: img.TextAddr, pages: new(pageTable), symbols: symbols}
	for _, ip := range img.Pages {
		i := ip.Addr >> pageShift
		if p.pages[i] == nil {
			p.pages[i] = new(page)
		}
		at := ip.Addr >> 3 & (pageCells - 1)
		for k := range uint64(ImagePageBytes / 8) {
			p.pages[i][at+k] = binary.LittleEndian.Uint64(ip.Data[8*k:])
		}
	}
	p.code = make([]uint64, img.TextBytes/4)
	for i := range p.code {
		p.code[i] = pack(predecode(Decode(p.Word(p.base + 4*uint64(i)))))
	}
	return p, nil
}

// pack puts an instruction into one word, so that the run loop keeps it in a
// register: op, rd, rs1, rs2 in the low bytes, the immediate in the high half.
func pack(in Inst) uint64 {
	return uint64(in.Op) | uint64(in.Rd)<<8 | uint64(in.Rs1)<<16 | uint64(in.Rs2)<<24 | uint64(uint32(in.Imm))<<32
}

func unpack(w uint64) Inst {
	return Inst{Op: Op(w), Rd: uint8(w >> 8), Rs1: uint8(w >> 16), Rs2: uint8(w >> 24), Imm: int32(w >> 32)}
}

// predecode turns the byte offset of a direct jump into an index offset.
func predecode(in Inst) Inst {
	if c := in.Op.Class(); c == ClassBranch || in.Op == Jal {
		if in.Imm%4 != 0 {
			in.Imm = unreachable
		} else {
			in.Imm /= 4
		}
	}
	return in
}

// Run executes the program once, on a machine from a pool. It may be called from
// several goroutines.
func (p *Program) Run(ctx context.Context, input []byte, limits Limits) (Result, error) {
	m, ok := p.machines.Get().(*Machine)
	if !ok {
		m = NewMachine(p)
	}
	defer p.machines.Put(m)
	return m.Run(ctx, input, limits)
}

// Image returns what the program was loaded from.
func (p *Program) Image() *Image { return p.image }

// Symbols returns the symbol table given to Load.
func (p *Program) Symbols() Symbols { return p.symbols }

// Word returns the instruction word at an address of the text.
func (p *Program) Word(addr uint64) uint32 {
	pg := p.pages[addr>>pageShift&(pageCount-1)]
	if pg == nil {
		return 0
	}
	return uint32(pg[addr>>3&(pageCells-1)] >> (8 * (addr & 4)))
}

// hasText reports whether page i overlaps the text.
func (p *Program) hasText(i uint64) bool {
	return i >= p.base>>pageShift && i <= (p.base+p.image.TextBytes-1)>>pageShift
}

// inText reports whether size bytes at addr overlap the text.
func (p *Program) inText(addr, size uint64) bool {
	return addr+size > p.base && addr < p.base+p.image.TextBytes
}
