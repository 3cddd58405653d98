// Package poseidon2 proves the accelerators POSEIDON2_16 and POSEIDON2_24: the
// compression functions of stark/hash/poseidon2 on words in memory, one row per call.
//
// In memory an element is a 32-bit word w, two to a cell, low half first; the element is
// w * 2^-32 mod p (Montgomery form). Input words are any 32-bit words. Output words are
// below p, hence unique.
//
// The witness of the permutation is what every S-box gives: all words in the eight full
// rounds, one in a partial round. Everything between is linear.
//
// Reference: eprint 2023/323 (Poseidon2); the instances are data of stark/hash/poseidon2.
package poseidon2
