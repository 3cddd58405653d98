// Package witness carries one batch into the guest: collect what its execution reads, encode, decode, and execute against it.
//
//	in   the chain configuration, the chain state before the batch, its blocks, and a source of state that can prove what it says
//	out  Witness (its wire form is the guest's private input) and, from Execute, the batch output, both state commitments and the public input
//
// Execute is what the guest runs and what the node runs to know what the guest will say: one function. It trusts nothing in the witness. The tree root of the state
// before is computed from the partial tree, codes are named by their hashes, and everything else either enters the public input (configuration, chain state, data
// availability, settlement chain) or follows from execution. A false witness therefore gives a public input that L1 does not compute.
//
// Errors: Decode wraps rollup.ErrEncoding (or the tree's decoding error); Execute returns the state transition's error for an invalid block and tree.ErrOpaque when
// the witness lacks a node. Neither panics on bytes; allocation is bounded by the input's length.
//
// Not checked here: that the versioned hashes belong to the pubdata. The guest evaluates each blob at a point that depends on both (docs/spec.md section 5), and L1 checks the
// opening against the blob that it holds.
package witness
