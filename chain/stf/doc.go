// Package stf is the state transition function of an Ashlar chain: what a block does to the state. Node, replica and guest run this same code.
//
//	in   a chain configuration, the chain state before the block (number, time, last 256 block hashes), the state as a State, and a block: environment and raw transactions
//	out  header, receipts, the net state diff, L2→L1 logs and messages; over several blocks also the batch's pubdata and output
//
// The EVM is go-ethereum's core/vm; the state below it, transactions, signatures and fees are of this package. The rules are those of docs/spec.md sections 2 to 6, which follow Ethereum's
// execution specification; EIP numbers stand where a rule is applied. Gas is in gas, amounts in wei, sizes in bytes.
//
// Everything is pure: the same input gives the same bytes, with no clock, no goroutine, no disk and no map order in any output. A Builder or a batch is used by one goroutine.
// Errors of State are passed on and make the Builder unusable; a refused transaction (see errors.go) leaves it as it was. No input bytes cause a panic.
//
// Not checked here: that State answers truthfully (the guest checks witnesses, the node owns its database), that priority operations are those of L1 (their hash goes into the batch output),
// that pubdata fits its carrier (chain/batch).
package stf
