// Package record is what the block stream of a chain carries: its records and their wire form (docs/spec.md section 8).
//
//	in   records of a sequencer: [Term] (I lead from here on), [Block], [Batch], [Rollback] (the chain goes back, by L1)
//	out  bytes, at most [MaxBytes]; and back, strictly: whatever Decode accepts encodes to the same bytes
//
// Every record names the chain that it belongs to and the term in which it was written. What a record says about a block or a batch (hashes, commitments) is a claim: who follows the stream
// executes the block and compares. Decode allocates no more than a small multiple of its input and never panics.
//
// Not checked here: whether a record follows the one before it (package chain/stream), and whether a block is valid (the state transition).
package record
