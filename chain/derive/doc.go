// Package derive rebuilds the state of a chain from what it published on L1, batch by batch, and compares every state commitment with the one L1 holds.
//
//	Step   (state before, pubdata) -> net change, messages, chain state after except for its tree root        pure
//	Run    a state (that of genesis, or after any batch), a Source of published batches -> the state after the last one; stops at the first difference
//
// In: pubdata of docs/spec.md section 5. Out: accounts, storage, code and the state tree as of the last batch. Block hashes come from the EIP-2935
// contract in the state: its slot (n-1) mod 8191 holds the hash of block n-1, and pubdata name the hash of the batch's last block.
//
// [Memory] is a state in memory; anything with the three methods of [State] will do. Errors name the batch: [ErrMismatch] when the commitment differs,
// rollup.ErrEncoding when pubdata cannot be read.
//
// Not here: transactions and receipts, which pubdata do not contain, and reading L1 (package settlement/fetch).
package derive
