// Package prove makes the proof of a run of a program (docs/proving.md, section 2).
//
// In: a program ([Load]) and its private input. Out: a machine.Proof, or an error: a run
// that traps, or that halts with another exit code than zero, is a *rv64.Trap that names the
// pc and the function, and never a proof.
//
// A run is executed four times, the last three by package record, which is some hundred
// times faster than proving: to see that it halts, to cut it into segments and count, to
// commit to the shared columns of every segment, and, when these have given the global
// challenge, to prove the segments one after the other. At any time the columns of one proof
// are in memory, beside the memory that the program touches and the finished proofs.
//
// Which shape a segment has is chosen by the cells that a proof commits to for each of its
// rows, see [Prover.Prove]. What a proof says depends on program, input and profile only, not
// on workers or timing.
//
// Not here: verification (package machine).
package prove
