// Package machine is the machine as a proof system: the systems of tables that the chips
// make, the shapes of segments, keys, the statement of a run, and the verification of its
// proof (docs/proving.md, section 2).
//
// In: the digest of a program, its public output, a profile, and a proof. Out: nothing, or
// an error that wraps [ErrInvalidProof] and says where. [Verify] accepts when, up to the
// error in docs/soundness.md, there is a private input on which the program halts with
// exit code zero and that output.
//
// A proof has three kinds of parts: one for each segment of the run, some for the first
// and last values of the cells it touched, and one for the program. All are bound to one
// statement and to one global challenge. Everything about sizes follows from the shapes
// that this package lists; a proof only names one of them.
//
// # Wire form
//
// Numbers are little-endian, digests canonical big-endian elements:
//
//	magic "ashlarpf", u8 version, digest of the machine, u8 length of the profile's name, the name
//	3 x u8 log heights of the program's tables, u32 entry, cap of its fixed columns
//	32 bytes output, u32 segments, u32 boundary proofs
//	per segment: u8 shape, u32 pc out, u32 time out, proof
//	per boundary proof: u8 shape, u32 last cell, proof
//	program proof
//
// Version and digest come first, so that the proof of another build is refused as what it is.
// A proof's length follows from the key. There is one encoding of a proof, and decoding
// allocates no more than a constant times the bytes at hand.
//
// Not here: proving (package zkvm/prove), and the chips themselves (zkvm/chips).
package machine
