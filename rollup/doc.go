// Package rollup is the vocabulary of Ashlar: the things that travel between its layers (block, batch, priority operation, L2→L1 log, pubdata, public input) and their encodings and hashes.
//
//	in   values as the state transition produces them, or bytes from L1, a peer or a witness
//	out  the byte forms of docs/spec.md; section numbers in comments refer to that page
//
// Everything is pure and guest-safe: no I/O, no clock, no goroutine, no map order. Decoders are strict (one encoding per value, no trailing bytes), bounded in allocation by
// the length of their input, never panic on bytes, and wrap ErrEncoding. Integers are big-endian.
//
// Not checked here: whether a transaction is valid in a state (chain/stf) and whether a batch matches L1 (settlement).
package rollup

import "errors"

// ErrEncoding is wrapped by every decoder of this package.
var ErrEncoding = errors.New("invalid encoding")
