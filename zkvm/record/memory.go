package record

import (
	"encoding/binary"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
)

// Memory of the recorder: pages of 2048 cells with, beside each value, what the proof
// needs to know of the last access.
const (
	pageLog   = 11
	pageCells = 1 << pageLog
	pageCount = abi.AddressLimit / 8 >> pageLog
)

type page struct {
	value [pageCells]uint64
	// time of the last access in this segment; 0 when there was none yet.
	time [pageCells]uint32
	// segment is the last one, before this one, that touched the cell, or 0.
	segment [pageCells]uint32
}

type memory struct {
	program *rom.Program
	input   []byte
	pages   [pageCount]*page
	used    []uint32 // pages that exist, in order of their first use
}

// page returns the page of a cell, made when the cell is memory and first used; else nil.
func (m *memory) page(cell uint32) *page {
	i := cell >> pageLog
	if p := m.pages[i]; p != nil {
		return p
	}
	for _, r := range regions {
		// Regions end at pages of 4096 bytes, ours are 16384: the one page that is in two
		// regions, before the input, is in both of them wholly.
		if cell >= r.First && cell <= r.Last {
			p := new(page)
			m.initial(i, &p.value)
			m.pages[i] = p
			m.used = append(m.used, i)
			return p
		}
	}
	return nil
}

var regions = rom.Regions()

// initial fills in what a page holds at the start.
func (m *memory) initial(index uint32, value *[pageCells]uint64) {
	*value = [pageCells]uint64{}
	first := index << pageLog
	for k := range uint32(pageCells) {
		value[k] = m.inputCell(first + k)
	}
	cells := m.program.Cells
	for _, c := range cells[m.program.Find(first):] {
		if c.Cell >= first+pageCells {
			break
		}
		value[c.Cell-first] = c.Value
	}
}

// inputCell is the initial value of a cell that the image does not fix.
func (m *memory) inputCell(cell uint32) uint64 {
	if cell == abi.InputLenAddr/8 {
		return uint64(len(m.input))
	}
	at := 8 * (uint64(cell) - abi.InputBase/8)
	if cell < abi.InputBase/8 || at >= uint64(len(m.input)) {
		return 0
	}
	if rest := m.input[at:]; len(rest) >= 8 {
		return binary.LittleEndian.Uint64(rest)
	}
	var last [8]byte
	copy(last[:], m.input[at:])
	return binary.LittleEndian.Uint64(last[:])
}

// reset makes memory the initial memory again; pages are kept.
func (m *memory) reset() {
	for _, i := range m.used {
		p := m.pages[i]
		p.time, p.segment = [pageCells]uint32{}, [pageCells]uint32{}
		m.initial(i, &p.value)
	}
}
