// Package stage is what committing, proving and executing batches have in common: look at L1 and at the intents, decide, and let one transaction happen.
//
//	Decide   (what L1 has, what is there to do, what became of earlier intents) -> wait, submit a range, or stop     pure
//	Stage    the shell around it: one Step or Run
//
// Packages commit, prove and execute say what their stage counts and how its call is made ([Work]). One transaction of a stage is under way at a time. Nothing is kept in
// memory: after a crash at any instruction, L1's counters and the durable intents give the same decision again. A decision depends on one block of L1 ([View]), so that several
// L1 nodes behind one URL cannot mix. A call is simulated on L1 before its intent is recorded: one that L1 would refuse burns no gas, and the stage waits with L1's reason ([ErrRefused]).
//
// Keys of intents are "<stage>/<first batch>/<attempt>". A new attempt is made only when L1 has undone an earlier one for good (a revert of batches), or when
// it was mined without effect, at most Config.MaxFailures times in a row.
//
// Run ends with [ErrDiverged] when L1 has other batches than this node and keeps saying so for Config.Patience, with [ErrFailed], and with errors of the store; they need a person.
// All else passes and is tried again.
package stage
