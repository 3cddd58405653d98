package rv64

import (
	"encoding/binary"

	"github.com/ashlar-labs/ashlar/guest/abi"
)

// Memory is a page table over 8-byte cells. A page is shared with the program
// until it is first written.
const (
	pageShift = 14
	pageCells = 1 << (pageShift - 3)
	pageCount = abi.AddressLimit >> pageShift
)

type page [pageCells]uint64

type pageTable [pageCount]*page

// zeroPage backs reads of memory nobody has written.
var zeroPage page

// memory belongs to one hart. read has every page that may be read without
// further checks, write every page that may be written; a missing entry means:
// ask resolve.
type memory struct {
	prog  *Program
	read  *pageTable
	write *pageTable
	// mixed are private pages that also hold text. They never enter write, so
	// that each store to them is checked.
	mixed map[uint64]*page
	dirty []uint32 // private pages, to be given back by reset
	free  []*page
}

func newMemory(prog *Program) *memory {
	m := &memory{prog: prog, read: new(pageTable), write: new(pageTable), mixed: map[uint64]*page{}}
	*m.read = *prog.pages
	return m
}

// maxFree bounds the pages a machine keeps between runs: 64 MiB.
const maxFree = 4096

// reset makes memory the program's initial memory again.
func (m *memory) reset() {
	for _, i := range m.dirty {
		if len(m.free) < maxFree {
			m.free = append(m.free, m.read[i])
		}
		m.read[i], m.write[i] = m.prog.pages[i], nil
	}
	m.dirty = m.dirty[:0]
	clear(m.mixed)
}

// private returns the page of an address that is memory, copied if need be.
func (m *memory) private(addr uint64) *page {
	i := addr >> pageShift
	if p := m.write[i]; p != nil {
		return p
	}
	if p := m.mixed[i]; p != nil {
		return p
	}
	var p *page
	if n := len(m.free); n > 0 {
		p, m.free = m.free[n-1], m.free[:n-1]
	} else {
		p = new(page)
	}
	if old := m.read[i]; old != nil {
		*p = *old
	} else {
		*p = page{}
	}
	m.read[i] = p
	m.dirty = append(m.dirty, uint32(i))
	if m.prog.hasText(i) {
		m.mixed[i] = p
	} else {
		m.write[i] = p
	}
	return p
}

// resolve makes a page readable, or says that the address is not memory.
func (m *memory) resolve(addr uint64) bool {
	if addr >= abi.AddressLimit || !mapped(addr) {
		return false
	}
	if i := addr >> pageShift; m.read[i] == nil {
		m.read[i] = &zeroPage
	}
	return true
}

// cell returns the 8-byte cell that holds addr, zero where there is no memory.
func (m *memory) cell(addr uint64) uint64 {
	if addr < abi.AddressLimit {
		if p := m.read[addr>>pageShift]; p != nil {
			return p[addr>>3&(pageCells-1)]
		}
	}
	return 0
}

// put copies bytes to addr, which must be a multiple of 8 and memory throughout.
func (m *memory) put(addr uint64, b []byte) {
	for len(b) > 0 {
		p := m.private(addr)
		for i := int(addr >> 3 & (pageCells - 1)); i < pageCells && len(b) > 0; i++ {
			if len(b) >= 8 {
				p[i] = binary.LittleEndian.Uint64(b)
				b = b[8:]
			} else {
				var last [8]byte
				copy(last[:], b)
				p[i], b = binary.LittleEndian.Uint64(last[:]), nil
			}
			addr += 8
		}
	}
}

// get copies bytes from addr; what is not memory reads as zero.
func (m *memory) get(addr uint64, b []byte) {
	for i := range b {
		a := addr + uint64(i)
		b[i] = byte(m.cell(a) >> (8 * (a & 7)))
	}
}
