// Package check tries filled tables against their chips without proving anything: the
// tool of chip tests, for debugging and for the corruption, deletion and golden tests of
// the soundness checklist (items C, H.3, H.4 and H.6 of docs/soundness.md).
//
// In: [Instance] values, a chip with its columns (base elements, column by column, a
// power of two of rows) and the public values. Out: violated constraints with chip, name
// and row ([Constraints]), tuples that do not balance ([Balance], [GlobalBalance]), cells
// that can be changed unnoticed ([Corrupt]), constraints and interactions that no bad
// example needs ([Deletions]), and a chip as text ([Describe]).
//
// Balances are exact: tuples are compared as they are, not as fingerprints, and
// multiplicities are added in the field, which is exact too while the sum over
// interactions of the height is below p. The last row of a chip that uses a permutation bus
// takes part in no interaction. Challenges are drawn at random on every call, so a
// constraint with a challenge that does not hold is missed with probability about 2^-150.
//
// Instances of wrong sizes are an error of the caller and are reported as an error.
// Heights and the limits of a proof system are not checked.
package check
