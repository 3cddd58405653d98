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
	for ; n < limit; n, i = n+1, i+1 {
		if i >= uint64(len(code)) {
			h.PC, h.Cycles = base+4*i, n
			return h.fetchStop()
		}
		w := code[i]
		switch Op(w) {
		case Add:
			x[w>>8&63] = x[w>>16&63] + x[w>>24&63]
			continue
		case Sub:
			x[w>>8&63] = x[w>>16&63] - x[w>>24&63]
			continue
		case Addi:
			x[w>>8&63] = x[w>>16&63] + uint64(int64(w)>>32)
			continue
		case Addw:
			x[w>>8&63] = uint64(int64(int32(x[w>>16&63] + x[w>>24&63])))
			continue
		case Subw:
			x[w>>8&63] = uint64(int64(int32(x[w>>16&63] - x[w>>24&63])))
			continue
		case Addiw:
			x[w>>8&63] = uint64(int64(int32(x[w>>16&63] + uint64(int64(w)>>32))))
			continue
		case And:
			x[w>>8&63] = x[w>>16&63] & x[w>>24&63]
			continue
		case Or:
			x[w>>8&63] = x[w>>16&63] | x[w>>24&63]
			continue
		case Xor:
			x[w>>8&63] = x[w>>16&63] ^ x[w>>24&63]
			continue
		case Andi:
			x[w>>8&63] = x[w>>16&63] & uint64(int64(w)>>32)
			continue
		case Ori:
			x[w>>8&63] = x[w>>16&63] | uint64(int64(w)>>32)
			continue
		case Xori:
			x[w>>8&63] = x[w>>16&63] ^ uint64(int64(w)>>32)
			continue
		case Slt:
			x[w>>8&63] = bit(int64(x[w>>16&63]) < int64(x[w>>24&63]))
			continue
		case Sltu:
			x[w>>8&63] = bit(x[w>>16&63] < x[w>>24&63])
			continue
		case Slti:
			x[w>>8&63] = bit(int64(x[w>>16&63]) < int64(w)>>32)
			continue
		case Sltiu:
			x[w>>8&63] = bit(x[w>>16&63] < uint64(int64(w)>>32))
			continue
		case Sll:
			x[w>>8&63] = x[w>>16&63] << (x[w>>24&63] & 63)
			continue
		case Srl:
			x[w>>8&63] = x[w>>16&63] >> (x[w>>24&63] & 63)
			continue
		case Sra:
			x[w>>8&63] = uint64(int64(x[w>>16&63]) >> (x[w>>24&63] & 63))
			continue
		case Slli:
			x[w>>8&63] = x[w>>16&63] << (w >> 32 & 63)
			continue
		case Srli:
			x[w>>8&63] = x[w>>16&63] >> (w >> 32 & 63)
			continue
		case Srai:
			x[w>>8&63] = uint64(int64(x[w>>16&63]) >> (w >> 32 & 63))
			continue
		case Sllw:
			x[w>>8&63] = uint64(int64(int32(x[w>>16&63]) << (x[w>>24&63] & 31)))
			continue
		case Srlw:
			x[w>>8&63] = uint64(int64(int32(uint32(x[w>>16&63]) >> (x[w>>24&63] & 31))))
			continue
		case Sraw:
			x[w>>8&63] = uint64(int64(int32(x[w>>16&63]) >> (x[w>>24&63] & 31)))
			continue
		case Slliw:
			x[w>>8&63] = uint64(int64(int32(x[w>>16&63]) << (w >> 32 & 31)))
			continue
		case Srliw:
			x[w>>8&63] = uint64(int64(int32(uint32(x[w>>16&63]) >> (w >> 32 & 31))))
			continue
		case Sraiw:
			x[w>>8&63] = uint64(int64(int32(x[w>>16&63]) >> (w >> 32 & 31)))
			continue
		case Mul:
			x[w>>8&63] = x[w>>16&63] * x[w>>24&63]
			continue
		case Mulw:
			x[w>>8&63] = uint64(int64(int32(x[w>>16&63] * x[w>>24&63])))
			continue
		case Mulhu:
			x[w>>8&63], _ = bits.Mul64(x[w>>16&63], x[w>>24&63])
			continue
		case Mulh:
			x[w>>8&63] = mulh(x[w>>16&63], x[w>>24&63])
			continue
		case Mulhsu:
			x[w>>8&63] = mulhsu(x[w>>16&63], x[w>>24&63])
			continue
		case Div:
			x[w>>8&63] = div(x[w>>16&63], x[w>>24&63])
			continue
		case Divu:
			x[w>>8&63] = divu(x[w>>16&63], x[w>>24&63])
			continue
		case Rem:
			x[w>>8&63] = rem(x[w>>16&63], x[w>>24&63])
			continue
		case Remu:
			x[w>>8&63] = remu(x[w>>16&63], x[w>>24&63])
			continue
		case Divw:
			x[w>>8&63] = divw(x[w>>16&63], x[w>>24&63])
			continue
		case Divuw:
			x[w>>8&63] = divuw(x[w>>16&63], x[w>>24&63])
			continue
		case Remw:
			x[w>>8&63] = remw(x[w>>16&63], x[w>>24&63])
			continue
		case Remuw:
			x[w>>8&63] = remuw(x[w>>16&63], x[w>>24&63])
			continue
		case Beq:
			if x[w>>16&63] == x[w>>24&63] {
				i += uint64(int64(w)>>32) - 1
			}
			continue
		case Bne:
			if x[w>>16&63] != x[w>>24&63] {
				i += uint64(int64(w)>>32) - 1
			}
			continue
		case Blt:
			if int64(x[w>>16&63]) < int64(x[w>>24&63]) {
				i += uint64(int64(w)>>32) - 1
			}
			continue
		case Bge:
			if int64(x[w>>16&63]) >= int64(x[w>>24&63]) {
				i += uint64(int64(w)>>32) - 1
			}
			continue
		case Bltu:
			if x[w>>16&63] < x[w>>24&63] {
				i += uint64(int64(w)>>32) - 1
			}
			continue
		case Bgeu:
			if x[w>>16&63] >= x[w>>24&63] {
				i += uint64(int64(w)>>32) - 1
			}
			continue
		case Lui:
			x[w>>8&63] = uint64(int64(w) >> 32)
			continue
		case Auipc:
			x[w>>8&63] = base + 4*i + uint64(int64(w)>>32)
			continue
		case Jal:
			x[w>>8&63] = base + 4*i + 4
			i += uint64(int64(w)>>32) - 1
			continue
		case Jalr:
			to := (x[w>>16&63]+uint64(int64(w)>>32))&^1 - base
			if to&3 == 0 && to>>2 < uint64(len(code)) {
				x[w>>8&63] = base + 4*i + 4
				i = to>>2 - 1
				continue
			}
		case Ld:
			a := x[w>>16&63] + uint64(int64(w)>>32)
			if a&(^uint64(abi.AddressLimit-1)|7) == 0 {
				if p := read[a>>pageShift%pageCount]; p != nil {
					x[w>>8&63] = p[a>>3%pageCells]
					continue
				}
			}
		case Lw:
			a := x[w>>16&63] + uint64(int64(w)>>32)
			if a&(^uint64(abi.AddressLimit-1)|3) == 0 {
				if p := read[a>>pageShift%pageCount]; p != nil {
					x[w>>8&63] = uint64(int64(int32(p[a>>3%pageCells] >> (8 * (a & 4)))))
					continue
				}
			}
		case Lwu:
			a := x[w>>16&63] + uint64(int64(w)>>32)
			if a&(^uint64(abi.AddressLimit-1)|3) == 0 {
				if p := read[a>>pageShift%pageCount]; p != nil {
					x[w>>8&63] = uint64(uint32(p[a>>3%pageCells] >> (8 * (a & 4))))
					continue
				}
			}
		case Lh:
			a := x[w>>16&63] + uint64(int64(w)>>32)
			if a&(^uint64(abi.AddressLimit-1)|1) == 0 {
				if p := read[a>>pageShift%pageCount]; p != nil {
					x[w>>8&63] = uint64(int64(int16(p[a>>3%pageCells] >> (8 * (a & 6)))))
					continue
				}
			}
		case Lhu:
			a := x[w>>16&63] + uint64(int64(w)>>32)
			if a&(^uint64(abi.AddressLimit-1)|1) == 0 {
				if p := read[a>>pageShift%pageCount]; p != nil {
					x[w>>8&63] = uint64(uint16(p[a>>3%pageCells] >> (8 * (a & 6))))
					continue
				}
			}
		case Lb:
			a := x[w>>16&63] + uint64(int64(w)>>32)
			if a&(^uint64(abi.AddressLimit-1)) == 0 {
				if p := read[a>>pageShift%pageCount]; p != nil {
					x[w>>8&63] = uint64(int64(int8(p[a>>3%pageCells] >> (8 * (a & 7)))))
					continue
				}
			}
		case Lbu:
			a := x[w>>16&63] + uint64(int64(w)>>32)
			if a&(^uint64(abi.AddressLimit-1)) == 0 {
				if p := read[a>>pageShift%pageCount]; p != nil {
					x[w>>8&63] = uint64(uint8(p[a>>3%pageCells] >> (8 * (a & 7))))
					continue
				}
			}
		case Sd:
			a := x[w>>16&63] + uint64(int64(w)>>32)
			if a&(^uint64(abi.AddressLimit-1)|7) == 0 {
				if p := write[a>>pageShift%pageCount]; p != nil {
					p[a>>3%pageCells] = x[w>>24&63]
					continue
				}
			}
		case Sw:
			a := x[w>>16&63] + uint64(int64(w)>>32)
			if a&(^uint64(abi.AddressLimit-1)|3) == 0 {
				if p := write[a>>pageShift%pageCount]; p != nil {
					c, s := &p[a>>3%pageCells], 8*(a&4)
					*c = *c&^(0xffff_ffff<<s) | (x[w>>24&63]&0xffff_ffff)<<s
					continue
				}
			}
		case Sh:
			a := x[w>>16&63] + uint64(int64(w)>>32)
			if a&(^uint64(abi.AddressLimit-1)|1) == 0 {
				if p := write[a>>pageShift%pageCount]; p != nil {
					c, s := &p[a>>3%pageCells], 8*(a&6)
					*c = *c&^(0xffff<<s) | (x[w>>24&63]&0xffff)<<s
					continue
				}
			}
		case Sb:
			a := x[w>>16&63] + uint64(int64(w)>>32)
			if a&(^uint64(abi.AddressLimit-1)) == 0 {
				if p := write[a>>pageShift%pageCount]; p != nil {
					c, s := &p[a>>3%pageCells], 8*(a&7)
					*c = *c&^(0xff<<s) | (x[w>>24&63]&0xff)<<s
					continue
				}
			}
		case Fence:
			continue
		}
		h.PC, h.Cycles = base+4*i, n
		stop, v := h.slow(unpack(w))
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
