package abi

// Accelerators. Arguments are pointers unless said otherwise: multiples of 8 below
// [AddressLimit]. A cell is 8 bytes, a little-endian u64; a 256-bit number is four
// cells, least significant first; a curve point is eight, x then y. Every cell that
// a call touches must be memory, and those it writes must not be text; otherwise
// the run traps. Registers are unchanged: results go to memory. All inputs are read
// before anything is written, so that outputs may overlap inputs, except where said.
const (
	// EcallKeccakAbsorb: a0 = state (25 cells), a1 = block (17 cells).
	// state[0..17) ^= block, then Keccak-f[1600] on state. The regions must not overlap.
	EcallKeccakAbsorb = EcallAccelBase + iota

	// EcallMulMod256: a0 = out, a1 = x, a2 = y, a3 = m. out = x*y mod m. Traps when m = 0
	// and when the quotient is not below 2^256; it is when x or y is below m.
	EcallMulMod256

	// EcallDivMod256: a0 = q (4 cells) followed by r (4 cells), a1 = x, a2 ignored, a3 = m.
	// x = q*m + r, r < m. Traps when m = 0.
	EcallDivMod256

	// EcallInvMod256: a0 = out, a1 ignored, a2 = y, a3 = m. out*y = 1 mod m, out < m.
	// Traps when m < 2 or y is not invertible modulo m. y need not be below m.
	EcallInvMod256

	// EcallSecp256k1Add: a0 = out, a1 = P, a2 = Q: points of secp256k1, affine. out = P + Q.
	// Traps when a coordinate is not below p or x_P = x_Q.
	EcallSecp256k1Add

	// EcallSecp256k1Double: a0 = out, a1 = P. out = 2P. Traps when a coordinate is not
	// below p or y_P = 0.
	EcallSecp256k1Double

	// EcallPoseidon2x16: a0 = out (4 cells), a1 = in (8 cells). Compress16 of package
	// stark/hash/poseidon2 on 16 elements, two words of field.Element (Montgomery form)
	// a cell, low half first. An input word that is not below p counts as its residue;
	// output words are reduced.
	EcallPoseidon2x16

	// EcallPoseidon2x24: a0 = out (4 cells), a1 = in (12 cells). Compress24, likewise.
	EcallPoseidon2x24

	// EcallMemcpy: a0 = to, a1 = from, a2 = number of cells, 1..[MaxAccelCells]. Cells
	// are copied one after the other, lowest first, so an overlapping copy to a higher
	// address repeats what it has written, as the loop would.
	EcallMemcpy

	// EcallMemset: a0 = to, a1 = the value of each cell, a2 = number of cells,
	// 1..[MaxAccelCells].
	EcallMemset
)

// MaxAccelCells bounds a copy or a fill.
const MaxAccelCells = 4096
