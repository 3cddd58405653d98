// Package rom turns an image into what the proof knows of a program: the rows of its
// code, its initial cells and the free intervals of its address space, as docs/proving.md
// lays them down.
package rom

import "github.com/ashlar-labs/ashlar/zkvm/rv64"

// Row is one instruction as chips look it up: (PC, Op, Rd, Rs1, Rs2, Imm). See
// docs/proving.md, section ROM, for the use of the fields by class.
type Row struct {
	PC  uint32 // address/4, or from bus.MicroPC on
	Op  rv64.Op
	Rd  uint8
	Rs1 uint8
	// Rs2 is a register, except for Jal, where it is the next pc.
	Rs2 uint32
	// Imm are u16 limbs, except for branches, where the first is the target pc.
	Imm [4]uint32
}
