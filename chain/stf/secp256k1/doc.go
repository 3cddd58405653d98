// Package secp256k1 recovers the public key from an ECDSA signature on the curve y² = x³ + 7 over GF(p), as Ethereum's transactions and its precompile 0x01 need it.
//
//	in   a 32-byte hash, a recovery bit, and the scalars r and s
//	out  the uncompressed public key (x ‖ y, 64 bytes), or false when there is none
//
// It is pure Go on 64-bit limbs, little-endian ([4]uint64, the layout of uint256.Int), without tables that are built at run time: what the guest proves is one double-scalar multiplication.
// Every input gives the mathematically right answer, including the point at infinity, equal and opposite summands; nothing relies on randomness of the input.
//
// Not constant time: nothing here is secret. Not here: signing.
//
// References: SEC 1 version 2.0 section 4.1.6 (recovery), SEC 2 section 2.4.1 (parameters), Gallant-Lambert-Vanstone, CRYPTO 2001 (endomorphism),
// Explicit-Formulas Database, Jacobian coordinates (additions).
package secp256k1
