package rv64

import (
	"fmt"
	"strings"

	"github.com/ashlar-labs/ashlar/zkvm/accel"
)

// TrapKind says why a run cannot be proven.
type TrapKind uint8

// Kinds of trap.
const (
	TrapIllegal      TrapKind = iota + 1 // illegal instruction
	TrapEbreak                           // ebreak
	TrapJump                             // control left the text
	TrapMisaligned                       // misaligned access
	TrapAccess                           // access outside every region
	TrapTextWrite                        // store to the text
	TrapEcall                            // unknown ecall
	TrapSyscall                          // Linux system call
	TrapMarker                           // snapshot marker executed in the machine
	TrapExit                             // halt with a non-zero exit code
	TrapOutOfMemory                      // the guest's memory is full
	TrapInputTooLong                     // input larger than the region
	TrapCycleLimit                       // Limits.MaxCycles reached
	TrapRefused                          // accelerator refused its arguments
)

var trapNames = [...]string{
	TrapIllegal: "illegal instruction", TrapEbreak: "ebreak", TrapJump: "jump outside the text",
	TrapMisaligned: "misaligned access", TrapAccess: "access outside memory", TrapTextWrite: "store to the text",
	TrapEcall: "unknown ecall", TrapSyscall: "Linux system call", TrapMarker: "snapshot marker executed twice",
	TrapExit: "non-zero exit code", TrapOutOfMemory: "guest out of memory",
	TrapInputTooLong: "input too large", TrapCycleLimit: "cycle limit reached", TrapRefused: "accelerator refused",
}

func (k TrapKind) String() string {
	if int(k) < len(trapNames) && trapNames[k] != "" {
		return trapNames[k]
	}
	return "unknown trap"
}

// Trap is a run that cannot be proven.
type Trap struct {
	Kind   TrapKind
	PC     uint64
	Func   string // function that holds PC, when symbols were loaded
	Cycles uint64
	// Value is the address of an access or jump, the instruction word, the ecall
	// number, the exit code, or the limit, as Kind demands.
	Value uint64
	// Why is what the accelerator Value refused, when Kind is TrapRefused.
	Why accel.Refusal
	// Said is what a Go guest wrote to standard error after the trap, usually its
	// panic message and stack. It was executed for diagnosis only.
	Said string
}

func (t *Trap) Error() string {
	var b strings.Builder
	b.WriteString(t.Kind.String())
	switch t.Kind {
	case TrapIllegal:
		fmt.Fprintf(&b, " %#08x", t.Value)
	case TrapJump, TrapMisaligned, TrapAccess, TrapTextWrite:
		fmt.Fprintf(&b, ", address %#x", t.Value)
	case TrapEcall, TrapSyscall, TrapExit, TrapCycleLimit, TrapInputTooLong:
		fmt.Fprintf(&b, " %d", t.Value)
	case TrapRefused:
		fmt.Fprintf(&b, ": %s: %v", accel.Name(t.Value), t.Why)
	}
	if t.Kind != TrapInputTooLong {
		fmt.Fprintf(&b, " at pc %#x", t.PC)
		if t.Func != "" {
			fmt.Fprintf(&b, " in %s", t.Func)
		}
		fmt.Fprintf(&b, " after %d cycles", t.Cycles)
	}
	if t.Said != "" {
		b.WriteString("; the guest wrote: ")
		writeLines(&b, strings.TrimSpace(t.Said))
	}
	return b.String()
}

// maxSaidLine bounds a line of what a guest wrote: a panic may carry all of an input.
const maxSaidLine = 400

func writeLines(b *strings.Builder, said string) {
	for i, line := range strings.Split(said, "\n") {
		if i > 0 {
			b.WriteByte('\n')
		}
		if len(line) > maxSaidLine {
			line = strings.ToValidUTF8(line[:maxSaidLine], "") + " ..."
		}
		b.WriteString(line)
	}
}

var stopTraps = [...]TrapKind{
	StopFetch: TrapJump, StopIllegal: TrapIllegal, StopEbreak: TrapEbreak, StopJump: TrapJump,
	StopMisaligned: TrapMisaligned, StopAccess: TrapAccess, StopTextWrite: TrapTextWrite, StopRefused: TrapRefused,
}

func (s Stop) String() string {
	if s.Kind == StopRefused {
		return fmt.Sprintf("%v: %s: %v", TrapRefused, accel.Name(s.Addr), s.Why)
	}
	if int(s.Kind) < len(stopTraps) && stopTraps[s.Kind] != 0 {
		return fmt.Sprintf("%v, address %#x", stopTraps[s.Kind], s.Addr)
	}
	return "ecall or limit"
}
