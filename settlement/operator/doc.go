// Package operator speaks to the contracts of a chain on L1: the calls of docs/spec.md section 6, the events they emit, and what the contracts know.
//
//	Commit, Prove, Execute, Revert   batches -> call data for ValidatorTimelock
//	DecodeCommit                     call data of a commit transaction -> what was committed, with its DA input
//	Contract                         counters and hashes, read at one L1 block
//	Events                           topics and decoding of the chain contract's events
//
// Decoding is strict about what this project writes (canonical ABI encoding) and never panics; errors wrap rollup.ErrEncoding. Numbers are batch numbers, times are
// seconds. Not checked here: whether L1 would accept a call; the caller asks L1 by simulating it.
package operator
