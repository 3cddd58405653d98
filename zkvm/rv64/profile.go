package rv64

import (
	"cmp"
	"context"
	"slices"

	"github.com/ashlar-labs/ashlar/guest/abi"
)

// Profile counts how often each instruction of the text was executed.
type Profile struct {
	prog   *Program
	counts []uint64 // by instruction index
}

// FunctionCycles is the share of one function; callees are not included.
type FunctionCycles struct {
	Name   string
	Cycles uint64
}

// Profile is Run with counting; it takes about three times as long. The profile is
// returned also when the run traps.
func (m *Machine) Profile(ctx context.Context, input []byte, limits Limits) (Result, *Profile, error) {
	p := &Profile{prog: m.hart.prog, counts: make([]uint64, len(m.hart.prog.code))}
	r, err := m.run(ctx, input, limits, p.exec)
	return r, p, err
}

func (p *Profile) exec(h *Hart, until uint64) Stop {
	for h.Cycles < until {
		at := (h.PC - p.prog.base) / 4
		stop := h.Run(h.Cycles + 1)
		if stop.Kind == StopEcall && h.AtAccelerator() {
			if refused := h.Accelerate(); refused != nil {
				return *refused
			}
			stop.Kind = StopLimit
		}
		if stop.Kind == StopLimit || stop.Kind == StopEcall && h.X[17] == abi.EcallHalt {
			p.counts[at]++
		}
		if stop.Kind != StopLimit {
			return stop
		}
	}
	return Stop{Kind: StopLimit}
}

// Ops returns the executed instructions by operation.
func (p *Profile) Ops() [NumOps]uint64 {
	var out [NumOps]uint64
	for i, n := range p.counts {
		out[unpack(p.prog.code[i]).Op] += n
	}
	return out
}

// Classes returns the executed instructions by class.
func (p *Profile) Classes() [NumClasses]uint64 {
	var out [NumClasses]uint64
	for op, n := range p.Ops() {
		out[Op(op).Class()] += n
	}
	return out
}

// DistinctInstructions returns how many instructions were executed at least once:
// the rows of the program that a proof touches.
func (p *Profile) DistinctInstructions() int {
	distinct := 0
	for _, n := range p.counts {
		if n > 0 {
			distinct++
		}
	}
	return distinct
}

// Functions returns the functions that were executed, most cycles first. Without
// symbols there is one, with no name.
func (p *Profile) Functions() []FunctionCycles {
	total := map[string]uint64{}
	for i, n := range p.counts {
		if n > 0 {
			total[p.prog.symbols.Find(p.prog.base+4*uint64(i))] += n
		}
	}
	var out []FunctionCycles
	for name, n := range total {
		out = append(out, FunctionCycles{name, n})
	}
	slices.SortFunc(out, func(a, b FunctionCycles) int {
		return cmp.Or(cmp.Compare(b.Cycles, a.Cycles), cmp.Compare(a.Name, b.Name))
	})
	return out
}
