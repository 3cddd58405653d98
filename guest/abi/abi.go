// Package abi fixes what a guest program and the machine agree on: ecall
// numbers, register use and the address map. Constants only, no code, no
// imports, so that both the riscv64 guest and the host can use it.
//
// Units: addresses and sizes are bytes. Every region lies below [AddressLimit]
// and starts and ends on a multiple of [PageBytes]; no two regions overlap.
//
//	[NullEnd   .. ImageEnd)        program: text (read and execute only), data, bss
//	[RuntimeBase .. RuntimeEnd)    Go runtime metadata and goroutine stacks
//	[HeapBase  .. HeapEnd)         bump-allocated heap, never freed
//	[InputLenPage .. InputEnd)     length cell in the last 8 bytes before InputBase, then the input
//	[StackBase .. StackTop)        initial stack (bare ELF, and the Go start-up stack)
//
// Anything else is not memory: an access traps.
//
// Calls are made with the ecall instruction, number in a7, arguments from a0.
// Below [EcallAccelBase] only [EcallHalt] exists after the snapshot; from there on
// are the accelerators (accel.go), which count as one instruction each.
package abi

// Version is part of every image digest. It changes when anything in this
// package changes meaning.
const Version = 2

// Ecall numbers (register a7).
const (
	// EcallHalt ends the run. a0 is the exit code; a1..a4 are the 32 bytes of
	// public output as four little-endian words, lowest address first. A
	// non-zero exit code is unprovable. The number is Linux's exit, so that
	// bare-metal test programs run unchanged.
	EcallHalt = 93

	// EcallSnapshot marks the point at which the image builder takes the
	// snapshot. It is never executed by the machine; there it traps. The number
	// is free in the Linux tables.
	EcallSnapshot = 0x800

	// EcallAccelBase is the first accelerator number.
	EcallAccelBase = 0x1000
)

// OutputBytes is the size of the public output.
const OutputBytes = 32

// ExitOutOfMemory is the exit status with which the guest's Go runtime gives up
// when the heap or the runtime region is full.
const ExitOutOfMemory = 137

// Address map.
const (
	PageBytes = 16384

	// AddressLimit bounds every address: they fit in 32 bits.
	AddressLimit = 1 << 32

	// NullEnd is the end of the never mapped null region; Go links text here.
	NullEnd  = 0x0001_0000
	ImageEnd = 0x2000_0000

	RuntimeBase = 0x2000_0000
	RuntimeEnd  = 0x4000_0000

	HeapBase = 0x4000_0000
	HeapEnd  = 0x9fff_0000

	// InputLenAddr holds the input length as one little-endian u64.
	InputLenPage  = 0x9fff_c000
	InputLenAddr  = 0x9fff_fff8
	InputBase     = 0xa000_0000
	MaxInputBytes = 512 << 20
	InputEnd      = InputBase + MaxInputBytes

	// StackBase..StackTop is where a bare ELF's stack lives: sp starts at
	// StackTop and grows down.
	StackBase = 0xc000_0000
	StackTop  = 0xc400_0000
)
