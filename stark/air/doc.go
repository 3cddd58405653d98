// Package air describes the tables of a proof as data: columns, constraints and
// interactions with buses, over a graph of expressions that is declared once and read
// by the prover, the verifier and the recursion circuits.
//
// A [Chip] is one table. Its main columns are witness, its fixed columns belong to the
// key. A [Builder] makes it: every expression is a node of a graph without duplicates;
// [Builder.Build] refuses what the proof system cannot carry.
//
//	b := air.NewBuilder("double")
//	x, y := b.Main("x", "u16"), b.Main("y", "u17")
//	b.Zero("y = 2x", y.Sub(x.Scale(2)))
//	b.Demand(range16, b.One(), x)
//
// # Degrees
//
// A column has degree one, constants, public values, challenges and exposed values have
// degree zero. A constraint has degree at most three; on the first or the last row only,
// at most two, because its selector has degree one. An element of a tuple has degree at
// most one and a multiplicity at most two, so that two fractions of a lookup, or two
// messages on each side of a product, fit one constraint (package logup).
//
// # Values
//
// A node is a base element, or an element of E6 when it depends on a challenge, an
// exposed value or a permutation column. It is a scalar when it depends on no column.
//
// # Interactions
//
// A permutation bus is a multiset equation: what is sent equals what is received, both
// with multiplicity one on every row, except the last row of the table, which takes part
// in nothing; rows that do nothing have to send what they receive. A lookup bus is an
// equation of formal sums: multiplicities supplied minus multiplicities demanded give
// zero for every tuple. The last row takes part in no interaction of a chip that uses a
// permutation bus; in a chip without one, all rows take part. A bus is local to one proof or
// global, over all proofs of one run.
//
// Not here: what a bus means, heights, and how interactions become columns.
package air
