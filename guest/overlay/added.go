package overlay

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/guest/abi"
)

// addedFile is a new file in package runtime; its name collides with nothing.
const addedFile = "runtime/guest_ashlar.go"

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
