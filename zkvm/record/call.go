package record

import (
	"encoding/binary"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/zkvm/accel"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// Registers of a call.
const (
	regA0 = 10
	regA7 = 17
)

// maxLocals is how many registers a segment may touch beside memory, and one cell.
const maxLocals = rom.Registers + 1

// arguments are the registers that a call reads after a7, as distances from a0.
func arguments(number uint64) []uint8 {
	switch number {
	case abi.EcallHalt:
		return []uint8{0, 1, 2, 3, 4}
	case abi.EcallMulMod256:
		return []uint8{0, 1, 2, 3}
	case abi.EcallDivMod256:
		return []uint8{0, 1, 3}
	case abi.EcallInvMod256:
		return []uint8{0, 2, 3}
	case abi.EcallSecp256k1Add, abi.EcallMemcpy, abi.EcallMemset:
		return []uint8{0, 1, 2}
	}
	return []uint8{0, 1}
}

// need reports whether a shape is left that holds the row.
func (r *Recorder) need(in *inst) (bool, error) {
	now, time := r.counts, uint32(bus.StepTime)
	now[Locals] = uint32(len(r.touched)) + maxLocals
	now[Programs] = uint32(len(r.places)) + 1
	if in.form == call {
		number := r.x[regA7]
		res := resourceOf(number)
		now[res]++
		time = bus.CallTime
		if accel.Known(number) {
			regions, err := r.regions(number)
			if err != nil {
				return false, err
			}
			for _, region := range regions {
				now[Locals] += uint32(region.Cells)
			}
			if res == BlockCalls {
				now[BlockCells] += uint32(regions[0].Cells)
				time = 2 * uint32(regions[0].Cells)
			}
		}
	} else {
		now[in.table]++
	}
	if r.time+time > maxTime && r.limits.shapes != nil {
		for i := range r.limits.shapes {
			if r.limits.alive[i] {
				r.limits.steps[i] = r.steps
			}
			r.limits.alive[i] = false
		}
		return false, nil
	}
	return r.limits.check(&now, r.steps), nil
}

// regions returns the regions of an accelerator call whose cells may be accessed.
func (r *Recorder) regions(number uint64) ([]accel.Region, error) {
	regions, why := accel.Regions(nil, number, [4]uint64(r.x[regA0:regA0+4]))
	if why != accel.OK {
		return nil, r.refused(number, why)
	}
	for _, region := range regions {
		if region.Addr%8 != 0 {
			return nil, r.trap(rv64.TrapMisaligned, region.Addr)
		}
		for k := range region.Cells {
			addr := region.Addr + 8*k
			if addr >= abi.AddressLimit || r.mem.page(uint32(addr/8)) == nil {
				return nil, r.trap(rv64.TrapAccess, addr)
			}
			if region.Write && r.inText(addr, 8) {
				return nil, r.trap(rv64.TrapTextWrite, addr)
			}
		}
	}
	return regions, nil
}

// call executes an ecall: halt or an accelerator.
func (r *Recorder) call(in *inst) error {
	number := r.x[regA7]
	if number != abi.EcallHalt && !accel.Known(number) {
		return r.trapCall(number)
	}
	if r.record == nil {
		r.arena = r.arena[:0]
	}
	c := Call{PC: in.pc, Time: r.time, NextPC: in.pc + 1, TimeStep: bus.CallTime, Number: number}
	v := &view{r: r, number: number, from: len(r.arena)}
	next := in.next
	if number == abi.EcallHalt {
		if r.x[regA0] != 0 {
			r.cycles++
			return r.trap(rv64.TrapExit, r.x[regA0])
		}
		r.halted, c.NextPC, c.TimeStep, next = true, bus.Halted, bus.StepTime, outside
		for i := range 4 {
			binary.LittleEndian.PutUint64(r.output[8*i:], r.x[regA0+1+i])
		}
		v.registers()
	} else {
		regions, err := r.regions(number)
		if err != nil {
			return err
		}
		v.registers()
		v.expect(regions)
		if why := accel.Run(number, [4]uint64(r.x[regA0:regA0+4]), v); why != accel.OK {
			return r.refused(number, why)
		}
		if v.block() {
			c.TimeStep = 2 * uint32(regions[0].Cells)
			r.counts[BlockCells] += uint32(regions[0].Cells)
		}
	}
	r.counts[resourceOf(number)]++
	if r.record != nil {
		c.Accesses = r.arena[v.from:len(r.arena):len(r.arena)]
		r.record.Calls[number] = append(r.record.Calls[number], c)
	}
	r.advance(in, c.NextPC, next, c.TimeStep)
	return nil
}

// view is memory as an accelerator sees it, with every access noted: reads of operand j
// at the call's time plus j, and writes at bus.CallWriteSlot; in copies and fills a read
// and a write for each cell, one after the other.
type view struct {
	r       *Recorder
	number  uint64
	from    int
	skip    int    // loads that are not noted
	operand uint32 // the one that is read
	left    []uint64
	cells   uint32 // copied or filled
}

// expect says which loads will come: operand after operand.
func (v *view) expect(regions []accel.Region) {
	for _, r := range regions {
		if !r.Write {
			v.left = append(v.left, r.Cells)
		}
	}
	if v.number == abi.EcallKeccakAbsorb {
		// The state is loaded first, but a write knows the old value: nothing to read.
		v.skip = int(regions[0].Cells)
	}
}

func (v *view) block() bool { return v.number == abi.EcallMemcpy || v.number == abi.EcallMemset }

func (v *view) registers() {
	r := v.r
	v.note(bus.RegisterCell+regA7, &r.xTime[regA7], r.time, r.x[regA7], r.x[regA7])
	for _, i := range arguments(v.number) {
		reg := uint32(regA0 + i)
		v.note(bus.RegisterCell+reg, &r.xTime[reg], r.time, r.x[reg], r.x[reg])
	}
}

func (v *view) note(cell uint32, last *uint32, time uint32, old, value uint64) {
	v.r.arena = append(v.r.arena, Access{Cell: cell, Time: time, Prev: *last, Old: old, Value: value})
	*last = time
}

func (v *view) Load(addr uint64) uint64 {
	cell := uint32(addr / 8)
	p := v.r.mem.pages[cell>>pageLog]
	value := p.value[cell%pageCells]
	switch {
	case v.skip > 0:
		v.skip--
		return value
	case v.block():
		v.memory(p, cell, v.r.time+2*v.cells, value)
		return value
	}
	v.memory(p, cell, v.r.time+v.operand, value)
	if v.left[v.operand]--; v.left[v.operand] == 0 {
		v.operand++
	}
	return value
}

func (v *view) Store(addr, value uint64) {
	cell := uint32(addr / 8)
	p := v.r.mem.pages[cell>>pageLog]
	time := v.r.time + bus.CallWriteSlot
	if v.block() {
		time = v.r.time + 2*v.cells + 1
		v.cells++
	}
	v.memory(p, cell, time, value)
	p.value[cell%pageCells] = value
}

func (v *view) memory(p *page, cell, time uint32, value uint64) {
	k := cell % pageCells
	if p.time[k] == 0 {
		v.r.touched = append(v.r.touched, Local{Cell: cell, PrevSegment: p.segment[k], In: p.value[k]})
	}
	v.note(cell, &p.time[k], time, p.value[k], value)
}
