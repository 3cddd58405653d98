package overlay

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/guest/abi"
)

// New files in package runtime; their names collide with nothing.
const (
	addedFile     = "runtime/guest_ashlar.go"
	addedAssembly = "runtime/guest_ashlar_riscv64.s"
)

// addedSource is the allocator that the edits call. Memory is known to be zero
// because every byte is handed out once.
func addedSource() string {
	return fmt.Sprintf(`package runtime

import "unsafe"

var (
	guestRuntimeNext uintptr = %#x
	guestHeapNext    uintptr = %#x
)

// guestAlloc hands out the next 8-byte aligned object of the heap region.
func guestAlloc(size uintptr) unsafe.Pointer {
	if size == 0 {
		return unsafe.Pointer(&zerobase)
	}
	p := guestHeapNext
	next := p + (size+7)&^7
	if next > %#x || next < p {
		guestOutOfMemory()
	}
	guestHeapNext = next
	return unsafe.Pointer(p)
}

// guestReserve hands out pages of the runtime region; a hint is honoured only
// when it is where the next page lies anyway.
//
//go:nosplit
func guestReserve(hint unsafe.Pointer, n, align uintptr) unsafe.Pointer {
	p := (guestRuntimeNext + align - 1) &^ (align - 1)
	if hint != nil && uintptr(hint) != p {
		return nil
	}
	next := p + (n+4095)&^4095
	if next > %#x || next < p {
		guestOutOfMemory()
	}
	guestRuntimeNext = next
	return unsafe.Pointer(p)
}

//go:nosplit
//go:noinline
func guestOutOfMemory() {
	exit(%d)
}
`, abi.RuntimeBase, abi.HeapBase, abi.HeapEnd, abi.RuntimeEnd, abi.ExitOutOfMemory)
}

// newobjectSource is the runtime's most frequent call, in a dozen instructions: the
// bump of guestAlloc for a size that a type has.
//
// X10 = type, whose first field is its size; the result is in X10.
func newobjectSource() string {
	return fmt.Sprintf(`#include "textflag.h"

// func newobject(typ *_type) unsafe.Pointer
TEXT runtime·newobject<ABIInternal>(SB), NOSPLIT|NOFRAME, $0-16
	MOV	0(X10), X11
	MOV	runtime·guestHeapNext(SB), X12
	MOV	$%d, X13
	ADD	$7, X11
	AND	$-8, X11
	ADD	X12, X11, X11
	BLTU	X13, X11, full
	MOV	X11, runtime·guestHeapNext(SB)
	MOV	X12, X10
	RET

full:
	MOV	0(X10), X10
	JMP	runtime·guestAlloc<ABIInternal>(SB)
`, abi.HeapEnd)
}
