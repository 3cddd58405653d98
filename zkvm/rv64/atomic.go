package rv64

// A reservation is the address that the last lr read, with the value that it found there, as
// QEMU's user mode has it. An sc, to whatever address, ends it.

// fails says whether op is an sc that fails: there is no reservation of its address, or it would
// no longer load what the lr has loaded. The address was checked.
func (h *Hart) fails(op Op, addr, bytes uint64) bool {
	return (op == ScW || op == ScD) && (h.reserved != addr || h.reservedValue != h.loaded(addr, bytes))
}

// loaded is the value of 4 or 8 bytes at an address that was checked, sign-extended.
func (h *Hart) loaded(addr, bytes uint64) uint64 {
	v := h.mem.cell(addr) >> (8 * (addr & 7))
	if bytes == 4 {
		return uint64(int64(int32(v)))
	}
	return v
}

// atomic executes an instruction of the A extension at an address that was checked: on one
// hart a load, a computation and a store. An sc with store = false fails.
func (h *Hart) atomic(in Inst, addr, bytes uint64, store bool) {
	old, src := h.loaded(addr, bytes), h.X[in.Rs2&63]
	if bytes == 4 {
		src = uint64(int64(int32(src)))
	}
	if store {
		p := h.mem.private(addr)
		c := &p[addr>>3&(pageCells-1)]
		*c = merge(*c, amo(in.Op, old, src), addr, bytes)
	}
	switch in.Op {
	case LrW, LrD:
		h.reserved, h.reservedValue = addr, old
	case ScW, ScD:
		h.reserved, old = 0, bit(!store)
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
