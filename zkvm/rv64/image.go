package rv64

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/guest/abi"
)

// ImagePageBytes is the granularity of an image's memory.
const ImagePageBytes = 4096

// MaxTextBytes bounds the text, twice as much as the rows of a program that can be proven. Every word of it is
// decoded when an image is loaded, also where the file has no page.
const MaxTextBytes = 64 << 20

// Image is a program at the moment it starts: memory, registers and pc. Memory
// outside Pages is zero. It is a value: neither this package nor its users change
// it after it was made.
type Image struct {
	// TextAddr and TextBytes delimit the executable range, whole words.
	TextAddr, TextBytes uint64
	PC                  uint64
	// X are the registers; X[0] is zero.
	X [32]uint64
	// Pages are sorted by address, aligned, distinct, and none is all zero.
	Pages []ImagePage
}

// ImagePage is ImagePageBytes bytes of memory at Addr.
type ImagePage struct {
	Addr uint64
	Data *[ImagePageBytes]byte
}

// Check reports whether the image satisfies what its fields promise and fits the
// address map.
func (m *Image) Check() error {
	textEnd := m.TextAddr + m.TextBytes
	switch {
	case m.TextBytes == 0 || m.TextAddr%4 != 0 || m.TextBytes%4 != 0:
		return fmt.Errorf("image: text range %#x+%#x is empty or not whole words", m.TextAddr, m.TextBytes)
	case m.TextAddr < abi.NullEnd || textEnd > abi.ImageEnd || textEnd < m.TextAddr:
		return fmt.Errorf("image: text range %#x+%#x is outside the image region", m.TextAddr, m.TextBytes)
	case m.TextBytes > MaxTextBytes:
		return fmt.Errorf("image: text range %#x+%#x is longer than %d MiB: place all that is executable side by side", m.TextAddr, m.TextBytes, MaxTextBytes>>20)
	case m.PC%4 != 0 || m.PC < m.TextAddr || m.PC >= textEnd:
		return fmt.Errorf("image: pc %#x is not in the text", m.PC)
	case m.X[0] != 0:
		return fmt.Errorf("image: register x0 is %#x", m.X[0])
	}
	next := uint64(0)
	for i, p := range m.Pages {
		switch {
		case p.Data == nil || p.Addr%ImagePageBytes != 0 || p.Addr < next:
			return fmt.Errorf("image: page %d at %#x is unaligned or out of order", i, p.Addr)
		case !mapped(p.Addr) || isInput(p.Addr):
			return fmt.Errorf("image: page %d at %#x is outside the memory of an image", i, p.Addr)
		case *p.Data == [ImagePageBytes]byte{}:
			return fmt.Errorf("image: page %d at %#x is zero", i, p.Addr)
		}
		next = p.Addr + ImagePageBytes
	}
	return nil
}

// mapped reports whether an address is memory.
func mapped(a uint64) bool {
	switch {
	case a < abi.NullEnd:
		return false
	case a < abi.HeapEnd:
		return true
	case a < abi.InputLenPage:
		return false
	case a < abi.InputEnd:
		return true
	}
	return a >= abi.StackBase && a < abi.StackTop
}

func isInput(a uint64) bool { return a >= abi.InputLenPage && a < abi.InputEnd }
