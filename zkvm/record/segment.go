// Package record executes a program for the prover: it cuts the run into segments and
// records, for every segment, the rows that the chips will prove.
//
// In: a loaded image, the rows and cells that zkvm/rom made of it, and the private input.
// Out: [Segment]s, from two runs over the same program. [Recorder.Next] executes up to a
// segment's end, which it finds from the capacities of the shapes to choose from, and gives
// what is committed first: touched cells and used rows. After [Recorder.Reset],
// [Recorder.Record] executes the same segments again and keeps every step. Beside a
// segment, what is held is proportional to the memory that the program touches and not to
// the length of the run. [Recorder.Boundary] lists the cells of the whole run.
//
// Times and orders of accesses are those of docs/proving.md: every access of an
// instruction has a slot of its own. A run that cannot be proven ends with the *rv64.Trap
// that zkvm/rv64 gives for it, but for the words a guest says after its trap.
//
// Not checked here: that what is recorded satisfies the chips.
package record

import (
	"github.com/ashlar-labs/ashlar/zkvm/rom"
)

// Step is one executed row of the ROM with everything its chip needs. Fields that the
// instruction has no use for are zero.
type Step struct {
	Row  *rom.Row
	Time uint32 // ts of the instruction; accesses are at Time + slot, see package bus
	// NextPC is the pc of the next instruction.
	NextPC uint32

	Rs1, Rs2 uint64 // values read
	Rd       uint64 // value written
	RdOld    uint64 // value it replaces
	// Times of the previous access of each register, below the time of this one.
	Rs1Time, Rs2Time, RdTime uint32

	// Memory: the aligned cell, its time of previous access and its value before and after.
	Cell, CellTime     uint32
	CellOld, CellValue uint64
}

// Access is one access of an accelerator or an ecall to a cell (memory or register).
type Access struct {
	Cell, Time uint32 // Time of this access
	Prev       uint32 // time of the previous access, below Time
	Old, Value uint64 // equal for a read
}

// Call is an ecall: halt or an accelerator. Accesses are in the fixed order that the chip
// of the number defines, which is the order in which the recorder made them: a7 first,
// then the argument registers, then memory.
type Call struct {
	PC, Time, NextPC uint32
	TimeStep         uint32 // ts of the next instruction is Time + TimeStep
	Number           uint64 // a7
	Accesses         []Access
}

// Local is one cell touched in a segment.
type Local struct {
	Cell        uint32
	PrevSegment uint32 // the last segment before this one that touched it, or 0
	In, Out     uint64
	Time        uint32 // time of the last access
}

// Used is one row of the ROM with the number of times the segment looked it up.
type Used struct {
	Row   *rom.Row
	Times uint32
}

// Segment is what one segment proof proves.
type Segment struct {
	Index       uint32 // from 1
	PCIn, PCOut uint32
	TimeOut     uint32
	Halted      bool
	Output      [32]byte // when halted

	Steps   [rom.NumTables][]Step // by table; Ecall is empty, see Calls
	Calls   map[uint64][]Call     // by number
	Local   []Local               // sorted by cell
	Program []Used                // sorted by pc
}
