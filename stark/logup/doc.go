// Package logup turns the interactions of a chip into permutation columns, exposed values
// and constraints, all as data: the extended graph that prover, verifier and recursion
// circuits evaluate.
//
// In: a checked chip and the log of its height. Out: a [Table]. Nothing depends on
// a witness. The fingerprint of a tuple t on bus b is
//
//	d = alpha + b + sum_j beta^(j+1) t_j
//
// with the local or the global challenges. The bus id is a summand without a power of
// beta, so tuples of two buses never have one polynomial, and one bus has one tuple length.
//
// # Lookups
//
// Local and global lookups have columns of their own. The fractions m/d (minus m for what is
// taken) are summed in pairs in the order of declaration. Every pair but the last has a column
// h, on all rows
//
//	h d1 d2 = m1 d2 + m2 d1
//
// and the last pair, or the single one left, goes into the accumulator A. In a chip
// without a permutation bus, on all rows, cyclically, with n the height and S exposed:
//
//	(A' - A + S/n - sum h) d1 d2 = m1 d2 + m2 d1
//
// Added over all rows the A cancel and S is the sum of all fractions. In a chip with a
// permutation bus A = 0 on the first row, A = S on the last row, and on transitions the same
// without S/n: the last row takes part in nothing.
//
// # Permutations
//
// The product of fingerprints sent over fingerprints received, up to two of each a step:
//
//	z = 1 (first row)    out t1 t2 = in p1 p2    z = P (last row)
//
// The first step's in is z; a step's out is the next one's in, an intermediate column c,
// and the last one's out is z on the next row. Steps into columns c hold on all rows, the
// last step on transitions. P is exposed.
//
// # Soundness
//
// The sums of S over tables, with the external terms, are zero, and the products of P one,
// for random alpha and beta only if the buses balance (error in docs/soundness.md), given
// that the number of fractions is below p, that every column of a tuple was committed
// before alpha and beta were drawn, and that no fingerprint is zero, which the same error
// covers. Package proof checks the first, the protocol ensures the second.
//
// References: U. Haböck, Multivariate lookups based on logarithmic derivatives, eprint
// 2022/1530.
package logup
