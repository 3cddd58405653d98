// Package bus lists every bus of the machine: the one table that chips, recorder and
// machine share. docs/proving.md says what the tuples mean; a test of package
// zkvm/machine closes the table, so that no bus is only sent to or only received from.
package bus

import "github.com/ashlar-labs/ashlar/stark/air"

// Local buses, balanced in every proof of their own.
var (
	State   = air.Bus{ID: 1, Name: "STATE", Kind: air.Permutation, Width: 2}
	Memory  = air.Bus{ID: 2, Name: "MEM", Kind: air.Permutation, Width: 6}
	ROM     = air.Bus{ID: 3, Name: "ROM", Kind: air.Lookup, Width: 9}
	Range16 = air.Bus{ID: 4, Name: "RANGE16", Kind: air.Lookup, Width: 1}
	Range5  = air.Bus{ID: 5, Name: "RANGE5", Kind: air.Lookup, Width: 3}
	Bytes   = air.Bus{ID: 6, Name: "BYTES", Kind: air.Lookup, Width: 2}
	And     = air.Bus{ID: 7, Name: "AND", Kind: air.Lookup, Width: 3}
	Pow2    = air.Bus{ID: 8, Name: "POW2", Kind: air.Lookup, Width: 2}
	Output  = air.Bus{ID: 9, Name: "OUTPUT", Kind: air.Lookup, Width: 16}
)

// Global buses, balanced over all proofs of a run.
var (
	GlobalMemory   = air.Bus{ID: 32, Name: "GMEM", Kind: air.Lookup, Global: true, Width: 6}
	GlobalROM      = air.Bus{ID: 33, Name: "GROM", Kind: air.Lookup, Global: true, Width: 9}
	GlobalImage    = air.Bus{ID: 34, Name: "GIMAGE", Kind: air.Lookup, Global: true, Width: 5}
	GlobalInterval = air.Bus{ID: 35, Name: "GINTERVAL", Kind: air.Lookup, Global: true, Width: 3}
)

// Accelerators take local bus ids from here on, each package a block of eight.
const (
	FirstKeccak    = 64
	FirstPoseidon2 = 72
	FirstMod256    = 80
	FirstCurve     = 88
	FirstBlock     = 96
)

// Cells and program counters.
const (
	// RegisterCell is the cell of register 0. Memory cells are below 2^29; the gap holds
	// what a load or store reaches whose base is below 2^32 and whose address is not.
	RegisterCell = 1<<29 + 1<<14
	// Sink is the register that stands for x0 as a destination, Scratch the first of
	// three registers of micro-sequences.
	Sink, Scratch = 32, 33
	// ReservedAddress and ReservedValue are the registers of the reservation: the address of
	// the last lr, zero when there is none, and what the lr loaded. Only micro-sequences of lr and
	// sc name them.
	ReservedAddress, ReservedValue = 36, 37
	// MicroPC is the pc of the first row of micro-sequences; the pc of an instruction is
	// its address / 4 and below.
	MicroPC = 1 << 30
	// Halted is the pc after halt; there is no such row.
	Halted = 1<<30 + 1<<29
	// StartTime is ts at the start of a segment, StepTime the time an instruction takes.
	StartTime, StepTime = 1, 3
	// Accesses of an instruction at ts happen at ts + slot: the read of rs1, the second
	// read (rs2, or the memory of a load), the write (rd, or the memory of a store).
	FirstSlot, SecondSlot, WriteSlot = 0, 1, 2
	// An accelerator reads registers at ts, memory operand j at ts + j, writes at
	// ts + CallWriteSlot and takes CallTime; copies and fills have times of their own.
	CallWriteSlot, CallTime = 3, 4
	// TimeBits bounds ts: below 2^TimeBits at the end of a segment.
	TimeBits = 21
)
