package rv64

import (
	"math/bits"

	"github.com/ashlar-labs/ashlar/guest/abi"
)

// Run executes until Cycles reaches limit or something stops the hart. It may be
// called again: it goes on where it stopped.
//
// The function is one switch, far longer than functions are elsewhere, because a
// call per instruction would halve the speed. A case that has executed its
// instruction continues the loop; one that falls out of the switch asks slow.
func (h *Hart) Run(limit uint64) Stop {
	var (
		x     = &h.X
		code  = h.prog.code
		base  = h.prog.base
		read  = h.mem.read
		write = h.mem.write
		n     = h.Cycles
		i     = (h.PC - base) >> 2
	)
	for n < limit {
		if i >= uint64(len(code)) {
			h.PC, h.Cycles = base+4*i, n
			return Stop{StopFetch, h.PC}
		}
		in := code[i]
		i++
		n++
		switch in.Op {
		case Add:
			x[in.Rd&63] = x[in.Rs1&63] + x[in.Rs2&63]
			continue
		case Sub:
			x[in.Rd&63] = x[in.Rs1&63] - x[in.Rs2&63]
			continue
		case Addi:
			x[in.Rd&63] = x[in.Rs1&63] + uint64(int64(in.Imm))
			continue
		case Addw:
			x[in.Rd&63] = uint64(int64(int32(x[in.Rs1&63] + x[in.Rs2&63])))
			continue
		case Subw:
			x[in.Rd&63] = uint64(int64(int32(x[in.Rs1&63] - x[in.Rs2&63])))
			continue
		case Addiw:
			x[in.Rd&63] = uint64(int64(int32(x[in.Rs1&63] + uint64(int64(in.Imm)))))
			continue
		case And:
			x[in.Rd&63] = x[in.Rs1&63] & x[in.Rs2&63]
			continue
		case Or:
			x[in.Rd&63] = x[in.Rs1&63] | x[in.Rs2&63]
			continue
		case Xor:
			x[in.Rd&63] = x[in.Rs1&63] ^ x[in.Rs2&63]
			continue
		case Andi:
			x[in.Rd&63] = x[in.Rs1&63] & uint64(int64(in.Imm))
			continue
		case Ori:
			x[in.Rd&63] = x[in.Rs1&63] | uint64(int64(in.Imm))
			continue
		case Xori:
			x[in.Rd&63] = x[in.Rs1&63] ^ uint64(int64(in.Imm))
			continue
		case Slt:
			x[in.Rd&63] = bit(int64(x[in.Rs1&63]) < int64(x[in.Rs2&63]))
			continue
		case Sltu:
			x[in.Rd&63] = bit(x[in.Rs1&63] < x[in.Rs2&63])
			continue
		case Slti:
			x[in.Rd&63] = bit(int64(x[in.Rs1&63]) < int64(in.Imm))
			continue
		case Sltiu:
			x[in.Rd&63] = bit(x[in.Rs1&63] < uint64(int64(in.Imm)))
			continue
		case Sll:
			x[in.Rd&63] = x[in.Rs1&63] << (x[in.Rs2&63] & 63)
			continue
		case Srl:
			x[in.Rd&63] = x[in.Rs1&63] >> (x[in.Rs2&63] & 63)
			continue
		case Sra:
			x[in.Rd&63] = uint64(int64(x[in.Rs1&63]) >> (x[in.Rs2&63] & 63))
			continue
		case Slli:
			x[in.Rd&63] = x[in.Rs1&63] << (uint32(in.Imm) & 63)
			continue
		case Srli:
			x[in.Rd&63] = x[in.Rs1&63] >> (uint32(in.Imm) & 63)
			continue
		case Srai:
			x[in.Rd&63] = uint64(int64(x[in.Rs1&63]) >> (uint32(in.Imm) & 63))
			continue
		case Sllw:
			x[in.Rd&63] = uint64(int64(int32(x[in.Rs1&63]) << (x[in.Rs2&63] & 31)))
			continue
		case Srlw:
			x[in.Rd&63] = uint64(int64(int32(uint32(x[in.Rs1&63]) >> (x[in.Rs2&63] & 31))))
			continue
		case Sraw:
			x[in.Rd&63] = uint64(int64(int32(x[in.Rs1&63]) >> (x[in.Rs2&63] & 31)))
			continue
		case Slliw:
			x[in.Rd&63] = uint64(int64(int32(x[in.Rs1&63]) << (uint32(in.Imm) & 31)))
			continue
		case Srliw:
			x[in.Rd&63] = uint64(int64(int32(uint32(x[in.Rs1&63]) >> (uint32(in.Imm) & 31))))
			continue
		case Sraiw:
			x[in.Rd&63] = uint64(int64(int32(x[in.Rs1&63]) >> (uint32(in.Imm) & 31)))
			continue
		case Mul:
			x[in.Rd&63] = x[in.Rs1&63] * x[in.Rs2&63]
			continue
		case Mulw:
			x[in.Rd&63] = uint64(int64(int32(x[in.Rs1&63] * x[in.Rs2&63])))
			continue
		case Mulhu:
			x[in.Rd&63], _ = bits.Mul64(x[in.Rs1&63], x[in.Rs2&63])
			continue
		case Mulh:
			x[in.Rd&63] = mulh(x[in.Rs1&63], x[in.Rs2&63])
			continue
		case Mulhsu:
			x[in.Rd&63] = mulhsu(x[in.Rs1&63], x[in.Rs2&63])
			continue
		case Div:
			x[in.Rd&63] = div(x[in.Rs1&63], x[in.Rs2&63])
			continue
		case Divu:
			x[in.Rd&63] = divu(x[in.Rs1&63], x[in.Rs2&63])
			continue
		case Rem:
			x[in.Rd&63] = rem(x[in.Rs1&63], x[in.Rs2&63])
			continue
		case Remu:
			x[in.Rd&63] = remu(x[in.Rs1&63], x[in.Rs2&63])
			continue
		case Divw:
			x[in.Rd&63] = divw(x[in.Rs1&63], x[in.Rs2&63])
			continue
		case Divuw:
			x[in.Rd&63] = divuw(x[in.Rs1&63], x[in.Rs2&63])
			continue
		case Remw:
			x[in.Rd&63] = remw(x[in.Rs1&63], x[in.Rs2&63])
			continue
		case Remuw:
			x[in.Rd&63] = remuw(x[in.Rs1&63], x[in.Rs2&63])
			continue
		case Beq:
			if x[in.Rs1&63] == x[in.Rs2&63] {
				i += uint64(int64(in.Imm)) - 1
			}
			continue
		case Bne:
			if x[in.Rs1&63] != x[in.Rs2&63] {
				i += uint64(int64(in.Imm)) - 1
			}
			continue
		case Blt:
			if int64(x[in.Rs1&63]) < int64(x[in.Rs2&63]) {
				i += uint64(int64(in.Imm)) - 1
			}
			continue
		case Bge:
			if int64(x[in.Rs1&63]) >= int64(x[in.Rs2&63]) {
				i += uint64(int64(in.Imm)) - 1
			}
			continue
		case Bltu:
			if x[in.Rs1&63] < x[in.Rs2&63] {
				i += uint64(int64(in.Imm)) - 1
			}
			continue
		case Bgeu:
			if x[in.Rs1&63] >= x[in.Rs2&63] {
				i += uint64(int64(in.Imm)) - 1
			}
			continue
		case Lui:
			x[in.Rd&63] = uint64(int64(in.Imm))
			continue
		case Auipc:
			x[in.Rd&63] = base + 4*(i-1) + uint64(int64(in.Imm))
			continue
		case Jal:
			x[in.Rd&63] = base + 4*i
			i += uint64(int64(in.Imm)) - 1
			continue
		case Jalr:
			to := (x[in.Rs1&63]+uint64(int64(in.Imm)))&^1 - base
			if to&3 == 0 && to>>2 < uint64(len(code)) {
				x[in.Rd&63] = base + 4*i
				i = to >> 2
				continue
			}
		case Ld:
			a := x[in.Rs1&63] + uint64(int64(in.Imm))
			if a&(^uint64(abi.AddressLimit-1)|7) == 0 {
				if p := read[a>>pageShift%pageCount]; p != nil {
					x[in.Rd&63] = p[a>>3%pageCells]
					continue
				}
			}
		case Lw:
			a := x[in.Rs1&63] + uint64(int64(in.Imm))
			if a&(^uint64(abi.AddressLimit-1)|3) == 0 {
				if p := read[a>>pageShift%pageCount]; p != nil {
					x[in.Rd&63] = uint64(int64(int32(p[a>>3%pageCells] >> (8 * (a & 4)))))
					continue
				}
			}
		case Lwu:
			a := x[in.Rs1&63] + uint64(int64(in.Imm))
			if a&(^uint64(abi.AddressLimit-1)|3) == 0 {
				if p := read[a>>pageShift%pageCount]; p != nil {
					x[in.Rd&63] = uint64(uint32(p[a>>3%pageCells] >> (8 * (a & 4))))
					continue
				}
			}
		case Lh:
			a := x[in.Rs1&63] + uint64(int64(in.Imm))
			if a&(^uint64(abi.AddressLimit-1)|1) == 0 {
				if p := read[a>>pageShift%pageCount]; p != nil {
					x[in.Rd&63] = uint64(int64(int16(p[a>>3%pageCells] >> (8 * (a & 6)))))
					continue
				}
			}
		case Lhu:
			a := x[in.Rs1&63] + uint64(int64(in.Imm))
			if a&(^uint64(abi.AddressLimit-1)|1) == 0 {
				if p := read[a>>pageShift%pageCount]; p != nil {
					x[in.Rd&63] = uint64(uint16(p[a>>3%pageCells] >> (8 * (a & 6))))
					continue
				}
			}
		case Lb:
			a := x[in.Rs1&63] + uint64(int64(in.Imm))
			if a&(^uint64(abi.AddressLimit-1)) == 0 {
				if p := read[a>>pageShift%pageCount]; p != nil {
					x[in.Rd&63] = uint64(int64(int8(p[a>>3%pageCells] >> (8 * (a & 7)))))
					continue
				}
			}
		case Lbu:
			a := x[in.Rs1&63] + uint64(int64(in.Imm))
			if a&(^uint64(abi.AddressLimit-1)) == 0 {
				if p := read[a>>pageShift%pageCount]; p != nil {
					x[in.Rd&63] = uint64(uint8(p[a>>3%pageCells] >> (8 * (a & 7))))
					continue
				}
			}
		case Sd:
			a := x[in.Rs1&63] + uint64(int64(in.Imm))
			if a&(^uint64(abi.AddressLimit-1)|7) == 0 {
				if p := write[a>>pageShift%pageCount]; p != nil {
					p[a>>3%pageCells] = x[in.Rs2&63]
					continue
				}
			}
		case Sw:
			a := x[in.Rs1&63] + uint64(int64(in.Imm))
			if a&(^uint64(abi.AddressLimit-1)|3) == 0 {
				if p := write[a>>pageShift%pageCount]; p != nil {
					c, s := &p[a>>3%pageCells], 8*(a&4)
					*c = *c&^(0xffff_ffff<<s) | (x[in.Rs2&63]&0xffff_ffff)<<s
					continue
				}
			}
		case Sh:
			a := x[in.Rs1&63] + uint64(int64(in.Imm))
			if a&(^uint64(abi.AddressLimit-1)|1) == 0 {
				if p := write[a>>pageShift%pageCount]; p != nil {
					c, s := &p[a>>3%pageCells], 8*(a&6)
					*c = *c&^(0xffff<<s) | (x[in.Rs2&63]&0xffff)<<s
					continue
				}
			}
		case Sb:
			a := x[in.Rs1&63] + uint64(int64(in.Imm))
			if a&(^uint64(abi.AddressLimit-1)) == 0 {
				if p := write[a>>pageShift%pageCount]; p != nil {
					c, s := &p[a>>3%pageCells], 8*(a&7)
					*c = *c&^(0xff<<s) | (x[in.Rs2&63]&0xff)<<s
					continue
				}
			}
		case Fence:
			continue
		}
		h.PC, h.Cycles = base+4*(i-1), n-1
		stop, v := h.slow(in)
		switch v {
		case halted:
			return stop
		case retry:
			i--
			n--
		}
	}
	h.PC, h.Cycles = base+4*i, n
	return Stop{Kind: StopLimit}
}
