// Package accel calls the machine's accelerators: Keccak, 256-bit modular
// arithmetic, the group law of secp256k1, Poseidon2, and copying of words.
//
// Built for the machine (guest/image) every function is one or a few ecalls of
// guest/abi. In any other build it computes the same in portable Go, so a guest
// program and its tests run natively. What the machine refuses with a trap is a
// panic here: see each function.
//
// In and out: a 256-bit number is four words, least significant first; a point is
// x then y, affine. Results may be stored over inputs. Nothing allocates in the
// machine.
//
// Not checked here: that points lie on the curve. [Secp256k1Add] has a result for
// any two points with different x below p. A proof of a run does not show that
// coordinates were below p, only that they count modulo p: do not rely on that trap.
package accel

// KeccakRateWords is the length of a block of Keccak-256 in words.
const KeccakRateWords = 17
