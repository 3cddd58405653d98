// Package verifier decides whether a proof of the STARK is true.
//
// In: a key that the caller trusts (who knows the system, the shape and the commitment to
// the fixed columns), the context and the public values, the challenge shared by all proofs
// of a run with the sum it is balanced by, external terms of local buses, and a proof.
// Out: the sum of the proof's global lookups, or an error.
//
// When [Verify] accepts, then, up to the error in docs/soundness.md, the prover knew
// columns for all tables of the shape such that every constraint holds on its rows and every
// local bus is balanced together with the external messages.
//
// Left to the caller: that the external messages follow from public values; that the
// global challenge was derived from the first passes of all proofs of the run, with this
// proof's among them; that the global sums of all proofs add up to zero with the global
// terms of the run; and what context and public values mean.
//
// A rejection wraps [ErrInvalidProof] and names the place. Errors that do not wrap it are
// mistakes of the caller: public values of the wrong number, messages on unknown buses.
// Nothing panics on any proof, whether a decoder made it or not; what is allocated follows
// from the key.
//
// Files: verify.go is the protocol, constraints.go the identity at zeta, balance.go the
// exposed values, deep.go the values of the DEEP words at the queries.
package verifier
