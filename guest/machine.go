//go:build ashlar_guest && riscv64

package guest

import (
	"encoding/binary"
	"unsafe"

	"github.com/ashlar-labs/ashlar/guest/abi"
)

// The assembly takes these from go_asm.h.
const (
	ecallSnapshot = abi.EcallSnapshot
	ecallHalt     = abi.EcallHalt
)

// Snapshot marks the point at which the image is taken; [Main] calls it. The
// machine traps when it is executed a second time.
func Snapshot() { snapshot() }

// ReadInput returns the private input in place, without a copy. It must not be
// called before [Snapshot] and the bytes must not be written.
func ReadInput() []byte {
	n := *(*uint64)(at(abi.InputLenAddr))
	if n > abi.MaxInputBytes {
		// The machine bounds the cell, but the slice below must never depend on that.
		Exit(1)
	}
	return unsafe.Slice((*byte)(at(abi.InputBase)), n)
}

// Commit halts with the public output. It does not return.
func Commit(output [32]byte) {
	halt(0,
		binary.LittleEndian.Uint64(output[0:]),
		binary.LittleEndian.Uint64(output[8:]),
		binary.LittleEndian.Uint64(output[16:]),
		binary.LittleEndian.Uint64(output[24:]))
}

// Exit halts with an exit code and no output. A non-zero code is unprovable.
func Exit(code int) { halt(uint64(code), 0, 0, 0, 0) }

// at names fixed machine memory, which the Go runtime does not know of. The
// address goes through a variable because vet rightly distrusts the conversion
// elsewhere.
func at(addr uintptr) unsafe.Pointer { return *(*unsafe.Pointer)(unsafe.Pointer(&addr)) }

//go:noescape
func snapshot()

//go:noescape
func halt(code, out0, out1, out2, out3 uint64)
