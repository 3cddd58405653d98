// Package prover makes proofs of tables (docs/proving.md, section 1).
//
// In: a layout or key with its fixed columns, public values, and for every table of the
// layout the main columns in natural order, all elements reduced. Out: a proof.Proof that
// depends on nothing else: not on the number of workers, the chunks or the kernels in use.
//
//	Setup         LDE and tree of the fixed columns, compiled graphs; once per key
//	CommitShared  the first pass: commitment and pins of the shared columns
//	Prove         the whole proof
//
// A trace that does not have the sizes of the layout is refused, and one that violates a
// constraint is [ErrUnsatisfied]. Whether buses balance is not checked: global sums and
// external messages belong to the caller. [Prover.Check], which Prove calls on demand, finds
// reasons: it names the constraint and the row, or tuples of a local bus that are not
// balanced. It costs more than the proof and is for tests.
//
// # Stages
//
// An [Observer] is told when a stage starts and ends:
//
//	lde          columns to the evaluation domain
//	hash         rows to Merkle trees
//	permutation  fingerprints, inverses, sums and products
//	quotient     constraints on the coset of twice the trace, and interpolation
//	evaluate     values at zeta, zeta*w and zeta0
//	deep         the combined word of each height
//	fri          folding, proof of work
//	open         rows and paths
//
// # Memory
//
// With blowup b, a table of n rows with w committed columns (permutation and quotient
// columns counted six times) holds 4*b*n*w bytes until the openings, besides the 64*b*n
// bytes of each of its trees and the caller's trace. At the peak, permutation columns of
// one table exist also on the trace, a quotient on 2n points (48n bytes), and while FRI
// starts the DEEP words of all heights (24*b*n each) and the first layer.
//
// Not here: the order of the transcript, sizes and encodings (package proof).
package prover
