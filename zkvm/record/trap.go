package record

import (
	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/zkvm/accel"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// trap is the error of the row at hand, as rv64 would give it.
func (r *Recorder) trap(kind rv64.TrapKind, value uint64) *rv64.Trap {
	addr := r.program.Address(r.pc)
	cycles := r.cycles
	if r.pc >= bus.MicroPC {
		cycles-- // the jump to the sequence was counted
	}
	return &rv64.Trap{Kind: kind, PC: addr, Func: r.loaded.Symbols().Find(addr), Cycles: cycles, Value: value}
}

func (r *Recorder) refused(number uint64, why accel.Refusal) *rv64.Trap {
	t := r.trap(rv64.TrapRefused, number)
	t.Why = why
	return t
}

// trapFetch says why there is no row.
func (r *Recorder) trapFetch() *rv64.Trap {
	addr := 4 * uint64(r.pc)
	if r.at == outside || int(r.at) == r.code.words {
		return r.trap(rv64.TrapJump, addr)
	}
	w := r.loaded.Word(addr)
	in := rv64.Decode(w)
	switch in.Op {
	case rv64.Illegal:
		return r.trap(rv64.TrapIllegal, uint64(w))
	case rv64.Ebreak:
		return r.trap(rv64.TrapEbreak, 0)
	}
	return r.trap(rv64.TrapJump, addr+uint64(int64(in.Imm))) // a jump whose target is not on a word
}

// exitGroup is Linux's number; the guest's Go runtime gives up with it.
const exitGroup = 94

func (r *Recorder) trapCall(number uint64) *rv64.Trap {
	switch {
	case number == abi.EcallSnapshot:
		return r.trap(rv64.TrapMarker, number)
	case number == exitGroup && r.x[regA0] == abi.ExitOutOfMemory:
		return r.trap(rv64.TrapOutOfMemory, number)
	case number < abi.EcallSnapshot:
		return r.trap(rv64.TrapSyscall, number)
	}
	return r.trap(rv64.TrapEcall, number)
}
