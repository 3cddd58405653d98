// Package accel is what the machine's accelerators compute: the functions behind
// the ecalls from abi.EcallAccelBase on, once, for the executor, the recorder of a
// proof and the proving chips' tests.
//
// Two levels:
//
//   - one pure function per accelerator on plain values ([KeccakAbsorb], [MulMod],
//     [DivMod], [InvMod], [SecpAdd], [SecpDouble], [Compress16], [Compress24]);
//   - [Regions] and [Run], which take the ecall number and the registers a0..a3 and
//     work on a [Memory] of 8-byte cells.
//
// In: words are little-endian u64. A 256-bit number is four of them, least
// significant first; a point is x then y. Out: the same, or a [Refusal] when the
// arguments have no result. A refused call has written nothing.
//
// [Run] loads every input cell once, lowest address first in the order of the
// arguments, and only then stores; so outputs may overlap inputs. Exceptions:
// KECCAK_ABSORB refuses overlapping regions, and MEMCPY loads and stores cell after
// cell, lowest first.
//
// Not checked here: that an address is memory, aligned or writable. The caller
// checks the [Regions] first.
//
// References: FIPS 202 (Keccak-f[1600]), SEC 1 section 2.2.1 (the group law), SEC 2
// section 2.4.1 (the curve), package stark/hash/poseidon2.
package accel
