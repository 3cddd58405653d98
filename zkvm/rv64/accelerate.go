package rv64

import (
	"github.com/ashlar-labs/ashlar/zkvm/accel"
)

// AtAccelerator reports whether a hart that stopped with StopEcall is about to call
// an accelerator.
func (h *Hart) AtAccelerator() bool { return accel.Known(h.X[17]) }

// Accelerate executes the accelerator call at PC, after StopEcall and when
// [Hart.AtAccelerator] says so, and moves on: one cycle, as any instruction. It
// returns nil, or why the call is a trap; then nothing has changed.
func (h *Hart) Accelerate() *Stop {
	return h.AccelerateOn(func(m accel.Memory) accel.Memory { return m })
}

// AccelerateOn is Accelerate with a view between the accelerator and memory, for a
// recorder that wants to see the cells. The view must pass every access on.
func (h *Hart) AccelerateOn(view func(accel.Memory) accel.Memory) *Stop {
	number, args := h.X[17], [4]uint64(h.X[10:14])
	var space [accel.MaxRegions]accel.Region
	regions, why := accel.Regions(space[:0], number, args)
	if why != accel.OK {
		return &Stop{Kind: StopRefused, Addr: number, Why: why}
	}
	for _, r := range regions {
		if stop := h.checkRegion(r); stop != nil {
			return stop
		}
	}
	if why := accel.Run(number, args, view(accelMemory{h.mem})); why != accel.OK {
		return &Stop{Kind: StopRefused, Addr: number, Why: why}
	}
	h.PC += 4
	h.Cycles++
	return nil
}

// checkRegion says what is wrong with a region: the same that a load or store of
// its first offending cell would be stopped for.
func (h *Hart) checkRegion(r accel.Region) *Stop {
	if r.Addr%8 != 0 {
		return &Stop{Kind: StopMisaligned, Addr: r.Addr}
	}
	end := r.Addr + 8*r.Cells // no region is long: it wraps only when Addr is no address
	for a := r.Addr; a < end || end < r.Addr; a = a&^(1<<pageShift-1) + 1<<pageShift {
		if !h.mem.resolve(a) {
			return &Stop{Kind: StopAccess, Addr: a}
		}
	}
	if r.Write && h.prog.inText(r.Addr, 8*r.Cells) {
		return &Stop{Kind: StopTextWrite, Addr: max(r.Addr, h.prog.base&^7)}
	}
	return nil
}

// accelMemory is memory whose regions have been checked.
type accelMemory struct{ mem *memory }

func (m accelMemory) Load(addr uint64) uint64 {
	return m.mem.read[addr>>pageShift%pageCount][addr>>3%pageCells]
}

func (m accelMemory) Store(addr, value uint64) {
	p := m.mem.write[addr>>pageShift%pageCount]
	if p == nil {
		p = m.mem.private(addr)
	}
	p[addr>>3%pageCells] = value
}
