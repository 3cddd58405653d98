package rv64

// atomic executes an instruction of the A extension at an address that was
// checked. On one hart each is a plain load, computation and store.
func (h *Hart) atomic(in Inst, addr, bytes uint64, store bool) {
	old := h.mem.cell(addr) >> (8 * (addr & 7))
	src := h.X[in.Rs2&63]
	if bytes == 4 {
		old, src = uint64(int64(int32(old))), uint64(int64(int32(src)))
	}
	if store {
		p := h.mem.private(addr)
		c := &p[addr>>3&(pageCells-1)]
		*c = merge(*c, amo(in.Op, old, src), addr, bytes)
	}
	if in.Op == ScW || in.Op == ScD {
		old = 0 // success
	}
	h.X[in.Rd&63] = old
}

// amo is what an operation stores. For W forms both values are sign-extended from
// 32 bits, which keeps signed and unsigned order.
func amo(op Op, old, src uint64) uint64 {
	if op >= AmoSwapW && op <= AmoMaxuW {
		op += AmoSwapD - AmoSwapW
	}
	switch op {
	case AmoAddD:
		return old + src
	case AmoXorD:
		return old ^ src
	case AmoAndD:
		return old & src
	case AmoOrD:
		return old | src
	case AmoMinD:
		return uint64(min(int64(old), int64(src)))
	case AmoMaxD:
		return uint64(max(int64(old), int64(src)))
	case AmoMinuD:
		return min(old, src)
	case AmoMaxuD:
		return max(old, src)
	}
	return src // swap and store-conditional
}
