package image

import (
	"bytes"
	"debug/elf"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// FromELF reads a static RV64 executable: its memory, entry point and symbols. All
// registers are zero but sp, which is the top of the stack region. It loads no more than the
// image region has, however often a file names the same bytes.
func FromELF(file []byte) (*rv64.Image, rv64.Symbols, error) {
	f, err := elf.NewFile(bytes.NewReader(file))
	if err != nil {
		return nil, nil, fmt.Errorf("not an ELF file: %w", err)
	}
	if f.Class != elf.ELFCLASS64 || f.Data != elf.ELFDATA2LSB || f.Machine != elf.EM_RISCV || f.Type != elf.ET_EXEC {
		return nil, nil, fmt.Errorf("elf: %v %v %v %v is not a static RV64 executable", f.Class, f.Data, f.Machine, f.Type)
	}
	for _, p := range f.Progs {
		if p.Type == elf.PT_INTERP || p.Type == elf.PT_DYNAMIC {
			return nil, nil, errors.New("elf: dynamically linked")
		}
	}
	m := &rv64.Image{PC: f.Entry}
	m.X[2] = abi.StackTop
	pages := pageSet{}
	if err := pages.load(f, uint64(len(file))); err != nil {
		return nil, nil, err
	}
	m.Pages = pages.sorted()
	if m.TextAddr, m.TextBytes, err = textRange(f); err != nil {
		return nil, nil, err
	}
	if err := m.Check(); err != nil {
		return nil, nil, fmt.Errorf("elf: %w", err)
	}
	return m, functions(f), nil
}

// allocated are the sections that have bytes in memory. Sections are used rather
// than segments, because Go's text segment also holds the ELF header, which
// depends on whether the file is stripped.
func allocated(f *elf.File) []*elf.Section {
	var out []*elf.Section
	for _, s := range f.Sections {
		if s.Flags&elf.SHF_ALLOC != 0 && s.Type != elf.SHT_NOBITS && s.Size > 0 {
			out = append(out, s)
		}
	}
	return out
}

// textRange is the smallest range that holds everything executable.
func textRange(f *elf.File) (addr, size uint64, err error) {
	lo, hi := uint64(math.MaxUint64), uint64(0)
	add := func(a, n uint64) { lo, hi = min(lo, a), max(hi, a+n) }
	if sections := allocated(f); len(sections) > 0 {
		for _, s := range sections {
			if s.Flags&elf.SHF_EXECINSTR != 0 {
				add(s.Addr, s.Size)
			}
		}
	} else {
		for _, p := range f.Progs {
			if p.Type == elf.PT_LOAD && p.Flags&elf.PF_X != 0 {
				add(p.Vaddr, p.Filesz)
			}
		}
	}
	if hi <= lo {
		return 0, 0, errors.New("elf: nothing is executable")
	}
	return lo, (hi - lo + 3) &^ 3, nil
}

type pageSet map[uint64]*[rv64.ImagePageBytes]byte

func (s pageSet) load(f *elf.File, fileBytes uint64) error {
	sections := allocated(f)
	left := uint64(abi.ImageEnd - abi.NullEnd)
	for _, size := range sizes(f, sections) {
		if size > left {
			return errors.New("elf: there is more to load than the image region has")
		}
		left -= size
	}
	for _, sec := range sections {
		if err := s.add(sec.Name, sec.Addr, sec.Size, sec.Data); err != nil {
			return err
		}
	}
	if len(sections) > 0 {
		return nil
	}
	for i, p := range f.Progs {
		if p.Type != elf.PT_LOAD {
			continue
		}
		if p.Filesz > fileBytes {
			return fmt.Errorf("elf: segment %d is larger than the file", i)
		}
		read := func() ([]byte, error) {
			b := make([]byte, p.Filesz)
			_, err := p.ReadAt(b, 0)
			return b, err
		}
		if err := s.add(fmt.Sprintf("segment %d", i), p.Vaddr, p.Filesz, read); err != nil {
			return err
		}
	}
	return nil
}

// sizes are how many bytes are to be loaded: by section or, without sections, by segment.
func sizes(f *elf.File, sections []*elf.Section) (out []uint64) {
	for _, s := range sections {
		out = append(out, s.Size)
	}
	for _, p := range f.Progs {
		if len(sections) == 0 && p.Type == elf.PT_LOAD {
			out = append(out, p.Filesz)
		}
	}
	return out
}

func (s pageSet) add(name string, addr, size uint64, read func() ([]byte, error)) error {
	if addr < abi.NullEnd || addr+size > abi.ImageEnd || addr+size < addr {
		return fmt.Errorf("elf: %s at %#x+%#x is outside the image region %#x..%#x",
			name, addr, size, abi.NullEnd, abi.ImageEnd)
	}
	b, err := read()
	if err != nil {
		return fmt.Errorf("elf: %s: %w", name, err)
	}
	for len(b) > 0 {
		at := addr &^ (rv64.ImagePageBytes - 1)
		p := s[at]
		if p == nil {
			p = new([rv64.ImagePageBytes]byte)
			s[at] = p
		}
		n := copy(p[addr-at:], b)
		addr, b = addr+uint64(n), b[n:]
	}
	return nil
}

func (s pageSet) sorted() []rv64.ImagePage {
	var out []rv64.ImagePage
	for addr, data := range s {
		if *data != [rv64.ImagePageBytes]byte{} {
			out = append(out, rv64.ImagePage{Addr: addr, Data: data})
		}
	}
	slices.SortFunc(out, func(a, b rv64.ImagePage) int {
		if a.Addr < b.Addr {
			return -1
		}
		return 1
	})
	return out
}

// functions are the symbols of the text, as far as the file has any. Tables that are compressed, which no
// linker does, count as none: their size is not bounded by that of the file.
func functions(f *elf.File) rv64.Symbols {
	for _, s := range f.Sections {
		if (s.Type == elf.SHT_SYMTAB || s.Type == elf.SHT_STRTAB) && s.Flags&elf.SHF_COMPRESSED != 0 {
			return nil
		}
	}
	all, err := f.Symbols()
	if err != nil {
		return nil // stripped
	}
	var out rv64.Symbols
	for _, s := range all {
		if elf.ST_TYPE(s.Info) == elf.STT_FUNC && s.Size > 0 {
			out = append(out, rv64.Symbol{Addr: s.Value, Bytes: s.Size, Name: s.Name})
		}
	}
	slices.SortStableFunc(out, func(a, b rv64.Symbol) int {
		switch {
		case a.Addr < b.Addr:
			return -1
		case a.Addr > b.Addr:
			return 1
		}
		return strings.Compare(a.Name, b.Name)
	})
	return out
}

// scan refuses text with compressed instructions. Words that are no instructions
// of the machine are allowed, since Go's libraries hold floating-point code; they
// trap when executed. Zero words are the linker's padding.
func scan(m *rv64.Image, symbols rv64.Symbols) (illegal int, err error) {
	p, err := rv64.Load(m, nil)
	if err != nil {
		return 0, err
	}
	for a := m.TextAddr; a < m.TextAddr+m.TextBytes; a += 4 {
		w := p.Word(a)
		if w != 0 && w&3 != 3 {
			return 0, fmt.Errorf("compressed instruction %#04x at %#x (%s)", w&0xffff, a, symbols.Find(a))
		}
		if rv64.Decode(w).Op == rv64.Illegal {
			illegal++
		}
	}
	return illegal, nil
}
