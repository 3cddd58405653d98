// Package witnesstest makes witnesses for tests: out of public state tests, and out of a synthetic chain with many accounts.
//
//	in   a whole state in memory (statetest.Alloc) and what is to be executed on it
//	out  witness.Witness values, made by witness.Collect as a node makes them
//
// It is for tests and benchmarks of the witness, the guest and the prover, and deterministic: the same arguments give the same bytes.
package witnesstest
