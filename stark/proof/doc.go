// Package proof is what the prover and the verifier of the STARK share: systems, keys, the
// layout of a proof, its wire form, and the order of everything that goes through the
// transcripts. Both sides call these functions, so they cannot differ.
//
// In: a [System] (chips), a [Shape] (a height for every chip, or none), a profile of
// parameters with the name of a layer. Out: a [Layout], from which every size of a proof
// follows, and, with the commitment to the fixed columns, a [Key]. A layout is refused
// unless all limits of its layer hold (docs/proving.md, Tables).
//
// # Trees
//
// Up to five Merkle trees in the order [Fixed], [Shared], [Main], [Permutation],
// [Quotient]; a tree without columns is absent, its cap and opening empty. A tree has a
// matrix for every table with columns of that kind, in the order of the system, over the
// table's evaluation domain: 2^(log height + log blowup) rows in bit-reversed order. A
// permutation or quotient column is six base columns side by side. Tables of one height
// have one quotient, Q = Q0 + X^n Q1, in two columns and in the place of the first of them.
//
// # Transcripts
//
// [Pass1] gives the point zeta0 at which the shared columns are pinned; [Pass2] is the
// transcript of the proof itself. In a system with shared chips who runs both derives
// [Global] in between from the caps and pins of all proofs of a run: that Global depends on
// the Shared of every proof is the caller's obligation, and so is the balance of the
// global sums.
//
// # Claims
//
// Claims are in the order of the trees; in a tree by matrix; of a matrix all columns at
// zeta, then the columns with a next-row use at zeta*w. [Layout.Groups] lists, by height,
// which claims enter the DEEP word of that height, in the order of the powers of mu.
//
// # Wire form
//
// Shared cap, pins, main cap, permutation cap, exposed values, quotient cap, claims,
// openings by tree, FRI proof; no lengths, no header: a layout has one length
// ([Layout.ProofBytes]). Elements are canonical big-endian words. Decoding refuses anything
// else with [ErrInvalidProof] and allocates what the layout says.
//
// Not here: what makes a proof true (package verifier) and how one is made (package prover).
package proof
