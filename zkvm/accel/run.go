package accel

import "github.com/ashlar-labs/ashlar/guest/abi"

// Memory is 8-byte cells, named by their address, a multiple of 8.
type Memory interface {
	Load(addr uint64) uint64
	Store(addr, value uint64)
}

// Region is what a call touches: Cells cells from Addr. Each cell of it is loaded
// or stored, and in KECCAK_ABSORB's state both.
type Region struct {
	Addr, Cells uint64
	Write       bool
}

// MaxRegions bounds the regions of one call.
const MaxRegions = 4

var names = [...]string{
	"KECCAK_ABSORB", "MULMOD256", "DIVMOD256", "INVMOD256", "SECP256K1_ADD", "SECP256K1_DOUBLE",
	"POSEIDON2_16", "POSEIDON2_24", "MEMCPY", "MEMSET",
}

// Known reports whether an ecall number is an accelerator's.
func Known(number uint64) bool {
	return number-abi.EcallAccelBase < uint64(len(names))
}

// Name is the accelerator's name in guest/abi.
func Name(number uint64) string {
	if !Known(number) {
		return "unknown accelerator"
	}
	return names[number-abi.EcallAccelBase]
}

// Regions appends the regions that a call with registers a0..a3 touches, in the
// order of the arguments, and refuses arguments that no memory content could make
// right. The number must be [Known].
func Regions(to []Region, number uint64, a [4]uint64) ([]Region, Refusal) {
	switch number {
	case abi.EcallKeccakAbsorb:
		to = append(to, Region{a[0], 25, true}, Region{a[1], 17, false})
		if a[0] < a[1]+8*17 && a[1] < a[0]+8*25 {
			return to, Overlap
		}
	case abi.EcallMulMod256:
		to = append(to, Region{a[0], 4, true}, Region{a[1], 4, false}, Region{a[2], 4, false}, Region{a[3], 4, false})
	case abi.EcallDivMod256:
		to = append(to, Region{a[0], 8, true}, Region{a[1], 4, false}, Region{a[3], 4, false})
	case abi.EcallInvMod256:
		to = append(to, Region{a[0], 4, true}, Region{a[2], 4, false}, Region{a[3], 4, false})
	case abi.EcallSecp256k1Add:
		to = append(to, Region{a[0], 8, true}, Region{a[1], 8, false}, Region{a[2], 8, false})
	case abi.EcallSecp256k1Double:
		to = append(to, Region{a[0], 8, true}, Region{a[1], 8, false})
	case abi.EcallPoseidon2x16:
		to = append(to, Region{a[0], 4, true}, Region{a[1], 8, false})
	case abi.EcallPoseidon2x24:
		to = append(to, Region{a[0], 4, true}, Region{a[1], 12, false})
	case abi.EcallMemcpy:
		if a[2]-1 >= abi.MaxAccelCells {
			return to, Count
		}
		to = append(to, Region{a[0], a[2], true}, Region{a[1], a[2], false})
	case abi.EcallMemset:
		if a[2]-1 >= abi.MaxAccelCells {
			return to, Count
		}
		to = append(to, Region{a[0], a[2], true})
	}
	return to, OK
}

// Run executes a call with registers a0..a3. The number must be [Known] and
// [Regions] must have accepted the arguments.
func Run(number uint64, a [4]uint64, m Memory) Refusal {
	switch number {
	case abi.EcallKeccakAbsorb:
		state, block := load25(m, a[0]), load17(m, a[1])
		KeccakAbsorb(&state, &block)
		store(m, a[0], state[:])
	case abi.EcallMulMod256, abi.EcallDivMod256, abi.EcallInvMod256:
		return runInteger(number, a, m)
	case abi.EcallSecp256k1Add, abi.EcallSecp256k1Double:
		return runCurve(number, a, m)
	case abi.EcallPoseidon2x16:
		var in [8]uint64
		load(m, a[1], in[:])
		out := Compress16(&in)
		store(m, a[0], out[:])
	case abi.EcallPoseidon2x24:
		var in [12]uint64
		load(m, a[1], in[:])
		out := Compress24(&in)
		store(m, a[0], out[:])
	case abi.EcallMemcpy:
		for i := range a[2] {
			m.Store(a[0]+8*i, m.Load(a[1]+8*i))
		}
	case abi.EcallMemset:
		for i := range a[2] {
			m.Store(a[0]+8*i, a[1])
		}
	}
	return OK
}

func runInteger(number uint64, a [4]uint64, m Memory) Refusal {
	var x, y, mod, q, r [4]uint64
	var why Refusal
	if number != abi.EcallInvMod256 {
		load(m, a[1], x[:])
	}
	if number != abi.EcallDivMod256 {
		load(m, a[2], y[:])
	}
	load(m, a[3], mod[:])
	switch number {
	case abi.EcallMulMod256:
		q, why = MulMod(&x, &y, &mod)
	case abi.EcallDivMod256:
		q, r, why = DivMod(&x, &mod)
	case abi.EcallInvMod256:
		q, why = InvMod(&y, &mod)
	}
	if why != OK {
		return why
	}
	store(m, a[0], q[:])
	if number == abi.EcallDivMod256 {
		store(m, a[0]+32, r[:])
	}
	return OK
}

func runCurve(number uint64, a [4]uint64, m Memory) Refusal {
	var p, q, out [8]uint64
	var why Refusal
	load(m, a[1], p[:])
	if number == abi.EcallSecp256k1Add {
		load(m, a[2], q[:])
		out, why = SecpAdd(&p, &q)
	} else {
		out, why = SecpDouble(&p)
	}
	if why == OK {
		store(m, a[0], out[:])
	}
	return why
}

func load(m Memory, addr uint64, to []uint64) {
	for i := range to {
		to[i] = m.Load(addr + 8*uint64(i))
	}
}

func load25(m Memory, addr uint64) (out [25]uint64) { load(m, addr, out[:]); return }
func load17(m Memory, addr uint64) (out [17]uint64) { load(m, addr, out[:]); return }

func store(m Memory, addr uint64, from []uint64) {
	for i, w := range from {
		m.Store(addr+8*uint64(i), w)
	}
}
