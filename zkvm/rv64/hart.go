package rv64

import (
	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/zkvm/accel"
)

// Hart is one hardware thread with its memory: the bare instruction set, without
// any meaning of ecall. [Machine] gives it the guest ABI; package linux, in the
// image builder only, a little of Linux.
type Hart struct {
	// X are the registers; 0 is never written, Sink takes writes to x0. The array
	// is longer than needed so that a masked index is in range.
	X [64]uint64
	// PC is the address of the next instruction.
	PC uint64
	// Cycles counts executed instructions.
	Cycles uint64

	// reserved is the address that the last lr read, zero when there is no reservation: no lr
	// gets as far at address zero. reservedValue is what it read there.
	reserved, reservedValue uint64

	prog *Program
	mem  *memory
}

// Stop says why a hart stopped. Except after StopLimit and StopFetch, PC is the
// instruction that was not executed.
type Stop struct {
	Kind StopKind
	// Addr is the memory address or jump target at fault, or the number of the
	// accelerator that refused.
	Addr uint64
	// Why is the reason of StopRefused.
	Why accel.Refusal
}

// StopKind is a reason to stop.
type StopKind uint8

// Reasons to stop.
const (
	StopLimit      StopKind = iota // Cycles reached the limit
	StopFetch                      // pc is outside the text
	StopIllegal                    // illegal instruction
	StopEcall                      // ecall
	StopEbreak                     // ebreak
	StopJump                       // jump to a target that is not on a word, or computed and outside the text
	StopMisaligned                 // address is not a multiple of the access size
	StopAccess                     // address is not memory
	StopTextWrite                  // store to the text
	StopRefused                    // accelerator refused its arguments
)

// fetchStop says why PC is outside the text. A direct jump to a target that is not on a word
// has gone unreachable words too far: it is taken back, but for its link.
func (h *Hart) fetchStop() Stop {
	from := h.PC - 4*unreachable
	if from-h.prog.base >= h.prog.image.TextBytes || h.Cycles == 0 {
		return Stop{Kind: StopFetch, Addr: h.PC}
	}
	h.PC = from
	h.Cycles--
	return Stop{Kind: StopJump, Addr: from + uint64(int64(Decode(h.prog.Word(from)).Imm))}
}

// NewHart returns a hart in the program's initial state.
func NewHart(p *Program) *Hart {
	h := &Hart{prog: p, mem: newMemory(p)}
	h.Reset()
	return h
}

// Reset restores the program's initial state.
func (h *Hart) Reset() {
	h.mem.reset()
	h.X = [64]uint64{}
	copy(h.X[:], h.prog.image.X[:])
	h.PC, h.Cycles = h.prog.image.PC, 0
	h.reserved, h.reservedValue = 0, 0
}

// Program returns what the hart runs.
func (h *Hart) Program() *Program { return h.prog }

// Read copies memory at addr to b; what is not memory reads as zero.
func (h *Hart) Read(addr uint64, b []byte) { h.mem.get(addr, b) }

// Put copies b to memory at addr, which must be a multiple of 8. It reports
// whether the whole range is writable memory.
func (h *Hart) Put(addr uint64, b []byte) bool {
	n := uint64(len(b))
	if addr%8 != 0 || addr >= abi.AddressLimit || n > abi.AddressLimit || h.prog.inText(addr, n) {
		return false
	}
	for a := addr &^ (1<<pageShift - 1); a < addr+n; a += 1 << pageShift {
		if a >= abi.AddressLimit || !mapped(a) {
			return false
		}
	}
	h.mem.put(addr, b)
	return true
}

// size is the number of bytes an operation accesses, and whether it writes.
func (op Op) access() (bytes uint64, store bool) {
	switch op {
	case Lb, Lbu:
		return 1, false
	case Sb:
		return 1, true
	case Lh, Lhu:
		return 2, false
	case Sh:
		return 2, true
	case Lw, Lwu, LrW:
		return 4, false
	case Ld, LrD:
		return 8, false
	case Sd, ScD:
		return 8, true
	case Sw, ScW:
		return 4, true
	}
	if op >= AmoSwapW && op <= AmoMaxuW {
		return 4, true
	}
	return 8, true
}

// verdict is what the run loop does after slow.
type verdict uint8

const (
	halted  verdict = iota // stop before the instruction
	retry                  // execute it again
	retired                // it has been executed
)

// slow is where the run loop goes when an instruction cannot simply be executed.
func (h *Hart) slow(in Inst) (Stop, verdict) {
	switch in.Op.Class() {
	case ClassEcall:
		if in.Op == Ebreak {
			return Stop{Kind: StopEbreak}, halted
		}
		return Stop{Kind: StopEcall}, halted
	case ClassJalr:
		return Stop{Kind: StopJump, Addr: (h.X[in.Rs1&63] + uint64(int64(in.Imm))) &^ 1}, halted
	case ClassLoadDouble, ClassStoreDouble, ClassLoadSub, ClassStoreSub, ClassAtomic:
		return h.slowAccess(in)
	}
	return Stop{Kind: StopIllegal}, halted
}

func (h *Hart) slowAccess(in Inst) (Stop, verdict) {
	bytes, store := in.Op.access()
	addr := h.X[in.Rs1&63] + uint64(int64(in.Imm))
	switch {
	case addr%bytes != 0:
		return Stop{Kind: StopMisaligned, Addr: addr}, halted
	case !h.mem.resolve(addr):
		return Stop{Kind: StopAccess, Addr: addr}, halted
	}
	store = store && !h.fails(in.Op, addr, bytes)
	switch {
	case store && h.prog.inText(addr, bytes):
		return Stop{Kind: StopTextWrite, Addr: addr}, halted
	case in.Op.Class() == ClassAtomic:
		h.atomic(in, addr, bytes, store)
		return Stop{}, retired
	case !store:
		return Stop{}, retry
	}
	p := h.mem.private(addr)
	if h.mem.write[addr>>pageShift] != nil {
		return Stop{}, retry
	}
	// A page that also holds text: every store to it comes here.
	at := addr >> 3 & (pageCells - 1)
	p[at] = merge(p[at], h.X[in.Rs2&63], addr, bytes)
	return Stop{}, retired
}

// merge puts the low bytes of v into a cell at the place addr has in it.
func merge(cell, v, addr, bytes uint64) uint64 {
	if bytes == 8 {
		return v
	}
	shift := 8 * (addr & 7)
	mask := (uint64(1)<<(8*bytes) - 1) << shift
	return cell&^mask | v<<shift&mask
}
