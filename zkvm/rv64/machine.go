package rv64

import (
	"context"
	"encoding/binary"

	"github.com/ashlar-labs/ashlar/guest/abi"
)

// DefaultMaxCycles is used when Limits.MaxCycles is zero.
const DefaultMaxCycles = 1 << 36

// sliceCycles is how often a run looks at its context: some ten milliseconds.
const sliceCycles = 4 << 20

// Limits bound a run.
type Limits struct {
	// MaxCycles stops the run with TrapCycleLimit; zero means DefaultMaxCycles.
	MaxCycles uint64
}

// Result is a run that ended.
type Result struct {
	// Output is the public output. It is zero unless ExitCode is zero.
	Output   [abi.OutputBytes]byte
	ExitCode uint64
	Cycles   uint64
	// TouchedBytes is the memory written, in whole pages of 16 KiB.
	TouchedBytes uint64
}

// Machine runs one program on any number of inputs, one after the other.
type Machine struct {
	hart *Hart
}

// New loads an image into a machine of its own, without symbols. To share an
// image between machines use Load and NewMachine.
func New(img *Image) (*Machine, error) {
	p, err := Load(img, nil)
	if err != nil {
		return nil, err
	}
	return NewMachine(p), nil
}

// NewMachine returns a machine for a loaded program.
func NewMachine(p *Program) *Machine { return &Machine{hart: NewHart(p)} }

// Run executes the program on an input, from the beginning. The error is a *Trap
// when the run cannot be proven, or the context's error; the result then still
// carries the cycles and the exit code.
func (m *Machine) Run(ctx context.Context, input []byte, limits Limits) (Result, error) {
	return m.run(ctx, input, limits, func(h *Hart, until uint64) Stop { return h.Run(until) })
}

// run is Run with a choice of how to execute up to a cycle.
func (m *Machine) run(ctx context.Context, input []byte, limits Limits, exec func(*Hart, uint64) Stop) (Result, error) {
	h := m.hart
	h.Reset()
	if len(input) > abi.MaxInputBytes {
		return Result{}, &Trap{Kind: TrapInputTooLong, Value: uint64(len(input))}
	}
	h.putInput(input)
	max := limits.MaxCycles
	if max == 0 {
		max = DefaultMaxCycles
	}
	for {
		if err := ctx.Err(); err != nil {
			return m.result(), err
		}
		stop := exec(h, min(max, h.Cycles+sliceCycles))
		switch {
		case stop.Kind == StopLimit && h.Cycles < max:
			continue
		case stop.Kind == StopEcall && h.X[17] == abi.EcallHalt:
			h.Cycles++
			return m.halt()
		case stop.Kind == StopEcall && h.AtAccelerator():
			refused := h.Accelerate()
			if refused == nil {
				continue
			}
			stop = *refused
		}
		return m.result(), m.trap(stop, max)
	}
}

func (h *Hart) putInput(input []byte) {
	h.mem.put(abi.InputLenAddr, binary.LittleEndian.AppendUint64(nil, uint64(len(input))))
	h.mem.put(abi.InputBase, input)
}

func (m *Machine) result() Result {
	return Result{Cycles: m.hart.Cycles, TouchedBytes: uint64(len(m.hart.mem.dirty)) << pageShift}
}

func (m *Machine) halt() (Result, error) {
	r, x := m.result(), &m.hart.X
	if r.ExitCode = x[10]; r.ExitCode != 0 {
		return r, &Trap{Kind: TrapExit, PC: m.hart.PC, Func: m.function(), Cycles: r.Cycles, Value: r.ExitCode}
	}
	for i := range 4 {
		binary.LittleEndian.PutUint64(r.Output[8*i:], x[11+i])
	}
	return r, nil
}

func (m *Machine) function() string { return m.hart.prog.symbols.Find(m.hart.PC) }

// trap describes a stop.
func (m *Machine) trap(stop Stop, max uint64) error {
	h := m.hart
	t := &Trap{PC: h.PC, Func: m.function(), Cycles: h.Cycles, Value: stop.Addr, Why: stop.Why}
	switch stop.Kind {
	case StopLimit:
		t.Kind, t.Value = TrapCycleLimit, max
	case StopEcall:
		m.trapEcall(t)
	case StopIllegal:
		t.Kind, t.Value = TrapIllegal, uint64(h.prog.Word(h.PC))
	default:
		t.Kind = stopTraps[stop.Kind]
	}
	return t
}

func (m *Machine) trapEcall(t *Trap) {
	h := m.hart
	t.Value = h.X[17]
	switch {
	case t.Value == abi.EcallSnapshot:
		t.Kind = TrapMarker
	case t.Value == sysExitGroup && h.X[10] == abi.ExitOutOfMemory:
		t.Kind = TrapOutOfMemory
	case t.Value < abi.EcallSnapshot:
		t.Kind = TrapSyscall
		t.Said = h.lastWords()
	default:
		t.Kind = TrapEcall
	}
}
