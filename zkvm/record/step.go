package record

import (
	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// run executes up to a number of steps of the segment, or until no shape holds the next
// one, or until the halt.
func (r *Recorder) run(steps uint64) error {
	insts := r.code.insts
	for r.steps < steps && !r.halted {
		if r.at == outside || insts[r.at].form == noRow {
			return r.trapFetch()
		}
		in := &insts[r.at]
		next := &r.limits.next
		if r.counts[in.table] >= next[in.table] || uint32(len(r.touched)) >= next[Locals]-maxLocals || uint32(len(r.places)) >= next[Programs] || r.time > maxTime-bus.StepTime {
			fits, err := r.need(in)
			if err != nil {
				return err
			}
			if !fits {
				return nil
			}
		}
		if err := r.execute(in); err != nil {
			return err
		}
		if r.uses[in.place]++; r.uses[in.place] == 1 {
			r.places = append(r.places, in.place)
		}
		r.steps++
	}
	return nil
}

// execute executes one row and goes to the next.
func (r *Recorder) execute(in *inst) error {
	if in.form == call {
		return r.call(in)
	}
	s := &r.scratch
	if r.record != nil {
		s = &r.record.Steps[in.table][r.counts[in.table]]
	}
	*s = Step{Row: in.row, Time: r.time, NextPC: in.pc + 1}
	next := in.next
	switch in.form {
	case registers:
		r.readTwo(in, s)
		r.write(in, s, result(in.op, s.Rs1, s.Rs2))
	case immediate:
		s.Rs1, s.Rs1Time = r.read(in.rs1, bus.FirstSlot)
		r.write(in, s, result(in.op, s.Rs1, in.imm))
	case branch:
		r.readTwo(in, s)
		if taken(in.op, s.Rs1, s.Rs2) {
			s.NextPC, next = in.row.Imm[0], in.target
		}
	case jump:
		r.write(in, s, in.imm)
		s.NextPC, next = in.row.Rs2, in.target
	case jumpRegister:
		s.Rs1, s.Rs1Time = r.read(in.rs1, bus.FirstSlot)
		to := (s.Rs1 + in.imm) &^ 1
		place := to/4 - uint64(r.code.first)
		if to%4 != 0 || place >= uint64(r.code.words) {
			return r.trap(rv64.TrapJump, to)
		}
		r.write(in, s, 4*uint64(in.pc+1))
		s.NextPC, next = uint32(to/4), int32(place)
	case load:
		s.Rs1, s.Rs1Time = r.read(in.rs1, bus.FirstSlot)
		addr := s.Rs1 + in.imm
		p, err := r.access(in, addr)
		if err != nil {
			return err
		}
		s.CellOld = r.touch(p, uint32(addr/8), r.time+bus.SecondSlot, s)
		s.CellValue = s.CellOld
		r.write(in, s, loaded(in.op, s.CellOld, addr))
	case store:
		r.readTwo(in, s)
		addr := s.Rs1 + in.imm
		p, err := r.access(in, addr)
		if err != nil {
			return err
		}
		s.CellOld = r.touch(p, uint32(addr/8), r.time+bus.WriteSlot, s)
		s.CellValue = stored(s.CellOld, s.Rs2, addr, uint64(in.size))
		p.value[addr/8%pageCells] = s.CellValue
	}
	r.counts[in.table]++
	r.advance(in, s.NextPC, next, bus.StepTime)
	return nil
}

func (r *Recorder) advance(in *inst, pc uint32, at int32, step uint32) {
	if in.pc < bus.MicroPC {
		r.cycles++
	}
	r.rows++
	r.time += step
	r.pc, r.at = pc, at
}

func (r *Recorder) read(reg uint8, slot uint32) (value uint64, prev uint32) {
	reg &= 63
	value, prev = r.x[reg], r.xTime[reg]
	r.xTime[reg] = r.time + slot
	return value, prev
}

func (r *Recorder) readTwo(in *inst, s *Step) {
	s.Rs1, s.Rs1Time = r.read(in.rs1, bus.FirstSlot)
	s.Rs2, s.Rs2Time = r.read(in.rs2, bus.SecondSlot)
}

func (r *Recorder) write(in *inst, s *Step, v uint64) {
	reg := in.rd & 63
	s.Rd, s.RdOld, s.RdTime = v, r.x[reg], r.xTime[reg]
	r.x[reg], r.xTime[reg] = v, r.time+bus.WriteSlot
}

// access returns the page of a load or store, or its trap.
func (r *Recorder) access(in *inst, addr uint64) (*page, error) {
	if addr%uint64(in.size) != 0 {
		return nil, r.trap(rv64.TrapMisaligned, addr)
	}
	var p *page
	if addr < abi.AddressLimit {
		if p = r.mem.pages[addr/8>>pageLog]; p == nil {
			p = r.mem.page(uint32(addr / 8))
		}
	}
	if p == nil {
		return nil, r.trap(rv64.TrapAccess, addr)
	}
	if in.form == store && r.inText(addr, uint64(in.size)) {
		return nil, r.trap(rv64.TrapTextWrite, addr)
	}
	return p, nil
}

func (r *Recorder) inText(addr, size uint64) bool {
	return addr+size > 4*uint64(r.code.first) && addr < 4*(uint64(r.code.first)+uint64(r.code.words))
}

// touch is an access to a cell at a time; it returns its value.
func (r *Recorder) touch(p *page, cell, time uint32, s *Step) uint64 {
	k := cell % pageCells
	s.Cell, s.CellTime = cell, p.time[k]
	if p.time[k] == 0 {
		r.touched = append(r.touched, Local{Cell: cell, PrevSegment: p.segment[k], In: p.value[k]})
	}
	p.time[k] = time
	return p.value[k]
}
